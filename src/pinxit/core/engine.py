"""What an engine is: the page that a plugin author reads."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from pinxit.core.images import (
    MAX_PARTIALS,
    Format,
    ImageRequest,
    Missed,
    OptionValue,
    Partial,
    Picture,
    Progress,
    Quality,
    Served,
    Usage,
)
from pinxit.core.sizes import Native


@dataclass(frozen=True, slots=True)
class Choice:
    """An option that takes one of some words."""

    words: tuple[str, ...]
    default: str | None = None

    @property
    def expected(self) -> str:
        return " or ".join(", ".join(self.words).rsplit(", ", 1))

    def takes(self, value: OptionValue) -> bool:
        return value in self.words


@dataclass(frozen=True, slots=True)
class Span:
    """An option that takes a number from `low` to `high`; a whole one, unless `fractions`."""

    low: float
    high: float
    default: float | None = None
    fractions: bool = False

    @property
    def expected(self) -> str:
        return f"{'a number' if self.fractions else 'a whole number'} from {self.low:g} to {self.high:g}"

    def takes(self, value: OptionValue) -> bool:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and self.low <= float(value) <= self.high and (self.fractions or float(value).is_integer())


@dataclass(frozen=True, slots=True)
class Text:
    """An option that takes a text of at most `length` characters."""

    length: int = 4_000
    default: str | None = None

    @property
    def expected(self) -> str:
        return f"a text of at most {self.length} characters"

    def takes(self, value: OptionValue) -> bool:
        return isinstance(value, str) and len(value) <= self.length


Option = Choice | Span | Text


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model is and can do.

    `created` and `retires` are in Unix seconds. `sources` is how many pictures it can work from, `masks` whether it can
    make a masked part of the first one anew, `partials` how many unfinished states it shows. `sizes` are those that it
    makes by itself; others are fitted. `options` are the wishes beyond the usual ones, by the name of their field: what
    a Choice, Span or Text does not take is refused before `draw`, which gets a whole number as an int. `remote` says
    that a service elsewhere makes the pictures, which costs money and may be away. `heavy` says that the model takes
    long to be loaded: nothing is drawn with it only to see whether it works.

    Callers who say nothing ask for PNG in quality HIGH: a card without these is refused until they name another.
    """

    name: str
    title: str
    owner: str = "pinxit"
    created: int = 1_763_769_600
    formats: tuple[Format, ...] = (Format.PNG, Format.JPEG, Format.WEBP)
    qualities: tuple[Quality, ...] = (Quality.LOW, Quality.MEDIUM, Quality.HIGH)
    transparency: bool = True
    deterministic: bool = True
    sources: int = 0
    masks: bool = False
    partials: int = 0
    sizes: Native = field(default_factory=Native)
    options: Mapping[str, Option] = field(default_factory=dict)
    aliases: tuple[str, ...] = field(default=())
    retires: int | None = None
    remote: bool = False
    heavy: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.partials <= MAX_PARTIALS:
            raise ValueError(f"partials must be 0 to {MAX_PARTIALS}, not {self.partials}")


Drawn = Progress | Partial | Picture | Missed | Served | Usage
"""What comes out of an engine."""


class Engine(Protocol):
    """Makes pictures. Knows nothing of HTTP, keys or databases.

    It may have an attribute `capacity: int`, how many pictures it makes at once; without, it is given eight. What is
    beyond waits where keys take turns, so an engine need not queue much. One that asks a service may have an attribute
    `accounts: Collection[str]`, the payers that have an account of their own there: one that is refused or out of
    quota says nothing about the others.
    """

    name: str

    def models(self) -> Sequence[ModelCard]:
        """The models that this engine serves."""
        ...

    def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """Yield progress, partial pictures if any, and exactly `request.n` pictures; closing the generator cancels.

        An engine that makes each picture by itself may yield Missed in the place of one that failed, while another
        succeeded. One that is told by a service how many tokens were used yields Usage, once or for each picture, all
        of which is added; for others they are counted. Served is for engines that pass the work on to others.

        The request has passed the model's card. Raises Overloaded when the queue is full, Blocked when the wish is
        declined, InvalidRequest for what only a look at the sources tells, and EngineFailed when the work broke.
        """
        ...

    async def close(self) -> None:
        """Give back processes, connections and files."""
        ...


@runtime_checkable
class StartingEngine(Engine, Protocol):
    """An engine with something slow to start. Others have no `start`; both draw without having been started."""

    async def start(self) -> None:
        """Get everything ready that the first picture would wait for. Raises EngineFailed."""
        ...


@runtime_checkable
class ChangingEngine(Engine, Protocol):
    """An engine whose models may become others while it is open."""

    async def refresh(self) -> bool:
        """Look for other models, quickly; True where `models` now tells others than before."""
        ...
