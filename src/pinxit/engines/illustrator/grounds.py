"""Grounds: where on a drawing words find room, and what they stand on there."""

from __future__ import annotations

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb
from pinxit.engines.illustrator.pen import Anchor, Drawing, Fill


def ground_at(drawing: Drawing, anchor: Anchor) -> tuple[Rgb, skia.Rect | None, int]:
    """The colour of what the words will stand on, its box where it is wide enough for them, and its index."""
    for index in range(min(anchor.index, len(drawing.items)) - 1, -1, -1):
        item = drawing.items[index]
        if isinstance(item, Fill) and item.alpha > 0.6 and not item.blur and item.path.contains(anchor.x, anchor.y):
            tone = item.paint if isinstance(item.paint, tuple) else item.paint.stops[len(item.paint.stops) // 2][1]
            edge = item.path.computeTightBounds()
            if edge.width() < anchor.size * 0.3 and _lies_on(drawing, index, anchor):
                continue  # an ornament on the ground, not the ground
            for clip in item.clips:
                edge.intersect(clip.computeTightBounds())
            return tone, edge if edge.width() >= anchor.size * 0.8 else None, index
    return WHITE, None, 0


def _lies_on(drawing: Drawing, index: int, anchor: Anchor) -> bool:
    """Does something wide enough for the words come not far below a small part?"""
    below = [item for item in drawing.items[max(0, index - 6) : index] if isinstance(item, Fill) and not item.blur]
    return any(
        item.path.contains(anchor.x, anchor.y) and item.path.getBounds().width() >= anchor.size * 0.8 for item in below
    )


def calm_place(drawing: Drawing) -> Anchor | None:
    """A place for words on the largest part that is seen whole: the widest strip in it that nothing crosses."""
    fills = [f for f in drawing.items if isinstance(f, Fill) and not f.blur and f.alpha > 0.6 and f.form != "glow"]
    fills = sorted((f for f in fills if not f.decal), key=lambda f: -_room(f))[:4]
    best: tuple[float, Anchor] | None = None
    for fill in fills:
        edge = fill.path.computeTightBounds()
        later = drawing.items[next(i for i, item in enumerate(drawing.items) if item is fill) + 1 :]
        over = [f.path for f in later if isinstance(f, Fill) and not f.decal and f.alpha > 0.6]
        for step in range(2, 9):
            y = edge.top() + edge.height() * step / 10
            span = [i for i in range(33) if _free(fill.path, over, edge.left() + edge.width() * i / 32, y)]
            run = _longest(span)
            if len(run) < 5:
                continue
            width = edge.width() * (run[-1] - run[0]) / 32
            worth = width * (1 - abs(step - 5) * 0.04)
            if best is None or worth > best[0]:
                middle = edge.left() + edge.width() * (run[0] + run[-1]) / 64
                best = (worth, Anchor("text", middle, y, width * 0.86, 0.0, len(drawing.items)))
    return best[1] if best else None


def _room(fill: Fill) -> float:
    edge = fill.path.computeTightBounds()
    return float(edge.width() * min(edge.height(), edge.width()))


def _free(path: skia.Path, over: list[skia.Path], x: float, y: float) -> bool:
    return bool(path.contains(x, y)) and not any(other.contains(x, y) for other in over)


def _longest(places: list[int]) -> list[int]:
    """The longest run of neighbours."""
    best: list[int] = []
    run: list[int] = []
    for place in places:
        run = [*run, place] if run and place == run[-1] + 1 else [place]
        if len(run) > len(best):
            best = run
    return best
