"""A UNet on a CPU by OpenVINO: the same pictures as by torch, and torch wherever OpenVINO cannot."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from pinxit.engines.worker import Cancelled
from pinxit.local import Local
from pinxit.testing import pipelines
from pinxit.weights import Installed

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")
if find_spec("openvino") is None:  # importing it here would hide how pinxit imports it
    pytest.skip("OpenVINO is not installed: pip install 'pinxit[openvino]'", allow_module_level=True)

_PROMPTS = ["a fox in the snow", "a red boat", "a clock"]


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    import torch

    torch.set_num_threads(1)
    with torch.no_grad():
        yield


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A tiny SDXL: its UNet takes words, a summary of them, and sizes."""
    return pipelines.installed("sdxl", pipelines.build("sdxl", tmp_path_factory.mktemp("weights") / "sdxl"))


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Local:
    return Local(models=tmp_path_factory.mktemp("shelf"))


def _load(model: Installed, local: Local) -> Any:
    import torch
    from diffusers import DiffusionPipeline

    from pinxit.engines.diffusers.painting.ready import Ready

    pipe = DiffusionPipeline.from_pretrained(str(model.path), local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    return Ready(model, local, pipe, "cpu", torch.float32)


def _hasten(ready: Any, room: int = 10**9) -> int:
    from pinxit.engines.diffusers.painting import openvino

    return openvino.hasten(ready, room, lambda *_: None)


def _paint(pipe: Any, width: int = 64, height: int = 64, count: int = 1) -> Any:
    import torch

    generators = [torch.Generator().manual_seed(seed) for seed in range(count)]
    return pipe(
        prompt=_PROMPTS[:count],
        width=width,
        height=height,
        num_inference_steps=2,
        guidance_scale=5.0,
        generator=generators,
        output_type="np",
    ).images


@pytest.fixture(scope="module")
def torches(model: Installed, local: Local) -> Any:
    return _load(model, local).pipe


@pytest.fixture(scope="module")
def converted() -> list[Any]:
    """What the one conversion of these tests has made: it takes seconds."""
    return []


@pytest.fixture(scope="module")
def hastened(model: Installed, local: Local, converted: list[Any]) -> Any:
    from pinxit.engines.diffusers.painting import openvino

    def convert(*given: Any) -> Any:
        converted.append(real(*given))
        return converted[0]

    ready, real = _load(model, local), openvino._convert
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openvino, "_convert", convert)
        assert _hasten(ready) > 1_000_000
    return ready


@pytest.mark.parametrize(
    ("width", "height", "count"), [(64, 64, 1), (96, 64, 3), (64, 112, 2)], ids=["square", "wide", "high"]
)
def test_pictures_of_any_size_and_batch_are_those_of_torch(
    torches: Any, hastened: Any, width: int, height: int, count: int
) -> None:
    import numpy as np

    wanted = _paint(torches, width, height, count)
    before = hastened.pipe.unet.forward.calls
    found = _paint(hastened.pipe, width, height, count)
    assert hastened.pipe.unet.forward.calls == before + 2
    assert wanted.std() > 0.1
    assert 10 * np.log10(1 / np.mean((wanted - found) ** 2)) > 70
    assert np.abs(wanted - found).max() < 1 / 255


def test_a_picture_is_the_same_alone_and_in_a_batch(hastened: Any) -> None:
    import numpy as np

    assert np.abs(_paint(hastened.pipe)[0] - _paint(hastened.pipe, count=3)[0]).max() < 1 / 255


def test_both_kinds_of_answer_are_given(hastened: Any) -> None:
    import torch

    unet = hastened.pipe.unet
    given = _inputs(unet)
    plain = unet(*given[:3], added_cond_kwargs=given[3], return_dict=False)
    named = unet(*given[:3], added_cond_kwargs=given[3])
    assert isinstance(plain, tuple)
    assert torch.equal(plain[0], named.sample)
    assert plain[0].dtype == given[0].dtype


def _inputs(unet: Any, side: int = 8) -> tuple[Any, Any, Any, dict[str, Any]]:
    import torch

    from pinxit.engines.diffusers.painting.openvino import read_inputs

    inputs = read_inputs(unet.config)
    assert inputs is not None
    generator = torch.Generator().manual_seed(1)
    added = {name: torch.randn(2, width, generator=generator) for name, width in inputs.extras}
    words = torch.randn(2, 77, inputs.words, generator=generator)
    return torch.randn(2, inputs.channels, side, side, generator=generator), torch.tensor(500), words, added


@pytest.mark.parametrize("what", ["odd side", "mask of words", "scaled attention"])
def test_what_was_not_foreseen_is_computed_by_torch(torches: Any, hastened: Any, what: str) -> None:
    import torch

    sample, time, words, added = _inputs(hastened.pipe.unet, 9 if what == "odd side" else 8)
    more: dict[str, Any] = {}
    if what == "mask of words":
        more["encoder_attention_mask"] = torch.cat([torch.ones(2, 40), torch.zeros(2, 37)], 1)
    if what == "scaled attention":
        more["cross_attention_kwargs"] = {"scale": 0.5}
    before = hastened.pipe.unet.forward.calls
    found = hastened.pipe.unet(sample, time, words, added_cond_kwargs=added, **more).sample
    assert hastened.pipe.unet.forward.calls == before
    assert torch.allclose(found, torches.unet(sample, time, words, added_cond_kwargs=added, **more).sample, atol=1e-4)


def test_with_a_lora_on_torch_computes_and_without_it_openvino_again(model: Installed, local: Local) -> None:
    import torch
    from peft import LoraConfig

    ready = _load(model, local)
    assert _hasten(ready)
    unet = ready.pipe.unet
    sample, time, words, added = _inputs(unet)

    def compute() -> Any:
        return unet(sample, time, words, added_cond_kwargs=added, return_dict=False)[0]

    plain = compute()
    unet.add_adapter(LoraConfig(r=4, target_modules=["to_q", "to_v"], init_lora_weights=False), "strong")
    calls = unet.forward.calls
    worn = compute()
    assert unet.forward.calls == calls
    assert not torch.allclose(worn, plain, atol=1e-3)
    unet.disable_adapters()
    assert torch.equal(compute(), plain)
    assert unet.forward.calls == calls + 1
    unet.enable_adapters()
    assert torch.equal(compute(), worn)


def test_what_was_converted_is_kept_and_made_anew_for_other_weights(
    model: Installed, local: Local, hastened: Any, converted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pinxit.engines.diffusers.painting import openvino

    shelf = local.models / openvino.FOLDER
    (kept,) = shelf.iterdir()
    asked: list[object] = []

    def convert(*given: object) -> Any:
        asked.append(given)
        return converted[0]

    monkeypatch.setattr(openvino, "_convert", convert)
    assert _hasten(_load(model, local))
    assert asked == []
    (model.path / "unet" / "diffusion_pytorch_model.safetensors").touch()  # pulled or copied anew
    (shelf / ".new-left").mkdir()
    os.utime(shelf / ".new-left", (0, 0))
    assert _hasten(_load(model, local))
    assert len(asked) == 1
    (anew,) = shelf.iterdir()
    assert anew.name != kept.name


def test_where_nothing_can_be_kept_it_works_all_the_same(
    model: Installed,
    tmp_path: Path,
    hastened: Any,
    converted: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    import numpy as np

    from pinxit.engines.diffusers.painting import openvino

    monkeypatch.setattr(openvino, "_convert", lambda *_: converted[0])
    (tmp_path / "file").write_text("no folder")
    ready = _load(model, Local(models=tmp_path / "file"))
    assert _hasten(ready)
    assert "cannot be kept" in caplog.text
    assert np.abs(_paint(hastened.pipe) - _paint(ready.pipe)).max() < 1 / 255


def test_a_conversion_that_fails_leaves_the_work_to_torch(
    model: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from pinxit.engines.diffusers.painting import openvino

    def fail(*_: Any) -> Any:
        raise RuntimeError("Exception from src/core:\nan operation is not known\n")

    monkeypatch.setattr(openvino, "_convert", fail)
    ready = _load(model, Local(models=tmp_path))
    forward = ready.pipe.unet.forward
    with caplog.at_level(logging.WARNING):
        assert _hasten(ready) == 0
    assert ready.pipe.unet.forward == forward
    assert "sdxl is painted by torch: OpenVINO: RuntimeError: an operation is not known" in caplog.text


@pytest.mark.parametrize("why", ["no room", "torch compiles", "another device", "half numbers", "switched off"])
def test_it_keeps_out_where_it_does_not_belong(
    model: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    import torch

    from pinxit.engines.diffusers.painting import openvino

    monkeypatch.setattr(openvino, "_convert", lambda *_: pytest.fail("it was converted"))
    local = Local(models=tmp_path)
    if why == "torch compiles":
        local = replace(local, compile="on")
    if why == "switched off":
        local = replace(local, openvino="off")
    ready = _load(model, local)
    if why == "another device":
        ready.device = "cuda"
    if why == "half numbers":
        ready.pipe.unet.to(torch.float16)
        ready.dtype = torch.float16
    assert _hasten(ready, 1000 if why == "no room" else 10**9) == 0


def test_the_resident_model_counts_what_openvino_takes(model: Installed, local: Local) -> None:
    from pinxit.engines.diffusers.painting.residents import Residents

    residents = Residents(replace(local, memory=10**9), "cpu")
    ready = residents.fetch(model, lambda *_: None)
    assert ready.pipe.unet.forward.calls == 0
    weights = sum(each.numel() * each.element_size() for each in ready.pipe.unet.parameters())
    assert residents._held[model.name].fit.size == pytest.approx(ready.size + weights, rel=0.02)


def test_a_long_conversion_gives_signs_of_life(
    model: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pinxit.engines.diffusers.painting import openvino

    told: list[tuple[float, str]] = []

    def convert(*_: Any) -> Any:
        late = time.monotonic() + 30
        while len(told) < 3 and time.monotonic() < late:
            time.sleep(0.01)
        raise RuntimeError("enough")

    def report(*given: Any) -> None:
        told.append(given)
        if len(told) == 2:  # whoever asked has gone: the conversion is kept for the next all the same
            raise Cancelled

    monkeypatch.setattr(openvino, "_BEAT", 0.01)
    monkeypatch.setattr(openvino, "_convert", convert)
    assert openvino.hasten(_load(model, Local(models=tmp_path)), 10**9, report) == 0
    assert len(told) >= 3


def test_nothing_is_told_to_its_makers(hastened: Any) -> None:
    assert hastened.pipe.unet.forward.calls >= 0
    assert sys.modules["openvino"] is not None
    assert sys.modules["openvino_telemetry"] is None
