"""Figures: a subject with everything that is attached to it, one drawing in natural centimetres.

What is worn, held, ridden, eaten or stands on something is set on the anchors of what it belongs to; so the
relation holds at every size and in every pose.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

import skia

from pinxit.engines.illustrator import library, look
from pinxit.engines.illustrator.anchorage import find_anchor, guess, slot
from pinxit.engines.illustrator.attachments import HELD, attachments, carries, filled, known_clothes
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.costumes import garments, is_dressable, is_tailored, trade_of
from pinxit.engines.illustrator.deeds import Deeds
from pinxit.engines.illustrator.finishing import finish
from pinxit.engines.illustrator.fitting import HELD_BOOST, Box, Figure, scale_for, spread
from pinxit.engines.illustrator.implied import LIQUIDS
from pinxit.engines.illustrator.kawaii import with_face
from pinxit.engines.illustrator.look import Look, Thing, Worn
from pinxit.engines.illustrator.pen import Anchor, Drawing, Item
from pinxit.engines.illustrator.rigs.tailored import dress
from pinxit.engines.illustrator.signwriting import letter_all, letter_shirt, lettered
from pinxit.scene.model import Lettering, Relation, Scene, Subject

SIZES = {"tiny": 0.55, "small": 0.78, "medium": 1.0, "large": 1.25, "giant": 1.7}
OPENED = {"book": 38.0}  # cm: how wide it is when it is read
PET = 40.0  # cm: the least size of an animal in the arms
SEEN_CM = 16.0  # what is held is drawn at least this large beside a person
TOY_CM = 24.0
HELD_CLOSE = 1.0  # in a portrait the face comes first
USUAL_WORDS = {"stop sign": "STOP", "taxi": "TAXI"}  # what a thing says by being what it is
USUAL_PLURAL, MOST = 3, 24
BABY = 0.55  # of the size of the grown animal, where the young one has no drawing of its own
HEAPED = {"stack", "pile", "heap"}
GROWN = {"hair", "beard", "fur", "mane", "moustache"}
HAIR = {"red": (176, 74, 38), "orange": (206, 110, 44), "yellow": (232, 196, 110), "blonde": (228, 190, 112)}
HOUSES = {"bar", "cafe", "diner", "hotel", "motel", "casino", "pub", "theater", "club"}
PLAIN = {None, "stand", "pose", "model", "smile", "wait", "laugh"}
AIRBORNE = {"fly", "float", "soar", "hover"}
SITTING = {None, *"sit read rest relax think knit work watch wait write eat drink sew call sing pray".split()}


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
    grown = BABY if subject.age == "baby" and not any(n.startswith("baby ") for n in thing.aliases) else 1.0
    left, top, right, bottom = drawing.bounds()
    area = (usual[2] - usual[0]) * (usual[3] - usual[1]) / max((right - left) * (bottom - top), 1e-6)
    return float(grown * thing.cm / max(usual[3] - usual[1], 1e-6) * area**0.5)


def _qualities(subject: Subject) -> tuple[str, ...]:
    """Its adjectives, with those that hide in the name of a part or a colour: "curly hair", "matte black"."""
    parts = (name for name, _ in subject.parts if " " in name)
    colours = (c.name.split()[0] for c in subject.colours if c.name.startswith(("matte ", "glossy ", "shiny ")))
    return (*subject.adjectives, *parts, *colours)


MOTLEY = {"colorful", "colourful", "multicolored", "multicoloured", "multi-colored", "assorted", "rainbow", "different"}
BRIGHT: tuple[Rgb, ...] = (
    (226, 60, 66), (60, 128, 214), (250, 196, 58), (94, 178, 92), (160, 92, 190), (244, 132, 54), (240, 120, 166)
)  # fmt: skip


def _colours(subject: Subject, copy: int) -> tuple[Rgb, ...]:
    """The colours that were asked for; of several colourful things each has one of its own."""
    motley = MOTLEY & {*subject.adjectives, subject.pattern or ""}
    if not subject.colours and motley and subject.count > 1:
        return (BRIGHT[copy % len(BRIGHT)],)
    return tuple(c.rgb for c in subject.colours)


def _parts(subject: Subject) -> tuple[tuple[str, Rgb], ...]:
    """The colours of its parts, by their plain names: "curly hair" is hair."""
    parts = []
    for name, colour in subject.parts:
        plain = name.rsplit(" ", 1)[-1]
        parts.append((plain, HAIR.get(colour.name, colour.rgb) if plain in GROWN else colour.rgb))
    return tuple(parts)


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
        self.deeds = Deeds()
        self.imprint: Callable[[Drawing, Sequence[Subject]], None] | None = None  # what comes onto things from outside
        self.recast: Callable[[Thing], Thing] | None = None  # the form that things take in this medium

    def follow(self, deeds: Deeds) -> None:
        """Let the deeds decide poses, and what is not in anybody's hands while it is in the air."""
        self.deeds = deeds
        self.attached = {
            parent: [(kind, child) for kind, child in children if child not in deeds.released]
            for parent, children in self.attached.items()
        }

    def found(self, subject: Subject) -> library.Found:
        """The drawing for a subject; a vessel with its content may have one of its own ("bowl of fruit")."""
        whole = filled(self.scene, subject)
        if subject.age == "baby" and f"baby {subject.noun}" in look.load():
            return library.find(f"baby {subject.noun}", subject.head)
        if subject.arrangement in HEAPED and whole is None:
            heap = f"{subject.arrangement} of {subject.noun}s"
            if heap in look.load():
                return library.find(heap, heap)
        if subject.noun == "bamboo" and any(r.b == subject.id and r.kind in HELD for r in self.scene.relations):
            whole = ("bamboo leaf", "leaf")  # a sprig, not the whole stand
        found = library.find(*whole) if whole else library.find(subject.noun, subject.head)
        if self.recast is not None and found.thing is not None:
            return library.Found(self.recast(found.thing), found.how)
        return found

    def figure(self, subject: Subject, copy: int = 0) -> Figure | None:
        """One copy of a subject with all that is attached to it; None when nothing can be drawn for it."""
        thing = self.found(subject).thing
        if thing is None:
            return None
        wish = self._look(subject, thing, copy)
        drawing = with_face(thing, wish, finish(thing, wish, thing.sketch(wish)))
        if is_dressable(thing):
            drawing = dress(drawing, garments(self._clothes(subject, thing)))
        usual = USUAL_WORDS.get(thing.name) or self._house_name(subject, thing)
        if usual and all(words.host != subject.id for words in self.scene.lettering):
            lettered(drawing, Lettering(usual, "label", ("condensed",)), subject.noun)
        named = " ".join((*subject.adjectives, subject.material or "", subject.noun))
        letter_all(drawing, self._words(subject.id), named)
        letter_shirt(drawing, [words for child in self._clothes(subject, thing) for words in self._words(child.id)])
        if self.imprint is not None:
            self.imprint(drawing, [subject, *self._clothes(subject, thing)])
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
        if heap and (subject.count == USUAL_PLURAL or HEAPED & set(subject.adjectives)):
            return 1
        if thing is not None and subject.arrangement in HEAPED and thing.name.startswith(f"{subject.arrangement} of"):
            return 1
        return min(subject.count, MOST)

    def _words(self, host: int) -> list[Lettering]:
        return [x for x in self.scene.lettering if x.host == host and x.role not in {"balloon", "caption"}]

    def _clothes(self, subject: Subject, thing: Thing) -> list[Subject]:
        """What is worn as part of the wearer's own drawing: clothes on people, garments on animals."""
        if thing.kind != "person" and not is_dressable(thing):
            return []
        mine = known_clothes if thing.kind == "person" else is_tailored
        return [child for kind, child in self._children(subject) if kind == "wearing" and mine(child)]

    # -- what it looks like ------------------------------------------------------------------------------------------

    def _look(self, subject: Subject, thing: Thing, copy: int) -> Look:
        mine = [r for r in self.scene.relations if r.a == subject.id and r.b not in self.deeds.released]
        others = self.scene.subjects
        worn = tuple(
            Worn(others[r.b].noun, others[r.b].colours[0].rgb if others[r.b].colours else None, others[r.b].pattern)
            for r in mine
            if r.kind == "wearing"
        )
        holds = next((others[r.b].noun for r in mine if r.kind in HELD or self._carries(r)), None)
        embraced = (others[child].noun for kind, child in self.attached.get(subject.id, ()) if kind == "holding")
        holds = holds or next(embraced, None)
        if thing.kind not in {"person", "animal", "bird"}:  # a shelf or a vase is drawn empty for its own content
            holds = next((child.noun for kind, child in self._children(subject) if kind in {"on", "in"}), None)
        letters = next((x.text for x in self.scene.lettering if x.host == subject.id), None)
        whole = filled(self.scene, subject)
        return Look(
            noun=whole[0] if whole else subject.noun,
            colours=_colours(subject, copy),
            parts=_parts(subject),
            material=subject.material,
            pattern=None if subject.pattern in MOTLEY else subject.pattern,
            age=subject.age,
            gender=subject.gender,
            origin=subject.origin,
            expression=subject.expression,
            pose=self._pose(subject, mine, holds),
            adjectives=(*_qualities(subject), *self._read(subject), *self._planted(mine)),
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
        if holds and subject.action in {"hug", "cuddle", "embrace"}:
            return "hold"
        others = self.scene.subjects
        mount = next((self.found(others[r.b]).thing for r in mine if self._rides(r)), None)
        if mount is not None and mount.name == "wave":
            return "surf"
        if mount is not None:
            return "horse" if mount.kind in {"animal", "bird", "fish"} else "ride"
        if subject.id in self.deeds.poses:
            return self.deeds.poses[subject.id]
        if subject.action in SITTING and any(r.kind == "on" and self._is_seat(others[r.b]) for r in mine):
            return "sit" if subject.action in {None, "sit", "rest", "relax"} else f"sit {subject.action}"
        shirts = [others[r.b] for r in mine if r.kind == "wearing"]
        if subject.action in PLAIN and not holds and any(self._words(shirt.id) for shirt in shirts):
            return "pocket"  # no arm before the words on the chest
        # One who flies a kite stays on the ground.
        stays = holds or trade_of(subject) == "astronaut"  # nor does an astronaut swim
        return "hold" if stays and subject.action in AIRBORNE else subject.action

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

    def _planted(self, mine: Sequence[Relation]) -> tuple[str, ...]:
        """A plant that stands in a vase or a pot brings no pot of its own."""
        hosts = (self.found(self.scene.subjects[r.b]).thing for r in mine if r.kind == "in")
        return ("planted",) if any(host is not None and host.kind == "vessel" for host in hosts) else ()

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
        clothes = [child.id for child in self._clothes(subject, thing)]
        sharing = [child.id for kind, child in children if kind in {"on", "in"}]
        hung = []
        for kind, child in children:
            found = self.found(child).thing
            if found is None or child.id in clothes:
                continue
            if kind == "in" and thing.kind == "vessel" and (found.kind == "vessel" or child.head in LIQUIDS):
                continue  # "a cup of lemonade" is one vessel, not a glass in a cup
            anchor = find_anchor(kind, found, thing, drawing, used)
            if child.action == "climb" and thing.kind in {"plant", "building"}:
                anchor = guess("climbing", drawing)
            if len(sharing) > 1 and child.id in sharing:
                anchor = slot(anchor, sharing.index(child.id), len(sharing))
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
                scale, max(HELD_BOOST, SEEN_CM / max(group[0].extent))
            )  # a kite is not shrunk to a hand, nor a cup blown up to two
            least = PET if thing.kind in {"animal", "bird"} else OPENED.get(thing.name, 0.0)
            scale = max(scale, least / max(group[0].extent))
            width, height = group[0].extent
            if height < 1.6 * width < 2.6 * height:  # a bulky thing does not hide the face; long ones reach beyond it
                scale = min(scale, max(0.6, 0.29 * (parent_box[3] - parent_box[1]) / max(width, height)))
        elif relation in HELD:
            scale = min(scale, 0.95 * (parent_box[3] - parent_box[1]) / max(group[0].extent))
        placed = spread(group, anchor, scale, thing, relation)
        merged = Drawing([item for figure in placed for item in figure.drawing.items])
        boxes: dict[int, list[Box]] = {}
        for figure in placed:
            for key, many in figure.boxes.items():
                boxes.setdefault(key, []).extend(many)
        return Figure(merged, boxes, thing.kind)


def _share(relation: str, children: int, parents: int, copy: int) -> int:
    """How many of the children hang on the parent's copy: three cats on two chairs are two and one."""
    if parents == 1:
        return children
    if relation == "wearing":
        return 1
    return children // parents + (copy < children % parents)
