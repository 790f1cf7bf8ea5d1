"""The forms: which things of the library are built as isometric solids, and how tall they stand in the small world."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pinxit.engines.illustrator.isometry.kit import Kit
from pinxit.engines.illustrator.look import Look, Thing
from pinxit.engines.illustrator.pen import Pen

Build = Callable[[Kit, Look], None]
_FORMS: dict[str, Build] = {}
MODULES = ("buildings", "vehicles", "furniture", "nature", "objects")


def form(*names: str) -> Callable[[Build], Build]:
    """Register what the decorated function builds under names of the library's things."""

    def register(build: Build) -> Build:
        for name in names:
            if name in _FORMS:
                raise ValueError(f"{name!r} has an isometric form already")
            _FORMS[name] = build
        return build

    return register


@cache
def load() -> dict[str, Build]:
    """Every form by the name of its thing."""
    package = __package__ or ""
    present = {m.name for m in pkgutil.iter_modules(importlib.import_module(package).__path__)}
    for name in MODULES:
        if name in present:
            importlib.import_module(f"{package}.{name}")
    return _FORMS


@cache
def recast(thing: Thing) -> Thing:
    """The thing as a solid, in centimetres of the small world; without a form it stays the upright drawing it is."""
    build = load().get(thing.name)
    if build is None:
        return thing

    def draw(pen: Pen, look: Look) -> None:
        build(Kit(pen), look)

    solid = replace(thing, draw=draw, faces=0, flies=False)
    _, top, _, bottom = solid.sketch(Look(noun=thing.name)).bounds()
    return replace(solid, cm=max(bottom - top, 1.0))


def has_form(name: str) -> bool:
    """Is a thing of this name built as a solid?"""
    return name in load()
