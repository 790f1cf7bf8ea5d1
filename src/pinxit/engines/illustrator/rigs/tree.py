"""Trees: a branching trunk and a crown of leaf clumps, lit from above. The foot stands on y = 0."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon, smooth, tube, union


def clump(x: float, y: float, rx: float, ry: float, rng: random.Random, bumps: int = 9) -> skia.Path:
    """A tuft of foliage: a bumpy round outline."""
    lobes: list[skia.Path] = [ellipse(x, y, rx * 0.84, ry * 0.84)]
    for i in range(bumps):
        angle = 2 * math.pi * (i + rng.uniform(-0.25, 0.25)) / bumps
        size = rng.uniform(0.24, 0.36)
        lobes.append(ellipse(x + rx * 0.78 * math.cos(angle), y + ry * 0.78 * math.sin(angle), rx * size, ry * size))
    return union(*lobes)


def leaves(  # limit: an ellipse and how it is strewn
    x: float, y: float, rx: float, ry: float, rng: random.Random, count: int, size: float
) -> skia.Path:
    """A scatter of single leaves in an ellipse."""
    path = skia.Path()
    for _ in range(count):
        angle, far = rng.uniform(0, 2 * math.pi), math.sqrt(rng.random())
        long = size * rng.uniform(0.7, 1.3)
        spot = (x + rx * far * math.cos(angle), y + ry * far * math.sin(angle))
        path.addPath(ellipse(*spot, long, long * 0.45, rng.uniform(0, 180)))
    return path


def trunk(pen: Pen, points: Sequence[Point], widths: Sequence[float], bark: Rgb, rng: random.Random) -> None:
    """A trunk or bough with grain along it."""
    path = tube(points, widths, closed_ends=False)
    pen.fill(path, bark, "round")
    with pen.on(path):
        for i in range(7):
            shift = (i - 3) / 7
            grain = [(x + w * shift + rng.uniform(-1, 1), y) for (x, y), w in zip(points, widths, strict=True)]
            pen.line(curve(*grain), darken(bark, 0.35) if i % 2 else lighten(bark, 0.2), 1.3, alpha=0.5)


def crown(pen: Pen, tufts: Sequence[tuple[float, float, float, float]], green: Rgb, rng: random.Random) -> None:
    """Foliage: the clumps (x, y, rx, ry) from back to front, each with a lit top and leaves of its own."""
    paths = [clump(*tuft, rng) for tuft in tufts]
    whole = union(*paths)
    pen.fill(whole, darken(green, 0.22), "soft")
    for (x, y, rx, ry), path in zip(tufts, paths, strict=True):
        with pen.on(whole):
            shade = ellipse(x + rx * 0.06, y + ry * 0.22, rx * 0.98, ry * 0.95)
            pen.decal(shade, darken(green, 0.45), alpha=0.3, blur=4)
        pen.fill(path, green, "soft", line=0)
        with pen.on(path):
            pen.decal(
                ellipse(x - rx * 0.25, y - ry * 0.4, rx * 0.7, ry * 0.5), lighten(green, 0.3), alpha=0.45, blur=rx * 0.2
            )
            pen.decal(leaves(x, y + ry * 0.45, rx * 0.9, ry * 0.5, rng, 26, 3.4), darken(green, 0.3), alpha=0.45)
            pen.decal(
                leaves(x - rx * 0.2, y - ry * 0.35, rx * 0.75, ry * 0.5, rng, 26, 3.2), lighten(green, 0.35), alpha=0.7
            )
            pen.decal(leaves(x, y, rx, ry, rng, 14, 3), mix(green, (250, 230, 110), 0.35), alpha=0.5)


def needles(pen: Pen, x: float, top: float, bottom: float, wide: float, green: Rgb) -> None:
    """One storey of a fir: a bell with a jagged hem."""
    teeth = max(5, int(wide / 9) | 1)
    hem: list[Point] = []
    for i in range(teeth + 1):
        t = i / teeth
        sag = math.sin(math.pi * t) * wide * 0.09
        px = x + wide / 2 - wide * t
        hem.append((px, bottom + sag + (2 if i % teeth else -4)))
        if i < teeth:
            hem.append((px - wide / teeth * 0.55, bottom + sag - wide * 0.045 - 2))
    path = polygon(
        [(x, top), (x + wide * 0.2, top + (bottom - top) * 0.55), *hem, (x - wide * 0.2, top + (bottom - top) * 0.55)]
    )
    pen.fill(path, green, "soft", line=0.8)
    with pen.on(path):
        for i in range(int(wide / 5)):
            px = x - wide / 2 + i * 5 + 2
            lean = (px - x) / wide * 16
            y = bottom - 3 - abs(math.sin(i * 2.1)) * (bottom - top) * 0.55
            tone = lighten(green, 0.28) if i % 2 else darken(green, 0.3)
            pen.line(polygon([(px - lean * 0.6, y - 10), (px, y)], closed=False), tone, 1.4, alpha=0.6)


def frond(pen: Pen, points: Sequence[Point], green: Rgb, leaf: float = 22, hang: float = 0.6) -> None:
    """A feathered leaf (palm, fern) along a curve: leaflets on both sides of a rib."""
    dense: list[Point] = []
    count = 26
    for i in range(count + 1):
        t = i / count * (len(points) - 1)
        k = min(int(t), len(points) - 2)
        a, b = points[k], points[k + 1]
        dense.append((a[0] + (b[0] - a[0]) * (t - k), a[1] + (b[1] - a[1]) * (t - k)))
    for side, tone in ((-1, darken(green, 0.2)), (1, green)):
        path = skia.Path()
        for i in range(2, count):
            (x, y), (nx, ny) = dense[i], dense[i + 1]
            angle = math.atan2(ny - y, nx - x) + side * 0.95
            reach = leaf * (0.55 + 0.7 * math.sin(math.pi * i / count) ** 0.8)
            tip = (x + reach * math.cos(angle), y + reach * math.sin(angle) + reach * hang * 0.5)
            mid = ((x + tip[0]) / 2, (y + tip[1]) / 2 - reach * 0.08)
            path.addPath(smooth([(x, y), (mid[0] + 2, mid[1] - 1.5), tip, (mid[0] - 2, mid[1] + 1.5)]))
        pen.fill(path, tone, "soft", line=0.15)
    pen.line(curve(*points), lighten(green, 0.25), 2)
