"""Tiny pipelines with random weights: models of real architectures that paint nonsense in a few milliseconds.

    python -m pinxit.testing.pipelines unet FOLDER
    python -m pinxit.testing.pipelines unet mmdit flow edit FOLDER

Built in code from configurations, tokenizers included, nothing is fetched; each is some megabytes at most. With the
same seed the weights are the same on every machine. What is built is a folder as `save_pretrained` of diffusers leaves
it, safetensors only. torch is imported while one is built: tests that want to stay light build in a process of its
own, by the command above.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pinxit.weights import Facts, Installed

FOUR = ("unet", "mmdit", "flow", "edit")
"""The four architectures that every part of the engine is tested with."""

# What is read is padded to a length, and looking at that would be most of the work.
_SHORT = (("max_sequence_length", 128),)
_SHORTEST = (("max_sequence_length", 32),)
_PLAIN = (("use_resolution_binning", False), ("clean_caption", False))
_WORDS_IN = ("add_v_proj", "txt_in", "context_embedder", "cap_embedder", "caption_projection")


def _tell(kind: str, pipeline: str, **more: Any) -> Facts:
    return replace(
        Facts(kind, f"Tiny {kind}", pipeline, licence="Apache-2.0", commercial=True),
        **{"side": 64, "multiple": 16, "smallest": 64, "largest": 256, "steps": 2, "most_steps": 50, **more},
    )


_FACTS = {
    each.name: each
    for each in (
        _tell("unet", "StableDiffusionPipeline", guidance=5.0, negative=True, sources=1, masks=True),
        _tell(
            "mmdit",
            "StableDiffusion3Pipeline",
            guidance=4.0,
            negative=True,
            sources=1,
            masks=True,
            call=_SHORTEST,
        ),
        _tell("flow", "ZImagePipeline", sources=1, masks=True),
        _tell("edit", "Flux2KleinPipeline", sources=4, instructs=True, call=_SHORT),
        _tell("sdxl", "StableDiffusionXLPipeline", guidance=5.0, negative=True, sources=1, masks=True),
        _tell("flux", "FluxPipeline", sources=1, masks=True, call=_SHORT),
        _tell("pixart", "PixArtSigmaPipeline", guidance=4.5, negative=True, call=_PLAIN),
        _tell("sana", "SanaSprintPipeline", multiple=32, guidance=4.5, call=_PLAIN),
        _tell("qwen", "QwenImagePipeline", guidance=4.0, guidance_name="true_cfg_scale", negative=True),
        _tell("kandinsky", "KandinskyV22CombinedPipeline", multiple=64, guidance=4.0, negative=True),
    )
}


def kinds() -> tuple[str, ...]:
    """What can be built."""
    return tuple(_FACTS)


def facts(kind: str) -> Facts:
    """What a model card would say of the pipeline of a kind. Raises KeyError for an unknown kind."""
    return _FACTS[kind]


def installed(kind: str, folder: Path) -> Installed:
    """The pipeline that `build` left in a folder, as an engine is told of it."""
    return Installed(facts(kind), folder)


def build(kind: str, folder: Path, *, seed: int = 0) -> Path:
    """Builds the pipeline of a kind and saves it in `folder`, which appears when it is whole. Returns the folder."""
    import torch  # noqa: PLC0415 - only who builds pays for it

    make = _makers()[kind]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        pipe = make()
    for name, part in pipe.components.items():
        if isinstance(part, torch.nn.Module):
            fill(part, torch.Generator().manual_seed(seed * 1000 + sum(name.encode())))
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    pipe.save_pretrained(draft, safe_serialization=True)
    draft.rename(folder)
    return folder


def fill(part: Any, generator: Any) -> None:
    """Random weights in the sizes of a fresh network, also where the library leaves memory as it found it.

    Norms stay near one and biases near zero, so that numbers neither vanish nor explode on their way through.
    """
    import torch  # noqa: PLC0415

    for name, weight in part.named_parameters():
        loud = 4.0 if any(word in name for word in _WORDS_IN) else 1.0  # small readers speak low
        noise = torch.randn(weight.shape, generator=generator)
        if weight.ndim >= 2:
            noise *= loud if "embed" in name and "_embed" not in name else loud / max(weight[0].numel(), 1) ** 0.5
        else:
            noise = noise * 0.02 + (1.0 if name.endswith("weight") else 0.0)
        weight.data = noise.to(weight.dtype)


def _makers() -> dict[str, Callable[[], Any]]:
    from pinxit.testing import architectures, more_architectures  # noqa: PLC0415

    rooms = (architectures, more_architectures)
    return {kind: getattr(room, kind) for kind in _FACTS for room in rooms if kind in room.KINDS}


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m pinxit.testing.pipelines", description="Builds a tiny pipeline.")
    parser.add_argument("kind", nargs="+", choices=kinds(), metavar="KIND", help=", ".join(kinds()))
    parser.add_argument("folder", type=Path, help="where it is saved, of several kinds each in a folder of its name")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main() -> None:
    said = _parse()
    for kind in said.kind:
        folder = said.folder if len(said.kind) == 1 else said.folder / kind
        if folder.exists():
            raise SystemExit(f"{folder} exists already: name a folder that does not.")
        folder.parent.mkdir(parents=True, exist_ok=True)
        sys.stdout.write(f"{build(kind, folder, seed=said.seed)}\n")


if __name__ == "__main__":
    main()
