"""One database, SQLite or PostgreSQL, behind functions of a connection that run as transactions in threads.

SQLAlchemy's asyncio extension switches to the driver's thread and back for every statement. Whole transactions in a
thread switch once, cost the event loop a tenth of that, need no second set of drivers, and can be committed together.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import StaticPool

from pinxit.core.errors import ConfigurationError, StorageAway, StorageFailed
from pinxit.storage.answers import Answer, listen
from pinxit.storage.connections import READERS, WRITERS, FileWatch, find_file, make_engine
from pinxit.storage.faults import is_collision, log, translate

_LOG = logging.getLogger("pinxit.storage")
_T = TypeVar("_T")
_TOGETHER = 64  # transactions of SQLite that share one commit, and so one wait for the disk
_TRIES = 5  # of a transaction that collided with another server's
# Who waited this long for a database that is away (seconds) waited for those behind it too: they are refused at once.
_LONG = 1.0
_REST = 2.0


class Database:
    """Runs functions of a connection as transactions, each in a thread.

    SQLite has one writer anyway: its thread takes all that waits and commits it at once, each in a savepoint of its
    own. With PostgreSQL every transaction has a connection to itself.
    """

    def __init__(self, url: str | Path) -> None:
        """A file of SQLite, or a URL of SQLAlchemy: `sqlite:////var/lib/pinxit/pinxit.db`, `sqlite://` for memory
        alone, or `postgresql://user@host/name`. Nothing is touched before the first transaction.

        Raises ConfigurationError.
        """
        self.engine = make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.path = find_file(self.engine)
        """The file of SQLite; None for memory and for PostgreSQL."""
        self._watch = None if self.path is None else FileWatch(self.path)
        self._writes: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        # In memory there is a single connection, so a single thread for everything.
        self._in_memory = isinstance(self.engine.pool, StaticPool)
        self._reads: queue.SimpleQueue[_Work | None] = self._writes if self._in_memory else queue.SimpleQueue()
        self._threads: list[tuple[threading.Thread, queue.SimpleQueue[_Work | None]]] = []
        self._closed = False
        self._away = False
        # By the monotonic clock. Readers of SQLite do not wait for whom its writers wait for.
        self._refuse_until = {"IMMEDIATE": 0.0, "DEFERRED": 0.0}
        self._lock = threading.Lock()
        self._left_open = threading.local()

    async def write(self, work: Callable[[Connection], _T], *, lazy: bool = False) -> _T:
        """Run `work` as one transaction; when this returns it is on the disk. `work` may be run again on a collision.

        With `lazy` SQLite does not wait for the disk: killing the server loses nothing, but a power cut may take back
        this transaction, with all that came after it.

        Raises StorageAway, StorageFailed and what `work` raises, which rolls back. After StorageAway from PostgreSQL
        nobody knows whether it was committed, where the connection broke just then. Cancelling does not stop it.
        """
        return (await self.submit(work, lazy=lazy)).get()

    def submit(
        self,
        work: Callable[[Connection], _T],
        *,
        lazy: bool = False,
        unheard: Callable[[Answer[_T]], None] | None = None,
    ) -> asyncio.Future[Answer[_T]]:
        """The same for whoever wants to hear of the end although it does not wait for it any more: where the future
        was cancelled, `unheard` is called with the answer, on the event loop.
        """
        return self._submit(self._writes, work, lazy, unheard)

    async def read(self, work: Callable[[Connection], _T]) -> _T:
        """Run `work`, which only looks. Raises as `write` does."""
        return (await self._submit(self._reads, work)).get()

    def write_later(self, work: Callable[[Connection], object]) -> None:
        """Run `work` as a transaction that nobody waits for; where it fails, the log says so."""
        self._put(self._writes, _Work(work, _tell_failure, lazy=True))

    async def close(self) -> None:
        """Finish what was handed in, stop the threads and close the connections."""
        with self._lock:
            self._closed = True
            for _, box in self._threads:
                box.put(None)
            threads, self._threads = self._threads, []
        for thread, _ in threads:
            await asyncio.to_thread(thread.join)
        self.engine.dispose()

    def make_folder(self) -> None:
        """Make the folder that the file of SQLite lies in, for its owner alone. Raises ConfigurationError."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ConfigurationError(f"The folder {self.path.parent} cannot be made: {error.strerror}.") from error

    def _submit(
        self,
        box: queue.SimpleQueue[_Work | None],
        work: Callable[[Connection], _T],
        lazy: bool = False,
        unheard: Callable[[Answer[_T]], None] | None = None,
    ) -> asyncio.Future[Answer[_T]]:
        heard, tell = listen(unheard)
        self._put(box, _Work(work, tell, lazy))
        return heard

    def _put(self, box: queue.SimpleQueue[_Work | None], work: _Work) -> None:
        with self._lock:  # nothing gets into a box after the threads were told to stop
            if self._closed:
                raise StorageAway("The server is being stopped.")
            if not self._threads:
                self._start()
            box.put(work)

    def _start(self) -> None:
        writers, readers = (1 if self.is_sqlite else WRITERS), (0 if self._in_memory else READERS)
        together = _TOGETHER if self.is_sqlite else 1
        kinds = [("writer", self._writes, together, "IMMEDIATE")] * writers
        for name, box, most, begin in kinds + [("reader", self._reads, 1, "DEFERRED")] * readers:
            thread = threading.Thread(target=self._serve, args=(box, most, begin), name=f"pinxit-{name}", daemon=True)
            self._threads.append((thread, box))
            thread.start()

    def _serve(self, box: queue.SimpleQueue[_Work | None], most: int, begin: str) -> None:
        last = False
        while not last:
            batch, last = _take(box, most)
            self._run(batch, begin)
            del batch  # an idle thread must not hold on to what it did last
        if left := self._left_open.__dict__.pop("connection", None):
            left.close()

    def _run(self, batch: list[_Work], begin: str) -> None:
        """One transaction of all; where that fails as a whole, nothing of it is kept and each is run by itself."""
        answers: list[Answer[Any]] | None = None
        if len(batch) > 1:
            try:
                answers = self._run_together(batch, begin)
            except _NotBegun as error:
                answers = [Answer(error=copy(error.fault)) for _ in batch]  # each would wait as long again
            except BaseException as error:
                _LOG.warning("Transactions that failed together are run one by one: %s", type(error).__name__)
        # Only now that it is known what was committed: nothing that happens from here on may run anything again.
        for number, work in enumerate(batch):
            work.tell(answers[number] if answers is not None else self._run_alone(work, begin))

    def _run_together(self, batch: list[_Work], begin: str) -> list[Answer[Any]]:
        """Raises where nothing was committed, also where that was found out last."""
        with self._transact(begin, all(work.lazy for work in batch)) as connection:
            return [self._run_within(work, connection) for work in batch]

    def _run_within(self, work: _Work, connection: Connection) -> Answer[Any]:
        """In a savepoint of its own. Raises where the whole transaction is lost."""
        point = connection.begin_nested()
        try:
            result = work.function(connection)
        except BaseException as error:
            point.rollback()  # raises where SQLite gave up the whole transaction, as it does when the disk is full
            return Answer(error=self._judge(error))
        point.commit()
        return Answer(result)

    def _run_alone(self, work: _Work, begin: str) -> Answer[Any]:
        for tries_left in reversed(range(_TRIES)):
            try:
                with self._transact(begin, work.lazy) as connection:
                    result = work.function(connection)
                    self._require_whole(connection)
                return Answer(result)
            except _NotBegun as error:
                return Answer(error=error.fault)
            except BaseException as error:
                if not (tries_left and isinstance(error, DBAPIError) and is_collision(error)):
                    return Answer(error=self._judge(error))
        raise AssertionError("the last try returns")

    @contextmanager
    def _transact(self, begin: str, lazy: bool) -> Iterator[Connection]:
        """A connection for one transaction, which is committed at the end. Raises _NotBegun, or what breaks it."""
        begun = time.monotonic()
        if begun < self._refuse_until[begin]:
            raise _NotBegun(StorageAway("The server's database cannot be reached for now; try again in a moment."))
        try:
            if self._watch is not None:
                self._watch.check()
            connection = self._open().execution_options(pinxit_begin=begin, pinxit_lazy=lazy)
            try:
                transaction = connection.begin()
            except BaseException:
                connection.close()
                raise
        except Exception as error:
            fault = self._judge(error)
            if isinstance(fault, StorageAway) and time.monotonic() - begun > _LONG:
                self._refuse_until[begin] = time.monotonic() + _REST
            raise _NotBegun(fault) from None
        try:
            with transaction:
                yield connection
        except BaseException:
            connection.close()
            raise
        self._leave_open(connection)
        if self._away:
            self._away = False
            _LOG.warning("The database can be reached again.")

    def _open(self) -> Connection:
        """A connection: with SQLite's file the one that this thread has left open, if there is one."""
        left: Connection | None = self._left_open.__dict__.pop("connection", None)
        return self.engine.connect() if left is None else left

    def _leave_open(self, connection: Connection) -> None:
        """Keep it for this thread's next transaction, where nobody else may want it: opening takes a tenth of one."""
        if self.path is None:
            connection.close()
        else:
            self._left_open.connection = connection

    def _require_whole(self, connection: Connection) -> None:
        """Raise where SQLite gave up the transaction and `work` went on, which committed each of its statements."""
        driver = connection.connection.dbapi_connection
        if self.is_sqlite and driver is not None and not driver.in_transaction:
            raise StorageFailed("The server's database gave up a transaction; its log says why.")

    def _judge(self, error: BaseException) -> BaseException:
        """What whoever asked gets to see; what went wrong in the database goes to the log, once while it is away."""
        if isinstance(error, PoolTimeout):
            return StorageAway("The server's database is too slow for now; try again in a moment.")
        if isinstance(error, StopIteration) or not isinstance(error, Exception):
            # Futures cannot carry the one, and the others would end the event loop.
            return RuntimeError(f"a transaction raised {type(error).__name__}")
        if not isinstance(error, DBAPIError):
            return error
        fault = translate(error)
        if not (isinstance(fault, StorageAway) and self._away):
            log(error)
        self._away = self._away or isinstance(fault, StorageAway)
        return fault


@dataclass(frozen=True, slots=True)
class _Work:
    function: Callable[[Connection], Any]
    tell: Callable[[Answer[Any]], None]
    """Called once it is known what was committed, in the thread that ran it; raises nothing."""
    lazy: bool


class _NotBegun(Exception):
    """No transaction could be begun, so nothing was run."""

    def __init__(self, fault: BaseException) -> None:
        super().__init__()
        self.fault = fault


def _take(box: queue.SimpleQueue[_Work | None], most: int) -> tuple[list[_Work], bool]:
    """Wait for work and take what else is there; tells whether that was the last."""
    batch: list[_Work] = []
    while len(batch) < most:
        try:
            work = box.get(block=not batch)
        except queue.Empty:
            return batch, False
        if work is None:
            return batch, True
        batch.append(work)
    return batch, False


def _tell_failure(answer: Answer[Any]) -> None:
    if answer.error is not None:
        _LOG.warning("A note was not written: %s", answer.error)
