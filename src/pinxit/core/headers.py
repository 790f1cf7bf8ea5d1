"""The pixel size of a PNG, JPEG, WebP or GIF file, read from its first bytes without decoding anything.

It looks at no more than the headers: a few fixed offsets, or for JPEG at most `_SEGMENTS` segments, each skipped by its
length. So a file of any bytes costs microseconds, and a decompression bomb is known before it is opened.
"""

from __future__ import annotations

import re

_PNG = b"\x89PNG\r\n\x1a\n"
_SEGMENTS = 2_000  # a real file has dozens; one with an Exif block and a thumbnail in pieces some hundred
_BARE = {0x01, *range(0xD0, 0xD8)}  # JPEG markers that have no length (T.81, table B.1)
_FILLING = re.compile(rb"\xff+")
_NO_FRAME = {0xC4, 0xC8, 0xCC}  # tables, among the markers C0 to CF that begin a frame


def read_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as stored, before any Exif rotation; None where the header does not tell."""
    if data.startswith(_PNG):
        size = _png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        size = _jpeg(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        size = _webp(data)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        size = _gif(data)
    else:
        size = None
    return size if size and size[0] > 0 and size[1] > 0 else None


def _png(data: bytes) -> tuple[int, int] | None:
    """PNG, clause 11.2.2: IHDR comes first and holds both sides as 32 bits."""
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _gif(data: bytes) -> tuple[int, int] | None:
    """GIF89a, clause 18: the logical screen; a first frame that sticks out of it makes it larger."""
    if len(data) < 10:
        return None
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    start = 13 + (3 << (data[10] & 7) + 1 if len(data) > 10 and data[10] & 0x80 else 0)
    frame = data[start : start + 9]
    if len(frame) == 9 and frame[0] == 0x2C:
        left, top, wide, high = (int.from_bytes(frame[i : i + 2], "little") for i in (1, 3, 5, 7))
        width, height = max(width, left + wide), max(height, top + high)
    return width, height


def _webp(data: bytes) -> tuple[int, int] | None:
    """RFC 9649: an extended header, a lossless or a lossy bit stream."""
    kind, body = data[12:16], data[20:30]
    if kind == b"VP8X" and len(body) == 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(body) == 10 and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """ITU T.81, clause B.2.2: walk the segments to the first frame header."""
    at = 2
    for _ in range(_SEGMENTS):
        # libjpeg skips what stands between segments, and so do we.
        found = _FILLING.search(data, at, at + 65_536)
        if found is None or found.end() + 3 > len(data):
            return None
        marker, at = data[found.end()], found.end() + 1
        if marker in _BARE or marker in {0x00, 0xFF}:
            continue
        if marker in {0xD9, 0xDA}:  # the end, or the pixels: a frame should have come before
            return None
        length = int.from_bytes(data[at : at + 2], "big")
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            if length < 8 or at + 7 > len(data):
                return None
            return int.from_bytes(data[at + 5 : at + 7], "big"), int.from_bytes(data[at + 3 : at + 5], "big")
        at += max(length, 2)
    return None
