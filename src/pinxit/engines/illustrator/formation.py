"""Formation: how the copies of one subject stand together. The default is rows in which nobody hides another.

Positions are in stage units around (0, 0) on the ground, y down; each copy has a scale of its own.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

Spot = tuple[float, float, float]  # x, y, scale


@dataclass(frozen=True, slots=True)
class Troop:
    """Copies that are to be formed up: their number, the size of one, and the width of the frame they stand in."""

    count: int
    width: float
    height: float
    frame: float
    air: bool = False


def form(arrangement: str | None, troop: Troop) -> tuple[list[Spot], float]:
    """The places of the copies, the back first where they overlap, and how much each is shrunk to fit."""
    order = _ORDERS.get(arrangement or "")
    if order is None or troop.count < 2:
        return _rows(troop)
    if arrangement == "flock" and not troop.air:
        order = _crowd
    spots = order(troop)
    reach = max(abs(x) for x, _, _ in spots) * 2 + troop.width
    top = -min(y for _, y, _ in spots) + troop.height
    shrink = min(1.0, 0.88 * troop.frame / reach, 1.6 * max(troop.height, 230.0) / top)
    return [(x * shrink, y * shrink, scale) for x, y, scale in spots], shrink


def _rows(troop: Troop) -> tuple[list[Spot], float]:
    count, width, height = troop.count, troop.width, troop.height
    per_row = count if count <= 4 else -(-count // 2) if count <= 8 else -(-count // 3)
    shrink, low = 1.0, count in {3, 4} and width > 1.8 * height
    if low:  # flat things side by side would be slivers
        per_row = 2
    if count > 1:
        crowd = {2: 0.95, 3: 0.85, 4: 0.74}.get(count, 0.62 if count <= 8 else 0.5)
        shrink = min(1.0 if count < 4 else 0.8, max(crowd, 0.42 * troop.frame / (width * per_row)))
        width, height = width * shrink, height * shrink
    if count > 4:  # slim things, such as people, stand in fewer and longer rows
        per_row = max(per_row, min(count, int(0.9 * troop.frame / (width * 1.08))))
        per_row = -(-count // -(-count // per_row))
    step_x, step_y = width * 1.08, height * (1.5 if low else 0.72 if count > 4 else 0.0)
    spots = []
    for i in range(count):
        row, place = divmod(i, per_row)
        in_row = min(per_row, count - row * per_row)
        # Every other row stands in the gaps of the row before it.
        stagger = 0.5 if (per_row + row - in_row) % 2 else 0.0
        x = (place - (in_row - 1) / 2 - stagger) * step_x
        y = -row * step_y * 0.75 if not troop.air else -row * height * 1.15
        if count in {3, 4} and not troop.air and not low:
            y = -height * 0.05 * (place % 2)
        spots.append((x, y, 1 - 0.06 * row))
    return spots, shrink


def _row(troop: Troop) -> list[Spot]:
    """One line; a long one closes up until the copies overlap by a third."""
    step = troop.width * (1.1 if troop.count <= 6 else 0.95 if troop.count <= 10 else 0.78)
    return [((i - (troop.count - 1) / 2) * step, 0.0, 1.0) for i in range(troop.count)]


def _close(troop: Troop) -> list[Spot]:
    """Side by side and touching, as those stand who hug."""
    return [((i - (troop.count - 1) / 2) * troop.width * 0.8, 0.0, 1.0) for i in range(troop.count)]


def _line(troop: Troop) -> list[Spot]:
    """A queue that comes from the distance."""
    spots = []
    for i in reversed(range(troop.count)):
        far = i / max(troop.count - 1, 1)
        spots.append((far * troop.width * 0.75 * troop.count * 0.55, -far * troop.height * 0.55, 1 - 0.45 * far))
    return spots


def _pile(troop: Troop) -> list[Spot]:
    """Layers like a grocer's pyramid, the upper ones in the hollows of the lower; the lower ones in front."""
    rows: list[int] = []
    base = max(2, math.ceil((math.sqrt(8 * troop.count + 1) - 1) / 2))
    left = troop.count
    while left > 0:
        rows.append(min(left, max(base - len(rows), 1)))
        left -= rows[-1]
    spots = []
    for level, many in enumerate(rows):
        for i in range(many):
            spots.append(((i - (many - 1) / 2) * troop.width * 0.9, -level * troop.height * 0.72, 1.0))
    return spots[::-1]


def _stack(troop: Troop) -> list[Spot]:
    """One on top of the other, not quite in line."""
    chance = random.Random(troop.count)
    return [(chance.uniform(-0.06, 0.06) * troop.width, -i * troop.height * 0.7, 1.0) for i in range(troop.count)]


def _ring(troop: Troop) -> list[Spot]:
    """A circle on the ground, seen from the height of a person's eyes."""
    radius = max(troop.width * troop.count * 0.24, troop.width * 0.9)
    spots = []
    for i in range(troop.count):
        angle = 2 * math.pi * (i + 0.5) / troop.count - math.pi / 2
        far = (1 - math.sin(angle)) / 2
        y = (math.sin(angle) - 1) * radius * 0.3 - (troop.height * 0.12) * far
        spots.append((math.cos(angle) * radius, y, 1 - 0.16 * far))
    return sorted(spots, key=lambda spot: spot[1])


def _grid(troop: Troop) -> list[Spot]:
    """Even rows and columns."""
    wish = math.sqrt(troop.count * min(max(0.6, troop.height / troop.width), 1.4))
    even = [n for n in range(2, troop.count) if troop.count % n == 0]
    columns = min(even, key=lambda n: abs(n - wish)) if even else math.ceil(wish)
    rows = math.ceil(troop.count / columns)
    spots = []
    for i in range(troop.count):
        row, place = divmod(i, columns)
        spots.append(((place - (columns - 1) / 2) * troop.width * 1.12, -(rows - 1 - row) * troop.height * 0.86, 1.0))
    return spots


def _crowd(troop: Troop) -> list[Spot]:
    """Staggered ranks that overlap, the ranks behind higher in the picture and smaller."""
    chance = random.Random(troop.count)
    per_rank = max(2, math.ceil(math.sqrt(troop.count * 1.7)))
    spots = []
    for i in range(troop.count):
        rank, place = divmod(i, per_rank)
        in_rank = min(per_rank, troop.count - rank * per_rank)
        x = (place - (in_rank - 1) / 2 + (0.5 if rank % 2 else 0.0)) * troop.width * 0.92
        jitter = chance.uniform(-0.1, 0.1)
        spots.append((x + jitter * troop.width, -rank * troop.height * 0.36 + jitter * 0.15, 1 - 0.1 * rank))
    return spots[::-1]


def _flock(troop: Troop) -> list[Spot]:
    """Birds on the wing: a loose wedge."""
    chance = random.Random(troop.count)
    spots = []
    for i in range(troop.count):
        rank = (i + 1) // 2
        side = -1 if i % 2 else 1
        x = side * rank * troop.width * 0.98 + chance.uniform(-0.08, 0.08) * troop.width
        y = -(troop.count // 2 - rank) * troop.height * 0.62 + chance.uniform(-0.1, 0.1) * troop.height
        spots.append((x, min(y, 0.0), 1 - 0.05 * rank + chance.uniform(-0.06, 0.06)))
    return spots


_ORDERS: dict[str, Callable[[Troop], list[Spot]]] = {
    "row": _row, "close": _close, "line": _line, "pile": _pile, "heap": _pile, "stack": _stack, "ring": _ring,
    "circle": _ring,     "grid": _grid, "crowd": _crowd, "herd": _crowd, "group": _crowd, "flock": _flock,
}  # fmt: skip
