"""Isometric vehicles: cars, vans, trucks and buses drive along x, to the lower right."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.isometry.forms import form
from pinxit.engines.illustrator.isometry.kit import ACROSS, Kit, left_tone, right_tone, top_tone
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.shapes import polygon, smooth

TYRE: Rgb = (44, 44, 52)
GLASS: Rgb = (126, 178, 208)


def wheel(kit: Kit, x: float, y: float, radius: float, rgb: Rgb = TYRE) -> None:
    """A wheel in the left side's plane, seen from outside."""
    for r, tone, z in (
        (radius, rgb, 0.0),
        (radius * 0.62, (204, 208, 214), 0.0),
        (radius * 0.24, (120, 124, 132), 0.0),
    ):
        points = []
        for i in range(12):
            a = i / 12 * 6.2832
            px, pz = _turn(a, r)
            points.append(kit.to((x + px, y, radius + pz + z)))
        kit.pen.fill(smooth(points), tone, "flat", line=0.5)


def _turn(angle: float, radius: float) -> tuple[float, float]:
    return math.cos(angle) * radius, math.sin(angle) * radius


def lamps(kit: Kit, x: float, wide: float, z: float, look: Look) -> None:
    """Headlights and a number plate on the front, which faces +x."""
    for y in (8, wide - 34):
        kit.right((x, y, z), 26, 15, (255, 240, 180) if look.night else (255, 246, 214))
    kit.right((x, wide / 2 - 20, z - 16), 40, 11, (232, 232, 226))
    kit.right((x, wide / 2 - 34, z + 2), 68, 9, (60, 62, 70))


def body(kit: Kit, profile: Sequence[tuple[float, float]], wide: float, rgb: Rgb, glass: Sequence[int]) -> None:
    """A car's body out of its side view; the edges numbered in `glass` are windscreens."""
    starts = {profile[i] for i in glass}

    def tone(x: float, z: float) -> Rgb:
        return GLASS if (x, z) in starts else rgb

    kit.extrude(profile, 0, wide, tone)


@form("car", "taxi", "police car", "sports car", "suv", "vintage car", "convertible")
def car(kit: Kit, look: Look) -> None:
    """A car of friendly proportions."""
    usual: Rgb = (246, 196, 52) if "taxi" in look.noun else (70, 96, 160) if "police" in look.noun else (212, 58, 52)
    rgb = look.colour(usual)
    length, wide = 330.0, 150.0
    kit = kit.at(-length / 2, -wide / 2)
    kit.shade(0, 0, (length, wide), 0.34)
    for x in (66, 258):
        kit.box((x - 30, 4, 0), (60, 20, 40), TYRE)
    profile = [(0, 26), (-2, 84), (40, 96), (78, 148), (196, 148), (246, 98), (318, 86), (332, 62), (330, 26)]
    body(kit, profile, wide, rgb, (2, 4))
    kit.left((0, wide + 0.5, 26), length, 12, left_tone(darken(rgb, 0.3)))
    for a, b, c, d in ((60, 82, 126, 126), (134, 134, 194, 230)):
        kit.face([(a, wide + 0.5, 100), (b, wide + 0.5, 140), (c, wide + 0.5, 140), (d, wide + 0.5, 100)], GLASS)
    for x in (130, 232):
        line = polygon([kit.to((x, wide + 1, 96)), kit.to((x, wide + 1, 38))], closed=False)
        kit.pen.line(line, darken(rgb, 0.35), 2)
    for x in (112, 206):
        kit.left((x, wide + 1, 84), 16, 5, left_tone(lighten(rgb, 0.5)))
    lamps(kit, 331, wide, 56, look)
    kit.pen.anchor("top", *kit.to((138, wide / 2, 149)), 110)
    if "taxi" in look.noun:
        kit.box((120, 52, 149), (26, 46, 18), (250, 246, 236))
        for i in range(11):
            kit.left((20 + i * 26, wide + 1, 70), 13, 9, TYRE)
    if "police" in look.noun:
        kit.box((126, 46, 149), (18, 28, 12), (220, 60, 60))
        kit.box((126, 76, 149), (18, 28, 12), (70, 120, 230))
    for x in (66, 258):
        wheel(kit, x, wide + 2, 32)


@form("van", "ambulance", "food truck")
def van(kit: Kit, look: Look) -> None:
    """A van; an ambulance has its cross, a food truck its hatch."""
    rgb = look.colour((246, 246, 244) if "ambulance" in look.noun else (92, 168, 172))
    length, wide = 360.0, 160.0
    kit = kit.at(-length / 2, -wide / 2)
    kit.shade(0, 0, (length, wide), 0.34)
    body(kit, [(0, 26), (0, 190), (250, 190), (306, 118), (352, 104), (360, 26)], wide, rgb, (2,))
    kit.left((0, wide + 0.5, 60), length - 6, 14, left_tone(look.colour((214, 66, 58), 1)))
    kit.face([(246, wide + 0.5, 112), (246, wide + 0.5, 172), (262, wide + 0.5, 172), (304, wide + 0.5, 112)], GLASS)
    if "ambulance" in look.noun:
        kit.left((96, wide + 1, 92), 20, 70, (214, 58, 52))
        kit.left((71, wide + 1, 117), 70, 20, (214, 58, 52))
        kit.box((150, 60, 190), (20, 44, 14), (70, 120, 230))
    elif "food" in look.noun:
        kit.left((40, wide + 1, 88), 150, 70, (255, 226, 160))
        for i in range(6):
            tone: Rgb = (250, 246, 238) if i % 2 else (214, 66, 58)
            kit.face(
                [
                    (40 + i * 25, wide, 162),
                    (65 + i * 25, wide, 162),
                    (65 + i * 25, wide + 50, 138),
                    (40 + i * 25, wide + 50, 138),
                ],
                top_tone(tone),
                fade=0.03,
            )
    lamps(kit, 358, wide, 62, look)
    for x in (76, 282):
        wheel(kit, x, wide + 2, 34)


@form("truck", "fire truck", "pickup")
def truck(kit: Kit, look: Look) -> None:
    """A cab and a load: a box, a ladder or an open bed."""
    fire = "fire" in look.noun
    rgb = look.colour((206, 48, 44) if fire else (58, 128, 190))
    length, wide = 430.0, 160.0
    kit = kit.at(-length / 2, -wide / 2)
    kit.shade(0, 0, (length, wide), 0.34)
    kit.box((0, 8, 30), (length - 20, wide - 16, 18), (70, 72, 82))
    load = look.part("trailer", rgb if fire else (240, 238, 232))
    high = 60.0 if "pickup" in look.noun else 112.0 if fire else 190.0
    kit.box((0, 0, 46), (290, wide, high), load)
    if fire:
        for i in range(4):
            kit.left((14 + i * 68, wide + 0.5, 66), 56, 70, left_tone((196, 200, 208)))
        kit.box((10, 30, 46 + high + 8), (320, 12, 8), (214, 216, 222))
        kit.box((10, 80, 46 + high + 8), (320, 12, 8), (214, 216, 222))
        for i in range(9):
            kit.flat(20 + i * 36, 42, 46 + high + 14, (7, 38), (214, 216, 222))
    body(kit.at(300, 0), [(0, 30), (0, 176), (80, 176), (110, 112), (128, 106), (130, 30)], wide, rgb, (2,))
    kit.face([(320, wide + 0.5, 112), (320, wide + 0.5, 160), (374, wide + 0.5, 160), (398, wide + 0.5, 112)], GLASS)
    lamps(kit, 429, wide, 58, look)
    if fire:
        kit.box((330, 50, 176), (24, 60, 14), (70, 120, 230))
    for x in (56, 130, 374):
        wheel(kit, x, wide + 2, 36)


@form("bus", "tram", "double-decker bus", "train")
def bus(kit: Kit, look: Look) -> None:
    """A long box full of windows; a double-decker has two rows."""
    double = "double" in look.noun
    rgb = look.colour((206, 46, 42) if double else (240, 178, 44))
    length, wide, high = 480.0, 160.0, 290.0 if double else 186.0
    kit = kit.at(-length / 2, -wide / 2)
    kit.shade(0, 0, (length, wide), 0.34)
    kit.box((0, 0, 26), (length, wide, high), rgb)
    kit.flat(16, 14, 26 + high + 0.5, (length - 32, wide - 28), lighten(rgb, 0.24))
    pane: Rgb = (255, 226, 150) if look.night else GLASS
    for row in range(2 if double else 1):
        z = 112 + row * 112
        for i in range(7):
            kit.left((16 + i * 62, wide + 0.5, z), 52, 60, pane)
        kit.right((length + 0.5, 12, z), wide - 24, 66, darken(pane, 0.1))
    kit.left((400, wide + 1, 34), 52, 140, left_tone((80, 92, 110)))
    kit.left((0, wide + 0.5, 74), 392, 10, left_tone(lighten(rgb, 0.5)))
    lamps(kit, length + 1, wide, 54, look)
    for x in (90, 350):
        wheel(kit, x, wide + 2, 36)


@form("sailboat", "rowing boat", "fishing boat")
def boat(kit: Kit, look: Look) -> None:
    """A hull with a mast and a sail."""
    rgb = look.colour((178, 104, 62))
    outline = [(-150, 0), (-140, -44), (40, -50), (150, 0), (40, 50), (-140, 44)]
    for size, tone in ((1.16, (206, 236, 242)), (1.08, (132, 198, 216))):
        foam = [kit.to((x * 0.88 * size, y * 0.86 * size, 0.0)) for x, y in outline]
        kit.pen.fill(smooth(foam), tone, "flat", line=0)
    rim = [(x, y, 40.0) for x, y in outline]
    keel = [(x * 0.88, y * 0.8, 0.0) for x, y in outline]
    order = [5, 0, 4, 3]
    for i in order:
        j = (i + 1) % 6
        kit.face([rim[i], rim[j], keel[j], keel[i]], left_tone(rgb) if i in {3, 4} else right_tone(rgb))
    for i in (4, 3):
        j = (i + 1) % 6
        kit.face([rim[i], rim[j], keel[j], keel[i]], left_tone(rgb))
    kit.face(rim, darken(rgb, 0.35), fade=0)
    kit.face([(x * 0.86, y * 0.84, 40.5) for x, y in outline], lighten(rgb, 0.2), fade=0)
    if "row" in look.noun:
        for x in (-80, 0, 60):
            kit.box((x, -40, 46), (22, 80, 6), darken(rgb, 0.1))
    else:
        kit.cylinder((0, 0, 46), 5, 320, (150, 104, 70))
        sail = look.part("sail", (252, 248, 238))
        kit.face([(-8, 4, 356), (-8, 4, 84), (-146, 4, 84)], left_tone(sail), fade=0.1)
        kit.face([(10, 2, 330), (132, 2, 84), (10, 2, 84)], lighten(sail, 0.3), fade=0.1)
    kit.pen.anchor("inside", *kit.to((-30, 0, 56)), 120 * ACROSS)


@form("rocket")
def rocket(kit: Kit, look: Look) -> None:
    """Standing on its fins."""
    rgb, red = look.colour((244, 244, 246)), look.colour((214, 60, 54), 1)
    kit.shade(-60, -60, (120, 120))
    for a, b in ((-1, 0), (0, -1)):
        kit.face([(a * 40, b * 40, 140), (a * 100, b * 100, 10), (a * 40, b * 40, 50)], darken(red, 0.15))
    kit.cylinder((0, 0, 20), 30, 24, (96, 98, 108), 38)
    kit.cylinder((0, 0, 44), 46, 90, rgb, 54)
    kit.cylinder((0, 0, 134), 54, 110, rgb, 46)
    kit.cylinder((0, 0, 244), 46, 14, darken(red, 0.05), 44)
    kit.cylinder((0, 0, 258), 44, 90, rgb, 26)
    kit.cylinder((0, 0, 348), 26, 70, red, 0)
    x, y = kit.to((30, 30, 180))
    radius = 24.0
    for size, tone in ((1.0, (150, 154, 166)), (0.72, (112, 186, 226))):
        points = [
            (x + radius * size * dx, y + radius * size * dy)
            for dx, dy in ((-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7))
        ]
        kit.pen.fill(smooth(points), tone, "flat", line=0.5)
    kit.face([(44, 0, 150), (104, 0, 10), (44, 0, 44)], right_tone(red))
    kit.face([(0, 44, 150), (0, 104, 10), (0, 44, 44)], left_tone(red))
