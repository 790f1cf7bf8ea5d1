"""Doubles and contracts for whoever writes an engine or tests against pinxit: public and kept stable.

FakeEngine makes plain pictures at once; words in its prompt change that: `[wait 2]` takes two seconds a picture,
`[break]` fails, `[fall]` fails half-way, `[few]` makes a picture too few, `[block]` declines, `[none]` answers without
a picture, `[crash]` raises what no engine should.
A third party's whole test file for an engine is a subclass of EngineContract. `run_server` starts the real server.
"""

# ruff: noqa: S101  (the contract is made of assertions, as a test is)

from __future__ import annotations

import asyncio
import hashlib
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from pinxit.core.archive import Key
from pinxit.core.batches import Filing
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Choice, Engine, ModelCard, Span, StartingEngine
from pinxit.core.errors import Blocked, EngineFailed, NoPicture, Overloaded
from pinxit.core.filing import Cabinet
from pinxit.core.hooks import Hooks
from pinxit.core.images import Animation, Background, Format, ImageRequest, Partial, Picture, Progress, Quality, Size
from pinxit.core.prices import load_prices
from pinxit.core.runner import JobRunner, Policy
from pinxit.core.sizes import Native, at_tier, shrink
from pinxit.core.studio import Studio

if TYPE_CHECKING:
    from pinxit.storage.database import Database
    from pinxit.web.desk import Desk

_WAIT = re.compile(r"\[wait (\d+(?:\.\d+)?)\]")


class FakeEngine:
    """One flat colour, taken from the prompt. `drawing` says how many pictures are in work right now."""

    name = "fake"

    def __init__(self, *, workers: int | None = None, queue: int = 16) -> None:
        self.capacity = workers or 2
        self.queue = queue
        self._waiting = 0
        self._slots = asyncio.Semaphore(self.capacity)
        self.drawing = 0
        self.started = False
        self.closed = False

    def models(self) -> Sequence[ModelCard]:
        able = ModelCard(
            name="pinxit-fake",
            title="One flat colour",
            formats=tuple(Format),
            qualities=tuple(Quality),
            sources=16,
            masks=True,
            partials=3,
            options={
                "complexity": Choice(("low", "medium", "high"), "high"),
                "style": Choice(("vivid", "natural")),
                "moderation": Choice(("auto", "low"), "auto"),
                "input_fidelity": Choice(("high", "low"), "high"),
                "steps": Span(1, 100, 20),
            },
            aliases=("fake",),
        )
        table = Native(table=(Size(1024, 1024), Size(1536, 1024), Size(1024, 1536)))
        plain = ModelCard(name="pinxit-fake-plain", title="One flat colour in three sizes", sizes=table)
        return [able, plain]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
        if self._slots.locked() and self._waiting >= self.queue:
            raise Overloaded(f"{self._waiting} requests are waiting already.", retry_after=1.0)
        _refuse_as_told(request.prompt)
        for index in range(request.n - ("[few]" in request.prompt)):
            yield Progress(index, 0.0, "waiting")
            # Closed with this one, not when the garbage collector comes by: its worker is free at once.
            async with aclosing(self._draw_one(request, index)) as states:
                async for shown in states:
                    yield shown

    async def _draw_one(self, request: ImageRequest, index: int) -> AsyncGenerator[Partial | Picture]:
        self._waiting += 1
        try:
            await self._slots.acquire()
        finally:
            self._waiting -= 1
        self.drawing += 1
        try:
            for step in range(request.partials):
                shown = paint_flat(replace(request, prompt=f"{request.prompt} {step}"), index)
                yield Partial(index, step, f"state {step}", shown.data, shown.size, shown.format)
            if match := _WAIT.search(request.prompt):
                await asyncio.sleep(float(match[1]))
            if "[fall]" in request.prompt:
                raise EngineFailed("The fake engine fell over half-way, as it was told.")
            yield paint_flat(request, index)
        finally:
            self.drawing -= 1
            self._slots.release()

    async def start(self) -> None:
        self.started = True

    async def close(self) -> None:
        self.closed = True


def _refuse_as_told(prompt: str) -> None:
    if "[block]" in prompt:
        raise Blocked("The fake engine declines this, as it was told.", reason="safety")
    if "[none]" in prompt:
        raise NoPicture("The fake engine made no picture, as it was told.", reason="no_image", stage="output")
    if "[break]" in prompt:
        raise EngineFailed("The fake engine broke, as it was told.")
    if "[crash]" in prompt:
        raise RuntimeError("secret detail")


def paint_flat(request: ImageRequest, index: int) -> Picture:
    """A valid picture of the request's size and format in one colour; the same request gives the same bytes.

    The size of the first source is kept where none is asked for. A GIF has as many colours as frames.
    """
    told = request.sources[0].pixels if request.sources else None
    size = request.size or at_tier(shrink(*told) if told else Size(1024, 1024), request.tier)
    seed = request.seed if request.seed is not None else 0
    colour = hashlib.sha256(f"{request.prompt}{seed + index}".encode("utf-8", "replace")).digest()[:3]
    clear = request.background is Background.TRANSPARENT
    what = f"A flat colour made of {len(request.sources)} pictures." if request.sources else "A flat colour."
    return Picture(
        index=index,
        data=_encode_flat(request, size, (*colour, 0) if clear else tuple(colour)),
        size=size,
        format=request.format,
        seed=seed + index,
        description=what,
        missing=tuple(re.findall(r"\[lack (\w+)\]", request.prompt)),
        transparent=clear,
    )


def _encode_flat(request: ImageRequest, size: Size, fill: tuple[int, ...]) -> bytes:
    shape = (size.width, size.height)
    if request.format is Format.SVG:
        colour = "none" if len(fill) == 4 else "#{:02x}{:02x}{:02x}".format(*fill)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size.width}" height="{size.height}">'
            f'<path fill="{colour}" d="M0 0H{size.width}V{size.height}H0z"/></svg>'
        ).encode()
    buffer = io.BytesIO()
    image = Image.new("RGBA" if len(fill) == 4 else "RGB", shape, fill)
    if request.format is Format.GIF:
        film = request.animation or Animation()
        frames = [Image.new("RGB", shape, ((fill[0] + 13 * i) % 256, *fill[1:3])) for i in range(film.frames)]
        frames[0].save(
            buffer, "GIF", save_all=True, append_images=frames[1:], duration=film.milliseconds, loop=0, disposal=1
        )
        return buffer.getvalue()
    if request.format is Format.PNG and len(fill) == 3:
        image = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=2)
    image.save(buffer, request.format.value.upper(), **({"compress_level": 1} if request.format is Format.PNG else {}))
    return buffer.getvalue()


def make_desk(engine: Engine, *keys: Key, policy: Policy | None = None, **fields: Any) -> Desk:
    """What `build_app` wants, with keys, jobs and the ledger in memory and pictures in a temporary folder.

    Ready without a lifespan. `fields` are those of Desk. The work on a request ends with its caller's connection,
    unless `policy` says otherwise.
    """
    from pinxit.storage.archive import FolderArchive  # noqa: PLC0415  (whoever tests an engine needs no database)
    from pinxit.storage.batches import SqlBatchBook  # noqa: PLC0415
    from pinxit.storage.book import SqlJobBook  # noqa: PLC0415
    from pinxit.storage.database import Database  # noqa: PLC0415
    from pinxit.storage.keyring import SqlKeyRing, insert_key  # noqa: PLC0415
    from pinxit.storage.servers import Servers  # noqa: PLC0415
    from pinxit.storage.tables import metadata  # noqa: PLC0415
    from pinxit.storage.uploads import SqlFileBook  # noqa: PLC0415
    from pinxit.storage.usage import SqlUsageBook  # noqa: PLC0415
    from pinxit.web.desk import Desk  # noqa: PLC0415

    database, folder = Database("sqlite://"), tempfile.TemporaryDirectory(prefix="pinxit-", ignore_cleanup_errors=True)
    with database.engine.begin() as connection:
        metadata.create_all(connection)
    servers = Servers(database, "here")
    ring, book = SqlKeyRing(database), SqlJobBook(database, servers)
    for key in keys:
        database.write_later(partial(insert_key, key=key))
    archive = fields.pop("archive", None) or FolderArchive(Path(folder.name) / "files", 3600, 2**30)
    uploads = FolderArchive(Path(folder.name) / "uploads", 3600, 2**30)
    usual = Policy(linger=0.0, queue=getattr(engine, "queue", 16))
    jobs = JobRunner(Studio(Catalog([engine])), book, (archive, uploads), load_prices(), policy or usual)

    async def close() -> None:
        await engine.close()
        await database.close()
        folder.cleanup()

    cabinet = Cabinet(SqlFileBook(database), uploads, 2**30)
    made: dict[str, Any] = {"jobs": jobs, "ring": ring, "close": close, "archive": archive, "uploads": uploads}
    made |= {"usage": SqlUsageBook(database), "filing": Filing(cabinet, SqlBatchBook(database, servers))}
    made |= {"start": engine.start if isinstance(engine, StartingEngine) else _nothing, "hooks": _make_hooks(database)}
    return Desk(**made | fields)


def _make_hooks(database: Database) -> Hooks:
    from pinxit.storage.hooks import SqlHookStore  # noqa: PLC0415

    return Hooks(SqlHookStore(database), FakeSender())


class FakeSender:
    """A Sender that takes every address and keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Mapping[str, str], bytes]] = []

    async def check_target(self, url: str) -> None:
        pass

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> str:
        self.sent.append((url, headers, body))
        return "200"


async def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server in a process of its own: where it listens, a key that it knows, its data directory and its log."""

    url: str
    key: str
    data: Path
    log: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


@contextmanager
def run_server(data: Path, **settings: str) -> Iterator[RunningServer]:
    """Start `pinxit serve` on a free port with an empty data directory; PINXIT_<NAME> are taken from `settings`.

    Without `engines` it draws with FakeEngine. Ends with the block. Raises RuntimeError where it does not start.
    """
    wishes = {"engines": "pinxit.testing:FakeEngine", **settings, "port": "0", "data": str(data)}
    environment = os.environ | {f"PINXIT_{name.upper()}": value for name, value in wishes.items()}
    data.mkdir(parents=True, exist_ok=True)
    log = data / "server.log"
    command = [sys.executable, "-u", "-m", "pinxit", "serve"]
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=environment, text=True) as process,  # noqa: S603
    ):
        try:
            said = _read_greeting(process)
            url, key = re.search(r"http://\S+", said), re.search(r"sk-pinxit-\S+", said)
            if not (url and key):
                raise RuntimeError(f"The server did not start: {said}{log.read_text(encoding='utf-8')}")
            yield RunningServer(url[0], key[0], data, log, process)
        finally:
            process.terminate()


def _read_greeting(process: subprocess.Popen[str]) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if "python3 -c" in line:
            break
    return said


class EngineContract:
    """What every engine keeps. Subclass it in a test file as `class TestMine(EngineContract)` and make an engine.

    `prompt` and `size` may be replaced where an engine needs others; methods run their own event loop.
    """

    prompt = "a red apple on a wooden table"
    size = Size(256, 192)

    def make_engine(self) -> Engine:
        raise NotImplementedError("Return a new engine.")

    def test_names_at_least_one_model(self) -> None:
        cards = self._run(lambda engine: _answer(list(engine.models())))
        assert cards
        assert all(card.name.strip() == card.name and card.name for card in cards)

    def test_makes_as_many_pictures_as_were_asked_for(self) -> None:
        pictures = self._draw(n=3)
        assert sorted(picture.index for picture in pictures) == [0, 1, 2]

    def test_makes_each_format_at_the_size_asked_for(self) -> None:
        for kind in self._run(lambda engine: _answer(engine.models()[0].formats)):
            picture = self._draw(format=kind)[0]
            assert picture.size == self.size
            assert picture.format is kind
            if kind is Format.SVG:
                assert f'width="{self.size.width}" height="{self.size.height}"'.encode() in picture.data
                continue
            with Image.open(io.BytesIO(picture.data)) as image:
                assert image.size == (self.size.width, self.size.height)
                assert image.format == kind.value.upper()

    def test_the_same_request_gives_the_same_pixels_where_the_card_says_so(self) -> None:
        if self._run(lambda engine: _answer(engine.models()[0].deterministic)):
            assert self._draw(seed=7)[0].data == self._draw(seed=7)[0].data

    def test_a_transparent_background_has_alpha_where_the_card_says_so(self) -> None:
        if self._run(lambda engine: _answer(engine.models()[0].transparency)):
            formats = self._run(lambda engine: _answer(engine.models()[0].formats))
            kind = next(kind for kind in formats if kind.has_alpha and kind is not Format.SVG)
            picture = self._draw(background=Background.TRANSPARENT, format=kind)[0]
            with Image.open(io.BytesIO(picture.data)) as image:
                assert image.convert("RGBA").getchannel("A").getextrema()[0] == 0
            assert picture.transparent

    def test_shows_unfinished_states_in_their_order_and_no_more_than_were_asked_for(self) -> None:
        async def collect(engine: Engine) -> tuple[int, list[Partial]]:
            most = engine.models()[0].partials
            async with aclosing(engine.draw(self._ask(engine, partials=most))) as events:
                return most, [event async for event in events if isinstance(event, Partial)]

        most, shown = self._run(collect)
        steps = [partial.step for partial in shown]
        assert steps == sorted(set(steps))
        assert len(steps) <= most
        assert all(partial.size == self.size for partial in shown)

    def test_says_what_was_drawn(self) -> None:
        assert self._draw()[0].description.strip()

    def test_draws_again_after_a_caller_went_away(self) -> None:
        async def leave_and_return(engine: Engine) -> int:
            async with aclosing(engine.draw(self._ask(engine, n=4))) as events:
                async for _ in events:
                    break
            async with aclosing(engine.draw(self._ask(engine))) as events:
                return len([event async for event in events if isinstance(event, Picture)])

        assert self._run(leave_and_return) == 1

    def _ask(self, engine: Engine, **wishes: Any) -> ImageRequest:
        card = engine.models()[0]
        usual = {"format": card.formats[0], "quality": card.qualities[-1]}
        return ImageRequest(model=card.name, prompt=self.prompt, size=self.size, **{**usual, **wishes})

    def _draw(self, **wishes: Any) -> list[Picture]:
        async def collect(engine: Engine) -> list[Picture]:
            async with aclosing(engine.draw(self._ask(engine, **wishes))) as events:
                return [event async for event in events if isinstance(event, Picture)]

        pictures: list[Picture] = self._run(collect)
        return pictures

    def _run(self, use: Callable[[Engine], Any]) -> Any:
        async def run() -> Any:
            engine = self.make_engine()
            try:
                return await use(engine)
            finally:
                await engine.close()

        return asyncio.run(run())


async def _answer(value: Any) -> Any:
    return value
