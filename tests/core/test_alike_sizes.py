"""A ratio is asked for: whatever pixels a model has for it will do, and no others."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncGenerator, Sequence

import pytest
from PIL import Image

from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.images import Format, ImageRequest, Picture, Size
from pinxit.core.sizes import Native
from pinxit.core.studio import Studio


class _Engine:
    """Makes 1376x768, whatever is asked."""

    name = "stubborn"

    def models(self) -> Sequence[ModelCard]:
        own = Native(table=(Size(1376, 768), Size(2752, 1536), Size(1200, 896)))
        return [ModelCard("stubborn", "Stubborn", sizes=own), ModelCard("exact", "Promises the seed's pixels")]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        buffer = io.BytesIO()
        Image.new("RGB", (1376, 768)).save(buffer, "PNG")
        yield Picture(0, buffer.getvalue(), Size(1376, 768), Format.PNG, 0, "black", text=b"as it came")

    async def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("size", "pixels_said", "made"),
    [
        (Size(1344, 768), False, Size(1376, 768)),
        (Size(1344, 768), True, Size(1344, 768)),
        (Size(2752, 1536), False, Size(2752, 1536)),
        (Size(1184, 864), False, Size(1184, 864)),
        (None, False, Size(1376, 768)),
    ],
    ids=["its ratio", "pixels", "a larger class", "another ratio", "nothing"],
)
def test_what_is_alike_is_not_touched(size: Size | None, pixels_said: bool, made: Size) -> None:
    request = ImageRequest(model="stubborn", prompt="a fox", size=size, pixels_said=pixels_said)
    (picture,) = asyncio.run(Studio(Catalog([_Engine()])).create(request)).pictures
    assert picture.size == made
    assert (picture.text is not None) == (made == Size(1376, 768))


def test_a_model_that_promises_the_pixels_of_a_ratio_keeps_its_word_whoever_stands_in_for_it() -> None:
    request = ImageRequest(model="exact", prompt="a fox", size=Size(1344, 768), pixels_said=False)
    (picture,) = asyncio.run(Studio(Catalog([_Engine()])).create(request)).pictures
    assert picture.size == Size(1344, 768)
