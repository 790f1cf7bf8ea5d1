"""Pairing: what the words want done with two pictures, and which of them is meant by which word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pinxit.engines.illustrator.sources.hosts import HOSTS
from pinxit.engines.illustrator.sources.intent import read_medium
from pinxit.engines.illustrator.sources.vocabulary import joined

CAN = (
    "Two source pictures can be joined: put one onto the other (“put the first image into the top right corner of the "
    "second as a logo”, or as a sticker, a watermark, or framed on the wall), set the first before the second (“use "
    "the second image as the background”), blend both, or give one the colours of the other. Two to sixteen can be set "
    "beside each other (“side by side”, “as a collage”)."
)
_ORDER = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "main": 0, "original": 0, "last": 1, "1": 0, "2": 1,
          "one": 0, "two": 1}  # fmt: skip
_NOUN = joined(r"""
    (?:images?|pictures?|photos?|photographs?|pics?|ones?|files?|drawings?|paintings?|logos?|artworks?|illustrations?|
    portraits?|screenshots?|graphics?)
    """)
_ONE = joined(rf"""
    (?:(?:the |my |this |attached |uploaded )*(?:first|1st|second|2nd|main|original|last|other)
    (?: (?:attached |uploaded |source |input )?{_NOUN})?|
    (?:the )?(?:image|picture|photo|pic|photograph|figure|input) ?(?:no\. |number |\#)?(?:1|2|one|two)\b)
    """)
_REFERENCE = re.compile(rf"\b{_ONE}")
_WHICH = re.compile(r"\b(first|1st|second|2nd|main|original|last|other|1|2|one|two)\b(?! of)")
_LOGO = re.compile(r"\b(?:logo|emblem|badge|icon|stamp|seal|watermark)\b")
_VERB = joined(r"""
    (?:put|plac\w+|add|past\w+|insert\w*|overlay\w*|stick|set|superimpos\w+|compos\w+|lay|position|show|hang|mount|
    embed\w*|us\w+)
    """)
_GROUND = r"(?:back ?ground|back ?drop|scenery|setting)"
_SWAP = re.compile(
    rf"\b(?:replac\w+|chang\w+|swap|exchang\w+|substitut\w+|set)\b[^.;]{{0,24}}\b{_GROUND}\b(?P<rest>.*)"
)
_AS_GROUND = re.compile(
    rf"(?P<what>\b{_ONE}|\bit)(?P<mid>[^.;]{{0,20}})\b(?:as|for|to be) (?:an?|the|its|my|new| )*{_GROUND}\b"
)
_BLEND = re.compile(
    r"\b(?:blend\w*|mix\w*|double exposure|cross-?fad\w+|superimpos\w+ (?:both|them|the (?:two )?images)|"
    r"overlay (?:both|them|the (?:two )?images)|fade (?:one|the first)\b.* into)\b"
)
_PALETTE = re.compile(
    r"\b(?:colou?rs?|palette|colou?r scheme|tones?|grading|mood|lighting)\b[^.;]{0,30}\b(?:of|from|in|like) (?:the )?"
)
_FRONT = re.compile(r"\b(?:in front of|before|against)\b")
_ONTO = re.compile(
    rf"\b{_VERB}\b(?P<guest>.+?)\b(?:on ?to|on top of|over|into|inside|on|in|to|across|at)\b(?P<base>.*)"
)
_PART = re.compile(
    rf"\b(?:on|onto|in|into|over|to) (?:the|his|her|a|an) (?P<noun>(?:[\w-]+ ){{1,3}}?)"
    rf"(?:in|of|from|on|that) (?:the |a )*(?:\w+ ){{0,3}}?{_ONE}"
)
_CARRIED = re.compile(
    r"\b(?:on|onto|in|into|over|to) (?:the|his|her|their|its|my|an?) (?:[\w-]+ ){0,3}?"
    rf"(?:{'|'.join(line.split(': ', 1)[1] for line in HOSTS.strip().splitlines())})\b"
)
_SPOTS = {
    "corner", "top", "bottom", "left", "right", "side", "middle", "centre", "center", "wall", "foreground",
    "background", "edge", "half", "part", "scene", "front", "corners", "beach", "forest", "room", "street",
    "landscape", "garden", "park", "city", "field", "meadow", "sea", "lake", "mountains", "picture", "image", "photo",
}  # fmt: skip
_WORN = re.compile(r"\b(?:wear\w*|try(?:ing)? on|dress\w*|swap faces|face ?swap|his face|her face)\b")
_PLACES = tuple(
    (re.compile(pattern), place)
    for pattern, place in (
        (r"\b(?:top|upper)[- ]right\b", (1.0, 0.0)), (r"\b(?:top|upper)[- ]left\b", (0.0, 0.0)),
        (r"\b(?:bottom|lower)[- ]right\b", (1.0, 1.0)), (r"\b(?:bottom|lower)[- ]left\b", (0.0, 1.0)),
        (r"\b(?:at|on|in|to)? ?the (?:top|upper)\b", (0.5, 0.0)),
        (r"\b(?:at|on|in|to)? ?the (?:bottom|lower)\b", (0.5, 1.0)),
        (r"\b(?:the |on the |to the )left\b", (0.0, 0.5)), (r"\b(?:the |on the |to the )right\b", (1.0, 0.5)),
        (r"\b(?:middle|cent(?:re|er))\b", (0.5, 0.5)),
    )
)  # fmt: skip

Look = Literal["plain", "logo", "sticker", "wall", "watermark"]


@dataclass(frozen=True, slots=True)
class Joint:
    """`guest` is put onto `base` ("paste"), stands before it ("before"), is mixed with it or lends it its colours.

    Both are numbers of pictures. `place` is where, as shares of the room that is left; None where it was not said.
    """

    kind: Literal["paste", "before", "blend", "palette"]
    base: int
    guest: int
    look: Look = "plain"
    place: tuple[float, float] | None = None
    size: float = 1.0
    medium: str | None = None


def understand_joint(prompt: str, pictures: int) -> Joint | None:
    """What is to be done with two pictures; None for what is not about the two of them, or cannot be done."""
    text = re.sub(r"\s+", " ", prompt.strip().lower())[:1200]
    if pictures != 2 or _WORN.search(text):
        return None
    medium = read_medium(re.sub(_ONE, " ", text))
    if found := _SWAP.search(text):
        behind = _named(found["rest"].rpartition(" with ")[2] or found["rest"])
        return Joint("before", 1 if behind is None else behind, 0 if behind is None else 1 - behind, medium=medium)
    if found := _AS_GROUND.search(text):
        behind = _named(found["what"])
        behind = 1 if behind is None else behind
        return Joint("before", behind, 1 - behind, medium=medium)
    if _BLEND.search(text):
        return Joint("blend", 0, 1, medium=medium)
    if found := _PALETTE.search(text):
        giver = _named(text[found.end() :])
        if giver is not None:
            return Joint("palette", 1 - giver, giver, medium=medium)
    return _onto(text, medium)


def _onto(text: str, medium: str | None) -> Joint | None:
    """One on the other, or before it."""
    if _CARRIED.search(text):
        return None
    if (part := _PART.search(text)) and not set(re.split(r"[ -]", part["noun"].strip())) & _SPOTS:
        return None  # on a thing inside the other picture, which would have to be found
    pair = _pair(text)
    if pair is None:
        return None
    guest, base = pair
    place = next((where for pattern, where in _PLACES if pattern.search(text)), None)
    if _FRONT.search(text):
        return Joint("before", base, guest, medium=medium)
    return Joint("paste", base, guest, _look(text), place, _size(text), medium)


def _pair(text: str) -> tuple[int, int] | None:
    """The guest and the base, by what stands before and after the preposition."""
    found = _ONTO.search(text)
    if not found:
        return None
    named = [(hit.start(), _named(hit[0])) for hit in _REFERENCE.finditer(text) if hit.start() > found.start()]
    if len({which for _, which in named if which is not None}) > 1:
        guest = named[0][1]
        return None if guest is None else (guest, 1 - guest)
    if not named:
        # "Put the logo on the picture": the logo is usually the second.
        return (1, 0) if _LOGO.search(found["guest"]) or re.search(r"\bother\b", text) else None
    at, which = named[0]
    which = 1 if which is None else which
    return (which, 1 - which) if at < found.start("base") else (1 - which, which)


def _named(text: str) -> int | None:
    """The number of the picture that is named first; None where none is."""
    found = _WHICH.search(text)
    return None if found is None else _ORDER.get(found[1])


def _look(text: str) -> Look:
    if "watermark" in text:
        return "watermark"
    if re.search(r"\b(?:sticker|decal)\b", text):
        return "sticker"
    if re.search(r"\b(?:wall|framed|painting|poster|hang|hung)\b", text):
        return "wall"
    return "logo" if _LOGO.search(text) else "plain"


def _size(text: str) -> float:
    if re.search(r"\b(?:tiny|very small)\b", text):
        return 0.5
    if re.search(r"\b(?:small|little)\b", text):
        return 0.7
    return 1.45 if re.search(r"\b(?:large|big|huge)\b", text) else 1.0
