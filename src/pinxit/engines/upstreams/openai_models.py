"""What is known of models by their names, from openai.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from typing import Any

from pinxit.core.engine import Choice, ModelCard, Option, Text
from pinxit.core.images import RATIOS, Format, Quality, Size
from pinxit.core.sizes import Native
from pinxit.dialects.openai.asking import Habits, Shape
from pinxit.dialects.openai.capabilities import Known

_ANY = "*"
_DEPLOYED = "gpt-image-1.5"
"""What a deployment at Azure is taken for whose name tells nothing: it is one of OpenAI's all the same."""


def know(name: str, *, azure: bool = False) -> Known:
    """What is known of a model by its name, which may stand behind a maker's ("openai/gpt-image-2")."""
    rows = _load()
    plain = name.lower().rpartition("/")[2]
    row = plain if plain in rows and plain != _ANY else _DEPLOYED if azure else _ANY
    known = _read(rows[row])
    title = known.card.title if row == plain else name
    return replace(known, card=replace(known.card, name=name, title=title))


def know_by_ratios(name: str) -> Known:
    """A model of a service with the seed's own API: a ratio for a size, and nothing else."""
    sizes = Native(tuple(Size(*pixels) for pixels in RATIOS.values()))
    known = know(name)
    return Known(replace(known.card, sizes=sizes), Habits(frozenset(), Shape.RATIO, many=False))


def list_known(now: datetime | None = None) -> list[str]:
    """The names of OpenAI's models that are not retired."""
    today = (now or datetime.now(UTC)).date()
    return [name for name, row in _load().items() if name != _ANY and not _is_retired(row.get("retires"), today)]


def _is_retired(retires: object, today: date) -> bool:
    return isinstance(retires, date) and retires <= today


@cache
def _load() -> dict[str, dict[str, Any]]:
    """The rows, each with what it takes over from another one."""
    rows = tomllib.loads(resources.files("pinxit.engines.upstreams").joinpath("openai.toml").read_text("utf-8"))
    return {name: _take_over(rows, row) for name, row in rows.items()}


def _take_over(rows: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    like = row.get("like")
    return {**(_take_over(rows, rows[like]) if like else {}), **row}


def _read(row: Mapping[str, Any]) -> Known:
    formats = [Format(word) for word in row.get("formats", ("png", "jpeg", "webp"))]
    qualities = [Quality(word) for word in row.get("qualities", ("low", "medium", "high"))]
    card = ModelCard(
        name=_ANY,
        title=row["title"],
        owner=row.get("owner", "upstream"),
        formats=tuple(formats),
        qualities=tuple(qualities),
        transparency=row.get("transparency", False),
        deterministic=False,
        sources=row.get("sources", 0),
        masks=row.get("masks", False),
        partials=row.get("partials", 0),
        sizes=_read_sizes(row.get("sizes", ())),
        options={name: _read_option(words) for name, words in row.get("options", {}).items()},
        retires=_read_date(row["retires"]) if row.get("retires") else None,
        remote=True,
    )
    if "created" in row:
        card = replace(card, created=_read_date(row["created"]))
    shape = Shape(row.get("shape", "pixels"))
    habits = Habits(frozenset(row["fields"]), shape, row.get("many", True), row.get("streams", False))
    return Known(card, habits)


def _read_sizes(said: Any) -> Native:
    if isinstance(said, dict):
        return Native(**said)
    return Native(tuple(Size(*map(int, text.split("x"))) for text in said))


def _read_option(said: Any) -> Option:
    return Text(200) if said == "text" else Choice(tuple(said))


def _read_date(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
