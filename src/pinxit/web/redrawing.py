"""Where the picture of an earlier answer cannot be changed as wished: drawn anew from the conversation's words."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest, Partial, Picture
from pinxit.core.studio import ImageResult, Studio
from pinxit.dialects.redrawing import note

_UNABLE = "unsupported_edit"  # the code with which an engine says that it cannot change a picture so


async def create(studio: Studio, wanted: ImageRequest, words: str) -> ImageResult:
    """What is wanted, or what comes of `words`, if there are any. Raises what `Studio.create` raises."""
    try:
        return await studio.create(wanted)
    except InvalidRequest as refusal:
        result = await studio.create(_turn(wanted, words, refusal))
    return replace(result, pictures=tuple(note(picture) for picture in result.pictures))


async def watch(studio: Studio, wanted: ImageRequest, words: str) -> AsyncGenerator[Partial | Picture | ImageResult]:
    """The same as it comes. Raises what `Studio.watch` raises."""
    try:
        async with aclosing(studio.watch(wanted)) as events:
            async for event in events:
                yield event
        return
    except InvalidRequest as refusal:
        anew = _turn(wanted, words, refusal)
    async with aclosing(studio.watch(anew)) as events:
        async for event in events:
            yield _note(event)


def _turn(wanted: ImageRequest, words: str, refusal: InvalidRequest) -> ImageRequest:
    """The request to draw anew. Raises the refusal where it is about something else, or nothing can be drawn anew."""
    if refusal.code != _UNABLE or not words:
        raise refusal
    return replace(wanted, prompt=words, sources=())


def _note(event: Partial | Picture | ImageResult) -> Partial | Picture | ImageResult:
    if isinstance(event, Picture):
        return note(event)
    if isinstance(event, ImageResult):
        return replace(event, pictures=tuple(note(picture) for picture in event.pictures))
    return event
