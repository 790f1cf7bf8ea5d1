"""`pinxit doctor` knows the machine, and which open-weights model suits it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinxit.cli.machine import Gpu, advise, check_machine, list_gpus, measure_memory
from pinxit.settings import Settings
from pinxit.weights import Facts
from pinxit.weights.known import list_known

_GIGA = 10**9


def _model(
    name: str, memory: float, steps: int = 8, side: int = 1024, *, free: bool = True, gated: bool = False
) -> Facts:
    facts = {"memory": int(memory * _GIGA), "steps": steps, "side": side, "commercial": free, "gated": gated}
    return Facts(name, name, "ZImagePipeline", licence="L", **facts)  # type: ignore[arg-type]


_KNOWN = [
    _model("asked-for", 2, gated=True),
    _model("great", 20),
    _model("unknown", 0),
    _model("middle", 7, 30),
    _model("tiny", 2.5, 1, 512, free=False),
]


@pytest.mark.parametrize(
    ("room", "name", "reduced"),
    [(23, "great", False), (20, "great", False), (11.6, "great", True), (8, "middle", False), (4, "middle", True)],
)
def test_a_gpu_gets_the_first_model_that_fits_if_need_be_in_eight_bits(room: float, name: str, reduced: bool) -> None:
    (advice,) = advise(_KNOWN, int(room * _GIGA), on_cpu=False)
    assert (advice.facts.name, advice.reduced) == (name, reduced)
    assert ('with quantise = "int8" in [local]' in advice.write()) is reduced
    assert f"pinxit models pull {name}" in advice.write()


def test_where_nothing_fits_nothing_is_recommended() -> None:
    assert not list(advise(_KNOWN, 3 * _GIGA, on_cpu=False))
    assert not list(advise(_KNOWN, 3 * _GIGA, on_cpu=True))


def test_a_processor_gets_what_is_least_work_and_what_may_be_sold_besides() -> None:
    first, second = advise(_KNOWN, 16 * _GIGA, on_cpu=True)
    assert (first.facts.name, second.facts.name) == ("tiny", "middle")
    assert "not for commercial use" in first.write()
    assert "5.0 GB" in first.write(), "weights have 32 bits there"


@pytest.mark.parametrize("on_cpu", [False, True])
@pytest.mark.parametrize("room", [4, 8, 12, 16, 24, 48, 80, 640])
def test_what_is_recommended_fits_and_may_be_had_by_anybody(room: int, on_cpu: bool) -> None:
    for advice in advise(list_known(), room * _GIGA, on_cpu=on_cpu):
        assert 0 < advice.facts.memory * advice.share <= room * _GIGA
        assert not advice.facts.gated
        assert advice.facts.licence in advice.write()


def _put_driver(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = folder / "nvidia-smi"
    tool.write_text(f"#!/bin/sh\n{text}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


def test_gpus_are_told_by_their_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put_driver(tmp_path, "echo 'NVIDIA A, B, 12288'; echo 'NVIDIA H200, 143771'", monkeypatch)
    assert list_gpus() == [Gpu("NVIDIA A, B", 12288 * 2**20), Gpu("NVIDIA H200", 143771 * 2**20)]


def test_a_machine_with_a_gpu_and_a_torch_that_does_not_see_it_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put_driver(tmp_path, "echo 'NVIDIA RTX 3060, 12288'", monkeypatch)
    monkeypatch.setattr("pinxit.engines.diffusers.accelerators.find_devices", lambda: ("cuda:0",))
    monkeypatch.setattr("pinxit.cli.machine._ASK_TORCH", "print([])")
    monkeypatch.setattr("pinxit.engines._NEEDED", ("pinxit",))
    found = list(check_machine(Settings(data=tmp_path)))
    told = "\n".join(text for _, text in found)
    assert not [text for well, text in found if well is False]
    assert "GPU NVIDIA RTX 3060, 12.9 GB" in told
    assert "PyTorch does not use the GPU" in told
    assert 'z-image-turbo with quantise = "int8" in [local]' in told
    assert f"for models in {tmp_path / 'models'}" in told


def test_a_machine_without_the_extra_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinxit.engines._NEEDED", ("pinxit", "a_package_that_is_not_there"))
    first, *_ = check_machine(Settings(data=tmp_path))
    assert first[0] is None
    assert "need a_package_that_is_not_there. Run: pip install 'pinxit[diffusers]'" in first[1]


def test_memory_is_what_the_machine_has() -> None:
    assert 10**8 < measure_memory() < 10**14
