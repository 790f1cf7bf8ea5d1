"""The label in a picture's file that says that a model made it: found by others, and nothing else is changed."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from pinxit.core.headers import read_size
from pinxit.core.images import Format
from pinxit.engines.diffusers.labelling import find_label, label
from pinxit.engines.encoding import encode

_FORMATS = (Format.PNG, Format.JPEG, Format.WEBP, Format.GIF)
_TERM = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def _pixels(channels: int = 3) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.random.default_rng(3).integers(0, 256, (33, 47, channels), np.uint8)


def _read_source(data: bytes) -> str:
    """The property as a program reads it that knows nothing of who wrote it."""
    image = Image.open(io.BytesIO(data))
    image.load()
    if image.format == "GIF":  # Pillow skips it there, sub-block by sub-block
        xmp = data.partition(b"\x21\xff\x0bXMP DataXMP")[2].partition(b"\x01\xff\xfe")[0]
    else:
        xmp = image.info["xmp"]
    (description,) = ElementTree.fromstring(xmp)[0]  # noqa: S314 - our own
    return description.attrib["{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"]


@pytest.mark.parametrize("format", _FORMATS)
def test_another_program_finds_the_label_and_the_same_pixels(format: Format) -> None:
    plain = encode(_pixels(), format, 90)
    labelled = label(plain, format)
    assert _read_source(labelled) == _TERM + "trainedAlgorithmicMedia"
    before, after = (Image.open(io.BytesIO(data)).convert("RGB").tobytes() for data in (plain, labelled))
    assert before == after
    assert read_size(labelled) == (47, 33)
    assert (find_label(plain), find_label(labelled)) == ("", "trainedAlgorithmicMedia")


@pytest.mark.parametrize("format", _FORMATS)
def test_a_picture_made_from_another_is_labelled_as_a_composite(format: Format) -> None:
    labelled = label(encode(_pixels(), format, 90), format, changed=True)
    assert _read_source(labelled) == _TERM + "compositeWithTrainedAlgorithmicMedia"


@pytest.mark.parametrize("lossless", [True, False], ids=["lossless", "lossy"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_webp_keeps_its_alpha_in_every_layout(mode: str, lossless: bool) -> None:
    image = Image.fromarray(_pixels(len(mode)))
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=lossless)
    labelled = label(out.getvalue(), Format.WEBP)
    assert _read_source(labelled) == _TERM + "trainedAlgorithmicMedia"
    before, after = (Image.open(io.BytesIO(data)) for data in (out.getvalue(), labelled))
    assert (before.mode, before.tobytes()) == (after.mode, after.tobytes())


def test_a_moving_gif_keeps_its_frames() -> None:
    out = io.BytesIO()
    frames = [Image.fromarray(_pixels()).quantize(16), Image.new("P", (47, 33))]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    labelled = label(out.getvalue(), Format.GIF)
    assert _read_source(labelled) == _TERM + "trainedAlgorithmicMedia"
    moving = Image.open(io.BytesIO(labelled))
    assert (getattr(moving, "n_frames", 1), moving.info["loop"], moving.info["duration"]) == (2, 0, 100)
    moving.seek(1)
    moving.load()


def test_an_svg_stays_as_it_is() -> None:
    assert label(b"<svg/>", Format.SVG) == b"<svg/>"


@pytest.mark.parametrize("format", _FORMATS)
@pytest.mark.parametrize("data", [b"", b"<svg/>", b"RIFF\x04\0\0\0WEBP", b"\x89PNG\r\n\x1a\n"], ids=range(4))
def test_bytes_of_another_kind_are_refused(format: Format, data: bytes) -> None:
    with pytest.raises(ValueError, match="the bytes are no"):
        label(data, format)
