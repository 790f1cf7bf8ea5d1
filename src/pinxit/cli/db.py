"""`pinxit db`: bring the database up to date, check it, and back it up."""

from __future__ import annotations

from pathlib import Path

import click

from pinxit.cli.context import data_option, read_settings


@click.group()
def db() -> None:
    """Bring the database up to date, check it, back it up."""


@db.command()
@data_option
def upgrade(data: Path | None) -> None:
    """Give the database the newest schema. A server does so by itself when it starts."""
    import asyncio  # noqa: PLC0415

    from pinxit.assembly import open_database  # noqa: PLC0415
    from pinxit.storage import connections, migrating  # noqa: PLC0415

    async def run() -> bool:
        try:
            return await migrating.upgrade(database)
        finally:
            await database.close()

    database = open_database(read_settings(data=data))
    changed = asyncio.run(run())
    name = connections.describe(database.engine)
    click.echo(f"{name}: {'now at' if changed else 'is already at'} schema {migrating.find_head()}.")


@db.command()
@data_option
@click.pass_context
def check(context: click.Context, data: Path | None) -> None:
    """Look whether the database is sound and the ledger adds up. Exit code 1 where not.

    It changes nothing, and servers may be at work.
    """
    import asyncio  # noqa: PLC0415

    from pinxit.assembly import open_database  # noqa: PLC0415
    from pinxit.storage import checking, connections, migrating  # noqa: PLC0415

    async def run() -> list[str]:
        if database.path is not None and not database.path.exists():
            return [f"There is no database at {database.path} yet: `pinxit db upgrade` makes it."]
        try:
            return await migrating.check(database) or await database.read(checking.find_faults)
        finally:
            await database.close()

    database = open_database(read_settings(data=data))
    found = asyncio.run(run())
    for sentence in found or [f"{connections.describe(database.engine)}: sound, and the ledger adds up."]:
        click.echo(sentence)
    context.exit(1 if found else 0)


@db.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_option
def backup(file: Path, data: Path | None) -> None:
    """Write the database to FILE as it is at one moment, also while servers are at work.

    SQLite becomes a database file again; PostgreSQL is left to pg_dump, for pg_restore. Pictures are not in it.
    """
    from pinxit.assembly import open_database  # noqa: PLC0415
    from pinxit.storage.backup import back_up  # noqa: PLC0415

    database = open_database(read_settings(data=data))
    back_up(database, file)
    click.echo(f"{file}: {file.stat().st_size:,} bytes. Pictures are not in it; see docs/serving.md.")
