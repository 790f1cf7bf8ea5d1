"""What it brings torch on a CPU to keep the memory that it has freed, as pinxit's worker does. Linux with glibc. Run:

    python bench/kept_memory.py [--model small|sd-turbo] [--sides 256 512] [--rounds 3] [--threads 2]

A denoising step and a decoding of Stable Diffusion's architecture with random weights, by plain torch in two processes
that take turns: one as it is, and one that keeps freed memory (pinxit.heap). Seconds are medians; memory is the most
that a process held. Pixels do not change.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import cpu_path

_PARTS = ("denoising step", "decoding")


def serve(said: argparse.Namespace) -> None:
    """Answer each line of the input with seconds of a step and of a decoding, page faults and MB."""
    import torch

    from pinxit.heap import hold_freed_memory

    torch.set_num_threads(said.threads)
    torch.manual_seed(1)
    if said.serve == "kept" and not hold_freed_memory(all_of_it=True):
        raise SystemExit("This C library keeps nothing: only glibc does.")
    with torch.inference_mode():
        built = [make(said) for make in (cpu_path.build_unet, cpu_path.build_decoder)]
        for module, inputs in built:
            module(*inputs)
        for _ in sys.stdin:
            before, seconds = resource.getrusage(resource.RUSAGE_SELF).ru_minflt, []
            for module, inputs in built:
                began = time.perf_counter()
                module(*inputs)
                seconds.append(time.perf_counter() - began)
            used = resource.getrusage(resource.RUSAGE_SELF)
            print(json.dumps([*seconds, used.ru_minflt - before, used.ru_maxrss / 1024]), flush=True)


@contextmanager
def start(side: str, pixels: int, said: argparse.Namespace) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, __file__, "--serve", side, "--side", pixels, "--model", said.model]
    words = [str(word) for word in (*command, "--threads", said.threads)]
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait()


def ask(process: subprocess.Popen[str]) -> list[float]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    while line := process.stdout.readline():
        if line.startswith("["):
            found: list[float] = json.loads(line)
            return found
    raise SystemExit("A process ended; run it with --serve to see why.")


def compare(pixels: int, said: argparse.Namespace) -> None:
    """Print the lines of one size."""
    found: dict[str, list[list[float]]] = {"as it is": [], "kept": []}
    with ExitStack() as stack:
        processes = {side: stack.enter_context(start(side, pixels, said)) for side in found}
        for _ in range(said.rounds):
            for side, process in processes.items():
                found[side].append(ask(process))
    middle: dict[str, Sequence[Any]] = {
        side: [statistics.median(column) for column in zip(*rounds, strict=True)] for side, rounds in found.items()
    }
    plain, kept = middle["as it is"], middle["kept"]
    for number, part in enumerate(_PARTS):
        figures = f"{plain[number]:10.2f}{kept[number]:10.2f}{plain[number] / kept[number]:8.2f}"
        print(f"{pixels:5} px  {part:16}{figures}", flush=True)
    print(f"{pixels:5} px  {'thousand faults':16}{plain[2] / 1000:10.0f}{kept[2] / 1000:10.0f}")
    print(f"{pixels:5} px  {'MB at most':16}{plain[3]:10.0f}{kept[3]:10.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=["sd-turbo", "small"], default="small")
    parser.add_argument("--sides", type=int, nargs="+", default=[256, 512], help="pixels of the picture's side")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--side", type=int, help=argparse.SUPPRESS)
    said = parser.parse_args()
    said.batch = 1
    if said.serve:
        serve(said)
        return
    print(f"{said.model}, {said.threads} thread(s){'as it is':>20}{'kept':>10}{'times':>8}")
    for pixels in said.sides:
        compare(pixels, said)


if __name__ == "__main__":
    main()
