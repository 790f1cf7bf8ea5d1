"""How a process treats memory that it has freed."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # M_* of glibc's malloc.h
_LARGEST = 32 * 2**20
"""Bytes of a block that comes from the heap; glibc takes no more for it."""
_HELD = 64 * 2**20
"""Bytes at the end of the heap that stay when they are freed."""


def hold_freed_memory() -> bool:
    """Keep freed blocks for the next ones, instead of giving them back to the system at once. Returns whether it does.

    A picture is copied some ten times on its way, and by itself glibc maps each copy anew: the system zeroes its pages
    one by one, at the first touch, which takes ten times as long as the copy. Nothing happens where the C library
    has no mallopt (mallopt(3), which is glibc's).
    """
    with suppress(AttributeError, OSError, TypeError):  # no such function, or no library to look for it in
        mallopt = ctypes.CDLL(None).mallopt
        # Saying the one ends glibc's own guessing at both.
        return bool(mallopt(_MMAP_THRESHOLD, _LARGEST) and mallopt(_TRIM_THRESHOLD, _HELD))
    return False
