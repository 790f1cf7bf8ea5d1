"""The OpenAPI document: it tells of every URL, and the server keeps to it whatever is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from pinxit.core.access import make_key
from pinxit.dialects.openapi import OPERATIONS, Operation
from pinxit.testing import FakeEngine, make_desk
from pinxit.web.app import build_app
from pinxit.web.desk import Desk
from pinxit.web.operations import Readiness
from pinxit.web.routes import list_routes

_SECRET, _KEY = make_key("test", is_admin=True)
# Pages for people and the document itself are no part of the API, and addresses of files are handed out whole.
_UNDOCUMENTED = {("GET", "/openapi.json"), ("GET", "/docs"), ("GET", "/docs/{asset}"), ("GET", "/files/{name}")}


@cache
def _desk() -> Desk:
    engine = FakeEngine()
    return make_desk(engine, _KEY)


@cache
def _document() -> dict[str, Any]:
    with httpx.Client(transport=_Transport(), base_url="http://pinxit") as client:
        document: dict[str, Any] = client.get("/openapi.json").json()
    return document


class _Transport(httpx.BaseTransport):
    """The application without a socket, for callers that do not wait asynchronously."""

    def __init__(self) -> None:
        self._inner = httpx.ASGITransport(build_app(_desk()), raise_app_exceptions=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        import asyncio

        async def ask() -> httpx.Response:
            body = request.read()
            answer = await self._inner.handle_async_request(
                httpx.Request(request.method, request.url, headers=request.headers, content=body)
            )
            await answer.aread()
            return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

        return asyncio.run(ask())


def _routes() -> Iterator[tuple[str, str]]:
    desk = _desk()
    for route in list_routes(desk, Readiness(desk.jobs, desk.start)):
        assert isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}:
            yield method, re.sub(r":path\}", "}", route.path)


def test_every_url_is_documented_and_nothing_else() -> None:
    told = {(operation.method, re.sub(r"\{model\}:\w+", "{name}", operation.path)) for operation in OPERATIONS}
    assert told == set(_routes()) - _UNDOCUMENTED


def test_it_is_the_version_of_openapi_that_knows_json_schema() -> None:
    document = _document()
    assert document["openapi"].startswith("3.1")
    assert document["info"]["title"] == "pinxit"


def test_every_reference_leads_somewhere() -> None:
    document = _document()
    wanted = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert wanted
    assert wanted <= set(document["components"]["schemas"])


_ALONE = [one for one in OPERATIONS if one.body and one.name != "createBatch"]  # that wants a file before


@pytest.mark.parametrize("operation", _ALONE, ids=lambda one: one.name)
def test_the_example_that_is_offered_to_try_is_answered(operation: Operation) -> None:
    content = _document()["paths"][operation.path]["post"]["requestBody"]["content"]
    examples = {parameter.name: parameter.example for parameter in operation.parameters}
    path = operation.path.format_map({**examples, "prefix": _KEY.prefix})
    with httpx.Client(transport=_Transport(), base_url="http://pinxit") as client:
        answer = client.post(path, json=content["application/json"]["example"], headers={"authorization": _SECRET})
    assert answer.status_code == 200, answer.text


def test_no_schema_invites_to_send_nulls_and_unknown_fields() -> None:
    text = json.dumps(_document())
    assert '"default": null' not in text
    assert '"additionalProperties": true' not in text


def test_fields_of_a_form_are_never_null_and_pictures_are_files() -> None:
    content = _document()["paths"]["/v1/images/edits"]["post"]["requestBody"]["content"]["multipart/form-data"]
    fields = content["schema"]["properties"]
    assert '"null"' not in json.dumps(fields)
    assert fields["n"]["type"] == "integer"
    assert fields["image"] == fields["mask"]
    assert fields["image[]"]["type"] == "array"


def test_names_of_operations_are_unique() -> None:
    names = [operation.name for operation in OPERATIONS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", ["/docs", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/start.js"])
def test_the_pages_for_people_come_from_this_server_alone(path: str) -> None:
    with httpx.Client(transport=_Transport(), base_url="http://pinxit") as client:
        answer = client.get(path)
    assert answer.status_code == 200
    assert "connect-src 'self'" in answer.headers["content-security-policy"]
    if path == "/docs":
        assert not re.search(r"https?://", answer.text)


@pytest.mark.parametrize("name", ["index.css", "..%2fVERSION", "LICENSE", "../VERSION", "x"])
def test_no_other_file_of_the_package_is_served(name: str) -> None:
    with httpx.Client(transport=_Transport(), base_url="http://pinxit") as client:
        assert client.get(f"/docs/{name}").status_code == 404
