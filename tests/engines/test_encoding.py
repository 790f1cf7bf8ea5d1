"""Pixels to files."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pinxit.core.images import Format
from pinxit.engines import encoding
from pinxit.engines.encoding import Pixels, deflate_portable, encode, flatten, write_png


def make_photo(height: int = 96, width: int = 130, channels: int = 3) -> Pixels:
    """Gradients with grain."""
    y, x = np.mgrid[0:height, 0:width]
    base = np.stack([x, y, (x + y) / 2, 255 - x], -1)[..., :channels]
    grain = np.random.default_rng(1).normal(0, 3, base.shape)
    return np.clip(base + grain, 0, 255).astype(np.uint8)


def read(data: bytes) -> Pixels:
    return np.asarray(Image.open(io.BytesIO(data)))


def read_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a PNG, each checksum verified."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = [], 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length) == (zlib.crc32(kind + body),)
        chunks.append((kind, body))
        at += 12 + length
    return chunks


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("deflate", [None, deflate_portable])
def test_a_png_is_exact_and_well_formed(channels: int, deflate: encoding.Deflate | None) -> None:
    pixels = make_photo(channels=channels)
    data = write_png(pixels, deflate)
    assert np.array_equal(read(data), pixels)
    chunks = read_chunks(data)
    assert [kind for kind, _ in chunks] == [b"IHDR", b"tEXt", b"IDAT", b"IEND"]
    assert chunks[1][1] == b"Software\0pinxit"
    assert len(zlib.decompress(chunks[2][1])) == 96 * (1 + 130 * channels)  # checks Adler-32 too


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([3, 4]), st.integers(0, 2**32 - 1), st.booleans())
def test_a_png_of_any_shape_is_exact(height: int, width: int, channels: int, seed: int, flat: bool) -> None:
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 2 if flat else 256, (height, width, channels), np.uint8)
    assert np.array_equal(read(encode(pixels, Format.PNG, 100)), pixels)


def test_a_view_with_gaps_is_encoded_as_it_looks() -> None:
    pixels = make_photo()[::2, ::-3]
    assert np.array_equal(read(encode(pixels, Format.PNG, 100)), pixels)


def test_without_the_fast_library_a_png_is_still_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "isal_zlib", None)
    pixels = make_photo()
    data = encode(pixels, Format.PNG, 100)
    assert np.array_equal(read(data), pixels)
    assert read_chunks(data)


def test_a_flat_picture_and_a_gradient_are_each_filtered_as_suits_them() -> None:
    flat = np.full((256, 256, 3), 200, np.uint8)
    flat[60:180, 50:190] = (220, 30, 40)
    assert len(encode(flat, Format.PNG, 100)) < 3_000
    gradient = np.repeat(np.arange(256, dtype=np.uint8)[:, None, None], 256, 1).repeat(3, 2)
    assert len(encode(gradient, Format.PNG, 100)) < 3_000


@pytest.mark.parametrize("format", [Format.JPEG, Format.WEBP])
def test_a_lossy_picture_is_close_and_smaller_with_less_quality(format: Format) -> None:
    y, x = np.mgrid[0:128, 0:128]
    pixels = np.stack([x, y, x + y], -1).astype(np.uint8)
    best, poor = encode(pixels, format, 100), encode(pixels, format, 20)
    assert Image.open(io.BytesIO(best)).format == format.name
    assert np.abs(read(best).astype(int) - pixels).mean() < 2.5
    assert len(poor) < len(best)
    encode(pixels, format, 0)


def test_a_jpeg_of_a_transparent_picture_lies_on_white() -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[:, 32:] = (255, 0, 0, 255)
    found = read(encode(pixels, Format.JPEG, 100))
    assert found[:, :24].min() > 250
    assert found[32, 50, 0] > 240
    assert found[32, 50, 1] < 20
    assert flatten(np.array([[[10, 20, 30, 128]]], np.uint8)).tolist() == [[[132, 137, 142]]]


def test_a_webp_keeps_transparency() -> None:
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[:, 32:] = (255, 0, 0, 255)
    found = read(encode(pixels, Format.WEBP, 90))
    assert np.array_equal(found[..., 3], pixels[..., 3])


@pytest.mark.parametrize(
    "pixels", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 2), np.uint8), np.zeros((4, 4, 3), np.float32)]
)
def test_other_shapes_and_types_are_refused(pixels: Pixels) -> None:
    with pytest.raises(ValueError, match="expected height x width"):
        encode(pixels, Format.PNG, 100)
