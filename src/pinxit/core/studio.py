"""The one use case: a request goes in, pictures come out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial

from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.errors import EngineFailed
from pinxit.core.fitting import fit
from pinxit.core.images import ImageRequest, Missed, Partial, Picture, Progress, Served, Size, Usage
from pinxit.core.sizes import at_tier, is_alike, nearest_tier
from pinxit.core.tokens import count_usage, share_usage


@dataclass(frozen=True, slots=True)
class ImageResult:
    """What came of a request, who really served it and what it cost."""

    request: ImageRequest
    pictures: tuple[Picture, ...]
    engine: str
    model: str
    usage: Usage
    instead: str = ""
    """Why another than the model asked for made them, as `Served.instead` has it."""
    missed: int = 0
    """How many of the pictures asked for could not be made."""


class Studio:
    """Finds the engine, lets it draw, fits what comes back to the size that was asked for, and counts it."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    async def stream(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """What the engine yields as it comes, pictures fitted; closing the generator cancels the work.

        Raises UnknownModel, InvalidRequest, Overloaded and EngineFailed, the first two before anything is drawn.
        """
        entry = self.catalog.find(request.model)
        async with aclosing(entry.engine.draw(entry.check(request))) as events:
            async for event in events:
                if isinstance(event, Partial | Picture):
                    yield await _fit(event, _choose_size(request, event.size, entry.card), request.compression)
                else:
                    yield event

    async def watch(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture | Served | ImageResult]:
        """What is made as it comes, and last the whole result. Raises what `stream` raises.

        Where no picture could be made, why the first one could not is raised.
        """
        entry = self.catalog.find(request.model)
        tally = _Tally(Served(entry.engine.name, entry.card.name))
        async with aclosing(self.stream(request)) as events:
            async for event in events:
                tally.note(event)
                if not isinstance(event, Missed | Usage):
                    yield event
        yield tally.close(request)

    async def create(self, request: ImageRequest) -> ImageResult:
        """Wait for all pictures, in the order of their index. Raises what `stream` raises."""
        async with aclosing(self.watch(request)) as events:
            async for event in events:
                if isinstance(event, ImageResult):
                    return event
        raise AssertionError("the studio ends with a result or an error")


class _Tally:
    """What an engine has yielded so far."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._pictures: list[Picture] = []
        self._missed: list[Missed] = []
        self._partials = 0
        self._told: Usage | None = None

    def note(self, event: Drawn) -> None:
        if isinstance(event, Picture):
            self._pictures.append(event)
        elif isinstance(event, Missed):
            self._missed.append(event)
        elif isinstance(event, Served):
            self._served = event
        elif isinstance(event, Usage):
            self._told = event if self._told is None else self._told + event
        elif isinstance(event, Partial):
            self._partials += 1

    def close(self, request: ImageRequest) -> ImageResult:
        """The result. Raises what the engine missed, where it has made nothing, and EngineFailed."""
        served, made, missed = self._served, self._pictures, self._missed
        if missed and not made:
            raise min(missed, key=lambda miss: miss.index).error
        if len(made) + len(missed) != request.n:
            raise EngineFailed(f"{served.engine} made {len(made)} of {request.n} pictures.")
        made.sort(key=lambda picture: picture.index)
        if self._told is not None:
            shares = share_usage(self._told, [picture.size for picture in made])
            made = [replace(picture, usage=share) for picture, share in zip(made, shares, strict=True)]
        usage = self._told or count_usage(request.prompt, made, request.sources, self._partials)
        return ImageResult(request, tuple(made), served.engine, served.model, usage, served.instead, len(missed))


def _choose_size(request: ImageRequest, made: Size, card: ModelCard) -> Size:
    """What a picture must have: what was asked for, else what was made, in the class of resolution asked for.

    Where a ratio was, the pixels that the model asked for has for it are as good as ours. Another that stands in for it
    has no say: whoever asks by ratio knows the pixels of the model, as the seed's table has them.
    """
    if request.size is not None and not request.pixels_said and is_alike(made, request.size):
        return made if card.sizes.nearest(request.size) == made else request.size
    if request.size is not None or request.tier is None or nearest_tier(made) is request.tier:
        return request.size or made
    return at_tier(made, request.tier)


async def _fit(shown: Partial | Picture, size: Size, compression: int) -> Partial | Picture:
    if shown.size == size:
        return shown
    work: Callable[[], Partial | Picture] = partial(fit, shown, size, compression)
    return await asyncio.to_thread(work)
