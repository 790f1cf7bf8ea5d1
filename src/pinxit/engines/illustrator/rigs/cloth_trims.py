"""What is seen on the chest of clothes for animals: collars, lapels, ties, buttons, bibs, plates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.pen import Form, Pen
from pinxit.engines.illustrator.rigs.cloth_cuts import Cut
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.tailoring import Fit
from pinxit.engines.illustrator.shapes import Point, curve, ellipse, polygon, rounded, smooth, star, tube


@dataclass(frozen=True, slots=True)
class Sewing:
    """One garment in the making. Points are given as (sideways, down): in half neck widths and shares of the torso."""

    fit: Fit
    cut: Cut
    look: Look
    what: Finish
    chest: skia.Path

    @property
    def u(self) -> float:
        """A hundredth of the torso's width."""
        return self.fit.unit

    @property
    def rgb(self) -> Rgb:
        """The cloth's colour."""
        return self.what.rgb

    def second(self, default: Rgb) -> Rgb:
        """The colour of trimmings."""
        return self.look.colour(self.cut.second or default, 1)

    def at(self, side: float, down: float) -> Point:
        """A point on the chest."""
        wide = min(self.fit.neck.size / 2, 31 * self.u)
        return self.fit.body.x + side * wide, self.fit.down(down)

    def path(self, *points: Point, tension: float = 0.12) -> skia.Path:
        """An outline through points on the chest."""
        return smooth([self.at(*p) for p in points], tension=tension)

    def both(self, pen: Pen, points: list[Point], tone: Rgb, form: Form = "soft", line: float = 0.6) -> None:
        """A piece and its mirror image."""
        for side in (1, -1):
            pen.fill(self.path(*[(side * a, b) for a, b in points]), tone, form, line=line)

    def button(self, pen: Pen, side: float, down: float, tone: Rgb, size: float = 2.6) -> None:
        """A round button with its holes."""
        x, y = self.at(side, down)
        pen.fill(ellipse(x, y, size * self.u), tone, "glossy", line=0.4)
        pen.decal(ellipse(x - 0.6 * self.u, y - 0.6 * self.u, 0.7 * self.u), lighten(tone, 0.6))


def _shirt_front(pen: Pen, s: Sewing, deep: float, tone: Rgb = WHITE) -> None:
    """The shirt in the opening, with its collar."""
    pen.fill(s.path((-1.05, -0.2), (1.05, -0.2), (0.7, 0.1), (0, deep), (-0.7, 0.1)), tone, "flat", line=0.0)
    s.both(pen, [(0.05, 0.03), (0.5, -0.14), (1.0, -0.1), (0.62, 0.16)], lighten(tone, 0.3), "flat", 0.5)


def _tie(pen: Pen, s: Sewing, tone: Rgb, end: float) -> None:
    pen.fill(
        s.path((-0.22, 0.06), (0.22, 0.06), (0.36, end - 0.1), (0, end), (-0.36, end - 0.1)), tone, "soft", line=0.6
    )
    for k in range(4):
        (x0, y0), (x1, y1) = s.at(-0.34, 0.18 + 0.09 * k), s.at(0.34, 0.13 + 0.09 * k)
        if 0.18 + 0.09 * k < end - 0.04:
            pen.line(curve((x0, y0), (x1, y1)), lighten(tone, 0.35), 1.4 * s.u, alpha=0.6)
    pen.fill(s.path((-0.26, 0.0), (0.26, 0.0), (0.18, 0.1), (-0.18, 0.1)), darken(tone, 0.12), "soft", line=0.6)


def _lapels(pen: Pen, s: Sewing, deep: float, tone: Rgb) -> None:
    s.both(
        pen,
        [(0.72, -0.2), (1.5, -0.14), (1.72, 0.08), (1.36, 0.11), (1.5, 0.19), (0.02, deep + 0.02), (0.5, 0.12)],
        tone,
        "soft",
        0.7,
    )
    x, y = s.at(0.02, deep)
    low = s.at(0.02, deep + 0.4)
    pen.line(curve((x, y), low), darken(s.rgb, 0.4), 1.3 * s.u, alpha=0.7)


def _suit(pen: Pen, s: Sewing) -> None:
    _shirt_front(pen, s, 0.46)
    _tie(pen, s, s.second((176, 44, 52)), 0.46)
    _lapels(pen, s, 0.44, lighten(s.rgb, 0.1))
    s.button(pen, 0.14, 0.52, darken(s.rgb, 0.3))
    _pocket(pen, s)


def _pocket(pen: Pen, s: Sewing) -> None:
    (x, y), u = s.at(1.22, 0.34), s.u
    pen.decal(
        polygon([(x - 5 * u, y), (x - 3 * u, y - 5 * u), (x, y - 2 * u), (x + 3 * u, y - 6 * u), (x + 5 * u, y)]), WHITE
    )
    pen.line(curve((x - 7 * u, y + 0.4 * u), (x + 7 * u, y - 0.6 * u)), darken(s.rgb, 0.4), 1.4 * u)


def _tuxedo(pen: Pen, s: Sewing) -> None:
    _shirt_front(pen, s, 0.5)
    for k in range(2):
        s.button(pen, 0, 0.2 + 0.12 * k, (30, 30, 36), 1.7)
    _lapels(pen, s, 0.48, lighten(s.rgb, 0.22))
    bow = s.second((30, 30, 36))
    s.both(pen, [(0.0, 0.04), (0.66, -0.06), (0.7, 0.15)], bow)
    pen.fill(ellipse(*s.at(0, 0.045), 4 * s.u, 4.4 * s.u), darken(bow, 0.2), "soft", line=0.5)


def _buttons(pen: Pen, s: Sewing) -> None:
    gold = s.second((232, 188, 82))
    pen.fill(
        s.path((-1.0, -0.2), (1.0, -0.2), (0.9, 0.06), (0, 0.1), (-0.9, 0.06)), darken(s.rgb, 0.16), "soft", line=0.6
    )
    pen.line(curve(s.at(0, 0.08), s.at(0, 0.75)), darken(s.rgb, 0.4), 1.3 * s.u, alpha=0.7)
    for k in range(3):
        for side in (-0.3, 0.3):
            s.button(pen, side, 0.2 + 0.14 * k, gold, 2.4)
    if min(s.rgb) > 200:
        return
    x, y = s.at(1.15, 0.26)
    pen.fill(star(x, y, 6.4 * s.u, 3 * s.u), gold, "metal", line=0.5)


def _zip(pen: Pen, s: Sewing) -> None:
    s.both(pen, [(0.05, 0.1), (0.12, -0.18), (1.1, -0.16), (0.9, 0.06)], lighten(s.rgb, 0.08))
    pen.line(curve(s.at(0, 0.06), s.at(0, 0.8)), darken(s.rgb, 0.45), 2.6 * s.u)
    pen.line(curve(s.at(0, 0.06), s.at(0, 0.8)), (220, 222, 226), 1.0 * s.u)
    pen.fill(ellipse(*s.at(0, 0.14), 1.8 * s.u, 3.2 * s.u), (222, 206, 150), "metal", line=0.4)


def ring_collar(pen: Pen, s: Sewing, tone: Rgb, thick: float, form: Form = "soft") -> None:
    """A band round the neck, `thick` hundredths of the torso's width."""
    points = [s.at(-1.25, -0.16), s.at(-0.8, 0.0), s.at(0, 0.055), s.at(0.8, 0.0), s.at(1.25, -0.16)]
    pen.fill(tube(points, thick * s.u), tone, form, line=0.6)


def crew(pen: Pen, s: Sewing) -> None:
    """A plain round neck."""
    ring_collar(pen, s, darken(s.rgb, 0.14), 5)


def _rib(pen: Pen, s: Sewing) -> None:
    ring_collar(pen, s, darken(s.rgb, 0.1), 10)
    for k in range(-5, 6):
        bend = 0.045 - 0.16 * (k / 6.2) ** 2
        (x0, y0), (x1, y1) = s.at(k * 0.2, bend - 0.03), s.at(k * 0.21, bend + 0.04)
        pen.line(curve((x0, y0), (x1, y1)), darken(s.rgb, 0.34), 1.0 * s.u, alpha=0.6)


def _hood(pen: Pen, s: Sewing) -> None:
    for side in (1, -1):
        roll = [s.at(side * 0.02, 0.12), s.at(side * 0.7, 0.06), s.at(side * 1.3, -0.1), s.at(side * 1.42, -0.26)]
        pen.fill(tube(roll, [9 * s.u, 15 * s.u, 17 * s.u, 12 * s.u]), lighten(s.rgb, 0.06), "soft", line=0.7)
        x, y = s.at(side * 0.3, 0.12)
        cord = curve((x, y), (x + side * 1.6 * s.u, y + 12 * s.u), (x + side * 0.4 * s.u, y + 22 * s.u))
        pen.line(cord, lighten(s.rgb, 0.75), 1.9 * s.u)
        pen.decal(ellipse(x + side * 0.4 * s.u, y + 23 * s.u, 1.7 * s.u, 2.6 * s.u), lighten(s.rgb, 0.85))
    pocket = s.path((-0.7, 0.42), (0.7, 0.42), (1.15, 0.62), (1.05, 0.7), (-1.05, 0.7), (-1.15, 0.62))
    if not s.fit.limbs or s.fit.under == s.fit.front:
        pen.fill(pocket, lighten(s.rgb, 0.04), "soft", line=0.7)


def _shirt(pen: Pen, s: Sewing) -> None:
    s.both(pen, [(0.0, 0.08), (0.5, -0.18), (1.15, -0.16), (0.8, 0.16)], lighten(s.rgb, 0.14), "soft", 0.6)
    pen.line(curve(s.at(0, 0.08), s.at(0, 0.8)), darken(s.rgb, 0.3), 1.1 * s.u, alpha=0.7)
    for k in range(4):
        s.button(pen, 0, 0.2 + 0.12 * k, darken(s.rgb, 0.2), 1.8)


def _hawaiian(pen: Pen, s: Sewing) -> None:
    s.both(pen, [(0.02, 0.2), (0.3, -0.18), (1.25, -0.18), (1.1, 0.04), (0.72, 0.2)], darken(s.rgb, 0.08), "soft", 0.7)
    pen.line(curve(s.at(0, 0.2), s.at(0, 0.8)), darken(s.rgb, 0.4), 1.2 * s.u, alpha=0.6)
    for k in range(3):
        s.button(pen, 0.02, 0.3 + 0.13 * k, (250, 244, 230), 2.1)


def _vest(pen: Pen, s: Sewing) -> None:
    _shirt_front(pen, s, 0.42, s.second(WHITE))
    _lapels(pen, s, 0.4, lighten(s.rgb, 0.12))
    for k in range(3):
        s.button(pen, 0.12, 0.46 + 0.1 * k, lighten(s.rgb, 0.4), 2.0)
    if not any(word in s.look.adjectives for word in ("tied",)):
        bow = (34, 34, 42)
        s.both(pen, [(0.0, 0.04), (0.6, -0.06), (0.62, 0.14)], bow)
        pen.fill(ellipse(*s.at(0, 0.04), 3.6 * s.u, 4 * s.u), darken(bow, 0.2), "soft", line=0.5)


def _apron(pen: Pen, s: Sewing) -> None:
    trim_tone = s.second(darken(s.rgb, 0.25))
    low = 1.04 if s.fit.foot < -20 * s.u else 0.8
    wide = s.fit.half(s.fit.down(0.5)) / max(min(s.fit.neck.size / 2, 31 * s.u), 1)
    bib = [
        (0.72, 0.12),
        (0.9, 0.34),
        (wide * 0.86, 0.44),
        (wide * 0.98, low - 0.08),
        (wide * 0.8, low),
        (0, low + 0.03),
    ]
    points = [*bib, *[(-a, b) for a, b in reversed(bib[:-1])]]
    for side in (1, -1):
        pen.fill(tube([s.at(side * 0.66, 0.15), s.at(side * 0.78, -0.2)], 5 * s.u), trim_tone, "soft", line=0.6)
        pen.line(curve(s.at(side * wide * 0.84, 0.46), s.at(side * wide * 1.3, 0.42)), trim_tone, 4 * s.u)
    panel = pen.fill(s.path(*points, tension=0.16), s.rgb, "soft")
    with pen.on(panel):
        pen.line(panel, lighten(s.rgb, 0.3), 2.4 * s.u, alpha=0.5)
        pen.line(curve(s.at(-wide, 0.43), s.at(0, 0.45), s.at(wide, 0.43)), trim_tone, 3.4 * s.u)
    pen.fill(
        s.path((-0.5, 0.54), (0.5, 0.54), (0.46, low - 0.08), (-0.46, low - 0.08)),
        lighten(s.rgb, 0.08),
        "soft",
        line=0.6,
    )
    pen.line(curve(s.at(-0.5, 0.56), s.at(0.5, 0.56)), lighten(s.rgb, 0.45), 1.2 * s.u, alpha=0.8)


def _coat(pen: Pen, s: Sewing) -> None:
    _shirt_front(pen, s, 0.34, lighten(s.second((150, 180, 210)), 0.2))
    _lapels(pen, s, 0.32, lighten(s.rgb, 0.08) if min(s.rgb) < 225 else darken(s.rgb, 0.05))
    for k in range(2):
        s.button(pen, 0.16, 0.42 + 0.16 * k, darken(s.rgb, 0.35), 2.6)


def _trench(pen: Pen, s: Sewing) -> None:
    _shirt_front(pen, s, 0.3, WHITE)
    _tie(pen, s, (70, 78, 96), 0.36)
    _lapels(pen, s, 0.3, lighten(s.rgb, 0.12))
    for k in range(2):
        for side in (-0.34, 0.34):
            s.button(pen, side, 0.38 + 0.1 * k, (104, 72, 46), 2.4)
    wide = s.fit.half(s.fit.down(0.55)) + 5 * s.u
    x, y = s.at(0, 0.58)
    belt = tube([(x - wide, y - 2 * s.u), (x, y + 2 * s.u), (x + wide, y - 2 * s.u)], 7.5 * s.u)
    pen.fill(belt, darken(s.rgb, 0.14), "soft", line=0.6)
    buckle = rounded(
        polygon(
            [
                (x - 6 * s.u, y - 4 * s.u),
                (x + 6 * s.u, y - 4 * s.u),
                (x + 6 * s.u, y + 7 * s.u),
                (x - 6 * s.u, y + 7 * s.u),
            ]
        ),
        1.5,
    )
    pen.line(buckle, (120, 84, 52), 2.2 * s.u)


def _raincoat(pen: Pen, s: Sewing) -> None:
    s.both(pen, [(0.0, 0.12), (0.1, -0.2), (1.3, -0.18), (1.15, 0.06)], darken(s.rgb, 0.08), "glossy", 0.7)
    pen.line(curve(s.at(0.05, 0.12), s.at(0.05, 0.9)), darken(s.rgb, 0.36), 1.5 * s.u, alpha=0.8)
    for k in range(3):
        (x, y), u = s.at(0.05, 0.24 + 0.17 * k), s.u
        pen.line(curve((x - 8 * u, y), (x + 8 * u, y)), (94, 66, 44), 1.8 * u)
        pen.fill(tube([(x - 4 * u, y), (x + 4 * u, y)], 4 * u), (128, 88, 54), "glossy", line=0.4)


def _dress(pen: Pen, s: Sewing) -> None:
    ring_collar(pen, s, lighten(s.rgb, 0.75), 6)
    wide = s.fit.half(s.fit.down(0.45)) + 4 * s.u
    x, y = s.at(0, 0.46)
    sash = s.second(lighten(s.rgb, 0.45))
    pen.fill(tube([(x - wide, y - 3 * s.u), (x, y + s.u), (x + wide, y - 3 * s.u)], 7 * s.u), sash, "soft", line=0.6)
    s.both(pen, [(0.0, 0.46), (0.5, 0.38), (0.55, 0.55)], sash)
    pen.fill(ellipse(*s.at(0, 0.465), 3.4 * s.u), darken(sash, 0.15), "soft", line=0.5)


def _kimono(pen: Pen, s: Sewing) -> None:
    band = s.second((238, 220, 190))
    pen.fill(s.path((-0.7, -0.2), (0.7, -0.2), (0, 0.16)), lighten(band, 0.4), "flat", line=0)
    for points in (
        [(1.1, -0.2), (0.5, 0.06), (-0.5, 0.34), (-1.1, 0.56)],
        [(-1.1, -0.2), (-0.5, 0.06), (0.5, 0.34), (1.1, 0.56)],
    ):
        pen.fill(tube([s.at(*p) for p in points], 8.5 * s.u), band, "soft", line=0.7)
    wide = s.fit.half(s.fit.down(0.52)) + 5 * s.u
    x, y = s.at(0, 0.53)
    obi = tube([(x - wide, y - 2 * s.u), (x, y + 2 * s.u), (x + wide, y - 2 * s.u)], 15 * s.u)
    tone = s.cut.second if s.cut.front == "robe" and s.cut.second else darken(s.rgb, 0.35)
    pen.fill(obi, tone, "soft", line=0.7)
    pen.line(curve((x - wide, y - 2 * s.u), (x, y + 2 * s.u), (x + wide, y - 2 * s.u)), band, 2.4 * s.u)


TRIMS: dict[str, Callable[[Pen, Sewing], None]] = {
    "crew": crew, "rib": _rib, "hood": _hood, "shirt": _shirt, "hawaiian": _hawaiian, "suit": _suit,
    "tuxedo": _tuxedo, "buttons": _buttons, "zip": _zip, "vest": _vest, "apron": _apron, "coat": _coat,
    "trench": _trench, "raincoat": _raincoat, "dress": _dress, "kimono": _kimono, "robe": _kimono,
}  # fmt: skip
