"""The unfinished states of a picture: a composition in outlines, flat colours, and what is finished."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from pinxit.core.images import Background, ImageRequest, Quality, Size
from pinxit.engines.illustrator.easel import paint

PROMPTS = ("a red car in a city street", "a kawaii sticker of a fox", "a logo for a bakery called 'Crust'")


def watch(prompt: str, background: Background = Background.AUTO) -> tuple[dict[str, Any], Any]:
    shown: dict[str, Any] = {}
    request = ImageRequest("", prompt, Size(160, 128), quality=Quality.LOW, background=background)
    done = paint(request, 1, lambda _share, _what: None, lambda stage, pixels: shown.update({stage: pixels.copy()}))
    return shown, done.pixels


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_states_come_in_order_and_end_with_the_picture(prompt: str) -> None:
    shown, final = watch(prompt)
    assert list(shown) == ["composition", "flat colour", "finished"]
    assert all(pixels.shape == final.shape for pixels in shown.values())
    assert np.array_equal(shown["finished"], final)
    if "logo" not in prompt:
        colours = {stage: np.ptp(pixels.astype(int), axis=2).mean() for stage, pixels in shown.items()}
        assert colours["composition"] < 0.5 * colours["flat colour"], "the composition is drawn in graphite"


def test_the_states_do_not_change_the_picture() -> None:
    _, watched = watch(PROMPTS[0])
    request = ImageRequest("", PROMPTS[0], Size(160, 128), quality=Quality.LOW)
    assert np.array_equal(paint(request, 1, lambda _share, _what: None).pixels, watched)


def test_the_states_of_a_transparent_picture_are_transparent() -> None:
    shown, _ = watch("a red apple", Background.TRANSPARENT)
    assert all(pixels.shape[2] == 4 and pixels[0, 0, 3] == 0 for pixels in shown.values())
