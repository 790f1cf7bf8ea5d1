"""The states of a picture: a composition in outlines, flat colours, half finished, and what is finished."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pinxit.core.images import Background, Format, ImageRequest, Quality, Size, Source
from pinxit.engines.illustrator.easel import paint

STAGES = ["composition", "flat colour", "half finished"]
PROMPTS = ("a red car in a city street", "a kawaii sticker of a fox", "a logo for a bakery called 'Crust'")


def watch(prompt: str, background: Background = Background.AUTO) -> tuple[dict[str, Any], Any]:
    shown: dict[str, Any] = {}
    request = ImageRequest("", prompt, Size(160, 128), quality=Quality.LOW, background=background)
    done = paint(request, 1, lambda _share, _what: None, lambda stage, pixels: shown.update({stage: pixels.copy()}))
    return shown, done.pixels


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_states_come_in_order_and_end_with_the_picture(prompt: str) -> None:
    shown, final = watch(prompt)
    assert list(shown) == [*STAGES, "finished"]
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


def street() -> Source:
    data = io.BytesIO()
    Image.fromarray(paint(ImageRequest("", PROMPTS[0], Size(160, 128)), 1, lambda *_: None).pixels).save(data, "PNG")
    return Source(data.getvalue())


@pytest.mark.parametrize(
    ("prompt", "edits"),
    [
        *((prompt, False) for prompt in PROMPTS),
        ("a flat vector illustration of a fox in a forest", False),
        ("a watercolour of a lighthouse", False),
        ('a vintage poster titled "Opera" with a violin', False),
        ("a three-panel comic about a cat and a dog", False),
        ("make it black and white", True),
        ("turn it into an oil painting", True),
        ("extend it to 21:9", True),
        ("put this picture on a mug", True),
        ("", True),
    ],
)
def test_no_state_is_shown_twice_and_none_is_the_finished_picture(prompt: str, *, edits: bool) -> None:
    shown: dict[str, Any] = {}
    request = ImageRequest("", prompt, None if edits else Size(160, 160), sources=(street(),) if edits else ())
    final = paint(request, 1, lambda *_: None, lambda stage, pixels: shown.update({stage: pixels.copy()})).pixels
    assert list(shown) == [*STAGES, "finished"]
    assert all(pixels.shape == final.shape for pixels in shown.values()), "on its sheet, at the size of the picture"
    for (one, before), (other, after) in combinations(shown.items(), 2):
        changed = np.abs(before.astype(int) - after).max(axis=2) > 6
        assert changed.mean() > 0.005, (one, other)


@pytest.mark.parametrize("prompt", [PROMPTS[1], "a two-panel comic in flat vector style: a cat, then a dog"])
def test_a_drawing_of_paths_shows_the_same_states(prompt: str) -> None:
    shown: list[str] = []
    request = ImageRequest("", prompt, Size(128, 128), format=Format.SVG)
    paint(request, 1, lambda *_: None, lambda stage, _pixels: shown.append(stage))
    assert shown == [*STAGES, "finished"]


def test_a_moving_picture_ends_with_the_whole_repainted_picture() -> None:
    request = ImageRequest("", "put this picture on a mug, as a pencil drawing", Size(128, 128), sources=(street(),))
    still = paint(request, 1, lambda *_: None).pixels.astype(int)
    moving = paint(replace(request, format=Format.GIF), 1, lambda *_: None)
    assert moving.frames is not None
    colours = np.frombuffer(moving.frames.palette, np.uint8).reshape(-1, 3).astype(int)
    assert np.abs(colours[moving.frames.stills[-1]] - still).mean() < 8
