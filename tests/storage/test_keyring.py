from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pinxit.core.access import make_key
from pinxit.core.errors import ConfigurationError, InvalidRequest, NotFound
from pinxit.storage.keyring import FileKeyRing

_ADD_TEN = """
import sys
from pathlib import Path
from pinxit.core.access import make_key
from pinxit.storage.keyring import FileKeyRing
for number in range(10):
    FileKeyRing(Path(sys.argv[1])).add(make_key(f"{sys.argv[2]}-{number}")[1])
"""


def test_a_key_is_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    _, key = make_key("laptop")
    FileKeyRing(tmp_path / "new" / "folder").add(key)
    assert list(FileKeyRing(tmp_path / "new" / "folder").list_keys()) == [key]


def test_an_open_ring_sees_what_another_process_wrote(tmp_path: Path) -> None:
    ring, other = FileKeyRing(tmp_path), FileKeyRing(tmp_path)
    assert not ring.list_keys()
    _, key = make_key("laptop")
    other.add(key)
    assert [known.name for known in ring.list_keys()] == ["laptop"]
    other.revoke(key.prefix, 5.0)
    assert not ring.list_keys()[0].active


def test_the_secret_is_nowhere_in_the_file_and_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    secret, key = make_key("laptop")
    FileKeyRing(tmp_path).add(key)
    assert secret not in (tmp_path / "keys.json").read_text()
    if sys.platform != "win32":
        assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


def test_processes_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", _ADD_TEN, str(tmp_path), name] for name in "abc"]
    for process in [subprocess.Popen(command) for command in commands]:
        assert process.wait(30) == 0
    assert len(FileKeyRing(tmp_path).list_keys()) == 30
    assert not list(tmp_path.glob(".keys-*"))


def test_the_first_key_is_made_once(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)
    assert ring.add(make_key("first")[1], only_first=True)
    assert not ring.add(make_key("first")[1], only_first=True)
    assert len(ring.list_keys()) == 1


def test_revoking_twice_keeps_the_first_time(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)
    _, key = make_key("laptop")
    ring.add(key)
    ring.revoke(key.prefix, 5.0)
    assert ring.revoke(key.prefix, 9.0).revoked == 5.0


def test_an_unknown_or_ambiguous_prefix_revokes_nothing(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)
    ring.add(make_key("one")[1])
    ring.add(make_key("two")[1])
    with pytest.raises(NotFound):
        ring.revoke("sk-other", 1.0)
    with pytest.raises(NotFound):
        ring.revoke("", 1.0)
    with pytest.raises(InvalidRequest):
        ring.revoke("sk-pinxit-", 1.0)
    assert all(key.active for key in ring.list_keys())


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"keys":[{"x":1}]}', "not json"])
def test_a_broken_file_shuts_the_door_and_is_not_overwritten(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(ConfigurationError):
        FileKeyRing(tmp_path).add(make_key("laptop")[1])
    assert (tmp_path / "keys.json").read_text() == content


def test_the_file_says_its_version(tmp_path: Path) -> None:
    FileKeyRing(tmp_path).add(make_key("laptop")[1])
    assert json.loads((tmp_path / "keys.json").read_text())["version"] == 1


def test_a_folder_that_cannot_be_written_is_told_and_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "keys.lock").mkdir()
    with pytest.raises(ConfigurationError, match="cannot be written"):
        FileKeyRing(tmp_path).add(make_key("laptop")[1])
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="cannot be made"):
        FileKeyRing(tmp_path / "file").add(make_key("laptop")[1])
