"""What a worker of open-weights models sets in its own environment before it imports torch and diffusers."""

from __future__ import annotations

import logging
import os
from pathlib import Path

_QUIET = {
    "HF_HUB_OFFLINE": "1",  # a worker reads what the parent pulled and asks nobody
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "DIFFUSERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}


def go_offline() -> None:
    """Nothing of this process speaks to the hub from here on. Before the first import of torch or diffusers."""
    logging.getLogger("torchao").setLevel(logging.ERROR)  # it lists the kernels that this machine has no use for
    logging.getLogger("torch.utils._pytree").setLevel(logging.ERROR)  # it tells torchao's authors what will change
    os.environ.update(_QUIET)
    os.environ.setdefault("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True")  # sizes that change would leave holes


def keep_compiled(folder: Path) -> None:
    """What torch.compile makes is kept in `folder`, and found there by the next worker."""
    os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(folder / "inductor")
    os.environ["TRITON_CACHE_DIR"] = str(folder / "triton")
    os.environ["TORCHINDUCTOR_FX_GRAPH_CACHE"] = "1"
