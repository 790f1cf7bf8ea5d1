"""What a picture looks like between steps: its latents, small, through a decoder."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from pinxit.engines.diffusers.painting.canvases import Canvas
from pinxit.engines.diffusers.painting.latents import Scale, find_scale, unpack_latents
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.painting.steps import Step
from pinxit.engines.diffusers.work import Manner, Still

_LOG = logging.getLogger(__name__)
_SIDE = 32  # latents, of 8 to 32 pixels each


class Previewer:
    """Shows `wanted` previews of each item of a batch: at evenly spread steps, never at the last.

    A model whose latents cannot be read gives none, and never fails for it.
    """

    def __init__(
        self, ready: Ready, pipe: Any, manner: Manner, wanted: Sequence[int], canvases: Sequence[Canvas | None]
    ) -> None:
        self._tiny = ready.preview
        self._canvases = canvases
        self._pipe = pipe
        self._manner = manner
        self._wanted = wanted
        self._scale: Scale | None = find_scale(pipe) if any(wanted) else None
        # A decoder that is moved to the device for each look would push out the model that paints.
        moves = bool(getattr(pipe, "_all_hooks", None)) or getattr(pipe, "hf_device_map", None)
        self._able = self._scale is not None and (self._tiny is not None or not moves)

    def show(self, step: Step) -> tuple[Still | None, ...]:
        """The previews of a step, by item; none where none is due."""
        due = [_is_due(step.index, step.count, wanted) for wanted in self._wanted]
        if not self._able or not any(due):
            return ()
        try:
            return self._decode(step, due)
        except Exception as error:  # whatever it is, the picture itself goes on
            _LOG.info("no previews of %s: %s: %s", type(self._pipe).__name__, type(error).__name__, error)
            _forget(error)
            self._able = False
            return ()

    def _decode(self, step: Step, due: Sequence[bool]) -> tuple[Still | None, ...]:
        import torch  # noqa: PLC0415

        with torch.no_grad():
            latents = estimate(step)
            if latents.shape[0] != len(due) or self._scale is None:
                return ()
            rows = [row for row, is_due in enumerate(due) if is_due]
            latents = unpack_latents(latents[rows], self._scale, self._manner.width, self._manner.height)
            if latents is None:
                self._able = False
                return ()
            side = max(latents.shape[-2:])
            if side > _SIDE:
                small = [max(1, round(length * _SIDE / side)) for length in latents.shape[-2:]]
                # On the CPU: Apple's GPUs reduce by whole numbers only.
                latents = torch.nn.functional.adaptive_avg_pool2d(latents.float().cpu(), small)
            pixels = self._scale.decode(latents, self._tiny)
        stills: list[Still | None] = [None] * len(due)
        for row, picture in zip(rows, pixels, strict=True):
            canvas, still = self._canvases[row], _to_still(picture)
            stills[row] = canvas.lay_over(still) if canvas else still
        return tuple(stills)


def _is_due(index: int, count: int, wanted: int) -> bool:
    """Is the step `index` of `count` one of those after which a preview is shown?"""
    wanted = min(wanted, count - 1)
    return any(index + 1 == max(1, round(number * count / (wanted + 1))) for number in range(1, wanted + 1))


def estimate(step: Step) -> Any:
    """The finished picture as far as a step lets it guess, in latents; else the latents as they are.

    With flow matching the model's output v points from picture to noise: x0 = x - sigma v (Lipman et al., 2022). With
    noise prediction x0 = (x - sqrt(1 - a) e) / sqrt(a) (Ho et al., 2020).
    """
    scheduler, config = step.scheduler, step.scheduler.config
    if step.estimate is not None and step.estimate.shape == step.sample.shape:
        spread = getattr(config, "sigma_data", None)  # SANA-Sprint paints latents of that spread
        return step.estimate / spread if spread else step.estimate
    kept = getattr(scheduler, "model_outputs", None)  # multistep solvers keep their guesses
    if kept and kept[-1] is not None and _guesses(config):
        return kept[-1]
    sigmas = getattr(scheduler, "sigmas", None)
    if type(scheduler).__name__.startswith("FlowMatch") and sigmas is not None and scheduler.step_index:
        return step.sample - sigmas[scheduler.step_index - 1].to(step.sample.device) * step.output
    alphas = getattr(scheduler, "alphas_cumprod", None)
    if alphas is not None and getattr(config, "prediction_type", "") == "epsilon" and sigmas is None:
        alpha = alphas[int(step.timestep)].to(step.sample.device)
        return (step.sample - (1 - alpha) ** 0.5 * step.output) / alpha**0.5
    return step.result


def _guesses(config: Any) -> bool:
    return bool(getattr(config, "predict_x0", False)) or "++" in str(getattr(config, "algorithm_type", ""))


def _to_still(pixels: Any) -> Still:
    return Still(pixels.shape[1], pixels.shape[0], pixels.tobytes())


def _forget(error: BaseException) -> None:
    """Lets go of the tensors that the frames of an error hold."""
    error.__traceback__ = None
