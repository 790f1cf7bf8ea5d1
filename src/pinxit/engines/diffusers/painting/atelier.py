"""A worker of open-weights models: tasks come in, pictures go out."""

from __future__ import annotations

import gc
import logging
import os
from typing import TYPE_CHECKING

from pinxit.engines.diffusers.painting import surroundings
from pinxit.engines.diffusers.painting.telling import Sparing
from pinxit.engines.diffusers.work import Load, Loaded, OutOfMemory, Paint, Painted

if TYPE_CHECKING:
    from pinxit.engines.diffusers.painting.loading import Report
    from pinxit.engines.diffusers.painting.residents import Residents

LOST = 70
"""What a worker ends with whose device does not answer as it should any more."""
_LOG = logging.getLogger("pinxit.diffusers")
_rooms: list[Residents] = []  # the one that this process has, once it has a task


def warm() -> None:
    """Import what every task needs: it takes seconds, and happens before the first task."""
    surroundings.go_offline()
    from pinxit.engines.diffusers.painting import calls, residents  # noqa: F401, PLC0415  # after go_offline

    # A million objects of torch and its like stay for good: to look through them again each time that a model goes
    # would take as long as some pictures.
    gc.collect()
    gc.freeze()


def work(task: Load | Paint, report: Report) -> Loaded | Painted:
    """Do one task. Raises OutOfMemory, ModelBroken, InvalidRequest, and worker.Cancelled when nobody waits."""
    if not _rooms:
        surroundings.go_offline()
    from pinxit.engines.diffusers.painting import memory  # noqa: PLC0415

    residents = _open_residents(task)
    try:
        return _do(task, residents, report)
    except Exception as error:
        if memory.means_lost(error):  # all that this process would still do there fails, so another takes its place
            _LOG.exception("the device is lost to this worker")
            os._exit(LOST)
        if not memory.means_out_of_memory(error):
            raise
        trouble = f"{type(error).__name__}: {error}".splitlines()[0]
    # Out here the error is gone, and with it the frames that held what filled the memory.
    _LOG.warning("out of memory with %s: %s", task.model.name, trouble)
    if not residents.holds(task.model) and residents.free_all_but(None):
        return work(task, report)  # it was still loading, and now it is alone
    count = len(task.items) if isinstance(task, Paint) else 0
    residents.note_shortage(task.model, count)
    raise OutOfMemory(
        f"The memory did not suffice for {max(1, count)} of these pictures at once; ask for fewer or smaller ones."
    )


def _do(task: Load | Paint, residents: Residents, report: Report) -> Loaded | Painted:
    from pinxit.engines.diffusers.painting import calls, memory  # noqa: PLC0415

    ready = residents.fetch(task.model, report)
    if isinstance(task, Load):
        return Loaded(residents.names())
    memory.start_peak(residents.device)
    with residents.dressed(task.model, task.manner, len(task.items)):
        stills = calls.paint(ready, task.manner, task.items, Sparing(report))
    return Painted(tuple(stills), residents.names(), memory.read_peak(residents.device))


def _open_residents(task: Load | Paint) -> Residents:
    from pinxit.engines.diffusers.painting.precision import find_device, prepare_device  # noqa: PLC0415
    from pinxit.engines.diffusers.painting.residents import Residents  # noqa: PLC0415

    if not _rooms or _rooms[0].local != task.local:
        device = find_device(task.local)
        prepare_device(task.local, device)
        _rooms[:] = [Residents(task.local, device)]
    return _rooms[0]
