"""Pictures from pictures: which pipeline paints them, and what it is given.

A model that follows instructions is shown the pictures beside the words. Others paint over the first one, as far as
`strength` goes, or its masked part. Where a class of diffusers has no pipeline for masks, the part that stays is mixed
into the latents after each step (see blending.py).
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pinxit.core.errors import Unsupported
from pinxit.engines.diffusers.painting.blending import Blender
from pinxit.engines.diffusers.painting.canvases import Canvas, prepare_canvas
from pinxit.engines.diffusers.painting.families import Family
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Item, Manner

_PLACES = ("_all_hooks", "_offload_device", "_offload_gpu_id")
_OUTWARDS = "Continue this picture beyond its edges, without a seam and in the same style. "


@dataclass(frozen=True, eq=False)
class Tool:
    """The pipeline for a manner. `references`: it is shown pictures; `over`: it paints over one; `blends`: see above.

    `shares`: all items of one call work from the same pictures.
    """

    pipe: Any
    references: int = 0
    over: bool = False
    masked: bool = False
    blends: bool = False

    @property
    def shares(self) -> bool:
        return self.references > 0


def choose_tool(ready: Ready, manner: Manner, family: Family) -> Tool:
    """Raises Unsupported where the model cannot do such an edit."""
    if not manner.edit:
        if family.sourced:
            raise Unsupported(
                "This model changes pictures: send one in `image`, or name another model.",
                param="image",
                code="unsupported_edit",
            )
        return Tool(ready.pipe)
    if manner.edit == "image":
        if family.instructs:
            return Tool(ready.pipe, references=family.references)
        if not family.image and family.blends:
            return Tool(ready.pipe, blends=True)
        if family.mask and family.sourced:
            raise Unsupported(
                "Send a `mask` too: this model changes parts of pictures.", param="mask", code="unsupported_edit"
            )
        if not family.image:
            raise Unsupported(
                "This model cannot work from pictures; leave `image` out.", param="image", code="unsupported_edit"
            )
        return Tool(_borrow(ready, family.image), over=True)
    if family.blends:
        return Tool(ready.pipe, references=family.references if family.instructs else 0, blends=True)
    if not family.mask:
        raise Unsupported(
            "This model cannot change a part of a picture; leave `mask` out.", param="mask", code="unsupported_edit"
        )
    return Tool(_borrow(ready, family.mask), over=True, masked=True)


def open_canvases(items: Sequence[Item], manner: Manner, tool: Tool) -> list[Canvas | None]:
    """What each item works from; pictures that several have are read once. Raises InvalidRequest."""
    if not manner.edit:
        return [None] * len(items)
    read: dict[tuple[tuple[bytes, ...], bytes | None], Canvas] = {}
    for item in items:
        key = (item.sources, item.mask)
        if key not in read:
            read[key] = prepare_canvas(item, manner, tool.references)
    return [read[item.sources, item.mask] for item in items]


def list_arguments(tool: Tool, manner: Manner, canvases: Sequence[Canvas | None], *, together: bool) -> dict[str, Any]:
    """The parameters of a call that come of pictures."""
    given = [canvas for canvas in canvases if canvas is not None]
    if not given:
        return {}
    if tool.references:
        shown = given[0].pictures
        return {"image": list(shown) if tool.references > 1 else shown[0]}
    if not tool.over:
        return {}
    strength = _find_strength(manner)
    # Each pipeline skips the first of its steps by `strength`, and refuses to skip all.
    call: dict[str, Any] = {
        "strength": strength,
        "num_inference_steps": max(manner.steps, math.ceil(1 / strength - 1e-9)),
        "image": [canvas.pictures[0] for canvas in given],
    }
    if tool.masked:
        call["mask_image"] = [canvas.mask for canvas in given]
    if not together:
        call = {name: value[0] if isinstance(value, list) else value for name, value in call.items()}
    return call


def find_blend(tool: Tool, manner: Manner, canvases: Sequence[Canvas | None], family: Family) -> Blender | None:
    """What mixes in the part that stays, where the pipeline knows no sources. Raises Unsupported."""
    given = [canvas for canvas in canvases if canvas is not None]
    if not tool.blends or not given:
        return None
    return Blender(tool.pipe, given, flow=family.flow, strength=1.0 if tool.references else _find_strength(manner))


def leaves_all(tool: Tool, manner: Manner) -> bool:
    """Is nothing to be painted, because the source stays as it is?"""
    return not tool.references and manner.edit == "image" and manner.strength <= 0


def say(manner: Manner, tool: Tool, prompt: str) -> str:
    """The prompt for the model: one that follows instructions is told what an empty border is there for."""
    return _OUTWARDS + prompt if manner.edit == "outpaint" and tool.references else prompt


def _find_strength(manner: Manner) -> float:
    if manner.edit != "image" and manner.strength <= 0:
        return 1.0  # what a mask opens is made anew, unless somebody says how much
    return min(1.0, max(0.01, manner.strength))


def _borrow(ready: Ready, name: str) -> Any:
    """The pipeline of another class with the parts of this one, made when first wanted; no weights are copied.

    Built by its constructor: `from_pipe` turns the shared weights to 32 bits unless told otherwise.
    """
    if name == type(ready.pipe).__name__:
        return ready.pipe
    if name not in ready.others:
        import diffusers  # noqa: PLC0415

        kind = getattr(diffusers, name)
        parts = {**ready.pipe.config, **ready.pipe.components}
        wanted = [part for part in inspect.signature(kind.__init__).parameters if part in parts]
        ready.others[name] = kind(**{part: parts[part] for part in wanted})
    other = ready.others[name]
    for place in _PLACES:  # so that parts which live in main memory are moved for it too
        if hasattr(ready.pipe, place):
            setattr(other, place, getattr(ready.pipe, place))
    return other
