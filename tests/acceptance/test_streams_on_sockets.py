"""Streams on real sockets: what comes when, and what happens when somebody hangs up."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from pinxit.testing import RunningServer, run_server

_BEAT = 0.2


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server of one worker and no queue, whose streams beat five times a second."""
    with run_server(
        tmp_path_factory.mktemp("streams"), workers="1", queue="0", linger="0", heartbeat=str(_BEAT)
    ) as running:
        yield running


def _open(house: RunningServer, **fields: Any) -> Any:
    body = {"model": "auto", "prompt": "a fox", "size": "64x64", "stream": True, **fields}
    headers = {"authorization": house.key}
    return httpx.stream("POST", f"{house.url}/v1/images/generations", json=body, headers=headers, timeout=30)


def _read(answer: httpx.Response) -> list[tuple[str, dict[str, Any]]]:
    """The events: the name of each and its data."""
    events = []
    name = ""
    for line in answer.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            events.append((name, json.loads(line.removeprefix("data: "))))
    return events


def test_events_are_named_as_their_data_is_and_come_in_order(house: RunningServer) -> None:
    with _open(house, n=2, partial_images=2) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["x-accel-buffering"] == "no"
        assert answer.headers["x-pinxit-model"] == "pinxit-fake"
        assert answer.headers["x-request-id"]
        events = _read(answer)
    # Finished pictures come when all are charged: whoever hangs up in between has none for nothing.
    shown, done = "image_generation.partial_image", "image_generation.completed"
    assert [name for name, _ in events] == [shown] * 4 + [done] * 2
    assert all(name == data["type"] for name, data in events)
    assert [data.get("partial_image_index") for _, data in events] == [0, 1, 0, 1, None, None]


def test_a_stream_without_partials_is_one_event_for_each_picture(house: RunningServer) -> None:
    with _open(house, n=3) as answer:
        assert [name for name, _ in _read(answer)] == ["image_generation.completed"] * 3


def test_the_tokens_of_all_events_add_up_to_those_of_the_whole_answer(house: RunningServer) -> None:
    with _open(house, n=2, partial_images=3) as answer:
        told = [data["usage"] for _, data in _read(answer) if "usage" in data]
    body = {"model": "auto", "prompt": "a fox", "size": "64x64", "n": 2}
    whole = httpx.post(f"{house.url}/v1/images/generations", json=body, headers={"authorization": house.key}).json()[
        "usage"
    ]
    assert sum(usage["input_tokens"] for usage in told) == whole["input_tokens"]
    assert sum(usage["output_tokens"] for usage in told) == whole["output_tokens"] + 2 * 3 * 100


def test_silence_is_filled_with_comments(house: RunningServer) -> None:
    with _open(house, prompt="[wait 1.1]") as answer:
        lines = list(answer.iter_lines())
    beats = [number for number, line in enumerate(lines) if line.startswith(":")]
    assert 2 <= len(beats) <= 6
    assert all(lines[number + 1] == "" for number in beats)
    assert sum(line.startswith("data:") for line in lines) == 1


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"prompt": "[block]"}, 400),
        ({"prompt": "[break]"}, 500),
        ({"prompt": ""}, 400),
        ({"model": "dall-e-9"}, 404),
        ({"output_format": "gif"}, 400),
        ({"partial_images": 4}, 400),
        ({"model": "pinxit-fake-plain", "background": "transparent", "output_format": "svg"}, 400),
    ],
)
def test_an_error_before_the_first_event_is_a_plain_answer(
    house: RunningServer, fields: dict[str, Any], status: int
) -> None:
    with _open(house, **fields) as answer:
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/json"
        answer.read()
        assert answer.json()["error"]["message"]


@pytest.mark.parametrize(("fields", "before"), [({"partial_images": 1}, 1), ({"prompt": "[wait 0.5] [fall]"}, 0)])
def test_a_later_error_is_the_last_event(house: RunningServer, fields: dict[str, Any], before: int) -> None:
    with _open(house, **{"prompt": "[fall]", **fields}) as answer:
        assert answer.status_code == 200
        events = _read(answer)
    assert len(events) == before + 1
    name, data = events[-1]
    assert (name, data["type"], data["error"]["code"]) == ("error", "error", "engine_failed")
    assert set(data["error"]) == {"message", "type", "code", "param"}


@pytest.mark.parametrize("heard", [0, 1], ids=["before the first event", "after the first event"])
def test_the_engine_stops_within_a_second_of_a_hang_up(house: RunningServer, heard: int) -> None:
    if heard:
        with _open(house, prompt="[wait 60]", partial_images=1) as answer:
            next(line for line in answer.iter_lines() if line.startswith("data:"))
    else:
        with (
            pytest.raises(httpx.ReadTimeout),
            httpx.stream(
                "POST",
                f"{house.url}/v1/images/generations",
                json={"model": "auto", "prompt": "[wait 60]", "stream": True},
                headers={"authorization": house.key},
                timeout=_BEAT / 2,
            ),
        ):
            pass
    gone = time.monotonic()
    while True:
        answer = httpx.post(
            f"{house.url}/v1/images/generations",
            json={"model": "auto", "prompt": "x", "size": "64x64"},
            headers={"authorization": house.key},
        )
        if answer.status_code == 200:
            break
        assert answer.status_code == 429
        assert time.monotonic() - gone < 1.0
        time.sleep(0.05)
