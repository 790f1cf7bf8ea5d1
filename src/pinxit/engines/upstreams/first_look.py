"""What a service lists of itself, asked once before its first picture: nobody waits long for one that is away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson

from pinxit.core.errors import PinxitError
from pinxit.engines.upstreams.connection import Connection, Question
from pinxit.upstreams import Upstream

_LOG = logging.getLogger("pinxit.upstreams")
_SECONDS = 3.0


def look_up(upstream: Upstream, base: str, headers: Mapping[str, str], paths: Sequence[str]) -> list[Any]:
    """The JSON behind each path, None where there is none. Blocks for at most three seconds; raises nothing."""

    async def ask() -> list[Any]:
        connection = Connection(upstream, base)

        async def get(path: str) -> Any:
            answer = await connection.ask(Question(path, "GET", headers=headers, seconds=_SECONDS))
            return orjson.loads(answer.body) if answer.status == 200 else None

        try:
            return await asyncio.gather(*map(get, paths))
        except (PinxitError, orjson.JSONDecodeError):
            _LOG.warning("upstream %s does not say what it has: its settings alone count", upstream.name)
            return [None] * len(paths)
        finally:
            await connection.close()

    # Its own thread, since this may be called where an event loop runs.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, ask()).result()


def list_fields(found: Any, name: str) -> list[str]:
    """One field of every object in a list, where it is a text."""
    entries = found if isinstance(found, list) else []
    texts = [entry.get(name) for entry in entries if isinstance(entry, dict)]
    return [text for text in texts if isinstance(text, str) and text.strip()]
