"""A runner with a real book on SQLite, a folder for pictures and a fake engine; its storage can be sent away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import select

from pinxit.core.access import make_key
from pinxit.core.archive import JobBook, Key
from pinxit.core.catalog import Catalog
from pinxit.core.errors import StorageAway
from pinxit.core.images import ImageRequest, Size
from pinxit.core.jobs import Job, JobState
from pinxit.core.orders import Order
from pinxit.core.prices import Price, Prices
from pinxit.core.runner import JobRunner, Policy
from pinxit.core.studio import Studio
from pinxit.storage.answers import Answer
from pinxit.storage.archive import FolderArchive
from pinxit.storage.book import SqlJobBook
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.storage.servers import Servers
from pinxit.storage.tables import jobs, ledger, metadata
from pinxit.testing import FakeEngine

COST = 40  # billionths of a dollar for each picture
_PRICES = Prices({"*": Price(picture=COST)})


class FlakyBook:
    """A book that can be sent away."""

    def __init__(self, book: SqlJobBook, calls: list[str]) -> None:
        self._book = book
        self.away = False
        self.calls = calls

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        method = getattr(self._book, name)

        async def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            if self.away:
                raise StorageAway("The book is away, as it was told.")
            return await method(*arguments, **named)

        return call


class DeafDatabase(Database):
    """A database whose answers can get lost after the work was done."""

    def __init__(self, url: str, calls: list[str]) -> None:
        super().__init__(url)
        self._calls = calls
        self.deaf = 0
        """How many answers to admissions and completions get lost."""
        self.slow = 0.0
        """Seconds between what is done and its answer."""

    def submit(self, *arguments: Any, unheard: Any = None, **named: Any) -> asyncio.Future[Answer[Any]]:
        loop = asyncio.get_running_loop()
        told: asyncio.Future[Answer[Any]] = loop.create_future()

        def tell(answer: Answer[Any]) -> None:
            if self.deaf and self._calls[-1] in {"admit", "complete"}:
                self.deaf -= 1
                answer = Answer(error=StorageAway("The answer got lost, as it was told."))
            if not told.cancelled():
                told.set_result(answer)
            elif unheard is not None:
                unheard(answer)

        def wait(done: asyncio.Future[Answer[Any]]) -> None:
            loop.call_later(self.slow, tell, done.result()) if self.slow else tell(done.result())

        super().submit(*arguments, **named).add_done_callback(wait)
        return told


class House:
    """One server's worth of core and storage. Several may share a folder, as servers share a database."""

    def __init__(self, folder: Path, engine: FakeEngine, server: str, policy: Policy) -> None:
        calls: list[str] = []
        self.database = DeafDatabase(f"sqlite:///{folder / 'pinxit.db'}", calls)
        self.ring = SqlKeyRing(self.database)
        self.engine = engine
        self.servers = Servers(self.database, server)
        self.book = SqlJobBook(self.database, self.servers)
        self.flaky = FlakyBook(self.book, calls)
        self.archive = FolderArchive(folder / "files", 3600, 2**30)
        stores = (self.archive, FolderArchive(folder / "uploads", 3600, 2**30))
        self.runner = JobRunner(Studio(Catalog([engine])), cast(JobBook, self.flaky), stores, _PRICES, policy)

    async def make_key(self, name: str = "k", **terms: Any) -> Key:
        _, key = make_key(name, **terms)
        await self.ring.add(key)
        return key

    async def find_states(self) -> dict[str, JobState]:
        rows = await self.database.read(lambda c: c.execute(select(jobs.c.id, jobs.c.state)).all())
        return {row.id: JobState(row.state) for row in rows}

    async def list_outcomes(self) -> list[str]:
        """The outcomes in the ledger, in the order in which they were written."""
        rows = await self.database.read(lambda c: c.execute(select(ledger.c.outcome).order_by(ledger.c.number)).all())
        return [row.outcome for row in rows]

    async def check(self) -> None:
        """The sums add up. Fails the test where they do not."""
        assert list(await self.book.check()) == []


@asynccontextmanager
async def open_house(
    folder: Path, *, workers: int = 1, server: str = "here", policy: Policy | None = None
) -> AsyncIterator[House]:
    """A house for a while; at the end it must have kept its books right."""
    house = House(folder, FakeEngine(workers=workers, queue=100), server, policy or Policy(linger=0.2, queue=100))
    with house.database.engine.begin() as connection:
        metadata.create_all(connection)
    try:
        yield house
        await house.runner.stop(0.0)
        await house.check()
    finally:
        await house.servers.leave()
        await house.database.close()


def ask(prompt: str = "a fox", **wishes: Any) -> Order:
    """An order of a small picture; what ImageRequest does not know is the order's."""
    own = {name: wishes.pop(name) for name in tuple(wishes) if name in Order.__dataclass_fields__}
    return Order("images.generate", ImageRequest(model="auto", prompt=prompt, size=Size(64, 64), **wishes), **own)


async def until(true: Callable[[], bool | Coroutine[Any, Any, bool]], seconds: float = 10.0) -> None:
    """Wait until something is true. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:
            answer = true()
            if answer if isinstance(answer, bool) else await answer:
                return
            await asyncio.sleep(0.005)


async def wait_for_end(house: House, job: Job) -> Job:
    """The job when it is over."""

    async def over() -> bool:
        return (await house.book.find(job.id)).state.over

    await until(over)
    return await house.book.find(job.id)
