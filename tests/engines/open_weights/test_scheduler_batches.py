"""Which wishes go together, where, and in which turn: on devices of paper, so that each moment is chosen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from engines.open_weights.paper_device import (
    PLAIN,
    PaperDevice,
    give_out,
    make_model,
    make_wish,
    open_scheduler,
    read_end,
    settle,
)
from pinxit.core.errors import EngineFailed, Overloaded
from pinxit.engines.diffusers.scheduler import Scheduler
from pinxit.engines.diffusers.wishes import Told, Wish
from pinxit.engines.diffusers.work import Lora, Still

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("close_schedulers")]


def ask(scheduler: Scheduler, *prompts: str, **wishes: Any) -> list[Wish]:
    made = [make_wish(prompt, **wishes) for prompt in prompts]
    scheduler.ask(made)
    return made


async def test_an_idle_device_begins_at_once() -> None:
    device = PaperDevice()
    ask(open_scheduler(device, window=60.0), "fox")
    await settle()
    assert device.batches == [["fox"]]


async def test_wishes_that_come_at_one_moment_are_one_batch_up_to_the_limit() -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device)
    for prompt in "abcdef":  # six requests
        ask(scheduler, prompt)
    await settle(40)
    assert device.batches == [["a", "b", "c", "d"], ["e", "f"]]


@pytest.mark.parametrize(
    "other",
    [
        replace(PLAIN, width=128),
        replace(PLAIN, steps=5),
        replace(PLAIN, guidance=1.0),
        replace(PLAIN, scheduler="euler"),
        replace(PLAIN, strength=0.5),
        replace(PLAIN, edit="mask"),
        replace(PLAIN, negated=True),
        replace(PLAIN, loras=(Lora("ink", 0.5),)),
        replace(PLAIN, apart="x"),
    ],
    ids=["size", "steps", "guidance", "scheduler", "strength", "edit", "negated", "lora", "apart"],
)
async def test_only_wishes_of_one_manner_go_together(other: Any) -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device)
    ask(scheduler, "a", "b")
    ask(scheduler, "c", manner=other)
    ask(scheduler, "d")
    await settle(40)
    assert device.batches == [["a", "b", "d"], ["c"]]


async def test_wishes_for_different_models_do_not_go_together() -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device)
    ask(scheduler, "a")
    ask(scheduler, "b", model=make_model("other"))
    ask(scheduler, "c")
    await settle(40)
    assert device.batches == [["a", "c"], ["b"]]


async def test_what_comes_during_a_batch_is_the_next_one() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device)
    ask(scheduler, "a")
    await settle()
    ask(scheduler, "b")
    ask(scheduler, "c")
    await settle()
    assert device.batches == [["a"]]
    device.finish()
    await settle()
    assert device.batches == [["a"], ["b", "c"]]


async def test_each_wish_gets_its_own_picture() -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device)
    wishes = [make_wish(str(seed), seed=seed) for seed in range(4)]
    scheduler.ask(wishes)
    await settle(20)
    stills = [read_end(wish) for wish in wishes]
    assert [still.data[0] for still in stills if isinstance(still, Still)] == [0, 1, 2, 3]


async def test_every_step_is_told_to_every_wish_of_the_batch() -> None:
    device = PaperDevice()
    wishes = ask(open_scheduler(device), "a", "b")
    await settle()
    device.step(1)
    assert [wish.outbox.get_nowait() for wish in wishes] == [Told(0.25, "step 1 of 4")] * 2


# Keys take turns.


async def test_a_payer_with_many_wishes_does_not_make_another_wait_for_all_of_them() -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device, batch=1)
    ask(scheduler, "a1", "a2", "a3", "a4", payer="a")
    ask(scheduler, "b1", "b2", payer="b")
    await settle(80)
    assert [prompt for (prompt,) in device.batches] == ["a1", "b1", "a2", "b2", "a3", "a4"]


async def test_a_batch_is_filled_up_with_what_others_wish() -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device, batch=3)
    ask(scheduler, "a1", "a2", "a3", "a4", payer="a")
    ask(scheduler, "b1", payer="b")
    await settle(40)
    assert device.batches == [["a1", "a2", "a3"], ["b1", "a4"]]


async def test_who_was_served_last_is_behind_whoever_comes() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device, batch=1)
    ask(scheduler, "a1", payer="a")
    await settle()
    ask(scheduler, "a2", payer="a")
    ask(scheduler, "b1", payer="b")
    device.finish()
    await settle()
    assert device.batches == [["a1"], ["b1"]]


# Who is waited for.


async def play(callers: int, rounds: int, *, takes: float = 0.1, back: float = 0.004, **local: Any) -> PaperDevice:
    """So many callers who ask again when they have their picture, each after a moment of its own."""
    device = PaperDevice(hold=False, takes=takes)
    scheduler = open_scheduler(device, **{"batch": 8, **local})

    async def call(number: int) -> None:
        for _ in range(rounds):
            (wish,) = ask(scheduler, "fox")
            await wish.outbox.get()
            scheduler.note_given(wish)
            scheduler.drop([wish])
            await asyncio.sleep(back * (1 + number / callers))

    async def come(number: int) -> None:
        await asyncio.sleep(0.002 * number)  # not all at one moment, or there would be nothing to get into step
        await call(number)

    await asyncio.gather(*map(come, range(callers)))
    return device


async def test_callers_who_come_back_together_get_into_step() -> None:
    device = await play(8, 5)
    sizes = [len(batch) for batch in device.batches]
    assert sizes[:2] == [1, 7]
    assert sizes[2:-1] == [8] * (len(sizes) - 3)


async def test_a_caller_alone_is_never_made_to_wait() -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await play(1, 10, takes=0.01, back=0.0, window=10.0)
    assert loop.time() - began < 1.0


async def test_the_wait_is_a_small_share_of_what_a_batch_takes() -> None:
    device = PaperDevice()
    device.resident = ("tiny",)
    scheduler = open_scheduler(device, window=10.0)
    wishes = ask(scheduler, "a", "b")
    await settle()
    await asyncio.sleep(0.05)
    device.finish()
    await settle()
    for wish in wishes:
        give_out(scheduler, wish)
    ask(scheduler, "c")
    await settle()
    assert len(device.batches) == 1  # the other one may be back in a moment
    await asyncio.sleep(0.04)
    assert device.batches[1:] == [["c"]]


async def test_callers_who_never_come_back_are_not_waited_for_any_more() -> None:
    device = PaperDevice(hold=False)
    scheduler = open_scheduler(device, window=0.005)
    for _ in range(10):
        for wish in ask(scheduler, "a", "b"):
            await settle()
            give_out(scheduler, wish)
        await asyncio.sleep(0.02)
    for wish in ask(scheduler, "a", "b"):
        await settle()
        give_out(scheduler, wish)
    scheduler._pace(wish.kind).seconds = 10.0
    ask(scheduler, "c")
    await settle()
    assert device.batches[-1] == ["c"]


async def test_a_full_batch_does_not_wait() -> None:
    device = PaperDevice()
    device.resident = ("tiny",)
    scheduler = open_scheduler(device, window=10.0, batch=2)
    first = ask(scheduler, "a", "b")
    await settle()
    await asyncio.sleep(0.05)
    ask(scheduler, "c", "d")
    device.finish()
    await settle()
    assert device.batches == [["a", "b"], ["c", "d"]]
    assert all(read_end(wish) for wish in first)


# Several devices are replicas.


async def test_work_that_waits_goes_to_every_device() -> None:
    devices = PaperDevice("cuda:0"), PaperDevice("cuda:1")
    ask(open_scheduler(*devices, batch=1), "a", "b", "c")
    await settle()
    assert [device.batches for device in devices] == [[["a"]], [["b"]]]


async def test_a_device_that_has_the_model_is_preferred() -> None:
    devices = PaperDevice("cuda:0"), PaperDevice("cuda:1")
    devices[1].resident = ("tiny",)
    ask(open_scheduler(*devices), "a")
    await settle()
    assert [device.batches for device in devices] == [[], [["a"]]]


async def test_a_model_is_not_loaded_twice_for_what_its_device_does_in_a_moment() -> None:
    devices = PaperDevice("cuda:0", hold=False), PaperDevice("cuda:1")
    scheduler = open_scheduler(*devices)
    ask(scheduler, "a")
    await settle(20)
    devices[0].hold = True
    ask(scheduler, "b")
    await settle()
    ask(scheduler, "c")
    await settle()
    assert devices[1].batches == []
    devices[0].finish()
    await asyncio.sleep(0.02)
    assert devices[0].batches == [["a"], ["b"], ["c"]]


async def test_a_model_is_loaded_twice_where_more_waits_than_one_batch_holds() -> None:
    devices = PaperDevice("cuda:0", hold=False), PaperDevice("cuda:1")
    scheduler = open_scheduler(*devices, batch=2)
    ask(scheduler, "a")
    await settle(20)
    devices[0].hold = True
    ask(scheduler, "b", "c")
    await settle()
    ask(scheduler, "d", "e", "f")
    await settle()
    assert devices[1].batches == [["d", "e"]]


async def test_another_model_goes_to_the_device_that_has_room() -> None:
    devices = PaperDevice("cuda:0"), PaperDevice("cuda:1")
    devices[0].resident = ("tiny",)
    ask(open_scheduler(*devices), "a", model=make_model("other"))
    await settle()
    assert [device.batches for device in devices] == [[], [["a"]]]


# Who goes away, and who comes when all is full.


async def test_a_wish_that_is_dropped_while_it_waits_is_never_made() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device)
    ask(scheduler, "a")
    await settle()
    dropped = ask(scheduler, "b")
    ask(scheduler, "c")
    scheduler.drop(dropped)
    device.finish()
    await settle()
    assert device.batches == [["a"], ["c"]]
    assert device.cancelled == 0


async def test_a_batch_is_cancelled_when_all_of_its_wishes_are_dropped_and_not_before() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device)
    first, second = ask(scheduler, "a", "b")
    await settle()
    scheduler.drop([first])
    assert device.cancelled == 0
    scheduler.drop([second])
    assert device.cancelled == 1
    await settle()
    assert not device.busy


async def test_one_of_a_batch_goes_and_the_others_get_their_pictures() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device)
    first, second = ask(scheduler, "a", "b", seed=7)
    await settle()
    scheduler.drop([first])
    device.finish()
    await settle()
    assert read_end(first) is None
    assert isinstance(read_end(second), Still)


async def test_a_full_line_refuses_and_says_when_to_come_back() -> None:
    device = PaperDevice(hold=False, takes=0.05)
    scheduler = open_scheduler(device, queue=2, batch=1)
    ask(scheduler, "a")
    await asyncio.sleep(0.1)
    ask(scheduler, "b")
    await settle()
    ask(scheduler, "c", "d")
    with pytest.raises(Overloaded) as caught:
        ask(scheduler, "e")
    assert caught.value.retry_after == 2.0
    assert len(scheduler.line) == 2


async def test_a_request_of_ten_pictures_is_let_into_a_short_line() -> None:
    scheduler = open_scheduler(PaperDevice(), queue=2)
    ask(scheduler, *map(str, range(10)))
    assert len(scheduler.line) == 10


async def test_whoever_comes_while_no_worker_will_be_there_for_long_is_told_so() -> None:
    device = PaperDevice()
    device.pause = 40.0
    with pytest.raises(Overloaded, match="40 s") as caught:
        ask(open_scheduler(device), "a")
    assert caught.value.retry_after == 40.0


async def test_a_wish_waits_for_a_short_pause_of_its_device() -> None:
    device = PaperDevice()
    device.pause = 0.03
    ask(open_scheduler(device), "a")
    await settle()
    assert device.batches == []
    device.pause = 0.0
    await asyncio.sleep(0.05)
    assert device.batches == [["a"]]


async def test_closing_fails_what_waits_and_what_is_under_way() -> None:
    device = PaperDevice()
    scheduler = open_scheduler(device, batch=1)
    wishes = ask(scheduler, "a", "b")
    await settle()
    await scheduler.close()
    assert [type(read_end(wish)) for wish in wishes] == [EngineFailed, EngineFailed]
    with pytest.raises(EngineFailed):
        ask(scheduler, "c")
