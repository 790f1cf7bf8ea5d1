from __future__ import annotations

import pytest

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import RATIOS, Background, Format, ImageRequest, Size


@pytest.mark.parametrize(("name", "pixels"), RATIOS.items(), ids=RATIOS)
def test_a_ratio_has_the_pixels_of_the_seed_and_its_name_back(name: str, pixels: tuple[int, int]) -> None:
    size = Size.parse(name)
    assert size == Size(*pixels)
    assert size is not None
    assert size.ratio == name


@pytest.mark.parametrize("text", ["1024x600", " 1024X600 ", "1024*600", "1024×600"])
def test_pixels_are_read_in_every_usual_spelling(text: str) -> None:
    assert Size.parse(text) == Size(1024, 600)


def test_auto_leaves_the_size_to_the_prompt() -> None:
    assert Size.parse("Auto") is None


@pytest.mark.parametrize(
    "text", ["16;9", "16:10", "", "x", "1024", "10x10", "5000x100", "99999x99999", "-1x5", "1x2x3"]
)
def test_any_other_size_is_refused_and_named(text: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        Size.parse(text)
    assert refusal.value.param == "size"


@pytest.mark.parametrize(
    ("wish", "param"),
    [
        ({"prompt": " \n"}, "prompt"),
        ({"prompt": "x" * 32_001}, "prompt"),
        ({"n": 0}, "n"),
        ({"n": 11}, "n"),
        ({"compression": 101}, "output_compression"),
        ({"seed": -1}, "seed"),
        ({"background": Background.TRANSPARENT, "format": Format.JPEG}, "background"),
    ],
)
def test_a_request_is_checked_at_birth(wish: dict[str, object], param: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        ImageRequest(**{"model": "auto", "prompt": "a fox", **wish})  # type: ignore[arg-type]
    assert refusal.value.param == param
