"""The account: what was really drawn, in a sentence, and what could not be drawn as it was asked."""

from __future__ import annotations

from pinxit.engines.illustrator import library
from pinxit.engines.illustrator.direction import Direction
from pinxit.engines.illustrator.figures import Wardrobe
from pinxit.engines.illustrator.typefaces import can_set
from pinxit.scene.describe import describe as describe_scene

HOW = {
    "kind": "drawn as {thing}",
    "outline": "drawn as a simple outline",
    "nothing": "not drawn: the library has nothing like it",
}


def _found(direction: Direction) -> list[tuple[str, library.Found]]:
    return [
        (s.noun, library.find(s.noun, s.head))
        for s in direction.scene.subjects
        if s.id not in direction.absorbed and s.id != direction.surface_of
    ]


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
        if not can_set(words.text):
            notes.append(f"the words “{words.text}” (not written: no typeface has all their letters)")
    return (*dict.fromkeys(notes), *direction.notes)


def describe(direction: Direction, wardrobe: Wardrobe) -> str:
    """What the picture shows, and what could not be shown as asked."""
    sentence = describe_scene(direction.scene)
    lacking = missing(direction)
    if not lacking:
        return sentence
    return f"{sentence} Not as asked: {'; '.join(lacking)}."
