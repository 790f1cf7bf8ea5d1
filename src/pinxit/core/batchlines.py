"""Lines of batches: read out of files that are kept in pieces, and written into such."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable

from pinxit.core.batches import MOST_LINES, Written
from pinxit.core.errors import InvalidRequest
from pinxit.core.filing import PIECE, Cabinet, Piece
from pinxit.core.images import Usage

LONGEST = 64 * 2**20
"""Bytes of one line."""
_MOST = 2 * MOST_LINES
_BOM = b"\xef\xbb\xbf"


async def read_lines(cabinet: Cabinet, file_id: str) -> AsyncGenerator[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers from 1.

    Of a line that is longer than LONGEST only the beginning comes, one byte longer than that. Raises NotFound where the
    file is not kept any more, and InvalidRequest for 100,000 lines, blank ones included: they take time, too.
    """
    number, buffer = 1, bytearray()
    async for piece in cabinet.read(file_id):
        if number == 1 and not buffer:
            piece = piece.removeprefix(_BOM)  # noqa: PLW2901  (what some editors put before a text)
        *whole, rest = piece.split(b"\n", _MOST - number)
        for part in whole:
            _extend(buffer, part)
            if line := bytes(buffer).strip():
                yield number, line
            number += 1
            buffer.clear()
        if number >= _MOST:
            raise InvalidRequest(f"A file may have {MOST_LINES:,} lines that are not blank.", code="too_many_tasks")
        _extend(buffer, rest)
    if line := bytes(buffer).strip():
        yield number, line


def _extend(buffer: bytearray, part: bytes) -> None:
    buffer += part[: LONGEST + 1 - len(buffer)]


class Scroll:
    """Answers that are to be written down together. What is full is kept, so that little is in memory."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet
        self._output, self._errors = bytearray(), bytearray()
        self._kept: tuple[list[Piece], list[Piece]] = ([], [])
        self._lines: dict[int, str | None] = {}
        self._spare: list[str] = []
        self._failed = 0
        self._tokens = (0, 0)

    def __bool__(self) -> bool:
        return bool(self._lines or self._spare)

    @property
    def is_full(self) -> bool:
        return bool(self._kept[0] or self._kept[1]) or len(self._lines) >= 1000

    async def add(self, line: int, job: str, pieces: Iterable[bytes], usage: Usage) -> None:
        """Add the answer to a line. Raises StorageFailed."""
        for piece in pieces:
            self._output += piece
            await self._relieve(self._output, self._kept[0])
        self._lines[line] = job
        self._tokens = (self._tokens[0] + usage.input_tokens, self._tokens[1] + usage.output_tokens)

    async def add_error(self, line: int, job: str | None, text: bytes) -> None:
        """Add the error of a line. Raises StorageFailed."""
        self._errors += text
        await self._relieve(self._errors, self._kept[1])
        self._lines[line] = job
        self._failed += 1

    def pass_over(self, job: str) -> None:
        """Nothing is to be written of this job."""
        self._spare.append(job)

    async def finish(self) -> Written:
        """Keep the rest. Raises StorageFailed."""
        for buffer, kept in ((self._output, self._kept[0]), (self._errors, self._kept[1])):
            if buffer:
                kept.append(await self._cabinet.keep_piece(bytes(buffer)))
                buffer.clear()
        output, errors = self._kept
        completed = len(self._lines) - self._failed
        return Written(output, errors, completed, self._failed, self._lines, self._spare, self._tokens)

    async def _relieve(self, buffer: bytearray, kept: list[Piece]) -> None:
        if len(buffer) >= PIECE:
            kept.append(await self._cabinet.keep_piece(bytes(buffer)))
            buffer.clear()
