"""What kinds of values settings have, as a text of the environment and as TOML has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pinxit.settings.document import Document

_UNITS = {
    "": 1,
    "B": 1,
    **{f"{letter}B": 1000**power for power, letter in enumerate("KMGT", 1)},
    **{f"{letter}IB": 1024**power for power, letter in enumerate("KMGT", 1)},
}
_SIZE = re.compile(r"(\d{1,15}(?:\.\d{1,9})?) ?([KMGT]?I?B|)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of values. Both readers raise ValueError for what is none of it; `expected` says what would be one."""

    expected: str
    read_text: Callable[[str], Any]
    read_toml: Callable[[Any, Document], Any]


def _is(value: Any, *kinds: type) -> Any:
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise ValueError
    return value


def _read_number(value: Any, _: Document) -> float:
    return float(_is(value, int, Decimal))


def _read_switch(value: Any, _: Document) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(_is(value, str)).lower()


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _read_words(value: Any, _: Document) -> tuple[str, ...]:
    if isinstance(value, str):
        return _split(value)
    words = _is(value, list)
    if not all(isinstance(word, str) and word.strip() for word in words):
        raise ValueError
    return tuple(word.strip() for word in words)


def _read_size(text: str) -> int:
    """ "12 GB" as bytes; a GB has 1000 MB, a GiB 1024 MiB."""
    found = _SIZE.fullmatch(text.strip())
    if not found or found[2].upper() not in _UNITS:
        raise ValueError
    return int(Decimal(found[1]) * _UNITS[found[2].upper()])


def _read_any_size(value: Any, _: Document) -> int:
    return _read_size(value) if isinstance(value, str) else int(_is(value, int))


def _expand(text: str) -> Path:
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # "~nobody"
        raise ValueError from None
    if "\0" in text:
        raise ValueError
    return path


def _read_place(value: Any, document: Document) -> str:
    text = str(_is(value, str)).strip()
    return text if not text or ":" in text else str(document.resolve(text))


WHOLE = Shape("a number", int, lambda value, _: int(_is(value, int)))
NUMBER = Shape("a number", float, _read_number)
TEXT = Shape('a text in quotes, as "this"', str, lambda value, _: str(_is(value, str)).strip())
WORD = Shape('a word in quotes, as "this"', str.lower, lambda value, _: str(_is(value, str)).strip().lower())
SIZE = Shape('a size, as "12 GB", "800 MB" or a number of bytes', _read_size, _read_any_size)
SWITCH = Shape("true or false", str.lower, _read_switch)
WORDS = Shape('a list of texts, as ["this", "that"]', _split, _read_words)
PATH = Shape("a path", _expand, lambda value, at: at.resolve(str(_expand(_is(value, str).strip()))))
PLACE = Shape("a path or an address", str, _read_place)


def join_words(words: Sequence[str]) -> str:
    """ "a, b or c"."""
    return " or ".join(", ".join(words).rsplit(", ", 1))
