"""What a folder or a single file is, told by its own files: a model card's facts without loading anything.

A model's folder may hold a file `pinxit.json` with facts that its owner knows better: an object with fields of Facts,
such as {"title": "My model", "steps": 8, "guidance": 0, "side": 768}.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pinxit.weights.classes import load_classes, make_facts
from pinxit.weights.entries import read_json
from pinxit.weights.facts import Facts
from pinxit.weights.folders import Contents, Index, Unfit, check_folder
from pinxit.weights.tensors import Make, read_tensors, tell_make

CARD = "pinxit.json"
_SAID = frozenset(
    "title licence commercial side multiple smallest largest steps most_steps guidance negative loras".split()
)
"""The facts that a folder may say of itself; what a model can do is told by its class, where it lies by its place."""

_LICENCE = re.compile(r"^license(?:_name)?:\s*[\"']?([\w.+ -]{1,60}?)[\"']?\s*$", re.MULTILINE)
_FREE = {
    "apache-2.0": "Apache-2.0",
    "mit": "MIT",
    "bsd-3-clause": "BSD-3-Clause",
    "cc0-1.0": "CC0-1.0",
    "cc-by-4.0": "CC-BY-4.0",
    "openrail": "CreativeML-OpenRAIL-M",
    "openrail++": "CreativeML-OpenRAIL++-M",
    "creativeml-openrail-m": "CreativeML-OpenRAIL-M",
}
"""Licences as pages of the hub write them that let pictures be used commercially, and their usual names."""


def describe(folder: Path, name: str, known: Mapping[str, Any]) -> tuple[Facts, tuple[str, ...]]:
    """Facts of a model in a folder, and sentences about what is left unused there.

    `known` are facts that hold above all others. Raises Unfit where the files cannot be a model here, OSError where
    they cannot be read.
    """
    contents = check_folder(folder)
    return describe_folder(folder, name, contents, known), contents.ignored


def describe_folder(folder: Path, name: str, contents: Contents, known: Mapping[str, Any]) -> Facts:
    """Facts of a folder that has passed. Raises Unfit where a file in it cannot be read."""
    index = contents.index
    usual = load_classes().get(index.pipeline, {})
    told = {
        **_read_licence(folder),
        **_tell_sizes(folder, usual),
        **_tell_distilled(folder, index),
        **_read_card(folder),
        **known,
    }
    facts = make_facts(name, index.pipeline, {"variant": contents.variant, "memory": contents.memory, **told})
    return replace(facts, disk=facts.disk or _weigh(folder))


def describe_file(path: Path, name: str, known: Mapping[str, Any]) -> tuple[Facts, Make]:
    """Facts of a single file, and what its tensors are. Raises Unfit where it is no model, OSError."""
    if path.suffix != ".safetensors":
        raise Unfit(
            f"{path.name} is no .safetensors file. pinxit takes no other weights: formats such as .ckpt run code when "
            "they are read."
        )
    try:
        tensors = read_tensors(path)
        make = tell_make(tensors.shapes)
    except ValueError as error:
        raise Unfit(f"{path.name}: {error}") from error
    return make_facts(name, make.pipeline, {"memory": tensors.in_half, "disk": path.stat().st_size, **known}), make


def name_licence(said: str) -> tuple[str, bool]:
    """A licence as the hub writes it: its usual name, and whether it lets everybody use pictures commercially."""
    usual = _FREE.get(said.strip().lower())
    return (usual, True) if usual else (said.strip(), False)


def _read_licence(folder: Path) -> dict[str, Any]:
    path = folder / "README.md"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(65_536)
    if not head.startswith("---"):
        return {}
    said = [found for found in _LICENCE.findall(head.split("\n---", 1)[0]) if found != "other"]
    if not said:
        return {}
    licence, commercial = name_licence(said[-1])
    return {"licence": licence, "commercial": commercial}


def _read_card(folder: Path) -> dict[str, Any]:
    path = folder / CARD
    if not path.is_file():
        return {}
    try:
        found = {key: value for key, value in read_json(path).items() if key in _SAID}
        make_facts("model", "Any", found)
    except ValueError as error:
        raise Unfit(f"{path}: {error}") from error
    return found


def _tell_sizes(folder: Path, usual: Mapping[str, Any]) -> dict[str, Any]:
    """The side that a model was trained on, out of its configurations, and the limits that go with it."""
    vae = _read_config(folder, "vae") or _read_config(folder, "movq")
    blocks = vae.get("block_out_channels") or vae.get("encoder_block_out_channels")
    scale = 2 ** (len(blocks) - 1) if isinstance(blocks, list) and 1 < len(blocks) < 10 else 8
    latent = (_read_config(folder, "transformer") or _read_config(folder, "unet")).get("sample_size")
    own = _read_side(latent)
    side = own * scale if own else _read_side(vae.get("sample_size"))
    if not 16 <= side <= 8192:
        return {}
    before = usual.get("side", 1024)
    if side == before:
        return {"side": side}
    multiple = usual.get("multiple", 16)
    largest = max(256, usual.get("largest", 1536) * side // before)
    smallest = max(64, min(usual.get("smallest", 256), side // 2))
    return {"side": side, "smallest": smallest, "largest": largest // multiple * multiple}


def _read_side(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _tell_distilled(folder: Path, index: Index) -> dict[str, Any]:
    """Models that were distilled to a few steps say so in their configurations, where they do."""
    if index.said.get("is_distilled") is True:
        return {"steps": 4, "guidance": 0.0}
    config = _read_config(folder, "transformer")
    if index.pipeline == "FluxPipeline" and config.get("guidance_embeds") is False:
        return {"steps": 4, "guidance": 0.0}
    return {}


def _read_config(folder: Path, part: str) -> dict[str, Any]:
    path = folder / part / "config.json"
    if not path.is_file():
        return {}
    try:
        return read_json(path)
    except ValueError as error:
        raise Unfit(f"{path}: {error}") from error


def _weigh(folder: Path) -> int:
    """Bytes of a folder's files, those that links of a cache lead to included."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
