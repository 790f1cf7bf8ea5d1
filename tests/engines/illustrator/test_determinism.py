"""The same words, size and seed give the same pixels; colours and transparency are what was asked for."""

from __future__ import annotations

import colorsys
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from pinxit.core.images import Background
from pinxit.engines.illustrator.painter import Plan

Planner = Callable[..., Plan]
Painter = Callable[..., npt.NDArray[np.uint8]]

PROMPTS = (
    "a fox in the snow under pine trees at dusk",
    "watercolour of a lighthouse on a cliff",
    'vintage poster of a rocket with the title "MOON TOURS"',
    "noir comic panel of a detective in a rainy street at night",
)
ELSEWHERE = """
import hashlib, sys
from pinxit.core.images import ImageRequest, Quality, Size
from pinxit.engines.illustrator.easel import paint

for prompt in sys.argv[1:]:
    request = ImageRequest("", prompt, Size(192, 160), quality=Quality.MEDIUM)
    done = paint(request, 7, lambda share, what: None)
    print(hashlib.sha256(done.pixels.tobytes()).hexdigest())
"""


def fingerprint(pixels: npt.NDArray[np.uint8]) -> str:
    return hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()


def test_the_same_call_gives_the_same_pixels_in_any_process(painted: Painter) -> None:
    here = [fingerprint(painted(p, 192, 160, 7)) for p in PROMPTS]
    again = [fingerprint(painted(p, 192, 160, 7)) for p in reversed(PROMPTS)]
    assert here == again[::-1]
    for hashes in ("1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": hashes}
        done = subprocess.run(
            [sys.executable, "-c", ELSEWHERE, *PROMPTS], env=env, capture_output=True, text=True, check=True, timeout=60
        )
        assert done.stdout.split() == here


@pytest.mark.parametrize("prompt", PROMPTS)
def test_another_seed_gives_another_picture(painted: Painter, prompt: str) -> None:
    one, two = painted(prompt, 192, 160, 7), painted(prompt, 192, 160, 8)
    assert np.abs(one.astype(np.int16) - two).mean() > 0.2


# -- colours ---------------------------------------------------------------------------------------------------------


def strongest_hue(pixels: npt.NDArray[np.uint8]) -> float:
    """The mean hue (degrees) of the clearly coloured pixels."""
    flat = pixels.reshape(-1, 3)[::3] / 255
    vivid = [colorsys.rgb_to_hsv(*p) for p in flat if p.max() - p.min() > 0.25]
    assert vivid, "there is no colour at all"
    angle = np.array([h for h, _, _ in vivid]) * 2 * np.pi
    return float(np.degrees(np.angle(np.exp(1j * angle).mean())) % 360)


def within(hue: float, low: float, high: float) -> bool:
    return low <= hue <= high if low <= high else hue >= low or hue <= high


HUES = {"red": (335, 22), "orange": (15, 45), "yellow": (38, 68), "green": (75, 165), "blue": (195, 255)}


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("a green apple to the left of a yellow banana", {"apple": "green", "banana": "yellow"}),
        ("a red car to the right of a blue truck", {"car": "red", "truck": "blue"}),
        ("a blue mug and a red book", {"mug": "blue", "book": "red"}),
        ("a yellow chair next to a blue vase", {"chair": "yellow", "vase": "blue"}),
        ("a blue apple left of a green pear", {"apple": "blue", "pear": "green"}),
        ("a red bench and a green bottle", {"bench": "red", "bottle": "green"}),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_colours_stay_with_their_things(
    planned: Planner, painted: Painter, prompt: str, wanted: dict[str, str]
) -> None:
    prompt += " on a white background"
    scene, pixels = planned(prompt), painted(prompt, 320, 320)
    scale = 320 / 1000
    for name, colour in wanted.items():
        id_ = next(s.id for s in scene.direction.scene.subjects if name in {s.noun, s.head})
        left, top, right, bottom = next(b for a in scene.actors for b in a.figure.boxes.get(id_, ()))
        # The middle of the box, so that neither shadow nor neighbour counts.
        dx, dy = (right - left) * 0.12, (bottom - top) * 0.12
        part = pixels[
            int((top + dy) * scale) : int((bottom - dy) * scale), int((left + dx) * scale) : int((right - dx) * scale)
        ]
        hue = strongest_hue(part)
        assert within(hue, *HUES[colour]), f"the {name} has hue {hue:.0f}, not {colour}"


# -- transparency ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prompt", ["a red apple", "a cute fox sticker", "a woman waving", 'a logo "ACME"'])
def test_a_transparent_background_has_real_alpha(painted: Painter, prompt: str) -> None:
    pixels = painted(prompt, 200, 200, background=Background.TRANSPARENT)
    assert pixels.shape == (200, 200, 4)
    alpha = pixels[..., 3]
    assert [int(alpha[y, x]) for y in (0, -1) for x in (0, -1)] == [0, 0, 0, 0]
    assert (alpha > 240).mean() > 0.02, "there is a subject"
    assert (alpha == 0).mean() > 0.2, "and there is room around it"


@pytest.mark.parametrize("background", [Background.AUTO, Background.OPAQUE])
def test_an_opaque_background_has_no_alpha(painted: Painter, background: Background) -> None:
    assert painted("a red apple", 128, 128, background=background).shape == (128, 128, 3)


@pytest.mark.parametrize(("width", "height"), [(64, 64), (200, 137), (512, 64), (64, 400)])
def test_any_size_is_painted_to_the_pixel(painted: Painter, width: int, height: int) -> None:
    assert painted("a dog and a cat in a park", width, height).shape == (height, width, 3)
