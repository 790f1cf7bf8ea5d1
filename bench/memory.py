"""Memory of the real server and its workers while it makes many pictures. Linux only, by /proc. Run:

    python bench/memory.py [--pictures 500] [--side 1024] [--clients 2]

The proportional set size (PSS) counts a page that several processes share once in all.
"""

from __future__ import annotations

import argparse
import itertools
import os
import threading
import time
from pathlib import Path

from server import Server, open_server


def read_memory(pid: int) -> tuple[float, float]:
    """RSS and PSS of a process in MB."""
    fields = {}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, _, value = line.partition(":")
        fields[name] = int(value.split()[0]) / 1024
    return fields["Rss"], fields["Pss"]


def list_children(pid: int) -> list[int]:
    children = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if int(parent) == pid:
                children.append(int(folder.name))
    return children


def show(server: Server, made: int) -> float:
    """Print one line; PSS of all processes in MB."""
    rss, pss = read_memory(server.pid)
    workers = []
    for child in list_children(server.pid):
        try:
            workers.append(read_memory(child))
        except OSError:
            continue  # just replaced
    total = pss + sum(each for _, each in workers)
    listed = " ".join(f"{each:.0f}" for each, _ in workers)
    print(f"{made:9} {rss:8.0f}  {listed:24} {total:9.0f}", flush=True)
    return total


def keep_drawing(
    server: Server, prompts: list[str], numbers: itertools.count[int], options: argparse.Namespace
) -> None:
    connection = server.connect()
    size = f"{options.side}x{options.side}"
    while (number := next(numbers)) < options.pictures:
        server.draw(connection, prompts[number % len(prompts)], size=size, seed=number)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=500)
    parser.add_argument("--side", type=int, default=1024, help="pixels")
    parser.add_argument("--clients", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--prompts", type=Path, default=Path(__file__).with_name("prompts.txt"))
    parser.add_argument("--every", type=float, default=10, help="seconds between lines")
    options = parser.parse_args()
    prompts = [line for line in options.prompts.read_text().splitlines() if line.strip()]
    numbers = itertools.count()  # next() of it is atomic
    with open_server() as server:
        print(f"{'pictures':>9} {'server':>8}  {'workers, RSS in MB':24} {'all, PSS':>9}")
        began = time.monotonic()
        threads = [
            threading.Thread(target=keep_drawing, args=(server, prompts, numbers, options), daemon=True)
            for _ in range(options.clients)
        ]
        peak = show(server, 0)
        for thread in threads:
            thread.start()
        while alive := [thread for thread in threads if thread.is_alive()]:
            alive[0].join(options.every)
            drawn = numbers.__reduce__()[1][0]
            peak = max(peak, show(server, min(drawn, options.pictures)))
        print(f"{options.pictures} pictures in {time.monotonic() - began:.0f} s; most seen: {peak:.0f} MB (PSS of all)")


if __name__ == "__main__":
    main()
