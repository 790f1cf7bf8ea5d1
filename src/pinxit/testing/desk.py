"""The web application without a server, for tests in one process."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pinxit.core.archive import Key
from pinxit.core.batches import Filing
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Engine, StartingEngine
from pinxit.core.filing import Cabinet
from pinxit.core.hooks import Hooks
from pinxit.core.prices import load_prices
from pinxit.core.runner import JobRunner, Policy
from pinxit.core.studio import Studio

if TYPE_CHECKING:
    from pinxit.storage.database import Database
    from pinxit.web.desk import Desk


def make_desk(engine: Engine, *keys: Key, policy: Policy | None = None, **fields: Any) -> Desk:
    """What `build_app` wants, with keys, jobs and the ledger in memory and pictures in a temporary folder.

    Ready without a lifespan. `fields` are those of Desk. The work on a request ends with its caller's connection,
    unless `policy` says otherwise.
    """
    from pinxit.storage.archive import FolderArchive  # noqa: PLC0415  (whoever tests an engine needs no database)
    from pinxit.storage.batches import SqlBatchBook  # noqa: PLC0415
    from pinxit.storage.book import SqlJobBook  # noqa: PLC0415
    from pinxit.storage.database import Database  # noqa: PLC0415
    from pinxit.storage.keyring import SqlKeyRing, insert_key  # noqa: PLC0415
    from pinxit.storage.servers import Servers  # noqa: PLC0415
    from pinxit.storage.tables import metadata  # noqa: PLC0415
    from pinxit.storage.uploads import SqlFileBook  # noqa: PLC0415
    from pinxit.storage.usage import SqlUsageBook  # noqa: PLC0415
    from pinxit.web.desk import Desk  # noqa: PLC0415

    database, folder = Database("sqlite://"), tempfile.TemporaryDirectory(prefix="pinxit-", ignore_cleanup_errors=True)
    with database.engine.begin() as connection:
        metadata.create_all(connection)
    servers = Servers(database, "here")
    ring, book = SqlKeyRing(database), SqlJobBook(database, servers)
    for key in keys:
        database.write_later(partial(insert_key, key=key))
    archive = fields.pop("archive", None) or FolderArchive(Path(folder.name) / "files", 3600, 2**30)
    uploads = FolderArchive(Path(folder.name) / "uploads", 3600, 2**30)
    usual = Policy(linger=0.0, queue=getattr(engine, "queue", 16))
    jobs = JobRunner(Studio(Catalog([engine])), book, (archive, uploads), load_prices(), policy or usual)

    async def close() -> None:
        await engine.close()
        await database.close()
        folder.cleanup()

    cabinet = Cabinet(SqlFileBook(database), uploads, 2**30)
    made: dict[str, Any] = {"jobs": jobs, "ring": ring, "close": close, "archive": archive, "uploads": uploads}
    made |= {"usage": SqlUsageBook(database), "filing": Filing(cabinet, SqlBatchBook(database, servers))}
    made |= {"start": engine.start if isinstance(engine, StartingEngine) else _nothing, "hooks": _make_hooks(database)}
    return Desk(**made | fields)


def _make_hooks(database: Database) -> Hooks:
    from pinxit.storage.hooks import SqlHookStore  # noqa: PLC0415

    return Hooks(SqlHookStore(database), FakeSender())


class FakeSender:
    """A Sender that takes every address and keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Mapping[str, str], bytes]] = []

    async def check_target(self, url: str) -> None:
        pass

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> str:
        self.sent.append((url, headers, body))
        return "200"


async def _nothing() -> None:
    pass
