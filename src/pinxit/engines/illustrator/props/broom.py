"""A besom broom."""

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.rigs.trace import organic, points, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    tube,
)


@thing("broom", "broomstick", "besom", "mop", cm=130, kind="object", attach="hand", fit=22)
def draw(pen: Pen, look: Look) -> None:
    straw = look.colour((222, 176, 92))
    with pen.at(0, 0, turn=8):
        coat(
            pen,
            tube(points("0 60 2 0 -2 -96"), 7),
            Finish(look.part("handle", (150, 96, 54)), "glossy", "wood"),
            upright=True,
        )
        head = organic("-7 44 7 44 16 66 30 128 10 134 -10 132 -30 126 -16 66", 0.3)
        pen.fill(head, straw, "soft")
        with pen.on(head):
            for i in range(-9, 10):
                pen.line(curve((i * 0.8, 46), (i * 1.6, 70), (i * 3.2, 134)), darken(straw, 0.3), 1.1, alpha=0.7)
        for y in (54, 64):
            pen.line(stroke(f"{-10 - (y - 54) * 0.4} {y} 0 {y + 2} {10 + (y - 54) * 0.4} {y}"), (176, 52, 46), 3)
