"""A model that is ready to paint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pinxit.local import Local
from pinxit.weights import Installed


@dataclass(eq=False)
class Ready:
    """A loaded pipeline on its device. `pipe` is a DiffusionPipeline, or a ModularPipeline where only that exists.

    `others` are pipelines of other kinds made of the same parts, by edit ("image", "mask"): made when first wanted.
    """

    model: Installed
    local: Local
    pipe: Any
    device: str
    """As torch names it: "cuda" (each worker sees one GPU), "mps", "cpu"."""
    dtype: Any
    """torch.dtype of the weights."""
    size: int = 0
    """Bytes of its weights."""
    others: dict[str, Any] = field(default_factory=dict)
    preview: Any = None
    """A tiny autoencoder for previews; None: the model's own decoder shows them, in small."""
