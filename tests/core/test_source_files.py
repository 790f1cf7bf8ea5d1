"""What a request brings along: checked by its first bytes, counted by its size."""

from __future__ import annotations

import struct

import pytest

from pinxit.core.catalog import Catalog
from pinxit.core.engine import ModelCard
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_SOURCE_BYTES, ImageRequest, Source
from pinxit.core.tokens import count_source, count_usage
from pinxit.testing import FakeEngine


def _png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (_png(1, 1), "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\n\n\n\nWEBPVP8 ", "image/webp"),
        (b"GIF89a", "image/gif"),
    ],
)
def test_a_source_is_known_by_its_first_bytes(data: bytes, mime: str) -> None:
    assert Source(data).mime == mime


@pytest.mark.parametrize("data", [b"", b"BM\0\0", b"<svg/>", b"RIFF\0\0\0\0WAVE", b"II*\0", b"\x89PNG"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(InvalidRequest, match="PNG, JPEG, WebP or GIF") as refusal:
        Source(data)
    assert (refusal.value.param, refusal.value.code) == ("image", "invalid_image")


def test_a_file_that_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(InvalidRequest, match="20 MB") as refusal:
        Source(b"GIF89a" + bytes(MAX_SOURCE_BYTES))
    assert (refusal.value.param, refusal.value.code) == ("image", "image_too_large")


@pytest.mark.parametrize(
    ("size", "tokens"), [((1, 1), 258), ((768, 768), 258), ((769, 768), 516), ((1024, 1024), 1032), ((4096, 64), 1548)]
)
def test_a_source_costs_by_the_tiles_that_it_begins(size: tuple[int, int], tokens: int) -> None:
    assert count_source(size) == tokens


def test_the_sources_of_a_request_are_counted_as_image_tokens() -> None:
    usage = count_usage("a fox", [], [Source(_png(700, 700)), Source(_png(800, 700))])
    assert (usage.image_tokens, usage.text_tokens, usage.input_tokens) == (258 + 516, 2, 776)


def test_a_source_of_unknown_size_counts_as_one_tile() -> None:
    assert count_usage("a fox", [], [Source(b"GIF89a")]).image_tokens == 258


class _Seeing(FakeEngine):
    def models(self) -> list[ModelCard]:
        return [ModelCard("seeing", "Takes two", sources=2)]


def test_a_model_refuses_more_sources_than_it_can_take() -> None:
    three = (Source(_png(9, 9)),) * 3
    entry = Catalog([_Seeing()]).find("auto")
    assert entry.check(ImageRequest("auto", "side by side", sources=three[:2])).model == "seeing"
    with pytest.raises(InvalidRequest, match="at most 2") as refusal:
        entry.check(ImageRequest("auto", "side by side", sources=three))
    assert refusal.value.param == "image"
    with pytest.raises(InvalidRequest, match="takes no source"):
        Catalog([FakeEngine()]).find("pinxit-fake-plain").check(ImageRequest("auto", "a fox", sources=three[:1]))
