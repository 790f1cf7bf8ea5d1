"""Which files of a repository a pipeline needs: its configurations, its tokenizers, one set of safetensors for a part.

Left out: the same weights in other formats (.bin, ONNX, OpenVINO, Flax), other variants, single-file checkpoints beside
the folders, pictures, scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from pinxit.weights.folders import INDEX, MODULAR_INDEX, PICKLED, Index, Unfit
from pinxit.weights.hub import Listing, Remote
from pinxit.weights.tensors import read_variant

_SMALL = {".json", ".txt", ".model", ".jinja", ".spm", ".tiktoken"}
_LARGEST_SMALL = 200_000_000  # tokenizers of large languages come as JSON of some ten megabytes
_PAPERS = re.compile(r"(README|LICEN[CS]E|NOTICE|USE_POLICY)[\w.-]*", re.IGNORECASE)
_LARGEST_PAPER = 2_000_000
_LIST = re.compile(r"(?P<base>.+?)(?:\.(?P<before>\w+))?\.safetensors\.index(?:\.(?P<after>\w+))?\.json")
_SHARD = re.compile(r"-\d{5}-of-\d{5}")
_USUAL = ("diffusion_pytorch_model", "model")
_MOST_FILES = 5_000
_WRITER = "prompt_upsampler"  # a language model of FLUX.3 that writes prompts anew; it is done without


@dataclass(frozen=True, slots=True)
class Selection:
    """The files to pull, and the variant that their weights are named by."""

    files: tuple[Remote, ...]
    variant: str = ""

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


def find_index(listing: Listing) -> str:
    """The name of the index of a repository. Raises Unfit where it is no model of diffusers."""
    names = {file.path for file in listing.files}
    for name in (INDEX, MODULAR_INDEX):
        if name in names:
            return name
    singles = sorted(name for name in names if name.endswith(".safetensors") and "/" not in name)
    told = f" It has {singles[0]}: download that file and add it with --path." if singles else ""
    raise Unfit(f"{listing.repository} is no model that diffusers loads: it has no {INDEX}.{told}")


def choose_files(listing: Listing, index: Index, variant: str = "") -> Selection:
    """Choose what the pipeline needs, of `variant` where a part has it. Raises Unfit, with what to do."""
    rooms: dict[str, list[Remote]] = {}
    for file in listing.files:
        if is_sound(file.path):
            rooms.setdefault(file.path.rpartition("/")[0], []).append(file)
    chosen: list[Remote] = [file for file in rooms.get("", []) if _is_paper(file)]
    chosen += [file for file in rooms.get("", []) if file.path == find_index(listing)]
    variants: set[str] = set()
    for room in _list_rooms(listing, index):
        files = rooms.get(room, [])
        weights, found = _choose_weights(listing, room, files, variant)
        variants.add(found)
        chosen += [file for file in files if _is_small(file)]
        chosen += weights
    if len(variants - {""}) > 1:
        raise Unfit(
            f"{listing.repository} has no set of safetensors that goes together: {', '.join(sorted(variants))}."
        )
    _check(listing, chosen)
    return Selection(tuple(chosen), max(variants, default=""))


def choose_configs(listing: Listing, index: Index) -> Selection:
    """The configurations of all parts without their weights: what a single-file checkpoint needs beside it."""
    rooms = set(_list_rooms(listing, index))
    chosen = [file for file in listing.files if is_sound(file.path) and _is_small(file)]
    chosen = [file for file in chosen if file.path == find_index(listing) or file.path.rpartition("/")[0] in rooms]
    _check(listing, chosen)
    return Selection(tuple(chosen))


def choose_preview(listing: Listing) -> Selection | None:
    """A tiny autoencoder: a configuration and its weights; None where the repository is none."""
    wanted = ("config.json", "diffusion_pytorch_model.safetensors")
    files = tuple(file for file in listing.files if file.path in wanted and 0 <= file.size < 500_000_000)
    if len(files) != len(wanted):
        return None
    _check(listing, files)
    return Selection(files)


def is_sound(path: str) -> bool:
    """May a hub's name of a file become one on this disk? Relative, plain signs, no step upwards."""
    parts = PurePosixPath(path).parts
    return (
        re.fullmatch(r"[\w@+=,. /()\[\]-]{1,300}", path, re.ASCII) is not None
        and "/".join(parts) == path
        and all(part[0] != "." and part[-1] not in ". " and part[0] != " " for part in parts)
    )


def _list_rooms(listing: Listing, index: Index) -> Iterator[str]:
    """The folder of each part. Models made of blocks may take parts from other repositories."""
    for name, part in index.parts.items():
        if not index.modular or part.source in ("", listing.repository):
            yield part.room
        elif not name.startswith(_WRITER):
            raise Unfit(
                f"{listing.repository} takes its {name} from another repository, {part.source[:80]}: pull that one."
            )


def _choose_weights(listing: Listing, room: str, files: list[Remote], variant: str) -> tuple[list[Remote], str]:
    sets: dict[tuple[str, str], list[Remote]] = {}
    for file in files:
        if file.path.endswith(".safetensors"):
            own = read_variant(_name(file))
            base = _SHARD.sub("", _name(file).removesuffix(".safetensors"))
            sets.setdefault((own, base.removesuffix(f".{own}") if own else base), []).append(file)
    if not sets:
        pickled = [_name(file) for file in files if PurePosixPath(file.path).suffix in PICKLED and file.size > 65_536]
        if pickled:
            raise Unfit(
                f"{listing.repository} has the weights of its {room} as {pickled[0]} only. That format runs code when "
                "it is read; pinxit takes safetensors only. Ask its owner for them, or take another repository."
            )
        return [], ""
    order = list(dict.fromkeys((variant, "", "fp16", "bf16", *sorted(own for own, _ in sets))))
    own = next(each for each in order if any(each == found for found, _ in sets))
    bases = sorted(base for found, base in sets if found == own)
    base = next((usual for usual in _USUAL if usual in bases), bases[0])
    chosen = sets[own, base]
    whole = [file for file in chosen if not _SHARD.search(_name(file))]
    return (whole[:1] if whole else [*chosen, *_find_list(files, base, own)]), own


def _find_list(files: Iterable[Remote], base: str, variant: str) -> Iterator[Remote]:
    for file in files:
        found = _LIST.fullmatch(_name(file))
        if found and found["base"] == base and (found["before"] or found["after"] or "") == variant:
            yield file


def _name(file: Remote) -> str:
    return file.path.rpartition("/")[2]


def _is_small(file: Remote) -> bool:
    listed = re.search(r"\.index(\.\w+)?\.json$", file.path)  # of the shards of some set of weights
    return PurePosixPath(file.path).suffix in _SMALL and file.size <= _LARGEST_SMALL and not listed


def _is_paper(file: Remote) -> bool:
    return _PAPERS.fullmatch(file.path) is not None and file.size <= _LARGEST_PAPER


def _check(listing: Listing, chosen: Iterable[Remote]) -> None:
    files = list(chosen)
    if len(files) > _MOST_FILES or len({file.path.lower() for file in files}) != len(files):
        raise Unfit(f"{listing.repository} has too many files, or several of the same name.")
    for file in files:
        if file.size < 0 or not (file.sha256 or file.blob):
            raise Unfit(f"The hub says no size or checksum of {file.path} in {listing.repository}: it is not pulled.")
