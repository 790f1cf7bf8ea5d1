"""How chunks become a stream: server-sent events, or the elements of a JSON array.

Google's Python client fails at every line that is neither empty nor begins with `data: `, and its JavaScript client
drops what does not begin with `data:` and fails where the body does not end with an empty line. So there are no
comments, no names of events; the sign of life is an empty line.
"""

from __future__ import annotations

from typing import Protocol


class Framing(Protocol):
    """What stands around the chunks of one stream."""

    media_type: str
    heartbeat: bytes

    def frame(self, chunk: bytes) -> bytes:
        """A chunk of JSON as it is sent."""
        ...

    def end(self, chunk: bytes = b"") -> bytes:
        """The end of the stream, after one more chunk if there is one, for instance an error."""
        ...


class EventLines:
    """Server-sent events, as `alt=sse` asks for them."""

    media_type = "text/event-stream"
    heartbeat = b"\n\n"

    def frame(self, chunk: bytes) -> bytes:
        return b"data: " + chunk + b"\n\n"

    def end(self, chunk: bytes = b"") -> bytes:
        return self.frame(chunk) if chunk else b""


class ArrayElements:
    """One JSON array. Spaces between the elements are the sign of life."""

    media_type = "application/json"
    heartbeat = b"\n"

    def __init__(self) -> None:
        self._begun = False

    def frame(self, chunk: bytes) -> bytes:
        lead = b",\n" if self._begun else b"["
        self._begun = True
        return lead + chunk + b"\n"

    def end(self, chunk: bytes = b"") -> bytes:
        if chunk:
            return self.frame(chunk) + b"]\n"
        return b"]\n" if self._begun else b"[]\n"


def choose_framing(alt: str | None) -> Framing:
    """The framing that `alt` asks for: events for `sse`, else an array."""
    return EventLines() if alt == "sse" else ArrayElements()
