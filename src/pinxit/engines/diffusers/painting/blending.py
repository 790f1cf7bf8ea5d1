"""Sources and masks for a pipeline that knows none: after each step, what stays is mixed into the latents again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from pinxit.core.errors import Unsupported
from pinxit.engines.diffusers.painting.canvases import Canvas
from pinxit.engines.diffusers.painting.latents import find_scale, pack_latents
from pinxit.engines.diffusers.painting.steps import Step


class Blender:
    """Gives, after each step, the latents to go on with: the source's where its mask is closed, as noisy as the rest.

    Until `strength` of the steps are left, that is everywhere. The noise is the one that the pipeline began with, so
    that both parts walk the same path (RePaint, Lugmayr et al., 2022, without its going back). Raises Unsupported for
    a pipeline whose latents are not known.
    """

    def __init__(self, pipe: Any, canvases: Sequence[Canvas], *, flow: bool, strength: float = 1.0) -> None:
        scale = find_scale(pipe)
        if scale is None:
            raise _refuse()
        self._strength = strength
        self._scale = scale
        self._canvases = canvases
        self._flow = flow
        self._known: Any = None
        self._open: Any = None
        self._noise: Any = None

    def __call__(self, step: Step) -> Any:
        """The result of a step with what stays mixed in."""
        import torch  # noqa: PLC0415

        with torch.no_grad():
            if self._known is None:
                self._begin(step)
            known = self._known
            if step.index + 1 < step.count:
                known = self._add_noise(step)
            known = known.to(step.result.dtype)
            if step.index < step.count - max(1, round(self._strength * step.count)):
                return known
            mixed: Any = torch.where(self._open, step.result, known)
        return mixed

    def _begin(self, step: Step) -> None:
        import torch  # noqa: PLC0415

        sources = np.stack([np.asarray(canvas.pictures[0], np.float32) for canvas in self._canvases])
        pictures = torch.from_numpy(sources).permute(0, 3, 1, 2) / 127.5 - 1
        latents = self._scale.encode(pictures)
        masks = np.stack([_read_mask(canvas) for canvas in self._canvases])
        # A latent that any open pixel shows in is made anew; what is too much is covered by the source again.
        opened = torch.nn.functional.adaptive_max_pool2d(torch.from_numpy(masks)[:, None], latents.shape[-2:])
        opened = opened.expand_as(latents).to(latents.device)
        like = step.sample
        self._known = pack_latents(latents, self._scale, like).float().to(like.device)
        self._open = pack_latents(opened, self._scale, like, plain=True).to(like.device) > 0.5
        start = 1.0 if self._flow else float(getattr(step.scheduler, "init_noise_sigma", 1.0))
        self._noise = like.float() / start
        if self._known.shape != like.shape:
            raise _refuse()

    def _add_noise(self, step: Step) -> Any:
        scheduler = step.scheduler
        if self._flow:
            level = scheduler.sigmas[scheduler.step_index].to(self._known.device)
            return (1 - level) * self._known + level * self._noise
        following = scheduler.timesteps[step.index + 1].reshape(1)
        return scheduler.add_noise(self._known, self._noise, following.repeat(self._known.shape[0]))


def _read_mask(canvas: Canvas) -> np.ndarray[Any, np.dtype[np.float32]]:
    """1 where the picture is made anew."""
    if canvas.mask is None:
        width, height = canvas.pictures[0].size
        return np.ones((height, width), np.float32)
    return np.asarray(canvas.mask, np.float32) / np.float32(255)


def _refuse() -> Unsupported:
    return Unsupported(
        "This model cannot work from pictures; leave `image` and `mask` out.", param="image", code="unsupported_edit"
    )
