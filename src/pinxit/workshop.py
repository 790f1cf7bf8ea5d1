"""A studio and the engines behind it, whose models may become more or fewer while it is open."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from pinxit.core.catalog import Catalog
from pinxit.core.engine import ChangingEngine, Engine, StartingEngine
from pinxit.core.errors import PinxitError
from pinxit.core.studio import Studio

_LOG = logging.getLogger("pinxit.upstreams")
_AGAIN = 30.0  # seconds until an upstream that is away is asked again what it has
_LOOK = 2.0  # seconds between two looks at which models are on this machine
_DAY = 86_400.0

_Plan = Callable[[Sequence[Engine], Collection[str]], Catalog]
_Late = Callable[[], Engine | None]


def _plan_plainly(engines: Sequence[Engine], away: Collection[str]) -> Catalog:
    return Catalog(engines)


class Workshop:
    """A studio and the engines behind it; `close` gives their processes and connections back.

    Without its engines nothing works; `upstreams` may be away, and tell what models they have when they are back.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        upstreams: Sequence[Engine] = (),
        plan: _Plan = _plan_plainly,
        late: _Late | None = None,
    ) -> None:
        """`plan` makes the catalog of engines, beside the names of those that are away, and anew whenever one of these
        is back or another has other models. Upstreams are asked for their models at once, which takes seconds where
        they do not answer. `late` is asked now and then for an engine that had nothing to do when the others were made.
        """
        self._engines = list(engines)
        self._upstreams = upstreams
        self._plan = plan
        self._late = late
        self._away = list(upstreams)
        if upstreams:
            with ThreadPoolExecutor(len(upstreams)) as pool:
                self._away = [
                    engine
                    for engine, told in zip(upstreams, list(pool.map(_has_models, upstreams)), strict=True)
                    if not told
                ]
        self.studio = Studio(self._make_catalog())

    async def start(self) -> None:
        """Start what is slow to start, so that the first caller does not wait for it. Raises EngineFailed."""
        for engine in self._engines:
            if isinstance(engine, StartingEngine):
                await engine.start()

    @property
    def away(self) -> list[str]:
        """Names of the upstreams that have told no model yet."""
        return [engine.name for engine in self._away]

    @property
    def chores(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        """What runs beside a server."""
        return self.wait_for_upstreams, self.watch_models, self.watch_lives

    async def wait_for_upstreams(self) -> None:
        """Ask those that are away again and again, until all have told what models they have."""
        if self._away:
            _LOG.warning("No models are known of %s: asked again every %g s.", ", ".join(self.away), _AGAIN)
        while self._away:
            await asyncio.sleep(_AGAIN)
            told = await asyncio.gather(*(asyncio.to_thread(_has_models, engine) for engine in self._away))
            back = [engine.name for engine, has_models in zip(self._away, told, strict=True) if has_models]
            if back:
                self._away = [engine for engine in self._away if engine.name not in back]
                self.studio.catalog = self._make_catalog()
                _LOG.info("%s told what models there are.", ", ".join(back))

    async def watch_models(self) -> None:
        """Notice what models come to this machine or go, and serve those that are there, until cancelled."""
        while True:
            await asyncio.sleep(_LOOK)
            try:
                late = None if self._late is None else await asyncio.to_thread(self._late)
                if late is not None:
                    self._late = None
                    self._engines.append(late)
                local = [engine for engine in self._engines if isinstance(engine, ChangingEngine)]
                changes = [await engine.refresh() for engine in local]
                if late is None and not any(changes):
                    continue
                self.studio.catalog = self._make_catalog()
                names = [card.name for engine in local for card in engine.models()]
                _LOG.info("The models on this machine are now: %s", ", ".join(names) or "none")
                if isinstance(late, StartingEngine):
                    await late.start()
            except PinxitError as error:  # a route may lead to what is gone
                _LOG.warning("The models on this machine are others now, and cannot be served so: %s", error.message)
            except Exception:
                _LOG.exception("nobody knows which models are on this machine")

    async def watch_lives(self) -> None:
        """Warn of models that are soon shut down, when the server starts and once a day."""
        while True:
            for warning in tell_lives(self.studio.catalog):
                _LOG.warning("%s", warning)
            await asyncio.sleep(_DAY)

    async def close(self) -> None:
        for engine in (*self._engines, *self._upstreams):
            await engine.close()

    def _make_catalog(self) -> Catalog:
        away = set(self.away)
        present = [engine for engine in self._upstreams if engine.name not in away]
        return self._plan([*self._engines, *present], away)


def _has_models(engine: Engine) -> bool:
    try:
        return bool(engine.models())
    except PinxitError as error:
        _LOG.warning("%s does not tell its models: %s", engine.name, error.message)
        return False


def tell_lives(catalog: Catalog, now: float | None = None) -> Iterator[str]:
    """A sentence for each model that is shut down within 30 days, or was. `now` is in Unix seconds."""
    now = time.time() if now is None else now
    for card in catalog.list_retiring(now):
        day = datetime.fromtimestamp(card.retires or 0, UTC).date()
        past = (card.retires or 0) <= now
        yield (
            f"The model {card.name} {'was' if past else 'is'} shut down by its owner on {day}: "
            "use another one, or name what stands in for it in [models]."
        )
