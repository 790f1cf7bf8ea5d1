"""A mug of beer with foam."""

from pinxit.engines.illustrator.colours import (
    WHITE,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import scatter
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.vessel import Turned, handle
from pinxit.engines.illustrator.shapes import (
    box,
    ellipse,
    union,
)


@thing(
    "beer",
    "beer mug",
    "pint of beer",
    "glass of beer",
    "beer glass",
    "pint",
    "root beer",
    cm=18,
    kind="vessel",
    attach="hand",
    fit=56,
)
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour((238, 164, 40))
    handle(pen, "32 -96 62 -96 68 -60 60 -30 32 -26", 9, Finish((206, 226, 232), "glass"))
    shape = Turned("38 -116 38 -80 38 -30 39 -6 38 0", 0.26)
    inside = Turned("34 -104 34 -60 34 -14 33 -8", 0.26)
    pen.fill(shape.outline(), (214, 230, 236), "glass")
    pen.fill(inside.outline(), rgb, "glossy", line=0.4)
    rng = look.random("foam")
    with pen.on(inside.outline()):
        for x, y in scatter(inside.outline(), 26, rng):
            pen.decal(ellipse(x, y, rng.uniform(0.8, 2)), lighten(rgb, 0.6), alpha=0.8)
    pen.fill(shape.outline(), (220, 234, 240), "glass", alpha=0.4)
    for x in (-24, -8, 8, 24):
        pen.decal(box(x - 5, -88, 10, 68, 5), WHITE, alpha=0.16)
    foam = union(
        ellipse(0, -112, 40, 12),
        *[ellipse(x, -120 + abs(x) * 0.14 + rng.uniform(-3, 3), 12) for x in range(-32, 33, 11)],
        box(-34, -112, 12, 30, 6),
    )
    pen.fill(foam, (255, 252, 240), "soft")
    pen.anchor("text", 0, -52, 50)
