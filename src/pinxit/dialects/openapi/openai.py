"""The URLs of OpenAI's API, of GPTProto's, and the server's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pinxit.dialects import predictions
from pinxit.dialects.chat import models as chat
from pinxit.dialects.gemini import models as gemini
from pinxit.dialects.openai import models as images
from pinxit.dialects.openai.job_models import JobAnswer
from pinxit.dialects.openapi.operations import PAGES, Operation, Parameter
from pinxit.dialects.wire import Wire


class Health(Wire):
    """The server's own state."""

    status: str


_MODEL = Parameter("name", "path", "A model's name.", {"type": "string", "minLength": 1}, "auto")
_DEPLOYMENT = Parameter("deployment", "path", "A model's name.", {"type": "string", "minLength": 1}, "gpt-image-1")
_VERSION = Parameter("api-version", "query", "Azure's clients send it; any will do.")
_SCHEMA = Parameter("schema", "query", "true: also what the model can do.", {"type": "boolean"})
_EVENTS = (images.PartialEvent, images.CompletedEvent)
_EDIT_FILES = ("image", "image[]", "mask")
_PREDICTION = (
    Parameter("vendor", "path", "Any word.", {"type": "string", "minLength": 1}, "google"),
    Parameter("model", "path", "A model's name.", {"type": "string", "minLength": 1}, "gemini-2.5-flash-image"),
)
_ID = Parameter("id", "path", "A prediction's id.", {"type": "string", "minLength": 1})

OPENAI = (
    Operation(
        "generateImages",
        "POST",
        "/v1/images/generations",
        "Images",
        "Make pictures from words.",
        images.ImagesAnswer,
        images.GenerationRequest,
        events=_EVENTS,
        accepted=JobAnswer,
    ),
    Operation(
        "editImages",
        "POST",
        "/v1/images/edits",
        "Images",
        "Make pictures from pictures and words.",
        images.ImagesAnswer,
        images.EditRequest,
        images.EditRequest,
        _EDIT_FILES,
        _EVENTS,
        accepted=JobAnswer,
    ),
    Operation(
        "varyImage",
        "POST",
        "/v1/images/variations",
        "Images",
        "Make variations of a picture.",
        images.ImagesAnswer,
        form=images.VariationRequest,
        files=("image",),
        accepted=JobAnswer,
    ),
    Operation(
        "generateImagesAzure",
        "POST",
        "/openai/deployments/{deployment}/images/generations",
        "Azure",
        "Make pictures from words, at Azure's path.",
        images.ImagesAnswer,
        images.DeployedGenerationRequest,
        events=_EVENTS,
        parameters=(_DEPLOYMENT, _VERSION),
        accepted=JobAnswer,
    ),
    Operation(
        "editImagesAzure",
        "POST",
        "/openai/deployments/{deployment}/images/edits",
        "Azure",
        "Make pictures from pictures and words, at Azure's path.",
        images.ImagesAnswer,
        images.EditRequest,
        images.EditRequest,
        _EDIT_FILES,
        _EVENTS,
        parameters=(_DEPLOYMENT, _VERSION),
        accepted=JobAnswer,
    ),
    Operation(
        "listModels",
        "GET",
        "/v1/models",
        "Models",
        "Every model and alias.",
        images.ModelList,
        other=gemini.ModelList,
        other_refusal=gemini.ErrorEnvelope,
        parameters=PAGES,
    ),
    Operation(
        "showModel",
        "GET",
        "/v1/models/{name}",
        "Models",
        "One model.",
        images.ModelAnswer,
        other=gemini.GeminiModel,
        other_refusal=gemini.ErrorEnvelope,
        parameters=(_MODEL, _SCHEMA),
    ),
    Operation(
        "completeChat",
        "POST",
        "/v1/chat/completions",
        "Chat",
        "A conversation that is answered with a picture.",
        chat.ChatAnswer,
        chat.ChatRequest,
        events=(chat.ChatChunk,),
        last_event="[DONE]",
    ),
    Operation(
        "completeChatAzure",
        "POST",
        "/openai/deployments/{deployment}/chat/completions",
        "Azure",
        "A conversation that is answered with a picture, at Azure's path.",
        chat.ChatAnswer,
        chat.ChatRequest,
        events=(chat.ChatChunk,),
        last_event="[DONE]",
        parameters=(_DEPLOYMENT, _VERSION),
    ),
    Operation(
        "predict",
        "POST",
        "/api/v3/{vendor}/{model}/text-to-image",
        "Predictions",
        "Begin to make pictures from words.",
        predictions.PredictionAnswer,
        predictions.PredictionRequest,
        parameters=_PREDICTION,
    ),
    Operation(
        "predictEdit",
        "POST",
        "/api/v3/{vendor}/{model}/image-edit",
        "Predictions",
        "Begin to make pictures from pictures and words.",
        predictions.PredictionAnswer,
        predictions.PredictionRequest,
        parameters=_PREDICTION,
    ),
    Operation(
        "showResult",
        "GET",
        "/api/v3/predictions/{id}/result",
        "Predictions",
        "How far a prediction is, and its outputs.",
        predictions.PredictionAnswer,
        parameters=(_ID,),
    ),
    Operation(
        "showPrediction",
        "GET",
        "/api/v3/predictions/{id}",
        "Predictions",
        "The same.",
        predictions.PredictionAnswer,
        parameters=(_ID,),
    ),
)

_AZURE = ("generateImages", "editImages", "completeChat", "listModels", "showModel")


def _list_azure() -> Iterator[Operation]:
    """The same operations at Azure's newer paths; no other dialect shares those."""
    for operation in OPENAI:
        if operation.name in _AZURE:
            path = "/openai" + operation.path
            told = replace(operation, tag="Azure", other=None, other_refusal=None)
            yield replace(told, name=f"{operation.name}_azure_v1", path=path)
            if operation.name.endswith(("Models", "Model")):
                yield replace(told, name=f"{operation.name}_azure", path=path.replace("/v1", "", 1))


AZURE = tuple(_list_azure())

OWN = (
    Operation("showHealth", "GET", "/health", "Server", "Does the server live?", Health, is_open=True),
    Operation("showReadiness", "GET", "/ready", "Server", "Can it draw?", Health, is_open=True),
)
