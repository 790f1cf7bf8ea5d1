"""The architectures of tiny pipelines, each a few layers of a few numbers. Weights are filled in by their caller."""

from __future__ import annotations

from typing import Any

from pinxit.testing import wordbooks

KINDS = ("unet", "mmdit", "flow", "edit")
WIDTH = 32
"""Of prompt embeddings and transformers, where an architecture leaves the choice."""


def unet() -> Any:
    """Stable Diffusion 1 and 2: a UNet that looks at the words across."""
    from diffusers import DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel  # noqa: PLC0415

    return StableDiffusionPipeline(
        vae=vae(4),
        text_encoder=clip(),
        tokenizer=wordbooks.clip(),
        unet=UNet2DConditionModel(
            block_out_channels=(16, 32),
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
            layers_per_block=1,
            norm_num_groups=4,
            attention_head_dim=4,
            cross_attention_dim=WIDTH,
            sample_size=8,
        ),
        scheduler=DDIMScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            clip_sample=False,
            set_alpha_to_one=False,
            steps_offset=1,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def mmdit() -> Any:
    """Stable Diffusion 3: words and picture in one attention, with weights of their own."""
    from diffusers import SD3Transformer2DModel, StableDiffusion3Pipeline  # noqa: PLC0415

    return StableDiffusion3Pipeline(
        transformer=SD3Transformer2DModel(
            sample_size=8,
            in_channels=16,
            out_channels=16,
            num_layers=2,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=2 * WIDTH,
            caption_projection_dim=32,
            pooled_projection_dim=2 * WIDTH,
            pos_embed_max_size=96,
            qk_norm="rms_norm",
        ),
        scheduler=flow_scheduler(3.0),
        vae=vae(16, scaling_factor=1.0, shift_factor=0.0, use_quant_conv=False, use_post_quant_conv=False),
        text_encoder=clip(projected=True),
        tokenizer=wordbooks.clip(),
        text_encoder_2=clip(projected=True),
        tokenizer_2=wordbooks.clip(),
        text_encoder_3=t5(2 * WIDTH),
        tokenizer_3=wordbooks.t5(),
    )


def flow() -> Any:
    """Z-Image: a flow-matching transformer of one stream."""
    from diffusers import ZImagePipeline, ZImageTransformer2DModel  # noqa: PLC0415
    from transformers import Qwen3Model  # noqa: PLC0415

    return ZImagePipeline(
        scheduler=flow_scheduler(3.0),
        vae=vae(16, scaling_factor=1.0, shift_factor=0.0, use_quant_conv=False, use_post_quant_conv=False),
        text_encoder=Qwen3Model(qwen3(2)),
        tokenizer=wordbooks.qwen(),
        transformer=ZImageTransformer2DModel(
            in_channels=16,
            dim=32,
            n_layers=2,
            n_refiner_layers=1,
            n_heads=2,
            n_kv_heads=2,
            cap_feat_dim=WIDTH,
            axes_dims=[4, 6, 6],
            axes_lens=[1024, 256, 256],
        ),
    )


def edit() -> Any:
    """FLUX.2 klein: paints from words and from the pictures it is given. Its reader needs 28 layers."""
    from diffusers import AutoencoderKLFlux2, Flux2KleinPipeline, Flux2Transformer2DModel  # noqa: PLC0415
    from transformers import Qwen3ForCausalLM  # noqa: PLC0415

    return Flux2KleinPipeline(
        scheduler=flow_scheduler(3.0),
        vae=AutoencoderKLFlux2(
            block_out_channels=(8, 8, 16, 16), layers_per_block=1, norm_num_groups=4, latent_channels=4, sample_size=64
        ),
        text_encoder=Qwen3ForCausalLM(qwen3(28, 16)),
        tokenizer=wordbooks.qwen(),
        transformer=Flux2Transformer2DModel(
            in_channels=16,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=3 * 16,
            timestep_guidance_channels=32,
            axes_dims_rope=(4, 4, 4, 4),
            guidance_embeds=False,
        ),
        is_distilled=True,
    )


def clip(width: int = WIDTH, *, projected: bool = False) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection  # noqa: PLC0415

    config = CLIPTextConfig(
        vocab_size=wordbooks.CLIP_WORDS,
        hidden_size=width,
        intermediate_size=width,
        num_attention_heads=4,
        num_hidden_layers=2,
        projection_dim=width,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )
    return CLIPTextModelWithProjection(config) if projected else CLIPTextModel(config)


def t5(width: int = WIDTH) -> Any:
    from transformers import T5Config, T5EncoderModel  # noqa: PLC0415

    return T5EncoderModel(
        T5Config(vocab_size=wordbooks.T5_WORDS, d_model=width, d_kv=8, d_ff=width, num_layers=1, num_heads=4)
    )


def qwen3(layers: int, width: int = WIDTH) -> Any:
    """The configuration of Qwen 3, which reads the words for Z-Image and FLUX.2 klein."""
    from transformers import Qwen3Config  # noqa: PLC0415

    return Qwen3Config(
        vocab_size=wordbooks.QWEN_WORDS,
        hidden_size=width,
        intermediate_size=width,
        num_hidden_layers=layers,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=8,
        max_position_embeddings=2048,
        tie_word_embeddings=True,
    )


def flow_scheduler(shift: float) -> Any:
    from diffusers import FlowMatchEulerDiscreteScheduler  # noqa: PLC0415

    return FlowMatchEulerDiscreteScheduler(shift=shift)


def vae(channels: int, **more: Any) -> Any:
    """An autoencoder with one latent pixel for 8 x 8."""
    from diffusers import AutoencoderKL  # noqa: PLC0415

    return AutoencoderKL(
        block_out_channels=(8, 8, 16, 16),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=1,
        norm_num_groups=4,
        latent_channels=channels,
        sample_size=64,
        **more,
    )
