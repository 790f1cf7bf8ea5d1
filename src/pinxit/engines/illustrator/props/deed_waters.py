"""Water in motion: splashes, sprays, drops, tears, spray of snow. Their origin is where the water comes from."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth, turned

WATER: Rgb = (92, 178, 226)
FOAM: Rgb = (240, 250, 255)


def drop(pen: Pen, at: Point, size: float, tone: Rgb, turn: float = 0.0) -> None:
    """A drop, its tip up unless it is turned."""
    x, y = at
    outline = [
        (0, -1.25),
        (0.34, -0.5),
        (0.62, 0.18),
        (0.4, 0.72),
        (0, 0.9),
        (-0.4, 0.72),
        (-0.62, 0.18),
        (-0.34, -0.5),
    ]
    path = turned(smooth([(x + a * size, y + b * size) for a, b in outline]), turn, x, y)
    pen.fill(path, tone, "flat", line=0.4)
    pen.decal(ellipse(x - size * 0.18, y + size * 0.2, size * 0.16, size * 0.28, turn), FOAM, alpha=0.85)


@thing("water splash", cm=60)
def draw_splash(pen: Pen, look: Look) -> None:
    """A crown of water thrown up from the ground, 100 wide."""
    tone, lot = look.colour(WATER), look.random("splash")
    pen.fill(ellipse(0, 0, 52, 9), lighten(tone, 0.25), "flat", line=0.4, alpha=0.9)
    for shade, reach in ((darken(tone, 0.12), 1.0), (lighten(tone, 0.22), 0.74)):
        points: list[Point] = [(-46 * reach, 2)]
        for i, (x, top) in enumerate(((-54, -30), (-32, -50), (-9, -62), (15, -54), (36, -44), (55, -26))):
            points.append((x * reach, top * reach))
            if i < 5:
                points.append((x * 0.62 * reach + 9 * reach, -15 * reach))
        points.append((46 * reach, 2))
        pen.fill(
            smooth([*points, (20, 7 * reach), (-20, 7 * reach)], tension=0.42), shade, "flat", line=0.7, alpha=0.92
        )
    pen.fill(ellipse(0, 2, 36, 5), FOAM, "flat", line=0, alpha=0.8)
    for i in range(12):
        angle = math.radians(-162 + 144 * i / 11 + lot.uniform(-5, 5))
        far = lot.uniform(58, 84)
        at = (far * math.cos(angle), far * math.sin(angle))
        drop(pen, at, lot.uniform(2.4, 5), lighten(tone, lot.uniform(0.05, 0.4)), math.degrees(angle) + 90)


@thing("spray of drops", cm=60)
def draw_spray(pen: Pen, look: Look) -> None:
    """Drops that fall in a fan, to the right and down, as out of a can's rose."""
    tone, lot = look.colour(WATER), look.random("spray")
    for i in range(8):
        slope = 0.15 + i * 0.13
        path = [(t * 66 * (1.05 - slope * 0.5), 100 * (slope * t * 0.25 + 0.82 * t * t)) for t in (0.0, 0.35, 0.7, 1.0)]
        pen.line(curve(*path), lighten(tone, 0.3), 1.6, alpha=0.75)
        for _ in range(3):
            t = lot.uniform(0.25, 1.0)
            at = (t * 66 * (1.05 - slope * 0.5), 100 * (slope * t * 0.25 + 0.82 * t * t))
            drop(pen, at, lot.uniform(2.2, 3.6), tone, -18)


@thing("fountain of drops", cm=80)
def draw_fountain(pen: Pen, look: Look) -> None:
    """Water thrown up and to the right in an arc, as out of a trunk."""
    tone, lot = look.colour(WATER), look.random("fountain")
    for i in range(6):
        reach, rise = 46 + i * 11, 62 - i * 5
        path = [(reach * t, -rise * 4 * t * (1 - t * 0.82)) for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)]
        pen.line(curve(*path), tone if i % 2 else lighten(tone, 0.35), 4.4 - i * 0.4, alpha=0.85)
        for _ in range(4):
            t = lot.uniform(0.35, 1.0)
            at = (reach * t + lot.uniform(-4, 4), -rise * 4 * t * (1 - t * 0.82) + lot.uniform(-5, 5))
            drop(pen, at, lot.uniform(2, 4.2), lighten(tone, 0.15), 40)


@thing("falling tears", cm=12)
def draw_tears(pen: Pen, look: Look) -> None:
    """Tears below two eyes that are 100 apart from edge to edge."""
    tone = look.colour((112, 196, 240))
    for side in (-1, 1):
        pen.line(curve((side * 34, 14), (side * 38, 36), (side * 37, 52)), lighten(tone, 0.35), 8, alpha=0.8)
        drop(pen, (side * 38, 66), 13, tone)
        drop(pen, (side * 56, 108), 10, tone)


@thing("spray of snow", cm=60)
def draw_snow_spray(pen: Pen, look: Look) -> None:
    """Powder thrown up behind, to the left."""
    tone, lot = look.colour((244, 249, 255)), look.random("snow")
    for _ in range(22):
        far = lot.uniform(0, 1)
        at = (-far * 92 + lot.uniform(-6, 6), -lot.uniform(0, 1) * 40 * far)
        size = lot.uniform(3, 13) * (0.5 + 0.5 * far)
        pen.fill(ellipse(*at, size), darken(tone, 0.03), "soft", line=0, alpha=0.82)


@thing("thrown snowballs", cm=60)
def draw_snowballs(pen: Pen, look: Look) -> None:
    """A snowball in flight to the right, with the powder it loses."""
    tone = look.colour((222, 236, 250))
    for i in range(4):
        pen.fill(ellipse(-20 - i * 11, 5 + i * 3 * (-1) ** i, 5.5 - i), tone, "flat", line=0.3, alpha=0.9)
    pen.fill(ellipse(0, 0, 18.4), (150, 178, 212), "flat", line=0)
    pen.fill(ellipse(0, 0, 17), tone, "soft", line=0.8)
    pen.decal(ellipse(-4, -5, 5, 3, -30), (255, 255, 255), alpha=0.9)
