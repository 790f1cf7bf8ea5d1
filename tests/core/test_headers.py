from __future__ import annotations

import io
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pinxit.core.headers import read_size

SIZES = [(1, 1), (1, 300), (640, 480), (257, 769), (3000, 2)]
WAYS: dict[str, tuple[str, dict[str, Any]]] = {
    "png": ("PNG", {}),
    "jpeg": ("JPEG", {}),
    "progressive jpeg": ("JPEG", {"progressive": True}),
    "jpeg with a large profile": ("JPEG", {"icc_profile": bytes(150_000)}),
    "lossy webp": ("WEBP", {}),
    "lossless webp": ("WEBP", {"lossless": True}),
    "webp with exif": ("WEBP", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}),
    "gif": ("GIF", {}),
}
HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8X", b"RIFF\0\0\0\0WEBPVP8 ", b"GIF89a")


def write(size: tuple[int, int], kind: str) -> bytes:
    name, options = WAYS[kind]
    out = io.BytesIO()
    Image.new("RGB", size, (200, 90, 30)).save(out, name, **options)
    return out.getvalue()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", WAYS)
def test_a_header_tells_what_the_decoder_tells(kind: str, size: tuple[int, int]) -> None:
    data = write(size, kind)
    assert read_size(data) == Image.open(io.BytesIO(data)).size == size


def test_an_animation_tells_the_size_of_its_screen() -> None:
    out = io.BytesIO()
    frames = [Image.new("P", (120, 80), colour) for colour in (1, 2)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert read_size(out.getvalue()) == (120, 80)


@pytest.mark.parametrize("kind", WAYS)
def test_every_cut_off_header_is_none_or_right(kind: str) -> None:
    data = write((640, 480), kind)
    assert all(read_size(data[:end]) in {None, (640, 480)} for end in range(min(len(data), 2000)))


@pytest.mark.parametrize("data", [b"", b"BM", b"\xff\xd8\xff\xd9", b"GIF89a\0\0\0\0", HEADS[0] + bytes(30)])
def test_no_picture_has_no_size(data: bytes) -> None:
    assert read_size(data) is None


@given(st.sampled_from(HEADS), st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_hostile_bytes_raise_nothing_and_tell_no_nonsense(head: bytes, tail: bytes) -> None:
    size = read_size(head + tail)
    assert size is None or min(size) > 0


@pytest.mark.parametrize("filling", [b"\xff", b"\xff\x01", b"\xff\xe1\x00\x02", b"\0"])
def test_twenty_megabytes_of_nothing_are_given_up_at_once(filling: bytes) -> None:
    data = b"\xff\xd8\xff" + filling * (20_000_000 // len(filling))
    begun = time.perf_counter()
    assert read_size(data) is None
    assert time.perf_counter() - begun < 0.5
