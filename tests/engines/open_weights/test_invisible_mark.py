"""The invisible mark: it does not show, outlasts what happens to pictures on their way, and is not found by chance."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageEnhance

from pinxit.engines.diffusers.watermark import CERTAIN, measure, read_mark, write_mark

Pixels = npt.NDArray[np.uint8]
_GALLERY = Path(__file__).parents[3] / "docs" / "gallery"
_NAMES = ("photorealistic", "comic", "minimalist", "product", "comics", "white", "noise", "slope")


def _make(name: str) -> Pixels:
    if name == "white":
        return np.full((512, 512, 3), 255, np.uint8)
    if name == "noise":
        return np.random.default_rng(1).integers(0, 256, (640, 512, 3), np.uint8)
    if name == "slope":
        return np.repeat(np.tile(np.linspace(90, 160, 768), (512, 1))[..., None], 3, 2).astype(np.uint8)
    image = Image.open(_GALLERY / f"{name}.webp").convert("RGB")
    if min(image.size) < 512:  # a sheet of small panels
        image = image.resize((image.width * 2, image.height * 2), Image.Resampling.LANCZOS)
    return np.asarray(image)


@pytest.fixture(scope="module")
def marked() -> dict[str, Pixels]:
    return {name: write_mark(_make(name)) for name in _NAMES}


def _jpeg(image: Image.Image, quality: int) -> Pixels:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return np.asarray(Image.open(out).convert("RGB"))


def _resize(pixels: Pixels, width: float, height: float | None = None) -> Image.Image:
    image = Image.fromarray(pixels)
    return image.resize((round(image.width * width), round(image.height * (height or width))), Image.Resampling.BICUBIC)


def _compare(one: Pixels, other: Pixels) -> float:
    """Peak signal to noise in dB."""
    return float(10 * np.log10(255**2 / np.mean((one.astype(np.float64) - other) ** 2)))


@pytest.mark.parametrize("name", _NAMES)
def test_the_mark_does_not_show(name: str, marked: dict[str, Pixels]) -> None:
    plain = _make(name)
    assert _compare(plain, marked[name]) > 41
    assert np.abs(plain.astype(int) - marked[name]).max() <= 24


@pytest.mark.parametrize("name", _NAMES)
def test_the_mark_outlasts_a_jpeg_of_a_smaller_copy(name: str, marked: dict[str, Pixels]) -> None:
    assert read_mark(marked[name]) is not None
    assert read_mark(_jpeg(Image.fromarray(marked[name]), 80)) is not None
    assert read_mark(_jpeg(_resize(marked[name], 0.75), 80)) is not None


@pytest.mark.parametrize("name", ["photorealistic", "product"])
def test_the_mark_outlasts_worse(name: str, marked: dict[str, Pixels]) -> None:
    image = Image.fromarray(marked[name])
    webp = io.BytesIO()
    image.save(webp, "WEBP", quality=60)
    spoiled = {
        "half as large": np.asarray(_resize(marked[name], 0.5)),
        "larger": np.asarray(_resize(marked[name], 1.6)),
        "squeezed": np.asarray(_resize(marked[name], 0.9, 0.6)),
        "poor jpeg": _jpeg(image, 50),
        "poor webp": np.asarray(Image.open(webp).convert("RGB")),
        "lighter": np.asarray(ImageEnhance.Brightness(image).enhance(1.2)),
        "flatter": np.asarray(ImageEnhance.Contrast(image).enhance(0.7)),
        "grey": np.asarray(image.convert("L").convert("RGB")),
    }
    assert [how for how, pixels in spoiled.items() if read_mark(pixels) is None] == []


def test_pictures_without_a_mark_have_none() -> None:
    scores = [measure(_make(name)) for name in _NAMES]
    random = np.random.default_rng(5)
    for _ in range(20):  # clouds of every coarseness
        small = random.integers(0, 256, (*random.integers(2, 200, 2), 3), np.uint8)
        scores.append(measure(np.asarray(Image.fromarray(small).resize((300, 260), Image.Resampling.BICUBIC))))
    assert max(scores) < CERTAIN - 1.5
    assert abs(float(np.mean(scores))) < 1


def test_a_mark_is_lost_when_the_picture_is_turned_as_the_page_says(marked: dict[str, Pixels]) -> None:
    turned = np.ascontiguousarray(np.rot90(marked["photorealistic"]))
    assert read_mark(turned) is None


def test_marking_twice_is_no_worse_than_once(marked: dict[str, Pixels]) -> None:
    twice = write_mark(marked["photorealistic"])
    assert read_mark(twice) is not None
    assert _compare(_make("photorealistic"), twice) > 40


def test_a_mark_is_the_same_each_time_and_leaves_what_it_was_given(marked: dict[str, Pixels]) -> None:
    plain = _make("product")
    kept = plain.copy()
    assert np.array_equal(write_mark(plain), marked["product"])
    assert np.array_equal(plain, kept)


def test_alpha_stays_as_it_was() -> None:
    random = np.random.default_rng(2)
    pixels = random.integers(0, 256, (256, 320, 4), np.uint8)
    marked = write_mark(pixels)
    assert np.array_equal(marked[..., 3], pixels[..., 3])
    assert read_mark(marked) is not None


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (64, 64), (90, 70)], ids=str)
def test_small_and_narrow_pictures_are_taken_too(size: tuple[int, int]) -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (*size, 3), np.uint8)
    marked = write_mark(pixels)
    assert marked.shape == pixels.shape
    read_mark(marked)


_WRONG = [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8)]


@pytest.mark.parametrize("wrong", _WRONG, ids=["flat", "floats", "empty"])
def test_what_is_no_picture_is_refused(wrong: Pixels) -> None:
    with pytest.raises(ValueError, match="expected height x width"):
        write_mark(wrong)
    with pytest.raises(ValueError, match="expected height x width"):
        read_mark(wrong)


def test_pixels_that_may_not_be_written_to_are_marked_all_the_same() -> None:
    still = bytes(300 * 200 * 3)
    marked = write_mark(np.frombuffer(still, np.uint8).reshape(200, 300, 3))
    assert marked.flags.writeable
