"""Pictures as text, and all pictures of a request together."""

from __future__ import annotations

import asyncio
import base64
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.errors import InvalidRequest, SourceUnavailable
from pinxit.core.images import MAX_SOURCE_BYTES, Source
from pinxit.core.sources import MAX_LINKS, MAX_SOURCES_BYTES, Link, NoFetcher, gather, read_base64, read_reference

_PNG = b"\x89PNG\r\n\x1a\n"


@given(st.binary(), st.booleans(), st.booleans(), st.sampled_from(["", "data:image/png;base64,", "DATA:;BASE64,"]))
def test_base64_is_read_in_every_usual_spelling(data: bytes, url_safe: bool, padded: bool, head: str) -> None:
    text = (base64.urlsafe_b64encode if url_safe else base64.b64encode)(data).decode()
    text = text if padded else text.rstrip("=")
    broken = "\r\n".join(text[i : i + 76] for i in range(0, len(text), 76))
    assert read_base64(head + broken) == data


@pytest.mark.parametrize("text", ["%%%", "é", "data:image/png,plain", "data:image/png;base64,%%", "A", "ab=cd"])
def test_what_is_no_base64_is_refused_with_the_field_named(text: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_base64(text, "mask")
    assert (refusal.value.param, refusal.value.code) == ("mask", "invalid_image")


def test_text_too_long_for_a_source_is_not_even_decoded() -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_base64("A" * (MAX_SOURCE_BYTES * 4 // 3 + 200_000))
    assert refusal.value.code == "image_too_large"


def test_more_links_than_anybody_needs_are_refused_before_one_is_fetched() -> None:
    links = [Link(f"https://example.com/{number}.png", f"images[{number}]") for number in range(MAX_LINKS + 1)]
    with pytest.raises(InvalidRequest, match="32 pictures, not 33") as refusal:
        asyncio.run(gather(links, NoFetcher()))
    assert (type(refusal.value), refusal.value.param) == (InvalidRequest, "images[32]")


@pytest.mark.parametrize(
    "url",
    ["https://example.com/a.png", " http://example.com ", "HTTPS://EXAMPLE.COM", " " * 20 + "https://a.example/x"],
)
def test_an_address_becomes_a_link(url: str) -> None:
    assert read_reference(url) == Link(url.strip())


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gopher://x", "javascript:alert(1)", "ftp://x/y.png", "s3://b/k"]
)
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(InvalidRequest, match="https, http or data URL"):
        read_reference(url)


def test_sources_keep_their_order_whatever_comes_first() -> None:
    class Slow:
        async def fetch(self, link: Link) -> Source:
            await asyncio.sleep(0.02 if link.url == "a" else 0)
            return Source(_PNG + link.url.encode())

    found = asyncio.run(gather([Link("a"), Source(_PNG), Link("b")], Slow()))
    assert [source.data for source in found] == [_PNG + b"a", _PNG, _PNG + b"b"]


def test_all_sources_together_have_a_limit() -> None:
    one = Source(_PNG + bytes(MAX_SOURCE_BYTES - 8))
    assert len(asyncio.run(gather([one] * (MAX_SOURCES_BYTES // MAX_SOURCE_BYTES), NoFetcher()))) == 3
    with pytest.raises(InvalidRequest) as refusal:
        asyncio.run(gather([one] * 4, NoFetcher()))
    assert refusal.value.code == "image_too_large"


def test_a_server_that_fetches_nothing_says_what_to_send_instead() -> None:
    with pytest.raises(SourceUnavailable, match="data URL") as refusal:
        asyncio.run(gather([Link("https://example.com/a.png", "prompt")], NoFetcher()))
    assert refusal.value.param == "prompt"


def test_a_blank_behind_every_few_characters_costs_no_more_than_the_text_itself() -> None:
    text = "ABC " * 1_000_000
    tracemalloc.start()
    try:
        assert len(read_base64(text)) == 2_250_000
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 4 * len(text)
