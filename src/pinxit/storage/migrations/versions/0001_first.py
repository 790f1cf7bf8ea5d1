"""All tables of the first release, and a ledger that nobody can rewrite."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WHOLE, _COUNT, _TIME, _TEXT = sa.Integer, sa.BigInteger, sa.Double, sa.Text


def upgrade() -> None:
    _make_keys()
    _make_jobs()
    _make_ledger()
    _make_servers()
    _make_webhooks()
    _make_files()
    _make_batches()


def _make_keys() -> None:
    op.create_table(
        "keys",
        _need("prefix", _TEXT, primary_key=True),
        _need("digest", _TEXT),
        _need("name", _TEXT),
        _need("created", _TIME),
        _may("revoked", _TIME),
        _may("expires", _TIME),
        _need("is_admin", sa.Boolean),
        _need("models", _TEXT),
        _need("routes", _TEXT),
        _need("budgets", _TEXT),
        _may("rate", _TEXT),
        _may("at_once", _WHOLE),
        _need("priority", _WHOLE),
        _may("bucket", _TIME),
        _may("bucket_at", _TIME),
        sa.UniqueConstraint("digest", name="uq_keys_digest"),
    )
    op.create_table(
        "counters",
        _need("key", _TEXT, primary_key=True),
        _need("period", _TEXT, primary_key=True),
        _need("spent_pictures", _COUNT),
        _need("spent_tokens", _COUNT),
        _need("spent_cost", _COUNT),
        _need("reserved_pictures", _COUNT),
        _need("reserved_tokens", _COUNT),
        _need("reserved_cost", _COUNT),
    )


def _make_jobs() -> None:
    op.create_table(
        "jobs",
        _number(),
        _need("id", _TEXT),
        _need("owner", _TEXT),
        _need("route", _TEXT),
        _need("model", _TEXT),
        _need("n", _WHOLE),
        _need("created", _TIME),
        _need("day", _TEXT),
        _need("est_pictures", _COUNT),
        _need("est_tokens", _COUNT),
        _need("est_cost", _COUNT),
        _need("fingerprint", _TEXT),
        _need("state", _TEXT),
        _need("attempt", _WHOLE),
        _may("server", _TEXT),
        _need("priority", _WHOLE),
        _need("detached", sa.Boolean),
        _may("orders", _TEXT),
        _need("manner", _TEXT),
        *(_may(name, _TEXT) for name in ("idempotency", "cache_key", "webhook", "batch")),
        *(_may(name, _TIME) for name in ("begun", "ended", "delivered", "broken", "written")),
        _may("outcome", _TEXT),
        _may("failure", _TEXT),
        sa.UniqueConstraint("id", name="uq_jobs_id"),
        sa.UniqueConstraint("owner", "idempotency", name="uq_jobs_owner_idempotency"),
    )
    _index("jobs", ["owner", "fingerprint", "number"], ["owner", "state"], ["owner", "detached", "number"])
    _index("jobs", ["state", "server"], ["cache_key", "number"], ["batch", "written"], ["ended"])


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        _number(),
        _need("at", _TIME),
        _need("day", _TEXT),
        _need("key", _TEXT),
        _may("job", _TEXT),
        _need("route", _TEXT),
        _need("model", _TEXT),
        _need("engine", _TEXT),
        _may("picture", _WHOLE),
        _need("outcome", _TEXT),
        _need("pictures", _WHOLE),
        _need("tokens", _COUNT),
        _need("cost", _COUNT),
        _need("seconds", _TIME),
        _may("code", _TEXT),
    )
    _index("ledger", ["key", "day"], ["job"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER ledger_refuses_{verb.lower()} BEFORE {verb} ON ledger "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()"
    )


def _make_servers() -> None:
    op.create_table("servers", _need("id", _TEXT, primary_key=True), _need("started", _TIME), _need("seen", _TIME))


def _make_webhooks() -> None:
    op.create_table(
        "webhooks",
        _need("id", _TEXT, primary_key=True),
        _need("key", _TEXT),
        _need("url", _TEXT),
        _need("secret", _TEXT),
        _need("events", _TEXT),
        _need("created", _TIME),
        _may("disabled", _TIME),
    )
    _index("webhooks", ["key"])
    op.create_table("webhook_secrets", _need("key", _TEXT, primary_key=True), _need("secret", _TEXT))
    op.create_table(
        "deliveries",
        _number(),
        _need("id", _TEXT),
        _need("key", _TEXT),
        _may("webhook", _TEXT),
        _need("url", _TEXT),
        _need("host", _TEXT),
        _need("event", _TEXT),
        _may("job", _TEXT),
        _need("body", _TEXT),
        _need("created", _TIME),
        _need("tries", _WHOLE),
        _may("due", _TIME),
        _may("done", _TIME),
        _may("answer", _TEXT),
        sa.UniqueConstraint("id", name="uq_deliveries_id"),
    )
    _index("deliveries", ["due"], ["key"])


def _make_files() -> None:
    op.create_table(
        "files",
        _number(),
        _need("id", _TEXT),
        _need("owner", _TEXT),
        _need("name", _TEXT),
        _need("purpose", _TEXT),
        _need("bytes", _COUNT),
        _need("created", _TIME),
        _may("expires", _TIME),
        sa.UniqueConstraint("id", name="uq_files_id"),
    )
    _index("files", ["owner"])
    op.create_table(
        "pieces",
        _need("file", _TEXT, primary_key=True),
        sa.Column("number", _WHOLE, primary_key=True, autoincrement=False, nullable=False),
        _need("kept", _TEXT),
        _need("bytes", _COUNT),
    )


def _make_batches() -> None:
    op.create_table(
        "batches",
        _number(),
        _need("id", _TEXT),
        _need("owner", _TEXT),
        _may("server", _TEXT),
        _need("state", _TEXT),
        _need("endpoint", _TEXT),
        _need("input_file", _TEXT),
        _may("output_file", _TEXT),
        _may("error_file", _TEXT),
        _need("window", _TEXT),
        _may("metadata", _TEXT),
        _need("terms", _TEXT),
        *(_need(name, _WHOLE) for name in ("total", "completed", "failed", "taken")),
        _may("errors", _TEXT),
        _need("times", _TEXT),
        sa.UniqueConstraint("id", name="uq_batches_id"),
    )
    _index("batches", ["owner"], ["state"])
    op.create_table(
        "answers",
        _need("batch", _TEXT, primary_key=True),
        sa.Column("line", _WHOLE, primary_key=True, autoincrement=False, nullable=False),
    )


def _need(name: str, kind: Any, *, primary_key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=primary_key, nullable=False)


def _may(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


def _number() -> sa.Column[Any]:
    # SQLite numbers rows by itself only where the type is INTEGER.
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("number", kind, primary_key=True, autoincrement=True)


def _index(table: str, *groups: list[str]) -> None:
    for columns in groups:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
