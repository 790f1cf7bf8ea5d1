"""What cloth looks like from close by: stitches, blossoms, quilting, tweed, dots."""

from __future__ import annotations

import math
import random

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import curve, ellipse, polygon, smooth


def cover(pen: Pen, surface: str, path: skia.Path, rgb: Rgb, unit: float, second: Rgb) -> None:
    """Draw the surface over what `path` bounds; the caller clips. `unit`: a hundredth of the wearer's width."""
    area = path.computeTightBounds()
    if surface == "knit":
        _knit(pen, area, rgb, unit)
    elif surface == "floral":
        _blossoms(pen, area, second, unit)
    elif surface == "quilt":
        for k in range(1, 6):
            y = area.top() + area.height() * k / 6
            seam = curve((area.left(), y), (area.centerX(), y + 2 * unit), (area.right(), y))
            pen.line(seam, darken(rgb, 0.3), 1.6 * unit, alpha=0.55)
    elif surface == "dots":
        _dots(pen, area, second, unit)
    elif surface == "woven":
        _bands(pen, area, second, unit)
    elif surface == "tweed":
        _checks(pen, area, rgb, unit)


def _knit(pen: Pen, area: skia.Rect, rgb: Rgb, unit: float) -> None:
    """Rows of stitches in one path, and two cables."""
    step = 6.4 * unit
    stitches = skia.Path()
    rows, columns = math.ceil(area.height() / step) + 1, math.ceil(area.width() / step) + 1
    for row in range(rows):
        for column in range(columns):
            x, y = area.left() + (column + 0.5) * step, area.top() + row * step
            stitches.addPath(
                polygon([(x - step * 0.42, y - step * 0.5), (x, y), (x + step * 0.42, y - step * 0.5)], closed=False)
            )
    pen.line(stitches, darken(rgb, 0.3), 0.95 * unit, alpha=0.5)


def _blossoms(pen: Pen, area: skia.Rect, second: Rgb, unit: float) -> None:
    """Hibiscus blossoms between palm leaves."""
    rng = random.Random(f"{area.width():.0f}/{area.height():.0f}")
    step, row = 21 * unit, 0
    y = area.top() + 4 * unit
    tones = (second, (255, 214, 92), (250, 246, 236))
    while y < area.bottom() + step:
        x = area.left() + (step / 2 if row % 2 else 0)
        while x < area.right() + step:
            px, py = x + rng.uniform(-2, 2) * unit, y + rng.uniform(-2, 2) * unit
            turn = rng.uniform(0, 70)
            for lean in (40, 220):
                leaf = [
                    (px, py),
                    (px + 6 * unit, py - 5 * unit),
                    (px + 15 * unit, py - 1 * unit),
                    (px + 6 * unit, py + 2 * unit),
                ]
                with pen.at(px, py, turn=turn + lean), pen.at(-px, -py):
                    pen.decal(smooth(leaf), (30, 104, 84))
            tone = tones[rng.randrange(3)]
            for k in range(5):
                angle = math.radians(turn + 72 * k)
                petal = ellipse(
                    px + 4.4 * unit * math.cos(angle),
                    py + 4.4 * unit * math.sin(angle),
                    4.2 * unit,
                    3.3 * unit,
                    turn + 72 * k,
                )
                pen.decal(petal, tone)
            pen.decal(ellipse(px, py, 2 * unit), darken(tone, 0.3))
            pen.decal(ellipse(px + unit, py - unit, 0.9 * unit), (255, 226, 120))
            x += step
        y += step * 0.86
        row += 1


def _dots(pen: Pen, area: skia.Rect, second: Rgb, unit: float) -> None:
    step, row = 20 * unit, 0
    y = area.top() + 6 * unit
    while y < area.bottom() + step:
        x = area.left() + (step / 2 if row % 2 else 0)
        while x < area.right() + step:
            pen.decal(ellipse(x, y, 5 * unit), ((64, 132, 210), second, (80, 176, 110))[(row + round(x / step)) % 3])
            x += step
        y += step * 0.8
        row += 1


def _bands(pen: Pen, area: skia.Rect, second: Rgb, unit: float) -> None:
    """Woven bands across the cloth, one of them with a zigzag."""
    y, k = area.top() + 5 * unit, 0
    while y < area.bottom():
        tone = (second, (48, 122, 132), (246, 232, 204))[k % 3]
        sag = 3 * unit
        pen.line(curve((area.left(), y), (area.centerX(), y + sag), (area.right(), y)), tone, 3.4 * unit)
        if k % 3 == 1:
            count = max(4, round(area.width() / (7 * unit)))
            zigzag = [
                (area.left() + area.width() * i / count, y + (9 if i % 2 else 5) * unit) for i in range(count + 1)
            ]
            pen.line(polygon(zigzag, closed=False), (246, 232, 204), 1.3 * unit)
        y, k = y + 9 * unit, k + 1


def _checks(pen: Pen, area: skia.Rect, rgb: Rgb, unit: float) -> None:
    """Fine lines both ways and a wider, paler check."""
    fine, wide = skia.Path(), skia.Path()
    for k in range(math.ceil(area.width() / (5 * unit)) + 1):
        x = area.left() + k * 5 * unit
        (wide if k % 4 == 0 else fine).addPath(polygon([(x, area.top()), (x, area.bottom())], closed=False))
    for k in range(math.ceil(area.height() / (5 * unit)) + 1):
        y = area.top() + k * 5 * unit
        (wide if k % 4 == 0 else fine).addPath(polygon([(area.left(), y), (area.right(), y)], closed=False))
    pen.line(fine, darken(rgb, 0.2), 0.6 * unit, alpha=0.4)
    pen.line(wide, lighten(rgb, 0.3) if rgb != WHITE else darken(rgb, 0.2), 0.9 * unit, alpha=0.55)
