"""Keys in the database: hashes only. What an earlier pinxit kept in a file is taken over once."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, literal, or_, select, text, update

from pinxit.core.access import check_name
from pinxit.core.archive import Key, KeyRing
from pinxit.core.errors import ConfigurationError, InvalidRequest, NotFound
from pinxit.core.limits import read_budget, read_rate
from pinxit.storage.database import Database
from pinxit.storage.locks import hold_lock
from pinxit.storage.tables import keys

_COLUMNS = [column for column in keys.columns if not column.name.startswith("bucket")]
_FIND = select(*_COLUMNS).where(keys.c.digest == bindparam("digest"))
_LIST = select(*_COLUMNS).order_by(keys.c.created, keys.c.prefix)
_CHANGEABLE = ("name", "expires", "is_admin", "models", "routes", "budgets", "rate", "at_once", "priority")
_FILE_VERSION = 1
_MOST_RECENT = 4096


class SqlKeyRing:
    """A KeyRing in the table `keys`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Keys as they were read, and when; a thread's turn for each request would cost more than all else here.
        self._recent: dict[str, tuple[Key, float]] = {}

    async def find(self, digest: str, *, within: float = 0.0) -> Key | None:
        """One look at an index: this is on the way of every request."""
        asked = time.monotonic()
        if within and (known := self._recent.get(digest)) and asked - known[1] <= within:
            return known[0]
        key = await self._database.read(lambda connection: _find(connection, digest))
        if key is not None and within:
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            self._recent[digest] = (key, asked)
        return key

    async def list_keys(self) -> Sequence[Key]:
        return await self._database.read(lambda connection: [_read_row(row) for row in connection.execute(_LIST)])

    async def add(self, key: Key, *, only_first: bool = False) -> bool:
        """Raises InvalidRequest where the same key, or one with the same prefix, is kept already."""
        return await self._database.write(lambda connection: add_key(connection, key, only_first))

    async def revoke(self, prefix: str, when: float) -> Key:
        """A whole secret is understood too."""

        def work(connection: Connection) -> Key:
            key = _pick(connection, prefix)
            return key if key.revoked is not None else _save(connection, replace(key, revoked=when))

        return await self._save(work)

    async def change(self, prefix: str, changes: Mapping[str, Any]) -> Key:
        """A whole secret is understood too. Raises InvalidRequest for a field that cannot be changed."""
        for name in changes:
            if name not in _CHANGEABLE:
                raise InvalidRequest(
                    f"{name!r} of a key cannot be changed; {', '.join(_CHANGEABLE)} can.", param=str(name)
                )
        if "name" in changes:
            check_name(changes["name"])
        return await self._save(lambda connection: _save(connection, replace(_pick(connection, prefix), **changes)))

    async def _save(self, work: Callable[[Connection], Key]) -> Key:
        """What was read before is forgotten: here a change is seen at once, but by a look that is under way."""
        try:
            return await self._database.write(work)
        finally:
            self._recent.clear()


async def import_keys(folder: Path, ring: KeyRing) -> int:
    """Take over `folder/keys.json` of an earlier pinxit, once; it is called `keys.json.imported` then.

    Returns how many keys came. Raises ConfigurationError for a file that cannot be read, which stays as it is.
    """
    path = folder / "keys.json"
    if not path.exists():
        return 0
    lock = hold_lock(folder / "keys.lock")  # the earlier program's, which may still be writing
    await asyncio.to_thread(lock.__enter__)
    try:
        found = _read_file(path) if path.exists() else []  # another server may have been faster
        count = 0
        for key in found:
            # A server that was killed here begins again; what the database knows by then is newer than the file.
            if await ring.find(key.digest) is None:
                count += await ring.add(key)
        if found or path.exists():
            path.rename(_choose_name(path))
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be written: {error.strerror}.") from error
    finally:
        lock.__exit__(None, None, None)
    return count


def insert_key(connection: Connection, key: Key) -> None:
    """Keep a key within somebody's transaction."""
    connection.execute(insert(keys), _write_row(key))


def _find(connection: Connection, digest: str) -> Key | None:
    row = connection.execute(_FIND, {"digest": digest}).first()
    return None if row is None else _read_row(row)


def add_key(connection: Connection, key: Key, only_first: bool) -> bool:
    if only_first:
        if connection.dialect.name == "postgresql":  # SQLite has one writer at a time anyway
            connection.execute(text("LOCK TABLE keys IN SHARE ROW EXCLUSIVE MODE"))
        if connection.execute(select(keys.c.prefix).limit(1)).first() is not None:
            return False
    twin = select(keys.c.prefix).where(or_(keys.c.prefix == key.prefix, keys.c.digest == key.digest))
    if connection.execute(twin).first() is not None:
        raise InvalidRequest(f"There is a key {key.prefix}… already; make another.", param="prefix")
    insert_key(connection, key)
    return True


def _pick(connection: Connection, prefix: str) -> Key:
    """The one key whose prefix begins so, or whose secret it is; its row is locked for this transaction."""
    start = literal(prefix)
    begins_so = func.substr(keys.c.prefix, 1, func.length(start)) == start
    is_secret = func.substr(start, 1, func.length(keys.c.prefix)) == keys.c.prefix
    statement = select(*_COLUMNS).where(or_(begins_so, is_secret)).with_for_update()
    found = [] if "\0" in prefix else connection.execute(statement).all()
    if not found or not prefix:
        raise NotFound(f"No key begins with {prefix[:24]!r}; `pinxit keys list` shows them.")
    if len(found) > 1:
        raise InvalidRequest(f"{len(found)} keys begin with {prefix!r}; give more of it.", param="prefix")
    return _read_row(found[0])


def _save(connection: Connection, key: Key) -> Key:
    connection.execute(update(keys).where(keys.c.prefix == key.prefix).values(_write_row(key)))
    return key


def _write_row(key: Key) -> dict[str, Any]:
    return {
        "prefix": key.prefix,
        "digest": key.digest,
        "name": key.name,
        "created": key.created,
        "revoked": key.revoked,
        "expires": key.expires,
        "is_admin": key.is_admin,
        "models": json.dumps(list(key.models)),
        "routes": json.dumps(list(key.routes)),
        "budgets": json.dumps([str(budget) for budget in key.budgets]),
        "rate": None if key.rate is None else str(key.rate),
        "at_once": key.at_once,
        "priority": key.priority,
    }


def _read_row(row: Row[Any]) -> Key:
    values = dict(row._mapping)
    values.update(_read_terms(values["models"], values["routes"], values["budgets"], values["rate"]))
    return Key(**values)


@lru_cache(maxsize=1024)
def _read_terms(models: str, routes: str, budgets: str, rate: str | None) -> dict[str, Any]:
    """What is text in the table. Most keys have the same terms, and every request asks for its key's."""
    return {
        "models": tuple(json.loads(models)),
        "routes": tuple(json.loads(routes)),
        "budgets": tuple(read_budget(budget) for budget in json.loads(budgets)),
        "rate": None if rate is None else read_rate(rate),
    }


def _read_file(path: Path) -> list[Key]:
    try:
        content = json.loads(path.read_bytes())
        if content["version"] != _FILE_VERSION:
            raise ValueError("an unknown version")
        return [
            Key(entry["prefix"], entry["name"], entry["digest"], float(entry["created"]), entry.get("revoked"))
            for entry in content["keys"]
        ]
    except OSError as error:
        raise ConfigurationError(f"The keys in {path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, KeyError) as error:
        raise ConfigurationError(f"{path} is not a key file; move it away to start without its keys.") from error


def _choose_name(path: Path) -> Path:
    """A name that nothing has yet: a file that somebody put back must not replace what was taken over before."""
    names = [f"{path.name}.imported", *(f"{path.name}.imported-{number}" for number in range(2, 1000))]
    with suppress(StopIteration):
        return next(path.with_name(name) for name in names if not path.with_name(name).exists())
    raise ConfigurationError(f"{path.parent} holds too many key files; remove some that are called .imported.")
