"""ComfyUI: any workflow of its own, saved in API format, as a model."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from base64 import b64encode
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4

import orjson

from pinxit.core.engine import Drawn, ModelCard, Option, Text
from pinxit.core.errors import ConfigurationError, NoPicture, PinxitError, UnknownModel, UpstreamFailed, UpstreamTimeout
from pinxit.core.images import ImageRequest, Picture, Progress, Size, Source
from pinxit.core.sizes import Native, at_tier, shrink
from pinxit.dialects.openai.hearing import read_complaint
from pinxit.dialects.wire import clean
from pinxit.engines.upstreams.calls import Call, Emit, run_together
from pinxit.engines.upstreams.comfyui_workflows import Workflow, read_workflow
from pinxit.engines.upstreams.connection import Connection, Part, Question
from pinxit.engines.upstreams.pictures import encode_as, look_at
from pinxit.engines.upstreams.refusals import Refused, Refuser, read_wait
from pinxit.upstreams import Upstream

_LOCAL = "http://127.0.0.1:8188"
_SIZES = Native(max_side=4096, max_pixels=4096 * 4096, multiple=16)
_FIRST, _LAST = 0.1, 1.0  # seconds between two looks whether it is done: more from look to look
_STOP = 3.0  # seconds that telling it to stop may take
_SEEDS = 2**53  # its own page counts no further
_LARGEST = 64 * 2**20  # bytes of a picture


class ComfyUIEngine:
    """Queues the workflow of the settings at `{url}/prompt`, waits for its pictures and gets them.

    It draws one at a time, so no more than two wait there: the next one need not wait for our asking. A `key` is a
    bearer's token, or `user:password`, of whatever guards it.
    """

    def __init__(self, upstream: Upstream) -> None:
        self.name = upstream.name
        self.capacity = min(upstream.at_once, 2)
        self._upstream = upstream
        if upstream.workflow is None:
            raise ConfigurationError(
                f"The upstream {self.name!r} needs a `workflow`: a file that ComfyUI exported (API)."
            )
        base = upstream.url.strip().rstrip("/") or _LOCAL
        if not base.startswith(("http://", "https://")):
            raise ConfigurationError(f"The `url` of the upstream {self.name!r} must be like {_LOCAL}.")
        self._workflow = read_workflow(upstream.workflow, upstream.name)
        self._connection = Connection(upstream, base)
        self._refuser = Refuser(upstream)

    def models(self) -> Sequence[ModelCard]:
        """The names of the settings, which the workflow may look at as {{model}}; else one by the upstream's name."""
        return [_make_card(name, self._workflow) for name in self._upstream.models or (self.name,)]

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        """Yield progress and pictures; Missed for what failed beside others."""
        if request.model not in (self._upstream.models or (self.name,)):
            raise UnknownModel(
                f"{self.name} has no model {request.model[:80]!r}.", param="model", code="model_not_found"
            )
        uploaded = await self._upload(request.sources[0]) if request.sources else None
        calls = [Call(range(i, i + 1), partial(self._make, request, uploaded, i)) for i in range(request.n)]
        async with aclosing(run_together(calls)) as events:
            async for event in events:
                yield event

    async def close(self) -> None:
        await self._connection.close()

    async def _make(self, request: ImageRequest, uploaded: str | None, index: int, emit: Emit) -> None:
        start = secrets.randbelow(_SEEDS) if request.seed is None else request.seed
        seed = (start + index) % _SEEDS
        nodes = self._workflow.fill(_list_values(request, uploaded, seed, self._workflow.marks))
        _name_files(nodes)
        # A name of ours, so that it can be taken back when we leave before the answer; older versions give their own.
        job = str(uuid4())
        body = orjson.dumps({"prompt": nodes, "prompt_id": job, "client_id": "pinxit"})
        try:
            async with asyncio.timeout(self._upstream.timeout):
                told = await self._ask(Question("/prompt", headers=self._headers(), body=body))
                job = str(told.get("prompt_id") or job)
                emit(Progress(index, 0.0, "waiting"))
                image = await self._wait(job)
        except (asyncio.CancelledError, TimeoutError, UpstreamFailed) as error:
            await self._cancel(job)
            if isinstance(error, TimeoutError):
                waited = f"{self._upstream.timeout:g} seconds"
                raise UpstreamTimeout(f"{self.name} was not done within {waited}.") from error
            raise
        emit(await self._get(request, index, seed, image))

    async def _wait(self, job: str) -> Mapping[str, Any]:
        """The first picture of a job, as the history names it."""
        pause = _FIRST
        question = Question(f"/history/{quote(job, safe='')}", "GET", headers=self._headers())
        while True:
            entry = (await self._ask(question)).get(job)
            if isinstance(entry, dict) and (entry.get("status") or entry.get("outputs")):
                return self._find_image(entry)
            await asyncio.sleep(pause)
            pause = min(_LAST, pause * 1.5)

    def _find_image(self, entry: Mapping[str, Any]) -> Mapping[str, Any]:
        status, outputs = entry.get("status"), entry.get("outputs")
        outputs = outputs if isinstance(outputs, dict) else {}
        own = self._workflow.output
        shown = [outputs.get(own)] if own is not None else outputs.values()
        lists = [node["images"] for node in shown if isinstance(node, dict) and isinstance(node.get("images"), list)]
        images = [image for images in lists for image in images if isinstance(image, dict) and image.get("filename")]
        if images:
            # What a preview shows is of the type "temp".
            return min(images, key=lambda image: image.get("type") != "output")
        if isinstance(status, dict) and status.get("status_str") == "error":
            raise UpstreamFailed(
                f"{self.name} failed: {self._refuser.conceal(_find_reason(status))}", code="upstream_failed"
            )
        raise NoPicture("The workflow ended without a picture.", reason="no_image", stage="output")

    async def _get(self, request: ImageRequest, index: int, seed: int, image: Mapping[str, Any]) -> Picture:
        wanted = {name: str(image.get(name, "")) for name in ("filename", "subfolder", "type")}
        async with self._connection.open(
            Question(f"/view?{urlencode(wanted)}", "GET", headers=self._headers())
        ) as opened:
            data = await opened.read(_LARGEST)
        if opened.status != 200:
            raise UpstreamFailed(f"{self.name} does not give out its picture (HTTP {opened.status}).")
        words = request.prompt.strip() or "A variation of the picture that came along."

        def read() -> Picture:
            unpacked = look_at(data)
            if request.format_said:
                unpacked = encode_as(unpacked, request.format, request.compression, anew=request.compression != 100)
            return Picture(index, unpacked.data, unpacked.size, unpacked.format, seed, words)

        return await asyncio.to_thread(read)

    async def _upload(self, source: Source) -> str:
        """Give it a picture to work from; the name that it has there."""
        mime = source.mime or "image/png"
        name = f"pinxit-{secrets.token_hex(12)}.{mime.rpartition('/')[2]}"
        parts = [Part("image", source.data, name, mime), Part("type", "input"), Part("overwrite", "true")]
        told = await self._ask(Question("/upload/image", headers=self._headers(), parts=parts))
        folder, name = str(told.get("subfolder") or ""), str(told.get("name") or name)
        return f"{folder}/{name}" if folder else name

    async def _ask(self, question: Question) -> dict[str, Any]:
        """The object of an answer."""
        answer = await self._connection.ask(question)
        if answer.status == 400:
            # The caller's wish is a text in a workflow: what does not fit there, the operator has to mend.
            said = self._refuser.conceal(_find_faults(answer.body))
            raise UpstreamFailed(f"{self.name} refuses its workflow: {said}", code="upstream_workflow")
        if not 200 <= answer.status < 300:
            told = read_complaint(answer.body)
            raise self._refuser.tell(Refused(answer.status, told.message, told.code, wait=read_wait(answer.headers)))
        with contextlib.suppress(orjson.JSONDecodeError):
            if isinstance(content := orjson.loads(answer.body), dict):
                return content
        raise UpstreamFailed(f"{self.name} answered with something that is no JSON object.", code="upstream_nonsense")

    async def _cancel(self, job: str) -> None:
        """Take a job out of the queue, or stop it where it is the one in work: never somebody else's."""
        headers = self._headers()

        async def post(path: str, content: object) -> None:
            await self._connection.ask(Question(path, headers=headers, body=orjson.dumps(content), seconds=_STOP))

        with contextlib.suppress(PinxitError):
            await post("/queue", {"delete": [job]})
            running = (await self._ask(Question("/queue", "GET", headers=headers, seconds=_STOP))).get("queue_running")
            if any(job in entry for entry in running or () if isinstance(entry, list)):
                await post("/interrupt", {"prompt_id": job})

    def _headers(self) -> dict[str, str]:
        key = self._upstream.key.reveal()
        if ":" in key:
            return {"authorization": f"Basic {b64encode(key.encode()).decode()}"}
        return {"authorization": f"Bearer {key}"} if key else {}


def _make_card(name: str, workflow: Workflow) -> ModelCard:
    options: dict[str, Option] = {"negative_prompt": Text()} if workflow.knows("negative") else {}
    return ModelCard(
        name=name,
        title=name,
        owner="comfyui",
        transparency=False,
        deterministic=False,
        sources=1 if workflow.knows("image") else 0,
        sizes=_SIZES,
        options=options,
        remote=True,
    )


def _list_values(request: ImageRequest, uploaded: str | None, seed: int, marks: Collection[str]) -> dict[str, Any]:
    """What goes into the workflow; None keeps what it has, which a mark has not."""
    size = _choose_size(request) or (Size(1024, 1024) if "width" in marks or "height" in marks else None)
    return {
        "prompt": clean(request.prompt),
        "negative": request.option("negative_prompt"),
        "seed": seed,
        "width": size.width if size else None,
        "height": size.height if size else None,
        "model": request.model,
        "image": uploaded,
    }


def _choose_size(request: ImageRequest) -> Size | None:
    told = request.sources[0].pixels if request.sources else None
    if request.size is None and told is None and request.tier is None:
        return None
    return _SIZES.nearest(request.size or at_tier(shrink(*(told or (1024, 1024))), request.tier))


def _name_files(nodes: Mapping[str, Any]) -> None:
    """A name of its own for each file: a workflow that runs again as it is would save, and tell of, none."""
    for node in nodes.values():
        if isinstance(node["inputs"].get("filename_prefix"), str):
            node["inputs"]["filename_prefix"] = f"pinxit-{secrets.token_hex(8)}"


def _find_faults(body: bytes) -> str:
    """What is wrong with a workflow, of all of it and of its nodes."""
    words = [read_complaint(body).message]
    with contextlib.suppress(orjson.JSONDecodeError, AttributeError, TypeError, KeyError):
        for node in orjson.loads(body)["node_errors"].values():
            words += [str(error.get("details", "")) for error in node["errors"]]
    return "; ".join(filter(None, words))


def _find_reason(status: Mapping[str, Any]) -> str:
    messages = status.get("messages")
    for message in messages if isinstance(messages, list) else ():
        if isinstance(message, list) and len(message) == 2 and isinstance(message[1], dict):
            said = message[1].get("exception_message")
            if isinstance(said, str) and said.strip():
                return said
    return "its log says how."
