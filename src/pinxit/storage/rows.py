"""Jobs and lines of the ledger as rows of their tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import orjson
from sqlalchemy import Row, or_

from pinxit.core.archive import Line
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.storage.tables import jobs

LIVE = or_(jobs.c.state == str(JobState.QUEUED), jobs.c.state == str(JobState.RUNNING))
"""The jobs that are not over: what is reserved for them is still reserved."""
BRIEF = [column for column in jobs.c if column.name not in {"orders", "outcome"}]
"""A job's columns without those that may be long."""


def write_job(job: Job) -> dict[str, Any]:
    """A job as the values of its row; its number comes by itself."""
    return {
        "id": job.id,
        "owner": job.owner,
        "route": job.route,
        "model": job.model,
        "n": job.n,
        "created": job.created,
        "day": job.day,
        "est_pictures": job.estimate.pictures,
        "est_tokens": job.estimate.tokens,
        "est_cost": job.estimate.cost,
        "fingerprint": job.fingerprint,
        "state": str(job.state),
        "attempt": job.attempt,
        "server": job.server,
        "priority": job.priority,
        "detached": job.detached,
        "orders": write_record(job.order),
        "manner": write_record(job.manner) or "{}",
        "idempotency": job.idempotency,
        "cache_key": job.cache_key,
        "webhook": job.webhook,
        "batch": job.group,
        "begun": job.begun,
        "ended": job.ended,
        "outcome": write_record(job.outcome),
        "failure": write_record(job.failure),
    }


def read_job(row: Row[Any]) -> Job:
    """The job of a row; of columns that were not asked for, nothing."""
    found = row._mapping
    return Job(
        id=found["id"],
        owner=found["owner"],
        route=found["route"],
        model=found["model"],
        n=found["n"],
        created=found["created"],
        day=found["day"],
        estimate=Spend(found["est_pictures"], found["est_tokens"], found["est_cost"]),
        fingerprint=found["fingerprint"],
        state=JobState(found["state"]),
        attempt=found["attempt"],
        server=found["server"],
        priority=found["priority"],
        detached=found["detached"],
        order=read_record(found.get("orders")),
        manner=read_record(found["manner"]) or {},
        idempotency=found["idempotency"],
        cache_key=found["cache_key"],
        webhook=found["webhook"],
        group=found["batch"],
        begun=found["begun"],
        ended=found["ended"],
        outcome=read_record(found.get("outcome")),
        failure=read_record(found["failure"]),
    )


def write_line(line: Line) -> dict[str, Any]:
    """A line of the ledger as the values of its row."""
    spend = line.spend
    return {
        "at": line.at,
        "day": line.day,
        "key": line.key,
        "job": line.job,
        "route": line.route,
        "model": line.model,
        "engine": line.engine,
        "picture": line.index,
        "outcome": line.outcome,
        "pictures": spend.pictures,
        "tokens": spend.tokens,
        "cost": spend.cost,
        "seconds": line.seconds,
        "code": line.code,
    }


def write_record(record: Mapping[str, Any] | None) -> str | None:
    """A record as JSON."""
    if record is None:
        return None
    try:
        return orjson.dumps(record).decode()
    except TypeError:  # halves of surrogates and whole numbers of more than 64 bits, which JSON may hold
        return json.dumps(record)


def read_record(text: str | None) -> dict[str, Any] | None:
    """The record that was written; None for none."""
    if text is None:
        return None
    try:
        found: dict[str, Any] = orjson.loads(text)
    except ValueError:
        found = json.loads(text)
    return found
