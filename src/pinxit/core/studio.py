"""The one use case: a request goes in, pictures come out."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from pinxit.core.catalog import Catalog
from pinxit.core.errors import EngineFailed
from pinxit.core.images import ImageRequest, Partial, Picture, Progress, Usage
from pinxit.core.tokens import count_usage


@dataclass(frozen=True, slots=True)
class ImageResult:
    """What came of a request, who really served it and what it cost."""

    request: ImageRequest
    pictures: tuple[Picture, ...]
    engine: str
    model: str
    usage: Usage


class Studio:
    """Finds the engine, lets it draw and counts what comes back."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    async def stream(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        """Progress, partial pictures and pictures as they come; closing the generator cancels the work.

        Raises UnknownModel, InvalidRequest, Overloaded and EngineFailed, the first two before anything is drawn.
        """
        entry = self.catalog.find(request.model)
        async with aclosing(entry.engine.draw(entry.check(request))) as events:
            async for event in events:
                yield event

    async def create(self, request: ImageRequest) -> ImageResult:
        """Wait for all pictures, in the order of their index. Raises what `stream` raises."""
        entry = self.catalog.find(request.model)
        async with aclosing(self.stream(request)) as events:
            pictures = [event async for event in events if isinstance(event, Picture)]
        if len(pictures) != request.n:
            raise EngineFailed(f"{entry.engine.name} made {len(pictures)} of {request.n} pictures.")
        pictures.sort(key=lambda picture: picture.index)
        return ImageResult(
            request=request,
            pictures=tuple(pictures),
            engine=entry.engine.name,
            model=entry.card.name,
            usage=count_usage(request.prompt, pictures, request.sources),
        )
