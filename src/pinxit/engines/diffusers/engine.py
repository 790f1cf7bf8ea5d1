"""The engine of open-weights models: a request becomes one wish for each picture, and wishes become batches."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence

from pinxit.core.engine import ModelCard
from pinxit.core.errors import EngineFailed, EngineMissing, PinxitError, UnknownModel
from pinxit.core.images import ImageRequest, Missed, Partial, Picture, Progress, Size
from pinxit.engines import tell_lack
from pinxit.engines.diffusers.accelerators import find_devices
from pinxit.engines.diffusers.cards import make_card
from pinxit.engines.diffusers.device import Device, Limits
from pinxit.engines.diffusers.finishing import Eye, Finisher
from pinxit.engines.diffusers.manners import choose_seed, make_items, make_manner
from pinxit.engines.diffusers.painting.families import find_family
from pinxit.engines.diffusers.scheduler import Scheduler
from pinxit.engines.diffusers.wishes import Made, News, Told, Wish
from pinxit.local import Local
from pinxit.weights import Installed, Shelf, ShelfWatch

_LOG = logging.getLogger("pinxit.diffusers")
_TARGET = "pinxit.engines.diffusers.painting.atelier:work"
_WARM = "pinxit.engines.diffusers.painting.atelier:warm"

Event = Progress | Partial | Picture | Missed


class DiffusersEngine:
    """Paints with the models that are on this machine, on all its devices or those that are named in `local`."""

    name = "diffusers"

    def __init__(
        self,
        *,
        workers: int | None = None,
        queue: int = 64,
        local: Local | None = None,
        models: Sequence[Installed] | None = None,
        target: str = _TARGET,
        warm: str = _WARM,
        limits: Limits | None = None,
        eye: Eye | None = None,
    ) -> None:  # limit: the last four are for whoever puts something else in the place of a part
        """`workers` does not matter here: each device has one. `models` are those that it serves; None: what the
        shelf of `local` has. `target` is what a worker does with a task and `warm` what it calls first, each as
        "module:function"; `eye` looks at pictures in the place of the classifier.

        Raises ConfigurationError where pictures are to be looked at and nothing is installed that can.
        """
        local = local or Local()
        self._local = local
        self._watch: ShelfWatch | None = None
        if models is None:
            shelf = Shelf(local)
            self._watch, models = ShelfWatch(shelf), shelf.list_installed()
        self._models = tuple(models)
        self._cards = tuple(make_card(model.facts) for model in self._models)
        self._own = target == _TARGET
        self._finisher = Finisher(local, eye)
        names = local.devices or (find_devices() if self._models else ("cpu",))
        sharing = max(1, names.count("cpu"))
        self.devices = tuple(Device(name, local, (target, warm), limits, sharing=sharing) for name in names)
        # Two batches for each device: one is painted while the next one gathers.
        self.capacity = 2 * local.batch * len(names)
        self._scheduler = Scheduler(self.devices, local, max(queue, self.capacity))

    def models(self) -> Sequence[ModelCard]:
        return self._cards

    async def refresh(self) -> bool:
        """Look at the shelf again; True where other models are on it than before."""
        if self._watch is None or (models := await asyncio.to_thread(self._watch.look)) is None:
            return False
        changed = models != self._models
        self._models, self._cards = models, tuple(make_card(model.facts) for model in models)
        return changed

    async def start(self) -> None:
        """Load the models of `preload` on each device. What cannot be loaded is left to its first request."""
        wanted = [self._find(name) for name in self._local.preload]
        if wanted:
            self._check_installed()
            self._scheduler.keep_loaded(wanted)
            await asyncio.gather(*(self._preload(device, wanted) for device in self.devices))

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Event]:
        """Yield progress, previews and pictures as they come; picture i has the seed + i.

        Where one of several pictures cannot be made, Missed stands for it. Raises InvalidRequest, Overloaded, Blocked,
        MemoryShort, EngineMissing and EngineFailed.
        """
        model = self._find(request.model)
        self._check_installed()
        # A source may have to be looked into.
        make = asyncio.to_thread(make_manner, model.facts, request) if request.sources else None
        manner = make_manner(model.facts, request) if make is None else await make
        first = choose_seed(request.prompt) if request.seed is None else request.seed
        # What the pipeline paints one after another anyway is given out one by one.
        alone = not find_family(model.facts.pipeline).together
        wishes = [Wish(model, manner, item, request.payer, alone=alone) for item in make_items(request, first)]
        order = _Order(request, wishes, self._scheduler, self._finisher)
        try:
            self._scheduler.ask(wishes)
            for index in range(request.n):
                yield Progress(index, 0.0, "waiting")
            async for event in order.follow():
                yield event
        finally:
            await order.leave()

    async def close(self) -> None:
        await self._scheduler.close()
        self._finisher.close()

    async def _preload(self, device: Device, models: Sequence[Installed]) -> None:
        for model in models:
            try:
                await self._scheduler.load(model, device)
            except EngineFailed as error:
                _LOG.error("%s", error.message)

    def _find(self, name: str) -> Installed:
        for model in self._models:
            if name == model.name or name in model.facts.aliases:
                return model
        names = ", ".join(model.name for model in self._models) or "none"
        raise UnknownModel(f"No model {name[:70]!r} is on this machine. There is: {names}.", param="model")

    def _check_installed(self) -> None:
        if self._own and (lack := tell_lack()):
            raise EngineMissing(lack)


class _Order:
    """The wishes of one request, each followed by a task of its own: pictures are finished side by side."""

    def __init__(self, request: ImageRequest, wishes: Sequence[Wish], scheduler: Scheduler, finisher: Finisher) -> None:
        self._request = request
        self._wishes = wishes
        self._scheduler = scheduler
        self._finisher = finisher
        self._events: asyncio.Queue[Event | Exception] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    async def follow(self) -> AsyncGenerator[Event]:
        """What happens to them, to the end of the last one. Raises why the first was not made, where none was."""
        self._tasks = [asyncio.create_task(self._attend(index, wish)) for index, wish in enumerate(self._wishes)]
        missed: list[Missed] = []
        left = len(self._wishes)
        while left:
            event = await self._events.get()
            if isinstance(event, Exception):
                raise event
            left -= isinstance(event, Picture | Missed)
            if isinstance(event, Missed):
                missed.append(event)
                continue
            if isinstance(event, Picture):
                self._scheduler.note_given(self._wishes[event.index])
            yield event
        if len(missed) == len(self._wishes):
            # Several requests may fail with one error: without what the others' frames left in it.
            raise min(missed, key=lambda miss: miss.index).error.with_traceback(None)
        for miss in missed:
            yield miss

    async def leave(self) -> None:
        """Nobody listens any more: what is left of the work is not done."""
        self._scheduler.drop(self._wishes)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _attend(self, index: int, wish: Wish) -> None:
        shown = 0
        try:
            while True:
                news = await wish.outbox.get()
                if isinstance(news, Told):
                    self._events.put_nowait(Progress(index, news.fraction, news.stage))
                    if news.preview is not None and shown < self._request.partials:
                        shown += await self._show(index, wish, news, shown)
                    continue
                self._events.put_nowait(await self._end(index, wish, news))
                return
        except Exception as error:  # a fault of ours: whoever waits must not wait for ever
            self._events.put_nowait(error)

    async def _show(self, index: int, wish: Wish, told: Told, step: int) -> bool:
        if told.preview is None:
            return False
        size = Size(wish.manner.width, wish.manner.height)
        partial = Partial(index, step, told.stage, b"", size, self._request.format)
        seen = await self._finisher.show(told.preview, self._request, partial)
        if seen is None:
            return False
        self._events.put_nowait(seen)
        return True

    async def _end(self, index: int, wish: Wish, news: News) -> Picture | Missed:
        if isinstance(news, Exception):
            return Missed(index, news)
        assert isinstance(news, Made)  # noqa: S101  (nothing else ends a wish)
        size = Size(wish.manner.width, wish.manner.height)
        blank = Picture(index, b"", size, self._request.format, wish.item.seed, _describe(wish))
        try:
            return await self._finisher.finish(news.still, self._request, blank)
        except PinxitError as error:
            return Missed(index, error)


def _describe(wish: Wish) -> str:
    """What can be said of a picture that nobody has looked at: who made it, and of what."""
    how = {"": "Painted", "image": "Painted from a picture", "mask": "Painted into a picture"}
    words = f"{how.get(wish.manner.edit, 'Painted around a picture')} by {wish.model.facts.title}"
    return f"{words}: {wish.item.prompt.strip()}" if wish.item.prompt.strip() else f"{words}."
