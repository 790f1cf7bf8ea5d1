"""Pages: how the panels of a comic or a storyboard share a sheet: rows, gutters, title, room for words below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import skia

from pinxit.core.images import Size

GUTTER, MARGIN, BORDER = 0.016, 0.024, 0.004  # shares of the shorter side
BEST = 1.22  # the shape of panel that rows are chosen for, width over height


@dataclass(frozen=True, slots=True)
class Cell:
    """A panel's place in pixels; `lean` is how far its left and right edges slant, each from top to bottom."""

    left: int
    top: int
    width: int
    height: int
    lean: tuple[float, float] = (0.0, 0.0)
    below: int = 0  # room for words under the panel

    @property
    def outline(self) -> skia.Path:
        """The panel's edge."""
        path = skia.Path()
        right, bottom = self.left + self.width, self.top + self.height
        a, b = self.lean
        path.moveTo(self.left + max(a, 0), self.top)
        path.lineTo(right - max(-b, 0), self.top)
        path.lineTo(right - max(b, 0), bottom)
        path.lineTo(self.left + max(-a, 0), bottom)
        path.close()
        return path

    @property
    def safe(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what no slanted edge cuts into."""
        left, right = abs(self.lean[0]), abs(self.lean[1])
        return self.left + left, self.top, max(self.width - left - right, 1.0), self.height


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page: the panels in reading order and the band of the title (left, top, width, height), if there is one."""

    size: Size
    cells: tuple[Cell, ...]
    title: tuple[float, float, float, float] | None

    @property
    def unit(self) -> int:
        return min(self.size.width, self.size.height)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page should be like: `weights` say how much room each panel wants (about 1)."""

    weights: tuple[float, ...]
    titled: bool = False
    even: bool = False  # all panels alike
    grid: tuple[int, int] | None = None  # columns, rows
    leftward: bool = False
    slanted: bool = False
    words_below: bool = False
    wide_frames: bool = False  # frames of 16:9


def compose(size: Size, wish: Wish) -> Sheet:
    """Divide a sheet."""
    unit = min(size.width, size.height)
    margin, gutter = max(round(unit * MARGIN), 1), max(round(unit * GUTTER), 1)
    title = None
    top = margin
    if wish.titled:
        band = round(unit * 0.085)
        title = (margin, margin * 0.8, size.width - 2 * margin, band)
        top = margin + band
    width, height = max(size.width - 2 * margin, 1), max(size.height - top - margin, 1)
    if len(wish.weights) == 3 and width > 1.3 * height and width < 2.1 * height and not _regular(wish):
        flanked = _flanked((margin, top, width, height), gutter, wish)
        return Sheet(size, tuple(_mirrored(c, size.width) if wish.leftward else c for c in flanked), title)
    below = round(unit * 0.055) if wish.words_below else 0
    if wish.wide_frames:
        board = _board(len(wish.weights), (margin, top, width, height), gutter, below)
        return Sheet(size, tuple(_mirrored(c, size.width) if wish.leftward else c for c in board), title)
    rows = _rows(wish, width / height)
    cells: list[Cell] = []
    shares = _heights(rows, wish)
    room = max(height - gutter * (len(rows) - 1), len(rows))
    y = float(top)
    at = 0
    for count, share in zip(rows, shares, strict=True):
        tall = room * share
        cells += _row(wish, range(at, at + count), (margin, y, width, tall), gutter)
        y += tall + gutter
        at += count
    if wish.leftward:
        cells = [_mirrored(cell, size.width) for cell in cells]
    return Sheet(size, tuple(cells), title)


def _regular(wish: Wish) -> bool:
    return wish.even or wish.grid is not None


def _flanked(box: tuple[int, int, int, int], gutter: int, wish: Wish) -> list[Cell]:
    """One large panel, and two over each other beside it."""
    left, top, width, height = box
    large = round((width - gutter) * (0.56 if wish.weights[0] >= 1.0 else 0.52))
    x, small = left + large + gutter, width - large - gutter
    upper = (height - gutter) // 2
    return [
        Cell(left, top, large, height), Cell(x, top, small, upper),
        Cell(x, top + upper + gutter, small, height - upper - gutter),
    ]  # fmt: skip


def _board(count: int, box: tuple[int, int, int, int], gutter: int, below: int) -> list[Cell]:
    """Frames of 16:9, all of one size and as large as they can be; the last row begins on the left."""
    left, top, width, height = box

    def frame(columns: int) -> tuple[int, int]:
        rows = -(-count // columns)
        wide = (width - gutter * (columns - 1)) / columns
        tall = (height - gutter * (rows - 1)) / rows - below
        wide = min(wide, tall * 16 / 9)
        return max(round(wide - 0.5), 1), max(round(wide * 9 / 16 - 0.5), 1)

    columns = max(range(1, count + 1), key=lambda n: (frame(n), -n))
    wide, tall = frame(columns)
    rows = -(-count // columns)
    x0 = left + (width - columns * wide - (columns - 1) * gutter) // 2
    step = tall + below + gutter
    y0 = top + (height - rows * step + gutter) // 2
    return [
        Cell(max(x0 + (i % columns) * (wide + gutter), 0), max(y0 + i // columns * step, 0), wide, tall, below=below)
        for i in range(count)
    ]


def _rows(wish: Wish, ratio: float) -> tuple[int, ...]:
    """How many panels stand in each row."""
    count = len(wish.weights)
    if wish.grid is not None:
        return (wish.grid[0],) * wish.grid[1] if wish.grid[0] * wish.grid[1] == count else (count,)
    return min(_ways(count, 4), key=lambda way: (_strain(way, ratio, wish), way))


def _ways(count: int, most: int) -> Iterator[tuple[int, ...]]:
    """All ways to write a number as a sum of up to `most` each."""
    if count == 0:
        yield ()
    for first in range(1, min(count, most) + 1):
        for rest in _ways(count - first, most):
            yield (first, *rest)


def _strain(way: Sequence[int], ratio: float, wish: Wish) -> float:
    """How far the panels are from a good shape; even pages want even rows, others may open with a wide panel."""
    total = 0.0
    for count, share in zip(way, _heights(way, wish), strict=True):
        shape = log(ratio / count / share / BEST)
        total += count * abs(shape) ** 1.5
    if wish.even:
        return total + 3.0 * (max(way) - min(way))
    uneven = 0.0 if len(set(way)) > 1 or len(way) == 1 else 0.22
    opening = 0.0 if way[0] <= min(way) else 0.3
    alike = 0.06 * sum(a == b for a, b in pairwise(way))
    wide = 0.8 * sum(max(0.0, ratio / c / s - 2.6) for c, s in zip(way, _heights(way, wish), strict=True))
    return total + uneven + opening + alike + wide + 0.1 * len(way)


def _heights(rows: Sequence[int], wish: Wish) -> list[float]:
    """The share of the height that each row has: long rows of small panels less, a single wide panel a little more."""
    if wish.even or wish.grid is not None or len(set(rows)) == 1:
        raw = [1.0] * len(rows)
    else:
        raw = [1.06 if count == 1 else 1.0 if count == 2 else 0.9 for count in rows]
    return [share / sum(raw) for share in raw]


def _row(wish: Wish, numbers: range, box: tuple[float, float, float, float], gutter: int) -> list[Cell]:
    left, top, width, height = box
    weights = [1.0 if wish.even or wish.grid else wish.weights[i] for i in numbers]
    room = max(width - gutter * (len(weights) - 1), len(weights))
    lean = 0.16 * height if wish.slanted and len(weights) > 1 else 0.0
    lean = min(lean, room / len(weights) * 0.16)
    cells: list[Cell] = []
    x = left
    for place, weight in enumerate(weights):
        wide = room * weight / sum(weights)
        sign = 1 if numbers[0] % 2 else -1
        a = lean * sign if place else 0.0
        b = lean * sign if place < len(weights) - 1 else 0.0
        start, end = x - (abs(a) / 2 if a else 0), x + wide + (abs(b) / 2 if b else 0)
        cells.append(
            Cell(round(start), round(top), max(round(end) - round(start), 1),
                 max(round(top + height) - round(top), 1), (a, b))
        )  # fmt: skip
        x += wide + gutter
    return cells


def _mirrored(cell: Cell, width: int) -> Cell:
    a, b = cell.lean
    return Cell(width - cell.left - cell.width, cell.top, cell.width, cell.height, (-b, -a), cell.below)
