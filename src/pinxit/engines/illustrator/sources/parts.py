"""Parts: what a picture file is made of, counted by its structure alone, before a decoder goes through all of it.

A decoder spends time and memory on every block of a file, however small. A hostile file of 20 MB can have millions.
"""

from __future__ import annotations

MOST_CHUNKS = 20_000  # of a PNG; encoders cut 20 MB into some thousands at the most
MOST_BLOCKS = 100_000  # of a GIF before its first frame, each of up to 255 bytes
MOST_FILLING = 200_000  # pairs of fill bytes in a JPEG; between real segments there are a few
_EXTENSION = 0x21


def has_too_many_parts(data: bytes, mime: str | None) -> bool:
    """Does a file have more parts than any real picture? Looks at no more of them than are allowed."""
    if mime == "image/png":
        return _count_chunks(data) > MOST_CHUNKS
    if mime == "image/gif":
        return _count_blocks(data) > MOST_BLOCKS
    return mime == "image/jpeg" and data.count(b"\xff\xff") > MOST_FILLING


def is_animated_webp(data: bytes) -> bool:
    """RFC 9649, 2.7: the flags of the extended header tell."""
    return data[8:16] == b"WEBPVP8X" and len(data) > 20 and bool(data[20] & 0x02)


def _count_chunks(data: bytes) -> int:
    """PNG, clause 5.3: each chunk has its length in four bytes, a name of four, and a checksum of four."""
    at, count = 8, 0
    while at + 12 <= len(data) and count <= MOST_CHUNKS:
        at += 12 + int.from_bytes(data[at : at + 4], "big")
        count += 1
    return count


def _count_blocks(data: bytes) -> int:
    """GIF89a, clauses 15 to 26: extensions of sub-blocks, up to the first frame."""
    at = 13 + (3 << (data[10] & 7) + 1 if len(data) > 10 and data[10] & 0x80 else 0)
    count = 0
    while at < len(data) and data[at] == _EXTENSION and count <= MOST_BLOCKS:
        at += 2
        count += 1
        while at < len(data) and data[at] and count <= MOST_BLOCKS:
            at += data[at] + 1
            count += 1
        at += 1
    return count
