"""Facts and installed models as JSON, and what of it is believed when it is read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from pinxit.weights.facts import Facts, Installed

LARGEST = 4_000_000
"""Bytes of a JSON file that is read; the largest that real models have, the index of many tensors, has some 200 kB."""

_KINDS = {field.name: type(getattr(Facts("", "", ""), field.name)) for field in fields(Facts)}


_LIMITS = (
    ("side", 16, 16_384),
    ("multiple", 1, 1_024),
    ("smallest", 16, 16_384),
    ("largest", 16, 16_384),
    ("steps", 1, 1_000),
    ("most_steps", 1, 1_000),
    ("guidance", 0, 100),
    ("sources", 0, 64),
)


def read_json(path: Path, largest: int = LARGEST) -> dict[str, Any]:
    """The object in a JSON file. Raises ValueError with a sentence that names the file, OSError where it is not."""
    with path.open("rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise ValueError(f"{path.name} is larger than {largest:,} bytes.")
    return parse_json(data, path.name)


def parse_json(data: bytes, name: str) -> dict[str, Any]:
    """An object out of bytes. Raises ValueError that names the file."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise ValueError(f"{name} is not JSON.") from None
    if not isinstance(found, dict):
        raise ValueError(f"{name} does not hold a JSON object.")
    return found


def read_facts(found: Mapping[str, Any], name: str = "") -> Facts:
    """Facts out of a table; what this version does not know is left out. Raises ValueError naming what is wrong."""
    taken: dict[str, Any] = {"name": name} if name else {}
    for key, kind in _KINDS.items():
        if key in found:
            taken[key] = _read_field(key, kind, found[key])
    for key in ("name", "title", "pipeline"):
        if not taken.get(key):
            raise ValueError(f"{key} is missing.")
    facts = Facts(**taken)
    for key, low, high in _LIMITS:
        if not low <= getattr(facts, key) <= high:
            raise ValueError(f"{key} must be {low} to {high}, not {getattr(facts, key)}.")
    return facts


def _read_field(key: str, kind: type, value: Any) -> Any:
    if key == "aliases" and _is_list(value, str):
        return tuple(value)
    if key == "call":
        pairs = value.items() if isinstance(value, Mapping) else value if isinstance(value, list) else [None]
        read = tuple(map(_read_pair, pairs))
        if None not in read:
            return read
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if kind is int and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if kind is bool and isinstance(value, bool):
        return value
    if kind is str and isinstance(value, str) and len(value) <= 300 and value.isprintable():
        return value
    raise ValueError(f"{key} must not be {str(value)[:40]!r}.")


def _is_list(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(each, kind) for each in value)


def _read_pair(pair: Any) -> tuple[str, Any] | None:
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        return None
    key, value = pair
    return (key, value) if isinstance(key, str) and isinstance(value, str | int | float | bool) else None


def write_entry(installed: Installed, about: Mapping[str, Any], root: Path) -> bytes:
    """An entry of the register; `about` is what the shelf keeps besides. What lies below `root` is named from there."""

    def name(path: Path | None) -> str | None:
        if path is None:
            return None
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    whole = {
        "facts": asdict(installed.facts),
        "path": name(installed.path),
        "preview": name(installed.preview),
        "config": name(installed.config),
        "files": dict(installed.files),
        **about,
    }
    return json.dumps(whole, indent=2).encode()


def read_entry(data: bytes, name: str, root: Path) -> tuple[Installed, dict[str, Any]]:
    """An entry of the register, and what else it says. Raises ValueError with a sentence."""
    found = parse_json(data, name)
    facts, path, files = found.get("facts"), found.get("path"), found.get("files", {})
    if not isinstance(facts, dict) or not isinstance(path, str) or not isinstance(files, dict):
        raise ValueError(f"{name} is no entry of a model.")
    others = [found.get(key) for key in ("preview", "config")]
    preview, config = (root / other if isinstance(other, str) else None for other in others)
    checked = tuple((str(key), str(value)) for key, value in files.items())
    return Installed(read_facts(facts), root / path, preview, config, checked), found
