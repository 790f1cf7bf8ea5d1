"""Grounds: what the words want done with the background, or with the sky, of a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.sources.vocabulary import BLURS, CUTS, GROUNDS, joined
from pinxit.scene import read
from pinxit.scene.colours import read_colour

WHITE: Rgb = (255, 255, 255)
_GOES = re.compile(r"\b(?:remov\w+|delet\w+|eras\w+|get rid of|cut out)(?: the)?(?: \w+){0,2} back ?(?:ground|drop)\b")
_BEHIND = r"(?:back ?ground|backdrop|scenery|surroundings)"
_ONE = joined(r"""
    (?:it|him|her|them|this|(?:the|this|my) (?!text|title|words?|frame|border|logo)(?:\w+ ){0,2}?\w+)
    """)
_SCENES = tuple(
    re.compile(joined(pattern))
    for pattern in (
        rf"""\b(?:replac\w+|chang\w+|swap|exchang\w+|turn|mak\w+|set|transform|put|giv\w+ it)\b[^.,;]{{0,24}}?
             \b{_BEHIND}(?: (?:of|in|behind) (?:it|the|this|my)(?: \w+)?)?
             (?: with| by| to| into| for| be| look like| as| of| an?)+ (?P<what>[^;.]{{3,160}})""",
        rf"\b(?:an?|the|with|new|add|some) (?P<what>[^.,;]{{3,80}}) (?:in|as|for) (?:the |its |a )?{_BEHIND}\b",
        rf"\b(?:with|add|giv\w+ it|use|on|before|in front of) (?:an? )?(?P<what>[^.,;]{{3,60}}?) {_BEHIND}\b",
        rf"""\b(?:put|plac\w+|set|mov\w+|show|teleport\w*|transport\w*) {_ONE}
             (?: in front of| before| on| in| at| into| onto| to)(?P<what> (?:an?|the) [^;.]{{3,160}})""",
        rf"""\bmake (?:it look like )?{_ONE} (?:is|are|be|stand\w*|sit\w*) (?:in|on|at|in front of)
             (?P<what> [^;.]{{3,160}})""",
    )
)
# What it is to stand before need not be a place: "put it in front of a castle".
_IN_FRONT = re.compile(r"^\w+ (?:it|him|her|them|this|me) (?:in front of|before)\b")
_SKY = re.compile(
    joined(r"""
    \b(?:mak\w+|turn|paint|colou?r|chang\w+|set|give|recolou?r|tint|dye)\b[^.,;]{0,30}?\bsky\b(?: colou?r)?
    (?P<after>[^.,;]{1,40})|\b(?:with|into|add|giv\w+ it) (?:an? |the )?(?P<before>[\w -]{2,24}?) sky\b
    """)
)


@dataclass(frozen=True, slots=True)
class GroundWish:
    """`kind` is "transparent", "colour", "blur", "scene" or None; `rest` is the text without the words for it."""

    kind: str | None
    rest: str
    colour: Rgb = WHITE
    scene: str = ""


def read_ground(text: str, *, scenes: bool = True) -> GroundWish:
    """What is to become of the background, by words in lower case; `scenes` False where a scene is something else."""
    if blur := BLURS.search(text):
        return GroundWish("blur", text.replace(blur[0], " "))
    if scenes and (found := _scene(text)):
        return GroundWish("scene", text.replace(found[0], " "), scene=found["what"].strip())
    gone, named = CUTS.search(text), GROUNDS.search(text)
    if named and (near := colour_near(named)):
        colour, where = near
        if where == "before" and _GOES.search(text):
            return GroundWish("transparent", _cut(text, named))
        said = named[0].removesuffix(named["after"] or "") if where == "before" else named[0]
        return GroundWish("colour", _cut(text.replace(said, " "), gone), colour)
    if gone:
        return GroundWish("transparent", _cut(text, gone))
    return GroundWish(None, text)


def read_sky(text: str) -> tuple[Rgb | None, str]:
    """The colour that the sky is to have, by words in lower case, and the text without them."""
    found = _SKY.search(text)
    if not found:
        return None, text
    words = re.sub(r"\b(?:to|into|look|more|an?|be|with|colou?r)\b", " ", found["after"] or found["before"] or "")
    colour = _last_colour(words.split())
    return (colour, text.replace(found[0], " ")) if colour else (None, text)


def colour_near(found: re.Match[str]) -> tuple[Rgb, str] | None:
    """The colour in "a pale blue background", "the background white", "background to #ff8800", and where it stands."""
    for where in ("before", "after", "on"):
        part = found[where] or ""
        words = re.findall(r"[a-z]+", part)
        for length in (3, 2, 1):
            for start in range(len(words) - length + 1):
                colour = read_colour(" ".join(words[start : start + length]))
                if colour is not None:
                    return colour.rgb, where
        if code := re.search(r"#([0-9a-f]{6})\b", part):
            return (int(code[1][:2], 16), int(code[1][2:4], 16), int(code[1][4:], 16)), where
    return None


def _scene(text: str) -> re.Match[str] | None:
    """A background that has to be drawn: a place, or things, and not only a colour."""
    for pattern in _SCENES:
        found = pattern.search(text)
        if not found or re.search(
            r"#[0-9a-f]{6}\b|\b(?:transparent|plain|solid|blurr?\w*|see-through)\b", found["what"]
        ):
            continue
        words = re.findall(r"[a-z]+", re.sub(r"\b(?:colou?r|background|tone|one|an?|the)\b", " ", found["what"]))
        if not words or all(read_colour(word) for word in words) or read_colour(" ".join(words)):
            continue
        scene = read(found["what"])
        if scene.place.name is not None or (_IN_FRONT.search(found[0]) and scene.subjects):
            return found
    return None


def _last_colour(words: list[str]) -> Rgb | None:
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            colour = read_colour(" ".join(words[start : start + length]))
            if colour is not None:
                return colour.rgb
    return None


def _cut(text: str, found: re.Match[str] | None) -> str:
    return text.replace(found[0], " ") if found else text
