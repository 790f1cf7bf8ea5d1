"""What the stand-in does wrong when told to: one table for prompts, Python, the command line and HTTP.

A word in square brackets is `name`, then its argument, then `key=value`, then how often: `[429 retry=2 x3]` refuses the
first three tries. Brackets with anything else in them are part of the prompt.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Word:
    """A row of the table: how it is written, which upstreams know it (empty: all), and what happens."""

    name: str
    argument: str
    effect: str
    upstreams: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return f"[{self.name} {self.argument}]" if self.argument else f"[{self.name}]"


_GEMINI, _OPENAI = ("gemini",), ("openai",)
_BOTH = (*_GEMINI, *_OPENAI)
WORDS: tuple[Word, ...] = (
    Word("429", "retry=SECONDS", "is refused as the upstream words that status; so is any number from 300 to 599"),
    Word("quota", "", "is refused with 429, for good: the account has no money or no quota left for today"),
    Word("denied", "", "is refused as if the key were not allowed to do this (403; OpenAI 401)"),
    Word("slow", "SECONDS", "waits before it answers"),
    Word("hang", "", "never answers, and keeps the connection open"),
    Word("hang body", "", "answers to the middle of the body, then says nothing more"),
    Word("drip", "SECONDS", "sends the body in small pieces, over so many seconds"),
    Word("truncate", "", "ends the JSON in its middle, in an answer that is whole as HTTP goes"),
    Word("close body", "", "promises the whole body and closes the connection in its middle"),
    Word(
        "reset request",
        "",
        "resets the connection before it has read the request's body (in a prompt: as before)",
    ),
    Word("reset before", "", "resets the connection when it has read the request"),
    Word("reset headers", "", "resets the connection in the middle of the answer's headers"),
    Word("reset body", "", "resets the connection in the middle of the body"),
    Word("hang up", "", "answers, and closes the connection without having said so"),
    Word("html", "STATUS", "answers with an HTML page, as proxies do; without a number with status 502"),
    Word("text/plain", "", "says that its JSON is text/plain"),
    Word("gzip", "", "packs the body"),
    Word("empty", "", "answers without any picture: no candidates, or an empty list"),
    Word("empty body", "", "answers 200 and nothing else"),
    Word("null", "", "answers 200 with the JSON null"),
    Word("status", "NUMBER", "gives its usual answer with another status, such as 202"),
    Word("redirect", "URL", "answers 307 with that address"),
    Word("huge", "MEGABYTES", "answers with a body of so much white space"),
    Word("garbage", "", "sends as base64 what is none"),
    Word("broken picture", "", "sends half a picture as if it were one"),
    Word("mistyped", "", "sends a picture of another format than it says"),
    Word("data-url", "", "sends the picture as a data: URL where base64 belongs"),
    Word("urlsafe", "", "sends base64 in the other alphabet, without padding"),
    Word("duplicate", "", "sends the same picture twice"),
    Word("twice", "", "sends two pictures where one was asked for"),
    Word("url", "", "gives the picture's address in place of its base64", _OPENAI),
    Word("few", "", "makes a picture fewer than asked for", _OPENAI),
    Word("extra", "", "adds fields that nobody knows", _BOTH),
    Word("no usage", "", "leaves the usage out", _BOTH),
    Word("words", "", "answers in words, without a picture", _GEMINI),
    Word(
        "late",
        "STATUS",
        "begins a stream and ends it with that error; without a stream: 200 with an error",
        _BOTH,
    ),
    Word("cut", "", "ends a stream in order before the picture", _BOTH),
    Word("ping", "", "writes comments between the events of a stream", _OPENAI),
    Word("finish", "REASON", "ends with that finishReason and without a picture", _GEMINI),
    Word("block", "REASON", "blocks the prompt for that blockReason (OpenAI: moderation_blocked)", _BOTH),
    Word("work", "SECONDS", "works so long behind an answer that comes at once; [late] fails that work", ("comfyui",)),
    Word("thoughts", "", "shows a picture it thought of before the one it means", _GEMINI),
    Word("invalid", "MESSAGE", "refuses the request with 400 and that message"),
)
"""All words, as docs/testing.md shows them."""

_PARAMETERS = {word.name: word.argument for word in WORDS}
_NEEDED = {
    "slow",
    "work",
    "drip",
    "status",
    "redirect",
    "huge",
    "finish",
}  # words that say nothing without their argument
_BRACKETS = re.compile(r"\[([^\[\]]{1,200})\]")
_TRIES = re.compile(r"^x([1-9]\d{0,5})$")


@dataclass(frozen=True, slots=True)
class Misbehaviour:
    """One thing that is done wrong. `tries`: for the first so many tries; None: for all."""

    name: str
    argument: str = ""
    retry: float | None = None
    """Seconds after which to come again, where the upstream can say that."""
    tries: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Of a text such as "429 retry=1.5 x2". Raises ValueError where the table has no such word."""
        name, argument = "", list[str]()
        retry, tries = None, None
        for piece in text.split():
            if match := _TRIES.match(piece):
                tries = int(match[1])
            elif piece.startswith("retry="):
                retry = _read_seconds(piece.removeprefix("retry="), text)
            elif not argument and f"{name} {piece}".strip().lower() in _STARTS:
                name = f"{name} {piece}".strip().lower()
            else:
                argument.append(piece)
        if not name and argument and re.fullmatch(r"[345]\d\d", argument[0]):
            name = argument.pop(0)
        made = cls(name, " ".join(argument), retry, tries)
        made._check(text)
        return made

    @classmethod
    def status(cls, status: int, *, retry: float | None = None, tries: int | None = None) -> Self:
        """A refusal with that status, as the upstream words it."""
        return cls.parse(f"{status}{'' if retry is None else f' retry={retry}'}{'' if tries is None else f' x{tries}'}")

    @property
    def refusal(self) -> int | None:
        """The status, where this is a refusal by number."""
        return int(self.name) if self.name.isdigit() else None

    @property
    def seconds(self) -> float:
        return _read_seconds(self.argument or "0", str(self))

    def __str__(self) -> str:
        retry = "" if self.retry is None else f"retry={self.retry:g}"
        tries = "" if self.tries is None else f"x{self.tries}"
        return " ".join(piece for piece in (self.name, self.argument, retry, tries) if piece)

    def _check(self, text: str) -> None:
        known = self.name in _PARAMETERS or (self.name.isdigit() and 300 <= int(self.name) <= 599)
        takes = _PARAMETERS.get(self.name, "retry=SECONDS" if known else "")
        if not known or (self.argument and (not takes or "=" in takes)) or (not self.argument and self.name in _NEEDED):
            listed = ", ".join(word.shown for word in WORDS)
            raise ValueError(f"Nothing misbehaves like {text!r}. What there is: {listed}.")
        if takes in {"SECONDS", "MEGABYTES"}:
            _read_seconds(self.argument, text)
        if takes in {"STATUS", "NUMBER"} and self.argument and not re.fullmatch(r"[2-5]\d\d", self.argument):
            raise ValueError(f"{text!r} wants a status from 200 to 599, such as [{self.name} 503].")


# "hang" and "hang body": a longer name wins over a shorter one with an argument.
_STARTS = {" ".join(name.split()[: size + 1]) for name in _PARAMETERS for size in range(len(name.split()))}


def _read_seconds(text: str, whole: str) -> float:
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?s?", text):
        raise ValueError(f"{whole!r} wants a number, such as 2 or 0.5.")
    return float(text.removesuffix("s"))


def find_words(prompt: str) -> Iterator[Misbehaviour]:
    """What a prompt tells the stand-in to do wrong, in its order."""
    for match in _BRACKETS.finditer(prompt):
        try:
            yield Misbehaviour.parse(match[1])
        except ValueError:
            continue


class Mixture:
    """For chaos runs: each call misbehaves in one of these ways with its probability, else not at all.

    The same seed gives the same sequence. Raises ValueError where the probabilities are more than 1 together.
    """

    def __init__(self, shares: Mapping[str, float], seed: int = 0) -> None:
        self._ways = [Misbehaviour.parse(text) for text in shares]
        self._shares = list(shares.values())
        if any(share < 0 for share in self._shares) or sum(self._shares) > 1 + 1e-9:
            raise ValueError("The shares of a mixture are probabilities: none below 0, at most 1 together.")
        self._dice = random.Random(seed)

    def draw(self) -> Misbehaviour | None:
        luck = self._dice.random()
        for way, share in zip(self._ways, self._shares, strict=True):
            luck -= share
            if luck < 0:
                return way
        return None


def parse_all(texts: Sequence[str]) -> list[Misbehaviour]:
    """Raises ValueError, see Misbehaviour.parse."""
    return [Misbehaviour.parse(text) for text in texts]
