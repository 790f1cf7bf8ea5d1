"""Freed memory is kept for the next picture."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys

import pytest

from pinxit.heap import give_freed_memory_back, hold_freed_memory

_HAS_GLIBC = platform.libc_ver()[0] == "glibc"
# Copies of some megabytes, eight of them alive, as on a request's way; prints the pages that each copy touched anew.
_COPY = """
import resource, sys
from pinxit.heap import give_freed_memory_back, hold_freed_memory

def read_resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()

if sys.argv[1] != "given back":
    assert hold_freed_memory(all_of_it=sys.argv[1] == "all held")
data = bytearray(int(sys.argv[2]) * 2**20)
rounds = []
for _ in range(20):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    copies = [bytes(data) for _ in range(8)]
    copies.clear()
    rounds.append((resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before) / 8)
before = read_resident()
give_freed_memory_back()
print(sorted(rounds)[10], (before - read_resident()) / len(data))
"""


def _measure(manner: str, megabytes: int) -> tuple[float, float]:
    """Pages touched anew for each copy, and how many copies' worth of memory came back when it was asked for."""
    command = [sys.executable, "-c", _COPY, manner, str(megabytes)]
    touched, returned = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(touched), float(returned)


@pytest.mark.skipif(not _HAS_GLIBC, reason="glibc alone has mallopt")
def test_copies_of_a_picture_use_the_memory_that_earlier_ones_freed() -> None:
    assert _measure("given back", 2)[0] > 100
    assert _measure("held", 2)[0] < 5


@pytest.mark.skipif(not _HAS_GLIBC, reason="glibc alone has mallopt")
def test_a_models_layers_use_the_memory_of_earlier_ones_however_large_until_it_is_given_back() -> None:
    assert _measure("held", 40)[0] > 5000  # more than glibc takes from the heap by itself
    touched, returned = _measure("all held", 40)
    assert touched < 50
    assert returned > 6


def test_without_glibc_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_no_library(name: object) -> None:
        raise TypeError("no library without a name")  # as on Windows

    monkeypatch.setattr(ctypes, "CDLL", find_no_library)
    assert not hold_freed_memory()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())  # as with musl
    assert not hold_freed_memory(all_of_it=True)
    give_freed_memory_back()
