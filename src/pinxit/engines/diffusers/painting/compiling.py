"""Denoisers made into machine code by torch.compile: the first pictures take longer, all others less.

Only the blocks that repeat are compiled (regional compilation): one block is made once and serves all its copies. What
was made is kept on disk, so that the next start finds it.
"""

from __future__ import annotations

import logging
import shutil
import sys
from typing import Any

import torch

from pinxit.engines.diffusers.painting import surroundings
from pinxit.engines.diffusers.painting.ready import Ready

_LOG = logging.getLogger("pinxit.diffusers")
_KINDS = 64  # of shapes, batches and LoRAs that one block is compiled for before the rest run as they are


def compile_blocks(ready: Ready) -> bool:
    """Let the model's denoiser be compiled when it is first used. Returns whether it will be.

    Nothing that goes wrong then stops a picture: what does not compile runs as it is, with a line in the log.
    """
    if ready.local.compile != "on":
        return False
    if reason := _find_obstacle(ready.device):
        _LOG.warning("models are not compiled: %s", reason)
        return False
    surroundings.keep_compiled(ready.local.models / "compiled")
    torch._dynamo.config.suppress_errors = True
    torch._dynamo.config.recompile_limit = _KINDS
    for name in ("transformer", "unet"):
        part = getattr(ready.pipe, name, None)
        if isinstance(part, torch.nn.Module):
            _compile(part)
            return True
    return False


def _compile(part: Any) -> None:
    # dynamic=None: the first other size makes code for all sizes, which serves the third and later ones too.
    try:
        part.compile_repeated_blocks(fullgraph=False, dynamic=None)
    except (AttributeError, ValueError):  # a model that does not say which of its blocks repeat
        part.compile(fullgraph=False, dynamic=None)


def _find_obstacle(device: str) -> str:
    """Why nothing can be compiled here; "" where it can."""
    if device == "cpu" and not any(shutil.which(name) for name in ("g++", "clang++", "c++", "cl")):
        return "this machine has no C++ compiler (g++)"
    if device == "mps":
        return "torch does not compile for Apple's GPUs well enough yet"
    if device == "cuda" and sys.platform == "win32":
        return "torch has no Triton on Windows"
    if device == "cuda" and not any(shutil.which(name) for name in ("gcc", "cc", "clang")):
        return "this machine has no C compiler (gcc), which Triton needs"
    return ""
