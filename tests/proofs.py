"""What must be true of the books and the files after whatever happened to a server."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter, defaultdict
from pathlib import Path

from sqlalchemy import Connection, create_engine, make_url, select
from sqlalchemy.pool import NullPool

from mixed_load import Seen
from pinxit.storage.checking import find_faults
from pinxit.storage.tables import jobs, ledger

_QUIET = 90.0  # seconds until everything is over; dead servers on PostgreSQL are found out after 15


def connect(url: str) -> Connection:
    """A connection to a server's database that sees what was written up to each statement."""
    parsed = make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(parsed, poolclass=NullPool, isolation_level="AUTOCOMMIT").connect()


def wait_until_quiet(connection: Connection) -> None:
    """Wait until no job is open. Fails where that takes too long."""
    end = time.monotonic() + _QUIET
    open_jobs = select(jobs.c.id, jobs.c.state, jobs.c.detached).where(jobs.c.state.in_(["queued", "running"]))
    while rows := connection.execute(open_jobs).all():
        assert time.monotonic() < end, f"still not over: {rows}"
        time.sleep(0.2)


def check_books(connection: Connection, seen: Seen) -> int:
    """Every job and every wish against the ledger. Returns how many wishes there were."""
    rows = connection.execute(select(jobs.c.id, jobs.c.n, jobs.c.state, jobs.c.fingerprint, jobs.c.failure)).all()
    made = Counter(connection.scalars(select(ledger.c.job).where(ledger.c.outcome == "made")))
    lines = connection.execute(select(ledger.c.job, ledger.c.picture).where(ledger.c.outcome == "made")).all()
    assert len(set(lines)) == len(lines), "a picture is in the ledger twice"
    assert set(made) <= {row.id for row in rows}, "a charge without a job"
    charges: dict[str, int] = defaultdict(int)
    for row in rows:
        assert made[row.id] == (row.n if row.state == "completed" else 0), row
        charges[row.fingerprint] += row.state == "completed"
        if row.state == "failed":
            assert json.loads(row.failure)["message"]
    assert max(charges.values()) == 1, "a wish was charged twice"
    by_id = {row.id: row for row in rows}
    for job in seen.accepted:
        assert seen.finished[job] == by_id[job].state, job
    for job, count in seen.pictured.items():
        assert made[job] == count, job
    assert find_faults(connection) == []
    return len(charges)


def check_files(data: Path) -> int:
    """Every file that could be served holds what its name says. Returns how many there are."""
    checked = 0
    for folder in ("files", "uploads"):
        for path in (data / folder).rglob("*.*"):
            if path.is_file() and len(path.stem) == 64:
                assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem, path
                checked += 1
    assert checked
    return checked
