"""The kit: solids of an isometric world, recorded with a pen like everything else.

Units are centimetres of a small world. x runs to the lower right, y to the lower left, z up. Seen are the top of a
solid, its left face (towards +y) and its right face (towards +x); each has a tone of its own, the same for all things.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.shapes import Point, polygon

ACROSS, DOWN = 0.894, 0.447  # 2:1, so that edges fall by half of what they run

Spot = tuple[float, float, float]
Size3 = tuple[float, float, float]


def spot(x: float, y: float, z: float = 0.0) -> Point:
    """Where a place in the world is on the picture (y down)."""
    return ((x - y) * ACROSS, (x + y) * DOWN - z)


def ground(u: float, v: float) -> tuple[float, float]:
    """The place on the ground that is seen at (u, v): the inverse of `spot` for z = 0."""
    a, b = u / ACROSS, v / DOWN
    return ((a + b) / 2, (b - a) / 2)


def top_tone(rgb: Rgb) -> Rgb:
    """The lightest face: it sees the sky."""
    return lighten(rgb, 0.13)


def left_tone(rgb: Rgb) -> Rgb:
    """The face in the light."""
    return darken(rgb, 0.05)


def right_tone(rgb: Rgb) -> Rgb:
    """The face in shade leans to a cool dark."""
    return mix(darken(rgb, 0.2), (52, 44, 96), 0.16)


@dataclass(slots=True)
class Kit:
    """Builds solids. `at` moves the origin; later solids are in front of earlier ones."""

    pen: Pen
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    def at(self, x: float, y: float, z: float = 0.0) -> Kit:
        """The same pen with another origin."""
        return Kit(self.pen, self.x + x, self.y + y, self.z + z)

    def to(self, place: Spot) -> Point:
        """A place of this kit on the picture."""
        return spot(self.x + place[0], self.y + place[1], self.z + place[2])

    # -- faces -------------------------------------------------------------------------------------------------------

    def face(self, places: Sequence[Spot], rgb: Rgb, *, fade: float = 0.07, alpha: float = 1.0) -> skia.Path:
        """A plane face in a tone that is final; it gets a little darker downwards."""
        points = [self.to(place) for place in places]
        path = polygon(points)
        high, low = min(p[1] for p in points), max(p[1] for p in points)
        if fade and low - high > 1:
            stops = ((0.0, lighten(rgb, fade * 0.5)), (1.0, darken(rgb, fade)))
            self.pen.fill(path, Gradient((0, high), (0, low), stops), "flat", line=0.5, alpha=alpha)
        else:
            self.pen.fill(path, rgb, "flat", line=0.5, alpha=alpha)
        return path

    def flat(self, x: float, y: float, z: float, size: tuple[float, float], rgb: Rgb) -> skia.Path:
        """A horizontal rectangle from its back corner."""  # limit: a rectangle in space
        a, b = size
        return self.face([(x, y, z), (x + a, y, z), (x + a, y + b, z), (x, y + b, z)], rgb, fade=0.0)

    def left(self, place: Spot, wide: float, high: float, rgb: Rgb) -> skia.Path:
        """An upright rectangle that faces +y, from its lower far corner along x."""
        x, y, z = place
        return self.face([(x, y, z + high), (x + wide, y, z + high), (x + wide, y, z), (x, y, z)], rgb)

    def right(self, place: Spot, wide: float, high: float, rgb: Rgb) -> skia.Path:
        """An upright rectangle that faces +x, from its lower far corner along y."""
        x, y, z = place
        return self.face([(x, y, z + high), (x, y + wide, z + high), (x, y + wide, z), (x, y, z)], rgb)

    # -- solids ------------------------------------------------------------------------------------------------------

    def box(self, place: Spot, size: Size3, rgb: Rgb, top: Rgb | None = None) -> None:
        """A box from its lower back corner."""
        x, y, z = place
        dx, dy, dz = size
        self.left((x, y + dy, z), dx, dz, left_tone(rgb))
        self.right((x + dx, y, z), dy, dz, right_tone(rgb))
        self.flat(x, y, z + dz, (dx, dy), top_tone(top or rgb))

    def gable(self, place: Spot, size: Size3, rgb: Rgb, wall: Rgb) -> None:
        """A gable roof whose ridge runs along x; the gable wall faces +x."""
        x, y, z = place
        dx, dy, dz = size
        over = min(dx, dy) * 0.07
        mid = y + dy / 2
        self.face([(x + dx, y, z), (x + dx, y + dy, z), (x + dx, mid, z + dz)], right_tone(wall), fade=0.03)
        back = [
            (x - over, y - over, z - over * 0.8),
            (x + dx + over, y - over, z - over * 0.8),
            (x + dx + over, mid, z + dz),
            (x - over, mid, z + dz),
        ]
        self.face(back, right_tone(rgb))
        front = [
            (x - over, mid, z + dz),
            (x + dx + over, mid, z + dz),
            (x + dx + over, y + dy + over, z - over * 0.8),
            (x - over, y + dy + over, z - over * 0.8),
        ]
        self.face(front, top_tone(rgb), fade=0.12)
        rise = over * 0.9
        edge = darken(rgb, 0.3)
        low = (x + dx + over, y + dy + over, z - over * 0.8)
        self.face(
            [(x + dx + over, mid, z + dz), low, (*low[:2], low[2] - rise), (x + dx + over, mid, z + dz - rise)], edge
        )
        self.face([low, (x - over, *low[1:]), (x - over, low[1], low[2] - rise), (*low[:2], low[2] - rise)], edge)
        for i in range(1, 5):
            share = i / 5
            a = self.to((x - over, mid + (low[1] - mid) * share, z + dz + (low[2] - z - dz) * share))
            b = self.to((x + dx + over, mid + (low[1] - mid) * share, z + dz + (low[2] - z - dz) * share))
            self.pen.line(polygon([a, b], closed=False), darken(rgb, 0.22), dz * 0.016, alpha=0.6)

    def pyramid(self, place: Spot, size: Size3, rgb: Rgb) -> None:
        """A roof of four slopes; two are seen."""
        x, y, z = place
        dx, dy, dz = size
        tip = (x + dx / 2, y + dy / 2, z + dz)
        self.face([(x, y + dy, z), (x + dx, y + dy, z), tip], left_tone(lighten(rgb, 0.06)))
        self.face([(x + dx, y, z), (x + dx, y + dy, z), tip], right_tone(rgb))

    def cylinder(self, place: Spot, radius: float, high: float, rgb: Rgb, top: float | None = None) -> None:
        """A standing cylinder around (x, y), or a cone's stump with another radius at the `top`; 0 is a cone."""
        upper = radius if top is None else top
        cx, cy = self.to(place)
        a, b = radius * ACROSS * math.sqrt(2), radius * DOWN * math.sqrt(2)
        c, d = upper * ACROSS * math.sqrt(2), upper * DOWN * math.sqrt(2)
        body = skia.Path()
        body.moveTo(cx - c, cy - high)
        body.lineTo(cx - a, cy)
        body.arcTo(skia.Rect.MakeLTRB(cx - a, cy - b, cx + a, cy + b), 180, -180, False)
        body.lineTo(cx + c, cy - high)
        body.close()
        stops = ((0.0, left_tone(rgb)), (0.3, top_tone(rgb)), (0.62, left_tone(rgb)), (1.0, right_tone(rgb)))
        self.pen.fill(body, Gradient((cx - a, 0), (cx + a, 0), stops), "flat", line=0.5)
        if upper:
            lid = skia.Path()
            lid.addOval(skia.Rect.MakeLTRB(cx - c, cy - high - d, cx + c, cy - high + d))
            self.pen.fill(lid, top_tone(rgb), "flat", line=0.5)

    def ball(self, place: Spot, radius: float, rgb: Rgb, tall: float = 1.0) -> skia.Path:
        """A ball (or an egg) whose foot is at the place."""
        cx, cy = self.to(place)
        path = skia.Path()
        r = radius * 1.2
        path.addOval(skia.Rect.MakeLTRB(cx - r, cy - 2 * r * tall, cx + r, cy))
        centre = (cx - r * 0.35, cy - r * tall * 1.4)
        stops = ((0.0, lighten(rgb, 0.24)), (0.5, rgb), (1.0, right_tone(rgb)))
        self.pen.fill(path, Gradient(centre, (centre[0] + r * 1.45, centre[1]), stops, radial=True), "flat", line=0.5)
        return path

    def extrude(self, profile: Sequence[tuple[float, float]], y: float, wide: float, rgb: Rgb | Tone) -> skia.Path:
        """A profile of (x, z) pairs, drawn out along y; its front faces +y. The pairs go clockwise as seen there:
        from the lower left over the top to the lower right. Returns the path of the front."""
        edges = list(zip(profile, [*profile[1:], profile[0]], strict=True))
        strips: list[tuple[float, list[Spot], Rgb]] = []
        for (x0, z0), (x1, z1) in edges:
            length = math.hypot(x1 - x0, z1 - z0) or 1.0
            nx, nz = -(z1 - z0) / length, (x1 - x0) / length
            if nx * DOWN * 1.2 + nz <= 0.02:
                continue
            own = rgb(x0, z0) if callable(rgb) else rgb
            tone = mix(right_tone(own), top_tone(own), max(0.0, min(1.0, nz)))
            quad = [(x0, y, z0), (x1, y, z1), (x1, y + wide, z1), (x0, y + wide, z0)]
            strips.append((x0 + x1, quad, tone))
        for _, quad, tone in sorted(strips, key=lambda s: s[0]):
            self.face(quad, tone, fade=0.0)
        base = rgb(0.0, 0.0) if callable(rgb) else rgb
        return self.face([(x, y + wide, z) for x, z in profile], left_tone(base))

    def shade(self, x: float, y: float, size: tuple[float, float], depth: float = 0.22) -> None:
        """The soft shadow of what stands on (x, y) with this footprint: a little larger, drawn to the right."""
        a, b = size
        reach = min(a, b) * 0.28
        places = [
            (x, y, 0.0),
            (x + a + reach, y - reach, 0.0),
            (x + a + reach, y + b, 0.0),
            (x + a, y + b + reach * 0.3, 0.0),
            (x, y + b + reach * 0.3, 0.0),
        ]
        path = polygon([self.to(place) for place in places])
        self.pen.decal(path, (30, 26, 60), alpha=depth, blur=max(2.0, reach * 0.3))


Tone = Callable[[float, float], Rgb]


def window_rows(
    kit: Kit,
    face: str,
    place: Spot,
    size: tuple[float, float],
    grid: tuple[int, int],
    glass: Rgb,
    lit: Sequence[bool] = (),
) -> None:  # limit: a face full of windows
    """Windows in even rows on a left or right face: `size` of the whole field, `grid` columns and rows."""
    x, y, z = place
    columns, rows = grid
    step, rise = size[0] / columns, size[1] / rows
    wide, high = step * 0.6, rise * 0.62
    for row in range(rows):
        for column in range(columns):
            along, up = (column + 0.5) * step - wide / 2, row * rise + (rise - high) / 2
            index = row * columns + column
            glow = bool(lit) and lit[index % len(lit)]
            tone: Rgb = (255, 216, 132) if glow else glass
            if face == "left":
                pane = kit.left((x + along, y, z + up), wide, high, left_tone(tone) if not glow else tone)
            else:
                pane = kit.right((x, y + along, z + up), wide, high, right_tone(tone) if not glow else tone)
            if glow:
                kit.pen.glow(pane, tone)
            bounds = pane.getBounds()
            with kit.pen.on(pane):
                slash = polygon(
                    [
                        (bounds.left(), bounds.bottom()),
                        (bounds.centerX(), bounds.top()),
                        (bounds.centerX() + bounds.width() * 0.3, bounds.top()),
                        (bounds.left() + bounds.width() * 0.3, bounds.bottom()),
                    ]
                )
                kit.pen.decal(slash, (255, 255, 255), alpha=0.2)
