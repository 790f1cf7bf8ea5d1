"""Who is drawn: age, gender, skin, hair, features and mood, read from a `Look` with a trade's defaults behind it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pinxit.engines.illustrator.colours import Rgb, mix, saturate
from pinxit.engines.illustrator.look import Look

_BLACK_HAIR: Rgb = (34, 27, 30)
_BROWN_HAIR: Rgb = (84, 52, 34)
_BLOND_HAIR: Rgb = (222, 176, 98)
_RED_HAIR: Rgb = (176, 78, 34)
_GREY_HAIR: Rgb = (196, 194, 196)
_WHITE_HAIR: Rgb = (236, 232, 226)
_BROWN_EYES: Rgb = (92, 56, 34)
_DARK_EYES: Rgb = (56, 36, 30)
_BLUE_EYES: Rgb = (74, 128, 168)
_GREEN_EYES: Rgb = (92, 132, 84)


@dataclass(frozen=True, slots=True)
class Heritage:
    """Ranges of looks that go with an origin; a family portrait, not a rule: the seed varies within them."""

    skins: tuple[Rgb, ...]
    hairs: tuple[Rgb, ...]
    eyes: tuple[Rgb, ...]
    lids: str = "round"  # round, almond, single
    curl: float = 0.0
    lips: float = 0.0


_EAST = Heritage(((240, 200, 166), (232, 188, 150)), (_BLACK_HAIR,), (_DARK_EYES,), "single")
_SOUTH = Heritage(((178, 122, 84), (158, 104, 70)), (_BLACK_HAIR,), (_DARK_EYES,), "almond")
_SOUTHEAST = Heritage(((214, 160, 118), (198, 144, 102)), (_BLACK_HAIR,), (_DARK_EYES,), "almond")
_BLACK = Heritage(((122, 78, 54), (98, 62, 44), (142, 94, 64)), (_BLACK_HAIR,), (_DARK_EYES,), "round", 1.0, 0.6)
_ARAB = Heritage(((214, 164, 124), (196, 144, 104)), (_BLACK_HAIR, (58, 38, 30)), (_BROWN_EYES,), "almond")
_LATIN = Heritage(((220, 170, 130), (200, 148, 108)), (_BLACK_HAIR, _BROWN_HAIR), (_BROWN_EYES,), "almond")
_NORTH = Heritage(((248, 216, 194), (244, 206, 182)), (_BLOND_HAIR, _BROWN_HAIR, _RED_HAIR), (_BLUE_EYES, _GREEN_EYES))
_MEDITERRANEAN = Heritage(((236, 190, 152), (226, 178, 140)), (_BROWN_HAIR, _BLACK_HAIR), (_BROWN_EYES, _GREEN_EYES))
_NATIVE = Heritage(((196, 138, 98), (182, 124, 86)), (_BLACK_HAIR,), (_DARK_EYES,), "almond")

_ORIGINS: dict[str, Heritage] = {
    word: heritage
    for words, heritage in (
        ("japanese chinese korean asian taiwanese mongolian tibetan east-asian oriental", _EAST),
        ("indian pakistani bangladeshi tamil nepalese nepali south-asian sri-lankan", _SOUTH),
        (
            "thai vietnamese filipino indonesian balinese malay malaysian cambodian polynesian hawaiian maori",
            _SOUTHEAST,
        ),
        (
            "african black nigerian kenyan ethiopian jamaican african-american ghanaian maasai zulu senegalese somali",
            _BLACK,
        ),
        ("arab arabic arabian egyptian moroccan persian iranian turkish lebanese syrian bedouin afghan saudi", _ARAB),
        ("mexican latino latina hispanic brazilian cuban colombian peruvian latin argentinian puerto-rican", _LATIN),
        ("nordic swedish norwegian danish german dutch irish scottish english british russian american polish", _NORTH),
        ("finnish ukrainian canadian australian european caucasian white viking celtic scandinavian austrian", _NORTH),
        ("french italian spanish greek portuguese mediterranean jewish israeli romanian hungarian", _MEDITERRANEAN),
        ("native native-american navajo cherokee inuit aboriginal inca aztec mayan", _NATIVE),
    )
    for word in words.split()
}
_ANYONE = (_NORTH, _MEDITERRANEAN, _EAST, _BLACK, _LATIN, _SOUTH)


@dataclass(frozen=True, slots=True)
class Mood:
    """A face's muscles. `smile` -1 to 1, `jaw` 0 (closed) to 1 (wide open), `lids` 0 (shut) to 1.3 (wide)."""

    smile: float = 0.25
    jaw: float = 0.0
    lids: float = 1.0
    squint: float = 0.0
    brow_in: float = 0.0  # up
    brow_out: float = 0.0
    skew: float = 0.0  # one corner of the mouth higher
    teeth: bool = True
    wink: bool = False


_MOODS: tuple[tuple[str, Mood], ...] = (
    ("neutral stern serious stoic focused determined confident", Mood(smile=0.12, brow_in=-0.1)),
    ("calm peaceful serene content relaxed dreamy", Mood(smile=0.35, lids=0.72, brow_in=0.1)),
    ("happy joyful cheerful smiling excited delighted playful", Mood(smile=0.9, jaw=0.38, squint=0.35, brow_out=0.25)),
    ("smile warm gentle friendly kind grateful proud", Mood(smile=0.8, squint=0.3, lids=0.92, brow_in=0.4)),
    ("knowing wise smirk mischievous sly", Mood(smile=0.85, squint=0.45, lids=0.84, skew=0.35, brow_in=0.5,
     brow_out=0.12)),
    ("laughing laugh", Mood(smile=1.0, jaw=0.8, lids=0.05, squint=0.8, brow_out=0.35)),
    ("sad melancholic lonely crying worried", Mood(smile=-0.65, lids=0.8, brow_in=0.75, brow_out=-0.3)),
    ("angry furious mad fierce", Mood(smile=-0.6, jaw=0.12, lids=0.85, squint=0.4, brow_in=-0.9, brow_out=0.5)),
    ("surprised shocked astonished amazed curious", Mood(smile=0.05, jaw=0.62, lids=1.3, brow_in=0.8, brow_out=0.8,
    teeth=False)),
    ("scared afraid terrified frightened", Mood(smile=-0.4, jaw=0.4, lids=1.3, brow_in=0.95, brow_out=0.1)),
    ("sleepy tired sleeping asleep", Mood(smile=0.15, lids=0.0, brow_in=0.1)),
    ("wink winking", Mood(smile=0.85, squint=0.2, skew=0.4, wink=True, brow_out=0.2)),
)  # fmt: skip
_MOOD_OF = {word: mood for words, mood in _MOODS for word in words.split()}

_HAIR_WORDS: dict[str, Rgb] = {
    "blond": _BLOND_HAIR, "blonde": _BLOND_HAIR, "brunette": _BROWN_HAIR, "redhead": _RED_HAIR, "ginger": _RED_HAIR,
    "red-haired": _RED_HAIR, "black-haired": _BLACK_HAIR, "grey-haired": _GREY_HAIR, "gray-haired": _GREY_HAIR,
    "white-haired": _WHITE_HAIR, "brown-haired": _BROWN_HAIR, "blonde-haired": _BLOND_HAIR,
}  # fmt: skip
_STYLE_WORDS = {
    "bald": "bald", "long-haired": "long", "short-haired": "short", "curly": "curly", "curly-haired": "curly",
    "ponytailed": "ponytail", "braided": "braids", "pigtailed": "pigtails", "afro": "afro", "spiky": "spiky",
}  # fmt: skip
_BEARDS = {"bearded": "full", "moustached": "moustache", "mustached": "moustache", "unshaven": "stubble"}
_FEMALE = {"woman", "girl", "lady", "female", "mother", "grandmother", "queen", "princess", "witch", "fairy", "mermaid"}


@dataclass(frozen=True, slots=True)
class Trade:
    """What a kind of person is like unless the prompt says otherwise. `wears`: clothes, each `noun` or `noun#hex`."""

    wears: tuple[str, ...] = ()
    gender: str | None = None
    age: str | None = None
    pose: str | None = None
    mood: str | None = None
    style: str | None = None
    beard: str | None = None
    hair: Rgb | None = None
    skin: Rgb | None = None
    origin: str | None = None
    tool: str | None = None
    extra: tuple[str, ...] = field(default=())  # drawn by the rig: "wings", "tail", "board"


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the rigs need to know of a person but clothes and pose."""

    age: str
    female: bool
    skin: Rgb
    hair: Rgb
    style: str
    beard: str
    iris: Rgb
    heritage: Heritage
    mood: Mood
    old: float  # 0 to 1: wrinkles
    cute: bool
    distant: bool = False  # drawn small, as a whole figure: features are larger and simpler

    @property
    def small(self) -> bool:
        """A baby or a child?"""
        return self.age in {"baby", "child"}

    @property
    def blush(self) -> Rgb:
        """The skin where blood is close."""
        return mix(self.skin, (214, 82, 70), 0.45)

    @property
    def shade(self) -> Rgb:
        """The skin in half-shadow: darker, warmer, never grey."""
        return saturate(mix(self.skin, (104, 46, 44), 0.42), 1.12)

    @property
    def deep(self) -> Rgb:
        """The skin's darkest creases."""
        return mix(self.skin, (66, 24, 26), 0.72)


def describe(look: Look, trade: Trade | None = None) -> Person:
    """The person a look asks for; what neither look nor trade says is drawn by lot from the seed."""
    trade = trade or Trade()
    lot = look.random("person")
    age = look.age or trade.age or "adult"
    gender = look.gender or trade.gender or ("female" if lot.random() < 0.5 else "male")
    female = gender == "female"
    heritage = _heritage(look.origin or trade.origin) or _ANYONE[lot.randrange(len(_ANYONE))]
    skin = look.part("skin", trade.skin or lot.choice(heritage.skins))
    old = {"elderly": 1.0, "adult": 0.03 if female else 0.13}.get(age, 0.0)
    if look.has("wrinkled", "weathered", "aged", "sun-etched"):
        old = max(old, 0.8)
    hair = trade.hair or lot.choice(heritage.hairs)
    if age == "elderly":
        hair = _WHITE_HAIR if lot.random() < 0.5 else _GREY_HAIR
    hair = next((rgb for word, rgb in _HAIR_WORDS.items() if look.has(word)), hair)
    return Person(
        age, female, skin, look.part("hair", hair), _style(look, trade, age, female=female), _beard(look, trade),
        look.part("eyes", lot.choice(heritage.eyes)), heritage, _mood(look, trade), old, look.cute,
        look.framing != "bust",
    )  # fmt: skip


def _heritage(origin: str | None) -> Heritage | None:
    for word in (origin or "").lower().replace("_", "-").split():
        if word in _ORIGINS:
            return _ORIGINS[word]
    return None


def _mood(look: Look, trade: Trade) -> Mood:
    words = (look.expression or "").split() or list(look.adjectives)
    for word in (*words, trade.mood or ""):
        if word in _MOOD_OF:
            return _MOOD_OF[word]
    return (
        _MOOD_OF["sleepy"]
        if look.pose in {"sleep", "meditate"}
        else Mood(smile=0.6, squint=0.1, brow_in=0.25, brow_out=0.1)
    )


def _style(look: Look, trade: Trade, age: str, *, female: bool) -> str:
    for word, style in _STYLE_WORDS.items():
        if look.has(word):
            return style
    if trade.style:
        return trade.style
    lot = look.random("hair")
    origin = _heritage(look.origin or trade.origin)
    if age == "baby":
        return "wisp"
    if origin and origin.curl:
        return lot.choice(("afro", "bun", "braids")) if female else lot.choice(("crop", "crop", "afro"))
    if age == "child":
        return (
            lot.choice(("bob", "pigtails", "ponytail", "braids", "long"))
            if female
            else lot.choice(("mop", "short", "curly", "parted", "spiky"))
        )
    if age == "elderly":
        return "bun" if female else lot.choice(("receding", "receding", "short"))
    return (
        lot.choice(("long", "bob", "bun", "ponytail", "wavy", "braids"))
        if female
        else lot.choice(("short", "parted", "curly", "mop"))
    )


def _beard(look: Look, trade: Trade) -> str:
    for word, beard in _BEARDS.items():
        if look.has(word):
            return beard
    if any(name == "beard" for name, _ in look.parts):
        return "full"
    if any(name in {"moustache", "mustache"} for name, _ in look.parts):
        return "moustache"
    return trade.beard or ""
