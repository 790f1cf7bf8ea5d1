"""Servers that are killed and started again with the same data."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pinxit.testing import RunningServer


@contextmanager
def start_again(data: Path, key: str, **settings: str) -> Iterator[RunningServer]:
    """Start `pinxit serve` on data that a server left behind. `key` is one that it knew. Ends with the block."""
    wishes = {"engines": "pinxit.testing:FakeEngine", "grace": "2", **settings, "port": "0", "data": str(data)}
    environment = os.environ | {f"PINXIT_{name.upper()}": value for name, value in wishes.items()}
    log = data / "server.log"
    with (
        log.open("a", encoding="utf-8") as errors,
        subprocess.Popen(
            [sys.executable, "-u", "-m", "pinxit", "serve"],
            stdout=subprocess.PIPE,
            stderr=errors,
            env=environment,
            text=True,
        ) as process,
    ):
        try:
            url = next((found[0] for line in process.stdout or () if (found := re.search(r"http://\S+", line))), None)
            assert url, log.read_text(encoding="utf-8")[-2000:]
            yield RunningServer(url, key, data, log, process)
        finally:
            process.terminate()
