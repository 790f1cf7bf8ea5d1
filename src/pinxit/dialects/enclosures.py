"""Pictures as data URLs inside a JSON body that is sent in pieces, so that megabytes of base64 are never joined."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator

import orjson

from pinxit.core.images import Picture
from pinxit.dialects.openai.writing import Answer, encode


class Enclosures:
    """Stand-ins for data URLs. Put what `enclose` gives anywhere into an object, then write that with `seal`."""

    def __init__(self) -> None:
        # A caller cannot foretell it, so no text of theirs can be taken for a picture.
        self._mark = secrets.token_hex(12)
        self._pictures: list[Picture] = []

    def enclose(self, picture: Picture) -> str:
        """The data URL of a picture, with a mark in the place of its base64."""
        self._pictures.append(picture)
        return f"data:{picture.format.mime};base64,{self._mark}{len(self._pictures) - 1}."

    def seal(self, content: object) -> Answer:
        """The JSON of `content` with every picture in its place."""
        parts = re.split(rf"{self._mark}(\d+)\.".encode(), orjson.dumps(content))
        texts, shown = parts[::2], [self._pictures[int(number)] for number in parts[1::2]]
        length = sum(map(len, texts)) + sum(4 * -(-len(picture.data) // 3) for picture in shown)

        def pieces() -> Iterator[bytes]:
            yield texts[0]
            for picture, text in zip(shown, texts[1:], strict=True):
                yield encode(picture)  # here and not earlier: one picture in base64 at a time
                yield text

        return Answer(length, pieces())
