"""Pictures in a folder: whole or not at all, forgotten by age and by room."""

from __future__ import annotations

import asyncio
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pinxit.core.errors import ConfigurationError, NotFound, StorageFailed
from pinxit.core.images import Format, Picture, Size
from pinxit.storage.ages import AgeClock
from pinxit.storage.archive import FolderArchive
from pinxit.storage.files import START, write_whole
from pinxit.storage.secret import read_secret


class _Clock:
    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def archive(tmp_path: Path, clock: _Clock) -> FolderArchive:
    return FolderArchive(tmp_path / "files", 100.0, 1000, clock)


def _picture(data: bytes = b"a picture", kind: Format = Format.PNG) -> Picture:
    return Picture(0, data, Size(64, 64), kind, 1, "x")


def _keep(archive: FolderArchive, *pictures: Picture) -> list[str]:
    return [asyncio.run(archive.keep(picture)) for picture in pictures]


def _gone(archive: FolderArchive, name: str) -> bool:
    try:
        path = asyncio.run(archive.find(name)).path
    except NotFound:
        return True
    return path is None or not path.exists()


def test_a_picture_comes_back_as_it_was_kept(archive: FolderArchive) -> None:
    (name,) = _keep(archive, _picture(kind=Format.WEBP))
    kept = asyncio.run(archive.find(name))
    assert kept.path is not None
    assert kept.path.read_bytes() == b"a picture"
    assert asyncio.run(archive.read(name)) == b"a picture"
    assert kept.format is Format.WEBP
    assert name == f"{kept.digest}.webp"


def test_only_their_owner_can_read_files_and_folders(archive: FolderArchive, tmp_path: Path) -> None:
    _keep(archive, _picture())
    for path in (tmp_path / "files").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
    assert (tmp_path / "files").stat().st_mode & 0o077 == 0


def test_the_same_picture_is_kept_once_and_stays_longer(archive: FolderArchive, clock: _Clock, tmp_path: Path) -> None:
    first = _keep(archive, _picture())
    clock.now += 90
    assert _keep(archive, _picture()) == first
    clock.now += 90
    assert not _gone(archive, first[0])
    assert len(list((tmp_path / "files").glob("*/*"))) == 1


def test_what_is_too_old_is_neither_found_nor_left(archive: FolderArchive, clock: _Clock, tmp_path: Path) -> None:
    (name,) = _keep(archive, _picture())
    clock.now += 101
    assert _gone(archive, name)
    assert asyncio.run(archive.sweep()) == 1
    assert not list((tmp_path / "files").glob("*/*"))


def test_the_oldest_go_where_there_is_too_little_room(archive: FolderArchive, clock: _Clock) -> None:
    names = []
    for letter in b"abc":
        names += _keep(archive, _picture(bytes([letter]) * 450))
        clock.now += 1
    assert asyncio.run(archive.sweep()) == 1
    assert [_gone(archive, name) for name in names] == [True, False, False]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "x",
        "../keys.json",
        "a" * 64,
        "a" * 64 + ".exe",
        "A" * 64 + ".png",
        "/etc/passwd",
        "a" * 64 + ".png\0",
        "a" * 64 + ".png\n",
        "é",
    ],
)
def test_a_name_that_was_never_given_finds_nothing(archive: FolderArchive, name: str) -> None:
    with pytest.raises(NotFound):
        asyncio.run(archive.find(name))
    with pytest.raises(NotFound):
        asyncio.run(archive.read(name))


def test_a_folder_that_cannot_be_written_is_an_error_that_says_what_to_do(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "files").write_text("in the way")
    with pytest.raises(StorageFailed, match=r"operator has to mend the folder .* Send the request again") as failure:
        _keep(FolderArchive(tmp_path / "files", 100, 1000), _picture())
    assert str(tmp_path) not in failure.value.message, "callers learn nothing of the server's folders"
    assert str(tmp_path) in caplog.text


@pytest.mark.parametrize("ending", ["bin", "jsonl", "png"])
def test_bytes_of_any_kind_come_back_as_they_were_kept(archive: FolderArchive, ending: str) -> None:
    data = b"\0\xff of any kind\n"
    name = asyncio.run(archive.keep_bytes(data, ending))
    assert name == f"{hashlib.sha256(data).hexdigest()}.{ending}"
    assert asyncio.run(archive.read(name)) == data


def test_bytes_that_are_no_picture_are_not_found_as_one(archive: FolderArchive) -> None:
    name = asyncio.run(archive.keep_bytes(b"{}", "jsonl"))
    with pytest.raises(NotFound):
        asyncio.run(archive.find(name))


@pytest.mark.parametrize("ending", ["", "exe", "png/../x", "BIN"])
def test_an_ending_that_no_archive_knows_is_refused(archive: FolderArchive, tmp_path: Path, ending: str) -> None:
    with pytest.raises(ValueError, match="names end with one of"):
        asyncio.run(archive.keep_bytes(b"x", ending))
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize("left", [b"", b"a pict", b"a pictur?"])
def test_a_damaged_file_is_not_read_but_logged_and_mended_when_it_is_kept_again(
    archive: FolderArchive, caplog: pytest.LogCaptureFixture, left: bytes
) -> None:
    (name,) = _keep(archive, _picture())
    path = asyncio.run(archive.find(name)).path
    assert path is not None
    path.write_bytes(left)
    with pytest.raises(NotFound):
        asyncio.run(archive.read(name))
    assert name in caplog.text
    _keep(archive, _picture())
    assert asyncio.run(archive.read(name)) == b"a picture"


def test_what_is_too_old_is_not_read_either_and_reading_does_not_make_it_younger(
    archive: FolderArchive, clock: _Clock
) -> None:
    (name,) = _keep(archive, _picture())
    clock.now += 99
    assert asyncio.run(archive.read(name)) == b"a picture"
    clock.now += 2
    with pytest.raises(NotFound):
        asyncio.run(archive.read(name))


def test_keeping_again_writes_nothing_and_waits_for_no_disk(
    archive: FolderArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(archive, _picture())
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    _keep(archive, _picture())
    assert synced == []
    _keep(archive, _picture(b"another"))
    assert synced, "this test would not notice a sync"


def test_what_another_process_wrote_is_on_the_disk_before_it_counts_as_kept(
    archive: FolderArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(archive, _picture())
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    _keep(FolderArchive(tmp_path / "files", 100.0, 1000), _picture())
    assert len(synced) == 1


def test_a_file_that_is_kept_again_while_a_sweep_is_about_to_forget_it_stays(
    archive: FolderArchive, clock: _Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (name,) = _keep(archive, _picture())
    clock.now += 101
    listing = archive._list

    def list_and_keep() -> Any:
        yield from listing()
        _keep(FolderArchive(tmp_path / "files", 100.0, 1000, clock), _picture())  # another server is asked to just then

    monkeypatch.setattr(archive, "_list", list_and_keep)
    assert asyncio.run(archive.sweep()) == 0
    assert asyncio.run(archive.read(name)) == b"a picture"


def test_unfinished_files_of_a_killed_server_are_swept_when_they_are_old(
    archive: FolderArchive, tmp_path: Path
) -> None:
    (name,) = _keep(archive, _picture())
    young, old = (tmp_path / "files" / name[:2] / f"{START}{age}" for age in ("young", "old"))
    for path in (young, old):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    asyncio.run(archive.sweep())
    assert young.exists()
    assert not old.exists()
    assert not _gone(archive, name)


def test_a_clock_that_leaps_ahead_makes_nothing_old(archive: FolderArchive, clock: _Clock) -> None:
    (name,) = _keep(archive, _picture())
    clock.now += 86_400
    assert asyncio.run(archive.sweep()) == 0
    assert asyncio.run(archive.read(name)) == b"a picture"
    (other,) = _keep(archive, _picture(b"other"))
    clock.now -= 86_400
    assert asyncio.run(archive.sweep()) == 0
    clock.now += 101
    assert asyncio.run(archive.sweep()) == 1
    assert [_gone(archive, one) for one in (name, other)] == [True, False]


def test_what_was_kept_before_a_leap_goes_when_it_has_had_its_time() -> None:
    wall, steady = _Clock(), _Clock()
    ages = AgeClock(1000.0, wall, steady)
    for seconds, late in ((0.0, 0.0), (86_400.0, 86_400.0), (-3600.0, 82_800.0), (90_000.0, 172_800.0)):
        wall.now += seconds
        assert ages.tell() == pytest.approx(wall.now - late)
    wall.now += 999
    steady.now += 999
    assert ages.tell() == pytest.approx(wall.now - 172_800)
    wall.now += 2
    steady.now += 2
    assert ages.tell() == wall.now
    wall.now -= 86_400
    assert ages.tell() == wall.now


def test_a_writer_that_is_killed_leaves_no_half_file_under_the_name(tmp_path: Path) -> None:
    path = tmp_path / "whole"
    write_whole(path, b"old")
    code = (
        "import os, sys, pathlib\n"
        "from pinxit.storage import files\n"
        "os.fsync = lambda descriptor: os._exit(9)\n"
        f"files.write_whole(pathlib.Path({str(path)!r}), b'new' * 100_000)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert path.read_bytes() == b"old"


def test_the_secret_is_made_once_and_read_by_everybody_after(tmp_path: Path) -> None:
    first = read_secret(tmp_path / "data")
    assert len(first) == 32
    assert read_secret(tmp_path / "data") == first
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o077 == 0


def test_a_secret_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("short")
    with pytest.raises(ConfigurationError, match="move it away"):
        read_secret(tmp_path)
