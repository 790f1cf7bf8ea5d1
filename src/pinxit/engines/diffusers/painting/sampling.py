"""The scheduler that a batch wishes for, in the place of the model's own."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from pinxit.core.errors import Unsupported
from pinxit.engines.diffusers.painting.families import FLOW_SCHEDULERS, SCHEDULERS, Family


@contextmanager
def scheduled(pipe: Any, name: str, family: Family) -> Iterator[None]:
    """Gives the pipeline the scheduler of that name inside the block, made from the configuration of its own.

    An empty name leaves its own. Raises Unsupported for a name that the family does not list.
    """
    if not name:
        yield
        return
    own = pipe.scheduler
    other = _make(own, name, family)
    pipe.scheduler = other
    try:
        yield
    finally:
        pipe.scheduler = own


def _make(own: Any, name: str, family: Family) -> Any:
    import diffusers  # noqa: PLC0415

    if name not in family.samplers:
        choices = ", ".join(family.samplers)
        raise Unsupported(
            f"This model takes {'the schedulers ' + choices if choices else 'no scheduler but its own'}, not {name}.",
            param="scheduler",
        )
    kind, settings = (FLOW_SCHEDULERS if family.flow else SCHEDULERS)[name]
    config = {key: value for key, value in own.config.items() if not key.startswith("_")}
    if family.flow:
        settings = {**settings, "flow_shift": config.get("shift", 1.0)}
    made: Any = getattr(diffusers, kind).from_config({**config, **settings})
    if family.flow and not hasattr(made, "scale_noise"):
        made.scale_noise = _mix
        made.set_timesteps = _as_array(made.set_timesteps)
    return made


def _as_array(original: Any) -> Any:
    """Some pipelines hand over sigmas as a list, with which UniPC cannot reckon."""

    @functools.wraps(original)
    def set_timesteps(*positions: Any, sigmas: Any = None, **named: Any) -> Any:
        if sigmas is not None:
            named["sigmas"] = np.asarray(sigmas, np.float64)
        return original(*positions, **named)

    return set_timesteps


def _mix(sample: Any, timestep: Any, noise: Any) -> Any:
    """A picture on its straight way to noise, at a timestep of 0 to 1000: what pipelines ask flow schedulers for."""
    share = timestep.to(sample.dtype).to(sample.device).reshape(-1, *([1] * (sample.ndim - 1))) / 1000
    return share * noise + (1 - share) * sample
