"""Pictures that come with a request: as bytes, as text in base64, by an address, or by the id of an uploaded file."""

from __future__ import annotations

import asyncio
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import pybase64

from pinxit.core.errors import InvalidRequest, SourceUnavailable
from pinxit.core.images import MAX_SOURCE_BYTES, Source

_DATA_URL = re.compile(r"\s*data:[^,]{0,200},", re.IGNORECASE)
_LONGEST_HEAD = 300
_ALPHABET = bytes.maketrans(b"-_", b"+/")
_BLANKS = b" \t\r\n\v\f"
MAX_SOURCES_BYTES = 64 * 2**20  # of one request
MAX_LINKS = 32  # of one request, whatever a model takes: nobody has a server ask thousands of times for one body
_LONGEST = MAX_SOURCE_BYTES * 4 // 3 + 100_000  # characters of base64, line breaks included


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a picture that is still to be fetched, and the field that it came in."""

    url: str
    name: str = "image"


@dataclass(frozen=True, slots=True)
class FileId:
    """The id of a file that the caller uploaded before, and the field that it came in."""

    id: str
    name: str = "image"


Reference = Source | Link | FileId


class Fetcher(Protocol):
    """Gets pictures from other hosts, and from no private one."""

    async def fetch(self, link: Link) -> Source:
        """The picture behind a link.

        Raises SourceUnavailable, InvalidRequest for what is no picture, and Overloaded where too many are fetched.
        """
        ...


class NoFetcher:
    """A Fetcher for where nothing may be fetched."""

    async def fetch(self, link: Link) -> Source:
        raise SourceUnavailable(
            "This server fetches no pictures; send the picture itself, for instance as a data URL.", param=link.name
        )


async def gather(references: Sequence[Source | Link], fetcher: Fetcher) -> tuple[Source, ...]:
    """All sources in their order, the linked ones fetched at the same time.

    Raises what `Fetcher.fetch` raises, and InvalidRequest for more than 64 MB or 32 links in all.
    """
    links = [reference for reference in references if isinstance(reference, Link)]
    if len(links) > MAX_LINKS:
        raise InvalidRequest(
            f"A request may link to {MAX_LINKS} pictures, not {len(links)}.", param=links[MAX_LINKS].name
        )
    if not links:  # nothing to wait for
        return _weigh([reference for reference in references if isinstance(reference, Source)])
    left = MAX_SOURCES_BYTES

    async def resolve(reference: Source | Link) -> Source:
        nonlocal left
        source = reference if isinstance(reference, Source) else await fetcher.fetch(reference)
        left -= len(source.data)
        if left < 0:  # before the others have come as well
            raise _too_heavy(reference.name)
        return source

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(resolve(reference)) for reference in references]
    except ExceptionGroup as several:
        raise several.exceptions[0] from None
    return tuple(task.result() for task in tasks)


def _weigh(sources: Sequence[Source]) -> tuple[Source, ...]:
    if sum(len(source.data) for source in sources) > MAX_SOURCES_BYTES:
        raise _too_heavy(sources[-1].name)
    return tuple(sources)


def _too_heavy(name: str) -> InvalidRequest:
    return InvalidRequest(
        f"All source pictures together may have {MAX_SOURCES_BYTES >> 20} MB.", param=name, code="image_too_large"
    )


def read_reference(text: str, name: str = "image") -> Source | Link:
    """A URL as a Link; a data URL, or bare base64, as a Source. Raises InvalidRequest with `name` as its param."""
    head = text[:40].lstrip().lower()
    if head.startswith(("http:", "https:")):
        return Link(text.strip(), name)
    if not head.startswith("data:") and re.match(r"\s*[a-z][a-z0-9+.-]*:", text[:40], re.IGNORECASE):
        raise InvalidRequest(
            f"`{name}` must be an https, http or data URL, not {text[:40]!r}.", param=name, code="invalid_value"
        )
    return Source(read_base64(text, name), name)


def read_base64(text: str, name: str = "image") -> bytes:
    """The bytes of base64 in either alphabet, with or without padding, line breaks and the head of a data URL.

    Raises InvalidRequest, with `name` as its param, for text that is too long to be a source or no base64.
    """
    if len(text) > _LONGEST:
        raise InvalidRequest(
            f"A source picture may have {MAX_SOURCE_BYTES >> 20} MB.", param=name, code="image_too_large"
        )
    if head := _DATA_URL.match(text[:_LONGEST_HEAD]):
        if ";base64" not in head[0].lower():
            raise InvalidRequest(f"The data URL in `{name}` must be in base64.", param=name, code="invalid_image")
        text = text[head.end() :]
    try:
        # One pass at memory speed: a regular expression took over a second for 20 MB, and splitting at the blanks
        # made millions of pieces where a hostile text has one behind every few characters.
        packed = text.encode("ascii").translate(_ALPHABET, _BLANKS).rstrip(b"=")
        # The standard library's decoder holds the interpreter fifty times as long, and every caller with it.
        return pybase64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise InvalidRequest(f"`{name}` is not base64 of a picture.", param=name, code="invalid_image") from None
