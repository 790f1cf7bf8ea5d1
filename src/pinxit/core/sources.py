"""Pictures that come with a request: as bytes, as text in base64, or as an address where they are to be had."""

from __future__ import annotations

import asyncio
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pinxit.core.errors import InvalidRequest, SourceUnavailable
from pinxit.core.images import MAX_SOURCE_BYTES, Source

_DATA_URL = re.compile(r"\s*data:[^,]{0,200},", re.IGNORECASE)
_LONGEST_HEAD = 300
_ALPHABET = bytes.maketrans(b"-_", b"+/")
MAX_SOURCES_BYTES = 64 * 2**20  # of one request
_LONGEST = MAX_SOURCE_BYTES * 4 // 3 + 100_000  # characters of base64, line breaks included


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a picture that is still to be fetched, and the field that it came in."""

    url: str
    name: str = "image"


Reference = Source | Link


class Fetcher(Protocol):
    """Gets pictures from other hosts, and from no private one."""

    async def fetch(self, link: Link) -> Source:
        """The picture behind a link. Raises SourceUnavailable, and InvalidRequest for what is no picture."""
        ...


class NoFetcher:
    """A Fetcher for where nothing may be fetched."""

    async def fetch(self, link: Link) -> Source:
        raise SourceUnavailable(
            "This server fetches no pictures; send the picture itself, for instance as a data URL.", param=link.name
        )


async def gather(references: Sequence[Reference], fetcher: Fetcher) -> tuple[Source, ...]:
    """All sources in their order, the linked ones fetched at the same time.

    Raises what `Fetcher.fetch` raises, and InvalidRequest for more than 64 MB in all.
    """
    left = MAX_SOURCES_BYTES

    async def resolve(reference: Reference) -> Source:
        nonlocal left
        source = reference if isinstance(reference, Source) else await fetcher.fetch(reference)
        left -= len(source.data)
        if left < 0:
            raise InvalidRequest(
                f"All source pictures together may have {MAX_SOURCES_BYTES >> 20} MB.",
                param=reference.name,
                code="image_too_large",
            )
        return source

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(resolve(reference)) for reference in references]
    except ExceptionGroup as several:
        raise several.exceptions[0] from None
    return tuple(task.result() for task in tasks)


def read_reference(text: str, name: str = "image") -> Reference:
    """A URL as a Link; a data URL, or bare base64, as a Source. Raises InvalidRequest with `name` as its param."""
    head = text[:8].lstrip().lower()
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
        # Steps that each run at memory speed: a regular expression took over a second for 20 MB.
        packed = b"".join(text.encode("ascii").split()).rstrip(b"=").translate(_ALPHABET)
        return binascii.a2b_base64(packed + b"=" * (-len(packed) % 4), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError):
        raise InvalidRequest(f"`{name}` is not base64 of a picture.", param=name, code="invalid_image") from None
