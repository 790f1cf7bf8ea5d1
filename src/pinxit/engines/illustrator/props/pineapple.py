"""A pineapple: diamond scales and a crown."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
    lighten,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import halved, organic, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing("pineapple", cm=28, kind="food", attach="hand", fit=50)
def draw(pen: Pen, look: Look) -> None:
    skin = look.colour((232, 168, 48))
    green = look.part("leaf", (72, 138, 72))
    for turn, long, tone in (
        (-62, 44, 0.15),
        (62, 44, 0.15),
        (-42, 58, 0.1),
        (42, 58, 0.1),
        (-22, 70, 0.05),
        (22, 70, 0.05),
        (-8, 78, 0),
        (10, 64, 0),
    ):
        with pen.at(0, -112, long / 60, turn=turn):
            pen.fill(organic("-9 6 -8 -24 2 -62 8 -24 9 6"), darken(green, tone), "soft", line=0.6)
            pen.line(stroke("0 0 0 -24 2 -52"), lighten(green, 0.3), 1.4, alpha=0.6)
    body = halved("0 -120 22 -116 38 -96 43 -60 38 -22 22 -3 0 0")
    pen.fill(body, skin, "round")
    with pen.on(body):
        for i in range(-12, 13):
            for lean in (-1, 1):
                spots = [(i * 15 + lean * (s - 0.5) * 110, -124 + 128 * s + 6 * math.cos(i)) for s in (0, 0.5, 1)]
                pen.line(curve(*spots), darken(skin, 0.38), 2, alpha=0.75)
        for row in range(10):
            for x in range(-45, 46, 15):
                at = x + (7.5 if row % 2 else 0)
                pen.line(stroke(f"{at} {-118 + row * 13} {at + 1} {-112 + row * 13}"), (120, 92, 36), 2, alpha=0.8)
                pen.decal(ellipse(at - 3, -117 + row * 13, 2, 3), lighten(skin, 0.5), alpha=0.5)
