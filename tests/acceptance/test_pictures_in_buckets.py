"""A server whose pictures are in a bucket: addresses lead there, and a bucket that is away costs nobody anything."""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest

from acceptance.pictures import draw_png, look_at
from buckets import WRITER, BucketServer
from pinxit.testing import RunningServer, run_server
from strange_stores import StrangeStore, run_strange_store

_LONGEST = 30.0  # seconds in which an answer comes on a loaded machine while the bucket is away


@pytest.fixture(scope="module")
def front(bucket_server: BucketServer) -> Iterator[StrangeStore]:
    with run_strange_store(bucket_server.port) as store:
        yield store


@pytest.fixture(scope="module")
def house(
    front: StrangeStore, bucket_server: BucketServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in WRITER.items():
            patch.setenv(name, value)
        place = bucket_server.name_place(port=front.port)
        with run_server(tmp_path_factory.mktemp("house"), files=place, grace="2") as running:
            yield running


@pytest.fixture
def client(house: RunningServer, front: StrangeStore) -> Iterator[openai.OpenAI]:
    front.behave("pass")
    with openai.OpenAI(base_url=f"{house.url}/v1", api_key=house.key, max_retries=0, timeout=60) as made:
        _wait_until_it_works(made)
        yield made
    front.behave("pass")


def _wait_until_it_works(client: openai.OpenAI) -> None:
    """The server may know from the test before that its bucket is away; it finds out soon that it is back."""
    deadline = time.monotonic() + _LONGEST
    while True:
        try:
            _ask(client)
            return
        except openai.InternalServerError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def _ask(client: openai.OpenAI, **wishes: str) -> str:
    """The address of a picture that was never made before: what is known to be kept is not sent again."""
    body = {"response_format": "url", **wishes}
    made = client.images.generate(model="auto", prompt=uuid.uuid4().hex, extra_body=body)
    assert made.data
    return made.data[0].url or ""


def _wait_for(house: RunningServer, job: str) -> dict[str, Any]:
    """The job once it is over."""
    deadline = time.monotonic() + _LONGEST
    while True:
        address = f"{house.url}/v1/images/jobs/{job}"
        found: dict[str, Any] = httpx.get(address, headers={"authorization": f"Bearer {house.key}"}).json()
        if found["status"] not in {"queued", "running"}:
            return found
        assert time.monotonic() < deadline, found
        time.sleep(0.1)


def _list_outcomes(house: RunningServer) -> list[str]:
    """What the ledger says, one word for each line."""
    with sqlite3.connect(f"file:{house.data / 'pinxit.db'}?mode=ro", uri=True) as database:
        return [outcome for (outcome,) in database.execute("SELECT outcome FROM ledger ORDER BY number")]


def test_an_address_leads_to_the_bucket_and_opens_the_picture(client: openai.OpenAI, house: RunningServer) -> None:
    address = _ask(client)
    assert address.startswith(house.url)
    first = httpx.get(address)
    assert first.status_code == 307
    assert first.headers["referrer-policy"] == "no-referrer"
    seconds = int(first.headers["cache-control"].removeprefix("private, max-age="))
    assert 0 < seconds <= 240, "a cache must not remember an address for longer than it is good for"
    assert "X-Amz-Expires=300" in first.headers["location"]
    whole = httpx.get(address, follow_redirects=True)
    assert whole.headers["content-type"] == "image/png"
    assert look_at(whole.content).size == (1024, 1024)


def test_parts_and_heads_and_known_pictures_work_through_the_redirect(client: openai.OpenAI) -> None:
    address = _ask(client)
    whole = httpx.get(address, follow_redirects=True).content
    part = httpx.get(address, follow_redirects=True, headers={"range": "bytes=8-15"})
    assert (part.status_code, part.content) == (206, whole[8:16])
    head = httpx.head(address)
    assert (head.status_code, int(head.headers["content-length"])) == (200, len(whole))
    assert httpx.get(address, headers={"if-none-match": head.headers["etag"]}).status_code == 304


def test_a_picture_that_a_caller_knows_is_answered_without_the_bucket(
    client: openai.OpenAI, front: StrangeStore
) -> None:
    address = _ask(client)
    tag = httpx.head(address).headers["etag"]
    front.behave("500 InternalError")
    assert httpx.get(address, headers={"if-none-match": f'W/{tag}, "x"'}).status_code == 304
    assert front.asked == 0


def test_a_drawing_is_saved_and_not_opened_as_a_page_of_the_bucket(client: openai.OpenAI) -> None:
    answer = httpx.get(_ask(client, output_format="svg"), follow_redirects=True)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_changed_address_leads_nowhere(client: openai.OpenAI) -> None:
    address = _ask(client)
    assert httpx.get(address + "x").status_code == 404
    assert httpx.get(address.partition("?")[0]).status_code == 404


def test_pictures_that_are_brought_along_come_back_from_the_bucket(client: openai.OpenAI, house: RunningServer) -> None:
    """A detached job reads its sources from there when its turn comes."""
    headers = {"authorization": f"Bearer {house.key}", "prefer": "respond-async"}
    form = {"prompt": "blue", "model": "auto"}
    answer = httpx.post(f"{house.url}/v1/images/edits", data=form, files={"image": draw_png()}, headers=headers)
    assert answer.status_code == 202, answer.text
    job = _wait_for(house, answer.json()["id"])
    assert job["status"] == "completed", job


@pytest.mark.parametrize(("mode", "form"), [("500 InternalError", "url"), ("hang", "b64_json"), ("reset", "url")])
def test_a_bucket_that_is_away_is_told_in_time_and_nothing_is_charged(
    client: openai.OpenAI, front: StrangeStore, house: RunningServer, mode: str, form: str
) -> None:
    made = _list_outcomes(house).count("made")
    front.behave(mode)
    begun = time.monotonic()
    with pytest.raises(openai.InternalServerError) as refusal:
        _ask(client, response_format=form)
    assert time.monotonic() - begun < _LONGEST
    assert refusal.value.status_code == 503
    assert refusal.value.code == "storage_unavailable"
    assert "cannot be reached for now" in refusal.value.message
    assert _list_outcomes(house).count("made") == made
    front.behave("pass")
    _wait_until_it_works(client)
    assert _list_outcomes(house).count("made") == made + 1


def test_a_job_that_nobody_holds_a_connection_for_waits_until_the_bucket_is_back(
    client: openai.OpenAI, front: StrangeStore, house: RunningServer
) -> None:
    made = _list_outcomes(house).count("made")
    front.behave("500 InternalError")
    headers = {"authorization": f"Bearer {house.key}", "prefer": "respond-async"}
    body = {"model": "auto", "prompt": uuid.uuid4().hex}
    job = httpx.post(f"{house.url}/v1/images/generations", json=body, headers=headers).json()["id"]
    time.sleep(6)  # longer than callers who hold a connection wait
    assert httpx.get(f"{house.url}/v1/images/jobs/{job}", headers=headers).json()["status"] == "running"
    front.behave("pass")
    assert _wait_for(house, job)["status"] == "completed"
    assert _list_outcomes(house).count("made") == made + 1


def test_what_the_bucket_refuses_for_good_is_told_as_such(
    client: openai.OpenAI, front: StrangeStore, house: RunningServer
) -> None:
    made = _list_outcomes(house).count("made")
    front.behave("403 AccessDenied")
    with pytest.raises(openai.InternalServerError, match="policy") as refusal:
        _ask(client)
    assert (refusal.value.status_code, refusal.value.code) == (500, "storage_failed")
    assert _list_outcomes(house).count("made") == made
    assert WRITER["AWS_SECRET_ACCESS_KEY"] not in house.log.read_text(encoding="utf-8")


def test_an_address_says_so_while_the_bucket_is_away_and_opens_when_it_is_back(
    client: openai.OpenAI, front: StrangeStore
) -> None:
    address = _ask(client)
    front.behave("500 InternalError")
    answer = httpx.get(address, timeout=_LONGEST)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "storage_unavailable")
    front.behave("pass")
    _wait_until_it_works(client)
    assert look_at(httpx.get(address, follow_redirects=True).content)
