"""Files that callers bring, and those that batches give back: kept in pieces, each key's for itself."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pinxit.core.archive import Archive
from pinxit.core.errors import InvalidRequest, NotFound
from pinxit.core.images import MAX_SOURCE_BYTES, Source
from pinxit.core.sources import MAX_SOURCES_BYTES, FileId, Link, Reference

PIECE = 4 * 2**20
"""Bytes of a file that are in memory at once."""
LONGEST = 30 * 86_400
"""Seconds for which a file is kept at most."""
OUTPUT = "batch_output"
"""The purpose of files that batches write."""
_PICTURES = {"vision", "user_data", "assistants"}  # purposes of files that may be source pictures


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a key. Times are in Unix seconds, `size` in bytes."""

    id: str
    owner: str
    name: str
    purpose: str
    size: int
    created: float
    expires: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file: its name in the archive, and its bytes counted."""

    kept: str
    size: int


class FileBook(Protocol):
    """Which files there are. Each method is one transaction; another key's file is as unknown as none."""

    async def add(self, file: StoredFile, pieces: Sequence[Piece], room: int) -> None:
        """Write a file down. Raises InvalidRequest where the files of its key would have more than `room` bytes."""
        ...

    async def find(self, file_id: str, owner: str) -> StoredFile:
        """A file of a key. Raises NotFound for expired ones, too."""
        ...

    async def list_files(
        self, owner: str, *, limit: int, after: str | None = None, purpose: str | None = None, ascending: bool = False
    ) -> list[StoredFile]:
        """Files of a key, newest first; `after` is the last id seen before. Raises InvalidRequest where it is none."""
        ...

    async def list_pieces(self, file_id: str) -> list[Piece]:
        """What a file is made of, in order; of a deleted one nothing."""
        ...

    async def measure(self, owner: str) -> int:
        """How many bytes the files of a key have together, without those that batches wrote."""
        ...

    async def delete(self, file_id: str, owner: str) -> None:
        """Forget a file. Raises NotFound, and InvalidRequest for one that a batch still reads."""
        ...

    async def forget(self, before: float) -> int:
        """Forget the files that expired before then. Returns how many went."""
        ...


def make_file_id() -> str:
    """An id that nobody guesses, as OpenAI's look."""
    return f"file-{secrets.token_hex(16)}"


async def split(data: AsyncIterable[bytes], size: int = PIECE) -> AsyncGenerator[bytes]:
    """The same bytes in pieces of `size`, the last one shorter."""
    buffer = bytearray()
    async for part in data:
        buffer += part
        while len(buffer) >= size:
            yield bytes(buffer[:size])
            del buffer[:size]
    if buffer:
        yield bytes(buffer)


class Cabinet:
    """Files of all keys: those of one may have `room` bytes together, and stay for `longest` seconds at most.

    The output of one batch may have `output_room` bytes.
    """

    def __init__(  # limit: two limits more than things to work with
        self,
        book: FileBook,
        archive: Archive,
        room: int,
        longest: int = LONGEST,
        output_room: int = 2**30,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.book = book
        self.output_room = output_room
        self.room = room
        self.longest = min(longest, LONGEST)
        self._archive = archive
        self._clock = clock

    async def put(
        self, data: AsyncIterable[bytes], owner: str, name: str, purpose: str, keep: int = LONGEST
    ) -> StoredFile:
        """Keep a file for `keep` seconds; it is safe when this returns. Raises StorageFailed and what `add` raises."""
        pieces = [await self.keep_piece(piece) async for piece in split(data)]
        now = self._clock()
        size = sum(piece.size for piece in pieces)
        file = StoredFile(make_file_id(), owner, name, purpose, size, now, now + min(keep, self.longest))
        await self.book.add(file, pieces, self.room)
        return file

    async def keep_piece(self, data: bytes) -> Piece:
        """Keep some bytes. Raises StorageFailed."""
        return Piece(await self._archive.keep_bytes(data, "bin"), len(data))

    async def read(self, file_id: str) -> AsyncGenerator[bytes]:
        """The pieces of a file's content. Raises NotFound where they are not kept any more.

        The names of all pieces are known before the first one is read: who reads is not disturbed by a deletion.
        """
        for piece in await self.book.list_pieces(file_id):
            try:
                yield await self._archive.read(piece.kept)
            except NotFound:
                raise NotFound("The content of this file is not kept any more; upload it again.") from None

    async def resolve(self, references: Sequence[Reference], owner: str) -> list[Source | Link]:
        """References without ids of files: these become the pictures themselves.

        Raises InvalidRequest, with the field as its param, for what is no picture or is too large, and for ids of no
        file of this key.
        """
        left = MAX_SOURCES_BYTES
        resolved: list[Source | Link] = []
        for reference in references:
            if isinstance(reference, FileId):
                file = await self._find_picture(reference, owner)
                left -= file.size
                if left < 0:
                    raise _too_large(reference.name, MAX_SOURCES_BYTES)
                data = b"".join([piece async for piece in self.read(file.id)])
                resolved.append(Source(data, reference.name))
            else:
                resolved.append(reference)
        return resolved

    async def _find_picture(self, reference: FileId, owner: str) -> StoredFile:
        try:
            file = await self.book.find(reference.id, owner)
        except NotFound as error:
            # The page exists, so this is no 404: a field of the body is wrong.
            raise InvalidRequest(error.message, param=reference.name, code="invalid_value") from None
        if file.purpose not in _PICTURES:
            raise InvalidRequest(
                f"The file {file.id} has the purpose {file.purpose}; upload a picture with the purpose vision.",
                param=reference.name,
                code="invalid_value",
            )
        if file.size > MAX_SOURCE_BYTES:
            raise _too_large(reference.name, MAX_SOURCE_BYTES)
        return file


def _too_large(param: str, limit: int) -> InvalidRequest:
    return InvalidRequest(
        f"Source pictures may have {limit >> 20} MB{' together' if limit == MAX_SOURCES_BYTES else ''}.",
        param=param,
        code="image_too_large",
    )
