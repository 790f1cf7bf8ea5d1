"""Words that must stand in the picture: quoted, or named after "called" and "that says"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pinxit.scene.colours import read_colour
from pinxit.scene.drafts import Draft
from pinxit.scene.model import Colour, Lettering
from pinxit.scene.phrases import NounPhrase
from pinxit.scene.tables import kind_of, listed, load, names

_QUOTED = re.compile(
    r"\\?\"([^\"\n\\]{1,200})\\?\"|“([^”\n]{1,200})”|„([^“”\n]{1,200})[“”]|«\s?([^»\n]{1,200}?)\s?»|"
    r"‘((?:[^’\n]|’(?=\w)){1,200})’|(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w)){1,200})'(?!\w)"
)
_SAYS = (
    r"(?:that |which )?(?:says?|saying|reads?|reading|spelling|spells|"
    r"with the (?:words?|text|slogan|caption|title|name|letters?|message|inscription))"
)
_BARE = re.compile(
    rf"\b(?:{_SAYS}|the words?|titled|called|named|entitled|labell?ed|"
    r"the name|the letters?|the text|the numbers?)\s*:?\s+"
    r"(?=[A-Z0-9])((?:[A-Z0-9][\w'’&!?%+-]*)"
    r"(?:[ ](?:(?:of|the|and|&|in|for|to|a|on|with|de|la)[ ](?=[A-Z0-9]))?[A-Z0-9][\w'’&!?%+-]*){0,7})"
)
_POSITIONS = re.compile(
    r"\b(?:at|in|on|across|along) the "
    r"(top left|top right|bottom left|bottom right|top|bottom|center|centre|middle|left|right)\b",
    re.I,
)
# role -> the things whose words play it; of several that are named before the words the nearest counts.
_ROLES = tuple((role, tuple(listed(heads))) for role, heads in load("lettering")["roles"].items())
# Shops, whose name stands over the door when nothing else carries it.
_SHOPS = re.compile(rf"\b(?:{'|'.join(names(load('lettering')['shops']['words']))})\b(?: \w+){{0,2}}\s*$", re.I)
_SPEECH = re.compile(r"\b(?:saying|says|shouting|shouts|yelling|asking|asks|whispering)\s*[,:]?\s*$", re.I)
_STYLES = tuple(listed(load("lettering")["styles"]["words"]))
_STYLE = re.compile(
    r"\b(" + "|".join(re.escape(style) for style in sorted(_STYLES, key=len, reverse=True)) + r")\b", re.I
)
_COLOURED = re.compile(
    r"\b(?:in|with) (?:bold |big |large |bright )?((?:dark |light |pale |hot )?[a-z]+) "
    r"(?:letters|lettering|text|icing|frosting|paint|font|type|script|ink|neon)\b",
    re.I,
)
_TYPE = re.compile(r"\b(?:font|fonts|typeface|lettering|letters|type|typography|text|script|calligraphy)\b", re.I)


_CARRIED = frozenset(
    {"neon", "sign", "label", "icing", "chalkboard", "note", "plate", "screen", "shop front", "t-shirt"}
)


@dataclass(slots=True)
class Words:
    """One lettering while it is read: where it stood in the prompt, and what was said around."""

    text: str
    start: int
    end: int
    role: str = "plain"
    style: list[str] = field(default_factory=list)
    host: int | None = None
    position: str | None = None
    colour: Colour | None = None


@dataclass(slots=True)
class Letters:
    """All letterings of a prompt."""

    found: list[Words] = field(default_factory=list)
    nearest: NounPhrase | None = None
    latest: int | None = None

    def __bool__(self) -> bool:
        return bool(self.found)

    def place_on(self, index: int) -> None:
        """ "the word LOVE on a wall": the thing carries the words that were read last."""
        if self.latest is not None and self.found[self.latest].host is None:
            self.found[self.latest].host = index

    def near(self, phrase: NounPhrase) -> None:
        """Remember the phrase that a quotation may follow."""
        self.nearest = phrase

    def host(self, number: int, last: Sequence[int], drafts: Sequence[Draft]) -> None:
        """Say on which thing a lettering stands: the nearest that carries words."""
        if not 0 <= number < len(self.found):
            return
        words = self.found[number]
        self.latest = number
        heads = {head for _, names in _ROLES for head in names}
        for index in reversed(last):
            thing = drafts[index]
            if words.role == "caption":
                return
            carries = thing.head in heads or thing.noun in heads or (words.role in _CARRIED and not thing.animate)
            if carries or (words.role == "balloon" and thing.animate):
                words.host = index
                return

    def style(self, words: Sequence[str], colours: Sequence[Colour]) -> None:
        """Note what a phrase on the type says of it."""
        for lettering in self.found:
            lettering.style += [word for word in words if word in _STYLES]
            if colours and lettering.colour is None:
                lettering.colour = colours[0]

    def frozen(self) -> tuple[Lettering, ...]:
        """Give the finished letterings."""
        made: list[Lettering] = []
        for words in self.found:
            role: Any = words.role
            made.append(
                Lettering(words.text, role, tuple(dict.fromkeys(words.style)), words.host, words.position, words.colour)
            )
        return tuple(made)


def lift(prompt: str) -> tuple[str, Letters]:
    """Lift the lettering out of a prompt: the text with a mark in each one's place, and the letterings."""
    spans: list[tuple[int, int, str]] = []
    for match in _QUOTED.finditer(prompt):
        text = next(part for part in match.groups() if part is not None).strip().rstrip(",")
        if text:
            spans.append((match.start(), match.end(), text))
    for match in _BARE.finditer(prompt):
        if not any(start < match.end() and match.start() < end for start, end, _ in spans):
            spans.append((match.start(1), match.end(1), match.group(1).rstrip("-")))
    spans.sort()
    letters = Letters([Words(text, start, end) for start, end, text in spans[:12]])
    for words in letters.found:
        _dress(prompt, words)
    out: list[str] = []
    at = 0
    for number, words in enumerate(letters.found):
        out += [prompt[at : words.start], f" \x01{number}\x01 "]
        at = words.end
    out.append(prompt[at:])
    return "".join(out), letters


def _dress(prompt: str, words: Words) -> None:
    """Find role, style and position in the words around a lettering."""
    stop = max(prompt.rfind(". ", 0, words.start), prompt.rfind("\n", 0, words.start)) + 1
    before = prompt[max(stop, words.start - 120) : words.start]
    end = prompt.find(".", words.end)
    after = prompt[words.end : min(end if end >= 0 else len(prompt), words.end + 100)]
    words.role = _role(before, after)
    whole = before + " " + after
    rest = prompt[words.end : words.end + 220]
    if _TYPE.search(whole):
        words.style = [style.lower() for style in _STYLE.findall(whole)]
    elif (type_at := _TYPE.search(rest)) is not None:
        words.style = [style.lower() for style in _STYLE.findall(rest[: type_at.end() + 60])]
    if "neon" in whole.lower() and words.role == "neon" and "neon" not in words.style:
        words.style.append("neon")
    coloured = _COLOURED.search(after) or _COLOURED.search(before)
    if coloured is not None:
        words.colour = read_colour(coloured.group(1).lower())
    place = _POSITIONS.search(after) or _POSITIONS.search(before)
    if place is not None and not re.match(r"\s*of\b", prompt[words.end + place.end() :][:4]):
        words.position = place.group(1).lower().replace("center", "centre").replace("middle", "centre")


def _role(before: str, after: str) -> Any:
    lower = before.lower()
    best, where = "plain", -1
    # "a book with the title": what carries the title tells more than the word for it.
    lower = re.sub(r"\b(?:titled?|headline|heading)\b", "", lower) if _TITLED.search(lower) else lower
    for role, heads in _ROLES:
        for head in heads:
            found = max((m.end() for m in re.finditer(rf"\b{head}s?\b", lower)), default=-1)
            if found > where and not (role == "sign" and best == "neon" and found - where < 12):
                best, where = role, found
    if "neon sign" in lower[max(0, where - 6) :]:
        return "neon"
    if _SPEECH.search(before) and best not in _UNSPOKEN:
        last = re.findall(r"[a-z-]+", lower)
        if any(word in kind_of()["person"] | kind_of()["animal"] for word in last):
            return "balloon"
    if best == "plain":
        following = after.lower()[:60]
        for role, heads in _ROLES:
            if any(re.search(_ON + rf"{head}\b", following) for head in heads):
                return role
    if best == "plain" and _SHOPS.search(before):
        return "shop front"
    return best


_TITLED = re.compile(
    r"\b(?:book|magazine|album|novel|cover|newspaper|note|letter|sign|mug|t-shirt)\b.*\b(?:titled?|headline)\b"
)
_ON = r"\b(?:on|in|as|across|over) (?:a |an |the |its |his |her |their )?(?:[\w-]+ ){0,2}"
# What is lettered says nothing aloud, though it "says" its words.
_UNSPOKEN = frozenset(role for role, _ in _ROLES) - {"balloon"}
