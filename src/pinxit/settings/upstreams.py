"""Reads the upstreams: tables of the file, before them PINXIT_UPSTREAMS_<NAME>_<FIELD>, and Google by its usual key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, get_args

from pinxit.settings.document import Document
from pinxit.settings.faults import SettingError, suggest
from pinxit.settings.gateway import Gateway, SpendCap
from pinxit.settings.models import read_aliases, read_models
from pinxit.settings.references import Found, follow, is_open
from pinxit.settings.shapes import NUMBER, PATH, TEXT, WHOLE, WORD, WORDS, Shape, join_words
from pinxit.upstreams import Kind, Secret, Upstream

GOOGLE_KEYS = ("GEMINI_API_KEY", "GOOGLE_API_KEY")
_START = "PINXIT_UPSTREAMS_"
_USUAL = {"azure": "AZURE_OPENAI_API_KEY", "openai": "OPENAI_API_KEY"}
_OWN_KEYS = "sk-pinxit-"
_GOOGLE = "gemini"
_NANO = 10**9
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}", re.ASCII)
_PREFIX = re.compile(r"sk-pinxit-[\w-]{8}", re.ASCII)
_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#@]*)?", re.IGNORECASE)
_KINDS = get_args(Kind)
_FIELDS: dict[str, Shape] = {
    "kind": WORD,
    "url": TEXT,
    "key": TEXT,
    "models": WORDS,
    "at_once": WHOLE,
    "timeout": NUMBER,
    "project": TEXT,
    "region": TEXT,
    "credentials": PATH,
    "api_version": TEXT,
    "workflow": PATH,
    "certificate": PATH,
    "spend": TEXT,
    "spend_window": WORD,
}
_FILES = ("credentials", "workflow", "certificate")


@dataclass
class _Reading:
    """What is being read, and what was found on the way."""

    environment: Mapping[str, str]
    document: Document
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    caps: dict[str, SpendCap] = field(default_factory=dict)


def read_gateway(environment: Mapping[str, str], document: Document, which: str) -> Gateway:
    """Upstreams, routes and aliases; `which` is "auto", "file" or "off". Raises SettingError."""
    reading = _Reading(environment, document)
    names = list(document.table("upstreams"))
    starts = {_write_start(name) for name in names}
    names += [name for name in dict.fromkeys(_list_named(environment)) if _write_start(name) not in starts]
    upstreams = [_read_upstream(reading, name) for name in names]
    _check_variables(environment, names)
    if which == "auto" and not any(upstream.kind in {"gemini", "vertex"} for upstream in upstreams):
        upstreams += _find_google(reading, names)
    if which == "off":
        return Gateway(aliases=read_aliases(document))
    return Gateway(
        tuple(upstreams),
        read_models(document),
        read_aliases(document),
        reading.caps,
        tuple(reading.problems),
        tuple(reading.warnings),
        reading.origins,
    )


def _list_named(environment: Mapping[str, str]) -> Iterable[str]:
    """Names of upstreams that the environment alone makes, by saying of what kind they are."""
    for name, value in environment.items():
        if name.startswith(_START) and name.endswith("_KIND") and value.strip():
            yield name[len(_START) : -len("_KIND")].lower()


def _check_variables(environment: Mapping[str, str], names: Iterable[str]) -> None:
    known = {f"{_write_start(name)}{field.upper()}" for name in (*names, _GOOGLE) for field in _FIELDS}
    for name, value in environment.items():
        if name.startswith(_START) and value.strip() and name not in known:
            raise SettingError(f"The variable {name[:80]} is unknown{suggest(name[:80], sorted(known))}")


def _write_start(name: str) -> str:
    return f"{_START}{re.sub('[^a-z0-9]', '_', name).upper()}_"


def _find_google(reading: _Reading, names: Iterable[str]) -> list[Upstream]:
    """Google, where its key is in the environment as its own clients want it; not where pinxit's is in its place."""
    if _GOOGLE in names:
        return []
    return [_read_upstream(reading, _GOOGLE, found=True)] if _find_google_key(reading) else []


def _find_google_key(reading: _Reading) -> str:
    """The variable that holds it; empty: none does."""
    environment = reading.environment
    names = (name for name in GOOGLE_KEYS if environment.get(name, "").strip() and not _is_own(environment[name]))
    return next(names, "")


def _is_own(key: str) -> bool:
    return key.strip().startswith(_OWN_KEYS)


def _read_upstream(reading: _Reading, name: str, *, found: bool = False) -> Upstream:
    document, place = reading.document, ("upstreams", name)
    if not _NAME.fullmatch(name):
        raise document.fault(place, "must be named with up to 40 small letters, digits, dots, dashes and underscores")
    document.check_names(place, [*_FIELDS, "keys"])
    values = {field: value for field in _FIELDS if (value := _read_field(reading, name, field)) is not None}
    kind = values.setdefault("kind", name)
    if found:
        values.setdefault("key", f"env:{_find_google_key(reading)}")
    if kind not in _KINDS:
        told = join_words([f'"{kind}"' for kind in _KINDS])
        raise document.fault((*place, "kind"), f"must be {told}")
    _read_cap(reading, name, values.pop("spend", None), values.pop("spend_window", None))
    for file in _FILES:
        if file in values and not values[file].is_file():
            reading.problems.append(f"{document.name((*place, file))}: there is no file {values[file]}.")
    values["key"] = _read_key(reading, name, kind, values)
    return Upstream(name, **values, keys=_read_keys(reading, name))


def _read_field(reading: _Reading, name: str, field: str) -> Any:
    """A value, or None where nobody says one. Raises SettingError."""
    document, place, shape = reading.document, ("upstreams", name, field), _FIELDS[field]
    variable = f"{_write_start(name)}{field.upper()}"
    if text := reading.environment.get(variable, "").strip():
        try:
            value, where = shape.read_text(text), f"env {variable}"
        except ValueError:
            raise SettingError(f"{variable} must be {shape.expected}.") from None
    elif field in document.table(*place[:2]):
        said, where = document.table(*place[:2])[field], document.name(place).partition(", [")[0]
        try:
            value = said if field == "spend" else shape.read_toml(said, document)
        except ValueError:
            raise document.fault(place, f"must be {shape.expected}") from None
    else:
        return None
    if wrong := _judge(field, value):
        raise SettingError(f"{variable} {wrong}.") if where == f"env {variable}" else document.fault(place, wrong)
    reading.origins[".".join(place)] = where
    return value.rstrip("/") if field == "url" else value


def _judge(field: str, value: Any) -> str:
    """What is wrong with a value of the right kind; empty: nothing. The value is not repeated: it may be a key."""
    if field == "url" and not _URL.fullmatch(value):
        return 'must be an address like "https://images.example.com", without a user, a password or a query in it'
    if field == "at_once" and not 1 <= value <= 10_000:
        return "must be 1 to 10000 pictures"
    if field == "timeout" and not 0 < value <= 3600:
        return "must be more than 0 and up to 3600 seconds"
    if field == "spend" and _count_dollars(value) is None:
        return "must be an amount of dollars, as 50.0"
    if field == "spend_window" and value not in {"day", "month"}:
        return 'must be "day" or "month"'
    return ""


def _count_dollars(value: Any) -> int | None:
    """An amount in billionths of a dollar; None for what is none."""
    try:
        amount = Decimal(value) if isinstance(value, str | int | Decimal) and not isinstance(value, bool) else None
        if amount is None or not 0 <= amount <= 10**9:
            return None
        return int(amount * _NANO)
    except (ArithmeticError, ValueError):
        return None


def _read_cap(reading: _Reading, name: str, spend: Any, window: str | None) -> None:
    place = ("upstreams", name, "spend_window")
    if spend is not None:
        reading.caps[name] = SpendCap(_count_dollars(spend) or 0, window or "month")
    elif window is not None:
        raise reading.document.fault(place, "says nothing without `spend`, an amount of dollars")


def _read_key(reading: _Reading, name: str, kind: str, values: Mapping[str, Any]) -> Secret:
    place = ("upstreams", name, "key")
    if text := values.get("key", ""):
        return _note(reading, place, follow(text, reading.document, reading.environment), values)
    if kind == "azure" or (kind == "openai" and not values.get("url")):
        wanted = f'write key = "env:{_USUAL[kind]}"'
        reading.problems.append(f"{reading.document.name(place)} is missing: {wanted}, or name another variable.")
    # Google's usual variables are for Google's own address alone: no other server gets what is in them.
    if kind != "gemini" or values.get("url"):
        return Secret("")
    if variable := _find_google_key(reading):
        return _note(reading, place, follow(f"env:{variable}", reading.document, reading.environment), values)
    reading.problems.append(
        f'{reading.document.name(place)} is missing: set GEMINI_API_KEY in the environment, or write key = "env:NAME".'
    )
    return Secret("")


def _read_keys(reading: _Reading, name: str) -> dict[str, Secret]:
    document, place = reading.document, ("upstreams", name, "keys")
    keys = {}
    for prefix, text in document.table(*place).items():
        if not _PREFIX.fullmatch(prefix):
            raise document.fault(
                place, "takes prefixes of pinxit keys as names, 18 characters that `pinxit keys list` shows"
            )
        if not isinstance(text, str):
            raise document.fault((*place, prefix), 'must be "env:NAME", "file:PATH" or a key')
        keys[prefix] = _note(reading, (*place, prefix), follow(text, document, reading.environment), {})
    return keys


def _note(reading: _Reading, place: tuple[str, ...], found: Found, values: Mapping[str, Any]) -> Secret:
    """The secret, with what there is to say about where it came from."""
    document, shown = reading.document, ".".join(place)
    where = reading.origins.get(shown, "")
    named = where[4:] if where.startswith("env ") else document.name(place)
    if found.problem:
        reading.problems.append(f"{named} {found.problem}.")
    elif _is_own(found.secret.reveal()) and not values.get("url"):
        reading.problems.append(f"{named} is a key of pinxit itself, from {found.origin}: the service wants its own.")
        return Secret("")
    if not found.literal:
        reading.origins[shown] = found.origin
    elif not where.startswith("env ") and document.path is not None and is_open(document.path):
        reading.warnings.append(
            f"{named} stands in a file that other users of this machine can read: "
            f'run `chmod 600 {document.path}`, or write key = "env:NAME".'
        )
    return found.secret
