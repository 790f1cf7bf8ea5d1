"""What a service with OpenAI's API can do: as its settings name the models, as it publishes, and as is known."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import orjson

from pinxit.core.errors import ConfigurationError, PinxitError
from pinxit.dialects.openai.capabilities import Known, read_known
from pinxit.engines.upstreams.connection import Answer, Connection, Question
from pinxit.engines.upstreams.openai_models import know, know_by_ratios, list_known
from pinxit.engines.upstreams.openai_places import Place
from pinxit.engines.upstreams.refusals import Refused, Refuser
from pinxit.upstreams import Upstream

_LOG = logging.getLogger("pinxit.upstreams")
_SECONDS = 3.0  # for each question
_ALL_SECONDS = 6.0
_MOST = 200  # models
_AT_ONCE = 8

Listed = Mapping[str, Mapping[str, Any]]


def discover(upstream: Upstream, place: Place, refuser: Refuser) -> list[Known]:
    """Every model of an upstream. Blocks for some seconds where it does not answer: the names of the settings then do.

    OpenAI and Azure publish nothing of use and are not asked. Raises ConfigurationError where there are no models.
    """
    if place.speaks_ratios:
        found = [know_by_ratios(name) for name in upstream.models]
    elif upstream.kind == "azure":
        found = [know(name, azure=True) for name in upstream.models]
    elif place.is_openai:
        found = [know(name) for name in upstream.models or list_known()]
    else:
        # Its own thread, since this may be called where an event loop runs.
        with ThreadPoolExecutor(1) as thread:
            found = thread.submit(asyncio.run, _Asker(upstream, place, refuser).ask()).result()
    if not found:
        raise ConfigurationError(
            f"The upstream {upstream.name!r} lists no models now: name them in the `models` of its settings."
        )
    return found


@dataclass(frozen=True, slots=True)
class _Asker:
    upstream: Upstream
    place: Place
    refuser: Refuser

    async def ask(self) -> list[Known]:
        connection = Connection(self.upstream, self.place.base)
        try:
            async with asyncio.timeout(_ALL_SECONDS):
                return await self._learn(connection)
        except (PinxitError, TimeoutError) as error:
            why = self.refuser.conceal(str(error)) or "too slow"
            _LOG.warning(
                "upstream %s does not say what its models can do (%s): they count as plain ones until the next start",
                self.upstream.name,
                why,
            )
            return [know(name) for name in self.upstream.models]
        finally:
            await connection.close()

    async def _learn(self, connection: Connection) -> list[Known]:
        """The models of the settings, else those that publish what they can do, else all that are listed."""
        listed = _read_list(await self._get(connection, "/models"))
        names = self.upstream.models or tuple(name for name, entry in listed.items() if _may_draw(entry))[:_MOST]
        gate = asyncio.Semaphore(_AT_ONCE)

        async def look_up(name: str) -> Known | None:
            async with gate:
                answer = await self._get(connection, f"/models/{quote(name, safe='/:')}?schema=true")
            return read_known({**listed.get(name, {}), **_read_object(answer)}, know(name))

        looked = zip(names, await asyncio.gather(*map(look_up, names)), strict=True)
        found = {name: known for name, known in looked if known is not None}
        if not found:
            described = _read_list(await self._get(connection, "/images/models"))
            names = self.upstream.models or tuple(described)[:_MOST] or names
            read = {name: read_known(described[name], know(name)) for name in names if name in described}
            found = {name: known for name, known in read.items() if known is not None}
        if found and not self.upstream.models:
            return list(found.values())
        return [found.get(name) or know(name) for name in names]

    async def _get(self, connection: Connection, path: str) -> Answer:
        """An answer, be it 404. Raises UpstreamFailed where the service is away or does not let us in."""
        answer = await connection.ask(Question(path, "GET", headers=self.place.headers(), seconds=_SECONDS))
        if answer.status in {401, 403} or answer.status >= 500:
            raise self.refuser.tell(Refused(answer.status))
        return answer


def _read_object(answer: Answer) -> dict[str, Any]:
    try:
        content = orjson.loads(answer.body) if answer.status == 200 else None
    except orjson.JSONDecodeError:
        content = None
    return content if isinstance(content, dict) else {}


def _read_list(answer: Answer) -> Listed:
    entries = _read_object(answer).get("data")
    usable: Iterable[dict[str, Any]] = filter(_is_entry, entries) if isinstance(entries, list) else ()
    return {entry["id"]: entry for entry in usable}


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("id"), str) and bool(entry["id"].strip())


def _may_draw(entry: Mapping[str, Any]) -> bool:
    """No other name of a listed model, and none that is known to make something else than pictures."""
    made = (
        entry.get("architecture", {}).get("output_modalities") if isinstance(entry.get("architecture"), dict) else None
    )
    return "served_by" not in entry and (not isinstance(made, list) or "image" in made)
