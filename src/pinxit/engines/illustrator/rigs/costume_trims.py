"""Trimmings of costumes from many places and trades; trunk units, pit of the neck at (0, 0)."""

from __future__ import annotations

import math
from collections.abc import Callable

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Frame
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.wardrobe import Item
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth


def _ribbon(pen: Pen, f: Frame, item: Item) -> None:
    """The long ribbon that closes a hanbok's jacket."""
    y = f.trunk * 0.25
    for x, low in ((2.2, 0.98), (6.0, 0.84)):
        tail = smooth([(1, y), (x + 1, y + 8), (x + 2.4, f.trunk * low), (x - 1.6, f.trunk * low), (x - 2, y + 8)],
                      tension=0.25)  # fmt: skip
        pen.decal(tail, item.second, line=0.4)
        pen.decal(
            stroke([(x - 0.4, y + 6), (x + 0.4, f.trunk * low - 3)], 0.5, 1, 1), darken(item.second, 0.3), alpha=0.5
        )
    loop = smooth([(1, y), (8, y - 4.4), (11, y - 1), (8, y + 2)])
    pen.decal(loop, lighten(item.second, 0.1), line=0.4)
    pen.decal(ellipse(1.4, y + 0.4, 1.8), darken(item.second, 0.15))


def _pallu(pen: Pen, f: Frame, item: Item) -> None:
    """The end of a sari across the chest and over the shoulder, a bare waist beside it."""
    w, t = f.shoulder, f.trunk
    pen.decal(box(-w * 1.3, t * 0.52, w * 2.6, t * 0.2), (196, 140, 104), alpha=0.0)
    drape = polygon([(w * 0.2, -3), (w * 1.1, -1), (w * 0.7, t * 0.3), (-w * 0.5, t * 0.86), (-w * 1.3, t * 1.1),
                     (-w * 1.3, t * 0.62)])  # fmt: skip
    pen.decal(drape, lighten(item.colour, 0.1))
    for k in range(6):
        s = k / 5
        line = [
            (w * (0.25 + 0.75 * s), -2),
            (w * (0.0 + 0.6 * s), t * 0.26),
            (-w * 1.25 + w * 0.5 * s, t * (0.64 + 0.4 * s)),
        ]
        pen.decal(stroke(line, 1.1, 0.8, 1.0), darken(item.colour, 0.3), alpha=0.4)
    for edge in ([(w * 0.2, -3), (-w * 0.2, t * 0.28), (-w * 1.3, t * 0.62)],
                 [(w * 1.05, -1), (w * 0.66, t * 0.32), (-w * 0.5, t * 0.86), (-w * 1.3, t * 1.12)]):  # fmt: skip
        pen.decal(stroke(edge, 2.4, 1, 1), item.second)
        pen.decal(stroke(edge, 0.5, 1, 1), darken(item.second, 0.35), alpha=0.8)


def _frog(pen: Pen, f: Frame, item: Item) -> None:
    """A slanting closure with knotted buttons."""
    line = [(0.4, 1.5), (f.shoulder * 0.3, f.trunk * 0.14), (f.shoulder * 0.8, f.trunk * 0.22)]
    pen.decal(stroke(line, 1.3, 1, 1), item.second)
    for x, y in line:
        pen.decal(stroke([(x - 2.2, y), (x, y - 0.6), (x + 2.2, y)], 1.1, 0.7, 0.7), item.second)
        pen.decal(ellipse(x, y, 0.9), darken(item.second, 0.25))
    for k, (x, y) in enumerate(((-6, 0.5), (5, 0.62), (-4, 0.84), (7, 0.94), (-8, 1.06))):
        _blossom(pen, x, f.trunk * y, 2.4 - 0.2 * (k % 2), item)


def _blossom(pen: Pen, x: float, y: float, r: float, item: Item) -> None:
    for k in range(5):
        a = math.radians(72 * k - 90)
        pen.decal(ellipse(x + math.cos(a) * r * 0.7, y + math.sin(a) * r * 0.7, r * 0.5), item.second, alpha=0.95)
    pen.decal(ellipse(x, y, r * 0.36), (250, 240, 220))


def _pompoms(pen: Pen, f: Frame, item: Item) -> None:
    for k in range(3):
        y = f.trunk * (0.26 + 0.28 * k)
        pen.decal(ellipse(0, y, 3.6), item.second)
        for j in range(9):
            a = math.radians(40 * j)
            pen.decal(ellipse(math.cos(a) * 3.1, y + math.sin(a) * 3.1, 1.3), lighten(item.second, 0.1 * (j % 2)))
        pen.decal(ellipse(-1, y - 1.1, 1.1), WHITE, alpha=0.4)


def _lames(pen: Pen, f: Frame, item: Item) -> None:
    """Rows of laced lacquer plates on chest and belly."""
    w, t = f.shoulder, f.trunk
    plate = polygon([(-w * 0.7, t * 0.16), (w * 0.7, t * 0.16), (w * 0.92, t * 0.3), (w * 0.94, t * 0.72),
                     (-w * 0.94, t * 0.72), (-w * 0.92, t * 0.3)])  # fmt: skip
    pen.decal(plate, (46, 44, 58))
    with pen.on(plate):
        for row in range(6):
            y = t * (0.17 + 0.095 * row)
            pen.decal(stroke([(-w, y), (0, y + 0.8), (w, y)], 0.7, 1, 1), lighten(item.second, 0.1), alpha=0.9)
            for k in range(-7, 8):
                lace = [(k * w * 0.14, y + 1), (k * w * 0.14, y + t * 0.05)]
                pen.decal(stroke([lace[0], lace[0], lace[1]], 1.0, 1, 1), item.colour, alpha=0.95)
    pen.decal(ellipse(0, t * 0.3, 4.2), item.second)
    pen.decal(ellipse(0, t * 0.3, 2.2), darken(item.second, 0.3))


def _yoke(pen: Pen, f: Frame, item: Item) -> None:
    """Embroidery around the neck and down the front of a dashiki."""
    w = f.neck_w
    for k, tone in enumerate((item.second, lighten(item.colour, 0.55), darken(item.second, 0.3))):
        r = w * (2.3 - 0.34 * k)
        rim = [(-r, -3), (-r * 0.9, 6), (-r * 0.35, 13 - k), (-r * 0.2, f.trunk * 0.5)]
        for side in (-1, 1):
            pen.decal(stroke([(side * x, y) for x, y in rim], 1.7, 1, 1), tone)
    for k in range(6):
        y = f.trunk * (0.26 + 0.05 * k)
        pen.decal(polygon([(0, y - 1.5), (1.5, y), (0, y + 1.5), (-1.5, y)]), item.second)


def _stole(pen: Pen, f: Frame, item: Item) -> None:
    for side in (-1, 1):
        band = polygon([(side * f.neck_w * 0.8, -4), (side * f.neck_w * 1.7, -4), (side * f.shoulder * 0.5, f.trunk),
                        (side * f.shoulder * 0.24, f.trunk)])  # fmt: skip
        pen.decal(band, item.second)
        edge = [
            (side * f.neck_w * 1.6, -3),
            (side * f.shoulder * 0.48, f.trunk),
            (side * f.shoulder * 0.5, f.trunk * 1.02),
        ]
        pen.decal(stroke(edge, 0.5, 1, 1), darken(item.second, 0.4), alpha=0.6)


def _quilt(pen: Pen, f: Frame, item: Item) -> None:
    """The stitched rolls of a padded jacket."""
    w = f.shoulder * 1.3
    for k in range(7):
        y = f.trunk * (0.1 + 0.16 * k)
        pen.decal(stroke([(-w, y), (0, y + 1.4), (w, y)], 0.9, 1, 1), darken(item.colour, 0.4), alpha=0.65)
        lit = stroke([(-w, y + 2.6), (0, y + 4), (w, y + 2.6)], 2.0, 0.6, 0.6)
        pen.decal(lit, lighten(item.colour, 0.3), alpha=0.4, blur=0.6)


def _blanket(pen: Pen, f: Frame, item: Item) -> None:
    """The woven bands and zigzags of a poncho, and its fringe."""
    w, t = f.shoulder * 2.2, f.trunk
    tones = (item.second, darken(item.colour, 0.4), (78, 130, 122))
    for row, (y, high) in enumerate(((0.26, 3.0), (0.34, 1.4), (0.48, 3.0), (0.62, 1.4), (0.7, 3.0))):
        bend = [(-w, t * (y - 0.12)), (0, t * (y + 0.1)), (w, t * (y - 0.12))]
        pen.decal(stroke(bend, high, 1, 1), tones[row % 3])
    zigzag = [(-w + 3.2 * k, t * (0.53 + 0.1 * (1 - abs(-w + 3.2 * k) / w * 2.1)) + (1.6 if k % 2 else -1.6))
              for k in range(int(w * 2 / 3.2) + 1)]  # fmt: skip
    pen.line(polygon(zigzag, closed=False), item.second, 1.0, alpha=0.9)


COSTUME_TRIMS: dict[str, Callable[[Pen, Frame, Item], None]] = {
    "ribbon": _ribbon, "pallu": _pallu, "frog": _frog, "pompoms": _pompoms, "lames": _lames, "yoke": _yoke,
    "stole": _stole, "blanket": _blanket, "quilt": _quilt,
}  # fmt: skip
"""Every trimming of this module by the name that a cut gives it."""
