"""What a safetensors file says of itself: the header alone is read, never the numbers.

Format: eight bytes with the length of a JSON object, that object, then the numbers
(https://huggingface.co/docs/safetensors).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pinxit.weights.entries import parse_json

LONGEST_HEADER = 100_000_000
"""Bytes; the limit of the format itself."""

_WIDTHS = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2}
_VARIANT = re.compile(r"\.([A-Za-z0-9_]+)(?:-\d{5}-of-\d{5})?$")
_CORE = "model.diffusion_model."


@dataclass(frozen=True, slots=True)
class Tensors:
    """The tensors of one file: shapes by name, how many floats there are, and the bytes of all others."""

    shapes: Mapping[str, tuple[int, ...]]
    floats: int
    rest: int

    @property
    def in_half(self) -> int:
        """Bytes in memory where each float takes 16 bits."""
        return self.floats * 2 + self.rest


@dataclass(frozen=True, slots=True)
class Make:
    """What the tensors of a single file are: the class that runs them, and where the configurations of its parts are.

    `whole`: are the text encoder and the autoencoder in it as well?
    """

    pipeline: str
    config: str
    whole: bool


def read_tensors(path: Path) -> Tensors:
    """The header of a safetensors file. Raises ValueError with a sentence where it is none or is cut short."""
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if size < 10 or not 2 <= length <= min(LONGEST_HEADER, size - 8):
            raise ValueError(f"{path.name} is no safetensors file, or is cut short.")
        header = parse_json(file.read(length), path.name)
    header.pop("__metadata__", None)
    shapes, floats, rest, end = {}, 0, 0, 0
    try:
        for name, entry in header.items():
            start, stop = entry["data_offsets"]
            shapes[name] = tuple(int(side) for side in entry["shape"])
            width = _WIDTHS.get(entry["dtype"])
            floats += (stop - start) // width if width else 0
            rest += 0 if width else stop - start
            end = max(end, stop)
    except (KeyError, TypeError, ValueError):
        raise ValueError(f"{path.name} has a header that is none of safetensors.") from None
    if size < 8 + length + end:
        raise ValueError(f"{path.name} is cut short: {size:,} of {8 + length + end:,} bytes are there.")
    return Tensors(shapes, floats, rest)


def read_variant(name: str) -> str:
    """`fp16` of `model.fp16-00001-of-00002.safetensors`, or of `model-00001-of-00002.fp16.safetensors`; else empty."""
    found = _VARIANT.search(name.removesuffix(".safetensors"))
    return found[1] if found else ""


def tell_make(shapes: Mapping[str, Any]) -> Make:
    """Tell the architecture of a single file by the names of its tensors, as diffusers' own loader does.

    Raises ValueError with a sentence for what is no model, or none that is known.
    """
    if any(".lora_" in name or name.startswith("lora_") for name in shapes):
        raise ValueError(
            "It is a LoRA, not a model: put it into the LoRA folder (`loras` in the folder of models), and requests "
            "may name it."
        )
    inner = {name.removeprefix(_CORE) for name in shapes}
    encoded = any(name.startswith(("cond_stage_model.", "conditioner.", "text_encoders.")) for name in shapes)
    whole = encoded and any(name.startswith(("first_stage_model.", "vae.")) for name in shapes)
    for mark, pipeline, config in _MARKS:
        if mark in inner:
            return Make(*_refine(pipeline, config, shapes), whole)
    raise ValueError("Its tensors are none of a model that pinxit knows as a single file: add it as a folder.")


def _refine(pipeline: str, config: str, shapes: Mapping[str, Any]) -> tuple[str, str]:
    """Tell models apart that share their tensors' names: by how many channels they take."""
    if _side(shapes, "input_blocks.0.0.weight", 1) == 9:  # four of the picture, one of the mask, four of what is kept
        return _MASKED.get(pipeline, (pipeline, config))
    if _side(shapes, "input_blocks.2.1.transformer_blocks.0.attn2.to_k.weight", 1) == 1024:
        return pipeline, "stabilityai/stable-diffusion-2-1"
    if _side(shapes, "img_in.weight", 1) == 384:
        return "FluxFillPipeline", "black-forest-labs/FLUX.1-Fill-dev"
    if pipeline == "FluxPipeline" and _side(shapes, "guidance_in.in_layer.bias", 0):
        return pipeline, "black-forest-labs/FLUX.1-dev"
    return pipeline, config


def _side(shapes: Mapping[str, Any], name: str, place: int) -> int:
    shape = shapes.get(f"{_CORE}{name}", shapes.get(name, ()))
    return int(shape[place]) if len(shape) > place else 0


# Which tensor tells what: the names that diffusers' loader of single files looks for (loaders/single_file_utils.py).
_MARKS = (
    (
        "conditioner.embedders.1.model.transformer.resblocks.9.mlp.c_proj.bias",
        "StableDiffusionXLPipeline",
        "stabilityai/stable-diffusion-xl-base-1.0",
    ),
    (
        "joint_blocks.37.x_block.mlp.fc1.weight",
        "StableDiffusion3Pipeline",
        "stabilityai/stable-diffusion-3.5-large",
    ),
    (
        "joint_blocks.0.x_block.attn2.ln_q.weight",
        "StableDiffusion3Pipeline",
        "stabilityai/stable-diffusion-3.5-medium",
    ),
    (
        "joint_blocks.0.context_block.adaLN_modulation.1.bias",
        "StableDiffusion3Pipeline",
        "stabilityai/stable-diffusion-3-medium-diffusers",
    ),
    ("distilled_guidance_layer.in_proj.bias", "ChromaPipeline", "lodestones/Chroma1-HD"),
    ("single_stream_modulation.lin.weight", "Flux2Pipeline", "black-forest-labs/FLUX.2-dev"),
    (
        "double_blocks.0.img_attn.norm.key_norm.scale",
        "FluxPipeline",
        "black-forest-labs/FLUX.1-schnell",
    ),
    ("layers.0.adaLN_modulation.0.weight", "ZImagePipeline", "Tongyi-MAI/Z-Image-Turbo"),
    (
        "output_blocks.11.0.skip_connection.weight",
        "StableDiffusionPipeline",
        "stable-diffusion-v1-5/stable-diffusion-v1-5",
    ),
)
_MASKED = {
    "StableDiffusionPipeline": (
        "StableDiffusionInpaintPipeline",
        "stable-diffusion-v1-5/stable-diffusion-inpainting",
    ),
    "StableDiffusionXLPipeline": (
        "StableDiffusionXLInpaintPipeline",
        "diffusers/stable-diffusion-xl-1.0-inpainting-0.1",
    ),
}
