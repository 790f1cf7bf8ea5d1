"""The engine with real worker processes, which do what prompts tell them instead of painting."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pinxit.core.errors import EngineFailed, InvalidRequest, MemoryShort, Overloaded
from pinxit.core.images import Format, ImageRequest, Missed, Partial, Picture, Progress, Size
from pinxit.engines.diffusers.device import Limits
from pinxit.engines.diffusers.engine import DiffusersEngine, Event
from pinxit.local import Local
from scripted_atelier import colour_of, make_model, read_journal

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def open_engine(
    folder: Path, *, limits: Limits | None = None, target: str = "work", queue: int = 64, **local: Any
) -> AsyncIterator[DiffusersEngine]:
    said = Local(models=folder, **{"safety": "off", "devices": ("cpu",), "threads": 1, **local})
    engine = DiffusersEngine(
        queue=queue,
        local=said,
        models=[make_model(folder / "tiny"), make_model(folder / "other", "other")],
        target=f"scripted_atelier:{target}",
        warm="",
        limits=limits,
    )
    try:
        yield engine
    finally:
        await engine.close()


def ask(prompt: str = "a fox", **wishes: Any) -> ImageRequest:
    return ImageRequest(**{"model": "tiny", "prompt": prompt, "size": Size(64, 64), "seed": 1, **wishes})


async def draw(engine: DiffusersEngine, prompt: str = "a fox", **wishes: Any) -> list[Event]:
    async with aclosing(engine.draw(ask(prompt, **wishes))) as events:
        return [event async for event in events]


async def make(engine: DiffusersEngine, prompt: str = "a fox", **wishes: Any) -> list[Picture]:
    return [event for event in await draw(engine, prompt, **wishes) if isinstance(event, Picture)]


def look(picture: Picture) -> tuple[int, ...]:
    with Image.open(BytesIO(picture.data)) as image:
        pixel = image.convert("RGB").getpixel((5, 5))
    assert isinstance(pixel, tuple)
    return pixel


def sizes(folder: Path) -> list[int]:
    """How many pictures each batch had."""
    return [len(batch["prompts"]) for batch in read_journal(make_model(folder / "tiny"))]


async def wait_until(true: Any, seconds: float = 10.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  # another process tells no event
            await asyncio.sleep(0.01)


async def test_pictures_of_one_request_are_one_batch_with_a_seed_for_each(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        pictures = await make(engine, n=5, seed=2**63 - 2)
    pictures.sort(key=lambda picture: picture.index)
    assert sizes(tmp_path) == [5]
    assert [picture.seed for picture in pictures] == [2**63 - 2, 2**63 - 1, 0, 1, 2]
    assert [look(picture) for picture in pictures] == [colour_of("a fox", picture.seed) for picture in pictures]


async def test_requests_that_come_together_are_painted_together_and_none_gets_another_ones_picture(
    tmp_path: Path,
) -> None:
    async with open_engine(tmp_path) as engine:
        answers = await asyncio.gather(*(make(engine, f"fox {number}", seed=number) for number in range(8)))
    assert sizes(tmp_path) == [8]
    assert [look(picture) for (picture,) in answers] == [colour_of(f"fox {number}", number) for number in range(8)]


async def test_what_a_pipeline_paints_one_after_another_is_given_out_one_by_one(tmp_path: Path) -> None:
    model = make_model(tmp_path / "tiny", pipeline="QwenImageEditPipeline")
    said = Local(models=tmp_path, safety="off", devices=("cpu",), threads=1)
    engine = DiffusersEngine(local=said, models=[model], target="scripted_atelier:work", warm="")
    try:
        assert len(await make(engine, n=3)) == 3
    finally:
        await engine.close()
    assert sizes(tmp_path) == [1, 1, 1]


async def test_each_format_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        for kind in engine.models()[0].formats:
            (picture,) = await make(engine, format=kind, size=Size(128, 96))
            assert (picture.size, picture.format) == (Size(128, 96), kind)
            with Image.open(BytesIO(picture.data)) as image:
                assert (image.size, image.format) == ((128, 96), kind.value.upper())


async def test_the_course_of_a_picture_is_told(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        await make(engine)
        events = await draw(engine)
        stages = [event.stage for event in events if isinstance(event, Progress)]
        fractions = [event.fraction for event in events if isinstance(event, Progress)]
        fresh = await draw(engine, model="other")
    assert stages == ["waiting", *(f"step {step} of 4" for step in range(1, 5))]
    assert fractions == sorted(fractions)
    assert any(isinstance(event, Progress) and event.stage.startswith("loading other") for event in fresh)


@pytest.mark.parametrize("kind", [Format.PNG, Format.JPEG])
async def test_previews_come_in_order_in_the_format_and_size_of_the_picture(tmp_path: Path, kind: Format) -> None:
    async with open_engine(tmp_path) as engine:
        events = await draw(engine, partials=2, n=2, format=kind)
    for index in (0, 1):
        shown = [event for event in events if isinstance(event, Partial) and event.index == index]
        assert [partial.step for partial in shown] == [0, 1]
        for partial in shown:
            assert (partial.size, partial.format) == (Size(64, 64), kind)
            with Image.open(BytesIO(partial.data)) as image:
                assert (image.size, image.format) == ((64, 64), kind.value.upper())


async def test_a_worker_that_dies_once_is_not_noticed(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        words = f"[crash once {tmp_path / 'mark'}]"
        answers = await asyncio.gather(make(engine, words), *(make(engine, f"fox {number}") for number in range(3)))
    assert [len(answer) for answer in answers] == [1] * 4
    assert sizes(tmp_path) == [4, 1, 1, 1, 1]


async def test_a_poisoned_request_takes_no_other_along(tmp_path: Path) -> None:
    async with open_engine(tmp_path, limits=Limits(pauses=(0.0,))) as engine:
        answers = await asyncio.gather(
            *(make(engine, prompt) for prompt in ("one", "[crash]", "two")), return_exceptions=True
        )
        assert isinstance(answers[1], EngineFailed)
        assert "code 3" in answers[1].message
        assert [isinstance(answer, list) for answer in answers] == [True, False, True]
        assert len(await make(engine)) == 1


async def test_one_of_many_pictures_that_fails_is_missed_and_the_others_come(tmp_path: Path) -> None:
    async with open_engine(tmp_path, batch=1) as engine:
        # The worker dies over the second one only.
        devices = engine.devices
        task = asyncio.create_task(draw(engine, "[step 0.05]", n=3))
        for _ in range(2):
            await wait_until(lambda: len(sizes(tmp_path)) >= 2 and devices[0].pid is not None)
            batches = len(sizes(tmp_path))
            os.kill(devices[0].pid or 0, signal.SIGKILL)
            await wait_until(lambda seen=batches: len(sizes(tmp_path)) > seen)
        events = await task
    missed = [event for event in events if isinstance(event, Missed)]
    pictures = [event for event in events if isinstance(event, Picture)]
    assert (len(missed), len(pictures)) == (1, 2)
    assert isinstance(missed[0].error, EngineFailed)
    assert "SIGKILL" in missed[0].error.message


async def test_a_worker_that_dies_while_it_has_nothing_to_do_is_started_again(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        await make(engine)
        (device,) = engine.devices
        before = device.pid
        os.kill(before or 0, signal.SIGKILL)
        await wait_until(lambda: device.alive and device.pid != before)
        assert len(await make(engine)) == 1


async def test_a_worker_that_keeps_dying_is_started_after_growing_pauses(tmp_path: Path) -> None:
    async with open_engine(tmp_path, limits=Limits(pauses=(0.0, 0.3, 0.2, 30.0))) as engine:
        (device,) = engine.devices
        began = time.monotonic()
        with pytest.raises(EngineFailed):
            await make(engine, "[crash]")
        assert time.monotonic() - began < 5
        assert 0 < device.rest <= 0.3
        with pytest.raises(EngineFailed):
            await make(engine, "[crash]")
        assert 25 < device.rest <= 30
        with pytest.raises(Overloaded) as caught:
            await make(engine)
        assert 25 < caught.value.retry_after <= 30


async def test_a_finished_picture_ends_the_row_of_deaths(tmp_path: Path) -> None:
    async with open_engine(tmp_path, limits=Limits(pauses=(0.0, 0.2, 30.0))) as engine:
        for number in range(4):
            assert len(await make(engine, f"[crash once {tmp_path / str(number)}]")) == 1
        assert engine.devices[0].rest == 0


async def test_a_worker_that_cannot_start_says_why(tmp_path: Path) -> None:
    async with open_engine(tmp_path, target="no_such_function") as engine:
        for _ in range(2):
            with pytest.raises(EngineFailed, match="no_such_function"):
                await make(engine)


async def test_a_worker_that_is_stuck_is_killed_and_its_batch_tried_again(tmp_path: Path) -> None:
    async with open_engine(tmp_path, patience=0.5) as engine:
        before = await make(engine)
        assert before
        pid = engine.devices[0].pid
        with pytest.raises(EngineFailed, match="no sign of life"):
            await make(engine, "[hang]")
        assert engine.devices[0].pid != pid
        assert len(await make(engine)) == 1


async def test_a_long_load_is_no_reason_to_kill_as_long_as_it_reports(tmp_path: Path) -> None:
    async with open_engine(tmp_path, patience=1.5) as engine:
        assert len(await make(engine, "[load 0.8] [step 0.4]")) == 1
    assert sizes(tmp_path) == [1]


async def test_a_request_that_goes_away_stops_its_batch_and_keeps_the_worker(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        await make(engine)
        pid = engine.devices[0].pid
        async with aclosing(engine.draw(ask("[step 0.3]"))) as events:
            async for event in events:
                if isinstance(event, Progress) and event.stage.startswith("step"):
                    break
        began = time.monotonic()
        assert len(await make(engine)) == 1
        assert time.monotonic() - began < 0.9
        assert engine.devices[0].pid == pid


async def test_one_of_a_batch_goes_away_and_the_others_get_their_pictures(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        going = asyncio.create_task(make(engine, "[step 0.1] going"))
        staying = asyncio.create_task(make(engine, "staying"))
        await wait_until(lambda: sizes(tmp_path) == [2])
        going.cancel()
        assert len(await staying) == 1
    assert sizes(tmp_path) == [2]


async def test_a_worker_that_does_not_stop_is_killed_after_a_grace_by_its_steps(tmp_path: Path) -> None:
    async with open_engine(tmp_path, limits=Limits(grace=0.2)) as engine:
        await make(engine)
        pid = engine.devices[0].pid
        async with aclosing(engine.draw(ask("[stubborn] [step 1.0]"))) as events:
            async for event in events:
                if isinstance(event, Progress) and event.stage == "step 1 of 4":
                    break
        assert len(await make(engine, "after")) == 1
        assert engine.devices[0].pid != pid
        assert engine.devices[0].rest == 0


async def test_too_little_memory_makes_smaller_batches_and_then_a_refusal_with_advice(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        assert len(await make(engine, "[room 2]", n=8)) == 8
        assert sizes(tmp_path) == [8, 4, 2, 2, 2, 2]
        with pytest.raises(MemoryShort, match="smaller size"):
            await make(engine, "[room 0]")
        assert len(await make(engine)) == 1


@pytest.mark.parametrize(
    ("word", "kind", "message"),
    [
        ("[refuse]", InvalidRequest, "no picture"),
        ("[raise]", EngineFailed, "failed while making"),
        ("[broken]", EngineFailed, "cannot be read"),
        ("[few]", EngineFailed, "another number"),
    ],
)
async def test_failures_arrive_as_they_are_and_the_worker_goes_on(
    tmp_path: Path, word: str, kind: type[Exception], message: str
) -> None:
    async with open_engine(tmp_path) as engine:
        await make(engine)
        pid = engine.devices[0].pid
        with pytest.raises(kind, match=message) as caught:
            await make(engine, word)
        assert "must not read" not in str(caught.value)
        assert len(await make(engine)) == 1
        assert engine.devices[0].pid == pid


async def test_two_devices_are_two_workers_that_paint_at_the_same_time(tmp_path: Path) -> None:
    async with open_engine(tmp_path, devices=("cpu", "cpu"), batch=1) as engine:
        await asyncio.gather(make(engine, "[step 0.2] one"), make(engine, "[step 0.2] two"))
        pids = {batch["pid"] for batch in read_journal(make_model(tmp_path / "tiny"))}
        assert len(pids) == 2
        assert engine.capacity == 4


async def test_starting_loads_what_is_to_be_preloaded_and_nothing_else(tmp_path: Path) -> None:
    async with open_engine(tmp_path, preload=("other",)) as engine:
        await engine.start()
        (device,) = engine.devices
        assert device.resident == ("other",)
        os.kill(device.pid or 0, signal.SIGKILL)
        await wait_until(lambda: device.resident == ("other",) and device.alive)
    async with open_engine(tmp_path) as engine:
        await engine.start()
        assert engine.devices[0].pid is None


async def test_closing_ends_the_workers_and_fails_what_is_under_way(tmp_path: Path) -> None:
    async with open_engine(tmp_path) as engine:
        await make(engine)
        pid = engine.devices[0].pid or 0
        under_way = [asyncio.create_task(make(engine, f"[step 5] {number}")) for number in range(2)]
        await asyncio.sleep(0.1)
    ends = await asyncio.gather(*under_way, return_exceptions=True)
    assert [type(end) for end in ends] == [EngineFailed, EngineFailed]
    with pytest.raises(EngineFailed):
        await make(engine)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_engine_is_imported_without_torch_and_numpy() -> None:
    code = (
        "import sys, pinxit.engines.diffusers.engine; "
        "print(*({'torch', 'diffusers', 'transformers', 'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == ""


async def test_a_caller_who_leaves_while_the_worker_dies_breaks_nothing(tmp_path: Path) -> None:
    async with open_engine(tmp_path, limits=Limits(pauses=(0.0,))) as engine:
        await make(engine)
        for moment in (0.0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1):
            going = asyncio.create_task(make(engine, "[crash]"))
            await asyncio.sleep(moment)
            going.cancel()
            (end,) = await asyncio.gather(going, return_exceptions=True)
            assert isinstance(end, asyncio.CancelledError)
        assert len(await make(engine)) == 1
