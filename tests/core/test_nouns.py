from __future__ import annotations

import pytest

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Animation, Background, Format, ImageRequest, Source


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
        ({"background": Background.TRANSPARENT, "format": Format.GIF}, "background"),
        ({"compression": 60}, "output_compression"),
        ({"partials": 4}, "partial_images"),
        ({"animation": Animation()}, "frame_count"),
        ({"mask": Source(b"\x89PNG\r\n\x1a\n")}, "mask"),
    ],
)
def test_a_request_is_checked_at_birth(wish: dict[str, object], param: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        ImageRequest(**{"model": "auto", "prompt": "a fox", **wish})  # type: ignore[arg-type]
    assert refusal.value.param == param
