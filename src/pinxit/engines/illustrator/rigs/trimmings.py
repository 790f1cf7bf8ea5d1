"""What is sewn on or printed: buttons, belts, pockets, badges, plates. Trunk units, pit of the neck at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, luminance
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.body import Frame
from pinxit.engines.illustrator.rigs.costume_trims import COSTUME_TRIMS
from pinxit.engines.illustrator.rigs.face import joined, stroke
from pinxit.engines.illustrator.rigs.outfit import Cut, Item
from pinxit.engines.illustrator.shapes import box, ellipse, smooth, star

Trim = Callable[[Pen, Frame, Item], None]


def _buttons(pen: Pen, f: Frame, item: Item) -> None:
    pen.decal(
        stroke([(0, 2), (0.2, f.trunk * 0.5), (0, f.trunk * 1.3)], 0.5, 1, 1), darken(item.colour, 0.4), alpha=0.6
    )
    shade = darken(item.colour, 0.45) if luminance(item.colour) > 0.5 else lighten(item.colour, 0.55)
    for k in range(6):
        pen.decal(ellipse(0, f.trunk * (0.16 + 0.16 * k), 0.85), shade)


def _double(pen: Pen, f: Frame, item: Item) -> None:
    shade = darken(item.colour, 0.5) if luminance(item.colour) > 0.5 else lighten(item.colour, 0.5)
    for side in (-1, 1):
        for y in (0.5, 0.64, 0.86, 1.02) if item.kind != "chef" else (0.16, 0.32, 0.48, 0.64):
            pen.decal(ellipse(side * f.shoulder * 0.3, f.trunk * y, 1.2), shade)
            pen.decal(ellipse(side * f.shoulder * 0.3 - 0.3, f.trunk * y - 0.35, 0.45), lighten(shade, 0.5), alpha=0.8)


def _button2(pen: Pen, f: Frame, item: Item) -> None:
    for y in (0.5, 0.64):
        pen.decal(ellipse(1.6, f.trunk * y, 0.95), darken(item.colour, 0.5))


def _belt(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * (0.68 if item.kind in {"trench", "robe", "tunic", "doublet", "santa"} else 0.9)
    own = {"trench": darken(item.colour, 0.25), "hero": item.second, "armour": (88, 60, 40)}.get(
        item.kind, (44, 34, 32)
    )
    high = 4.4 if item.kind != "hero" else 3.6
    pen.decal(box(-f.hip * 1.6, y - high / 2, f.hip * 3.2, high), own)
    pen.decal(
        stroke(
            [(-f.hip * 1.6, y + high / 2 + 0.6), (0, y + high / 2 + 0.8), (f.hip * 1.6, y + high / 2 + 0.6)], 1.2, 1, 1
        ),
        darken(item.colour, 0.5),
        alpha=0.4,
        blur=0.5,
    )
    gold = (214, 176, 92)
    pen.decal(box(-2.8, y - high * 0.62, 5.6, high * 1.24, 0.8), gold)
    pen.decal(box(-1.7, y - high * 0.36, 3.4, high * 0.72, 0.4), own)
    if item.kind == "trench":
        pen.decal(
            smooth([(2.6, y - 1), (7, y + 2), (8.6, y + 13), (5, y + 13.4), (3.4, y + 3)], tension=0.25),
            darken(item.colour, 0.2),
        )


def _pockets(pen: Pen, f: Frame, item: Item) -> None:
    for side in (-1, 1):
        x, y = side * f.hip * 0.62, f.trunk * (0.82 if item.kind != "trench" else 0.88)
        flap = smooth([(x - 4.2, y - 0.6), (x + 4.2, y - 0.6), (x + 4.2, y + 2.4), (x - 4.2, y + 2.4)], tension=0.1)
        pen.decal(flap, darken(item.colour, 0.12))
        pen.decal(
            stroke([(x - 4.2, y + 2.4), (x, y + 2.7), (x + 4.2, y + 2.4)], 0.7, 0.8, 0.8),
            darken(item.colour, 0.5),
            alpha=0.7,
        )


def _breast(pen: Pen, f: Frame, item: Item) -> None:
    for side in (-1, 1):
        x, y = side * f.shoulder * 0.48, f.trunk * 0.26
        pen.decal(box(x - 3.6, y, 7.2, 7.6, 0.8), darken(item.colour, 0.08))
        pen.decal(
            stroke([(x - 3.6, y + 2), (x, y + 3.2), (x + 3.6, y + 2)], 0.6, 1, 1), darken(item.colour, 0.4), alpha=0.7
        )


def _badge(pen: Pen, f: Frame, item: Item) -> None:
    x, y = f.shoulder * 0.5, f.trunk * 0.22
    if item.kind == "spacesuit":
        pen.decal(ellipse(-x, y, 2.8), item.second)
        pen.decal(stroke([(-x - 2, y + 1), (-x, y - 0.5), (-x + 2, y - 1.2)], 0.7), (228, 78, 60))
        return
    pen.decal(star(x, y, 3.2, 1.8, 6), (226, 186, 84))
    pen.decal(ellipse(x, y, 1.1), (250, 232, 170))


def _console(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * 0.36
    pen.decal(box(-8, y, 16, 11.5, 1.6), (206, 212, 220))
    pen.decal(box(-8, y + 9.6, 16, 2, 1), (150, 158, 170))
    for k, rgb in enumerate(((226, 74, 60), (240, 190, 70), (84, 168, 108))):
        pen.decal(ellipse(-4.6 + k * 4.6, y + 3.2, 1.3), rgb)
    pen.decal(box(-5.8, y + 5.8, 11.6, 2.6, 0.8), (60, 84, 120))
    for side in (-1, 1):
        hose = [(side * 7.6, y + 6), (side * f.shoulder * 0.8, y + 12), (side * f.shoulder * 1.05, y + 3)]
        pen.decal(stroke(hose, 2.4, 1, 1), darken(item.colour, 0.35))


def _joints(pen: Pen, f: Frame, item: Item) -> None:
    pen.decal(box(-f.hip * 1.8, f.trunk * 0.78, f.hip * 3.6, 4.4), item.second)
    pen.decal(box(-f.hip * 1.8, f.trunk * 0.8, f.hip * 3.6, 1.0), lighten(item.second, 0.4), alpha=0.7)


def _plates(pen: Pen, f: Frame, item: Item) -> None:
    dark, light = darken(item.colour, 0.5), lighten(item.colour, 0.6)
    pen.decal(stroke([(0, 4), (0.4, f.trunk * 0.3), (0, f.trunk * 0.64)], 0.9, 0.4, 0.4), dark, alpha=0.6)
    pen.decal(stroke([(-1, 5), (-0.8, f.trunk * 0.3), (-1, f.trunk * 0.6)], 0.9, 0.2, 0.2), light, alpha=0.8)
    for k in range(3):
        y = f.trunk * (0.62 + 0.1 * k)
        pen.decal(stroke([(-f.hip * 1.2, y - 2), (0, y + 1.6), (f.hip * 1.2, y - 2)], 0.9, 1, 1), dark, alpha=0.7)
    for side in (-1, 1):
        pen.decal(
            stroke(
                [
                    (side * 2, f.trunk * 0.36),
                    (side * f.shoulder * 0.5, f.trunk * 0.4),
                    (side * f.shoulder * 0.84, f.trunk * 0.28),
                ],
                0.9,
            ),
            dark,
            alpha=0.5,
        )
        for k in range(4):
            pen.decal(ellipse(side * f.shoulder * (0.24 + 0.18 * k), f.trunk * 0.06 + k * 0.8, 0.6), dark, alpha=0.7)


def _emblem(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * 0.26
    shield = smooth([(-7, y - 5.5), (7, y - 5.5), (8, y - 1), (0, y + 8), (-8, y - 1)], tension=0.15)
    pen.decal(shield, item.second)
    pen.decal(star(0, y - 0.4, 4.6, 1.9), (250, 214, 90))


def _muscle(pen: Pen, f: Frame, item: Item) -> None:
    dark = darken(item.colour, 0.4)
    for side in (-1, 1):
        pen.decal(
            stroke(
                [
                    (side * 1, f.trunk * 0.36),
                    (side * f.shoulder * 0.4, f.trunk * 0.4),
                    (side * f.shoulder * 0.78, f.trunk * 0.3),
                ],
                0.9,
            ),
            dark,
            alpha=0.5,
        )
        for k in range(2):
            y = f.trunk * (0.52 + 0.13 * k)
            pen.decal(stroke([(side * 0.6, y), (side * 4, y + 0.8), (side * 6.4, y - 0.6)], 0.8), dark, alpha=0.4)


def _stripes(pen: Pen, f: Frame, item: Item) -> None:
    for y in (0.4, 0.78, 1.08):
        pen.decal(box(-f.hip * 2.4, f.trunk * y, f.hip * 4.8, 4.4), item.second)
        pen.decal(box(-f.hip * 2.4, f.trunk * y + 1.5, f.hip * 4.8, 1.4), lighten(item.second, 0.7), alpha=0.8)


def _sash(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * 0.68
    pen.decal(stroke([(-f.hip * 1.2, y - 1), (0, y + 0.6), (f.hip * 1.2, y - 1)], 3.6, 1, 1), darken(item.colour, 0.3))


def _obi(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * 0.5
    pen.decal(box(-f.hip * 1.8, y, f.hip * 3.6, f.trunk * 0.25), item.second)
    pen.decal(box(-f.hip * 1.8, y + f.trunk * 0.1, f.hip * 3.6, 1.7), lighten(item.second, 0.6))
    for k in range(7):
        pen.decal(ellipse((k - 3) * 5.2, y + f.trunk * 0.05, 1.3, 0.9), lighten(item.second, 0.45), alpha=0.6)


def _tie(pen: Pen, f: Frame, item: Item) -> None:
    for dx, dy in ((-3.6, -2.2), (3.8, -1.4), (-1.8, 6), (2.6, 6.4)):
        pen.decal(
            stroke(
                [(4, f.trunk * 0.78), (4 + dx * 0.6, f.trunk * 0.78 + dy), (4 + dx * 1.3, f.trunk * 0.78 + dy * 0.8)],
                1.1,
                0.7,
                0.5,
            ),
            darken(item.colour, 0.4),
        )


def _rope(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * 0.74
    pen.decal(stroke([(-f.hip * 1.8, y - 1), (0, y + 0.8), (f.hip * 1.8, y - 1)], 3.0, 1, 1), item.second)
    for x in (1.5, 5):
        pen.decal(stroke([(2, y), (x + 1, y + 8), (x, y + 17)], 2.0, 1, 0.8), item.second)
    for k in range(-9, 10):
        pen.decal(
            stroke([(k * 2 - 0.7, y + 1.2), (k * 2, y), (k * 2 + 0.7, y - 0.9)], 0.35, 1, 1),
            darken(item.second, 0.35),
            alpha=0.7,
        )


def _knit(pen: Pen, f: Frame, item: Item) -> None:
    """Columns of stitches, and two cables down the front."""
    dark = darken(item.colour, 0.3)
    stitches = skia.Path()
    step = f.trunk * 0.045
    for col in range(-14, 15):
        for row in range(22):
            x, y = col * f.shoulder * 0.1, f.trunk * 0.08 + row * step
            stitches.moveTo(x - f.shoulder * 0.04, y - step * 0.4)
            stitches.lineTo(x, y + step * 0.2)
            stitches.lineTo(x + f.shoulder * 0.04, y - step * 0.4)
    pen.line(stitches, dark, 0.34, alpha=0.32)
    ropes, edges = [], []
    for side in (-1, 1):
        for row in range(9):
            x, y = side * f.shoulder * 0.36, f.trunk * (0.12 + 0.11 * row)
            high, wide = f.trunk * 0.06, f.shoulder * 0.1
            for sign in (-1, 1):
                rope = [(x - sign * wide, y - high), (x - sign * wide * 0.4, y), (x + sign * wide, y + high)]
                ropes.append(stroke(rope, 1.7, 0.5, 0.5))
                edges.append(stroke([(u + 0.9, v + 0.4) for u, v in rope], 0.5))
    pen.decal(joined(ropes), lighten(item.colour, 0.14), alpha=0.8)
    pen.decal(joined(edges), dark, alpha=0.55)


def _pouch(pen: Pen, f: Frame, item: Item) -> None:
    y = f.trunk * 0.66
    pouch = smooth(
        [(-f.hip * 0.5, y), (f.hip * 0.5, y), (f.hip * 0.75, y + f.trunk * 0.26), (-f.hip * 0.75, y + f.trunk * 0.26)],
        tension=0.12,
    )
    pen.decal(pouch, darken(item.colour, 0.1))
    for side in (-1, 1):
        pen.decal(
            stroke(
                [
                    (side * f.hip * 0.5, y),
                    (side * f.hip * 0.62, y + f.trunk * 0.13),
                    (side * f.hip * 0.74, y + f.trunk * 0.25),
                ],
                0.7,
                0.8,
                0.8,
            ),
            darken(item.colour, 0.45),
            alpha=0.7,
        )


def _seam(pen: Pen, f: Frame, item: Item) -> None:
    for side in (-1, 1):
        pen.decal(
            stroke([(side * f.shoulder * 0.95, 3), (side * f.shoulder * 0.8, 9), (side * f.shoulder * 0.84, 15)], 0.5),
            darken(item.colour, 0.4),
            alpha=0.6,
        )


def _hanky(pen: Pen, f: Frame, item: Item) -> None:
    x, y = f.shoulder * 0.52, f.trunk * 0.3
    pen.decal(
        smooth([(x - 2.6, y), (x - 1.8, y - 3), (x, y - 1.6), (x + 1.4, y - 3.2), (x + 2.4, y)], tension=0.1), WHITE
    )


def _pen(pen: Pen, f: Frame, item: Item) -> None:
    x, y = f.shoulder * 0.5, f.trunk * 0.3
    pen.decal(box(x - 3.6, y, 7.2, 7, 0.8), darken(item.colour, 0.07))
    pen.decal(box(x - 1.8, y - 2.6, 1.0, 4.6, 0.4), (52, 92, 160))
    pen.decal(box(x + 0.4, y - 2.0, 1.0, 4.0, 0.4), (200, 60, 56))


def _zip(pen: Pen, f: Frame, item: Item) -> None:
    pen.decal(stroke([(0, 2), (0, f.trunk * 0.3), (0, f.trunk * 0.6)], 0.8, 1, 1), item.second)


def _panels(pen: Pen, f: Frame, item: Item) -> None:
    for side in (-1, 1):
        pen.decal(
            smooth(
                [
                    (side * f.shoulder * 1.1, f.trunk * 0.1),
                    (side * f.shoulder * 0.6, f.trunk * 0.4),
                    (side * f.hip * 0.7, f.trunk * 1.1),
                    (side * f.hip * 1.6, f.trunk * 1.1),
                ]
            ),
            item.second,
            alpha=0.9,
        )


def _frill(pen: Pen, f: Frame, item: Item) -> None:
    for k in range(-4, 5):
        pen.decal(ellipse(k * f.waist * 0.24, f.trunk * 0.8, 1.9), lighten(item.colour, 0.4))


_TRIMS: dict[str, Trim] = {
    "buttons": _buttons, "double": _double, "button2": _button2, "belt": _belt, "pockets": _pockets,
    "breast": _breast, "badge": _badge,
    "console": _console, "joints": _joints, "plates": _plates, "emblem": _emblem, "muscle": _muscle,
    "stripes": _stripes, "sash": _sash,
    "obi": _obi, "tie": _tie, "rope": _rope, "knit": _knit, "pouch": _pouch, "seam": _seam, "hanky": _hanky,
    "pen": _pen, "zip": _zip,
    "panels": _panels, "frill": _frill, **COSTUME_TRIMS,
}  # fmt: skip


def draw_trimmings(pen: Pen, frame: Frame, item: Item, cut: Cut, squeeze: float) -> None:
    """Everything sewn on a garment's trunk."""
    shift = 0.0 if squeeze > 0.8 else frame.shoulder * 0.22
    with pen.at(shift, 0):
        for name in cut.detail:
            if name in _TRIMS:
                _TRIMS[name](pen, frame, item)


def draw_pattern(pen: Pen, edge: skia.Rect, item: Item) -> None:
    """Stripes, checks, dots or flowers over a rectangle; the caller clips."""
    second: Rgb = item.second
    word = item.pattern or ""
    x0, x1, y0, y1 = edge.left(), edge.right(), edge.top(), edge.bottom()
    step = 5.2
    rows, cols = int((y1 - y0) / step) + 1, int((x1 - x0) / step) + 1
    if any(w in word for w in ("strip", "check", "plaid", "tartan", "gingham")):
        for k in range(rows):
            pen.decal(box(x0, y0 + k * step, x1 - x0, step * 0.45), second, alpha=0.85 if "strip" in word else 0.45)
        for k in range(cols if "strip" not in word else 0):
            pen.decal(box(x0 + k * step, y0, step * 0.45, y1 - y0), second, alpha=0.45)
        return
    for row in range(rows):
        for col in range(cols):
            x, y = x0 + (col + 0.5 * (row % 2)) * step, y0 + row * step
            if "flor" in word or "flower" in word:
                pen.decal(star(x, y, 1.8, 0.9, 5, row * 20), second, alpha=0.9)
                pen.decal(ellipse(x, y, 0.6), (240, 190, 70))
            else:
                pen.decal(ellipse(x, y, 1.1), second, alpha=0.9)
