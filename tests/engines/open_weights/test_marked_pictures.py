"""What leaves the engine: a mark in the pixels and a label in the file where they are on, and nothing blocked."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from pinxit.core.errors import Blocked
from pinxit.core.images import Format, ImageRequest, Partial, Picture, Size, Source
from pinxit.engines.diffusers.finishing import Finisher
from pinxit.engines.diffusers.labelling import find_label
from pinxit.engines.diffusers.safety import Judge
from pinxit.engines.diffusers.watermark import read_mark
from pinxit.engines.diffusers.work import Still
from pinxit.engines.encoding import encode
from pinxit.local import Local

pytestmark = pytest.mark.anyio

_SIZE = Size(512, 640)
_PIXELS = np.random.default_rng(4).integers(0, 256, (_SIZE.height, _SIZE.width, 3), np.uint8)
_STILL = Still(_SIZE.width, _SIZE.height, _PIXELS.tobytes())
_BLANK = Picture(0, b"", _SIZE, Format.PNG, 1, "noise")
_OPEN: list[Finisher] = []


@pytest.fixture(autouse=True)
def close_finishers() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


def _open(local: Local, score: float = 0.1) -> Finisher:
    _OPEN.append(Finisher(local, Judge(local, lambda _: score)))
    return _OPEN[-1]


def _read(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("format", [Format.PNG, Format.JPEG, Format.WEBP])
async def test_a_finished_picture_has_the_mark_and_the_label(format: Format) -> None:
    request = ImageRequest("tiny", "noise", format=format, compression=80 if format.lossy else 100)
    picture = await _open(Local(watermark="on")).finish(_STILL, request, _BLANK)
    assert read_mark(_read(picture.data)) is not None
    assert find_label(picture.data) == "trainedAlgorithmicMedia"


async def test_a_picture_from_a_picture_is_labelled_as_a_composite() -> None:
    request = ImageRequest("tiny", "noise", sources=(Source(encode(_PIXELS, Format.PNG, 100)),))
    picture = await _open(Local(watermark="on")).finish(_STILL, request, _BLANK)
    assert find_label(picture.data) == "compositeWithTrainedAlgorithmicMedia"


async def test_switched_off_the_pixels_are_those_of_the_model() -> None:
    picture = await _open(Local()).finish(_STILL, ImageRequest("tiny", "noise"), _BLANK)
    assert np.array_equal(_read(picture.data), _PIXELS)
    assert find_label(picture.data) == ""


async def test_a_blocked_picture_is_not_given_out_unless_moderation_is_low() -> None:
    finisher = _open(Local(watermark="on"), score=0.7)
    with pytest.raises(Blocked):
        await finisher.finish(_STILL, ImageRequest("tiny", "noise"), _BLANK)
    low = ImageRequest("tiny", "noise", options=(("moderation", "low"),))
    assert (await finisher.finish(_STILL, low, _BLANK)).data


async def test_a_preview_that_may_not_be_seen_is_left_out() -> None:
    partial = Partial(0, 0, "denoising", b"", _SIZE, Format.PNG)
    request = ImageRequest("tiny", "noise", partials=1)
    assert await _open(Local(), score=0.7).show(_STILL, request, partial) is None
    shown = await _open(Local(), score=0.2).show(_STILL, request, partial)
    assert shown is not None
    assert shown.data
