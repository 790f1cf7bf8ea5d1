"""`response_format` url: addresses that open one picture, for a while, and survive a restart of the server."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from acceptance.pictures import draw_png, look_at
from pinxit.assembly import assemble
from pinxit.settings import Settings
from pinxit.testing import RunningServer, run_server


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("addresses")) as running:
        yield running


@pytest.fixture(scope="module")
def client(house: RunningServer) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{house.url}/v1", api_key=house.key)


def _ask(client: openai.OpenAI, **fields: Any) -> str:
    made = client.images.generate(**{"model": "gpt-image-2", "prompt": "a fox", "response_format": "url", **fields})
    assert made.data
    assert made.data[0].b64_json is None
    assert made.data[0].revised_prompt
    return made.data[0].url or ""


def test_every_picture_of_an_answer_has_an_address_that_opens_it_without_a_key(client: openai.OpenAI) -> None:
    made = client.images.generate(model="auto", prompt="x", n=3, size="16:9", response_format="url")
    addresses = [entry.url or "" for entry in made.data or ()]
    assert len(set(addresses)) == 3
    for address in addresses:
        assert look_at(httpx.get(address).content).size == (1344, 768)


def test_edits_and_variations_have_addresses_too(client: openai.OpenAI) -> None:
    made = client.images.edit(image=draw_png(), prompt="blue", model="auto", extra_body={"response_format": "url"})
    assert made.data
    assert look_at(httpx.get(made.data[0].url or "").content)
    with pytest.warns(DeprecationWarning, match="deprecated"):
        varied = client.images.create_variation(image=draw_png(), response_format="url")
    assert varied.data
    assert look_at(httpx.get(varied.data[0].url or "").content)


def test_openais_older_models_give_addresses_unless_told(client: openai.OpenAI) -> None:
    made = client.images.generate(model="dall-e-3", prompt="x")
    assert made.data
    assert made.data[0].url
    made = client.images.generate(model="dall-e-3", prompt="x", response_format="b64_json")
    assert made.data
    assert made.data[0].b64_json


def test_a_picture_may_be_fetched_in_parts_and_asked_for_again(client: openai.OpenAI) -> None:
    address = _ask(client)
    whole = httpx.get(address)
    part = httpx.get(address, headers={"range": "bytes=8-15"})
    assert (part.status_code, part.content) == (206, whole.content[8:16])
    tag = whole.headers["etag"]
    assert httpx.get(address, headers={"if-none-match": f'"x", W/{tag}'}).status_code == 304
    assert httpx.get(address, headers={"range": "bytes=8-15", "if-range": tag}).status_code == 206
    assert httpx.get(address, headers={"range": "bytes=8-15", "if-range": '"x"'}).status_code == 200
    assert httpx.head(address).headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        ("webp", "image/webp"),
        ("gif", "image/gif"),
        ("svg", "image/svg+xml"),
    ],
)
def test_a_picture_is_served_as_what_it_is_and_may_do_nothing(client: openai.OpenAI, kind: Any, media: str) -> None:
    headers = httpx.get(_ask(client, output_format=kind)).headers
    assert headers["content-type"] == media
    assert headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert re.fullmatch(r'inline; filename="\w{12}\.\w+"', headers["content-disposition"])
    assert "private" in headers["cache-control"]


def test_a_changed_address_opens_nothing_and_tells_nothing(client: openai.OpenAI, house: RunningServer) -> None:
    address = _ask(client)
    path, _, ticket = address.partition("?")
    name = path.rpartition("/")[2]
    wrong = [
        path,
        f"{path}?{ticket}x",
        path.replace(name, "0" * 64 + ".png") + f"?{ticket}",
        path.replace(name, "keys.json") + f"?{ticket}",
        re.sub(r"expires=\d+", "expires=9999999999", address),
    ]
    answers = {httpx.get(one).json()["error"]["message"] for one in wrong}
    assert len(answers) == 1, answers


def test_a_stream_carries_its_pictures_and_gives_no_addresses(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as refusal:
        client.images.generate(model="auto", prompt="x", stream=True, response_format="url")
    assert refusal.value.param == "response_format"


def test_addresses_begin_as_the_operator_says_and_outlive_the_server(tmp_path: Path) -> None:
    with run_server(tmp_path, public_url="https://pictures.example/pinxit/") as first:
        client = openai.OpenAI(base_url=f"{first.url}/v1", api_key=first.key)
        address = _ask(client)
        key = first.key
    assert address.startswith("https://pictures.example/pinxit/files/")
    assert key not in address
    # A second start makes no key, so its greeting is shorter than the double waits for.
    query = address.partition("/files/")[2]
    app = assemble(Settings(data=tmp_path, engines=("pinxit.testing:FakeEngine",)))

    async def fetch() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://other") as second:
            return await second.get(f"/files/{query}")

    assert look_at(asyncio.run(fetch()).content)


def test_predictions_end_in_addresses_unless_base64_is_asked_for(house: RunningServer) -> None:
    body = {"prompt": "a fox", "enable_sync_mode": True, "n": 2}
    path = f"{house.url}/api/v3/google/auto/text-to-image"
    headers = {"authorization": house.key}
    outputs = httpx.post(path, json=body, headers=headers).json()["data"]["outputs"]
    assert [look_at(httpx.get(output).content).size for output in outputs] == [(1024, 1024)] * 2
    for wish in ({"enable_base64_output": True}, {"response_format": "b64_json"}):
        outputs = httpx.post(path, json=body | wish, headers=headers).json()["data"]["outputs"]
        assert all(output.startswith("data:image/png;base64,") for output in outputs)
