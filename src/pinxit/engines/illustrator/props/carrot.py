"""A carrot with its greens."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import (
    ellipse,
)


@thing("carrot", "carrots", cm=20, kind="food", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((240, 124, 36))
    for turn in (-34, -17, 0, 15, 30):
        with pen.at(0, -106, turn=turn):
            pen.line(stroke("0 0 1 -24 0 -44"), (78, 140, 60), 3)
            for y in range(-14, -52, -8):
                for side in (-1, 1):
                    pen.fill(
                        organic(f"0 {y} {6 * side} {y - 9} {13 * side} {y - 9} {8 * side} {y - 1}"),
                        (104, 166, 72),
                        "soft",
                        line=0.4,
                    )
    body = halved("0 -114 15 -112 22 -98 17 -60 8 -20 0 2")
    pen.fill(body, skin, "glossy")
    with pen.on(body):
        for i, y in enumerate(range(-100, -8, 13)):
            x = -24 if i % 2 else 6
            pen.line(stroke(f"{x} {y} {x + 9} {y + 3} {x + 17} {y + 1}"), darken(skin, 0.25), 1.8, alpha=0.7)
        pen.decal(ellipse(0, -112, 12, 4), darken(skin, 0.4), alpha=0.5, blur=2)
