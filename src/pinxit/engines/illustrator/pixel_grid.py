"""The pixel grid: a drawing brought down to few large pixels of few colours, as sprites were set by hand.

Every cell of the grid takes the colour most of it has, even tones never mix, slow gradients are dithered in a fixed
pattern, and pixels that stand alone are taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.effects import Bytes, Floats, blurred
from pinxit.engines.illustrator.separation import lab, palette

_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 + 1 / 32
_NEAR = 0.16  # OKLab distance within which a colour of the palette gives way to one that was asked for
Labels = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Grid:
    """Square cells of `side` pixels that cover a picture; the outer ones may be cut off by its edges."""

    width: int
    height: int
    side: int

    @classmethod
    def over(cls, pixels: Bytes, cells: int) -> Grid:
        """The grid with about `cells` cells along the shorter side; a cell has at least 2 x 2 pixels."""
        height, width = pixels.shape[:2]
        return cls(width, height, max(2, round(min(width, height) / cells)))

    def samples(self, per_cell: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Rows and columns at which the picture is looked at: `per_cell` in each direction of every cell."""
        return self._along(self.height, per_cell), self._along(self.width, per_cell)

    def _along(self, length: int, per_cell: int) -> npt.NDArray[np.intp]:
        count = -(-length // self.side)
        first = -((count * self.side - length) // 2)
        spots = first + (np.arange(count * per_cell) + 0.5) * self.side / per_cell
        return np.clip(spots, 0, length - 1).astype(np.intp)

    def enlarge(self, cells: Bytes) -> Bytes:
        """Every cell as a square of one colour, at the size of the picture."""
        rows, columns = (self._owner(self.height), self._owner(self.width))
        return np.ascontiguousarray(cells[rows][:, columns])

    def _owner(self, length: int) -> npt.NDArray[np.intp]:
        count = -(-length // self.side)
        return (np.arange(length) + (count * self.side - length) // 2) // self.side


def choose_palette(looked: Bytes, count: int, keep: Sequence[Rgb]) -> list[Rgb]:
    """`count` colours or a few more: those that say most, and exactly those that were asked for."""
    colours = palette(looked, count)
    points = lab(np.array(colours))
    for wanted in dict.fromkeys(keep):
        gaps = np.sqrt(((points - lab(np.array([wanted]))) ** 2).sum(1))
        nearest = int(gaps.argmin())
        if gaps[nearest] < _NEAR and colours[nearest] not in keep:
            colours[nearest] = wanted
            points[nearest] = lab(np.array([wanted]))[0]
    return colours


def set_cells(looked: Bytes, colours: Sequence[Rgb], per_cell: int) -> Labels:
    """Which colour each cell has, from a picture with `per_cell` x `per_cell` samples for every cell."""
    rows, columns = looked.shape[0] // per_cell, looked.shape[1] // per_cell
    points = lab(np.array(colours))
    first = _nearest(looked.reshape(-1, 3), points).reshape(looked.shape[:2])
    votes = np.zeros((rows * columns, len(colours)), np.float32)
    every = np.arange(rows * columns)
    # A line is worth more than the ground it runs over, or thin ones would break.
    worth = (1.0 + 0.6 * np.clip(0.5 - points[:, 0], 0, 1)).astype(np.float32)
    for i in range(per_cell):
        for j in range(per_cell):
            chosen = first[i::per_cell, j::per_cell].ravel()
            middle = 1.5 if i == j == per_cell // 2 else 1.0
            votes[every, chosen] += worth[chosen] * np.float32(middle)
    labels = votes.argmax(1).reshape(rows, columns)
    mean = looked.reshape(rows, per_cell, columns, per_cell, 3).mean((1, 3), dtype=np.float32)
    slow = _slow(mean)
    slow &= blurred(slow.astype(np.float32), 2) > 0.72
    labels = _without_orphans(labels, points, slow)
    _dither(labels, mean, points, slow)
    return labels


def _nearest(rgb: Bytes, points: Floats) -> Labels:
    """The nearest colour of the palette for each of n x 3 bytes."""
    code = (rgb[:, 0].astype(np.int32) >> 2) << 12 | (rgb[:, 1].astype(np.int32) >> 2) << 6 | rgb[:, 2] >> 2
    used, back = np.unique(code, return_inverse=True)
    middle = np.stack([used >> 12, used >> 6 & 63, used & 63], 1) * 4 + 2
    seen = lab(middle)
    gaps = (points**2).sum(1) - 2 * seen @ points.T
    return np.asarray(gaps.argmin(1)[back.ravel()], np.intp)


def _slow(mean: Floats) -> npt.NDArray[np.bool_]:
    """Where tones drift without an edge: skies, glows, water."""
    level = mean @ np.array([0.3, 0.59, 0.11], np.float32)
    wide = np.pad(mean, ((3, 3), (3, 3), (0, 0)), mode="edge")
    rows, columns = level.shape
    parts = np.stack([wide[i : i + rows, j : j + columns] for i in (0, 3, 6) for j in (0, 3, 6)])
    spread = (parts.max(0) - parts.min(0)).max(-1)
    return np.asarray((spread > 1.2) & (spread < 22))


def _dither(labels: Labels, mean: Floats, points: Floats, slow: npt.NDArray[np.bool_]) -> None:
    """Between the two nearest tones of a slow gradient by a fixed 4 x 4 pattern, in place."""
    where = np.nonzero(slow)
    if not where[0].size or len(points) < 2:
        return
    seen = lab(mean[where])
    gaps = ((seen**2).sum(1))[:, None] + (points**2).sum(1) - 2 * seen @ points.T
    order = np.argpartition(gaps, 1, axis=1)[:, :2]
    swap = gaps[np.arange(len(order)), order[:, 0]] > gaps[np.arange(len(order)), order[:, 1]]
    order[swap] = order[swap][:, ::-1]
    base, other = points[order[:, 0]], points[order[:, 1]]
    way = other - base
    size = (way**2).sum(1) + 1e-6
    share = np.clip(((seen - base) * way).sum(1) / size, 0, 1)
    # Only half of the way is dithered, or the whole sky would be one pattern; tones far apart are not mixed at all.
    share = np.clip((share - 0.25) * 2, 0, 0.5) * (size < 0.012)
    threshold = _BAYER[where[0] % 4, where[1] % 4]
    labels[where] = np.where(share > threshold, order[:, 1], order[:, 0])


def _without_orphans(labels: Labels, points: Floats, slow: npt.NDArray[np.bool_]) -> Labels:
    """Pixels that no neighbour resembles take their neighbours' colour, unless they gleam (eyes, stars)."""
    rows, columns = labels.shape
    wide = np.pad(labels, 1, mode="edge")
    around = [wide[i : i + rows, j : j + columns] for i in range(3) for j in range(3) if (i, j) != (1, 1)]
    same = np.sum([near == labels for near in around], axis=0)
    straight = np.stack([around[k] for k in (1, 3, 4, 6)])
    agree = (straight[:, None] == straight[None]).sum(1)
    common = np.take_along_axis(straight, agree.argmax(0)[None], 0)[0]
    gleam = points[labels, 0] - points[common, 0] > 0.3
    lonely = (same == 0) & ~gleam & ~slow
    return np.asarray(np.where(lonely, common, labels), np.intp)
