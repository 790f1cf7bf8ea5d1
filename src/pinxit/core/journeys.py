"""The way of one request through the places that may serve it: who is tried next, and what an error means for that."""

from __future__ import annotations

import asyncio
import logging
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pinxit.core.breaker import Breaker
from pinxit.core.errors import (
    Blocked,
    BudgetSpent,
    EngineFailed,
    Overloaded,
    PinxitError,
    Unsupported,
    UpstreamAway,
    UpstreamBusy,
    UpstreamCapped,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.gravity import FINAL, HARMLESS, grade
from pinxit.core.images import ImageRequest, Served
from pinxit.core.legs import Leg
from pinxit.core.places import Dice, Group, Place

_LOG = logging.getLogger("pinxit.routing")
_REPEATS = 2
"""How often a model is asked again where nobody is left who was not asked."""
_LONGEST_REST = 7.5  # seconds: who wants to be left alone for longer is not waited for
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 8.0  # seconds, of which a share left to chance is waited
_RESERVE = 0.1
"""Share of the patience that is kept for the last one in the chain: a service that hangs must not eat up all of it."""
_WORD = re.compile(r"[a-z0-9_]{1,40}")

_REASONS: dict[type[Exception], str] = {
    UpstreamAway: "circuit open",
    UpstreamBusy: "upstream_busy",
    UpstreamCapped: "spend cap",
    UpstreamDenied: "upstream_denied",
    UpstreamTimeout: "upstream_timeout",
    UpstreamFailed: "upstream_failed",
    Overloaded: "engine_busy",
    Exception: "engine_failed",
}


class Meaning(Enum):
    """What an error means for the others who could serve the request."""

    FINAL = "nobody else is asked"
    ELSEWHERE = "others may be asked, but not this one again"
    AGAIN = "this one may be asked again"


@dataclass(frozen=True, slots=True)
class Failure:
    """A place that did not serve, and why. `asked`: it has the model that was asked for."""

    place: Place
    error: Exception
    asked: bool


def find_reason(error: Exception) -> str:
    """Why another is asked, in a word or two that may stand in a header."""
    code = error.code if isinstance(error, PinxitError) else None
    if code and _WORD.fullmatch(code):
        return code
    return next(_REASONS[kind] for kind in type(error).__mro__ if kind in _REASONS)


def weigh(error: Exception, *, asked: bool) -> Meaning:
    """What an error means. `asked`: of the model that was asked for, not of one that stands in."""
    if isinstance(error, Unsupported) and not asked:
        return Meaning.ELSEWHERE  # as if its card had said so
    if grade(error) == HARMLESS and not isinstance(error, BudgetSpent):
        return Meaning.AGAIN
    return Meaning.FINAL if grade(error) == FINAL else Meaning.ELSEWHERE


def judge(error: Exception) -> bool | None:
    """Does an error speak for or against the place? None: neither."""
    if isinstance(error, Blocked):
        return True  # somebody there has looked at it
    if isinstance(error, EngineFailed) or not isinstance(error, PinxitError):
        return False
    return None


class Journey:
    """One request. `choose` opens a leg, `note` hears why it failed, until none is left; `tell` says why."""

    def __init__(self, groups: Sequence[Group], request: ImageRequest, patience: float, dice: Dice) -> None:
        """`groups` in their order; a strict request goes to the first one only.

        Raises Unsupported where no place of that has what the request needs.
        """
        self._request = request
        self._groups = [
            (group, fitting)
            for number, group in enumerate(groups[:1] if request.strict else groups)
            if (fitting := dict(group.fit(request, lenient=number > 0))) or not number
        ]
        self._dice = dice
        self._begun = dice.clock()
        self._patience = patience
        self._number = 0
        self._failures: list[Failure] = []
        if not self._groups[0][1]:
            groups[0].places[0].entry.check(request)
        self._open_stay()

    @property
    def now(self) -> float:
        return self._dice.clock()

    @property
    def left(self) -> float:
        """Seconds for the model whose turn it is; negative where its time is over."""
        last = self._number >= len(self._groups) - 1
        return self._begun + self._patience * (1.0 if last else 1.0 - _RESERVE) - self._dice.clock()

    async def choose(self) -> Leg | None:
        """The next leg, after a wait where that is worth it; None where nobody is left."""
        while self._number < len(self._groups):
            if leg := await self._enter():
                return leg
            if not await self._wait():
                self._give_up()
                self._number += 1
                self._open_stay()
        return None

    async def hedge(self) -> Leg | None:
        """A leg at another place of the same model, if there is one that was not tried."""
        return await self._enter("hedge")

    def note(self, leg: Leg, error: Exception) -> None:
        """A leg has failed before it made anything. Raises the error where nobody else may be asked."""
        leg.leave(well=judge(error))
        asked = self._number == 0
        self._pause(leg, error)
        if isinstance(error, PinxitError):
            _LOG.info("%s (%s) made nothing: %s", leg.place.engine, leg.place.model, error.message)
        else:
            _LOG.error("%s broke", leg.place.engine, exc_info=error)
        meaning = weigh(error, asked=asked)
        if meaning is Meaning.FINAL:
            raise error
        self._failures.append(Failure(leg.place, error, asked))
        if meaning is Meaning.AGAIN:
            self._retry[leg.place] = self._dice.clock() + self._find_wait(error)

    def tell(self) -> Exception:
        """Why the request was not served: that of the model that was asked for, or when to come back.

        To come back is said only where nobody has done any work: whoever obeys may then ask all of them again.
        """
        errors = [failure.error for failure in self._failures]
        busy = [error for error in errors if isinstance(error, Overloaded)]
        if busy and all(grade(error) == HARMLESS for error in errors):
            best: Exception = min(busy, key=lambda error: error.retry_after)
        elif errors:
            best = errors[0]
        else:
            return EngineFailed("Nobody could be asked for the picture.")
        others = dict.fromkeys(failure.place.model for failure in self._failures if not failure.asked)
        if not others or not isinstance(best, PinxitError):
            return best
        return _extend(best, f" What stands in for it failed, too: {', '.join(others)}.")

    def _open_stay(self) -> None:
        """Come to the next model."""
        self._wanted = self._groups[self._number][1] if self._number < len(self._groups) else {}
        self._untried = dict.fromkeys(self._wanted)
        self._retry: dict[Place, float] = {}
        self._repeats = 0

    async def _enter(self, instead: str | None = None) -> Leg | None:
        """A leg at a place that can take one now. What is capped is noted and left out."""
        group, _ = self._groups[self._number]
        while self.left > 0:
            able = [place for place in self._untried if self._find_breaker(place).wait <= 0]
            if not able:
                return None
            place = group.choose(able)
            request = self._wanted[place]
            cost = place.foretell(request)
            if place.purse is not None:
                try:
                    await place.purse.book(cost)
                except UpstreamCapped as error:
                    del self._untried[place]
                    self._failures.append(Failure(place, error, self._number == 0))
                    continue
            breaker = self._find_breaker(place)
            ticket = breaker.enter()
            if ticket is None:  # somebody else was faster while the purse was asked
                if place.purse is not None:
                    place.purse.settle(cost, made=False)
                continue
            del self._untried[place]
            served = Served(place.engine, place.model, self._explain(place) if instead is None else instead)
            return Leg(place, request, breaker, ticket, cost, self._dice.clock(), served)
        return None

    async def _wait(self) -> bool:
        """Wait until a place may be asked again. False where that is not worth it."""
        now = self._dice.clock()
        soon = dict(self._retry)
        for place in self._untried:  # nobody waits for one that fails
            if not self._find_breaker(place).open:
                soon[place] = now
        due = {place: max(when - now, self._find_breaker(place).wait) for place, when in soon.items()}
        due = {place: wait for place, wait in due.items() if not self._find_breaker(place).open}
        if not due or self._repeats >= _REPEATS:
            return False
        place = min(due, key=due.__getitem__)
        if due[place] > _LONGEST_REST or due[place] >= self.left:
            return False
        self._repeats += 1
        await asyncio.sleep(due[place])
        self._retry.pop(place, None)
        self._untried[place] = None
        return True

    def _give_up(self) -> None:
        """Note why those were not asked that are left of a model."""
        for place in self._untried:
            breaker = self._find_breaker(place)
            wait = max(1.0, float(math.ceil(breaker.wait)))
            error: Exception
            if breaker.open:
                error = UpstreamAway(
                    f"{place.engine} failed again and again and is left alone for now; try again in {wait:.0f} s.",
                    retry_after=wait,
                )
            elif breaker.wait > 0:
                error = UpstreamBusy(
                    f"{place.engine} takes no more requests for now; try again in {wait:.0f} s.", retry_after=wait
                )
            else:
                error = UpstreamTimeout(
                    f"The time for this request was over before {place.engine} could be asked.", undone=True
                )
            self._failures.append(Failure(place, error, self._number == 0))

    def _explain(self, place: Place) -> str:
        """Why this place serves instead of another: the first thing that went wrong with the model asked for."""
        first = next((failure for failure in self._failures if failure.asked), None)
        if first is None:
            return ""
        if self._number:
            return f"fallback: {find_reason(first.error)}"
        return "" if first.place is place else f"retry: {find_reason(first.error)}"

    def _pause(self, leg: Leg, error: Exception) -> None:
        if isinstance(error, UpstreamBusy):
            leg.breaker.pause(error.retry_after)

    def _find_wait(self, error: Exception) -> float:
        """Seconds after which the same place may be asked again."""
        chance = self._dice.chance()
        if isinstance(error, Overloaded):
            # Not all who were sent away come back in the same moment.
            return error.retry_after * (1.0 + 0.5 * chance)
        return min(_LONGEST_WAIT, _FIRST_WAIT * 2.0**self._repeats) * chance

    def _find_breaker(self, place: Place) -> Breaker:
        return place.find_breaker(self._request.payer)


def _extend(error: PinxitError, words: str) -> PinxitError:
    """The same error with more words. Errors are made with different arguments, so it is copied field by field."""
    told = type(error).__new__(type(error))
    told.__dict__.update(error.__dict__)
    told.message = error.message + words
    told.args = (told.message,)
    told.__cause__ = error
    return told
