"""Pipelines with random weights in the true architecture and size of well-known models: they take the time of these.

    python bench/true_sizes.py sdxl FOLDER [--device cuda:0]

Saves a folder of diffusers in 16 bits and prints what it made as JSON. Numbers are those of the models' published
config.json: stabilityai/stable-diffusion-xl-base-1.0, black-forest-labs/FLUX.1-schnell, Tongyi-MAI/Z-Image-Turbo; what
is not named here is the class's default, which is the same. Tokenizers are tiny: reading words costs nothing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from pinxit.testing import wordbooks

SIZES: dict[str, dict[str, Any]] = {
    "sdxl": {"pipeline": "StableDiffusionXLPipeline", "steps": 30, "guidance": 5.0, "call": {}},
    "flux": {"pipeline": "FluxPipeline", "steps": 4, "guidance": 0.0, "call": {"max_sequence_length": 256}},
    "z-image": {"pipeline": "ZImagePipeline", "steps": 8, "guidance": 0.0, "call": {}},
}
"""How each is called by its owners' examples."""


def make_sdxl() -> Any:
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel

    unet = UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(320, 640, 1280),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        transformer_layers_per_block=(1, 2, 10),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )
    with torch.device("cpu"):  # it computes, where the others are only shapes
        scheduler = EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            timestep_spacing="leading",
            steps_offset=1,
        )
    return StableDiffusionXLPipeline(
        vae=_make_vae(4, scaling_factor=0.13025, force_upcast=True),
        text_encoder=_make_clip(768, 12, 12, "quick_gelu"),
        text_encoder_2=_make_clip(1280, 32, 20, "gelu", projected=True),
        tokenizer=wordbooks.clip(),
        tokenizer_2=wordbooks.clip(),
        unet=unet,
        scheduler=scheduler,
        add_watermarker=False,
    )


def make_flux() -> Any:
    from diffusers import FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
    from transformers import T5Config, T5EncoderModel

    words = T5Config(d_model=4096, d_ff=10240, num_layers=24, num_heads=64, feed_forward_proj="gated-gelu")
    return FluxPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=_make_vae(16, scaling_factor=0.3611, shift_factor=0.1159, use_quant_conv=False, use_post_quant_conv=False),
        text_encoder=_make_clip(768, 12, 12, "quick_gelu"),
        tokenizer=wordbooks.clip(),
        text_encoder_2=T5EncoderModel(words),
        tokenizer_2=wordbooks.t5(),
        transformer=FluxTransformer2DModel(),
    )


def make_z_image() -> Any:
    from diffusers import FlowMatchEulerDiscreteScheduler, ZImagePipeline, ZImageTransformer2DModel
    from transformers import Qwen3Config, Qwen3Model

    words = Qwen3Config(
        hidden_size=2560,
        intermediate_size=9728,
        num_hidden_layers=36,
        num_attention_heads=32,
        num_key_value_heads=8,
        max_position_embeddings=40960,
        tie_word_embeddings=True,
    )
    return ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=_make_vae(16, scaling_factor=0.3611, shift_factor=0.1159, use_quant_conv=False, use_post_quant_conv=False),
        text_encoder=Qwen3Model(words),
        tokenizer=wordbooks.qwen(),
        transformer=ZImageTransformer2DModel(axes_lens=[1536, 512, 512]),
    )


MAKERS: dict[str, Callable[[], Any]] = {"sdxl": make_sdxl, "flux": make_flux, "z-image": make_z_image}


def _make_vae(channels: int, **more: Any) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=channels,
        sample_size=1024,
        **more,
    )


def _make_clip(width: int, layers: int, heads: int, activation: str, *, projected: bool = False) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        hidden_size=width,
        intermediate_size=4 * width,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        hidden_act=activation,
        projection_dim=width,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )
    return CLIPTextModelWithProjection(config) if projected else CLIPTextModel(config)


def count_parameters(pipe: Any) -> int:
    """Of all its parts."""
    parts = [part for part in pipe.components.values() if isinstance(part, torch.nn.Module)]
    return sum(weight.numel() for part in parts for weight in part.parameters())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=SIZES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--device", default="cuda:0")
    parser.add_argument("--count", action="store_true", help="only count the parameters, which takes no memory")
    options = parser.parse_args()
    torch.set_default_dtype(torch.bfloat16)
    with torch.device("meta" if options.count else options.device):
        pipe = MAKERS[options.name]()
    if not options.count:
        for part in pipe.components.values():
            if isinstance(part, torch.nn.Module):
                for weight in part.parameters():
                    if weight.ndim >= 2:  # biases and norms are as the library leaves them, near zero and one
                        torch.nn.init.normal_(weight, std=0.02)
        pipe.save_pretrained(options.folder, safe_serialization=True, max_shard_size="5GB")
    print(json.dumps({**SIZES[options.name], "parameters": count_parameters(pipe)}))


if __name__ == "__main__":
    main()
