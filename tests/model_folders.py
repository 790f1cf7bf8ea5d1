"""Models' folders made by hand: the right files with a handful of numbers in them, without torch."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_WIDTHS = {"F32": 4, "F16": 2, "BF16": 2, "I64": 8}


def write_tensors(path: Path, shapes: Mapping[str, tuple[int, ...]], dtype: str = "F32", fill: int = 7) -> Path:
    """A safetensors file with tensors of these shapes."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name, shape in shapes.items():
        count = 1
        for side in shape:
            count *= side
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [end, end + count * _WIDTHS[dtype]]}
        end += count * _WIDTHS[dtype]
    told = json.dumps(header).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(told)) + told + bytes([fill]) * end)
    return path


def write_json(path: Path, what: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(what), encoding="utf-8")
    return path


def make_folder(folder: Path, pipeline: str = "StableDiffusionXLPipeline", *, latent: int = 128) -> Path:
    """A folder as `save_pretrained` leaves it, of some ten kilobytes."""
    index = {
        "_class_name": pipeline,
        "_diffusers_version": "0.42.1",
        "scheduler": ["diffusers", "EulerDiscreteScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": ["diffusers", "UNet2DConditionModel"],
        "vae": ["diffusers", "AutoencoderKL"],
        "image_encoder": [None, None],
    }
    write_json(folder / "model_index.json", index)
    write_json(folder / "scheduler" / "scheduler_config.json", {"_class_name": "EulerDiscreteScheduler"})
    write_json(folder / "text_encoder" / "config.json", {"architectures": ["CLIPTextModel"]})
    write_tensors(folder / "text_encoder" / "model.safetensors", {"embedding.weight": (50, 4)})
    write_json(folder / "tokenizer" / "tokenizer_config.json", {})
    write_json(folder / "tokenizer" / "vocab.json", {"a": 0})
    (folder / "tokenizer" / "merges.txt").write_text("#version: 0.2\n")
    write_json(folder / "unet" / "config.json", {"sample_size": latent})
    write_tensors(folder / "unet" / "diffusion_pytorch_model.safetensors", {"conv_in.weight": (64, 4, 3, 3)})
    write_json(folder / "vae" / "config.json", {"block_out_channels": [1, 2, 3, 4], "sample_size": latent * 8})
    write_tensors(folder / "vae" / "diffusion_pytorch_model.safetensors", {"decoder.weight": (32, 8)})
    return folder


def make_preview(folder: Path) -> Path:
    """A tiny autoencoder."""
    write_json(folder / "config.json", {"_class_name": "AutoencoderTiny"})
    write_tensors(folder / "diffusion_pytorch_model.safetensors", {"decoder.weight": (8, 8)})
    return folder
