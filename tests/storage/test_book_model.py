"""The book against a model of it that fits on a page: whatever callers and servers do, both say the same."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from books import Clock, Office
from pinxit.core.archive import Admitted, Key, Retry
from pinxit.core.errors import BudgetSpent, KeyReused, PinxitError, RateLimited
from pinxit.core.jobs import Job, JobState
from pinxit.core.limits import Budget, Period, Spend, Unit, name_window
from pinxit.storage.database import Database

_T = TypeVar("_T")
_BUDGETS = st.builds(
    Budget, st.integers(0, 12), st.sampled_from([Unit.PICTURES, Unit.TOKENS, Unit.MONEY]), st.sampled_from(list(Period))
)
_AMOUNTS = st.builds(Spend, st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
_WHO = st.integers(0, 1)


@dataclass
class _Kept:
    """What the model knows of a job."""

    job: Job
    made: Spend = field(default_factory=Spend)
    broken: bool = False


class Book(RuleBasedStateMachine):
    """Two keys, two servers, and a list of all that was ever let in."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.database, self.clock = database, Clock()
        self.offices = [Office(database, self.clock) for _ in range(2)]
        self.keys: list[Key] = []
        self.kept: dict[str, _Kept] = {}
        self.names: dict[tuple[str, str], str] = {}
        self.handles: list[Job] = []
        """What callers and servers hold, of attempts long over too."""

    def do(self, work: Coroutine[Any, Any, _T]) -> _T:
        return self.loop.run_until_complete(work)

    @initialize(
        budgets=st.lists(st.lists(_BUDGETS, max_size=3), min_size=2, max_size=2), at_once=st.none() | st.integers(1, 4)
    )
    def make_keys(self, budgets: list[list[Budget]], at_once: int | None) -> None:
        for terms in budgets:
            self.keys.append(self.do(self.offices[0].make_key(*map(str, terms), at_once=at_once)))

    @rule(
        who=_WHO,
        key=_WHO,
        estimate=_AMOUNTS,
        name=st.none() | st.sampled_from("ab"),
        body=st.sampled_from("fgh"),
        detached=st.booleans(),
        again=st.booleans(),
    )
    def ask(  # limit: what requests differ in
        self, who: int, key: int, estimate: Spend, name: str | None, body: str, detached: bool, again: bool
    ) -> None:
        office, owner = self.offices[who], self.keys[key]
        job = office.draft(owner, estimate, idempotency=name, fingerprint=body, detached=detached)
        expected = self.foresee(job, owner, again)
        try:
            found: Admitted | PinxitError = self.do(office.book.admit(job, owner, Retry(again=again)))
        except (RateLimited, BudgetSpent, KeyReused) as refusal:
            found = refusal
        if isinstance(expected, type):
            assert type(found) is expected
            return
        assert isinstance(found, Admitted)
        assert (found.joined, found.job.id) == (expected.id != job.id, expected.id)
        if not found.joined:
            if name is not None:
                self.names[owner.prefix, name] = job.id
            self.kept[job.id] = _Kept(found.job)
        self.handles.append(found.job)

    def foresee(self, job: Job, owner: Key, again: bool) -> Job | type[PinxitError]:
        """The job that an order becomes, or joins, or what it is refused with."""
        now = self.clock.now
        named = self.kept.get(self.names.get((job.owner, job.idempotency or ""), ""))
        if named and (named.job.state in {JobState.FAILED, JobState.CANCELLED} or now - named.job.created >= 86_400):
            named = None
        if named:
            return named.job if named.job.fingerprint == job.fingerprint else KeyReused
        for kept in reversed(self.kept.values()):
            alike = (kept.job.owner, kept.job.fingerprint) == (job.owner, job.fingerprint)
            lasting = kept.job.detached or not job.detached
            apart = job.idempotency is not None and self.name_of(kept.job) is not None
            wanted = again or kept.broken
            failed = kept.job.state in {JobState.FAILED, JobState.CANCELLED}
            if alike and lasting and wanted and not apart and not failed and now - kept.job.created <= 900:
                return kept.job
        live = [kept.job for kept in self.kept.values() if kept.job.owner == job.owner and not kept.job.state.over]
        if owner.at_once is not None and len(live) >= owner.at_once:
            return RateLimited
        for budget in owner.budgets:
            if self.weigh(owner, budget, job.day) + job.estimate.of(budget.unit) > budget.limit:
                return BudgetSpent
        return job

    def name_of(self, job: Job) -> str | None:
        return next((name for (_, name), owner in self.names.items() if owner == job.id), None)

    def weigh(self, owner: Key, budget: Budget, day: str) -> int:
        """What is spent and reserved in a budget's window."""
        window = name_window(budget.period, day)
        return sum(
            (kept.made if kept.job.state.over else kept.job.estimate).of(budget.unit)
            for kept in self.kept.values()
            if kept.job.owner == owner.prefix and name_window(budget.period, kept.job.day) == window
        )

    def move(self, job: Job, **changes: Any) -> bool:
        """Change a job in the model, if this attempt of it is under way."""
        kept = self.kept[job.id]
        if kept.job.attempt != job.attempt or kept.job.state.over:
            return False
        kept.job = replace(kept.job, **changes)
        return True

    @precondition(lambda self: self.handles)
    @rule(who=_WHO, which=st.integers(0, 999))
    def begin(self, who: int, which: int) -> None:
        job = self.handles[which % len(self.handles)]
        assert self.do(self.offices[who].book.begin(job, self.clock.now)) is self.move(job, state=JobState.RUNNING)

    @precondition(lambda self: self.handles)
    @rule(who=_WHO, which=st.integers(0, 999), tokens=st.integers(0, 5), cost=st.integers(0, 5))
    def complete(self, who: int, which: int, tokens: int, cost: int) -> None:
        job = self.handles[which % len(self.handles)]
        expected = self.move(job, state=JobState.COMPLETED)
        assert self.do(self.offices[who].complete(job, tokens, cost)) is expected
        if expected:
            self.kept[job.id].made = Spend(1, tokens, cost)

    @precondition(lambda self: self.handles)
    @rule(who=_WHO, which=st.integers(0, 999), state=st.sampled_from([JobState.FAILED, JobState.CANCELLED]))
    def fail(self, who: int, which: int, state: JobState) -> None:
        job = self.handles[which % len(self.handles)]
        assert self.do(self.offices[who].fail(job, state)) is self.move(job, state=state)

    @precondition(lambda self: self.handles)
    @rule(which=st.integers(0, 999))
    def break_connection(self, which: int) -> None:
        job = self.handles[which % len(self.handles)]
        self.do(self.offices[0].book.mark_broken(job.id, self.clock.now))
        self.kept[job.id].broken = True

    @precondition(lambda self: self.handles)
    @rule(which=st.integers(0, 999))
    def park(self, which: int) -> None:
        job = self.handles[which % len(self.handles)]
        self.do(self.offices[0].book.park([job]))
        if job.detached:
            self.move(job, state=JobState.QUEUED, server=None)

    @rule(who=_WHO)
    def adopt(self, who: int) -> None:
        """A server looks for jobs of nobody."""
        self.take_over(self.offices[who], {None})

    @rule(who=_WHO)
    def kill(self, who: int) -> None:
        """A server dies, another takes over, and a third comes."""
        dead, heir = self.offices[who], self.offices[1 - who]
        self.do(dead.servers.enroll())
        self.do(dead.die())
        self.take_over(heir, {None, dead.servers.name})
        self.offices[who] = Office(self.database, self.clock)

    def take_over(self, heir: Office, servers: set[str | None]) -> None:
        adopted = self.do(heir.book.adopt())
        expected = []
        for kept in self.kept.values():
            if kept.job.state.over or kept.job.server not in servers:
                continue
            if kept.job.detached:
                attempt = kept.job.attempt + 1
                kept.job = replace(kept.job, state=JobState.QUEUED, server=heir.servers.name, attempt=attempt)
                expected.append((kept.job.id, attempt))
            else:
                kept.job = replace(kept.job, state=JobState.FAILED)
        assert [(job.id, job.attempt) for job in adopted] == expected
        self.handles += adopted

    @rule(hours=st.integers(1, 40))
    def wait(self, hours: int) -> None:
        self.clock.now += hours * 3600
        for kept in self.kept.values():
            kept.broken = False

    @invariant()
    def everything_adds_up(self) -> None:
        assert self.do(self.offices[0].book.check()) == []
        for job_id, kept in self.kept.items():
            found = self.do(self.offices[1].book.find(job_id))
            assert (found.state, found.attempt, found.server) == (kept.job.state, kept.job.attempt, kept.job.server)

    def teardown(self) -> None:
        for kept in self.kept.values():  # the next one must not find them
            self.do(self.offices[0].fail(kept.job))
        self.loop.close()


def test_the_book_does_what_its_model_does(database: Database) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    run_state_machine_as_test(
        cast(Any, lambda: Book(database)),
        settings=settings(max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=checks),
    )
