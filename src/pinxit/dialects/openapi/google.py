"""The URLs of Google's API, in each of its versions."""

from __future__ import annotations

from collections.abc import Iterator

from pinxit.dialects.gemini import interaction_models as interactions
from pinxit.dialects.gemini import models
from pinxit.dialects.openapi.operations import PAGES, REFUSALS, Operation, Parameter

_MODEL = Parameter("model", "path", "A model's name.", {"type": "string", "minLength": 1}, "gemini-2.5-flash-image")
_NAME = Parameter("name", "path", "A model's name.", {"type": "string", "minLength": 1}, "gemini-2.5-flash-image")
_ID = Parameter("id", "path", "An interaction's id.", {"type": "string", "minLength": 1})
_ALT = Parameter("alt", "query", "sse: server-sent events; else a JSON array.", {"type": "string", "enum": ["sse"]})
_STATUSES = {**REFUSALS, 400: "The request or the key is wrong.", 403: "No key."}
_STATUSES.pop(401)

_METHODS = (
    ("generateContent", "Answer with a picture.", models.GenerateContentRequest, models.GenerateContentResponse),
    ("streamGenerateContent", "The same in pieces.", models.GenerateContentRequest, models.GenerateContentResponse),
    ("countTokens", "What a request costs.", models.CountTokensRequest, models.CountTokensResponse),
    ("predict", "Pictures in the manner of Imagen.", models.PredictRequest, models.PredictResponse),
)

_INTERACTIONS = (
    ("find", "GET", "", "A stored interaction as it is now, or its events."),
    ("delete", "DELETE", "", "Stop an interaction and forget it."),
    ("cancel", "POST", "/cancel", "Stop an interaction."),
)
_LOOK = (
    Parameter("stream", "query", "true: its events.", {"type": "boolean"}),
    Parameter("last_event_id", "query", "With `stream`: only the events after this one."),
    Parameter("include_input", "query", "true: with the words that were sent.", {"type": "boolean"}),
)


def _list_operations(version: str) -> Iterator[Operation]:
    for method, summary, body, answer in _METHODS:
        streams = method == "streamGenerateContent"
        yield Operation(
            f"{method}_{version}",
            "POST",
            f"/{version}/models/{{model}}:{method}",
            f"Google {version}",
            summary,
            answer,
            body,
            events=(models.GenerateContentResponse,) if streams else (),
            parameters=(_MODEL, _ALT) if streams else (_MODEL,),
            listed=streams,
            refusal=models.ErrorEnvelope,
            statuses=_STATUSES,
        )
    if version != "v1":  # there the listing is shared with OpenAI's
        yield _describe("listModels", version, "GET", "/models", "Every model.", models.ModelList, PAGES)
        yield _describe("showModel", version, "GET", "/models/{name}", "One model.", models.GeminiModel, (_NAME,))
    yield from _list_interactions(version)


def _list_interactions(version: str) -> Iterator[Operation]:
    yield Operation(
        f"createInteraction_{version}",
        "POST",
        f"/{version}/interactions",
        f"Google {version}",
        "A picture as an interaction.",
        interactions.Interaction,
        interactions.InteractionRequest,
        events=(interactions.InteractionEvent,),
        refusal=interactions.InteractionErrorEnvelope,
        statuses=_STATUSES,
    )
    for name, verb, path, summary in _INTERACTIONS:
        yield Operation(
            f"{name}Interaction_{version}",
            verb,
            f"/{version}/interactions/{{id}}{path}",
            f"Google {version}",
            summary,
            interactions.Interaction if verb != "DELETE" else interactions.Message,
            events=(interactions.InteractionEvent,) if verb == "GET" else (),
            parameters=(_ID, *_LOOK) if verb == "GET" else (_ID,),
            refusal=interactions.InteractionErrorEnvelope,
            statuses=_STATUSES,
        )


def _describe(  # limit: a row of a table
    name: str, version: str, method: str, path: str, summary: str, answer: type, parameters: tuple[Parameter, ...]
) -> Operation:
    return Operation(
        f"{name}_{version}",
        method,
        f"/{version}{path}",
        f"Google {version}",
        summary,
        answer,
        parameters=parameters,
        refusal=models.ErrorEnvelope,
        statuses=_STATUSES,
    )


GOOGLE = tuple(operation for version in ("v1beta", "v1", "v1alpha") for operation in _list_operations(version))
