"""What the pipeline classes of diffusers can do, out of classes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from pinxit.weights.entries import read_facts
from pinxit.weights.facts import Facts


@cache
def load_classes() -> Mapping[str, Mapping[str, Any]]:
    """Fields of Facts, by the name of the class."""
    text = resources.files("pinxit.weights").joinpath("classes.toml").read_text("utf-8")
    return MappingProxyType({name: MappingProxyType(row) for name, row in tomllib.loads(text).items()})


def make_facts(name: str, pipeline: str, known: Mapping[str, Any]) -> Facts:
    """Facts of a model: what is known of it, and for the rest what its class is known for."""
    usual = load_classes().get(pipeline, {"title": pipeline})
    return read_facts({**usual, **known, "pipeline": pipeline}, name)
