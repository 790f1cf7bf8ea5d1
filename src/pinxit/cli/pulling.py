"""How a pull looks in a terminal: one line that grows. In a pipe: one line for each file."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections import deque

import click

from pinxit.cli.columns import clean, fit
from pinxit.weights.pull import write_size

_BAR = 24
_OFTEN = 0.1  # seconds between two pictures of the line
_WINDOW = 5.0  # seconds that the rate is told from
_SLOWEST = 10_000  # bytes a second: below, the time that is left means nothing


class PullLine:
    """Looks on while files come, and draws on standard error. A context manager: at its end the line is closed."""

    def __init__(self, *, lively: bool | None = None) -> None:
        self._lively = sys.stderr.isatty() if lively is None else lively
        self._lock = threading.Lock()
        self._label = ""
        self._total = self._there = 0
        self._drawn = 0.0
        self._open = False
        self._seen: deque[tuple[float, int]] = deque()

    def __enter__(self) -> PullLine:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._close()

    def begin(self, label: str, total: int, there: int) -> None:
        with self._lock:
            self._close()
            self._label, self._total, self._there = label, total, there
            self._seen.clear()
            self._seen.append((time.monotonic(), there))
            resumed = f", {write_size(there)} of them are here already" if 0 < there < total else ""
            if not self._lively or resumed:
                click.echo(f"{clean(label)}: {write_size(total)} to pull{resumed}", err=True)
            self._draw()

    def move(self, count: int) -> None:
        with self._lock:
            self._there += count
            now = time.monotonic()
            if now - self._drawn >= _OFTEN:
                self._seen.append((now, self._there))
                while now - self._seen[0][0] > _WINDOW and len(self._seen) > 2:
                    self._seen.popleft()
                self._drawn = now
                self._draw()

    def finish(self, path: str, size: int) -> None:
        with self._lock:
            if self._lively:
                self._draw()
            else:
                click.echo(f"  {clean(path)}  {write_size(size)}", err=True)

    def say(self, sentence: str) -> None:
        with self._lock:
            if self._there >= self._total:
                self._close()
            self._wipe()
            for line in sentence.splitlines():
                click.echo(clean(line), err=True)
            if self._there < self._total:
                self._draw()

    def _draw(self) -> None:
        if not self._lively or not self._total:
            return
        share = max(0.0, min(self._there / self._total, 1.0))
        full = int(share * _BAR)
        said = f"{share:4.0%}  {write_size(max(self._there, 0))} of {write_size(self._total)}{self._tell_rate()}"
        line = f"{fit(self._label, min(20, len(self._label)))} {'█' * full}{'░' * (_BAR - full)} {said}"
        columns = shutil.get_terminal_size().columns - 1
        click.echo("\r\x1b[2K" + fit(line, columns).rstrip(), nl=False, err=True)
        self._open = True

    def _tell_rate(self) -> str:
        (first, before), (last, now) = self._seen[0], self._seen[-1]
        rate = (now - before) / max(last - first, _OFTEN)
        if last - first < 3 * _OFTEN or rate < _SLOWEST or self._there >= self._total:
            return ""  # too early to tell, nothing moves, or all is there
        left = (self._total - self._there) / rate
        return f"  {write_size(int(rate))}/s  {write_time(max(left, 1))} left"

    def _wipe(self) -> None:
        if self._open:
            click.echo("\r\x1b[2K", nl=False, err=True)
            self._open = False

    def _close(self) -> None:
        if self._open:
            self._draw()
            click.echo("", err=True)
            self._open = False


def write_time(seconds: float) -> str:
    """A time as people say it: 8 s, 2 min 5 s, 1 h 20 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
