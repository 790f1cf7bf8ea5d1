"""What a server says in its log about the calls that came."""

from __future__ import annotations

import re
import time

from pinxit.testing import RunningServer

_CALL = re.compile(rb" pinxit\.access (?:GET|POST|DELETE) /(?:v1|v1beta|openai|api)/\S+ (\d{3}) ")
_PATIENCE = 20.0


class Calls:
    """What a server has answered: statuses in the order of its log. A call is logged once it is over."""

    def __init__(self, server: RunningServer) -> None:
        self._log = server.log
        self.before = len(self.list_statuses())

    def list_statuses(self) -> list[int]:
        return [int(status) for status in _CALL.findall(self._log.read_bytes())]

    def list_new(self, least: int) -> list[int]:
        """The statuses since this object was made, once they are `least` at least or 20 seconds have passed."""
        deadline = time.monotonic() + _PATIENCE
        while len(new := self.list_statuses()[self.before :]) < least and time.monotonic() < deadline:
            time.sleep(0.02)
        return new

    def saw(self, status: int, times: int = 1) -> bool:
        """Have so many calls since this object was made ended with this status, within 20 seconds from now?"""
        deadline = time.monotonic() + _PATIENCE
        while (few := self.list_statuses()[self.before :].count(status) < times) and time.monotonic() < deadline:
            time.sleep(0.02)
        return not few
