"""Trades by name, so that "a pirate girl" and "a viking warrior" are dressed by what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pinxit.engines.illustrator.look import Look
from pinxit.engines.illustrator.rigs.person_traits import Trade

_TRADES: dict[str, Trade] = {}


def enrol(names: Iterable[str], trade: Trade) -> None:
    """Let a trade be known by these names."""
    for name in names:
        _TRADES[name] = trade


def said_trade(look: Look, usual: Trade) -> Trade:
    """The trade that an adjective names, on a person of the usual age and gender; without one, the usual."""
    for word in (word for phrase in look.adjectives for word in (phrase, *phrase.split())):
        named = _TRADES.get(word.lower())
        if named is not None and named is not usual:
            return replace(named, gender=usual.gender or named.gender, age=usual.age or named.age)
    return usual
