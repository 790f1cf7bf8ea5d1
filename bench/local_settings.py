"""What each setting of [local] for speed and memory costs and brings on this machine. Run:

    python bench/local_settings.py [--side 256] [--steps 10] [--rounds 3] [--heads 16] [--layers 8] [--only off int8]

Paints with a transformer of FLUX.2 klein's kind with random weights, made smaller so that a CPU has a chance; all
settings are asked in turns within each round, and each figure is the median of the rounds. On a CPU the time is that
of the processor, so that neighbours do not count; on a GPU it is the clock's. `gap` compares with the picture without
any setting: peak signal to noise in decibels. With random weights it tells that a setting does what it says, not what
it does to the pictures of a trained model.
"""

from __future__ import annotations

import argparse
import math
import statistics
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pinxit.engines.diffusers.painting import atelier
from pinxit.engines.diffusers.work import Item, Manner
from pinxit.local import Local
from pinxit.testing import pipelines
from pinxit.weights import Installed

_SETTINGS: dict[str, dict[str, Any]] = {
    "off": {},
    "bf16": {"precision": "bf16"},
    "int8": {"quantise": "int8"},
    "fp8": {"quantise": "fp8"},
    "int4": {"quantise": "int4"},
    "compile": {"compile": "on"},
    "step_cache": {"step_cache": "on"},
}


@dataclass
class Side:
    """A setting, the models that it holds, and what was seen of it."""

    name: str
    residents: Any
    first: float = 0.0
    times: list[float] = field(default_factory=list)
    picture: bytes = b""
    taken: str = "off"
    size: int = 0


def build(folder: Path, heads: int, layers: int) -> Installed:
    """The tiny pipeline with a transformer that has something to compute."""
    import torch
    from diffusers import Flux2Transformer2DModel

    pipelines.build("edit", folder)
    small = Flux2Transformer2DModel.from_pretrained(folder / "transformer")
    config = {
        **small.config,
        "num_attention_heads": heads,
        "attention_head_dim": 64,
        "axes_dims_rope": (16, 16, 16, 16),
        "num_layers": max(1, layers // 4),
        "num_single_layers": layers - max(1, layers // 4),
    }
    large = Flux2Transformer2DModel.from_config(config)
    pipelines.fill(large, torch.Generator().manual_seed(1))
    large.save_pretrained(folder / "transformer")
    print(f"transformer of {sum(weight.numel() for weight in large.parameters()) / 1e6:.0f} million numbers")
    return pipelines.installed("edit", folder)


def paint(side: Side, model: Installed, options: argparse.Namespace) -> float:
    """Paint one picture. Returns the seconds that it took."""
    from pinxit.engines.diffusers.painting import calls

    clock = time.process_time if side.residents.device == "cpu" else time.perf_counter
    manner = Manner(options.side, options.side, options.steps, model.facts.guidance)
    ready = side.residents.fetch(model, _quiet)
    start = clock()
    with side.residents.dressed(model, manner, 1):
        (still,) = calls.paint(ready, manner, [Item("a fox in the snow", 1)], _quiet)
    side.picture = still.data
    fit = side.residents._held[model.name].fit
    side.taken, side.size = fit.reduction, fit.size
    return clock() - start


def _quiet(*_report: object) -> None:
    """Nobody watches."""


def compare(one: bytes, other: bytes) -> float:
    """Peak signal to noise of two pictures in decibels; infinite where they are the same."""
    error = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / len(one)
    return 10 * math.log10(255**2 / error) if error else math.inf


def main() -> None:
    parser = argparse.ArgumentParser(description="What the settings of [local] bring on this machine.")
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--heads", type=int, default=16)
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=_SETTINGS, default=list(_SETTINGS))
    options = parser.parse_args()
    atelier.warm()
    from pinxit.engines.diffusers.painting import precision
    from pinxit.engines.diffusers.painting.residents import Residents

    with tempfile.TemporaryDirectory() as folder:
        model = build(Path(folder) / "edit", options.heads, options.layers)
        plain = Local(models=Path(folder), threads=options.threads)
        device = precision.find_device(plain)
        precision.prepare_device(plain, device)
        sides = [Side(name, Residents(replace(plain, **_SETTINGS[name]), device)) for name in options.only]
        for side in sides:
            side.first = paint(side, model, options)
        for _round in range(options.rounds):
            for side in sides:
                side.times.append(paint(side, model, options))
    report(sides, device, options)


def report(sides: list[Side], device: str, options: argparse.Namespace) -> None:
    print(f"{device}, {options.side} x {options.side}, {options.steps} steps, {options.threads} threads, one picture")
    print(f"{'setting':12}{'taken':>8}{'first':>9}{'later':>9}{'times':>8}{'weights':>10}{'gap':>9}")
    first = statistics.median(sides[0].times)
    for side in sides:
        later = statistics.median(side.times)
        print(
            f"{side.name:12}{side.taken:>8}{side.first:8.2f}s{later:8.2f}s{first / later:7.2f}x"
            f"{side.size / 1e6:8.0f}MB{compare(sides[0].picture, side.picture):7.1f}dB"
        )


if __name__ == "__main__":
    main()
