"""Pictures to send and to look at, for the tests that speak through official clients."""

from __future__ import annotations

import base64
import io

from PIL import Image


def draw_png(width: int = 96, height: int = 64, colour: str = "teal", *, alpha: int = 255) -> bytes:
    """A PNG in one colour; `alpha` below 255 makes it a mask that opens the whole picture."""
    red, green, blue, _ = Image.new("RGBA", (1, 1), colour).getpixel((0, 0))  # type: ignore[misc]
    return _encode(Image.new("RGBA", (width, height), (red, green, blue, alpha)), "PNG")


def draw_jpeg(width: int = 96, height: int = 64, colour: str = "teal") -> bytes:
    return _encode(Image.new("RGB", (width, height), colour), "JPEG")


def draw_noise(width: int = 96, height: int = 64) -> bytes:
    """A PNG whose bytes hold every value, so that its base64 has characters in which the two alphabets differ."""
    return _encode(Image.effect_noise((width, height), 200), "PNG")


def write_png(image: Image.Image) -> bytes:
    return _encode(image, "PNG")


def write_data_url(data: bytes, mime: str = "image/png") -> str:
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"


def look_at(picture: str | bytes | None) -> Image.Image:
    """The picture, decoded whole; text is taken for plain base64. Fails for anything else."""
    assert picture, "no picture came"
    data = base64.b64decode(picture, validate=True) if isinstance(picture, str) else picture
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def _encode(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()
