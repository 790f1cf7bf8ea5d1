"""Google's own client for Python has interactions drawn in the background, fetches, continues and stops them."""

from __future__ import annotations

import asyncio
import base64
import io
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from PIL import Image

from acceptance.restarts import start_again
from network.receivers import Receiver
from pinxit.testing import RunningServer, run_server

genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")

_MODEL = "gemini-2.5-flash-image"
_OVER = {"completed", "failed", "cancelled"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("interactions"), workers="2", fetch_allow="127.0.0.1") as running:
        yield running


@pytest.fixture
def talks(server: RunningServer) -> Iterator[Any]:
    """The client's interactions."""
    with _talk(server) as made:
        yield made


@contextmanager
def _talk(server: RunningServer) -> Iterator[Any]:
    options = genai.types.HttpOptions(base_url=server.url)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the client calls interactions experimental
        with genai.Client(api_key=server.key, http_options=options) as client:
            yield client.interactions


def _await_end(talks: Any, name: str) -> Any:
    for _ in range(400):
        told = talks.get(name)
        if told.status in _OVER:
            return told
        time.sleep(0.05)
    raise AssertionError("the interaction does not end")


@contextmanager
def _refused(status: int, words: str = "") -> Iterator[None]:
    with pytest.raises(Exception) as refusal:  # noqa: PT011  (the class lives in a private module of the client)
        yield
    assert getattr(refusal.value, "status_code", None) == status
    assert words in str(refusal.value)


def _see(told: Any) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(told.output_image.data)))


def test_background_work_is_answered_at_once_and_fetched_later(talks: Any) -> None:
    begun = talks.create(model=_MODEL, input="a fox [wait 0.5]", background=True)
    assert (begun.status, begun.steps, begun.output_image) == ("in_progress", [], None)
    assert talks.get(begun.id).status in {"queued", "in_progress"}
    told = _await_end(talks, begun.id)
    assert (told.status, told.id, told.model, told.object) == ("completed", begun.id, _MODEL, "interaction")
    assert _see(told).size == (1024, 1024)
    assert told.output_text == "A flat colour."
    assert told.usage.total_tokens == told.usage.total_input_tokens + told.usage.total_output_tokens
    assert told.created == begun.created


def test_what_waits_for_its_turn_is_queued(talks: Any) -> None:
    busy = [talks.create(model=_MODEL, input=f"{number} [wait 30]", background=True) for number in range(2)]
    waiting = talks.create(model=_MODEL, input="a fox", background=True)
    assert talks.get(waiting.id).status == "queued"
    assert {talks.cancel(one.id).status for one in busy} == {"cancelled"}
    assert _await_end(talks, waiting.id).status == "completed"


def test_what_is_answered_at_once_is_stored_too(talks: Any) -> None:
    made = talks.create(model=_MODEL, input="a red fox")
    again = talks.get(made.id)
    assert (again.status, again.output_image.data) == ("completed", made.output_image.data)
    assert again.usage.total_tokens == made.usage.total_tokens
    assert again.input is None
    assert talks.get(made.id, include_input=True).input[0].content[0].text == "a red fox"


def test_what_is_not_to_be_stored_is_not_found_later(talks: Any) -> None:
    made = talks.create(model=_MODEL, input="a fox", store=False)
    assert made.status == "completed"
    for ask in (talks.get, talks.cancel, talks.delete):
        with _refused(404):
            ask(made.id)


def test_background_work_that_is_not_to_be_stored_is_refused(talks: Any) -> None:
    with _refused(400, "store"):
        talks.create(model=_MODEL, input="a fox", background=True, store=False)


def test_background_work_is_stopped(talks: Any) -> None:
    begun = talks.create(model=_MODEL, input="a fox [wait 60]", background=True)
    assert talks.cancel(begun.id).status == "cancelled"
    assert talks.get(begun.id).status == "cancelled"
    assert talks.cancel(begun.id).status == "cancelled"


def test_a_deleted_interaction_is_forgotten_whether_it_is_over_or_not(talks: Any, server: RunningServer) -> None:
    done = talks.create(model=_MODEL, input="a fox")
    busy = talks.create(model=_MODEL, input="a fox [wait 60]", background=True)
    for name in (done.id, busy.id):
        talks.delete(name)
        with _refused(404):
            talks.get(name)
        url = f"{server.url}/v1/images/jobs/job_{name.removeprefix('v1_')}"
        assert httpx2.get(url, headers={"authorization": server.key}).status_code == 404


@pytest.mark.parametrize(("said", "code"), [("[block]", "blocked_safety"), ("[break]", "internal_error")])
def test_background_work_that_fails_says_why(talks: Any, said: str, code: str) -> None:
    begun = talks.create(model=_MODEL, input=said, background=True)
    told = _await_end(talks, begun.id)
    assert (told.status, [fault.code for fault in told.errors]) == ("failed", [code])
    assert talks.cancel(begun.id).status == "failed"


def test_what_follows_an_interaction_is_drawn_from_its_picture(talks: Any) -> None:
    first = talks.create(model=_MODEL, input="a fox", response_format={"type": "image", "aspect_ratio": "16:9"})
    second = talks.create(model=_MODEL, input="make it night", previous_interaction_id=first.id, background=True)
    assert second.previous_interaction_id == first.id
    told = _await_end(talks, second.id)
    assert told.output_text == "A flat colour made of 1 pictures."
    assert _see(told).size == _see(first).size
    third = talks.create(model=_MODEL, input="add a moon", previous_interaction_id=second.id)
    assert third.output_text == "A flat colour made of 1 pictures."
    assert talks.get(third.id).previous_interaction_id == second.id


def test_an_interaction_without_a_picture_cannot_be_gone_on_with(talks: Any) -> None:
    busy = talks.create(model=_MODEL, input="a fox [wait 60]", background=True)
    hidden = talks.create(model=_MODEL, input="a fox", store=False)
    for name, why in ((busy.id, "in_progress"), (hidden.id, "not stored"), ("v1_never", "not found")):
        with _refused(400, why):
            talks.create(model=_MODEL, input="make it night", previous_interaction_id=name)
    talks.cancel(busy.id)


def test_a_webhook_is_told_of_background_work(talks: Any) -> None:
    async def run() -> tuple[str, dict[str, Any]]:
        async with Receiver().running() as receiver:
            wish = {"input": "a fox", "background": True, "webhook_config": {"uris": [receiver.url]}}
            begun = await asyncio.to_thread(talks.create, model=_MODEL, **wish)
            (message,) = await receiver.wait_for(1)
            return begun.id, message.event

    name, event = asyncio.run(run())
    assert event["data"]["id"] == name
    assert talks.get(name).status == "completed"


def test_a_webhook_at_a_private_address_is_refused(talks: Any) -> None:
    with _refused(400, "10.0.0.1"):
        talks.create(model=_MODEL, input="x", background=True, webhook_config={"uris": ["http://10.0.0.1/"]})


def _kinds(events: list[Any]) -> list[str]:
    return [event.event_type for event in events]


def test_the_events_of_background_work_are_heard_while_it_goes_on(talks: Any) -> None:
    begun = talks.create(model=_MODEL, input="a fox [wait 0.4]", background=True)
    events = list(talks.get(begun.id, stream=True))
    assert _kinds(events) == [
        "interaction.created",
        "interaction.status_update",
        "step.start",
        "step.delta",
        "step.delta",
        "step.stop",
        "interaction.completed",
    ]
    assert Image.open(io.BytesIO(base64.b64decode(events[4].delta.data))).size == (1024, 1024)


def test_a_stream_is_taken_up_after_any_of_its_events(talks: Any) -> None:
    stream = talks.create(model=_MODEL, input="a fox [wait 0.2]", background=True, stream=True)
    first = next(iter(stream))
    name = first.interaction.id
    stream.close()
    whole = list(talks.get(name, stream=True))
    for known, event in enumerate(whole[:-1], 1):
        rest = list(talks.get(name, stream=True, last_event_id=event.event_id))
        assert [one.event_id for one in rest] == [one.event_id for one in whole[known:]]
    assert first.event_id == whole[0].event_id


def test_a_stream_of_work_that_is_stopped_ends(talks: Any) -> None:
    begun = talks.create(model=_MODEL, input="a fox [wait 60]", background=True)
    stream = iter(talks.get(begun.id, stream=True))
    assert next(stream).event_type == "interaction.created"
    talks.cancel(begun.id)
    rest = list(stream)
    assert _kinds(rest) == ["error", "interaction.completed"]
    assert rest[-1].interaction.status == "cancelled"


def test_interactions_survive_a_killed_server(tmp_path: Path) -> None:
    with run_server(tmp_path, workers="1") as running:
        with _talk(running) as talks:
            done = talks.create(model=_MODEL, input="a fox")
            busy = talks.create(model=_MODEL, input="a fox [wait 1]", background=True)
        running.process.kill()
        running.process.wait()
    with start_again(tmp_path, running.key, workers="1") as again, _talk(again) as talks:
        assert talks.get(done.id).output_image.data == done.output_image.data
        assert _await_end(talks, busy.id).status == "completed"
        after = talks.create(model=_MODEL, input="make it night", previous_interaction_id=done.id)
        assert after.output_text == "A flat colour made of 1 pictures."
