"""Which steps of a batch a worker tells the server."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from pinxit.engines.diffusers.painting import telling
from pinxit.engines.diffusers.work import Sight, Still
from pinxit.engines.worker import Cancelled


class _Line:
    """What was reported, and the clock that the steps go by."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        self.told: list[tuple[float, str, Any]] = []
        self.left = False
        monkeypatch.setattr(telling, "time", SimpleNamespace(monotonic=lambda: self.now))
        self.tell = telling.Sparing(self._report)

    def step(self, number: int, seconds: float, *previews: Still | None) -> None:
        self.now += seconds
        self.tell(number / 20, f"step {number} of 20", Sight(number, 20, previews))

    @property
    def steps(self) -> list[int]:
        return [value.step for _, _, value in self.told if value is not None]

    def _report(self, fraction: float, stage: str, value: Any = None) -> None:
        if self.left:
            raise Cancelled
        self.told.append((fraction, stage, value))


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> _Line:
    return _Line(monkeypatch)


def test_steps_that_take_a_while_are_all_told(line: _Line) -> None:
    for number in range(1, 6):
        line.step(number, 0.2)
    assert line.steps == [1, 2, 3, 4, 5]


def test_of_fast_steps_the_first_and_one_in_a_tenth_of_a_second_are_told(line: _Line) -> None:
    for number in range(1, 16):
        line.step(number, 0.03)
    assert line.steps == [1, 5, 9, 13]
    assert {stage for _, stage, _ in line.told} == {"step 1 of 20", "step 5 of 20", "step 9 of 20", "step 13 of 20"}


def test_a_step_with_a_preview_is_always_told(line: _Line) -> None:
    line.step(1, 0.03)
    line.step(2, 0.001, None, Still(1, 1, b"abc"))
    line.step(3, 0.001, None, None)
    assert line.steps == [1, 2]


def test_a_new_stage_is_told_at_once(line: _Line) -> None:
    line.step(1, 0.03)
    line.tell(0.92, "making the picture")
    assert line.told[-1] == (0.92, "making the picture", None)


def test_a_step_that_is_left_out_still_asks_whether_somebody_waits(line: _Line) -> None:
    line.step(1, 0.03)
    line.left = True
    with pytest.raises(Cancelled):
        line.step(2, 0.001)
