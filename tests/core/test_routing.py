from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest

from pinxit.core.breaker import State
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Choice, Drawn, ModelCard
from pinxit.core.errors import (
    Blocked,
    EngineFailed,
    InvalidRequest,
    NoPicture,
    Overloaded,
    PinxitError,
    Unsupported,
    UpstreamAway,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import (
    Background,
    Format,
    ImageRequest,
    Missed,
    Partial,
    Picture,
    Progress,
    Quality,
    Served,
    Size,
    Source,
    Usage,
)
from pinxit.core.places import Dice
from pinxit.core.routes import Backend, Route, Routing
from pinxit.core.studio import Studio
from scripted import SIZE, WISH, Scripted, collect, now, paint, run, served

M = ModelCard("m", "M", remote=True)
SPARE = ModelCard("spare", "Spare", remote=True)
LOCAL = ModelCard("local", "Local")
PNG = b"\x89PNG\r\n\x1a\n"


def away(*, undone: bool = True) -> UpstreamFailed:
    return UpstreamFailed("It is away.", undone=undone, code="upstream_unreachable" if undone else None)


def busy(seconds: float) -> UpstreamBusy:
    return UpstreamBusy("Too much.", retry_after=seconds)


@dataclass
class House:
    """A catalog on engines that follow scripts, and what came of the requests to it."""

    engines: Sequence[Scripted]
    route: Route
    catalog: Catalog = field(init=False)
    took: float = 0.0

    def __post_init__(self) -> None:
        routing = Routing({self.route.model: self.route})
        self.catalog = Catalog(self.engines, (), routing, dice=Dice(now, lambda: 0.5))

    async def ask(self, request: ImageRequest = WISH) -> list[Drawn]:
        begun = now()
        entry = self.catalog.find(request.model)
        try:
            return await collect(entry.engine.draw(entry.check(request)))
        finally:
            self.took = now() - begun

    async def fail(self, request: ImageRequest = WISH) -> Exception:
        with pytest.raises(Exception) as failure:  # noqa: PT011  (the test looks at it)
            await self.ask(request)
        return failure.value


def two(first: Sequence[object], second: Sequence[object], **route: object) -> tuple[House, Scripted, Scripted]:
    """A house with two backends of one model; each follows its one script for ever."""
    a, b = Scripted("a", [first]), Scripted("b", [second])  # type: ignore[list-item]
    backends = (Backend("a", "m"), Backend("b", "m"))
    return House([a, b], Route("m", backends, **{"fallback": (), **route})), a, b  # type: ignore[arg-type]


def chain(*scripts: Sequence[object], cards: Sequence[ModelCard] = (M, SPARE, LOCAL)) -> House:
    """A house with one engine for each model: the first is asked for, the others stand in for it."""
    engines = [
        Scripted(name, [script], [card])  # type: ignore[list-item]
        for name, card, script in zip("abc", cards, scripts, strict=False)
    ]
    return House(engines, Route("m", fallback=tuple(card.name for card in cards[1 : len(scripts)])))


class TestWhoServes:
    def test_is_told_before_the_first_event(self) -> None:
        house = chain([Progress(0, 0.5, "drawing"), paint()])
        assert run(house.ask) == [Served("a", "m"), Progress(0, 0.5, "drawing"), paint()]

    def test_takes_turns_by_weight_and_as_evenly_as_can_be(self) -> None:
        a, b = Scripted("a"), Scripted("b")
        house = House([a, b], Route("m", (Backend("a", "m", 3), Backend("b", "m", 1))))

        async def work() -> list[str]:
            return [name for _ in range(12) for name, _ in served(await house.ask())]

        order = run(work)
        assert Counter(order) == {"a": 9, "b": 3}
        assert "aaaa" not in "".join(order)

    def test_is_the_first_engine_alone_where_no_route_names_others(self) -> None:
        a, b = Scripted("a"), Scripted("b")
        entry = Catalog([a, b]).find("m")
        assert entry.engine.name == "a"

        async def work() -> None:
            for _ in range(5):
                await collect(entry.engine.draw(entry.check(WISH)))

        run(work)
        assert (len(a.asked), len(b.asked)) == (5, 0)

    def test_gets_the_request_in_its_own_terms(self) -> None:
        other = replace(M, name="other")
        a, b = Scripted("a", [[away()]]), Scripted("b", cards=[other])
        house = House([a, b], Route("m", (Backend("a", "m"), Backend("b", "other"))))
        events = run(house.ask)
        assert b.asked[0][1].model == "other"
        assert events[0] == Served("b", "other", "retry: upstream_unreachable")

    def test_has_the_capacity_of_all_backends_together(self) -> None:
        house, a, b = two([paint()], [paint()])
        a.capacity, b.capacity = 3, 5
        assert House([a, b], house.route).catalog.find("m").engine.capacity == 8  # type: ignore[attr-defined]


class TestAnErrorWithNothingDone:
    def test_goes_to_another_backend_at_once(self) -> None:
        house, a, b = two([away()], [paint()])
        events = run(house.ask)
        assert list(served(events)) == [("b", "retry: upstream_unreachable")]
        assert (len(a.asked), len(b.asked), house.took) == (1, 1, 0.0)

    def test_is_repeated_at_the_same_backend_twice_at_most_with_growing_waits(self) -> None:
        house = chain([away()])
        assert isinstance(run(house.fail), UpstreamFailed)
        times = [when for when, _ in house.engines[0].asked]
        assert [later - earlier for earlier, later in pairwise(times)] == [0.25, 0.5]

    def test_may_come_to_a_good_end_at_the_second_try(self) -> None:
        a = Scripted("a", [[away()], [paint()]])
        assert run(House([a], Route("m")).ask) == [Served("a", "m"), paint()]

    def test_is_not_repeated_once_the_circuit_has_opened(self) -> None:
        house = chain([away()], [paint()])

        async def work() -> None:
            await house.ask()
            assert (len(house.engines[0].asked), house.took) == (3, 0.75)
            await house.ask()

        run(work)
        assert (len(house.engines[0].asked), house.took) == (5, 0.25)

    def test_is_not_waited_out_beyond_the_patience(self) -> None:
        a = Scripted("a", [[away()]])
        house = House([a], Route("m", patience=0.3))
        run(house.fail)
        assert (len(a.asked), house.took) == (2, 0.25)


class TestAnErrorThatMayHaveBeenBilled:
    @pytest.mark.parametrize("error", [away(undone=False), UpstreamTimeout("Late."), EngineFailed("Broken.")], ids=type)
    def test_is_never_repeated_at_the_same_backend(self, error: Exception) -> None:
        house = chain([error])
        assert type(run(house.fail)) is type(error)
        assert len(house.engines[0].asked) == 1

    def test_may_go_to_another_backend_and_to_the_fallback(self) -> None:
        house, a, b = two([away(undone=False)], [UpstreamTimeout("Late.")])
        assert str(run(house.fail)) == "It is away."
        assert (len(a.asked), len(b.asked)) == (1, 1)
        house = chain([UpstreamTimeout("Late.")], [paint()])
        assert list(served(run(house.ask))) == [("b", "fallback: upstream_timeout")]

    def test_does_not_end_the_repeats_of_another_backend(self) -> None:
        house, a, b = two([away(undone=False)], [away()])
        run(house.fail)
        assert (len(a.asked), len(b.asked)) == (1, 3)

    def test_of_our_own_key_is_not_repeated_even_where_nothing_was_done(self) -> None:
        house = chain([UpstreamDenied("No.", undone=True)], [paint()])
        assert list(served(run(house.ask))) == [("b", "fallback: upstream_denied")]
        assert len(house.engines[0].asked) == 1


_FINAL = [Blocked("No."), NoPicture("Words only."), InvalidRequest("Wrong."), Unsupported("Not I.")]


class TestADeclinedOrWrongWish:
    @pytest.mark.parametrize("error", _FINAL, ids=type)
    def test_is_sent_to_nobody_else(self, error: PinxitError) -> None:
        _, a, b = two([error], [paint()])
        backends = (Backend("a", "m"), Backend("b", "m"))
        house = House([a, b, Scripted("c", cards=[LOCAL])], Route("m", backends, ("local",)))
        assert run(house.fail) is error
        assert [len(engine.asked) for engine in house.engines] == [1, 0, 0]

    @pytest.mark.parametrize("error", _FINAL[:3], ids=type)
    def test_ends_it_where_a_stand_in_declines(self, error: PinxitError) -> None:
        house = chain([away(undone=False)], [error], [paint()])
        assert run(house.fail) is error
        assert house.engines[2].asked == []

    def test_is_final_where_it_was_one_of_several_reasons_for_no_picture(self) -> None:
        house = chain([Missed(0, away()), Missed(1, Blocked("No."))], [paint()])
        assert isinstance(run(lambda: house.fail(replace(WISH, n=2))), Blocked)
        assert house.engines[1].asked == []

    def test_that_a_stand_in_cannot_do_goes_to_the_next_one(self) -> None:
        house = chain([away(undone=False)], [Unsupported("Not I.")], [paint()])
        assert list(served(run(house.ask))) == [("c", "fallback: upstream_failed")]


class TestABusyBackend:
    def test_hands_over_to_another_one_without_waiting(self) -> None:
        house, _, _ = two([busy(1)], [paint()])
        assert list(served(run(house.ask))) == [("b", "retry: upstream_busy")]
        assert house.took == 0

    def test_is_asked_again_after_a_short_time(self) -> None:
        a = Scripted("a", [[busy(2)], [paint()]])
        house = House([a], Route("m"))
        assert run(house.ask)[-1] == paint()
        assert house.took == pytest.approx(2.5)  # a quarter of it is left to chance

    def test_is_not_waited_for_where_that_takes_long(self) -> None:
        house = chain([busy(30)], [paint()])
        assert list(served(run(house.ask))) == [("b", "fallback: upstream_busy")]
        assert house.took == 0

    def test_is_left_alone_by_others_for_as_long_as_it_said(self) -> None:
        house = chain([busy(30)], [paint()])

        async def work() -> None:
            for _ in range(10):
                await house.ask()
            assert len(house.engines[0].asked) == 1
            await asyncio.sleep(31)
            await house.ask()

        run(work)
        assert len(house.engines[0].asked) == 2

    def test_does_not_open_the_circuit(self) -> None:
        a = Scripted("a", [*[[busy(10)]] * 20, [paint()]])
        house = House([a], Route("m"))

        async def work() -> list[Drawn]:
            for _ in range(20):
                await house.fail()
                await asyncio.sleep(11)
            return await house.ask()

        assert run(work)[-1] == paint()

    def test_says_the_smallest_time_of_all(self) -> None:
        house, _, _ = two([busy(40)], [busy(20)])
        error = run(house.fail)
        assert isinstance(error, UpstreamBusy)
        assert error.retry_after == 20

    def test_is_told_with_a_time_by_those_who_come_later(self) -> None:
        house = chain([busy(30)])

        async def work() -> Exception:
            await house.fail()
            await asyncio.sleep(10)
            return await house.fail()

        error = run(work)
        assert isinstance(error, UpstreamBusy)
        assert not isinstance(error, UpstreamAway)
        assert error.retry_after == 20

    def test_engine_of_ones_own_is_asked_again_too(self) -> None:
        house = chain([away(undone=False)], [paint()], cards=(M, LOCAL))
        house.engines[1].scripts = [[Overloaded("Full.", retry_after=1)], [paint()]]
        assert list(served(run(house.ask))) == [("b", "fallback: upstream_failed")]


class TestTheFallback:
    def test_is_asked_in_its_order(self) -> None:
        house = chain([away(undone=False)], [away(undone=False)], [paint()])
        assert list(served(run(house.ask))) == [("c", "fallback: upstream_failed")]
        assert [len(engine.asked) for engine in house.engines] == [1, 1, 1]

    def test_is_forbidden_by_strict_but_other_backends_are_not(self) -> None:
        strict = replace(WISH, strict=True)
        house = chain([away(undone=False)], [paint()])
        assert isinstance(run(lambda: house.fail(strict)), UpstreamFailed)
        assert house.engines[1].asked == []
        both, _, _ = two([away()], [paint()])
        assert list(served(run(lambda: both.ask(strict)))) == [("b", "retry: upstream_unreachable")]

    @pytest.mark.parametrize(
        ("weak", "wish"),
        [
            (replace(SPARE, formats=(Format.JPEG,)), WISH),
            (replace(SPARE, qualities=(Quality.LOW,)), WISH),
            (replace(SPARE, transparency=False), replace(WISH, background=Background.TRANSPARENT)),
            (SPARE, replace(WISH, sources=(Source(PNG),))),
            (replace(SPARE, sources=1), replace(WISH, sources=(Source(PNG),), mask=Source(PNG))),
        ],
        ids=["format", "quality", "transparency", "edit", "mask"],
    )
    def test_passes_over_a_model_that_cannot_do_what_is_asked(self, weak: ModelCard, wish: ImageRequest) -> None:
        able = replace(LOCAL, sources=4, masks=True)
        house = chain(
            [away(undone=False)], [paint()], [paint()], cards=(replace(able, name="m", remote=True), weak, able)
        )
        assert list(served(run(lambda: house.ask(wish)))) == [("c", "fallback: upstream_failed")]
        assert house.engines[1].asked == []

    def test_is_told_nothing_of_options_that_it_does_not_know(self) -> None:
        asked = replace(M, options={"style": Choice(("vivid",)), "mood": Choice(("calm", "wild"))})
        spare = replace(SPARE, options={"mood": Choice(("calm",))})
        house = chain([away(undone=False)], [paint()], cards=(asked, spare))
        run(lambda: house.ask(replace(WISH, options=(("style", "vivid"), ("mood", "calm")))))
        run(lambda: house.ask(replace(WISH, options=(("mood", "wild"),))))
        assert [request.options for _, request in house.engines[1].asked] == [(("mood", "calm"),), ()]

    def test_does_not_follow_once_a_picture_was_made(self) -> None:
        house = chain([paint(0), away()], [paint(0), paint(1)])
        assert str(run(lambda: house.fail(replace(WISH, n=2)))) == "It is away."
        assert house.engines[1].asked == []

    def test_follows_an_engine_that_ends_without_anything(self) -> None:
        house = chain([Progress(0, 0.1, "drawing")], [paint()])
        assert list(served(run(house.ask))) == [("a", ""), ("b", "fallback: engine_failed")]

    def test_follows_what_no_engine_should_raise_and_the_log_has_it(
        self, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # import-linter, which another test runs, switches off all logs that there are.
        monkeypatch.setattr(logging.getLogger("pinxit.routing"), "disabled", False)
        house = chain([RuntimeError("secret detail")], [paint()])
        with caplog.at_level(logging.ERROR, "pinxit.routing"):
            assert list(served(run(house.ask))) == [("b", "fallback: engine_failed")]
        assert "a broke" in caplog.text

    def test_follows_a_time_limit_of_the_engine_itself(self) -> None:
        house = chain([TimeoutError()], [paint()])
        assert list(served(run(house.ask))) == [("b", "fallback: engine_failed")]

    def test_has_its_share_of_the_patience_even_where_the_others_hang(self) -> None:
        house = chain([9999.0], [9999.0], [5.0, paint()])
        events = run(house.ask)
        assert list(served(events)) == [("c", "fallback: upstream_timeout")]
        assert house.took == pytest.approx(275)

    def test_fitting_to_nothing_leaves_the_whole_patience_to_the_model_asked_for(self) -> None:
        house = chain([290.0, paint()], [paint()], cards=(M, replace(SPARE, formats=(Format.JPEG,))))
        assert list(served(run(house.ask))) == [("a", "")]

    def test_is_named_in_the_error_where_it_failed_too(self) -> None:
        house = chain([away(undone=False)], [EngineFailed("Broken.")])
        error = run(house.fail)
        assert isinstance(error, UpstreamFailed)
        assert str(error) == error.message == "It is away. What stands in for it failed, too: spare."
        assert error.undone is False

    def test_that_is_only_busy_says_when_to_come_back_if_nobody_has_done_anything(self) -> None:
        house = chain([away()], [busy(60)])
        error = run(house.fail)
        assert isinstance(error, UpstreamBusy)
        assert error.retry_after == 60
        house = chain([away(undone=False)], [busy(60)])  # coming back would ask the first one again
        assert not isinstance(run(house.fail), UpstreamBusy)


class TestTheCircuit:
    def test_opens_and_the_fallback_then_answers_at_once(self) -> None:
        house = chain([1.0, away(undone=False)], [2.0, paint()])

        async def work() -> list[Drawn]:
            for _ in range(5):
                await house.ask()
            assert house.took == 3
            return await house.ask()

        assert list(served(run(work))) == [("b", "fallback: circuit open")]
        assert house.took == 2
        assert len(house.engines[0].asked) == 5

    def test_open_is_told_with_a_time_where_nobody_stands_in(self) -> None:
        house = chain([away(undone=False)])

        async def work() -> Exception:
            for _ in range(5):
                await house.fail()
            return await house.fail()

        error = run(work)
        assert isinstance(error, UpstreamAway)
        assert error.retry_after == 5
        assert "a failed again and again" in str(error)

    def test_lets_exactly_one_of_many_requests_probe_and_serves_all(self) -> None:
        a = Scripted("a", [*[[away(undone=False)]] * 5, [1.0, paint()]])
        house = House([a, Scripted("b", cards=[LOCAL])], Route("m", fallback=("local",)))

        async def work() -> list[str]:
            for _ in range(5):
                await house.ask()
            await asyncio.sleep(6)
            answers = await asyncio.gather(*(house.ask() for _ in range(50)))
            await house.ask()
            return [name for events in answers for name, _ in served(events)]

        assert Counter(run(work)) == {"a": 1, "b": 49}
        assert len(a.asked) == 7

    def test_is_not_stuck_when_the_caller_of_the_probe_goes_away(self) -> None:
        a = Scripted("a", [*[[away(undone=False)]] * 5, [100.0], [paint()]])
        house = House([a], Route("m"))

        async def work() -> list[Drawn]:
            for _ in range(5):
                await house.fail()
            await asyncio.sleep(6)
            probe = asyncio.create_task(house.ask())
            await asyncio.sleep(1)
            probe.cancel()
            await asyncio.gather(probe, return_exceptions=True)
            return await house.ask()

        assert run(work)[-1] == paint()

    def test_does_not_open_where_nobody_had_the_time_to_answer(self) -> None:
        house = chain([5.0, paint()])
        hasty = House(house.engines, Route("m", patience=1.0))

        async def work() -> None:
            for _ in range(10):
                assert isinstance(await hasty.fail(), UpstreamTimeout)

        run(work)
        assert len(house.engines[0].asked) == 10

    def test_is_that_of_the_backend_and_not_of_the_route(self) -> None:
        a = Scripted("a", [[away(undone=False)]], [M])
        spare = Scripted("s", cards=[SPARE])
        best = Route("best", (Backend("a", "m"),), ("spare",))
        routing = Routing({"m": Route("m", fallback=("spare",)), "best": best})
        catalog = Catalog([a, spare], (), routing, dice=Dice(now))

        async def work() -> None:
            for name in ["m", "best"] * 6:
                entry = catalog.find(name)
                await collect(entry.engine.draw(entry.check(replace(WISH, model=name))))
            first = catalog.places[0]
            assert (first.engine, first.model, first.breakers[""].state) == ("a", "m", State.OPEN)

        run(work)
        assert len(a.asked) == 5

    def test_of_one_account_does_not_keep_others_away(self) -> None:
        a = Scripted("a", accounts=frozenset({"own"}))
        a.scripts = [[UpstreamDenied("No.")]]
        house = House([a], Route("m"))

        async def work() -> list[Drawn]:
            for _ in range(6):
                await house.fail(replace(WISH, payer="own"))
            a.scripts = [[paint()]]
            return await house.ask(replace(WISH, payer="other"))

        assert run(work)[-1] == paint()
        assert len(a.asked) == 6
        assert set(house.catalog.places[0].breakers) == {"own", ""}


class TestWhatWasShown:
    def test_never_goes_back_when_another_begins_again(self) -> None:
        def show(step: int) -> Partial:
            return Partial(0, step, "state", b"", SIZE, Format.PNG)

        first = [Progress(0, 0.0, "waiting"), show(0), Progress(0, 0.6, "drawing"), show(1), away(undone=False)]
        second = [Progress(0, 0.0, "waiting"), show(0), show(1), Progress(0, 0.7, "drawing"), show(2), paint()]
        events = run(chain(first, second).ask)
        assert [event.step for event in events if isinstance(event, Partial)] == [0, 1, 2]
        assert [event.fraction for event in events if isinstance(event, Progress)] == [0.0, 0.6, 0.7]
        assert [name for name, _ in served(events)] == ["a", "b"]

    def test_of_tokens_and_misses_counts_only_with_a_picture(self) -> None:
        first = [Usage(1, 0, 9), Missed(0, away(undone=False)), Usage(1, 0, 9), Missed(1, away(undone=False))]
        second = [Missed(1, away()), Usage(5, 0, 7), paint(0), Usage(1, 0, 1)]
        events = run(lambda: chain(first, second).ask(replace(WISH, n=2)))
        told = [event for event in events if isinstance(event, Usage)]
        assert told == [Usage(5, 0, 7), Usage(1, 0, 1)]
        assert [event.index for event in events if isinstance(event, Missed)] == [1]

    def test_is_one_picture_of_each_index_whatever_an_engine_does(self) -> None:
        events = run(lambda: chain([paint(0), paint(0), Missed(0, away()), paint(1)]).ask(replace(WISH, n=2)))
        assert [event.index for event in events if isinstance(event, Picture)] == [0, 1]
        assert not any(isinstance(event, Missed) for event in events)

    def test_names_who_really_serves_where_an_engine_passes_the_work_on(self) -> None:
        house = chain([Served("inner", "model", "hedge"), paint()])
        assert run(house.ask) == [Served("inner", "model", "hedge"), paint()]

    def test_says_why_another_serves_even_where_that_one_passes_the_work_on(self) -> None:
        house = chain([away(undone=False)], [Served("inner", "model", "hedge"), paint()])
        assert list(served(run(house.ask))) == [("inner", "fallback: upstream_failed")]

    def test_reaches_the_result_of_the_studio(self) -> None:
        house = chain([away(undone=False)], [Usage(3, 0, 1290), paint()])
        result = run(lambda: Studio(house.catalog).create(replace(WISH, size=Size(1024, 1024))))
        assert (result.engine, result.model, result.instead) == ("b", "spare", "fallback: upstream_failed")
        assert result.usage == Usage(3, 0, 1290)


class TestWhoeverLeaves:
    def test_closes_the_engine_s_generator_at_once(self) -> None:
        house = chain([Progress(0, 0.1, "drawing"), 100.0, paint()])

        async def work() -> None:
            async with aclosing(house.catalog.find("m").engine.draw(WISH)) as events:
                await anext(events)
                assert house.engines[0].at_work == 1
            assert house.engines[0].at_work == 0

        run(work)

    def test_by_being_cancelled_is_not_answered_by_a_retry(self) -> None:
        house = chain([100.0, paint()], [paint()])

        async def work() -> None:
            task = asyncio.create_task(house.ask())
            await asyncio.sleep(1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

        run(work)
        assert [engine.at_work for engine in house.engines] == [0, 0]
        assert house.engines[1].asked == []

    def test_while_a_repeat_is_waited_for_leaves_nothing_behind(self) -> None:
        house = chain([busy(4)])

        async def work() -> None:
            task = asyncio.create_task(house.ask())
            await asyncio.sleep(1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

        run(work)
        assert len(house.engines[0].asked) == 1
