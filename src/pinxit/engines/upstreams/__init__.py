"""Engines that ask a service to make the picture: Gemini, and whatever speaks OpenAI's Images API or a like of it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from pinxit.core.engine import Engine
from pinxit.core.errors import ConfigurationError
from pinxit.upstreams import Upstream

_MAKERS = {
    "gemini": "gemini:GeminiEngine",
    "vertex": "gemini:GeminiEngine",
    "openai": "openai:OpenAIEngine",
    "azure": "openai:OpenAIEngine",
    "automatic1111": "automatic1111:Automatic1111Engine",
    "comfyui": "comfyui:ComfyUIEngine",
}


def open_upstream(upstream: Upstream) -> Engine:
    """The engine of a service; nothing is sent yet. Raises ConfigurationError where its kind needs more."""
    if upstream.kind not in _MAKERS:
        raise ConfigurationError(
            f"The upstream {upstream.name!r} is of an unknown kind {upstream.kind!r}; known: {', '.join(_MAKERS)}."
        )
    module, _, name = _MAKERS[upstream.kind].partition(":")
    make = cast("Callable[[Upstream], Engine]", getattr(import_module(f"{__name__}.{module}"), name))
    return make(upstream)
