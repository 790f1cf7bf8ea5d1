"""Clauses: walks over the words of a sentence, from phrase to verb to phrase, and hands on what each one finds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pinxit.scene.phrases import NounPhrase, read_phrase
from pinxit.scene.tables import load, word_set
from pinxit.scene.weaver import Pending, Weaver
from pinxit.scene.words import Token, verb_base

_SHOW = word_set("relations", "frame", "show")
_SILENT = word_set("relations", "frame", "silent")
_POSTURES = frozenset("stand sit lie hang rest lay lurk loom rise float lean sleep".split())
_BASES_SHOW = frozenset(verb_base(word) or word for word in _SHOW)


@cache
def _objects() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in load("verbs")["objects"].items():
        for word in words.split():
            found.setdefault(word, kind)
    return found


def walk(tokens: Sequence[Token], weaver: Weaver) -> None:
    """Read one sentence into the weaver."""
    weaver.begin_sentence()
    index = 0
    while index < len(tokens):
        step = _walk_one(tokens, index, weaver)
        index += max(1, step)
    weaver.end_sentence()


def _walk_one(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    token = tokens[index]
    if token.tag == "QUAL" and token.lower in _SILENT:
        return _verb(tokens, index, weaver)
    if token.tag == "MARK" and token.lower.startswith(("streaming", "coming")):
        weaver.scene.note(token.lower)
        return 1
    before = tokens[index - 1] if index else Token("", "")
    deed_follows = before.tag in {"NOUN", "PRON", "BE", "COMMA", "CONJ", "QUAL", "WH"} and bool(weaver.drafts)
    phrase, end = read_phrase(tokens, index, verbs_first=deed_follows)
    if phrase is not None:
        weaver.followed_by = tokens[end : end + 3]
        weaver.take(phrase)
        return end - index
    return _walk_word(tokens, index, weaver)


def _walk_word(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    token = tokens[index]
    if token.tag in {"VERB", "VBG", "VBN"}:
        return _verb(tokens, index, weaver)
    if token.tag == "REL":
        weaver.relate(token.value, token.lower)
    elif token.tag == "OF":
        weaver.of()
    elif token.tag == "NEG":
        weaver.deny()
    elif token.tag == "PRON":
        weaver.refer(token.lower)
        if "'s" in token.lower or "'re" in token.lower:
            weaver.copula()
    elif token.tag == "BE":
        if "'" in token.lower and len(token.lower) > 2:
            weaver.refer(token.lower.split("'")[0])
        weaver.copula()
    elif token.tag == "COMMA":
        weaver.pause()
    elif token.tag in {"CONJ", "SPLIT"}:
        weaver.join(token.tag == "SPLIT")
    elif token.tag == "AUX" and token.lower in {"has", "have", "having", "had"}:
        weaver.relate("with", token.lower)
    elif token.tag == "QUOTE":
        weaver.quote(int(token.value))
    return 1


def _verb(tokens: Sequence[Token], index: int, weaver: Weaver) -> int:
    """Read a verb and what it asks for; gives how many tokens it took."""
    token = tokens[index]
    base = token.value if token.tag in {"VERB", "VBG", "VBN"} else verb_base(token.lower) or token.lower
    after = next((t for t in tokens[index + 1 : index + 3] if t.tag != "QUAL"), Token("", ""))
    if token.lower in _SHOW or (base in _BASES_SHOW and weaver.topic is not None):
        weaver.show()
        return 1
    if weaver.is_silent_verb(base, token.lower in _SILENT or base in _SILENT, token.tag):
        weaver.silence()
        return 1
    if after.tag == "QUOTE":
        weaver.pending = None
        return 1
    if token.lower in {"written", "inscribed", "printed", "lettered", "spelled", "engraved"}:
        weaver.silence()
        return 1
    if weaver.fronted is not None and weaver.fronted.holders and base in _POSTURES:
        return 1
    holders = weaver.doers(base)
    particle = f"{base} {after.lower}"
    kind = load("verbs")["particles"].get(particle)
    if kind:
        weaver.act(base, holders)
        weaver.pending = Pending(kind, holders, base, True)
        return 1 + _distance(tokens, index, after)
    weaver.act(base, holders)
    if after.tag in {"DET", "POSS", "NUM", "NOUN", "ADJ", "COLOUR", "MARK", "VBN"} and token.tag != "VBN":
        weaver.pending = Pending(_objects().get(base, "?"), holders, base, True)
    elif after.tag == "REL":
        weaver.pending = None
        weaver.group = holders or weaver.group
        weaver.last = holders or weaver.last
    return 1


def _distance(tokens: Sequence[Token], index: int, after: Token) -> int:
    for step, token in enumerate(tokens[index + 1 : index + 4], start=1):
        if token is after:
            return step
    return 0


__all__ = ["NounPhrase", "walk"]
