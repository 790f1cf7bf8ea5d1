"""The story: how the panels of a page differ: whom each shows, from how near, and what is said in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import cycle
from typing import Any

from pinxit.scene import read
from pinxit.scene.characters import animate, cast
from pinxit.scene.dialogue import Line
from pinxit.scene.model import Lettering, Relation, Scene, Subject
from pinxit.scene.panels import Strip
from pinxit.scene.tables import kind_of

# How a story is told when the words give its theme only: framing, expression, hour; one for each panel.
PLOTS: dict[int, tuple[tuple[str, str | None, str | None], ...]] = {
    2: (("wide", None, None), ("close-up", "happy", None)),
    3: (("wide", None, None), ("full", None, None), ("close-up", "happy", None)),
    4: (("wide", None, None), ("full", None, None), ("close-up", "surprised", None), ("medium", "happy", "sunset")),
    5: (
        ("wide", None, None), ("full", None, None), ("close-up", "surprised", None), ("medium", None, None),
        ("wide", "happy", "sunset"),
    ),
    6: (
        ("wide", None, None), ("full", None, None), ("close-up", "surprised", None), ("medium", None, None),
        ("close-up", "happy", None), ("wide", "happy", "sunset"),
    ),
}  # fmt: skip
TREES: dict[str, tuple[str, tuple[str, ...]]] = {
    "spring": ("blossom tree", ()), "autumn": ("tree", ("autumn",)), "winter": ("tree", ("bare",)),
}  # fmt: skip
SMALL = {
    "fish",
    "bone",
    "ball",
    "flower",
    "book",
    "key",
    "mouse",
    "hat",
    "umbrella",
    "balloon",
    "guitar",
    "lantern",
    "egg",
}
MOVES_ON = {"fly", "drive", "ride", "sail", "cycle"}


def tell(strip: Strip, prompt: str, medium: str) -> tuple[Scene, ...]:
    """The scene of every panel: medium and style of the whole, its own framing, its words with their speakers."""
    whole = read(prompt)
    scenes = cast(strip)
    if strip.theme:
        scenes = _themed(scenes, varied=strip.kind not in {"before and after"})
    elif strip.kind not in {"grid", "before and after"}:
        scenes = _framed(scenes, strip)
    made = []
    style = f" ({strip.kind if strip.kind != 'grid' else 'series'})"
    for scene, panel in zip(scenes, strip.panels, strict=True):
        chosen: Any = medium if medium != "illustration" else None
        subjects = tuple(_seasonal(subject, scene.place.season) for subject in scene.subjects)
        made.append(
            replace(
                scene,
                subjects=subjects,
                prompt=scene.prompt + style,
                medium=chosen,
                medium_words=whole.medium_words,
                palette=whole.palette,
                monochrome=whole.monochrome,
                mood=scene.mood or read(strip.head).mood,
                lettering=_words(scene, panel.lines),
            )
        )
    return tuple(made)


def stays(scene: Scene) -> bool:
    """May a panel without a place play where the one before it did?"""
    return not any(s.action in MOVES_ON for s in scene.subjects if not s.backdrop)


# -- framing ---------------------------------------------------------------------------------------------------------


def _themed(scenes: Sequence[Scene], *, varied: bool) -> tuple[Scene, ...]:
    """One theme in several shots: far, near, nearer; alone, with the others, and how it ends."""
    plot = PLOTS.get(len(scenes)) or tuple(shot for shot, _ in zip(cycle(PLOTS[6]), scenes, strict=False))
    if not varied:
        return tuple(scenes)
    made, near = [], 0
    for i, (scene, shot) in enumerate(zip(scenes, plot, strict=True)):
        made.append(_shot(scene, shot, opening=i == 0 and len(plot) > 2, turn=near))
        near += shot[0] == "close-up"
    return tuple(made)


def _shot(scene: Scene, shot: tuple[str, str | None, str | None], *, opening: bool, turn: int) -> Scene:
    """One shot of the plot: alone from near (`turn` counts those), else with whom or what there is."""
    framing, expression, hour = shot
    framing = "full" if framing == "medium" else framing
    actors = [s for s in scene.subjects if not s.backdrop and animate(s) and s.head not in SMALL]
    lead = actors[turn % len(actors)] if actors and framing == "close-up" else _lead(scene)
    if lead is None:
        return replace(scene, camera=replace(scene.camera, framing=_any(framing)))
    worn = _with(scene, lead.id, {"wearing"})
    if opening:
        cast_ids = {s.id for s in actors}
        dress = {r.b for r in scene.relations if r.a in cast_ids and r.kind in {"wearing", "riding", "on", "in"}}
        seen = keep(scene, cast_ids | {lead.id} | dress)
    elif framing == "close-up":
        seen = keep(scene, {lead.id} | worn)
    elif any(r.kind != "wearing" and lead.id in (r.a, r.b) for r in scene.relations):
        seen = scene
    else:
        others = [s.id for s in scene.subjects if s.id != lead.id and s.id not in worn]
        met = tuple(_meeting(scene, lead.id, other) for other in others[:1])
        # A fish in the house is no larger than its cat.
        little = tuple(replace(s, size="tiny") if s.id in others and s.head in SMALL else s for s in scene.subjects)
        seen = replace(scene, subjects=little, relations=(*scene.relations, *met))
    subjects = tuple(
        replace(s, expression=s.expression or expression) if animate(s) and expression else s for s in seen.subjects
    )
    place = replace(seen.place, time=seen.place.time or _any(hour))
    return replace(seen, subjects=subjects, place=place, camera=replace(seen.camera, framing=_any(framing)))


def _meeting(scene: Scene, lead: int, other: int) -> Relation:
    """One looks at somebody, and holds what is small."""
    subject = scene.subjects[other]
    if (subject.head in SMALL and not animate(subject)) or subject.head in kind_of()["food"]:
        return Relation("holding", lead, other)
    return Relation("facing", lead, other)


def _seasonal(subject: Subject, season: str | None) -> Subject:
    """A tree looks like its season."""
    if subject.noun != "tree" or season not in TREES:
        return subject
    noun, adjective = TREES[season]
    return replace(subject, noun=noun, adjectives=(*subject.adjectives, *adjective))


def _framed(scenes: Sequence[Scene], strip: Strip) -> tuple[Scene, ...]:
    """Far and near in turn, where the words leave it open: who is alone and speaks or feels is seen from close by."""
    made = []
    close = False
    for i, (scene, panel) in enumerate(zip(scenes, strip.panels, strict=True)):
        if scene.camera.framing is not None or re.search(r"\b(?:close-?up|wide shot|long shot)\b", panel.text, re.I):
            made.append(scene)
            continue
        lead = _lead(scene)
        alone = lead is not None and len(scene.subjects) == 1 + len(_with(scene, lead.id, {"wearing"}))
        speaks = any(line.kind in {"balloon", "thought"} for line in panel.lines)
        still = lead is not None and lead.action not in {"run", "walk", "fly", "jump", "dance", "swim", "sleep", "ride"}
        telling = speaks or (lead is not None and lead.expression is not None)
        if i and alone and still and telling and not close and lead is not None and lead.count == 1:
            framing, close = "close-up", True
        else:
            # People are cut at the knee in a medium shot, which needs the frame's edge: they stay whole.
            people = any(animate(s) and s.head in kind_of()["person"] for s in scene.subjects)
            framing, close = ("full" if i % 2 == 0 or people else "medium"), False
        made.append(replace(scene, camera=replace(scene.camera, framing=_any(framing))))
    return tuple(made)


def _lead(scene: Scene) -> Subject | None:
    return next((s for s in scene.subjects if not s.backdrop and animate(s)), None)


def _with(scene: Scene, subject: int, kinds: Collection[str]) -> set[int]:
    return {r.b for r in scene.relations if r.a == subject and r.kind in kinds}


def keep(scene: Scene, wanted: Collection[int]) -> Scene:
    """The scene with some of its subjects only."""
    kept = [s for s in scene.subjects if s.id in wanted]
    number = {s.id: i for i, s in enumerate(kept)}
    return replace(
        scene,
        subjects=tuple(replace(s, id=number[s.id]) for s in kept),
        relations=tuple(
            replace(r, a=number[r.a], b=number[r.b]) for r in scene.relations if r.a in number and r.b in number
        ),
        lettering=tuple(replace(x, host=number.get(x.host)) if x.host is not None else x for x in scene.lettering),
    )


def _any(value: str | None) -> Any:
    """A word for a field that takes a few words only."""
    return value


# -- words -----------------------------------------------------------------------------------------------------------


def _words(scene: Scene, lines: Sequence[Line]) -> tuple[Lettering, ...]:
    """What stands on things, and then what is told, said and heard, in its order."""
    spoken = {line.text for line in lines}
    words = [x for x in scene.lettering if x.text not in spoken]
    actors = [s for s in scene.subjects if animate(s) and not s.backdrop]
    said = [line for line in lines if line.kind in {"balloon", "thought"}]
    latest: int | None = None
    for i, line in enumerate(lines):
        if line.kind == "caption":
            later = bool(said) and lines.index(said[0]) < i
            words.append(Lettering(line.text, "caption", position="bottom" if later else "top"))
        elif line.kind == "sound":
            words.append(Lettering(line.text, "plain"))
        else:
            host = _speaker(line.speaker, actors, latest, several=len(said) > 1)
            latest = host if host is not None else latest
            words.append(Lettering(line.text, "balloon", host=host))
    return tuple(words)


def _speaker(name: str, actors: Sequence[Subject], latest: int | None, *, several: bool) -> int | None:
    """Who is meant: the one who is named, of his or her kind, or whoever has not just spoken."""
    words = re.findall(r"[a-z-]+", name.lower())
    for word in words:
        for actor in actors:
            if word in {actor.head, actor.noun}:
                return actor.id
    gender = {"he": "male", "she": "female"}.get(words[-1]) if words else None
    if gender:
        return next((a.id for a in actors if a.gender in {gender, None}), None)
    if not words and several and latest is not None:
        return next((a.id for a in actors if a.id != latest), latest)
    return actors[0].id if actors else None
