"""From what a body asks for to a request that its model accepts: pictures fetched, wishes checked, headers told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from starlette.requests import Request

from pinxit.core.catalog import Catalog, Entry
from pinxit.core.errors import Unsupported
from pinxit.core.images import ImageRequest, Served, Source
from pinxit.core.sources import FileId, Link, Reference, gather
from pinxit.core.studio import ImageResult
from pinxit.dialects.openai import Asked, Form, write_ignored
from pinxit.web.attending import tell_served
from pinxit.web.bodies import finish_unless_hung_up
from pinxit.web.callers import find_owner
from pinxit.web.desk import Desk

_T = TypeVar("_T")
_LARGE = 256 * 1024  # bytes
_Fetch = Callable[[Sequence[Reference]], Awaitable[tuple[Source, ...]]]


@dataclass(frozen=True, slots=True)
class Prepared:
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


async def prepare(desk: Desk, request: Request, asked: Asked, *, recalled: bool = False) -> Prepared:
    """Fetch the pictures and check the whole. `recalled` ones are left out where the model takes none.

    Raises UnknownModel, InvalidRequest and HungUp, before anything is drawn.
    """

    async def fetch(references: Sequence[Reference]) -> tuple[Source, ...]:
        return await fetch_pictures(desk, request, references)

    return await compose(desk.studio.catalog, asked, fetch, recalled=recalled)


async def compose(catalog: Catalog, asked: Asked, fetch: _Fetch, *, recalled: bool = False) -> Prepared:
    """The same for whoever fetches the pictures in another way."""
    entry = catalog.find(asked.model)
    card = entry.card
    if recalled and len(asked.references) > card.sources:
        asked = replace(asked, references=asked.references[: card.sources])
    check_number(entry, asked.references)
    linked = (*asked.references, *([asked.mask] if asked.mask else []))
    pictures = await fetch(linked) if linked else ()
    mask = pictures[-1] if asked.mask else None
    wanted = asked.with_pictures(card, pictures[: len(asked.references)], mask)
    entry.check(wanted)
    headers = tell_served(Served(entry.engine.name, card.name))
    if ignored := asked.ignored(card):
        headers["x-pinxit-ignored"] = write_ignored(ignored)
    return Prepared(wanted, headers)


async def fetch_pictures(desk: Desk, request: Request, references: Sequence[Reference]) -> tuple[Source, ...]:
    """All pictures, as long as the caller is there. Raises HungUp and what `gather` raises."""
    work = gather(await find_files(desk, find_owner(request), references), desk.fetcher)
    if any(isinstance(reference, Link) for reference in references):
        return await finish_unless_hung_up(request, work)
    return await work  # nothing is fetched, so nobody need be watched meanwhile


async def find_files(desk: Desk, owner: str, references: Sequence[Reference]) -> list[Source | Link]:
    """References with the pictures of a key's uploaded files in the places of their ids. Raises InvalidRequest."""
    if desk.filing is not None:
        return await desk.filing.cabinet.resolve(references, owner)
    if named := [reference for reference in references if isinstance(reference, FileId)]:
        raise Unsupported("This server keeps no files; send the picture itself.", param=named[0].name)
    return [reference for reference in references if not isinstance(reference, FileId)]


def check_number(entry: Entry, references: Sequence[Reference]) -> None:
    """Raise Unsupported for more pictures than a model takes.

    Before anything is fetched: nobody has our server ask for pictures that no model will see.
    """
    entry.check_number([reference.name for reference in references])


def tell_result(result: ImageResult) -> dict[str, str]:
    """Headers: who really served it, why another than was asked for, how many pictures are missing, and the sizes."""
    headers = tell_served(Served(result.engine, result.model, result.instead)) | tell_sizes(result)
    if result.missed:
        headers["x-pinxit-missed"] = str(result.missed)
    return headers


def tell_sizes(result: ImageResult) -> dict[str, str]:
    """Where a picture was fitted to the size that was asked for: headers with both sizes."""
    made, native = result.pictures[0].size, result.pictures[0].native
    if native is None:
        return {}
    return {
        "x-pinxit-requested-size": f"{made.width}x{made.height}",
        "x-pinxit-native-size": f"{native.width}x{native.height}",
    }
