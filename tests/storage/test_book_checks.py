"""The checker: it finds what went wrong by any other hand than the book's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, insert, update

from books import Office, run, write_made
from pinxit.core.jobs import Job
from pinxit.storage.database import Database
from pinxit.storage.ledger import add_lines
from pinxit.storage.rows import write_job, write_line
from pinxit.storage.tables import counters, jobs, ledger

_Fault = Callable[[Connection, Job, Job], Any]


def _state(job: Job, state: str) -> Any:
    return update(jobs).where(jobs.c.id == job.id).values(state=state)


# Each gets a completed job of two pictures and a waiting one, of a key with a budget by the day.
_FAULTS: dict[str, tuple[_Fault, list[str]]] = {
    "spent": (
        lambda connection, done, live: connection.execute(
            update(counters).values(spent_cost=counters.c.spent_cost + 1)
        ),
        [
            "The counter of {key} for 2026-11-22 says that 2 pictures, 200 tokens and 2001 billionths of a dollar are "
            "spent, the ledger 2 pictures, 200 tokens and 2000 billionths of a dollar."
        ],
    ),
    "reserved": (
        lambda connection, done, live: connection.execute(update(counters).values(reserved_pictures=0)),
        [
            "The counter of {key} for 2026-11-22 says that 0 pictures, 100 tokens and 1000 billionths of a dollar are "
            "reserved, the live jobs 1 pictures, 100 tokens and 1000 billionths of a dollar."
        ],
    ),
    "free": (
        lambda connection, done, live: connection.execute(insert(jobs), write_job(replace(done, id="job_free"))),
        ["Job job_free is completed with 2 pictures, and has 0 lines in the ledger, 0 of them of pictures."],
    ),
    "paid-before": (
        lambda connection, done, live: add_lines(connection, [replace(write_made(live, 0, 0)[0], outcome="cached")]),
        ["Job {live} is queued with 1 pictures, and has 1 lines in the ledger, 1 of them of pictures."],
    ),
    "twice": (
        lambda connection, done, live: add_lines(
            connection, [replace(line, outcome="cached") for line in write_made(done, 0, 0)[1:]]
        ),
        [
            "Job {done} is completed with 2 pictures, and has 3 lines in the ledger, 3 of them of pictures.",
            "Job {done} has 2 lines in the ledger for picture 1.",
        ],
    ),
    "ended-twice": (
        lambda connection, done, live: [
            connection.execute(_state(live, "failed")),
            connection.execute(update(counters).values(reserved_pictures=0, reserved_tokens=0, reserved_cost=0)),
            connection.execute(insert(ledger), [_write_failed(live), _write_failed(live)]),
        ],
        [
            "Job {live} is failed with 1 pictures, and has 2 lines in the ledger, 0 of them of pictures.",
            "Job {live} has 2 lines in the ledger for its end.",
        ],
    ),
}


def _write_failed(job: Job) -> dict[str, Any]:
    return write_line(replace(write_made(job, 0, 0)[0], outcome="failed", index=None))


@pytest.mark.parametrize("name", _FAULTS)
def test_the_checker_says_what_does_not_add_up(database: Database, name: str) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9pictures/day")
        done = await office.admit(key, n=2)
        assert await office.complete(done)
        live = await office.admit(key)
        done = await office.book.find(done.id)
        assert await office.book.check() == []
        fault, sentences = _FAULTS[name]
        await database.write(lambda connection: fault(connection, done, live))
        names = {"key": key.prefix, "done": done.id, "live": live.id}
        assert await office.book.check() == [sentence.format(**names) for sentence in sentences]

    run(work)
