"""What models signed their pictures with, so that they find it again whichever way a picture comes back."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from pinxit.core.images import ImageRequest

_MOST = 4096
_MOST_BYTES = 64 * 2**20


class Signatures:
    """Signatures by model and picture; the least used are forgotten, beyond 4,096 of them or 64 MB. For any thread."""

    def __init__(self, most: int = _MOST, most_bytes: int = _MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._kept: OrderedDict[bytes, str] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def keep(self, model: str, data: bytes, signature: str) -> None:
        key = _digest(model, data)
        with self._lock:
            self._bytes += len(signature) - len(self._kept.pop(key, ""))
            self._kept[key] = signature
            while len(self._kept) > self._most or self._bytes > self._most_bytes:
                self._bytes -= len(self._kept.popitem(last=False)[1])

    def find(self, model: str, data: bytes) -> str | None:
        key = _digest(model, data)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def recall(self, model: str, request: ImageRequest) -> ImageRequest:
        """The request with the signatures of those of its pictures that came without and are known here."""
        if not self._kept or all(source.signature for source in request.sources):
            return request
        sources = tuple(
            source if source.signature else replace(source, signature=self.find(model, source.data))
            for source in request.sources
        )
        return replace(request, sources=sources)


def _digest(model: str, data: bytes) -> bytes:
    digest = hashlib.sha256(data)
    digest.update(model.encode())
    return digest.digest()
