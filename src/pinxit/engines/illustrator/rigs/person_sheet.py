"""What the person rig can do, as cells of contact sheets: poses, outfits, expressions, ages, hair and framings."""

from __future__ import annotations

from collections.abc import Iterator

from pinxit.engines.illustrator.look import Look, Worn
from pinxit.engines.illustrator.rigs.hair import STYLES
from pinxit.engines.illustrator.rigs.person_traits import AGES

Cell = tuple[str, Look]
"""A label and the look to draw under it; `Look.noun` names the thing that draws it."""

VERBS = (
    "stand", "walk", "run", "sit", "read", "dance", "ride", "cook", "paint", "point", "sleep", "wave", "cheer", "hug",
    "kneel", "pray", "meditate", "jump", "climb", "swim", "fly", "kick", "throw", "fight", "carry", "push", "pull",
    "lift", "dig", "sweep", "hammer", "fish", "photograph", "call", "drink", "eat", "write", "think", "clap", "salute",
    "shrug", "bow", "crawl", "crouch", "knit", "sing", "conduct", "surf", "ballet",
)  # fmt: skip
INSTRUMENTS = ("guitar", "violin", "piano", "drum", "flute", "trumpet")
EXPRESSIONS = (
    "neutral", "calm", "happy", "smiling", "knowing smile", "laughing", "sad", "crying", "angry", "grumpy",
    "surprised", "scared", "disgusted", "sleepy", "wink", "shy",
)  # fmt: skip
OUTFITS = (
    "apron", "kimono", "hanbok", "sari", "cheongsam", "dashiki", "poncho", "kilt", "hijab", "turban", "spacesuit",
    "chef whites", "suit of armor", "lab coat", "trench coat", "royal robe", "raincoat", "winter coat",
    "puffer jacket", "leather jacket", "hoodie", "sweater", "suit", "tuxedo", "school uniform", "overalls",
    "police uniform", "firefighter uniform", "scrubs", "safety vest", "tutu", "wedding gown", "ball gown", "dress",
    "karate gi", "ninja suit", "samurai armor", "wizard robe", "superhero suit", "santa suit", "clown suit",
    "wetsuit", "swimsuit", "pajamas", "graduation gown", "cassock",
)  # fmt: skip
BUILDS = ("slim", "heavy", "muscular", "tall", "short")
ORIGINS = ("japanese", "indian", "nigerian", "mexican", "swedish", "italian", "arab", "thai", "navajo")
_HAIR_WORDS = {
    "short": "short hair", "long": "long hair", "parted": "parted", "crop": "buzz cut", "bangs": "bangs",
    "ringlets": "long curly hair", "mop": "messy hair", "slick": "slicked", "wavy": "wavy",
}  # fmt: skip


def cells() -> dict[str, list[Cell]]:
    """Every sheet by its name, each a list of cells."""
    return {
        "person-poses": list(_poses()),
        "person-outfits": [(noun, _of(number, worn=(Worn(noun),))) for number, noun in enumerate(OUTFITS)],
        "person-expressions": [
            (mood, _of(number, expression=mood, framing="bust")) for number, mood in enumerate(EXPRESSIONS)
        ],
        "person-ages": list(_ages()),
        "person-hair": [
            (style, _of(number, adjectives=(_HAIR_WORDS.get(style, style),), framing="bust"))
            for number, style in enumerate(STYLES)
        ],
        "person-framings": list(_framings()),
    }


def _of(number: int, **said: object) -> Look:
    noun = "woman" if number % 2 else "man"
    return Look(noun=noun, seed=40 + number, **said)  # type: ignore[arg-type]


def _poses() -> Iterator[Cell]:
    for number, verb in enumerate(VERBS):
        yield verb, _of(number, pose=verb)
    for number, noun in enumerate(INSTRUMENTS):
        yield f"play the {noun}", _of(number, pose="play", holds=noun)


def _ages() -> Iterator[Cell]:
    for number, age in enumerate(AGES):
        for gender in ("female", "male"):
            yield f"{age} {gender}", Look(noun="person", age=age, gender=gender, seed=60 + number)
    for number, build in enumerate(BUILDS):
        yield build, _of(number, adjectives=(build,))


def _framings() -> Iterator[Cell]:
    for number, origin in enumerate(ORIGINS):
        framing = ("bust", "medium", "full")[number % 3]
        yield f"{origin}, {framing}", _of(number, origin=origin, framing=framing)
