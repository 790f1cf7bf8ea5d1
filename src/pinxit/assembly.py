"""The one place where settings become objects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pinxit.core.archive import KeyRing
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Engine, StartingEngine
from pinxit.core.errors import EngineMissing
from pinxit.core.sources import Fetcher, NoFetcher
from pinxit.core.studio import Studio
from pinxit.core.tickets import TicketOffice
from pinxit.engines import load_engine
from pinxit.settings import Settings
from pinxit.storage.archive import FolderArchive
from pinxit.storage.keyring import FileKeyRing
from pinxit.storage.secret import read_secret

if TYPE_CHECKING:
    from starlette.types import ASGIApp


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


def open_ring(settings: Settings) -> KeyRing:
    """The keys of the data directory; makes nothing until a key is kept."""
    return FileKeyRing(settings.data)


def open_workshop(settings: Settings) -> Workshop:
    """Load the engines that are named. Raises ConfigurationError and EngineMissing."""
    return Workshop([load_engine(name, workers=settings.workers, queue=settings.queue) for name in settings.engines])


def open_fetcher(settings: Settings) -> Fetcher:
    """Who gets the pictures that requests point to. Raises ConfigurationError for a wrong PINXIT_FETCH_ALLOW."""
    if settings.fetch == "off":
        return NoFetcher()
    from pinxit.network.fetching import GuardedFetcher  # noqa: PLC0415  (its HTTP client takes a while to import)

    return GuardedFetcher(settings.fetch_allow)


def assemble(settings: Settings) -> ASGIApp:
    """The whole server as an ASGI application."""
    # The command line's other commands never need the web framework, so it is imported here and not above.
    from pinxit.web.app import build_app  # noqa: PLC0415
    from pinxit.web.desk import Desk  # noqa: PLC0415

    workshop = open_workshop(settings)
    return build_app(
        Desk(
            studio=workshop.studio,
            ring=open_ring(settings),
            start=workshop.start,
            close=workshop.close,
            profile=settings.profile,
            max_body=settings.max_body,
            body_timeout=settings.body_timeout,
            heartbeat=settings.heartbeat,
            fetcher=open_fetcher(settings),
            # A minute more than its address is good for: that ends on a full minute.
            archive=FolderArchive(settings.data / "files", settings.files_keep + 60, settings.files_room),
            tickets=TicketOffice(read_secret(settings.data), settings.files_keep),
            public_url=settings.public_url,
        )
    )


def write_gallery(folder: Path, things: Sequence[str] = ()) -> list[Path]:
    """Draw all that the illustrator knows, or only `things`, into contact sheets in `folder`; returns the files."""
    try:
        from pinxit.engines.illustrator import gallery  # noqa: PLC0415
    except ImportError as error:
        raise EngineMissing(f"The illustrator's gallery cannot be loaded: {error}.") from error
    return list(gallery.write(folder, things))
