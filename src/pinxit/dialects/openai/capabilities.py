"""What services publish of their models' abilities, as cards: pinxit's own way (`?schema=true`) and OpenRouter's.

Everything is optional and may be of any kind: what cannot be read is left as it is for a model nobody described.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, TypeVar

from pinxit.core.engine import Choice, ModelCard, Option, Span, Text
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PARTIALS, MAX_PIXELS, MAX_SIDE, Format, Quality, Size, Tier
from pinxit.core.sizes import Native, load_tiers, read_size
from pinxit.dialects.openai.asking import Habits, Shape
from pinxit.dialects.openai.models import EditRequest

_Word = TypeVar("_Word", Format, Quality)
_OURS = (
    "response_format",
    "seed",
    "output_compression",
    "user",
    "resolution",
    "quality",
    "background",
    "output_format",
)
_THEIRS = ("quality", "background", "output_format", "output_compression", "seed")
# What is no option of a model: fields that every model may have, and those that the card has elsewhere.
_USUAL = {
    *_OURS,
    *("title", "deterministic", "native_sizes", "source_images", "mask", "partial_images", "n", "size", "aspect_ratio"),
    "input_references",
    *(set(EditRequest.model_fields) - {"complexity", "style", "moderation", "input_fidelity"}),
}
_MOST_SOURCES = 16


@dataclass(frozen=True, slots=True)
class Known:
    """A model of a service: what it can do, and how it wants to be asked."""

    card: ModelCard
    habits: Habits


def read_known(told: Mapping[str, Any], plain: Known) -> Known | None:
    """What an entry of a list of models says of one, upon what is known of it anyway; None where it says nothing."""
    card = replace(plain.card, **_read_dates(told))
    ours, theirs = told.get("capabilities"), told.get("supported_parameters")
    if isinstance(ours, dict) and isinstance(ours.get("native_sizes"), dict):
        return _read_ours(ours, replace(plain, card=card))
    if isinstance(theirs, dict):
        return _read_theirs(told, theirs, replace(plain, card=card))
    return None


def _read_ours(told: Mapping[str, Any], plain: Known) -> Known:
    """pinxit's own words, which `describe_card` writes."""
    formats = _words(Format, told, "output_format")
    partials = min(MAX_PARTIALS, _most(told, "partial_images"))
    card = replace(
        plain.card,
        title=str(told.get("title") or plain.card.title)[:200],
        deterministic=told.get("deterministic") is True,
        formats=_add_usual(formats),
        qualities=_words(Quality, told, "quality") or plain.card.qualities,
        transparency="transparent" in _values(told, "background"),
        sources=min(_MOST_SOURCES, _most(told, "source_images")),
        masks=_inside(told, "mask").get("supported") is True,
        partials=partials,
        sizes=_read_native(_inside(told, "native_sizes")),
        options=_read_options(told),
    )
    animation = ["animation"] * (Format.GIF in formats)
    return Known(card, Habits(frozenset([*_OURS, *animation]), Shape.AS_SAID, streams=partials > 0))


def _read_theirs(told: Mapping[str, Any], parameters: Mapping[str, Any], plain: Known) -> Known:
    """OpenRouter's words: shapes and classes of resolution, and what of the usual fields the model knows."""
    ratios = [ratio for ratio in _values(parameters, "aspect_ratio") if ratio in load_tiers()]
    tiers = [tier for tier in Tier if tier in _values(parameters, "resolution")] or [Tier.ONE]
    sizes = Native(tuple(load_tiers()[ratio][tier] for ratio, tier in product(ratios, tiers)))
    qualities, formats = _words(Quality, parameters, "quality"), _words(Format, parameters, "output_format")
    card = replace(
        plain.card,
        title=str(told.get("name") or plain.card.title)[:200],
        qualities=qualities if Quality.HIGH in qualities else plain.card.qualities,
        transparency="transparent" in _values(parameters, "background"),
        sources=min(_MOST_SOURCES, _most(parameters, "input_references")),
        masks=False,
        sizes=sizes if ratios else plain.card.sizes,
        options=_read_options(parameters),
    )
    fields = {name for name in _THEIRS if name in parameters}
    # HIGH and PNG are what callers mean who say nothing: a service without them is not asked for any.
    fields -= set() if Quality.HIGH in qualities else {"quality"}
    fields -= set() if set(plain.card.formats) <= set(formats) else {"output_format", "output_compression"}
    if ratios and "resolution" in parameters:
        fields.add("resolution")
    shape = Shape.PARTS if ratios else Shape.PIXELS
    return Known(card, Habits(frozenset(fields), shape, many=_most(parameters, "n") > 1))


def _read_dates(told: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, said in (("created", "created"), ("retires", "shutdown_date")):
        if _is_number(told.get(said)):
            found[name] = int(told[said])
    if isinstance(told.get("owned_by"), str):
        found["owner"] = told["owned_by"][:100]
    return found


def _read_native(told: Mapping[str, Any]) -> Native:
    table = tuple(_read_sizes(_values({"": told}, "")))
    if table:
        return Native(table)
    side, pixels = (_number(told, "max_side", MAX_SIDE), _number(told, "max_pixels", MAX_PIXELS))
    return Native(
        max_side=max(64, min(MAX_SIDE, int(side))),
        max_pixels=max(64 * 64, min(MAX_PIXELS, int(pixels))),
        multiple=max(1, min(64, int(_number(told, "multiple", 1)))),
        min_pixels=max(0, min(MAX_PIXELS, int(_number(told, "min_pixels", 0)))),
        max_ratio=max(1.0, _number(told, "max_ratio", math.inf)),
    )


def _read_sizes(texts: Iterable[str]) -> Iterable[Size]:
    for text in texts:
        try:
            size = read_size(text).size
        except InvalidRequest:
            continue
        if size is not None:
            yield size


def _read_options(told: Mapping[str, Any]) -> dict[str, Option]:
    found: dict[str, Option] = {}
    for name, described in told.items():
        if name not in _USUAL and isinstance(described, dict) and (option := _read_option(described)):
            found[name] = option
    return found


def _read_option(told: Mapping[str, Any]) -> Option | None:
    kind, default = told.get("type"), told.get("default")
    if kind == "enum" and (words := _values({"": told}, "")):
        return Choice(tuple(words), default if default in words else None)
    if kind == "text":
        return Text(max(1, int(_number(told, "max_length", 4000))), default if isinstance(default, str) else None)
    if kind == "range" and _is_number(told.get("min")) and _is_number(told.get("max")):
        usual = default if _is_number(default) else None
        return Span(told["min"], told["max"], usual, fractions=told.get("fractions") is True)
    return None


def _inside(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = told.get(name)
    return inner if isinstance(inner, dict) else {}


def _values(told: Mapping[str, Any], name: str) -> list[str]:
    values = _inside(told, name).get("values")
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def _words(kind: type[_Word], told: Mapping[str, Any], name: str) -> tuple[_Word, ...]:
    known = {str(word): word for word in kind}
    return tuple(known[value] for value in _values(told, name) if value in known)


def _add_usual(formats: tuple[Format, ...]) -> tuple[Format, ...]:
    """The formats of a model with those that are made here of any picture."""
    return tuple(dict.fromkeys([*formats, Format.PNG, Format.JPEG, Format.WEBP]))


def _most(told: Mapping[str, Any], name: str) -> int:
    return max(0, int(_number(_inside(told, name), "max", 0)))


def _number(told: Mapping[str, Any], name: str, usual: float) -> float:
    value = told.get(name)
    return float(value) if value is not None and _is_number(value) else float(usual)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
