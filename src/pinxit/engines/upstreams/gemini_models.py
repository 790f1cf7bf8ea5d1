"""Which pictures Google's models make: gemini.toml as cards, and how each model wants to be asked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from typing import Any

from pinxit.core.engine import Choice, ModelCard
from pinxit.core.images import Format, Tier
from pinxit.dialects.gemini.asking import Manner, make_shapes
from pinxit.upstreams import Upstream

# Accepted where it asks for nothing else than what these models do anyway.
_OPTIONS = {"moderation": Choice(("auto", "low"), "auto"), "input_fidelity": Choice(("high",), "high")}
_FORMATS = (Format.PNG, Format.JPEG, Format.WEBP)
_UNKNOWN: Mapping[str, Any] = {"sources": 14, "tiers": ["1K"]}


@dataclass(frozen=True, slots=True)
class GeminiModel:
    """A model and how it wants to be asked."""

    card: ModelCard
    manner: Manner


def list_models(upstream: Upstream) -> Iterator[GeminiModel]:
    """The models that an upstream is asked for: those of its settings, else all that are known.

    One that is listed by another of its names is asked for by that. One that nobody knows may make all that the models
    of its time do, in the class 1K.
    """
    labels = upstream.kind == "vertex"
    known = {name: _make(name, entry, labels=labels) for name, entry in _load().items()}
    if not upstream.models:
        yield from known.values()
        return
    named = {alias: model for model in known.values() for alias in model.card.aliases}
    listed = list(dict.fromkeys(name.removeprefix("models/") for name in upstream.models))
    for name in listed:
        if name in known:
            yield _drop_aliases(known[name], listed)
        elif name in named:
            yield replace(named[name], card=replace(named[name].card, name=name, aliases=()))
        else:
            yield _make(name, _UNKNOWN, labels=labels)


@cache
def _load() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files(__package__).joinpath("gemini.toml").read_text("utf-8"))


def _make(name: str, entry: Mapping[str, Any], *, labels: bool) -> GeminiModel:
    thinks = bool(entry.get("thinks"))
    shapes = make_shapes(entry.get("ratios", ()), [Tier(tier) for tier in entry.get("tiers", ())])
    dates: dict[str, Any] = {field: _tell(entry[field]) for field in ("created", "retires") if field in entry}
    card = ModelCard(
        name=name,
        title=entry.get("title", name),
        owner="google",
        formats=_FORMATS,
        transparency=False,
        deterministic=False,
        sources=entry["sources"],
        partials=entry.get("partials", 0),
        sizes=shapes.native,
        options=_OPTIONS,
        aliases=tuple(entry.get("aliases", ())),
        remote=True,
        **dates,
    )
    return GeminiModel(card, Manner(shapes, thinks, labels))


def _drop_aliases(model: GeminiModel, listed: list[str]) -> GeminiModel:
    """The model without those of its names that are listed as models of their own."""
    kept = tuple(alias for alias in model.card.aliases if alias not in listed)
    return replace(model, card=replace(model.card, aliases=kept))


def _tell(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
