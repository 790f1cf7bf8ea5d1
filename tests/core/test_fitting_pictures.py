"""Pictures that an engine made in its own size, brought to the size that was asked for."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image, ImageSequence

from pinxit.core.errors import EngineFailed
from pinxit.core.fitting import fit
from pinxit.core.images import Format, Partial, Picture, Size

MADE = Size(192, 64)
THIRDS = ((255, 0, 0), (0, 255, 0), (0, 0, 255))


def encoded(format: Format, mode: str = "RGB") -> bytes:
    """192 x 64: three squares, red, green and blue; with alpha the red one is see-through."""
    image = Image.new(mode, (192, 64))
    for i, tone in enumerate(THIRDS):
        image.paste((*tone, 0 if i == 0 else 255)[: len(mode)], (64 * i, 0, 64 * i + 64, 64))
    out = io.BytesIO()
    image.save(out, format.value.upper(), **({"lossless": True} if format is Format.WEBP else {}))
    return out.getvalue()


def picture(data: bytes, format: Format, size: Size = MADE) -> Picture:
    return Picture(0, data, size, format, 1, "three squares")


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("format", [Format.PNG, Format.JPEG, Format.WEBP, Format.GIF])
@pytest.mark.parametrize("size", [Size(64, 64), Size(300, 100), Size(64, 512)])
def test_it_has_exactly_the_size_and_keeps_its_format(format: Format, size: Size) -> None:
    fitted = fit(picture(encoded(format), format), size, 90)
    with opened(fitted.data) as image:
        assert (image.format, image.size) == (format.value.upper(), (size.width, size.height))
    assert (fitted.size, fitted.native, fitted.format) == (size, MADE, format)


def test_the_middle_is_kept() -> None:
    fitted = fit(picture(encoded(Format.PNG), Format.PNG), Size(64, 64), 100)
    with opened(fitted.data) as image:
        assert {image.getpixel(spot) for spot in ((6, 6), (32, 32), (58, 58))} == {THIRDS[1]}


def test_nothing_happens_to_a_picture_of_that_size() -> None:
    made = picture(encoded(Format.PNG), Format.PNG)
    assert fit(made, MADE, 100) is made


@pytest.mark.parametrize("format", [Format.PNG, Format.WEBP])
def test_what_was_clear_stays_clear(format: Format) -> None:
    fitted = fit(picture(encoded(format, "RGBA"), format), Size(384, 128), 100)
    with opened(fitted.data) as image:
        assert image.mode == "RGBA"
        alpha = image.getchannel("A")
        assert (alpha.getpixel((2, 60)), alpha.getpixel((192, 60))) == (0, 255)


def test_an_unfinished_state_is_fitted_too() -> None:
    fitted = fit(Partial(0, 1, "composition", encoded(Format.PNG), MADE, Format.PNG), Size(64, 64), 100)
    assert fitted.size == Size(64, 64)
    with opened(fitted.data) as image:
        assert image.size == (64, 64)


def test_an_animation_keeps_every_frame_and_its_time() -> None:
    frames = [Image.new("RGB", (80, 80), (10 * i, 90, 200 - 10 * i)) for i in range(5)]
    # The difference between the last two is in a corner that is cut off.
    frames[4] = frames[3].copy()
    frames[4].putpixel((0, 0), (255, 255, 255))
    out, times = io.BytesIO(), [100, 150, 200, 250, 300]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=times, loop=0)
    fitted = fit(picture(out.getvalue(), Format.GIF, Size(80, 80)), Size(64, 128), 100)
    with opened(fitted.data) as image:
        assert image.size == (64, 128)
        assert [frame.info["duration"] for frame in ImageSequence.Iterator(image)] == times
        assert image.info["loop"] == 0


@pytest.mark.parametrize(
    "root",
    [
        '<svg xmlns="http://www.w3.org/2000/svg" width="192" height="64" viewBox="0 0 192 64">',
        '<svg width="192" height="64" xmlns="http://www.w3.org/2000/svg">',
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 192 64' height='64' preserveAspectRatio='none'>",
        '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"\n width="192"\n height="64" stroke-width="3">',
    ],
)
def test_a_drawing_of_paths_gets_another_window(root: str) -> None:
    body = '<rect width="30" height="30" stroke-width="2"/></svg>'
    fitted = fit(picture((root + body).encode(), Format.SVG), Size(640, 640), 100)
    svg = ET.fromstring(fitted.data)  # noqa: S314
    assert (svg.get("width"), svg.get("height"), svg.get("viewBox")) == ("640", "640", "0 0 192 64")
    assert svg.get("preserveAspectRatio") == "xMidYMid slice"
    assert fitted.data.endswith(body.encode())


@pytest.mark.parametrize("format", [Format.PNG, Format.GIF, Format.SVG])
def test_what_cannot_be_read_is_the_engines_fault(format: Format) -> None:
    with pytest.raises(EngineFailed):
        fit(picture(b"nonsense", format), Size(64, 64), 100)
