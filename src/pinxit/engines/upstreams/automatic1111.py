"""AUTOMATIC1111's web API, which Forge, SD.Next and others serve too (start them with `--api`)."""

from __future__ import annotations

import asyncio
import contextlib
import io
from base64 import b64encode
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson
import pybase64
from PIL import Image

from pinxit.core.engine import Choice, Drawn, ModelCard, Option, Span, Text
from pinxit.core.errors import (
    ConfigurationError,
    InvalidRequest,
    PinxitError,
    UnknownModel,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import ImageRequest, Picture, Progress, Size, Source
from pinxit.core.sizes import Native, at_tier, shrink
from pinxit.dialects.openai.hearing import read_complaint
from pinxit.dialects.wire import clean
from pinxit.engines.upstreams.calls import Call, Emit, run_together
from pinxit.engines.upstreams.connection import Answer, Connection, Question
from pinxit.engines.upstreams.first_look import list_fields, look_up
from pinxit.engines.upstreams.pictures import encode_as, unpack
from pinxit.engines.upstreams.refusals import Refused, Refuser, read_wait
from pinxit.upstreams import Upstream

_LOCAL = "http://127.0.0.1:7860"
_SIZES = Native(max_side=2048, max_pixels=2048 * 2048, multiple=8)
_POLL = 0.5  # seconds between two looks at how far it is
_STOP = 3.0  # seconds that telling it to stop may take
_SEEDS = 2**32
_OPTIONS: dict[str, Option] = {
    "steps": Span(1, 150, 20),
    "cfg_scale": Span(0, 30, 7, fractions=True),
    "negative_prompt": Text(),
    "denoising_strength": Span(0, 1, 0.75, fractions=True),
}


@dataclass(frozen=True, slots=True)
class _Model:
    card: ModelCard
    checkpoint: str | None
    """As the service names it; None: whatever it has loaded."""


class Automatic1111Engine:
    """Asks `{url}/sdapi/v1/txt2img`, and `img2img` for what has sources. A `key` is `user:password` of `--api-auth`.

    The service draws one picture at a time and tells how far it is without saying with which: so it is asked for one at
    a time, whatever `at_once` says, and only our own is ever interrupted.
    """

    def __init__(self, upstream: Upstream) -> None:
        self.name = upstream.name
        self.capacity = 1
        self._upstream = upstream
        self._base = upstream.url.strip().rstrip("/").removesuffix("/sdapi/v1") or _LOCAL
        if not self._base.startswith(("http://", "https://")):
            raise ConfigurationError(f"The `url` of the upstream {self.name!r} must be like {_LOCAL}.")
        self._connection = Connection(upstream, self._base)
        self._refuser = Refuser(upstream)
        self._turn = asyncio.Lock()
        self._known: dict[str, _Model] = {}

    def models(self) -> Sequence[ModelCard]:
        """The checkpoints that the settings name, else those it has; one by the upstream's name where it is away."""
        if not self._known:
            paths = ("/sdapi/v1/sd-models", "/sdapi/v1/samplers")
            found, samplers = look_up(self._upstream, self._base, self._headers(), paths)
            options = dict(_OPTIONS)
            if names := list_fields(samplers, "name"):
                options["sampler"] = Choice(tuple(names))
            listed = list_fields(found, "model_name")
            titles = dict(zip(listed, list_fields(found, "title"), strict=False))
            for name in self._upstream.models or tuple(titles):
                self._known[name] = _Model(_make_card(name, options), titles.get(name, name))
            if not self._known:
                self._known[self.name] = _Model(_make_card(self.name, options), None)
        return [model.card for model in self._known.values()]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """Yield progress and pictures, one after the other; Missed for what failed beside others."""
        if not self._known:
            await asyncio.to_thread(self.models)
        model = self._known.get(request.model)
        if model is None:
            raise UnknownModel(
                f"{self.name} has no model {request.model[:80]!r}.", param="model", code="model_not_found"
            )
        body = await asyncio.to_thread(_write_wish, request, model)
        calls = [Call(range(i, i + 1), partial(self._make, request, body, i)) for i in range(request.n)]
        async with aclosing(run_together(calls)) as events:
            async for event in events:
                yield event

    async def close(self) -> None:
        await self._connection.close()

    def _headers(self) -> dict[str, str]:
        key = self._upstream.key.reveal()
        if ":" in key:
            return {"authorization": f"Basic {b64encode(key.encode()).decode()}"}
        return {"authorization": f"Bearer {key}"} if key else {}

    async def _make(self, request: ImageRequest, body: Mapping[str, Any], index: int, emit: Emit) -> None:
        seed = -1 if request.seed is None else (request.seed + index) % _SEEDS
        path = "/sdapi/v1/img2img" if request.sources else "/sdapi/v1/txt2img"
        packed = await asyncio.to_thread(orjson.dumps, {**body, "seed": seed})
        emit(Progress(index, 0.0, "waiting"))
        async with self._turn:
            watching = asyncio.create_task(self._watch(index, emit))
            try:
                answer = await self._connection.ask(Question(path, headers=self._headers(), body=packed))
            except (asyncio.CancelledError, UpstreamTimeout):
                await self._interrupt()
                raise
            finally:
                watching.cancel()
        try:
            emit(await asyncio.to_thread(self._read, request, index, answer))
        except PinxitError as error:
            error.message = error.message.replace("The upstream ", f"{self.name} ", 1)
            error.args = (error.message,)
            raise

    async def _watch(self, index: int, emit: Emit) -> None:
        """Look now and then how far it is. A look that fails is not missed."""
        question = Question("/sdapi/v1/progress?skip_current_image=true", "GET", headers=self._headers(), seconds=_STOP)
        while True:
            await asyncio.sleep(_POLL)
            with contextlib.suppress(PinxitError, orjson.JSONDecodeError, TypeError, ValueError, AttributeError):
                told = float(orjson.loads((await self._connection.ask(question)).body).get("progress"))
                emit(Progress(index, min(1.0, max(0.0, told)), "drawing"))

    async def _interrupt(self) -> None:
        with contextlib.suppress(PinxitError):
            path = "/sdapi/v1/interrupt"
            await self._connection.ask(Question(path, headers=self._headers(), body=b"{}", seconds=_STOP))

    def _read(self, request: ImageRequest, index: int, answer: Answer) -> Picture:
        if answer.status != 200:
            said = read_complaint(answer.body)
            if answer.status == 404 and said.message in {"", "Not Found"}:
                raise UpstreamFailed(
                    f"{self.name} does not serve its API; start it with --api.", code="upstream_no_api"
                )
            raise self._refuser.tell(Refused(answer.status, said.message, said.code, wait=read_wait(answer.headers)))
        try:
            told = orjson.loads(answer.body)
            text, info = told["images"][0], orjson.loads(told.get("info") or "{}")
            seed = int(info.get("seed", request.seed or 0))
        except (orjson.JSONDecodeError, LookupError, TypeError, ValueError, AttributeError):
            raise UpstreamFailed("The upstream answered without a picture.", code="upstream_nonsense") from None
        unpacked = unpack(str(text))
        if request.format_said:
            unpacked = encode_as(unpacked, request.format, request.compression, anew=request.compression != 100)
        words = request.prompt.strip() or "A variation of the picture that came along."
        data, size, kind = unpacked.data, unpacked.size, unpacked.format
        return Picture(index, data, size, kind, max(0, seed), words, text=unpacked.text)


def _make_card(name: str, options: Mapping[str, Option]) -> ModelCard:
    return ModelCard(
        name=name,
        title=name,
        owner="automatic1111",
        transparency=False,
        deterministic=False,
        sources=1,
        masks=True,
        sizes=_SIZES,
        options=options,
        remote=True,
    )


def _write_wish(request: ImageRequest, model: _Model) -> dict[str, Any]:
    """The fields of a picture, but for its seed."""
    settings: dict[str, Any] = {"return_grid": False}
    if model.checkpoint is not None:
        settings["sd_model_checkpoint"] = model.checkpoint
    fields: dict[str, Any] = {"prompt": clean(request.prompt), "override_settings": settings, "save_images": False}
    options = dict(request.options)
    if not request.sources:
        options.pop("denoising_strength", None)
    if (sampler := options.pop("sampler", None)) is not None:
        fields["sampler_name"] = sampler
    size = _choose_size(request)
    if size is not None:
        fields |= {"width": size.width, "height": size.height}
    if request.sources:
        fields["init_images"] = [pybase64.b64encode_as_string(request.sources[0].data)]
    if request.mask is not None:
        fields |= {"mask": pybase64.b64encode_as_string(_turn_mask(request.mask)), "inpaint_full_res": False}
    return fields | options


def _choose_size(request: ImageRequest) -> Size | None:
    """What was asked for, else that of the picture to work from; None: its own default."""
    told = request.sources[0].pixels if request.sources else None
    if request.size is None and told is None and request.tier is None:
        return None
    return _SIZES.nearest(request.size or at_tier(shrink(*(told or (1024, 1024))), request.tier))


def _turn_mask(mask: Source) -> bytes:
    """White where the mask is transparent, which is what shall be made anew, and black elsewhere."""
    try:
        with Image.open(io.BytesIO(mask.data)) as image:
            clear = image.convert("RGBA").getchannel("A").point(lambda value: 255 if value == 0 else 0)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise InvalidRequest("The mask cannot be read; send it as a PNG.", param="mask", code="invalid_image") from None
    out = io.BytesIO()
    clear.save(out, "PNG", compress_level=1)
    return out.getvalue()
