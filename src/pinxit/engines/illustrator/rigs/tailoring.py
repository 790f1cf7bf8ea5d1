"""Taking the measure of an animal: where torso, neck and limbs are in its drawing, so that clothes can be cut to it.

A garment for a person is drawn by the person's own rig. Animals come from many rigs; so their clothes are cut from what
is drawn already: the outline that holds the anchor "body" is the torso, long shapes beside it are limbs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from pinxit.engines.illustrator.pen import Anchor, Drawing, Fill, Item
from pinxit.engines.illustrator.shapes import box, common, ellipse, polygon, union

Layers = list[tuple[int, Sequence[Item]]]  # items, and before which item of the wearer they go


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a foreleg: its outline, and before which item of the drawing its sleeve goes."""

    path: skia.Path
    index: int


@dataclass(frozen=True, slots=True)
class Fit:
    """The measures of a wearer, in the units of its drawing. Every index is a place in its list of items.

    `under` is where what lies on the torso goes, behind the haunches; `over` lies on the haunches, behind the
    forelegs; `front` is before all of them and behind the head.
    """

    torso: skia.Path
    neck: Anchor
    body: Anchor
    facing: bool  # looks at us; else it is seen from the side
    whole: bool  # head and torso are one outline, so a neckline has to part them
    limbs: tuple[Limb, ...]
    haunches: tuple[Limb, ...]
    under: int
    over: int
    front: int
    dropped: frozenset[int]  # chest fur that would stick out of any clothes

    @property
    def unit(self) -> float:
        """A hundredth of the torso's width."""
        return float(self.torso.getBounds().width()) / 100

    @property
    def top(self) -> float:
        """The height of the neckline."""
        return self.neck.y

    @property
    def foot(self) -> float:
        """The lower end of the torso."""
        return float(self.torso.getBounds().bottom())

    def down(self, share: float) -> float:
        """The height at a share of the way from the neckline to the torso's lower end."""
        return self.top + (self.foot - self.top) * share

    def half(self, y: float) -> float:
        """Half the torso's width at a height."""
        slice_ = common(self.torso, box(-1000, y - 0.5, 2000, 1)).getBounds()
        return float(max(slice_.width() / 2, 4 * self.unit))


def measure(drawing: Drawing) -> Fit | None:
    """The measures of the animal in `drawing`; None where it has no torso that could be told from the rest."""
    body, neck = drawing.anchors.get("body"), drawing.anchors.get("neck")
    if neck is None:
        return None
    if body is None:  # a toy
        body = Anchor("body", neck.x, neck.y + 0.55 * neck.size, 1.6 * neck.size, 0, neck.index)
    found = _torso(drawing.items, body)
    if found is None:
        return None
    index, torso = found
    bounds = torso.computeTightBounds()
    head = drawing.anchors.get("head", neck)
    facing = max(abs(p.x - body.x) for p in (neck, head)) < body.size * 0.25
    under = _end_of_torso(drawing.items, index, bounds, body.index if body.index > index else len(drawing.items))
    limbs = tuple(_limbs(drawing.items, index, bounds, neck)) if facing else ()
    later = [limb.index for limb in limbs if under < limb.index <= max(body.index, under)]
    first = min((_start(drawing.items, i) for i in later), default=under)
    front = max(later, default=under)
    fur = [i for i in range(under, min(body.index, len(drawing.items))) if _on_chest(drawing.items[i], body)]
    if fur:
        front = max(front, fur[-1] + 1)
    whole = facing and neck.y - bounds.top() > 0.3 * bounds.height()
    haunches = _haunches(drawing.items, under, first, bounds) if facing else ()
    return Fit(
        torso, neck, body, facing, whole, limbs, haunches, under, max(first, under), max(front, under), frozenset(fur)
    )


def sewn(drawing: Drawing, layers: Layers, dropped: frozenset[int] = frozenset()) -> Drawing:
    """The drawing with layers of cloth put in and what they hide left out; anchors stay behind or before as they were.

    What hangs on an anchor comes to lie on the cloth that was put in at the anchor's place.
    """
    items: list[Item] = []
    places: list[int] = []
    for i in range(len(drawing.items) + 1):
        for at, more in layers:
            if at == i:
                items.extend(more)
        places.append(len(items))
        if i < len(drawing.items) and i not in dropped:
            items.append(drawing.items[i])
    anchors = {
        name: replace(anchor, index=places[min(anchor.index, len(places) - 1)])
        for name, anchor in drawing.anchors.items()
    }
    return Drawing(items, anchors)


def grown(path: skia.Path, by: float) -> skia.Path:
    """The outline, wider by a margin on all sides."""
    paint = skia.Paint(Style=skia.Paint.kStrokeAndFill_Style, StrokeWidth=2 * by, StrokeJoin=skia.Paint.kRound_Join)
    result = skia.Path()
    if not paint.getFillPath(path, result):
        return path
    return union(result, path)


def behind_neck(fit: Fit, *, long: bool = False) -> skia.Path:
    """Seen from the side: all that lies on the body's side of the neck, down to the flanks or, `long`, the belly."""
    b, n = fit.body, fit.neck
    dx, dy = n.x - b.x, n.y - b.y
    length = math.hypot(dx, dy) or 1.0
    if length < b.size * 0.5:  # a bird: its head stands on the body itself
        dx *= 0.3
    flat = math.hypot(dx, dy) or 1.0
    dx, dy = dx / flat, dy / flat
    far, reach = 1000.0, min(length * 0.86, b.size * 0.66)
    cx, cy = b.x + dx * reach, b.y + dy * reach
    half = polygon(
        [
            (cx - dy * far, cy + dx * far),
            (cx + dy * far, cy - dx * far),
            (cx + dy * far - dx * far, cy - dx * far - dy * far),
            (cx - dy * far - dx * far, cy + dx * far - dy * far),
        ]
    )
    side = math.copysign(1.0, dx) if abs(dx) > 1e-3 else 1.0
    rear = b.x - side * b.size * 0.7
    if long:
        left, right = sorted((rear, b.x + side * 1000))
        low = b.y + b.size * 0.46
        return common(half, box(left, low - 1000, right - left, 1000, b.size * 0.16))
    flank = ellipse(rear + side * b.size * 1.0, b.y - b.size * 0.62, b.size * 1.02, b.size * 1.04)
    return common(half, flank)


# -- which is which --------------------------------------------------------------------------------------------------


def _solid(item: Item) -> bool:
    return isinstance(item, Fill) and not (item.decal or item.blur or item.clips) and item.form != "glow"


def _torso(items: Sequence[Item], body: Anchor) -> tuple[int, skia.Path] | None:
    """The largest outline round the anchor "body"; of several that reach the ground alike the one in front."""
    found: list[tuple[float, int, skia.Rect]] = []
    for i, item in enumerate(items[: body.index]):  # a mane comes later
        if _solid(item) and item.path.contains(body.x, body.y):
            bounds = item.path.computeTightBounds()
            found.append((float(bounds.width() * bounds.height()), i, bounds))
    if not found:
        return None
    room, _, widest = max(found)
    low = widest.bottom() - 0.12 * widest.height()
    index = max(i for area, i, bounds in found if area > 0.4 * room and bounds.bottom() > low)
    return index, items[index].path


def _end_of_torso(items: Sequence[Item], index: int, bounds: skia.Rect, stop: int) -> int:
    """Behind all that is painted on the torso: the first item that reaches out of it, or `stop`."""
    room = bounds.makeOutset(1.5, 1.5)
    for i in range(index + 1, stop):
        if _solid(items[i]) and not room.contains(items[i].path.computeTightBounds()):
            return i
    return stop


def _limbs(items: Sequence[Item], torso: int, bounds: skia.Rect, neck: Anchor) -> list[Limb]:
    found = []
    high = max(neck.y - 0.3 * neck.size, float(bounds.top()))
    for i, item in enumerate(items):
        if i == torso or not _solid(item) or not isinstance(item, Fill) or item.line == 0:
            continue
        edge = item.path.computeTightBounds()
        wide, tall = float(edge.width()), float(edge.height())
        share = wide * tall / float(bounds.width() * bounds.height())
        beside = abs(edge.centerX() - bounds.centerX()) > 0.1 * bounds.width()
        # Haunches begin lower than forelegs; what does not reach the ground may be a forearm.
        low = 0.3 if edge.bottom() > bounds.bottom() - 0.12 * bounds.height() else 0.45
        upper = high <= edge.top() <= neck.y + low * (bounds.bottom() - neck.y)
        gap = 0.2 * bounds.width()
        reaches = edge.left() < bounds.right() + gap and edge.right() > bounds.left() - gap
        shaped = tall > wide * 0.98 and 0.05 < share < 0.5
        if beside and upper and reaches and shaped and (i > torso or _paired(items, edge, bounds)):
            found.append(Limb(item.path, _after(items, i)))
    return found


def _haunches(items: Sequence[Item], under: int, stop: int, bounds: skia.Rect) -> tuple[Limb, ...]:
    """Thighs of what sits: between the torso and the forelegs, as large as a foreleg."""
    found = []
    for i in range(under, stop):
        edge = items[i].path.computeTightBounds()
        share = float(edge.width() * edge.height()) / float(bounds.width() * bounds.height())
        if _solid(items[i]) and share > 0.1 and edge.height() > 0.8 * edge.width():
            found.append(Limb(items[i].path, _after(items, i)))
    return tuple(found)


def _paired(items: Sequence[Item], edge: skia.Rect, torso: skia.Rect) -> bool:
    """Is there the like of it on the other side? A tail has none."""
    middle = 2 * torso.centerX() - edge.centerX()
    return any(
        _solid(item)
        and abs(item.path.getBounds().centerX() - middle) < 0.16 * torso.width()
        and abs(item.path.getBounds().centerY() - edge.centerY()) < 0.3 * edge.height()
        for item in items
    )


def _after(items: Sequence[Item], index: int) -> int:
    """Behind what is painted on an item."""
    i = index + 1
    while i < len(items) and not _solid(items[i]):
        i += 1
    return i


def _start(items: Sequence[Item], after: int) -> int:
    """The item that a sleeve's place follows."""
    i = after - 1
    while i > 0 and not _solid(items[i]):
        i -= 1
    return i


def _on_chest(item: Item, body: Anchor) -> bool:
    return _solid(item) and bool(item.path.contains(body.x, body.y))
