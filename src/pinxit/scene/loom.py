"""What was read so far, and what the next words may refer to: the loom that the weaver works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pinxit.scene.colours import named
from pinxit.scene.drafts import Draft, Tie, draft, relation
from pinxit.scene.lettering import Letters
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.surroundings import Surroundings
from pinxit.scene.words import Token


@dataclass(slots=True)
class Pending:
    """A relation or a deed that waits for what it is done to."""

    kind: str
    holders: list[int]
    word: str = ""
    deed: bool = False  # a verb's, not a preposition's
    passive: bool = False  # "eaten by": the doer comes after


@dataclass(slots=True)
class Loom:
    """Keeps what was read so far: subjects, ties, and what the next words may refer to."""

    scene: Surroundings
    letters: Letters
    drafts: list[Draft] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    agent: list[int] = field(default_factory=list)  # the clause's doers
    doings: list[list[int]] = field(default_factory=list)  # the doers of every clause so far, the latest last
    leads: list[list[int]] = field(default_factory=list)  # what each clause began with, doing something or not
    members: list[int] = field(default_factory=list)  # the several that "the first" and "the other" are of
    taken: list[int] = field(default_factory=list)  # those of them that were spoken of
    last: list[int] = field(default_factory=list)  # the nearest phrase's subjects
    group: list[int] = field(default_factory=list)  # the nearest phrases joined by "and"
    telling: int | None = None  # "three cubes: a red cube ...": the several that are told one by one
    acted: bool = False  # something was done to something in this clause
    listing: list[int] = field(default_factory=list)  # "three lemons, a jug" before the "and" that ends the list
    gapped: Pending | None = None  # "the cat wears a hat, the dog a scarf": the deed that is left out
    told: bool = False  # the sentence has had its verb
    open_between: Pending | None = None  # "between a man with a beard and ...": the second neighbour is to come
    relative: bool = False  # "who", "that": the next verb is that of the nearest thing, not of the clause
    front_of: list[int] = field(default_factory=list)  # what the sentence began from: "to the left of the plate is"
    spoken_of: bool = False  # the last phrase spoke of the picture, its light, its place: no subject
    each: bool = False  # "each holding a balloon": as many as there are doers
    pending: Pending | None = None
    topic: str | None = None  # what the sentence speaks of when it is no thing: background, light, mood ...
    followed_by: Sequence[Token] = ()
    theme: str | None = None
    backdrop: bool = False
    silent: bool = False
    denied: bool = False
    joined: bool = False
    paused: bool = False
    lettered: bool = False  # words were spoken of last, so that "at the top" is theirs
    held: Pending | None = None  # the last relation that was made, for "and a scarf"
    content: Pending | None = None  # the vessel that was just filled: "a bowl of ramen with an egg"
    of_what: NounPhrase | None = None
    waiting_anchor: str | None = None  # "on the left, a dog": where the next thing stands
    fronted: Pending | None = None  # "on the table are two cups": a relation that its doers follow
    number: int | None = None  # "dozens of": how many of the next phrase
    before: NounPhrase | None = None

    def make(self, phrase: NounPhrase) -> Draft:
        """Make a subject, or find the one that "the cat" speaks of."""
        words = self.scene.note_subject(phrase)
        self.scene.note(phrase.noun, {"time", "light"})
        if phrase.determiner in {"the", "this", "that", "its", "his", "her"} and not phrase.plural:
            for known in reversed(self.drafts):
                if known.head == phrase.head and not (
                    phrase.colours and known.colours and phrase.colours != known.colours
                ):
                    known.describe([w for w in phrase.words if w not in known.adjectives])
                    known.colours += [c for c in phrase.colours if c not in known.colours]
                    return known
        self.lettered = False
        made, scenic = draft(phrase, len(self.drafts))
        if any(mark.startswith("black") for mark in phrase.marks):
            made.colours += [c for n in ("black", "white") if (c := named(n))]
        made.adjectives += [word for word in words if word not in made.adjectives]
        self.scene.note_words(scenic)
        made.backdrop = self.backdrop or self.background_follows() or made.head == "sky"
        if self.waiting_anchor is not None:
            made.anchor, self.waiting_anchor = self.waiting_anchor, None
        self.drafts.append(made)
        self.spoken_of = False
        return made

    def background_follows(self) -> bool:
        return bool(self.followed_by) and self.followed_by[0].tag == "REL" and self.followed_by[0].value == "background"

    def push_back(self, subjects: Sequence[int]) -> None:
        """Put subjects into the background, with what lies in or on them."""
        behind = set(subjects) | {tie.a for tie in self.ties if tie.b in subjects and tie.kind in {"in", "on"}}
        for index in behind:
            self.drafts[index].backdrop = True

    def tie(self, kind: str, a: int, others: Sequence[int]) -> None:
        for b in others:
            if a == b:
                continue
            first, second, name = (b, a, kind[1:]) if kind.startswith("~") else (a, b, kind)
            if name == "above_from":
                name = "above"
            tie = Tie(relation(name), first, second)
            if tie not in self.ties:
                self.ties.append(tie)
