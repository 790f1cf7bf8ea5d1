"""Scenery: the scene around what carries a picture."""

from __future__ import annotations

import re
from dataclasses import replace

from pinxit.core.images import RATIOS, Size
from pinxit.engines.illustrator.direction import size_for
from pinxit.engines.illustrator.sources.intent import Placement
from pinxit.scene import Relation, Scene, Subject, read

_ROOMS = (
    (r"bed ?room|\bbed\b", "dresser", "bedroom"), (r"gallery|museum", "bench", "museum"),
    (r"office|desk|study", "desk", "office"),
    (r"dining", "dining table", "dining room"), (r"caf[eé]|coffee shop", "cafe table", "cafe"),
)  # fmt: skip


# Media in which every part is drawn with a tool of its own, which knows no pictures: there the finished scene with the
# picture in it is painted over as a whole.
_WHOLE: dict[str, str] = {
    "pencil": "pencil", "charcoal": "charcoal", "chalkboard": "chalk", "blueprint": "blueprint",
    "pixel art": "pixel art", "low poly": "low poly", "stained glass": "stained glass", "paper cut": "paper cut",
}  # fmt: skip


def without_medium(scene: Scene) -> tuple[Scene, str | None]:
    """The scene in the usual medium, and what is to be made of it when it is finished."""
    later = _WHOLE.get(scene.medium or "")
    return (replace(scene, medium=None), later) if later or scene.medium == "isometric" else (scene, None)


def scene_of(placement: Placement) -> tuple[Scene, Size]:
    """The scene, and the size that suits it where the request names none."""
    prompt = placement.prompt
    if placement.host == "wall":
        return _with_frame(read(_room(prompt))), Size(*RATIOS["4:3"])
    scene = read(prompt)
    if any(r.kind == "wearing" for r in scene.relations) and scene.camera.framing is None:
        scene = replace(scene, camera=replace(scene.camera, framing="bust"))
    size = size_for(scene)
    if placement.host in {"billboard", "television", "laptop", "truck", "van"} and scene.composition.aspect is None:
        size = Size(*RATIOS["4:3"])
    return scene, size


def _with_frame(room: Scene) -> Scene:
    """The room with a picture frame above its furniture."""
    frame = Subject(len(room.subjects), "picture frame", "frame", size="giant")
    above = (Relation("above", frame.id, room.subjects[0].id),) if room.subjects else ()
    return replace(room, subjects=(*room.subjects, frame), relations=(*room.relations, *above))


def _room(prompt: str) -> str:
    lower = prompt.lower()
    for words, thing, room in _ROOMS:
        if re.search(words, lower):
            return f"a {thing} in a {room}"
    colour = re.search(r"\b(\w+) (?:sofa|couch)\b", lower)
    sofa = f"{colour[1]} sofa" if colour and colour[1] not in {"a", "the", "my", "our"} else "sofa"
    return f"a {sofa} in a living room"
