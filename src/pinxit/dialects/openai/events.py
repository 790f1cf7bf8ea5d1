"""Server-sent events of OpenAI's image streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
import pybase64

from pinxit.core.images import Background, ImageRequest, Partial, Picture, Usage
from pinxit.core.tokens import PARTIAL_TOKENS, count_input, count_picture
from pinxit.dialects.openai.writing import describe_usage, encode
from pinxit.dialects.wire import clean

HEARTBEAT = b": still at it\n\n"


@dataclass(slots=True)
class Teller:
    """Writes the events of one stream. `kind` is "image_generation" or "image_edit"; `now` is in Unix seconds."""

    kind: str
    request: ImageRequest
    size_said: str | None
    now: float
    safety_identifier: str | None = None
    _proofs: dict[int, int] = field(default_factory=dict)
    _told: int = 0

    def tell(self, event: Partial | Picture) -> Iterator[bytes]:
        """The lines of one event, the base64 as a piece of its own."""
        if isinstance(event, Partial):
            self._proofs[event.index] = self._proofs.get(event.index, 0) + 1
            body = self._describe(event, "partial_image") | {"partial_image_index": event.step}
        else:
            body = self._describe(event, "completed") | {"usage": self._count(event)}
            body["revised_prompt"] = clean(event.description)
            if self.safety_identifier is not None:
                body["safety_identifier"] = self.safety_identifier
        name = str(body["type"]).encode()
        # The base64 comes last in the object, so that it need not be joined to the rest.
        yield b"event: " + name + b"\ndata: " + orjson.dumps(body)[:-1] + b',"b64_json":"'
        yield encode(event) if isinstance(event, Picture) else pybase64.b64encode(event.data)
        yield b'"}\n\n'

    def _describe(self, event: Partial | Picture, what: str) -> dict[str, Any]:
        clear = event.transparent if isinstance(event, Picture) else False
        wanted = self.request.background is Background.TRANSPARENT
        return {
            "type": f"{self.kind}.{what}",
            "created_at": int(self.now),
            "size": self.size_said or f"{event.size.width}x{event.size.height}",
            "quality": str(self.request.quality),
            "background": "transparent" if clear or (wanted and isinstance(event, Partial)) else "opaque",
            "output_format": str(event.format),
        }

    def _count(self, picture: Picture) -> dict[str, Any]:
        """The tokens of this picture and its partials; those of the input belong to the first one that is told."""
        if picture.usage is not None:
            return describe_usage(picture.usage)
        made = count_picture(picture.size) + PARTIAL_TOKENS * self._proofs.get(picture.index, 0)
        paid = count_input(self.request.prompt, self.request.sources) if not self._told else Usage(0, 0, 0)
        self._told += 1
        return describe_usage(Usage(paid.text_tokens, paid.image_tokens, made))


def write_failure(body: bytes) -> bytes:
    """The event of an error that came after the first event; `body` is the error's usual JSON body."""
    return b'event: error\ndata: {"type":"error",' + body[1:] + b"\n\n"
