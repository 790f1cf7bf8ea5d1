"""Files and batches with the official client, against a server of their own."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import openai
import pytest

from acceptance.pictures import draw_png
from pinxit.testing import RunningServer, run_server

_PAGE = (Path(__file__).parents[2] / "docs" / "batches.md").read_text(encoding="utf-8")
_GENERATIONS: Final = "/v1/images/generations"
_OVER = {"completed", "failed", "expired", "cancelled"}


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that draws four pictures at once."""
    with run_server(tmp_path_factory.mktemp("clerk"), workers="4", uploads_room=str(8 * 2**20), grace="2") as running:
        yield running


@pytest.fixture
def client(clerk: RunningServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{clerk.url}/v1", api_key=clerk.key, max_retries=0, timeout=60) as made:
        yield made


def _line(name: object, url: str = _GENERATIONS, **body: Any) -> dict[str, Any]:
    wish = {"model": "auto", "prompt": "a fox", "size": "64x64", **body}
    return {"custom_id": str(name), "method": "POST", "url": url, "body": wish}


def _upload(client: openai.OpenAI, lines: Iterable[object]) -> str:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return client.files.create(file=("lines.jsonl", text.encode()), purpose="batch").id


def _begin(client: openai.OpenAI, lines: Iterable[object], endpoint: Any = _GENERATIONS, **more: Any) -> str:
    return client.batches.create(
        input_file_id=_upload(client, lines), endpoint=endpoint, completion_window="24h", **more
    ).id


def _finish(client: openai.OpenAI, name: str) -> openai.types.Batch:
    end = time.monotonic() + 60
    while (batch := client.batches.retrieve(name)).status not in _OVER:
        assert time.monotonic() < end, batch
        time.sleep(0.1)
    return batch


def _read(client: openai.OpenAI, file_id: str | None) -> dict[str, dict[str, Any]]:
    assert file_id is not None
    lines = [json.loads(line) for line in client.files.content(file_id).text.splitlines()]
    found = {line["custom_id"]: line for line in lines}
    assert len(found) == len(lines)
    return found


def test_a_batch_gives_every_line_the_answer_that_its_endpoint_gives(client: openai.OpenAI) -> None:
    name = _begin(client, [_line("one", seed=4), "", _line("two", n=2, safety_identifier="anna")], metadata={"a": "b"})
    batch = _finish(client, name)
    answers = _read(client, batch.output_file_id)
    asked = client.images.generate(model="auto", prompt="a fox", size="64x64", extra_body={"seed": 4}).model_dump(
        mode="json", exclude={"created"}, exclude_unset=True
    )
    body = answers["one"]["response"]["body"]
    assert {key: value for key, value in body.items() if key != "created"} == asked
    assert body["created"] == pytest.approx(time.time(), abs=120)
    assert len(answers["two"]["response"]["body"]["data"]) == 2
    assert answers["two"]["response"]["body"]["safety_identifier"] == "anna"
    assert set(answers["one"]) == {"id", "custom_id", "response", "error"}
    assert answers["one"]["id"].startswith("batch_req_")
    assert answers["one"]["error"] is None
    assert answers["one"]["response"]["status_code"] == 200
    assert batch.status == "completed"
    assert batch.error_file_id is None
    assert batch.metadata == {"a": "b"}
    assert batch.request_counts is not None
    assert batch.request_counts.model_dump() == {"total": 2, "completed": 2, "failed": 0}
    usages = [answer["response"]["body"]["usage"] for answer in answers.values()]
    assert batch.usage is not None
    assert batch.usage.input_tokens == sum(usage["input_tokens"] for usage in usages) > 0
    assert batch.usage.output_tokens == sum(usage["output_tokens"] for usage in usages)
    assert batch.usage.total_tokens == batch.usage.input_tokens + batch.usage.output_tokens
    times = [batch.created_at, batch.in_progress_at, batch.finalizing_at, batch.completed_at]
    assert sorted(when or 0 for when in times) == times
    assert (batch.expires_at or 0) - batch.created_at == 86_400


def test_what_is_refused_or_fails_stands_in_the_error_file(client: openai.OpenAI) -> None:
    lines = [
        _line("good"),
        _line("many", n=99),
        _line("nobody", model="nope"),
        _line("broken", prompt="[break]"),
        _line("blocked", prompt="[block]"),
        _line("streamed", stream=True),
    ]
    batch = _finish(client, _begin(client, lines))
    failed = _read(client, batch.error_file_id)
    told = {name: (line["response"]["status_code"], line["error"]) for name, line in failed.items()}
    assert told == {
        "many": (400, None),
        "nobody": (404, None),
        "broken": (500, None),
        "blocked": (400, None),
        "streamed": (400, None),
    }
    assert failed["many"]["response"]["body"]["error"]["param"] == "n"
    assert set(_read(client, batch.output_file_id)) == {"good"}
    assert batch.status == "completed"
    assert batch.request_counts is not None
    assert batch.request_counts.model_dump() == {"total": 6, "completed": 1, "failed": 5}


def test_a_file_with_bad_lines_is_refused_whole_and_each_of_them_is_named(client: openai.OpenAI) -> None:
    lines: list[object] = [
        _line("a"),
        "{",
        "[1]",
        _line("a"),
        _line("c", url="/v1/images/edits"),
        {**_line("d"), "method": "GET"},
        {"custom_id": "e", "method": "POST", "url": _GENERATIONS},
        {**_line("f"), "custom_id": 5},
        {**_line("g"), "body": "x"},
        _line("h"),
    ]
    batch = _finish(client, _begin(client, lines))
    assert batch.status == "failed"
    assert batch.failed_at
    assert batch.errors is not None
    found = [(error.line, error.code, error.param) for error in batch.errors.data or ()]
    assert found == [
        (2, "invalid_json_line", None),
        (3, "invalid_json_line", None),
        (4, "duplicate_custom_id", "custom_id"),
        (5, "url_mismatch", "url"),
        (6, "invalid_method", "method"),
        (7, "missing_required_parameter", "body"),
        (8, "invalid_value", "custom_id"),
        (9, "invalid_value", "body"),
    ]
    assert (batch.output_file_id, batch.error_file_id) == (None, None)


def test_an_empty_file_is_refused(client: openai.OpenAI) -> None:
    batch = _finish(client, _begin(client, ["", "  "]))
    assert batch.status == "failed"
    assert [error.code for error in (batch.errors and batch.errors.data) or ()] == ["empty_file"]


def test_a_cancelled_batch_gives_out_what_was_drawn_and_names_the_rest(client: openai.OpenAI) -> None:
    name = _begin(client, [_line(n, prompt=f"{n} [wait 0.5]") for n in range(40)])
    end = time.monotonic() + 30
    while not ((counts := client.batches.retrieve(name).request_counts) and counts.completed):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert client.batches.cancel(name).status == "cancelling"
    batch = _finish(client, name)
    assert batch.status == "cancelled"
    assert batch.cancelled_at
    made, rest = _read(client, batch.output_file_id), _read(client, batch.error_file_id)
    assert set(made) | set(rest) == {str(n) for n in range(40)}
    assert not set(made) & set(rest)
    assert 1 <= len(made) < 40
    assert {line["error"]["code"] for line in rest.values()} == {"batch_cancelled"}
    assert all(line["response"] is None for line in rest.values())
    assert client.batches.cancel(name).status == "cancelled"


def test_a_batch_that_is_over_cannot_be_cancelled(client: openai.OpenAI) -> None:
    name = _finish(client, _begin(client, [_line("a")])).id
    with pytest.raises(openai.BadRequestError) as refusal:
        client.batches.cancel(name)
    assert refusal.value.code == "batch_over"


def test_edits_and_chats_come_in_batches_too(client: openai.OpenAI) -> None:
    picture = client.files.create(file=("fox.png", draw_png()), purpose="vision").id
    edit = _line("edit", "/v1/images/edits", images=[{"file_id": picture}])
    batch = _finish(client, _begin(client, [edit], "/v1/images/edits"))
    body = _read(client, batch.output_file_id)["edit"]["response"]["body"]
    assert body["usage"]["input_tokens_details"]["image_tokens"] == 258
    talk = {"model": "auto", "messages": [{"role": "user", "content": "a fox"}]}
    chat = {"custom_id": "chat", "method": "POST", "url": "/v1/chat/completions", "body": talk}
    batch = _finish(client, _begin(client, [chat], "/v1/chat/completions"))
    body = _read(client, batch.output_file_id)["chat"]["response"]["body"]
    assert openai.types.chat.ChatCompletion.model_validate(body).choices[0].message.content


def test_addresses_of_a_batch_lead_to_its_pictures(client: openai.OpenAI) -> None:
    batch = _finish(client, _begin(client, [_line("a", response_format="url")]))
    url = _read(client, batch.output_file_id)["a"]["response"]["body"]["data"][0]["url"]
    assert httpx.get(url).content.startswith(b"\x89PNG")


def test_batches_are_listed_page_by_page_newest_first(client: openai.OpenAI) -> None:
    file = _upload(client, [_line("a")])
    made = [
        client.batches.create(input_file_id=file, endpoint=_GENERATIONS, completion_window="24h").id for _ in range(5)
    ]
    page = client.batches.list(limit=2)
    assert [batch.id for batch in page.data] == made[:-3:-1]
    listed = [batch.id for batch in client.batches.list(limit=2)]
    assert listed[:5] == made[::-1]
    assert len(listed) == len(set(listed))
    for name in made:
        _finish(client, name)


def test_a_batch_that_is_sent_again_is_begun_once(client: openai.OpenAI) -> None:
    file = _upload(client, [_line("a")])
    wish: dict[str, Any] = {"input_file_id": file, "endpoint": _GENERATIONS, "completion_window": "24h"}
    first = client.batches.create(**wish)
    again = client.batches.create(**wish, extra_headers={"x-stainless-retry-count": "1"})
    other = client.batches.create(**wish)
    assert again.id == first.id != other.id
    named = [client.batches.create(**wish, extra_headers={"idempotency-key": "mine"}).id for _ in range(2)]
    assert named[0] == named[1]
    with pytest.raises(openai.UnprocessableEntityError):
        client.batches.create(**wish, metadata={"other": "terms"}, extra_headers={"idempotency-key": "mine"})
    for name in {first.id, other.id, named[0]}:
        _finish(client, name)


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"input_file_id": "file-1"}, "input_file_id"),
        ({"endpoint": "/v1/embeddings"}, "endpoint"),
        ({"completion_window": "1h"}, "completion_window"),
        ({"metadata": {"a": "x" * 513}}, "metadata"),
        ({"metadata": {f"{n}": "" for n in range(17)}}, "metadata"),
        ({"metadata": {"x" * 65: ""}}, "metadata"),
        ({"output_expires_after": {"anchor": "created_at", "seconds": 1}}, "output_expires_after.seconds"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_batch_that_cannot_be_begun_is_refused_by_the_field(
    client: openai.OpenAI, change: dict[str, Any], param: str
) -> None:
    wish: dict[str, Any] = {"input_file_id": _upload(client, [_line("a")]), "endpoint": _GENERATIONS}
    with pytest.raises(openai.BadRequestError) as refusal:
        client.batches.create(**{**wish, "completion_window": "24h", **change})
    assert refusal.value.param == param


def test_a_picture_is_no_input_of_a_batch(client: openai.OpenAI) -> None:
    picture = client.files.create(file=("fox.png", draw_png()), purpose="vision").id
    with pytest.raises(openai.BadRequestError, match="purpose"):
        client.batches.create(input_file_id=picture, endpoint=_GENERATIONS, completion_window="24h")


def test_the_documented_page_works_as_it_stands(client: openai.OpenAI) -> None:
    names: dict[str, Any] = {"client": client}
    for code in _PAGE.split("```python\n")[1:]:
        exec(code.partition("```")[0], names)  # noqa: S102  (our own page)
    assert set(names["pictures"]) == {"fox", "owl"}
    assert base64.b64decode(names["pictures"]["owl"]).startswith(b"\x89PNG")
    assert names["edited"]["data"][0]["b64_json"]
