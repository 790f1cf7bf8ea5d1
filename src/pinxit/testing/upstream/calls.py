"""What the stand-in was asked and how it answered."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

_LONG = 300  # characters of a text that are shown over HTTP
_MOST_BYTES = 256 * 2**20  # bodies that are kept, together


@dataclass(slots=True)
class Call:
    """One request and its fate. Nothing in it is a secret: `account` names the key that was sent, None: a wrong one."""

    number: int
    upstream: str
    """ "gemini" | "openai" | "automatic1111" | "comfyui" | "": nobody's address."""
    method: str
    path: str
    headers: dict[str, str] = field(repr=False)
    body: Any = field(default=None, repr=False)
    """JSON as values; a form as pairs of a name with a text or an Upload; else bytes."""
    account: str | None = None
    prompt: str = ""
    ways: tuple[str, ...] = ()
    """How it was told to misbehave, as texts."""
    status: int | None = None
    """None: no status was sent."""
    pictures: int = 0
    """In its answer: what a real upstream would ask money for, whether or not they arrived."""
    sent: bool = False
    """The whole answer went out, and was right as HTTP goes."""
    left: bool = False
    """The caller closed the connection before the end."""
    bytes: int = field(default=0, repr=False)

    def show(self) -> dict[str, Any]:
        """For GET /_control; long texts are cut."""
        names = ("number", "upstream", "method", "path", "headers", "account", "prompt", "ways", "status")
        shown = {name: getattr(self, name) for name in (*names, "pictures", "sent", "left")}
        return shown | {"body": _shorten(self.body)}


class CallLog:
    """The last calls, bounded in number and in bytes; the counts are of all."""

    def __init__(self, keep: int) -> None:
        self._calls: deque[Call] = deque(maxlen=keep)
        self._bytes = 0
        self.count = 0
        self.drawn = 0
        self.made = 0

    def add(self, call: Call) -> None:
        self.count += 1
        if len(self._calls) == self._calls.maxlen:
            self._bytes -= self._calls[0].bytes
        self._calls.append(call)
        self._bytes += call.bytes
        while self._bytes > _MOST_BYTES and len(self._calls) > 1:
            self._bytes -= self._calls.popleft().bytes

    def finish(self, call: Call) -> None:
        call.sent = True
        self.made += call.pictures

    def list(self) -> list[Call]:
        return list(self._calls)

    def clear(self) -> None:
        self._calls.clear()
        self._bytes = self.count = self.drawn = self.made = 0


def _shorten(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= _LONG else f"{value[:_LONG]}... ({len(value)} characters)"
    if isinstance(value, dict):
        return {str(name): _shorten(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_shorten(inner) for inner in value]
    return value if value is None or isinstance(value, bool | int | float) else repr(value)[:_LONG]
