"""Reads a prompt: what is to be drawn, where, in which light and how, as one `Scene`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pinxit.scene.clauses import walk
from pinxit.scene.drafts import Draft, Tie
from pinxit.scene.lettering import lift
from pinxit.scene.model import Relation, Scene
from pinxit.scene.senses import settle
from pinxit.scene.surroundings import Surroundings, read_frame
from pinxit.scene.tables import listed, load
from pinxit.scene.weaver import Weaver
from pinxit.scene.words import Token, cut

# Grammar is read this far; what follows in a longer prompt repeats itself or is no English.
_CHARACTERS = 6000
_SENTENCES = 60
_OPENER = re.compile(
    r"^\s*(?:(?:"
    + "|".join(re.escape(o) for o in sorted(listed(load("stopwords")["openers"]["phrases"]), key=len, reverse=True))
    + r")\b[\s,:]*)+",
    re.I,
)
# "at the bottom right" names a place of the frame, as "in the bottom right corner" does.
_CORNER = re.compile(
    r"\b(?:at|in|on|to) the (bottom|lower|top|upper)[ -](left|right)\b"
    r"(?: of the (?:frame|image|picture|page|canvas)\b)?(?! of\b| corner| hand)",
    re.I,
)
_UNDER_WATER = re.compile(r"(?<=\w) underwater(?=\s*(?:[,.;]|$|with\b|and\b|near\b))", re.I)
_CARE = re.compile(r"\b(take|takes|taking) care of\b", re.I)
_SIDES = {"lower": "bottom", "upper": "top"}


@lru_cache(maxsize=256)
def read(prompt: str) -> Scene:
    """Read a prompt of any length and content. The same words always give the same scene; nothing is raised."""
    text = prompt[:_CHARACTERS]
    found = Surroundings()
    marked, letters = lift(text)
    marked = _CORNER.sub(lambda m: f"in the {_SIDES.get(m[1].lower(), m[1].lower())} {m[2].lower()} corner", marked)
    marked = _CARE.sub(lambda m: {"take": "tend", "takes": "tends"}.get(m[1].lower(), "tending"), marked)
    marked = _UNDER_WATER.sub(" in the underwater", marked)
    read_frame(marked, found)
    weaver = Weaver(found, letters)
    for sentence in _sentences(cut(_OPENER.sub("", marked))):
        walk(settle(sentence), weaver)
    anchors = _place_anchors(weaver.drafts, weaver.ties, found)
    found.said.update(anchors)
    return Scene(
        prompt=prompt,
        subjects=tuple(one.frozen() for one in weaver.drafts),
        relations=tuple(Relation(tie.kind, tie.a, tie.b) for tie in weaver.ties),
        place=found.place(),
        light=found.light(),
        camera=found.camera(text),
        composition=found.composition(),
        medium=found.medium,
        medium_words=tuple(found.medium_words),
        lettering=letters.frozen(),
        palette=tuple(found.palette),
        background=found.background,
        monochrome=found.monochrome,
        mood=tuple(found.mood),
        theme=weaver.theme,
        unread=tuple(weaver.unread),
    )


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    number = 0
    for token in tokens:
        if token.tag == "STOP":
            if sentence:
                yield sentence
                number += 1
            sentence = []
            if number >= _SENTENCES:
                return
        else:
            sentence.append(token)
    if sentence:
        yield sentence


def _place_anchors(drafts: Sequence[Draft], ties: list[Tie], found: Surroundings) -> dict[str, str]:
    """Turn places in the frame into the composition's anchor, or with several things into relations."""
    placed = [one for one in drafts if one.anchor]
    if len(placed) < 2:
        return {"anchor": placed[0].anchor} if placed and placed[0].anchor and "anchor" not in found.said else {}
    for a in placed:
        for b in placed:
            left, right = a.anchor or "", b.anchor or ""
            if "left" in left and "right" in right:
                ties.append(Tie("left of", a.id, b.id))
            elif left.startswith("top") and right.startswith("bottom"):
                ties.append(Tie("above", a.id, b.id))
    return {}
