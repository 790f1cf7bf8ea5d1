"""Jobs of servers that died or were stopped: run again once, or ended and refunded."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from books import NOON, Office, run
from pinxit.core.archive import Retry
from pinxit.core.errors import BudgetSpent, StorageFailed
from pinxit.core.jobs import JobState
from pinxit.core.records import INTERRUPTED
from pinxit.storage.database import Database
from pinxit.storage.migrating import upgrade
from pinxit.storage.servers import Servers
from pinxit.storage.tables import jobs, ledger, servers


def test_detached_jobs_of_a_dead_server_run_again_oldest_first(database: Database) -> None:
    async def work() -> None:
        dead, heir = Office(database), Office(database)
        key = await dead.make_key("9pictures")
        made = [await dead.admit(key, detached=True, order={"request": {}}, manner={"m": 1}) for _ in range(4)]
        assert await dead.book.begin(made[1], NOON)
        assert await dead.complete(made[2])
        await dead.die()
        adopted = await heir.book.adopt()
        assert [job.id for job in adopted] == [made[0].id, made[1].id, made[3].id]
        assert adopted[0] == replace(made[0], server=heir.book.server, attempt=2, order=None)
        assert adopted[1].begun == NOON
        assert await heir.book.find(made[0].id) == replace(made[0], server=heir.book.server, attempt=2)
        assert await heir.book.adopt() == []
        for job in adopted:
            assert await heir.complete(job)
        assert await heir.book.check() == []

    run(work)


def test_attached_jobs_of_a_dead_server_are_ended_and_refunded(database: Database) -> None:
    async def work() -> None:
        dead, heir = Office(database), Office(database)
        key = await dead.make_key("2pictures")
        made = [await dead.admit(key) for _ in range(2)]
        with pytest.raises(BudgetSpent):
            await heir.admit(key)
        await dead.die()
        assert await heir.book.adopt() == []
        for job in made:
            kept = await heir.book.find(job.id)
            assert (kept.state, kept.failure, kept.ended) == (JobState.FAILED, dict(INTERRUPTED), NOON)
            assert not await dead.complete(job)
        query = select(ledger.c.job, ledger.c.code).where(ledger.c.outcome == "failed").order_by(ledger.c.number)
        lines = await database.read(lambda connection: connection.execute(query).all())
        assert [tuple(line) for line in lines] == [(job.id, "interrupted") for job in made]
        await heir.admit(key)
        assert await heir.book.check() == []

    run(work)


def test_a_server_gives_back_what_a_dead_one_held_before_it_refuses_anybody(database: Database) -> None:
    async def work() -> None:
        dead = Office(database)
        key = await dead.make_key("1picture", at_once=1)
        lost = await dead.admit(key, fingerprint="f")
        await dead.die()
        heirs = [Office(database) for _ in range(2)]
        again = await heirs[0].try_admit(key, fingerprint="f", retry=Retry(again=True))
        assert not again.joined
        assert (await heirs[1].book.find(lost.id)).state is JobState.FAILED
        assert await heirs[1].book.check() == []

    run(work)


def test_jobs_of_servers_that_live_are_left_alone(database: Database) -> None:
    async def work() -> None:
        one, other = Office(database), Office(database)
        key = await one.make_key()
        await one.admit(key)
        await one.admit(key, detached=True)
        assert await other.book.adopt() == []
        assert await one.book.adopt() == []
        await one.die()
        assert len(await other.book.adopt()) == 1

    run(work)


def test_a_server_that_leaves_is_gone_at_once(database: Database) -> None:
    async def work() -> None:
        one, other = Office(database), Office(database)
        job = await one.admit(await one.make_key(), detached=True)
        await one.servers.leave()
        await one.servers.leave()
        assert [adopted.id for adopted in await other.book.adopt()] == [job.id]

    run(work)


def test_a_parked_job_goes_to_whoever_comes_first_even_to_the_same_server(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        made = [await office.admit(key, detached=True) for _ in range(3)]
        await office.book.begin(made[0], NOON)
        await office.complete(made[1])
        await office.book.park(made)
        await office.book.park([])
        assert [(job.id, job.attempt) for job in await office.book.adopt()] == [(made[0].id, 2), (made[2].id, 2)]

    run(work)


def test_at_most_so_many_jobs_are_taken_over_as_are_wanted(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key()
        made = [await office.admit(key, detached=True) for _ in range(5)]
        await office.book.park(made)
        assert [job.id for job in await office.book.adopt(2)] == [job.id for job in made[:2]]
        assert [job.id for job in await office.book.adopt(2)] == [job.id for job in made[2:4]]
        assert [job.id for job in await office.book.adopt(2)] == [made[4].id]

    run(work)


def test_servers_that_take_over_at_once_never_get_the_same_job(database: Database) -> None:
    async def work() -> None:
        beside = Database(database.engine.url.render_as_string(hide_password=False))
        dead = Office(database)
        heirs = [Office(database), Office(beside), Office(database), Office(beside)]
        key = await dead.make_key("99pictures")
        made = [await dead.admit(key, detached=bool(number % 4)) for number in range(40)]
        for heir in heirs:
            assert await heir.book.adopt() == []
        await dead.die()
        # What one of them is just about to take is skipped by the others, who look again.
        taken = [
            job
            for _ in range(3)
            for part in await asyncio.gather(*(heir.book.adopt(7) for heir in heirs))
            for job in part
        ]
        assert sorted(job.id for job in taken) == sorted(job.id for job in made if job.detached)
        assert {job.attempt for job in taken} == {2}
        assert (await dead.book.find(made[0].id)).state is JobState.FAILED
        assert await dead.book.check() == []
        await beside.close()

    run(work)


def test_a_job_that_its_servers_die_of_again_and_again_is_given_up(database: Database) -> None:
    async def work() -> None:
        office = Office(database)
        key = await office.make_key("9pictures")
        waiting, deadly = [await office.admit(key, detached=True) for _ in range(2)]
        for attempt in range(2, 27):
            await office.book.begin(deadly, NOON)
            await database.write(lambda connection: connection.execute(update(jobs).values(server="killed")))
            adopted = await office.book.adopt()
            if attempt < 26:
                assert [job.attempt for job in adopted] == [attempt, attempt]
                deadly = adopted[1]
        assert [job.id for job in adopted] == [waiting.id]
        assert (await office.book.find(deadly.id)).state is JobState.FAILED
        assert await office.book.check() == []

    run(work)


def test_a_server_that_was_stuck_and_thought_dead_is_seen_again_and_charges_nothing_twice(database: Database) -> None:
    async def work() -> None:
        stuck, heir = Office(database), Office(database)
        key = await stuck.make_key("9pictures")
        job = await stuck.admit(key, detached=True)
        await stuck.die()
        [again] = await heir.book.adopt()
        assert not await stuck.complete(job)
        stuck.servers._enrolled = False
        beating = asyncio.create_task(stuck.servers.beat())
        await asyncio.sleep(0.2)
        beating.cancel()
        late = await stuck.admit(key, detached=True)
        assert await heir.book.adopt() == []
        assert await heir.complete(again)
        assert await stuck.complete(late)
        assert await heir.book.check() == []

    run(work)


def test_signs_of_life_are_given_again_and_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinxit.storage.servers._BEAT", 0.05)

    async def work() -> None:
        if database.is_sqlite:  # a lock needs no signs
            return
        office = Office(database)
        beating = asyncio.create_task(office.servers.beat())
        await asyncio.sleep(0.3)
        await office.die()
        await asyncio.sleep(0.3)
        beating.cancel()
        query = select(servers.c.seen)
        first = await database.read(lambda connection: connection.execute(query).scalar_one())
        await asyncio.sleep(0.2)
        assert first == await database.read(lambda connection: connection.execute(query).scalar_one())
        assert await Office(database).book.adopt() == []

    run(work)


def test_in_memory_there_are_no_other_servers() -> None:
    async def work() -> None:
        database = Database("sqlite://")
        await upgrade(database)
        office = Office(database)
        job = await office.admit(await office.make_key(), detached=True)
        assert await office.book.adopt() == []
        assert [found.id for found in await Office(database).book.adopt()] == [job.id]
        await database.close()

    run(work)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    async def work() -> None:
        (tmp_path / "servers").write_text("a file")
        database = Database(f"sqlite:///{tmp_path / 'pinxit.db'}")
        with pytest.raises(StorageFailed, match=r"servers cannot be written: "):
            await Servers(database).enroll()
        await database.close()

    run(work)


def test_a_server_that_cannot_be_looked_at_counts_as_alive(tmp_path: Path) -> None:
    async def work() -> None:
        database = Database(f"sqlite:///{tmp_path / 'pinxit.db'}")
        await upgrade(database)
        one, other = Office(database), Office(database)
        await one.admit(await one.make_key(), detached=True)
        path = tmp_path / "servers" / one.servers.name
        path.unlink()
        path.mkdir()  # no file that could be opened and locked
        assert await other.book.adopt() == []
        path.rmdir()
        assert len(await other.book.adopt()) == 1
        await database.close()

    run(work)


_VICTIM = """
import asyncio, sys, time
sys.path.insert(0, sys.argv[2])
from books import Office
from pinxit.storage.database import Database

async def main():
    office = Office(Database(sys.argv[1]))
    key = await office.make_key("9pictures")
    for number in range(4):
        await office.admit(key, detached=bool(number % 2))
    print("ready", flush=True)
    time.sleep(60)

asyncio.run(main())
"""


def test_a_process_that_is_killed_is_seen_to_be_dead_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'pinxit.db'}"
    database = Database(url)
    office = Office(database)

    async def prepare() -> None:
        await upgrade(database)

    async def look() -> None:
        assert await office.book.adopt() == []

    async def take_over() -> None:
        assert len(await office.book.adopt()) == 2
        assert [path.name for path in (tmp_path / "servers").iterdir()] == [office.servers.name]
        assert await office.book.check() == []
        await database.close()

    run(prepare)
    command = [sys.executable, "-c", _VICTIM, url, str(Path(__file__).parent.parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline().strip() == b"ready"
        run(look)
        victim.kill()
    run(take_over)
