"""From what a body asks for to a request that its model accepts: pictures fetched, wishes checked, headers told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from starlette.requests import Request

from pinxit.core.catalog import Entry
from pinxit.core.images import ImageRequest, Source
from pinxit.core.sources import Link, Reference, gather
from pinxit.core.studio import ImageResult
from pinxit.dialects.openai import Asked, Form, write_ignored
from pinxit.web.bodies import finish_unless_hung_up
from pinxit.web.desk import Desk

_T = TypeVar("_T")
_LARGE = 256 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Order:
    """A request that its model accepts, and the headers that say who serves it and what nobody reads."""

    request: ImageRequest
    headers: dict[str, str]


async def read_beside(read: Callable[[bytes], _T], body: bytes) -> _T:
    """What `read` makes of a body. A large one is read in a thread, so that others need not wait for it."""
    return await asyncio.to_thread(read, body) if len(body) > _LARGE else read(body)


async def read_form_beside(read: Callable[[Form], _T], form: Form) -> _T:
    """The same for a form: a picture may come as a text in it, too."""
    size = sum(len(text) for _, text in form.texts)
    return await asyncio.to_thread(read, form) if size > _LARGE else read(form)


async def take_order(desk: Desk, request: Request, asked: Asked, *, recalled: bool = False) -> Order:
    """Fetch the pictures and check the whole. `recalled` ones are left out where the model takes none.

    Raises UnknownModel, InvalidRequest and HungUp, before anything is drawn.
    """
    entry = desk.studio.catalog.find(asked.model)
    card = entry.card
    if recalled and len(asked.references) > card.sources:
        asked = replace(asked, references=asked.references[: card.sources])
    check_number(entry, asked.references)
    linked = (*asked.references, *([asked.mask] if asked.mask else []))
    pictures = await fetch_pictures(desk, request, linked)
    mask = pictures[-1] if asked.mask else None
    wanted = asked.with_pictures(card, pictures[: len(asked.references)], mask)
    entry.check(wanted)
    headers = {"x-pinxit-engine": entry.engine.name, "x-pinxit-model": card.name}
    if ignored := asked.ignored(card):
        headers["x-pinxit-ignored"] = write_ignored(ignored)
    return Order(wanted, headers)


async def fetch_pictures(desk: Desk, request: Request, references: Sequence[Reference]) -> tuple[Source, ...]:
    """All pictures, as long as the caller is there. Raises HungUp and what `gather` raises."""
    work = gather(references, desk.fetcher)
    if any(isinstance(reference, Link) for reference in references):
        return await finish_unless_hung_up(request, work)
    return await work  # nothing is fetched, so nobody need be watched meanwhile


def check_number(entry: Entry, references: Sequence[Reference]) -> None:
    """Raise Unsupported for more pictures than a model takes.

    Before anything is fetched: nobody has our server ask for pictures that no model will see.
    """
    entry.check_number([reference.name for reference in references])


def tell_sizes(result: ImageResult) -> dict[str, str]:
    """Where a picture was fitted to the size that was asked for: headers with both sizes."""
    made, native = result.pictures[0].size, result.pictures[0].native
    if native is None:
        return {}
    return {
        "x-pinxit-requested-size": f"{made.width}x{made.height}",
        "x-pinxit-native-size": f"{native.width}x{native.height}",
    }
