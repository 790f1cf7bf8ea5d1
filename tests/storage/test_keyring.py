from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from pinxit.core.access import digest_of, make_key
from pinxit.core.archive import Key
from pinxit.core.errors import ConfigurationError, InvalidRequest, NotFound
from pinxit.core.limits import Budget, Period, Rate, Unit, read_budget
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing, import_keys

_T = TypeVar("_T")
_ADD = """
import asyncio, sys
from pinxit.core.access import make_key
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
async def run():
    database = Database(sys.argv[1])
    ring = SqlKeyRing(database)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(10):
        await ring.add(make_key(f"{sys.argv[2]}-{number}")[1])
    print(await ring.add(make_key("first")[1], only_first=True))
    await database.close()
asyncio.run(run())
"""
_FIRST = _ADD.replace("range(10)", "range(0)")
_IMPORT = """
import asyncio, sys
from pathlib import Path
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing, import_keys
async def run():
    database = Database(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    print(await import_keys(Path(sys.argv[2]), SqlKeyRing(database)))
    await database.close()
asyncio.run(run())
"""


def _ask(database: Database, work: Callable[[SqlKeyRing], Awaitable[_T]]) -> _T:
    async def run() -> _T:
        return await work(SqlKeyRing(database))

    return asyncio.run(run())


def _add(database: Database, key: Key) -> None:
    _ask(database, lambda ring: ring.add(key))


def _race(script: str, url: str, *arguments: str) -> list[str]:
    """What processes say that were all let go at the same moment, one for each argument."""
    command = [sys.executable, "-c", script, url]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen([*command, argument], **pipes) for argument in arguments]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    said = []
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        said.append(process.communicate(timeout=60)[0].strip())
        assert process.returncode == 0
    return said


def test_a_key_comes_back_with_all_its_terms(database: Database) -> None:
    secret, key = make_key(
        "laptop ☂",
        expires=2e9,
        is_admin=True,
        models=("pinxit-*", 'odd "name", é'),
        routes=("images", "chat"),
        budgets=(read_budget("4000000000.000000001usd/month"), Budget(20, Unit.PICTURES, Period.DAY)),
        rate=Rate(20, 60),
        at_once=3,
        priority=-5,
    )
    assert _ask(database, lambda ring: ring.add(key))
    assert _ask(database, lambda ring: ring.find(digest_of(secret))) == key
    assert _ask(database, lambda ring: ring.list_keys()) == [key]


def test_an_unknown_key_is_not_found(database: Database) -> None:
    assert _ask(database, lambda ring: ring.find(digest_of("sk-pinxit-guess"))) is None


def test_a_ring_sees_what_another_program_wrote(database: Database, database_url: str) -> None:
    _, key = make_key("laptop")
    other = Database(database_url)
    _ask(other, lambda ring: ring.add(key))
    assert _ask(database, lambda ring: ring.find(key.digest)) == key
    _ask(other, lambda ring: ring.revoke(key.prefix, 5.0))
    found = _ask(database, lambda ring: ring.find(key.digest))
    assert found is not None
    assert not found.active
    asyncio.run(other.close())


def test_keys_are_listed_oldest_first(database: Database) -> None:
    made = [replace(make_key("key")[1], created=float(when)) for when in (3, 1, 2)]
    for key in made:
        _add(database, key)
    assert [key.created for key in _ask(database, lambda ring: ring.list_keys())] == [1.0, 2.0, 3.0]


def test_the_secret_is_nowhere_in_the_files_and_they_are_the_owners_alone(tmp_path: Path) -> None:
    from pinxit.storage.migrating import upgrade

    secret, key = make_key("laptop")
    database = Database(f"sqlite:///{tmp_path / 'new' / 'folder' / 'pinxit.db'}")
    asyncio.run(upgrade(database))
    _ask(database, lambda ring: ring.add(key))
    files = [path for path in (tmp_path / "new" / "folder").iterdir() if path.is_file()]
    assert len(files) >= 2
    for path in files:
        assert secret.encode() not in path.read_bytes()
        if sys.platform != "win32":
            assert path.stat().st_mode & 0o777 == 0o600
    asyncio.run(database.close())


def test_processes_that_add_at_the_same_time_lose_nothing(database: Database, database_url: str) -> None:
    assert _race(_ADD, database_url, "a", "b", "c") == ["False"] * 3
    assert len(_ask(database, lambda ring: ring.list_keys())) == 30


def test_the_first_key_is_made_once_by_however_many_processes(database: Database, database_url: str) -> None:
    assert sorted(_race(_FIRST, database_url, "a", "b", "c")) == ["False", "False", "True"]
    assert len(_ask(database, lambda ring: ring.list_keys())) == 1


def test_a_key_is_not_kept_twice(database: Database) -> None:
    _, key = make_key("laptop")
    _ask(database, lambda ring: ring.add(key))
    for twin in (key, replace(key, digest="other"), replace(key, prefix="sk-other")):
        with pytest.raises(InvalidRequest):
            _add(database, twin)
    assert _ask(database, lambda ring: ring.list_keys()) == [key]


def test_revoking_twice_keeps_the_first_time(database: Database) -> None:
    secret, key = make_key("laptop")
    _ask(database, lambda ring: ring.add(key))
    assert _ask(database, lambda ring: ring.revoke(secret, 5.0)).revoked == 5.0
    assert _ask(database, lambda ring: ring.revoke(key.prefix, 9.0)).revoked == 5.0


@pytest.mark.parametrize("prefix", ["sk-other", "", "%", "sk-pinxit-_", "s\0k"])
def test_an_unknown_prefix_revokes_nothing(database: Database, prefix: str) -> None:
    _ask(database, lambda ring: ring.add(make_key("one")[1]))
    with pytest.raises(NotFound):
        _ask(database, lambda ring: ring.revoke(prefix, 1.0))
    assert all(key.active for key in _ask(database, lambda ring: ring.list_keys()))


def test_an_ambiguous_prefix_revokes_nothing(database: Database) -> None:
    _ask(database, lambda ring: ring.add(make_key("one")[1]))
    _ask(database, lambda ring: ring.add(make_key("two")[1]))
    with pytest.raises(InvalidRequest):
        _ask(database, lambda ring: ring.revoke("sk-pinxit-", 1.0))
    assert all(key.active for key in _ask(database, lambda ring: ring.list_keys()))


def test_terms_of_a_key_are_changed_and_the_rest_of_it_stays(database: Database) -> None:
    _, key = make_key("laptop", budgets=(Budget(5, Unit.PICTURES),), priority=2)
    _ask(database, lambda ring: ring.add(key))
    changes: dict[str, Any] = {
        "name": "desk",
        "budgets": (),
        "rate": Rate(5, 1),
        "models": ("a",),
        "at_once": 1,
        "expires": 9.5,
    }
    changed = _ask(database, lambda ring: ring.change(key.prefix, changes))
    assert changed == replace(key, **changes)
    assert _ask(database, lambda ring: ring.find(key.digest)) == changed


@pytest.mark.parametrize(
    "changes", [{"digest": "x"}, {"prefix": "x"}, {"revoked": None}, {"colour": 1}, {"name": "a\0"}]
)
def test_what_a_key_is_known_by_cannot_be_changed(database: Database, changes: dict[str, Any]) -> None:
    _, key = make_key("laptop")
    _ask(database, lambda ring: ring.add(key))
    with pytest.raises(InvalidRequest) as caught:
        _ask(database, lambda ring: ring.change(key.prefix, changes))
    assert caught.value.param in changes
    assert _ask(database, lambda ring: ring.find(key.digest)) == key


def _write_file(folder: Path, *keys: Key) -> Path:
    """`keys.json` as earlier versions wrote it."""
    entries = [
        {name: getattr(key, name) for name in ("prefix", "name", "digest", "created", "revoked")} for key in keys
    ]
    path = folder / "keys.json"
    path.write_text(json.dumps({"version": 1, "keys": entries}, indent=1))
    return path


def test_keys_of_an_earlier_version_are_taken_over_once(database: Database, tmp_path: Path) -> None:
    secret, key = make_key("laptop")
    old = replace(make_key("old")[1], revoked=7.0, created=1.0)
    content = _write_file(tmp_path, key, old).read_text()
    assert _ask(database, lambda ring: import_keys(tmp_path, ring)) == 2
    assert _ask(database, lambda ring: import_keys(tmp_path, ring)) == 0
    assert _ask(database, lambda ring: ring.list_keys()) == [old, key]
    assert _ask(database, lambda ring: ring.find(digest_of(secret))) == key
    assert not (tmp_path / "keys.json").exists()
    assert (tmp_path / "keys.json.imported").read_text() == content


def test_an_import_that_was_cut_off_goes_on_and_keeps_what_changed_since(database: Database, tmp_path: Path) -> None:
    first, second = make_key("first")[1], make_key("second")[1]
    _ask(database, lambda ring: ring.add(first))
    _ask(database, lambda ring: ring.revoke(first.prefix, 5.0))
    (tmp_path / "keys.json.imported").write_text("what was taken over before")
    _write_file(tmp_path, first, second)
    assert _ask(database, lambda ring: import_keys(tmp_path, ring)) == 1
    kept = {key.name: key.revoked for key in _ask(database, lambda ring: ring.list_keys())}
    assert kept == {"first": 5.0, "second": None}
    assert (tmp_path / "keys.json.imported").read_text() == "what was taken over before"
    assert (tmp_path / "keys.json.imported-2").exists()


def test_servers_that_start_at_the_same_time_take_keys_over_once(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    _write_file(tmp_path, *(make_key(f"key {number}")[1] for number in range(20)))
    assert sorted(_race(_IMPORT, database_url, *[str(tmp_path)] * 3)) == ["0", "0", "20"]
    assert len(_ask(database, lambda ring: ring.list_keys())) == 20
    assert [path.name for path in tmp_path.glob("keys.json*")] == ["keys.json.imported"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"keys":[{"x":1}]}', '{"version":2,"keys":[]}', "not json"])
def test_a_broken_file_of_keys_is_told_and_stays(database: Database, tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(ConfigurationError, match=r"keys\.json"):
        _ask(database, lambda ring: import_keys(tmp_path, ring))
    assert (tmp_path / "keys.json").read_text() == content
