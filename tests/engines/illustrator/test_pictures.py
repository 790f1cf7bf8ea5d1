"""Golden pictures: what a few scenes look like, so that no change alters them unnoticed.

To renew them on purpose, look at them, and commit them:

    PINXIT_RENEW_GOLDENS=1 pytest tests/engines/illustrator/test_pictures.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

Painter = Callable[..., npt.NDArray[np.uint8]]

GOLDENS = Path(__file__).parents[2] / "goldens"
RENEW = "PINXIT_RENEW_GOLDENS"
HOW = f"{RENEW}=1 pytest tests/engines/illustrator/test_pictures.py"
MOST_BYTES = 80_000

SCENES = {
    "rider": ("a woman riding a red bicycle in a park", 256, 256),
    "still-life": ("a teapot and two cups on a wooden table", 256, 192),
    "poster": ('vintage poster of a lighthouse with the title "VISIT MAINE"', 192, 256),
    "logo": ('a logo for a coffee shop called "Bean Haven"', 256, 256),
    "sticker": ("a kawaii sticker of a cat wearing a top hat", 256, 256),
    "noir": ('noir comic panel of a detective in a rainy street, caption box: "THE CITY NEVER SLEEPS"', 256, 160),
}


def difference(one: npt.NDArray[np.uint8], two: npt.NDArray[np.uint8]) -> tuple[float, float]:
    """The mean difference (0 to 255) and the share of pixels that differ by less than 24 in every channel."""
    gap = np.abs(one.astype(np.int16) - two.astype(np.int16))
    return float(gap.mean()), float((gap.max(axis=-1) < 24).mean())


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_looks_as_it_did(painted: Painter, name: str) -> None:
    prompt, width, height = SCENES[name]
    pixels = painted(prompt, width, height, seed=3)
    file = GOLDENS / f"{name}.webp"
    if os.environ.get(RENEW):
        file.parent.mkdir(exist_ok=True)
        Image.fromarray(pixels).save(file, lossless=True, quality=100, method=6)
    if not file.exists():
        pytest.skip(f"there is no golden picture yet: {HOW}")
    with Image.open(file) as golden:
        kept = np.asarray(golden.convert("RGB"))
    assert kept.shape == pixels.shape, f"if this is meant: {HOW}"
    mean, alike = difference(kept, pixels)
    assert mean < 3, f"the picture changed by {mean:.1f} levels; if this is meant: {HOW}"
    assert alike >= 0.99, f"{1 - alike:.1%} of the pixels changed; if this is meant: {HOW}"


def test_goldens_are_small_and_none_is_left_over() -> None:
    files = list(GOLDENS.glob("*")) if GOLDENS.exists() else []
    assert {f.stem for f in files} <= set(SCENES)
    assert all(f.stat().st_size < MOST_BYTES for f in files)


def test_a_difference_is_measured() -> None:
    black, spot = np.zeros((10, 10, 3), np.uint8), np.zeros((10, 10, 3), np.uint8)
    spot[0, 0] = 255
    assert difference(black, black) == (0.0, 1.0)
    assert difference(black, spot) == pytest.approx((2.55, 0.99))
