"""Outlines: functions that return a `skia.Path` in the drawing's own units, x to the right and y DOWN."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

Point = tuple[float, float]


def polygon(points: Sequence[Point], closed: bool = True) -> skia.Path:
    """Straight lines through the points."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path


def smooth(points: Sequence[Point], closed: bool = True, tension: float = 0.5) -> skia.Path:
    """A soft curve through all the points (cardinal spline; tension 0.5 is Catmull-Rom): for organic outlines."""
    count = len(points)
    path = skia.Path()
    path.moveTo(*points[0])
    k = tension / 3 * 2
    for i in range(count if closed else count - 1):
        if closed:
            before, start, end, after = (points[(i + j) % count] for j in (-1, 0, 1, 2))
        else:
            before, start = points[max(i - 1, 0)], points[i]
            end, after = points[i + 1], points[min(i + 2, count - 1)]
        path.cubicTo(
            start[0] + (end[0] - before[0]) * k / 2,
            start[1] + (end[1] - before[1]) * k / 2,
            end[0] - (after[0] - start[0]) * k / 2,
            end[1] - (after[1] - start[1]) * k / 2,
            *end,
        )
    if closed:
        path.close()
    return path


def curve(*points: Point) -> skia.Path:
    """An open soft curve through the points: for strokes."""
    return smooth(points, closed=False)


def ellipse(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0) -> skia.Path:
    """Around (x, y) with radii rx and ry (a circle without ry), turned by degrees clockwise."""
    ry = rx if ry is None else ry
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return turned(path, turn, x, y) if turn else path


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> skia.Path:
    """A rectangle from its top left corner, with rounded corners."""
    path = skia.Path()
    path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, width, height), radius, radius))
    return path


def taper(top: float, bottom: float, y0: float, y1: float, x: float = 0, radius: float = 0) -> skia.Path:
    """A trapezium, symmetrical about x: `top` wide at y0 and `bottom` wide at y1."""
    corners = [(x - top / 2, y0), (x + top / 2, y0), (x + bottom / 2, y1), (x - bottom / 2, y1)]
    return rounded(polygon(corners), radius) if radius else polygon(corners)


def lathe(profile: Sequence[Point], x: float = 0) -> skia.Path:
    """The outline of a turned vessel: (radius, y) pairs from top to bottom, mirrored about x."""
    right = [(x + r, y) for r, y in profile]
    left = [(x - r, y) for r, y in reversed(profile)]
    path = smooth(right, closed=False)
    other = smooth(left, closed=False)
    path.lineTo(*left[0])
    path.addPath(other, skia.Path.AddPathMode.kExtend_AddPathMode)
    path.close()
    return path


def tube(points: Sequence[Point], widths: Sequence[float] | float, closed_ends: bool = True) -> skia.Path:
    """A limb or tail along a soft curve: `widths` at each point (or one for all), with round ends."""
    if isinstance(widths, (int, float)):
        widths = [float(widths)] * len(points)
    dense, sizes = _resample(points, widths)
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(dense):
        ahead = dense[min(i + 1, len(dense) - 1)]
        behind = dense[max(i - 1, 0)]
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        length = math.hypot(dx, dy) or 1
        nx, ny = -dy / length * sizes[i] / 2, dx / length * sizes[i] / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    path = polygon([*left, *reversed(right)])
    if closed_ends:
        for (x, y), size in ((dense[0], sizes[0]), (dense[-1], sizes[-1])):
            path = union(path, ellipse(x, y, size / 2))
    return path


def _resample(points: Sequence[Point], widths: Sequence[float], steps: int = 10) -> tuple[list[Point], list[float]]:
    dense: list[Point] = []
    sizes: list[float] = []
    count = len(points)
    for i in range(count - 1):
        p0, p1 = points[max(i - 1, 0)], points[i]
        p2, p3 = points[i + 1], points[min(i + 2, count - 1)]
        for step in range(steps + (i == count - 2)):
            t = step / steps
            a, b, c, d = (
                -0.5 * t**3 + t**2 - 0.5 * t,
                1.5 * t**3 - 2.5 * t**2 + 1,
                -1.5 * t**3 + 2 * t**2 + 0.5 * t,
                0.5 * t**3 - 0.5 * t**2,
            )
            dense.append((a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]))
            sizes.append(widths[i] + (widths[i + 1] - widths[i]) * t)
    return dense, sizes


def capsule(x0: float, y0: float, x1: float, y1: float, width: float, end: float | None = None) -> skia.Path:
    """A straight limb from one joint to the other, `width` thick at the first and `end` at the second."""
    return tube([(x0, y0), (x1, y1)], [width, width if end is None else end])


def arc(x: float, y: float, rx: float, ry: float, start: float, sweep: float) -> skia.Path:
    """An open arc of an ellipse, in degrees clockwise from the right."""
    path = skia.Path()
    path.addArc(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry), start, sweep)
    return path


def star(x: float, y: float, outer: float, inner: float, tips: int = 5, turn: float = -90) -> skia.Path:
    """A star of `tips` tips."""
    points = []
    for i in range(tips * 2):
        radius = inner if i % 2 else outer
        angle = math.radians(turn + 180 * i / tips)
        points.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return polygon(points)


def combined(path: skia.Path, other: skia.Path, operation: skia.PathOp) -> skia.Path | None:
    """Skia's boolean operation; None where it gives up, as it does on some outlines that nearly touch themselves."""
    try:
        return skia.Op(path, other, operation)
    except RuntimeError:
        return None


def simplified(path: skia.Path) -> skia.Path:
    """The outline without overlaps; as it is where Skia gives up."""
    try:
        return skia.Simplify(path) or path
    except RuntimeError:
        return path


def union(*paths: skia.Path) -> skia.Path:
    """One outline around all of them."""
    result = paths[0]
    for path in paths[1:]:
        result = combined(result, path, skia.PathOp.kUnion_PathOp) or result
    return result


def minus(path: skia.Path, hole: skia.Path) -> skia.Path:
    """What is left of `path` without `hole`."""
    return combined(path, hole, skia.PathOp.kDifference_PathOp) or path


def common(path: skia.Path, other: skia.Path) -> skia.Path:
    """Where both are."""
    return combined(path, other, skia.PathOp.kIntersect_PathOp) or skia.Path()


def rounded(path: skia.Path, radius: float) -> skia.Path:
    """The same outline with its corners rounded."""
    paint = skia.Paint(PathEffect=skia.CornerPathEffect.Make(radius), Style=skia.Paint.kFill_Style)
    result = skia.Path()
    return result if paint.getFillPath(path, result) else path


def moved(path: skia.Path, dx: float, dy: float) -> skia.Path:
    """A copy, shifted."""
    return changed(path, skia.Matrix.Translate(dx, dy))


def turned(path: skia.Path, degrees: float, x: float = 0, y: float = 0) -> skia.Path:
    """A copy, turned clockwise around (x, y)."""
    return changed(path, skia.Matrix.RotateDeg(degrees, skia.Point(x, y)))


def scaled(path: skia.Path, sx: float, sy: float | None = None, x: float = 0, y: float = 0) -> skia.Path:
    """A copy, scaled about (x, y)."""
    matrix = skia.Matrix.Translate(x, y)
    matrix.preScale(sx, sx if sy is None else sy)
    matrix.preTranslate(-x, -y)
    return changed(path, matrix)


def mirrored(path: skia.Path, x: float = 0) -> skia.Path:
    """A copy, flipped left to right about x."""
    return scaled(path, -1, 1, x, 0)


def changed(path: skia.Path, matrix: skia.Matrix) -> skia.Path:
    """A copy under a matrix."""
    result = skia.Path(path)
    result.transform(matrix)
    return result
