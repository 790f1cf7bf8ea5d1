"""Puts a folder or a file that is already on this machine on the shelf. Nothing is copied; the files stay there."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pinxit.weights.describe import describe, describe_file
from pinxit.weights.entries import read_json
from pinxit.weights.facts import Installed
from pinxit.weights.folders import INDEX, Unfit, check_folder, read_index
from pinxit.weights.store import Shelf, check_name
from pinxit.weights.tensors import Make


def tell_moment() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts come from that a single file lacks: a `folder`, or `fetch`, which gets their configurations.

    Models on the shelf are looked through in between.
    """

    folder: Path | None = None
    fetch: Callable[[str], Path] | None = None


def add_path(
    shelf: Shelf, name: str, path: Path, known: Mapping[str, Any] | None = None, parts: Parts | None = None
) -> tuple[Installed, tuple[str, ...]]:
    """Register a folder as diffusers saves it, or one .safetensors file of a model.

    `known` are facts that hold above what the files say. Returns what was registered, and sentences about what lies
    there unused. Raises Unfit where it cannot be a model here, InvalidRequest where the name is taken.
    """
    check_name(name)
    place = path.expanduser().absolute()
    if not place.exists():
        raise Unfit(f"There is no file or folder {place}.")
    try:
        if place.is_dir():
            facts, notes = describe(place, name, known or {})
            installed = Installed(facts, place)
        else:
            installed, notes = _read_file(shelf, name, place, known or {}, parts or Parts()), ()
    except OSError as error:
        raise Unfit(f"{error.filename or place} cannot be read: {error.strerror}.") from error
    return shelf.add(installed, pulled=False, added=tell_moment()), notes


def _read_file(shelf: Shelf, name: str, place: Path, known: Mapping[str, Any], parts: Parts) -> Installed:
    """One file as a model, with the folder that has what it lacks. Raises Unfit, with how to get that."""
    facts, make = describe_file(place, name, known)
    folder = parts.folder.expanduser().absolute() if parts.folder else _find_source(shelf, make)
    if folder is None and make.whole and parts.fetch:
        folder = parts.fetch(make.config)
    if folder is None:
        lacks = "the configurations of its parts" if make.whole else "its text encoder and its autoencoder"
        raise Unfit(
            f"{place.name} is a {facts.title}, one file without {lacks}. Pull the model that it was made from once "
            f"(pinxit models pull {make.config}), or give a folder that has them with --parts FOLDER."
        )
    check_config(folder, facts.pipeline)
    if make.whole:
        return Installed(facts, place, config=folder)
    try:
        memory = check_folder(folder).memory  # the file's own part is as large as the one in whose place it stands
    except Unfit as error:
        raise Unfit(
            f"{place.name} holds the painting part only, so that --parts must have the rest. {error}"
        ) from error
    return Installed(replace(facts, memory=memory), place, config=folder)


def _find_source(shelf: Shelf, make: Make) -> Path | None:
    """The folder of a model on the shelf that a single file was made from."""
    for other in shelf.list_installed():
        if other.facts.pipeline == make.pipeline and other.path.is_dir() and other.facts.hub == make.config:
            return other.path
    return None


def check_config(folder: Path, pipeline: str) -> None:
    """Is it a folder of configurations for this class? Raises Unfit."""
    try:
        index = read_index(read_json(folder / INDEX), INDEX)
    except FileNotFoundError:
        raise Unfit(f"{folder} has no {INDEX}: give a folder as diffusers saves it.") from None
    except ValueError as error:
        raise Unfit(f"{folder}: {error}") from error
    if index.pipeline != pipeline:
        raise Unfit(f"{folder} is of a {index.pipeline}, and the file is a {pipeline}.")
