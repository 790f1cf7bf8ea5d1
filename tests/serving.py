"""A server in a process of its own that can be killed, told to stop, and started again in the same place."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx2
from sqlalchemy import Connection, create_engine, make_url, select
from sqlalchemy.pool import NullPool

from pinxit.storage.checking import find_faults
from pinxit.storage.tables import jobs, ledger

_START = 60.0  # seconds that a start may take on a loaded machine


class ServerProcess:
    """`pinxit serve` with FakeEngine on one port and one data directory, whatever happens to it."""

    def __init__(self, data: Path, **settings: str) -> None:
        """PINXIT_<NAME> are taken from `settings`."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.data = data
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data / "server.log"
        self._said = data / "greeting.txt"
        usual = {"engines": "pinxit.testing:FakeEngine", "workers": "2", "port": str(self.port), "data": str(data)}
        self._settings = {f"PINXIT_{name.upper()}": value for name, value in (usual | settings).items()}
        self._database = settings.get("database") or f"sqlite:///{data / 'pinxit.db'}"
        self.process: subprocess.Popen[bytes] | None = None
        self.key = ""
        data.mkdir(parents=True, exist_ok=True)

    def start(self) -> Self:
        """Start, and wait until it is ready. Raises RuntimeError where it does not get so far."""
        with self.log.open("ab") as log, self._said.open("ab") as said:
            command = [sys.executable, "-u", "-m", "pinxit", "serve"]
            self.process = subprocess.Popen(command, stdout=said, stderr=log, env=os.environ | self._settings)
        end = time.monotonic() + _START
        while self.status("/ready") != 200:
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The server did not start: {self.log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.02)
        self.key = self.key or re.findall(r"sk-pinxit-\S{30,}", self._said.read_text())[0]
        return self

    def tell(self, how: signal.Signals) -> None:
        """Send it a signal."""
        assert self.process is not None
        self.process.send_signal(how)

    def wait(self, seconds: float = 60.0) -> int:
        """Its exit code. Raises TimeoutExpired."""
        assert self.process is not None
        return self.process.wait(seconds)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def status(self, path: str) -> int | None:
        """The status of an open page; None where nobody listens."""
        try:
            return httpx2.get(self.url + path, timeout=10).status_code
        except httpx2.HTTPError:
            return None

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.key}"}

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def read_outcomes(self) -> list[tuple[str | None, str]]:
        """Job and outcome of every line of the ledger, in their order."""
        with self._connect() as connection:
            return [tuple(row) for row in connection.execute(select(ledger.c.job, ledger.c.outcome).order_by("number"))]

    def read_states(self) -> dict[str, str]:
        """The state of every job."""
        with self._connect() as connection:
            return {row.id: row.state for row in connection.execute(select(jobs.c.id, jobs.c.state))}

    def find_faults(self) -> list[str]:
        """What does not add up in the books."""
        with self._connect() as connection:
            return find_faults(connection)

    def _connect(self) -> Connection:
        url = make_url(self._database)
        if url.drivername in {"postgres", "postgresql"}:
            url = url.set(drivername="postgresql+psycopg")
        return create_engine(url, poolclass=NullPool).connect()
