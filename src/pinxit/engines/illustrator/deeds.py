"""Deeds: what a verb does to the picture beyond the pose of who does it.

A table (`data/deeds.toml`) says for a verb and its object what is held, what flies, what splashes, which line joins
what to what. Matching happens before the layout, drawing after it (`business`). Nothing that is added here counts as
a subject of the prompt.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.attachments import HELD
from pinxit.engines.illustrator.colours import Rgb
from pinxit.scene.model import Relation, Scene, Subject

KINDS = {"person", "animal", "bird", "fish", "vehicle", "vessel", "building", "sky", "plant", "object"}
TIED = HELD | {"facing", "beside", "with", "near", "in", "on", "above", "over", "behind", "riding", "hanging from",
               "chasing", "hugging", "in front of", "against"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on somebody: an anchor or an edge of the figure, moved by shares of the figure's size.

    `dx` leads to where the figure looks, `dy` down. `of` is "doer", "target", "each" (every copy of the doer),
    "last" (the one furthest to the right) or "targets".
    """

    at: str = "hands"
    dx: float = 0.0
    dy: float = 0.0
    of: str = "doer"


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that is drawn at a spot: a thing of the library, `size` times as wide as the figure is large."""

    thing: str
    spot: Spot
    size: float = 0.5
    behind: bool = False
    turn: float = 0.0
    colour: Rgb | None = None
    media: tuple[str, ...] = ()  # only in these
    low: bool = False  # stands with its foot on the spot, and casts a shadow
    fit: bool = False  # is as wide as the anchor, whatever the size of the figure


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one spot to another: "string", "leash", "rope", "stream", "jet", "beam"."""

    style: str
    start: Spot
    end: Spot
    sag: float = 0.1


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of the table; what is empty asks for nothing."""

    name: str
    verbs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    says: re.Pattern[str] | None = None
    doers: frozenset[str] = frozenset()
    pose: str | None = None
    target_pose: str | None = None
    place: Spot | None = None  # where the target goes
    size: float = 0.3  # of the target, in the doer's sizes
    form: str = "fan"  # of several targets: fan, arc, float
    stands: bool = False  # the target has its foot on the spot
    tilt: float = 0.0  # of the target, in degrees
    becomes: str | None = None  # what the target is drawn as, if it is named by its plain noun
    relation: str | None = None  # how the doer is to the target in the picture
    behind: bool = False  # the target stands behind the doer
    free: bool = False  # the target is not held, but has its own place in the layout
    hides: frozenset[str] = frozenset()
    hold: str | None = None
    place_name: str | None = None  # where it happens, if nothing else is said
    effects: tuple[Effect, ...] = ()
    links: tuple[Link, ...] = ()
    room: float = 1.0
    shift: float = 0.0
    pair: bool = False  # two who do it look at each other
    gap: float | None = None  # what is left between them
    lift: float = 0.0  # how far above the ground the doer is, in his own sizes
    turn: float = 0.0  # of the doer, in degrees
    sink: float = 0.0  # the share of the doer that is under water
    aboard: bool = False  # the doer sits inside the target, behind its windows
    lost: bool = False  # a doer that the prompt names is added, if the reader has lost it
    maybe: bool = False  # it can be done without a target


@dataclass(frozen=True, slots=True)
class Done:
    """A deed of this scene: who does it, and to what."""

    deed: Deed
    doer: int
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Deeds:
    """All deeds of a scene, with what they ask of the figures."""

    done: tuple[Done, ...] = ()
    added: frozenset[int] = frozenset()  # subjects that the prompt does not name
    hidden: frozenset[int] = frozenset()  # subjects that a deed shows by itself: the spell that is cast
    before: Scene | None = None  # the scene as it was told

    @property
    def poses(self) -> dict[int, str]:
        """The pose of each subject that a deed gives one."""
        poses = {d.doer: d.deed.pose for d in self.done if d.deed.pose}
        poses |= {d.target: d.deed.target_pose for d in self.done if d.deed.target_pose and d.target is not None}
        return {i: pose for i, pose in poses.items() if i is not None and pose is not None}

    @property
    def played(self) -> frozenset[int]:
        """What the deeds set in its place after the layout."""
        placed = {d.target for d in self.done if d.target is not None and d.deed.place is not None}
        return frozenset(placed | {d.doer for d in self.done if d.deed.aboard})

    @property
    def released(self) -> frozenset[int]:
        """What is not attached to who has it."""
        return (
            self.played | self.hidden | frozenset(d.target for d in self.done if d.target is not None and d.deed.free)
        )


_PLAIN = (
    "pose target_pose size form stands tilt becomes relation behind free hold place_name room shift pair gap lift turn "
    "sink aboard lost maybe"
).split()


@cache
def table() -> tuple[Deed, ...]:
    """The known deeds, the most special first."""
    text = resources.files(__package__).joinpath("data/deeds.toml").read_text("utf-8")
    return tuple(_deed(name, row) for name, row in tomllib.loads(text).items())


def _deed(name: str, row: dict[str, Any]) -> Deed:
    simple: dict[str, Any] = {key: row[key] for key in _PLAIN if key in row}
    sets: dict[str, Any] = {
        key: frozenset(name.replace("_", " ") for name in row.get(key, "").split())
        for key in ("verbs", "objects", "doers", "hides")
    }
    return Deed(
        name,
        **sets,
        **simple,
        says=re.compile(rf"\b(?:{row['says']})", re.IGNORECASE) if "says" in row else None,
        place=Spot(**row["place"]) if "place" in row else None,
        effects=tuple(_effect(entry) for entry in row.get("effects", ())),
        links=tuple(_link(entry) for entry in row.get("links", ())),
    )


def _effect(entry: dict[str, Any]) -> Effect:
    rest = {key: entry[key] for key in ("size", "behind", "turn", "low", "fit") if key in entry}
    spot = Spot(**{key: entry[key] for key in ("at", "dx", "dy", "of") if key in entry})
    if "of" not in entry and not entry.get("low"):
        spot = replace(spot, of="each")
    colour = entry.get("colour")
    rgb = (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)) if colour else None
    return Effect(entry["thing"], spot, colour=rgb, media=tuple(entry.get("media", "").split()), **rest)


def _link(entry: dict[str, Any]) -> Link:
    return Link(entry["style"], Spot(**entry["start"]), Spot(**entry["end"]), entry.get("sag", 0.1))


# -- matching --------------------------------------------------------------------------------------------------------


def enact(scene: Scene) -> tuple[Scene, Deeds]:
    """The scene with what its deeds bring along, and the deeds. What is added comes after all that was named."""
    before = scene = _found_again(scene)
    done = [found for subject in scene.subjects if (found := _first(scene, subject)) is not None]
    added: set[int] = set()
    hidden = _hidden(scene, done)
    for act in done:
        scene = _changed(scene, act)
        if act.deed.hold and not _has_hands_full(scene, act, hidden):
            new, noun = len(scene.subjects), act.deed.hold
            tool = Subject(new, noun, noun.split()[-1], scene.subjects[act.doer].count)
            relations = (*scene.relations, Relation("holding", act.doer, new))
            scene = replace(scene, subjects=(*scene.subjects, tool), relations=relations)
            added.add(new)
    return scene, Deeds(tuple(done), frozenset(added), hidden, before)


def _found_again(scene: Scene) -> Scene:
    """With the doers that are named but were not read."""
    for deed in table():
        if not deed.lost or deed.says is None or not deed.says.search(scene.prompt):
            continue
        if any(
            {s.head, *s.noun.split(), getattr(library.thing_of(s), "name", "")} & deed.doers for s in scene.subjects
        ):
            continue
        noun = next((name for name in sorted(deed.doers) if re.search(rf"\b{name}s?\b", scene.prompt, re.I)), None)
        if noun is not None:
            lost = Subject(len(scene.subjects), noun, noun.split()[-1])
            scene = replace(scene, subjects=(*scene.subjects, lost))
    return scene


def _changed(scene: Scene, act: Done) -> Scene:
    """What a deed makes of its target, of how the two stand, and of the place."""
    deed, subjects, relations = act.deed, list(scene.subjects), list(scene.relations)
    if act.target is not None and deed.becomes and subjects[act.target].noun == subjects[act.target].head:
        subjects[act.target] = replace(subjects[act.target], noun=deed.becomes, head=deed.becomes.split()[-1])
    if act.target is not None and deed.relation:
        relations = [r for r in relations if {r.a, r.b} != {act.doer, act.target}]
        if deed.relation != "none":
            relations.insert(0, Relation(deed.relation, act.doer, act.target))  # type: ignore[arg-type]
    place = scene.place
    if deed.place_name and (place.name is None or deed.lost):
        place = replace(place, name=deed.place_name)
    return replace(scene, subjects=tuple(subjects), relations=tuple(relations), place=place)


def _hidden(scene: Scene, done: Iterable[Done]) -> frozenset[int]:
    every = [(act, s) for act in done for s in scene.subjects]
    return frozenset(
        s.id for act, s in every if s.id not in {act.doer, act.target} and {s.head, s.noun} & act.deed.hides
    )


def told(scene: Scene, deeds: Deeds) -> Scene:
    """The scene without what the deeds changed: this is what is described."""
    return deeds.before or scene


def _first(scene: Scene, subject: Subject) -> Done | None:
    for deed in table():
        if _does(deed, scene, subject):
            target = _target(deed, scene, subject)
            if target is not None or not deed.objects or deed.maybe:
                return Done(deed, subject.id, target)
    return None


def _does(deed: Deed, scene: Scene, subject: Subject) -> bool:
    if deed.verbs and subject.action not in deed.verbs:
        return False
    if deed.says is not None and not deed.says.search(scene.prompt):
        return False
    if not deed.doers:
        thing = library.thing_of(subject)
        return bool(deed.verbs) or (thing is not None and thing.kind in {"person", "animal", "bird"})
    if {subject.head, subject.noun} & deed.doers:
        return True
    thing = library.thing_of(subject)
    return thing is not None and bool({thing.kind, thing.name} & deed.doers)


def _target(deed: Deed, scene: Scene, subject: Subject) -> int | None:
    """What the deed is done to: tied to the doer by the words, and of the wanted sort."""
    tied = [scene.subjects[r.b] for r in scene.relations if r.a == subject.id and r.kind in TIED]
    named = next((s.id for s in tied if {s.head, s.noun} & deed.objects), None)
    if named is not None:
        return named
    if deed.says is not None and deed.objects:
        loose = (s for s in scene.subjects if s.id != subject.id and {s.head, s.noun} & deed.objects)
        named = next((s.id for s in loose), None)
    if named is not None:
        return named
    found = [(s.id, library.thing_of(s)) for s in tied]
    return next((i for i, thing in found if thing is not None and {thing.kind, thing.name} & deed.objects), None)


def _has_hands_full(scene: Scene, act: Done, hidden: frozenset[int]) -> bool:
    """Does somebody hold a thing that is drawn, and that his deed is not done to?"""
    held = (r.b for r in scene.relations if r.a == act.doer and r.kind in HELD and r.b not in {act.target, *hidden})
    return any(library.thing_of(scene.subjects[i]) is not None for i in held)
