"""Plants of hot places: palms, broad leaves, ferns, lianas, cacti."""

from __future__ import annotations

import math
import random

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon, smooth, tube


def frond(start: Point, reach: float, droop: float, width: float) -> skia.Path:
    """A feathered palm leaf from `start`, `reach` to the side and `droop` down at its tip, notched below."""
    x, y = start
    spine: list[Point] = []
    for i in range(13):
        t = i / 12
        spine.append((x + reach * t, y - abs(reach) * 0.42 * math.sin(math.pi * t * 0.62) + droop * t * t))
    upper, lower = [], []
    for i, (px, py) in enumerate(spine):
        t = i / 12
        w = width * math.sin(math.pi * min(0.08 + t, 1.0)) ** 0.7
        upper.append((px, py - w * 0.35))
        lower.append((px + reach * 0.06, py + w * (1.0 if i % 2 else 0.5)))
    return polygon([*upper, *reversed(lower)])


def palm(pen: Pen, x: float, y: float, height: float, lean: float, tones: tuple[Rgb, Rgb]) -> None:
    """A coconut palm at (x, y) whose top is `lean` to the side; `tones` are its leaves and its trunk."""
    rng = random.Random(round(x + y * 3 + height))
    green, bark = tones
    top = (x + lean, y - height)
    stem = [(x, y), (x + lean * 0.22, y - height * 0.4), (x + lean * 0.62, y - height * 0.75), top]
    trunk = pen.fill(
        tube(stem, [height * 0.065, height * 0.045, height * 0.036, height * 0.034]), bark, "round", line=0.5
    )
    rings = skia.Path()
    for i in range(24):
        ty = y - height * i / 24
        rings.moveTo(x - height * 0.1 + lean * i / 30, ty)
        rings.quadTo(x + lean * i / 26, ty + height * 0.016, x + height * 0.1 + lean * i / 20, ty - height * 0.004)
    with pen.on(trunk):
        pen.line(rings, darken(bark, 0.4), height * 0.006, alpha=0.5)
    reach = height * 0.42
    for k, (side, far, droop) in enumerate(
        ((-1, 0.8, 0.66), (1, 0.86, 0.7), (-1, 1.05, 0.34), (1, 1.1, 0.36), (-1, 0.5, 0.9), (1, 0.52, 0.86),
         (-1, 0.92, 0.02), (1, 0.96, 0.0), (-1, 0.45, -0.3), (1, 0.5, -0.28))
    ):  # fmt: skip
        tone = darken(green, 0.34) if k < 2 else darken(green, 0.14) if k < 6 else lighten(green, 0.06 + 0.1 * (k % 2))
        leaf = frond(top, side * reach * far * rng.uniform(0.9, 1.1), reach * droop, height * 0.085)
        pen.fill(
            leaf,
            Gradient(top, (top[0] + side * reach, top[1]), ((0.0, darken(tone, 0.2)), (1.0, tone))),
            "flat",
            line=0.4,
        )
    for dx in (-0.02, 0.024, 0.0):
        pen.fill(ellipse(top[0] + dx * height, top[1] + height * 0.03, height * 0.02), (120, 82, 50), "round", line=0.4)


def blade(pen: Pen, root: Point, tip: Point, width: float, rgb: Rgb) -> None:
    """A broad banana leaf with a midrib and side veins."""
    (x0, y0), (x1, y1) = root, tip
    dx, dy = x1 - x0, y1 - y0
    nx, ny = -dy * width, dx * width
    mid = (x0 + dx * 0.5 - abs(nx) * 0.1, y0 + dy * 0.55)
    shape = smooth(
        [
            root,
            (x0 + dx * 0.3 + nx, y0 + dy * 0.3 + ny),
            (mid[0] + nx * 0.95, mid[1] + ny * 0.95),
            tip,
            (mid[0] - nx, mid[1] - ny),
            (x0 + dx * 0.3 - nx, y0 + dy * 0.3 - ny),
        ]
    )
    pen.fill(
        shape,
        Gradient(
            (x0 + nx, y0 + ny),
            (x0 - nx, y0 - ny),
            ((0.0, lighten(rgb, 0.18)), (0.5, rgb), (0.52, darken(rgb, 0.22)), (1.0, darken(rgb, 0.3))),
        ),
        "flat",
        line=0.5,
    )
    veins = skia.Path()
    for i in range(1, 8):
        t = i / 8.5
        px, py = x0 + dx * t, y0 + dy * t
        for side in (-1, 1):
            veins.moveTo(px, py)
            veins.lineTo(px + dx * 0.12 + side * nx * 0.8, py + dy * 0.12 + side * ny * 0.8)
    with pen.on(shape):
        pen.line(veins, lighten(rgb, 0.25), 1.6, alpha=0.35)
    pen.line(curve(root, mid, tip), lighten(rgb, 0.34), max(2.0, math.hypot(nx, ny) * 0.05), alpha=0.7)


def clump(pen: Pen, x: float, y: float, size: float, rgb: Rgb, count: int = 7) -> None:
    """A fan of broad leaves that grow from (x, y)."""
    rng = random.Random(round(x * 3 + y * 7 + size))
    order = sorted(range(count), key=lambda i: -abs(i - (count - 1) / 2))
    for k, i in enumerate(order):
        angle = math.radians(-165 + 150 * i / max(count - 1, 1) + rng.uniform(-8, 8))
        far = size * rng.uniform(0.75, 1.1)
        tone = darken(rgb, 0.3 - 0.3 * k / count) if k < count * 0.6 else lighten(rgb, 0.06)
        blade(pen, (x, y), (x + math.cos(angle) * far, y + math.sin(angle) * far), 0.15, tone)


def fern(pen: Pen, x: float, y: float, size: float, rgb: Rgb) -> None:
    """A fern: arching fronds from (x, y)."""
    for k, (side, far, droop) in enumerate(
        ((-1, 1.0, 0.7), (1, 1.0, 0.7), (-1, 0.8, 0.25), (1, 0.8, 0.25), (-1, 0.4, -0.3), (1, 0.4, -0.3))
    ):
        pen.decal(frond((x, y), side * size * far, size * droop, size * 0.17), darken(rgb, 0.3 - 0.06 * k))


def lianas(pen: Pen, width: float, top: float, rgb: Rgb, rng: random.Random) -> None:
    """Vines that hang across the upper edge."""
    path = skia.Path()
    x = -30.0
    while x < width:
        far = rng.uniform(120, 320)
        path.moveTo(x, top)
        path.quadTo(x + far / 2, top + rng.uniform(60, 230), x + far, top)
        x += far * rng.uniform(0.4, 1.0)
    pen.line(path, rgb, 5, alpha=0.9)


def cactus(pen: Pen, x: float, y: float, height: float, rgb: Rgb) -> None:
    """A saguaro with two arms."""
    w = height * 0.17
    arms = (
        [(x - w * 0.3, y - height * 0.34), (x - w * 1.4, y - height * 0.36), (x - w * 1.5, y - height * 0.66)],
        [(x + w * 0.3, y - height * 0.46), (x + w * 1.3, y - height * 0.5), (x + w * 1.35, y - height * 0.8)],
    )
    for points in arms:
        pen.fill(tube(points, w * 0.6), rgb, "round", line=0.5)
    body = pen.fill(
        tube([(x, y), (x, y - height * 0.5), (x, y - height)], [w, w * 1.05, w * 0.85]), rgb, "round", line=0.5
    )
    ribs = skia.Path()
    for i in range(-2, 3):
        ribs.moveTo(x + i * w * 0.2, y)
        ribs.lineTo(x + i * w * 0.2, y - height)
    with pen.on(body):
        pen.line(ribs, darken(rgb, 0.35), w * 0.05, alpha=0.6)
        pen.line(curve((x - w * 0.33, y), (x - w * 0.33, y - height)), lighten(rgb, 0.4), w * 0.06, alpha=0.6)
