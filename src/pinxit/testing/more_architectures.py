"""More tiny architectures, for what only some families of models do. Weights are filled in by their caller."""

from __future__ import annotations

from typing import Any

from pinxit.testing import wordbooks
from pinxit.testing.architectures import WIDTH, clip, flow_scheduler, t5, vae

KINDS = ("sdxl", "flux", "pixart", "sana", "qwen", "kandinsky")


def sdxl() -> Any:
    """Stable Diffusion XL: two readers of words, and the size of the picture as a further condition."""
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel  # noqa: PLC0415

    return StableDiffusionXLPipeline(
        vae=vae(4, scaling_factor=0.13025),
        text_encoder=clip(),
        text_encoder_2=clip(projected=True),
        tokenizer=wordbooks.clip(),
        tokenizer_2=wordbooks.clip(),
        unet=UNet2DConditionModel(
            block_out_channels=(16, 32),
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
            layers_per_block=1,
            norm_num_groups=4,
            attention_head_dim=(2, 4),
            cross_attention_dim=2 * WIDTH,
            use_linear_projection=True,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=6 * 8 + WIDTH,
            sample_size=8,
        ),
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            timestep_spacing="leading",
            steps_offset=1,
        ),
        add_watermarker=False,
    )


def flux() -> Any:
    """FLUX.1: two streams, then one; latents in packets of 2 x 2."""
    from diffusers import FluxPipeline, FluxTransformer2DModel  # noqa: PLC0415

    return FluxPipeline(
        scheduler=flow_scheduler(1.0),
        vae=vae(4, scaling_factor=1.0, shift_factor=0.0, use_quant_conv=False, use_post_quant_conv=False),
        text_encoder=clip(),
        tokenizer=wordbooks.clip(),
        text_encoder_2=t5(),
        tokenizer_2=wordbooks.t5(),
        transformer=FluxTransformer2DModel(
            in_channels=16,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=WIDTH,
            pooled_projection_dim=WIDTH,
            axes_dims_rope=(4, 6, 6),
        ),
    )


def pixart() -> Any:
    """PixArt-Sigma: a transformer that looks at the words across."""
    from diffusers import DPMSolverMultistepScheduler, PixArtSigmaPipeline, PixArtTransformer2DModel  # noqa: PLC0415

    return PixArtSigmaPipeline(
        tokenizer=wordbooks.t5(),
        text_encoder=t5(),
        vae=vae(4),
        transformer=PixArtTransformer2DModel(
            num_attention_heads=4,
            attention_head_dim=8,
            in_channels=4,
            out_channels=8,
            num_layers=2,
            norm_num_groups=4,
            cross_attention_dim=32,
            caption_channels=WIDTH,
            sample_size=8,
        ),
        scheduler=DPMSolverMultistepScheduler(),
    )


def sana() -> Any:  # limit: a table of one configuration
    """SANA-Sprint: linear attention, one latent pixel for 32 x 32, two steps."""
    from diffusers import (  # noqa: PLC0415
        AutoencoderDC,
        SanaSprintPipeline,
        SanaTransformer2DModel,
        SCMScheduler,
    )

    return SanaSprintPipeline(
        tokenizer=wordbooks.qwen(),
        text_encoder=_gemma(),
        vae=AutoencoderDC(
            latent_channels=8,
            attention_head_dim=4,
            encoder_block_out_channels=(8,) * 6,
            decoder_block_out_channels=(8,) * 6,
            encoder_layers_per_block=(1,) * 6,
            decoder_layers_per_block=(1,) * 6,
            encoder_qkv_multiscales=((),) * 6,
            decoder_qkv_multiscales=((),) * 6,
            encoder_block_types="ResBlock",
            decoder_block_types="ResBlock",
        ),
        transformer=SanaTransformer2DModel(
            in_channels=8,
            out_channels=8,
            num_attention_heads=4,
            attention_head_dim=8,
            num_layers=2,
            num_cross_attention_heads=4,
            cross_attention_head_dim=8,
            cross_attention_dim=32,
            caption_channels=WIDTH,
            sample_size=2,
            guidance_embeds=True,
            qk_norm="rms_norm_across_heads",
        ),
        scheduler=SCMScheduler(prediction_type="trigflow"),
    )


def _gemma() -> Any:
    from transformers import Gemma2Config, Gemma2Model  # noqa: PLC0415

    config = Gemma2Config(
        vocab_size=wordbooks.QWEN_WORDS,
        hidden_size=WIDTH,
        intermediate_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=8,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=2,
    )
    return Gemma2Model(config)


def qwen() -> Any:
    """Qwen-Image: a reader that sees pictures too, guidance by another name, an autoencoder made for films."""
    from diffusers import (  # noqa: PLC0415
        AutoencoderKLQwenImage,
        QwenImagePipeline,
        QwenImageTransformer2DModel,
    )

    return QwenImagePipeline(
        scheduler=flow_scheduler(1.0),
        vae=AutoencoderKLQwenImage(
            base_dim=8, z_dim=4, dim_mult=[1, 1, 1, 1], num_res_blocks=1, latents_mean=[0.0] * 4, latents_std=[1.0] * 4
        ),
        text_encoder=_qwen_vl(),
        tokenizer=wordbooks.qwen(),
        transformer=QwenImageTransformer2DModel(
            in_channels=16,
            out_channels=4,
            num_layers=2,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=WIDTH,
            axes_dims_rope=(4, 6, 6),
        ),
    )


def kandinsky() -> Any:
    """Kandinsky 2.2: two pipelines in one, the first of which makes an idea of a picture from the words."""
    from diffusers import DDPMScheduler, KandinskyV22CombinedPipeline, PriorTransformer, UnCLIPScheduler  # noqa: PLC0415
    from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil  # noqa: PLC0415

    return KandinskyV22CombinedPipeline(
        unet=_kandinsky_unet(),
        scheduler=DDPMScheduler(beta_schedule="linear", beta_start=0.00085, beta_end=0.012, clip_sample=False),
        movq=_movq(),
        prior_prior=PriorTransformer(
            num_attention_heads=2, attention_head_dim=8, num_layers=1, embedding_dim=WIDTH, num_embeddings=77
        ),
        prior_image_encoder=_eyes(),
        prior_text_encoder=clip(projected=True),
        prior_tokenizer=wordbooks.clip(),
        prior_scheduler=UnCLIPScheduler(
            variance_type="fixed_small_log", prediction_type="sample", clip_sample=True, clip_sample_range=5.0
        ),
        prior_image_processor=CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size=32),
    )


def _kandinsky_unet() -> Any:
    from diffusers import UNet2DConditionModel  # noqa: PLC0415

    return UNet2DConditionModel(
        in_channels=4,
        out_channels=8,
        block_out_channels=(16, 32),
        down_block_types=("ResnetDownsampleBlock2D", "SimpleCrossAttnDownBlock2D"),
        mid_block_type="UNetMidBlock2DSimpleCrossAttn",
        up_block_types=("SimpleCrossAttnUpBlock2D", "ResnetUpsampleBlock2D"),
        layers_per_block=1,
        norm_num_groups=4,
        attention_head_dim=4,
        cross_attention_dim=WIDTH,
        addition_embed_type="image",
        encoder_hid_dim=WIDTH,
        encoder_hid_dim_type="image_proj",
        resnet_time_scale_shift="scale_shift",
        sample_size=8,
    )


def _movq() -> Any:
    from diffusers import VQModel  # noqa: PLC0415

    return VQModel(
        block_out_channels=(32, 32, 32, 32),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=4,
        norm_type="spatial",
        num_vq_embeddings=12,
        vq_embed_dim=4,
    )


def _eyes() -> Any:
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection  # noqa: PLC0415

    return CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=WIDTH,
            intermediate_size=WIDTH,
            num_hidden_layers=1,
            num_attention_heads=4,
            projection_dim=WIDTH,
            image_size=32,
            patch_size=16,
        )
    )


def _qwen_vl() -> Any:
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration  # noqa: PLC0415

    return Qwen2_5_VLForConditionalGeneration(
        Qwen2_5_VLConfig(
            text_config={
                "vocab_size": wordbooks.QWEN_WORDS,
                "hidden_size": WIDTH,
                "intermediate_size": WIDTH,
                "num_hidden_layers": 2,
                "num_attention_heads": 2,
                "num_key_value_heads": 1,
                "bos_token_id": 0,
                "eos_token_id": 0,
                "rope_parameters": {"rope_type": "default", "mrope_section": [2, 3, 3], "rope_theta": 1e6},
            },
            vision_config={
                "depth": 1,
                "hidden_size": 16,
                "intermediate_size": 16,
                "num_heads": 2,
                "out_hidden_size": WIDTH,
                "patch_size": 14,
                "fullatt_block_indexes": [0],
            },
        )
    )
