"""Source pictures that are broken, lie, or are bombs: each is refused in words, before it costs anything.

Everything is made here, byte by byte. As a script this file prints what each hostile picture costs in memory.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Source
from pinxit.engines.illustrator.sources.reading import Photo, decode

MOST_MEMORY = 200  # MB that a hostile picture may cost
RED = (220, 30, 40)


# -- making files ----------------------------------------------------------------------------------------------------


def packed(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noisy(width: int = 64, height: int = 48) -> Image.Image:
    rng = np.random.default_rng(5)
    return Image.fromarray(rng.integers(0, 256, (height, width, 3)).astype(np.uint8))


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, rows: bytes, *extra: bytes, depth: int = 8, colour: int = 2, laced: int = 0) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, laced)
    body = b"".join((chunk(b"IHDR", header), *extra, chunk(b"IDAT", zlib.compress(rows, 9)), chunk(b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + body


def red_rows(width: int = 20, height: int = 10) -> bytes:
    return (b"\0" + bytes(RED) * width) * height


def deflated_zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def flat_png(width: int, height: int, depth: int, colour: int) -> bytes:
    """Bits that are all 0, without ever holding them."""
    channels = {0: 1, 2: 3, 6: 4}[colour]
    row = 1 + (width * depth * channels + 7) // 8
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(row)) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def resized_png(width: int, height: int) -> bytes:
    """A small PNG whose header claims another size."""
    data = bytearray(packed(noisy(), "PNG"))
    data[16:24] = struct.pack(">II", width, height)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    return bytes(data)


def resized_gif(width: int, height: int) -> bytes:
    data = bytearray(packed(Image.new("P", (8, 8)), "GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    return bytes(data)


def wrong_crc() -> bytes:
    data = bytearray(packed(noisy(), "PNG"))
    at = data.index(b"IDAT") + 200
    data[at] ^= 0x5A
    return bytes(data)


def bad_huffman() -> bytes:
    data = bytearray(packed(noisy(), "JPEG", quality=90))
    at = data.index(b"\xff\xc4")
    data[at + 5 : at + 21] = b"\xff" * 16  # more codes of each length than there can be
    return bytes(data)


def with_comments(count: int) -> bytes:
    data = packed(Image.new("RGB", (20, 10), RED), "JPEG", quality=95)
    return data[:2] + b"\xff\xfe\x00\x04hi" * count + data[2:]


def many_scans() -> bytes:
    data = packed(noisy(), "JPEG", progressive=True)
    at = data.rindex(b"\xff\xda")
    return data[:at] + data[at:-2] * 60 + data[-2:]


def thousands_of_frames() -> bytes:
    first = packed(Image.new("RGB", (20, 10), RED), "GIF")
    frame = first[first.index(b"\x2c") : -1]
    return first[:-1] + frame * 5000 + b";"


def moving_webp() -> bytes:
    frames = [Image.new("RGB", (20, 10), colour) for colour in (RED, "blue", "lime")]
    return packed(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)


def interlaced() -> bytes:
    """Adam7, by hand: Pillow reads it and does not write it."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for left, top, across, down in passes:
        wide = -(-(20 - left) // across)
        rows += (b"\0" + bytes(RED) * wide) * -(-(10 - top) // down)
    return png(20, 10, rows, laced=1)


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return packed(Image.new("RGB", (20, 10), RED), "JPEG", quality=95, exif=exif)


Make = Callable[[], bytes]
BAD: dict[str, Make] = {
    "a PNG cut off": lambda: packed(noisy(), "PNG")[:-4000],
    "a JPEG cut off": lambda: packed(noisy(), "JPEG")[:-900],
    "a WebP cut off": lambda: packed(noisy(), "WEBP", lossless=True)[:-3000],
    "a GIF cut off": lambda: packed(noisy().convert("P"), "GIF")[:-1500],
    "a PNG with a wrong checksum": wrong_crc,
    "a header of 60000x60000": lambda: resized_png(60_000, 60_000),
    "a header of 2147483647x1": lambda: resized_png(2**31 - 1, 1),
    "a header with no width": lambda: resized_png(0, 48),
    "100 megapixels in a few kilobytes": lambda: flat_png(10_000, 10_000, 1, 0),
    "49 megapixels in a few kilobytes": lambda: flat_png(7_000, 7_000, 1, 0),
    "49 megapixels with alpha and 16 bits": lambda: flat_png(7_000, 7_000, 16, 6),
    "a GIF with a screen of 65535x65535": lambda: resized_gif(65_535, 65_535),
    "a GIF with a screen of 7000x7000": lambda: resized_gif(7_000, 7_000),
    "a PNG with text that unpacks to 128 MB": lambda: png(
        20, 10, red_rows(), chunk(b"zTXt", b"c\0\0" + deflated_zeros(128))
    ),
    "a colour profile that unpacks to 96 MB": lambda: png(
        20, 10, red_rows(), chunk(b"iCCP", b"p\0\0" + deflated_zeros(96))
    ),
    "a JPEG with impossible Huffman tables": bad_huffman,
    "a JPEG of 60 more scans": many_scans,
    "a JPEG behind 5000 comments": lambda: with_comments(5000),
    "nothing at all": lambda: b"",
    "a signature and nothing else": lambda: b"\x89PNG\r\n\x1a\n",
    "text that is called a PNG": lambda: b"This is not a picture.\n" * 40,
    "an SVG": lambda: (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    ),
    "a script that begins like a GIF": lambda: b"GIF89a/*" + b"\0" * 8 + b"*/=1;alert(document.cookie)//" * 9,
    "a GIF behind a million comments": lambda: (
        packed(noisy().convert("P"), "GIF")[:781] + b"\x21\xfe\x01a\0" * 1_000_000 + b";"
    ),
    "a GIF behind a comment of a million pieces": lambda: (
        packed(noisy().convert("P"), "GIF")[:781] + b"\x21\xfe" + b"\x01a" * 1_000_000 + b"\0;"
    ),
    "a PNG of a million empty chunks": lambda: png(20, 10, red_rows(), chunk(b"teXt", b"") * 1_000_000),
    "a JPEG with a megabyte of filling": lambda: (
        packed(noisy(), "JPEG")[:2] + b"\xff" * 1_000_000 + packed(noisy(), "JPEG")[2:]
    ),
    "a moving WebP of 24 megapixels": lambda: (
        b"RIFF\xff\xff\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0"
        + (5999).to_bytes(3, "little")
        + (3999).to_bytes(3, "little")
        + bytes(70_000)
    ),
    "a TIFF": lambda: packed(noisy(), "TIFF"),
    "a BMP": lambda: packed(noisy(), "BMP"),
    "an icon": lambda: packed(noisy(), "ICO"),
}
GOOD: dict[str, Make] = {
    "a CMYK JPEG": lambda: packed(Image.new("RGB", (20, 10), RED).convert("CMYK"), "JPEG", quality=95),
    "a PNG of 16 bits": lambda: png(20, 10, (b"\0" + b"".join(bytes((v, v)) for v in RED) * 20) * 10, depth=16),
    "a PNG with a palette": lambda: packed(Image.new("RGB", (20, 10), RED).quantize(2), "PNG"),
    "an interlaced PNG": interlaced,
    "a progressive JPEG": lambda: packed(Image.new("RGB", (20, 10), RED), "JPEG", quality=95, progressive=True),
    "an animated WebP": moving_webp,
    "a GIF of 5000 frames": thousands_of_frames,
    "a PNG with an archive behind it": lambda: png(20, 10, red_rows()) + b"PK\3\4" + b"\0" * 400,
    "an orientation of 99": lambda: turned(99),
    "an orientation of 65535": lambda: turned(65_535),
    "a JPEG behind 1500 comments": lambda: with_comments(1500),
}


@cache
def made(name: str) -> bytes:
    return (BAD.get(name) or GOOD[name])()


def opened(data: bytes) -> Photo:
    """The way of every source: its bytes and its header are looked at first, and then it is decoded."""
    return decode(Source(data))


# -- what becomes of them --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BAD)
def test_a_hostile_picture_is_refused_in_words(name: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        opened(made(name))
    assert caught.value.param == "image"
    assert caught.value.code in {"invalid_image", "image_too_large"}
    assert len(caught.value.message) > 20


@pytest.mark.parametrize("name", GOOD)
def test_an_unusual_picture_is_read_all_the_same(name: str) -> None:
    photo = opened(made(name))
    assert (photo.width, photo.height) == (20, 10)
    assert photo.alpha is None
    assert np.abs(photo.rgb.reshape(-1, 3).mean(0) - RED).max() < 12


def test_one_bit_is_black_and_white() -> None:
    photo = opened(png(16, 2, b"\0\xff\x00" * 2, depth=1, colour=0))
    assert photo.rgb[:, :8].min() == 255
    assert photo.rgb[:, 8:].max() == 0


def test_a_hostile_mask_is_told_from_a_hostile_picture() -> None:
    with pytest.raises(InvalidRequest) as caught:
        decode(Source(made("a PNG cut off"), "mask"))
    assert caught.value.param == "mask"


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_no_hostile_picture_costs_much_memory() -> None:
    ran = subprocess.run([sys.executable, __file__], capture_output=True, text=True, check=True, timeout=300)
    costs: dict[str, float] = json.loads(ran.stdout)
    assert costs.keys() == BAD.keys() | GOOD.keys()
    assert {name: cost for name, cost in costs.items() if cost > MOST_MEMORY} == {}


# -- as a script -----------------------------------------------------------------------------------------------------


def measure(name: str) -> float:
    """MB that a process of its own grows by while it opens a picture."""
    data = made(name)
    end, start = os.pipe()
    child = os.fork()
    if child == 0:
        before = _status("VmRSS")
        with contextlib.suppress(InvalidRequest):
            opened(data)
        os.write(start, str(_status("VmHWM") - before).encode())
        os._exit(0)
    os.close(start)
    with os.fdopen(end) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return float(told or "inf")


def _status(field: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(float(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:"))


if __name__ == "__main__":
    print(json.dumps({name: round(measure(name), 1) for name in (*BAD, *GOOD)}))
