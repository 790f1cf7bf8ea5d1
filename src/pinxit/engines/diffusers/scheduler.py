"""Wishes become batches: what goes together is painted together, keys take turns, and no device waits for nothing."""

from __future__ import annotations

import asyncio
import logging
import math
from collections import OrderedDict
from collections.abc import Coroutine, Iterable, Sequence
from contextlib import suppress

from pinxit.core.errors import EngineFailed, MemoryShort, Overloaded, PinxitError
from pinxit.engines.diffusers.batches import LOAD, Batch, Experience
from pinxit.engines.diffusers.device import Device, NoWorker, Stopped, WorkerDied
from pinxit.engines.diffusers.pace import Pace
from pinxit.engines.diffusers.wishes import Line, Made, Told, Wish
from pinxit.engines.diffusers.work import Load, Manner, ModelBroken, OutOfMemory, Paint, Painted
from pinxit.engines.process import Report
from pinxit.local import Local
from pinxit.weights import Installed

_LOG = logging.getLogger("pinxit.diffusers")
_DEATHS = 2  # of workers over one picture, until it is given up
_KINDS = 256  # whose pace is remembered
_MOMENT = 0.0005  # seconds that are not worth another look
_AWAY = 10.0  # seconds: whoever comes while no worker is there, nor will be for longer, is told so


class Scheduler:
    """Gives wishes to devices. All of it happens on one event loop."""

    def __init__(self, devices: Sequence[Device], local: Local, queue: int) -> None:
        """Of `local` it heeds `batch` and `window`; whoever comes while `queue` wishes wait is refused."""
        self.devices = tuple(devices)
        self.line = Line()
        self._local = local
        self._queue = queue
        self._learnt = Experience(local.batch)
        self._paces: OrderedDict[tuple[str, Manner], Pace] = OrderedDict()
        self._batches: dict[Device, Batch] = {}
        self._freed: dict[Device, float] = {}
        self._jobs: set[asyncio.Task[None]] = set()
        self._alarm: asyncio.TimerHandle | None = None
        self._asked = False
        self._closed = False

    def ask(self, wishes: Sequence[Wish]) -> None:
        """Put the wishes of one request into the line: all or none. Raises Overloaded and EngineFailed."""
        if self._closed:
            raise EngineFailed("The engine is shutting down.")
        self._check_room()
        now = asyncio.get_running_loop().time()
        for wish in wishes:
            self._pace(wish.kind).note_wish(now)
            self.line.put(wish)
        self._look_soon()

    def drop(self, wishes: Iterable[Wish]) -> None:
        """Nobody wants these any more, or they were given out: what is left of the work on them is not done."""
        for wish in wishes:
            if wish.painted and not wish.given:
                self._pace(wish.kind).note_given(0.0, away=True)
            wish.over = wish.given = True
            self.line.remove(wish)
        for device, batch in self._batches.items():
            if not batch.wanted:
                device.cancel()

    def note_given(self, wish: Wish) -> None:
        """The picture of a wish was given out."""
        wish.given = True
        self._pace(wish.kind).note_given(asyncio.get_running_loop().time())

    async def load(self, model: Installed, device: Device) -> None:
        """Have a model ready on a device that does nothing else. Raises EngineFailed."""
        device.busy = True
        try:
            await device.run(Load(device.local, model), lambda report: None)
        except (WorkerDied, PinxitError) as error:
            raise EngineFailed(f"{model.name} was not loaded on {device.name}: {error}") from error
        finally:
            self._release(device)

    def keep_loaded(self, models: Sequence[Installed]) -> None:
        """Have these loaded again where a worker that died left nothing of them, as long as nobody waits."""

        async def load(device: Device) -> None:
            for model in models:
                if device.busy or len(self.line) or self._closed:
                    return
                with suppress(EngineFailed):
                    await self.load(model, device)

        for device in self.devices:
            device.restarted = lambda device=device: self._spawn(load(device))  # type: ignore[misc]

    async def close(self) -> None:
        """End all workers; what is under way or waits fails with EngineFailed."""
        self._closed = True
        if self._alarm is not None:
            self._alarm.cancel()
        for wish in (*self.line.clear(), *(wish for batch in self._batches.values() for wish in batch.wishes)):
            wish.tell(EngineFailed("The engine is shutting down."))
        await asyncio.gather(*(device.close() for device in self.devices))
        await asyncio.gather(*self._jobs, return_exceptions=True)

    def _check_room(self) -> None:
        rest = min(device.rest for device in self.devices)
        if rest > _AWAY:
            raise Overloaded(
                f"The workers that paint died again and again; the next start is in {math.ceil(rest)} s. "
                "The server's log says why.",
                retry_after=rest,
            )
        if len(self.line) < self._queue:
            return
        batch = max((pace.seconds for pace in self._paces.values()), default=0.0) or 1.0
        rounds = math.ceil(len(self.line) / (self._learnt.most * len(self.devices)))
        wait = max(1, math.ceil(batch * rounds))
        raise Overloaded(f"{len(self.line)} pictures wait already; try again in {wait} s.", retry_after=float(wait))

    def _pace(self, kind: tuple[str, Manner]) -> Pace:
        pace = self._paces.get(kind)
        if pace is None:
            pace = self._paces[kind] = Pace(self._local.window)
            while len(self._paces) > _KINDS:
                self._paces.popitem(last=False)
        else:
            self._paces.move_to_end(kind)
        return pace

    # Who is next, and where.

    def _look_soon(self) -> None:
        """Look for work once all have asked who ask at this very moment."""
        if not self._asked:
            self._asked = True
            asyncio.get_running_loop().call_soon(self._look)

    def _look_at(self, when: float) -> None:
        """Look for work then, at the latest."""
        if self._alarm is not None:
            if self._alarm.when() <= when:
                return
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().call_at(when, self._wake)

    def _wake(self) -> None:
        self._alarm = None
        self._look()

    def _look(self) -> None:
        self._asked = False
        free = [device for device in self.devices if not device.busy]
        resting = [device.rest for device in free if device.rest]
        if resting and len(self.line):
            self._look_at(asyncio.get_running_loop().time() + min(resting))
        free = [device for device in free if not device.rest]
        while free and not self._closed and (found := self._find_batch(free)):
            device, wishes = found
            free.remove(device)
            if wishes:
                self._begin(device, wishes)

    def _find_batch(self, free: Sequence[Device]) -> tuple[Device, list[Wish]] | None:
        """The next batch and its device; without wishes where it is worth waiting a moment for more of them."""
        now = asyncio.get_running_loop().time()
        for first in self.line.list_firsts():
            device = self._choose_device(first, free, now)
            if device is None:
                continue
            limit = self._learnt.limit(first)
            wishes = self.line.gather(first, limit)
            pace = self._pace(first.kind)
            until = max(self._freed.get(device, 0.0), min(wish.came for wish in wishes)) + pace.patience
            if first.alone or len(wishes) == limit or until <= now + _MOMENT or not pace.expect(now):
                return device, wishes
            self._look_at(until)
            return device, []
        return None

    def _choose_device(self, wish: Wish, free: Sequence[Device], now: float) -> Device | None:
        """Who makes it: a device that has the model, else one that has room for it; None where it is better to wait."""
        name = wish.model.name
        if holders := [device for device in free if name in device.resident]:
            return holders[0]
        cost = self._learnt.loads.get(name, LOAD)
        for device, batch in self._batches.items():
            # It has the model, or will have it. Whoever waits for it need not load the same once more, if that is soon.
            if name in device.resident or batch.model.name == name:
                left = batch.began + self._foretell(batch) - now
                waiting = sum(other.model.name == name for other in self.line)
                if left < cost and waiting <= self._learnt.limit(wish):
                    return None
        return min(free, key=lambda device: (len(device.resident), self._freed.get(device, 0.0)))

    def _foretell(self, batch: Batch) -> float:
        """About how many seconds a batch takes in all."""
        load = 0.0 if batch.resident else self._learnt.loads.get(batch.model.name, LOAD)
        return load + (self._pace(batch.kind).seconds or LOAD)

    # The work.

    def _begin(self, device: Device, wishes: list[Wish]) -> None:
        self.line.take(wishes)
        model = wishes[0].model
        now = asyncio.get_running_loop().time()
        batch = self._batches[device] = Batch(wishes, now, model.name in device.resident)
        device.busy = True
        if not device.alive:
            for wish in wishes:
                wish.tell(Told(0.0, "starting"))
        self._spawn(self._work(device, batch))

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        job = asyncio.create_task(work)
        self._jobs.add(job)  # the loop alone holds tasks weakly
        job.add_done_callback(self._jobs.discard)

    async def _work(self, device: Device, batch: Batch) -> None:
        loop = asyncio.get_running_loop()

        def hear(report: Report) -> None:
            batch.hear(report, loop.time())

        first = batch.wishes[0]
        task = Paint(device.local, first.model, first.manner, tuple(wish.item for wish in batch.wishes))
        try:
            answer = await device.run(task, hear)
            if not isinstance(answer, Painted) or len(answer.stills) != len(batch.wishes):
                raise EngineFailed("The worker made another number of pictures than it was asked for.")
            self._learn(batch, loop.time())
            for wish, still in zip(batch.wishes, answer.stills, strict=True):
                if not wish.over:
                    wish.painted = True
                    self._pace(wish.kind).note_made()
                    wish.tell(Made(still))
        except Stopped:
            pass
        except Exception as error:
            self._answer(device, batch, error)
        finally:
            del self._batches[device]
            self._release(device)

    def _learn(self, batch: Batch, now: float) -> None:
        self._learnt.note_load(batch)
        self._learnt.trust(batch)
        began = batch.began if batch.resident else batch.painting
        if began:
            self._pace(batch.kind).note_batch(now - began)

    def _release(self, device: Device) -> None:
        device.busy = False
        self._freed[device] = asyncio.get_running_loop().time()
        self._look_soon()

    # What went wrong.

    def _answer(self, device: Device, batch: Batch, error: Exception) -> None:
        """Decide what becomes of a batch that failed: its wishes are tried again, or told."""
        wishes = batch.wanted
        if self._closed:
            return
        if isinstance(error, WorkerDied):
            self._retry(device, batch, error)
        elif isinstance(error, OutOfMemory):
            self._shrink(device, batch)
        elif isinstance(error, NoWorker):
            self._go_without(device, wishes, error)
        elif isinstance(error, ModelBroken):
            _LOG.error("%s cannot be loaded: %s", batch.model.name, error.message)
            _fail(wishes, EngineFailed(error.message))
        elif not isinstance(error, PinxitError):
            _LOG.error("a batch was lost", exc_info=error)
            _fail(wishes, EngineFailed("The engine failed while making this picture; nothing was charged."))
        elif len(batch.wishes) > 1:  # one of them may be to blame: by itself each tells
            self._put_back(wishes, alone=True)
        else:
            _fail(wishes, error)

    def _put_back(self, wishes: Iterable[Wish], *, alone: bool = False) -> None:
        for wish in wishes:
            wish.alone = wish.alone or alone
            self.line.put(wish)

    def _retry(self, device: Device, batch: Batch, death: WorkerDied) -> None:
        if death.large and death.began and self._learnt.suspect(batch):
            limit = self._learnt.halve(batch)
            _LOG.warning("from now on at most %d pictures of %s are made together", limit, batch.model.name)
        for wish in batch.wanted:
            wish.deaths += 1
            if wish.deaths < _DEATHS:
                # Where it had begun to paint, one picture may be what it died of, and the others need not suffer twice.
                self._put_back([wish], alone=death.began)
            else:
                why = f"Two workers died over this picture; the last one, of {device.name}, {death.why}."
                wish.tell(EngineFailed(f"{why} Nothing was charged."))

    def _shrink(self, device: Device, batch: Batch) -> None:
        """Memory did not suffice: fewer at a time, then once more with nothing else in memory, then a refusal."""
        size = f"{batch.wishes[0].manner.width}x{batch.wishes[0].manner.height}"
        if len(batch.wishes) > 1:
            limit = self._learnt.halve(batch)
            _LOG.warning("%s at %s: %d pictures are too many for %s's memory, from now on at most %d are made together",
                         batch.model.name, size, len(batch.wishes), device.name, limit)  # fmt: skip
            self._put_back(batch.wanted)
            return
        for wish in batch.wanted:
            if not wish.cramped:
                wish.cramped = True
                self._put_back([wish], alone=True)
                continue
            why = f"{batch.model.name} does not fit the memory of {device.name} at {size}, even alone."
            what = "Ask for a smaller size or take a smaller model"
            more = "; the operator can set PINXIT_LOCAL_QUANTISE=auto" if self._local.quantise == "off" else ""
            wish.tell(MemoryShort(f"{why} {what}{more}."))

    def _go_without(self, device: Device, wishes: list[Wish], error: NoWorker) -> None:
        """No worker can be started there. Others may do the work; without any, nobody is kept waiting."""
        if any(other.alive for other in self.devices if other is not device):
            self._put_back(wishes)
        else:
            _fail((*wishes, *self.line.clear()), error)


def _fail(wishes: Iterable[Wish], error: PinxitError) -> None:
    for wish in wishes:
        wish.tell(error)
