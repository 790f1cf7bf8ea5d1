"""Interactions as they are told: the resource, whole or in a stream that can be taken up again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

from pinxit.core.errors import Blocked, Cancelled, PinxitError
from pinxit.core.images import Picture
from pinxit.core.jobs import Job, JobState
from pinxit.core.records import unpack_error
from pinxit.core.studio import ImageResult
from pinxit.core.tokens import count_text
from pinxit.dialects.enclosures import Enclosures
from pinxit.dialects.gemini.interactions import describe_error
from pinxit.dialects.openai import Answer
from pinxit.dialects.openai.jobs import find_digits, name_job
from pinxit.dialects.profiles import own
from pinxit.dialects.wire import clean

HEARTBEAT = b": still at it\n\n"
DONE = b"event: done\ndata: [DONE]\n\n"

_START = "v1_"
_EVENT_ID = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})")
_STATUSES = {JobState.QUEUED: "queued", JobState.RUNNING: "in_progress"}  # all others have the same names
# Every stream of an interaction has the same events in the same places, so a number is enough to go on after one.
_CREATED, _STATUS, _STEP, _WORDS, _PICTURE, _STOP, _ENDED = range(1, 8)


@dataclass(frozen=True, slots=True)
class Resource:
    """One interaction as it is told: its id, the model by the name that was asked for, when it began; `words` too.

    `extras` are fields that it repeats of its request. `attempt` counts the starts of its work; `after` is the number
    of the last event of it that the client has already.
    """

    id: str
    model: str
    begun: float
    words: bool = True
    extras: Mapping[str, Any] = field(default_factory=dict)
    attempt: int = 1
    after: int = 0

    def write_whole(self, result: ImageResult, now: float) -> Answer:
        """The finished interaction. `now` is in Unix seconds."""
        sealed = Enclosures()
        content = [self._show(sealed, picture) for picture in result.pictures]
        if self.words:
            content = [{"type": "text", "text": clean(picture.description)} for picture in result.pictures] + content
        steps = [{"type": "model_output", "content": content}]
        return sealed.seal(self._describe("completed", now) | {"steps": steps, "usage": self._count(result)})

    def write_state(self, status: str, now: float) -> bytes:
        """An interaction that is not over."""
        return orjson.dumps(self._describe(status, now) | {"steps": []})

    def write_refusal(self, error: PinxitError, now: float) -> bytes:
        """An interaction that ended without a picture: cancelled, or failed with the reason as its error."""
        status = "cancelled" if isinstance(error, Cancelled) else "failed"
        return orjson.dumps(self._describe(status, now) | {"steps": [], "errors": [_describe_fault(error)]})

    def tell_refusal(self, error: PinxitError, now: float) -> Iterator[bytes]:
        """The events of an interaction that ends without a picture."""
        ended = orjson.loads(self.write_refusal(error, now))
        yield from self.tell_created("in_progress", now)
        yield from self._event(_STATUS, "error", {"error": ended["errors"][0]})
        yield from self._event(_ENDED, "interaction.completed", {"interaction": ended})
        yield DONE

    def tell_created(self, status: str, now: float) -> Iterator[bytes]:
        """The first event."""
        yield from self._event(_CREATED, "interaction.created", {"interaction": self._describe(status, now)})

    def tell_start(self, now: float) -> Iterator[bytes]:
        """The events before anything is there."""
        yield from self.tell_created("in_progress", now)
        yield from self.tell_step()

    def tell_step(self) -> Iterator[bytes]:
        """The events after the first one, and before anything is there."""
        told = {"interaction_id": self.id, "status": "in_progress"}
        yield from self._event(_STATUS, "interaction.status_update", told)
        yield from self._event(_STEP, "step.start", {"index": 0, "step": {"type": "model_output"}})

    def tell_picture(self, picture: Picture) -> Iterator[bytes]:
        """The events of a picture: what was drawn, then the picture itself."""
        if self.words:
            delta = {"type": "text", "text": clean(picture.description)}
            yield from self._event(_WORDS, "step.delta", {"index": 0, "delta": delta})
        if self.after < _PICTURE:
            sealed = Enclosures()
            told = {"event_type": "step.delta", "event_id": self._name(_PICTURE), "index": 0}
            event = sealed.seal(told | {"delta": self._show(sealed, picture)})
            yield b"event: step.delta\ndata: " + b"".join(event.pieces) + b"\n\n"

    def tell_end(self, result: ImageResult, now: float) -> Iterator[bytes]:
        """The events at the end, with what it cost. The picture is not repeated."""
        usage = self._count(result)
        yield from self._event(_STOP, "step.stop", {"index": 0, "usage": usage})
        finished = self._describe("completed", now) | {"usage": usage}
        yield from self._event(_ENDED, "interaction.completed", {"interaction": finished})
        yield DONE

    def _event(self, number: int, kind: str, content: dict[str, Any]) -> Iterator[bytes]:
        if number > self.after:
            body = orjson.dumps({"event_type": kind, "event_id": self._name(number), **content})
            yield b"event: " + kind.encode() + b"\ndata: " + body + b"\n\n"

    def _name(self, number: int) -> str:
        return f"{self.attempt}.{number}"

    def _describe(self, status: str, now: float) -> dict[str, Any]:
        return {
            "id": self.id,
            "object": "interaction",
            "model": self.model,
            "status": status,
            "created": _tell_time(self.begun),
            "updated": _tell_time(now),
            **self.extras,
        }

    def _show(self, sealed: Enclosures, picture: Picture) -> dict[str, Any]:
        mark = sealed.enclose(picture).partition(",")[2]
        return {"type": "image", "mime_type": picture.format.mime, "data": mark}

    def _count(self, result: ImageResult) -> dict[str, Any]:
        usage = result.usage
        words = sum(count_text(picture.description) for picture in result.pictures) if self.words else 0
        return {
            "total_input_tokens": usage.input_tokens,
            "total_output_tokens": usage.output_tokens + words,
            "total_thought_tokens": 0,
            "total_tokens": usage.total_tokens + words,
            "input_tokens_by_modality": _split(usage.text_tokens, usage.image_tokens),
            "output_tokens_by_modality": _split(words, usage.output_tokens),
        }


def write_failure(error: Exception) -> bytes:
    """The event of an error in the middle of a stream."""
    body = orjson.dumps({"event_type": "error", "error": describe_error(own(error))})
    return b"event: error\ndata: " + body + b"\n\n" + DONE


def show_job(job: Job, *, with_input: bool = False) -> Resource:
    """The interaction that a job is, with the words of its input where they are wanted."""
    manner = job.manner
    extras: dict[str, Any] = {}
    if manner.get("previous"):
        extras["previous_interaction_id"] = manner["previous"]
    if with_input:
        extras["input"] = [_show_turn(*turn) for turn in manner.get("turns", ())]
    return Resource(
        name_interaction(job.id), job.model, job.created, bool(manner.get("words", True)), extras, job.attempt
    )


def write_job(resource: Resource, job: Job, now: float) -> bytes:
    """An interaction that has no result: it waits, is drawn, was cancelled or has failed."""
    if job.failure is not None:
        return resource.write_refusal(unpack_error(job.failure), job.ended or now)
    return resource.write_state(name_status(job), now)


def name_status(job: Job) -> str:
    """Google's word for where a job is."""
    return _STATUSES.get(job.state, str(job.state))


def name_interaction(job_id: str) -> str:
    """The id of the interaction that a job is."""
    return _START + find_digits(job_id)


def read_interaction_id(said: str) -> str:
    """The id of the job of an interaction; what is no interaction's id names no job."""
    return name_job(said.removeprefix(_START)) if said.startswith(_START) else ""


def read_event_id(said: str) -> tuple[int, int]:
    """The attempt and the number of an event, zeros for what is none: then everything is told again."""
    found = _EVENT_ID.fullmatch(said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _show_turn(user: bool, texts: Sequence[str], pictured: bool) -> dict[str, Any]:
    content = [{"type": "text", "text": clean(text)} for text in texts]
    return {"type": "user_input" if user else "model_output", "content": content}


def _describe_fault(error: PinxitError) -> dict[str, Any]:
    if isinstance(error, Blocked):
        return {"code": f"blocked_{error.reason}", "message": clean(error.message)}
    told = describe_error(own(error))
    return {"code": told["code"], "message": told["message"]}


def _tell_time(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _split(text: int, image: int) -> list[dict[str, Any]]:
    counted = (("text", text), ("image", image))
    return [{"modality": modality, "tokens": tokens} for modality, tokens in counted if tokens]
