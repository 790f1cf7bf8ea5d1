"""Marks: signs for emblems, simple enough to be cut from one sheet. Each stands in the square from -50 to 50.

A mark is a list of (outline, is it ink); what is no ink is cut out of what stands below it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from pinxit.engines.illustrator.shapes import (
    box,
    capsule,
    common,
    ellipse,
    minus,
    mirrored,
    moved,
    polygon,
    scaled,
    smooth,
    star,
    tube,
    turned,
    union,
)  # fmt: skip

Mark = list[tuple[skia.Path, bool]]


def bean() -> Mark:
    """A coffee bean, its crease an S."""
    body = ellipse(0, 0, 35, 49)
    crease = tube([(5, -56), (8, -36), (3, -18), (-5, 0), (-9, 18), (-4, 38), (-5, 56)], [7, 8.5, 9.5, 10, 9.5, 8.5, 7])
    return [(turned(body, 0), True), (crease, False)]


def cup() -> Mark:
    """A cup with two wisps of steam."""
    body = smooth([(-36, -6), (-34, 12), (-22, 36), (0, 42), (22, 36), (34, 12), (36, -6), (0, -6)], tension=0.25)
    body = common(union(body, box(-36, -6, 72, 22, 3)), box(-60, -6, 120, 60))
    ring = minus(ellipse(36, 11, 15, 15), ellipse(36, 11, 7.5, 7.5))
    wisps = [tube([(x, -14), (x + 5, -23), (x - 4, -34), (x + 2, -46)], [2, 6, 6, 2]) for x in (-13, 11)]
    return [(ring, True), (body, True), (box(-44, 46, 88, 6, 3), True), *((w, True) for w in wisps)]


def paw() -> Mark:
    """The print of a paw."""
    pad = smooth([(0, -4), (18, 10), (32, 28), (22, 44), (0, 37), (-22, 44), (-32, 28), (-18, 10)])
    toes = [(-36, -6, 10, 14, -24), (-14, -31, 11, 16, -8), (14, -31, 11, 16, 8), (36, -6, 10, 14, 24)]
    return [(pad, True), *((ellipse(x, y, rx, ry, t), True) for x, y, rx, ry, t in toes)]


def lotus() -> Mark:
    """A lotus of seven petals."""
    petal = smooth([(0, 34), (-13, 8), (-9, -18), (0, -38), (9, -18), (13, 8)], tension=0.42)
    parts: Mark = []
    for degrees, size in ((72, 0.86), (47, 0.95), (23, 1.0)):
        for side in (-1, 1):
            leaf = turned(scaled(petal, 1, size, 0, 34), side * degrees, 0, 34)
            parts += [(grown(leaf, 3), False), (leaf, True)]
    return [*parts, (grown(petal, 3.2), False), (petal, True)]


def dumbbell() -> Mark:
    """A dumbbell on the slant."""
    parts = [box(-46, -4.5, 92, 9, 3)]
    for side in (-1, 1):
        parts += [box(side * 26 - 6, -27, 12, 54, 4.5), box(side * 39.5 - 5, -18, 10, 36, 4)]
    return [(turned(part, -32), True) for part in parts]


def wheat() -> Mark:
    """An ear of wheat."""
    grain = smooth([(0, 0), (-9, -8), (-8, -20), (0, -27), (6, -15), (5, -5)], tension=0.45)
    parts: Mark = [(capsule(0, 50, 0, -14, 4), True)]
    for y in (34, 17, 0, -17):
        right = moved(turned(grain, 34), 4, y)
        parts += [(right, True), (mirrored(right), True)]
    return [*parts, (moved(scaled(grain, 0.95), 0.5, -24), True)]


def tulip() -> Mark:
    """A tulip with two leaves."""
    side = smooth([(0, 2), (-19, -4), (-23, -24), (-17, -48), (-6, -34), (0, -22)], tension=0.42)
    middle = smooth([(0, 3), (-12, -12), (-8, -36), (0, -50), (8, -36), (12, -12)], tension=0.42)
    leaf = smooth([(1, 49), (9, 26), (31, 8), (30, 28), (17, 43)], tension=0.45)
    return [
        (capsule(0, 0, 0, 50, 5), True), (leaf, True), (mirrored(leaf), True), (side, True), (mirrored(side), True),
        (grown(middle, 3), False), (middle, True),
    ]  # fmt: skip


def leaf() -> Mark:
    """A leaf with its vein cut out."""
    blade = smooth([(-30, 34), (-36, 2), (-20, -24), (10, -36), (42, -44), (40, -10), (28, 18), (4, 36)], tension=0.4)
    vein = tube([(-46, 50), (-20, 22), (4, 0), (26, -26)], [5, 5, 4, 1.5])
    return [(blade, True), (vein, False), (tube([(-46, 50), (-36, 39), (-30, 33)], 6), True)]


def note() -> Mark:
    """Two quavers under one beam."""
    heads = [ellipse(-24, 34, 16, 12, -18), ellipse(26, 24, 16, 12, -18)]
    beam = polygon([(-17, -34), (41, -46), (41, -28), (-17, -16)])
    return [(union(*heads, box(-17, -30, 8, 64), box(33, -40, 8, 64), beam), True)]


def peak() -> Mark:
    """Two mountains with snow."""
    big, small = polygon([(-50, 38), (-8, -40), (34, 38)]), polygon([(4, 38), (26, -4), (50, 38)])
    snow = polygon([(-8, -40), (8, -10), (-1, -16), (-8, -4), (-15, -14), (-24, -10)])
    return [(small, True), (grown(big, 3.4), False), (big, True), (snow, False), (minus(snow, grown(snow, -3.4)), True)]


def flame() -> Mark:
    """A flame."""
    outer = smooth([(0, 48), (-28, 34), (-32, 6), (-16, -16), (-4, -50), (16, -28), (20, -12), (32, 8), (26, 34)])
    inner = smooth([(0, 40), (-13, 28), (-10, 12), (2, -6), (13, 14), (13, 30)])
    return [(outer, True), (inner, False)]


def bolt() -> Mark:
    """A flash of lightning."""
    return [(polygon([(10, -50), (-30, 8), (-4, 8), (-12, 50), (30, -12), (3, -12)]), True)]


def heart() -> Mark:
    """A heart."""
    half = smooth([(0, -20), (-12, -38), (-34, -38), (-46, -16), (-34, 12), (0, 44), (0, 20)], tension=0.42)
    return [(union(half, mirrored(half), box(-2, -18, 4, 50)), True)]


def home() -> Mark:
    """A house with a door."""
    roof = polygon([(0, -46), (50, -2), (36, -2), (36, 44), (-36, 44), (-36, -2), (-50, -2)])
    return [(roof, True), (box(-11, 12, 22, 34, 0), False)]


def hexagon() -> Mark:
    """Three bright blades around a centre: for what is technical."""
    ring = [(46 * math.sin(math.radians(60 * i)), -46 * math.cos(math.radians(60 * i))) for i in range(6)]
    blade = polygon([(0, 0), ring[5], ring[0], ring[1]])
    parts: Mark = []
    for k in range(3):
        parts.append((grown(turned(blade, 120 * k), -2.6), True))
    return [*parts, (ellipse(0, -23, 8.5), False), (turned(ellipse(0, -23, 8.5), 120), False),
            (turned(ellipse(0, -23, 8.5), 240), False)]  # fmt: skip


def cutlery() -> Mark:
    """A fork and a knife."""
    tines = [box(-31 + i * 9, -50, 4.5, 30, 2.2) for i in range(3)]
    fork = union(*tines, smooth([(-31, -24), (-8.5, -24), (-9, -8), (-19, 0), (-30, -8)], tension=0.3),
                 capsule(-19.7, -2, -19.7, 46, 7))  # fmt: skip
    blade = smooth([(14, -50), (28, -40), (32, -14), (28, 4), (14, 4)], tension=0.2)
    return [(fork, True), (union(blade, capsule(18, 0, 18, 46, 8)), True)]


def rosette() -> Mark:
    """A star."""
    return [(star(0, 2, 49, 21), True)]


def crown() -> Mark:
    """A crown."""
    body = polygon([(-44, 20), (-48, -26), (-22, -4), (0, -40), (22, -4), (48, -26), (44, 20)])
    balls = [ellipse(x, y, 6) for x, y in ((-48, -28), (0, -42), (48, -28))]
    return [(union(body, *balls), True), (box(-43, 27, 86, 10, 2), True)]


def drop() -> Mark:
    """A drop."""
    body = smooth([(0, -50), (-16, -20), (-31, 12), (-22, 40), (0, 48), (22, 40), (31, 12), (16, -20)], tension=0.45)
    return [(body, True), (tube([(-18, 12), (-14, 28), (-2, 36)], [3, 6, 2]), False)]


def wave() -> Mark:
    """Three waves."""
    rows: Mark = []
    for y in (-22, 0, 22):
        points = [(-48, y), (-30, y - 10), (-10, y + 4), (10, y + 2), (28, y - 10), (48, y)]
        rows.append((tube(points, [3, 9, 9, 9, 9, 3]), True))
    return rows


def sun() -> Mark:
    """A sun with twelve rays."""
    rays = [turned(capsule(0, -34, 0, -46, 6), 30 * k) for k in range(12)]
    return [(ellipse(0, 0, 24), True), *((ray, True) for ray in rays)]


def grown(path: skia.Path, by: float) -> skia.Path:
    """The outline moved outwards by `by` units, or inwards where it is negative."""
    edge = skia.Path()
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=2 * abs(by), StrokeJoin=skia.Paint.kRound_Join)
    paint.getFillPath(path, edge)
    return union(path, edge) if by > 0 else minus(path, edge)


MARKS: dict[str, Callable[[], Mark]] = {
    "coffee bean": bean, "bean": bean, "coffee cup": cup, "coffee": bean, "cafe": cup, "café": cup, "tea": cup,
    "paw print": paw, "paw": paw, "pet": paw, "veterinary": paw, "vet": paw, "grooming": paw, "dog walking": paw,
    "lotus": lotus, "yoga": lotus, "spa": lotus, "wellness": lotus, "meditation": lotus, "dumbbell": dumbbell,
    "gym": dumbbell, "fitness": dumbbell, "crossfit": dumbbell, "wheat": wheat, "bakery": wheat, "bread": wheat,
    "brewery": wheat, "tulip": tulip, "flower": tulip, "florist": tulip, "leaf": leaf, "organic": leaf, "eco": leaf,
    "vegan": leaf, "garden": leaf, "gardening": leaf, "plant": leaf, "music": note, "musical note": note, "note": note,
    "record label": note, "mountain": peak, "outdoor": peak, "hiking": peak, "climbing": peak, "camping": peak,
    "adventure": peak, "ski": peak, "flame": flame, "fire": flame, "grill": flame, "bbq": flame, "lightning bolt": bolt,
    "lightning": bolt, "energy": bolt, "electric": bolt, "power": bolt, "heart": heart, "charity": heart,
    "dating": heart, "health": heart, "house": home, "home": home, "real estate": home, "realtor": home,
    "tech": hexagon, "technology": hexagon, "software": hexagon, "startup": hexagon, "data": hexagon, "ai": hexagon,
    "cloud": hexagon, "blockchain": hexagon, "restaurant": cutlery, "bistro": cutlery, "catering": cutlery,
    "food": cutlery, "star": rosette, "crown": crown, "royal": crown, "luxury": crown, "jewelry": crown, "drop": drop,
    "water": drop, "plumbing": drop, "surf": wave, "ocean": wave, "wave": wave, "waves": wave, "sun": sun,
    "solar": sun,
}  # fmt: skip
