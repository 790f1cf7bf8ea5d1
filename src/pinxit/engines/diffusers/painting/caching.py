"""Steps that change little, taken from those before."""

from __future__ import annotations

import inspect as signatures
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch

from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Manner

_LOG = logging.getLogger("pinxit.diffusers")
_FEWEST_STEPS = 8  # with fewer steps each changes much
_INTERVAL = 2  # every other step is foretold


@contextmanager
def step_cache(ready: Ready, manner: Manner) -> Iterator[bool]:
    """While it is open, some steps of the model are foretold from those before. Yields whether that is so."""
    part: Any = getattr(ready.pipe, "transformer", None)
    enabled = ready.local.step_cache == "on" and may_foretell(ready.pipe, part, manner) and _enable(part)
    try:
        yield enabled
    finally:
        if enabled:
            part.disable_cache()


def may_foretell(pipe: Any, part: Any, manner: Manner) -> bool:
    """Can steps be foretold? The pipeline has to say which of the two calls of a step it makes (`cache_context`)."""
    if manner.steps < _FEWEST_STEPS or manner.edit or not hasattr(part, "enable_cache"):
        return False
    return "cache_context" in signatures.getsource(type(pipe).__call__)


def _enable(part: Any) -> bool:
    from diffusers.hooks import TaylorSeerCacheConfig  # noqa: PLC0415

    # Which steps are foretold is fixed by their number, so that a picture does not hang on its neighbours in a batch.
    # Caches that decide by how much changed (first block, SEA) look at the batch as a whole.
    config = TaylorSeerCacheConfig(
        cache_interval=_INTERVAL, disable_cache_before_step=3, taylor_factors_dtype=torch.float32, use_lite_mode=True
    )
    try:
        part.enable_cache(config)
    except Exception as error:
        _LOG.warning("no step cache for %s: %s: %s", type(part).__name__, type(error).__name__, error)
        return False
    return True
