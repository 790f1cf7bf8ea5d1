"""What this machine has for open-weights models, and which of them suit it: a section of `pinxit doctor`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING

from pinxit.cli.columns import clean

if TYPE_CHECKING:
    from pinxit.settings import Settings
    from pinxit.weights import Facts

Finding = tuple[bool | None, str]
_GIGA = 10**9
_SHARE = 0.9  # of a GPU that models may take, as [local] memory has it; of main memory it is half
_SMI_LIMIT = 10.0  # seconds
_TORCH_LIMIT = 90.0  # seconds; importing it takes some ten, and waking up many GPUs, too
_SMI = ["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"]
_ASK_TORCH = """
import json, torch
cards = [torch.cuda.get_device_properties(at) for at in range(torch.cuda.device_count())]
print(json.dumps([[card.name, card.total_memory] for card in cards]))
"""


@dataclass(frozen=True, slots=True)
class Gpu:
    """`memory` in bytes."""

    name: str
    memory: int


def check_machine(settings: Settings) -> Iterator[Finding]:
    """How open-weights models would run here. Nothing of it is needed: no finding is a failure."""
    from pinxit.engines import tell_lack  # noqa: PLC0415
    from pinxit.engines.diffusers.accelerators import find_devices  # noqa: PLC0415
    from pinxit.weights import Shelf  # noqa: PLC0415

    lack = tell_lack()
    yield (None, lack) if lack else (True, f"torch {_find_version('torch')}, diffusers {_find_version('diffusers')}")
    device = find_devices()[0]
    gpus = list_gpus() if device.startswith("cuda") else []
    yield from _tell_gpus(gpus, device, torch_is_here=not lack)
    folder = settings.local.models
    yield True, f"{measure_memory() / _GIGA:.1f} GB of main memory"
    yield True, f"{_measure_disk(folder) / _GIGA:.1f} GB of free disk for models in {clean(str(folder))}"
    if names := [model.name for model in Shelf(settings.local).list_installed()]:
        yield True, f"models on this machine: {', '.join(names)}"
    found = list(_advise_for(gpus, device, settings.local.memory))
    yield from ((None, advice.write()) for advice in found)
    if not found:
        yield None, "none of the models that pinxit knows fits in the memory of this machine"


def advise_here() -> Iterator[Advice]:
    """Models that suit this machine, the best one first."""
    from pinxit.engines.diffusers.accelerators import find_devices  # noqa: PLC0415

    device = find_devices()[0]
    yield from _advise_for(list_gpus() if device.startswith("cuda") else [], device)


def could_paint() -> bool:
    """Is there a GPU, or did somebody install what open-weights models need?"""
    from pinxit.engines import tell_lack  # noqa: PLC0415
    from pinxit.engines.diffusers.accelerators import find_devices  # noqa: PLC0415

    return not tell_lack() or find_devices() != ("cpu",)


def _advise_for(gpus: list[Gpu], device: str, told: int = 0) -> Iterator[Advice]:
    """`told` is what the operator lets models take; 0: nothing was said."""
    from pinxit.weights.known import list_known  # noqa: PLC0415

    smallest = min((gpu.memory for gpu in gpus), default=0)
    room = told or int(smallest * _SHARE if smallest else measure_memory() / 2)
    yield from advise(list_known(), room, on_cpu=device == "cpu")


def list_gpus() -> list[Gpu]:
    """The GPUs by their driver's own tool, which takes no time, else by torch, which takes seconds."""
    return list(_ask_driver()) or list(_ask_torch())


def _find_version(package: str) -> str:
    try:
        return version_of(package)
    except PackageNotFoundError:
        return "of an unknown version"


def _tell_gpus(gpus: Iterable[Gpu], device: str, *, torch_is_here: bool) -> Iterator[Finding]:
    if device == "mps":
        yield True, "Apple's GPU, which shares the main memory"
    elif device == "cpu":
        yield None, "no GPU: models run on the processor, which takes long"
    for gpu in gpus:
        yield True, f"GPU {clean(gpu.name)}, {gpu.memory / _GIGA:.1f} GB"
    if device.startswith("cuda") and torch_is_here and not list(_ask_torch()):
        yield None, "PyTorch does not use the GPU: take its build for it, https://pytorch.org/get-started"


def _ask_driver() -> Iterator[Gpu]:
    with suppress(OSError, ValueError, subprocess.SubprocessError):
        said = subprocess.run(_SMI, capture_output=True, text=True, timeout=_SMI_LIMIT, check=True).stdout  # noqa: S603
        for line in said.splitlines():
            name, _, mebibytes = line.rpartition(",")
            yield Gpu(name.strip(), int(mebibytes) * 2**20)


def _ask_torch() -> Iterator[Gpu]:
    # In a process of its own: it takes half a gigabyte, and a broken driver may not come back.
    with suppress(OSError, ValueError, subprocess.SubprocessError):
        command = [sys.executable, "-c", _ASK_TORCH]
        said = subprocess.run(command, capture_output=True, timeout=_TORCH_LIMIT, check=True).stdout  # noqa: S603
        for name, memory in json.loads(said):
            yield Gpu(name, memory)


def measure_memory() -> int:
    """Main memory in bytes: what a container may have, else what the machine has; 0 where nobody tells."""
    with suppress(AttributeError, ValueError, OSError):
        found = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        for path in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
            with suppress(OSError, ValueError):  # no file, or "max"
                found = min(found, int(Path(path).read_text(encoding="ascii")))
        return found
    return 0


def _measure_disk(folder: Path) -> int:
    """Free bytes where the folder is, or will be."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(there).free


@dataclass(frozen=True, slots=True)
class Advice:
    """A model that suits; `share` is how many bytes its weights take for each byte that they have in 16 bits."""

    facts: Facts
    why: str
    share: float = 1.0

    @property
    def reduced(self) -> bool:
        return self.share < 1

    def write(self) -> str:
        """What it is, what it needs, and how to get it."""
        facts = self.facts
        how = ' with quantise = "int8" in [local]' if self.reduced else ""
        steps = f"{facts.steps} step{'s' if facts.steps != 1 else ''} at {facts.side}x{facts.side}"
        needed = facts.memory * self.share / _GIGA
        return (
            f"{self.why}: {facts.name}{how}, {steps}, {needed:.1f} GB of weights, {facts.licence}. "
            f"Run: pinxit models pull {facts.name}"
        )


def advise(known: Iterable[Facts], room: int, *, on_cpu: bool) -> Iterator[Advice]:
    """Models that may be used commercially and that nobody has to be asked for, as far as they fit in `room` bytes.

    On a GPU the first of the list that fits, if need be in 8 bits; on a CPU that with the least work, where weights
    take twice the memory (32 bits), and one with another licence if it makes do with less.
    """
    open_ones = [facts for facts in known if facts.memory and not facts.gated]
    if not on_cpu:
        fitting = [facts for facts in open_ones if facts.commercial and facts.memory <= 2 * room]
        for facts in fitting[:1]:
            yield Advice(facts, "a model for this machine", 0.5 if facts.memory > room else 1.0)
        return
    fitting = sorted((facts for facts in open_ones if 2 * facts.memory <= room), key=_weigh)
    if fitting:
        yield Advice(
            fitting[0], f"a model for a processor{'' if fitting[0].commercial else ', not for commercial use'}", 2
        )
    if (free := next((facts for facts in fitting if facts.commercial), None)) and free is not fitting[0]:
        yield Advice(free, "a model for a processor, for commercial use, too", 2)


def _weigh(facts: Facts) -> float:
    """How much work a picture is, very roughly: weights by steps by pixels."""
    return facts.memory * facts.steps * facts.side**2
