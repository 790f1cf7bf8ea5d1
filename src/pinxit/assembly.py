"""The one place where settings become objects."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pinxit.core.batches import Filing
from pinxit.core.catalog import Catalog
from pinxit.core.delivering import Deliverer
from pinxit.core.engine import Engine, StartingEngine
from pinxit.core.errors import ConfigurationError, EngineMissing
from pinxit.core.filing import Cabinet
from pinxit.core.hooks import Hooks, NoSender
from pinxit.core.housekeeping import keep_house
from pinxit.core.prices import load_prices
from pinxit.core.runner import JobRunner, Policy
from pinxit.core.sources import Fetcher, NoFetcher
from pinxit.core.studio import Studio
from pinxit.core.tickets import TicketOffice
from pinxit.engines import load_engine
from pinxit.settings import Settings
from pinxit.storage.batches import SqlBatchBook
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.hooks import SqlHookStore
from pinxit.storage.keyring import SqlKeyRing, import_keys
from pinxit.storage.migrating import upgrade
from pinxit.storage.secret import read_secret
from pinxit.storage.servers import Servers
from pinxit.storage.stores import open_archive
from pinxit.storage.uploads import SqlFileBook
from pinxit.storage.usage import SqlUsageBook

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from pinxit.web.desk import Desk


_BEGUN = 64  # pictures


class Workshop:
    """A studio and the engines behind it; `close` gives their processes back."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = engines
        self.studio = Studio(Catalog(engines))

    async def start(self) -> None:
        """Start what is slow to start, so that the first caller does not wait for it. Raises EngineFailed."""
        for engine in self._engines:
            if isinstance(engine, StartingEngine):
                await engine.start()

    async def close(self) -> None:
        for engine in self._engines:
            await engine.close()


def open_database(settings: Settings) -> Database:
    """The database of the settings; it is not touched yet. Raises ConfigurationError."""
    return Database(settings.database or settings.data / "pinxit.db")


class Storage:
    """Everything that outlives the process: the database with keys, jobs and the ledger, and two stores of bytes."""

    def __init__(self, settings: Settings) -> None:
        """Names where things are; nothing is touched before `open`. Raises ConfigurationError."""
        self._settings = settings
        self.database = open_database(settings)
        self.ring = SqlKeyRing(self.database)
        self.servers = Servers(self.database)
        self.book = SqlJobBook(self.database, self.servers)
        self.usage = SqlUsageBook(self.database)
        where = settings.files or settings.data
        # An address ends on a full minute, and what it leads to is there until then.
        keep = max(settings.files_keep, settings.url_keep + 60)
        self.archive = open_archive(where, keep, settings.files_room, "files")
        self.uploads = open_archive(where, settings.uploads_keep, settings.files_room, "uploads")

    async def open(self) -> None:
        """Make the schema the newest one and take over keys of an older version. Raises ConfigurationError."""
        try:
            self._settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigurationError(
                f"The data directory {self._settings.data} cannot be made: {error.strerror}."
            ) from error
        await upgrade(self.database)
        await import_keys(self._settings.data, self.ring)

    async def close(self) -> None:
        await self.servers.leave()
        await self.database.close()


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[Storage]:
    """The storage for a while, made ready."""
    storage = Storage(settings)
    await storage.open()
    try:
        yield storage
    finally:
        await storage.close()


def open_workshop(settings: Settings) -> Workshop:
    """Load the engines that are named. Raises ConfigurationError and EngineMissing."""
    # What waits, waits where keys take turns; the engine's own queue holds only what is begun.
    queue = max(settings.queue, _BEGUN)
    return Workshop([load_engine(name, workers=settings.workers, queue=queue) for name in settings.engines])


def open_fetcher(settings: Settings) -> Fetcher:
    """Who gets the pictures that requests point to. Raises ConfigurationError for a wrong PINXIT_FETCH_ALLOW."""
    if settings.fetch == "off":
        return NoFetcher()
    from pinxit.network.fetching import GuardedFetcher  # noqa: PLC0415  (its HTTP client takes a while to import)

    return GuardedFetcher(settings.fetch_allow)


def open_hooks(settings: Settings, storage: Storage) -> Hooks:
    """Webhooks, and who posts to them. Raises ConfigurationError for a wrong PINXIT_FETCH_ALLOW."""
    store = SqlHookStore(storage.database)
    if settings.webhooks == "off":
        return Hooks(store, NoSender())
    from pinxit.network.posting import GuardedSender  # noqa: PLC0415  (its HTTP client takes a while to import)

    return Hooks(store, GuardedSender(settings.fetch_allow))


def assemble(settings: Settings) -> ASGIApp:
    """The whole server as an ASGI application."""
    from pinxit.web.app import build_app  # noqa: PLC0415

    return build_app(furnish(settings, open_workshop(settings), Storage(settings)))


def furnish(settings: Settings, workshop: Workshop, storage: Storage) -> Desk:
    """The desk of a server that draws in this workshop and keeps in this storage; it closes both when it closes."""
    # The command line's other commands never need the web framework, so it is imported here and not above.
    from pinxit.web.desk import Desk  # noqa: PLC0415

    policy = Policy(settings.linger, settings.queue, settings.backlog, settings.cache)
    stores = (storage.archive, storage.uploads)
    hooks = open_hooks(settings, storage)

    async def close() -> None:
        await workshop.close()
        await storage.close()

    return Desk(
        jobs=JobRunner(workshop.studio, storage.book, stores, load_prices(settings.prices), policy),
        ring=storage.ring,
        usage=storage.usage,
        start=workshop.start,
        close=close,
        open=storage.open,
        beside=tuple(_list_chores(settings, storage, hooks)),
        profile=settings.profile,
        max_body=settings.max_body,
        body_timeout=settings.body_timeout,
        heartbeat=settings.heartbeat,
        fetcher=open_fetcher(settings),
        archive=storage.archive,
        uploads=storage.uploads,
        tickets=open_tickets(settings),
        public_url=settings.public_url,
        hooks=hooks,
        filing=_open_filing(settings, storage),
    )


def open_tickets(settings: Settings) -> TicketOffice:
    """Who signs the addresses of pictures. Raises ConfigurationError where the secret cannot be read or made."""
    # A text of any length becomes 32 bytes.
    given = hashlib.sha256(settings.secret.encode()).digest() if settings.secret else None
    return TicketOffice(given or read_secret(settings.data), settings.url_keep)


def _list_chores(settings: Settings, storage: Storage, hooks: Hooks) -> Iterator[Callable[[], Awaitable[None]]]:
    """What runs beside the server."""
    yield storage.servers.beat
    yield partial(keep_house, (storage.archive, storage.uploads), storage.book, settings.jobs_keep)
    if settings.webhooks == "on":
        yield Deliverer(hooks.store, hooks.sender).deliver_forever


def _open_filing(settings: Settings, storage: Storage) -> Filing:
    cabinet = Cabinet(
        SqlFileBook(storage.database),
        storage.uploads,
        settings.uploads_room,
        settings.uploads_keep,
        settings.files_room // 2,  # or the first pieces of an output would have to make room for its last ones
    )
    return Filing(cabinet, SqlBatchBook(storage.database, storage.servers))


def write_gallery(folder: Path, things: Sequence[str] = ()) -> list[Path]:
    """Draw all that the illustrator knows, or only `things`, into contact sheets in `folder`; returns the files."""
    try:
        from pinxit.engines.illustrator import gallery  # noqa: PLC0415
    except ImportError as error:
        raise EngineMissing(f"The illustrator's gallery cannot be loaded: {error}.") from error
    return list(gallery.write(folder, things))
