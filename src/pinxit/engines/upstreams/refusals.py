"""What a service's refusal means for us: one table from its HTTP status to our errors, for every kind of upstream.

| status | error | because |
|---|---|---|
| 400, 415, 422 | InvalidRequest | the caller can mend it; moderation is read as Blocked before |
| 401, 403 | UpstreamDenied `upstream_denied` | our key; the operator is told |
| 402, 429 for money | UpstreamDenied `upstream_quota` | our account is empty; the operator is told |
| 404 | UpstreamFailed `upstream_model_missing` | the settings name what is not there |
| 408, 504, 524 | UpstreamTimeout | it may have worked all the same |
| 413 | RequestTooLarge | the caller's pictures |
| 429 | UpstreamBusy | with the wait that it asks for |
| 503, 529 | UpstreamFailed, undone | it did not begin |
| 3xx | UpstreamFailed `upstream_moved` | the settings name another address |
| others | UpstreamFailed | who knows |
"""

from __future__ import annotations

import logging
import math
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from pinxit.core.errors import (
    InvalidRequest,
    PinxitError,
    RequestTooLarge,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.upstreams import Upstream

_LOG = logging.getLogger("pinxit.upstreams")
_WORD = re.compile(r"[\w.:\[\]-]{1,64}")
_MESSAGE = 500  # characters of a service's own words that are passed on
_ALARM = 60.0  # seconds between two lines of the same alarm
_WAIT = 2.0  # seconds, where a busy service does not say
_LONGEST = 86_400.0
_DEAF = {408, 504, 524}
_AWAY = {503, 529}
_WRONG = {400, 415, 422}


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that is no success, read: in the service's own words, which may be empty.

    `spent` says that the account has no money left, `wait` after how many seconds to come back.
    """

    status: int
    message: str = ""
    code: str = ""
    param: str | None = None
    spent: bool = False
    wait: float | None = None


class Refuser:
    """Turns refusals of one upstream into errors, and tells the operator what only they can mend, once a minute.

    The upstream's keys are taken out of whatever it says: some services repeat the key that they refuse.
    """

    def __init__(self, upstream: Upstream, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = upstream.name
        self._mask = upstream.mask
        self._clock = clock
        self._alarmed: dict[str, float] = {}

    def tell(self, refused: Refused) -> PinxitError:
        """The error of a refusal, to be raised. Its message names the upstream and repeats what that said."""
        status, name = refused.status, self._name
        refused = replace(refused, code=self._pick(refused.code), param=self._pick(refused.param or "") or None)
        said, code = self.conceal(refused.message), self.conceal(refused.code) or None
        param = self.conceal(refused.param or "")[:100] or None
        why = f": {said}" if said else f" with HTTP {status}."
        if status in {401, 403}:
            self._alarm("upstream_denied", f"refuses our key (HTTP {status}{self._code(refused)})")
            message = f"{name} does not let this server in; its operator has been told."
            return UpstreamDenied(message, code="upstream_denied")
        if status == 402 or (status == 429 and refused.spent):
            self._alarm("upstream_quota", f"says that our account is spent (HTTP {status}{self._code(refused)})")
            return UpstreamDenied(
                f"This server's account at {name} is spent; its operator has been told.", code="upstream_quota"
            )
        if status == 429:
            return UpstreamBusy(f"{name} takes no more requests for now.", retry_after=refused.wait or _WAIT)
        if status in _WRONG:
            return InvalidRequest(f"{name} refused the request{why}", param=param, code=code)
        if status == 413:
            return RequestTooLarge(f"The request is too large for {name}{why}", param=param)
        if status in _DEAF:
            return UpstreamTimeout(f"{name} did not answer in time (HTTP {status}).")
        if status == 404:
            self._alarm(
                "upstream_model_missing", f"does not know what it was asked for (HTTP 404{self._code(refused)})"
            )
            return UpstreamFailed(f"{name} does not have that model{why}", code="upstream_model_missing")
        if 300 <= status < 400:
            self._alarm(
                "upstream_moved", f"answers with a redirect (HTTP {status}); put the new address into its `url`"
            )
            return UpstreamFailed(f"{name} has moved; its operator has been told.", code="upstream_moved")
        return UpstreamFailed(f"{name} failed{why}", undone=status in _AWAY, code="upstream_failed")

    def conceal(self, text: str) -> str:
        """What a service said, on one line, shortened, without our keys."""
        text = " ".join(self._mask(text).split())
        return text if len(text) <= _MESSAGE else f"{text[:_MESSAGE]}..."

    def _pick(self, word: str) -> str:
        """A code or the name of a field as a service gives it; empty where it is no such thing, or has a key in it."""
        return word if _WORD.fullmatch(word) and self._mask(word) == word else ""

    def _code(self, refused: Refused) -> str:
        return f", {refused.code}" if refused.code else ""

    def _alarm(self, kind: str, what: str) -> None:
        now = self._clock()
        if now - self._alarmed.get(kind, -math.inf) >= _ALARM:
            self._alarmed[kind] = now
            _LOG.error("upstream %s %s", self._name, what)


def read_wait(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Seconds that `retry-after-ms` or `retry-after` ask to wait, at most a day; None where they say nothing.

    `headers` have names in lower case; `now` is in Unix seconds. `retry-after` is a number of seconds or a date.
    """
    for name, share in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        said = headers.get(name, "").strip()
        try:
            seconds = float(said) / share
        except ValueError:
            seconds = _read_date(said, time.time() if now is None else now)
        if math.isfinite(seconds) and seconds > 0:
            return min(seconds, _LONGEST)
    return None


def _read_date(said: str, now: float) -> float:
    try:
        return parsedate_to_datetime(said).timestamp() - now
    except (ValueError, TypeError, OverflowError):
        return math.nan
