"""Every request's way: let in, joined, drawn, kept, charged once; with a real book on SQLite."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from house import COST, House, ask, open_house, until, wait_for_end
from pinxit.core.archive import Key
from pinxit.core.errors import (
    BudgetSpent,
    Cancelled,
    EngineFailed,
    Forbidden,
    KeyReused,
    NotFound,
    Overloaded,
    RateLimited,
    UnknownModel,
)
from pinxit.core.images import Picture
from pinxit.core.jobs import JobState
from pinxit.core.limits import Rate, read_budget
from pinxit.core.live import Attendance
from pinxit.core.runner import Policy
from pinxit.core.studio import ImageResult


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., None]:
    """Runs a scene with a house, and another house in the same folder where the scene asks for it."""

    def run(scene: Callable[[House, Key], Coroutine[Any, Any, None]], **options: Any) -> None:
        async def act() -> None:
            terms = options.pop("terms", {})
            async with open_house(tmp_path, **options) as house:
                await scene(house, await house.make_key(**terms))

        asyncio.run(asyncio.wait_for(act(), 60))

    return run


async def _leave(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _attend(place: Attendance) -> asyncio.Task[ImageResult]:
    return asyncio.ensure_future(place.result())


def test_a_request_is_drawn_kept_and_charged_once(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask(n=2), key)
        result = await place.result()
        job = await house.book.find(place.job.id, key.prefix)
        assert (job.state, job.n, len(result.pictures)) == (JobState.COMPLETED, 2, 2)
        assert await house.list_outcomes() == ["made", "made"]
        assert job.outcome is not None
        names = [picture["name"] for picture in job.outcome["pictures"]]
        assert [await house.archive.read(name) for name in names] == [picture.data for picture in result.pictures]
        assert (place.joined, place.cached) == (False, False)

    play(scene)


def test_the_job_is_on_the_disk_before_anybody_is_told_of_it(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask("[wait 60]", detached=True), key)
        assert (await house.book.find(place.job.id)).order is not None
        assert "admit" in house.flaky.calls
        await house.runner.cancel(place.job.id, key.prefix)

    play(scene)


def test_the_same_idempotency_key_gives_the_same_picture_whenever_it_comes(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        order = ask("[wait 0.1]", idempotency="mine")
        places = [await house.runner.take(order, key) for _ in range(3)]
        results = await asyncio.gather(*(place.result() for place in places))
        late = await house.runner.take(order, key)
        assert [place.joined for place in (*places, late)] == [False, True, True, True]
        assert {place.job.id for place in (*places, late)} == {places[0].job.id}
        assert {result.pictures for result in (*results, await late.result())} == {results[0].pictures}
        assert await house.list_outcomes() == ["made"]
        with pytest.raises(KeyReused):
            await house.runner.take(ask("a cat", idempotency="mine"), key)

    play(scene)


def test_a_failed_request_may_be_sent_again_under_its_idempotency_key(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        for _ in range(2):
            place = await house.runner.take(ask("[break]", idempotency="mine"), key)
            assert not place.joined
            with pytest.raises(EngineFailed):
                await place.result()
        assert await house.list_outcomes() == ["failed", "failed"]

    play(scene)


def test_a_clients_own_retry_joins_what_its_first_try_began(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        first = _attend(await house.runner.take(ask("[wait 0.1]"), key))
        again = await house.runner.take(ask("[wait 0.1]", again=True), key)
        other = await house.runner.take(ask("[wait 0.1] other", again=True), key)
        assert (again.joined, other.joined) == (True, False)
        assert (await again.result()).pictures == (await first).pictures
        await other.result()
        assert await house.list_outcomes() == ["made", "made"]

    play(scene)


def test_two_requests_for_the_same_are_two_pictures_unless_one_says_that_it_repeats(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        places = [await house.runner.take(ask(), key) for _ in range(2)]
        await asyncio.gather(*(place.result() for place in places))
        assert await house.list_outcomes() == ["made", "made"]

    play(scene)


def test_another_keys_retry_joins_nothing(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        await (await house.runner.take(ask(), key)).result()
        place = await house.runner.take(ask(again=True), await house.make_key("other"))
        assert not place.joined
        await place.result()

    play(scene)


def test_work_goes_on_for_a_while_after_the_connection_broke_and_the_caller_who_comes_back_gets_it(
    play: Callable[..., None],
) -> None:
    async def scene(house: House, key: Key) -> None:
        first = _attend(await house.runner.take(ask("[wait 0.3]"), key))
        await until(lambda: house.engine.drawing == 1)
        await _leave(first)

        async def marked() -> bool:
            return "mark_broken" in house.flaky.calls

        await until(marked)
        await asyncio.sleep(0.05)
        back = await house.runner.take(ask("[wait 0.3]"), key)  # no header says that it is a retry
        assert back.joined
        await back.result()
        assert await house.list_outcomes() == ["made"]

    play(scene, policy=Policy(linger=5.0, queue=100))


def test_work_that_nobody_comes_back_for_is_dropped_and_given_back(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask("[wait 60]"), key)
        await _leave_soon(house, place)
        await until(lambda: house.engine.drawing == 0)
        job = await wait_for_end(house, place.job)
        assert job.state is JobState.CANCELLED
        assert await house.list_outcomes() == ["cancelled"]

    play(scene, policy=Policy(linger=0.1, queue=100))


async def _leave_soon(house: House, place: Attendance) -> None:
    watcher = _attend(place)
    await until(lambda: house.engine.drawing == 1)
    await _leave(watcher)


def test_a_cancelled_job_stops_tells_its_watchers_and_costs_nothing(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        running = await house.runner.take(ask("[wait 60]", detached=True), key)
        waiting = await house.runner.take(ask("[wait 60] too", detached=True), key)
        watchers = [_attend(running), _attend(waiting)]
        await until(lambda: house.engine.drawing == 1)
        for place in (waiting, running):
            assert (await house.runner.cancel(place.job.id, key.prefix)).state is JobState.CANCELLED
        for watcher in watchers:
            with pytest.raises(Cancelled):
                await watcher
        await until(lambda: house.engine.drawing == 0)
        assert await house.list_outcomes() == ["cancelled", "cancelled"]
        with pytest.raises(NotFound):
            await house.runner.cancel(running.job.id, "another key")

    play(scene)


def test_cancelling_what_is_over_changes_nothing(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask(detached=True), key)
        await place.result()
        assert (await house.runner.cancel(place.job.id, key.prefix)).state is JobState.COMPLETED
        assert await house.list_outcomes() == ["made"]

    play(scene)


def test_the_same_seed_again_comes_from_the_cache_and_costs_nothing(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        first = await (await house.runner.take(ask(seed=7), key)).result()
        place = await house.runner.take(ask(seed=7), key)
        assert place.cached
        assert (await place.result()).pictures == first.pictures
        other = await house.runner.take(ask(seed=7), await house.make_key("other"))
        assert not other.cached
        await other.result()
        assert sorted(await house.list_outcomes()) == ["cached", "made", "made"]

    play(scene)


def test_what_the_cache_no_longer_has_the_pictures_of_is_drawn_again(play: Callable[..., None], tmp_path: Path) -> None:
    async def scene(house: House, key: Key) -> None:
        await (await house.runner.take(ask(seed=7), key)).result()
        for path in (tmp_path / "files").rglob("*.png"):
            path.unlink()
        place = await house.runner.take(ask(seed=7), key)
        assert not place.cached
        await place.result()
        assert await house.list_outcomes() == ["made", "made"]

    play(scene)


def test_keys_may_share_a_cache_or_have_none(play: Callable[..., None], tmp_path: Path) -> None:
    async def scene(house: House, key: Key, cached: bool) -> None:
        await (await house.runner.take(ask(seed=8), key)).result()
        place = await house.runner.take(ask(seed=8), await house.make_key("other"))
        assert place.cached is cached
        await place.result()

    play(partial(scene, cached=True), policy=Policy(cache="shared"))
    play(partial(scene, cached=False), policy=Policy(cache="off"))


def _collect_order(house: House) -> list[str]:
    """The prompts in the order in which they are begun."""
    begun: list[str] = []
    draw = house.engine.draw

    def noting(request: Any) -> Any:
        begun.append(request.prompt.rpartition(" ")[2])
        return draw(request)

    house.engine.draw = noting  # type: ignore[method-assign]
    return begun


def test_a_key_with_one_request_comes_second_behind_a_key_with_twenty(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        other, begun = await house.make_key("other"), _collect_order(house)
        places = [await house.runner.take(ask("[wait 1] begun"), key)]
        places += [await house.runner.take(ask(f"[wait 0.01] a{number}"), key) for number in range(20)]
        places.append(await house.runner.take(ask("[wait 0.01] b"), other))
        await asyncio.gather(*(place.result() for place in places))
        # The first was begun before the other key asked.
        assert begun[:4] == ["begun", "a0", "b", "a1"]
        assert len(begun) == 22

    play(scene)


def test_an_urgent_key_goes_first_and_a_batch_last(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        urgent, begun = await house.make_key("urgent", priority=5), _collect_order(house)
        orders = [
            (ask("[wait 0.1] first"), key),
            (ask("[wait 0.01] batch", urgency=-1, detached=True), key),
            (ask("[wait 0.01] usual"), key),
            (ask("[wait 0.01] urgent"), urgent),
        ]
        places = [await house.runner.take(order, whose) for order, whose in orders]
        assert [house.runner.find_place(place.job.id) for place in places] == [None, 2, 1, 0]
        await asyncio.gather(*(place.result() for place in places))
        assert begun == ["first", "urgent", "usual", "batch"]

    play(scene)


def test_whoever_would_wait_longer_than_it_can_is_told_so_at_once(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        places = [await house.runner.take(ask(f"[wait 0.2] {number}"), key) for number in range(5)]
        with pytest.raises(Overloaded) as refusal:
            await house.runner.take(ask(patience=1.0), key)
        assert refusal.value.retry_after >= 1
        patient = await house.runner.take(ask(patience=600.0), key)
        await asyncio.gather(*(place.result() for place in (*places, patient)))
        assert sorted(await house.list_outcomes()) == ["made"] * 6 + ["refused"]

    play(scene)


def test_a_full_line_refuses_those_who_hold_a_connection_and_still_takes_the_others(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        places = [await house.runner.take(ask(f"[wait 0.1] {number}"), key) for number in range(3)]
        with pytest.raises(Overloaded):
            await house.runner.take(ask(), key)
        places.append(await house.runner.take(ask(detached=True), key))
        await asyncio.gather(*(place.result() for place in places))
        assert sorted(await house.list_outcomes()) == ["made"] * 4 + ["refused"]

    play(scene, policy=Policy(queue=2))


def test_a_budget_is_drawn_to_its_last_picture_and_no_further(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        outcomes = await asyncio.gather(
            *(_ask_and_wait(house, key, f"fox {number}") for number in range(24)), return_exceptions=True
        )
        assert sum(isinstance(outcome, ImageResult) for outcome in outcomes) == 10
        assert sum(isinstance(outcome, BudgetSpent) for outcome in outcomes) == 14
        assert sorted(await house.list_outcomes()) == ["made"] * 10 + ["refused"] * 14

    play(scene, workers=4, terms={"budgets": (read_budget("10pictures"),)})


async def _ask_and_wait(house: House, key: Key, prompt: str) -> ImageResult:
    return await (await house.runner.take(ask(prompt), key)).result()


def test_a_picture_that_fails_gives_its_part_of_the_budget_back(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        for _ in range(3):
            with pytest.raises(EngineFailed):
                await _ask_and_wait(house, key, "[break]")
        await _ask_and_wait(house, key, "a fox")
        with pytest.raises(BudgetSpent):
            await _ask_and_wait(house, key, "a cat")

    play(scene, terms={"budgets": (read_budget(f"0.{COST:09}usd"),)})


def test_rates_models_and_how_many_at_once_are_kept(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        hasty = await house.make_key("hasty", rate=Rate(2, 3600))
        for number in range(2):
            await _ask_and_wait(house, hasty, str(number))
        with pytest.raises(RateLimited):
            await _ask_and_wait(house, hasty, "a fox")
        single = await house.make_key("single", at_once=1)
        first = await house.runner.take(ask("[wait 0.1]"), single)
        with pytest.raises(RateLimited):
            await house.runner.take(ask(), single)
        await first.result()
        await _ask_and_wait(house, single, "a fox")
        with pytest.raises(Forbidden):
            await _ask_and_wait(house, await house.make_key("limited", models=("other-*",)), "a fox")
        with pytest.raises(UnknownModel):
            await house.runner.take(_ask_model("no-such-model"), key)

    play(scene)


def _ask_model(name: str) -> Any:
    order = ask()
    return replace(order, request=replace(order.request, model=name))


def test_what_an_engine_breaks_with_reaches_the_caller_and_is_written_down(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        for prompt in ("[fall]", "[few]", "[crash]"):
            place = await house.runner.take(ask(prompt), key)
            with pytest.raises((EngineFailed, RuntimeError)):
                await place.result()
            job = await wait_for_end(house, place.job)
            assert job.state is JobState.FAILED
            assert job.failure is not None
            assert "secret" not in str(job.failure)
        assert await house.list_outcomes() == ["failed"] * 3
        assert house.runner.busy == 0

    play(scene)


def test_a_detached_job_is_watched_by_its_id_and_by_no_other_key(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask("[wait 0.1]", detached=True), key)
        watcher = await house.runner.attend(place.job.id, key.prefix)
        seen = [type(event.event) async for event in watcher.events()]
        assert seen[-2:] == [Picture, ImageResult]
        late = await house.runner.attend(place.job.id, key.prefix)
        assert [type(event.event) async for event in late.events(after=3)] == [Picture, ImageResult]
        with pytest.raises(NotFound):
            await house.runner.attend(place.job.id, "another key")

    play(scene)


def test_nobody_is_given_a_picture_before_it_is_kept_and_charged(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask(n=2), key)
        seen = []
        async for event in place.watch():
            seen.append(type(event))
            if isinstance(event, Picture):
                assert await house.list_outcomes() == ["made", "made"]
                assert (await house.book.find(place.job.id)).state is JobState.COMPLETED
        assert seen[-3:] == [Picture, Picture, ImageResult]

    play(scene)


def test_a_job_that_is_over_is_gone_from_memory_at_once(play: Callable[..., None]) -> None:
    """Its pictures have megabytes: until the garbage collector came by, hundreds of jobs would be kept."""

    async def scene(house: House, key: Key) -> None:
        attendance = await house.runner.take(ask("[wait 0.1]"), key)
        live = weakref.ref(next(iter(house.runner._live.values())))
        gc.collect()
        gc.disable()
        try:
            await attendance.result()
            del attendance

            async def forgotten() -> bool:
                return live() is None

            await until(forgotten)
        finally:
            gc.enable()

    play(scene)
