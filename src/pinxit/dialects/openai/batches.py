"""OpenAI's Batch API: what a batch may ask for, the lines of its files, and batches as JSON. No HTTP, no I/O."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

import orjson
from pydantic import Field

from pinxit.core.batches import Batch, Problem, Task
from pinxit.core.errors import PinxitError
from pinxit.core.filing import LONGEST
from pinxit.dialects.openai.files import ExpiresAfter, write_list
from pinxit.dialects.openai.writing import Answer
from pinxit.dialects.profiles import Profile, write_error
from pinxit.dialects.wire import Wire, clean, name_value, read_object, refuse, validate

GENERATIONS, EDITS, CHATS = "/v1/images/generations", "/v1/images/edits", "/v1/chat/completions"
_MOST_METADATA = 16
_LONGEST_ID = 512
_TIMES = (
    *("created_at", "in_progress_at", "expires_at", "finalizing_at", "completed_at"),
    *("failed_at", "expired_at", "cancelling_at", "cancelled_at"),
)
_UNDONE = {
    "batch_expired": "This request could not be executed before the completion window expired.",
    "batch_cancelled": "This request was not executed, since the batch was cancelled.",
}


class BatchRequest(Wire):
    """`POST /v1/batches`."""

    input_file_id: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        description="Name a file that was uploaded with the purpose batch.", examples=["file-abc123"]
    )
    endpoint: Literal["/v1/images/generations", "/v1/images/edits", "/v1/chat/completions"] = Field(
        description="The path that every line of the file is for."
    )
    completion_window: Literal["24h"] = Field(description="24h is the only one.")
    metadata: dict[str, str] | None = Field(
        None, description="Up to 16 texts of at most 512 characters, by names of at most 64."
    )
    output_expires_after: ExpiresAfter | None = Field(None, description="30 days unless told.")


class BatchProblem(Wire):
    code: str
    line: int | None
    message: str
    param: str | None


class BatchProblems(Wire):
    """Why an input file was refused."""

    object: Literal["list"]
    data: list[BatchProblem]


class BatchCounts(Wire):
    total: int = Field(ge=0)
    completed: int = Field(ge=0)
    failed: int = Field(ge=0)


class CachedTokens(Wire):
    cached_tokens: int


class ReasoningTokens(Wire):
    reasoning_tokens: int


class BatchUsage(Wire):
    """Tokens of the requests in the output file."""

    input_tokens: int = Field(ge=0)
    input_tokens_details: CachedTokens
    output_tokens: int = Field(ge=0)
    output_tokens_details: ReasoningTokens
    total_tokens: int = Field(ge=0)


class BatchAnswer(Wire):
    """A batch. Times are in Unix seconds."""

    id: str
    object: Literal["batch"]
    endpoint: str
    errors: BatchProblems | None
    input_file_id: str
    completion_window: str
    status: Literal[
        "validating", "failed", "in_progress", "finalizing", "completed", "expired", "cancelling", "cancelled"
    ]
    output_file_id: str | None
    error_file_id: str | None
    created_at: int
    in_progress_at: int | None
    expires_at: int | None
    finalizing_at: int | None
    completed_at: int | None
    failed_at: int | None
    expired_at: int | None
    cancelling_at: int | None
    cancelled_at: int | None
    request_counts: BatchCounts
    usage: BatchUsage
    metadata: dict[str, str] | None


class BatchList(Wire):
    object: Literal["list"]
    data: list[BatchAnswer]
    first_id: str | None
    last_id: str | None
    has_more: bool


def read_batch(body: bytes) -> BatchRequest:
    """The JSON body of POST /v1/batches. Raises InvalidRequest."""
    sent = validate(BatchRequest, read_object(body))
    told = sent.metadata or {}
    if len(told) > _MOST_METADATA or any(len(name) > 64 or len(text) > 512 for name, text in told.items()):
        raise refuse("metadata", f"at most {_MOST_METADATA} texts of 512 characters, by names of 64", told)
    return sent


def choose_keep(sent: BatchRequest) -> int:
    """Seconds for which the files that a batch writes are kept."""
    return sent.output_expires_after.seconds if sent.output_expires_after else LONGEST


def read_task(line: int, data: bytes, endpoint: str) -> Task | Problem:
    """One line of an input file: `{"custom_id": ..., "method": "POST", "url": ..., "body": {...}}`."""
    try:
        fields = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        return Problem("invalid_json_line", f"This line is not valid JSON: {error}.", line)
    if not isinstance(fields, dict):
        return Problem("invalid_json_line", f"This line must be a JSON object, not {name_value(fields)}.", line)
    for name in ("custom_id", "method", "url", "body"):
        if fields.get(name) is None:
            return Problem("missing_required_parameter", f"`{name}` is missing.", line, name)
    custom_id, body = fields["custom_id"], fields["body"]
    if not isinstance(custom_id, str) or not 1 <= len(custom_id) <= _LONGEST_ID:
        return Problem(
            "invalid_value", f"`custom_id` must be a text of 1 to {_LONGEST_ID} characters.", line, "custom_id"
        )
    if fields["method"] != "POST":
        return Problem("invalid_method", f"`method` must be POST, not {name_value(fields['method'])}.", line, "method")
    if fields["url"] != endpoint:
        message = f"`url` must be the batch's endpoint {endpoint}, not {name_value(fields['url'])}."
        return Problem("url_mismatch", message, line, "url")
    if not isinstance(body, dict):
        return Problem("invalid_value", f"`body` must be a JSON object, not {name_value(body)}.", line, "body")
    return Task(line, custom_id, orjson.dumps(body))


def write_answer(batch: Batch, task: Task, body: Answer) -> Iterator[bytes]:
    """The line of a request that was answered, in pieces."""
    yield _write_lead(batch, task) + b'{"status_code":200,"request_id":"%s","body":' % _name(batch, task, "req")
    yield from body.pieces
    yield b'},"error":null}\n'


def write_failure(batch: Batch, task: Task, error: PinxitError) -> bytes:
    """The line of a request that its endpoint would have answered with an error."""
    refusal = write_error(error, Profile.OPENAI)
    lead = b'{"status_code":%d,"request_id":"%s","body":' % (refusal.status, _name(batch, task, "req"))
    return _write_lead(batch, task) + lead + refusal.body + b'},"error":null}\n'


def write_undone(batch: Batch, task: Task, code: str) -> bytes:
    """The line of a request that was never made: `batch_expired` or `batch_cancelled`."""
    error = orjson.dumps({"code": code, "message": _UNDONE[code]})
    return _write_lead(batch, task) + b'null,"error":' + error + b"}\n"


def describe_batch(batch: Batch) -> dict[str, Any]:
    """A batch; what it writes is named once it is closed, since it is not whole before."""
    problems = None
    if batch.problems:
        problems = {"object": "list", "data": [_describe_problem(problem) for problem in batch.problems]}
    times = {name: int(batch.times[name]) if name in batch.times else None for name in _TIMES}
    return {
        "id": batch.id,
        "object": "batch",
        "endpoint": batch.endpoint,
        "errors": problems,
        "input_file_id": batch.input_file,
        "completion_window": "24h",
        "status": str(batch.state),
        "output_file_id": None if batch.open else batch.output_file,
        "error_file_id": None if batch.open else batch.error_file,
        **times,
        "request_counts": {"total": batch.total, "completed": batch.completed, "failed": batch.failed},
        "usage": {
            "input_tokens": batch.tokens[0],
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": batch.tokens[1],
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": sum(batch.tokens),
        },
        "metadata": None if batch.metadata is None else dict(batch.metadata),
    }


def write_batch(batch: Batch) -> bytes:
    return orjson.dumps(describe_batch(batch))


def write_batches(batches: Sequence[Batch], *, more: bool) -> bytes:
    """A list of batches; `more` tells that there are others behind them."""
    return write_list([describe_batch(batch) for batch in batches], more=more)


def _describe_problem(problem: Problem) -> Mapping[str, Any]:
    return {
        "code": problem.code,
        "line": problem.line,
        "message": clean(problem.message),
        "param": problem.param,
    }


def _write_lead(batch: Batch, task: Task) -> bytes:
    name = _name(batch, task, "batch_req")
    return b'{"id":"%s","custom_id":%s,"response":' % (name, orjson.dumps(clean(task.custom_id)))


def _name(batch: Batch, task: Task, kind: str) -> bytes:
    """The same id whenever the line is written."""
    digest = hashlib.sha256(f"{kind} {batch.id} {task.line}".encode()).hexdigest()
    return f"{kind}_{digest[:32]}".encode()
