"""What the illustrator's tests share: planning and painting without ceremony, and an eye that reads lettering."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest

from pinxit.core.images import RATIOS, Background, ImageRequest, Quality, Size
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.painter import Plan, plan
from pinxit.scene import read

Pixels = npt.NDArray[np.uint8]
Planner = Callable[..., Plan]
Painter = Callable[..., Pixels]
Reader = Callable[[Pixels], list[str]]


@cache
def _plan(prompt: str, ratio: str, seed: int) -> Plan:
    return plan(read(prompt), Size(*RATIOS[ratio]), seed)


@pytest.fixture(scope="session")
def planned() -> Planner:
    """planned(prompt, ratio="1:1", seed=1): the laid-out scene, not painted. The same call gives the same object."""

    def call(prompt: str, ratio: str = "1:1", seed: int = 1) -> Plan:
        return _plan(prompt, ratio, seed)

    return call


@pytest.fixture(scope="session")
def painted() -> Painter:
    """painted(prompt, width=256, height=256, seed=1, background=AUTO): the pixels, height x width x 3 or 4."""

    def call(
        prompt: str, width: int = 256, height: int = 256, seed: int = 1, background: Background = Background.AUTO
    ) -> Pixels:
        request = ImageRequest("", prompt, Size(width, height), quality=Quality.MEDIUM, background=background)
        return paint(request, seed, lambda _share, _what: None).pixels

    return call


@pytest.fixture(scope="session")
def ocr() -> Reader:
    """Reads a picture: the pieces of text in it, from top to bottom. Skips where no OCR library is installed."""
    missing = "lettering is read back with rapidocr: pip install 'pinxit[test]'"
    rapidocr = pytest.importorskip("rapidocr", reason=missing)
    pytest.importorskip("onnxruntime", reason=missing)
    # Nothing is written upside down; told to look for that, it reads "spot" as "tods".
    upright = {"Global.use_cls": False, "EngineConfig.onnxruntime.intra_op_num_threads": 1}
    engine = rapidocr.RapidOCR(params={"Global.log_level": "error", **upright})

    def see(pixels: Pixels) -> list[str]:
        result = engine(np.ascontiguousarray(pixels[..., 2::-1]))
        return [str(text) for text in (result.txts or ())]

    return see
