"""LoRAs that requests name: loaded once from the allowed folder, put on for one batch, taken off after it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.engines.diffusers.painting import memory
from pinxit.engines.diffusers.painting.readings import Shelf
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Lora

_LOG = logging.getLogger("pinxit.diffusers")
_MOST = 8  # LoRAs that stay loaded in one model
_LISTED = 20
_NAME = re.compile(r"[^\W.][\w .+()-]*")


def find_file(folder: Path, name: str) -> Path:
    """The file of a LoRA in the allowed folder, and nowhere else. Raises InvalidRequest."""
    path = folder / f"{name}.safetensors"
    if _NAME.fullmatch(name):
        with suppress(OSError):
            if path.is_file() and path.resolve().parent == folder.resolve():
                return path
    known = list_names(folder)
    there = f"There is: {', '.join(known[:_LISTED])}." if known else "There is none on this server."
    raise InvalidRequest(f"There is no LoRA named {name[:60]!r}. {there}", param="lora")


def list_names(folder: Path) -> list[str]:
    """Names of the LoRAs that requests may name, in their order."""
    try:
        return sorted(path.stem for path in folder.iterdir() if path.suffix == ".safetensors")
    except OSError:
        return []


class Wardrobe:
    """The LoRAs that are loaded into one model."""

    def __init__(self, ready: Ready, shelf: Shelf) -> None:
        self._ready = ready
        self._shelf = shelf
        self._loaded: dict[tuple[Path, int, int], str] = {}
        self._count = 0

    @contextmanager
    def worn(self, loras: tuple[Lora, ...]) -> Iterator[None]:
        """The model with these LoRAs on, each by its weight. Raises InvalidRequest for one that does not fit it."""
        if not loras:
            yield
            return
        pipe = self._ready.pipe
        if not hasattr(pipe, "load_lora_weights"):
            raise Unsupported(f"The model {self._ready.model.name} takes no LoRA; leave `lora` out.", param="lora")
        if len({lora.name for lora in loras}) > _MOST:
            raise InvalidRequest(f"At most {_MOST} LoRAs go together.", param="lora")
        weights: dict[str, float] = {}
        try:  # to load one also puts it on
            for lora in loras:
                adapter = self._load(lora)
                weights[adapter] = weights.get(adapter, 0.0) + lora.weight
            pipe.enable_lora()
            pipe.set_adapters(list(weights), adapter_weights=list(weights.values()))
            self._shelf.wearing = tuple(sorted(weights.items()))
            yield
        finally:
            self._shelf.wearing = ()
            pipe.disable_lora()

    def _load(self, lora: Lora) -> str:
        path = find_file(self._ready.local.lora_folder, lora.name)
        state = path.stat()
        key = (path, state.st_mtime_ns, state.st_size)  # a file that was replaced is another LoRA
        adapter = self._loaded.pop(key, None)
        if adapter is None:
            self._make_room(_MOST - 1)
            self._count += 1
            adapter = f"lora{self._count}"
            self._read(path, lora.name, adapter)
        self._loaded[key] = adapter
        return adapter

    def _make_room(self, most: int) -> None:
        while len(self._loaded) > most:
            oldest = next(iter(self._loaded))
            self._ready.pipe.delete_adapters(self._loaded.pop(oldest))

    def _read(self, path: Path, name: str, adapter: str) -> None:
        pipe = self._ready.pipe
        before = _list_adapters(pipe)
        try:
            pipe.load_lora_weights(
                str(path.parent),
                weight_name=path.name,
                adapter_name=adapter,
                local_files_only=True,
                use_safetensors=True,
            )
            if adapter not in _list_adapters(pipe) - before:
                raise ValueError("none of its weights has a place in this model")
        except Exception as error:
            if memory.means_out_of_memory(error):
                raise
            _LOG.info("the LoRA %s does not fit %s", name, self._ready.model.name, exc_info=True)
            with suppress(Exception):
                pipe.delete_adapters(adapter)
            kind = type(pipe).__name__.removesuffix("Pipeline")
            raise InvalidRequest(
                f"The LoRA {name!r} does not fit the model {self._ready.model.name}: it has to be made for {kind}.",
                param="lora",
            ) from None


def _list_adapters(pipe: Any) -> set[str]:
    return {adapter for adapters in pipe.get_list_adapters().values() for adapter in adapters}
