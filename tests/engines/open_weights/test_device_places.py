"""Which devices there are, and what a worker sees of the machine."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from engines.open_weights.paper_device import make_model
from pinxit.engines import process
from pinxit.engines.diffusers import accelerators
from pinxit.engines.diffusers.device import Device
from pinxit.engines.diffusers.work import Load, Loaded
from pinxit.local import Local


@pytest.mark.parametrize(
    ("ours", "number", "theirs"),
    [
        (None, 1, "1"),
        ("", 0, "0"),
        ("3,5", 1, "5"),
        ("GPU-aa, MIG-bb", 1, "MIG-bb"),
        ("3", 2, "2"),
        ("3,5", None, ""),
    ],
    ids=["all", "empty", "some", "names", "beyond", "cpu"],
)
def test_a_worker_sees_one_gpu_of_those_that_we_see(
    monkeypatch: pytest.MonkeyPatch, ours: str | None, number: int | None, theirs: str
) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    if ours is not None:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", ours)
    assert process.choose_gpu(number) == {"CUDA_VISIBLE_DEVICES": theirs}


@pytest.mark.parametrize(("device", "number"), [("cuda:1", 1), ("cuda", 0), ("cpu", None), ("mps", None)])
def test_the_number_of_a_gpu_is_read_from_its_name(device: str, number: int | None) -> None:
    assert accelerators.read_number(device) == number


@pytest.mark.parametrize(
    ("gpus", "system", "machine", "devices"),
    [
        (2, "linux", "x86_64", ("cuda:0", "cuda:1")),
        (0, "linux", "x86_64", ("cpu",)),
        (0, "darwin", "arm64", ("mps",)),
        (0, "darwin", "x86_64", ("cpu",)),
    ],
    ids=["gpus", "none", "apple", "old_apple"],
)
def test_every_gpu_is_a_device_and_else_the_processor(
    monkeypatch: pytest.MonkeyPatch, gpus: int, system: str, machine: str, devices: tuple[str, ...]
) -> None:
    monkeypatch.setattr(accelerators, "count_gpus", lambda: gpus)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert accelerators.find_devices() == devices


@pytest.mark.parametrize("said", [b"", b"what\n", subprocess.TimeoutExpired("python", 20), OSError()])
def test_a_driver_that_does_not_answer_has_no_gpu(monkeypatch: pytest.MonkeyPatch, said: bytes | Exception) -> None:
    def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        if isinstance(said, Exception):
            raise said
        return subprocess.CompletedProcess([], 0, said)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(sys, "platform", "win32")
    assert accelerators.count_gpus() == 0


def test_counting_gpus_takes_a_process_that_loads_the_driver_and_says_a_number() -> None:
    said = subprocess.run([sys.executable, "-c", accelerators._COUNT], capture_output=True, check=True).stdout
    assert said.strip() == b"" or int(said) > 0


def read_environment(pid: int) -> Mapping[str, str]:
    pairs = Path(f"/proc/{pid}/environ").read_bytes().decode().split("\0")
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


@pytest.mark.anyio
@pytest.mark.skipif(sys.platform != "linux", reason="reads what a worker sees from /proc")
@pytest.mark.parametrize(
    ("name", "threads", "gpu", "nice"),
    [("cpu", "3", "", 5), ("cuda:1", "3", "1", 0)],
    ids=["cpu", "gpu"],
)
async def test_a_worker_has_its_device_and_its_share_of_the_threads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, threads: str, gpu: str, nice: int
) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    device = Device(name, Local(threads=3), ("scripted_atelier:work", ""))
    try:
        answer = await device.run(Load(device.local, make_model()), lambda report: None)
        seen = read_environment(device.pid or 0)
        behind = os.getpriority(os.PRIO_PROCESS, device.pid or 0) - os.getpriority(os.PRIO_PROCESS, 0)
    finally:
        await device.close()
    assert isinstance(answer, Loaded)
    assert device.local.devices == (name,)
    assert (seen["OMP_NUM_THREADS"], seen["OMP_WAIT_POLICY"], seen["CUDA_VISIBLE_DEVICES"]) == (threads, "PASSIVE", gpu)
    assert behind == nice


def test_workers_of_one_processor_share_its_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinxit.engines.diffusers.device.count_cores", lambda: 8)
    assert [Device("cpu", Local(), ("a:b", ""), sharing=sharing).local.threads for sharing in (1, 2, 16)] == [8, 4, 1]
