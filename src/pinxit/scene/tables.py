"""The reader's word lists: TOML beside this module, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Mapping[str, Any]:
    """Give the table of that name ("colours", "places" ...) as it stands in data/."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))


def names(text: str) -> Iterator[str]:
    """Split a block of names at white space; "_" stands for the space inside of one."""
    return (name.replace("_", " ") for name in text.split())


def listed(text: str) -> Iterator[str]:
    """Split a block of phrases at semicolons."""
    return (phrase for part in text.split(";") if (phrase := " ".join(part.split())))


def inverted(table: Mapping[str, str]) -> dict[str, str]:
    """Turn canonical -> "alias alias" round."""
    return {alias: name for name, aliases in table.items() for alias in names(aliases)}


@cache
def kind_of() -> Mapping[str, frozenset[str]]:
    """Give kind of noun -> its words: person, animal, part, clothing, surface, enterable, food, measure ..."""
    return {kind: frozenset(names(text)) for kind, text in load("nouns")["kinds"].items()}


def is_a(noun: str, head: str, *kinds: str) -> bool:
    """Say whether a noun, or else its head, is of one of these kinds."""
    return any(noun in kind_of()[kind] or head in kind_of()[kind] for kind in kinds)


@cache
def places() -> Mapping[str, tuple[str, str]]:
    """Give alias -> (land | inside | built, canonical name) of every setting."""
    found: dict[str, tuple[str, str]] = {}
    for group in ("land", "inside", "built"):
        found.update({alias: (group, name) for alias, name in inverted(load("places")[group]).items()})
    return found


@cache
def scenery() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give phrase -> ((section, canonical), ...): what it says of weather, time, light, camera, medium ..."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for section, table in load("surroundings").items():
        if section == "lone_aspect":
            continue
        for canonical, phrases in table.items():
            for phrase in listed(phrases):
                found[phrase] = (*found.get(phrase, ()), (section, canonical))
    return found


@cache
def adjectives() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give describing word -> ((field, value), ...): size, material, pattern, age, weather, mood ..."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    table = load("adjectives")
    sections: Iterable[tuple[str, Mapping[str, str]]] = [
        *((name, part) for name, part in table.items() if name not in {"condition", "stuff"}),
        *table["condition"].items(),
    ]
    for section, part in sections:
        for canonical, words in part.items():
            for word in names(words):
                value = word if canonical == "words" else canonical
                found[word] = (*found.get(word, ()), (section, value))
    return found


@cache
def arrangements() -> Mapping[str, str]:
    """Give a word for a formation -> how its members stand: "herd" -> "crowd"."""
    return inverted(load("nouns")["arrangements"])


@cache
def materials() -> frozenset[str]:
    """Give the canonical names of materials: wood, glass, gold ..."""
    return frozenset(load("adjectives")["material"])


@cache
def word_set(table: str, *path: str) -> frozenset[str]:
    """Give the block of names at a path of a table as a set."""
    block: Any = load(table)
    for step in path:
        block = block[step]
    return frozenset(names(block))
