"""Attachments: what is worn, held, ridden or set on what, read off the relations of a scene."""

from __future__ import annotations

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.rigs import outfit
from pinxit.scene.model import Relation, Scene, Subject

SMALL_CM = 50.0  # "a worker with a hammer" has it in the hand
HELD = {"holding", "eating", "drinking", "playing"}


def filled(scene: Scene, subject: Subject) -> tuple[str, str] | None:
    """The name of the drawing that shows this vessel with what is in it, and its head noun, if there is one."""
    for relation in scene.relations:
        if relation.kind == "in" and relation.b == subject.id:
            content = scene.subjects[relation.a]
            for name in (f"{subject.noun} of {content.noun}", f"{content.noun} {subject.noun}"):
                thing = library.find(name, name).thing
                inside = library.thing_of(content)
                if inside is not None and inside.kind == "plant":
                    continue  # a "flower vase" and a "plant pot" are drawn empty
                if thing is not None and name in (thing.name, *thing.aliases):
                    return name, subject.head
    return None


def known_clothes(child: Subject) -> bool:
    """Does the person rig draw this piece of clothing itself?"""
    return outfit.find(child.noun) is not None or outfit.find(child.head) is not None


def carries(scene: Scene, relation: Relation) -> bool:
    """`with` and `under` are a grip when the other is a thing one carries: with a guitar, under an umbrella."""
    if relation.kind not in {"with", "under"}:
        return False
    owner, other = scene.subjects[relation.a], scene.subjects[relation.b]
    carrier, thing = library.thing_of(owner), library.thing_of(other)
    if carrier is None or thing is None:
        return False
    if carrier.kind not in {"person", "animal", "bird"}:  # a cactus with sunglasses has them on
        return relation.kind == "with" and thing.attach in {"eyes", "head"} and carrier.kind != "furniture"
    small = carrier.kind == "person" and thing.kind in {"object", "food"} and thing.cm < SMALL_CM
    return thing.attach is not None or small if relation.kind == "with" else thing.name == "umbrella"


def attachments(scene: Scene) -> dict[int, list[tuple[str, int]]]:
    """What is attached to each subject: {parent: [(relation, child)]}. Nothing hangs on two things, or on itself."""
    result: dict[int, list[tuple[str, int]]] = {}
    taken: set[int] = set()
    for relation in scene.relations:
        kind, parent, child = relation.kind, relation.a, relation.b
        if kind == "hugging" and _fits_in_arms(scene, parent, child):
            kind = "holding"
        if kind == "in" and _too_small_for(scene, parent, child):
            kind = "holding"  # who does something in a flask has the flask in the hand
        if kind in {"riding", "on", "in", "hanging from"}:
            parent, child = relation.b, relation.a
            if kind in {"on", "in"} and not holds_others(scene, parent, child, kind):
                continue
        elif carries(scene, relation):
            kind = "holding" if kind != "with" else "wearing" if _is_worn(scene, relation) else "holding"
        elif kind not in HELD | {"wearing"} or (kind in HELD and not _holdable(scene, parent, child)):
            continue
        elif kind in HELD and _kind_of(scene, parent) == "vehicle":
            kind = "in"
        if child in taken or parent == child or _hangs_on(result, child, parent):
            continue
        taken.add(child)
        result.setdefault(parent, []).append((kind, child))
    return result


def _fits_in_arms(scene: Scene, who: int, what: int) -> bool:
    """Is it something that one holds when one hugs it, as a teddy bear?"""
    person, thing = library.thing_of(scene.subjects[who]), library.thing_of(scene.subjects[what])
    return person is not None and thing is not None and thing.kind != "person" and thing.cm < 0.4 * person.cm


def _too_small_for(scene: Scene, guest: int, host: int) -> bool:
    """Is a grown person to be put into a flask or a cup? Who sits in a giant one is let in."""
    who, what = library.thing_of(scene.subjects[guest]), library.thing_of(scene.subjects[host])
    wonder = scene.subjects[guest].size == "tiny" or scene.subjects[host].size in {"large", "giant"}
    inside = scene.subjects[guest].action in {"sit", "sleep", "swim", "bathe", "hide"}
    if who is None or what is None or wonder or inside:
        return False
    return who.kind == "person" and what.kind == "vessel" and what.cm < 45


def _kind_of(scene: Scene, subject: int) -> str:
    thing = library.thing_of(scene.subjects[subject])
    return thing.kind if thing else ""


def _holdable(scene: Scene, parent: int, child: int) -> bool:
    """Cars, houses and sofas are worked on, painted or sold, but not held."""
    owner, other = scene.subjects[parent], scene.subjects[child]
    carrier, thing = library.thing_of(owner), library.thing_of(other)
    if (
        other.noun == "bamboo"
        or carrier is None
        or thing is None
        or thing.attach is not None
        or {"toy", "sign"} & set(other.noun.split())
    ):
        return True
    return thing.kind not in {"vehicle", "building", "sky"} and thing.cm < 0.75 * carrier.cm


def _is_worn(scene: Scene, relation: Relation) -> bool:
    other = scene.subjects[relation.b]
    thing = library.thing_of(other)
    return thing is not None and thing.attach not in {None, "hand"}


def _hangs_on(tree: dict[int, list[tuple[str, int]]], root: int, wanted: int) -> bool:
    children = [child for _, child in tree.get(root, ())]
    return wanted in children or any(_hangs_on(tree, child, wanted) for child in children)


def holds_others(scene: Scene, parent: int, child: int, kind: str) -> bool:
    """Can the child be set on or into the parent, or does it stand beside it (a man on a mountain)?"""
    host, guest = scene.subjects[parent], scene.subjects[child]
    thing, other = library.thing_of(host), library.thing_of(guest)
    if thing is None or other is None:
        return False
    if kind == "in" and thing.name in {"puddle", "pond", "lake"}:
        return False
    if kind == "in":
        return thing.kind in {"vessel", "vehicle", "furniture", "object", "clothes", "plant"}
    if thing.name in {
        "hill",
        "mountain",
        "cliff",
        "rock",
        "island",
        "stage",
        "rug",
        "carpet",
        "road",
        "puddle",
        "pond",
    }:
        return thing.name == "rock"
    return True
