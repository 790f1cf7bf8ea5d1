"""Upstreams that do everything wrong, under a server with retries and fallback: nobody goes away empty-handed.

    PINXIT_CHAOS=10000 PINXIT_SEED=7 python -m pytest -n 0 -s tests/faults/test_chaos_upstream.py

`PINXIT_CHAOS` is the number of requests, `PINXIT_SEED` what chooses them; without it every run is another one.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import select

from faults.unreliable import DECLINES, GEMINI_MIXTURE, HEDGED, OFTEN, OPENAI_MIXTURE, OTHER, Clients, Seen, tell
from pinxit.storage.checking import find_faults
from pinxit.storage.tables import ledger
from pinxit.testing import RunningServer, run_server
from pinxit.testing.upstream import Call, FakeUpstream, run_upstream
from proofs import connect, wait_until_quiet

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads what the server needs from /proc")

_COUNT = int(os.environ.get("PINXIT_CHAOS", "400"))
_SEED = int(os.environ.get("PINXIT_SEED", "0")) or time.time_ns() % 10**9
_AT_ONCE = 24
_PATIENCE = 8.0  # seconds that the server gives a request
_SLACK = 15.0  # seconds more, on a machine that does other things too
_UNDONE = {429, 503, 529}
_WORDY = {"words", "empty", "finish NO_IMAGE", "finish STOP", "finish MAX_TOKENS"}
_TAG = re.compile(r"wish-\d{6}")
_SETTINGS = """
[upstreams.first]
kind = "gemini"
url = "{first}"
key = "fake-upstream-key"
timeout = 1.5

[upstreams.second]
kind = "gemini"
url = "{second}"
key = "fake-upstream-key"
timeout = 1.5

[upstreams.third]
kind = "openai"
url = "{third}/v1"
key = "fake-upstream-key"
models = ["{other}"]
timeout = 1.5

[models."{often}"]
backends = [{{upstream = "first", weight = 2}}, {{upstream = "second"}}]
fallback = ["{other}", "pinxit-fake"]
patience = {patience}

[models."{hedged}"]
backends = ["first", "second"]
fallback = ["pinxit-fake"]
hedge = 0.95
patience = {patience}

[models."{other}"]
backends = ["third"]
fallback = ["{often}", "pinxit-fake"]
patience = {patience}
"""


@dataclass(frozen=True)
class Needs:
    """What a process holds: MB, open files, threads."""

    memory: float
    files: int
    threads: int


@dataclass(frozen=True)
class Run:
    """One chaos run, when it is over."""

    server: RunningServer
    upstreams: Sequence[FakeUpstream]
    seen: Sequence[Seen]
    calls: Sequence[tuple[str, Call]]
    """With the name of the upstream, in the order in which each got them."""
    before: Needs
    after: Needs


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("chaos")
    with contextlib.ExitStack() as stack:
        upstreams = [stack.enter_context(run_upstream(keep=10 * _COUNT + 1000)) for _ in range(3)]
        config = folder / "pinxit.toml"
        urls = dict(zip(("first", "second", "third"), (upstream.url for upstream in upstreams), strict=True))
        config.write_text(_SETTINGS.format(**urls, often=OFTEN, hedged=HEDGED, other=OTHER, patience=_PATIENCE))
        server = stack.enter_context(run_server(folder / "data", config=str(config), workers="8", queue="64"))
        asyncio.run(_ask(server, 60))  # to get warm
        for upstream, mixture in zip(upstreams, (GEMINI_MIXTURE, GEMINI_MIXTURE, OPENAI_MIXTURE), strict=True):
            upstream.clear()
            upstream.mix(mixture, seed=_SEED)
        before = _measure(server)
        seen = asyncio.run(_play(server, upstreams))
        with connect(f"sqlite:///{server.data / 'pinxit.db'}") as connection:
            wait_until_quiet(connection)
        names = ("first", "second", "third")
        calls = [(name, call) for name, upstream in zip(names, upstreams, strict=True) for call in upstream.calls]
        print(f"\nseed {_SEED}, {len(seen)} requests, {len(calls)} calls of upstreams\n{tell(seen)}")
        yield Run(server, upstreams, seen, calls, before, _measure(server))


async def _ask(server: RunningServer, count: int) -> list[Seen]:
    clients = Clients(server.url, server.key, _SEED)
    await clients.run(count, _AT_ONCE)
    return clients.seen


async def _play(server: RunningServer, upstreams: Sequence[FakeUpstream]) -> list[Seen]:
    """The clients, and besides bursts of 503, of which every fifth opens a circuit, and moments of death."""

    async def disturb() -> None:
        for turn in range(10**9):
            upstream = upstreams[turn % len(upstreams)]
            await asyncio.sleep(2)
            await asyncio.to_thread(upstream.next, "503 x6" if turn % 5 == 4 else "503 x3")
            if turn % 10 == 1:
                await asyncio.to_thread(upstream.dead)
                await asyncio.sleep(0.3)
                await asyncio.to_thread(upstream.alive)

    clients = Clients(server.url, server.key, _SEED + 1)
    disturbing = asyncio.create_task(disturb())
    await clients.run(_COUNT, _AT_ONCE)
    disturbing.cancel()
    for upstream in upstreams:
        await asyncio.to_thread(upstream.alive)
    return clients.seen


def _measure(server: RunningServer) -> Needs:
    root = Path(f"/proc/{server.process.pid}")
    fields = dict(line.split(":", 1) for line in (root / "status").read_text().splitlines() if ":" in line)
    return Needs(int(fields["VmRSS"].split()[0]) / 1024, len(list((root / "fd").iterdir())), int(fields["Threads"]))


def test_no_request_is_lost(run: Run) -> None:
    assert len(run.seen) == _COUNT
    assert [each for each in run.seen if each.fault] == []


def test_each_answer_comes_before_its_deadline(run: Run) -> None:
    assert [each for each in run.seen if each.seconds > _PATIENCE + _SLACK] == []


def test_refusals_are_those_of_the_dialects(run: Run) -> None:
    statuses = {each.status for each in run.seen}
    assert statuses <= {200, 400, 429, 502, 503, 504}
    assert 200 in statuses


def test_most_requests_get_their_picture_whatever_the_upstreams_do(run: Run) -> None:
    plain = [each for each in run.seen if "[" not in each.wish.prompt and not each.wish.strict]
    served = sum(each.pictures > 0 for each in plain)
    assert served > 0.9 * len(plain)  # what is left said that there is no picture, which is an answer


def test_a_place_is_asked_again_only_if_it_surely_did_nothing(run: Run) -> None:
    wishes = {each.wish.tag: each.wish for each in run.seen}
    asked: dict[tuple[str, str, str], list[Call]] = defaultdict(list)
    for name, call in run.calls:
        if found := _TAG.search(call.prompt):
            asked[name, call.path, found[0]].append(call)
    wrong = []
    for (name, _, tag), calls in asked.items():
        n = wishes[tag].n if calls[0].upstream == "gemini" else 1  # Gemini makes each picture by a call of its own
        wordy = [call for call in calls if _is_wordy(call)]
        charged = [call for call in calls if call.status not in _UNDONE and call not in wordy]
        too_often = len(charged) > n or len(wordy) > 2 * n
        if too_often or (n == 1 and charged and calls[-1] is not charged[-1]):
            wrong.append((name, tag, [(call.number, call.status, call.ways, call.sent, call.left) for call in calls]))
    assert wrong == [], "\n".join(map(str, wrong))


def _is_wordy(call: Call) -> bool:
    """An answer without a picture, which may be asked for once more."""
    return not _WORDY.isdisjoint(call.ways) and call.status == 200


def test_a_declined_wish_goes_nowhere_else(run: Run) -> None:
    wishes = {each.wish.tag: each for each in run.seen if any(word in each.wish.prompt for word in DECLINES)}
    assert wishes
    declined: Counter[str] = Counter()
    for _, call in run.calls:
        found = _TAG.search(call.prompt)
        # Alone: with another misbehaviour beside it, the refusal may not have arrived.
        said = len(call.ways) == 1 and call.sent and call.status in {200, 400} and not call.pictures
        if said and found and found[0] in wishes:
            declined[found[0]] += 1
    assert declined
    assert [tag for tag, count in declined.items() if count > 1] == []
    assert [wishes[tag] for tag in declined if wishes[tag].pictures] == []


def test_a_wish_that_is_wrong_goes_nowhere_else(run: Run) -> None:
    places: dict[str, int] = defaultdict(int)
    for _, call in run.calls:
        # Alone: a refusal that is cut off, too, is no word of the service's.
        said = "[invalid" in call.prompt and call.status == 400 and call.sent and len(call.ways) == 1
        if said and (found := _TAG.search(call.prompt)):
            places[found[0]] += 1
    assert places
    assert max(places.values()) == 1


def test_what_was_delivered_was_charged_and_nothing_else(run: Run) -> None:
    with connect(f"sqlite:///{run.server.data / 'pinxit.db'}") as connection:
        lines = connection.execute(select(ledger)).all()
        faults = find_faults(connection)
    made = Counter(line.job for line in lines if line.outcome == "made")
    by_whom = {line.job: line.engine for line in lines if line.outcome == "made"}
    assert len({(line.job, line.picture) for line in lines}) == len(lines)
    assert [line for line in lines if line.outcome != "made" and (line.pictures or line.tokens or line.cost)] == []
    delivered = {each.job: each.pictures for each in run.seen if each.job}
    assert {job: made[job] for job in delivered if made[job] != delivered[job]} == {}
    assert sum(made[job] for job in delivered) == sum(each.pictures for each in run.seen)
    # A stream has told its headers when it shows its first unfinished state, whoever finishes it.
    told = [each for each in run.seen if each.job and each.pictures and each.engine and "stream" not in each.kind]
    assert [each for each in told if each.engine != by_whom[each.job]] == []
    assert faults == []


def test_every_misbehaviour_had_its_turn(run: Run) -> None:
    if _COUNT < 5000:
        pytest.skip(f"takes many more than {_COUNT} requests: PINXIT_CHAOS=10000")
    had = {way for _, call in run.calls for way in call.ways}
    assert {*GEMINI_MIXTURE, *OPENAI_MIXTURE} <= had


def test_the_server_is_as_it_was(run: Run) -> None:
    assert run.after.memory < run.before.memory + 250
    assert run.after.files < run.before.files + 150
    assert run.after.threads < run.before.threads + 40
    log = run.server.log.read_text()
    assert "Traceback" not in log, log[log.index("Traceback") - 500 :][:3000]
    assert "never retrieved" not in log
    assert "was destroyed" not in log


def test_the_upstreams_serve_again_once_they_behave(run: Run) -> None:
    for upstream in run.upstreams:
        upstream.clear()
    end = time.monotonic() + 75  # a circuit is open for a minute at most
    left = {"first", "second", "third"}
    with httpx2.Client(base_url=run.server.url, headers={"authorization": f"Bearer {run.server.key}"}) as client:
        while left and time.monotonic() < end:
            for model in (OFTEN, OTHER):
                answer = client.post(
                    "/v1/images/generations", json={"model": model, "prompt": f"a fox at {time.time_ns()}"}, timeout=30
                )
                assert answer.status_code == 200
                left.discard(answer.headers["x-pinxit-engine"])
            time.sleep(0.1)
    assert left == set()
