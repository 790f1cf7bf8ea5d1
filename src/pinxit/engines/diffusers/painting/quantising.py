"""Weights in fewer bits, by torchao: half or a quarter of the memory, and a little of the picture.

Only weights are reduced, numbers in between are as exact as before: that needs no calibration, and a LoRA still fits.
"""

from __future__ import annotations

import importlib.util
import logging
from typing import Any

import torch

from pinxit.engines.diffusers.painting.fitting import Reduction, is_reduced
from pinxit.engines.diffusers.painting.inspection import Make

_LOG = logging.getLogger("pinxit.diffusers")
_GROUP = 128  # weights that share a scale in int4


def has_torchao() -> bool:
    return importlib.util.find_spec("torchao") is not None


def list_reductions(device: str, dtype: Any) -> tuple[Reduction, ...]:
    """What this device computes with, the best picture first. Nothing where torchao is not installed."""
    if not has_torchao():
        return ()
    found: list[Reduction] = ["int8"]
    if device == "cuda":
        capability = torch.cuda.get_device_capability()
        if capability >= (8, 9):  # Ada and Hopper are the first with such numbers
            found.append("fp8")
        if capability >= (8, 0) and dtype is torch.bfloat16:  # what the kernels for packed int4 are written for
            found.append("int4")
    return tuple(found)


def explain_refusal(wanted: str, device: str, possible: tuple[Reduction, ...]) -> str:
    """The line for the log where the operator's wish for fewer bits cannot be met; "" where it can."""
    if wanted in {"off", "auto", *possible}:
        return ""
    if not possible:
        return f"local.quantise = {wanted} needs torchao (pip install torchao): weights stay as they are"
    return f"local.quantise = {wanted} does not work on this {device}: {possible[0]} is taken instead"


def configure(make: Make, reduction: Reduction) -> Any:
    """The PipelineQuantizationConfig that DiffusionPipeline.from_pretrained takes; None for "off"."""
    if reduction == "off":
        return None
    import diffusers  # noqa: PLC0415  # these imports cost seconds, and only who reduces pays
    import transformers  # noqa: PLC0415

    mapping: dict[str, Any] = {}
    for part in make.parts:
        if is_reduced(part):
            source = transformers if part.library == "transformers" else diffusers
            mapping[part.name] = source.TorchAoConfig(describe_weights(reduction))
    _LOG.info("weights of %s are held as %s", ", ".join(mapping), reduction)
    return diffusers.PipelineQuantizationConfig(quant_mapping=mapping) if mapping else None


def describe_weights(reduction: Reduction) -> Any:
    """The configuration of torchao for weights in fewer bits."""
    from torchao import quantization  # noqa: PLC0415

    if reduction == "int8":
        return quantization.Int8WeightOnlyConfig(set_inductor_config=False)
    if reduction == "fp8":
        return quantization.Float8WeightOnlyConfig(set_inductor_config=False)
    return quantization.Int4WeightOnlyConfig(
        group_size=_GROUP, int4_packing_format="tile_packed_to_4d", set_inductor_config=False
    )


def reduce_part(part: Any, reduction: Reduction) -> None:
    """Reduce the weights of a loaded torch module in place: for parts that are not loaded from a folder."""
    from torchao.quantization import quantize_  # noqa: PLC0415

    quantize_(part, describe_weights(reduction))
