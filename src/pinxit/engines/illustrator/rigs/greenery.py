"""Plants of the background: firs, leafy trees, tree lines, bushes, grass, blossoms; each a few batched outlines."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.sky import EDGE, fade
from pinxit.engines.illustrator.shapes import Point, curve, polygon, smooth, tube
from pinxit.engines.illustrator.stage import Stage


def conifer_path(x: float, y: float, height: float, rng: random.Random, tiers: int = 7) -> skia.Path:
    """The outline of a fir standing at (x, y)."""
    right: list[Point] = []
    left: list[Point] = []
    for i in range(tiers):
        t = (i + 1) / tiers
        half = height * 0.21 * t * rng.uniform(0.88, 1.1)
        level = y - height * (1 - t * 0.9)
        right += [(x + half, level), (x + half * 0.56, level - height * 0.022)]
        left += [(x - half * rng.uniform(0.88, 1.1), level), (x - half * 0.56, level - height * 0.022)]
    return polygon([(x, y - height), *right, *reversed(left)])


def conifer(
    pen: Pen, x: float, y: float, height: float, rgb: Rgb, snow: Rgb | None = None
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A fir with boughs, and snow on them if there is any."""
    rng = random.Random(round(x * 13 + y * 3 + height))
    pen.decal(
        polygon(
            [
                (x - height * 0.018, y - height * 0.2),
                (x + height * 0.018, y - height * 0.2),
                (x + height * 0.024, y),
                (x - height * 0.024, y),
            ]
        ),
        darken((96, 70, 52), 0.3),
    )
    body = pen.fill(
        conifer_path(x, y, height, rng),
        Gradient(
            (x - height * 0.2, 0),
            (x + height * 0.2, 0),
            ((0.0, lighten(rgb, 0.14)), (0.5, rgb), (1.0, darken(rgb, 0.3))),
        ),
        "flat",
        line=0.5,
    )
    boughs, caps = skia.Path(), skia.Path()
    for i in range(1, 7):
        t = i / 7
        half, level = height * 0.21 * t, y - height * (1 - t * 0.9)
        for side in (-1, 1):
            tip = (x + side * half, level)
            boughs.addPath(
                smooth([(x, level - height * 0.06), tip, (x + side * half * 0.4, level + height * 0.012)], tension=0.3)
            )
            caps.addPath(
                smooth(
                    [
                        (x + side * half * 0.05, level - height * 0.09),
                        (x + side * half * 0.7, level - height * 0.035),
                        tip,
                        (x + side * half * 0.5, level - height * 0.012),
                    ],
                    tension=0.4,
                )
            )
    with pen.on(body):
        pen.decal(boughs, darken(rgb, 0.34), alpha=0.55)
    if snow:
        pen.decal(caps, snow, alpha=0.95)


def crown(x: float, y: float, rx: float, ry: float, rng: random.Random) -> skia.Path:
    """The leafy outline of a tree top or a bush around (x, y)."""
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx * 0.8, y - ry * 0.8, x + rx * 0.8, y + ry * 0.8))
    count = 11
    for i in range(count):
        angle = math.tau * i / count + rng.uniform(-0.2, 0.2)
        r = rng.uniform(0.26, 0.4)
        cx, cy = x + math.cos(angle) * rx * 0.74, y + math.sin(angle) * ry * 0.74
        path.addOval(skia.Rect.MakeLTRB(cx - rx * r, cy - ry * r, cx + rx * r, cy + ry * r))
    return path


def leaves(area: tuple[float, float, float, float], count: int, size: float, rng: random.Random) -> skia.Path:
    """Many small leaves in an ellipse (x, y, rx, ry), as one outline."""
    x, y, rx, ry = area
    path = skia.Path()
    for _ in range(count):
        angle, far = rng.uniform(0, math.tau), math.sqrt(rng.random())
        cx, cy = x + math.cos(angle) * rx * far, y + math.sin(angle) * ry * far
        s = size * rng.uniform(0.6, 1.3)
        turn = rng.uniform(0, math.tau)
        dx, dy = math.cos(turn) * s, math.sin(turn) * s
        path.moveTo(cx - dx, cy - dy)
        path.quadTo(cx - dy * 0.6, cy + dx * 0.6, cx + dx, cy + dy)
        path.quadTo(cx + dy * 0.6, cy - dx * 0.6, cx - dx, cy - dy)
    return path


def broadleaf(
    pen: Pen, x: float, y: float, height: float, rgb: Rgb, bare: bool = False
) -> None:  # limit: one drawing, a list of its parts from back to front
    """A leafy tree at (x, y); bare in winter."""
    rng = random.Random(round(x * 11 + y * 5 + height))
    bark = mix((104, 78, 60), rgb, 0.12)
    w = height * 0.055
    top = y - height * 0.62
    pen.fill(
        tube([(x, y + 2), (x + w * 0.3, y - height * 0.25), (x - w * 0.2, top)], [w * 2, w * 1.2, w * 0.8]),
        bark,
        "flat",
        line=0.5,
    )
    limbs = 9 if bare else 4
    for i in range(limbs):
        side = -1 if i % 2 else 1
        start = (x, y - height * (0.34 + 0.3 * i / limbs))
        reach = height * rng.uniform(0.16, 0.34)
        tip = (start[0] + side * reach, start[1] - height * rng.uniform(0.18, 0.34))
        pen.line(curve(start, (start[0] + side * reach * 0.6, start[1] - height * 0.08), tip), bark, w * 0.55)
        if bare:
            pen.line(
                curve(
                    (start[0] + side * reach * 0.6, start[1] - height * 0.08),
                    (tip[0] + side * 12, tip[1] + height * 0.08),
                ),
                bark,
                w * 0.3,
            )
    if bare:
        return
    cy, rx, ry = y - height * 0.68, height * 0.34, height * 0.32
    pen.fill(
        crown(x, cy, rx, ry, rng),
        Gradient((x, cy - ry), (x, cy + ry), ((0.0, rgb), (1.0, darken(rgb, 0.4)))),
        "flat",
        line=0.5,
    )
    for dx, dy, size, tone in (
        (0.28, 0.2, 0.5, darken(rgb, 0.16)),
        (-0.3, 0.05, 0.52, lighten(rgb, 0.1)),
        (0.16, -0.36, 0.46, lighten(rgb, 0.12)),
        (-0.22, -0.42, 0.42, lighten(rgb, 0.24)),
    ):
        cx, ty = x + dx * rx, cy + dy * ry
        pen.decal(
            crown(cx, ty, rx * size, ry * size, rng),
            fade((cx, ty - ry * size), (cx, ty + ry * size), tone, (0.95, 0.1)),
        )
    pen.decal(
        leaves((x - rx * 0.1, cy - ry * 0.2, rx * 0.9, ry * 0.8), 60, height * 0.014, rng),
        lighten(rgb, 0.34),
        alpha=0.6,
    )
    pen.decal(
        leaves((x + rx * 0.1, cy + ry * 0.3, rx * 0.9, ry * 0.7), 40, height * 0.014, rng), darken(rgb, 0.4), alpha=0.5
    )


def tree_line(pen: Pen, stage: Stage, y: float, height: float, rgb: Rgb, pines: bool = False) -> None:
    """A far edge of wood across the frame, as one outline with a lit upper edge."""
    rng = stage.mood.random(f"line{y}{height}")
    path = skia.Path()
    x = -EDGE - height
    while x < stage.width + EDGE + height:
        h = height * rng.uniform(0.6, 1.1)
        if pines:
            path.addPath(conifer_path(x, y + 4, h * 1.25, rng, 6))
            x += h * rng.uniform(0.18, 0.4)
        else:
            path.addPath(crown(x, y - h * 0.4, h * 0.5, h * 0.52, rng))
            x += h * rng.uniform(0.45, 0.85)
    path.addRect(skia.Rect.MakeLTRB(-EDGE, y - height * 0.3, stage.width + EDGE, y + 6))
    path.setFillType(skia.PathFillType.kWinding)
    pen.decal(path, Gradient((0, y - height), (0, y), ((0.0, lighten(rgb, 0.12)), (1.0, darken(rgb, 0.18)))))
    if not pines:
        with pen.on(path):
            pen.decal(
                skia.Path(path).makeOffset(height * 0.1, height * 0.16)
                if hasattr(path, "makeOffset")
                else _shift(path, height * 0.1, height * 0.17),
                darken(rgb, 0.2),
                alpha=0.45,
            )


def _shift(path: skia.Path, dx: float, dy: float) -> skia.Path:
    result = skia.Path(path)
    result.transform(skia.Matrix.Translate(dx, dy))
    return result


def blades(path: skia.Path, x: float, y: float, height: float, lean: float) -> None:
    """Add a blade of grass."""
    w = max(height * 0.07, 1.2)
    path.moveTo(x - w, y)
    path.quadTo(x - w * 0.4 + lean * 0.3, y - height * 0.6, x + lean, y - height)
    path.quadTo(x + w + lean * 0.3, y - height * 0.5, x + w, y)


def grass(
    pen: Pen, area: tuple[float, float, float, float], height: float, tones: Sequence[Rgb], rng: random.Random
) -> None:
    """Tufts in left, top, right, bottom; blades grow to `height` at the lower edge and shrink to the upper."""
    left, top, right, bottom = area
    rows = 7
    for row in range(rows):
        t = (row + 0.6) / rows
        y = top + (bottom - top) * t**1.3
        tall = height * (0.16 + 0.84 * t)
        path = skia.Path()
        for _ in range(round((right - left) / (tall * 1.5 + 10)) + 1):
            x, py = rng.uniform(left, right), y + rng.uniform(-0.5, 0.5) * tall
            for _ in range(rng.choice((3, 4, 5))):
                blades(
                    path,
                    x + rng.uniform(-0.2, 0.2) * tall,
                    py,
                    tall * rng.uniform(0.5, 1),
                    rng.uniform(-0.35, 0.4) * tall,
                )
        pen.decal(path, tones[row % len(tones)], alpha=0.85)


def blossoms(
    pen: Pen, area: tuple[float, float, float, float], size: float, tones: Sequence[Rgb], rng: random.Random
) -> None:
    """A scatter of flowers that are `size` across at the lower edge, with stalks, petals and a heart when near."""
    left, top, right, bottom = area
    for tone in tones:
        petals, hearts = skia.Path(), skia.Path()
        for i in range(round((right - left) / 13 / len(tones)) + 8):
            t = rng.random()
            s = size * (0.16 + 0.84 * t**1.4)
            x, y = rng.uniform(left, right), top + (bottom - top) * t
            if s < size * 0.3:
                petals.addOval(skia.Rect.MakeLTRB(x - s, y - s * 0.5, x + s, y + s * 0.5))
                continue
            for k in range(5):
                a = math.tau * k / 5 + i
                px, py = x + math.cos(a) * s * 0.5, y + math.sin(a) * s * 0.36
                petals.addOval(skia.Rect.MakeLTRB(px - s * 0.36, py - s * 0.27, px + s * 0.36, py + s * 0.27))
            hearts.addOval(skia.Rect.MakeLTRB(x - s * 0.24, y - s * 0.19, x + s * 0.24, y + s * 0.19))
        petals.setFillType(skia.PathFillType.kWinding)
        pen.decal(petals, tone)
        pen.decal(hearts, (250, 206, 80))


def bush(pen: Pen, x: float, y: float, size: tuple[float, float], rgb: Rgb) -> None:
    """A rounded shrub with its foot at (x, y), `size` = (width, height)."""
    rng = random.Random(round(x * 3 + y + size[0]))
    rx, ry = size[0] / 2, size[1] / 2
    pen.fill(
        crown(x, y - ry, rx, ry, rng),
        Gradient((x, y - 2 * ry), (x, y), ((0.0, lighten(rgb, 0.08)), (1.0, darken(rgb, 0.42)))),
        "flat",
        line=0.5,
    )
    pen.decal(
        crown(x - rx * 0.25, y - ry * 1.3, rx * 0.55, ry * 0.5, rng),
        fade((x, y - ry * 1.8), (x, y - ry * 0.8), lighten(rgb, 0.22), (0.9, 0.05)),
    )
    pen.decal(leaves((x, y - ry, rx * 0.9, ry * 0.85), 34, size[1] * 0.035, rng), lighten(rgb, 0.3), alpha=0.55)
