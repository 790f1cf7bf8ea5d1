"""What a model's files say before they are loaded: its parts, their weights, and why it would not load.

Looking costs milliseconds where loading costs a minute, and the reason comes out in plain words.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pinxit.engines.diffusers.work import ModelBroken
from pinxit.weights import Installed

INDEX = "model_index.json"
CHECKPOINT = "checkpoint"
MODULAR_INDEX = "modular_model_index.json"
_LIBRARIES = {"diffusers", "transformers"}
_PICKLED = {".bin", ".ckpt", ".pt", ".pth", ".pkl", ".msgpack"}
_LONGEST_HEADER = 100_000_000  # the limit of the format itself
_FLOATS = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2}
_TABLE = re.compile(
    r"embed_tokens|token_embedding|position_embedding|shared\.weight|lm_head"
)  # looked up, not multiplied
# How names of tensors begin in single files, for text encoders and for autoencoders.
_READERS = ("cond_stage_model.", "conditioner.", "text_encoder")
_DECODERS = ("first_stage_model.", "vae.", "encoder.", "decoder.")
_VARIANT = re.compile(r"\.([A-Za-z0-9_]+)(?:-\d{5}-of-\d{5})?$")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a model, "transformer" or "vae". `numbers` are its floats, `rest` the bytes of all else."""

    name: str
    library: str
    kind: str
    numbers: int = 0
    rest: int = 0
    linear: int = 0
    """Floats of the matrices that can be held in fewer bits."""
    variant: bool = False
    """Are its weights there as the variant that the model's card names?"""

    def weigh(self, width: int) -> int:
        """Bytes of its weights where a number takes `width` bytes."""
        return self.numbers * width + self.rest

    def weigh_reduced(self, width: int, bits: int) -> int:
        """Bytes of its weights where those of its matrices take `bits` instead; one scale serves 32 of them or more."""
        return (self.numbers - self.linear) * width + self.linear * bits // 8 + self.linear // 16 + self.rest


@dataclass(frozen=True, slots=True)
class Make:
    """What a model is made of. `pipeline` is the class of diffusers, `modular` whether it is one made of blocks."""

    pipeline: str
    parts: tuple[Part, ...] = ()
    modular: bool = False

    def weigh(self, width: int) -> int:
        return sum(part.weigh(width) for part in self.parts)

    def has(self, name: str) -> bool:
        return any(part.name == name for part in self.parts)


def inspect(model: Installed) -> Make:
    """Look at the files of a model. Raises ModelBroken with a plain reason where they cannot be loaded."""
    if model.path.is_file():
        return _inspect_file(model)
    if not model.path.is_dir():
        raise broken(model, "its files are gone")
    for index, modular in ((INDEX, False), (MODULAR_INDEX, True)):
        if (model.path / index).is_file():
            return _inspect_folder(model, model.path, index, modular)
    raise broken(model, f"its folder has no {INDEX}, so it is no model of diffusers")


def broken(model: Installed, reason: str) -> ModelBroken:
    """The error for a model that does not load; `reason` is the end of "it cannot be loaded: ..."."""
    again = f"; `pinxit models pull {model.name}` fetches what is missing" if model.facts.hub else ""
    return ModelBroken(f"The model {model.name} cannot be loaded: {reason}{again}.")


def read_json(model: Installed, path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise broken(model, f"{path.name} is no JSON ({type(error).__name__})") from error
    if not isinstance(value, dict):
        raise broken(model, f"{path.name} holds no object")
    return value


def _inspect_folder(model: Installed, folder: Path, index: str, modular: bool) -> Make:
    entries = read_json(model, folder / index)
    pipeline = entries.get("_class_name")
    if not isinstance(pipeline, str):
        raise broken(model, f"{index} names code of its own, and pinxit runs no code that comes with weights")
    parts = []
    for name, entry in entries.items():
        if name.startswith("_") or not isinstance(entry, list) or len(entry) < 2 or entry[0] is None:
            continue
        library, kind = entry[0], entry[1]
        if not (isinstance(library, str) and isinstance(kind, str) and name.isidentifier()):
            raise broken(model, f"{index} has an entry that is none: {name[:40]!r}")
        _check_library(model, name, library)
        for other in _list_hints(entry):
            _check_library(model, name, other)
        parts.append(_measure_part(model, folder / name, Part(name, library, kind)))
    return Make(pipeline, tuple(parts), modular)


def _check_library(model: Installed, name: str, library: str) -> None:
    """A library that an index names is imported: only those that models of diffusers are made of may be."""
    if library in _LIBRARIES:
        return
    if library.isidentifier() and any(place.is_dir() for place in _list_places(library)):
        return
    raise broken(model, f"its part {name} wants the code {library[:60]!r}, which is no part of diffusers")


def _list_places(library: str) -> list[Path]:
    """Where diffusers would keep this code beside a pipeline; found without importing anything."""
    spec = importlib.util.find_spec("diffusers")
    return [Path(place, "pipelines", library) for place in (spec.submodule_search_locations if spec else None) or ()]


def _list_hints(entry: list[Any]) -> list[str]:
    """Libraries that the entry of a pipeline made of blocks names besides."""
    hint = entry[2].get("type_hint") if len(entry) > 2 and isinstance(entry[2], dict) else None
    return [hint[0]] if isinstance(hint, list) and hint and isinstance(hint[0], str) else []


def _measure_part(model: Installed, folder: Path, part: Part) -> Part:
    if not folder.is_dir():
        return part
    files = [path for path in folder.iterdir() if path.is_file()]
    tensors = [path for path in files if path.suffix == ".safetensors"]
    if not tensors and (pickled := [path for path in files if path.suffix in _PICKLED and path.stat().st_size > 65536]):
        raise broken(
            model, f"{part.name} has its weights as {pickled[0].name} only, and pinxit reads none but safetensors"
        )
    mine = [path for path in tensors if read_variant(path) == model.facts.variant] if model.facts.variant else []
    chosen = mine or [path for path in tensors if not read_variant(path)]
    whole = [path for path in chosen if "-of-" not in path.stem]
    counts = [measure_file(model, path) for path in whole or chosen]
    numbers, rest, linear = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return Part(part.name, part.library, part.kind, numbers, rest, linear, bool(mine))


def read_variant(path: Path) -> str:
    """ "fp16" of "diffusion_pytorch_model.fp16-00001-of-00002.safetensors"; "" where the name has none."""
    found = _VARIANT.search(path.stem)
    return found[1] if found else ""


def measure_file(model: Installed, path: Path) -> tuple[int, int, int]:
    """Of a safetensors file: floats, bytes of anything else, floats of its matrices. Raises ModelBroken."""
    numbers = rest = linear = 0
    for name, entry in read_header(model, path).items():
        start, end = entry["data_offsets"]
        width = _FLOATS.get(entry.get("dtype", ""))
        if width is None:
            rest += end - start
            continue
        count = (end - start) // width
        numbers += count
        if len(entry.get("shape", ())) == 2 and name.endswith(".weight") and not _TABLE.search(name):
            linear += count
    return numbers, rest, linear


def read_header(model: Installed, path: Path) -> dict[str, dict[str, Any]]:
    """Names, types, shapes and places of the tensors in a safetensors file. Raises ModelBroken.

    Format: eight bytes with the length of a JSON object, that object, then the numbers
    (https://huggingface.co/docs/safetensors).
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if not 2 <= length <= min(_LONGEST_HEADER, size - 8):
                raise broken(model, f"{path.name} is no safetensors file, or is cut short")
            header = json.loads(file.read(length))
        entries = {name: entry for name, entry in header.items() if name != "__metadata__"}
        end = max((int(entry["data_offsets"][1]) for entry in entries.values()), default=0)
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise broken(model, f"{path.name} cannot be read ({type(error).__name__})") from error
    if size < 8 + length + end:
        raise broken(model, f"{path.name} is cut short: {size:,} of {8 + length + end:,} bytes are there")
    return entries


def _inspect_file(model: Installed) -> Make:
    if model.path.suffix != ".safetensors":
        raise broken(model, f"{model.path.name} is no .safetensors file, and pinxit reads no other weights")
    if model.config is None:
        raise broken(
            model, "it is one file without the configurations of its parts: register it with the folder that has them"
        )
    whole = Part(CHECKPOINT, "", "", *measure_file(model, model.path))
    names = read_header(model, model.path)
    make = _inspect_folder(model, model.config, INDEX, False)
    parts = tuple(
        replace(part, numbers=0, rest=0, linear=0) if _is_within(part, names) else part for part in make.parts
    )
    return Make(model.facts.pipeline or make.pipeline, (*parts, whole))


def _is_within(part: Part, names: Iterable[str]) -> bool:
    """Is the part in a single file with tensors of these names? Else it lies beside, with the configurations."""
    if part.name.startswith("text_encoder"):
        return any(name.startswith(_READERS) for name in names)
    if part.name == "vae":
        return any(name.startswith(_DECODERS) for name in names)
    return True
