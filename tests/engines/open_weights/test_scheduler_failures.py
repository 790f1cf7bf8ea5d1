"""What becomes of wishes when workers die, memory runs out, or one of a batch is to blame."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from engines.open_weights.paper_device import PLAIN, PaperDevice, make_wish, open_scheduler, read_end, settle
from pinxit.core.errors import EngineFailed, InvalidRequest, MemoryShort
from pinxit.engines.diffusers.device import NoWorker, WorkerDied
from pinxit.engines.diffusers.scheduler import Scheduler
from pinxit.engines.diffusers.wishes import Wish
from pinxit.engines.diffusers.work import ModelBroken, OutOfMemory, Painted, Still

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("close_schedulers")]


async def begin(*devices: PaperDevice, prompts: str = "abcd", **local: Any) -> tuple[Scheduler, list[Wish]]:
    """A scheduler with some wishes, whose first batch has begun."""
    scheduler = open_scheduler(*devices, **local)
    wishes = [make_wish(prompt) for prompt in prompts]
    scheduler.ask(wishes)
    await settle()
    return scheduler, wishes


def tell_ends(wishes: list[Wish]) -> list[str]:
    return [type(read_end(wish)).__name__ for wish in wishes]


async def test_a_batch_whose_worker_died_while_it_painted_is_made_again_one_by_one() -> None:
    device = PaperDevice()
    _, wishes = await begin(device)
    device.hold = False
    device.end(WorkerDied("was killed", began=True))
    await settle(80)
    assert device.batches == [list("abcd"), ["a"], ["b"], ["c"], ["d"]]
    assert tell_ends(wishes) == ["Still"] * 4


async def test_a_batch_whose_worker_died_while_it_loaded_stays_together() -> None:
    device = PaperDevice()
    _, wishes = await begin(device)
    device.hold = False
    device.end(WorkerDied("was killed", began=False))
    await settle(40)
    assert device.batches == [list("abcd"), list("abcd")]
    assert tell_ends(wishes) == ["Still"] * 4


async def test_a_wish_that_kills_two_workers_fails_alone_and_says_why() -> None:
    device = PaperDevice()
    _, wishes = await begin(device)
    device.end(WorkerDied("was killed (SIGSEGV)", began=True))
    await settle()
    assert device.batches[-1] == ["a"]
    device.hold = False
    device.end(WorkerDied("was killed (SIGSEGV)", began=True))
    await settle(80)
    error = read_end(wishes[0])
    assert isinstance(error, EngineFailed)
    assert "SIGSEGV" in error.message
    assert tell_ends(wishes[1:]) == ["Still"] * 3


async def test_a_wish_that_was_dropped_is_not_tried_again() -> None:
    device = PaperDevice()
    scheduler, wishes = await begin(device, prompts="ab")
    scheduler.drop(wishes[:1])
    device.hold = False
    device.end(WorkerDied("was killed", began=True))
    await settle(40)
    assert device.batches == [["a", "b"], ["b"]]


async def test_too_little_memory_halves_the_batch_and_is_remembered() -> None:
    device = PaperDevice()
    scheduler, wishes = await begin(device)
    device.hold = False
    device.end(OutOfMemory("too much"))
    await settle(40)
    assert device.batches == [list("abcd"), ["a", "b"], ["c", "d"]]
    assert tell_ends(wishes) == ["Still"] * 4
    scheduler.drop(wishes)
    later = [make_wish(prompt) for prompt in "efgh"]
    scheduler.ask(later)
    await settle(40)
    assert device.batches[3:] == [["e", "f"], ["g", "h"]]


async def test_a_smaller_size_still_goes_in_full_batches_and_a_larger_one_does_not() -> None:
    device = PaperDevice()
    scheduler, wishes = await begin(device)
    device.hold = False
    device.end(OutOfMemory("too much"))
    await settle(40)
    scheduler.drop(wishes)
    for side in (32, 128):
        later = [make_wish(prompt, manner=replace(PLAIN, width=side)) for prompt in "efgh"]
        scheduler.ask(later)
        await settle(40)
        scheduler.drop(later)
    assert device.batches[3:] == [list("efgh"), ["e", "f"], ["g", "h"]]


async def test_a_single_picture_that_does_not_fit_is_tried_once_more_and_then_refused_with_advice() -> None:
    device = PaperDevice()
    _, (wish,) = await begin(device, prompts="a")
    device.end(OutOfMemory("too much"))
    await settle()
    assert device.batches == [["a"], ["a"]]
    device.end(OutOfMemory("too much"))
    await settle()
    error = read_end(wish)
    assert isinstance(error, MemoryShort)
    for advice in ("64x64", "smaller size", "smaller model", "PINXIT_LOCAL_QUANTISE"):
        assert advice in error.message


async def test_a_single_picture_that_fits_the_second_time_is_made() -> None:
    device = PaperDevice()
    _, (wish,) = await begin(device, prompts="a")
    device.hold = False
    device.end(OutOfMemory("too much"))
    await settle(20)
    assert isinstance(read_end(wish), Still)


async def test_an_error_of_a_batch_is_the_error_of_the_one_that_has_it_by_itself() -> None:
    device = PaperDevice()
    _, wishes = await begin(device, prompts="ab")
    device.end(InvalidRequest("The source is no picture.", param="image"))
    await settle()
    device.end(InvalidRequest("The source is no picture.", param="image"))
    await settle()
    device.finish()
    await settle()
    assert device.batches == [["a", "b"], ["a"], ["b"]]
    assert tell_ends(wishes) == ["InvalidRequest", "Still"]


async def test_a_model_that_is_broken_fails_all_at_once_and_says_why() -> None:
    device = PaperDevice()
    _, wishes = await begin(device, prompts="ab")
    device.end(ModelBroken("The file unet/model.safetensors is cut off."))
    await settle()
    assert len(device.batches) == 1
    for wish in wishes:
        error = read_end(wish)
        assert isinstance(error, EngineFailed)
        assert "cut off" in error.message


async def test_a_worker_that_gives_too_few_pictures_fails_them() -> None:
    device = PaperDevice()
    _, (wish,) = await begin(device, prompts="a")
    device.end(Painted((), ("tiny",)))
    await settle()
    assert tell_ends([wish]) == ["EngineFailed"]


async def test_a_fault_of_ours_fails_the_batch_and_not_the_server() -> None:
    device = PaperDevice()
    scheduler, wishes = await begin(device, prompts="ab")
    device.end(ZeroDivisionError("what the caller must not read"))
    await settle()
    assert tell_ends(wishes) == ["EngineFailed"] * 2
    device.hold = False
    (later,) = [make_wish("c")]
    scheduler.ask([later])
    await settle(20)
    assert tell_ends([later]) == ["Still"]


async def test_without_any_worker_all_who_wait_are_told_why() -> None:
    device = PaperDevice()
    device.living = False
    _, wishes = await begin(device, batch=2)
    device.end(NoWorker("The worker of cpu cannot be used: libcudart is missing."))
    await settle()
    assert tell_ends(wishes) == ["NoWorker"] * 4


async def test_where_one_device_has_no_worker_the_others_do_its_work() -> None:
    broken, good = PaperDevice("cuda:0"), PaperDevice("cuda:1")
    broken.living = False
    _, wishes = await begin(broken, good, batch=1, prompts="ab")
    assert (broken.batches, good.batches) == ([["a"]], [["b"]])
    broken.pause = 5.0
    good.hold = False
    broken.end(NoWorker("The worker of cuda:0 cannot be used."))
    good.finish()
    await settle(40)
    await asyncio.sleep(0.02)
    assert good.batches == [["b"], ["a"]]
    assert tell_ends(wishes) == ["Still"] * 2


async def kill_batch(device: PaperDevice, scheduler: Scheduler, *, large: bool) -> None:
    """A batch of four dies as if it were too large, and each of them is made by itself."""
    wishes = [make_wish(prompt) for prompt in "abcd"]
    scheduler.ask(wishes)
    await settle()
    device.end(WorkerDied("was killed (SIGKILL)", began=True, large=large))
    device.hold = False
    await settle(80)
    device.hold = True
    assert tell_ends(wishes) == ["Still"] * 4
    scheduler.drop(wishes)


@pytest.mark.parametrize(("large", "next_one"), [(True, 2), (False, 4)], ids=["killed", "crashed"])
async def test_a_size_of_batch_that_kills_two_workers_in_a_row_is_halved(large: bool, next_one: int) -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device)
    for _ in range(2):
        await kill_batch(device, scheduler, large=large)
    scheduler.ask([make_wish(prompt) for prompt in "efgh"])
    await settle()
    assert len(device.batches[-1]) == next_one


async def test_a_worker_that_somebody_kills_now_and_then_is_no_reason_for_smaller_batches() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device)
    for _ in range(3):
        await kill_batch(device, scheduler, large=True)
        wishes = [make_wish(prompt) for prompt in "efgh"]
        scheduler.ask(wishes)
        await settle()
        device.finish()
        await settle()
        assert device.batches[-1] == list("efgh")
        scheduler.drop(wishes)
