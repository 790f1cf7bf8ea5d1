"""What marks the coat of a four-legged animal in side view; everything stays inside the outline."""

from __future__ import annotations

import math

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.rigs.quadruped_bones import Bones, Limb, along
from pinxit.engines.illustrator.rigs.quadruped_feet import limb_path, shaded
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, minus, smooth, tube, union


def draw_marks(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """Patches, stripes, pale bellies, dark stockings."""
    if coat.has("belly", "bib", "pale"):
        with pen.on(minus(union(bones.torso, bones.neck_path), union(*[_below_elbow(limb) for limb in bones.near]))):
            _belly(pen, coat.light, bones)
    for limb in () if bones.pose.lying else bones.near:
        draw_leg_marks(pen, coat, bones, limb, far=False)
    for mark, paint in _MARKS.items():
        if coat.has(mark):
            paint(pen, look, coat, bones)


def draw_leg_marks(pen: Pen, coat: Coat, bones: Bones, limb: Limb, *, far: bool) -> None:
    """Stockings, bands and patches of one leg."""
    tone, light = (shaded(coat.dark), shaded(coat.light)) if far else (coat.dark, coat.light)
    if coat.has("stockings", "socks"):
        _stocking(pen, limb, tone)
    elif coat.has("pale legs"):
        _stocking(pen, limb, light)
    if coat.has("zebra", "stripes"):
        _leg_bands(pen, limb, tone)
    elif coat.has("net"):
        _leg_tiles(pen, limb, tone, bones.build.length * 0.053)


def _leg_tiles(pen: Pen, limb: Limb, tone: Rgb, size: float) -> None:
    (ax, ay), (bx, by) = limb.joints[1], limb.joints[2]
    for t in (0.1, 0.36, 0.6, 0.82, 1.05):
        x, y = ax + (bx - ax) * t, ay + (by - ay) * t
        _tile(pen, tone, (x - 4 + 3 * (t * 10 % 3), y, size * (0.8 - 0.34 * t), size * (0.72 - 0.28 * t)), t)


def _below_elbow(limb: Limb) -> skia.Path:
    """What of a leg is in front of the belly."""
    return limb_path(limb) if limb.hind else tube(list(limb.joints[1:]), list(limb.widths[1:]))


def _belly(pen: Pen, light: Rgb, bones: Bones) -> None:
    points = [
        bones.spot(-0.75, 0.94),
        bones.spot(-0.3, 0.76),
        bones.spot(0.3, 0.78),
        bones.spot(0.8, 0.6),
        bones.spot(1.1, 0.4),
    ]
    low = [bones.spot(1.1, 0.9), bones.spot(0.4, 1.3), bones.spot(-0.7, 1.3)]
    pen.decal(smooth([*points, *low]), light, blur=bones.build.depth * 0.05)
    under = [bones.along_neck(0.0), *[_between(bones, s) for s in (0.25, 0.5, 0.75, 1.0)]]
    edge = [bones.throat[i] for i in (4, 3, 2, 1, 0)]
    pen.decal(smooth([*under, *edge]), light, blur=bones.build.depth * 0.06)


def _between(bones: Bones, share: float) -> Point:
    (ax, ay), (bx, by) = bones.along_neck(share), bones.throat[round(share * 4)]
    return (ax * 0.35 + bx * 0.65, ay * 0.35 + by * 0.65)


def _stocking(pen: Pen, limb: Limb, tone: Rgb) -> None:
    path = tube(list(limb.joints[2:]), [w + 5 for w in limb.widths[2:]])
    pen.decal(path, tone, blur=2.0 * limb.bone)


def _stripes(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """A zebra's: upright on neck and trunk, level on haunch and legs."""
    build = bones.build
    bold = 0.034 if build.foot == "hoof" else 0.022
    for i in range(11):
        u = 0.86 - i * 0.135
        lean = -0.03 - 0.022 * i
        wide = bold * build.length * (1.0 + 0.2 * (i % 3))
        end = (0.98 if i % 2 else 0.86) if u > -0.3 else 0.55 - 0.14 * (i - 9)
        line = [
            bones.spot(u - 0.02, -0.05),
            bones.spot(u + 0.02, 0.3),
            bones.spot(u + lean * -1.2, 0.62),
            bones.spot(u - lean * 2.2, end),
        ]
        pen.decal(tube(line, [wide * 1.3, wide * 1.1, wide * 0.85, wide * 0.2]), coat.dark)
    for i in range(4):
        y = 0.44 + 0.2 * i
        line = [bones.spot(-1.06, y), bones.spot(-0.74, y - 0.06), bones.spot(-0.4, y + 0.1)]
        pen.decal(tube(line, [bold * build.length * 1.1, bold * build.length * 0.9, 0.4]), coat.dark)
    if build.foot == "hoof" or build.head > 53:
        for i in range(8 if build.foot == "hoof" else 5):
            share = (0.1 if build.foot == "hoof" else 0.42) + i * 0.115
            (ax, ay), (bx, by) = along(bones.crest, share), along(bones.throat, share)
            mid = ((ax + bx) / 2 + 3, (ay + by) / 2)
            pen.decal(tube([(ax, ay), mid, (bx, by)], [5.4, 4.2, 1.6]), coat.dark)
    if build.foot == "hoof":
        _face_stripes(pen, coat, bones)


def _leg_bands(pen: Pen, limb: Limb, tone: Rgb) -> None:
    joints = limb.joints
    for a, b in ((1, 2), (2, 4)):
        (ax, ay), (bx, by) = joints[a], joints[b]
        length = math.hypot(bx - ax, by - ay) or 1
        nx, ny = -(by - ay) / length, (bx - ax) / length
        for t in (0.2, 0.42, 0.64, 0.86):
            x, y = ax + (bx - ax) * t, ay + (by - ay) * t
            wide = (limb.widths[a] * (1 - t) + limb.widths[b] * t) * 0.6
            bow = (x + (bx - ax) / length * 1.5, y + (by - ay) / length * 1.5)
            pen.decal(
                tube([(x + nx * wide, y + ny * wide), bow, (x - nx * wide, y - ny * wide)], [1.6, 3.0, 1.6]), tone
            )


def _face_stripes(pen: Pen, coat: Coat, bones: Bones) -> None:
    with pen.at(*bones.poll, bones.build.head / 100, turn=bones.head_turn):
        for x in (12, 44, 53, 62):
            pen.decal(tube([(x - 2, -14), (x + 3, 4), (x - 1, 16)], [4.6, 4, 0.8]), coat.dark)
        for y in (24, 32, 40):
            pen.decal(tube([(2, y - 4), (18, y + 2), (42, y - 8)], [5, 4, 0.8]), coat.dark)


def _patches(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """A cow's: a few large ones with wavy edges."""
    build = bones.build
    for u, v, rx, ry, turn in ((-0.62, 0.2, 0.24, 0.36, 10), (-0.02, 0.26, 0.26, 0.3, -8), (0.6, 0.36, 0.2, 0.44, 14),
                               (-0.28, 0.86, 0.12, 0.16, 0), (-0.9, 0.86, 0.1, 0.2, 0)):  # fmt: skip
        x, y = bones.spot(u, v)
        _blot(pen, coat.dark, (x, y, rx * build.length / 2 * 1.2, ry * build.depth, turn))
    x, y = bones.along_neck(0.7)
    _blot(pen, coat.dark, (x - build.head * 0.06, y, build.head * 0.24, build.head * 0.3, 20))
    with pen.at(*bones.poll, build.head / 100, turn=bones.head_turn):
        _blot(pen, coat.dark, (22, 8, 24, 26, 0))


def _blot(pen: Pen, tone: Rgb, place: tuple[float, float, float, float, float]) -> None:
    x, y, rx, ry, turn = place
    points = []
    for i in range(12):
        a = math.pi * 2 * i / 12
        r = 1 + 0.16 * math.sin(a * 3 + turn) + 0.1 * math.cos(a * 2 + x)
        points.append((x + math.cos(a + turn / 60) * rx * r, y + math.sin(a + turn / 60) * ry * r))
    pen.decal(smooth(points), tone)


def _net(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """A giraffe's: angular patches with pale joints, down to the knees."""
    rng, build = look.random("net"), bones.build
    size = build.length * 0.053
    for row in range(6):
        for i in range(9):
            u = -0.98 + i * 0.24 + (0.12 if row % 2 else 0)
            x, y = bones.spot(u, 0.02 + row * 0.19)
            _tile(pen, coat.dark, (x, y, size * 1.16, size * 1.02), rng.random())
    count = max(4, round(build.neck / (size * 1.8)))
    for i in range(count):
        share = 0.06 + 0.84 * i / count
        (ax, ay), (bx, by) = along(bones.crest, share), along(bones.throat, share)
        across = max(2, round(math.dist((ax, ay), (bx, by)) / (size * 1.9)))
        for j in range(across + 1):
            t = (j + (0.5 if i % 2 else 0)) / across
            taper = 1 - 0.34 * share
            _tile(
                pen,
                coat.dark,
                (ax + (bx - ax) * t, ay + (by - ay) * t, size * 0.98 * taper, size * 0.86 * taper),
                rng.random(),
            )


def _tile(pen: Pen, tone: Rgb, place: tuple[float, float, float, float], chance: float) -> None:
    x, y, rx, ry = place
    points = []
    for i in range(6):
        a = math.pi * 2 * (i + chance) / 6
        r = 1 + 0.12 * math.sin(i * 2.3 + chance * 9)
        points.append((x + math.cos(a) * rx * r, y + math.sin(a) * ry * r))
    pen.decal(smooth(points, tension=0.28), tone)


def _spots(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    tone = coat.light if coat.has("fawn") else coat.dark
    rng, build = look.random("spots"), bones.build
    small = build.length * (0.017 if coat.has("fawn") else 0.026)
    for row in range(4 if coat.has("fawn") else 6):
        for i in range(11):
            u = -0.95 + i * 0.185 + (0.09 if row % 2 else 0) + rng.uniform(-0.03, 0.03)
            x, y = bones.spot(u, 0.1 + row * 0.15 + rng.uniform(-0.03, 0.03))
            r = small * rng.uniform(0.8, 1.2)
            pen.decal(ellipse(x, y, r * 1.15, r, rng.uniform(-30, 30)), tone)
            if coat.has("rosettes"):
                pen.decal(ellipse(x + r * 0.2, y, r * 0.6, r * 0.5), mix(coat.fur, tone, 0.35))
    if not coat.has("fawn"):
        for limb in bones.near:
            for t in (0.2, 0.5, 0.8, 1.15, 1.5):
                i = 1 if t < 1 else 2
                (ax, ay), (bx, by) = limb.joints[i], limb.joints[i + 1]
                pen.decal(ellipse(ax + (bx - ax) * (t % 1), ay + (by - ay) * (t % 1), small * 0.8), tone)


def _saddle(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    points = [bones.spot(-1.0, 0.3), bones.spot(-0.5, 0.5), bones.spot(0.1, 0.46), bones.spot(0.7, 0.36)]
    top = [bones.spot(0.9, -0.1), bones.spot(0.0, -0.3), bones.spot(-1.1, -0.2)]
    pen.decal(smooth([*points, *top]), coat.dark, blur=3)


def _wrinkles(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    shade, depth = darken(coat.fur, 0.4), bones.build.depth
    for u, v in ((0.5, 0.62), (0.46, 0.7), (-0.5, 0.6), (-0.46, 0.7), (0.78, 0.5), (0.82, 0.58)):
        line = [bones.spot(u - 0.08, v), bones.spot(u, v + 0.03), bones.spot(u + 0.08, v)]
        pen.line(curve(*line), shade, depth * 0.014, alpha=0.5)
    for limb in bones.near:
        x, y = limb.joints[2]
        for k in (-6, 0, 6):
            w = limb.widths[2] * 0.6
            pen.line(curve((x - w, y + k), (x, y + k + 2.4), (x + w, y + k)), shade, 1.3, alpha=0.5)


def _shaggy(pen: Pen, look: Look, coat: Coat, bones: Bones) -> None:
    """A bison's forehand: dark, woolly, to below the chest."""
    points = [
        bones.spot(-0.02, -0.4),
        bones.spot(0.06, 0.1),
        bones.spot(0.2, 0.4),
        bones.spot(0.14, 0.7),
        bones.spot(0.36, 0.9),
        bones.spot(0.4, 1.2),
        bones.spot(1.1, 1.1),
    ]
    pen.decal(smooth([*points, bones.spot(1.9, 0.6), bones.spot(1.9, -0.6)]), coat.dark, blur=3)
    tone = lighten(coat.dark, 0.16)
    for i in range(26):
        x, y = bones.spot(0.16 + (i % 6) * 0.16, 0.0 + (i // 6) * 0.2 + (0.06 if i % 2 else 0))
        pen.line(curve((x - 4, y - 4), (x + 1, y), (x - 2, y + 6)), tone, 1.6, alpha=0.6)


_MARKS = {
    "zebra": _stripes, "stripes": _stripes, "holstein": _patches, "net": _net, "spots": _spots, "rosettes": _spots,
    "fawn": _spots, "saddle": _saddle, "wrinkles": _wrinkles, "shaggy": _shaggy,
}  # fmt: skip
