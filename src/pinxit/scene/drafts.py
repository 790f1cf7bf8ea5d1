"""Subjects while they are being read: what is still gathered, before the frozen `Scene`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from pinxit.scene.colours import named
from pinxit.scene.model import Colour, RelationKind, Subject
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import adjectives, is_a, kind_of, word_set

IMPLIED_AGES = {
    "boy": "child",
    "girl": "child",
    "child": "child",
    "kid": "child",
    "baby": "baby",
    "toddler": "baby",
    "infant": "baby",
    "teenager": "young",
    "grandma": "elderly",
    "grandpa": "elderly",
    "grandmother": "elderly",
    "grandfather": "elderly",
    "elder": "elderly",
    "puppy": "baby",
    "kitten": "baby",
    "cub": "baby",
    "foal": "baby",
    "fawn": "baby",
}
FEMALE = frozenset(
    "woman girl lady mother mom mum grandma grandmother sister daughter waitress actress queen princess "
    "witch sorceress bride nun cowgirl businesswoman policewoman ballerina seamstress mermaid geisha "
    "barmaid maid schoolgirl aunt wife girlfriend".split()
)
MALE = frozenset(
    "man boy guy gentleman father dad grandpa grandfather brother son waiter actor king prince wizard "
    "groom monk priest pope cowboy businessman policeman fisherman fireman schoolboy uncle husband "
    "boyfriend fisherman lumberjack mailman postman".split()
)
_FIELDS = ("size", "material", "pattern", "age", "gender", "origin", "expression", "action", "arrangement")


@dataclass(slots=True)
class Draft:
    """A subject that later sentences may still add to."""

    id: int
    noun: str
    head: str
    count: int = 1
    colours: list[Colour] = field(default_factory=list)
    parts: list[tuple[str, Colour]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)  # size, material, pattern, age, gender, origin ...
    adjectives: list[str] = field(default_factory=list)
    backdrop: bool = False
    anchor: str | None = None
    plural: bool = False

    @property
    def animate(self) -> bool:
        return is_a(self.noun, self.head, "person", "animal")

    @property
    def person(self) -> bool:
        return self.noun in kind_of()["person"] or self.head in kind_of()["person"] or _agentive(self.head)

    def describe(self, words: list[str]) -> list[str]:
        """Take up describing words; gives those that say something of the scene instead."""
        scenic: list[str] = []
        for word in words:
            if word in {"coloured", "colored"}:
                continue
            entries = adjectives().get(word, ()) or self._patterned(word)
            own = [(name, value) for name, value in entries if name in _FIELDS]
            for name, value in own:
                self.said.setdefault(name, value)
            if not own and word not in self.adjectives:
                self.adjectives.append(word)
            if any(name not in _FIELDS for name, _ in entries):
                scenic.append(word)
        return scenic

    def _patterned(self, word: str) -> tuple[tuple[str, str], ...]:
        """Read "blue-striped" and "star-patterned"; stuff before a noun is its material."""
        if word in word_set("adjectives", "stuff", "words"):
            return (("material", word),)
        first, _, last = word.rpartition("-")
        if not first or (entries := adjectives().get(last)) is None or entries[0][0] != "pattern":
            return ()
        if (colour := named(first)) is not None:
            self.colours.append(colour)
        return adjectives().get(first, entries) if entries[0][1] == "patterned" else entries

    def twin(self, number: int) -> Draft:
        """Give another subject of which all the same is said, one in number."""
        return Draft(
            number,
            self.noun,
            self.head,
            1,
            list(self.colours),
            list(self.parts),
            dict(self.said),
            list(self.adjectives),
            self.backdrop,
            plural=self.plural,
        )

    def frozen(self) -> Subject:
        """Give the finished subject."""
        said: dict[str, Any] = dict(self.said)
        if "age" not in said and self.head in IMPLIED_AGES:
            said["age"] = IMPLIED_AGES[self.head]
        if "gender" not in said and self.head in FEMALE | MALE:
            said["gender"] = "female" if self.head in FEMALE else "male"
        if not self.animate and not self.person and said.get("age") not in (None, "baby"):
            self.adjectives.append("old" if said.pop("age") == "elderly" else "young")
        return Subject(
            self.id,
            self.noun,
            self.head,
            self.count,
            tuple(dict.fromkeys(self.colours)),
            tuple(dict.fromkeys(self.parts)),
            adjectives=tuple(dict.fromkeys(self.adjectives)),
            backdrop=self.backdrop,
            **said,
        )


def _agentive(head: str) -> bool:
    return len(head) > 5 and head.endswith(("ist", "man", "woman", "smith", "herder", "keeper", "maker"))


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two drafts."""

    kind: RelationKind
    a: int
    b: int


def draft(phrase: NounPhrase, number: int) -> tuple[Draft, list[str]]:
    """Begin a subject from its noun phrase; gives it and the words that say something of the scene."""
    made = Draft(number, phrase.noun, phrase.head, max(1, phrase.count), list(phrase.colours), plural=phrase.plural)
    scenic = made.describe(phrase.words)
    return made, scenic


def relation(kind: str) -> RelationKind:
    """Narrow a table's word to the kinds of the model."""
    return cast(RelationKind, kind)
