"""Weather: clouds, rainbow, lightning, snowflake."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import bars, facet
from pinxit.engines.illustrator.rigs.wire import struts, wire
from pinxit.engines.illustrator.shapes import arc, ellipse, polygon, union

_PUFFS = (
    (-70, -26, 26),
    (-42, -44, 34),
    (-8, -66, 38),
    (34, -52, 36),
    (66, -30, 28),
    (0, -36, 40),
    (-32, -28, 30),
    (40, -28, 30),
)


@thing("rainbow", cm=5000, kind="sky", flies=True)
def draw_rainbow(pen: Pen, look: Look) -> None:
    """Seven bands between two little clouds."""
    bands: tuple[Rgb, ...] = (
        look.colours
        if len(look.colours) > 1
        else (
            (226, 58, 60),
            (246, 144, 48),
            (252, 214, 70),
            (98, 186, 92),
            (64, 150, 220),
            (76, 92, 190),
            (148, 88, 186),
        )
    )
    wide = 56 / len(bands)
    for i, tone in enumerate(bands):
        radius = 120 - i * wide - wide / 2
        wire(pen, arc(0, 0, radius, radius, 180, 180), tone, wide + 0.6, "flat", 0.4)
    pen.line(arc(0, 0, 117, 117, 195, 80), (255, 255, 255), 3, alpha=0.4, blur=1)
    for x in (-92, 92):
        puff = union(*(ellipse(x + dx, y, r) for dx, y, r in ((-26, 2, 17), (0, -8, 23), (24, 0, 18), (0, 8, 22))))
        pen.fill(puff, (252, 253, 255), "soft")


@thing("lightning", "lightning bolt", "thunderbolt", "flash", "bolt", cm=300, kind="sky", flies=True)
def draw_lightning(pen: Pen, look: Look) -> None:
    """A jagged bolt that glows."""
    gold = look.colour((255, 212, 60))
    bolt = facet("12,-160 -44,-68 -8,-72 -26,0 46,-98 8,-94 44,-160", 3)
    pen.glow(bolt, gold, alpha=0.7, blur=14)
    pen.fill(bolt, gold, "glossy")
    pen.decal(facet("14,-154 -30,-78 -18,-78 28,-154"), lighten(gold, 0.7), alpha=0.7)
    pen.decal(facet("-22,-14 36,-96 44,-97"), darken(gold, 0.3), alpha=0.6)


@thing("snowflake", "snow flake", "ice crystal", "snow crystal", cm=40, kind="sky", flies=True)
def draw_snowflake(pen: Pen, look: Look) -> None:
    """A six-armed crystal."""
    ice = look.colour((150, 204, 240))
    for layer, (tone, grow) in enumerate(((darken(ice, 0.25), 2.2), (ice, 0.0), (lighten(ice, 0.6), -2.6))):
        for i in range(6):
            with pen.at(0, -72, turn=i * 60):
                lines = "0,0 0,-68|0,-44 -16,-60|0,-44 16,-60|0,-28 -15,-42|0,-28 15,-42|0,-58 -8,-66|0,-58 8,-66"
                if layer:
                    pen.line(bars(lines), tone, 5 + grow)
                else:
                    struts(pen, lines, tone, 5 + grow, "flat", 0.8)
        hexagon = polygon(
            [(14 * math.cos(math.radians(60 * i)), -72 + 14 * math.sin(math.radians(60 * i))) for i in range(6)]
        )
        if layer:
            pen.fill(hexagon, tone if layer == 1 else lighten(ice, 0.4), "glossy", line=0)
