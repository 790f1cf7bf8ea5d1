"""Fitting: how large something is on the anchor it hangs on, and where several of it go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import skia

from pinxit.engines.illustrator.attachments import HELD
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.pen import Anchor, Drawing

HELD_SMALL, HELD_BOOST = 48.0, 1.5  # cm: a book or a kitten in the hands is drawn larger, or nobody would see it

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Figure:
    """One drawing in centimetres, its origin on the ground, and where in it each subject is."""

    drawing: Drawing
    boxes: dict[int, list[Box]] = field(default_factory=dict)
    kind: str = "object"
    flies: bool = False
    faces: int = 0
    subject: int = 0
    lies: bool = False  # flat on the ground and wet: what stands behind is mirrored in it

    def moved(self, matrix: skia.Matrix) -> Figure:
        """A copy under a matrix."""
        boxes = {k: [_move_box(b, matrix) for b in many] for k, many in self.boxes.items()}
        return replace(self, drawing=self.drawing.transformed(matrix), boxes=boxes)

    @property
    def box(self) -> Box:
        return self.drawing.bounds()

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height, never zero."""
        left, top, right, bottom = self.box
        return max(right - left, 1e-6), max(bottom - top, 1e-6)


def _move_box(box: Box, matrix: skia.Matrix) -> Box:
    rect = matrix.mapRect(skia.Rect.MakeLTRB(*box))
    return (rect.left(), rect.top(), rect.right(), rect.bottom())


def scale_for(
    thing: Thing, parent: Thing, anchor: Anchor, relation: str, figure: Figure, parent_box: Box, count: int
) -> float:  # limit: it weighs all that a fit depends on
    """How much the child is scaled from its natural centimetres to sit well on the anchor."""
    left, top, right, bottom = figure.box
    width, height = float(max(right - left, 1e-6)), float(max(bottom - top, 1e-6))
    parent_height = float(parent_box[3] - parent_box[1])
    if thing.attach is not None and (thing.attach == anchor.name.rstrip("2") or relation == "wearing"):
        drawn = thing.sketch(Look(noun=thing.name)).bounds()
        native = thing.cm / max(drawn[3] - drawn[1], 1e-6)  # centimetres a unit of the drawing
        return anchor.size / thing.fit / native
    if relation in HELD:
        low, high = anchor.size * 1.7, parent_height * 0.6
        if parent.kind != "person":
            low = max(low, parent_height * 0.2)
        usual = HELD_BOOST if parent.kind == "person" and max(width, height) < HELD_SMALL else 1.0
        return min(max(usual, low / max(width, height)), high / max(width, height))
    natural = float((height / max(parent_height, 1e-6)) ** 0.8) * parent_height / height
    carried = relation in {"riding", "on", "in"} and parent.kind in {"vehicle", "furniture", "animal"}
    if thing.kind == "person" and carried:
        return min(max(1.0, parent_height * 0.4 / height), parent_height * 2.2 / height)
    if relation == "riding" and parent.kind == "vehicle" and thing.kind != "person":
        return max(natural, (parent_box[2] - parent_box[0]) * 0.42 / width)
    if relation == "riding":
        return min(max(natural, parent_height * 0.5 / height), parent_height * 1.2 / height)
    if anchor.name == "trunk":
        return max(natural, parent_height * 0.26 / height)
    if anchor.name == "text":
        return anchor.size * 0.62 / width
    row = min(count, 6)
    fit = anchor.size * (0.98 if relation == "in" else 1.0) / (width * (1 + 0.8 * (row - 1)))
    if relation == "in" and parent.kind == "vessel" and thing.kind == "plant":
        return parent_height * 1.15 / height
    if relation == "in" and parent.kind == "vessel":
        return min(max(natural, fit * 0.7), fit)
    if relation == "on" and height > 6 * parent_height and thing.kind in {"plant", "building", "animal", "vehicle"}:
        return fit * 1.9  # a tree on a book: one believes it when the book is seen
    least = 0.36 if thing.kind in {"animal", "bird"} and parent.kind == "furniture" else 0.22
    return min(max(natural, parent_height * least / height), max(fit, natural * 0.3))


def spread(group: Sequence[Figure], anchor: Anchor, scale: float, thing: Thing, relation: str) -> list[Figure]:
    """The copies side by side over the anchor's width, centred on it."""
    count = len(group)
    box = group[0].box
    width, height = (box[2] - box[0]) * scale, (box[3] - box[1]) * scale
    step = min(width * 0.85, (anchor.size - width) / max(count - 1, 1)) if count > 1 else 0.0
    if relation in HELD:
        step = width * 0.55
    own = thing.attach is not None and thing.attach == anchor.name.rstrip("2")
    placed = []
    # What rises from the hand on a string or a stem fans out from it: balloons, flowers.
    fanned = own and relation in HELD and count > 1 and height > 1.5 * width and box[3] < 0.15 * (box[3] - box[1])
    for i, figure in enumerate(group):
        if fanned:
            placed.append(figure.moved(_fan(anchor, i, count, scale)))
            continue
        shift = (i - (count - 1) / 2) * step
        x, y = anchor.x + shift, anchor.y
        matrix = skia.Matrix.Translate(x, y)
        if own:
            matrix.preRotate(anchor.turn + (shift / max(width, 1) * 12 if relation in HELD else 0))
        matrix.preScale(scale, scale)
        if not own:
            if relation == "in" and thing.kind == "plant" and count > 1:
                # Stems lean apart, so that no blossom hides another.
                matrix = skia.Matrix.Translate(anchor.x, y)
                matrix.preRotate((i - (count - 1) / 2) * min(26.0, 90.0 / count))
                matrix.preScale(scale, scale)
            centre, drop = _grip(figure, box, anchor, relation, thing, scale)
            matrix.preTranslate(-centre, -drop)
        placed.append(figure.moved(matrix))
    return placed


def _grip(figure: Figure, box: Box, anchor: Anchor, relation: str, thing: Thing, scale: float) -> tuple[float, float]:
    """The point of a drawing that goes on the anchor: its foot, its middle, its seat or its upper edge."""
    middle = (box[1] + box[3]) / 2
    seat = figure.drawing.anchors.get("sit_at")
    if seat is not None:
        return seat.x, seat.y
    drop = {"hanging from": box[1], "wearing": middle}.get(relation, box[3])
    if relation in HELD:
        tall = box[3] - box[1]
        drop = middle if tall * scale < anchor.size * 2.2 else box[3] - tall * 0.35
    elif anchor.name == "seat" and thing.kind == "animal":
        drop = box[3] - 0.13 * (box[3] - box[1])  # it sits on the saddle, its legs are on both sides of it
    elif anchor.name == "text":
        drop = middle
    elif relation == "in" and thing.kind in {"plant", "person", "animal"}:
        drop = box[3] - (box[3] - box[1]) * (0.3 if thing.kind == "plant" else 0.35)
    return (box[0] + box[2]) / 2, drop


def _fan(anchor: Anchor, i: int, count: int, scale: float) -> skia.Matrix:
    """The place of one of several things on strings or stems held in one hand: rays, more than six in two rings."""
    outer = count if count <= 6 else -(-count // 2)
    place, in_ring = (i, outer) if i < outer else (i - outer, count - outer)
    spread = min(24.0, 120.0 / max(outer - 1, 1))
    matrix = skia.Matrix.Translate(anchor.x, anchor.y)
    matrix.preRotate(anchor.turn + (place - (in_ring - 1) / 2) * spread)
    length = 1.0 if count <= 6 else 1.5 if i < outer else 0.85
    matrix.preScale(scale * length, scale * length)
    return matrix
