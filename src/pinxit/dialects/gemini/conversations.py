"""Which of many turns counts: the last words of the user, and the pictures that they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PROMPT
from pinxit.core.sources import Reference
from pinxit.dialects.links import split_links

# Sentences of a system instruction that tell the model who it is and how to talk: nothing of them can be drawn.
_MANNERS = re.compile(
    r"(you are|you're|you will|your (task|job|role|goal|name)|act as|answer|respond|reply|be)\b", re.IGNORECASE
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said: texts and pictures in their order."""

    user: bool
    pieces: tuple[str | Reference, ...]

    @property
    def pictures(self) -> tuple[Reference, ...]:
        return tuple(piece for piece in self.pieces if not isinstance(piece, str))

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, str))


def read_text(text: str) -> tuple[str | Reference, ...]:
    """What the user wrote: the pictures that it begins with as links, and the rest."""
    references, rest = split_links(text)
    return (*references, rest) if rest.strip() else references


def settle(turns: Sequence[Turn], system: str = "", param: str = "contents") -> tuple[str, tuple[Reference, ...]]:
    """The prompt and the pictures to work from.

    The last turns of the user are the instruction. Where they bring no picture, they are about the pictures of the
    nearest turn before them that has some, which is how an answer is edited further; what the user said since then
    belongs to the instruction. Where no turn has one, all that the user said does. Raises InvalidRequest where the
    user said nothing.
    """
    last = next((number for number in reversed(range(len(turns))) if turns[number].user), None)
    if last is None:
        raise _refuse(f"`{param}` has no turn of the user; send one with a text or a picture.", param)
    first = last
    while first and turns[first - 1].user:
        first -= 1
    pictures = [picture for turn in turns[first : last + 1] for picture in turn.pictures]
    if not pictures:
        first = next((number for number in reversed(range(first)) if turns[number].pictures), 0)
        pictures = list(turns[first].pictures)
    texts = [text.strip() for turn in turns[first : last + 1] if turn.user for text in turn.texts if text.strip()]
    if not texts and not pictures:
        raise _refuse(f"`{param}` has neither a text nor a picture in the user's last turn.", param)
    return _join(_choose_sentences(system), texts), tuple(pictures)


def _join(lead: str, texts: list[str]) -> str:
    """One prompt; the oldest texts of a long conversation are forgotten rather than the request refused."""
    while len(texts) > 1 and sum(map(len, texts)) + len(texts) + len(lead) > MAX_PROMPT:
        del texts[0]
    return "\n".join([lead, *texts] if lead else texts)


def _choose_sentences(system: str) -> str:
    """The sentences of a system instruction that are about the picture."""
    sentences = [sentence.strip() for sentence in _SENTENCES.split(system)]
    return " ".join(sentence for sentence in sentences if sentence and not _MANNERS.match(sentence))


def _refuse(message: str, param: str) -> InvalidRequest:
    return InvalidRequest(message, param=param, code="missing_required_parameter")
