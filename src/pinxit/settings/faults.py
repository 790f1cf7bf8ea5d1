"""What is wrong with a setting, said so that it can be mended."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class SettingError(ValueError):
    """A setting is wrong; the message names it and says what would be right."""


class WrongValue(SettingError):
    """The setting `name` has a wrong value. `reason` goes on where its name ends: "must be 1 to 512, not 0"."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"PINXIT_{name.upper()} {reason}.")
        self.name = name
        self.reason = reason


def suggest(word: str, known: Iterable[str]) -> str:
    """What may have been meant ("; did you mean `kind`?"), else what there is."""
    names = list(known)
    near = get_close_matches(word, names, n=1) or get_close_matches(word.lower(), names, n=1)
    return f"; did you mean `{near[0]}`?" if near else f"; known: {', '.join(names)}."
