"""A slice of watermelon; "whole" draws the whole fruit."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import slice_wedge
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
)


@thing("watermelon", "slice of watermelon", "watermelon slice", cm=16, kind="food", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    rind = (54, 128, 62)
    flesh = look.colour((236, 66, 74))
    if look.has("whole"):
        body = ellipse(0, -52, 64, 52)
        pen.fill(body, look.colour(rind), "glossy")
        with pen.on(body):
            for bend in (-60, -36, -12, 12, 36, 60):
                spots = [
                    (bend * s, -104 + 13 * i) for i, s in enumerate((0.1, 0.6, 0.9, 1.04, 1.08, 1.04, 0.9, 0.6, 0.1))
                ]
                spots = [(x + (3 if i % 2 else -3), y) for i, (x, y) in enumerate(spots)]
                pen.line(curve(*spots), darken(rind, 0.38), 7, alpha=0.85)
        return
    with pen.at(0, -100, turn=-4):
        for radius, rgb, form in ((100, rind, "glossy"), (93, (226, 240, 190), "flat"), (87, flesh, "round")):
            pen.fill(
                slice_wedge(radius, 0, 180, 0.96),
                rgb,
                "flat" if form == "flat" else "glossy" if form == "glossy" else "round",
                line=1 if radius == 100 else 0,
            )
        with pen.on(slice_wedge(100, 0, 180, 0.96)):
            for angle in range(6, 180, 16):
                a = math.radians(angle)
                pen.line(
                    curve((94 * math.cos(a), 91 * math.sin(a)), (101 * math.cos(a + 0.03), 98 * math.sin(a + 0.03))),
                    darken(rind, 0.4),
                    4,
                    alpha=0.8,
                )
        for radius, count, shift in ((66, 7, 10), (44, 5, 6), (22, 2, 40)):
            for i in range(count):
                a = math.radians(18 + shift + (144 - 2 * shift) * i / max(count - 1, 1))
                x, y = radius * math.cos(a), radius * math.sin(a)
                pen.decal(ellipse(x, y, 2.6, 4.6, math.degrees(a) + 90), (54, 26, 26))
                pen.decal(ellipse(x - 0.8, y - 1.2, 0.8, 1.4), WHITE, alpha=0.6)
