"""What is said between the engine and its workers: plain values, no torch."""

from __future__ import annotations

from dataclasses import dataclass, field

from pinxit.core.errors import PinxitError
from pinxit.local import Local
from pinxit.weights import Installed


@dataclass(frozen=True, slots=True)
class Lora:
    """A LoRA of the allowed folder: the stem of its file's name, and how much of it, -2 to 2."""

    name: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How a picture is made: wishes whose manners and models are equal can be made together.

    `strength` (0 to 1) is how much of a source picture is made anew, where the model does not follow instructions.
    `edit` is "" for a picture from words alone, "image" for one from sources, "mask" for the masked part of the first,
    "outpaint" for what lies around it. `apart` keeps wishes of different requests apart ("" lets all go together).
    """

    width: int
    height: int
    steps: int
    guidance: float
    scheduler: str = ""
    strength: float = 0.0
    edit: str = ""
    sources: int = 0
    negated: bool = False
    loras: tuple[Lora, ...] = ()
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One picture of a batch. `sources` and `mask` are image files as they came; `previews` how many are wanted."""

    prompt: str
    seed: int
    negative: str = ""
    sources: tuple[bytes, ...] = field(default=(), repr=False)
    mask: bytes | None = field(default=None, repr=False)
    previews: int = 0


@dataclass(frozen=True, slots=True)
class Paint:
    """A task: paint one batch."""

    local: Local
    model: Installed
    manner: Manner
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A task: have a model ready. The answer is a Loaded."""

    local: Local
    model: Installed


@dataclass(frozen=True, slots=True)
class Still:
    """Pixels: `width` x `height` x 3 bytes of RGB, row after row."""

    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sight:
    """The value of a report while a batch is painted: which step of how many is done, and previews if any.

    `previews` are as many as items, None for those that want none now.
    """

    step: int
    steps: int
    previews: tuple[Still | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Painted:
    """The answer to a Paint: a picture for each item in their order, and what is resident now, latest used last."""

    stills: tuple[Still, ...]
    resident: tuple[str, ...] = ()
    peak: int = 0
    """Bytes of the device's memory that were taken at most; 0 where it does not tell."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The answer to a Load."""

    resident: tuple[str, ...]


class OutOfMemory(PinxitError):
    """The device's memory did not suffice for this batch; the worker has freed what it could and goes on."""


class ModelBroken(PinxitError):
    """The model's files cannot be loaded; the message says why."""
