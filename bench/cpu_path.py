"""Is another runtime faster than torch where there is no GPU? One denoising step and one decoding of Stable Diffusion.

    pip install 'pinxit[diffusers]' openvino
    python bench/cpu_path.py [--model sd-turbo|small] [--side 512] [--rounds 5] [--threads 1] [--batch 1] [--compile]

The UNet and the decoder have the true architecture of SD-Turbo (or a seventh of it) and random weights, which cost the
same time as trained ones. All runtimes are asked in turns within each round; each figure is the median of the rounds.
Absolute times belong to one machine at one moment: believe the ratios. Peak signal to noise is against torch in fp32,
over the range of its own output.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

Run = Callable[[], Any]

_UNETS = {
    "sd-turbo": {
        "block_out_channels": (320, 640, 1280, 1280),
        "attention_head_dim": (5, 10, 20, 20),
        "cross_attention_dim": 1024,
    },
    "small": {
        "block_out_channels": (128, 256, 512, 512),
        "attention_head_dim": (2, 4, 8, 8),
        "cross_attention_dim": 512,
    },
}
_DECODERS = {"sd-turbo": (128, 256, 512, 512), "small": (32, 64, 128, 128)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=sorted(_UNETS), default="sd-turbo")
    parser.add_argument("--side", type=int, default=512, help="pixels of the picture's side")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--precisions", nargs="*", default=["f32", "bf16"], help="of OpenVINO")
    parser.add_argument("--compile", action="store_true", help="torch.compile as well; it needs a C++ compiler")
    parser.add_argument("--fixed", action="store_true", help="OpenVINO is told all sizes; pinxit lets them vary")
    said = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = str(said.threads)

    import torch

    torch.set_num_threads(said.threads)
    torch.manual_seed(1)
    with torch.inference_mode():
        report(f"UNet of {said.model}, {said.side} px, batch {said.batch}, one step", build_unet(said), said)
        gc.collect()
        report(f"Decoder of {said.model}, {said.side} px, batch {said.batch}", build_decoder(said), said)


def build_unet(said: argparse.Namespace) -> tuple[Any, tuple[Any, ...]]:
    """A UNet that takes and gives plain tensors, and what it is called with: latents, step, words."""
    import torch
    from diffusers import UNet2DConditionModel

    shape = _UNETS[said.model]
    unet = UNet2DConditionModel(sample_size=64, use_linear_projection=True, **shape).eval()
    print(f"UNet: {sum(weight.numel() for weight in unet.parameters()) / 1e6:.0f} M parameters")
    latents = torch.randn(said.batch, 4, said.side // 8, said.side // 8)
    words = torch.randn(said.batch, 77, shape["cross_attention_dim"])
    return Plain(unet), (latents, torch.full((said.batch,), 999.0), words)


def build_decoder(said: argparse.Namespace) -> tuple[Any, tuple[Any, ...]]:
    import torch
    from diffusers import AutoencoderKL

    channels = _DECODERS[said.model]
    blocks = len(channels)
    vae = AutoencoderKL(
        block_out_channels=channels,
        layers_per_block=2,
        latent_channels=4,
        down_block_types=("DownEncoderBlock2D",) * blocks,
        up_block_types=("UpDecoderBlock2D",) * blocks,
    ).eval()
    return Decoder(vae), (torch.randn(said.batch, 4, said.side // 8, said.side // 8),)


def Plain(unet: Any) -> Any:  # noqa: N802 - it makes a torch module without importing torch too early
    import torch

    class Module(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.unet = unet

        def forward(self, latents: Any, step: Any, words: Any) -> Any:
            return self.unet(latents, step, encoder_hidden_states=words, return_dict=False)[0]

    return Module().eval()


def Decoder(vae: Any) -> Any:  # noqa: N802
    import torch

    class Module(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.vae = vae

        def forward(self, latents: Any) -> Any:
            return self.vae.decode(latents, return_dict=False)[0]

    return Module().eval()


def report(title: str, built: tuple[Any, tuple[Any, ...]], said: argparse.Namespace) -> None:
    """Measure all runtimes in turns and print a table."""
    module, inputs = built
    runs = prepare(module, inputs, said)
    answers = {name: run() for name, run in runs.items()}  # also warms up
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(said.rounds):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    usual = statistics.median(times["torch fp32"])
    best = min(statistics.median(found) for name, found in times.items() if name.startswith("torch"))
    print(f"\n{title}, {said.threads} thread(s), median of {said.rounds}")
    print(f"{'':22}{'seconds':>9}{'of torch fp32':>15}{'of best torch':>15}{'PSNR':>8}")
    for name, found in times.items():
        middle = statistics.median(found)
        close = compare(answers["torch fp32"], answers[name])
        print(f"{name:22}{middle:9.3f}{usual / middle:14.2f}x{best / middle:14.2f}x{close:8.1f}", flush=True)


def prepare(module: Any, inputs: tuple[Any, ...], said: argparse.Namespace) -> dict[str, Run]:
    import copy

    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]  # it would tell its makers of the run
    import openvino as ov
    import torch

    lower = copy.deepcopy(module).to(torch.bfloat16, memory_format=torch.channels_last)
    lowered = tuple(each.to(torch.bfloat16) for each in inputs)
    runs: dict[str, Run] = {
        "torch fp32": lambda: module(*inputs).numpy(),
        "torch bf16": lambda: lower(*lowered).float().numpy(),
    }
    if said.compile:
        compiled = {"torch fp32 compiled": (module, inputs), "torch bf16 compiled": (lower, lowered)}
        for name, (each, given) in compiled.items():
            made = torch.compile(each, dynamic=False)
            runs[name] = lambda made=made, given=given: made(*given).float().numpy()  # type: ignore[misc]
    start = time.perf_counter()
    model = ov.convert_model(module, example_input=inputs)
    for index, each in enumerate(inputs):
        shape = each.shape if said.fixed else [-1] * each.ndim
        model.inputs[index].node.set_partial_shape(ov.PartialShape(list(shape)))
    model.validate_nodes_and_infer_types()
    print(f"converted in {time.perf_counter() - start:.1f} s")
    plain = [each.contiguous().numpy() for each in inputs]
    core = ov.Core()
    for precision in said.precisions:
        start = time.perf_counter()
        settings = {"INFERENCE_NUM_THREADS": said.threads, "INFERENCE_PRECISION_HINT": precision, "NUM_STREAMS": 1}
        compiled = core.compile_model(model, "CPU", settings)
        print(f"compiled for {precision} in {time.perf_counter() - start:.1f} s")
        runs[f"openvino {precision}"] = lambda compiled=compiled: next(iter(compiled(plain).values())).copy()  # type: ignore[misc]
    return runs


def compare(wanted: Any, found: Any) -> float:
    """Peak signal to noise in dB, over the range of `wanted`."""
    import numpy as np

    error = float(np.mean((wanted.astype(np.float64) - found) ** 2))
    return float("inf") if not error else float(10 * np.log10(float(np.ptp(wanted)) ** 2 / error))


if __name__ == "__main__":
    main()
