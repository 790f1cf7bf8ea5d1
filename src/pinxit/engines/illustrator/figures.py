"""Figures: a subject with everything that is attached to it, one drawing in natural centimetres.

What is worn, held, ridden, eaten or stands on something is set on the anchors of what it belongs to; so the
relation holds at every size and in every pose.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import skia

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.attachments import HELD, attachments, carries, filled, known_clothes
from pinxit.engines.illustrator.fitting import Box, Figure, scale_for, spread
from pinxit.engines.illustrator.implied import LIQUIDS
from pinxit.engines.illustrator.look import Look, Thing, Worn
from pinxit.engines.illustrator.pen import Anchor, Drawing, Item
from pinxit.engines.illustrator.signwriting import lettered
from pinxit.scene.model import Lettering, Relation, Scene, Subject

SIZES = {"tiny": 0.55, "small": 0.78, "medium": 1.0, "large": 1.25, "giant": 1.7}
HELD_LARGEST = 1.0
SEEN_CM = 16.0  # what is held is drawn at least this large beside a person
TOY_CM = 24.0
HELD_CLOSE = 1.0  # in a portrait the face comes first
USUAL_WORDS = {"stop sign": "STOP", "taxi": "TAXI"}  # what a thing says by being what it is
USUAL_PLURAL, MOST = 3, 24
GROWN = {"hair", "beard", "fur", "mane", "moustache"}
HAIR = {"red": (176, 74, 38), "orange": (206, 110, 44), "yellow": (232, 196, 110), "blonde": (228, 190, 112)}
HOUSES = {"bar", "cafe", "diner", "hotel", "motel", "casino", "pub", "theater", "club"}
AIRBORNE = {"fly", "float", "soar", "hover"}
SITTING = {None, "sit", "read", "rest", "relax", "think", "knit", "work", "watch", "wait"}
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


def _centimetres(thing: Thing, subject: Subject, drawing: Drawing, framing: str) -> float:
    """Centimetres a unit of the drawing. A pose changes the height of a body, not its size."""
    height = max(drawing.bounds()[3] - drawing.bounds()[1], 1e-6)
    if "toy" in subject.noun.split() or "toy" in subject.adjectives:
        return min(thing.cm, TOY_CM) / height
    if thing.kind not in {"person", "animal", "bird"} or (thing.kind == "person" and framing == "bust"):
        return thing.cm / height
    usual = thing.sketch(Look(noun=subject.noun, age=subject.age, gender=subject.gender)).bounds()
    if thing.kind == "person":
        return thing.cm / max(usual[3] - usual[1], 1e-6)
    left, top, right, bottom = drawing.bounds()
    area = (usual[2] - usual[0]) * (usual[3] - usual[1]) / max((right - left) * (bottom - top), 1e-6)
    return float(thing.cm / max(usual[3] - usual[1], 1e-6) * area**0.5)


class Wardrobe:
    """Turns the subjects of one scene into figures. Collects what could not be drawn as it was asked."""

    def __init__(
        self, scene: Scene, seed: int, *, framing: str = "full", cute: bool = False, night: bool = False
    ) -> None:
        self.scene = scene
        self.seed = seed
        self.framing = framing
        self.cute = cute
        self.night = night
        self.attached = attachments(scene)

    def found(self, subject: Subject) -> library.Found:
        """The drawing for a subject; a vessel with its content may have one of its own ("bowl of fruit")."""
        whole = filled(self.scene, subject)
        if subject.noun == "bamboo" and any(r.b == subject.id and r.kind in HELD for r in self.scene.relations):
            whole = ("bamboo leaf", "leaf")  # a sprig, not the whole stand
        return library.find(*whole) if whole else library.find(subject.noun, subject.head)

    def figure(self, subject: Subject, copy: int = 0) -> Figure | None:
        """One copy of a subject with all that is attached to it; None when nothing can be drawn for it."""
        thing = self.found(subject).thing
        if thing is None:
            return None
        drawing = thing.sketch(self._look(subject, thing, copy))
        usual = USUAL_WORDS.get(thing.name) or self._house_name(subject, thing)
        if usual and all(words.host != subject.id for words in self.scene.lettering):
            lettered(drawing, Lettering(usual, "label", ("condensed",)), subject.noun)
        for words in self.scene.lettering:
            if words.host == subject.id and words.role not in {"balloon", "caption"}:
                lettered(drawing, words, subject.noun)
        scale = _centimetres(thing, subject, drawing, self.framing) * SIZES[subject.size]
        drawing = drawing.transformed(skia.Matrix.Scale(scale, scale))
        boxes = {subject.id: [drawing.bounds()]}
        inserts: list[tuple[int, list[Item]]] = []
        for relation, child, anchor in self._hung(subject, thing, drawing):
            count = _share(relation, child.count, subject.count, copy)
            figure = self._attach(relation, (child, count), thing, anchor, drawing.bounds())
            if figure is None:
                continue
            inserts.append((anchor.index, figure.drawing.items))
            for key, many in figure.boxes.items():
                boxes.setdefault(key, []).extend(many)
        items = list(drawing.items)
        for index, more in sorted(inserts, key=lambda pair: -pair[0]):
            items[index:index] = more
        free = not any(r.a == subject.id and r.kind in HELD for r in self.scene.relations)
        flies = thing.flies or (subject.action in AIRBORNE and free)
        return Figure(Drawing(items, drawing.anchors), boxes, thing.kind, flies, thing.faces, subject.id)

    def copies(self, subject: Subject) -> int:
        """How many are drawn; what is a heap by itself ("pancakes", "fries") once for a bare plural."""
        thing = self.found(subject).thing
        heap = thing is not None and thing.name.endswith("s") and not subject.noun.endswith("s")
        if heap and (subject.count == USUAL_PLURAL or {"stack", "pile", "heap"} & set(subject.adjectives)):
            return 1
        return min(subject.count, MOST)

    # -- what it looks like ------------------------------------------------------------------------------------------

    def _look(self, subject: Subject, thing: Thing, copy: int) -> Look:
        mine = [r for r in self.scene.relations if r.a == subject.id]
        others = self.scene.subjects
        worn = tuple(
            Worn(others[r.b].noun, others[r.b].colours[0].rgb if others[r.b].colours else None, others[r.b].pattern)
            for r in mine
            if r.kind == "wearing"
        )
        holds = next((others[r.b].noun for r in mine if r.kind in HELD or self._carries(r)), None)
        if thing.kind not in {"person", "animal", "bird"}:  # a shelf or a vase is drawn empty for its own content
            holds = next((child.noun for kind, child in self._children(subject) if kind in {"on", "in"}), None)
        letters = next((x.text for x in self.scene.lettering if x.host == subject.id), None)
        whole = filled(self.scene, subject)
        return Look(
            noun=whole[0] if whole else subject.noun,
            colours=tuple(c.rgb for c in subject.colours),
            parts=tuple((name, HAIR.get(c.name, c.rgb) if name in GROWN else c.rgb) for name, c in subject.parts),
            material=subject.material,
            pattern=subject.pattern,
            age=subject.age,
            gender=subject.gender,
            origin=subject.origin,
            expression=subject.expression,
            pose=self._pose(subject, mine, holds),
            adjectives=(*subject.adjectives, *self._read(subject)),
            worn=worn,
            holds=holds,
            text=letters,
            framing=self.framing if thing.kind == "person" else "full",
            cute=self.cute,
            night=self.night,
            copies=subject.count,
            seed=self.seed + zlib.crc32(subject.noun.encode()) % 9973 + copy,
        )

    def _pose(self, subject: Subject, mine: Sequence[Relation], holds: str | None) -> str | None:
        others = self.scene.subjects
        mount = next((self.found(others[r.b]).thing for r in mine if self._rides(r)), None)
        if mount is not None:
            return "horse" if mount.kind in {"animal", "bird", "fish"} else "ride"
        if subject.action in SITTING and any(r.kind == "on" and self._is_seat(others[r.b]) for r in mine):
            return "sit"
        # One who flies a kite stays on the ground.
        return "hold" if holds and subject.action in AIRBORNE else subject.action

    def _rides(self, relation: Relation) -> bool:
        """Who is on an animal rides it."""
        if relation.kind == "riding":
            return True
        thing = self.found(self.scene.subjects[relation.b]).thing
        return relation.kind == "on" and thing is not None and thing.kind == "animal"

    def _house_name(self, subject: Subject, thing: Thing) -> str | None:
        """The neon sign of a bar says BAR."""
        if thing.name != "neon sign":
            return None
        hosts = [r.b for r in self.scene.relations if r.a == subject.id and r.kind in {"on", "in", "hanging from"}]
        return next((h.upper() for i in hosts if (h := self.scene.subjects[i].head) in HOUSES), None)

    def _read(self, subject: Subject) -> tuple[str, ...]:
        """A book that is being read is open."""
        readers = [r.a for r in self.scene.relations if r.b == subject.id and r.kind == "holding"]
        return ("open",) if any(self.scene.subjects[i].action == "read" for i in readers) else ()

    def _is_seat(self, other: Subject) -> bool:
        thing = self.found(other).thing
        return (
            thing is not None and thing.kind == "furniture" and "table" not in thing.name and "desk" not in thing.name
        )

    def _carries(self, relation: Relation) -> bool:
        return carries(self.scene, relation)

    # -- what hangs on it --------------------------------------------------------------------------------------------

    def _children(self, subject: Subject) -> list[tuple[str, Subject]]:
        whole = filled(self.scene, subject) is not None
        children = [(kind, self.scene.subjects[child]) for kind, child in self.attached.get(subject.id, ())]
        return [(kind, child) for kind, child in children if not (whole and kind == "in")]

    def _hung(self, subject: Subject, thing: Thing, drawing: Drawing) -> list[tuple[str, Subject, Anchor]]:
        """What hangs on a subject, each with its anchor; what shares a table or a basket stands side by side."""
        used: dict[str, int] = {}
        children = self._children(subject)
        sharing = [child.id for kind, child in children if kind in {"on", "in"}]
        hung = []
        for kind, child in children:
            found = self.found(child).thing
            if found is None or (kind == "wearing" and thing.kind == "person" and known_clothes(child)):
                continue
            if kind == "in" and thing.kind == "vessel" and (found.kind == "vessel" or child.head in LIQUIDS):
                continue  # "a cup of lemonade" is one vessel, not a glass in a cup
            anchor = self._anchor(kind, found, thing, drawing, used)
            if len(sharing) > 1 and child.id in sharing:
                anchor = _slot(anchor, sharing.index(child.id), len(sharing))
            hung.append((kind, child, anchor))
        return hung

    def _attach(
        self, relation: str, wanted: tuple[Subject, int], parent: Thing, anchor: Anchor, parent_box: Box
    ) -> Figure | None:
        child, count = wanted
        thing = self.found(child).thing
        group = [f for f in (self.figure(child, i) for i in range(min(count, 12))) if f is not None]
        if not group or thing is None:
            return None
        scale = scale_for(thing, parent, anchor, relation, group[0], parent_box, len(group))
        if relation in HELD and parent.kind == "person" and self.framing == "bust":
            width, height = group[0].extent
            scale = min(HELD_CLOSE * anchor.size / width, HELD_CLOSE * 1.3 * anchor.size / height)
        elif relation in HELD and parent.kind == "person":
            scale = min(
                scale, max(HELD_LARGEST, SEEN_CM / max(group[0].extent))
            )  # a kite is not shrunk to a hand, nor a cup blown up to two
        elif relation in HELD:
            scale = min(scale, 0.95 * (parent_box[3] - parent_box[1]) / max(group[0].extent))
        placed = spread(group, anchor, scale, thing, relation)
        merged = Drawing([item for figure in placed for item in figure.drawing.items])
        boxes: dict[int, list[Box]] = {}
        for figure in placed:
            for key, many in figure.boxes.items():
                boxes.setdefault(key, []).extend(many)
        return Figure(merged, boxes, thing.kind)

    def _anchor(self, relation: str, thing: Thing, parent: Thing, drawing: Drawing, used: dict[str, int]) -> Anchor:
        names = ANCHORS.get(relation, ("top",))
        if thing.attach is not None and (relation == "wearing" or thing.attach in names):
            names = (thing.attach, *names)
        if relation in {"on", "in", "hanging from"} and thing.name in {"sign", "neon sign"}:
            names = ("text", *names)
        if relation == "on" and parent.kind != "person":
            names = (*names, "back")
        if relation == "on" and thing.attach == "head":
            names = ("head", *names)
        left, top, right, bottom = drawing.bounds()
        for name in names:
            if name in drawing.anchors:
                used[name] = used.get(name, 0) + 1
                second = f"{name}2"
                return drawing.anchors[second if used[name] > 1 and second in drawing.anchors else name]
        whole = len(drawing.items)
        neck = drawing.anchors.get("neck")
        if relation == "on" and neck is not None:  # on somebody's shoulder
            return Anchor("top", neck.x + neck.size * 1.35, neck.y + neck.size * 0.45, neck.size * 2, 0, whole)
        if relation == "wearing":
            return Anchor("body", (left + right) / 2, top + (bottom - top) * 0.45, (right - left) * 0.6, 0, whole)
        if relation in HELD:
            return Anchor(
                "hand", right - (right - left) * 0.2, top + (bottom - top) * 0.55, (right - left) * 0.25, 0, whole
            )
        if relation == "in":
            return Anchor("inside", (left + right) / 2, top + (bottom - top) * 0.5, (right - left) * 0.6, 0, whole)
        if relation == "hanging from":
            return Anchor("hook", (left + right) / 2, top + (bottom - top) * 0.4, (right - left) * 0.3, 0, whole)
        return Anchor("top", (left + right) / 2, top, (right - left) * 0.7, 0, whole)


def _share(relation: str, children: int, parents: int, copy: int) -> int:
    """How many of the children hang on the parent's copy: three cats on two chairs are two and one."""
    if parents == 1:
        return children
    if relation == "wearing":
        return 1
    return children // parents + (copy < children % parents)


def _slot(anchor: Anchor, place: int, count: int) -> Anchor:
    """One of several equal parts of an anchor's width."""
    width = anchor.size / count
    shift = (place - (count - 1) / 2) * width
    return Anchor(anchor.name, anchor.x + shift, anchor.y, width * 0.94, anchor.turn, anchor.index)
