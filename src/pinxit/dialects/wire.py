"""What every dialect's messages are made of: typed models that validate, describe themselves, and refuse in our words.

The same models make the OpenAPI document, so what is documented is what is checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeVar, cast

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PROMPT

_WIDEST = 2**53


class Wire(BaseModel):
    """A JSON object as it is sent. Fields that nobody declared are kept in `model_extra`."""

    model_config = ConfigDict(extra="allow", protected_namespaces=())


class CamelWire(BaseModel):
    """A JSON object whose fields are sent in camelCase and read in snake_case too, as Google's are."""

    model_config = ConfigDict(
        extra="allow", protected_namespaces=(), alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


_Model = TypeVar("_Model", bound=BaseModel)


def _read_whole(value: object) -> object:
    """JSON has one kind of number: 2.0 is 2."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) <= _WIDEST else value


WHOLE = BeforeValidator(_read_whole)
"""Stands behind the limits of a whole number, which may be written with a point."""

Whole = Annotated[int, WHOLE]

Prompt = Annotated[str, Field(min_length=1, max_length=MAX_PROMPT, pattern=r"\S")]


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object of a body. Raises InvalidRequest with the code `invalid_json`."""
    try:
        content = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise InvalidRequest(f"The body is not valid JSON: {error}.", code="invalid_json") from None
    if not isinstance(content, dict):
        raise InvalidRequest(
            f'The body must be a JSON object like {{"model": "auto", "prompt": "a fox"}}, not {name_value(content)}.',
            code="invalid_json",
        )
    return cast("dict[str, Any]", content)


def validate(model: type[_Model], fields: Mapping[str, Any], *, strings: bool = False) -> _Model:
    """The fields as a model. Numbers in strings are refused, unless `strings` says that they come from a form.

    Raises InvalidRequest for the first field that is wrong, with its path as the param (`images[0].image_url`), and a
    message that says what would be right.
    """
    try:
        return model.model_validate_strings(fields) if strings else model.model_validate(fields, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise _translate(model, fields, first["type"], first["loc"], first["msg"]) from None


def name_value(value: object) -> str:
    """A value as a message may show it: never the insides of a list or object, since a caller decides how deep."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f"the string {value[:40]!r}"
    if isinstance(value, int | float):
        return str(value)[:40]
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return "an object"


def clean(text: str) -> str:
    """A text that JSON can carry: an engine's words, or a caller's, may hold half a surrogate pair."""
    return text.encode("utf-8", "replace").decode()


def name_path(path: Sequence[str | int]) -> str:
    """A path of keys and indices as a param: `images[0].image_url`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def refuse(param: str, expected: str, value: object) -> InvalidRequest:
    """The usual refusal of a field's value."""
    return InvalidRequest(f"`{param}` must be {expected}, not {name_value(value)}.", param=param, code="invalid_value")


def _translate(
    model: type[BaseModel], fields: Mapping[str, Any], kind: str, path: tuple[str | int, ...], text: str
) -> InvalidRequest:
    schema, known = _find_schema(model, path)
    value = _find_value(fields, known)
    param = name_path(known)
    advice = str(schema.get("description", "")).strip()
    if kind == "missing" or value is None:
        return InvalidRequest(f"`{param}` is missing. {advice}".strip(), param=param, code="missing_required_parameter")
    if isinstance(value, str) and kind == "string_too_long":
        return InvalidRequest(
            f"`{param}` has {len(value):,} characters; the limit is {schema.get('maxLength', 0):,}.",
            param=param,
            code="string_above_max_length",
        )
    if isinstance(value, str) and not value.strip() and schema.get("minLength"):
        return InvalidRequest(f"`{param}` is empty. {advice}".strip(), param=param, code="invalid_value")
    expected = _describe(schema)
    if expected is None:
        return InvalidRequest(f"`{param}`: {text}.", param=param, code="invalid_value")
    return refuse(param, expected, value)


@cache
def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _find_schema(model: type[BaseModel], path: Sequence[str | int]) -> tuple[dict[str, Any], list[str | int]]:
    """The schema of the field at a path, and the path as far as it names fields (unions add steps of their own)."""
    whole = _schema_of(model)
    found, known = whole, list[str | int]()
    for step in path:
        inner = _resolve(whole, found)
        if isinstance(step, int):
            following = inner.get("items")
        else:
            fields = inner.get("properties", {})
            following = fields.get(step, fields.get(to_camel(step)))
        if following is None:
            continue
        described = found.get("description")
        found = following if "description" in following or not described else {"description": described, **following}
        known.append(step)
    return _resolve(whole, found), known or list(path)


def _resolve(whole: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without its references and without `null` as one of several kinds."""
    outer = {key: value for key, value in schema.items() if key == "description"}
    kinds = [kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"]
    if len(kinds) == 1:
        schema = kinds[0]
    if reference := schema.get("$ref"):
        schema = whole["$defs"][reference.rsplit("/", 1)[1]]
    return {**schema, **outer}


def _find_value(fields: object, path: Sequence[str | int]) -> object:
    for step in path:
        if isinstance(fields, Mapping):
            fields = fields.get(step, fields.get(to_camel(str(step))))
        elif isinstance(fields, list) and isinstance(step, int) and step < len(fields):
            fields = fields[step]
        else:
            return None
    return fields


def _describe(schema: Mapping[str, Any]) -> str | None:
    """What a schema wants, in words; None where it is too rich for a phrase."""
    if words := schema.get("enum"):
        return _join(words)
    if "const" in schema:
        return str(schema["const"])
    kind = schema.get("type")
    if kind == "integer":
        low, high = schema.get("minimum", 0), schema.get("maximum", _WIDEST)
        return f"a whole number from {low} to {high if high < _WIDEST else '2^63 - 1'}"
    if kind == "string":
        limit = schema.get("maxLength")
        examples = [orjson.dumps(example).decode() for example in schema.get("examples", ())]
        like = f" such as {_join(examples)}" if examples else ""
        return f"a string of at most {limit} characters" if limit and not like else f"a string{like}"
    if kind == "array" and "maxItems" in schema:
        return f"a list of {schema.get('minItems', 0)} to {schema['maxItems']}"
    return {"boolean": "true or false", "array": "a list", "object": "an object", "number": "a number"}.get(str(kind))


def _join(words: Sequence[str]) -> str:
    return " or ".join(", ".join(words).rsplit(", ", 1))
