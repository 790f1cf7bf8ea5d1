"""The pool of worker processes."""

from __future__ import annotations

import asyncio
import os
import platform
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from pinxit.core.errors import EngineFailed, InvalidRequest, Overloaded
from pinxit.engines.process import Report, Result
from pinxit.engines.workers import Limits, WorkerPool

WORK = "chores:work"
pytestmark = pytest.mark.anyio


@asynccontextmanager
async def open_pool(workers: int = 1, queue: int = 16, **options: Any) -> AsyncIterator[WorkerPool]:
    pool = WorkerPool(WORK, workers, queue, **options)
    try:
        yield pool
    finally:
        await pool.close()


async def finish(pool: WorkerPool, **payload: Any) -> Any:
    async with aclosing(pool.run(payload)) as messages:
        (value,) = [message.value async for message in messages if isinstance(message, Result)]
        return value


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def wait_until_gone(pid: int, seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while is_running(pid):  # noqa: ASYNC110  # another process tells no event
            await asyncio.sleep(0.02)


async def test_work_gives_reports_and_then_its_result() -> None:
    async with open_pool() as pool:
        messages = [message async for message in pool.run({"do": "echo", "value": b"x" * 3_000_000})]
    assert messages == [Report(0.5, "half"), Result(b"x" * 3_000_000)]


async def test_a_worker_is_another_process_with_one_thread_and_an_empty_stdin() -> None:
    async with open_pool() as pool:
        pid, threads, typed = await finish(pool, do="environment")
    assert pid != os.getpid()
    assert (threads, typed) == ("1", "")


async def test_two_workers_work_at_the_same_time() -> None:
    async with open_pool(2) as pool:
        await pool.start()
        one, two = await asyncio.gather(*(finish(pool, do="sleep", seconds=0.4) for _ in range(2)))
    assert one[2] != two[2]
    assert max(one[0], two[0]) < min(one[1], two[1])


async def test_many_payloads_say_which_of_them_a_message_is_of() -> None:
    async with open_pool(2) as pool:
        payloads = [{"do": "echo", "value": number} for number in range(5)]
        results = {i: m.value async for i, m in pool.run_all(payloads) if isinstance(m, Result)}
    assert results == dict(enumerate(range(5)))


async def test_the_event_loop_never_stalls_for_a_large_payload_and_result() -> None:
    async with open_pool() as pool:
        await pool.start()
        worst, now = 0.0, time.monotonic()
        work = asyncio.create_task(finish(pool, do="echo", value=b"x" * 40_000_000))
        while not work.done():
            await asyncio.sleep(0.001)
            worst, now = max(worst, time.monotonic() - now), time.monotonic()
    assert worst < 0.5


@pytest.mark.parametrize("death", ["exit", "segfault"])
async def test_a_worker_that_dies_twice_fails_its_task_and_no_other(death: str) -> None:
    async with open_pool(2) as pool:
        other = asyncio.create_task(finish(pool, do="sleep", seconds=0.3))
        with pytest.raises(EngineFailed, match="died twice"):
            await finish(pool, do=death)
        await other
        assert await finish(pool, do="echo", value=1) == 1


async def test_a_worker_that_dies_once_is_not_noticed(tmp_path: Path) -> None:
    async with open_pool() as pool:
        assert await finish(pool, do="exit_once", mark=str(tmp_path / "mark")) == "second time"


async def test_an_unforeseen_error_is_hidden_from_the_caller_and_the_worker_goes_on() -> None:
    async with open_pool() as pool:
        before = (await finish(pool, do="environment"))[0]
        with pytest.raises(EngineFailed) as caught:
            await finish(pool, do="raise")
        assert "must not read" not in caught.value.message
        assert (await finish(pool, do="environment"))[0] == before


async def test_a_refusal_arrives_as_it_was_raised() -> None:
    async with open_pool() as pool:
        with pytest.raises(InvalidRequest) as caught:
            await finish(pool, do="refuse")
    assert (caught.value.message, caught.value.param, caught.value.code) == ("Not a colour.", "prompt", "bad")


async def test_a_full_queue_refuses_and_says_when_to_come_back() -> None:
    async with open_pool(1, queue=1) as pool:
        await pool.start()
        work = [asyncio.create_task(finish(pool, do="sleep", seconds=0.3)) for _ in range(2)]
        await asyncio.sleep(0.05)
        with pytest.raises(Overloaded) as caught:
            await finish(pool, do="echo", value=1)
        assert 1 <= caught.value.retry_after <= 60
        await asyncio.gather(*work)
        assert await finish(pool, do="echo", value=1) == 1


async def test_many_payloads_are_taken_whole_or_not_at_all() -> None:
    async with open_pool(1, queue=3) as pool:
        await pool.start()
        one = asyncio.create_task(finish(pool, do="sleep", seconds=0.3))
        two = asyncio.create_task(finish(pool, do="echo", value=2))
        await asyncio.sleep(0.05)
        with pytest.raises(Overloaded):
            [_ async for _ in pool.run_all([{"do": "echo", "value": 0}] * 3)]
        await one
        assert await two == 2
        assert len([_ async for _ in pool.run_all([{"do": "echo", "value": 0}] * 6)]) >= 6


async def test_a_hang_up_stops_the_work_and_keeps_the_worker() -> None:
    async with open_pool() as pool:
        pid = (await finish(pool, do="environment"))[0]
        async with aclosing(pool.run({"do": "sleep", "seconds": 30})) as messages:
            await anext(messages)
        began = time.monotonic()
        assert (await finish(pool, do="environment"))[0] == pid
        assert time.monotonic() - began < 0.9


async def test_a_worker_that_does_not_stop_is_replaced() -> None:
    async with open_pool(limits=Limits(grace=0.2)) as pool:
        pid = (await finish(pool, do="environment"))[0]
        async with aclosing(pool.run({"do": "stall", "seconds": 30})) as messages:
            await anext(messages)
        assert (await finish(pool, do="environment"))[0] != pid
        await wait_until_gone(pid)


async def test_a_hang_up_takes_waiting_work_out_of_the_queue() -> None:
    async with open_pool(1, queue=1) as pool:
        await pool.start()
        first = asyncio.create_task(finish(pool, do="sleep", seconds=0.5))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(finish(pool, do="sleep", seconds=30))
        await asyncio.sleep(0.05)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        assert await finish(pool, do="echo", value=3) == 3
        await first


async def test_a_worker_retires_after_its_number_of_tasks() -> None:
    async with open_pool(limits=Limits(tasks=2)) as pool:
        pids = [(await finish(pool, do="environment"))[0] for _ in range(4)]
    assert pids[0] == pids[1] != pids[2] == pids[3]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory is resident")
async def test_a_worker_that_keeps_too_much_memory_retires() -> None:
    async with open_pool(limits=Limits(memory=100 * 2**20, settled=1)) as pool:
        before = await finish(pool, do="hoard")
        assert (await finish(pool, do="environment"))[0] != before


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps and gives back")
async def test_a_worker_that_has_nothing_to_do_gives_back_the_memory_that_it_has_freed() -> None:
    async with open_pool(warm="chores:be_hasty") as pool:
        before = await finish(pool, do="use_memory", bytes=100_000_000)
        await asyncio.sleep(1)
        after = await finish(pool, do="use_memory", bytes=0)
    assert before - after > 150_000_000


async def test_a_worker_that_cannot_start_says_why() -> None:
    pool = WorkerPool(WORK, 1, warm="chores:fail_to_start")
    with pytest.raises(EngineFailed, match=r"libGL\.so\.1 is missing"):
        await pool.start()
    with pytest.raises(EngineFailed, match=r"libGL\.so\.1 is missing"):
        await finish(pool, do="environment")
    await pool.close()


async def test_closing_ends_the_workers_and_fails_what_is_under_way() -> None:
    async with open_pool(1) as pool:
        pid = (await finish(pool, do="environment"))[0]
        work = [asyncio.create_task(finish(pool, do="sleep", seconds=30)) for _ in range(2)]
        await asyncio.sleep(0.1)
    outcomes = await asyncio.gather(*work, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [EngineFailed, EngineFailed]
    await wait_until_gone(pid)
    with pytest.raises(EngineFailed):
        await finish(pool, do="environment")


SCRIPT = """
import asyncio, os, sys
from pinxit.engines.workers import WorkerPool

async def main():
    pool = WorkerPool("chores:work", 1)
    async for message in pool.run({"do": "environment"}):
        print(message.value[0], flush=True)
    work = pool.run({"do": "stall", "seconds": 60})
    await anext(work)
    print("stalled", flush=True)
    if sys.argv[1] == "wait":
        await asyncio.sleep(60)

asyncio.run(main())  # neither a guard for the main module nor a close()
"""


@pytest.mark.parametrize("ending", ["kill", "leave"])
def test_workers_die_with_their_parent(ending: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    here = Path(__file__).parent
    parent = subprocess.Popen(
        [sys.executable, script, "wait" if ending == "kill" else "go"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(here), *sys.path])},
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert parent.stdout.readline() == b"stalled\n"
    if ending == "kill":
        parent.kill()
    parent.wait(10)
    parent.stdout.close()
    asyncio.run(wait_until_gone(pid))
