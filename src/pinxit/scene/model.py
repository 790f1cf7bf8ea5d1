"""What a prompt asks for, as frozen values: the words of the picture trade, not of the grammar.

A `Scene` is what both embedded engines read. Nothing here knows how anything is drawn, and nothing is resolved to a
drawing: nouns stay open, so that each engine looks them up in its own library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

RelationKind = Literal[
    "wearing", "holding", "riding", "on", "under", "in", "beside", "left of", "right of", "in front of",
    "behind", "above", "with", "near", "against", "eating", "drinking", "playing", "facing", "chasing",
    "hanging from", "surrounded by", "between", "hugging", "over",
]  # fmt: skip

# How several of one subject stand together when the prompt says so.
Arrangement = Literal["row", "flock", "pile", "ring", "crowd", "grid", "stack", "close"]

# What a drawn medium is called; `photo` is the look a photograph is approximated by.
MediumName = Literal[
    "flat", "sticker", "logo", "ink", "comic", "watercolour", "product", "minimalist", "poster", "photo", "painting",
    "pencil", "charcoal", "isometric", "pixel art", "paper cut", "stained glass", "low poly", "blueprint", "chalkboard",
]  # fmt: skip

LetteringRole = Literal[
    "caption", "title", "subtitle", "logo", "sign", "neon", "label", "balloon", "icing", "plain",
    "shop front", "cover", "t-shirt", "chalkboard", "note", "plate", "screen",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that was named: the words for it and sRGB 0 to 255 each."""

    name: str
    rgb: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to be drawn.

    `noun` is the singular as it was named with what belongs to its name ("red panda", "coffee mug", "trench coat");
    `head` is its last word ("panda", "mug", "coat"). `colours` belong to the whole, `parts` to named parts
    ("green eyes" of a cat gives parts {"eyes": green}).
    """

    id: int
    noun: str
    head: str
    count: int = 1
    colours: tuple[Colour, ...] = ()
    parts: tuple[tuple[str, Colour], ...] = ()
    size: Literal["tiny", "small", "medium", "large", "giant"] = "medium"
    material: str | None = None
    pattern: str | None = None
    age: Literal["baby", "child", "young", "adult", "elderly"] | None = None
    gender: Literal["female", "male"] | None = None
    origin: str | None = None  # "japanese", "african": clothes, skin and architecture may follow it
    expression: str | None = None  # "happy", "sad", "angry", "surprised", "calm", "sleepy", "wink", "knowing smile"
    action: str | None = None  # the verb's base form: "run", "sit", "stand", "fly", "sleep", "inspect", "munch"
    adjectives: tuple[str, ...] = ()  # every other adjective, lower case: "rustic", "glazed", "matte", "fluffy"
    arrangement: Arrangement | None = None  # how several of it stand together: "a row of houses", "ducks in a row"
    backdrop: bool = False  # named as part of the background, not as what the picture is of


@dataclass(frozen=True, slots=True)
class Relation:
    """`a` wearing / on / left of `b`; both are ids of subjects."""

    kind: RelationKind
    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words that must stand in the picture, exactly as they were asked for.

    `style` holds the typographic words of the prompt ("bold", "sans-serif", "script", "neon", "vintage").
    `host` is the subject that carries it, `position` where it stands ("top", "bottom", "centre", ...).
    """

    text: str
    role: LetteringRole = "plain"
    style: tuple[str, ...] = ()
    host: int | None = None
    position: str | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: `name` of a setting ("workshop", "street", "beach", "studio", "forest"), or None for none named.

    `surface` is what the subject stands on when the prompt says so ("concrete", "wooden table", "grass").
    """

    name: str | None = None
    weather: Literal["clear", "rain", "snow", "fog", "storm", "wind", "cloudy"] | None = None
    season: Literal["spring", "summer", "autumn", "winter"] | None = None
    time: Literal["dawn", "morning", "day", "golden hour", "sunset", "dusk", "night"] | None = None
    surface: str | None = None
    words: tuple[str, ...] = ()  # adjectives of the place: "rustic", "sun-drenched", "desolate"


@dataclass(frozen=True, slots=True)
class Light:
    """`kind`: softbox, golden hour, noir, moonlight, neon, overcast, window, candle, studio, day ..."""

    kind: str | None = None
    direction: Literal["left", "right", "top", "back", "front"] | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Camera:
    """`framing`: close-up | bust | medium | full | wide; `angle`: eye | high | low | top | isometric."""

    framing: Literal["close-up", "bust", "medium", "full", "wide"] | None = None
    angle: Literal["eye", "high", "low", "top", "isometric"] | None = None
    lens_mm: int | None = None
    bokeh: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """Where the subject stands, and what the frame is.

    `anchor` is one of the nine places ("bottom right", "centre", "left" ...). `panels` is the number of comic panels.
    """

    anchor: str | None = None
    negative_space: bool = False
    symmetrical: bool = False
    panels: int = 1
    aspect: str | None = None  # a ratio the words ask for: "1:1", "16:9", "3:4"


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a prompt asks for. `subjects[i].id == i`; the first one that is no backdrop leads."""

    prompt: str
    subjects: tuple[Subject, ...] = ()
    relations: tuple[Relation, ...] = ()
    place: Place = field(default_factory=Place)
    light: Light = field(default_factory=Light)
    camera: Camera = field(default_factory=Camera)
    composition: Composition = field(default_factory=Composition)
    medium: MediumName | None = None  # None: none named, the engine chooses
    medium_words: tuple[str, ...] = ()  # "kawaii", "vintage", "noir", "manga", "bold outlines", "cel shading"
    lettering: tuple[Lettering, ...] = ()
    palette: tuple[Colour, ...] = ()  # colour scheme of the whole: "black and white", "pastel colours"
    background: Colour | None = None  # "the background must be white"
    monochrome: bool = False
    mood: tuple[str, ...] = ()  # "serene", "dramatic", "somber", "cheerful"
    theme: str | None = None  # "coffee shop" of a logo for a coffee shop; what an emblem is about
    unread: tuple[str, ...] = ()  # content words that nothing was made of
