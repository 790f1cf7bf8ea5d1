"""Lines of batches, read out of pieces and written into such."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.core import batchlines, filing
from pinxit.core.batchlines import Scroll, read_lines
from pinxit.core.errors import InvalidRequest
from pinxit.core.filing import split
from pinxit.core.images import Usage


class _Pieces:
    """What a cabinet does with pieces, in memory."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = pieces
        self.kept: list[bytes] = []

    async def read(self, file_id: str) -> AsyncGenerator[bytes]:
        for piece in self.pieces:
            yield piece

    async def keep_piece(self, data: bytes) -> filing.Piece:
        self.kept.append(data)
        return filing.Piece(str(len(self.kept)), len(data))


def _read(*pieces: bytes) -> list[tuple[int, bytes]]:
    async def run() -> list[tuple[int, bytes]]:
        cabinet: Any = _Pieces(*pieces)
        return [line async for line in read_lines(cabinet, "file-1")]

    return asyncio.run(run())


@settings(deadline=None)
@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=8))
def test_it_does_not_matter_where_a_file_is_cut_into_pieces(data: bytes, cuts: list[int]) -> None:
    edges = [0, *sorted(cut for cut in cuts if cut <= len(data)), len(data)]
    pieces = [data[start:end] for start, end in pairwise(edges)]
    whole = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    assert _read(*pieces) == [(number, line.strip()) for number, line in whole if line.strip()]


def test_blank_lines_count_but_do_not_come() -> None:
    assert _read(b"\n\n a \r\n \nb") == [(3, b"a"), (5, b"b")]


def test_a_mark_of_utf_8_counts_for_nothing_at_the_beginning_alone() -> None:
    mark = "\ufeff".encode()
    assert _read(mark + b"a\n", mark + b"b") == [(1, b"a"), (2, mark + b"b")]


def test_a_file_of_blank_lines_is_given_up_early() -> None:
    with pytest.raises(InvalidRequest, match="50,000 lines"):
        _read(*[b"\n" * 2**20] * 50)


def test_of_a_line_that_is_too_long_only_the_beginning_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batchlines, "LONGEST", 4)
    assert _read(b"abcd\nabcdefgh", b"ijkl", b"\nx\n") == [(1, b"abcd"), (2, b"abcde"), (3, b"x")]


@settings(deadline=None)
@given(st.lists(st.binary(max_size=9), max_size=9), st.integers(1, 7))
def test_split_keeps_every_byte_in_its_place_and_every_piece_but_the_last_full(parts: list[bytes], size: int) -> None:
    async def pour() -> AsyncGenerator[bytes]:
        for part in parts:
            yield part

    async def run() -> list[bytes]:
        return [piece async for piece in split(pour(), size)]

    pieces = asyncio.run(run())
    assert b"".join(pieces) == b"".join(parts)
    assert all(len(piece) == size for piece in pieces[:-1])
    assert all(pieces)


def test_a_scroll_keeps_what_is_full_and_the_rest_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batchlines, "PIECE", 10)

    async def run() -> None:
        shelf = _Pieces()
        cabinet: Any = shelf
        scroll = Scroll(cabinet)
        await scroll.add(1, "job_1", [b"12345"], Usage(1, 2, 10))
        assert not scroll.is_full
        await scroll.add_error(2, None, b"wrong\n")
        await scroll.add(4, "job_4", [b"1234", b"56", b"7\n"], Usage(0, 0, 5))
        assert scroll.is_full
        written = await scroll.finish()
        assert shelf.kept == [b"12345123456", b"7\n", b"wrong\n"]
        assert [piece.size for piece in written.output] == [11, 2]
        assert [piece.size for piece in written.errors] == [6]
        assert (written.completed, written.failed, written.tokens) == (2, 1, (3, 15))
        assert written.lines == {1: "job_1", 2: None, 4: "job_4"}

    asyncio.run(run())
