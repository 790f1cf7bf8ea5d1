"""What happens to kept files when the disk is full or the program is killed: nothing is lost, nothing is half there."""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pinxit.core.errors import NotFound, StorageFailed
from pinxit.storage.archive import NAME, FolderArchive
from pinxit.storage.files import START

_KILLS = 20
_WRITER = """
import asyncio, os, random, sys
from pathlib import Path
from pinxit.storage.archive import FolderArchive

async def write():
    archive = FolderArchive(Path(sys.argv[1]), 3600.0, 10**9)
    while True:
        pieces = [os.urandom(random.randrange(400_000)) for _ in range(4)]
        names = await asyncio.gather(*(archive.keep_bytes(piece, "png") for piece in pieces))
        print(*names, sep="\\n", flush=True)

asyncio.run(write())
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no `mount` here, and a full disk takes a small one")
    if done.returncode:
        pytest.skip(f"a small tmpfs cannot be mounted here: {done.stderr.strip() or 'only root may'}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_told_clearly_and_leaves_no_half_files(small_disk: Path) -> None:
    archive = FolderArchive(small_disk / "files", 3600.0, 10**9)
    names: list[str] = []

    async def fill() -> None:
        while True:
            names.append(await archive.keep_bytes(os.urandom(100_000), "png"))

    with pytest.raises(StorageFailed, match=r"disk is full.*make room"):
        asyncio.run(fill())
    assert len(names) >= 8
    files = {path.name for path in (small_disk / "files").glob("*/*")}
    assert files == set(names)
    assert all(asyncio.run(archive.read(name)) for name in names)


def test_it_works_again_as_soon_as_there_is_room(small_disk: Path) -> None:
    archive = FolderArchive(small_disk / "files", 3600.0, 500_000)
    (small_disk / "other").write_bytes(bytes(600_000))
    data = os.urandom(500_000)
    with pytest.raises(StorageFailed, match="disk is full"):
        asyncio.run(archive.keep_bytes(data, "png"))
    (small_disk / "other").unlink()
    name = asyncio.run(archive.keep_bytes(data, "png"))
    assert asyncio.run(archive.read(name)) == data


def test_a_sweep_makes_room_on_a_full_disk(small_disk: Path) -> None:
    archive = FolderArchive(small_disk / "files", 3600.0, 400_000)
    with suppress(StorageFailed):
        for _ in range(20):
            asyncio.run(archive.keep_bytes(os.urandom(100_000), "png"))
        pytest.fail("this disk is not full")
    assert asyncio.run(archive.sweep()) >= 4
    name = asyncio.run(archive.keep_bytes(b"x" * 100_000, "png"))
    assert asyncio.run(archive.read(name)) == b"x" * 100_000


def test_what_was_kept_is_there_whatever_sweepers_do_at_the_same_moment(tmp_path: Path) -> None:
    folder, data = tmp_path / "files", b"the same picture, again and again"
    done = threading.Event()

    def sweep() -> None:
        archive = FolderArchive(folder, 60.0, 10**9)
        while not done.is_set():
            asyncio.run(archive.sweep())

    sweepers = [threading.Thread(target=sweep) for _ in range(2)]
    for thread in sweepers:
        thread.start()

    async def use() -> int:
        archive, missing = FolderArchive(folder, 60.0, 10**9), 0
        for _ in range(150):
            name = await archive.keep_bytes(data, "png")
            assert await archive.read(name) == data
            with suppress(FileNotFoundError):
                os.utime(folder / name[:2] / name, (time.time() - 100,) * 2)  # it has grown old
            await asyncio.sleep(0.001)
            missing += not (folder / name[:2] / name).exists()
        return missing

    try:
        assert asyncio.run(use()) > 0, "nothing was swept, so this test says nothing"
    finally:
        done.set()
        for thread in sweepers:
            thread.join()


def test_whoever_is_killed_while_keeping_has_promised_nothing_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    promised: list[str] = []
    for number in range(_KILLS):
        promised += _write_and_kill(folder, random.Random(number).uniform(0.0, 0.15))
    assert len(set(promised)) > 2 * _KILLS
    archive = FolderArchive(folder, 3600.0, 10**9)
    for name in promised:
        assert hashlib.sha256(asyncio.run(archive.read(name))).hexdigest() == name.partition(".")[0]
    _check_all_whole(folder)
    for path in folder.glob(f"*/{START}*"):
        with pytest.raises(NotFound):
            asyncio.run(archive.read(path.name))
        os.utime(path, (time.time() - 7200,) * 2)
    assert asyncio.run(archive.sweep()) == 0
    assert not list(folder.glob(f"*/{START}*"))
    assert all(asyncio.run(archive.read(name)) for name in promised)


def _write_and_kill(folder: Path, seconds: float) -> list[str]:
    """Let a program of its own keep files until it is killed; returns the names that it got."""
    with subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        first = writer.stdout.readline()
        assert first, "the writer did not come up"
        time.sleep(seconds)
        _check_all_whole(folder)  # while it writes
        writer.kill()
        return [name for name in (first + writer.stdout.read()).split("\n") if NAME.fullmatch(name)]


def _check_all_whole(folder: Path) -> None:
    paths = [path for path in folder.glob("*/*") if NAME.fullmatch(path.name)]
    assert paths
    for path in random.Random(len(paths)).sample(paths, min(len(paths), 60)):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
