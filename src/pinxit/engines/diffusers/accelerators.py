"""Which devices this machine has, without torch: it takes seconds to import, and no server should load it."""

from __future__ import annotations

import os.path
import platform
import subprocess
import sys

# A broken driver hangs or crashes whoever loads it: that is a short process of its own.
_COUNT = """
import ctypes
for name, start, count in (
    ("libcuda.so.1", "cuInit", "cuDeviceGetCount"),
    ("nvcuda.dll", "cuInit", "cuDeviceGetCount"),
    ("libamdhip64.so", "hipInit", "hipGetDeviceCount"),
    ("libamdhip64.so.6", "hipInit", "hipGetDeviceCount"),
    ("libamdhip64.so.7", "hipInit", "hipGetDeviceCount"),
):
    try:
        library = ctypes.CDLL(name)
        found = ctypes.c_int()
        if getattr(library, start)(0) == 0 and getattr(library, count)(ctypes.byref(found)) == 0 and found.value:
            print(found.value)
            break
    except (OSError, AttributeError):
        continue
"""
_LIMIT = 20.0  # seconds; drivers of many GPUs take some to wake up
_DOORS = ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg")  # of Nvidia's driver, of AMD's, and of WSL's


def find_devices() -> tuple[str, ...]:
    """Every GPU ("cuda:0", as torch names AMD's too), else Apple's ("mps"), else "cpu"."""
    if count := count_gpus():
        return tuple(f"cuda:{number}" for number in range(count))
    apple = sys.platform == "darwin" and platform.machine() == "arm64"
    return ("mps",) if apple else ("cpu",)


def count_gpus() -> int:
    """How many GPUs the driver shows to this process; 0 where it does not answer."""
    if sys.platform == "darwin" or (sys.platform == "linux" and not any(map(os.path.exists, _DOORS))):
        return 0
    try:
        said = subprocess.run(  # noqa: S603  (our own interpreter and our own code)
            [sys.executable, "-c", _COUNT], capture_output=True, timeout=_LIMIT, check=True
        ).stdout
        return int(said or 0)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def read_number(device: str) -> int | None:
    """The number of a GPU: 1 of "cuda:1", 0 of "cuda"; None of others."""
    kind, _, number = device.partition(":")
    return int(number or 0) if kind == "cuda" else None
