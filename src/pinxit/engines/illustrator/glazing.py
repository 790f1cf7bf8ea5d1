"""Glazing: how a window maker cuts large panes into pieces, and the tones glass comes in."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator.colours import Rgb, from_oklab, mix, oklab
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.shading import thickness

Polygon = list[tuple[float, float]]


def jewel(rgb: Rgb, spread: float = 0.0) -> Rgb:
    """The glass for a colour: deeper and purer, never black. `spread` -1 to 1 varies it as sheets of glass vary."""
    light, a, b = oklab(rgb)
    chroma = math.hypot(a, b)
    # Greys stay greys of a faint tint; what has a hue gets much of it, but never more than glass can hold.
    skin = light > 0.4 and 0.012 < a < 0.058 and 0.02 < b < 0.1
    gain = 1.05 if skin else min(1.8 if light > 0.8 else 1.5, 0.23 / chroma) if chroma > 0.02 else 1.0
    light = max(0.36, min(0.93, light * (0.98 - 0.1 * (chroma > 0.06)) + 0.055 * spread))
    turn = 0.12 * spread
    cos, sin = math.cos(turn), math.sin(turn)
    return from_oklab((light, (a * cos - b * sin) * gain, (a * sin + b * cos) * gain))


def tone_at(gradient: Gradient, x: float, y: float) -> Rgb:
    """The colour of a gradient at a point."""
    (x0, y0), (x1, y1) = gradient.start, gradient.end
    dx, dy = x1 - x0, y1 - y0
    size = max(dx * dx + dy * dy, 1e-6)
    along = math.hypot(x - x0, y - y0) / math.sqrt(size) if gradient.radial else ((x - x0) * dx + (y - y0) * dy) / size
    before = gradient.stops[0]
    for stop in gradient.stops:
        if along <= stop[0]:
            room = stop[0] - before[0]
            return mix(before[1], stop[1], (along - before[0]) / room if room > 0 else 1.0)
        before = stop
    return before[1]


def panes(sites: Sequence[tuple[float, float]], box: skia.Rect) -> list[Polygon]:
    """What lies nearest to each site, inside the box (Voronoi); empty where a site has nothing of it."""
    found = []
    corners = [
        (box.left(), box.top()), (box.right(), box.top()), (box.right(), box.bottom()), (box.left(), box.bottom()),
    ]  # fmt: skip
    for x, y in sites:
        others = sorted(((ox - x) ** 2 + (oy - y) ** 2, ox, oy) for ox, oy in sites if (ox, oy) != (x, y))
        polygon: Polygon = list(corners)
        for gap, ox, oy in others[:26]:
            reach = max(((px - x) ** 2 + (py - y) ** 2 for px, py in polygon), default=0.0)
            if gap > 4 * reach:
                break
            polygon = _nearer(polygon, (x, y), (ox, oy))
        found.append(polygon)
    return found


def _nearer(polygon: Polygon, site: tuple[float, float], other: tuple[float, float]) -> Polygon:
    """The part of a convex polygon that is nearer to the site than to the other."""
    nx, ny = other[0] - site[0], other[1] - site[1]
    level = (nx * (site[0] + other[0]) + ny * (site[1] + other[1])) / 2
    result: Polygon = []
    for i, (x, y) in enumerate(polygon):
        px, py = polygon[i - 1]
        here, before = nx * x + ny * y - level, nx * px + ny * py - level
        if (here > 0) != (before > 0):
            share = before / (before - here)
            result.append((px + (x - px) * share, py + (y - py) * share))
        if here <= 0:
            result.append((x, y))
    return result


def scattered(box: skia.Rect, step: float, flat: float, chance: random.Random) -> list[tuple[float, float]]:
    """Sites on an uneven grid, `flat` times as far apart in height as in width."""
    sites = []
    rows = max(1, math.ceil(box.height() / (step * flat)))
    columns = max(1, math.ceil(box.width() / step))
    for row in range(rows):
        for column in range(columns):
            x = (
                box.left()
                + (column + 0.5 + 0.5 * (row % 2 - 0.5) + chance.uniform(-0.27, 0.27)) * box.width() / columns
            )
            y = box.top() + (row + 0.5 + chance.uniform(-0.27, 0.27)) * box.height() / rows
            sites.append((x, y))
    return sites


def radiating(
    box: skia.Rect, step: float, heart: tuple[float, float], chance: random.Random
) -> list[tuple[float, float]]:
    """Sites on rings around the heart, so that the pieces run out from it like rays."""
    sites = [heart]
    reach = max(
        math.hypot(x - heart[0], y - heart[1]) for x in (box.left(), box.right()) for y in (box.top(), box.bottom())
    )
    ring, radius = 0, step * 0.9
    while radius < reach and len(sites) < 150:
        count = max(7, round(2 * math.pi * radius / (step * 1.05)))
        start = chance.random()
        for i in range(count):
            angle = (i + start + chance.uniform(-0.2, 0.2)) * 2 * math.pi / count
            far = radius * (1 + chance.uniform(-0.05, 0.05))
            x, y = heart[0] + math.cos(angle) * far, heart[1] + math.sin(angle) * far
            if box.left() - step < x < box.right() + step and box.top() - step < y < box.bottom() + step:
                sites.append((x, y))
        ring += 1
        radius += step * (1.1 + 0.1 * ring)
    return sites


def polygon_path(polygon: Polygon) -> skia.Path:
    """The polygon as an outline."""
    path = skia.Path()
    path.addPoly([skia.Point(*spot) for spot in polygon], True)
    return path


def breadth(path: skia.Path) -> float:
    """How thick an outline is; of one that is strewn about (stars, petals), how thick its first piece is."""
    bounds = path.getBounds()
    measure = skia.PathMeasure(path, True)
    length = float(measure.getLength())
    if length <= 0 or length > 0.5 * (bounds.width() + bounds.height()):
        return thickness(path)
    spots = [measure.getPosTan(length * i / 12)[0] for i in range(12)]
    area = sum(spots[i - 1].x() * spot.y() - spot.x() * spots[i - 1].y() for i, spot in enumerate(spots))
    return 2 * abs(float(area)) / length * 1.06
