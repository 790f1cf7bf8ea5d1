"""The one place where settings become objects."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pinxit.core.batches import Filing
from pinxit.core.caps import Purses
from pinxit.core.catalog import STAND_INS, Catalog
from pinxit.core.delivering import Deliverer
from pinxit.core.engine import Engine
from pinxit.core.errors import ConfigurationError, EngineMissing
from pinxit.core.filing import Cabinet
from pinxit.core.hooks import Hooks, NoSender
from pinxit.core.housekeeping import keep_house
from pinxit.core.prices import load_prices
from pinxit.core.runner import JobRunner, Policy
from pinxit.core.sources import Fetcher, NoFetcher
from pinxit.core.standing import UpstreamStanding
from pinxit.core.tickets import TicketOffice
from pinxit.engines import LOCAL
from pinxit.gateway import list_caps, look_over, open_engines, open_upstreams, plan_routes, watch_for_local
from pinxit.settings import Settings
from pinxit.storage.batches import SqlBatchBook
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.hooks import SqlHookStore
from pinxit.storage.keyring import SqlKeyRing, import_keys
from pinxit.storage.migrating import upgrade
from pinxit.storage.secret import read_secret
from pinxit.storage.servers import Servers
from pinxit.storage.spending import SqlSpending
from pinxit.storage.stores import open_archive
from pinxit.storage.uploads import SqlFileBook
from pinxit.storage.usage import SqlUsageBook
from pinxit.workshop import Workshop

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from pinxit.web.desk import Desk

_LOG = logging.getLogger("pinxit.upstreams")


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
        # An address ends on a full minute, and what it leads to is there until then; a picture is kept some seconds
        # before its address can be made.
        keep = max(settings.files_keep, settings.url_keep + 75)
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


def open_workshop(settings: Settings, storage: Storage | None = None) -> Workshop:
    """Load the engines that are named, and those of the upstreams. Raises ConfigurationError and EngineMissing.

    What is spent at upstreams is kept below their caps by the ledger of `storage`; without it, there are no caps.
    """
    watch = watch_for_local(settings)
    engines = open_engines(settings)
    late = None if any(engine.name == LOCAL for engine in engines) else watch
    upstreams = open_upstreams(settings, engines)
    purses = None
    if storage is not None and (caps := list_caps(settings.gateway)):
        purses = Purses(caps, SqlSpending(storage.database), load_prices(settings.prices))

    def plan(engines: Sequence[Engine], away: Collection[str]) -> Catalog:
        routing, left_out = plan_routes(settings, engines, away)
        for sentence in left_out:
            _LOG.warning("%s", sentence)
        # Who is away for now should not be taken for somebody who was never there.
        stand_ins = [name for name in STAND_INS if name not in {route.model for route in settings.gateway.models}]
        return Catalog(engines, stand_ins, routing, purses)

    return Workshop(engines, upstreams, plan, late)


@asynccontextmanager
async def use_workshop(settings: Settings) -> AsyncIterator[Workshop]:
    """The workshop for a while. With caps it looks into the ledger."""
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(settings)) if settings.gateway.caps else None
        workshop = open_workshop(settings, storage)
        stack.push_async_callback(workshop.close)
        yield workshop


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

    for warning in settings.gateway.warnings:
        _LOG.warning("%s", warning)
    storage = Storage(settings)
    return build_app(furnish(settings, open_workshop(settings, storage), storage))


def furnish(settings: Settings, workshop: Workshop, storage: Storage) -> Desk:
    """The desk of a server that draws in this workshop and keeps in this storage; it closes both when it closes."""
    # The command line's other commands never need the web framework, so it is imported here and not above.
    from pinxit.web.desk import Desk  # noqa: PLC0415

    policy = Policy(settings.linger, settings.queue, settings.backlog, settings.cache)
    stores = (storage.archive, storage.uploads)
    hooks = open_hooks(settings, storage)

    spending = SqlSpending(storage.database)

    async def close() -> None:
        await workshop.close()
        await storage.close()

    async def overlook() -> Sequence[UpstreamStanding]:
        return await look_over(settings.gateway, workshop.studio.catalog, workshop.away, spending)

    return Desk(
        jobs=JobRunner(workshop.studio, storage.book, stores, load_prices(settings.prices), policy),
        ring=storage.ring,
        usage=storage.usage,
        start=workshop.start,
        close=close,
        open=storage.open,
        beside=(*_list_chores(settings, storage, hooks), *workshop.chores),
        profile=settings.profile,
        max_body=settings.max_body,
        body_timeout=settings.body_timeout,
        heartbeat=settings.heartbeat,
        fetcher=open_fetcher(settings),
        archive=storage.archive,
        uploads=storage.uploads,
        tickets=open_tickets(settings),
        public_url=settings.public_url,
        overlook=overlook,
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
