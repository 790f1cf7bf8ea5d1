"""The steps of a batch: told to the caller after each, previews with them, and left between two when it has gone."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from pinxit.engines.diffusers.work import Sight, Still

Report = Callable[..., None]

READING, PAINTING, DECODING = 0.04, 0.08, 0.92
"""Fractions of the work at which the prompt is being read, the steps begin, and the picture is made of them."""


@dataclass(frozen=True, eq=False)
class Step:
    """What a scheduler did: `sample` and the model's `output` went in at noise `sigma`, `result` came out.

    `index` counts from 0, `count` is how many there are. Tensors are as the pipeline holds them.
    """

    scheduler: Any
    index: int
    count: int
    timestep: Any
    sample: Any
    output: Any
    result: Any
    estimate: Any = None
    """The finished picture as the scheduler itself guesses it, where it says so."""


Show = Callable[[Step], tuple[Still | None, ...]]
Blend = Callable[[Step], Any]


class Course:
    """Where a task stands: `parts` batches one after another, each of some steps, seen as one line from 0 to 1."""

    def __init__(self, report: Report, items: int, parts: int) -> None:
        self._report = report
        self._items = items
        self._parts = parts
        self._part = 0
        self._places: Sequence[int] = ()

    def enter(self, part: int, places: Sequence[int]) -> None:
        """Begins a part that paints the items at these places."""
        self._part = part
        self._places = places
        self.tell(READING, "reading the prompt")

    def tell(self, fraction: float, stage: str) -> None:
        """Reports how far the part is. Raises worker.Cancelled."""
        self._report((self._part + fraction) / self._parts, stage)

    def show(self, step: int, steps: int, previews: tuple[Still | None, ...]) -> None:
        """Reports a step that is done, `step` counted from 1. Raises worker.Cancelled."""
        views: list[Still | None] = [None] * self._items
        for place, preview in zip(self._places, previews, strict=False):
            views[place] = preview
        done, total = self._part * steps + step, self._parts * steps
        fraction = PAINTING + (DECODING - PAINTING) * step / steps
        sight = Sight(done, total, tuple(views) if any(previews) else ())
        self._report((self._part + fraction) / self._parts, f"step {done} of {total}", sight)


@contextmanager
def followed(
    pipe: Any, course: Course, *, generators: Any, show: Show | None = None, blend: Blend | None = None
) -> Iterator[None]:
    """Follows every step that the pipeline takes inside the block.

    Its schedulers' `step` is wrapped rather than `callback_on_step_end` given: every pipeline of diffusers has the
    former, PixArt and the modular ones lack the latter, and here the model's output is at hand for the estimate of the
    finished picture. `blend` gives the latents to go on with. An exception of `course` passes through the pipeline,
    which is as it was afterwards: a scheduler begins anew with `set_timesteps`.
    """
    with ExitStack() as stack:
        for name, scheduler in _find_schedulers(pipe):
            main = name == "scheduler"
            follower = _Follower(pipe, scheduler, course, show if main else None, blend if main else None, main)
            scheduler.step = follower.wrap(generators)
            stack.callback(scheduler.__dict__.pop, "step", None)
        yield


def _find_schedulers(pipe: Any) -> list[tuple[str, Any]]:
    found = {name: part for name, part in pipe.components.items() if hasattr(part, "set_timesteps")}
    if "scheduler" not in found and len(found) == 1:
        found = {"scheduler": next(iter(found.values()))}
    return list(found.items())


class _Follower:
    """Counts the steps of one scheduler."""

    def __init__(
        self, pipe: Any, scheduler: Any, course: Course, show: Show | None, blend: Blend | None, main: bool
    ) -> None:  # limit: what one wrapped method closes over
        self._pipe = pipe
        self._scheduler = scheduler
        self._course = course
        self._show = show
        self._blend = blend
        self._main = main
        self._done = 0

    def wrap(self, generators: Any) -> Callable[..., Any]:
        original = self._scheduler.step
        takes_dice = "generator" in inspect.signature(original).parameters

        @functools.wraps(original)  # pipelines look at its signature
        def step(output: Any, timestep: Any, sample: Any, *more: Any, **named: Any) -> Any:
            if takes_dice and not more and named.get("generator") is None:
                named["generator"] = generators  # else one that adds noise takes it from dice that all share
            made = original(output, timestep, sample, *more, **named)
            return self._take(made, timestep, sample, output)

        return step

    def _take(self, made: Any, timestep: Any, sample: Any, output: Any) -> Any:
        values = made if isinstance(made, tuple) else tuple(made.values())
        result, estimate = values[0], values[1] if len(values) > 1 else None
        index, count = self._done, max(self._count(), self._done + 1)
        self._done += 1
        step = Step(self._scheduler, index, count, timestep, sample, output, result, estimate)
        if not self._main:
            self._course.tell(READING + (PAINTING - READING) * self._done / count, "reading the prompt")
            return made
        if self._blend is not None:
            made = _replace(made, self._blend(step))
        self._tell(step)
        return made

    def _tell(self, step: Step) -> None:
        # One of second order asks the model twice for each step but the last.
        order = max(1, getattr(self._scheduler, "order", 1))
        done, total = -(-(step.index + 1) // order), -(-step.count // order)
        previews = self._show(step) if self._show is not None else ()
        self._course.show(min(done, total), total, previews)
        if step.index + 1 == step.count:
            self._course.tell(DECODING, "making the picture")

    def _count(self) -> int:
        """How many times the scheduler is asked: fewer than its timesteps where a picture is painted over."""
        for holder in (self._pipe, getattr(self._pipe, "decoder_pipe", None)):
            count = getattr(holder, "_num_timesteps", None)
            if self._main and isinstance(count, int) and count > 0:
                return count
        return len(self._scheduler.timesteps)


def _replace(made: Any, latents: Any) -> Any:
    if isinstance(made, tuple):
        return (latents, *made[1:])
    made[next(iter(made.keys()))] = latents
    return made
