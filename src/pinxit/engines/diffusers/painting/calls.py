"""A batch becomes one call of a pipeline, and what comes of it becomes pixels."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from pinxit.core.errors import EngineFailed
from pinxit.engines.diffusers.painting import editing
from pinxit.engines.diffusers.painting.canvases import Canvas
from pinxit.engines.diffusers.painting.families import Family, find_family
from pinxit.engines.diffusers.painting.previews import Previewer
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.painting.sampling import scheduled
from pinxit.engines.diffusers.painting.steps import Course, Report, followed
from pinxit.engines.diffusers.work import Item, Manner, Still


def paint(ready: Ready, manner: Manner, items: Sequence[Item], report: Report) -> list[Still]:
    """Paints a picture for each item, in their order, `manner.width` x `manner.height` pixels each.

    An item has the same picture alone as in a batch, on any device, within the rounding of the device's arithmetic.
    `report` is told each step with its previews, and may raise to leave between two of them: the pipeline is as it was
    before then. Raises InvalidRequest for sources that are no pictures, Unsupported for what the model cannot do, and
    EngineFailed where what it paints is no picture; torch's own errors, of memory for instance, pass through.
    """
    family = find_family(type(ready.pipe).__name__)
    tool = editing.choose_tool(ready, manner, family)
    canvases = editing.open_canvases(items, manner, tool)
    if editing.leaves_all(tool, manner):
        return [_to_still(np.asarray(canvas.pictures[0]), manner) for canvas in canvases if canvas is not None]
    call = _Call(ready, manner, family, tool)
    parts = _divide(family, tool, items)
    course = Course(report, len(items), len(parts))
    stills: dict[int, Still] = {}
    for number, places in enumerate(parts):
        course.enter(number, places)
        made = call.paint([items[place] for place in places], [canvases[place] for place in places], course)
        stills.update(zip(places, made, strict=True))
    return [stills[place] for place in range(len(items))]


def _divide(family: Family, tool: editing.Tool, items: Sequence[Item]) -> list[list[int]]:
    """The places of items that one call takes."""
    if not family.together:
        return [[place] for place in range(len(items))]
    alike: dict[object, list[int]] = {}
    for place, item in enumerate(items):
        # Without any negative prompt SDXL does something else than with an empty one beside others. Pictures that a
        # model is shown are shown to a whole call.
        key = (bool(item.negative), (item.sources, item.mask) if tool.shares else None)
        alike.setdefault(key, []).append(place)
    return list(alike.values())


@dataclass(frozen=True, eq=False)
class _Call:
    """What all calls of one batch have in common."""

    ready: Ready
    manner: Manner
    family: Family
    tool: editing.Tool

    def paint(self, items: Sequence[Item], canvases: Sequence[Canvas | None], course: Course) -> list[Still]:
        """A still for each item, by one call of the pipeline."""
        import torch  # noqa: PLC0415

        pipe, manner = self.tool.pipe, self.manner
        dice: Any = [torch.Generator("cpu").manual_seed(item.seed) for item in items]
        if not self.family.together:
            dice = dice[0]
        with _left_tidy(pipe), scheduled(pipe, manner.scheduler, self.family), _guided(pipe, manner.guidance):
            previewer = Previewer(self.ready, pipe, manner, [item.previews for item in items], canvases)
            blend = editing.find_blend(self.tool, manner, canvases, self.family)
            with followed(pipe, course, generators=dice, show=previewer.show, blend=blend), _unrecorded(self.ready):
                made = pipe(**self._describe(items, canvases), generator=dice)
            stills = _to_stills(made, manner)
        return [canvas.lay_over(still) if canvas else still for canvas, still in zip(canvases, stills, strict=True)]

    def _describe(self, items: Sequence[Item], canvases: Sequence[Canvas | None]) -> dict[str, Any]:
        """The parameters of a call, those that the pipeline knows."""
        pipe, manner, family, facts = self.tool.pipe, self.manner, self.family, self.ready.model.facts
        known = _list_parameters(pipe)
        # Lists of its own: Z-Image writes into that of the prompts.
        prompts = [editing.say(manner, self.tool, item.prompt) for item in items]
        call: dict[str, Any] = {
            "prompt": prompts if family.together else prompts[0],
            "num_inference_steps": manner.steps,
            "height": manner.height,
            "width": manner.width,
            "max_area": manner.width * manner.height,  # FLUX.1 Kontext scales every picture to it
            "output_type": "pt",
            **family.call,
            **dict(facts.call),
            **editing.list_arguments(self.tool, manner, canvases, together=family.together),
        }
        guides = known.get(facts.guidance_name)
        if guides is not None and (manner.guidance or guides.default is not None):
            call[facts.guidance_name] = manner.guidance
        if facts.negative and (family.blank or any(item.negative for item in items)):
            negatives = [item.negative or family.blank for item in items]
            call["negative_prompt"] = negatives if family.together else negatives[0]
        if call["num_inference_steps"] != 2:  # of SANA-Sprint: only two steps have a place in between
            call["intermediate_timesteps"] = None
        call = {name: value for name, value in call.items() if name in known}
        return {**call, "output": "images"} if hasattr(pipe, "blocks") else call


def _unrecorded(ready: Ready) -> AbstractContextManager[Any]:
    """Where torch does not even count who reads a tensor: a tenth of the time of small pictures on a CPU.

    Elsewhere weights are moved and unpacked on their way, which tensors made in this mode do not allow.
    """
    import torch  # noqa: PLC0415

    plain = ready.device == "cpu" and ready.local.quantise == "off" and ready.local.compile == "off"
    return torch.inference_mode() if plain else nullcontext()


def _list_parameters(pipe: Any) -> dict[str, inspect.Parameter]:
    """What a pipeline can be given, by name."""
    blocks = getattr(pipe, "blocks", None)
    if blocks is None:
        return _read_signature(pipe.__class__)
    keyword = inspect.Parameter.KEYWORD_ONLY
    fields = [field for field in blocks.inputs if field.name is not None]
    return {field.name: inspect.Parameter(field.name, keyword, default=field.default) for field in fields}


@functools.cache
def _read_signature(kind: type) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(kind.__call__).parameters)


@contextmanager
def _guided(pipe: Any, guidance: float) -> Iterator[None]:
    """Pipelines made of blocks have a part of its own for guidance in the place of a parameter."""
    own: Any = getattr(pipe, "guider", None)
    usual = getattr(own, "guidance_scale", None)
    if usual is None or not guidance:
        yield
        return
    own.guidance_scale = guidance
    try:
        yield
    finally:
        own.guidance_scale = usual


@contextmanager
def _left_tidy(pipe: Any) -> Iterator[None]:
    """Without progress bars of its own; however it ends, hooks that move and cache parts begin anew."""
    with suppress(AttributeError):
        pipe.set_progress_bar_config(disable=True)
    try:
        yield
    except BaseException:
        with suppress(Exception):
            pipe.maybe_free_model_hooks()
        raise


def _to_stills(made: Any, manner: Manner) -> list[Still]:
    """Pixels of what a pipeline gives: a tensor or array of numbers from 0 to 1, or Pillow's pictures."""
    images = made.get("images") if hasattr(made, "get") and hasattr(made, "values") else made
    for name in ("images", "image"):
        images = getattr(made, name, images)
    if hasattr(images, "detach"):
        images = _to_bytes(images.detach())
    elif isinstance(images, np.ndarray):
        images = np.clip(np.nan_to_num(images) * 255, 0, 255).round().astype(np.uint8)
    if isinstance(images, list | tuple | np.ndarray) and len(images):
        return [_to_still(np.asarray(image), manner) for image in images]
    raise EngineFailed("The model made something that is no picture; register one that makes pictures.")


def _to_bytes(images: Any) -> Any:
    """Bytes, height x width x 3 for each picture, of a tensor with the channels first, made on its device."""
    if not images.isfinite().all():
        raise EngineFailed(
            "The model's numbers overflowed, so that there is no picture: set [local] precision to bf16 or fp32."
        )
    pixels = images.float().clamp(0, 1).mul(255).round().byte()
    return pixels.permute(0, 2, 3, 1).contiguous().cpu().numpy()


def _to_still(pixels: np.ndarray[Any, Any], manner: Manner) -> Still:
    picture = Image.fromarray(pixels).convert("RGB")
    if picture.size != (manner.width, manner.height):  # some know only some sizes
        picture = picture.resize((manner.width, manner.height), Image.Resampling.LANCZOS)
    return Still(picture.width, picture.height, picture.tobytes())
