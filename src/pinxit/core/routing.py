"""An engine made of engines: weights, repeats, fallback, hedging and caps, as `pinxit.core.routes` has them.

A request goes to a place of the model that was asked for: by turns where there are several, and past those whose
circuit is open, who asked to be left alone, or whose money is spent. What happens then:

- A declined wish, and a request that is wrong, end it at once: they are never sent to another provider.
- An error is answered by another place of the same model. The same place is asked again only if it surely did nothing
  (`undone`) or was busy for a few seconds, twice at most: what may have been made may have been billed.
- Then the models that stand in are asked, in their order, each only if its card accepts the request; options that one
  does not know are left out for it. `strict` forbids that.
- Once a picture was made, an error is the end.
- All of it happens within the route's patience, of which the last tenth belongs to the last in the chain.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing

from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.errors import UpstreamTimeout
from pinxit.core.hedging import Field
from pinxit.core.images import ImageRequest, Partial, Picture, Progress
from pinxit.core.journeys import Journey, judge
from pinxit.core.legs import Leg, Sieve
from pinxit.core.places import Dice, Group
from pinxit.core.routes import Route

_USUAL = 8  # pictures at once, of an engine that does not say
_FAIR = 20.0  # seconds: who was given less is not blamed for being too slow


class RoutedEngine:
    """Serves one model by the places of its first group, and by the others where those cannot.

    It owns no engine: whoever opened them starts and closes them. `draw` takes the request as the caller sent it; each
    place gets it as its own card wants it.
    """

    def __init__(self, route: Route, groups: Sequence[Group], dice: Dice | None = None) -> None:
        self._route = route
        self._groups = tuple(groups)
        self._dice = dice or Dice()
        places = self._groups[0].places
        self.name = places[0].engine
        self.capacity = sum(getattr(place.entry.engine, "capacity", None) or _USUAL for place in places)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The model that is asked for, and those that stand in for it."""
        return self._groups

    def models(self) -> Sequence[ModelCard]:
        return [self._groups[0].places[0].entry.card]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """Yields what whoever serves yields, preceded by Served. Raises as the module's docstring says."""
        journey, sieve = Journey(self._groups, request, self._route.patience, self._dice), Sieve()
        while (leg := await journey.choose()) is not None:
            delay = self._find_delay(leg, request)
            events = _follow(journey, leg, sieve) if delay is None else _race(journey, leg, sieve, delay)
            try:
                async with aclosing(events):
                    async for event in events:
                        yield event
            finally:
                leg.leave(well=True if leg.made else None)
            if sieve.made:
                return
        raise journey.tell()

    async def close(self) -> None:
        """Nothing: the engines are others' to close."""

    def _find_delay(self, leg: Leg, request: ImageRequest) -> float | None:
        """Seconds after which a second place is asked as well; None: never."""
        if self._route.hedge is None or request.n > 1 or len(self._groups[0].places) < 2:
            return None
        return leg.place.find_latency(self._route.hedge)


async def _follow(journey: Journey, leg: Leg, sieve: Sieve) -> AsyncGenerator[Drawn]:
    """What one leg makes; why it makes nothing is noted. Raises what is final, and any error after a picture."""
    async with aclosing(leg.draw()) as events:
        while True:
            try:
                event = await _await_next(events, journey, leg)
            except Exception as error:
                _fail(journey, leg, leg.find_failure(error) or error)
                return
            if event is None:
                break
            for told in _sift(journey, leg, sieve, event):
                yield told
    if failure := leg.find_failure():
        _fail(journey, leg, failure)


async def _race(journey: Journey, leg: Leg, sieve: Sieve, delay: float) -> AsyncGenerator[Drawn]:
    """The same, with a second leg after `delay` seconds. Until one has a picture, the first one of them is told."""
    winner: Leg | None = None
    due: float | None = leg.begun + delay
    async with Field() as field:
        field.start(leg)
        while field.running:
            news = await field.next(journey.left if due is None else min(journey.left, due - journey.now))
            if news is None:
                if due is not None and journey.left > 0:
                    due = None
                    if second := await journey.hedge():
                        field.start(second)
                    continue
                late = field.running
                await field.stop(late)
                for slow in late:
                    _fail(journey, slow, _tell_late(slow))
            elif winner is not None and news.leg is not winner:
                continue
            elif news.event is None:
                if failure := news.leg.find_failure(news.error):
                    _fail(journey, news.leg, failure)
                else:
                    news.leg.leave(well=True)
            else:
                if winner is None and isinstance(news.event, Picture):
                    winner, due = news.leg, None
                    await field.stop(other for other in field.running if other is not winner)
                if news.leg is field.running[0] or not isinstance(news.event, Progress | Partial):
                    for told in _sift(journey, news.leg, sieve, news.event):
                        yield told


def _sift(journey: Journey, leg: Leg, sieve: Sieve, event: Drawn) -> Iterator[Drawn]:
    if isinstance(event, Picture) and not leg.made:
        leg.place.note_latency(journey.now - leg.begun)
    return sieve.sift(leg, event)


def _fail(journey: Journey, leg: Leg, error: Exception) -> None:
    """A leg has failed. Raises the error where a picture was made before it, or nobody else may be asked."""
    if leg.made:
        leg.leave(well=judge(error))
        raise error
    journey.note(leg, error)


async def _await_next(events: AsyncGenerator[Drawn], journey: Journey, leg: Leg) -> Drawn | None:
    """The next event; None at the end. Raises UpstreamTimeout when the patience is over."""
    try:
        async with asyncio.timeout(journey.left) as scope:
            return await anext(events)
    except StopAsyncIteration:
        return None
    except TimeoutError as error:
        if not scope.expired():
            raise
        if journey.now - leg.begun < _FAIR:
            leg.leave(well=None)
        raise _tell_late(leg) from error


def _tell_late(leg: Leg) -> UpstreamTimeout:
    return UpstreamTimeout(f"{leg.place.engine} did not answer in the time that there was for this request.")
