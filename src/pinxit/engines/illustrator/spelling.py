"""Spelling: Skia's paths as the text of SVG's, short and without what nobody sees."""

from __future__ import annotations

from dataclasses import dataclass, field

import skia

Point = tuple[float, float]

_QUARTER = 0.70710678  # the weight of a conic that is a quarter of an ellipse
_NEAR = 0.002


@dataclass(slots=True)
class Contour:
    """One contour being spelled, in steps of `grain`; each command starts from where the rounded one before ended."""

    places: int
    parts: list[str] = field(default_factory=list)
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    points: list[Point] = field(default_factory=list)

    def begin(self, point: Point) -> None:
        self.at = self.start = (round(point[0], self.places), round(point[1], self.places))
        self.points.append(point)
        self.parts.append("M" + self._joined(self.at))

    def line(self, end: Point) -> None:
        dx, dy = (round(value, self.places) for value in (end[0] - self.at[0], end[1] - self.at[1]))
        if dx or dy:
            self.parts.append(
                f"h{self._number(dx)}" if not dy else f"v{self._number(dy)}" if not dx else self._to("l", end)
            )
            self._move(end)

    def curve(self, letter: str, points: list[Point]) -> None:
        self.parts.append(self._to(letter, *points))
        self.points.extend(points[:-1])
        self._move(points[-1])

    def conic(self, start: Point, corner: Point, end: Point, weight: float) -> None:
        """A quarter of an upright ellipse as an arc, any other conic as two parabolas."""
        (x0, y0), (x1, y1), (x2, y2) = start, corner, end
        upright = (abs(x0 - x1) + abs(y1 - y2) < _NEAR) or (abs(y0 - y1) + abs(x1 - x2) < _NEAR)
        if upright and abs(weight - _QUARTER) < _NEAR:
            clockwise = (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1) > 0
            radii = self._joined((abs(x2 - x0), abs(y2 - y0)))
            self.parts.append(f"a{radii} 0 0 {int(clockwise)} " + self._to("", end))
            self.points.append(corner)
            self._move(end)
            return
        quads = skia.Path.ConvertConicToQuads(*(skia.Point(*point) for point in (start, corner, end)), weight, 1)
        for pair in (quads[1:3], quads[3:5]):
            self.curve("q", [(point.x(), point.y()) for point in pair])

    def meets(self, box: tuple[float, float, float, float]) -> bool:
        """Does any of it lie in a box, as far as its points tell?"""
        left, top, right, bottom = box
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return max(xs) >= left and min(xs) <= right and max(ys) >= top and min(ys) <= bottom

    def _move(self, end: Point) -> None:
        self.points.append(end)
        dx, dy = round(end[0] - self.at[0], self.places), round(end[1] - self.at[1], self.places)
        self.at = (self.at[0] + dx, self.at[1] + dy)

    def _to(self, letter: str, *points: Point) -> str:
        return letter + self._joined(*((x - self.at[0], y - self.at[1]) for x, y in points))

    def _joined(self, *points: Point) -> str:
        text = ""
        for point in points:
            for value in point:
                shown = self._number(value)
                text += shown if not text or shown.startswith("-") else f" {shown}"
        return text

    def _number(self, value: float) -> str:
        return number(value, self.places)


def spell(path: skia.Path, places: int, box: tuple[float, float, float, float]) -> str:
    """The text of a path, without the contours that lie outside of `box` (left, top, right, bottom)."""
    done: list[Contour] = []
    contour = Contour(places)
    steps = skia.Path.Iter(path, False)
    while True:
        verb, points = steps.next()
        if verb == skia.Path.kDone_Verb:
            return "".join("".join(each.parts) for each in done if each.points and each.meets(box))
        spots = [(point.x(), point.y()) for point in points]
        if verb == skia.Path.kMove_Verb:
            contour = Contour(places)
            contour.begin(spots[0])
            done.append(contour)
        elif verb == skia.Path.kLine_Verb:
            contour.line(spots[1])
        elif verb == skia.Path.kQuad_Verb:
            contour.curve("q", spots[1:3])
        elif verb == skia.Path.kConic_Verb:
            contour.conic(spots[0], spots[1], spots[2], steps.conicWeight())
        elif verb == skia.Path.kCubic_Verb:
            contour.curve("c", spots[1:4])
        elif verb == skia.Path.kClose_Verb:
            contour.parts.append("Z")


def number(value: float, places: int) -> str:
    """A number as short as it can be."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
