"""A stack of books."""

from pinxit.engines.illustrator.colours import (
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import visible
from pinxit.engines.illustrator.shapes import (
    box,
    curve,
    polygon,
)


@thing("stack of books", "pile of books", "books", "book stack", cm=24, kind="object")
def draw(pen: Pen, look: Look) -> None:
    rng = look.random("stack")
    hues = look.colours or ((176, 54, 52), (58, 106, 150), (226, 172, 74), (84, 136, 98), (122, 78, 124))
    y = 0.0
    for i in range(5):
        high, wide, dx = rng.uniform(18, 26), rng.uniform(104, 128), rng.uniform(-9, 9)
        rgb = visible(hues[i % len(hues)])
        x = dx - wide / 2
        pen.fill(
            polygon([(x, y - high), (x + 18, y - high - 15), (x + wide + 18, y - high - 15), (x + wide, y - high)]),
            lighten(rgb, 0.15),
            "round",
            line=0.7,
        )
        pen.fill(
            polygon([(x + wide, y - high), (x + wide + 18, y - high - 15), (x + wide + 18, y - 15), (x + wide, y)]),
            (238, 228, 204),
            "flat",
            line=0.7,
        )
        for k in range(1, 5):
            pen.line(
                curve((x + wide + 1, y - high * k / 5), (x + wide + 17, y - 15 - high * k / 5)), (190, 174, 146), 0.8
            )
        pen.fill(box(x, y - high, wide, high, 2), rgb, "round", line=0.8)
        for at in (0.1, 0.16, 0.86):
            pen.line(curve((x + wide * at, y - high + 1), (x + wide * at, y - 1)), (240, 206, 120), 1.6, alpha=0.85)
        pen.decal(box(x + wide * 0.32, y - high * 0.62, wide * 0.36, high * 0.26, 1), (240, 206, 120), alpha=0.7)
        y -= high
    pen.anchor("top", 8, y - 8, 90)
