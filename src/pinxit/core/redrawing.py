"""Where the picture of an earlier answer cannot be changed as wished: drawn anew from the conversation's words."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import ImageRequest, Partial, Picture, Progress, Served
from pinxit.core.studio import ImageResult, Studio

NOTE = "Drawn anew, since the picture before cannot be changed in this way."
"""Stands before what was drawn."""

_UNABLE = "unsupported_edit"  # the code with which an engine says that it cannot change a picture so


def note(picture: Picture) -> Picture:
    """The picture, whose description says that it was drawn anew."""
    return replace(picture, description=f"{NOTE} {picture.description}")


def is_noted(picture: Picture) -> bool:
    """Was the picture drawn anew?"""
    return picture.description.startswith(NOTE)


async def watch(
    studio: Studio, wanted: ImageRequest, words: str
) -> AsyncGenerator[Progress | Partial | Picture | Served | ImageResult]:
    """What is wanted as it comes, or what comes of `words`, if there are any. Raises what `Studio.watch` raises."""
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


def _note(
    event: Progress | Partial | Picture | Served | ImageResult,
) -> Progress | Partial | Picture | Served | ImageResult:
    if isinstance(event, Picture):
        return note(event)
    if isinstance(event, ImageResult):
        return replace(event, pictures=tuple(note(picture) for picture in event.pictures))
    return event
