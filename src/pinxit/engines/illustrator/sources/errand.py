"""The errand: what the words want put where a mask has opened a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from pinxit.core.errors import InvalidRequest
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.sources.intent import Wish, read_lettering, read_medium, read_tones
from pinxit.engines.illustrator.sources.vocabulary import TONE_WORDS, joined
from pinxit.scene import Lettering, read
from pinxit.scene.colours import THINGS, read_colour

MOST = 0.6  # a part larger than this is a scene of its own, not a place for a thing

_POLITE = re.compile(
    joined(r"""
    ^(?:(?:please|can you|could you|would you|i want you to|i would like you to|just)\b[ ,]*)*
    (?:(?:the |exactly the )?same (?:image|picture|photo|scene)(?:,? but)?,? )?
    (?:(?:make |let )?(?:she|he|it|they|her|him|them|the \w+) (?:is |are |be )?(?=(?:wear|hold|carry)))?
    """),
    re.IGNORECASE,
)
_BARE = re.compile(r"\b(?:add|some|the|an?|light|heavy|falling|effects?|look|like|it|here|there|to|please|more)\b")
_ANY = re.compile(r"\b(?:something|anything|whatever|what) (?:else |that )?(?:fits?|suits?|nice|suitable|matching)\b")
_GONE = re.compile(
    joined(r"""
    ^(?:remov\w+|eras\w+|delet\w+|get rid of|take (?:out|away|off)|clean(?: up)?|clear|inpaint|fill(?: in)?
    (?: the| this)?(?: (?:hole|gap|area|region|mask\w*|part|rest))?$|heal|hide|cut out|
    edit out|without|no|extend|continue|expand)\b
    """)
)
_THEN = re.compile(r"\b(?:and|then|,) ?(?:then )?(?:add|put|place|insert|draw|replace (?:it|them) (?:with|by))\b")
_GROUND = r"(?:back ?ground|back ?drop|scenery|surroundings?|setting|scene|view|sky)"
_SCENES = re.compile(
    joined(rf"""
    ^(?:replac\w+|chang\w+|swap|exchang\w+|turn|mak\w+|set|transform)\b(?: \w+){{0,4}}? {_GROUND}
    (?: of (?:the|this) \w+)?(?: (?:with|by|to|into|for|look like|be))? (?P<what>.+)|
    ^(?:put|plac\w+|set|mov\w+) (?:it|him|her|them|this|(?:the|this|my) \w+) (?:in front of|before|in|on|at|into|onto)
    (?P<where> .+)|^(?:(?:add|put|plac\w+|draw|show|insert|use) )?(?:(?:an?|the) )?
    (?:(?P<named>.+?) as (?:an? |the )?{_GROUND}|(?P<far>.+?) in (?:the )?back ?(?:ground|drop))$|
    ^(?:an? )?(?P<plain>[\w ]+?) background$
    """)
)
_SWAPS = re.compile(
    joined(r"""
    ^(?:replac\w+|swap|exchang\w+|substitut\w+|chang\w+|turn|transform|convert|mak\w+|fill)\b.{0,80}?
    \b(?:with|for|by|into|to)\b (?P<what>.+)
    """)
)
_ALL = re.compile(r"\b(?:it|this|that|all|everything|area|part|region|sky|background|wall|floor)\b")
_TINTS = re.compile(r"^(?:mak\w+|paint|colou?r|dye|turn|recolou?r|tint|chang\w+)\b.{0,80} [\w#-]+$")
_ADDS = re.compile(
    joined(r"""
    ^(?:add|put|plac\w+|insert|includ\w+|draw|paint|show|creat\w+|generat\w+|give (?:it|him|her|them|(?:the|this) \w+)|
    wear\w*|hold\w*|carry\w*|let there be|there (?:is|are)|dress (?:it|him|her) in|i want|with|imagine)\b (?P<what>.+)
    """)
)
# Where it goes is what the mask says; "a cat on the sofa" needs no second sofa.
_AT = re.compile(
    joined(r"""
    (?:,? (?:to|on|onto|on top of|in|into|inside|at|over|above|under|next to|beside|behind|in front of|within|near)
    (?:(?: the| this| that| his| her| its| their| my| it\b| him\b| them\b| there\b| here\b).*)|
    ,? (?:right |over )?(?:here|there))$
    """)
)
_HOLDS = re.compile(
    r"\b(?:with|containing|featuring|including|that (?:has|contains|shows)|where there (?:is|are))\b (.+)"
)
_MAKES = re.compile(
    r"^(?:mak\w+|turn|blur|pixelat\w+|sharpen|darken|lighten|brighten|repaint|convert|apply|give|in the style|as an? )"
)


@dataclass(frozen=True, slots=True)
class Errand:
    """`fill` continues the surroundings; `thing` and `scene` draw `prompt`; `tint` and `colour` use `rgb`; `wish` and
    `letter` do to the open part what can be done to a picture; `paste` sets another picture in."""

    kind: Literal["fill", "thing", "scene", "tint", "colour", "wish", "letter", "paste"]
    prompt: str = ""
    rgb: Rgb = (0, 0, 0)
    wish: Wish = field(default_factory=Wish)
    lettering: tuple[Lettering, ...] = ()
    added: bool = False  # to what is there, which stays behind it
    part: bool = False  # only what looks like the middle of the open part is tinted, such as a dress


def understand_errand(prompt: str, share: float) -> Errand:
    """The errand of a prompt, for an open part that is `share` (0 to 1) of the picture."""
    text = re.sub(r"\s+", " ", prompt.strip())[:1200].rstrip(" .!?")
    text = _POLITE.sub("", text)
    lower = text.lower()
    if lettering := read_lettering(text):
        return Errand("letter", lettering=lettering)
    if then := _THEN.search(lower):
        return _drawn(text[then.end() :], share)
    if not text or _GONE.search(lower) or _ANY.search(lower):
        return Errand("fill")
    if scene := _scene(text):
        return scene
    wish = Wish(medium=read_medium(lower), tones=read_tones(lower))
    bare = _BARE.sub("", " ".join(_untoned(lower).split())).strip()
    if not wish.empty and (_MAKES.search(lower) or not bare):
        return Errand("wish", wish=wish)
    if tint := _tint(lower):
        return tint
    if found := _SWAPS.search(lower):
        return _drawn(_same(text, found["what"]), share)
    if found := _ADDS.search(lower):
        return replace(_drawn(_same(text, found["what"]), share), added=True)
    return _described(text, share)


def _scene(text: str) -> Errand | None:
    """ "Change the background to a beach", "a plain white background"."""
    found = _SCENES.search(text.lower())
    if not found or ((thing := found["where"] or found["far"]) and not _is_place(thing)):
        return None
    what = _same(text, found["what"] or found["named"] or thing or found["plain"])
    rgb = _colour(what)
    if rgb and re.search(r"\bsky\b", found[0]):
        return Errand("tint", what, rgb)  # clouds stay clouds
    return Errand("colour", what, rgb) if rgb else Errand("scene", what)


def _untoned(text: str) -> str:
    """The text without the words for tones."""
    for pattern, _ in TONE_WORDS:
        text = pattern.sub(" ", text)
    return text


def _tint(text: str) -> Errand | None:
    """ "Make the horse dark brown", "change the colour of the shirt to blue"."""
    swap = _SWAPS.search(text)
    if swap and (rgb := _colour(swap["what"])):
        return Errand("tint", swap["what"], rgb, part=not _ALL.search(text))
    if _TINTS.search(text):
        words = text.split()
        for length in (3, 2, 1):
            name = " ".join(words[-length:])
            if len(words) > length + 1 and (rgb := _colour(name)):
                return Errand("tint", name, rgb, part=not _ALL.search(text))
    return None


def _drawn(text: str, share: float) -> Errand:
    what = _AT.sub("", text.strip()) or text
    _check(what)
    return Errand("thing" if share < MOST or not _is_place(what) else "scene", what)


def _described(text: str, share: float) -> Errand:
    """A prompt that only says what is to be seen, be it in the open part or in the whole picture."""
    if share >= MOST:
        return Errand("scene", text)
    held = _HOLDS.search(text.lower())
    if held and _is_place(text[: held.start()]):
        return Errand("thing", _AT.sub("", text[held.start(1) :]))
    _check(text)
    return Errand("thing", _AT.sub("", text)) if read(text).subjects else Errand("scene", text)


def _check(text: str) -> None:
    """Raises InvalidRequest for words that name nothing to draw."""
    scene = read(text)
    if not (scene.subjects or scene.place.name or scene.place.weather or scene.place.time or scene.lettering):
        raise InvalidRequest(
            f"It is not clear what should be drawn in the masked part (“{text[:60]}”). Say what is to be seen there "
            "(“a red balloon”, “replace it with a cow”), what it should become (“make it blue”, “blur it”), or that it "
            "is to be removed.",
            param="prompt",
            code="unsupported_edit",
        )


def _is_place(text: str) -> bool:
    return read(text).place.name is not None


def _same(text: str, part: str) -> str:
    """The part of the lower-cased text as it was written."""
    at = text.lower().rfind(part)
    return (text[at : at + len(part)] if at >= 0 else part).strip()


def _colour(text: str) -> Rgb | None:
    """The colour, where the words name nothing else."""
    bare = re.sub(r"^(?:an? |the )?(?:plain |solid |bright )?|(?: colou?r| background| one)$", "", text.strip().lower())
    if code := re.fullmatch(r"#?([0-9a-f]{6})", bare):
        return int(code[1][:2], 16), int(code[1][2:4], 16), int(code[1][4:], 16)
    if bare in THINGS and re.match(r"an? ", text.strip().lower()):
        return None  # "an orange" is a fruit
    colour = read_colour(bare)
    return colour.rgb if colour else None
