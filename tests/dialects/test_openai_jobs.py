"""Jobs as JSON and as events, in both profiles, as the OpenAPI document describes them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel

from pinxit.core.errors import Blocked, Cancelled, NotFound
from pinxit.core.images import Format, ImageRequest, Partial, Picture, Progress, Quality, Size, Usage
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.core.records import pack_error, pack_result
from pinxit.core.studio import ImageResult
from pinxit.dialects.openai import Answer, Manner, pack_manner
from pinxit.dialects.openai import job_models as models
from pinxit.dialects.openai.jobs import (
    Telling,
    read_job_id,
    write_end,
    write_event,
    write_jobs,
    write_progress,
    write_shown,
)
from pinxit.dialects.profiles import Profile
from pinxit.dialects.results import want_urls, write_result

_ID = f"job_{'0a' * 16}"
_PICTURE = Picture(0, b"12345", Size(64, 64), Format.PNG, 0, "A fox.\ud800")
_RESULT = ImageResult(
    ImageRequest("auto", "a fox", quality=Quality.LOW), (_PICTURE,), "fake", "pinxit-fake", Usage(2, 0, 1290)
)
_QUEUED = Job(
    id=_ID,
    owner="sk",
    route="images.generate",
    model="auto",
    n=1,
    created=1000.25,
    day="1970-01-01",
    estimate=Spend(),
    fingerprint="",
    manner=pack_manner(Manner(Profile.OPENAI), "image_generation", as_urls=False),
)
_RUNNING = replace(_QUEUED, state=JobState.RUNNING, begun=1001.5)
_DONE = replace(_RUNNING, state=JobState.COMPLETED, ended=1002.75, outcome=pack_result(_RESULT, ["a.png"], 1.25))
_FAILED = replace(_RUNNING, state=JobState.FAILED, ended=1002.75, failure=pack_error(Blocked("No.")))
_GONE = replace(_QUEUED, state=JobState.CANCELLED, ended=1002.75, failure=pack_error(Cancelled("Stop.")))
_HERE = Telling(Profile.OPENAI, "https://here.example/", place=3, progress=0.51234, keep=60)


def _join(answer: Answer) -> dict[str, Any]:
    text = b"".join(answer.pieces)
    assert len(text) == answer.length
    told: dict[str, Any] = json.loads(text)
    return told


def _check(model: type[BaseModel], told: dict[str, Any]) -> None:
    """What is told is what the document describes, and nothing else."""
    read = model.model_validate(told)
    assert not read.model_extra


@pytest.mark.parametrize("job", [_QUEUED, _RUNNING, _DONE, _FAILED, _GONE], ids=lambda job: str(job.state))
@pytest.mark.parametrize("profile", list(Profile))
def test_a_job_is_told_as_it_is_documented(job: Job, profile: Profile) -> None:
    told = _join(replace(_HERE, profile=profile).write(job))
    _check(models.JobAnswer, told)
    assert (told["id"], told["status"]) == (_ID, str(job.state))
    assert told["created_at"] == (1000250 if profile is Profile.SEED else 1000)


def test_a_place_is_told_of_waiting_jobs_and_progress_of_others() -> None:
    told = [_join(_HERE.write(job)) for job in (_QUEUED, _RUNNING, _DONE, _FAILED)]
    assert [job["position"] for job in told] == [3, None, None, None]
    assert [job["progress"] for job in told] == [0.0, 0.512, 1.0, None]
    assert [job.get("expires_at") for job in told] == [None, None, 1062, 1062]


def test_the_result_is_the_answer_itself() -> None:
    plain = _join(write_result(_DONE, _RESULT, ""))
    told = _join(_HERE.write(_DONE, write_result(_DONE, _RESULT, "")))
    assert told["result"] == plain
    assert (plain["created"], plain["quality"], plain["data"][0]["b64_json"]) == (1000, "low", "MTIzNDU=")
    assert list(told)[-1] == "result"
    _check(models.JobAnswer, told)


def test_a_result_that_is_gone_is_an_error_of_a_completed_job() -> None:
    told = _join(_HERE.write(_DONE, gone=NotFound("It is gone.")))
    assert (told["status"], told["error"]["message"], told["error"]["code"]) == (
        "completed",
        "It is gone.",
        "not_found",
    )


def test_a_result_with_addresses_has_those() -> None:
    manner = pack_manner(Manner(Profile.SEED), "image_generation", as_urls=True)
    job = replace(_DONE, manner=manner)
    assert want_urls(job)
    told = _join(write_result(job, _RESULT, "", ["https://here.example/a.png"]))
    assert (told["data"][0]["url"], told["created"]) == ("https://here.example/a.png", 1000250)


def test_a_list_tells_what_is_known_of_every_job() -> None:
    telling = Telling(Profile.OPENAI, "https://here.example/")
    told = json.loads(write_jobs([_QUEUED, _DONE], telling, {_ID: 2}, more=True))
    _check(models.JobList, told)
    assert [job["position"] for job in told["data"]] == [2, None]
    assert "usage" not in told["data"][1]


def _read(event: bytes) -> tuple[dict[str, str], dict[str, Any]]:
    text = event.decode()
    assert text.endswith("\n\n")
    fields = dict(line.split(": ", 1) for line in text.strip().split("\n"))
    return fields, json.loads(fields["data"])


@pytest.mark.parametrize(
    ("event", "model"),
    [
        (write_event("queued", {"job_id": _ID, "position": 0}), models.QueuedEvent),
        (write_event("started", {"job_id": _ID, "attempt": 1}, "1.0"), models.StartedEvent),
        (write_progress(_ID, Progress(0, 0.25, "ink\ud800"), 0.125, "1.1"), models.ProgressEvent),
        (write_shown(_ID, Partial(0, 1, "x", b"123", Size(64, 64), Format.PNG), 0, "1.2"), models.JobPartialEvent),
        (write_shown(_ID, _PICTURE, 1, "1.3"), models.JobImageEvent),
        (b"".join(write_end("completed", _HERE.write(_DONE), "1.end")), models.EndEvent),
    ],
)
def test_events_are_told_as_they_are_documented(event: bytes, model: type[BaseModel]) -> None:
    fields, told = _read(event)
    _check(model, told)
    assert fields["event"] == told["type"]


def test_an_unfinished_state_is_told_without_its_bytes_where_none_are_wanted() -> None:
    shown = Partial(0, 1, "x", b"123", Size(64, 64), Format.PNG)
    assert "b64_json" not in _read(write_shown(_ID, shown, 0, "1.2", bare=True))[1]


def test_a_prediction_is_found_by_its_own_name() -> None:
    assert read_job_id("0a" * 16) == read_job_id(_ID) == _ID
    assert read_job_id("x") == "x"
