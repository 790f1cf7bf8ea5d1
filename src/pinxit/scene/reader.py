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
_UNDER_WATER = re.compile(
    r"(?<=\w)(?<!\ban)(?<!\bthe)(?<!\bof) underwater"
    r"(?=\s*(?:[,.;]|$|(?:with|and|near|surrounded|next|among|beside|holding|wearing|exploring|playing|while)\b))",
    re.I,
)
_GREATER = re.compile(r"(?<!\bis)(?<!\bare) (bigger|larger|taller|smaller|shorter) than\b", re.I)
_CARE = re.compile(r"\b(take|takes|taking) care of\b", re.I)
_SUN = re.compile(r"\bsun (?:is |slowly )*(sets?|setting|goes down|sinks|rises?|rising|comes up)\b", re.I)
_LIMITS = re.compile(
    r"\b(?:not more than|no more than|at most|at least|exactly|up to|precisely|a total of)\s+"
    r"(?=\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|a\b)",
    re.I,
)
_HIS_SIDE = re.compile(
    r"\b(?:to|on|at) (his|her|its|their) (left|right)\b(?! (?:hand|arm|eye|leg|foot|ear|paw|wing)\b)", re.I
)
_THEM = {"his": "him", "her": "her", "its": "it", "their": "them"}
_BARE_SIDE = re.compile(r"\bto the (left|right)(?= (?:is|are|there|lies|stands|sits|hangs|an?)\b|,)", re.I)
_ON_TOP = re.compile(r"\bon top(?=\s*(?:[,.;]|$|and\b))", re.I)
_SIZED = re.compile(
    r",? (?:roughly |about |that is )?(?:the size of|as (?:big|large|tall|huge|small|tiny) as) (?:an? |the )?(\w+)",
    re.I,
)
_LITTLE = frozenset(
    "cat mouse thumb coin ant bee fly pea bean fingernail grain walnut apple teacup cup bug rat hand finger palm "
    "kitten hamster squirrel acorn marble egg frog matchbox insect sparrow".split()
)
# "A camera" is a thing; what a picture was shot on is none.
_CAMERA = re.compile(
    r"(?<!shot with )(?<!taken with )(?<!captured with )(?<!shot on )(?<!taken on )(?<!captured on )(?<!using )"
    r"\b((?:an?|his|her|their|two|three|four|old) (?:(?!film|video|security)[\w-]+ ){0,3})camera(s?)\b"
    r"(?! (?:angle|shot|view|lens|position|movement|perspective|flash))",
    re.I,
)
_PORTRAIT_OF = re.compile(r"\b(?:an? |the )((?:[a-z-]+ ){0,3}[a-z]+)'s (?:portrait|face|headshot)\b", re.I)
_SIDES = {"lower": "bottom", "upper": "top"}


@lru_cache(maxsize=256)
def read(prompt: str) -> Scene:
    """Read a prompt of any length and content. The same words always give the same scene; nothing is raised."""
    text = prompt[:_CHARACTERS]
    found = Surroundings()
    marked, letters = lift(text)
    marked = _CORNER.sub(lambda m: f"in the {_SIDES.get(m[1].lower(), m[1].lower())} {m[2].lower()} corner", marked)
    marked = _CAMERA.sub(r"\1film camera\2", marked)
    marked = _PORTRAIT_OF.sub(r"a portrait of a \1", marked)
    marked = _CARE.sub(lambda m: {"take": "tend", "takes": "tends"}.get(m[1].lower(), "tending"), marked)
    marked = _UNDER_WATER.sub(" in the underwater", marked)
    marked = _HIS_SIDE.sub(lambda m: f"to the {m[2].lower()} of {_THEM[m[1].lower()]}", marked)
    marked = _ON_TOP.sub("on it", _BARE_SIDE.sub(r"to the \1 of it", marked))
    marked = _SIZED.sub(lambda m: f" , that is {'tiny' if m[1].lower() in _LITTLE else 'giant'} ,", marked)
    marked = _GREATER.sub(lambda m: f" , that is {'small' if m[1].lower()[0] == 's' else 'large'} , next to", marked)
    marked = _LIMITS.sub("", marked)
    marked = _SUN.sub(lambda m: f"sun at {'sunrise' if m[1].lower()[0] in 'rc' else 'sunset'}", marked)
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
