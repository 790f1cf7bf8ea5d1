"""A worker of open-weights models without torch, that does what the prompts of its batch tell it.

`[step 0.2]` takes that long for each of four steps, `[load 0.5]` for loading, `[room 2]` has memory for two at once,
`[crash]` dies, `[crash once FILE]` dies unless the file is there, `[hang]` says nothing more, `[stubborn]` goes on when
nobody waits any more, `[raise]` and `[refuse]` fail, `[broken]` cannot be loaded, `[few]` makes none.

Every batch is written into the file `journal` of the model's folder: pid, width, and what was asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from pathlib import Path
from typing import Any

from pinxit.core.engine import Engine
from pinxit.core.errors import InvalidRequest
from pinxit.engines.diffusers.work import (
    Item,
    Load,
    Loaded,
    ModelBroken,
    OutOfMemory,
    Paint,
    Painted,
    Sight,
    Still,
)
from pinxit.local import Local
from pinxit.weights import Facts, Installed

STEPS = 4
_RESIDENT: list[str] = []


def make_model(folder: Path, name: str = "tiny", **facts: Any) -> Installed:
    """A model that this worker paints with."""
    folder.mkdir(parents=True, exist_ok=True)
    usual = {"side": 64, "smallest": 64, "largest": 256, "steps": STEPS, "guidance": 5.0, "negative": True}
    told = {"pipeline": "StableDiffusionPipeline", **usual, "sources": 1, "masks": True, **facts}
    return Installed(Facts(name, f"Scripted {name}", **told), folder)


def make_engine(*, workers: int | None = None, queue: int = 64, local: Local) -> Engine:
    """For a server: an engine with one scripted model, whose worker is started again without long pauses."""
    from pinxit.engines.diffusers.device import Limits
    from pinxit.engines.diffusers.engine import DiffusersEngine  # workers start faster without

    limits = Limits(pauses=(0.0, 0.05, 0.1, 0.2))
    model = make_model(local.models / "tiny")
    target = "scripted_atelier:work"
    return DiffusersEngine(queue=queue, local=local, models=[model], target=target, warm="", limits=limits)


def read_journal(model: Installed) -> list[dict[str, Any]]:
    """The batches so far."""
    path = model.path / "journal"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def work(task: Load | Paint, report: Any) -> Loaded | Painted:
    words = " ".join(item.prompt for item in task.items) if isinstance(task, Paint) else ""
    _fetch(task, words, report)
    if isinstance(task, Load):
        return Loaded(tuple(_RESIDENT))
    width = task.manner.width
    line = json.dumps({"pid": os.getpid(), "width": width, "prompts": [item.prompt for item in task.items]})
    with (task.model.path / "journal").open("a") as journal:
        journal.write(line + "\n")
    if (room := _read(words, "room")) is not None and len(task.items) > room:
        raise OutOfMemory("There is no room for so many.")
    pause = _read(words, "step") or 0.0
    for step in range(1, STEPS + 1):
        time.sleep(pause)
        _stumble(words, step)
        _tell(task, step, report, deaf="[stubborn]" in words)
    stills = tuple(_paint(item, task.manner.width, task.manner.height) for item in task.items)
    return Painted(() if "[few]" in words else stills, tuple(_RESIDENT))


def colour_of(prompt: str, seed: int) -> tuple[int, int, int]:
    """The colour that a picture has."""
    first, second, third = hashlib.sha256(f"{prompt}{seed}".encode()).digest()[:3]
    return first, second, third


def _fetch(task: Load | Paint, words: str, report: Any) -> None:
    name = task.model.name
    if "[broken]" in words:
        raise ModelBroken(f"The files of {name} cannot be read.")
    if name not in _RESIDENT:
        report(0.0, "loading")
        time.sleep(_read(words, "load") or 0.0)
        report(1.0, "loading")
    else:
        _RESIDENT.remove(name)
    _RESIDENT.append(name)


def _tell(task: Paint, step: int, report: Any, *, deaf: bool) -> None:
    due = step < STEPS
    previews = tuple(Still(2, 2, bytes([step] * 12)) if due and step <= item.previews else None for item in task.items)
    try:
        report(step / STEPS, f"step {step} of {STEPS}", Sight(step, STEPS, previews if any(previews) else ()))
    except BaseException:
        if not deaf:
            raise


def _stumble(words: str, step: int) -> None:
    if step != 2:
        return
    if "[crash]" in words:
        os._exit(3)
    if (found := re.search(r"\[crash once (\S+)\]", words)) and not Path(found[1]).exists():
        Path(found[1]).touch()
        os._exit(3)
    if "[hang]" in words:
        time.sleep(600)
    if "[raise]" in words:
        raise ZeroDivisionError("what the caller must not read")
    if "[refuse]" in words:
        raise InvalidRequest("The source is no picture.", param="image", code="bad")


def _paint(item: Item, width: int, height: int) -> Still:
    return Still(width, height, bytes(colour_of(item.prompt, item.seed)) * (width * height))


def _read(words: str, name: str) -> float | None:
    found = re.search(rf"\[{name} ([\d.]+)\]", words)
    return float(found[1]) if found else None
