"""Wings: feather by feather, from the shoulder at the origin out to the right."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import Point, tube

_FINGERS: tuple[tuple[Point, Point, float], ...] = (
    ((40, 2), (52, 44), 13), ((52, -6), (72, 40), 14), ((64, -14), (92, 30), 14), ((74, -22), (110, 14), 14),
    ((82, -30), (124, -6), 13), ((88, -38), (132, -26), 12), ((92, -44), (132, -46), 11), ((92, -50), (124, -64), 10),
)  # fmt: skip


def spread_wing(pen: Pen, coat: Rgb, tips: Rgb, *, lift: float = 0) -> None:
    """A wing held up and out, about 130 units long; `tips` colours the flight feathers, `lift` turns it up."""
    with pen.at(0, 0, turn=-lift):
        for (x0, y0), (x1, y1), width in _FINGERS:
            mid = ((x0 + x1) / 2 + 2, (y0 + y1) / 2 - 3)
            pen.fill(tube([(x0, y0), mid, (x1, y1)], [width, width * 1.4, width * 0.7]), tips, "soft", line=0.7)
            pen.line(stroke(f"{x0} {y0} {mid[0]} {mid[1]} {x1} {y1}"), darken(tips, 0.3), 1, alpha=0.6)
        inner = organic("-8 -14 16 -18 46 -32 76 -50 96 -54 100 -46 90 -24 74 -4 52 12 28 24 6 24 -8 10")
        pen.fill(inner, coat, "soft")
        with pen.on(inner):
            for k in range(6):
                x, y = 22 + k * 12, 14 - k * 9.5
                edge = f"{x - 8} {y - 8} {x - 2} {y + 2} {x + 6} {y - 5}"
                pen.line(stroke(edge), darken(coat, 0.3), 1.8, alpha=0.6)
                edge = f"{x - 9} {y - 22} {x - 4} {y - 14} {x + 3} {y - 20}"
                pen.line(stroke(edge), lighten(coat, 0.3), 1.6, alpha=0.6)


def folded_wing(pen: Pen, coat: Rgb, tips: Rgb, length: float = 80, band: Rgb | None = None) -> None:
    """A wing laid along the body: shoulder at the origin, tips to the left and down, `length` units long."""
    with pen.at(0, 0, length / 80):
        for k, (end, drop) in enumerate(((-84, 24), (-72, 27), (-58, 28))):
            pen.fill(tube([(-14, 4), (-44, 10 + k * 3), (end, drop)], [16, 18, 5]), tips, "soft", line=0.7)
        wing = organic("4 -14 14 -4 10 12 -8 24 -34 28 -56 22 -40 6 -22 -10 -8 -17")
        pen.fill(wing, coat, "soft", line=0.8)
        with pen.on(wing):
            if band:
                pen.decal(organic("-2 30 -30 6 -40 -10 -64 20 -40 34"), band, blur=1)
            for x, y in ((-4, 12), (-16, 16), (-28, 18), (-12, 2), (-24, 6), (-36, 12), (0, -2)):
                pen.line(stroke(f"{x - 7} {y - 2} {x - 1} {y + 4} {x + 5} {y - 1}"), darken(coat, 0.3), 1.6, alpha=0.6)
