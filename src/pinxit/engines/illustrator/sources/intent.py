"""Intent: what the words want done with the source pictures, as a wish that the workbench can fulfil.

Everything is read with patterns over single clauses. A clause that asks for a change inside the picture ("remove the
car") is a refusal that says what can be done instead; so is a prompt of which nothing was understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import RATIOS
from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.sources.framing import METALS, WOODS, Moulding
from pinxit.engines.illustrator.sources.grounds import WHITE, read_ground, read_sky
from pinxit.engines.illustrator.sources.hosts import PLACES, SHOWN, strip_reference
from pinxit.engines.illustrator.sources.vocabulary import (
    COLUMNS,
    CROPS,
    EXTENDS,
    FRAMES,
    GRIDS,
    INSIDE,
    LOGOS,
    MEDIA_WORDS,
    NEVER,
    RESIZES,
    ROWS,
    SHAPES,
    TONE_WORDS,
    TURN_WORDS,
)
from pinxit.scene import Lettering, read
from pinxit.scene.colours import read_colour

CAN = (
    "It can repaint a picture in a medium (watercolour, oil, pencil, charcoal, ink, comic, poster, flat, pixel art, "
    "low poly, stained glass, mosaic, paper cut, blueprint, chalk), frame it, put it on something (a mug, a T-shirt, "
    "a screen, a billboard, a book, a bag, a cushion, a wall), give a simple background another colour, replace it "
    "with a drawn scene (a beach, a forest, a street) or take it away, colour the sky, make it night, sunset, snow, "
    "rain or fog, extend or crop it to another ratio, change its light and colours, turn or mirror it, add lettering, "
    "and set two to sixteen pictures beside each other. Single things can be added, removed or replaced where a "
    "`mask` shows the place."
)
_READ = 1200  # characters: what should be done with a picture is said sooner
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,200})[\"“”„«»]|(?<!\w)['‘]([^'’]{1,120})['’](?!\w)")
# "this painting" is what is there, "a painting" what is wanted.
_MEANT = re.compile(
    r"\b(?:this|that|the|my|our|these)(?: \w+)?? (?:painting|drawing|sketch|illustration|cartoon|comic|poster)s?\b"
)
_WRITES = re.compile(r"\b(?:text|caption|title|write|words?|says?|saying|headline|label|lettering|inscription)\b")
# The words end where it is said how they are to stand.
_UNQUOTED = re.compile(
    r"(?P<lead>\b(?:[Tt]ext|[Ww]ords?|[Cc]aption|[Tt]itle|[Hh]eadline|[Ll]abel)"
    r"(?:,? (?:saying|says|that says|which says|reading|that reads|of))?:? )"
    r"(?P<words>[A-Z0-9][^.,;]{0,60}?)(?= (?:at|in|on|to|with|above|below|over|across|under|along|as) |[.,;]|$)"
)
_PIXELS = re.compile(r"\b(\d{2,4}) ?[x×] ?(\d{2,4})\b")
_RATIO = re.compile(r"\b(\d{1,2})\s?[:/]\s?(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a picture goes: the scene's own prompt and the noun of what carries it."""

    prompt: str
    host: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done, in the order in which the workbench does it."""

    collage: str | None = None  # "row", "column", "grid"
    turns: tuple[str, ...] = ()
    crop: bool = False
    extend: bool = False
    out: bool = False  # zoomed out: extended on all four sides
    ratio: tuple[int, int] | None = None
    ground: str | None = None  # "transparent", "colour", "blur", "scene"
    ground_colour: Rgb = WHITE
    ground_scene: str = ""
    sky: Rgb | None = None
    sticker: bool = False
    tones: tuple[str, ...] = ()
    medium: str | None = None
    lettering: tuple[Lettering, ...] = ()
    moulding: Moulding | None = None
    placement: Placement | None = None
    cut: bool = False  # what is placed is a logo: it goes without its ground
    resize: bool = False
    pixels: tuple[int, int] | None = None  # "to 800x600"

    @property
    def empty(self) -> bool:
        return self == Wish(cut=self.cut, ratio=self.ratio, pixels=self.pixels)


def understand(prompt: str, pictures: int) -> Wish:
    """The wish of a prompt. Raises InvalidRequest (param `prompt`) for what cannot be done or is not understood."""
    text = quoted(re.sub(r"\s+", " ", prompt.strip())[:_READ])
    bare = _QUOTED.sub(" ", text).lower()
    placement, outside = _placement(text)
    medium, rest = _medium(_MEANT.sub(" ", bare if placement is None else _QUOTED.sub(" ", outside).lower()))
    placed = placement is not None
    ground = read_ground(rest, scenes=not placed)
    sky, rest = read_sky(ground.rest)
    wish = Wish(
        collage=_collage(bare, pictures),
        turns=_named(TURN_WORDS, rest),
        crop=bool(CROPS.search(rest)),
        extend=bool(EXTENDS.search(rest)),
        out=bool(re.search(r"\bzoom(?:ed|ing)? (?:it )?out\b", rest)),
        ratio=_ratio(rest),
        ground=ground.kind,
        ground_colour=ground.colour,
        ground_scene=ground.scene,
        sky=sky,
        sticker=bool(re.search(r"\b(sticker|die[- ]?cut)\b", rest)) and placement is None,
        tones=() if medium in {"charcoal", "pencil", "ink"} else _named(TONE_WORDS, rest),
        medium=medium,
        lettering=_lettering(text, placement),
        moulding=None if placement else _moulding(rest),
        placement=placement,
        cut=bool(LOGOS.search(bare)),
        resize=bool(RESIZES.search(rest)),
        pixels=(int(size[1]), int(size[2])) if (size := _PIXELS.search(rest)) else None,
    )  # fmt: skip
    _refuse(rest, wish, placement)
    return wish


def read_medium(text: str) -> str | None:
    """The medium that words in lower case name."""
    return _medium(text)[0]


def read_tones(text: str) -> tuple[str, ...]:
    """The tones that words in lower case name."""
    return _named(TONE_WORDS, text)


def read_lettering(text: str) -> tuple[Lettering, ...]:
    """The words in quotes, or in capitals, that are to be set on a picture."""
    return _lettering(quoted(text), None)


def quoted(text: str) -> str:
    """The text with quotes around words that are to be written and have none: "add the text SALE at the top"."""
    if _QUOTED.search(text):
        return text
    return _UNQUOTED.sub(lambda found: f'{found["lead"]}"{found["words"].strip()}"', text, count=1)


# -- what it is ------------------------------------------------------------------------------------------------------


def _medium(text: str) -> tuple[str | None, str]:
    """The medium that is named, and the text without its words."""
    for pattern, name in MEDIA_WORDS:
        if pattern.search(text):
            return name, pattern.sub(" ", text)
    return None, text


def _named(table: tuple[tuple[re.Pattern[str], str], ...], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for pattern, name in table if pattern.search(text)))


def _ratio(text: str) -> tuple[int, int] | None:
    """The ratio that the words name."""
    if (found := _RATIO.search(text)) and 0 < int(found[1]) <= 32 and 0 < int(found[2]) <= 32:
        return int(found[1]), int(found[2])
    name = next((name for pattern, name in SHAPES if pattern.search(text)), None)
    return RATIOS[name] if name else None


def _moulding(text: str) -> Moulding | None:
    found = FRAMES.search(text)
    if not found:
        return None
    words = re.findall(r"[a-z]+", text)
    if "polaroid" in words:
        return Moulding("polaroid", (250, 249, 245), mount=False)
    what = (found["what"] or "").split()[-1:]
    before = words[: words.index(what[0])] if what and what[0] in words else words
    colour = next((c for w in reversed(before[-4:]) if (c := read_colour(w)) is not None), None)
    if what == ["border"]:
        return Moulding("border", colour.rgb if colour else (255, 255, 255), mount=False)
    wood = next((WOODS[w] for w in before if w in WOODS), WOODS["wood"] if "wooden" in before else None)
    metal = next((METALS[w] for w in before if w in METALS), None)
    mount = not re.search(r"without (a )?(mount|mat|passepartout)", text)
    if metal is not None:
        return Moulding("metal", metal, mount)
    if colour is not None:
        return Moulding("wood" if wood else "plain", colour.rgb, mount)
    return Moulding("wood", wood or WOODS["walnut"], mount)


def _collage(text: str, pictures: int) -> str | None:
    if pictures < 2:
        return None
    for pattern, way in ((ROWS, "row"), (COLUMNS, "column"), (GRIDS, "grid")):
        if pattern.search(text):
            return way
    return None


def _lettering(text: str, placement: Placement | None) -> tuple[Lettering, ...]:
    """Words in quotes that are to be set on the picture."""
    if placement is not None or not _QUOTED.search(text):
        return ()
    found = tuple(words for words in read(text).lettering if words.text.strip())
    if found or not _WRITES.search(text.lower()):
        return found
    return tuple(Lettering(quoted[1] or quoted[2]) for quoted in _QUOTED.finditer(text))


# -- where it goes ---------------------------------------------------------------------------------------------------


def _placement(text: str) -> tuple[Placement | None, str]:
    """A scene with something in it that carries the picture, and what is said before the scene."""
    lower = text.lower()
    for pattern, host in PLACES:
        if found := pattern.search(lower):
            scene = text[found.start("scene") :]
            return Placement(strip_reference(scene, found["host"], host), host), text[: found.start("scene")]
    for pattern, host in SHOWN:
        if found := pattern.search(lower):
            scene = text[: found.start("with")] + text[found.end("with") :]
            return Placement(strip_reference(scene, found["host"], host), host), ""
    return None, text


# -- what cannot be done ---------------------------------------------------------------------------------------------


def _refuse(text: str, wish: Wish, placement: Placement | None) -> None:
    if found := NEVER.search(text):
        raise _refusal(f"“{found[0].strip()}” is not what the embedded illustrator can do with a source picture.")
    if inside := _inside(text, INSIDE if placement is None else INSIDE[:2]):
        raise _refusal(f"The embedded illustrator cannot change single things inside a picture (“{inside}”).")
    if wish.empty:
        raise _refusal("It is not clear what should be done with the source picture.")


def _inside(text: str, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    """The clause that asks for a change inside the picture, if there is one."""
    for pattern in patterns:
        if found := pattern.search(text):
            return found[0].strip()[:80]
    return None


def _refusal(message: str) -> InvalidRequest:
    return InvalidRequest(f"{message} {CAN}", param="prompt", code="unsupported_edit")
