"""Pictures in a folder: each file is named by what it holds, written whole, and forgotten by age and by room."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pinxit.core.archive import Kept
from pinxit.core.errors import ConfigurationError, NotFound, StorageFailed
from pinxit.core.images import Format, Picture
from pinxit.storage.ages import AgeClock
from pinxit.storage.answers import Hands
from pinxit.storage.files import START, make_folder, sync_folder, write_whole
from pinxit.storage.locks import hold_lock

_LOG = logging.getLogger("pinxit.errors")
ENDINGS = (*Format, "bin", "jsonl")
"""What names may end with: pictures, and bytes of any kind."""
NAME = re.compile(rf"([0-9a-f]{{64}})\.({'|'.join(ENDINGS)})")
"""SHA-256 of the bytes, and their ending."""
GONE = "This file is not kept, or not any more."
_ABANDONED = 3600.0  # seconds after which an unfinished file belongs to nobody
_REMEMBERED = 10_000  # names
_ABSENT = (FileNotFoundError, NotADirectoryError)


def name_bytes(data: bytes, ending: str) -> str:
    """What these bytes are called in every archive. Raises ValueError for an ending that no archive knows."""
    if ending not in ENDINGS:
        raise ValueError(f"names end with one of {', '.join(ENDINGS)}, not {ending!r}")
    return f"{hashlib.sha256(data).hexdigest()}.{ending}"


def is_whole(name: str, data: bytes) -> bool:
    """Are these the bytes that the name was given for?"""
    return hashlib.sha256(data).hexdigest() == name.partition(".")[0]


class FolderArchive:
    """An Archive in `folder`, which is made when the first file is kept.

    A file stays for `keep` seconds after it was last asked to be kept; where all of them together have more than
    `room` bytes, the oldest go first. Several processes may share a folder.
    """

    def __init__(self, folder: Path, keep: float, room: int, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._lock = folder / ".lock"  # held to make a file younger, or to find it old and delete it
        self._keep = keep
        self._room = room
        self._clock = clock
        self._hands = Hands("pinxit-files")
        self._ages = AgeClock(keep, clock)
        self._synced: dict[str, None] = {}  # names that this process knows to be on the disk, the oldest first

    async def keep(self, picture: Picture) -> str:
        """Keep a picture and return its name; the same picture has the same name. Raises StorageFailed."""
        return await self._hands.do(self._write, picture.data, str(picture.format))

    async def keep_bytes(self, data: bytes, ending: str) -> str:
        """The same for any bytes, with one of ENDINGS."""
        return await self._hands.do(self._write, data, ending)

    async def find(self, name: str) -> Kept:
        """The file of a picture. Raises NotFound for names that were never given or are forgotten."""
        return await self._hands.do(self._find, name)

    async def read(self, name: str) -> bytes:
        """The bytes of a name. Raises NotFound where they are not kept, or not those that were kept."""
        return await self._hands.do(self._read, name)

    async def sweep(self) -> int:
        """Forget what is too old, and the oldest of what is too much. Returns how many files went."""
        return await self._hands.do(self._sweep)

    def _write(self, data: bytes, ending: str) -> str:
        name = name_bytes(data, ending)
        path = self._folder / name[:2] / name
        try:
            if not self._renew(path, data):
                try:
                    write_whole(path, data)
                except FileNotFoundError:
                    self._make_folders()
                    write_whole(path, data)
                with suppress(FileNotFoundError):  # swept already: there is no room at all
                    self._touch(path)
                self._remember(name)
        except (OSError, ConfigurationError) as error:
            raise self._fail("keep", error) from error
        return name

    def _make_folders(self) -> None:
        """Make all folders at once: one at a time, each of the first pictures would wait for the disk once more."""
        make_folder(self._folder)
        for number in range(256):
            (self._folder / f"{number:02x}").mkdir(mode=0o700, exist_ok=True)
        sync_folder(self._folder)

    def _renew(self, path: Path, data: bytes) -> bool:
        """Let a file stay longer that is there already. False where it is not, or not whole."""
        try:
            if path.stat().st_size != len(data) or path.read_bytes() != data:
                _LOG.warning("The kept file %s was damaged and is written anew", path)
                return False
            with hold_lock(self._lock):
                self._touch(path)
        except _ABSENT:
            return False
        if path.name not in self._synced:  # another process may have written it just now
            sync_folder(path.parent)
            self._remember(path.name)
        return True

    def _remember(self, name: str) -> None:
        self._synced[name] = None
        if len(self._synced) > _REMEMBERED:
            with suppress(KeyError, RuntimeError):  # other threads do the same
                del self._synced[next(iter(self._synced))]

    def _touch(self, path: Path) -> None:
        now = self._clock()
        os.utime(path, (now, now))

    def _find(self, name: str) -> Kept:
        path = self._look(name)
        digest, _, ending = name.partition(".")
        if ending not in set(Format):
            raise NotFound(GONE)
        return Kept(path, Format(ending), digest)

    def _read(self, name: str) -> bytes:
        path = self._look(name)
        try:
            data = path.read_bytes()
        except _ABSENT:
            raise NotFound(GONE) from None
        except OSError as error:
            raise self._fail("read", error) from error
        if not is_whole(name, data):
            _LOG.error("The kept file %s is damaged: its bytes are not those that were kept", path)
            raise NotFound(GONE)
        return data

    def _look(self, name: str) -> Path:
        """The path of a name that is kept. Raises NotFound."""
        if not NAME.fullmatch(name):
            raise NotFound(GONE)
        path = self._folder / name[:2] / name
        try:
            age = self._ages.tell() - path.stat().st_mtime
        except _ABSENT:
            raise NotFound(GONE) from None
        except OSError as error:
            raise self._fail("find", error) from error
        if age > self._keep:
            raise NotFound(GONE)
        return path

    def _sweep(self) -> int:
        now, gone, room = self._ages.tell(), 0, self._room
        # The newest first, as long as there is room for them.
        for written, size, path in sorted(self._list(), reverse=True):
            room -= size
            if room < 0 or written + self._keep < now:
                with suppress(OSError, ConfigurationError):
                    gone += self._forget(path, written)
        return gone

    def _forget(self, path: Path, written: float) -> bool:
        """Delete a file, unless somebody has asked to keep it since it was looked at."""
        with hold_lock(self._lock):
            if path.stat().st_mtime != written:
                return False
            path.unlink()
        return True

    def _list(self) -> Iterator[tuple[float, int, Path]]:
        for path in self._folder.glob("*/*"):
            try:
                state = path.stat()
            except OSError:
                continue  # another process was faster
            if NAME.fullmatch(path.name):
                yield state.st_mtime, state.st_size, path
            elif path.name.startswith(START) and state.st_mtime + _ABANDONED < time.time():
                with suppress(OSError):
                    path.unlink()

    def _fail(self, verb: str, error: Exception) -> StorageFailed:
        """What callers are told; the log says where it happened."""
        cause = error if isinstance(error, OSError) else error.__cause__
        number, why = (cause.errno, cause.strerror) if isinstance(cause, OSError) else (0, "it cannot be locked")
        _LOG.error("Could not %s a file in %s: %s", verb, self._folder, error)
        if number in {errno.ENOSPC, errno.EDQUOT}:
            return StorageFailed(
                "The server's disk is full, so the picture or file cannot be kept: its operator has to make room. "
                "Send the request again after that."
            )
        return StorageFailed(
            f"The server cannot {verb} pictures and files ({why}): its operator has to mend the folder that "
            "they are in; the server's log names it. Send the request again after that."
        )
