"""Who is drawn: age, gender, skin, hair, features and mood, read from a `Look` with a trade's defaults behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pinxit.engines.illustrator.colours import Rgb, mix, saturate
from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.rigs.moods import PLEASANT, SLEEP, Mood, mood_of

AGES = ("baby", "child", "young", "adult", "elderly")
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


_HAIR_WORDS: dict[str, Rgb] = {
    "blond": _BLOND_HAIR, "blonde": _BLOND_HAIR, "brunette": _BROWN_HAIR, "redhead": _RED_HAIR, "ginger": _RED_HAIR,
    "red-haired": _RED_HAIR, "black-haired": _BLACK_HAIR, "grey-haired": _GREY_HAIR, "gray-haired": _GREY_HAIR,
    "white-haired": _WHITE_HAIR, "brown-haired": _BROWN_HAIR, "blonde-haired": _BLOND_HAIR,
}  # fmt: skip
# Words for hair, the more telling first; a phrase needs all of its words.
_STYLE_WORDS: tuple[tuple[str, str], ...] = tuple(
    (phrase.strip(), style)
    for phrases, style in (
        ("bald, shaved head, hairless", "bald"),
        ("mohawk, mohican", "mohawk"),
        ("dreadlocks, dreadlock, dreads, locs", "dreadlocks"),
        ("afro", "afro"),
        ("ponytail, ponytailed", "ponytail"),
        ("pigtails, pigtailed, bunches", "pigtails"),
        ("braids, braid, braided, plaits, cornrows, plait", "braids"),
        ("topknot, man bun", "topknot"),
        ("bun, chignon, updo", "bun"),
        ("bob", "bob"),
        ("pixie, cropped", "pixie"),
        ("crewcut, crew cut, buzzcut, buzz cut, buzz", "crop"),
        ("spiky, spiked", "spiky"),
        ("short curly", "curly"),
        ("long curly", "ringlets"),
        ("curls, curly, curly-haired, frizzy", "curly"),
        ("wavy, waves", "wavy"),
        ("bangs, fringe", "bangs"),
        ("messy, tousled", "mop"),
        ("slicked, slick", "slick"),
        ("parted", "parted"),
        ("receding, balding", "receding"),
        ("long hair, long-haired, long red, long black, long blonde, long grey, long white, long brown", "long"),
        ("short hair, short-haired", "shorn"),
    )
    for phrase in phrases.split(",")
)
_BEARDS: tuple[tuple[str, str], ...] = (
    ("long beard", "long"), ("bushy beard", "bushy"), ("big beard", "bushy"), ("goatee", "goatee"),
    ("stubble", "stubble"), ("unshaven", "stubble"), ("handlebar", "handlebar"), ("moustache", "moustache"),
    ("mustache", "moustache"), ("moustached", "moustache"), ("mustached", "moustache"), ("sideburns", "stubble"),
    ("beard", "full"), ("bearded", "full"),
)  # fmt: skip
_BUILDS: tuple[tuple[str, str], ...] = tuple(
    (word, build)
    for words, build in (
        ("slim thin skinny slender lean lanky petite gaunt", "slim"),
        ("fat heavy overweight plump chubby obese stout heavyset big-bellied round curvy plus-size", "heavy"),
        ("muscular strong buff brawny athletic beefy burly", "muscular"),
        ("tall", "tall"),
        ("short", "short"),
    )
    for word in words.split()
)
_PLAIN = {"man", "woman", "boy", "girl", "person", "child", "lady", "guy", "gentleman", "baby", "kid", "teenager"}


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
    extra: tuple[str, ...] = field(default=())  # drawn by the rig: "wings", "tail", "board", "paint"
    build: str = ""


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
    freckles: bool = False
    build: str = ""  # slim, heavy, muscular, tall or short
    painted: bool = False  # a clown's face

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


def said(look: Look) -> set[str]:
    """Every word said of a person: "long curly hair" is three of them."""
    words = {word for phrase in look.adjectives for word in phrase.lower().split()}
    return words | set(look.noun.lower().split()[:-1]) | ({look.material} if look.material else set())


def _named(words: set[str], table: Sequence[tuple[str, str]]) -> str | None:
    return next((value for phrase, value in table if set(phrase.split()) <= words), None)


def describe(look: Look, trade: Trade | None = None) -> Person:
    """The person a look asks for; what neither look nor trade says is drawn by lot from the seed."""
    trade = trade or Trade()
    lot = look.random("person")
    words = said(look)
    age = look.age or trade.age or "adult"
    gender = look.gender or trade.gender or ("female" if lot.random() < 0.5 else "male")
    female = gender == "female"
    heritage = _heritage(origin_of(look) or trade.origin) or _ANYONE[lot.randrange(len(_ANYONE))]
    skin = look.part("skin", trade.skin or lot.choice(heritage.skins))
    old = {"elderly": 1.0, "adult": 0.0 if female else 0.1}.get(age, 0.0)
    if words & {"wrinkled", "wrinkles", "weathered", "aged", "sun-etched", "wrinkly"}:
        old = max(old, 0.8)
    hair = trade.hair or lot.choice(heritage.hairs)
    if age == "elderly" and not trade.hair:
        hair = _WHITE_HAIR if lot.random() < 0.5 else _GREY_HAIR
    hair = next((rgb for word, rgb in _HAIR_WORDS.items() if word in words), hair)
    hair = look.part("beard", look.part("moustache", hair)) if age == "elderly" else hair
    return Person(
        age, female, skin, look.part("hair", hair), _style(look, trade, age, female=female),
        _beard(look, trade, grows=not female and age not in {"baby", "child"}),
        look.part("eyes", lot.choice(heritage.eyes)), heritage, _mood(look, trade), old, look.cute,
        look.framing not in {"bust", "medium"}, bool(words & {"freckles", "freckled", "freckle"}),
        _named(words, _BUILDS) or trade.build, "paint" in trade.extra,
    )  # fmt: skip


def origin_of(look: Look) -> str | None:
    """Where a person's family comes from; of a plain person "black" and "white" tell that, not the clothes."""
    if look.origin is None and skin_said(look):
        return "black" if max(look.colours[0]) < 128 else "white"
    return look.origin


def skin_said(look: Look) -> bool:
    """Is the colour said of a person that of the skin?"""
    if not look.colours or look.noun.lower().split()[-1:] == [] or look.noun.lower().split()[-1] not in _PLAIN:
        return False
    red, green, blue = look.colours[0]
    return max(red, green, blue) < 60 or min(red, green, blue) > 235


def _heritage(origin: str | None) -> Heritage | None:
    for word in (origin or "").lower().replace("_", "-").split():
        if word in _ORIGINS:
            return _ORIGINS[word]
    return None


def _mood(look: Look, trade: Trade) -> Mood:
    doing = look.pose if look.pose in {"laugh", "cry", "wink", "smile"} else ""
    mood = mood_of([doing, *(look.expression or "").split()]) or mood_of(sorted(said(look)))
    if mood is None and look.pose in {"sleep", "meditate", "pray", "nap"}:
        return SLEEP
    return mood or mood_of([trade.mood or ""]) or PLEASANT


def _style(look: Look, trade: Trade, age: str, *, female: bool) -> str:
    named = _named(said(look), _STYLE_WORDS)
    if named == "shorn":
        return "pixie" if female else "short"
    if named:
        return named
    if trade.style:
        return trade.style
    lot = look.random("hair")
    choices: tuple[str, ...]
    origin = _heritage(origin_of(look) or trade.origin)
    if age == "baby":
        return "wisp"
    if origin and origin.curl:
        return lot.choice(("afro", "bun", "braids", "curly")) if female else lot.choice(("crop", "crop", "afro"))
    if age == "child":
        choices = ("bob", "pigtails", "ponytail", "braids", "bangs") if female else ("mop", "short", "curly", "parted")
    elif age == "elderly":
        choices = ("bun", "bob", "pixie") if female else ("receding", "receding", "short", "bald")
    else:
        choices = ("long", "bob", "bun", "ponytail", "wavy", "bangs") if female else ("short", "parted", "slick", "mop")
    return lot.choice(choices)


def _beard(look: Look, trade: Trade, *, grows: bool) -> str:
    words = said(look) | {name for name, _ in look.parts}
    return _named(words, _BEARDS) or (trade.beard if grows else None) or ""
