"""The stand-in without a socket: a request in, an answer out, and everything written down."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.calls import Call, CallLog
from pinxit.testing.upstream.control import PATH, answer_control
from pinxit.testing.upstream.gemini import Gemini
from pinxit.testing.upstream.misbehaviour import Misbehaviour
from pinxit.testing.upstream.openai import OpenAI
from pinxit.testing.upstream.peers import Automatic1111, ComfyUI
from pinxit.testing.upstream.replies import Reply, Ways, misdeliver, write_json
from pinxit.testing.upstream.rules import Rules
from pinxit.testing.upstream.script import Script

_LOG = logging.getLogger("pinxit.testing.upstream")


class Dialect(Protocol):
    """One kind of upstream: what it answers, and how it refuses."""

    name: str

    def __init__(self, rules: Rules) -> None: ...
    def find(self, asked: Asked) -> Callable[[Asked, Ways], Reply] | None: ...
    def draws(self, path: str) -> bool: ...
    def read_prompt(self, asked: Asked) -> str: ...
    def refuse(self, way: Misbehaviour) -> Reply: ...


_DIALECTS: tuple[type[Dialect], ...] = (Gemini, OpenAI, Automatic1111, ComfyUI)


class Reception:
    """`plan` is asked when a request's head is there, `answer` when all of it is."""

    def __init__(self, rules: Rules, keep: int = 1000) -> None:
        self.rules = rules
        self.script = Script()
        self.log = CallLog(keep)
        self._dialects = [dialect(rules) for dialect in _DIALECTS]
        self._numbers = itertools.count(1)

    def plan(self, path: str) -> tuple[Misbehaviour, ...]:
        """What the script has for a request to that path."""
        drawing = any(dialect.draws(path) for dialect in self._dialects)
        return self.script.draw() if drawing else ()

    def open(self, asked: Asked, planned: Sequence[Misbehaviour]) -> Call:
        """A call that is written down before anything is answered."""
        call = Call(next(self._numbers), "", asked.method, asked.path, asked.open_headers())
        call.account = self.rules.find_account(asked.find_key())
        call.ways = tuple(str(way) for way in planned)
        call.bytes = len(asked.body)
        return call

    def answer(self, asked: Asked, planned: Sequence[Misbehaviour] = ()) -> tuple[Call | None, Reply]:
        """The answer, and its line in the log; None: it was for the stand-in itself."""
        if asked.path == PATH:
            return None, answer_control(asked, self.script, self.log)
        call = self.open(asked, planned)
        call.body = asked.read_body()
        try:
            reply = self._answer(asked, planned, call)
        except Exception:
            _LOG.exception("the stand-in itself broke")
            reply = write_json({"error": {"message": "The stand-in itself broke: its log says why."}}, status=500)
        call.pictures = reply.pictures
        self.log.add(call)
        self.log.drawn += reply.pictures if reply.drawn is None else reply.drawn
        return call, reply

    def _answer(self, asked: Asked, planned: Sequence[Misbehaviour], call: Call) -> Reply:
        for dialect in self._dialects:
            if handle := dialect.find(asked):
                break
        else:
            return write_json({"error": {"message": f"Nobody stands in for {asked.method} {asked.path}."}}, status=404)
        call.upstream = dialect.name
        chosen: Sequence[Misbehaviour] = ()
        if dialect.draws(asked.path):
            call.prompt = _read_prompt(dialect, asked)
            chosen = self.script.choose(planned, call.prompt)
            call.ways = tuple(str(way) for way in chosen)
        ways = Ways(chosen)
        return misdeliver(handle(asked, ways), ways)


def _read_prompt(dialect: Dialect, asked: Asked) -> str:
    try:
        return dialect.read_prompt(asked)
    except (ValueError, TypeError, AttributeError, KeyError):
        return ""  # the dialect says what is wrong with it
