"""The account: what was really drawn, in a sentence, and what could not be drawn as it was asked."""

from __future__ import annotations

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.attachments import known_clothes
from pinxit.engines.illustrator.deeds import told
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.figures import Wardrobe
from pinxit.engines.illustrator.typefaces import lacking, settable
from pinxit.scene.describe import describe as describe_scene
from pinxit.scene.model import Subject

HOW = {
    "kind": "drawn as {thing}",
    "outline": "drawn as a simple outline",
    "nothing": "not drawn: the library has nothing like it",
}


def _found(direction: Direction) -> list[tuple[str, library.Found]]:
    return [
        (s.noun, library.find(s.noun, s.head))
        for s in direction.scene.subjects
        if s.id not in direction.absorbed and s.id != direction.surface_of and not _worn(direction, s)
    ]


def _worn(direction: Direction, subject: Subject) -> bool:
    """Clothes that the person who wears them draws with the body."""
    wearers = [r.a for r in direction.scene.relations if r.kind == "wearing" and r.b == subject.id]
    things = [library.thing_of(direction.scene.subjects[i]) for i in wearers]
    return known_clothes(subject) and any(thing is not None and thing.kind == "person" for thing in things)


def missing(direction: Direction) -> tuple[str, ...]:
    """One entry for each thing that is not drawn as itself: "saxophone (drawn as a simple outline)"."""
    notes = []
    for noun, found in _found(direction):
        if found.how == "itself":
            continue
        thing = found.thing.name if found.thing else ""
        article = "an" if thing[:1] in "aeiou" else "a"
        notes.append(f"{noun} ({HOW[found.how].format(thing=f'{article} {thing}')})")
    for words in direction.scene.lettering:
        lost = lacking(words.text)
        if lost and not settable(words.text):
            notes.append(f"the words “{words.text}” (not written: no typeface here has their letters)")
        elif lost:
            notes.append(f"the words “{words.text}” (written without {' '.join(lost)}: no typeface here has it)")
    return (*dict.fromkeys(notes), *direction.notes)


def describe(direction: Direction, wardrobe: Wardrobe) -> str:
    """What the picture shows, and what could not be shown as asked."""
    sentence = describe_scene(told(direction.scene, direction.deeds))
    lacking = missing(direction)
    if not lacking:
        return sentence
    return f"{sentence} Not as asked: {'; '.join(lacking)}."
