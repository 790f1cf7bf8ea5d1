"""How much memory there is, how much was taken, and how it is given back."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Manner
from pinxit.heap import give_freed_memory_back

_ONE_PIECE = 2048 * 2048  # pixels; above it decoders also leave what they were trained on
_TOGETHER = 1024 * 1024  # pixels that are decoded at once
_NUMBERS = 1536  # that a decoder of Stable Diffusion's kind holds for each pixel, where it is widest
_SPACE = ("out of memory", "can't allocate memory", "cannot allocate memory", "not enough memory", "failed to allocate")


def means_out_of_memory(error: BaseException) -> bool:
    """Does the error say that memory did not suffice? Only CUDA has a class for it; the others say it in words."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    return isinstance(error, RuntimeError) and any(word in str(error).lower() for word in _SPACE)


def means_lost(error: BaseException) -> bool:
    """Does the error say that the device is lost to this process? After a fault in a kernel every call to it fails."""
    if not isinstance(error, RuntimeError) or means_out_of_memory(error):
        return False
    return any(word in str(error) for word in ("CUDA error:", "HIP error:"))


def give_back(device: str) -> None:
    """Hand freed memory back to the device, so that other processes and larger pictures find it."""
    gc.collect()
    if device == "cuda":
        torch.cuda.empty_cache()
    elif device == "mps":
        torch.mps.empty_cache()
    give_freed_memory_back()


def free_on(device: str) -> int:
    """Bytes that are free on the device now."""
    if device == "cuda":
        return int(torch.cuda.mem_get_info()[0])
    if device == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    return free_in_main()


def free_in_main() -> int:
    """Bytes of main memory that processes can have now; half of all where the system does not say."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return all_in_main() // 2


def all_on(device: str) -> int:
    """Bytes that the device has, taken or not."""
    if device == "cuda":
        return int(torch.cuda.mem_get_info()[1])
    if device == "mps":
        return int(torch.mps.recommended_max_memory())
    return all_in_main()


def all_in_main() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 16 * 2**30


def choose_budget(device: str) -> int:
    """What models may take where the operator does not say: most of a GPU; on a CPU half, the rest is for others."""
    return free_on(device) // 2 if device == "cpu" else free_on(device) * 9 // 10


def start_peak(device: str) -> None:
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()


def read_peak(device: str) -> int:
    """Most bytes taken on the device since start_peak; 0 where it does not tell."""
    return int(torch.cuda.max_memory_allocated()) if device == "cuda" else 0


def count_bytes(pipe: Any) -> int:
    """Bytes of all weights of a pipeline. Parts that it has twice count once."""
    seen: dict[int, int] = {}
    for part in pipe.components.values():
        if isinstance(part, torch.nn.Module):
            for weights in (*part.parameters(), *part.buffers()):
                seen[id(weights)] = weights.numel() * weights.element_size()
    return sum(seen.values())


@contextmanager
def kept_types(pipe: Any) -> Iterator[None]:
    """A pipeline that is left in the middle may leave its decoder in another type: it gets its own back."""
    vae: Any = getattr(pipe, "vae", None)
    before = _read_type(vae)
    try:
        yield
    finally:
        if _read_type(vae) != before:
            vae.to(before)


def _read_type(part: Any) -> Any:
    """Of its first weights: `part.dtype` goes through all of them, which takes a millisecond of each batch."""
    first = next(part.parameters(), None) if isinstance(part, torch.nn.Module) else None
    return getattr(first, "dtype", None)


@contextmanager
def frugal_decoder(ready: Ready, manner: Manner, count: int) -> Iterator[tuple[bool, bool]]:
    """While it is open, the decoder takes large pictures in tiles and batches one by one. Yields (tiled, sliced)."""
    vae: Any = getattr(ready.pipe, "vae", None)
    pixels = manner.width * manner.height
    tiled = hasattr(vae, "enable_tiling") and needs_tiles(pixels, ready.dtype.itemsize, all_on(ready.device))
    sliced = hasattr(vae, "enable_slicing") and count > 1 and pixels * count > _TOGETHER
    try:
        if tiled:
            vae.enable_tiling()
        if sliced:
            vae.enable_slicing()
        yield tiled, sliced
    finally:
        if tiled:
            vae.disable_tiling()
        if sliced:
            vae.disable_slicing()


def needs_tiles(pixels: int, width: int, there: int) -> bool:
    """Is a picture of so many pixels decoded in tiles, where a number takes `width` bytes and `there` bytes exist?

    Tiles are blended where they meet and may differ by a shade, so the answer hangs on the size and on what memory the
    device has at all, not on what is free just now: the same wish gives the same picture.
    """
    return pixels > _ONE_PIECE or pixels * _NUMBERS * width > there // 2
