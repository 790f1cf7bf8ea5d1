"""How exact the numbers are that a model computes with, and what a device does best with."""

from __future__ import annotations

import functools
import importlib.util
import logging
from typing import Any

import torch

from pinxit.engines.workers import count_cores
from pinxit.heap import hold_freed_memory
from pinxit.local import Local, Precision

_LOG = logging.getLogger("pinxit.diffusers")
_TYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}

_MASKLESS = {"FluxTransformer2DModel", "Flux2Transformer2DModel"}
_PACKAGES = {"_flash_3": "flash_attn_interface", "flash": "flash_attn"}


def choose_dtype(precision: Precision, device: str) -> Any:
    """The torch.dtype of weights: bf16 on GPUs that have it, fp16 on others and on Apple's, fp32 on a CPU.

    Most CPUs only imitate the short types, and are slower with them. bf16 comes first, since it cannot overflow where
    fp32 does not; models trained in bf16 do overflow in fp16.
    """
    if precision != "auto":
        return _TYPES[precision]
    if device == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
    return torch.float16 if device == "mps" else torch.float32


def find_device(local: Local) -> str:
    """Where this worker computes: it sees one GPU at most, the one that its parent gave it."""
    named = {name.partition(":")[0] for name in local.devices}
    if len(named) == 1:
        return named.pop()
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def prepare_device(local: Local, device: str) -> None:
    """Settings of torch for the whole process."""
    torch.set_grad_enabled(False)
    if device == "cpu":
        torch.set_num_threads(local.threads or count_cores())
        # torch asks for each layer's tens of megabytes anew: a decoder takes half the time where they are at hand.
        hold_freed_memory(all_of_it=True)
    if device == "cuda":
        # fp32 that is left (a VAE, norms) runs on tensor cores: 10 bits of fraction, three more than bf16 has.
        torch.backends.cuda.matmul.allow_tf32 = True
        torch.backends.cudnn.allow_tf32 = True
        # Trying every kernel first pays when shapes stay; here batches and sizes change from call to call.
        torch.backends.cudnn.benchmark = False


def arrange(pipe: Any, device: str, dtype: Any) -> None:
    """Lay the parts of a pipeline out as its device likes them, and keep its decoder from overflowing."""
    vae = getattr(pipe, "vae", None)
    # Convolutions want the channels last: a decoder is little else, and takes a tenth less time with it on a CPU too.
    # A UNet gains nothing there.
    for part in (vae, getattr(pipe, "unet", None)) if device == "cuda" else (vae,):
        if isinstance(part, torch.nn.Module) and device != "mps" and has_flat_convolutions(part):
            part.to(memory_format=torch.channels_last)
    if (transformer := getattr(pipe, "transformer", None)) is not None:
        choose_attention(transformer, device, dtype)
    overflows = dtype is torch.float16 and getattr(getattr(vae, "config", None), "force_upcast", False)
    if overflows:
        widen_decoder(vae)


def has_flat_convolutions(part: Any) -> bool:
    """Are all its convolutions over pictures? The channels-last layout is one of four dimensions only."""
    weights = [parameter for parameter in part.parameters() if parameter.dim() > 2]
    return bool(weights) and all(parameter.dim() == 4 for parameter in weights)


def widen_decoder(vae: Any) -> None:
    """Decode in fp32 and store in fp16: some decoders overflow in fp16, and the picture comes out black.

    Only the pipelines of SDXL see to it themselves, and for the last picture only, not for previews.
    """
    narrow = vae.decode

    @functools.wraps(narrow)
    def decode(latents: Any, *arguments: Any, **options: Any) -> Any:
        before = vae.dtype
        vae.to(torch.float32)
        try:
            return narrow(latents.to(torch.float32), *arguments, **options)
        finally:
            vae.to(before)

    vae.decode = decode


def has_package(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def choose_attention(part: Any, device: str, dtype: Any) -> str:
    """Let a transformer use flash attention of its own package where the operator installed one that works here.

    Returns what it uses. torch's own attention holds the same algorithm in an older version, so without the package
    little is lost. Only models that pass no mask: these kernels take none.
    """
    if device != "cuda" or dtype is torch.float32 or type(part).__name__ not in _MASKLESS:
        return "native"
    from diffusers.models import attention_dispatch  # noqa: PLC0415

    registry = attention_dispatch._AttentionBackendRegistry
    before = registry.get_active_backend()[0]
    hopper = torch.cuda.get_device_capability()[0] == 9
    for name in ("_flash_3", "flash") if hopper else ("flash",):
        if not has_package(_PACKAGES[name]):
            continue
        try:
            query = torch.zeros(1, 16, 1, 64, device=device, dtype=dtype)
            attention_dispatch.dispatch_attention_fn(query, query, query, backend=name)
            part.set_attention_backend(name)
        except Exception as error:
            _LOG.info("no %s attention: %s: %s", name, type(error).__name__, error)
            continue
        finally:  # the call above also makes it the one of all other models, which may need masks
            registry.set_active_backend(before)
        _LOG.info("attention by %s", _PACKAGES[name])
        return name
    return "native"
