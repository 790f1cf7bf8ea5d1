"""Tails: behind the seated animal, or at the end of a walking one."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import darken, mix
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.coats import Coat
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, minus, smooth, tube

BUSHY: list[Point] = [(-4, -12), (34, -15), (54, -42), (50, -76), (38, -104)]
WIDTHS = [16, 32, 42, 40, 18]
# Where along the brush its rings lie: centre and direction of the cross-section.
RINGS: list[tuple[float, float, float]] = [(24, -15, 4), (48, -32, -52), (53, -56, -86), (48, -80, -104)]


def draw_tail(pen: Pen, coat: Coat, hips: float) -> None:
    """The tail of a seated animal, on its left (our right), curling up from the ground."""
    with pen.at(hips * 0.66, 0):
        _TAILS.get(coat.tail, _thin)(pen, coat)


def _bushy(pen: Pen, coat: Coat) -> None:
    brush = tube(BUSHY, WIDTHS)
    pen.fill(brush, coat.fur, "soft")
    if coat.has("tailtip"):
        with pen.on(brush):
            tip = [(14, -78), (32, -86), (46, -76), (56, -84), (80, -74), (70, -130), (10, -130)]
            pen.decal(smooth(tip, tension=0.3), coat.light)


def _ringed(pen: Pen, coat: Coat) -> None:
    brush = tube(BUSHY, WIDTHS)
    pen.fill(brush, coat.fur, "soft")
    tone = coat.light if coat.tail == "ringed" else coat.dark
    with pen.on(brush):
        for x, y, turn in RINGS:
            with pen.at(x, y, turn=turn):
                band = smooth([(-6, -30), (4, -30), (7, 0), (4, 30), (-6, 30), (-2, 0)])
                pen.decal(band, tone)
        pen.decal(ellipse(38, -112, 24, 15, -14), coat.dark)


def _plume(pen: Pen, coat: Coat) -> None:
    plume = smooth([(-6, -4), (26, -4), (52, -20), (66, -50), (62, -74), (48, -56), (42, -60), (32, -40), (12, -24)])
    pen.fill(plume, coat.dark if coat.has("saddle", "tricolour") else coat.fur, "soft")
    with pen.on(plume):
        pen.decal(ellipse(62, -66, 13, 18, 10), coat.light)


def _squirrel(pen: Pen, coat: Coat) -> None:
    points: list[Point] = [(-6, -8), (30, -6), (60, -30), (66, -80), (80, -112), (74, -146), (44, -156)]
    points += [(26, -138), (34, -120), (44, -124), (30, -96), (18, -50)]
    plume = smooth(points)
    pen.fill(plume, coat.fur, "soft")
    with pen.on(plume):
        streak = tube([(22, -20), (46, -60), (52, -110), (58, -132)], [6, 14, 16, 8])
        pen.decal(streak, mix(coat.fur, coat.light, 0.6), alpha=0.8, blur=3)


def _thin(pen: Pen, coat: Coat) -> None:
    tail = tube([(-6, -9), (32, -6), (54, -22), (52, -50), (66, -74)], [13, 14, 13.5, 13, 10])
    pen.fill(tail, coat.dark if coat.has("points") else coat.fur, "soft")
    with pen.on(tail):
        if coat.has("stripes"):
            for x, y, turn in ((26, -6, 0), (44, -12, -30), (54, -30, -80), (52, -46, -100)):
                pen.decal(ellipse(x, y, 3.4, 12, turn), coat.dark)
            pen.decal(ellipse(68, -78, 12, 10), coat.dark)
        elif coat.has("rosettes", "spots"):
            for x, y in ((26, -8), (44, -14), (55, -32), (51, -48), (56, -62)):
                pen.decal(ellipse(x, y, 4), coat.dark)


def _tassel(pen: Pen, coat: Coat) -> None:
    pen.fill(tube([(-6, -8), (32, -5), (54, -22), (52, -48)], [12, 11, 9.5, 8]), coat.fur, "soft")
    pen.fill(smooth([(47, -44), (56, -44), (66, -58), (64, -76), (56, -86), (44, -74), (40, -58)]), coat.dark, "soft")


def _curl(pen: Pen, coat: Coat) -> None:
    ring = minus(ellipse(16, -48, 22, 20), ellipse(15, -46, 6, 5))
    pen.fill(tube([(-10, -16), (14, -18), (32, -34)], [14, 18, 18]), coat.fur, "soft")
    pen.fill(ring, mix(coat.fur, coat.light, 0.3), "soft", line=0.8)


def _short(pen: Pen, coat: Coat) -> None:
    pen.fill(ellipse(14, -16, 16, 14), coat.light if coat.has("cotton") else coat.fur, "soft")


def _bare(pen: Pen, coat: Coat) -> None:
    pink = (232, 160, 158)
    pen.fill(tube([(-6, -7), (36, -4), (60, -14), (66, -40), (80, -58)], [9, 8, 7, 6, 3]), pink, "soft")
    pen.decal(ellipse(4, -8, 8, 4), darken(pink, 0.3), alpha=0.4, blur=2)


def _paddle(pen: Pen, coat: Coat) -> None:
    paddle = pen.fill(
        smooth([(-8, -8), (24, -14), (52, -40), (72, -46), (80, -28), (60, -6), (20, 0)]), coat.dark, "soft"
    )
    with pen.on(paddle):
        for k in range(5):
            pen.line(curve((22 + 12 * k, -50), (30 + 12 * k, 4)), darken(coat.dark, 0.3), 1.6)
            pen.line(curve((16, -4 - 9 * k), (86, -14 - 10 * k)), darken(coat.dark, 0.3), 1.6)


def _none(pen: Pen, coat: Coat) -> None:
    """Nothing to see from the front."""


_TAILS = {
    "bushy": _bushy,
    "ringed": _ringed,
    "banded": _ringed,
    "plume": _plume,
    "squirrel": _squirrel,
    "thin": _thin,
    "tassel": _tassel,
    "curl": _curl,
    "short": _short,
    "bare": _bare,
    "paddle": _paddle,
    "none": _none,
}
