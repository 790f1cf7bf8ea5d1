"""One service that is asked over HTTP: the stand-in, or the real one where somebody lent a key; and what both must say.

A shape is what is asserted of a JSON answer: a type, a value, a list of one shape for all its elements, or a mapping
whose keys are there, each with its shape. More than the shape says may be in the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest

Shape = Any


@dataclass(frozen=True)
class Service:
    """Where it is, and by which header it is told the key."""

    name: str
    url: str
    header: str
    key: str = field(repr=False)
    scheme: str = ""

    def ask(self, method: str, path: str, body: object = None, *, key: str | None = None) -> httpx2.Response:
        """Ask it, with another key where one is given; an empty one sends none."""
        shown = self.key if key is None else key
        headers = {self.header: self.scheme + shown} if shown else {}
        return httpx2.request(method, self.url + path, json=body, headers=headers, timeout=120)


def require(variable: str, environment: Mapping[str, str], what: str = "a key of it") -> str:
    """The value of a variable. Skips the test where there is none."""
    value = environment.get(variable, "").strip()
    if not value:
        pytest.skip(f"asks the real service: set {variable} to {what} for that")
    return value


@dataclass(frozen=True)
class Probe:
    """A question that costs nothing, the status of its answer, and the answer's shape."""

    name: str
    method: str
    path: str
    status: int | Sequence[int]
    shape: Shape
    body: object = None
    key: str | None = None

    def check(self, service: Service) -> Any:
        """Ask, and compare. The answer's JSON."""
        answer = service.ask(self.method, self.path, self.body, key=self.key)
        allowed = [self.status] if isinstance(self.status, int) else self.status
        assert answer.status_code in allowed, f"{service.name}: HTTP {answer.status_code} {answer.text[:400]}"
        assert answer.headers["content-type"].startswith("application/json")
        content = answer.json()
        assert list(find_differences(self.shape, content)) == [], f"{service.name}: {answer.text[:400]}"
        return content


def find_differences(shape: Shape, value: Any, place: str = "answer") -> Iterator[str]:
    """Where a value is not of the shape."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{place} is {type(value).__name__}, not an object"
            return
        for key, inner in shape.items():
            if key not in value:
                yield f"{place} has no {key}"
            else:
                yield from find_differences(inner, value[key], f"{place}.{key}")
    elif isinstance(shape, list):
        if not isinstance(value, list) or not value:
            yield f"{place} is no list with something in it"
            return
        for number, each in enumerate(value):
            yield from find_differences(shape[0], each, f"{place}[{number}]")
    elif isinstance(shape, type):
        if not isinstance(value, shape) or (isinstance(value, bool) and shape is not bool):
            yield f"{place} is {type(value).__name__}, not {shape.__name__}"
    elif value != shape:
        yield f"{place} is {value!r}, not {shape!r}"


def find_inventions(standing: Any, real: Any, place: str = "answer") -> Iterator[str]:
    """What a stand-in says that the real service does not, or of another type: its keys, never its values."""
    if isinstance(standing, dict) and isinstance(real, dict):
        for key, inner in standing.items():
            if key not in real:
                yield f"{place}.{key} is the stand-in's own invention"
            else:
                yield from find_inventions(inner, real[key], f"{place}.{key}")
    elif isinstance(standing, list) and isinstance(real, list):
        if standing and real:
            yield from find_inventions(standing[0], real[0], f"{place}[]")
    elif type(standing) is not type(real):
        yield f"{place} is {type(standing).__name__} here and {type(real).__name__} there"
