"""How a model is held so that it fits: whole, in fewer bits, or with its parts in main memory until they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pinxit.engines.diffusers.painting.inspection import CHECKPOINT, Make, Part, broken
from pinxit.local import Local
from pinxit.weights import Installed

Reduction = Literal["off", "int8", "fp8", "int4"]
Offload = Literal["", "parts", "layers"]
BITS: dict[str, int] = {"int8": 8, "fp8": 8, "int4": 4}
_DENOISERS = ("transformer", "unet", "prior", CHECKPOINT)
_LARGE_ENCODER = 2**29  # numbers: below that fewer bits save little and cost pictures


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model is held. `size` is the bytes that its weights take on the device.

    `offload` "parts": each part is on the device only while it works; "layers": each layer of it.
    """

    size: int
    reduction: Reduction = "off"
    offload: Offload = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The device that a model must fit: bytes of a number and of the budget, and what it can reduce weights to."""

    device: str
    width: int
    budget: int
    reductions: tuple[Reduction, ...] = ()
    cramped: bool = False
    """Did pictures find no room beside the whole model?"""


def is_reduced(part: Part) -> bool:
    """Is the part one whose weights are held in fewer bits, if any are?"""
    if part.name.startswith("text_encoder"):
        return part.numbers >= _LARGE_ENCODER
    return part.name.startswith(_DENOISERS)


def choose_fit(model: Installed, make: Make, local: Local, place: Place) -> Fit:
    """The way that costs a picture least. Raises ModelBroken, with the figures, where there is none."""
    tries = [settle_reduction(local.quantise, place.reductions)]
    if local.quantise == "auto":
        tries += [reduction for reduction in place.reductions if reduction != "fp8"]
    sizes = {reduction: _weigh(make, place.width, reduction) for reduction in tries}
    for reduction in tries[1:] if place.cramped else tries:
        if sizes[reduction] <= place.budget:
            return Fit(sizes[reduction], reduction)
    if place.device == "cuda":
        # Weights that are packed for a GPU's kernels (int4) stay on it.
        movable: Reduction = min((each for each in tries if each != "int4"), key=sizes.__getitem__, default="off")
        largest = max(_weigh_part(part, place.width, movable) for part in make.parts)
        if largest <= place.budget:
            return Fit(largest, movable, "parts")
        return Fit(min(largest, place.budget // 2), "off", "layers")
    if place.cramped and sizes[tries[0]] <= place.budget:
        return Fit(sizes[tries[0]], tries[0])
    raise broken(model, _explain(sizes, place, local))


def settle_reduction(wanted: str, possible: tuple[Reduction, ...]) -> Reduction:
    """What a setting comes to on a device: what it asks for, else the least reduction that is possible, else none."""
    if wanted in {"auto", "off"} or not possible:
        return "off"
    return next((reduction for reduction in possible if reduction == wanted), possible[0])


def _weigh(make: Make, width: int, reduction: Reduction) -> int:
    return sum(_weigh_part(part, width, reduction) for part in make.parts)


def _weigh_part(part: Part, width: int, reduction: Reduction) -> int:
    return part.weigh_reduced(width, BITS[reduction]) if reduction in BITS and is_reduced(part) else part.weigh(width)


def _explain(sizes: dict[Reduction, int], place: Place, local: Local) -> str:
    need, space = (f"{amount / 1e9:.1f} GB" for amount in (min(sizes.values()), place.budget))
    advice = "" if local.quantise != "off" else ", set local.quantise to auto"
    return f"it takes {need} and models may take {space} here; set local.memory higher{advice} or choose a smaller one"
