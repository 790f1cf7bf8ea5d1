"""Pictures in a bucket of any S3-compatible store: AWS, Cloudflare R2, MinIO, SeaweedFS and others."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from pinxit.core.archive import Kept
from pinxit.core.errors import ConfigurationError, NotFound, StorageAway, StorageFailed
from pinxit.core.images import Format, Picture
from pinxit.storage.archive import GONE, NAME, is_whole, name_bytes
from pinxit.storage.circuit import Away, Circuit
from pinxit.storage.place import Place

if TYPE_CHECKING:
    from pinxit.storage.objects import Objects, State

_LOG = logging.getLogger("pinxit.errors")
_LINK_GOOD = 300.0  # seconds
_SKEW = 900.0  # seconds by which two clocks may differ: no store answers to more
_FRESH = 60.0  # seconds for which a file that was seen there is believed to be there
_REMEMBERED = 10_000  # names
_HANDFUL = 50  # objects that are looked at and deleted together
_SMALL = 64 * 1024  # bytes that are hashed in less time than a thread takes


class BucketArchive:
    """An Archive in a bucket. Objects are called `{prefix}/{name}` and come into being whole.

    A file stays for `keep` seconds after it was last asked to be kept, and up to a quarter longer: what is young is
    not sent a second time. Where all of them together have more than `room` bytes, those sent first go first. Several
    servers may share a bucket; each looks for what is too old every `every` seconds.
    """

    def __init__(
        self, place: Place, keep: float, room: int, *, every: float = 600.0, clock: Callable[[], float] = time.time
    ) -> None:
        """Reaches nothing yet. Raises ConfigurationError where the extra is missing."""
        self._objects = _open(place)
        self._prefix = f"{place.prefix}/" if place.prefix else ""
        self._young = keep / 4
        self._keep = keep + self._young + _SKEW
        self._room = room
        self._every = every
        self._clock = clock
        self._next_sweep = 0.0
        self._circuit = Circuit("The server's store of pictures")
        self._safe: dict[str, float] = {}  # when names were seen to be there, in monotonic seconds, the oldest first

    async def keep(self, picture: Picture) -> str:
        """Keep a picture and return its name; the same picture has the same name. Raises StorageFailed."""
        return await self.keep_bytes(picture.data, str(picture.format))

    async def keep_bytes(self, data: bytes, ending: str) -> str:
        """The same for any bytes, with one of `pinxit.storage.archive.ENDINGS`."""
        name = await asyncio.to_thread(name_bytes, data, ending) if len(data) > _SMALL else name_bytes(data, ending)
        if time.monotonic() - self._safe.get(name, float("-inf")) < _FRESH:
            return name
        key = self._prefix + name
        if not await self._is_young(key, len(data)):
            await self._circuit.call(lambda: self._objects.put(key, data))
        self._safe.pop(name, None)
        self._safe[name] = time.monotonic()
        if len(self._safe) > _REMEMBERED:
            del self._safe[next(iter(self._safe))]
        return name

    async def _is_young(self, key: str, size: int) -> bool:
        """Is it there, whole, and new enough to stay as long as it has to?"""
        try:
            state = await self._circuit.call(lambda: self._objects.look(key))
        except StorageAway:
            raise
        except StorageFailed:  # a policy without s3:ListBucket hides what is not there; sending it shows what is true
            return False
        return state is not None and state.size == size and self._age(state) <= self._young

    async def find(self, name: str) -> Kept:
        """A picture by an address that is good for a few minutes. Raises NotFound for what is not kept."""
        digest, _, ending = name.partition(".")
        if not NAME.fullmatch(name) or ending not in set(Format):
            raise NotFound(GONE)
        key = self._prefix + name
        state = await self._circuit.call(lambda: self._objects.look(key))
        if state is None or self._age(state) > self._keep:
            raise NotFound(GONE)
        url = await self._circuit.call(lambda: self._objects.sign(key, _LINK_GOOD))
        return Kept(None, Format(ending), digest, url, state.size, _LINK_GOOD)

    async def read(self, name: str) -> bytes:
        """The bytes of a name. Raises NotFound where they are not kept, or not those that were kept."""
        if not NAME.fullmatch(name):
            raise NotFound(GONE)
        data = await self._circuit.call(lambda: self._objects.get(self._prefix + name))
        if data is None:
            raise NotFound(GONE)
        if not await asyncio.to_thread(is_whole, name, data):
            self._safe.pop(name, None)
            _LOG.error("The kept object %s is damaged: its bytes are not those that were kept", self._prefix + name)
            raise NotFound(GONE)
        return data

    async def sweep(self) -> int:
        """Forget what is too old, and the first of what is too much, if it is time to. Returns how many files went."""
        if time.monotonic() < self._next_sweep:
            return 0
        try:
            found = await self._objects.list(self._prefix)
            gone = 0
            for handful in await asyncio.to_thread(lambda: list(self._choose(found))):
                gone += await self._forget(handful)
        except Away as error:  # it is tried again in the next round
            raise StorageAway(f"The store of pictures cannot be swept: {error}.") from None
        self._next_sweep = time.monotonic() + self._every
        return gone

    def _choose(self, found: Sequence[State]) -> Iterator[list[State]]:
        """What has to go, in handfuls."""
        ours = [state for state in found if NAME.fullmatch(state.key.removeprefix(self._prefix))]
        handful, room = [], self._room
        # The newest first, as long as there is room for them.
        for state in sorted(ours, key=lambda state: state.written, reverse=True):
            room -= state.size
            if room < 0 or self._age(state) > self._keep:
                handful.append(state)
            if len(handful) == _HANDFUL:
                yield handful
                handful = []
        if handful:
            yield handful

    async def _forget(self, handful: Sequence[State]) -> int:
        """Delete objects, except those that were kept again since they were listed."""
        now = await asyncio.gather(*(self._objects.look(state.key) for state in handful))
        keys = [old.key for old, new in zip(handful, now, strict=True) if new and new.written == old.written]
        for key in keys:
            self._safe.pop(key.removeprefix(self._prefix), None)
        if keys:
            await self._objects.delete(keys)
        return len(keys)

    def _age(self, state: State) -> float:
        return self._clock() - state.written


def _open(place: Place) -> Objects:
    try:
        from pinxit.storage.objects import Objects  # noqa: PLC0415  (an extra: a folder needs none)
    except ModuleNotFoundError:
        raise ConfigurationError(
            "PINXIT_FILES names a bucket, and what speaks with buckets is not installed: pip install 'pinxit[s3]'"
        ) from None
    return Objects(place)
