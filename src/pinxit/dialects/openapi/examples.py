"""A body for each kind of request, which a server takes as it stands: what the pages at /docs offer to try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from pinxit.dialects import admin, hooks, predictions
from pinxit.dialects.chat import models as chat
from pinxit.dialects.gemini import interaction_models as interactions
from pinxit.dialects.gemini import models as gemini
from pinxit.dialects.openai import batches
from pinxit.dialects.openai import models as images

_PROMPT = "a red fox reading a newspaper"
_CHANGE = "Turn this into a watercolor"
# Eight by eight red pixels.
_PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR42mM8ISfHgA0wMeAAg1MCANDKARQf"
    "GKMRAAAAAElFTkSuQmCC"
)
_CONTENTS = {"contents": [{"parts": [{"text": _PROMPT}]}]}

# Else the first answer has no picture yet, and an address of it needs a server that keeps files.
_AT_ONCE = {"enable_sync_mode": True, "enable_base64_output": True}

BODIES: Mapping[type[BaseModel], Any] = {
    images.GenerationRequest: {"model": "auto", "prompt": _PROMPT, "size": "16:9"},
    images.DeployedGenerationRequest: {"prompt": _PROMPT, "size": "16:9"},
    images.EditRequest: {"model": "auto", "prompt": _CHANGE, "images": [{"image_url": _PICTURE}]},
    chat.ChatRequest: {"model": "auto", "messages": [{"role": "user", "content": _PROMPT}]},
    predictions.PredictionRequest: {"prompt": _PROMPT, "aspect_ratio": "16:9", **_AT_ONCE},
    gemini.GenerateContentRequest: {
        **_CONTENTS,
        "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "16:9"}},
    },
    gemini.CountTokensRequest: _CONTENTS,
    gemini.PredictRequest: {"instances": [{"prompt": _PROMPT}], "parameters": {"sampleCount": 1}},
    hooks.WebhookRequest: {"url": "https://example.com/hooks/pinxit", "events": ["image.job.completed"]},
    admin.KeyRequest: {"name": "anna", "budgets": ["5usd/month", "20pictures/day"], "rate": "20/min"},
    admin.KeyChange: {"budgets": ["10usd/month"], "at_once": 4},
    batches.BatchRequest: {
        "input_file_id": "file-0123456789abcdef",
        "endpoint": "/v1/images/generations",
        "completion_window": "24h",
    },
    interactions.InteractionRequest: {"model": "gemini-2.5-flash-image", "input": _PROMPT},
}
OTHERS: Mapping[str, Any] = {"predictEdit": {"prompt": _CHANGE, "images": [_PICTURE], **_AT_ONCE}}
"""Of operations, by name, that want other things in the same model."""
