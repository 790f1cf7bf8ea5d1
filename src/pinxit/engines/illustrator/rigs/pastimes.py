"""What hands hold to play, to rest and to carry: instruments, a camera, a phone, a book, a barbell.

Each is drawn from its grip in one hand, 1 unit a centimetre of an adult, turned by the task that uses it.
"""

from __future__ import annotations

from collections.abc import Callable

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.shapes import box, ellipse, polygon, smooth, tube, union

_WOOD, _DARK, _BRASS, _STEEL = (168, 92, 48), (52, 50, 58), (222, 176, 76), (192, 200, 212)


def _violin(pen: Pen) -> None:
    """The neck is in the hand; the body lies to the left, towards the chin."""
    lower, upper = ellipse(-31, 0, 8.4, 8.2), ellipse(-18.5, 0, 6.6, 6.6)
    waist = smooth([(-27, -5), (-21, -4.4), (-21, 4.4), (-27, 5)], tension=0.2)
    body = union(union(lower, upper), waist)
    pen.fill(body, _WOOD, "glossy")
    with pen.on(body):
        for side in (-1, 1):
            hole = [(-26.5, side * 2.6), (-24.6, side * 3.6), (-22.4, side * 3.0)]
            pen.decal(stroke(hole, 0.9, 0.4, 0.4), darken(_WOOD, 0.75))
        pen.decal(ellipse(-34, -3, 3, 1.4, 20), lighten(_WOOD, 0.5), alpha=0.4, blur=0.8)
    pen.fill(polygon([(-38, -1.3), (-31, -1.0), (-31, 1.0), (-38, 1.3)]), _DARK, "round", line=0.3)
    pen.fill(polygon([(-22, -1.3), (3, -0.9), (3, 0.9), (-22, 1.3)]), _DARK, "round", line=0.4)
    for y in (-0.7, 0.0, 0.7):
        pen.decal(stroke([(-31, y), (-14, y), (2, y * 0.8)], 0.16, 1, 1), (236, 232, 222))
    pen.fill(box(-27.6, -2, 1, 4, 0.3), (226, 196, 140), "flat", line=0.3)
    pen.fill(smooth([(2, -1.4), (7, -2), (10, 0.4), (8, 2.6), (6, 1.0), (2, 1.4)]), darken(_WOOD, 0.15), "round")
    for x in (4, 6.4):
        pen.fill(tube([(x, -3.4), (x, 3.4)], 0.9), _DARK, "round", line=0.3)


def _bow(pen: Pen) -> None:
    pen.fill(tube([(0, 5), (-0.8, -20), (0.6, -50)], [1.3, 1.1, 0.8]), (116, 62, 36), "round", line=0.5)
    pen.decal(stroke([(1.8, 3), (2.0, -22), (1.2, -49)], 0.7, 1, 1), (244, 238, 222))
    pen.fill(box(-0.4, -1, 2.8, 4.4, 0.6), _DARK, "round", line=0.4)


def _flute(pen: Pen) -> None:
    pen.fill(tube([(-32, -3), (18, -3)], 2.3), _STEEL, "metal", line=0.6)
    pen.fill(ellipse(-28, -3.4, 2.6, 1.8), lighten(_STEEL, 0.25), "metal", line=0.4)
    for k in range(9):
        pen.fill(ellipse(-17 + k * 3.4, -3.8, 1.1), lighten(_STEEL, 0.3), "metal", line=0.3)


def _trumpet(pen: Pen) -> None:
    pen.fill(tube([(-26, -5), (14, -5)], 1.8), _BRASS, "metal", line=0.6)
    pen.fill(tube([(-12, -5), (-14, 1), (-8, 4), (6, 4), (11, 1), (8, -5)], 1.5), _BRASS, "metal", line=0.6)
    bell = smooth([(8, -6), (18, -6.6), (26, -12), (27.4, -5), (26, 2), (18, -3.4), (8, -4)], tension=0.4)
    pen.fill(bell, _BRASS, "metal")
    pen.fill(ellipse(26.6, -5, 1.5, 7), darken(_BRASS, 0.4), "metal", line=0.5)
    pen.fill(smooth([(-27.5, -6.4), (-25, -6), (-25, -4), (-27.5, -3.6)]), lighten(_BRASS, 0.3), "metal", line=0.4)
    for x in (-4, -0.6, 2.8):
        pen.fill(box(x - 1.1, -7, 2.2, 10, 0.8), lighten(_BRASS, 0.15), "metal", line=0.4)
        pen.fill(ellipse(x, -8.4, 1.1, 0.7), WHITE, "round", line=0.3)


def _stick(pen: Pen) -> None:
    pen.fill(tube([(0, 7), (0, -28)], [1.8, 1.3]), (222, 180, 122), "round", line=0.5)
    pen.fill(ellipse(0, -28.4, 1.3, 1.9), (236, 200, 146), "round", line=0.4)


def _snare(pen: Pen) -> None:
    """A drum before the belly; one stick is in this hand."""
    with pen.at(17, 12):
        shell = smooth([(-21, 0), (21, 0), (21, 20), (0, 24), (-21, 20)], tension=0.12)
        pen.fill(shell, (196, 52, 48), "glossy")
        with pen.on(shell):
            for k in range(-5, 6):
                lace = [(k * 4.6 - 2.3, 2), (k * 4.6, 22), (k * 4.6 + 2.3, 2)]
                pen.decal(stroke(lace, 0.7, 1, 1), (244, 232, 200))
        pen.fill(tube([(-21, 20), (0, 24), (21, 20)], 2.4), _BRASS, "metal", line=0.4)
        pen.fill(ellipse(0, 0, 21.6, 5.2), _BRASS, "metal")
        pen.fill(ellipse(0, -0.6, 19.4, 4.2), (248, 240, 222), "soft", line=0.4)
    with pen.at(0, 0, 1, turn=66):
        _stick(pen)


def _camera(pen: Pen) -> None:
    pen.fill(box(-18, -9.4, 19, 12.6, 2), (58, 58, 66), "round")
    pen.fill(box(-18, -9.4, 19, 3.6, 1.6), (196, 200, 208), "metal", line=0.4)
    pen.fill(smooth([(-12, -9), (-11, -12), (-6, -12), (-5, -9)], tension=0.2), (190, 194, 202), "metal", line=0.5)
    pen.fill(ellipse(-8.5, -2.6, 5.4), (36, 36, 42), "round")
    pen.fill(ellipse(-8.5, -2.6, 3.8), (44, 70, 112), "glossy", line=0.4)
    pen.decal(ellipse(-9.8, -4, 1.2), WHITE, alpha=0.9)


def _phone(pen: Pen) -> None:
    pen.fill(box(-3.4, -11, 6.8, 15, 1.3), _DARK, "glossy")
    pen.decal(box(-2.7, -10, 2.4, 2.4, 0.6), (96, 98, 110))
    pen.decal(ellipse(-1.5, -8.8, 0.7), (24, 26, 34))


def _fork(pen: Pen) -> None:
    pen.fill(tube([(0, 8), (0, -9)], 1.2), _STEEL, "metal", line=0.5)
    for x in (-1.3, 0, 1.3):
        pen.fill(tube([(0, -9), (x, -11), (x, -15)], 0.8), _STEEL, "metal", line=0.3)
    pen.fill(ellipse(0, -16, 2.6, 2.0), (206, 122, 62), "soft", line=0.4)


def _dish(pen: Pen) -> None:
    bowl = smooth([(-11, -4), (11, -4), (8, 4), (4, 6.4), (-4, 6.4), (-8, 4)], tension=0.3)
    with pen.at(5, -3):
        pen.fill(ellipse(0, -5, 9, 4.2), (214, 152, 76), "soft", line=0.5)
        for x, y, tone in ((-4, -6.4, (206, 72, 52)), (1, -7.6, (112, 156, 72)), (5, -6, (236, 206, 120))):
            pen.fill(ellipse(x, y, 2.6, 1.8), tone, "soft", line=0.3)
        pen.fill(bowl, (84, 122, 162), "glossy")


def _book(pen: Pen) -> None:
    """An open book between both hands; the right hand is at its right edge."""
    with pen.at(-12, -3):
        for side in (-1, 1):
            cover = polygon([(0, 6.5), (side * 14.6, 4), (side * 14.2, -14), (0, -10.5)])
            pen.fill(cover, (150, 52, 56), "round")
            page = smooth([(0, 5), (side * 6, 2.4), (side * 13.4, 3), (side * 13, -13), (side * 6, -13.4),
                           (0, -10.8)], tension=0.2)  # fmt: skip
            pen.fill(page, (250, 245, 232), "soft", line=0.5)
            for k in range(6):
                y = -10.4 + k * 2.1
                pen.decal(
                    stroke([(side * 2, y), (side * 6, y - 1), (side * 11.4, y - 0.8)], 0.4, 1, 1), (150, 146, 150)
                )


def _crate(pen: Pen) -> None:
    with pen.at(-18, -6):
        case = box(-21, -16, 42, 30, 1)
        pen.fill(case, (196, 150, 98), "round")
        with pen.on(case):
            pen.decal(box(-4, -16, 8, 30), (222, 190, 140), alpha=0.9)
            pen.decal(box(-21, -16, 42, 2.4), (226, 186, 132), alpha=0.8)
            pen.decal(stroke([(-18, 8), (-14, 4), (-10, 8)], 0.9, 1, 1), (120, 84, 52))


def _barbell(pen: Pen) -> None:
    """A bar across both hands, two weights at each end; it is held in the right hand."""
    pen.fill(tube([(-124, -1), (-38, -3), (46, -1)], 2.6), _STEEL, "metal")
    for x, high in ((-116, 22), (-109, 15), (31, 15), (38, 22)):
        pen.fill(box(x - 2.8, -1 - high, 5.6, high * 2, 2), (58, 60, 70), "glossy")
        pen.decal(box(x - 2.0, -high * 0.3, 4.0, high * 0.6, 1), (206, 62, 56))


def draw_piano(pen: Pen, x: float, low: float) -> None:
    """An upright piano from its side, keys to the left at (x, -14), and its stool; `low` is the floor."""
    case = (74, 44, 34)
    pen.fill(polygon([(x + 14, -70), (x + 44, -70), (x + 46, low), (x + 12, low), (x + 13, -18)]), case, "glossy")
    pen.fill(box(x + 11, -74, 36, 5, 1.4), lighten(case, 0.1), "glossy")
    pen.fill(polygon([(x - 8, -19), (x + 14, -19), (x + 14, -10), (x - 8, -11)]), case, "glossy")
    pen.fill(box(x - 8, -21, 20, 2.6, 0.8), (250, 248, 240), "flat", line=0.5)
    for k in range(5):
        pen.decal(box(x - 5.4 + k * 3.6, -22.2, 1.6, 1.6), (32, 30, 36))
    pen.fill(tube([(x - 4, -11), (x - 3, low)], [5, 4]), darken(case, 0.1), "glossy")
    pen.fill(polygon([(x + 3, -46), (x + 5, -48), (x + 13, -24), (x + 10, -23)]), (250, 246, 234), "flat", line=0.6)
    pen.decal(box(x + 18, -60, 22, 30, 1.6), darken(case, 0.3), alpha=0.6)
    pen.decal(box(x + 18, -4, 22, low - 8, 1.6), darken(case, 0.3), alpha=0.6)
    pen.fill(tube([(-12, 4), (-14, low)], 4), darken(case, 0.2), "glossy")
    pen.fill(tube([(9, 4), (11, low)], 4), darken(case, 0.2), "glossy")
    pen.fill(box(-18, 0, 34, 7, 3), (150, 46, 52), "soft")


DRAWN: dict[str, Callable[[Pen], None]] = {
    "violin": _violin, "bow": _bow, "flute": _flute, "trumpet": _trumpet, "stick": _stick, "snare": _snare,
    "camera": _camera, "phone": _phone, "fork": _fork, "dish": _dish, "book": _book, "crate": _crate,
    "barbell": _barbell,
}  # fmt: skip
"""Every tool of this module by name."""
