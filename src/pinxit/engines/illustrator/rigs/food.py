"""What food drawings share: the plate under them, crumbs and seeds, flames, leaves, the gloss of a glaze."""

from __future__ import annotations

import math
import random

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, smooth

CHINA: Rgb = (246, 243, 236)
GREEN: Rgb = (98, 158, 62)


def plate(pen: Pen, y: float, radius: float, rgb: Rgb = CHINA, squash: float = 0.34) -> None:
    """A dinner plate whose rim's centre is at (0, y): rim, well and the light in it."""
    ry = radius * squash
    pen.fill(ellipse(0, y + radius * 0.07, radius * 0.99, ry), darken(rgb, 0.22), "flat")
    pen.fill(ellipse(0, y, radius, ry), rgb, "glossy", line=0.8)
    well = ellipse(0, y + ry * 0.04, radius * 0.7, ry * 0.66)
    wide = radius * 0.7
    stops = ((0, darken(rgb, 0.17)), (0.6, darken(rgb, 0.03)), (1, WHITE))
    pen.decal(well, Gradient((-wide, y - ry), (wide, y + ry), stops))
    pen.line(ellipse(0, y, radius * 0.965, ry * 0.955), lighten(rgb, 0.8), 1.2, alpha=0.8)


def scatter(path: skia.Path, count: int, rng: random.Random) -> list[Point]:
    """Points spread over an outline, none very near to another."""
    bounds = path.getBounds()
    apart = 0.62 * math.sqrt(max(bounds.width() * bounds.height(), 1) / max(count, 1))
    found: list[Point] = []
    for _ in range(count * 30):
        spot = (rng.uniform(bounds.left(), bounds.right()), rng.uniform(bounds.top(), bounds.bottom()))
        if path.contains(*spot) and all(math.dist(spot, other) > apart for other in found):
            found.append(spot)
            if len(found) == count:
                break
    return found


def crumbs(pen: Pen, path: skia.Path, rgb: Rgb, count: int, rng: random.Random) -> None:
    """Crust texture: darker and lighter specks on an outline."""
    with pen.on(path):
        for x, y in scatter(path, count, rng):
            tone = darken(rgb, 0.25) if rng.random() < 0.55 else lighten(rgb, 0.35)
            pen.decal(ellipse(x, y, rng.uniform(0.7, 1.9), rng.uniform(0.5, 1.2), rng.uniform(0, 180)), tone, alpha=0.6)


def flame(pen: Pen, x: float, y: float, tall: float) -> None:
    """A candle's flame that stands on (x, y), with its halo."""
    pen.glow(ellipse(x, y - tall * 0.5, tall * 0.9), (255, 190, 90), alpha=0.4, blur=tall * 0.45)
    with pen.at(x, y, tall / 30):
        pen.glow(organic("0 -31 4 -20 8 -9 4 -1 0 0 -4 -1 -8 -9 -4 -19"), (255, 168, 48))
        pen.glow(organic("0 -22 3 -13 5 -7 0 -1 -5 -7 -3 -13"), (255, 226, 120))
        pen.glow(organic("0 -12 2.6 -5 0 -1 -2.6 -5"), (255, 252, 226))


def leaf(pen: Pen, x: float, y: float, long: float, turn: float = 0, rgb: Rgb = GREEN) -> None:
    """A leaf that grows from (x, y) to the right, turned by degrees, with veins."""
    with pen.at(x, y, long / 40, turn=turn):
        blade = organic("0 0 10 -10 24 -11 40 -1 26 8 11 8")
        pen.fill(blade, rgb, "soft", line=0.6)
        vein = darken(rgb, 0.3)
        pen.line(curve((1, 0), (18, -2), (37, -1)), vein, 1.2)
        for at in (9, 18, 27):
            pen.line(curve((at, -1.5), (at + 6, -7)), vein, 0.7, alpha=0.7)
            pen.line(curve((at, -1.5), (at + 6, 4.5)), vein, 0.7, alpha=0.7)


def slice_wedge(radius: float, start: float, sweep: float, squash: float = 1.0) -> skia.Path:
    """A wedge of a round thing about (0, 0), in degrees clockwise from the right."""
    path = skia.Path()
    path.moveTo(0, 0)
    path.arcTo(skia.Rect.MakeLTRB(-radius, -radius * squash, radius, radius * squash), start, sweep, False)
    path.close()
    return path


def gloss(pen: Pen, x: float, y: float, wide: float, high: float, turn: float = -20) -> None:
    """A small wet highlight."""
    pen.decal(ellipse(x, y, wide, high, turn), WHITE, alpha=0.7, blur=min(wide, high) * 0.3)


def drips(wide: float, top: float, low: float, rng: random.Random, count: int = 6) -> skia.Path:
    """Icing over an edge: a band `wide` units to each side of 0 whose lower edge runs down in rounded drips."""
    spots: list[Point] = [(-wide, top)]
    step = 2 * wide / count
    for i in range(count):
        x = -wide + i * step
        fall = low * rng.uniform(0.6, 1.0)
        spots += [(x + step * 0.1, top + low * 0.35), (x + step * 0.3, top + fall), (x + step * 0.55, top + fall)]
        spots += [(x + step * 0.75, top + low * 0.35)]
    spots += [(wide, top)]
    return smooth(spots, tension=0.4)
