"""Every table of the database, on one page. A change here needs a migration in `migrations/`.

Times are Unix seconds, money is billionths of a US dollar, records are JSON texts. Nothing here is special to SQLite or
PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)
# SQLite numbers rows by itself only where the type is INTEGER.
_Number = BigInteger().with_variant(Integer, "sqlite")

keys = Table(
    "keys",
    metadata,
    Column("prefix", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("created", Double, nullable=False),
    Column("revoked", Double),
    Column("expires", Double),
    Column("is_admin", Boolean, nullable=False, default=False),
    Column("models", Text, nullable=False, default="[]"),
    Column("routes", Text, nullable=False, default="[]"),
    Column("budgets", Text, nullable=False, default="[]"),
    Column("rate", Text),
    Column("at_once", Integer),
    Column("priority", Integer, nullable=False, default=0),
    # The bucket of the key's rate: how many requests are left in it, and when it was last looked at.
    Column("bucket", Double),
    Column("bucket_at", Double),
)

counters = Table(
    "counters",
    metadata,
    Column("key", Text, primary_key=True),
    # `2026-11-22`, `2026-11` or `ever`
    Column("period", Text, primary_key=True),
    Column("spent_pictures", BigInteger, nullable=False, default=0),
    Column("spent_tokens", BigInteger, nullable=False, default=0),
    Column("spent_cost", BigInteger, nullable=False, default=0),
    Column("reserved_pictures", BigInteger, nullable=False, default=0),
    Column("reserved_tokens", BigInteger, nullable=False, default=0),
    Column("reserved_cost", BigInteger, nullable=False, default=0),
)

jobs = Table(
    "jobs",
    metadata,
    # Rowids keep the order in which jobs came, whatever the clock said.
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("owner", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("n", Integer, nullable=False),
    Column("created", Double, nullable=False),
    Column("day", Text, nullable=False),
    Column("est_pictures", BigInteger, nullable=False),
    Column("est_tokens", BigInteger, nullable=False),
    Column("est_cost", BigInteger, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("server", Text),
    Column("priority", Integer, nullable=False),
    Column("detached", Boolean, nullable=False),
    Column("orders", Text),
    Column("manner", Text, nullable=False),
    Column("idempotency", Text),
    Column("cache_key", Text),
    Column("webhook", Text),
    Column("batch", Text),
    Column("begun", Double),
    Column("ended", Double),
    Column("delivered", Double),
    Column("broken", Double),
    # When its answer was put into a file of its batch.
    Column("written", Double),
    Column("outcome", Text),
    Column("failure", Text),
    UniqueConstraint("owner", "idempotency"),
    Index(None, "owner", "fingerprint", "number"),
    Index(None, "owner", "state"),
    Index(None, "owner", "detached", "number"),
    Index(None, "state", "server"),
    Index(None, "cache_key", "number"),
    Index(None, "batch", "written"),
    Index(None, "ended"),
)

ledger = Table(
    "ledger",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("at", Double, nullable=False),
    Column("day", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("job", Text),
    Column("route", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("engine", Text, nullable=False),
    Column("picture", Integer),
    Column("outcome", Text, nullable=False),
    Column("pictures", Integer, nullable=False),
    Column("tokens", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("code", Text),
    Index(None, "key", "day"),
    Index(None, "job"),
)

servers = Table(
    "servers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("started", Double, nullable=False),
    # By the database's clock: the clocks of servers may differ.
    Column("seen", Double, nullable=False),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    # Names of events as a JSON list; empty: all of them.
    Column("events", Text, nullable=False, default="[]"),
    Column("created", Double, nullable=False),
    # When its receiver said that it is gone for good.
    Column("disabled", Double),
    Index(None, "key"),
)

webhook_secrets = Table(
    "webhook_secrets",
    metadata,
    # What signs the events that go to an address that only a request named.
    Column("key", Text, primary_key=True),
    Column("secret", Text, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    # What `webhook-id` says: the same for every try.
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False),
    # The webhook of the key that it goes to; null: an address that one request named.
    Column("webhook", Text),
    Column("url", Text, nullable=False),
    # Host and port of the address: one that is slow must not hold up the others.
    Column("host", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("job", Text),
    Column("body", Text, nullable=False),
    Column("created", Double, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    # When to try next; null: delivered or given up.
    Column("due", Double),
    Column("done", Double),
    Column("answer", Text),
    Index(None, "due"),
    Index(None, "key"),
)

files = Table(
    "files",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("owner", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("created", Double, nullable=False),
    Column("expires", Double),
    Index(None, "owner"),
)

# Files are kept in pieces, so that none is ever in memory whole and a batch's output can grow.
pieces = Table(
    "pieces",
    metadata,
    Column("file", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # Its name in the archive.
    Column("kept", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
)

batches = Table(
    "batches",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("owner", Text, nullable=False),
    Column("server", Text),
    Column("state", Text, nullable=False),
    Column("endpoint", Text, nullable=False),
    Column("input_file", Text, nullable=False),
    Column("output_file", Text),
    Column("error_file", Text),
    Column("window", Text, nullable=False),
    Column("metadata", Text),
    # What else there is to it: {"keep": seconds of its output, "root": the server's address, "tokens": [in, out]}
    Column("terms", Text, nullable=False),
    Column("total", Integer, nullable=False, default=0),
    Column("completed", Integer, nullable=False, default=0),
    Column("failed", Integer, nullable=False, default=0),
    # Lines of the input that have become jobs.
    Column("taken", Integer, nullable=False, default=0),
    Column("errors", Text),
    # Unix seconds by the name of the state: {"created_at": ..., "in_progress_at": ...}
    Column("times", Text, nullable=False),
    Index(None, "owner"),
    Index(None, "state"),
)

# Lines of batches whose answers stand in an output or error file: each is there once, whoever writes it.
answers = Table(
    "answers",
    metadata,
    Column("batch", Text, primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),
)
