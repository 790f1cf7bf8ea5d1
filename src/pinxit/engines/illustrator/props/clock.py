"""A clock: on the wall by itself, or an alarm clock with its bells."""

import math

from pinxit.engines.illustrator.colours import (
    INK,
    WHITE,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import (
    capsule,
    common,
    curve,
    ellipse,
    minus,
)


@thing("alarm clock", cm=15, kind="object")
@thing("clock", "wall clock", "watch face", cm=30, kind="object")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (204, 72, 64), "glossy")
    y = -70.0
    if "alarm" in look.noun:
        for flip in (False, True):
            with pen.at(0, 0, flip=flip):
                coat(pen, capsule(36, -16, 48, -1, 8, 6), what.tone(-0.2))
                with pen.at(36, -126, turn=34):
                    pen.fill(organic("-24 6 -22 -10 0 -20 22 -10 24 6", 0.4), (222, 180, 92), "metal")
                    pen.fill(ellipse(0, -20, 4), (222, 180, 92), "metal", line=0.5)
        pen.line(stroke("-14 -132 0 -148 14 -132"), (120, 116, 120), 4)
    coat(pen, ellipse(0, y, 64), what)
    pen.fill(ellipse(0, y, 54), (252, 248, 238), "round", line=0.6)
    pen.decal(minus(ellipse(0, y, 54), ellipse(2, y + 4, 53)), (120, 110, 120), alpha=0.35, blur=2)
    for i in range(60):
        a = math.radians(i * 6)
        inner = 42 if i % 15 == 0 else 45 if i % 5 == 0 else 48
        pen.line(
            curve((inner * math.sin(a), y - inner * math.cos(a)), (50 * math.sin(a), y - 50 * math.cos(a))),
            INK,
            3.4 if i % 15 == 0 else 2 if i % 5 == 0 else 0.8,
        )
    pen.line(curve((3, y + 5), (-22, y - 20)), INK, 4.4)
    pen.line(curve((-5, y + 6), (26, y - 30)), INK, 3)
    pen.line(curve((-2, y - 10), (6, y + 38)), (206, 48, 44), 1.3)
    pen.fill(ellipse(0, y, 4), (206, 48, 44), "flat", line=0.4)
    pen.decal(common(ellipse(0, y, 53), organic("-52 -84 -20 -122 10 -122 -40 -52")), WHITE, alpha=0.35, blur=1)
