"""How far the work is, on the last lines of a terminal: a bar, the stage, the time left, and unfinished pictures."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import TYPE_CHECKING, TextIO

from pinxit.cli.columns import clean, fit

if TYPE_CHECKING:
    from PIL import Image

    from pinxit.cli.previews import Painter, Pane
    from pinxit.core.images import Partial, Progress

_BAR = 24  # signs
_TICK = 0.5  # seconds between two looks at the clock
_MEMORY = 8.0  # seconds after which an earlier speed counts for a third
_LEAST = 0.25  # of a guess is the latest speed
_GAP = 0.3  # seconds that a speed is measured over at least
_WORTH = 1.5  # seconds that are not worth telling
# A terminal that knows them shows a frame at once; others ignore them.
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"


class Forecast:
    """The time that is left, from how the share of the work that is done grows."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since = clock()
        self._share = 0.0
        self._speed = 0.0

    def see(self, share: float) -> None:
        """Of the work so much is done, 0 to 1."""
        now = self._clock()
        grown, took = share - self._share, now - self._since
        # Pictures of one batch tell of the same step one after the other: that is no speed.
        if grown <= 0 or took <= (_GAP if self._share else 0):
            return
        # What comes before the first step, such as loading a model, says nothing about the others.
        if self._share > 0:
            weight = max(_LEAST, 1 - math.exp(-took / _MEMORY)) if self._speed else 1.0
            self._speed += weight * (grown / took - self._speed)
        self._share, self._since = share, now

    def left(self) -> float | None:
        """Seconds; None where nobody can tell yet. Between two steps it counts down."""
        waited = self._clock() - self._since
        if not self._speed or self._share >= 1:
            return None
        left = (1 - self._share) / self._speed - waited
        # Who is late for a step will be late for all that follow, so nothing is promised any more.
        return left if left > 0 else None


def write_left(seconds: float | None) -> str:
    """ "12 s left", "3:05 left"; empty where there is nothing worth telling."""
    if seconds is None or seconds < _WORTH or seconds > 86_400:
        return ""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s left"
    minutes, rest = divmod(whole, 60)
    return f"{minutes}:{rest:02} left" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02}:{rest:02} left"


class Screen:
    """The last lines of a terminal while pictures are made; silent where the stream is a pipe or a file."""

    def __init__(self, pictures: int, stream: TextIO, painter: Painter | None = None) -> None:
        """`painter` None shows no unfinished pictures."""
        self._done = [0.0] * pictures
        self._stages = ["starting"] * pictures
        self._latest = 0
        self._stream = stream
        self._seen = stream.isatty()
        self._forecast = Forecast()
        self._painter = painter if self._seen else None
        self._pane: Pane | None = None
        self._pictures: dict[int, Image.Image] = {}
        self._line = ""

    @property
    def paints(self) -> bool:
        """Are unfinished pictures shown?"""
        return self._painter is not None

    def show(self, progress: Progress) -> None:
        self._latest = progress.index
        self._done[progress.index] = max(self._done[progress.index], progress.fraction)
        self._stages[progress.index] = progress.stage
        self._forecast.see(sum(self._done) / len(self._done))
        self.refresh()

    def refresh(self) -> None:
        """Write the line anew where it has changed."""
        line = self._write_line() if self._seen else ""
        if line != self._line:
            self._line = line
            self._write(f"\r{line}\x1b[K")

    def preview(self, partial: Partial) -> None:
        """Show an unfinished picture in the place of the one before it."""
        if self._painter is None or (picture := _decode(partial.data)) is None:
            return
        self._pictures[partial.index] = picture
        if self._pane is None:
            self._pane = self._make_room(picture.width, picture.height)
        if self._pane is not None:
            rows = self._pane.rows
            painted = self._painter.paint(self._pane.compose(self._pictures, self._painter.cell))
            self._write(f"\r\x1b[{rows}A\x1b7{painted}\x1b8\x1b[{rows}B{self._line}\x1b[K")

    def say(self, text: str) -> None:
        """A line that stays, above all that moves."""
        if not self._seen:
            self._stream.write(f"{clean(text)}\n")
            return
        self.clear()
        self._write(f"{clean(text)}\n")
        self.refresh()

    def clear(self) -> None:
        """Take everything away; what is shown later begins on an empty line."""
        if self._pane is not None and self._painter is not None:
            self._write(f"\r\x1b[{self._pane.rows}A{self._painter.erase()}\x1b[J")
        elif self._line:
            self._write("\r\x1b[K")
        self._line, self._pane = "", None

    async def keep_time(self) -> None:
        """Let the clock run down between two steps, for ever."""
        while True:
            await asyncio.sleep(_TICK)
            self.refresh()

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Clear at the end, whatever happens, and let what is logged meanwhile stand above."""
        task = asyncio.get_running_loop().create_task(self.keep_time())
        log, handler = logging.getLogger(), _Above(self)
        usual = logging.lastResort
        if self._seen and not log.handlers:
            logging.lastResort = handler
        try:
            yield
        finally:
            logging.lastResort = usual
            task.cancel()
            self.clear()

    def _make_room(self, width: int, height: int) -> Pane | None:
        from pinxit.cli.previews import Pane  # noqa: PLC0415

        pane = Pane.fit(width, height, len(self._done), _measure(self._stream))
        if pane is not None:
            self._write("\r\x1b[K" + "\n" * pane.rows)
        return pane

    def _write_line(self) -> str:
        share = sum(self._done) / len(self._done)
        full = "█" * int(_BAR * share)
        told = [f"{full:░<{_BAR}} {share:4.0%}", self._stages[self._latest], write_left(self._forecast.left())]
        # A line that is longer than the terminal is wide could not be written over.
        return fit("  ".join(filter(None, told)), max(10, _measure(self._stream).columns - 1)).rstrip()

    def _write(self, text: str) -> None:
        if self._seen:
            with suppress(OSError):  # a terminal that was closed is no reason to lose the picture
                self._stream.write(f"{_BEGIN}{text}{_END}")
                self._stream.flush()


class _Above(logging.Handler):
    """What would be written among the moving lines stands above them."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(logging.WARNING)
        self._screen = screen

    def emit(self, record: logging.LogRecord) -> None:
        self._screen.say(self.format(record).partition("\n")[0])


def _measure(stream: TextIO) -> os.terminal_size:
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((80, 24))
    return size if size.columns > 0 and size.lines > 0 else os.terminal_size((80, 24))


def _decode(data: bytes) -> Image.Image | None:
    """A small copy; None for what is no picture of pixels, such as SVG."""
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(BytesIO(data)) as picture:
            picture.thumbnail((512, 512))
            return picture.copy()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
