"""Whatever engines do, routing keeps its promises: scripts are made up by hypothesis, and time is the loop's."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn, ModelCard
from pinxit.core.errors import (
    Blocked,
    EngineFailed,
    InvalidRequest,
    Overloaded,
    PinxitError,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import Format, ImageRequest, Missed, Partial, Picture, Progress, Served, Usage
from pinxit.core.places import Dice
from pinxit.core.routes import Backend, Route, Routing
from scripted import SIZE, WISH, Scripted, Step, now, paint, run

_MAKERS: list[Callable[[], Exception]] = [
    lambda: UpstreamFailed("Away.", undone=True),
    lambda: UpstreamFailed("Broken."),
    lambda: UpstreamTimeout("Late."),
    lambda: UpstreamDenied("Key.", undone=True),
    lambda: UpstreamBusy("Busy.", retry_after=2.0),
    lambda: UpstreamBusy("Busy.", retry_after=90.0),
    lambda: Overloaded("Full.", retry_after=1.0),
    lambda: EngineFailed("Broke."),
    lambda: Blocked("Declined."),
    lambda: InvalidRequest("Wrong."),
    lambda: RuntimeError("A fault."),
]
_ERRORS: st.SearchStrategy[Exception] = st.sampled_from(_MAKERS).flatmap(st.builds)
_INDEX = st.integers(0, 1)
_STEPS: st.SearchStrategy[Step] = st.one_of(
    st.floats(0, 40),
    _INDEX.map(paint),
    _ERRORS,
    st.builds(Progress, _INDEX, st.floats(0, 1), st.just("drawing")),
    st.builds(lambda index, step: Partial(index, step, "s", b"", SIZE, Format.PNG), _INDEX, st.integers(0, 2)),
    st.builds(Missed, _INDEX, _ERRORS),
    st.just(Usage(1, 0, 1)),
)
_SCRIPTS = st.lists(st.lists(_STEPS, max_size=5), min_size=1, max_size=3)
_CARDS = (ModelCard("m", "M", remote=True), ModelCard("spare", "S", remote=True), ModelCard("local", "L"))


@given(
    scripts=st.tuples(_SCRIPTS, _SCRIPTS, _SCRIPTS, _SCRIPTS),
    requests=st.integers(1, 8),
    patience=st.floats(0.1, 120),
    n=st.integers(1, 2),
    strict=st.booleans(),
    hedge=st.sampled_from([None, 0.5]),
    leave_after=st.integers(0, 12),
)
@settings(max_examples=300, deadline=None)
def test_every_promise_is_kept_whatever_engines_do(  # limit: what may vary
    scripts: tuple[list[list[Step]], ...],
    requests: int,
    patience: float,
    n: int,
    strict: bool,
    hedge: float | None,
    leave_after: int,
) -> None:
    cards = (_CARDS[0], _CARDS[0], _CARDS[1], _CARDS[2])
    engines = [_Watched(name, script, [card]) for name, card, script in zip("abcd", cards, scripts, strict=True)]
    backends = (Backend("a", "m", 2), Backend("b", "m"))
    route = Route("m", backends, ("spare", "local"), hedge, patience)
    request = replace(WISH, n=n, strict=strict)

    async def work() -> None:
        catalog = Catalog(engines, (), Routing({"m": route}), dice=Dice(now, lambda: 0.5))
        for place in catalog.places:
            for _ in range(20):
                place.note_latency(1.0)
        entry = catalog.find("m")
        for _ in range(requests):
            for engine in engines:
                engine.ends.clear()
            begun, events = now(), []
            try:
                async with aclosing(entry.engine.draw(entry.check(request))) as drawn:
                    async for event in drawn:
                        events.append(event)
                        if leave_after and len(events) >= leave_after:
                            break
            except (PinxitError, RuntimeError):  # what the scripts raise, and nothing else
                pass
            assert now() - begun <= patience + 1e-6, "beyond the patience"
            assert not any(engine.at_work for engine in engines), "somebody still works"
            _check_events(events)
            _check_ends(engines, strict=strict)
        for place in catalog.places:
            for breaker in place.breakers.values():
                assert not (breaker.open and breaker.wait > 60), "left alone for too long"
                assert not breaker._probing, "a probe is stuck"

    run(work)


class _Watched(Scripted):
    """Also notes how each of its tries ended: with an error, with what it missed, or None."""

    def __init__(self, name: str, scripts: list[list[Step]], cards: list[ModelCard]) -> None:
        super().__init__(name, scripts, cards)
        self.ends: list[tuple[float, list[Exception], bool]] = []

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        errors: list[Exception] = []
        made = False
        try:
            async with aclosing(super().draw(request)) as events:
                async for event in events:
                    made = made or isinstance(event, Picture)
                    if isinstance(event, Missed):
                        errors.append(event.error)
                    yield event
        except Exception as error:
            errors.append(error)
            raise
        finally:
            self.ends.append((now(), errors, made))


def _check_events(events: list[Drawn]) -> None:
    ended = Counter(event.index for event in events if isinstance(event, Picture | Missed))
    assert all(count == 1 for count in ended.values()), "an index ended twice"
    steps = [(event.index, event.step) for event in events if isinstance(event, Partial)]
    assert len(set(steps)) == len(steps), "an unfinished picture came twice"
    for index in (0, 1):
        told = [event.fraction for event in events if isinstance(event, Progress) and event.index == index]
        assert told == sorted(told), "progress went back"
    if events:
        assert isinstance(events[0], Served), "nobody says who serves"
    pictures = [number for number, event in enumerate(events) if isinstance(event, Picture)]
    serving = [number for number, event in enumerate(events) if isinstance(event, Served)]
    assert not pictures or serving[-1] < pictures[0], "another one served after a picture"
    assert pictures or not any(isinstance(event, Usage | Missed) for event in events), "told without a picture"


def _check_ends(engines: list[_Watched], *, strict: bool) -> None:
    tries = [end for engine in engines for end in engine.ends if end[1] or end[2]]
    for when, errors, made in tries:
        later = [after for after, _, _ in tries if after > when]
        if made or any(type(error) in (Blocked, InvalidRequest) for error in errors):
            assert not later, "asked on after a picture or a declined wish"
    for engine in engines:
        assert len(engine.ends) <= 3, "repeated more than twice"
        for _, errors, _ in engine.ends[:-1]:
            assert all(_may_repeat(error) for error in errors), "repeated what may have been billed"
    if strict:
        assert not engines[2].ends
        assert not engines[3].ends


def _may_repeat(error: Exception) -> bool:
    return isinstance(error, Overloaded) or (
        isinstance(error, UpstreamFailed) and error.undone and not isinstance(error, UpstreamDenied)
    )
