"""What words imply: a cyclist is on a bicycle, and tea is drunk out of the cup that is named."""

from __future__ import annotations

from dataclasses import replace

from pinxit.engines.illustrator import library
from pinxit.scene.model import Relation, Scene, Subject

MOUNTS = {
    "cyclist": "bicycle",
    "bicyclist": "bicycle",
    "biker": "motorcycle",
    "motorcyclist": "motorcycle",
    "skateboarder": "skateboard",
    "jockey": "horse",
}


def with_mounts(scene: Scene) -> Scene:
    """The scene with what its riders ride, where the words name no mount."""
    subjects, relations = list(scene.subjects), list(scene.relations)
    for rider in scene.subjects:
        mount = MOUNTS.get(rider.head)
        rides = any(r.a == rider.id and r.kind in {"riding", "on"} and _is_mount(scene, r.b) for r in scene.relations)
        if mount is None or rides or any(s.head == mount for s in scene.subjects):
            continue
        subjects.append(Subject(len(subjects), mount, mount, count=rider.count))
        relations.append(Relation("riding", rider.id, subjects[-1].id))
    return replace(scene, subjects=tuple(subjects), relations=tuple(relations))


LIQUIDS = set("tea coffee milk water juice wine beer lemonade cocoa soup broth champagne soda".split())


def with_vessels(scene: Scene) -> Scene:
    """Who drinks tea from a cup holds the cup, and the tea is in it."""
    relations = list(scene.relations)
    for i, drinking in enumerate(scene.relations):
        if drinking.kind != "drinking" or scene.subjects[drinking.b].head not in LIQUIDS:
            continue
        vessel = next((r for r in scene.relations if r.a == drinking.a and r.kind in {"near", "with"}), None)
        found = vessel and library.thing_of(scene.subjects[vessel.b])
        if vessel is None or not found or found.kind != "vessel":
            continue
        relations[i] = Relation("drinking", drinking.a, vessel.b)
        relations[relations.index(vessel)] = Relation("in", drinking.b, vessel.b)
    return replace(scene, relations=tuple(relations))


TABLES = {"table", "desk", "counter", "countertop", "workbench"}
ON_TOP = {"stand", "dance", "jump", "lie", "sleep", "sit", "climb", "crawl"}


def with_people_at_tables(scene: Scene) -> Scene:
    """Who does something on a table does it behind the table, not standing on it."""
    relations = [Relation("behind", r.a, r.b) if r.kind == "on" and _works_at(scene, r) else r for r in scene.relations]
    return replace(scene, relations=tuple(relations))


def _works_at(scene: Scene, relation: Relation) -> bool:
    who, what = scene.subjects[relation.a], scene.subjects[relation.b]
    thing = library.thing_of(who)
    person = thing is not None and thing.kind == "person"
    return person and what.head in TABLES and who.action not in ON_TOP


def _is_mount(scene: Scene, subject: int) -> bool:
    return scene.subjects[subject].head in {*MOUNTS.values(), "bike", "scooter", "pony"}
