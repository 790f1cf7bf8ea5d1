"""Strings: the lines between two figures: a kite's string, a leash, a stream of water. All in the caller's units."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from itertools import pairwise

from pinxit.engines.illustrator.colours import Rgb, lighten
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.props.deed_waters import FOAM, WATER, drop
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon, tube

Ends = tuple[Point, Point]


def draw_link(pen: Pen, style: str, ends: Ends, sag: float) -> None:
    """Draw a line from the first end to the second; `sag` is how far it hangs, in shares of its length."""
    STYLES[style](pen, ends, sag)


def _hanging(ends: Ends, sag: float) -> list[Point]:
    (x0, y0), (x1, y1) = ends
    drop_by = sag * math.hypot(x1 - x0, y1 - y0)
    steps = [i / 8 for i in range(9)]
    return [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 4 * drop_by * t * (1 - t)) for t in steps]


def _string(pen: Pen, ends: Ends, sag: float) -> None:
    pen.line(curve(*_hanging(ends, sag)), (70, 62, 66), 2.4)
    pen.line(curve(*_hanging(ends, sag)), (250, 246, 238), 1.3)


def _leash(pen: Pen, ends: Ends, sag: float) -> None:
    path = tube(_hanging(ends, sag), 5.2)
    pen.fill(path, (176, 46, 50), "soft", line=0.4)
    pen.fill(ellipse(*ends[1], 5.4), (226, 190, 92), "metal", line=0.4)


def _rope(pen: Pen, ends: Ends, sag: float) -> None:
    points = _hanging(ends, sag)
    pen.fill(tube(points, 7), (196, 160, 104), "soft", line=0.5)
    for one, other in pairwise(points):
        for t in (0.15, 0.4, 0.65, 0.9):
            x, y = one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t
            pen.line(curve((x - 3, y - 2), (x + 3, y + 2)), (146, 110, 64), 1)


def _vine(pen: Pen, ends: Ends, sag: float) -> None:
    points = _hanging(ends, sag)
    pen.fill(tube(points, 8), (88, 122, 52), "soft", line=0.5)
    for i, (x, y) in enumerate(points[1:-1]):
        pen.fill(ellipse(x + (11 if i % 2 else -11), y, 11, 5.4, 28 if i % 2 else -28), (84, 150, 62), "soft", line=0.5)


def _oar(pen: Pen, ends: Ends, _sag: float) -> None:
    (x0, y0), (x1, y1) = ends
    pen.fill(tube([(x0, y0), (x1, y1)], 6.5), (190, 138, 84), "glossy", line=0.6)
    tip = (x1 + (x1 - x0) * 0.2, y1 + (y1 - y0) * 0.2)
    pen.fill(
        tube([(x1, y1), ((x1 + tip[0]) / 2, (y1 + tip[1]) / 2), tip], [8, 19, 17]), (206, 156, 98), "glossy", line=0.6
    )


def _poured(pen: Pen, ends: Ends, _sag: float, tone: Rgb = (178, 104, 44)) -> None:
    (x0, y0), (x1, y1) = ends
    points = [(x0, y0), (x0 + (x1 - x0) * 0.6, y0 + (y1 - y0) * 0.2), (x1, y0 + (y1 - y0) * 0.62), (x1, y1)]
    pen.fill(tube(points, [7, 6.4, 5.6, 5]), tone, "glossy", line=0.4)


def _water(pen: Pen, ends: Ends, sag: float) -> None:
    _poured(pen, ends, sag, lighten(WATER, 0.25))


def _laser(pen: Pen, ends: Ends, _sag: float) -> None:
    """Two thin rays side by side."""
    (x0, y0), (x1, y1) = ends
    for shift in (-5.0, 5.0):
        ray = polygon([(x0 + shift, y0 - 2), (x1, y1 - 5 + shift), (x1, y1 + 5 + shift), (x0 + shift, y0 + 2)])
        pen.glow(ray, (255, 60, 70), alpha=0.5, blur=6)
        pen.glow(ray, (255, 92, 92))
    pen.glow(ellipse(x1, y1, 16), (255, 220, 160), alpha=0.9, blur=5)


def _jet(pen: Pen, ends: Ends, sag: float) -> None:
    """A jet of water that widens and breaks into drops where it lands."""
    (x0, y0), (x1, y1) = ends
    length = math.hypot(x1 - x0, y1 - y0)
    points = _hanging(ends, -abs(sag))
    for spread, tone, alpha in ((1.0, WATER, 0.75), (0.62, lighten(WATER, 0.4), 0.9), (0.26, FOAM, 0.95)):
        widths = [(6 + 0.11 * length * i / 8) * spread for i in range(9)]
        pen.fill(tube(points, widths), tone, "flat", line=0.3 if spread == 1.0 else 0, alpha=alpha)
    lot = random.Random(round(length))
    for _ in range(20):
        angle, far = lot.uniform(0, 2 * math.pi), lot.uniform(0.04, 0.17) * length
        drop(pen, (x1 + far * math.cos(angle), y1 + far * math.sin(angle)), lot.uniform(4, 9), lighten(WATER, 0.2))


def _beam(pen: Pen, ends: Ends, _sag: float) -> None:
    """Light that widens."""
    (x0, y0), (x1, y1) = ends
    length = max(math.hypot(x1 - x0, y1 - y0), 1.0)
    nx, ny = -(y1 - y0) / length, (x1 - x0) / length
    wide = 0.3 * length
    tone = (255, 240, 170)
    paint = Gradient((x0, y0), (x1, y1), ((0.0, tone), (1.0, tone)), alphas=(0.8, 0.0))
    shape = polygon([(x0 - nx * 4, y0 - ny * 4), (x1 - nx * wide, y1 - ny * wide), (x1 + nx * wide, y1 + ny * wide),
                     (x0 + nx * 4, y0 + ny * 4)])  # fmt: skip
    pen.glow(shape, paint)


STYLES: dict[str, Callable[[Pen, Ends, float], None]] = {
    "string": _string, "leash": _leash, "rope": _rope, "stream": _poured, "jet": _jet, "beam": _beam,
    "vine": _vine, "oar": _oar, "water stream": _water, "laser": _laser,
}  # fmt: skip
"""Every style of line by name."""
