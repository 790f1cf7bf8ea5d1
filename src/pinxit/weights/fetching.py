"""Brings files from a hub into a folder: resumed where a run was interrupted, checked by their hashes.

A file comes as NAME.part and gets its name when its size and hash are right, so that what has its name is whole.
"""

from __future__ import annotations

import hashlib
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol

from pinxit.core.errors import StorageFailed
from pinxit.weights.hub import Hub, HubAway, HubFailed, Listing, Remote

AT_ONCE = 4
PART = ".part"
_TRIES = 6
_CHUNK = 1 << 20


class Watch(Protocol):
    """Who looks on while files come. Called from several threads."""

    def begin(self, label: str, total: int, there: int) -> None:
        """Files of `total` bytes are wanted, `there` of which are on the disk already."""

    def move(self, count: int) -> None:
        """So many bytes more are there; negative where some had to be thrown away."""

    def finish(self, path: str, size: int) -> None:
        """A file is there, and checked."""

    def say(self, sentence: str) -> None:
        """Something worth knowing."""


@dataclass(slots=True)
class Fetch:
    """A repository's files on their way into a folder. `pause` is the first pause before another try, in seconds."""

    hub: Hub
    listing: Listing
    folder: Path
    watch: Watch
    pause: float = 1.0
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self, files: tuple[Remote, ...]) -> dict[str, str]:
        """Fetch what is missing; SHA-256 of each file by its path. Raises HubFailed, HubRefused, StorageFailed.

        Interrupted (KeyboardInterrupt), it leaves what has come, and the next run goes on from there.
        """
        # Large files first: the last ones are then small, and no thread waits long for another.
        todo = deque(sorted(files, key=lambda file: -file.size))
        answers: SimpleQueue[tuple[str, str | BaseException]] = SimpleQueue()
        # Threads that nobody waits for at the end of the process: one that waits for a silent hub must not keep it.
        crew = [Thread(target=self._work, args=(todo, answers), daemon=True) for _ in range(min(AT_ONCE, len(files)))]
        hashes: dict[str, str] = {}
        try:
            for thread in crew:
                thread.start()
            while len(hashes) < len(files):
                with suppress(Empty):
                    path, answer = answers.get(timeout=0.5)  # in turns, so that Ctrl+C is heard on every system
                    if isinstance(answer, BaseException):
                        raise answer
                    hashes[path] = answer
        except BaseException:
            self._stop.set()
            self.hub.close()
            for thread in crew:
                thread.join(timeout=1)
            raise
        return hashes

    def _work(self, todo: deque[Remote], answers: SimpleQueue[tuple[str, str | BaseException]]) -> None:
        while not self._stop.is_set():
            try:
                file = todo.popleft()
            except IndexError:
                return
            try:
                answers.put((file.path, self._fetch(file)))
            except BaseException as error:
                answers.put((file.path, error))
                return

    def measure(self, files: tuple[Remote, ...]) -> int:
        """Bytes of these files that are on the disk already."""
        return sum(min(max(_size(self._place(file)), _size(self._part(file))), file.size) for file in files)

    def _fetch(self, file: Remote) -> str:
        try:
            place = self._place(file)
            if _size(place) == file.size:
                return self._check_again(file, place)
            return self._bring(file, place)
        except OSError as error:
            raise StorageFailed(f"{error.filename or file.path} cannot be written: {error.strerror}.") from error

    def _check_again(self, file: Remote, place: Path) -> str:
        """A file that is there already: its hash is taken once more, so that the register tells the truth."""
        hashes = _Hashes(file)
        _hash(place, hashes, self._look_for_stop)
        if hashes.fit():
            self.watch.finish(file.path, file.size)
            return hashes.sha256
        self.watch.move(-file.size)
        self.watch.say(f"{file.path} has changed on the disk: it is pulled again.")
        place.unlink()
        return self._bring(file, place)

    def _bring(self, file: Remote, place: Path) -> str:
        part = self._part(file)
        part.parent.mkdir(parents=True, exist_ok=True)
        hashes = _Hashes(file)
        tries = wrong = 0
        while True:
            before = _size(part)
            try:
                self._receive(file, part, hashes)
            except HubAway as error:
                tries = 1 if _size(part) > before else tries + 1
                if tries >= _TRIES:
                    raise HubFailed(
                        f"{error.message} What has come is kept: the same command goes on from there."
                    ) from error
                self._stop.wait(error.pause or min(self.pause * 2 ** (tries - 1), 30))
                self._look_for_stop()
                continue
            if hashes.fit():
                part.replace(place)
                self.watch.finish(file.path, file.size)
                return hashes.sha256
            self.watch.move(-_size(part))
            part.unlink()
            hashes = _Hashes(file)
            wrong += 1
            if wrong == 2:
                raise HubFailed(
                    f"{file.path} came twice with other bytes than {self.hub.url} lists (SHA-256 or size). It was "
                    "deleted; something between here and there changes files, or the hub's copy is broken."
                )
            self.watch.say(f"{file.path} came damaged: it was deleted and is pulled again.")

    def _receive(self, file: Remote, part: Path, hashes: _Hashes) -> None:
        """Append what is missing of a file, never more bytes than it has, and hash all of it on the way."""
        start = _size(part)
        if start > file.size:
            self.watch.move(-start)
            part.unlink()
            start = 0
        if start != hashes.count:
            hashes.begin()
            if start:
                _hash(part, hashes, self._look_for_stop)
        if start == file.size:
            part.touch()
            return
        with self.hub.open(self.listing, file.path, start) as stream, part.open("ab") as out:
            if stream.start != start:
                self.watch.move(-start)
                out.truncate(0)
                hashes.begin()
                start = 0
            for chunk in stream.chunks:
                self._look_for_stop()
                taken = chunk[: file.size - start]  # what comes beyond its size is not taken; its hash will tell
                out.write(taken)
                hashes.add(taken)
                start += len(taken)
                self.watch.move(len(taken))
                if start == file.size:
                    break
        if start < file.size:
            raise HubAway(f"{self.hub.url} stopped in the middle of {file.path}.")

    def _look_for_stop(self) -> None:
        if self._stop.is_set():
            raise HubFailed("The pull was stopped.")

    def _place(self, file: Remote) -> Path:
        place = self.folder.joinpath(*file.path.split("/"))
        if not place.resolve().is_relative_to(self.folder.resolve()):  # a link somebody put there
            raise StorageFailed(f"{place} leads out of {self.folder}: remove it.")
        return place

    def _part(self, file: Remote) -> Path:
        place = self._place(file)
        return place.with_name(place.name + PART)


class _Hashes:
    """What a file's bytes come to, against what the hub says of it."""

    def __init__(self, file: Remote) -> None:
        self._file = file
        self.begin()

    def begin(self) -> None:
        self.count = 0
        self._sha256 = hashlib.sha256()
        # Git's own name of a file: SHA-1 over its length and its bytes. It is no protection against forgery, and small
        # files have nothing else; weights have a SHA-256.
        self._blob = hashlib.sha1(b"blob %d\0" % self._file.size, usedforsecurity=False)

    def add(self, chunk: bytes) -> None:
        self.count += len(chunk)
        self._sha256.update(chunk)
        if not self._file.sha256:
            self._blob.update(chunk)

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest()

    def fit(self) -> bool:
        if self.count != self._file.size:
            return False
        if self._file.sha256:
            return self.sha256 == self._file.sha256
        return self._blob.hexdigest() == self._file.blob


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _hash(path: Path, hashes: _Hashes, look: Callable[[], None]) -> None:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            look()
            hashes.add(chunk)
