"""Reads [local] and PINXIT_LOCAL_<NAME>: how open-weights models run on this machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from pinxit.local import Local, Precision, Quantisation
from pinxit.settings.document import Document
from pinxit.settings.faults import SettingError, suggest
from pinxit.settings.references import follow, is_open
from pinxit.settings.shapes import NUMBER, PATH, SIZE, SWITCH, TEXT, WHOLE, WORD, WORDS, Shape, join_words
from pinxit.upstreams import Secret

TABLE = "local"
_START = "PINXIT_LOCAL_"
_MEGABYTE = 10**6
_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#@]*)?", re.IGNORECASE)
_DEVICE = re.compile(r"cuda:\d{1,3}|mps|cpu", re.ASCII)
_FIELDS: dict[str, Shape] = {
    "models": PATH,
    "hub": TEXT,
    "token": TEXT,
    "devices": WORDS,
    "memory": SIZE,
    "host_memory": SIZE,
    "preload": WORDS,
    "batch": WHOLE,
    "window": NUMBER,
    "threads": WHOLE,
    "patience": NUMBER,
    "precision": WORD,
    "quantise": SWITCH,
    "compile": SWITCH,
    "openvino": SWITCH,
    "step_cache": SWITCH,
    "loras": PATH,
    "safety": SWITCH,
    "watermark": SWITCH,
}


@dataclass(frozen=True, slots=True)
class LocalReading:
    """What was read; `origins` by "local.<name>", `warnings` for whoever looks at the settings."""

    local: Local
    origins: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def read_local(environment: Mapping[str, str], document: Document, data: Path) -> LocalReading:
    """The table, with the environment before it; models are in the `data` directory by default. Raises SettingError.

    A token that cannot be found is a warning: only those who pull a model need it.
    """
    document.check_names((TABLE,), list(_FIELDS))
    _check_variables(environment)
    values: dict[str, Any] = {"models": (data / "models").absolute()}
    origins: dict[str, str] = {}
    for name in _FIELDS:
        if (found := _read_field(environment, document, name)) is not None:
            values[name], origins[f"{TABLE}.{name}"] = found
    reading = LocalReading(Local(**{**values, "token": Secret("")}), origins)
    token = values.get("token")
    return _read_token(reading, token, environment, document) if token else reading


def _check_variables(environment: Mapping[str, str]) -> None:
    known = [f"{_START}{name.upper()}" for name in _FIELDS]
    for name, value in environment.items():
        if name.startswith(_START) and value.strip() and name not in known:
            raise SettingError(f"The variable {name[:80]} is unknown{suggest(name[:80], known)}")


def _read_field(environment: Mapping[str, str], document: Document, name: str) -> tuple[Any, str] | None:
    """A value and where it came from; None where nobody says one. Raises SettingError."""
    variable, place, shape = f"{_START}{name.upper()}", (TABLE, name), _FIELDS[name]
    table = document.table(TABLE)
    text = environment.get(variable, "").strip()
    if not text and name not in table:
        return None
    # The value is not repeated: at the wrong place it may be a token.
    try:
        value = _tidy(name, shape.read_text(text) if text else shape.read_toml(table[name], document))
        wrong = _judge(name, value)
    except (ValueError, OverflowError):
        wrong = f"must be {shape.expected}"
    if wrong:
        raise SettingError(f"{variable} {wrong}.") if text else document.fault(place, wrong)
    return value, f"env {variable}" if text else document.name(place).partition(", [")[0]


def _tidy(name: str, value: Any) -> Any:
    if name == "devices":
        return tuple("cuda:0" if word.lower() == "cuda" else word.lower() for word in value)
    if isinstance(value, Path):
        return value.absolute()  # workers may be started elsewhere
    return value.rstrip("/") if name == "hub" else value


def _differ(words: tuple[str, ...]) -> bool:
    return len(set(words)) == len(words)


_CHOICES: dict[str, tuple[str, ...]] = {
    "precision": get_args(Precision),
    "quantise": get_args(Quantisation),
    **dict.fromkeys(("compile", "openvino", "step_cache", "safety", "watermark"), ("on", "off")),
}
_RULES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "hub": (
        lambda url: bool(_URL.fullmatch(url)),
        'must be an address like "https://huggingface.co", without a user, a password or a query in it',
    ),
    "devices": (
        lambda names: all(map(_DEVICE.fullmatch, names)) and _differ(names),
        'must be a list of different devices, as ["cuda:0", "cuda:1"], ["mps"] or ["cpu"]',
    ),
    "preload": (_differ, 'must be a list of different models, as ["z-image-turbo"]'),
    "memory": (lambda size: size == 0 or size >= _MEGABYTE, 'must be 0, or at least a megabyte, as "12 GB"'),
    "host_memory": (lambda size: size == 0 or size >= _MEGABYTE, 'must be 0, or at least a megabyte, as "12 GB"'),
    "batch": (lambda count: 1 <= count <= 64, "must be 1 to 64 pictures"),
    "window": (lambda seconds: 0 <= seconds <= 10, "must be 0 to 10 seconds"),
    "threads": (lambda count: 0 <= count <= 1024, "must be 0 to 1024"),
    "patience": (lambda seconds: 0 < seconds <= 86_400, "must be more than 0 and up to 86400 seconds"),
}


def _judge(name: str, value: Any) -> str:
    """What is wrong with a value of the right kind; empty: nothing."""
    if name in _CHOICES and value not in _CHOICES[name]:
        told = join_words([f'"{word}"' for word in _CHOICES[name]])
        return f"must be {told}"
    right, told = _RULES.get(name, (lambda _: True, ""))
    return "" if right(value) else told


def _read_token(reading: LocalReading, text: str, environment: Mapping[str, str], document: Document) -> LocalReading:
    place, shown = (TABLE, "token"), f"{TABLE}.token"
    origin = reading.origins[shown]
    named = origin[4:] if origin.startswith("env ") else document.name(place)
    found = follow(text, document, environment)
    warnings = []
    if found.problem:
        warnings.append(f"{named} {found.problem}: models that their owners give to known users only cannot be pulled.")
    elif found.literal and not origin.startswith("env ") and document.path is not None and is_open(document.path):
        warnings.append(
            f"{named} stands in a file that other users of this machine can read: "
            f'run `chmod 600 {document.path}`, or write token = "env:HF_TOKEN".'
        )
    origins = reading.origins if found.literal else {**reading.origins, shown: found.origin}
    return replace(reading, local=replace(reading.local, token=found.secret), origins=origins, warnings=tuple(warnings))
