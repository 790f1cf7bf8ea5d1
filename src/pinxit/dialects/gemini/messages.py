"""What all messages have in common: names that nobody declared, addresses, kinds of media, the usual refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel

from pinxit.core.errors import InvalidRequest
from pinxit.core.sources import Reference, read_reference
from pinxit.dialects.wire import name_path, read_object, validate

_Message = TypeVar("_Message", bound=BaseModel)
_SHOWN = 8  # unknown names that one refusal lists


def read_message(model: type[_Message], body: bytes) -> _Message:
    """A body as a message. Raises InvalidRequest, in Google's words for names that the message does not have."""
    message = validate(model, read_object(body))
    unknown = list(_find_unknown(message, ()))[:_SHOWN]
    if unknown:
        raise InvalidRequest(
            "\n".join(_describe_unknown(path, name) for path, name in unknown),
            param=name_path((*unknown[0][0], unknown[0][1])),
            code="unknown_parameter",
        )
    return message


def _find_unknown(message: BaseModel, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in message.model_extra or ():
        yield path, name
    for field in message.model_fields_set - set(message.model_extra or ()):
        value = getattr(message, field)
        if isinstance(value, BaseModel):
            yield from _find_unknown(value, (*path, field))
        elif isinstance(value, list):
            for number, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from _find_unknown(one, (*path, field, number))


def _describe_unknown(path: tuple[str | int, ...], name: str) -> str:
    where = f" at '{name_path(path)}'" if path else ""
    return f'Invalid JSON payload received. Unknown name "{name[:60]}"{where}: Cannot find field.'


def read_address(uri: str, param: str) -> Reference:
    """An address of a picture. Raises InvalidRequest for those that only Google can open."""
    if not uri.lower().lstrip().startswith(("http:", "https:", "data:")):
        raise InvalidRequest(
            f"`{param}` must be an https, http or data URL, not {uri[:60]!r}: this server keeps no uploaded files and "
            "opens no cloud storage. Send the picture itself in `inlineData`.",
            param=param,
            code="invalid_value",
        )
    return read_reference(uri, param)


def check_media(mime: str | None, param: str) -> None:
    """Raises InvalidRequest for what says of itself that it is no picture; the bytes decide which kind it is."""
    kind = (mime or "image/").strip().lower()
    if not kind.startswith("image/") and kind != "application/octet-stream":
        raise InvalidRequest(
            f"Unsupported MIME type: {kind[:60]}. `{param}` must be of a picture: image/png, image/jpeg, image/webp or "
            "image/gif.",
            param=param,
            code="invalid_value",
        )


def refuse_unable(param: str, why: str) -> InvalidRequest:
    """The usual refusal of a field that asks for what cannot be done here."""
    return InvalidRequest(f"`{param}` is not supported: {why}.", param=param, code="unsupported_value")


def list_unread(message: BaseModel, fields: Iterable[str]) -> tuple[str, ...]:
    """The names of those fields that were sent, though nothing here depends on any of them."""
    sent = [field for field in fields if getattr(message, field) not in (None, [], {})]
    return tuple(type(message).model_fields[field].alias or field for field in sent)
