"""Pictures in a folder: each file is named by what it holds, written whole, and forgotten by age and by room."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pinxit.core.archive import Kept
from pinxit.core.errors import NotFound, StorageFailed
from pinxit.core.images import Format, Picture
from pinxit.storage.files import START, write_whole

_NAME = re.compile(rf"([0-9a-f]{{64}})\.({'|'.join(Format)})")
_ABANDONED = 3600.0  # seconds after which an unfinished file belongs to nobody


class FolderArchive:
    """An Archive in `folder`, which is made when the first picture is kept.

    A picture stays for `keep` seconds after it was last asked to be kept; where all of them together have more than
    `room` bytes, the oldest go first. Several processes may share a folder.
    """

    def __init__(self, folder: Path, keep: float, room: int, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._keep = keep
        self._room = room
        self._clock = clock

    async def keep(self, picture: Picture) -> str:
        """Keep a picture and return its name; the same picture has the same name. Raises StorageFailed."""
        return await asyncio.to_thread(self._write, picture)

    async def find(self, name: str) -> Kept:
        """The file of a name. Raises NotFound for names that were never given or are forgotten."""
        return await asyncio.to_thread(self._look, name)

    async def sweep(self) -> int:
        """Forget what is too old, and the oldest of what is too much. Returns how many pictures went."""
        return await asyncio.to_thread(self._sweep)

    def _write(self, picture: Picture) -> str:
        digest = hashlib.sha256(picture.data).hexdigest()
        path = self._folder / digest[:2] / f"{digest}.{picture.format}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.parent.mkdir(exist_ok=True, mode=0o700)
            try:
                self._touch(path)
            except FileNotFoundError:
                write_whole(path, picture.data)
                self._touch(path)
        except OSError as error:
            raise StorageFailed(
                f"The picture was drawn and could not be kept ({error.strerror}); ask for it as b64_json."
            ) from error
        return path.name

    def _touch(self, path: Path) -> None:
        now = self._clock()
        os.utime(path, (now, now))

    def _look(self, name: str) -> Kept:
        match = _NAME.fullmatch(name)
        path = self._folder / name[:2] / name
        try:
            if match is None:
                raise FileNotFoundError
            state = path.stat()
        except (OSError, ValueError):
            raise NotFound("This picture is not kept any more.") from None
        if state.st_mtime + self._keep < self._clock():
            raise NotFound("This picture is not kept any more.")
        return Kept(path, Format(match[2]), match[1])

    def _sweep(self) -> int:
        now, gone, room = self._clock(), 0, self._room
        # The newest first, as long as there is room for them.
        for written, size, path in sorted(self._list(), reverse=True):
            room -= size
            if room < 0 or written + self._keep < now:
                with suppress(OSError):
                    path.unlink()
                    gone += 1
        return gone

    def _list(self) -> Iterator[tuple[float, int, Path]]:
        for path in self._folder.glob("*/*"):
            try:
                state = path.stat()
            except OSError:
                continue  # another process was faster
            if _NAME.fullmatch(path.name):
                yield state.st_mtime, state.st_size, path
            elif path.name.startswith(START) and state.st_mtime + _ABANDONED < time.time():
                with suppress(OSError):
                    path.unlink()
