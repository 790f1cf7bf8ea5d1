"""The order of mixed directions: the Unicode bidirectional rules for one line, without explicit embeddings.

Levels follow Unicode Standard Annex 9: even levels run to the right, odd ones to the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»", "“": "”", "‘": "’"}
_STRONG = {"L", "R", "AL"}
_NEUTRAL = {"B", "S", "WS", "ON", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def base_level(text: str) -> int:
    """The level of a paragraph: that of its first strong letter; 0 without one."""
    for ch in text:
        kind = unicodedata.bidirectional(ch)
        if kind in _STRONG:
            return 0 if kind == "L" else 1
    return 0


def levels(text: str, base: int | None = None) -> list[int]:
    """The level of every character of a line. `base` is the paragraph's (None: that of the line itself)."""
    start = base_level(text) if base is None else base
    if start == 0 and text.isascii():
        return [0] * len(text)
    kinds = [unicodedata.bidirectional(ch) or "L" for ch in text]
    edge = "R" if start else "L"
    _settle_marks(kinds, edge)
    _settle_numbers(kinds, edge)
    _settle_brackets(text, kinds, edge)
    _settle_neutrals(kinds, edge)
    return [_raised(start, kind) for kind in kinds]


def visual(runs: Sequence[int]) -> list[int]:
    """The places of runs of these levels from left to right: what is odd is turned, the deepest first."""
    order = list(range(len(runs)))
    if not runs:
        return order
    lowest = min((level for level in runs if level % 2), default=max(runs) + 1)
    for level in range(max(runs), lowest - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and runs[order[end]] >= level:
                end += 1
            if end > at:
                order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    return order


def _raised(base: int, kind: str) -> int:
    if base % 2 == 0:
        return base + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
    return base + (1 if kind in {"L", "EN", "AN"} else 0)


def _settle_marks(kinds: list[str], edge: str) -> None:
    """W1 to W3: marks go with their letter, digits after Arabic letters are Arabic digits."""
    before, strong = edge, edge
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[i] = before
        elif kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[i] = "AN"
        before = kinds[i]
    for i, kind in enumerate(kinds):
        if kind == "AL":
            kinds[i] = "R"


def _settle_numbers(kinds: list[str], edge: str) -> None:
    """W4 to W7: what stands inside or at a number belongs to it; Latin digits after Latin letters are Latin."""
    for i in range(1, len(kinds) - 1):
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and ((kinds[i] in {"ES", "CS"} and before == "EN") or (kinds[i] == "CS" and before == "AN")):
            kinds[i] = before
    for i in range(len(kinds)):
        if kinds[i] == "ET":
            end = next((k for k in range(i, len(kinds)) if kinds[k] != "ET"), len(kinds))
            number = (i > 0 and kinds[i - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
            kinds[i:end] = ["EN" if number else "ON"] * (end - i)
    strong = edge
    for i, kind in enumerate(kinds):
        if kind in {"ES", "CS"}:
            kinds[i] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _settle_brackets(text: str, kinds: list[str], edge: str) -> None:
    """N0: a pair of brackets goes one way, that of the text around if its inside has any of it."""
    opened: list[int] = []
    pairs = []
    for i, ch in enumerate(text):
        if kinds[i] == "ON" and ch in PAIRS:
            opened.append(i)
        elif kinds[i] == "ON" and any(text[k] in PAIRS and PAIRS[text[k]] == ch for k in opened):
            at = next(k for k in reversed(opened) if PAIRS[text[k]] == ch)
            opened = opened[: opened.index(at)]
            pairs.append((at, i))
    for left, right in sorted(pairs):
        inside = {_way(kind) for kind in kinds[left + 1 : right]}
        if edge in inside:
            kinds[left] = kinds[right] = edge
        elif inside & {"L", "R"}:
            other = "L" if edge == "R" else "R"
            before = next((w for kind in reversed(kinds[:left]) if (w := _way(kind))), edge)
            kinds[left] = kinds[right] = other if before == other else edge


def _way(kind: str) -> str:
    """The direction that counts for what is neutral."""
    return "L" if kind == "L" else "R" if kind in {"R", "EN", "AN"} else ""


def _settle_neutrals(kinds: list[str], edge: str) -> None:
    """N1 and N2: what stands between two of one direction goes with them, else with the paragraph."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = next((k for k in range(at, len(kinds)) if kinds[k] not in _NEUTRAL), len(kinds))
        before = _way(kinds[at - 1]) if at else edge
        after = _way(kinds[end]) if end < len(kinds) else edge
        kinds[at:end] = [before if before == after else edge] * (end - at)
        at = end
