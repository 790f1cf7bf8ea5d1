"""Devices: more marks for emblems, each in the square from -50 to 50: beasts, tools of trades, things of the sky."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from pinxit.engines.illustrator.marks import Mark, grown
from pinxit.engines.illustrator.shapes import (
    arc,
    box,
    capsule,
    common,
    ellipse,
    minus,
    mirrored,
    moved,
    polygon,
    rounded,
    scaled,
    smooth,
    star,
    tube,
    turned,
    union,
)  # fmt: skip


def _both(*paths: skia.Path) -> list[skia.Path]:
    """Each path and its mirror image."""
    return [way for path in paths for way in (path, mirrored(path))]


def fox() -> Mark:
    """A fox's head in planes."""
    head = polygon([(0, 48), (-30, 26), (-48, 0), (-42, -48), (-16, -22), (16, -22), (42, -48), (48, 0), (30, 26)])
    cheek = polygon([(-38, 4), (-20, 10), (-8, 32), (-7, 38), (-26, 24)])
    ear = polygon([(-36, -34), (-35, -14), (-23, -22)])
    eye = polygon([(-26, -4), (-10, 3), (-15, 6), (-23, 3)])
    parts: Mark = [(rounded(head, 3), True)]
    return parts + [(path, False) for path in _both(cheek, ear, eye)]


def hop() -> Mark:
    """A hop cone with a leaf."""
    scale = smooth([(0, 15), (-11, 4), (-11, -8), (0, -14), (11, -8), (11, 4)], tension=0.38)
    parts: Mark = []
    rows = (
        (38, (0,), 0.8),
        (24, (-9, 9), 0.95),
        (8, (-17, 0, 17), 1.0),
        (-9, (-20, -1, 19), 1.0),
        (-24, (-12, 12), 0.95),
    )
    for y, places, size in rows:
        for x in places:
            leaf = moved(turned(scaled(scale, size * 1.05), x * -0.9), x, y)
            parts += [(grown(leaf, 2.2), False), (leaf, True)]
    sprig = smooth([(2, -36), (18, -52), (42, -50), (34, -32), (16, -28)], tension=0.4)
    stem = tube([(0, -30), (-2, -42), (-9, -52)], [5, 4, 3])
    return [
        *parts,
        (stem, True),
        (grown(sprig, 2.4), False),
        (sprig, True),
        (tube([(6, -36), (22, -42), (36, -46)], 1.8), False),
    ]


def scales() -> Mark:
    """The scales of justice."""
    beam = union(tube([(-38, -30), (0, -34), (38, -30)], [4, 6, 4]), ellipse(0, -42, 6.5), box(-3, -36, 6, 76, 0))
    foot = union(box(-20, 40, 40, 6, 1), box(-11, 34, 22, 7, 1))
    parts: Mark = [(union(beam, foot), True)]
    for side in (-1, 1):
        x = side * 35
        cords = [capsule(x, -29, x + end * 14, 8, 2) for end in (-1, 1)]
        pan = common(ellipse(x, 8, 17, 13), box(x - 20, 8, 40, 20))
        parts += [(union(*cords, pan), True)]
    return parts


def scissors() -> Mark:
    """Barber's scissors, open."""
    blade = smooth([(-2.5, 8), (-6, -20), (-3, -50), (4, -30), (5, 6)], tension=0.2)
    ring = minus(ellipse(12, 34, 12, 14, -18), ellipse(12, 34, 6.2, 8, -18))
    half = union(turned(blade, 13, 0, 6), tube([(0, 4), (3, 14), (8, 22)], [8, 7, 6]), ring)
    other = mirrored(half)
    return [
        (half, True),
        (grown(common(other, box(-12, -22, 24, 34)), 1.8), False),
        (other, True),
        (ellipse(0, 5, 2.4), False),
    ]


def barber() -> Mark:
    """A barber's pole between crossed blades."""
    pole = box(-11, -30, 22, 60, 2)
    parts: Mark = [
        (union(ellipse(0, -41, 9), box(-15, -34, 30, 6, 2), box(-15, 28, 30, 6, 2), ellipse(0, 40, 6)), True)
    ]
    parts += [(pole, True)]
    for y in range(-46, 44, 18):
        parts.append((common(polygon([(-14, y + 12), (14, y - 4), (14, y + 4), (-14, y + 20)]), pole), False))
    return parts


def circuit() -> Mark:
    """A hub with three ways out of an open hexagon."""
    points = [(math.sin(math.radians(60 * i)), -math.cos(math.radians(60 * i))) for i in range(6)]
    whole = minus(
        rounded(polygon([(50 * x, 50 * y) for x, y in points]), 3), polygon([(39 * x, 39 * y) for x, y in points])
    )
    gaps = [turned(box(-7, -60, 14, 40), angle) for angle in (0, 120, 240)]
    arms = [capsule(0, 0, 33 * points[i][0], 33 * points[i][1], 7) for i in (0, 2, 4)]
    ends = [ellipse(44 * points[i][0], 44 * points[i][1], 7.5) for i in (0, 2, 4)]
    return [(minus(whole, union(*gaps)), True), *((part, True) for part in (*arms, *ends)), (ellipse(0, 0, 13), True),
            (ellipse(0, 0, 6), False)]  # fmt: skip


def mug() -> Mark:
    """A tankard with a head of foam."""
    body = box(-30, -14, 46, 60, 5)
    handle = minus(box(10, -4, 30, 38, 14), box(10, 6, 19, 18, 8))
    foam = union(
        *(ellipse(x, y, r) for x, y, r in ((-26, -22, 11), (-10, -30, 14), (8, -26, 12), (18, -18, 8))),
        box(-32, -24, 52, 14, 6),
    )
    lines = [(capsule(x, 4, x, 34, 4.6), False) for x in (-19, -7, 5)]
    return [(handle, True), (body, True), *lines, (grown(foam, 3), False), (foam, True)]


def pine() -> Mark:
    """A fir tree in three tiers."""
    tiers = [polygon([(0, y), (-w, y + h), (w, y + h)]) for y, w, h in ((-50, 19, 32), (-31, 26, 36), (-9, 34, 42))]
    parts: Mark = [(box(-5, 30, 10, 20), True)]
    for tier in reversed(tiers):
        parts += [(grown(tier, 2.4), False), (rounded(tier, 2), True)]
    return parts


def moon() -> Mark:
    """A crescent with a star."""
    return [(minus(ellipse(-6, 0, 44), ellipse(14, -8, 38)), True), (star(22, -10, 15, 6), True)]


def anchor() -> Mark:
    """An anchor."""
    hook = tube([(-38, 8), (-30, 34), (0, 46), (30, 34), (38, 8)], [3, 9, 10, 9, 3])
    flukes = _both(polygon([(-48, 18), (-38, -4), (-24, 14)]))
    eye = minus(ellipse(0, -40, 10), ellipse(0, -40, 4.6))
    return [(union(hook, *flukes, eye, box(-4.5, -32, 9, 76, 2), box(-22, -24, 44, 8, 4)), True)]


def bread() -> Mark:
    """A loaf with three cuts."""
    loaf = smooth(
        [(-48, 8), (-38, -20), (-10, -32), (20, -30), (44, -12), (48, 10), (36, 26), (0, 30), (-36, 26)], tension=0.42
    )
    cuts = [turned(moved(smooth([(0, -18), (-5, 0), (0, 18), (5, 0)]), x, -4), 24, x, -4) for x in (-22, 2, 26)]
    return [(loaf, True), *((cut, False) for cut in cuts)]


def ear() -> Mark:
    """An ear of wheat, its grains apart."""
    grain = smooth([(1, 2), (13, -5), (17, -17), (15, -26), (6, -19), (1, -9)], tension=0.42)
    parts: Mark = [(capsule(0, 50, 0, -20, 3.4), True)]
    for y in (30, 13, -4, -21):
        for path in _both(moved(grain, 2.5, y)):
            parts += [(grown(path, 1.6), False), (path, True)]
    tip = moved(smooth([(0, 0), (-7, -12), (0, -27), (7, -12)], tension=0.42), 0, -23)
    beards = [turned(capsule(0, -40, 0, -50, 1.6), a, 0, 0) for a in (-26, 26)]
    return [*parts, (grown(tip, 1.6), False), (tip, True), *((b, True) for b in beards[:0])]


def barbell() -> Mark:
    """A barbell, its discs apart."""
    parts = [box(-50, -3.6, 100, 7.2, 2)]
    for side in (-1, 1):
        parts += [
            box(side * 22 - 5.5, -31, 11, 62, 4),
            box(side * 34.5 - 4.5, -22, 9, 44, 3.5),
            box(side * 44.5 - 3, -12, 6, 24, 2),
        ]
    return [(turned(part, -32), True) for part in parts]


def record() -> Mark:
    """A record with its grooves."""
    rings: Mark = [(ellipse(0, 0, 48), True)]
    for radius in (39, 31):
        for start in (200, 20):
            edge = skia.Path()
            paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=2.6, StrokeCap=skia.Paint.kRound_Cap)
            paint.getFillPath(arc(0, 0, radius, radius, start, 62), edge)
            rings.append((edge, False))
    return [*rings, (ellipse(0, 0, 18), False), (ellipse(0, 0, 13.5), True), (ellipse(0, 0, 4), False)]


def paw_heart() -> Mark:
    """A paw whose pad is a heart."""
    half = smooth([(0, 8), (-9, -4), (-26, -2), (-30, 16), (-18, 34), (0, 48), (0, 30)], tension=0.42)
    pad = union(half, mirrored(half), box(-1.5, 8, 3, 36))
    toes = [(-37, -8, 9.5, 13.5, -24), (-14, -31, 10.5, 15.5, -8), (14, -31, 10.5, 15.5, 8), (37, -8, 9.5, 13.5, 24)]
    return [(pad, True), *((ellipse(x, y, rx, ry, t), True) for x, y, rx, ry, t in toes)]


def summits() -> Mark:
    """Three summits over a line, their snow set off by a jagged cut."""
    back = polygon([(-50, 30), (-25, -10), (0, 30)])
    side = polygon([(12, 30), (32, -16), (50, 30)])
    front = polygon([(-34, 30), (4, -44), (42, 30)])
    snow = polygon([(-16, -5), (-9, -12), (-3, -2), (4, -12), (11, -2), (17, -12), (24, -5), (24, -10), (17, -17),
                    (11, -7), (4, -17), (-3, -7), (-9, -17), (-16, -10)])  # fmt: skip
    parts: Mark = [(back, True), (side, True), (grown(front, 3), False), (front, True), (snow, False)]
    return [*parts, (box(-60, 30, 120, 5), False), (box(-50, 36, 100, 5), True)]


DEVICES: dict[str, Callable[[], Mark]] = {
    "fox": fox, "hop": hop, "hops": hop, "brewery": hop, "brewing": hop, "beer": mug, "pub": mug, "tavern": mug,
    "law firm": scales, "law": scales, "lawyer": scales, "attorney": scales, "legal": scales, "justice": scales,
    "scissors": scissors, "hair": scissors, "salon": scissors, "barber": barber, "barbershop": barber, "tech": circuit,
    "technology": circuit, "software": circuit, "startup": circuit, "ai": circuit, "tree": pine, "pine": pine,
    "forest": pine, "moon": moon, "anchor": anchor, "marina": anchor, "nautical": anchor, "wheat": ear, "bakery": ear,
    "bread": bread, "loaf": bread, "dumbbell": barbell, "gym": barbell, "fitness": barbell, "crossfit": barbell,
    "record label": record, "vinyl": record, "record": record, "pet": paw_heart, "veterinary": paw_heart,
    "vet": paw_heart, "mountain": summits, "outdoor": summits, "hiking": summits, "climbing": summits,
    "adventure": summits,
    "outfitters": summits,
}  # fmt: skip
