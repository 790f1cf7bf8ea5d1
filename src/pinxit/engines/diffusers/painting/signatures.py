"""Signatures that diffusers asks for again and again."""

from __future__ import annotations

import inspect
from typing import Any

import torch


def remember_signatures(pipe: Any) -> None:
    """Keep the signature of every attention processor where `inspect` looks for it first.

    diffusers asks for it at each call of an attention layer (Attention.forward), dozens of times a step, and each time
    it is put together anew.
    """
    for part in pipe.components.values():
        if isinstance(part, torch.nn.Module):
            for module in part.modules():
                if (processor := getattr(module, "processor", None)) is not None:
                    _remember(type(processor).__call__)


def _remember(call: Any) -> None:
    if inspect.isfunction(call) and not hasattr(call, "__signature__"):
        call.__signature__ = inspect.signature(call)  # type: ignore[attr-defined]  # PEP 362: where inspect looks first
