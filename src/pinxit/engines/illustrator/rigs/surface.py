"""Surfaces in perspective: boards, tiles, concrete, marble, cloth, bricks; floors, walls and table tops wear them."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import EDGE, pool
from pinxit.engines.illustrator.shapes import Point, box, curve, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

WOOD: Rgb = (164, 112, 70)
_KINDS: dict[str, tuple[str, Rgb]] = {
    "concrete": ("concrete", (176, 176, 174)),
    "cement": ("concrete", (168, 166, 162)),
    "stone": ("concrete", (158, 152, 144)),
    "slate": ("concrete", (84, 90, 98)),
    "granite": ("concrete", (120, 118, 120)),
    "marble": ("marble", (236, 234, 232)),
    "wood": ("wood", WOOD),
    "oak": ("wood", (190, 144, 94)),
    "walnut": ("wood", (112, 74, 50)),
    "bamboo": ("wood", (214, 182, 120)),
    "linen": ("cloth", (226, 216, 198)),
    "cloth": ("cloth", (224, 216, 206)),
    "tablecloth": ("cloth", (238, 232, 222)),
    "velvet": ("cloth", (112, 32, 54)),
    "metal": ("metal", (168, 174, 182)),
    "steel": ("metal", (172, 178, 186)),
    "glass": ("metal", (150, 178, 188)),
    "paper": ("plain", (240, 236, 226)),
    "white": ("plain", (242, 241, 238)),
    "black": ("metal", (38, 38, 42)),
    "table": ("wood", WOOD),
    "desk": ("wood", WOOD),
    "counter": ("marble", (226, 222, 216)),
}


def kind_of(words: str | None) -> tuple[str, Rgb] | None:
    """The treatment and the colour that words like "polished concrete slab" ask for; None if they name none."""
    text = (words or "").lower()
    found = next((_KINDS[key] for key in _KINDS if key in text), None)
    if found and "dark" in text:
        return found[0], darken(found[1], 0.4)
    if found and "light" in text:
        return found[0], lighten(found[1], 0.35)
    return found


def slab(pen: Pen, stage: Stage, top: float, kind: tuple[str, Rgb]) -> skia.Path:
    """A table top or slab seen from in front: from its far edge at `top` to below the frame."""
    name, rgb = kind
    width = stage.width
    area = polygon([(-EDGE, top), (width + EDGE, top), (width + EDGE, 1000 + EDGE), (-EDGE, 1000 + EDGE)])
    stops = ((0.0, lighten(rgb, 0.24)), (0.4, rgb), (1.0, darken(rgb, 0.26)))
    pen.fill(area, Gradient((0, top), (0, 1000), stops), "flat", line=0.6)
    rng = stage.mood.random("slab")
    with pen.on(area):
        if name == "wood":
            boards(pen, stage, top, rgb, 250)
        elif name == "marble":
            veins(pen, (-EDGE, top, width + EDGE, 1000), rgb, rng)
        elif name == "concrete":
            pores(pen, (-EDGE, top, width + EDGE, 1010), rgb, rng)
        elif name == "cloth":
            weave(pen, (-EDGE, top, width + EDGE, 1010), rgb)
        pool(pen, (width / 2, 850, max(360, width * 0.42), 170), lighten(rgb, 0.6), 0.3)
        pen.decal(
            box(-EDGE, top, width + 2 * EDGE, 60),
            Gradient((0, top), (0, top + 60), ((0.0, darken(rgb, 0.5)), (1.0, rgb)), alphas=(0.22, 0.0)),
        )
    pen.decal(box(-EDGE, top - 1, width + 2 * EDGE, 4), lighten(rgb, 0.5), alpha=0.75)
    return area


def grain(path: skia.Path, start: Point, end: Point, rng: random.Random, wobble: float) -> None:
    """Add one wavering line of wood grain."""
    path.moveTo(*start)
    (x0, y0), (x1, y1) = start, end
    path.cubicTo(
        x0 + (x1 - x0) * 0.33 + rng.uniform(-1, 1) * wobble,
        y0 + (y1 - y0) * 0.33,
        x0 + (x1 - x0) * 0.66 + rng.uniform(-1, 1) * wobble,
        y0 + (y1 - y0) * 0.66,
        x1,
        y1,
    )


def boards(pen: Pen, stage: Stage, top: float, rgb: Rgb, plank: float = 170) -> None:
    """Boards that run to a vanishing point above the middle; `plank` is their width at the lower edge."""
    width, foot = stage.width, 1000 + EDGE
    rng = stage.mood.random("boards")
    eye = (width / 2, top - 420)
    far = (top - eye[1]) / (foot - eye[1])
    count = round((width / far) / plank) + 2
    lines, joints, grains = skia.Path(), skia.Path(), skia.Path()
    for i in range(-count // 2 - 1, count // 2 + 2):
        x = width / 2 + (i + 0.35) * plank
        ends = [(eye[0] + (x + dx - eye[0]) * far, top) for dx in (0, plank)]
        shape = polygon([*ends, (x + plank, foot), (x, foot)])
        tone = darken(rgb, 0.2) if rng.random() < 0.5 else lighten(rgb, 0.16)
        pen.decal(shape, tone, alpha=rng.uniform(0.08, 0.4))
        lines.moveTo(*ends[0])
        lines.lineTo(x, foot)
        for _ in range(4):
            t = rng.uniform(0.1, 0.9) * plank
            grain(grains, (eye[0] + (x + t - eye[0]) * far, top), (x + t, foot), rng, plank * 0.12)
        t = rng.uniform(0.1, 0.95)
        a, b = _between(ends[0], (x, foot), t), _between(ends[1], (x + plank, foot), t)
        joints.moveTo(*a)
        joints.lineTo(*b)
    pen.line(grains, darken(rgb, 0.35), 1.3, alpha=0.3)
    pen.line(lines, darken(rgb, 0.5), 2.6, alpha=0.75)
    pen.line(joints, darken(rgb, 0.5), 2.2, alpha=0.6)


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def tiles(pen: Pen, stage: Stage, top: float, tones: tuple[Rgb, Rgb], size: float = 200) -> None:
    """A chequered floor of square tiles from `top` down."""
    width, foot = stage.width, 1000 + EDGE
    eye_y = top - 300.0
    area = box(-EDGE, top, width + 2 * EDGE, foot - top)
    pen.fill(area, Gradient((0, top), (0, foot), ((0.0, lighten(tones[0], 0.2)), (1.0, tones[0]))), "flat", line=0)
    depths = [0.0]
    reach = foot - eye_y
    while depths[-1] < 1 and len(depths) < 14:
        depths.append(depths[-1] + 0.085 * (0.45 + depths[-1] * 1.2))
    rows = [top + (foot - top) * d for d in depths]
    columns = round(width * reach / (top - eye_y) / size) + 2
    dark, joint = skia.Path(), skia.Path()
    for r, (near, far) in enumerate(zip(rows[1:], rows[:-1], strict=True)):
        for c in range(-columns // 2 - 1, columns // 2 + 2):
            if (r + c) % 2:
                continue
            corners = [
                (width / 2 + (c + dc) * size * (y - eye_y) / reach, y)
                for dc, y in ((0, far), (1, far), (1, near), (0, near))
            ]
            dark.addPath(polygon(corners))
        joint.moveTo(-EDGE, near)
        joint.lineTo(width + EDGE, near)
    with pen.on(area):
        pen.decal(dark, Gradient((0, top), (0, foot), ((0.0, mix(tones[1], tones[0], 0.4)), (1.0, tones[1]))))
        pen.line(joint, darken(tones[0], 0.35), 1.4, alpha=0.4)


def veins(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb, rng: random.Random) -> None:
    """Veins of marble."""
    left, top, right, bottom = area
    for i in range(8):
        x, y = left + (right - left) * (i + rng.random()) / 8, top
        points = [(x, y)]
        while y < bottom:
            x, y = x + rng.uniform(-40, 130), y + rng.uniform(30, 90)
            points.append((x, y))
        pen.line(curve(*points), darken(rgb, 0.3), rng.uniform(1.5, 5), alpha=0.3)
        pen.line(curve(*((px + 14, py + 4) for px, py in points)), darken(rgb, 0.2), rng.uniform(8, 18), alpha=0.12)
        side = points[len(points) // 2]
        pen.line(
            curve(side, (side[0] - 50, side[1] + 40), (side[0] - 160, side[1] + 70)), darken(rgb, 0.3), 1.3, alpha=0.4
        )


def pores(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb, rng: random.Random) -> None:
    """The clouds and pores of polished concrete or stone."""
    left, top, right, bottom = area
    for i in range(12):
        x, y, r = rng.uniform(left, right), rng.uniform(top, bottom), rng.uniform(90, 260)
        tone = lighten(rgb, 0.3) if i % 2 else darken(rgb, 0.2)
        pool(pen, (x, y, r, r * 0.34), tone, 0.16)
    for tone, count, alpha in ((darken(rgb, 0.4), 120, 0.35), (lighten(rgb, 0.5), 90, 0.4)):
        path = skia.Path()
        for _ in range(count):
            t = rng.random()
            x, y, s = rng.uniform(left, right), top + (bottom - top) * t, (0.6 + 1.8 * t) * rng.uniform(0.5, 1.4)
            path.addOval(skia.Rect.MakeLTRB(x - s * 1.6, y - s * 0.7, x + s * 1.6, y + s * 0.7))
        pen.decal(path, tone, alpha=alpha)


def weave(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb) -> None:
    """The folds and threads of a cloth."""
    left, top, right, bottom = area
    threads = skia.Path()
    y = top
    while y < bottom:
        threads.moveTo(left, y)
        threads.lineTo(right, y)
        y += 4 + (y - top) * 0.02
    pen.line(threads, darken(rgb, 0.25), 1.0, alpha=0.16)
    for i in range(6):
        x = left + (right - left) * (i + 0.4) / 6
        fold = smooth(
            [(x, top), (x + 26, (top + bottom) / 2), (x - 60, bottom), (x + 20, bottom), (x + 60, (top + bottom) / 2)]
        )
        pen.decal(fold, darken(rgb, 0.3), alpha=0.14)
        pen.line(curve((x - 4, top), (x + 18, (top + bottom) / 2), (x - 68, bottom)), lighten(rgb, 0.5), 3, alpha=0.3)


def bricks(pen: Pen, area: tuple[float, float, float, float], rgb: Rgb, rng: random.Random, size: float = 66) -> None:
    """A wall of bricks in left, top, right, bottom; only some of them stand out, so that it stays calm."""
    left, top, right, bottom = area
    pen.decal(
        box(left, top, right - left, bottom - top),
        Gradient((left, top), (right, bottom), ((0.0, lighten(rgb, 0.1)), (1.0, darken(rgb, 0.12)))),
    )
    tall = size * 0.36
    tones = [skia.Path() for _ in range(3)]
    mortar = skia.Path()
    row, y = 0, top
    while y < bottom:
        x = left - (row % 2) * size / 2
        while x < right:
            draw = rng.random()
            if draw < 0.42:
                tones[int(draw / 0.14)].addRect(skia.Rect.MakeXYWH(x + 1.5, y + 1.5, size - 3, tall - 3))
            mortar.moveTo(x, y)
            mortar.lineTo(x, min(y + tall, bottom))
            x += size
        mortar.moveTo(left, y)
        mortar.lineTo(right, y)
        row, y = row + 1, y + tall
    with pen.on(box(left, top, right - left, bottom - top)):
        for path, tone in zip(
            tones, (lighten(rgb, 0.16), darken(rgb, 0.16), mix(rgb, (150, 90, 60), 0.35)), strict=True
        ):
            pen.decal(path, tone, alpha=0.6)
        pen.line(mortar, darken(rgb, 0.34), 1.8, alpha=0.5)
