"""`pinxit draw` in a real terminal: how far it is, how long it takes yet, and that nothing of it stays."""

from __future__ import annotations

import asyncio
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import pytest

from pinxit.cli.progress import Forecast, Screen, write_left
from pinxit.core.images import Progress

fcntl = pytest.importorskip("fcntl", reason="there are no such terminals on this system")
import pty  # noqa: E402
import termios  # noqa: E402

_COLUMNS, _LINES = 60, 24
_CODES = re.compile(r"\x1b\[(\??)([\d;]*)([A-Za-z])|\x1b([78])|\x1b_G.*?\x1b\\|([^\x1b])", re.DOTALL)


@dataclass
class _Terminal:
    """A terminal as far as the progress uses one; fails for what it does not know."""

    rows: list[list[str]] = field(default_factory=lambda: [[" "] * _COLUMNS for _ in range(_LINES)])
    row: int = 0
    column: int = 0
    kept: tuple[int, int] = (0, 0)

    def feed(self, text: str) -> None:
        done = 0
        for found in _CODES.finditer(text):
            assert found.start() == done, f"unknown: {text[done : done + 20]!r}"
            done = found.end()
            private, number, letter, place, sign = found.groups()
            if sign:
                self._put(sign)
            elif place == "7":
                self.kept = self.row, self.column
            elif place == "8":
                self.row, self.column = self.kept
            elif letter and not private:
                self._obey(letter, number)

    def _obey(self, letter: str, number: str) -> None:
        if letter == "A":
            assert int(number) <= self.row, "it goes up past the top"
            self.row -= int(number)
        elif letter == "B":
            assert self.row + int(number) < _LINES
            self.row += int(number)
        elif letter in "KJ":
            self.rows[self.row][self.column :] = [" "] * (_COLUMNS - self.column)
            for row in self.rows[self.row + 1 :] if letter == "J" else ():
                row[:] = [" "] * _COLUMNS
        else:
            assert letter == "m", letter

    def _put(self, sign: str) -> None:
        if sign == "\r":
            self.column = 0
        elif sign == "\n":
            if self.row == _LINES - 1:
                self.rows.append([" "] * _COLUMNS)
                del self.rows[0]
            self.row = min(self.row + 1, _LINES - 1)
        else:
            assert self.column < _COLUMNS, "the line is too long and would wrap"
            self.rows[self.row][self.column] = sign
            self.column += 1

    @property
    def lines(self) -> list[str]:
        return [line for row in self.rows if (line := "".join(row).rstrip())]


@dataclass
class _Run:
    """What came of a command: everything that it wrote to its terminal, as it stood there after each piece."""

    code: int
    text: str
    states: list[list[str]]


def _run(folder: Path, *words: str, interrupt: str = "", **variables: str) -> _Run:
    """Run a command in a terminal; once `interrupt` is seen there, Ctrl+C is pressed."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    own = {name: value for name, value in os.environ.items() if name not in {"TMUX", "NO_COLOR", "TERM_PROGRAM"}}
    usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PINXIT_ENGINES": "pinxit.testing:FakeEngine"}
    process = subprocess.Popen(
        [sys.executable, "-m", "pinxit", *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        cwd=folder,
        env=own | usual | variables,
        start_new_session=True,
    )
    os.close(follower)
    terminal, text, states = _Terminal(), "", []
    for piece in _read(leader, process):
        text += piece
        terminal.feed(piece)
        states.append(terminal.lines)
        if interrupt and interrupt in piece:
            os.killpg(process.pid, signal.SIGINT)  # what a terminal does, to all that it started
            interrupt = ""
    os.close(leader)
    return _Run(process.wait(), text, states)


def _read(leader: int, process: subprocess.Popen[bytes]) -> Iterator[str]:
    """Whole frames, as a terminal gets them."""
    waiting, late = b"", time.monotonic() + 60
    while time.monotonic() < late:
        if not select.select([leader], [], [], 0.05)[0]:
            if process.poll() is not None:
                break
            continue
        try:
            read = os.read(leader, 1 << 16)
        except OSError:
            break
        if not read:
            break
        waiting += read
        whole, mark, rest = waiting.rpartition(b"\x1b[?2026l")
        if mark:
            yield (whole + mark).decode()
            waiting = rest
    yield waiting.decode()


_FOX = ("draw", "a fox [wait 1]", "--size", "64x64", "-o", "fox.png")


def test_previews_come_in_one_place_and_nothing_of_them_stays(tmp_path: Path) -> None:
    ran = _run(tmp_path, *_FOX, "--n", "2")
    assert ran.code == 0, ran.text
    heights = {sum("▀" in line for line in state) for state in ran.states}
    assert max(heights) > 5
    assert len(heights) <= 2, "all previews are shown in the same lines"
    last = ran.states[-1]
    assert [line.split("  ")[0] for line in last[:2]] == ["fox-1.png", "fox-2.png"]
    assert last[2].startswith("Took ")
    assert len(last) == 3


def test_a_terminal_that_shows_no_pictures_gets_the_bar_alone(tmp_path: Path) -> None:
    for more in ((*_FOX, "--no-previews"), _FOX):
        ran = _run(tmp_path, *more, COLORTERM="truecolor" if "--no-previews" in more else "")
        assert ran.code == 0
        assert "▀" not in ran.text
        assert any("waiting" in line for state in ran.states for line in state)
        assert len(ran.states[-1]) == 2


def test_kitty_is_told_to_take_its_pictures_away(tmp_path: Path) -> None:
    ran = _run(tmp_path, *_FOX, TERM="xterm-kitty")
    sent = set(re.findall(r"\x1b_Ga=T,f=100,i=(\d+),", ran.text))
    assert len(sent) == 2
    end = ran.text[ran.text.rindex("a=T") :]
    assert sent == set(re.findall(r"\x1b_Ga=d,d=I,i=(\d+),q=2\x1b", end))


def test_control_c_stops_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    begun = time.monotonic()
    ran = _run(tmp_path, "draw", "a fox [wait 50]", "--size", "64x64", "-o", "fox.png", interrupt="▀")
    assert time.monotonic() - begun < 40
    assert ran.code == 130
    assert ran.states[-1] == ["Stopped; nothing was written."]
    assert not list(tmp_path.iterdir())
    assert "Traceback" not in ran.text


def test_a_failure_is_told_on_a_clean_line(tmp_path: Path) -> None:
    ran = _run(tmp_path, "draw", "a fox [fall]", "--size", "64x64", "-o", "fox.png")
    assert ran.code == 1
    assert ran.states[-1][0].startswith("Error: The fake engine fell over half-way")
    assert not any("▀" in line for line in ran.states[-1])


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, ""),
        (0.4, ""),
        (11.6, "12 s left"),
        (59.7, "1:00 left"),
        (185.0, "3:05 left"),
        (3_725.0, "1:02:05 left"),
        (10**6, ""),
    ],
)
def test_the_time_left_is_told_in_a_few_signs(seconds: float | None, told: str) -> None:
    assert write_left(seconds) == told


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_forecast_is_right_for_even_work_and_leaves_out_what_came_before_the_first_step() -> None:
    clock = _Clock()
    forecast = Forecast(clock)
    assert forecast.left() is None
    clock.now = 60.0  # loading
    forecast.see(0.1)
    assert forecast.left() is None
    for step in range(2, 6):
        clock.now += 2.0
        forecast.see(step / 10)
        assert forecast.left() == pytest.approx(2.0 * (10 - step))
    clock.now += 1.5
    assert forecast.left() == pytest.approx(8.5), "it counts down between two steps"
    clock.now += 100.0
    assert forecast.left() is None, "nothing is promised once it is late"


def test_eight_pictures_that_tell_of_one_step_at_once_are_not_taken_for_haste() -> None:
    clock = _Clock()
    forecast = Forecast(clock)
    for step in range(10):
        for picture in range(1, 9):
            clock.now += 0.0001
            forecast.see((8 * step + picture) / 160)
        clock.now += 1.0
    left = forecast.left()
    assert left is not None
    assert left == pytest.approx(10, abs=1)


def test_the_forecast_follows_a_change_of_speed_without_a_jump() -> None:
    clock = _Clock()
    forecast = Forecast(clock)
    for step in range(1, 51):
        clock.now += 1.0
        forecast.see(step / 100)
    clock.now += 3.0
    forecast.see(0.51)
    after_one = forecast.left()
    assert after_one is not None
    assert after_one < 70, "one slow step does not triple the time"
    for step in range(52, 70):
        clock.now += 3.0
        forecast.see(step / 100)
    slow = forecast.left()
    assert slow is not None
    assert slow == pytest.approx(3.0 * 31, rel=0.1)


def test_a_pipe_gets_no_bar_but_what_matters(tmp_path: Path) -> None:
    stream = StringIO()

    async def work() -> None:
        screen = Screen(1, stream)
        with screen.watch():
            screen.show(Progress(0, 0.5, "painting"))
            screen.say("Made by another\x1b[2J instead.")
            await asyncio.sleep(0)

    asyncio.run(work())
    assert stream.getvalue() == "Made by another?[2J instead.\n"
