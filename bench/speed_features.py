"""What each way of painting faster brings on a CPU, and what it costs in the picture. Run:

    python bench/speed_features.py [--side 128] [--steps 10] [--pictures 3] [--only int8 tiling]

Pipelines with random weights of medium size (a UNet, Z-Image's transformer, and FLUX.1's where only that can), 44 to 63
million parameters each, are painted by pinxit's worker, in this process and on one thread, with a feature on and off in
turns. Times are seconds of the CPU for a picture, the least of some; differences are those of the pictures, of 255, and
their peak signal-to-noise ratio in decibels (above 40 the eye sees none). Random weights exaggerate differences, so
take them as the worst case.
"""

from __future__ import annotations

import argparse
import math
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

os.environ.update(OMP_NUM_THREADS="1", HF_HUB_OFFLINE="1")  # before torch is imported

import numpy as np
import torch

from pinxit.engines.diffusers.painting import atelier
from pinxit.engines.diffusers.work import Item, Manner, Paint
from pinxit.local import Local
from pinxit.testing import architectures, more_architectures, pipelines
from pinxit.weights import Installed

_PROMPT = "a red boat on a quiet lake, seen from above"


@dataclass(frozen=True)
class Feature:
    """What is changed: a field of Local, something done to the loaded pipeline, or the prompt, which comes again."""

    name: str
    kinds: tuple[str, ...]
    local: tuple[tuple[str, Any], ...] = ()
    change: Callable[[Any], Any] | None = None
    again: bool = False


def _tile(pipe: Any) -> None:
    pipe.vae.enable_tiling()
    side = pipe.vae.tile_sample_min_size // 2  # of what is painted here, as a large picture is of a large tile
    pipe.vae.tile_sample_min_size, pipe.vae.tile_latent_min_size = side, side // 8


def _turn_channels(pipe: Any) -> None:
    for name in ("unet", "transformer", "vae"):
        if (part := getattr(pipe, name, None)) is not None:
            part.to(memory_format=torch.channels_last)


FEATURES = (
    Feature("prompt cache", ("unet", "flow"), again=True),
    Feature("channels-last", ("unet",), change=_turn_channels),
    Feature("VAE in tiles", ("unet", "flow"), change=_tile),
    Feature("bf16", ("unet", "flow"), local=(("precision", "bf16"),)),
    Feature("int8", ("unet", "flow"), local=(("quantise", "int8"),)),
    Feature("step cache", ("flux",), local=(("step_cache", "on"),)),
    Feature("compile", ("unet", "flow"), local=(("compile", "on"),)),
)


def build(kind: str, folder: Path) -> Installed:
    """A pipeline of medium size: the tiny one of the kind with a denoiser in the place of its own."""
    from diffusers import FluxTransformer2DModel, UNet2DConditionModel, ZImageTransformer2DModel

    pipe = more_architectures.flux() if kind == "flux" else getattr(architectures, kind)()
    if kind == "unet":
        config = {**pipe.unet.config, "block_out_channels": (128, 256, 384), "layers_per_block": 2}
        config |= {"down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D")}
        config |= {"up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"), "norm_num_groups": 32}
        pipe.register_modules(unet=UNet2DConditionModel.from_config(config))
    elif kind == "flux":
        config = {**pipe.transformer.config, "num_layers": 2, "num_single_layers": 6, "attention_head_dim": 64}
        config |= {"num_attention_heads": 8, "axes_dims_rope": (16, 24, 24)}
        pipe.register_modules(transformer=FluxTransformer2DModel.from_config(config))
    else:
        config = {**pipe.transformer.config, "dim": 512, "n_heads": 8, "n_kv_heads": 8, "n_layers": 10}
        pipe.register_modules(transformer=ZImageTransformer2DModel.from_config({**config, "axes_dims": [16, 24, 24]}))
    for name, part in sorted(pipe.components.items()):
        if isinstance(part, torch.nn.Module):
            pipelines.fill(part, torch.Generator().manual_seed(len(name)))
    pipe.save_pretrained(folder, safe_serialization=True)
    return Installed(replace(pipelines.facts(kind), largest=2048), folder)


@dataclass(frozen=True)
class Bench:
    """How one pipeline is painted with."""

    model: Installed
    manner: Manner
    local: Local
    pictures: int

    def paint(self, local: Local, prompt: str) -> tuple[float, np.ndarray[Any, Any]]:
        """Seconds of the CPU, and the pixels."""
        began = time.process_time()
        task = Paint(local, self.model, self.manner, (Item(prompt, 7),))
        still = atelier.work(task, lambda *said: None).stills[0]  # type: ignore[union-attr]
        took = time.process_time() - began
        return took, np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 3).astype(np.float64)

    def measure(self, local: Local, feature: Feature | None) -> tuple[float, np.ndarray[Any, Any]]:
        """The least time of a picture, and the picture of the prompt that all have in common."""
        _, pixels = self.paint(local, _PROMPT)  # loads the model
        if feature is not None and feature.change is not None:
            report: Any = lambda *said: None  # noqa: E731
            feature.change(
                atelier._open_residents(Paint(local, self.model, self.manner, ())).fetch(self.model, report).pipe
            )
            _, pixels = self.paint(local, _PROMPT)
        again = feature is not None and feature.again
        words = [_PROMPT if again else f"{_PROMPT}, {time.time_ns()}" for _ in range(self.pictures)]
        return min(self.paint(local, prompt)[0] for prompt in words), pixels

    def compare(self, feature: Feature) -> str:
        """A line of the table."""
        # Another `batch` is another Local, so that the worker loads the model anew and nothing is left of before.
        changes: Any = dict(feature.local)
        without, plain = self.measure(replace(self.local, batch=self.local.batch + 1), None)
        with_it, changed = self.measure(replace(self.local, **changes), feature)
        differs = np.abs(plain - changed)
        error = float((differs**2).mean())
        ratio = f"{10 * math.log10(255**2 / error):6.1f}" if error else "  same"
        figures = f"{without:9.3f}{with_it:9.3f}{without / with_it:8.2f}"
        return f"{figures}{differs.mean():10.2f}{differs.max():8.0f}{ratio:>9}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--side", type=int, default=128)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--pictures", type=int, default=3, help="of which the fastest counts")
    parser.add_argument("--only", nargs="*", default=[feature.name for feature in FEATURES])
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"seconds of the CPU for a picture of {options.side} x {options.side} in {options.steps} steps, one thread")
    print(f"{'':22}{'without':>9}{'with':>9}{'ratio':>8}{'mean':>10}{'most':>8}{'PSNR':>9}")
    with tempfile.TemporaryDirectory(prefix="pinxit-") as folder:
        for kind in ("unet", "flow", "flux"):
            model = build(kind, Path(folder) / kind)
            manner = Manner(options.side, options.side, options.steps, model.facts.guidance)
            local = Local(models=Path(folder) / "models", devices=("cpu",), threads=1, safety="off", precision="fp32")
            bench = Bench(model, manner, local, options.pictures)
            for feature in FEATURES:
                if kind in feature.kinds and feature.name in options.only:
                    print(f"{kind:6}{feature.name:16}", end="", flush=True)
                    try:
                        print(bench.compare(feature), flush=True)
                    except Exception as error:  # a feature that this machine has not
                        print(f"  not here: {type(error).__name__}: {str(error).splitlines()[0][:60]}", flush=True)


if __name__ == "__main__":
    main()
