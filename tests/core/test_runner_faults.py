"""What the runner does when its storage goes away, its server dies, or it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from house import House, ask, open_house, until, wait_for_end
from pinxit.core import runner, settling
from pinxit.core.archive import Key
from pinxit.core.errors import EngineFailed, Overloaded, PinxitError, Stopping, StorageAway
from pinxit.core.images import Picture
from pinxit.core.jobs import JobState
from pinxit.core.runner import Policy
from pinxit.core.studio import ImageResult

Scene = Callable[[House, Key], Coroutine[Any, Any, None]]


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same patience, in a tenth of the time."""
    monkeypatch.setattr(settling, "PATIENCE", 0.4)
    monkeypatch.setattr(runner, "PATIENCE", 0.4)
    monkeypatch.setattr(runner, "_PARTING", 0.4)
    monkeypatch.setattr(settling, "_SHORTEST", 0.02)
    monkeypatch.setattr(settling, "_LONGEST", 0.1)


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., None]:
    def run(scene: Scene, **options: Any) -> None:
        async def act() -> None:
            async with open_house(tmp_path, **options) as house:
                await scene(house, await house.make_key())

        asyncio.run(asyncio.wait_for(act(), 60))

    return run


async def _outcome(work: Coroutine[Any, Any, ImageResult]) -> str:
    try:
        await work
    except PinxitError as error:
        return type(error).__name__
    return "picture"


def test_who_asks_while_the_storage_is_away_is_told_so_at_once_and_owes_nothing(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        house.flaky.away = True
        for detached in (False, True):
            with pytest.raises(StorageAway):
                await house.runner.take(ask(detached=detached), key)
        house.flaky.away = False
        await asyncio.sleep(0.3)
        assert await house.list_outcomes() == []
        assert await house.find_states() == {}
        await (await house.runner.take(ask(), key)).result()

    play(scene)


def test_a_storage_that_goes_away_meanwhile_is_waited_for_a_little_and_the_caller_then_owes_nothing(
    play: Callable[..., None],
) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask("[wait 0.1]"), key)
        house.flaky.away = True
        begun = time.monotonic()
        with pytest.raises(StorageAway):
            await place.result()
        assert time.monotonic() - begun < 20
        house.flaky.away = False
        job = await wait_for_end(house, place.job)
        assert job.state is JobState.FAILED
        assert await house.list_outcomes() == ["failed"]

    play(scene)


def test_a_storage_that_comes_back_soon_is_not_noticed(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        place = await house.runner.take(ask("[wait 0.1]"), key)
        house.flaky.away = True
        watcher = asyncio.ensure_future(place.result())
        await until(lambda: "complete" in house.flaky.calls)
        house.flaky.away = False
        await watcher
        assert await house.list_outcomes() == ["made"]

    play(scene)


def _note_kept(house: House, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The indices of pictures as they are kept; the list grows."""
    kept: list[int] = []

    async def keep(picture: Picture) -> str:
        name = await real(picture)
        kept.append(picture.index)
        return name

    real = house.archive.keep
    monkeypatch.setattr(house.archive, "keep", keep)
    return kept


def test_a_picture_is_kept_while_the_next_one_is_drawn(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(house: House, key: Key) -> None:
        kept = _note_kept(house, monkeypatch)
        place = await house.runner.take(ask("[wait 0.5]", n=2), key)
        await until(lambda: kept == [0])
        assert house.engine.drawing == 1
        result = await place.result()
        assert kept == [0, 1]
        names = [picture["name"] for picture in ((await house.book.find(place.job.id)).outcome or {})["pictures"]]
        assert [await house.archive.read(name) for name in names] == [picture.data for picture in result.pictures]

    play(scene)


def test_a_picture_that_could_not_be_kept_while_others_were_drawn_is_kept_in_the_end(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(house: House, key: Key) -> None:
        tries: list[int] = []

        async def keep(picture: Picture) -> str:
            tries.append(picture.index)
            if 1 not in tries:  # away for longer than a caller's patience
                raise StorageAway("The archive is away, as it was told.")
            return await real(picture)

        real = house.archive.keep
        monkeypatch.setattr(house.archive, "keep", keep)
        result = await (await house.runner.take(ask("[wait 0.6]", n=2), key)).result()
        assert len(result.pictures) == 2
        assert tries.count(0) > tries.count(1) == 1
        assert await house.list_outcomes() == ["made"] * 2

    play(scene)


def test_how_long_a_picture_stays_is_counted_from_the_end_of_its_job(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(house: House, key: Key) -> None:
        kept = _note_kept(house, monkeypatch)
        monkeypatch.setattr(settling, "_EARLY", 1.0)
        await (await house.runner.take(ask("[wait 0.6]", n=3), key)).result()
        assert (kept.count(0), kept.count(2)) == (2, 1)

    play(scene)


@pytest.mark.parametrize("hangs", [True, False], ids=["hangs", "fails"])
def test_a_job_that_fails_does_not_wait_for_what_is_still_being_kept(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch, hangs: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene(house: House, key: Key) -> None:
        left: list[bool] = []

        async def keep(picture: Picture) -> str:
            if not hangs:
                raise StorageAway("The archive is away, as it was told.")
            try:
                await asyncio.Event().wait()
            finally:
                left.append(True)
            return ""

        monkeypatch.setattr(house.archive, "keep", keep)
        with pytest.raises(EngineFailed):
            await (await house.runner.take(ask("[few] [wait 0.1]", n=3), key)).result()
        assert bool(left) == hangs
        assert await house.list_outcomes() == ["failed"]

    play(scene)
    gc.collect()  # a failure that nobody looked at is told when it is thrown away
    assert "never retrieved" not in caplog.text


def test_detached_jobs_wait_for_the_storage_and_are_completed_and_charged_once(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        places = [await house.runner.take(ask(f"[wait 0.1] {number}", detached=True), key) for number in range(4)]
        house.flaky.away = True
        await asyncio.sleep(1.0)  # longer than a caller's patience
        assert set((await house.find_states()).values()) <= {JobState.QUEUED, JobState.RUNNING}
        house.flaky.away = False
        for place in places:
            assert (await wait_for_end(house, place.job)).state is JobState.COMPLETED
        assert await house.list_outcomes() == ["made"] * 4

    play(scene, workers=2)


def test_an_answer_of_the_storage_that_got_lost_charges_once(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        for detached in (True, False):
            place = await house.runner.take(ask(f"{detached}", detached=detached), key)
            house.database.deaf = 1
            assert len((await place.result()).pictures) == 1
            assert house.database.deaf == 0
        assert await house.list_outcomes() == ["made", "made"]

    play(scene)


def test_a_job_that_was_let_in_without_anybody_hearing_of_it_holds_nothing_reserved(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        assert await house.runner.adopt() == 0
        house.database.deaf = 1
        with pytest.raises(StorageAway):
            await house.runner.take(ask("[wait 60]"), key)
        assert list((await house.find_states()).values()) == [JobState.QUEUED]

        async def ended() -> bool:
            await house.runner.adopt()  # as the server does all the time
            return list((await house.find_states()).values()) == [JobState.FAILED]

        await until(ended)
        assert await house.list_outcomes() == ["failed"]

    play(scene)


def test_a_caller_who_leaves_while_it_is_let_in_leaves_nothing_behind(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        house.database.slow = 0.3
        asking = asyncio.ensure_future(house.runner.take(ask("[wait 60]"), key))

        async def written() -> bool:
            return list((await house.find_states()).values()) == [JobState.QUEUED]

        await until(written)
        asking.cancel()
        outcome = (await asyncio.gather(asking, return_exceptions=True))[0]
        assert isinstance(outcome, asyncio.CancelledError)

        async def ended() -> bool:
            await house.runner.adopt()
            return list((await house.find_states()).values()) == [JobState.FAILED]

        await until(ended)

    play(scene)


def test_a_picture_that_cannot_be_kept_is_an_error_and_costs_nothing(play: Callable[..., None], tmp_path: Path) -> None:
    async def scene(house: House, key: Key) -> None:
        (tmp_path / "files").write_text("in the way of the folder")
        assert await _outcome((await house.runner.take(ask(), key)).result()) == "StorageFailed"
        assert await house.list_outcomes() == ["failed"]

    play(scene)


def test_the_jobs_of_a_dead_server_are_run_again_and_charged_once(tmp_path: Path) -> None:
    async def act() -> None:
        async with open_house(tmp_path, server="first") as first:
            key = await first.make_key()
            detached = await first.runner.take(ask("[wait 0.2] detached", detached=True), key)
            attached = await first.runner.take(ask("[wait 0.2] attached"), key)
            await until(lambda: first.engine.drawing == 1)
            async with open_house(tmp_path, server="second") as second:
                # The first one does not die, it only is believed dead: the worst that can happen.
                await first.servers.leave()
                assert await second.runner.adopt() == 1
                watcher = await second.runner.attend(detached.job.id, key.prefix)
                assert len((await watcher.result()).pictures) == 1
                outcomes = [await _outcome(place.result()) for place in (detached, attached)]
                assert outcomes == ["Cancelled", "Cancelled"]
                attached_job = await second.book.find(attached.job.id)
                assert attached_job.state is JobState.FAILED
                assert attached_job.failure is not None
                assert attached_job.failure["code"] == "interrupted"
                assert sorted(await second.list_outcomes()) == ["failed", "made"]

    asyncio.run(asyncio.wait_for(act(), 60))


def test_a_source_picture_outlives_the_server_that_it_was_sent_to(tmp_path: Path) -> None:
    from pinxit.core.images import Source
    from pinxit.testing import paint_flat

    source = Source(paint_flat(ask("a cat").request, 0).data)

    async def act() -> None:
        async with open_house(tmp_path, server="first") as first:
            key = await first.make_key()
            place = await first.runner.take(ask("[wait 60]", sources=(source,), detached=True), key)
            await first.runner.stop(0.0)
        async with open_house(tmp_path, server="second") as second:
            assert await second.runner.adopt() == 1
            await until(lambda: second.engine.drawing == 1)
            loaded = second.runner._live[place.job.id].request
            assert loaded is not None
            assert loaded.sources == (source,)

    asyncio.run(asyncio.wait_for(act(), 60))


def test_an_engine_that_has_no_room_gets_a_detached_job_again_later(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(house: House, key: Key) -> None:
        draw, refusals = house.engine.draw, 2

        def refuse_first(request: Any) -> Any:
            nonlocal refusals
            if refusals:
                refusals -= 1
                raise Overloaded("Full, as it was told.", retry_after=0.05)
            return draw(request)

        monkeypatch.setattr(house.engine, "draw", refuse_first)
        place = await house.runner.take(ask(detached=True), key)
        assert len((await place.result()).pictures) == 1
        assert await house.list_outcomes() == ["made"]
        assert house.runner.busy == 0

    play(scene)


def test_a_stopping_server_finishes_what_somebody_waits_for_and_parks_the_rest(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        waiting = [asyncio.ensure_future(_take_and_wait(house, key, f"[wait 0.1] {number}")) for number in range(4)]
        await until(lambda: house.engine.drawing == 1)
        parked = await house.runner.take(ask("later", detached=True), key)
        watcher = asyncio.ensure_future(_outcome(parked.result()))
        begun = time.monotonic()
        await house.runner.stop(30.0)
        assert time.monotonic() - begun < 20
        assert [len(result.pictures) for result in await asyncio.gather(*waiting)] == [1] * 4
        assert await watcher == "Stopping"
        job = await house.book.find(parked.job.id)
        assert (job.state, job.server) == (JobState.QUEUED, None)
        assert house.runner.stopping
        with pytest.raises(Stopping):
            await house.runner.take(ask(), key)
        assert await house.list_outcomes() == ["made"] * 4

    play(scene)


async def _take_and_wait(house: House, key: Key, prompt: str) -> ImageResult:
    return await (await house.runner.take(ask(prompt), key)).result()


def test_when_the_grace_is_over_the_rest_is_told_so_and_gets_its_money_back(play: Callable[..., None]) -> None:
    async def scene(house: House, key: Key) -> None:
        attached = await house.runner.take(ask("[wait 60]"), key)
        watcher = asyncio.ensure_future(_outcome(attached.result()))
        detached = await house.runner.take(ask("[wait 60] too", detached=True), key)
        await until(lambda: house.engine.drawing == 2)
        await house.runner.stop(0.2)
        assert await watcher == "Stopping"
        await until(lambda: house.engine.drawing == 0)
        states = await house.find_states()
        assert states == {attached.job.id: JobState.FAILED, detached.job.id: JobState.QUEUED}
        assert await house.list_outcomes() == ["failed"]

    play(scene, workers=2)


def test_a_storage_that_is_away_keeps_nobody_from_stopping(tmp_path: Path) -> None:
    async def act() -> None:
        async with open_house(tmp_path, server="first", workers=2) as first:
            key = await first.make_key()
            for detached in (False, True):
                await first.runner.take(ask(f"[wait 60] {detached}", detached=detached), key)
            await until(lambda: first.engine.drawing == 2)
            first.flaky.away = True
            begun = time.monotonic()
            await first.runner.stop(0.1)
            assert time.monotonic() - begun < 20
            await first.servers.leave()
            async with open_house(tmp_path, server="second") as second:
                assert await second.runner.adopt() == 1
                states = sorted((await second.find_states()).values())
                assert states in ([JobState.FAILED, JobState.QUEUED], [JobState.FAILED, JobState.RUNNING])

    asyncio.run(asyncio.wait_for(act(), 60))


def test_a_clock_that_jumps_drops_no_job_and_charges_none_twice(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(house: House, key: Key) -> None:
        real = time.time
        for number, jump in enumerate((-86_400.0 * 400, 86_400.0 * 400, 0.0)):
            place = await house.runner.take(ask(f"[wait 0.1] {number}", detached=number == 0), key)
            await until(lambda: house.engine.drawing == 1)
            monkeypatch.setattr(time, "time", lambda jump=jump: real() + jump)
            assert len((await place.result()).pictures) == 1
            job = await wait_for_end(house, place.job)
            assert job.outcome is not None
            assert job.outcome["seconds"] >= 0
        assert await house.list_outcomes() == ["made"] * 3
        with pytest.raises(EngineFailed):
            await _take_and_wait(house, key, "[break]")

    play(scene, policy=Policy(linger=5.0))
