"""Triangles: points joined into a net of triangles that are as even as the points allow."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]
_GONE = (-1, -1, -1)


def triangulate(points: npt.NDArray[np.float64]) -> Indices:
    """The Delaunay triangulation of n points (n x 2) as m x 3 indices (Bowyer 1981, Watson 1981)."""
    return _Net(points).build()


class _Net:
    """A growing net. Triangle t has corners `corners[t]`, counter-clockwise, and across from each the neighbour."""

    def __init__(self, points: npt.NDArray[np.float64]) -> None:
        self.count = len(points)
        # A hair of disorder: points on one line or one circle have no single answer.
        shaken = points + np.random.default_rng(3).uniform(-1e-4, 1e-4, points.shape)
        low, high = shaken.min(0), shaken.max(0)
        middle, reach = (low + high) / 2, float((high - low).max()) * 40 + 1
        outer = [(-reach, -reach), (reach, -reach), (0.0, reach)]
        self.spots = [*map(tuple, shaken.tolist()), *((middle[0] + x, middle[1] + y) for x, y in outer)]
        n = self.count
        self.corners: list[tuple[int, int, int]] = [(n, n + 1, n + 2)]
        self.across: list[list[int]] = [[-1, -1, -1]]
        self.last = 0

    def build(self) -> Indices:
        for index in self._order():
            self._insert(index)
        n = self.count
        kept = [t for t in self.corners if t != _GONE and max(t) < n]
        return np.array(kept, np.intp).reshape(-1, 3)

    def _order(self) -> list[int]:
        """In strips, back and forth, so that the next point is near the last one."""
        spots = np.array(self.spots[: self.count])
        low, high = spots.min(0), spots.max(0)
        strips = max(1, round((self.count / 2) ** 0.5))
        row = np.clip((spots[:, 1] - low[1]) / max(high[1] - low[1], 1e-9) * strips, 0, strips - 1).astype(int)
        x = np.where(row % 2 == 0, spots[:, 0], -spots[:, 0])
        return [int(i) for i in np.lexsort((x, row))]

    def _find(self, x: float, y: float) -> int:
        """The triangle that holds the point, by walking towards it."""
        at, spots = self.last, self.spots
        while True:
            corners = self.corners[at]
            for k in range(3):
                ax, ay = spots[corners[k - 2]]
                bx, by = spots[corners[k - 1]]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) < 0:
                    at = self.across[at][k]
                    break
            else:
                return at

    def _holds(self, triangle: int, x: float, y: float) -> bool:
        """Does the circle through the triangle's corners hold the point?"""
        corners = self.corners[triangle]
        (ax, ay), (bx, by), (cx, cy) = (self.spots[i] for i in corners)
        ax, ay, bx, by, cx, cy = ax - x, ay - y, bx - x, by - y, cx - x, cy - y
        a, b, c = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
        return bool(ax * (by * c - b * cy) - ay * (bx * c - b * cx) + a * (bx * cy - by * cx) > 0)

    def _insert(self, index: int) -> None:
        cavity, rim = self._cavity(*self.spots[index])
        free = list(cavity)
        starts: dict[int, int] = {}
        made = []
        for a, b, outside in rim:
            if free:
                new = free.pop()
                self.corners[new] = (index, a, b)
                self.across[new] = [outside, -1, -1]
            else:
                new = len(self.corners)
                self.corners.append((index, a, b))
                self.across.append([outside, -1, -1])
            if outside >= 0:
                corners = self.corners[outside]
                beside = next(k for k in range(3) if corners[k - 2] == b and corners[k - 1] == a)
                self.across[outside][beside] = new
            starts[a] = new
            made.append((new, b))
        for new, b in made:
            following = starts[b]
            self.across[new][1] = following  # across from a lies the edge (b, index)
            self.across[following][2] = new
        for spare in free:
            self.corners[spare] = _GONE
        self.last = made[0][0]

    def _cavity(self, x: float, y: float) -> tuple[set[int], list[tuple[int, int, int]]]:
        """The triangles whose circles hold the point; the edges around them: from, to, the triangle outside."""
        first = self._find(x, y)
        open_, cavity = [first], {first}
        rim: list[tuple[int, int, int]] = []
        while open_:
            at = open_.pop()
            corners, across = self.corners[at], self.across[at]
            for k in range(3):
                other = across[k]
                if other in cavity:
                    continue
                if other >= 0 and self._holds(other, x, y):
                    cavity.add(other)
                    open_.append(other)
                else:
                    rim.append((corners[k - 2], corners[k - 1], other))
        return cavity, [edge for edge in rim if edge[2] not in cavity]
