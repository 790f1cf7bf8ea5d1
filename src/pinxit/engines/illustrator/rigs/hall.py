"""A long room in perspective: ceiling, two walls, floor, the wall at its end; and the places of what stands there."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.interior import dim
from pinxit.engines.illustrator.rigs.sky import EDGE
from pinxit.engines.illustrator.shapes import Point, box, polygon
from pinxit.engines.illustrator.stage import Stage


@dataclass(frozen=True, slots=True)
class Hall:
    """The end wall reaches `half` to both sides of `centre`, from `top` to `foot`; the eye is at the height `eye`.

    `deep` is how much larger the near end is than the far one.
    """

    centre: float
    half: float
    top: float
    foot: float
    eye: float
    deep: float = 4.5

    def scale(self, t: float) -> float:
        """How much larger things are at depth t (0 near, 1 at the end wall) than at the end."""
        return 1 / ((1 - t) / self.deep + t)

    def at(self, u: float, v: float, t: float) -> Point:
        """The picture's point: u from -1 (left wall) to 1, v from 0 (floor) to 1 (ceiling), t from 0 (near) to 1."""
        s = self.scale(t)
        level = (self.foot - self.eye) * (1 - v) + (self.top - self.eye) * v
        return self.centre + u * self.half * s, self.eye + level * s

    def wall(self, side: float, depths: Point, levels: Point) -> skia.Path:
        """A patch of a side wall (or of any upright plane at u = side)."""
        (a, b), (low, high) = depths, levels
        return polygon([self.at(side, low, a), self.at(side, low, b), self.at(side, high, b), self.at(side, high, a)])

    def flat(self, sides: Point, depths: Point, level: float = 0.0) -> skia.Path:
        """A patch of the floor (level 0), of the ceiling (1) or of a table between them."""
        (a, b), (near, far) = sides, depths
        return polygon(
            [self.at(a, level, near), self.at(a, level, far), self.at(b, level, far), self.at(b, level, near)]
        )

    def face(self, sides: Point, levels: Point, t: float) -> skia.Path:
        """An upright patch that looks at the viewer, at depth t."""
        (a, b), (low, high) = sides, levels
        return polygon([self.at(a, low, t), self.at(b, low, t), self.at(b, high, t), self.at(a, high, t)])

    def block(self, pen: Pen, sides: Point, levels: Point, depths: Point, rgb: Rgb) -> None:
        """A box that stands in the room: its top if seen, the side towards the middle, its front."""
        near = depths[0]
        inner = sides[1] if sum(sides) < 0 else sides[0]
        if levels[1] < self.level_of_eye:
            pen.fill(self.flat(sides, depths, levels[1]), lighten(rgb, 0.2), "flat", line=0.4)
        if abs(inner) > 0.04:
            pen.fill(self.wall(inner, depths, levels), darken(rgb, 0.22), "flat", line=0.4)
        top, low = self.at(0, levels[1], near)[1], self.at(0, levels[0], near)[1]
        paint = Gradient((0, top), (0, low), ((0.0, lighten(rgb, 0.1)), (1.0, darken(rgb, 0.18))))
        pen.fill(self.face(sides, levels, near), paint, "flat", line=0.5)

    @property
    def level_of_eye(self) -> float:
        """v of the eye."""
        return (self.foot - self.eye) / (self.foot - self.top)


def hall(stage: Stage, half: float = 0.17, foot: float = 640.0, top: float = 250.0, deep: float = 4.5) -> Hall:
    """The room for a stage whose end wall is `half` of the width to each side; moves the stage's lines."""
    stage.horizon, stage.ground, stage.indoors = foot, 900.0, True
    reach = max(half * stage.width, 130.0)
    eye = top + (foot - top) * 0.62
    return Hall(stage.width / 2, reach, top, foot, eye, max(deep, stage.width / 2 / reach * 1.15))


def shell(stage: Stage, room: Hall, floor: Rgb, wall: Rgb, ceiling: Rgb, end: Rgb | None = None) -> None:
    """Floor, walls, ceiling and end, darker towards the viewer's edges and brighter at the end."""
    pen, width = stage.far, stage.width
    floor, wall, ceiling = (dim(stage, rgb) for rgb in (floor, wall, ceiling))
    end = dim(stage, end) if end else lighten(wall, 0.12)
    pen.fill(box(-EDGE, -EDGE, width + 2 * EDGE, 1000 + 2 * EDGE), darken(wall, 0.3), "flat", line=0)
    span = (-0.12, 1.0)
    ends = (room.at(0, 1, 0)[1], room.top)
    paint = Gradient(
        (0, max(ends[0], -200)), (0, ends[1]), ((0.0, darken(ceiling, 0.35)), (1.0, lighten(ceiling, 0.08)))
    )
    pen.fill(room.flat((-1, 1), span, 1), paint, "flat", line=0.4)
    for side in (-1, 1):
        shade = 0.0 if side < 0 else 0.12
        tones = ((0.0, darken(wall, 0.34 + shade)), (1.0, lighten(wall, 0.06 - shade * 0.3)))
        edge = room.centre + side * width * 0.55
        path = room.wall(side, span, (0, 1))
        pen.fill(path, Gradient((edge, 0), (room.centre + side * room.half, 0), tones), "flat", line=0.4)
    paint = Gradient((0, room.foot), (0, 1000), ((0.0, lighten(floor, 0.1)), (0.5, floor), (1.0, darken(floor, 0.3))))
    pen.fill(room.flat((-1, 1), span, 0), paint, "flat", line=0.4)
    pen.fill(
        room.face((-1, 1), (0, 1), 1),
        Gradient((0, room.top), (0, room.foot), ((0.0, end), (1.0, mix(end, wall, 0.5)))),
        "flat",
        line=0.4,
    )


def courses(pen: Pen, room: Hall, rgb: Rgb, rows: int = 7, columns: int = 9) -> None:
    """Joints of stone blocks or panels on both side walls."""
    path = skia.Path()
    for side in (-1, 1):
        for r in range(1, rows):
            path.addPath(polygon([room.at(side, r / rows, -0.1), room.at(side, r / rows, 1)], closed=False))
        for r in range(rows):
            for c in range(columns):
                t = (c + (r % 2) / 2) / columns
                path.addPath(polygon([room.at(side, r / rows, t), room.at(side, (r + 1) / rows, t)], closed=False))
    pen.line(path, rgb, 2.2, alpha=0.45)


def planks(pen: Pen, room: Hall, rgb: Rgb, count: int = 12, cross: int = 0, level: float = 0.0) -> None:
    """Lines of boards or tiles on the floor (or ceiling), `cross` of them across."""
    path = skia.Path()
    for i in range(count + 1):
        u = -1 + 2 * i / count
        path.addPath(polygon([room.at(u, level, -0.24), room.at(u, level, 1)], closed=False))
    for i in range(-2 if cross > 6 else 0, cross):
        t = i / cross
        path.addPath(polygon([room.at(-1, level, t), room.at(1, level, t)], closed=False))
    pen.line(path, rgb, 2.0, alpha=0.5)


def checks(pen: Pen, room: Hall, rgb: Rgb, count: int = 10, rows: int = 12) -> None:
    """Every second tile of the floor."""
    path = skia.Path()
    for i in range(count):
        for j in range(rows):
            if (i + j) % 2:
                sides = (-1 + 2 * i / count, -1 + 2 * (i + 1) / count)
                path.addPath(room.flat(sides, (j / rows, (j + 1) / rows)))
    pen.decal(path, rgb)
