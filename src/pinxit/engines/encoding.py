"""Pixels to the bytes of a PNG, JPEG, WebP or GIF file, fast enough to vanish beside the drawing."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from pinxit.core.images import Format

try:
    from isal import isal_zlib
except ImportError:  # no wheel for this processor: the standard library is some six times slower
    isal_zlib = None  # type: ignore[assignment]

Pixels = npt.NDArray[np.uint8]
Deflate = Callable[[Any], bytes]

# Filter types of PNG (ISO/IEC 15948, clause 9.2).
_NONE, _SUB, _UP = 0, 1, 2
_BAND = 8  # rows of one sample that the filter is chosen by
_BEST_JPEG = 95  # above this a JPEG grows and no longer improves, says libjpeg's own manual


@dataclass(frozen=True, slots=True)
class Frames:
    """A moving picture: a palette of 256 x RGB, `stills` of height x width numbers in it, and how long each is shown.

    No still may be like the one before it: the file would lose it.
    """

    palette: bytes
    stills: tuple[Pixels, ...]
    milliseconds: int


def encode(pixels: Pixels, format: Format, compression: int) -> bytes:
    """Encode `pixels` (height x width x 3, or x 4 with unpremultiplied alpha, uint8) as `format`.

    `compression` is OpenAI's `output_compression`, 0 to 100, which means quality: JPEG takes it times 0.95, WebP as it
    is (lossy), PNG loses nothing and ignores it. A JPEG of a picture with alpha is laid on white.
    A GIF has one frame, in 256 colours; `write_animation` makes one that moves.
    Raises ValueError for pixels of another shape or type, and for SVG, which has none.
    """
    if format is Format.SVG:
        raise ValueError("an SVG is made of paths, not of pixels")
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or pixels.dtype != np.uint8:
        raise ValueError(f"expected height x width x 3 or 4 of uint8, not {pixels.shape} of {pixels.dtype}")
    pixels = np.ascontiguousarray(pixels)
    if format is Format.PNG:
        return write_png(pixels)
    if format is Format.JPEG:
        return _write_jpeg(pixels, compression)
    if format is Format.GIF:
        return _write_gif(pixels)
    return _write_webp(pixels, compression)


def write_png(pixels: Pixels, deflate: Deflate | None = None) -> bytes:
    """A PNG of contiguous 8-bit RGB or RGBA `pixels`, exact to the bit; `deflate` makes a zlib stream."""
    deflate = deflate or (_deflate_fast if isal_zlib is not None else deflate_portable)
    height, width, channels = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 6, 0, 0, 0)
    body = deflate(_filter_rows(pixels, _choose_filter(pixels, deflate)))
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            *_frame_chunk(b"IHDR", header),
            *_frame_chunk(b"tEXt", b"Software\0pinxit"),
            *_frame_chunk(b"IDAT", body),
            *_frame_chunk(b"IEND", b""),
        ]
    )


def deflate_portable(data: Any) -> bytes:
    """A zlib stream by the standard library, run lengths only: the fastest it has."""
    packer = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_RLE)
    return packer.compress(data) + packer.flush()


def _deflate_fast(data: Any) -> bytes:
    packed: bytes = isal_zlib.compress(data, 1)
    return packed


def _frame_chunk(kind: bytes, body: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    check = (isal_zlib or zlib).crc32(body, zlib.crc32(kind))
    return struct.pack(">I", len(body)), kind, body, struct.pack(">I", check)


def _filter_rows(pixels: Pixels, kind: int) -> Pixels:
    """Rows with their filter byte in front: height x (1 + width * channels)."""
    height, width, channels = pixels.shape
    flat = pixels.reshape(height, width * channels)
    rows = np.empty((height, 1 + width * channels), np.uint8)
    rows[:, 0] = kind
    body = rows[:, 1:]
    if kind == _UP:
        body[0] = flat[0]
        np.subtract(flat[1:], flat[:-1], out=body[1:])
    elif kind == _SUB:
        body[:, :channels] = flat[:, :channels]
        np.subtract(flat[:, channels:], flat[:, :-channels], out=body[:, channels:])
    else:
        body[:] = flat
    return rows


def _choose_filter(pixels: Pixels, deflate: Deflate) -> int:
    """The filter that packs four bands of rows best. Flat colour wants none, gradients want one, photos differ."""
    height = pixels.shape[0]
    starts = {min(max(0, height - _BAND), height * part // 8) for part in (1, 3, 5, 7)}
    sample = [pixels[start : start + _BAND] for start in sorted(starts)]

    def weigh(kind: int) -> int:
        return sum(len(deflate(_filter_rows(band, kind))) for band in sample)

    return min((_UP, _SUB, _NONE), key=weigh)


def _write_jpeg(pixels: Pixels, compression: int) -> bytes:
    if pixels.shape[2] == 4:
        pixels = flatten(pixels)
    quality = max(1, round(compression * _BEST_JPEG / 100))
    sampling = "4:4:4" if quality >= 85 else "4:2:0"  # halved colour frays the edges of coloured lettering
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, subsampling=sampling)
    return out.getvalue()


def _write_webp(pixels: Pixels, compression: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "WEBP", quality=compression, method=1, alpha_quality=100)
    return out.getvalue()


def write_animation(frames: Frames) -> bytes:
    """An endless GIF of all frames, each for its time, rounded to hundredths of a second."""
    out = io.BytesIO()
    first, *rest = (_in_palette(still, frames.palette) for still in frames.stills)
    time = max(10, round(frames.milliseconds / 10) * 10)
    first.save(out, "GIF", save_all=True, append_images=rest, duration=time, loop=0, disposal=1, optimize=False)
    return out.getvalue()


def _in_palette(still: Pixels, palette: bytes) -> Image.Image:
    image = Image.fromarray(still, "P")
    image.putpalette(palette)
    return image


def _write_gif(pixels: Pixels) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels if pixels.shape[2] == 3 else flatten(pixels)).quantize(256).save(out, "GIF")
    return out.getvalue()


def flatten(pixels: Pixels) -> Pixels:
    """RGBA laid on white: height x width x 3."""
    alpha = pixels[..., 3:].astype(np.uint16)
    mixed = pixels[..., :3] * alpha + 255 * (255 - alpha) + 127
    return (mixed // 255).astype(np.uint8)
