"""Pictures as services send them: base64 to bytes, what those really are, and another encoding where one was asked for.

Everything here takes milliseconds for a large picture: not on the event loop.
"""

from __future__ import annotations

import binascii
import io
import re
from dataclasses import dataclass, field

import numpy as np
import pybase64
from PIL import Image

from pinxit.core.errors import InvalidRequest, UpstreamFailed
from pinxit.core.headers import read_size
from pinxit.core.images import Format, Size
from pinxit.engines.encoding import encode

_DATA_URL = re.compile(r"\s*data:[^,]{0,200},", re.IGNORECASE)
_LONGEST_HEAD = 300
_ALPHABET = bytes.maketrans(b"-_", b"+/")
_BLANKS = b" \t\r\n\v\f"
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg\b([^>]*)>", re.DOTALL)
_SIDE = rb"""\b%s\s*=\s*["']\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*["']"""
_WINDOW = re.compile(rb"""\bviewBox\s*=\s*["']\s*\S+\s+\S+\s+(\d{1,5})(?:\.\d+)?\s+(\d{1,5})""")
_CODE = "upstream_bad_picture"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A picture as it came: its bytes, what they say of themselves, and their standard base64 where that came too."""

    data: bytes = field(repr=False)
    size: Size
    format: Format
    alpha: bool
    """May parts of it be transparent?"""
    text: bytes | None = field(default=None, repr=False)


def unpack(text: str) -> Unpacked:
    """The picture in base64 of either alphabet, with or without padding, line breaks and the head of a data URL.

    Standard base64 is kept, so that an answer need not encode it again. Raises UpstreamFailed for what is no picture.
    """
    try:
        packed = text.encode("ascii")
        return look_at(pybase64.b64decode(packed, validate=True), packed)
    except UnicodeEncodeError:
        raise _refuse("a text that is no base64") from None
    except binascii.Error:
        pass
    if head := _DATA_URL.match(text[:_LONGEST_HEAD]):
        packed = text[head.end() :].encode("ascii")
    packed = packed.translate(_ALPHABET, _BLANKS).rstrip(b"=")
    packed += b"=" * (-len(packed) % 4)
    try:
        return look_at(pybase64.b64decode(packed, validate=True), packed)
    except binascii.Error:
        raise _refuse("a text that is no base64") from None


def look_at(data: bytes, text: bytes | None = None) -> Unpacked:
    """What bytes are by their own words, whatever a service calls them.

    `text` is their standard base64. Raises UpstreamFailed for what is no picture, and for one whose end is missing.
    """
    kind = _find_format(data)
    if kind is None:
        raise _refuse("something that is no PNG, JPEG, WebP, GIF or SVG")
    if not _is_whole(data, kind):
        raise _refuse(f"a {kind.upper()} whose end is missing")
    sides = _measure_svg(data) if kind is Format.SVG else read_size(data)
    if sides is None:
        raise _refuse(f"a {kind.upper()} that does not tell its size")
    try:
        size = Size(*sides)
    except InvalidRequest as error:
        raise _refuse(f"a picture of {sides[0]}x{sides[1]} pixels. {error.message}") from None
    return Unpacked(data, size, kind, _may_be_clear(data, kind), text)


def encode_as(unpacked: Unpacked, wanted: Format, compression: int, *, anew: bool = False) -> Unpacked:
    """The same picture in another encoding; itself where it has that already, unless `anew`. Raises UpstreamFailed."""
    if unpacked.format is wanted and not anew:
        return unpacked
    if Format.SVG in {unpacked.format, wanted}:
        raise _refuse(f"a picture in {unpacked.format.upper()} where {wanted.upper()} was asked for")
    try:
        with Image.open(io.BytesIO(unpacked.data)) as image:
            clear = image.has_transparency_data  # on white, where the other format holds none
            pixels = np.asarray(image.convert("RGBA" if clear else "RGB"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise _refuse(f"a {unpacked.format.upper()} that is damaged") from None
    return Unpacked(encode(pixels, wanted, compression), unpacked.size, wanted, clear and wanted.has_alpha)


def _find_format(data: bytes) -> Format | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Format.WEBP
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Format.GIF
    return Format.SVG if _SVG.match(data[:4096]) else None


def _measure_svg(data: bytes) -> tuple[int, int] | None:
    """Width and height of the root element in pixels, else of its window."""
    root = _SVG.match(data[:4096])
    inside = root[1] if root else b""
    width, height = (re.search(_SIDE % side, inside) for side in (b"width", b"height"))
    if width and height:
        return int(width[1]), int(height[1])
    window = _WINDOW.search(inside)
    return (int(window[1]), int(window[2])) if window else None


def _is_whole(data: bytes, kind: Format) -> bool:
    """Is the mark of the end there? What stands behind it is nobody's business."""
    if kind is Format.PNG:
        return b"IEND" in data[-65_536:]
    if kind is Format.JPEG:
        return data.rfind(b"\xff\xd9", len(data) // 2) > 0
    if kind is Format.WEBP:
        return int.from_bytes(data[4:8], "little") + 8 <= len(data) + 1
    return kind is Format.GIF or b"</svg" in data[-65_536:] or data.rstrip().endswith(b"/>")


def _may_be_clear(data: bytes, kind: Format) -> bool:
    """By the header alone: PNG's colour type (11.2.2) or a tRNS chunk before the pixels; WebP's flag of alpha."""
    if kind is Format.PNG:
        return data[25:26] in {b"\x04", b"\x06"} or b"tRNS" in data[33:2048].partition(b"IDAT")[0]
    if kind is Format.WEBP:
        return (data[12:16] == b"VP8X" and bool(data[20] & 0x10)) or (data[12:16] == b"VP8L" and bool(data[24] & 0x10))
    return kind is Format.SVG


def _refuse(what: str) -> UpstreamFailed:
    return UpstreamFailed(f"The upstream answered with {what}.", code=_CODE)
