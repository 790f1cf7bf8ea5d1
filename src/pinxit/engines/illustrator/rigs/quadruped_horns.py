"""Horns and antlers, in head units (the poll at (0, 0), the nose at (100, 0))."""

from __future__ import annotations

from collections.abc import Callable

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.shapes import Point, curve, smooth, tube, union

IVORY: Rgb = (240, 228, 198)
ANTLER: Rgb = (150, 112, 78)
Draw = Callable[[Pen, Look, float, bool], None]


def _unicorn(pen: Pen, look: Look, turn: float, far: bool) -> None:
    if far:
        return
    tone = look.part("horn", (252, 210, 110))
    with pen.at(20, -8, turn=-turn + 52):
        horn = pen.fill(
            smooth([(-6, 4), (-4, -26), (0, -62), (4, -26), (6.5, 4)], tension=0.3), tone, "glossy", line=0.8
        )
        with pen.on(horn):
            for y in (-4, -15, -26, -36, -45):
                pen.line(curve((-8, y + 3), (0, y), (8, y - 6)), darken(tone, 0.3), 1.8, alpha=0.8)


def _bovine(pen: Pen, look: Look, turn: float, far: bool) -> None:
    with pen.at(6 if far else 2, -8, turn=-turn + 40):
        tone = darken(IVORY, 0.25) if far else IVORY
        horn = tube([(0, 2), (8 if far else -2, -12), (16 if far else 5, -24), (15 if far else 7, -36)], [11, 10, 7, 2])
        pen.fill(horn, tone, "soft", line=0.8)
        with pen.on(horn):
            pen.line(curve((-4, -30), (10, -30), (20, -36)), darken(IVORY, 0.6), 9, alpha=0.45, blur=3)


def _goat(pen: Pen, look: Look, turn: float, far: bool) -> None:
    with pen.at(8 if far else 2, -8, turn=-turn + 40):
        tone = darken((178, 156, 126), 0.25 if far else 0)
        horn = tube([(0, 4), (-4, -20), (-16, -38), (-34, -46)], [13, 11, 8, 3])
        pen.fill(horn, tone, "soft", line=0.8)
        with pen.on(horn):
            for x, y in ((0, -6), (-1, -15), (-6, -24), (-13, -32)):
                pen.line(curve((x - 8, y + 3), (x + 8, y - 4)), darken(tone, 0.35), 1.6)


def _ram(pen: Pen, look: Look, turn: float, far: bool) -> None:
    if far:
        return
    tone = (196, 172, 136)
    horn = tube([(6, -6), (-10, -14), (-24, -2), (-22, 18), (-6, 26), (8, 18)], [17, 17, 15, 12, 9, 3])
    pen.fill(horn, tone, "soft", line=0.9)


def _antlers(pen: Pen, look: Look, turn: float, far: bool) -> None:
    tone = darken(ANTLER, 0.22 if far else 0)
    with pen.at(10 if far else 2, -8, turn=-turn + (50 if far else 34)):
        parts: list[tuple[list[Point], list[float]]] = [
            ([(0, 4), (-8, -24), (-16, -52), (-8, -84), (6, -108)], [9, 8, 7, 6, 3]),
            ([(-3, -12), (12, -22), (22, -38)], [7, 6, 2.5]),
            ([(-13, -46), (4, -56), (14, -76)], [6.5, 5, 2.5]),
            ([(-13, -66), (-30, -82), (-34, -102)], [6, 5, 2.5]),
            ([(-8, -84), (-18, -98), (-16, -116)], [5, 4, 2]),
        ]
        _grown(pen, parts, tone)


def _moose(pen: Pen, look: Look, turn: float, far: bool) -> None:
    tone = darken((176, 140, 98), 0.22 if far else 0)
    with pen.at(14 if far else 0, -6, turn=-turn + (78 if far else 26)):
        palm = smooth([(0, 4), (-12, -14), (-40, -28), (-66, -54), (-54, -56), (-52, -78), (-42, -62), (-32, -88),
            (-24, -64),
                       (-8, -86), (-6, -60), (12, -72), (8, -48), (24, -46), (6, -26)], tension=0.4)  # fmt: skip
        pen.fill(palm, tone, "soft", line=0.8)


def _antelope(pen: Pen, look: Look, turn: float, far: bool) -> None:
    with pen.at(10 if far else 3, -8, turn=-turn + (34 if far else 24)):
        tone = darken((92, 74, 62), 0.2 if far else 0)
        horn = tube([(0, 4), (-2, -24), (-12, -52), (-10, -82)], [9, 8, 6, 2])
        pen.fill(horn, tone, "soft", line=0.7)
        with pen.on(horn):
            for y in range(-54, 0, 7):
                pen.line(curve((-24, y + 2), (8, y - 2)), lighten(tone, 0.35), 1.5)


def _ossicones(pen: Pen, look: Look, turn: float, far: bool) -> None:
    with pen.at(12 if far else 4, -10, turn=-turn + (40 if far else 30)):
        tone = darken((196, 144, 84), 0.2 if far else 0)
        pen.fill(tube([(0, 4), (-2, -12), (-3, -22)], [8, 6, 6]), tone, "soft", line=0.8)
        pen.fill(tube([(-3, -22), (-3.5, -27)], [10, 10]), darken((84, 58, 46), 0.1 if far else 0), "soft", line=0.8)


def _rhino(pen: Pen, look: Look, turn: float, far: bool) -> None:
    if far:
        return
    tone = (206, 194, 172)
    for points in (
        [(74, 8), (80, -12), (92, -42), (101, -52), (103, -24), (101, 10)],
        [(50, 6), (55, -8), (63, -20), (66, -8), (67, 9)],
    ):
        pen.fill(smooth(points, tension=0.35), tone, "round", line=0.9)


def _tusk(pen: Pen, look: Look, turn: float, far: bool) -> None:
    tone = darken(IVORY, 0.22) if far else IVORY
    dx = 8 if far else 0
    pen.fill(
        tube([(50 + dx, 58), (60 + dx, 80), (80 + dx, 94), (102 + dx, 92)], [13, 12, 9, 3]), tone, "glossy", line=0.8
    )


def _grown(pen: Pen, parts: list[tuple[list[Point], list[float]]], tone: Rgb) -> None:
    pen.fill(union(*[tube(points, widths) for points, widths in parts]), tone, "soft", line=0.8)


HORNS: dict[str, Draw] = {
    "unicorn": _unicorn, "bovine": _bovine, "goat": _goat, "ram": _ram, "antlers": _antlers, "moose": _moose,
    "antelope": _antelope, "ossicones": _ossicones, "rhino": _rhino, "tusk": _tusk,
}  # fmt: skip
