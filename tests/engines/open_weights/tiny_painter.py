"""Tiny pipelines painted with in this very process. Importing this module costs nothing: torch comes with the first."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from PIL import Image

from pinxit.engines.diffusers.painting import calls
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Item, Manner, Sight, Still
from pinxit.engines.worker import Cancelled
from pinxit.local import Local
from pinxit.testing import pipelines

Pixels = np.ndarray[Any, Any]


class Easel:
    """Pipelines by kind, built in a folder when first wanted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Ready] = {}

    def get(self, kind: str) -> Ready:
        if kind not in self._loaded:
            self._loaded[kind] = self.load(kind)
        return self._loaded[kind]

    def load(self, kind: str) -> Ready:
        """A pipeline of its own."""
        import torch
        from diffusers import DiffusionPipeline

        torch.set_num_threads(1)
        folder = self._folder / kind
        if not folder.exists():
            pipelines.build(kind, folder)
        pipe: Any = DiffusionPipeline.from_pretrained(folder)
        return Ready(pipelines.installed(kind, folder), Local(), pipe, "cpu", torch.float32)


def make_flux3(easel: Easel) -> Ready:
    """FLUX.3, which the library has as blocks only. What reads the words is a stand-in."""
    import torch
    from diffusers import Flux3Transformer2DModel
    from diffusers.modular_pipelines.flux3 import Flux3AutoBlocks

    from pinxit.testing import architectures, wordbooks

    torch.manual_seed(0)
    reader = torch.nn.Embedding(600, 8)
    read = reader.forward
    reader.forward = lambda input_ids, **_: SimpleNamespace(hidden_states=[read(input_ids % 600)] * 33)
    reader.dtype, reader.device = torch.float32, torch.device("cpu")
    transformer = Flux3Transformer2DModel(16, 16, 1, 1, 16, 2, 64, 32, axes_dims_rope=(4, 4, 4, 4))
    for weights in transformer.parameters():
        torch.nn.init.normal_(weights, std=0.2)
    blocks = Flux3AutoBlocks()
    blocks.sub_blocks.pop("prompt_upsampler")
    pipe = blocks.init_pipeline()
    pipe.update_components(
        text_encoder=reader,
        tokenizer=_Template(wordbooks.qwen()),
        vae=easel.get("edit").pipe.vae,
        scheduler=architectures.flow_scheduler(3.0),
        transformer=transformer,
    )
    klein = easel.get("edit")
    facts = replace(klein.model.facts, pipeline=type(pipe).__name__, call=())
    return replace(klein, model=replace(klein.model, facts=facts), pipe=pipe, others={})


class _Template:
    """What puts a prompt into the words of a talk."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer

    def apply_chat_template(self, said: Any, **_: object) -> str:
        return f"user: {said[0]['content']}"


class Witness:
    """Who is told how a batch goes, and leaves after the step `until`."""

    def __init__(self, until: int | None = None) -> None:
        self.fractions: list[float] = []
        self.stages: list[str] = []
        self.sights: list[Sight] = []
        self._until = until

    def __call__(self, fraction: float, stage: str, value: object = None) -> None:
        self.fractions.append(fraction)
        self.stages.append(stage)
        if isinstance(value, Sight):
            self.sights.append(value)
            if value.step == self._until:
                raise Cancelled

    def list_previews(self, place: int = 0) -> dict[int, Still]:
        """The previews of one item by the step after which they came."""
        found = {sight.step: sight.previews[place] for sight in self.sights if sight.previews}
        return {step: still for step, still in found.items() if still is not None}


def paint(ready: Ready, *items: Item, report: Any = None, **manner: Any) -> list[Pixels]:
    """Height x width x 3 for each item; four steps at 64 x 64 unless told otherwise."""
    usual = {"width": 64, "height": 64, "steps": 4, "guidance": ready.model.facts.guidance}
    stills = calls.paint(ready, Manner(**{**usual, **manner}), items, Witness() if report is None else report)
    return [to_pixels(still) for still in stills]


def to_pixels(still: Still) -> Pixels:
    return np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 3).astype(int)


def to_file(pixels: Pixels, format: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(file, format, **options)
    return file.getvalue()


def slope(height: int = 64, width: int = 64) -> Pixels:
    """A picture that is another colour everywhere."""
    across, down = np.linspace(0, 255, width)[None, :], np.linspace(255, 0, height)[:, None]
    return np.stack(np.broadcast_arrays(across, down, (across + down) / 2), axis=-1).astype(np.uint8).astype(int)


def hole(height: int = 64, width: int = 64) -> tuple[bytes, Pixels]:
    """The file of a mask that is transparent in the middle, and where that is."""
    pixels = np.full((height, width, 4), 255)
    pixels[height // 4 : height * 3 // 4, width // 4 : width * 3 // 4, 3] = 0
    return to_file(pixels), pixels[..., 3] == 0


def far(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one - other).mean())


def most(one: Pixels, other: Pixels) -> int:
    return int(np.abs(one - other).max())
