"""Tails of quadrupeds seen from the side: the root is at the origin, the tail hangs or streams to the left."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.shapes import curve, ellipse, smooth, tube


def draw_side_tail(pen: Pen, coat: Coat, kind: str, height: float, *, running: bool) -> None:
    """Draw the tail of an animal `height` units high at the withers."""
    scale = height / 100
    with pen.at(0, 0, scale, turn=34 if running and kind in {"bushy", "plume", "thin"} else 0):
        if kind in {"bushy", "ringed", "banded"}:
            _bushy(pen, coat, kind)
        elif kind in {"tassel"}:
            pen.fill(tube([(0, 0), (-9, 14), (-10, 34), (-12, 50)], [7, 5, 4, 4]), coat.fur, "soft", line=0.8)
            pen.fill(smooth([(-12, 44), (-7, 52), (-10, 70), (-18, 66), (-19, 52)]), coat.dark, "soft", line=0.8)
        elif kind == "plume":
            pen.fill(
                smooth([(4, 4), (-14, -6), (-30, -26), (-32, -46), (-22, -34), (-10, -18), (6, -8)]), coat.fur, "soft"
            )
        elif kind in {"thin", "bare"}:
            _thin(pen, coat)
        elif kind == "curl":
            pen.line(curve((2, 4), (-8, -4), (-12, 4), (-6, 8), (-4, 0), (-12, -8)), darken(coat.fur, 0.12), 4)
        elif kind == "squirrel":
            plume = [(6, 6), (-10, 6), (-26, -14), (-24, -52), (-34, -70), (-52, -62), (-56, -40), (-44, -6), (-20, 22)]
            pen.fill(smooth(plume), coat.fur, "soft")
            streak = tube([(-14, 6), (-34, -20), (-38, -52)], [4, 10, 8])
            pen.decal(streak, lighten(coat.fur, 0.35), alpha=0.7, blur=2)
        elif kind == "paddle":
            path = pen.fill(
                smooth([(8, 6), (-20, 4), (-48, 16), (-66, 30), (-60, 38), (-30, 36), (4, 24)]), coat.dark, "soft"
            )
            with pen.on(path):
                for k in range(5):
                    pen.line(curve((-14 - 11 * k, 0), (-20 - 11 * k, 44)), darken(coat.dark, 0.3), 1.5)
        elif kind in {"short"}:
            pen.fill(smooth([(2, -4), (-9, -4), (-13, 10), (-6, 16), (4, 10)]), coat.light, "soft", line=0.8)


def _bushy(pen: Pen, coat: Coat, kind: str) -> None:
    brush = smooth([(4, 2), (-8, -4), (-30, 4), (-54, 22), (-74, 34), (-66, 42), (-44, 44), (-18, 30), (2, 14)])
    pen.fill(brush, coat.fur, "soft")
    with pen.on(brush):
        if coat.has("tailtip"):
            pen.decal(
                smooth([(-52, 8), (-56, 26), (-48, 30), (-54, 50), (-90, 60), (-90, 10)], tension=0.3), coat.light
            )
        if kind != "bushy":
            for x in (-14, -30, -46, -62):
                pen.decal(ellipse(x, 20, 4, 30, -24), coat.light if kind == "ringed" else coat.dark)


def _thin(pen: Pen, coat: Coat) -> None:
    tail = tube([(4, 2), (-16, 8), (-30, 28), (-46, 34), (-60, 22)], [10, 9, 8.5, 8, 6])
    pen.fill(tail, coat.dark if coat.has("points") else coat.fur, "soft")
    with pen.on(tail):
        if coat.has("stripes", "rosettes", "spots"):
            for x, y in ((-12, 6), (-23, 18), (-33, 30), (-44, 34)):
                pen.decal(ellipse(x, y, 2.2, 8, 40), coat.dark)
            pen.decal(ellipse(-60, 22, 7), coat.dark)
