"""Models that have a short name, out of known.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from pinxit.weights.classes import make_facts
from pinxit.weights.facts import Facts


@cache
def list_known() -> tuple[Facts, ...]:
    """All models with a short name, in the file's order."""
    text = resources.files("pinxit.weights").joinpath("known.toml").read_text("utf-8")
    return tuple(make_facts(name, str(row["pipeline"]), row) for name, row in tomllib.loads(text).items())


def find_known(name: str) -> Facts | None:
    """The model of this short name, alias or repository; upper and lower case are the same here."""
    wanted = name.lower()
    for facts in list_known():
        if wanted in (facts.name.lower(), facts.hub.lower(), *(alias.lower() for alias in facts.aliases)):
            return facts
    return None
