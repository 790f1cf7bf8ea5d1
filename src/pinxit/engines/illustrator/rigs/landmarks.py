"""Buildings and works of the landscape, drawn small: cottages, barns, castles, fences, tracks, benches."""

from __future__ import annotations

import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import halo
from pinxit.engines.illustrator.shapes import Point, box, polygon, smooth
from pinxit.engines.illustrator.stage import Stage

WARM: Rgb = (255, 206, 124)


def _front(pen: Pen, path: skia.Path, rgb: Rgb) -> skia.Path:
    edge = path.getBounds()
    stops = ((0.0, lighten(rgb, 0.12)), (1.0, darken(rgb, 0.16)))
    return pen.fill(path, Gradient((edge.left(), edge.top()), (edge.right(), edge.bottom()), stops), "flat", line=0.5)


def cottage(  # limit: one drawing, a list of its parts from back to front
    pen: Pen, x: float, y: float, width: float, tones: tuple[Rgb, Rgb], lit: bool = False, snow: Rgb | None = None
) -> None:  # limit: one house
    """A house with a gable to the left and a long roof; its foot is at y, x its middle; `tones` of wall and roof."""
    wall, roof = tones
    w, h = width, width * 0.42
    _front(pen, box(x - w * 0.5, y - h, w, h), wall)
    _front(
        pen,
        polygon(
            [
                (x - w * 0.5, y),
                (x - w * 0.5, y - h),
                (x - w * 0.31, y - h * 1.9),
                (x - w * 0.12, y - h),
                (x - w * 0.12, y),
            ]
        ),
        lighten(wall, 0.15),
    )
    slope = polygon(
        [
            (x - w * 0.31, y - h * 1.95),
            (x + w * 0.42, y - h * 1.95),
            (x + w * 0.56, y - h * 0.92),
            (x - w * 0.1, y - h * 0.92),
        ]
    )
    _front(pen, box(x + w * 0.2, y - h * 2.3, w * 0.09, h * 0.6), darken(wall, 0.25))
    body = _front(pen, slope, snow or roof)
    rows = skia.Path()
    for i in range(1, 6):
        ry = y - h * (1.95 - 1.03 * i / 6)
        rows.moveTo(x - w, ry)
        rows.lineTo(x + w, ry)
    with pen.on(body):
        pen.line(rows, darken(snow or roof, 0.3), max(w * 0.008, 1), alpha=0.5 if not snow else 0.15)
    pen.line(
        polygon(
            [(x - w * 0.54, y - h * 0.86), (x - w * 0.31, y - h * 1.95), (x - w * 0.08, y - h * 0.86)], closed=False
        ),
        snow or darken(roof, 0.2),
        w * 0.04,
    )
    panes = skia.Path()
    for wx, wy in ((-0.38, 0.72), (0.06, 0.66), (0.34, 0.66), (-0.36, 1.26)):
        panes.addRect(skia.Rect.MakeXYWH(x + wx * w, y - wy * h, w * 0.11, h * 0.3))
    pen.line(panes, lighten(wall, 0.5), w * 0.022)
    if lit:
        pen.glow(panes, WARM)
        halo(pen, x, y - h * 0.5, w * 0.5, WARM, 0.3)
    else:
        pen.decal(panes, darken((92, 116, 138), 0.25))
    pen.fill(box(x + w * 0.2, y - h * 0.6, w * 0.1, h * 0.6, w * 0.02), darken(roof, 0.35), "flat", line=0.4)


def barn(
    pen: Pen, x: float, y: float, width: float, rgb: Rgb, roof: Rgb
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A red barn with a gambrel roof and white crossed doors."""
    w, h = width, width * 0.6
    pale = lighten(rgb, 0.82)
    _front(pen, box(x, y - h * 0.8, w * 0.62, h * 0.8), darken(rgb, 0.16))
    _front(
        pen,
        polygon(
            [
                (x - w * 0.1, y - h * 1.28),
                (x + w * 0.52, y - h * 1.28),
                (x + w * 0.6, y - h * 1.04),
                (x + w * 0.66, y - h * 0.74),
                (x, y - h * 0.74),
            ]
        ),
        roof,
    )
    outline = [
        (x - w * 0.45, y),
        (x - w * 0.45, y - h * 0.74),
        (x - w * 0.34, y - h * 1.1),
        (x - w * 0.1, y - h * 1.3),
        (x + w * 0.14, y - h * 1.1),
        (x + w * 0.25, y - h * 0.74),
        (x + w * 0.25, y),
    ]
    front = _front(pen, polygon(outline), rgb)
    boards = skia.Path()
    for i in range(1, 16):
        boards.moveTo(x - w * 0.45 + w * 0.7 * i / 16, y)
        boards.lineTo(x - w * 0.45 + w * 0.7 * i / 16, y - h * 1.4)
    with pen.on(front):
        pen.line(boards, darken(rgb, 0.3), max(w * 0.006, 1), alpha=0.5)
    pen.line(polygon(outline[1:6], closed=False), pale, w * 0.03)
    door = box(x - w * 0.25, y - h * 0.5, w * 0.3, h * 0.5)
    pen.decal(door, darken(rgb, 0.18))
    pen.line(door, pale, w * 0.02)
    for a, b in (((-0.25, 0), (0.05, 0.5)), ((0.05, 0), (-0.25, 0.5))):
        pen.line(polygon([(x + a[0] * w, y - a[1] * h), (x + b[0] * w, y - b[1] * h)], closed=False), pale, w * 0.016)
    pen.line(box(x - w * 0.16, y - h * 0.9, w * 0.12, h * 0.18), pale, w * 0.02)
    pen.decal(box(x - w * 0.16, y - h * 0.9, w * 0.12, h * 0.18), darken(rgb, 0.6))


def fence(pen: Pen, span: tuple[float, float], y: float, height: float, rgb: Rgb) -> None:
    """A fence of posts and two rails between two xs, its foot at y."""
    left, right = span
    step = height * 1.3
    for t in (0.4, 0.76):
        pen.fill(box(left, y - height * t, right - left, height * 0.12), rgb, "flat", line=0.4)
        pen.decal(box(left, y - height * t, right - left, height * 0.03), lighten(rgb, 0.4))
    x = left
    while x <= right:
        pen.fill(
            box(x - height * 0.08, y - height, height * 0.16, height * 1.02, height * 0.03),
            darken(rgb, 0.08),
            "flat",
            line=0.4,
        )
        x += step


def track(pen: Pen, foot: tuple[float, float], head: Point, rgb: Rgb, swing: float = 120) -> skia.Path:
    """A path that winds from the lower edge, `foot` = (x, width), to `head` far away."""
    (fx, fw), (hx, hy) = foot, head
    left: list[Point] = []
    right: list[Point] = []
    for i in range(9):
        t = i / 8
        y = 1030 + (hy - 1030) * (1 - (1 - t) ** 1.7)
        x = fx + (hx - fx) * t + swing * (1 - t) * t * 4 * (0.5 - t)
        half = fw / 2 * (1 - t) ** 1.5 + 3
        left.append((x - half, y))
        right.append((x + half, y))
    path = smooth([*left, *reversed(right)])
    pen.decal(path, Gradient((0, hy), (0, 1000), ((0.0, lighten(rgb, 0.15)), (1.0, darken(rgb, 0.08)))))
    rng = random.Random(round(fx))
    specks = skia.Path()
    for _ in range(60):
        t = rng.random() ** 0.6
        s = 1 + 4 * t
        specks.addOval(skia.Rect.MakeXYWH(fx + rng.uniform(-0.5, 0.5) * fw, hy + (1010 - hy) * t, s * 2.4, s))
    with pen.on(path):
        pen.decal(specks, darken(rgb, 0.35), alpha=0.5)
    return path


def tower(pen: Pen, spot: Point, size: Point, rgb: Rgb, roof: Rgb | None) -> None:
    """A castle's tower: its foot's middle at `spot`, `size` = (width, height); pointed roof or battlements."""
    (x, y), (w, h) = spot, size
    stops = ((0.0, lighten(rgb, 0.2)), (0.45, rgb), (1.0, darken(rgb, 0.35)))
    pen.fill(box(x - w / 2, y - h, w, h + 10), Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.5)
    top = skia.Path()
    top.addRect(skia.Rect.MakeXYWH(x - w * 0.58, y - h - w * 0.14, w * 1.16, w * 0.26))
    for i in range(4):
        top.addRect(skia.Rect.MakeXYWH(x - w * 0.58 + w * 0.32 * i, y - h - w * 0.32, w * 0.2, w * 0.2))
    pen.fill(top, Gradient((x - w / 2, 0), (x + w / 2, 0), stops), "flat", line=0.4)
    if roof:
        cone = polygon([(x - w * 0.6, y - h - w * 0.14), (x, y - h - w * 1.5), (x + w * 0.6, y - h - w * 0.14)])
        pen.fill(
            cone,
            Gradient(
                (x - w * 0.5, 0), (x + w * 0.5, 0), ((0.0, lighten(roof, 0.22)), (0.5, roof), (1.0, darken(roof, 0.4)))
            ),
            "flat",
            line=0.5,
        )
        pen.line(polygon([(x, y - h - w * 1.5), (x, y - h - w * 1.95)], closed=False), darken(rgb, 0.5), 2)
        pen.decal(
            polygon([(x, y - h - w * 1.95), (x + w * 0.5, y - h - w * 1.8), (x, y - h - w * 1.65)]), (196, 52, 56)
        )
    slits = skia.Path()
    for dx, t in ((-0.18, 0.78), (0.14, 0.56), (-0.1, 0.32)):
        slits.addRRect(
            skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + dx * w, y - h * t, w * 0.12, w * 0.3), w * 0.06, w * 0.06)
        )
    pen.decal(slits, darken(rgb, 0.65))


def castle(pen: Pen, x: float, y: float, width: float, rgb: Rgb, roof: Rgb) -> None:
    """A great castle whose foot is at y around x."""
    w = width
    tower(pen, (x + w * 0.02, y - w * 0.16), (w * 0.16, w * 0.46), darken(rgb, 0.06), roof)
    tower(pen, (x - w * 0.22, y - w * 0.08), (w * 0.12, w * 0.36), darken(rgb, 0.04), roof)
    tower(pen, (x + w * 0.24, y - w * 0.08), (w * 0.13, w * 0.3), darken(rgb, 0.08), roof)
    _front(pen, box(x - w * 0.34, y - w * 0.24, w * 0.7, w * 0.24), darken(rgb, 0.05))
    teeth = skia.Path()
    for i in range(13):
        teeth.addRect(skia.Rect.MakeXYWH(x - w * 0.34 + w * 0.054 * i, y - w * 0.265, w * 0.03, w * 0.03))
    pen.decal(teeth, rgb)
    stones = skia.Path()
    rng = random.Random(7)
    for _ in range(46):
        stones.addRect(
            skia.Rect.MakeXYWH(x + rng.uniform(-0.33, 0.33) * w, y - rng.uniform(0.02, 0.22) * w, w * 0.022, w * 0.01)
        )
    pen.decal(stones, darken(rgb, 0.3), alpha=0.4)
    gate = smooth(
        [
            (x - w * 0.05, y + 4),
            (x - w * 0.05, y - w * 0.09),
            (x, y - w * 0.14),
            (x + w * 0.05, y - w * 0.09),
            (x + w * 0.05, y + 4),
        ],
        tension=0.5,
    )
    pen.decal(gate, darken(rgb, 0.7))
    for dx in (-0.1, 0.1):
        tower(pen, (x + dx * w, y), (w * 0.08, w * 0.28), rgb, None)
    for dx in (-0.36, 0.37):
        tower(pen, (x + dx * w, y), (w * 0.13, w * 0.33), rgb, roof)


def bench(pen: Pen, x: float, y: float, width: float, rgb: Rgb) -> None:
    """A park bench from in front."""
    h = width * 0.44
    for side in (-1, 1):
        pen.fill(box(x + side * width * 0.42 - 5, y - h, 10, h), (62, 62, 66), "flat", line=0.4)
    for t in (0.98, 0.8, 0.62):
        pen.fill(box(x - width / 2, y - h * t, width, h * 0.13, 3), rgb, "flat", line=0.4)
        pen.decal(box(x - width / 2, y - h * t, width, h * 0.03), lighten(rgb, 0.35))
    pen.fill(
        polygon(
            [
                (x - width * 0.48, y - h * 0.48),
                (x + width * 0.48, y - h * 0.48),
                (x + width * 0.52, y - h * 0.36),
                (x - width * 0.52, y - h * 0.36),
            ]
        ),
        lighten(rgb, 0.12),
        "flat",
        line=0.5,
    )


def flowerbed(pen: Pen, stage: Stage, area: tuple[float, float, float, float], tones: tuple[Rgb, ...]) -> None:
    """Flowers in rows on stalks in left, top, right, bottom."""
    left, top, right, bottom = area
    rng = stage.mood.random(f"bed{left}{top}")
    stalks = skia.Path()
    heads = [skia.Path() for _ in tones]
    for _ in range(round((right - left) / 7)):
        t = rng.random()
        x, y, s = rng.uniform(left, right), top + (bottom - top) * t, 5 + 8 * t
        stalks.moveTo(x, y + s * 3)
        stalks.lineTo(x, y)
        path = heads[rng.randrange(len(tones))]
        for dx, dy in ((-0.6, 0), (0.6, 0), (0, -0.6), (0, 0.5)):
            path.addCircle(x + dx * s, y + dy * s, s * 0.62)
    pen.line(stalks, (72, 122, 62), 2.4)
    for path, tone in zip(heads, tones, strict=True):
        path.setFillType(skia.PathFillType.kWinding)
        pen.decal(path, tone)
