"""An engine that makes plain pictures at once; words in its prompt change that.

`[wait 2]` takes two seconds a picture, `[break]` fails, `[fall]` fails half-way, `[few]` makes a picture too few,
`[block]` declines, `[none]` answers without a picture, `[crash]` raises what no engine should.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

from PIL import Image

from pinxit.core.engine import Choice, ModelCard, Span
from pinxit.core.errors import Blocked, EngineFailed, NoPicture, Overloaded
from pinxit.core.images import Animation, Background, Format, ImageRequest, Partial, Picture, Progress, Quality, Size
from pinxit.core.sizes import Native, at_tier, shrink

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
