"""What a model paints on: sources and masks as they came, read within limits, and what is laid over the result."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image

from engines.open_weights.tiny_painter import hole, most, slope, to_file, to_pixels
from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.engines.diffusers.painting.canvases import Canvas, prepare_canvas
from pinxit.engines.diffusers.work import Item, Manner, Still

_PICTURE = slope()
_SOURCE = to_file(_PICTURE)
_MASK, _OPEN = hole()


def _prepare(item: Item, edit: str, *, references: int = 0, width: int = 64, height: int = 64) -> Canvas:
    return prepare_canvas(item, Manner(width, height, 4, 0.0, edit=edit), references)


def _cover(canvas: Canvas, level: int = 200) -> Any:
    size = canvas.pictures[0].size
    return to_pixels(canvas.lay_over(Still(*size, bytes([level]) * (size[0] * size[1] * 3))))


def test_what_is_transparent_in_the_mask_is_white_for_the_pipeline() -> None:
    canvas = _prepare(Item("", 1, sources=(_SOURCE,), mask=_MASK), "mask")
    assert canvas.mask is not None
    assert np.array_equal(np.asarray(canvas.mask) == 255, _OPEN)
    assert set(np.unique(np.asarray(canvas.mask))) == {0, 255}


def test_outside_of_the_mask_the_source_stays_and_the_seam_lies_within() -> None:
    made = _cover(_prepare(Item("", 1, sources=(_SOURCE,), mask=_MASK), "mask"))
    assert most(made[~_OPEN], _PICTURE[~_OPEN]) == 0
    assert (made[24:40, 24:40] == 200).all()
    rim = made[16, 32]
    assert (np.abs(rim - _PICTURE[16, 32]) < np.abs(rim - 200)).all()


@pytest.mark.parametrize("width", [1, 2, 4])
def test_a_thin_stroke_of_a_mask_is_painted_in_full_in_its_middle(width: int) -> None:
    pixels = np.full((64, 64, 4), 255)
    pixels[:, 30 : 30 + width, 3] = 0
    pixels[:, 44:, 3] = 0  # beside something wide
    made = _cover(_prepare(Item("", 1, sources=(_SOURCE,), mask=to_file(pixels)), "mask"))
    assert (made[32, 30 + (width - 1) // 2] == 200).all()


def test_a_half_transparent_mask_lets_the_source_shine_through() -> None:
    pixels = np.full((64, 64, 4), 255)
    pixels[..., 3] = 127
    made = _cover(_prepare(Item("", 1, sources=(_SOURCE,), mask=to_file(pixels)), "mask"))
    assert abs(int(made[32, 32, 0]) - (int(_PICTURE[32, 32, 0]) + 200) / 2) <= 2


def test_without_a_mask_the_transparent_part_of_the_source_is_made_anew() -> None:
    pixels = np.dstack([_PICTURE, np.where(_OPEN, 0, 255)])
    canvas = _prepare(Item("", 1, sources=(to_file(pixels),)), "mask")
    assert np.array_equal(np.asarray(canvas.mask) == 255, _OPEN)


@pytest.mark.parametrize(
    ("mask", "why"),
    [
        (None, "Send a `mask`"),
        (_SOURCE, "no alpha channel"),
        (to_file(np.full((64, 64, 4), 255)), "opaque everywhere"),
        (hole(32, 64)[0], "same size"),
        (b"\x89PNG\r\n\x1a\nbroken", "same size"),
    ],
    ids=["none", "without-alpha", "closed", "other-size", "broken"],
)
def test_a_mask_that_opens_nothing_is_refused_with_what_to_do(mask: bytes | None, why: str) -> None:
    with pytest.raises(InvalidRequest, match=why) as refusal:
        _prepare(Item("", 1, sources=(_SOURCE,), mask=mask), "mask")
    assert refusal.value.param == "mask"


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", _SOURCE[: len(_SOURCE) // 2], b"GIF89a" + bytes(40), b"\xff\xd8\xff" + bytes(900)],
    ids=["empty", "pdf", "cut-off", "gif", "jpeg"],
)
def test_a_file_that_is_no_picture_is_refused_by_its_field(data: bytes) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        _prepare(Item("", 1, sources=(data,)), "image")
    assert refusal.value.param == "image"


def test_a_source_is_cut_to_the_wanted_shape_and_not_squeezed() -> None:
    canvas = _prepare(Item("", 1, sources=(to_file(slope(64, 192)),)), "image")
    assert canvas.pictures[0].size == (64, 64)
    assert most(np.asarray(canvas.pictures[0]).astype(int), slope(64, 192)[:, 64:128]) == 0


def test_a_source_and_its_mask_are_cut_alike() -> None:
    mask, opened = hole(64, 192)
    canvas = _prepare(Item("", 1, sources=(to_file(slope(64, 192)),), mask=mask), "mask")
    assert np.array_equal(np.asarray(canvas.mask) == 255, opened[:, 64:128])


def test_a_photo_is_turned_upright() -> None:
    photo = Image.fromarray(slope(32, 96).astype(np.uint8))
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    canvas = _prepare(Item("", 1, sources=(to_file(np.asarray(photo), exif=exif),)), "image", height=192)
    assert canvas.pictures[0].size == (64, 192)
    upright = np.asarray(photo.transpose(Image.Transpose.ROTATE_270).resize((64, 192)))
    assert np.abs(np.asarray(canvas.pictures[0]).astype(int) - upright).mean() < 3


def test_what_is_clear_in_a_source_is_shown_on_white() -> None:
    pixels = np.dstack([_PICTURE, np.where(_OPEN, 0, 255)])
    canvas = _prepare(Item("", 1, sources=(to_file(pixels),)), "image")
    assert (np.asarray(canvas.pictures[0])[_OPEN] == 255).all()


@pytest.mark.parametrize(("width", "height"), [(128, 64), (64, 160), (160, 96)])
def test_a_source_stands_whole_in_the_middle_of_a_canvas_of_another_shape(width: int, height: int) -> None:
    canvas = _prepare(Item("", 1, sources=(_SOURCE,)), "outpaint", width=width, height=height)
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    inner = np.s_[top : top + side, left : left + side]
    expected = np.asarray(Image.fromarray(_PICTURE.astype(np.uint8)).resize((side, side), Image.Resampling.LANCZOS))
    made, mask = _cover(canvas), np.asarray(canvas.mask)
    assert most(made[inner], expected.astype(int)) == 0
    assert (mask[inner] == 0).all()
    assert int((mask == 0).sum()) == side * side
    assert (made[0, 0] == 200).all()


def test_around_a_source_lie_its_own_colours_to_go_on_from() -> None:
    canvas = _prepare(Item("", 1, sources=(_SOURCE,)), "outpaint", width=128)
    filled = np.asarray(canvas.pictures[0]).astype(int)
    assert np.abs(filled[:, 31] - _PICTURE[:, 0]).mean() < 8
    assert np.abs(filled[:, 96] - _PICTURE[:, 63]).mean() < 8


def test_a_source_that_has_the_wanted_shape_has_nothing_around_it() -> None:
    with pytest.raises(InvalidRequest, match="another size"):
        _prepare(Item("", 1, sources=(_SOURCE,)), "outpaint")


@pytest.mark.parametrize(
    ("size", "shown"), [((2000, 1500), (1182, 887)), ((40, 20), (128, 64)), ((300, 200), (300, 200))]
)
def test_references_are_shown_whole_in_a_size_that_models_take(size: tuple[int, int], shown: tuple[int, int]) -> None:
    canvas = _prepare(Item("", 1, sources=(_SOURCE, to_file(slope(size[1], size[0])))), "image", references=4)
    assert [picture.size for picture in canvas.pictures] == [(64, 64), shown]


def test_a_reference_that_is_a_mere_strip_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="too long"):
        _prepare(Item("", 1, sources=(to_file(slope(20, 400)),)), "image", references=1)


def test_more_sources_than_the_model_takes_are_refused() -> None:
    with pytest.raises(Unsupported, match="leave some out"):
        _prepare(Item("", 1, sources=(_SOURCE, _SOURCE)), "image")


def test_a_preview_is_laid_on_the_source_in_small() -> None:
    canvas = _prepare(Item("", 1, sources=(_SOURCE,), mask=_MASK), "mask")
    small = to_pixels(canvas.lay_over(Still(16, 16, bytes([200]) * (16 * 16 * 3))))
    assert (small[7:9, 7:9] == 200).all()
    expected = np.asarray(Image.fromarray(_PICTURE.astype(np.uint8)).resize((16, 16), Image.Resampling.BOX))
    assert most(small[:4], expected[:4].astype(int)) == 0
