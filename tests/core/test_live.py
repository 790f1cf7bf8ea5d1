"""A job under way, and any number of callers who watch it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any

import pytest

from pinxit.core.errors import EngineFailed
from pinxit.core.images import Format, ImageRequest, Partial, Picture, Progress, Size, Usage
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Spend
from pinxit.core.live import Attendance, JobEvent, LiveJob, Numbered
from pinxit.core.studio import ImageResult

_REQUEST = ImageRequest(model="auto", prompt="a fox", n=2)
_SIZE = Size(64, 64)


def _make_live() -> LiveJob:
    job = Job("job_1", "key", "images.generate", "auto", 2, 0.0, "2026-11-22", Spend(2), "f")
    return LiveJob(job, _REQUEST, "")


def _picture(index: int = 0) -> Picture:
    return Picture(index, b"x", _SIZE, Format.PNG, 1, "x")


def _partial(step: int) -> Partial:
    return Partial(0, step, "state", b"x", _SIZE, Format.PNG)


def _result() -> ImageResult:
    return ImageResult(_REQUEST, (_picture(0), _picture(1)), "fake", "pinxit-fake", Usage(1, 0, 2))


async def _collect(events: AsyncGenerator[Numbered]) -> list[tuple[int, str]]:
    return [(event.number, type(event.event).__name__) async for event in events]


def _run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(work(), 10))


def test_every_watcher_gets_every_event_whenever_it_came() -> None:
    async def work() -> None:
        live = _make_live()
        early = [asyncio.create_task(_collect(live.watch())) for _ in range(50)]
        await asyncio.sleep(0)
        for event in (Progress(0, 0.0, "waiting"), _partial(0), _picture()):
            live.publish(event)
            await asyncio.sleep(0)
        late = asyncio.create_task(_collect(live.watch()))
        await asyncio.sleep(0)
        live.publish(_result())
        all_seen = await asyncio.gather(*early, late)
        expected = [(1, "Progress"), (2, "Partial"), (3, "Picture"), (4, "ImageResult")]
        assert all(seen == expected for seen in all_seen)
        assert await _collect(live.watch()) == expected
        assert live.watchers == 0

    _run(work)


def test_of_progress_only_the_newest_of_each_picture_is_told_again() -> None:
    async def work() -> None:
        live = _make_live()
        for fraction in (0.1, 0.2, 0.3):
            live.publish(Progress(0, fraction, "drawing"))
            live.publish(Progress(1, fraction, "drawing"))
        live.publish(_result())
        assert await _collect(live.watch()) == [(5, "Progress"), (6, "Progress"), (7, "ImageResult")]

    _run(work)


def test_whoever_comes_back_gets_what_followed_the_last_event_that_it_saw() -> None:
    async def work() -> None:
        live = _make_live()
        for event in (_partial(0), _partial(1), _picture(), _result()):
            live.publish(event)
        assert [number for number, _ in await _collect(live.watch(after=2))] == [3, 4]
        assert await _collect(live.watch(after=4)) == []
        assert await _collect(live.watch(after=99)) == []

    _run(work)


def test_an_error_reaches_every_watcher_after_what_came_before_it() -> None:
    async def work() -> None:
        live = _make_live()
        live.publish(_picture())
        seen: list[Numbered] = []

        async def watch() -> None:
            async for event in live.watch():
                seen.append(event)

        watchers = [asyncio.create_task(watch()) for _ in range(3)]
        await asyncio.sleep(0)
        live.fail(EngineFailed("broken"))
        outcomes = await asyncio.gather(*watchers, return_exceptions=True)
        assert [str(outcome) for outcome in outcomes] == ["broken"] * 3
        assert len(seen) == 3
        with pytest.raises(EngineFailed):
            await _collect(live.watch())

    _run(work)


@pytest.mark.parametrize("end", ["a result", "an error"])
def test_a_watcher_who_is_slow_to_take_an_event_misses_none_that_came_meanwhile(end: str) -> None:
    async def work() -> None:
        live = _make_live()
        live.publish(_partial(0))
        events = live.watch()
        seen = [type((await anext(events)).event).__name__]
        live.publish(_picture())  # while the watcher is still busy with the first one
        if end == "a result":
            live.publish(_result())
            seen += [name for _, name in await _collect(events)]
            assert seen == ["Partial", "Picture", "ImageResult"]
            return
        live.fail(EngineFailed("broken"))
        seen.append(type((await anext(events)).event).__name__)
        assert seen == ["Partial", "Picture"]
        with pytest.raises(EngineFailed):
            await anext(events)

    _run(work)


def test_the_first_end_counts() -> None:
    live = _make_live()
    live.publish(_result())
    live.fail(EngineFailed("too late"))
    assert live.failure is None
    other = _make_live()
    other.fail(EngineFailed("first"))
    other.fail(EngineFailed("second"))
    assert str(other.failure) == "first"


def test_a_job_that_starts_again_goes_on_counting_and_forgets_the_pictures_of_its_first_start() -> None:
    async def work() -> None:
        live = _make_live()
        watcher = asyncio.create_task(_collect(live.watch()))
        live.start(1.0)
        live.publish(_picture(0))
        await asyncio.sleep(0.01)
        live.start(2.0)
        live.publish(_picture(0))
        live.publish(_result())
        assert await watcher == [(1, "Picture"), (2, "Picture"), (3, "ImageResult")]
        assert [number for number, _ in await _collect(live.watch())] == [2, 3]
        assert (live.job.state, live.job.begun) == (JobState.RUNNING, 2.0)

    _run(work)


def test_a_job_is_abandoned_when_the_last_of_its_watchers_goes_before_the_end() -> None:
    async def work() -> None:
        live, calls = _make_live(), list[str]()
        live.abandoned = lambda _: calls.append("gone")
        watchers = [asyncio.create_task(_collect(live.watch())) for _ in range(2)]
        await asyncio.sleep(0)
        for number, watcher in enumerate(watchers):
            assert calls == []
            watcher.cancel()
            await asyncio.gather(watcher, return_exceptions=True)
            assert live.watchers == 1 - number
        assert calls == ["gone"]

    _run(work)


def test_whoever_waits_for_the_result_alone_is_a_watcher_too() -> None:
    async def work() -> None:
        live, calls = _make_live(), list[str]()
        live.abandoned = lambda _: calls.append("gone")
        first, second = (asyncio.create_task(live.wait()) for _ in range(2))
        await asyncio.sleep(0)
        live.publish(_picture())
        assert live.watchers == 2
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        assert (live.watchers, calls) == (1, [])
        live.publish(_result())
        assert await second == live.result
        assert await live.wait() == live.result
        assert (live.watchers, calls) == (0, [])

    _run(work)


def test_an_error_reaches_whoever_waits_for_the_result_alone() -> None:
    async def work() -> None:
        live = _make_live()
        waiting = [asyncio.create_task(live.wait()) for _ in range(2)]
        await asyncio.sleep(0)
        live.fail(EngineFailed("broken"))
        outcomes = await asyncio.gather(*waiting, live.wait(), return_exceptions=True)
        assert [str(outcome) for outcome in outcomes] == ["broken"] * 3

    _run(work)


def test_a_job_that_is_over_is_not_abandoned() -> None:
    async def work() -> None:
        live, calls = _make_live(), list[str]()
        live.abandoned = lambda _: calls.append("gone")
        live.publish(_result())
        await _collect(live.watch())
        assert calls == []

    _run(work)


def test_a_caller_who_comes_back_in_time_stops_the_clock_that_would_drop_the_job() -> None:
    async def work() -> None:
        live, dropped = _make_live(), asyncio.Event()
        live.timer = asyncio.get_running_loop().call_later(0.02, dropped.set)
        watcher = asyncio.create_task(_collect(live.watch()))
        await asyncio.sleep(0.05)
        assert not dropped.is_set()
        assert live.timer is None
        live.publish(_result())
        await watcher

    _run(work)


class _Notes:
    def __init__(self) -> None:
        self.said: list[tuple[str, bool]] = []

    def __call__(self, job_id: str, delivered: bool) -> None:
        self.said.append((job_id, delivered))


def _attend(live: LiveJob | None, *, past: tuple[JobEvent, ...] = (), notes: _Notes | None = None) -> Attendance:
    async def recall(job: Job) -> AsyncGenerator[Numbered]:
        for number, event in enumerate(past, 1):
            yield Numbered(number, event)

    return Attendance(_make_live().job, live, recall, notes or _Notes())


def test_a_place_at_a_job_gives_its_events_or_its_result() -> None:
    async def work() -> None:
        live = _make_live()
        place = _attend(live)
        live.start(3.0)
        assert place.job.state is JobState.RUNNING
        live.publish(_picture())
        live.publish(_result())
        assert [type(event) async for event in place.watch()] == [Picture, ImageResult]
        assert (await place.result()).model == "pinxit-fake"
        assert live.watchers == 0

    _run(work)


def test_a_place_at_a_job_that_is_over_gives_pictures_and_the_result_with_numbers_above_those_seen() -> None:
    async def work() -> None:
        place = _attend(None, past=(_picture(0), _picture(1), _result()))
        assert await _collect(place.events()) == [(1, "Picture"), (2, "Picture"), (3, "ImageResult")]
        assert [number for number, _ in await _collect(place.events(after=7))] == [8, 9, 10]
        assert (await place.result()).usage == Usage(1, 0, 2)

    _run(work)


def test_an_answer_that_is_given_out_or_broken_off_is_noted_with_the_job() -> None:
    notes = _Notes()
    place = _attend(_make_live(), notes=notes)
    place.note_delivered()
    place.note_broken()
    assert notes.said == [("job_1", True), ("job_1", False)]


def test_a_place_that_is_left_early_is_given_back_at_once() -> None:
    async def work() -> None:
        live = _make_live()
        live.publish(_picture())
        events = _attend(live).watch()
        async for _ in events:
            break
        assert live.watchers == 1
        await events.aclose()
        assert live.watchers == 0

    _run(work)
