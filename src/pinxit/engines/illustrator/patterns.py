"""Patterns that lie over any surface: stripes, spots, checks and flowers, as outlines with a colour each."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, luminance, mix
from pinxit.engines.illustrator.shapes import ellipse, polygon

Motif = tuple[skia.Path, Rgb]
REPEATS = 8  # how often a pattern repeats over the longer side of what it lies on


def pattern(word: str, area: skia.Rect, base: Rgb, second: Rgb | None = None) -> list[Motif]:
    """The motifs of a pattern over `area`, to be clipped to the surface; `base` is the surface's own colour."""
    tone = second or contrast(base)
    step = max(area.width(), area.height()) / REPEATS
    if any(name in word for name in ("check", "plaid", "tartan", "gingham")):
        return list(_checks(area, step, tone))
    if "strip" in word:
        return list(_stripes(area, step, tone))
    if "flor" in word or "flower" in word:
        return list(_flowers(area, step * 1.25, base, second))
    return list(_spots(area, step, tone))


def contrast(base: Rgb) -> Rgb:
    """What stands out on a colour without quarrelling with it: near-white on most, a deep tone on pale ones."""
    return mix(WHITE, base, 0.06) if luminance(base) < 0.8 else mix(darken(base, 0.6), (60, 70, 120), 0.35)


def _stripes(area: skia.Rect, step: float, tone: Rgb) -> Iterator[Motif]:
    lean = area.height() * 0.22
    x = area.left() - lean - step
    while x < area.right() + lean:
        top, foot = area.top(), area.bottom()
        yield polygon([(x, foot), (x + step * 0.5, foot), (x + step * 0.5 + lean, top), (x + lean, top)]), tone
        x += step


def _checks(area: skia.Rect, step: float, tone: Rgb) -> Iterator[Motif]:
    size = step * 0.8
    for row in range(math.ceil(area.height() / size) + 1):
        path = skia.Path()
        for column in range(row % 2, math.ceil(area.width() / size) + 1, 2):
            path.addRect(skia.Rect.MakeXYWH(area.left() + column * size, area.top() + row * size, size, size))
        yield path, tone


def _spots(area: skia.Rect, step: float, tone: Rgb) -> Iterator[Motif]:
    path = skia.Path()
    for x, y, _ in _staggered(area, step):
        path.addPath(ellipse(x, y, step * 0.26))
    yield path, tone


def _flowers(area: skia.Rect, step: float, base: Rgb, second: Rgb | None) -> Iterator[Motif]:
    chance = random.Random("flowers")
    light = luminance(base) > 0.7
    blossoms = [second] if second else [(214, 84, 108), (236, 150, 96)] if light else [WHITE, (250, 214, 120)]
    leaf = (96, 142, 92) if light else lighten((126, 170, 110), 0.2)
    for x, y, i in _staggered(area, step):
        turn, size = chance.uniform(0, 72), step * 0.17
        for side in (-1, 1):
            angle = math.radians(turn + 90 + side * 62)
            spot = (x + math.cos(angle) * step * 0.36, y + math.sin(angle) * step * 0.36)
            yield ellipse(*spot, step * 0.15, step * 0.07, math.degrees(angle)), leaf
        petals = skia.Path()
        for k in range(5):
            angle = math.radians(turn + 72 * k)
            petals.addPath(ellipse(x + math.cos(angle) * size, y + math.sin(angle) * size, size * 0.72))
        petals.setFillType(skia.PathFillType.kWinding)
        yield petals, blossoms[i % len(blossoms)]
        yield ellipse(x, y, size * 0.55), (246, 196, 72) if blossoms[i % len(blossoms)] != (250, 214, 120) else leaf


def _staggered(area: skia.Rect, step: float) -> Iterator[tuple[float, float, int]]:
    count = 0
    for row in range(math.ceil(area.height() / (step * 0.8)) + 1):
        for column in range(math.ceil(area.width() / step) + 2):
            yield area.left() + (column - 0.5 * (row % 2)) * step, area.top() + (row + 0.3) * step * 0.8, count
            count += 1
