"""The one use case: a request goes in, pictures come out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial

from pinxit.core.catalog import Catalog
from pinxit.core.errors import EngineFailed
from pinxit.core.fitting import fit
from pinxit.core.images import ImageRequest, Partial, Picture, Progress, Size, Usage
from pinxit.core.sizes import at_tier, nearest_tier
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
    """Finds the engine, lets it draw, fits what comes back to the size that was asked for, and counts it."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    async def stream(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        """Progress, partial pictures and pictures as they come; closing the generator cancels the work.

        Raises UnknownModel, InvalidRequest, Overloaded and EngineFailed, the first two before anything is drawn.
        """
        entry = self.catalog.find(request.model)
        async with aclosing(entry.engine.draw(entry.check(request))) as events:
            async for event in events:
                if isinstance(event, Progress):
                    yield event
                else:
                    yield await _fit(event, _choose_size(request, event.size), request.compression)

    async def watch(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture | ImageResult]:
        """What `stream` yields as it comes, and last the whole result. Raises what `stream` raises."""
        entry = self.catalog.find(request.model)
        pictures: list[Picture] = []
        partials = 0
        async with aclosing(self.stream(request)) as events:
            async for event in events:
                if isinstance(event, Picture):
                    pictures.append(event)
                elif isinstance(event, Partial):
                    partials += 1
                yield event
        if len(pictures) != request.n:
            raise EngineFailed(f"{entry.engine.name} made {len(pictures)} of {request.n} pictures.")
        pictures.sort(key=lambda picture: picture.index)
        usage = count_usage(request.prompt, pictures, request.sources, partials)
        yield ImageResult(request, tuple(pictures), entry.engine.name, entry.card.name, usage)

    async def create(self, request: ImageRequest) -> ImageResult:
        """Wait for all pictures, in the order of their index. Raises what `stream` raises."""
        async with aclosing(self.watch(request)) as events:
            async for event in events:
                if isinstance(event, ImageResult):
                    return event
        raise AssertionError("the studio ends with a result or an error")


def _choose_size(request: ImageRequest, made: Size) -> Size:
    """What a picture must have: what was asked for, else what was made, in the class of resolution asked for."""
    if request.size is not None or request.tier is None or nearest_tier(made) is request.tier:
        return request.size or made
    return at_tier(made, request.tier)


async def _fit(shown: Partial | Picture, size: Size, compression: int) -> Partial | Picture:
    if shown.size == size:
        return shown
    work: Callable[[], Partial | Picture] = partial(fit, shown, size, compression)
    return await asyncio.to_thread(work)
