"""The fields that generateContent takes, and Google's words for those that it does not take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_Fields = Mapping[str, Any]
_ANY: Any = object()  # whatever it is: taken and not looked at
_HARMS = (
    "HARM_CATEGORY_HATE_SPEECH HARM_CATEGORY_DANGEROUS_CONTENT HARM_CATEGORY_HARASSMENT "
    "HARM_CATEGORY_SEXUALLY_EXPLICIT HARM_CATEGORY_CIVIC_INTEGRITY HARM_CATEGORY_UNSPECIFIED "
    "HARM_CATEGORY_IMAGE_HATE HARM_CATEGORY_IMAGE_DANGEROUS_CONTENT HARM_CATEGORY_IMAGE_HARASSMENT "
    "HARM_CATEGORY_IMAGE_SEXUALLY_EXPLICIT HARM_CATEGORY_JAILBREAK"
).split()
_THRESHOLDS = (
    "HARM_BLOCK_THRESHOLD_UNSPECIFIED BLOCK_LOW_AND_ABOVE BLOCK_MEDIUM_AND_ABOVE BLOCK_ONLY_HIGH BLOCK_NONE OFF"
)
_PART: _Fields = {
    "text": str,
    "inlineData": {"mimeType": str, "data": str, "displayName": str},
    "fileData": {"mimeType": str, "fileUri": str, "displayName": str},
    "thought": bool,
    "thoughtSignature": str,
    "functionCall": _ANY,
    "functionResponse": _ANY,
    "executableCode": _ANY,
    "codeExecutionResult": _ANY,
    "videoMetadata": _ANY,
    "mediaResolution": _ANY,
    "partMetadata": _ANY,
}
_CONTENT: _Fields = {"role": str, "parts": [_PART]}
_IMAGE: _Fields = {"aspectRatio": str, "imageSize": str}
_VERTEX_IMAGE: _Fields = {
    **_IMAGE,
    "personGeneration": str,
    "prominentPeople": str,
    "imageOutputOptions": {"mimeType": str, "compressionQuality": int},
}
_SAFETY: _Fields = {"category": tuple(_HARMS), "threshold": tuple(_THRESHOLDS.split()), "method": str}


def _generation(image: _Fields) -> _Fields:
    return {
        **dict.fromkeys(("temperature", "topP", "topK", "presencePenalty", "frequencyPenalty"), float),
        **dict.fromkeys(("candidateCount", "maxOutputTokens", "seed", "logprobs"), int),
        "stopSequences": [str],
        "responseModalities": [("TEXT", "IMAGE", "AUDIO", "MODALITY_UNSPECIFIED", "VIDEO")],
        "responseMimeType": str,
        "responseLogprobs": bool,
        "enableEnhancedCivicAnswers": bool,
        "mediaResolution": str,
        **dict.fromkeys(("responseSchema", "responseJsonSchema", "speechConfig", "routingConfig"), _ANY),
        "thinkingConfig": {"includeThoughts": bool, "thinkingBudget": int, "thinkingLevel": str},
        "imageConfig": image,
        "responseFormat": {"image": {**_IMAGE, "mimeType": str, "delivery": str}, "text": _ANY, "audio": _ANY},
    }


def _request(image: _Fields) -> _Fields:
    return {
        "model": str,
        "contents": [_CONTENT],
        "systemInstruction": _CONTENT,
        "tools": [_ANY],
        "toolConfig": _ANY,
        "safetySettings": [_SAFETY],
        "generationConfig": _generation(image),
        "cachedContent": str,
        "serviceTier": str,
        "store": bool,
        "labels": _ANY,
    }


_GEMINI, _VERTEX = _request(_IMAGE), _request(_VERTEX_IMAGE)
_TYPES = {str: "TYPE_STRING", bool: "TYPE_BOOL", int: "TYPE_INT32", float: "TYPE_FLOAT"}


class WrongField(Exception):
    """A field that Google refuses: `path` in snake case, and its own words."""

    def __init__(self, path: str, words: str) -> None:
        super().__init__(words)
        self.path = path


def read_request(value: Any, *, vertex: bool = False) -> dict[str, Any]:
    """The request with camelCase names all through. Raises WrongField."""
    if not isinstance(value, dict):
        raise WrongField("", 'Invalid value at "": Root element must be a message.')
    read: dict[str, Any] = _read_fields(value, _VERTEX if vertex else _GEMINI, "")
    return read


def camel(name: str) -> str:
    return re.sub(r"_([a-z0-9])", lambda match: match[1].upper(), name)


def _snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda match: f"_{match[0].lower()}", name)


def _read(value: Any, kind: Any, path: str) -> Any:
    if value is None or kind is _ANY:
        return value
    if isinstance(kind, list):
        # A single value is taken as a list of one, as Google's own parser does.
        items = value if isinstance(value, list) else [value]
        return [_read(item, kind[0], f"{path}[{place}]") for place, item in enumerate(items)]
    if isinstance(kind, dict):
        if not isinstance(value, dict):
            raise WrongField(path, f"Invalid value at '{path}', {_show(value)}")
        return _read_fields(value, kind, path)
    if isinstance(kind, tuple):
        return _read_choice(value, kind, path)
    return _read_plain(value, kind, path)


def _read_fields(value: Mapping[str, Any], fields: _Fields, path: str) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, inner in value.items():
        known = name if name in fields else camel(name)
        if known not in fields:
            where = f" at '{path}'" if path else ""
            raise WrongField(path, f'Invalid JSON payload received. Unknown name "{name}"{where}: Cannot find field.')
        read[known] = _read(inner, fields[known], f"{path}.{_snake(known)}".lstrip("."))
    return read


def _read_choice(value: Any, names: tuple[str, ...], path: str) -> str:
    if isinstance(value, str) and value.upper() in names:
        return value.upper()
    kind = camel(path.rpartition(".")[2].partition("[")[0])
    place = f"type.googleapis.com/google.ai.generativelanguage.v1beta.{kind[:1].upper()}{kind[1:]}"
    raise WrongField(path, f"Invalid value at '{path}' ({place}), {_show(value)}")


def _read_plain(value: Any, kind: type, path: str) -> Any:
    right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if kind is float:
        right = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if not right:
        raise WrongField(path, f"Invalid value at '{path}' ({_TYPES[kind]}), {_show(value)}")
    return value


def _show(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
