"""Lathe-turned vessels seen from slightly above: the outline, the rim, the inner wall and what is in it.

The camera's height is one number, `squash`: a circle of radius r shows as an ellipse r wide and r * squash high. The
outline is the exact envelope of those ellipses, so wide rims hide what lies below them, as they do in life.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten, luminance
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.material import Finish, coat
from pinxit.engines.illustrator.rigs.trace import points
from pinxit.engines.illustrator.shapes import Point, arc, box, ellipse, minus, polygon, smooth, tube, union

SQUASH = 0.3


class Turned:
    """A surface of revolution about x = 0, from (radius, y) pairs written top to bottom."""

    def __init__(self, profile: str, squash: float = SQUASH) -> None:
        self.squash = squash
        self.profile = _dense(points(profile))
        self.top, self.bottom = self.profile[0][1], self.profile[-1][1]

    def radius(self, y: float) -> float:
        """How wide it is at a height."""
        last = self.profile[0]
        for spot in self.profile:
            if spot[1] >= y:
                share = 0.0 if spot[1] == last[1] else (y - last[1]) / (spot[1] - last[1])
                return last[0] + (spot[0] - last[0]) * max(0.0, share)
            last = spot
        return last[0]

    def at(self, angle: float, y: float, out: float = 0.0) -> Point:
        """The point on the surface `angle` degrees to the right of the front; `out` units off the surface."""
        r, a = self.radius(y) + out, math.radians(angle)
        return (r * math.sin(a), y + self.squash * r * math.cos(a))

    def ring(self, y: float, start: float = -90, end: float = 90, out: float = 0.0) -> skia.Path:
        """The visible part of a circle around it: an open line."""
        steps = 16
        spots = [self.at(start + (end - start) * i / steps, y, out) for i in range(steps + 1)]
        return smooth(spots, closed=False)

    def patch(self, left: float, right: float, top: float, bottom: float) -> skia.Path:
        """A four-sided piece of the surface between two angles and two heights."""
        steps = 14
        span = [left + (right - left) * i / steps for i in range(steps + 1)]
        fall = [top + (bottom - top) * i / steps for i in range(steps + 1)]
        upper = [self.at(a, top) for a in span]
        lower = [self.at(a, bottom) for a in reversed(span)]
        return polygon(
            [*upper, *(self.at(right, y) for y in fall), *lower, *(self.at(left, y) for y in reversed(fall))]
        )

    def band(self, top: float, bottom: float) -> skia.Path:
        """All that shows of the surface between two heights."""
        return self.patch(-90, 90, top, bottom)

    def cap(self, y: float, inset: float = 0.0) -> skia.Path:
        """The whole circle at a height, `inset` units inside the surface."""
        r = max(self.radius(y) - inset, 0.5)
        return ellipse(0, y, r, r * self.squash)

    def outline(self) -> skia.Path:
        """The silhouette."""
        right: list[Point] = []
        for i, (r, y) in enumerate(self.profile):
            before, after = self.profile[max(i - 1, 0)], self.profile[min(i + 1, len(self.profile) - 1)]
            rise, fall = after[0] - before[0], after[1] - before[1]
            sine = -self.squash * rise / fall if abs(fall) > 1e-6 else math.copysign(2, -rise)
            if abs(sine) <= 1:
                right.append((r * math.sqrt(1 - sine * sine), y + self.squash * r * sine))
        shape = polygon([*right, *((-x, y) for x, y in reversed(right))])
        shape.setFillType(skia.PathFillType.kWinding)
        return union(shape, self.cap(self.top), self.cap(self.bottom))


def _dense(spots: list[Point], steps: int = 8) -> list[Point]:
    """Points along a monotone cubic through the profile: smooth, and it never bulges where two radii are alike."""
    slopes = _slopes(spots)
    dense: list[Point] = []
    for i in range(len(spots) - 1):
        (r0, y0), (r1, y1) = spots[i], spots[i + 1]
        high = y1 - y0
        for step in range(steps + (i == len(spots) - 2)):
            t = step / steps
            square, cube = t * t, t * t * t
            radius = (2 * cube - 3 * square + 1) * r0 + (3 * square - 2 * cube) * r1
            radius += high * ((cube - 2 * square + t) * slopes[i] + (cube - square) * slopes[i + 1])
            dense.append((max(0.3, radius), y0 + high * t))
    return dense


def _slopes(spots: list[Point]) -> list[float]:
    """The slope at each point of a profile (Fritsch and Carlson's rule in its harmonic form)."""
    rises = [(r1 - r0) / ((y1 - y0) or 1e-6) for (r0, y0), (r1, y1) in pairwise(spots)]
    inner = [2 * a * b / (a + b) if a * b > 0 else 0.0 for a, b in pairwise(rises)]
    return [rises[0], *inner, rises[-1]]


@dataclass(slots=True)
class Vessel:
    """What an open vessel looks like. `level` is how far below the rim its content stands."""

    shape: Turned
    finish: Finish
    wall: float = 4.0
    content: Rgb | None = None
    level: float = 10.0
    inner: Rgb | None = None
    decorate: Callable[[Pen], None] | None = None
    windows: bool = True

    def draw(self, pen: Pen) -> None:
        """Body, inner wall, content, the anchor "inside", and the front once more before what was put inside."""
        shape, top = self.shape, self.shape.top
        mouth = shape.cap(top, self.wall)
        self._body(pen)
        self._interior(pen, mouth)
        pen.anchor("inside", 0, top + self.level * 0.4, (shape.radius(top) - self.wall) * 1.7)
        width = shape.radius(top)
        hole = union(mouth, box(-width + self.wall, top - 900, 2 * (width - self.wall), 900))
        with pen.on(minus(box(-900, -1800, 1800, 2700), hole)):
            if self.finish.form != "glass":
                self._body(pen)
            self._rim(pen, mouth)
        pen.anchor("top", 0, top, width * 1.6)

    def _body(self, pen: Pen) -> None:
        outline = self.shape.outline()
        coat(pen, outline, self.finish, upright=False)
        with pen.on(outline):
            if self.decorate:
                self.decorate(pen)
            if self.windows:
                reflections(pen, self.shape, self.finish)

    def _rim(self, pen: Pen, mouth: skia.Path) -> None:
        rgb = self.finish.rgb
        ring = minus(self.shape.cap(self.shape.top), mouth)
        pen.fill(ring, lighten(rgb, 0.16), "flat", line=0.5)
        r = self.shape.radius(self.shape.top) - self.wall * 0.5
        glint = lighten(rgb, 0.75)
        pen.line(arc(0, self.shape.top, r, r * self.shape.squash, 150, 80), glint, self.wall * 0.3, alpha=0.7, blur=0.5)
        pen.line(
            arc(0, self.shape.top, r, r * self.shape.squash, 55, 50), glint, self.wall * 0.22, alpha=0.45, blur=0.4
        )

    def _interior(self, pen: Pen, mouth: skia.Path) -> None:
        shape, top = self.shape, self.shape.top
        rgb = self.inner or self.finish.rgb
        self._rim(pen, mouth)
        if self.finish.form == "glass":
            if self.content:
                surface(pen, shape, self.wall, self.content, self.level)
            return
        r = shape.radius(top)
        shade = Gradient(
            (-r, top), (r, top), ((0, darken(rgb, 0.5)), (0.6, darken(rgb, 0.22)), (1, lighten(rgb, 0.04)))
        )
        pen.fill(mouth, shade, "flat", line=0.5)
        if self.content:
            with pen.on(mouth):
                surface(pen, shape, self.wall, self.content, self.level)


def surface(pen: Pen, shape: Turned, wall: float, rgb: Rgb, level: float) -> None:
    """A liquid's surface below the rim, with the wall's shadow, a bright edge and a pale reflection."""
    y = shape.top + level
    r = shape.radius(y) - wall
    disc = ellipse(0, y, r, r * shape.squash)
    pen.fill(disc, rgb, "flat", line=0.4)
    with pen.on(disc):
        pen.decal(
            ellipse(-r * 0.35, y - r * 0.14, r * 1.0, r * shape.squash * 0.75), darken(rgb, 0.4), alpha=0.55, blur=3
        )
        pen.decal(ellipse(r * 0.42, y + r * 0.1, r * 0.3, r * 0.05, -8), lighten(rgb, 0.75), alpha=0.6, blur=1.2)
        pen.line(arc(0, y, r * 0.96, r * shape.squash * 0.95, 10, 160), lighten(rgb, 0.4), 1.3, alpha=0.7)


def reflections(pen: Pen, shape: Turned, what: Finish) -> None:
    """Soft windows that follow the form, and the light that bounces back on the far side."""
    tall = shape.bottom - shape.top
    shiny = what.form in {"glossy", "glass", "metal"}
    gloss = {"glossy": 0.55, "metal": 0.5, "glass": 0.6}.get(what.form, 0.3)
    if shiny and luminance(what.rgb) < 0.45:
        gloss *= 0.6
    blur = 1.2 if shiny else 2.6
    light = lighten(what.rgb, 0.85 if shiny else 0.5)
    top, middle, low = (shape.top + tall * share for share in (0.16, 0.42, 0.72))
    panes = ((top, middle - tall * 0.012), (middle + tall * 0.012, low)) if shiny else ()
    if not shiny:  # a matte wall shows no window, only that light comes from there
        pen.decal(shape.patch(-64, -24, top - tall * 0.05, low + tall * 0.12), light, alpha=0.4, blur=tall * 0.1)
    for upper, lower in panes:
        pen.decal(shape.patch(-60, -40, upper, lower), light, alpha=gloss, blur=blur)
        pen.decal(shape.patch(-37, -25, upper, lower), light, alpha=gloss * 0.7, blur=blur)
    pen.decal(
        shape.patch(66, 80, shape.top + tall * 0.1, shape.bottom - tall * 0.1),
        light,
        alpha=gloss * 0.5,
        blur=blur * 1.5,
    )
    foot = shape.radius(shape.bottom)
    pen.line(
        arc(0, shape.bottom - 0.6, foot, foot * shape.squash, 8, 164), darken(what.rgb, 0.55), 2.2, alpha=0.5, blur=1.4
    )


def handle(pen: Pen, spots: str, width: float, what: Finish) -> None:
    """A strap with thickness along a curve; draw it before the body it grows from."""
    way = points(spots)
    coat(pen, tube(way, [width * 1.25, *[width] * (len(way) - 2), width * 1.2]), what)
    with pen.on(tube(way, width)):
        pen.line(
            smooth([(x - width * 0.12, y - width * 0.22) for x, y in way], closed=False),
            lighten(what.rgb, 0.5),
            width * 0.2,
            alpha=0.6,
            blur=0.8,
        )
        pen.line(
            smooth([(x - width * 0.36, y + width * 0.34) for x, y in way], closed=False),
            darken(what.rgb, 0.5),
            width * 0.22,
            alpha=0.45,
            blur=1.2,
        )


def steam(pen: Pen, x: float, y: float, tall: float, wide: float = 30.0) -> None:
    """Soft wisps that rise from (x, y)."""
    for i, (share, lean) in enumerate(((-0.32, 0.5), (0.08, -0.4), (0.4, 0.6))):
        left, high = x + share * wide, tall * (0.8, 1.0, 0.7)[i]
        sway = wide * 0.3 * lean
        spots = [
            (left, y),
            (left + sway, y - high * 0.3),
            (left - sway, y - high * 0.62),
            (left + sway * 1.3, y - high),
        ]
        pen.glow(tube(spots, [wide * 0.06, wide * 0.16, wide * 0.13, 1.0]), WHITE, alpha=0.3, blur=wide * 0.08)
