"""Texts of other people in columns of a terminal: nothing that moves the cursor, nothing wider than its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 100
_NARROWEST = 6


def clean(text: str) -> str:
    """A text without what a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """A text in exactly `width` columns, cut with … or filled with blanks; wide characters take two."""
    text = clean(text)
    if _measure(text) > width:
        while text and _measure(text) > width - 1:
            text = text[:-1]
        text += "…"
    blanks = " " * (width - _measure(text))
    return blanks + text if right else text + blanks


def write_table(heads: Sequence[str], rows: Iterable[Sequence[str]], words: int) -> Iterator[str]:
    """Lines of a table: `words` columns to the left, in the room that the numbers, to the right, leave them."""
    table = [list(heads), *(list(map(clean, row)) for row in rows)]
    widths = [max(map(_measure, column)) for column in zip(*table, strict=True)]
    room = WIDTH - sum(widths[words:]) - 2 * (len(widths) - 1)
    for place in range(words):
        widths[place] = min(widths[place], max(_NARROWEST, room // (words - place)))
        room -= widths[place]
    for row in table:
        cells = zip(row, widths, strict=True)
        yield "  ".join(fit(cell, width, right=place >= words) for place, (cell, width) in enumerate(cells)).rstrip()


def _measure(text: str) -> int:
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
