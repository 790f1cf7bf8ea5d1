"""Framing: a figure that the picture cuts off, from the head to the thighs."""

from __future__ import annotations

from dataclasses import replace

import skia

from pinxit.engines.illustrator.pen import Drawing, Fill, Item, Pen
from pinxit.engines.illustrator.shapes import box, common

_FAR = 2000.0


def cut_below(drawing: Drawing, y: float) -> Drawing:
    """What of a drawing is above a height. Anchors stay, with their place among the items that are left."""
    room = box(-_FAR, y - 2 * _FAR, 2 * _FAR, 2 * _FAR)
    kept: list[Item] = []
    place = []
    for item in drawing.items:
        place.append(len(kept))
        left = _above(item, y, room)
        if left is not None:
            kept.append(left)
    place.append(len(kept))
    anchors = {name: replace(one, index=place[one.index]) for name, one in drawing.anchors.items()}
    return Drawing(kept, anchors)


def _above(item: Item, y: float, room: skia.Path) -> Item | None:
    edge = item.path.getBounds()
    if edge.bottom() <= y:
        return item
    if edge.top() >= y:
        return None
    if isinstance(item, Fill) and not item.decal and not item.clips and not item.blur:
        return replace(item, path=common(item.path, room))
    return replace(item, clips=(*item.clips, room))


def transfer(pen: Pen, drawing: Drawing, x: float, y: float, scale: float = 1.0) -> None:
    """Draw a drawing and take its anchors over too."""
    before = len(pen.drawing.items)
    pen.copy(drawing, x, y, scale)
    with pen.at(x, y, scale):
        for name, one in drawing.anchors.items():
            pen.anchor(name, one.x, one.y, one.size, one.turn)
            pen.drawing.anchors[name] = replace(pen.drawing.anchors[name], index=before + one.index)
