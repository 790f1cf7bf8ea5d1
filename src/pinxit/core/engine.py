"""What an engine is: the page that a plugin author reads."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from pinxit.core.images import Format, ImageRequest, Partial, Picture, Progress


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a model is and can do. `created` is in Unix seconds; `sources` is how many pictures it can work from."""

    name: str
    title: str
    owner: str = "pinxit"
    created: int = 1_763_769_600
    formats: tuple[Format, ...] = (Format.PNG, Format.JPEG, Format.WEBP)
    transparency: bool = True
    deterministic: bool = True
    sources: int = 0
    aliases: tuple[str, ...] = field(default=())


class Engine(Protocol):
    """Makes pictures. Knows nothing of HTTP, keys or databases."""

    name: str

    def models(self) -> Sequence[ModelCard]:
        """The models that this engine serves."""
        ...

    def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        """Yield progress, partial pictures if any, and exactly `request.n` pictures; closing the generator cancels.

        Raises Overloaded when the queue is full and EngineFailed when the work broke.
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
