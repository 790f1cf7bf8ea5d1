"""A ball seen from any side: seams and panels laid on a sphere and drawn as they turn away from us."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.shapes import Point, curve, polygon

Spot = tuple[float, float, float]
"""A place in space, the sphere's middle at (0, 0, 0), x to the right, y down, z towards us."""


@dataclass(frozen=True, slots=True)
class Globe:
    """A sphere of `radius` about (`x`, `y`), its axes turned by degrees about the upright (`yaw`), then forward."""

    radius: float
    x: float = 0.0
    y: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0

    def seen(self, spot: Spot) -> Spot:
        """Where a place on the sphere comes to lie: x, y in the drawing and how far it faces us, -1 to 1."""
        x, y, z = spot
        size = math.sqrt(x * x + y * y + z * z) or 1.0
        x, y, z = x / size, y / size, z / size
        c, s = math.cos(math.radians(self.yaw)), math.sin(math.radians(self.yaw))
        x, z = x * c + z * s, z * c - x * s
        c, s = math.cos(math.radians(self.pitch)), math.sin(math.radians(self.pitch))
        y, z = y * c + z * s, z * c - y * s
        c, s = math.cos(math.radians(self.roll)), math.sin(math.radians(self.roll))
        x, y = x * c - y * s, x * s + y * c
        return (self.x + x * self.radius, self.y + y * self.radius, z)

    def panel(self, spots: Sequence[Spot]) -> skia.Path | None:
        """The outline through the places, its hidden part beyond the rim: clip it there. None where all is hidden."""
        seen = [self.seen(spot) for spot in spots]
        if all(z < 0 for _, _, z in seen):
            return None
        return polygon([self._rim(spot) for spot in seen])

    def seams(self, spots: Sequence[Spot]) -> skia.Path:
        """The visible runs of a course over the sphere."""
        path, run = skia.Path(), list[Point]()
        for x, y, z in [*(self.seen(spot) for spot in spots), (0.0, 0.0, -1.0)]:
            if z >= 0:
                run.append((x, y))
                continue
            if len(run) > 1:
                path.addPath(curve(*run))
            run = []
        return path

    def _rim(self, spot: Spot) -> Point:
        x, y, z = spot
        if z >= 0:
            return x, y
        away = math.hypot(x - self.x, y - self.y) or 1.0
        return self.x + (x - self.x) * self.radius * 1.2 / away, self.y + (y - self.y) * self.radius * 1.2 / away


def gore(start: float, end: float, steps: int = 24) -> list[Spot]:
    """The places around a gore between two meridians, in degrees; the poles are above and below."""
    ups = [math.pi * i / steps for i in range(steps + 1)]
    return [*(_spot(start, up) for up in ups), *(_spot(end, up) for up in reversed(ups))]


def curl(steps: int = 240, swing: float = 0.44) -> list[Spot]:
    """The one closed seam of a baseball or a tennis ball."""
    course: list[Spot] = []
    for i in range(steps + 1):
        t = 4 * math.pi * i / steps
        up = math.pi / 2 - (math.pi / 2 - swing) * math.cos(t)
        course.append(_spot(math.degrees(t / 2 + swing * math.sin(2 * t)), up))
    return course


def strip(face: int, low: float, high: float, across: bool) -> list[Spot]:
    """The places around a band of a cube's face (0 to 5), between two heights of -1 to 1."""
    ticks = [i / 6 - 1 for i in range(13)]
    flat = [*((u, low) for u in ticks), *((u, high) for u in reversed(ticks))]
    spots: list[Spot] = []
    for u, v in flat:
        a, b = (u, v) if across else (v, u)
        sign = 1.0 if face % 2 else -1.0
        spots.append(((sign, a, b), (a, sign, b), (a, b, sign))[face // 2])
    return spots


def _spot(along: float, up: float) -> Spot:
    a = math.radians(along)
    return (math.sin(up) * math.cos(a), -math.cos(up), math.sin(up) * math.sin(a))
