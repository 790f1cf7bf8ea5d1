"""The objects of a bucket, through obstore: the only module that imports it, imported where a bucket is named."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from pinxit.core.errors import PinxitError, StorageFailed
from pinxit.core.images import Format
from pinxit.storage.circuit import Away
from pinxit.storage.place import Place

if TYPE_CHECKING:
    from obstore.store import ClientConfig, S3Config

_LOG = logging.getLogger("pinxit.errors")
_FIRST = 5.0  # seconds until the store says something
_PACE = 500_000  # bytes in a second that a slow line brings at least
_PAGE = 1000
_STATUS = re.compile(r"status code: (\d{3})")
_CODE = re.compile(r"<Code>(\w+)</Code>|\(code: (\w+)\)")
_MOVED = re.compile(r"\bregion\b|redirect", re.IGNORECASE)
_FULL = {"XMinioStorageFull", "QuotaExceeded", "ServiceQuotaExceeded", "InsufficientStorage"}
_PASSING = {408, 425, 429, *range(500, 600)} - {507}
_ENDINGS = {"jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class State:
    """What is known of an object without its bytes; `written` is in Unix seconds, by the store's clock."""

    key: str
    size: int
    written: float


class Objects:
    """The objects of one bucket. Every call ends by itself, and is one try.

    Raises Away where the store is to blame and another try may help, StorageFailed where the operator has to act.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._store = _open(place, place.endpoint)
        self._signer = _open(place, place.public) if place.public else self._store

    async def look(self, key: str) -> State | None:
        """What is known of an object; None where there is none."""
        try:
            async with self._watch(f"HEAD {key}", _FIRST):
                found = await obstore.head_async(self._store, key)
        except FileNotFoundError:
            return None
        return State(key, found["size"], found["last_modified"].timestamp())

    async def put(self, key: str, data: bytes) -> None:
        """Write an object; others see all of it or nothing."""
        try:
            async with self._watch(f"PUT {key}", _FIRST + len(data) / _PACE):
                # In one piece: parts of an upload that broke off would stay in the bucket, unseen and not for free.
                await obstore.put_async(self._store, key, data, attributes=_describe(key), use_multipart=False)
        except FileNotFoundError:
            raise self._fail("there is no such bucket") from None

    async def get(self, key: str) -> bytes | None:
        """The bytes of an object; None where there is none."""
        try:
            async with self._watch(f"GET {key}", _FIRST):
                found = await obstore.get_async(self._store, key)
            async with self._watch(f"GET {key}", _FIRST + found.meta["size"] / _PACE):
                data = await found.bytes_async()
        except FileNotFoundError as error:
            if "NoSuchBucket" in str(error):
                raise self._fail("there is no such bucket") from None
            return None
        return await asyncio.to_thread(bytes, data)

    async def list(self, prefix: str) -> list[State]:
        """All objects whose keys begin so."""
        found: list[State] = []
        pages = obstore.list(self._store, prefix, chunk_size=_PAGE)
        while True:
            async with self._watch(f"LIST {prefix}", 4 * _FIRST):
                try:
                    page = await anext(pages)
                except StopAsyncIteration:
                    return found
            found += [State(one["path"], one["size"], one["last_modified"].timestamp()) for one in page]

    async def delete(self, keys: Sequence[str]) -> None:
        """Delete objects, whether they are there or not."""
        async with self._watch(f"DELETE of {len(keys)} objects", 4 * _FIRST):
            await obstore.delete_async(self._store, list(keys))

    async def sign(self, key: str, seconds: float) -> str:
        """An address under which anybody can fetch the object for a while."""
        async with self._watch(f"signature of {key}", _FIRST):  # a role's credentials may have to be fetched
            return await obstore.sign_async(self._signer, "GET", key, timedelta(seconds=seconds))

    @asynccontextmanager
    async def _watch(self, what: str, seconds: float) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(seconds):
                yield
        except TimeoutError:
            raise Away(f"{what}: no answer in {seconds:.0f} seconds") from None
        except FileNotFoundError:
            raise
        except BaseError as error:
            raise self._translate(what, str(error)) from None
        except Exception as error:
            if isinstance(error, PinxitError | StopAsyncIteration):
                raise
            _LOG.exception("%s: what speaks with the bucket broke", what)
            raise self._fail("what speaks with it broke; an AWS_ variable in the environment may be wrong") from error

    def _translate(self, what: str, said: str) -> Exception:
        """Only status and code are told and logged: the rest of an answer may hold what is nobody's business."""
        status = int(found[1]) if (found := _STATUS.search(said)) else 0
        code = (found[1] or found[2]) if (found := _CODE.search(said)) else ""
        sign = " ".join(str(part) for part in (status or "", code) if part)
        if code == "NoSuchBucket":
            return self._fail("there is no such bucket")
        if status == 507 or code in _FULL:
            return self._fail(f"it is full ({sign})")
        if code == "RequestTimeTooSkewed":
            return self._fail("the clock of this machine is wrong")
        if status and "169.254." in said:  # where a machine is told its role
            return self._fail("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set, and this machine has no role")
        if status in {401, 403} or code == "AccessDenied":
            return self._fail(
                "it refuses the credentials in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or its policy does not let "
                f"them get, put, list and delete objects ({sign})"
            )
        if status in _PASSING or code == "SlowDown":
            return Away(f"{what}: {sign}")
        if status or _MOVED.search(said.partition("Debug source")[0]):
            return self._fail(f"it refuses to work; its region or endpoint may be wrong ({sign or 'redirected'})")
        where = " to the machine's role, as AWS_ACCESS_KEY_ID is not set" if "169.254." in said else ""
        return Away(f"{what}: the connection{where} failed or broke")

    def _fail(self, why: str) -> StorageFailed:
        _LOG.error("The bucket %r of PINXIT_FILES cannot be used: %s", self._place.bucket, why)
        return StorageFailed(
            f"The server's store of pictures cannot be used: {why}. Its operator has to mend that; send the request "
            "again after it."
        )


def _open(place: Place, endpoint: str) -> S3Store:
    config: S3Config = {"virtual_hosted_style_request": place.virtual}
    options: ClientConfig = {"connect_timeout": "2s", "timeout": "120s"}
    if endpoint:
        scheme, _, host = endpoint.partition("://")
        config["endpoint"] = f"{scheme}://{place.bucket}.{host}" if place.virtual else endpoint
        if scheme.lower() == "http":
            options["allow_http"] = True
    if place.region:
        config["region"] = place.region
    # No retries in there: the circuit has them, and knows that every call may be repeated.
    return S3Store(place.bucket, config=config, client_options=options, retry_config={"max_retries": 0})


def _describe(key: str) -> dict[str, str]:
    """The headers with which the store hands an object out: it can be given none when an address is signed."""
    name = key.rpartition("/")[2]
    digest, _, ending = name.partition(".")
    kind = Format(ending) if ending in set(Format) else None
    # Nobody says "sandbox" on the store's side, so what could run there as a page is not opened but saved.
    manner = "inline" if kind and kind is not Format.SVG else "attachment"
    return {
        "Content-Type": kind.mime if kind else "application/octet-stream",
        "Content-Disposition": f'{manner}; filename="{digest[:12]}.{_ENDINGS.get(ending, ending)}"',
        "Cache-Control": "private, immutable, max-age=3600",
    }
