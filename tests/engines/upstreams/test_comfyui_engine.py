"""ComfyUI as an upstream, against the stand-in on a real socket."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pinxit.core.errors import (
    ConfigurationError,
    NoPicture,
    PinxitError,
    UpstreamBusy,
    UpstreamDenied,
    UpstreamFailed,
    UpstreamTimeout,
)
from pinxit.core.images import ImageRequest, Picture, Size, Source
from pinxit.engines.upstreams.comfyui import ComfyUIEngine
from pinxit.engines.upstreams.connection import Question
from pinxit.testing import EngineContract
from pinxit.testing.upstream import FakeUpstream, run_upstream
from pinxit.upstreams import Upstream

WISH = ImageRequest(model="comfy", prompt="a red fox", size=Size(512, 256), format_said=False)
CHECKPOINT = "sd_xl_base_1.0.safetensors"


def make_workflow() -> dict[str, Any]:
    """As ComfyUI's own first workflow is exported: no title says anything of use."""
    loader = {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": CHECKPOINT}}
    sampler = {
        "class_type": "KSampler",
        "inputs": {"seed": 1, "steps": 20, "model": ["4", 0], "positive": ["6", 0], "negative": ["7", 0]},
    }
    return {
        "3": sampler | {"_meta": {"title": "KSampler"}},
        "4": loader,
        "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 640, "height": 640, "batch_size": 1}},
        "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a house", "clip": ["4", 1]}},
        "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "watermark", "clip": ["4", 1]}},
        "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "ComfyUI", "images": ["3", 0]}},
    }


@pytest.fixture(scope="module")
def server() -> Iterator[FakeUpstream]:
    with run_upstream() as upstream:
        yield upstream


@pytest.fixture
def upstream(server: FakeUpstream) -> FakeUpstream:
    server.clear()
    return server


def open_engine(upstream: FakeUpstream, folder: Path, workflow: object = None, **fields: Any) -> ComfyUIEngine:
    path = folder / "workflow.json"
    path.write_text(json.dumps(workflow or make_workflow()), encoding="utf-8")
    usual: dict[str, Any] = {"url": upstream.url, "timeout": 5.0, "workflow": path}
    return ComfyUIEngine(Upstream("comfy", "comfyui", **usual | fields))


def run(engine: ComfyUIEngine, use: Callable[[ComfyUIEngine], Awaitable[Any]]) -> Any:
    async def work() -> Any:
        try:
            return await use(engine)
        finally:
            await engine.close()

    return asyncio.run(work())


def draw(engine: ComfyUIEngine, request: ImageRequest) -> list[Picture]:
    async def collect(engine: ComfyUIEngine) -> list[Picture]:
        async with aclosing(engine.draw(request)) as events:
            return [event async for event in events if isinstance(event, Picture)]

    found: list[Picture] = run(engine, collect)
    return found


def queued(upstream: FakeUpstream) -> list[dict[str, Any]]:
    return [call.body["prompt"] for call in upstream.calls if call.path == "/prompt"]


def test_a_plain_workflow_is_filled_in_by_the_kinds_of_its_nodes(upstream: FakeUpstream, tmp_path: Path) -> None:
    wish = replace(WISH, seed=77, options=(("negative_prompt", "fog"),))
    (picture,) = draw(open_engine(upstream, tmp_path), wish)
    (nodes,) = queued(upstream)
    assert nodes["6"]["inputs"]["text"] == "a red fox"
    assert nodes["7"]["inputs"]["text"] == "fog"
    assert (nodes["5"]["inputs"]["width"], nodes["5"]["inputs"]["height"]) == (512, 256)
    assert nodes["3"]["inputs"]["seed"] == 77
    assert nodes["4"]["inputs"]["ckpt_name"] == CHECKPOINT
    assert (picture.size, picture.seed) == (Size(512, 256), 77)


def test_what_is_not_said_stays_as_the_workflow_has_it(upstream: FakeUpstream, tmp_path: Path) -> None:
    (picture,) = draw(open_engine(upstream, tmp_path), replace(WISH, size=None))
    (nodes,) = queued(upstream)
    assert nodes["7"]["inputs"]["text"] == "watermark"
    assert nodes["3"]["inputs"]["seed"] == picture.seed
    assert picture.size == Size(640, 640)


def test_titles_say_where_a_wish_goes(upstream: FakeUpstream, tmp_path: Path) -> None:
    workflow = make_workflow()
    workflow["7"]["_meta"] = {"title": "Prompt"}
    draw(open_engine(upstream, tmp_path, workflow), WISH)
    (nodes,) = queued(upstream)
    assert nodes["7"]["inputs"]["text"] == "a red fox"
    assert nodes["6"]["inputs"]["text"] == "a house"


def test_marks_in_texts_say_where_a_wish_goes(upstream: FakeUpstream, tmp_path: Path) -> None:
    workflow = make_workflow()
    workflow["6"]["inputs"]["text"] = "best quality, {{prompt}}, sharp"
    workflow["3"]["inputs"]["seed"] = "{{seed}}"
    workflow["5"]["inputs"] |= {"width": "{{ width }}", "height": "{{ height }}"}
    workflow["4"]["inputs"]["ckpt_name"] = "{{model}}"
    engine = open_engine(upstream, tmp_path, workflow, models=(CHECKPOINT,))
    draw(engine, replace(WISH, model=CHECKPOINT, prompt='a "red" {{seed}} fox', seed=5))
    (nodes,) = queued(upstream)
    assert nodes["6"]["inputs"]["text"] == 'best quality, a "red" {{seed}} fox, sharp'
    assert nodes["3"]["inputs"]["seed"] == 5
    assert nodes["5"]["inputs"]["width"] == 512
    assert nodes["4"]["inputs"]["ckpt_name"] == CHECKPOINT


def test_the_same_wish_twice_is_two_files(upstream: FakeUpstream, tmp_path: Path) -> None:
    draw(open_engine(upstream, tmp_path), replace(WISH, seed=3))
    draw(open_engine(upstream, tmp_path), replace(WISH, seed=3))
    first, second = (nodes["9"]["inputs"]["filename_prefix"] for nodes in queued(upstream))
    assert first != second


def test_a_picture_to_work_from_is_uploaded(upstream: FakeUpstream, tmp_path: Path) -> None:
    workflow = make_workflow() | {
        "10": {"class_type": "LoadImage", "inputs": {"image": "example.png"}, "_meta": {"title": "image"}}
    }
    out = io.BytesIO()
    Image.new("RGB", (320, 208)).save(out, "WEBP")
    engine = open_engine(upstream, tmp_path, workflow)
    assert engine.models()[0].sources == 1
    (picture,) = draw(engine, replace(WISH, sources=(Source(out.getvalue()),), size=None))
    assert queued(upstream)[0]["10"]["inputs"]["image"].endswith(".webp")
    assert picture.size == Size(320, 208)


def test_several_pictures_have_several_seeds(upstream: FakeUpstream, tmp_path: Path) -> None:
    found = draw(open_engine(upstream, tmp_path), replace(WISH, n=3, seed=8))
    assert sorted((picture.index, picture.seed) for picture in found) == [(0, 8), (1, 9), (2, 10)]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("invalid", UpstreamFailed),
        ("late", UpstreamFailed),
        ("500", UpstreamFailed),
        ("429", UpstreamBusy),
        ("denied", UpstreamDenied),
        ("html", UpstreamFailed),
        ("null", UpstreamFailed),
        ("empty", NoPicture),
        ("garbage", UpstreamFailed),
        ("broken picture", UpstreamFailed),
        ("reset before", UpstreamFailed),
    ],
)
def test_what_goes_wrong_there_is_told_honestly(
    upstream: FakeUpstream, tmp_path: Path, word: str, kind: type[PinxitError]
) -> None:
    upstream.always(word)
    with pytest.raises(kind) as caught:
        draw(open_engine(upstream, tmp_path), WISH)
    assert type(caught.value) is kind


def test_a_workflow_that_it_refuses_is_told_with_what_is_wrong_in_it(upstream: FakeUpstream, tmp_path: Path) -> None:
    workflow = make_workflow()
    workflow["4"]["inputs"]["ckpt_name"] = "gone.safetensors"
    with pytest.raises(UpstreamFailed, match=r"gone\.safetensors") as caught:
        draw(open_engine(upstream, tmp_path, workflow), WISH)
    assert caught.value.code == "upstream_workflow"


@pytest.mark.parametrize("jobs", [1, 2], ids=["running", "waiting"])
def test_leaving_takes_the_job_back(upstream: FakeUpstream, tmp_path: Path, jobs: int) -> None:
    upstream.always("work 30")

    async def leave(engine: ComfyUIEngine) -> tuple[int, int]:
        async with aclosing(engine.draw(replace(WISH, n=jobs))) as events:
            seen = 0
            async for _ in events:
                seen += 1
                if seen == jobs:
                    break
            there = await count(engine)
        return there, await count(engine)

    async def count(engine: ComfyUIEngine) -> int:
        told = await engine._ask(Question("/queue", "GET"))
        return len(told["queue_running"] + told["queue_pending"])

    assert run(open_engine(upstream, tmp_path), leave) == (jobs, 0)


def test_a_slow_one_is_left_after_its_time(upstream: FakeUpstream, tmp_path: Path) -> None:
    upstream.always("work 30")
    with pytest.raises(UpstreamTimeout):
        draw(open_engine(upstream, tmp_path, timeout=0.4), WISH)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no JSON", "cannot be read"),
        ('{"nodes": [], "links": []}', "API format"),
        ('{"1": {"class_type": "SaveImage", "inputs": {}}}', "title `prompt`"),
    ],
    ids=["broken", "not-exported", "no-place"],
)
def test_a_workflow_that_cannot_do_is_refused_at_the_start(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "workflow.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said):
        ComfyUIEngine(Upstream("comfy", "comfyui", workflow=path))


def test_it_needs_a_workflow() -> None:
    with pytest.raises(ConfigurationError, match="workflow"):
        ComfyUIEngine(Upstream("comfy", "comfyui"))


class TestContract(EngineContract):
    server: FakeUpstream
    folder: Path

    @pytest.fixture(autouse=True)
    def _point(self, upstream: FakeUpstream, tmp_path: Path) -> None:
        self.server, self.folder = upstream, tmp_path

    def make_engine(self) -> ComfyUIEngine:
        return open_engine(self.server, self.folder)
