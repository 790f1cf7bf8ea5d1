"""Models that are in memory: as many as the budget holds, the one that was used longest ago goes first."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from pinxit.engines.diffusers.painting import (
    caching,
    compiling,
    fitting,
    inspection,
    loading,
    memory,
    openvino,
    precision,
    quantising,
    readings,
)
from pinxit.engines.diffusers.painting.fitting import Fit, Place
from pinxit.engines.diffusers.painting.loading import Report
from pinxit.engines.diffusers.painting.loras import Wardrobe
from pinxit.engines.diffusers.painting.readings import Shelf
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.painting.signatures import remember_signatures
from pinxit.engines.diffusers.work import Manner
from pinxit.local import Local
from pinxit.weights import Installed

_LOG = logging.getLogger("pinxit.diffusers")


@dataclass(eq=False)
class _Resident:
    ready: Ready
    fit: Fit
    shelf: Shelf
    wardrobe: Wardrobe
    away: bool = False
    """Is it in main memory, to make room on the device?"""


class Residents:
    """The models of one device, the one used last at the end."""

    def __init__(self, local: Local, device: str) -> None:
        self.local = local
        self.device = device
        self.budget = local.memory or memory.choose_budget(device)
        self.host_budget = local.host_memory or memory.free_in_main() // 4
        self._crowd = self.budget
        """What several models may take together: less than the budget once that left too little for pictures."""
        self._held: dict[str, _Resident] = {}
        self._cramped: set[str] = set()
        dtype = precision.choose_dtype(local.precision, device)
        self._width = dtype.itemsize
        self._reductions = quantising.list_reductions(device, dtype) if local.quantise != "off" else ()
        if refusal := quantising.explain_refusal(local.quantise, device, self._reductions):
            _LOG.warning("%s", refusal)

    def fetch(self, model: Installed, report: Report) -> Ready:
        """The model on the device. Raises ModelBroken, Cancelled, and what torch raises where memory runs out."""
        held = self._held.get(model.name)
        if held is not None and held.ready.model != model:  # it was registered anew
            self._drop(model.name)
            held = None
        if held is None:
            held = self._load(model, report)
        elif held.away:
            self._make_room(held.fit.size, keep=model.name)
            held.ready.pipe.to(self.device)
            held.away = False
        self._held[model.name] = self._held.pop(model.name, held)
        return held.ready

    @contextmanager
    def dressed(self, model: Installed, manner: Manner, count: int) -> Iterator[None]:
        """A fetched model made ready for one batch: its LoRAs, its step cache, its decoder for so large a picture.

        However the batch ends, the model is afterwards as it was before.
        """
        held = self._held[model.name]
        with ExitStack() as stack:
            stack.enter_context(memory.kept_types(held.ready.pipe))
            stack.enter_context(held.wardrobe.worn(manner.loras))
            stack.enter_context(caching.step_cache(held.ready, manner))
            stack.enter_context(memory.frugal_decoder(held.ready, manner, count))
            yield

    def names(self) -> tuple[str, ...]:
        """Models that are on the device now."""
        return tuple(name for name, held in self._held.items() if not held.away)

    def holds(self, model: Installed) -> bool:
        return model.name in self._held

    def free_all_but(self, model: Installed | None) -> bool:
        """Drop all other models. Returns whether there was one."""
        others = [name for name in self._held if model is None or name != model.name]
        for name in others:
            self._drop(name)
        memory.give_back(self.device)
        return bool(others)

    def note_shortage(self, model: Installed, count: int) -> None:
        """Memory ran out while `count` pictures were painted: make room, and remember for the next time.

        With others beside it, they go, and never again do as many stay. Alone with one picture, the model is loaded
        in a smaller way next time, where there is one.
        """
        taken = sum(held.fit.size for held in self._held.values() if not held.away)
        if self.free_all_but(model):
            self._crowd = min(self._crowd, taken - 1)
        elif count <= 1 and self.device == "cuda" and model.name not in self._cramped:
            self._cramped.add(model.name)
            self._drop(model.name)
            memory.give_back(self.device)

    def _load(self, model: Installed, report: Report) -> _Resident:
        make = inspection.inspect(model)
        place = Place(self.device, self._width, self.budget, self._reductions, model.name in self._cramped)
        fit = fitting.choose_fit(model, make, self.local, place)
        self._make_room(fit.size, keep=model.name)
        ready = loading.load(model, make, fit, self.local, self.device, report)
        precision.arrange(ready.pipe, self.device, ready.dtype)
        remember_signatures(ready.pipe)
        shelf = readings.remember_prompts(ready.pipe)
        loading.place(ready, fit)
        compiling.compile_blocks(ready)
        if beside := openvino.hasten(ready, self.budget - fit.size, report):
            fit = replace(fit, size=fit.size + beside)
            self._make_room(fit.size, keep=model.name)
        report(1.0, "loading")
        return _Resident(ready, fit, shelf, Wardrobe(ready, shelf))

    def _make_room(self, size: int, keep: str) -> None:
        """Send models away, the one used longest ago first, until `size` bytes more are within the budget."""
        while True:
            present = [name for name, held in self._held.items() if not held.away and name != keep]
            if not present or sum(self._held[name].fit.size for name in present) + size <= self._crowd:
                return
            self._send_away(present[0])

    def _send_away(self, name: str) -> None:
        held = self._held[name]
        # In main memory a model is back in a second, where its files would take a minute. On a CPU that is the same
        # memory, and weights that torchao packed for a GPU stay there.
        movable = self.device != "cpu" and not held.fit.offload and held.fit.reduction == "off"
        if not movable or held.fit.size > self.host_budget:
            self._drop(name)
            return
        waiting = [other for other, resident in self._held.items() if resident.away]
        while waiting and sum(self._held[other].fit.size for other in waiting) + held.fit.size > self.host_budget:
            self._drop(waiting.pop(0))
        held.ready.pipe.to("cpu")
        held.away = True
        memory.give_back(self.device)

    def _drop(self, name: str) -> None:
        held = self._held.pop(name)
        held.ready.others.clear()
        if hasattr(held.ready.pipe, "remove_all_hooks"):
            held.ready.pipe.remove_all_hooks()
        del held
        memory.give_back(self.device)
