"""Open-weights models: pinxit beside a FastAPI route around a locked pipeline of diffusers (locked.py). Run:

    python bench/open_weights.py [--kinds unet mmdit flow edit] [--rounds 10] [--requests 32] [--sizes sdxl flux]

On the CPU it takes tiny pipelines with random weights at 64 x 64, which cost so little that what is around them shows.
Both sides are real servers on sockets, with the same prompts, seeds and steps, and are asked in turns; every figure is
the median of the rounds: pictures a second with eight connections, and the median time of a request with one. All
pictures are compared with those of the other side. The thirty prompts of prompts.txt come again with new seeds, as
people ask; with --fresh no prompt comes twice.

Where there is a CUDA GPU it goes on with random weights in the true sizes of SDXL, FLUX.1 and Z-Image (true_sizes.py),
which cost the same time as trained ones: pinxit with 1, 4 and 8 connections, the route with as many, and one call of
diffusers with a batch of as many. Needs `pip install 'pinxit[diffusers]' fastapi`; with the extra `openvino` pinxit has
the UNet computed by it, and by torch with --torch.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from asking import Door, Round, ask, differ

from pinxit.local import Local
from pinxit.testing import pipelines, run_server
from pinxit.weights import Facts, Installed
from pinxit.weights.store import Shelf

_HERE = Path(__file__).parent
_FASTER = 1.7  # goal: the throughput, beside the route's
_AT_ONCE = 8
_ALONE = 8  # requests of a round that are alone
_PROMPTS = (_HERE / "prompts.txt").read_text().splitlines()


@dataclass(frozen=True)
class Task:
    """A model and how it is asked."""

    model: Installed
    steps: int
    side: int
    device: str = "cpu"
    dtype: str = "float32"
    threads: int = 1
    fresh: bool = False
    """Is no prompt asked for twice?"""
    openvino: str = "on"
    """Whether pinxit may let OpenVINO compute, where it is installed."""


# The sides, each a process of its own.


def _tell(task: Task, number: int) -> dict[str, Any]:
    prompt = _PROMPTS[number % len(_PROMPTS)] + (f", {number}" if task.fresh else "")
    return {"prompt": prompt, "seed": number, "steps": task.steps, "guidance": task.model.facts.guidance}


@contextlib.contextmanager
def open_ours(task: Task, folder: Path, **more: str) -> Iterator[Door]:
    """pinxit with one model, which it has loaded."""
    settings = {
        "engines": "diffusers",
        "local_devices": task.device,
        "local_threads": str(task.threads),
        "local_preload": task.model.name,
        "local_safety": "off",
        "local_openvino": task.openvino,
        **more,
    }
    data = Path(tempfile.mkdtemp(dir=folder))
    Shelf(Local(models=data / "models")).add(task.model, pulled=False)

    def write(number: int) -> dict[str, Any]:
        told = _tell(task, number)
        guidance = told.pop("guidance")
        if guidance:  # a model without it has no such option
            told["guidance_scale"] = guidance
        size = f"{task.side}x{task.side}"
        return {"model": task.model.name, "size": size, "output_format": "png", "response_format": "b64_json", **told}

    with run_server(data, {"OMP_NUM_THREADS": str(task.threads)}, **settings) as server:
        yield Door(server.port, "/v1/images/generations", write, {"authorization": f"Bearer {server.key}"})


@contextlib.contextmanager
def open_route(task: Task, folder: Path) -> Iterator[Door]:
    """The route around a locked pipeline."""
    facts = task.model.facts
    command = [sys.executable, _HERE / "locked.py", task.model.path, "--device", task.device, "--dtype", task.dtype]
    command += ["--threads", task.threads, "--call", json.dumps(dict(facts.call))]
    # With neighbours on the machine, both sides give way to them alike.
    command += ["--guidance-name", facts.guidance_name, "--nice", "5" if task.device == "cpu" else "0"]
    environment = os.environ | {"OMP_NUM_THREADS": str(task.threads), "HF_HUB_OFFLINE": "1"}
    with (
        (folder / "locked.log").open("a") as log,
        subprocess.Popen(
            [str(word) for word in command], stdout=subprocess.PIPE, stderr=log, env=environment, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            port = process.stdout.readline()
            if not port:
                raise SystemExit(f"The route did not start:\n{(folder / 'locked.log').read_text()[-2000:]}")
            yield Door(int(port), "/", lambda number: {**_tell(task, number), "side": task.side})
        finally:
            process.terminate()


def gather(door: Door, task: Task, batch: int) -> Door:
    """The same route, asked for so many pictures in one call."""

    def write(number: int) -> dict[str, Any]:
        numbers = range(number * batch, (number + 1) * batch)
        told = [_tell(task, each) for each in numbers]
        lists = {name: [each[name] for each in told] for name in ("prompt", "seed")}
        return {**told[0], **lists, "side": task.side}

    return replace(door, path="/batch", body=write)


# Tiny pipelines on the CPU.


@dataclass(frozen=True)
class Figures:
    rates: tuple[float, float]
    medians: tuple[float, float]
    differs: int

    @property
    def good(self) -> bool:
        within = self.medians[0] <= self.medians[1]
        return self.rates[0] >= _FASTER * self.rates[1] and within and self.differs <= 1


def compare(task: Task, folder: Path, rounds: int, requests: int) -> Figures:
    """Both sides in turns, which are short: what else the machine does then meets both alike."""
    seen = _Seen()
    with open_ours(task, folder) as ours, open_route(task, folder) as route:
        doors, numbers = (ours, route), itertools.count()
        for door in doors:  # to get warm
            ask(door, range(10**9, 10**9 + 2 * _AT_ONCE), _AT_ONCE)
            ask(door, range(10**9, 10**9 + 4), 1)
        for turn in range(rounds):
            for _ in range(_ALONE):
                seen.note(doors, [next(numbers)], 1, turn % 2)
            seen.note(doors, list(itertools.islice(numbers, requests)), _AT_ONCE, turn % 2)
    return Figures(
        (statistics.median(seen.rates[0]), statistics.median(seen.rates[1])),
        (statistics.median(seen.times[0]), statistics.median(seen.times[1])),
        seen.worst,
    )


class _Seen:
    """What was measured of both sides: rates of many at once, times of one at a time, the largest difference."""

    def __init__(self) -> None:
        self.rates: tuple[list[float], list[float]] = ([], [])
        self.times: tuple[list[float], list[float]] = ([], [])
        self.worst = 0

    def note(self, doors: tuple[Door, Door], numbers: Sequence[int], connections: int, first: int) -> None:
        done = dict[int, Round]()
        for which in (first, 1 - first):
            done[which] = ask(doors[which], numbers, connections)
            if connections > 1:
                self.rates[which].append(done[which].rate)
            else:
                self.times[which].extend(done[which].latencies)
        self.worst = max(self.worst, differ(done[0].answers, done[1].answers))


def run_tiny(options: argparse.Namespace, folder: Path) -> bool:
    """Print the table. Were the goals reached?"""
    shelf = folder / "tiny"
    command = [sys.executable, "-m", "pinxit.testing.pipelines", *options.kinds]
    whole = shelf if len(options.kinds) > 1 else shelf / options.kinds[0]
    made = subprocess.run([*command, str(whole)], capture_output=True, text=True, check=False)
    if made.returncode:
        raise SystemExit(made.stderr[-2000:])
    print(f"CPU, {options.threads} thread(s) of torch on each side, {options.steps} steps at 64 x 64")
    print(f"{'':10}{'pictures a second, 8 at once':>32}{'':6}{'median ms, one at a time':>28}")
    print(
        f"{'model':10}{'pinxit':>12}{'route':>12}{'ratio':>8}{'':6}{'pinxit':>10}{'route':>10}{'ratio':>8}{'differs':>12}"
    )
    good = True
    for kind in options.kinds:
        model = pipelines.installed(kind, shelf / kind)
        openvino = "off" if options.torch else "on"
        task = Task(model, options.steps, 64, threads=options.threads, fresh=options.fresh, openvino=openvino)
        found = compare(task, folder, options.rounds, options.requests)
        good = good and found.good
        rates, medians = found.rates, found.medians
        print(
            f"{kind:10}{rates[0]:12.1f}{rates[1]:12.1f}{rates[0] / rates[1]:8.2f}{'':6}"
            f"{medians[0]:10.1f}{medians[1]:10.1f}{medians[0] / medians[1]:8.2f}{found.differs:8d}/255",
            flush=True,
        )
    print(f"goal: ratio of pictures a second at least {_FASTER:g}, of the median at most 1, differences at most 1/255")
    return good


# True sizes on a GPU.


def run_true(name: str, options: argparse.Namespace, folder: Path) -> None:
    """Print the table of one model. Its weights are made, measured and deleted: they fill the disk."""
    import shutil

    weights = folder / name
    command = [sys.executable, str(_HERE / "true_sizes.py"), name, str(weights), "--device", options.device]
    made = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, Any] = json.loads(made.stdout.splitlines()[-1])
    side, steps = 1024, told["steps"]
    facts = Facts(
        name, name, told["pipeline"], guidance=told["guidance"], steps=steps, call=tuple(told["call"].items())
    )
    task = Task(Installed(facts, weights), steps, side, options.device, "bfloat16", options.threads)
    rates: dict[tuple[str, int], float] = {}
    with open_ours(task, folder) as door:
        for batch in options.batches:
            rates["pinxit", batch] = _rate(door, batch, options.rounds)
    with open_route(task, folder) as door:
        for batch in options.batches:
            rates["route", batch] = _rate(door, batch, options.rounds)
            rates["batch", batch] = batch * _rate(gather(door, task, batch), 1, options.rounds)
    shutil.rmtree(weights)
    print(f"{name}, {told['parameters'] / 1e9:.1f} billion parameters, {steps} steps at {side} x {side}, bf16")
    print(f"{'at once':>10}{'pinxit':>12}{'route':>12}{'ratio':>8}{'one call':>12}{'ratio':>8}   pictures a second")
    for batch in options.batches:
        ours, route, plain = (rates[side_, batch] for side_ in ("pinxit", "route", "batch"))
        print(f"{batch:10}{ours:12.3f}{route:12.3f}{ours / route:8.2f}{plain:12.3f}{ours / plain:8.2f}", flush=True)


def _rate(door: Door, connections: int, rounds: int) -> float:
    numbers = iter(range(connections * 10**6, 10**9))  # never one twice: pinxit would have the picture already
    seen = []
    for _ in range(1 + rounds):
        seen.append(ask(door, list(itertools.islice(numbers, connections)), connections).rate)
    return statistics.median(seen[1:])  # the first is to get warm


def find_gpu() -> str:
    """The name of the first CUDA GPU; empty where there is none. torch stays out of this process."""
    ask_torch = "import torch; print(torch.cuda.get_device_name(0) if torch.cuda.is_available() else '')"
    found = subprocess.run([sys.executable, "-c", ask_torch], capture_output=True, text=True, check=False)
    return found.stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", nargs="*", default=list(pipelines.FOUR), choices=pipelines.kinds())
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--requests", type=int, default=32, help="of one side in one round, eight at once")
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1, help="of torch, on each side")
    parser.add_argument("--fresh", action="store_true", help="new words for each request: nothing was read before")
    parser.add_argument("--torch", action="store_true", help="without OpenVINO, where that is installed")
    parser.add_argument("--sizes", nargs="*", default=["sdxl", "flux", "z-image"], help="true sizes, on a GPU")
    parser.add_argument("--batches", nargs="*", type=int, default=[1, 4, 8])
    parser.add_argument("--device", default="cuda:0", help="for the true sizes")
    options = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory(prefix="pinxit-") as folder:
        if options.kinds:
            good = run_tiny(options, Path(folder))
        gpu = find_gpu()
        if options.sizes and gpu:
            print(f"\n{gpu}")
            for name in options.sizes:
                run_true(name, options, Path(folder))
        elif options.sizes:
            print("\nNo CUDA GPU is here: the true sizes of SDXL, FLUX.1 and Z-Image are not measured.")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
