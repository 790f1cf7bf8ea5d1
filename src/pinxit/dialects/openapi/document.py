"""Operations and models to an OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import orjson
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from pinxit.dialects.openapi.admin import ADMIN
from pinxit.dialects.openapi.examples import BODIES, OTHERS
from pinxit.dialects.openapi.filing import FILING
from pinxit.dialects.openapi.google import GOOGLE
from pinxit.dialects.openapi.jobs import JOBS
from pinxit.dialects.openapi.openai import AZURE, OPENAI, OWN
from pinxit.dialects.openapi.operations import Operation, Parameter
from pinxit.dialects.openapi.webhooks import WEBHOOKS

_REFERENCE = "#/components/schemas/{model}"
_FILE = {"type": "string", "contentMediaType": "application/octet-stream"}
_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "`Authorization: Bearer KEY`, or the bare key."},
    "google": {"type": "apiKey", "in": "header", "name": "x-goog-api-key"},
    "google-query": {"type": "apiKey", "in": "query", "name": "key"},
    "azure": {"type": "apiKey", "in": "header", "name": "api-key"},
    "plain": {"type": "apiKey", "in": "header", "name": "x-api-key"},
}
_HEADERS = {
    "x-request-id": {"description": "The request's id; also in the server's log.", "schema": {"type": "string"}},
}


OPERATIONS = (*OPENAI, *JOBS, *AZURE, *GOOGLE, *ADMIN, *OWN, *WEBHOOKS, *FILING)
"""All of them; a test holds them equal to the server's routes."""


@cache
def write_document(version: str) -> bytes:
    """The document as JSON. `version` is pinxit's own."""
    schemas, references = _describe_models(OPERATIONS)
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        described = _describe_operation(operation, references, schemas)
        paths.setdefault(operation.path, {})[operation.method.lower()] = described
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": "pinxit",
            "version": version,
            "description": "Pictures from words, in the dialects of OpenAI, Google and GPTProto.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": name} for name in dict.fromkeys(operation.tag for operation in OPERATIONS)],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": _SECURITY},
        "security": [{name: []} for name in _SECURITY],
    }
    return orjson.dumps(document)


_References = dict[Any, dict[str, Any]]  # by model and mode


def _describe_models(operations: Iterable[Operation]) -> tuple[dict[str, Any], _References]:
    """All models' schemas by name, and the reference to each as something that is sent or that is answered."""
    wanted: dict[tuple[type[BaseModel], Any], None] = {}
    for operation in operations:
        wanted |= {(model, "validation"): None for model in (operation.body, operation.form) if model}
        wanted |= {(model, "serialization"): None for model in _answers(operation)}
    references, definitions = models_json_schema(list(wanted), by_alias=True, ref_template=_REFERENCE)
    return {name: _tidy(schema) for name, schema in definitions.get("$defs", {}).items()}, dict(references)


def _tidy(schema: Any) -> Any:
    """A schema without what goes without saying, of which readers make examples full of nulls and unknown fields."""
    if isinstance(schema, list):
        return [_tidy(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    empty = (("default", None), ("additionalProperties", True))
    return {name: _tidy(inner) for name, inner in schema.items() if (name, inner) not in empty}


def _answers(operation: Operation) -> Iterator[type[BaseModel]]:
    yield operation.answer
    yield operation.refusal
    others = (operation.other, operation.other_refusal, operation.accepted)
    yield from (model for model in others if model is not None)
    yield from operation.events


def _describe_operation(operation: Operation, references: _References, schemas: dict[str, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "parameters": [_describe_parameter(parameter) for parameter in operation.parameters],
        "responses": _describe_responses(operation, references),
    }
    content: dict[str, Any] = {}
    if operation.body is not None:
        body = {"schema": references[operation.body, "validation"]}
        content["application/json"] = body | {"example": OTHERS.get(operation.name, BODIES[operation.body])}
    if operation.form is not None:
        schema = _describe_form(schemas[_name(references[operation.form, "validation"])], operation.files)
        content["multipart/form-data"] = {"schema": schema}
    if content:
        described["requestBody"] = {"required": True, "content": content}
    if operation.is_open:
        described["security"] = []
    return described


def _describe_form(schema: dict[str, Any], files: Sequence[str]) -> dict[str, Any]:
    """The schema of a form: its model's fields, which have no null there, with files where they belong."""
    fields = {name: _describe_text(field) for name, field in schema["properties"].items()}
    for name in files:
        fields.pop(name.removesuffix("[]") + "s", None)
        several = name.endswith("[]")
        fields[name] = {"type": "array", "items": {**_FILE, "format": "binary"}, "maxItems": 16} if several else _FILE
    return {**schema, "properties": fields}


def _describe_text(field: dict[str, Any]) -> dict[str, Any]:
    kinds = [kind for kind in field.get("anyOf", ()) if kind.get("type") != "null"]
    told = {name: value for name, value in field.items() if name not in {"anyOf", "default"}}
    return {**(kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {}), **told}


def _describe_responses(operation: Operation, references: _References) -> dict[str, Any]:
    answer = _either(references, operation.answer, operation.other)
    if operation.listed:
        answer = {"type": "array", "items": answer}
    success: dict[str, Any] = {"application/json": {"schema": answer}}
    if operation.is_raw:
        success = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    if operation.sheet:
        success["text/csv"] = {"schema": {"type": "string"}}
    if operation.events:
        events = [references[model, "serialization"] for model in operation.events]
        success["text/event-stream"] = {"schema": _describe_event({"anyOf": events}, operation.last_event)}
    responses: dict[str, Any] = {
        "200": {"description": "Done.", "headers": _HEADERS, "content": success},
    }
    if operation.accepted is not None:
        job = {"application/json": {"schema": references[operation.accepted, "serialization"]}}
        responses["202"] = {"description": "A job, which goes on by itself.", "headers": _HEADERS, "content": job}
    if operation.nothing is not None:
        responses["204"] = {"description": operation.nothing, "headers": _HEADERS}
    refused = {"application/json": {"schema": _either(references, operation.refusal, operation.other_refusal)}}
    for status, words in operation.refusals.items():
        responses[str(status)] = {"description": words, "headers": _HEADERS, "content": refused}
    return responses


def _describe_event(data: dict[str, Any], last: str | None) -> dict[str, Any]:
    """One server-sent event, described as OpenAPI 3.2 does: its fields, with JSON inside `data`, but for the last."""
    inner: dict[str, Any] = {"type": "string", "contentMediaType": "application/json", "contentSchema": data}
    if last is not None:
        inner = {"anyOf": [{"const": last}, inner]}
    return {"type": "object", "properties": {"event": {"type": "string"}, "data": inner}, "required": ["data"]}


def _either(references: _References, model: type[BaseModel], other: type[BaseModel] | None) -> dict[str, Any]:
    one = references[model, "serialization"]
    return one if other is None else {"anyOf": [one, references[other, "serialization"]]}


def _describe_parameter(parameter: Parameter) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.place == "path",
        "schema": parameter.schema,
        "description": parameter.words,
    }
    if parameter.example is not None:
        described["example"] = parameter.example
    return described


def _name(reference: dict[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]
