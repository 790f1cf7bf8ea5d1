"""SVGs of the illustrator: paths and nothing else, and the same picture as in pixels."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, Format, ImageRequest, Picture, Quality, Size, Source, Tier
from pinxit.engines.illustrator import Commission, fulfil, media
from pinxit.engines.illustrator.easel import paint

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "g", "path", "rect", "circle"}
SHARED = {
    "defs", "linearGradient", "radialGradient", "stop", "clipPath", "filter", "feGaussianBlur", "feDropShadow", "mask",
    "pattern",
}  # fmt: skip
SCENES = {
    "flat": "a flat vector illustration of a woman riding a red bicycle in a park",
    "sticker": "a kawaii sticker of a cat wearing a top hat",
    "logo": 'a badge logo for a brewery called "Hop House" with a hop',
    "comic": 'a comic panel of a superhero flying over a city, "POW!"',
    "minimalist": "a minimalist illustration of a lighthouse at sea",
    "low poly": "a low poly fox in a forest",
    "isometric": "an isometric coffee shop",
    "night": "a flat illustration of a rainy street at night with a neon sign that says 'BAR'",
    "polished": "a flat illustration of a glass vase on a polished marble table",
    "page": 'a three-panel comic strip: 1. a boy finds a robot. 2. the robot breaks. 3. he repairs it, "Thank you!"',
}


@cache
def draw(prompt: str, **fields: Any) -> Picture:
    """A picture in paths; the same call gives the same object."""
    fields = {"size": Size(256, 192), "seed": 3, **fields}
    request = ImageRequest("", prompt, format=Format.SVG, **fields)
    return fulfil(Commission(request, 0, 3), lambda _share, _stage, _partial=None: None)


def tags(data: bytes) -> set[str]:
    return {str(element.tag).removeprefix(SVG) for element in ET.fromstring(data).iter()}  # noqa: S314  # our own file


@pytest.mark.parametrize("prompt", SCENES.values(), ids=SCENES)
def test_it_is_well_formed_and_holds_nothing_but_shapes(prompt: str) -> None:
    picture = draw(prompt)
    assert tags(picture.data) <= DRAWN | SHARED
    assert b"<path" in picture.data
    assert len(picture.data) < 4_000_000
    text = picture.data.decode()
    assert not re.search(r"href|<image|<script|<text|data:|javascript:|\son\w+=|@import|nan|inf\b", text, re.IGNORECASE)
    assert set(re.findall(r"https?://[^\"]*", text)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("prompt", SCENES.values(), ids=SCENES)
def test_it_refers_only_to_what_it_holds(prompt: str) -> None:
    text = draw(prompt).data.decode()
    held = re.findall(r'\sid="([^"]*)"', text)
    assert len(held) == len(set(held))
    assert set(re.findall(r"url\(#([^)]*)\)", text)) == set(held)


def test_its_root_says_its_size_in_pixels() -> None:
    picture = draw("a red apple", size=Size(640, 480))
    root = ET.fromstring(picture.data)  # noqa: S314
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("640", "480", "0 0 640 480")
    assert (picture.size, picture.format) == (Size(640, 480), Format.SVG)


@pytest.mark.parametrize("background", [Background.AUTO, Background.TRANSPARENT])
@pytest.mark.parametrize("prompt", SCENES.values(), ids=SCENES)
def test_it_looks_as_it_does_in_pixels(prompt: str, background: Background) -> None:
    resvg = pytest.importorskip("resvg_py", reason="svg is rendered with resvg: pip install resvg-py")
    picture = draw(prompt, background=background)
    with Image.open(io.BytesIO(bytes(resvg.svg_to_bytes(svg_string=picture.data.decode())))) as image:
        rendered = np.asarray(image.convert("RGBA")).astype(int)
    request = ImageRequest("", prompt, Size(256, 192), background=background, quality=Quality.HIGH)
    pixels = paint(request, 3, lambda _share, _what: None).pixels
    if background is Background.TRANSPARENT and "strip" not in prompt:
        assert rendered[0, 0, 3] == 0 or pixels[0, 0, 3] > 0
        assert np.abs(rendered[..., 3] - pixels[..., 3]).mean() < 3
    assert np.abs(_on_white(rendered) - _on_white(pixels.astype(int))).mean() < 0.03 * 255


def _on_white(pixels: Any) -> Any:
    if pixels.shape[2] == 3:
        return pixels
    return (pixels[..., :3] * pixels[..., 3:] + 255 * (255 - pixels[..., 3:])) / 255


def test_the_same_request_gives_the_same_file() -> None:
    assert draw(SCENES["flat"]).data == draw.__wrapped__(SCENES["flat"]).data


def test_words_that_name_no_medium_are_drawn_flat_and_it_says_so() -> None:
    assert "flat" in draw("a red fox in a forest").description


def test_lettering_becomes_paths() -> None:
    with_words, without = (draw(f"a flat illustration of a wooden sign{words}") for words in (' that says "HELLO"', ""))
    assert b"<text" not in with_words.data
    assert with_words.data.count(b"<path") > without.data.count(b"<path")


@pytest.mark.parametrize(
    "prompt", ["a watercolour of a horse", "an oil painting of a ship", "a photo of a cat", "a four-panel manga: a cat"]
)
def test_a_medium_of_pixels_is_refused_and_the_flat_ones_are_named(prompt: str) -> None:
    with pytest.raises(InvalidRequest, match="flat") as refused:
        draw(prompt)
    assert (refused.value.param, refused.value.code) == ("output_format", "unsupported_value")
    for name in ("sticker", "logo", "comic"):
        assert name in refused.value.message


def test_a_poster_that_is_to_be_flat_becomes_paths_with_its_title() -> None:
    picture = draw('a flat vector illustration of a poster titled "JAZZ" with a saxophone')
    assert "flat illustration" in picture.description.lower()
    assert 'title "JAZZ"' in picture.description
    assert picture.data.count(b"<path") > 40


def test_a_source_picture_cannot_become_paths() -> None:
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000"
        "000049454e44ae426082"
    )
    with pytest.raises(InvalidRequest, match="png, webp or jpeg") as refused:
        draw("make it blue", sources=(Source(pixel),))
    assert (refused.value.param, refused.value.code) == ("output_format", "unsupported_value")


def test_a_class_of_resolution_holds_for_paths_too() -> None:
    assert draw("a red apple", size=None, tier=Tier.FOUR).size == Size(4096, 4096)


def test_the_style_changes_its_colours() -> None:
    plain, vivid, natural = (
        draw("a red apple on a table", options=options)
        for options in ((), (("style", "vivid"),), (("style", "natural"),))
    )
    assert len({plain.data, vivid.data, natural.data}) == 3
    assert len(re.findall(rb"<path", plain.data)) == len(re.findall(rb"<path", vivid.data))


def test_every_medium_that_says_so_can_be_drawn_in_paths() -> None:
    flat = {name for name, medium in media.load().items() if medium.vector is not None}
    assert flat == {"flat", "sticker", "logo", "comic", "minimalist", "low poly", "isometric"}


@pytest.mark.parametrize("prompt", [SCENES["flat"], SCENES["logo"], SCENES["page"]])
def test_progress_of_a_drawing_never_goes_back(prompt: str) -> None:
    shares: list[float] = []
    request = ImageRequest("", prompt, Size(128, 96), format=Format.SVG)
    fulfil(Commission(request, 0, 1), lambda share, _stage, _partial=None: shares.append(share))
    assert shares == sorted(shares)
    assert len(shares) > 3
