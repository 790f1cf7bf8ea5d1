"""What processes need, by /proc (Linux)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


def list_tree(pid: int) -> Iterator[int]:
    """A process and all that come from it."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with contextlib.suppress(OSError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    yield pid
    found = [pid]
    while found := [child for child, parent in parents.items() if parent in found]:
        yield from found


def count_cpu(pid: int) -> float:
    """Seconds that a process, its children, and those that have ended, computed so far."""
    ticks = 0
    for each in list_tree(pid):
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure_peak(pid: int) -> float:
    """MB that a process and its children held at the most, since `reset_peak`."""
    total = 0
    for each in list_tree(pid):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{each}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    total += int(line.split()[1])
    return total / 1024


def reset_peak(pid: int) -> None:
    for each in list_tree(pid):
        with contextlib.suppress(OSError):
            Path(f"/proc/{each}/clear_refs").write_text("5")
