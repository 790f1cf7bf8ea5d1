"""Anchorage: where on a drawing something else attaches, and where that is when the drawing does not say."""

from __future__ import annotations

from pinxit.engines.illustrator.attachments import HELD
from pinxit.engines.illustrator.look import Thing
from pinxit.engines.illustrator.pen import Anchor, Drawing

# Which anchors of the other a relation may use, the best first.
ANCHORS: dict[str, tuple[str, ...]] = {
    "wearing": ("head", "neck", "eyes", "body"),
    "holding": ("hand", "mouth"),
    "eating": ("hand", "mouth"),
    "drinking": ("hand", "mouth"),
    "playing": ("hand", "front"),
    "riding": ("seat", "back", "top", "inside"),
    "on": ("top", "seat", "inside"),
    "in": ("inside", "seat", "top"),
    "hanging from": ("hook", "branch"),
}
# For a drawing without the anchor: its name, x and y of the box, and its size as a share of the width.
_GUESSES: dict[str, tuple[str, float, float, float]] = {
    "wearing": ("body", 0.5, 0.45, 0.6),
    **dict.fromkeys(HELD, ("hand", 0.8, 0.55, 0.25)),
    "in": ("inside", 0.5, 0.5, 0.6),
    "hanging from": ("hook", 0.5, 0.4, 0.3),
    "head": ("head", 0.5, 0.04, 0.62),
    "eyes": ("eyes", 0.5, 0.3, 0.55),
    "climbing": ("trunk", 0.5, 0.88, 0.3),
}
_ELSEWHERE = ("top", 0.5, 0.0, 0.7)


def find_anchor(relation: str, thing: Thing, parent: Thing, drawing: Drawing, used: dict[str, int]) -> Anchor:
    """The anchor of `drawing`, a drawing of `parent`, for `thing`; `used` counts how often each was given already."""
    for name in _wanted(relation, thing, parent):
        if name in drawing.anchors:
            used[name] = used.get(name, 0) + 1
            second = f"{name}2"
            return drawing.anchors[second if used[name] > 1 and second in drawing.anchors else name]
    neck = drawing.anchors.get("neck")
    if relation == "on" and neck is not None:  # on somebody's shoulder
        x, y = neck.x + neck.size * 1.35, neck.y + neck.size * 0.45
        return Anchor("top", x, y, neck.size * 2, 0, len(drawing.items))
    return guess(thing.attach if relation == "wearing" and thing.attach in {"head", "eyes"} else relation, drawing)


def guess(relation: str, drawing: Drawing) -> Anchor:
    """Where it usually is: a hand at the right, the inside in the middle, the top on top."""
    name, across, down, share = _GUESSES.get(relation, _ELSEWHERE)
    left, top, right, bottom = drawing.bounds()
    width, height = right - left, bottom - top
    return Anchor(name, left + width * across, top + height * down, width * share, 0, len(drawing.items))


def slot(anchor: Anchor, place: int, count: int) -> Anchor:
    """One of several equal parts of an anchor's width."""
    width = anchor.size / count
    shift = (place - (count - 1) / 2) * width
    return Anchor(anchor.name, anchor.x + shift, anchor.y, width * 0.94, anchor.turn, anchor.index)


def _wanted(relation: str, thing: Thing, parent: Thing) -> tuple[str, ...]:
    names = ANCHORS.get(relation, ("top",))
    if thing.attach is not None and (relation == "wearing" or thing.attach in names):
        names = (thing.attach, *names)
    if relation in {"on", "in", "hanging from"} and thing.name in {"sign", "neon sign"}:
        names = ("text", *names)
    if relation == "on" and parent.kind != "person":
        names = (*names, "back")
    if relation == "on" and thing.attach == "head":
        names = ("head", *names)
    return names
