"""Pictures that are there at once: painted and packed once for each size, format and weight, ready as base64.

Every answer has bytes of its own all the same, as an upstream's answers have: a serial number is written into the
picture's text (PNG) or comment (JPEG), at a place where base64 begins anew, so that nothing is encoded again.
"""

from __future__ import annotations

import io
import random
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

import pybase64
from PIL import Image

_SERIAL = 12  # characters of a serial number: 16 of base64
_PIECE = 60_000  # bytes in a JPEG's comment
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a picture is like: pixels, "png" | "jpeg" | "webp" | "gif" | "svg", and bytes at least (0: as they come)."""

    width: int
    height: int
    format: str = "png"
    weight: int = 0
    clear: bool = False

    @property
    def mime(self) -> str:
        return "image/svg+xml" if self.format == "svg" else f"image/{self.format}"


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Bytes before and after the serial number, each with its base64. Without `serial` it is always the same bytes."""

    head: bytes
    tail: bytes
    serial: bool = True
    text_head: bytes = b""
    text_tail: bytes = b""


def make_picture(kind: Kind) -> bytes:
    """The base64 of a new picture, in the standard alphabet: the same pixels each time, but bytes of its own."""
    ready = _prepare(kind)
    if not ready.serial:
        return ready.text_head
    return ready.text_head + pybase64.b64encode(_number(kind, next(_NUMBERS))) + ready.text_tail


def _number(kind: Kind, serial: int) -> bytes:
    digits = b"%0*d" % (_SERIAL, serial)
    if kind.format == "png":
        return _chunk(b"tEXt", b"Serial\0" + digits + b"..")  # 12 + 21 bytes: a multiple of 3
    return digits


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@lru_cache(maxsize=64)
def _prepare(kind: Kind) -> _Prepared:
    data = _paint(kind)
    if kind.format == "png":
        # The signature and IHDR are 33 bytes: 44 characters of base64.
        head, tail = data[:33], _pad_png(data[33:], kind.weight - len(data) - 33)
    elif kind.format == "jpeg":
        # SOI and JFIF's APP0 are 20 bytes; with a comment's head they are 24: 32 characters of base64.
        head = data[:20] + b"\xff\xfe" + struct.pack(">H", _SERIAL + 2)
        tail = _fill_jpeg(kind.weight - len(data) - 4 - _SERIAL) + data[20:]
    else:
        return _Prepared(data, b"", serial=False, text_head=pybase64.b64encode(data))
    return _Prepared(head, tail, True, pybase64.b64encode(head), pybase64.b64encode(tail))


def _pad_png(rest: bytes, missing: int) -> bytes:
    """A chunk that no reader minds, before IEND."""
    if missing <= 0:
        return rest
    return rest[:-12] + _chunk(b"piXx", _noise(max(missing - 12, 0))) + rest[-12:]


def _fill_jpeg(missing: int) -> bytes:
    """Comments."""
    pieces = []
    while missing > 0:
        size = min(max(missing, 4), _PIECE)
        pieces.append(b"\xff\xfe" + struct.pack(">H", size - 2) + _noise(size - 4))
        missing -= size
    return b"".join(pieces)


def _noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def _paint(kind: Kind) -> bytes:
    """A slope of two colours: nothing to see, but neither flat nor large, and every pixel is there."""
    if kind.format == "svg":
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{kind.width}" height="{kind.height}">'
            f'<path fill="#c8512f" d="M0 0H{kind.width}V{kind.height}H0z"/></svg>'
        ).encode()
    slope = Image.linear_gradient("L").resize((kind.width, kind.height), Image.Resampling.NEAREST)
    image = Image.merge("RGB", (slope, Image.new("L", slope.size, 96), Image.new("L", slope.size, 160)))
    if kind.clear and kind.format in {"png", "webp"}:
        image.putalpha(slope)
    buffer = io.BytesIO()
    wishes = {"png": {"compress_level": 1}, "jpeg": {"quality": 85}}.get(kind.format, {})
    image.save(buffer, kind.format.upper(), **wishes)
    return buffer.getvalue()
