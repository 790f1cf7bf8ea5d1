"""Which of many turns counts: the last words of the user, and the pictures that they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PROMPT
from pinxit.core.sources import Reference
from pinxit.dialects.links import split_links
from pinxit.dialects.redrawing import find_words

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


@dataclass(frozen=True, slots=True)
class Settled:
    """The prompt and the pictures to work from; `anew` is the prompt to draw from words alone, where there is one."""

    prompt: str
    pictures: tuple[Reference, ...]
    anew: str = ""


def settle(turns: Sequence[Turn], system: str = "", param: str = "contents") -> Settled:
    """What a conversation asks for.

    The last turns of the user are the instruction. Where they bring no picture, they are about the pictures of the
    nearest turn before them that has some, which is how an answer is edited further; what the user said since then
    belongs to the instruction. Where no turn has one, all that the user said does. Where the user never sent a picture,
    the whole conversation may be drawn anew. Raises InvalidRequest where the user said nothing.
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
    lead = _choose_sentences(system)
    return Settled(_join(lead, texts), tuple(pictures), _join_anew(lead, turns[: last + 1]) if pictures else "")


def _join(lead: str, texts: list[str]) -> str:
    """One prompt; the oldest texts of a long conversation are forgotten rather than the request refused."""
    first = len(texts) - 1
    length = len(lead) + sum(map(len, texts[first:])) + 1
    while first > 0 and length + len(texts[first - 1]) < MAX_PROMPT:
        first -= 1
        length += len(texts[first]) + 1
    kept = texts[max(first, 0) :]
    return "\n".join([lead, *kept] if lead else kept)


def _join_anew(lead: str, turns: Sequence[Turn]) -> str:
    """The prompt to draw a conversation anew; empty where it began with a picture, or words do not tell."""
    said = [turn for turn in turns if turn.user]
    if any(turn.pictures for turn in said):
        return ""
    words = find_words([" ".join(turn.texts) for turn in said])
    whole = f"{lead}\n{words}" if lead and words else words
    return whole if len(whole) <= MAX_PROMPT else ""


def _choose_sentences(system: str) -> str:
    """The sentences of a system instruction that are about the picture."""
    sentences = [sentence.strip() for sentence in _SENTENCES.split(system)]
    return " ".join(sentence for sentence in sentences if sentence and not _MANNERS.match(sentence))


def _refuse(message: str, param: str) -> InvalidRequest:
    return InvalidRequest(message, param=param, code="missing_required_parameter")
