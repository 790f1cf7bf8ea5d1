"""pinxit.toml as it was read: its tables, and on which line something stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from pinxit.settings.faults import SettingError, suggest

NAME = "pinxit.toml"
_LARGEST = 2**20  # bytes
_Place = tuple[str, ...]
_KEY_LIKE = re.compile(r"(?=.*[A-Z])(?=.*\d)\S{20,}|[0-9a-f]{24,}|sk-.*", re.DOTALL)


class Document:
    """A file of settings. Its errors name file, line, table and key, and never a value: it may be a secret."""

    def __init__(self, path: Path | None = None, text: str = "") -> None:
        """Raises SettingError where the text is no TOML; `path` None is a document that says nothing."""
        self.path = path
        self._text = text
        try:
            self.tables: Mapping[str, Any] = tomllib.loads(text, parse_float=Decimal)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise SettingError(f"{path} is no TOML: {error}.") from None

    @classmethod
    def open(cls, path: Path) -> Document:
        """Raises SettingError where the file cannot be read."""
        try:
            if path.stat().st_size > _LARGEST:
                raise SettingError(f"{path} is larger than a megabyte: that is no file of settings.")
            return cls(path, path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise SettingError(f"The settings file {path} cannot be read: {error.strerror}.") from None
        except UnicodeDecodeError:
            raise SettingError(f"The settings file {path} is not in UTF-8.") from None

    def table(self, *place: str) -> Mapping[str, Any]:
        """The table at a place; empty where there is none. Raises SettingError where something else is."""
        found: Any = self.tables
        for depth, name in enumerate(place):
            found = found.get(name, {})
            if not isinstance(found, dict):
                raise self.fault(place[: depth + 1], f"must be a table: [{write_place(place[: depth + 1])}]")
        return found  # type: ignore[no-any-return]

    def check_names(self, place: _Place, known: Iterator[str] | list[str]) -> None:
        """Raise SettingError for the first name in this table that nobody knows."""
        names = list(known)
        for name in self.table(*place):
            if name not in names:
                raise self.fault((*place, name), f"is unknown{suggest(name, names)}")

    def resolve(self, text: str) -> Path:
        """A path as the file means it: `~` is the user's directory, and others begin where the file is."""
        path = Path(text).expanduser()
        return path if self.path is None else self.path.parent / path

    def name(self, place: _Place) -> str:
        """Where something is: "pinxit.toml, line 12, [upstreams.gemini] url"."""
        line = self._find_line(place)
        table, key = place[:-1], write_place(place[-1:])
        if isinstance(self._look(place), dict):
            shown = f"[{write_place(place)}]"
        else:
            shown = f"[{write_place(table)}] {key}" if table else key
        return f"{self.path or NAME}, {f'line {line}, ' if line else ''}{shown}"

    def fault(self, place: _Place, reason: str) -> SettingError:
        """An error to be raised; `reason` goes on where the name of the place ends."""
        return SettingError(f"{self.name(place)} {reason.rstrip('.')}{'' if reason.endswith('?') else '.'}")

    def _look(self, place: _Place) -> Any:
        found: Any = self.tables
        for name in place:
            found = found.get(name) if isinstance(found, dict) else None
        return found

    def _find_line(self, place: _Place) -> int | None:
        """The line of a key or of its table's heading, from 1; else that of the nearest table around it."""
        while place:
            if place in self._lines:
                return self._lines[place]
            place = place[:-1]
        return None

    @cached_property
    def _lines(self) -> dict[_Place, int]:
        lines: dict[_Place, int] = {}
        table: _Place = ()
        for number, line in enumerate(self._text.splitlines(), 1):
            text = line.strip()
            if text.startswith("["):
                table = _read_place(text.partition("#")[0].strip() if '"' not in text else text)
                lines.setdefault(table, number)
            elif "=" in text and not text.startswith("#"):
                lines.setdefault((*table, *_read_place(_cut_key(text) + "= 0")), number)
        return lines


def write_place(place: _Place) -> str:
    """The name of a table or key as TOML has it."""
    return ".".join(name if _is_bare(name) else f'"{name}"' for name in map(_shorten, place))


def _shorten(name: str) -> str:
    # Whoever puts a key where a name belongs should not find it in a log.
    if len(name) > 60 or _KEY_LIKE.fullmatch(name):
        return f"{name[:6]}..."
    return "".join(sign for sign in name if sign.isprintable())


def _is_bare(name: str) -> bool:
    return bool(name) and name.isascii() and name.replace("-", "").replace("_", "").isalnum()


def _cut_key(line: str) -> str:
    quote = line[0]
    if quote in "\"'" and (end := line.find(quote, 1)) > 0:
        return line[: end + 1]
    return line.partition("=")[0]


def _read_place(text: str) -> _Place:
    """The names in a heading or before an equals sign; empty where that is part of something else."""
    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ()
    place: list[str] = []
    while isinstance(found, dict) and found:
        name, found = next(iter(found.items()))
        place.append(name)
    return tuple(place)
