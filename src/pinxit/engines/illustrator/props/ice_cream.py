"""An ice cream cone with scoops; "sundae" comes in a glass."""

import math

from pinxit.engines.illustrator.colours import (
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.food import gloss
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.rigs.vessel import Turned
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    smooth,
    union,
)


@thing(
    "ice cream",
    "ice cream cone",
    "icecream",
    "gelato",
    "sundae",
    "ice cream sundae",
    cm=17,
    kind="food",
    attach="hand",
    fit=50,
)
def draw(pen: Pen, look: Look) -> None:
    hues = look.colours or ((250, 176, 196), (252, 240, 206), (150, 206, 170))
    sundae = "sundae" in look.noun or look.noun == "milkshake"
    cone = (
        Turned("36 -72 34 -60 24 -40 8 -26 6 -14 24 -3 26 0", 0.28).outline()
        if sundae
        else facet("-32 -78 32 -78 3 -2 -3 -2", 3)
    )
    if not sundae:
        pen.fill(cone, (222, 162, 86), "round")
        with pen.on(cone):
            for i in range(-8, 9):
                pen.line(curve((i * 10 - 34, -84), (i * 10 + 34, 0)), (166, 106, 48), 1.8, alpha=0.8)
                pen.line(curve((i * 10 + 34, -84), (i * 10 - 34, 0)), (166, 106, 48), 1.8, alpha=0.8)
    for i, (x, y, r) in enumerate(
        ((-17, -92, 25), (18, -94, 25), (0, -124, 26)) if len(hues) > 1 or sundae else ((0, -98, 34),)
    ):
        rgb = hues[i % len(hues)]
        skirt = [
            (x + r * 1.08 * math.cos(math.radians(a)), y + 8 + (r * 0.62 + 4 * math.sin(a)) * math.sin(math.radians(a)))
            for a in range(0, 360, 20)
        ]
        pen.fill(union(ellipse(x, y, r), smooth(skirt)), rgb, "soft", line=0.9)
        gloss(pen, x - r * 0.4, y - r * 0.5, r * 0.2, r * 0.12)
        for dx, dy in ((-8, 4), (6, -6), (10, 8), (-2, 14)):
            pen.decal(ellipse(x + dx, y + dy, 2.6, 1.4), darken(rgb, 0.16), alpha=0.6)
    if sundae:
        pen.fill(
            organic("-26 -136 0 -154 26 -136 28 -112 20 -118 14 -106 4 -120 -8 -102 -16 -118 -26 -112"),
            (92, 52, 34),
            "glossy",
            line=0.7,
        )
        pen.fill(cone, (214, 232, 240), "glass")
    top = -156 if sundae else -150 if len(hues) > 1 else -134
    pen.line(stroke(f"0 {top - 4} 3 {top - 16} 10 {top - 21}"), (96, 120, 52), 2)
    pen.fill(ellipse(0, top, 8.5), (210, 26, 52), "glossy", line=0.6)
