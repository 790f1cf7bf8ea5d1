"""A conversation whose last picture cannot be changed as wished, as one wish in words to draw it anew from.

Only what the words tell for certain is drawn anew: something that is added (`now with a hat`, `add a tree`), and a wish
of its own (`draw a castle`). For the rest, such as taking something away or another colour, a picture drawn anew would
look as if nobody had listened, so the refusal stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pinxit.core.images import MAX_PROMPT

_IT = r"(?:it|him|her|them|this|that|the (?:picture|image|drawing))"
_FEW = r"(?:an?|one|two|three|four|five|six|some|several|many)"
_LEAD = re.compile(
    r"(?:(?:now|and|then|also|please|okay|ok|but|so|just|thanks|thank you|great|nice|cool|perfect|"
    r"(?:can|could|would) you|i want|i would like|i'd like|let's|let us)\b[\s,.!]*)+",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:and|also)\b", re.IGNORECASE)
_SOME = re.compile(rf"{_FEW}\b", re.IGNORECASE)
_DRAW = r"(?:draw|paint|sketch|create|generate|imagine|render|illustrate|show|make)\s+(?:me\s+|us\s+)?"
_FRESH = re.compile(rf"(?:{_DRAW})?{_FEW}\b", re.IGNORECASE)
# What says that something belongs to what is there already.
_BOUND = re.compile(rf"\b(?:{_IT}|its|his|their|there|too|as well)\b", re.IGNORECASE)
# What no picture drawn from all the words together would show.
_BEYOND = re.compile(
    r"\b(?:no|not|don't|without|remove|delete|erase|replace|swap|instead|rather|more|less|fewer|another|different|other|"
    r"same|version|back|undo|again|a bit|a lot|a little \w+er)\b",
    re.IGNORECASE,
)
_WEARING = {"wear": "wearing", "hold": "holding", "carry": "carrying", "ride": "riding"}
# Sayings that add something -> what they come to behind the earlier words; the first that matches counts.
_ADDITIONS = tuple(
    (re.compile(pattern + "(?P<what>.+)", re.IGNORECASE), lead)
    for pattern, lead in (
        (rf"give\s+{_IT}\s+", "with "),
        (rf"(?:add|include|insert|draw|paint|put|place)\s+(?={_FEW}\b|the\s+(?:text|words?)\b|[\"“'])", ""),
        (rf"(?:put|place|set)\s+{_IT}\s+(?=(?:on|in|into|onto|under|beside|next|near|by|behind|at)\b)", ""),
        (rf"(?:make|show|have)\s+{_IT}\s+(?=\w+ing\b)", ""),
        (r"(?=(?:with|wearing|holding|carrying|riding|under|beside|next to|near|behind|in front of)\b)", ""),
        (rf"(?=(?:in|on)\s+(?:the|{_FEW})\b)", ""),
        (rf"(?={_FEW}\b)", ""),
    )
)
_VERBS = re.compile(
    rf"(?:(?:make|let|have)\s+{_IT}|(?:it|he|she|they)\s+should)\s+(?P<verb>{'|'.join(_WEARING)})\s+(?P<what>.+)",
    re.IGNORECASE,
)
# Changes that were made to the picture and that words can repeat: `make it night`, `as a watercolour`.
_CHANGE = re.compile(rf"(?:(?:make|turn)\s+{_IT}\s+(?:into\s+)?|(?=as an?\b|at night))(?P<what>.+)", re.IGNORECASE)


def find_words(said: Sequence[str]) -> str:
    """What a conversation comes to, from all that the user said, oldest first; empty where words do not tell."""
    if not said:
        return ""
    *earlier, last = (_trim(text) for text in said)
    if _begins_anew(last):
        return last
    addition = _find_addition(last)
    words: list[str] = []
    for text in filter(None, earlier):
        if not words or _begins_anew(text):
            words = [text]
        elif change := _find_addition(text) or _find_change(text):
            words.append(change)
    joined = ", ".join([*words, addition])
    return joined if words and addition and len(joined) <= MAX_PROMPT else ""


def _trim(text: str) -> str:
    """A text without what is only said out of courtesy; `and a dog` is told as `add a dog`."""
    text = " ".join(text.split()).rstrip(" .!?,;")
    lead = _LEAD.match(text)
    if lead is None:
        return text
    rest = text[lead.end() :]
    return f"add {rest}" if _MORE.search(lead[0]) and _SOME.match(rest) else rest


def _begins_anew(text: str) -> bool:
    return bool(_FRESH.match(text)) and not _BOUND.search(text) and not _BEYOND.search(text)


def _find_addition(text: str) -> str:
    if _BEYOND.search(text):
        return ""
    if verb := _VERBS.match(text):
        return f"{_WEARING[verb['verb'].lower()]} {verb['what']}"
    found = ((pattern.match(text), lead) for pattern, lead in _ADDITIONS)
    return next((lead + match["what"] for match, lead in found if match), "")


def _find_change(text: str) -> str:
    change = _CHANGE.match(text)
    return change["what"] if change and not _BEYOND.search(text) else ""
