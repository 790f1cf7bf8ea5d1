"""Freed memory is kept for the next picture."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from pinxit.heap import hold_freed_memory

# Copies of a picture of 2 MB, eight of them alive, as on a request's way; prints the pages that each copy touched anew.
_COPY = """
import resource, sys
from pinxit.heap import hold_freed_memory

if sys.argv[1] == "held":
    assert hold_freed_memory()
data = bytearray(2 * 2**20)
rounds = []
for _ in range(20):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    copies = [bytes(data) for _ in range(8)]
    copies.clear()
    rounds.append((resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before) / 8)
print(sorted(rounds)[10])
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="glibc alone has mallopt")
def test_copies_use_the_memory_that_earlier_ones_freed() -> None:
    touched = {
        word: float(subprocess.run([sys.executable, "-c", _COPY, word], check=True, capture_output=True).stdout)
        for word in ("held", "given back")
    }
    assert touched["held"] < 5
    assert touched["given back"] > 100 * max(1.0, touched["held"])


def test_without_glibc_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_no_library(name: object) -> None:
        raise TypeError("no library without a name")  # as on Windows

    monkeypatch.setattr(ctypes, "CDLL", find_no_library)
    assert not hold_freed_memory()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())  # as with musl
    assert not hold_freed_memory()
