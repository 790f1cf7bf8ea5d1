"""Facets: an outline as a net of flat triangles, inflated like a cushion so that each triangle has a slope."""

from __future__ import annotations

import random

import numpy as np
import numpy.typing as npt
import skia

from pinxit.engines.illustrator.triangles import triangulate

Spots = npt.NDArray[np.float64]
_MOST = 260  # points in one net


def straightened(path: skia.Path, tolerance: float) -> skia.Path:
    """The outline in straight pieces that stray from it by at most `tolerance`."""
    result = skia.Path()
    for contour in contours(path, tolerance):
        if len(contour) > 2:
            result.addPoly([skia.Point(float(x), float(y)) for x, y in contour], True)
    result.setFillType(path.getFillType())
    return result


def contours(path: skia.Path, tolerance: float) -> list[Spots]:
    """The corners of each contour of the straightened outline, k x 2."""
    found = []
    measure = skia.PathMeasure(path, True)
    while True:
        length = float(measure.getLength())
        if length > 0:
            count = int(min(160, max(12, length / max(tolerance * 2.5, 1e-3))))
            spots = [measure.getPosTan(length * i / count)[0] for i in range(count)]
            dense = np.array([(s.x(), s.y()) for s in spots])
            found.append(dense[_corners(dense, tolerance)])
        if not measure.nextContour():
            return found


def _corners(spots: Spots, tolerance: float) -> npt.NDArray[np.intp]:
    """Which points a closed polygon cannot do without (Ramer 1972, Douglas and Peucker 1973)."""
    far = int(((spots - spots[0]) ** 2).sum(1).argmax())
    kept = {0, far}
    ring = np.vstack([spots, spots[:1]])
    parts = [(0, far), (far, len(spots))]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        chord = ring[last] - ring[first]
        size = float(np.hypot(*chord))
        between = ring[first + 1 : last] - ring[first]
        off = (
            np.abs(between[:, 0] * chord[1] - between[:, 1] * chord[0]) / size if size > 1e-9 else np.hypot(*between.T)
        )
        worst = int(off.argmax())
        if off[worst] > tolerance:
            middle = first + 1 + worst
            kept.add(middle)
            parts += [(first, middle), (middle, last)]
    return np.array(sorted(kept), np.intp)


def net(
    path: skia.Path, box: skia.Rect, step: float, chance: random.Random
) -> tuple[Spots, npt.NDArray[np.intp], Spots]:
    """Points (n x 2), triangles (m x 3) and how far each point lies from the outline, for a straightened outline.

    `box` is the part of it that is seen; points lie about `step` apart. The triangles cover the whole box.
    """
    while box.width() * box.height() / step**2 > _MOST:
        step *= 1.25
    rim = _along(path, box, step)
    inner = []
    for x, y in _grid(box, step, chance):
        if path.contains(x, y) and (not len(rim) or float(((rim - (x, y)) ** 2).sum(1).min()) > (0.55 * step) ** 2):
            inner.append((x, y))
    pad = step * 0.6
    corners = [
        (box.left() - pad, box.top() - pad), (box.right() + pad, box.top() - pad),
        (box.right() + pad, box.bottom() + pad), (box.left() - pad, box.bottom() + pad),
    ]  # fmt: skip
    points = np.array([*corners, *map(tuple, rim), *inner])
    depth = np.zeros(len(points))
    if len(rim) and inner:
        within = np.array(inner)
        gaps = ((within[:, None] - rim[None]) ** 2).sum(2)
        depth[len(points) - len(inner) :] = np.sqrt(gaps.min(1))
    return points, triangulate(points), depth


def _along(path: skia.Path, box: skia.Rect, step: float) -> Spots:
    """Points on the outline within the box: its corners, and more between them."""
    seen = box.makeOutset(step * 0.5, step * 0.5)
    spots = []
    iterator = skia.Path.Iter(path, True)
    while True:
        verb, points = iterator.next()
        if verb == skia.Path.kDone_Verb:
            break
        if verb != skia.Path.kLine_Verb:
            continue
        start, end = points[0], points[1]
        parts = max(1, round(skia.Point.Distance(start, end) / step))
        for i in range(min(parts, 60)):
            share = i / parts
            x, y = start.x() + (end.x() - start.x()) * share, start.y() + (end.y() - start.y()) * share
            if seen.contains(x, y):
                spots.append((x, y))
    return np.array(spots).reshape(-1, 2)


def _grid(box: skia.Rect, step: float, chance: random.Random) -> list[tuple[float, float]]:
    spots = []
    rows, columns = max(1, round(box.height() / (step * 0.87))), max(1, round(box.width() / step))
    for row in range(rows + 1):
        for column in range(columns + 1):
            x = box.left() + (column + 0.5 * (row % 2) + chance.uniform(-0.24, 0.24)) * box.width() / columns
            y = box.top() + (row + chance.uniform(-0.24, 0.24)) * box.height() / rows
            spots.append((x, y))
    return spots


def slopes(points: Spots, depth: Spots, triangles: npt.NDArray[np.intp], bulge: float) -> Spots:
    """The upward normals (m x 3) of the facets of a form that swells between its outlines, like a cushion."""
    thick = max(float(depth.max(initial=0.0)), 1e-6)
    # Within the inscribed circle the height is that of a sphere.
    rise = np.sqrt(np.clip(depth * (2 * thick - depth), 0, None)) * bulge
    a, b, c = (np.column_stack([points[triangles[:, k]], rise[triangles[:, k]]]) for k in range(3))
    normal = np.cross(b - a, c - a)
    normal *= np.where(normal[:, 2:] < 0, -1, 1)
    return np.asarray(normal / (np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9), np.float64)
