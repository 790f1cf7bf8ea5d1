"""How a process treats memory that it has freed: all of it is glibc's, under other C libraries nothing happens."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _MMAP_MAX = -1, -3, -4  # M_* of malloc.h
_LARGEST = 32 * 2**20
"""Bytes of a block that comes from the heap; glibc takes no more for it."""
_HELD = 64 * 2**20
"""Bytes at the end of the heap that stay when they are freed."""
_ALL = 2**31 - 1


def hold_freed_memory(*, all_of_it: bool = False) -> bool:
    """Keep freed blocks for the next ones, instead of giving them back to the system at once. Returns whether it does.

    By itself glibc maps large blocks anew each time, and the system zeroes their pages one by one, at the first touch:
    that takes ten times as long as to copy a picture. Blocks of up to 32 MiB are kept, and at most 64 MiB that lie free
    at the end of the heap; `all_of_it` keeps whatever was freed, however large, until it is given back (mallopt(3)).
    """
    if all_of_it:
        return _set(_MMAP_MAX, 0) and _set(_TRIM_THRESHOLD, _ALL)
    # Saying the one ends glibc's own guessing at both.
    return _set(_MMAP_THRESHOLD, _LARGEST) and _set(_TRIM_THRESHOLD, _HELD)


def give_freed_memory_back() -> None:
    """Give whole pages that hold nothing back to the system, wherever they lie (malloc_trim(3))."""
    if trim := _find("malloc_trim"):
        trim(0)


def _set(option: int, value: int) -> bool:
    mallopt = _find("mallopt")
    return mallopt is not None and bool(mallopt(option, value))


def _find(name: str) -> Callable[..., Any] | None:
    with suppress(AttributeError, OSError, TypeError):  # no such function, or no library to look for it in
        found: Callable[..., Any] = getattr(ctypes.CDLL(None), name)
        return found
    return None
