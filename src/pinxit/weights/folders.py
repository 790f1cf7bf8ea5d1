"""A folder of a model as diffusers saves it: what is in it, and why it is refused.

What is refused: weights in Python's pickle format, which run code when they are read; code that comes with weights;
links that lead out of the folder. What is not needed is left alone: pictures, other formats, scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pinxit.core.errors import InvalidRequest
from pinxit.weights.entries import read_json
from pinxit.weights.tensors import read_tensors, read_variant

INDEX = "model_index.json"
MODULAR_INDEX = "modular_model_index.json"
PICKLED = frozenset({".bin", ".ckpt", ".pt", ".pth", ".pkl", ".pickle", ".msgpack", ".h5"})
_MOST_FILES = 10_000
_SMALL = 65_536  # some tokenizers keep a little in .bin files that are no weights

# Where the parts of diffusers' pipelines live besides diffusers and transformers: modules of its own that an index may
# name. Any other module would be imported by that name, so it is refused.
_LIBRARIES = frozenset(
    "diffusers transformers stable_diffusion stable_diffusion_xl stable_diffusion_3 flux flux2 z_image qwenimage "
    "qwenimage21 sana pixart_alpha kandinsky kandinsky2_2 kandinsky3 kandinsky5 kolors latent_diffusion "
    "deepfloyd_if paint_by_example semantic_stable_diffusion stable_cascade wuerstchen unclip hidream_image "
    "hunyuan_image hunyuandit hunyuan_dit lumina lumina2 cogview3 cogview4 chroma aura_flow omnigen prx krea2 "
    "glm_image longcat_image ovis_image ernie_image bria bria_fibo nucleusmoe_image audioldm2".split()
)


class Unfit(InvalidRequest):
    """A folder or file cannot be a model here; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that an index names: where it lies below the model's folder, and from which other repository it comes."""

    room: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """model_index.json, read and found sound. `parts` by their names; `said` is all of it."""

    pipeline: str
    parts: Mapping[str, Part]
    modular: bool = False
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contents:
    """A folder that passed: its index, the variant that its weights need to be named by, and how large it is."""

    index: Index
    variant: str = ""
    memory: int = 0
    """Bytes of the weights that are loaded, each number in 16 bits."""
    ignored: tuple[str, ...] = ()
    """Sentences about what lies there and is not used."""


def read_index(found: Mapping[str, Any], name: str) -> Index:
    """An index out of its JSON. Raises Unfit for one that asks for code of its own."""
    pipeline = found.get("_class_name")
    if not isinstance(pipeline, str) or not pipeline.isidentifier():
        raise Unfit(f"{name} names a pipeline with code of its own. pinxit runs no code that comes with weights.")
    modular = name == MODULAR_INDEX
    parts = {}
    for part, entry in found.items():
        if part.startswith("_") or not isinstance(entry, list) or len(entry) < 2:
            continue
        library, kind, told = _read_part(entry, modular)
        if library is None:  # a part that this model does without
            continue
        if not (part.isidentifier() and isinstance(library, str) and isinstance(kind, str)):
            raise Unfit(f"{name} has an entry that is none: {part[:40]!r}.")
        if library not in _LIBRARIES:
            raise Unfit(
                f"{name} wants the code {library[:60]!r} for its part {part}, which is no part of diffusers. "
                "pinxit runs no code that comes with weights."
            )
        source = told.get("pretrained_model_name_or_path") or told.get("repo")
        parts[part] = Part(_read_room(told) or part, source if isinstance(source, str) else "")
    return Index(pipeline, parts, modular, found)


def _read_room(told: Mapping[str, Any]) -> str:
    room = told.get("subfolder")
    return room if isinstance(room, str) and room.isidentifier() else ""


def _read_part(entry: Sequence[Any], modular: bool) -> tuple[Any, Any, Mapping[str, Any]]:
    """Library, class, and what else is said. Models made of blocks say most in a table behind the two."""
    library, kind = entry[:2]
    if not modular or len(entry) < 3 or not isinstance(entry[2], Mapping):
        return library, kind, {}
    hint = entry[2].get("type_hint")
    if library is None and isinstance(hint, list) and len(hint) == 2:
        library, kind = hint
    return library, kind, entry[2]


def check_folder(folder: Path) -> Contents:
    """Look through a folder. Raises Unfit, with what to do, where it cannot be used."""
    index = _find_index(folder)
    _check_links(folder)
    variants: set[str] = set()
    memory = 0
    for part in index.parts.values():
        chosen, variant = _choose_weights(folder / part.room)
        memory += sum(_measure(path) for path in chosen)
        variants.add(variant)
    variants.discard("")
    if len(variants) > 1:
        raise Unfit(f"The parts of {folder} are of several variants ({', '.join(sorted(variants))}): keep one of them.")
    if not memory:
        raise Unfit(f"{folder} holds no weights in safetensors. Is the download complete?")
    return Contents(index, next(iter(variants), ""), memory, tuple(_list_ignored(folder, index)))


def _find_index(folder: Path) -> Index:
    for name in (INDEX, MODULAR_INDEX):
        if (folder / name).is_file():
            try:
                return read_index(read_json(folder / name), name)
            except ValueError as error:
                raise Unfit(f"{folder}: {error}") from error
    singles = sorted(path.name for path in folder.glob("*.safetensors"))
    if singles:
        raise Unfit(
            f"{folder} has no {INDEX}, so it is no folder of diffusers. For a single file give its own path: "
            f"--path {folder / singles[0]}"
        )
    raise Unfit(
        f"{folder} has no {INDEX}, so it is no model of diffusers. Give the folder that "
        "`pipeline.save_pretrained(FOLDER)` made, or a single .safetensors file."
    )


def _check_links(folder: Path) -> None:
    """Links may lead to files in the same folder, and from a snapshot of Hugging Face's cache to its own blobs."""
    real = folder.resolve()
    rooms = [real]
    if real.parent.name == "snapshots":
        rooms.append(real.parent.parent / "blobs")
    for count, path in enumerate(folder.rglob("*")):
        if count > _MOST_FILES:
            raise Unfit(f"{folder} holds more than {_MOST_FILES:,} files: give the folder of one model.")
        if path.is_symlink() and not any(path.resolve().is_relative_to(room) for room in rooms):
            raise Unfit(
                f"{path.relative_to(folder)} in {folder} is a link that leads out of the folder. Put the file itself "
                "there."
            )


def _choose_weights(part: Path) -> tuple[list[Path], str]:
    """The safetensors that are loaded for a part, and their variant. Raises Unfit where there are pickled ones only."""
    if not part.is_dir():
        return [], ""
    files = [path for path in part.iterdir() if path.is_file()]
    tensors = [path for path in files if path.suffix == ".safetensors"]
    pickled = [path.name for path in files if path.suffix in PICKLED and path.stat().st_size > _SMALL]
    if pickled and not tensors:
        raise Unfit(
            f"The weights of {part.name} are there as {pickled[0]} only. That format runs code when it is read; pinxit "
            "takes safetensors only. Take a repository that has them, or load it once with diffusers where you trust "
            "it and save it: pipeline.save_pretrained(FOLDER)."
        )
    named = {path: read_variant(path.name) for path in tensors}
    plain = [path for path in tensors if not named[path]]
    variant = "" if plain or not tensors else _prefer(set(named.values()))
    chosen = plain or [path for path in tensors if named[path] == variant]
    whole = [path for path in chosen if "-of-" not in path.stem]
    return whole or chosen, variant


def _prefer(variants: set[str]) -> str:
    return next((name for name in ("fp16", "bf16") if name in variants), min(variants))


def _measure(path: Path) -> int:
    try:
        return read_tensors(path).in_half
    except ValueError as error:
        raise Unfit(f"{path.parent.name}: {error} Copy or pull it again.") from error


def _list_ignored(folder: Path, index: Index) -> Iterator[str]:
    scripts = sorted(path.name for path in folder.rglob("*.py"))
    scripts += [
        f"what {part.room}/config.json maps to"
        for part in index.parts.values()
        if _maps_code(folder / part.room / "config.json")
    ]
    if scripts:
        yield f"Code in it is not run: {', '.join(scripts[:3])}{', ...' if len(scripts) > 3 else ''}."
    if any(path.suffix in PICKLED for path in folder.rglob("*") if path.is_file() and path.stat().st_size > _SMALL):
        yield "Weights in other formats than safetensors are not read."


def _maps_code(path: Path) -> bool:
    """Does a part's configuration name classes in scripts that lie beside it?"""
    try:
        return path.is_file() and "auto_map" in read_json(path)
    except ValueError as error:
        raise Unfit(f"{path}: {error}") from error
