"""The stand-in for AUTOMATIC1111 and ComfyUI goes through a picture as those servers do."""

from __future__ import annotations

import base64
import io
import json
import time
from typing import Any

import httpx
import pytest
from PIL import Image

from pinxit.testing.upstream import FakeUpstream


def _png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48)).save(buffer, "PNG")
    return buffer.getvalue()


def _post(upstream: FakeUpstream, path: str, **fields: Any) -> httpx.Response:
    return httpx.post(upstream.url + path, json=fields, timeout=20)


def _workflow(text: str = "a fox", **latent: Any) -> dict[str, Any]:
    size = {"width": 640, "height": 384, "batch_size": 1, **latent}
    return {
        "3": {"class_type": "KSampler", "inputs": {"seed": 5, "model": ["4", 0], "latent_image": ["5", 0]}},
        "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "dreamshaper_8.safetensors"}},
        "5": {"class_type": "EmptyLatentImage", "inputs": size},
        "6": {"class_type": "CLIPTextEncode", "inputs": {"text": text, "clip": ["4", 1]}},
        "9": {"class_type": "SaveImage", "inputs": {"images": ["3", 0], "filename_prefix": "ComfyUI"}},
    }


def test_automatic1111_draws_from_words(upstream: FakeUpstream) -> None:
    wish = {"prompt": "a fox", "width": 644, "height": 384, "batch_size": 2, "seed": 7, "steps": 12}
    told = _post(upstream, "/sdapi/v1/txt2img", **wish).json()
    pictures = [Image.open(io.BytesIO(base64.b64decode(text))) for text in told["images"]]
    # Its latents are an eighth of the picture, so it leaves out what is over.
    assert [picture.size for picture in pictures] == [(640, 384)] * 2
    assert set(told) == {"images", "parameters", "info"}
    info = json.loads(told["info"])
    assert (info["all_seeds"], info["steps"], info["width"]) == ([7, 8], 12, 640)
    assert upstream.made == 2


def test_automatic1111_draws_from_pictures(upstream: FakeUpstream) -> None:
    text = base64.b64encode(_png()).decode()
    for picture in (text, f"data:image/png;base64,{text}"):
        told = _post(upstream, "/sdapi/v1/img2img", prompt="a hat", init_images=[picture], mask=text)
        assert len(told.json()["images"]) == 1
    assert _post(upstream, "/sdapi/v1/img2img", prompt="a hat").status_code == 404
    assert _post(upstream, "/sdapi/v1/img2img", init_images=["no picture"]).json()["detail"] == "Invalid encoded image"


def test_automatic1111_says_what_it_has(upstream: FakeUpstream) -> None:
    def get(name: str) -> Any:
        return httpx.get(f"{upstream.url}/sdapi/v1/{name}").json()

    assert {"title", "model_name", "hash", "sha256", "filename", "config"} == set(get("sd-models")[0])
    assert {"name", "aliases", "options"} == set(get("samplers")[0])
    assert {"progress", "eta_relative", "state", "current_image", "textinfo"} == set(get("progress"))
    assert _post(upstream, "/sdapi/v1/options", sd_model_checkpoint="other").status_code == 200
    assert get("options")["sd_model_checkpoint"] == "other"
    assert _post(upstream, "/sdapi/v1/interrupt").json() == {}
    assert get("nothing") == {"detail": "Not Found"}


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"width": "wide"}, 422), ({"sampler_name": "nobody"}, 404), ({"width": 9}, 500), ({"prompt": "[503]"}, 503)],
    ids=str,
)
def test_automatic1111_refuses_in_its_own_shapes(upstream: FakeUpstream, fields: dict[str, Any], status: int) -> None:
    answer = _post(upstream, "/sdapi/v1/txt2img", **{"prompt": "a fox", **fields})
    assert answer.status_code == status
    assert {"detail", "error"} & answer.json().keys()
    assert upstream.drawn == 0


def test_automatic1111_misbehaves_too(upstream: FakeUpstream) -> None:
    def draw(prompt: str) -> list[str]:
        images: list[str] = _post(upstream, "/sdapi/v1/txt2img", prompt=prompt).json()["images"]
        return images

    assert (len(draw("[empty]")), len(draw("[twice]")), len(set(draw("[duplicate]")))) == (0, 2, 1)
    assert draw("[data-url]")[0].startswith("data:image/png;base64,")
    with pytest.raises(httpx.ReadError):
        draw("[reset before]")


def test_comfyui_queues_works_and_shows(upstream: FakeUpstream) -> None:
    queued = _post(upstream, "/prompt", prompt=_workflow("a fox [work 0.3]", batch_size=2), client_id="me").json()
    assert set(queued) == {"prompt_id", "number", "node_errors"}
    name = queued["prompt_id"]
    assert httpx.get(f"{upstream.url}/history/{name}").json() == {}
    assert httpx.get(f"{upstream.url}/queue").json()["queue_running"][0][1] == name
    told = _wait(upstream, name)
    assert (told["status"]["status_str"], told["status"]["completed"]) == ("success", True)
    files = told["outputs"]["9"]["images"]
    assert [file["type"] for file in files] == ["output"] * 2
    picture = httpx.get(f"{upstream.url}/view", params=files[1])
    assert Image.open(io.BytesIO(picture.content)).size == (640, 384)
    assert (upstream.drawn, upstream.made) == (2, 1)
    assert httpx.get(f"{upstream.url}/view", params={"filename": "nothing.png"}).status_code == 404


def _wait(upstream: FakeUpstream, name: str) -> Any:
    end = time.monotonic() + 10
    while not (told := httpx.get(f"{upstream.url}/history/{name}").json()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return told[name]


def test_comfyui_tells_of_work_that_failed_or_was_interrupted(upstream: FakeUpstream) -> None:
    def queue(text: str) -> str:
        name: str = _post(upstream, "/api/prompt", prompt=_workflow(text)).json()["prompt_id"]
        return name

    failed = _wait(upstream, queue("[late]"))
    assert (failed["status"]["status_str"], failed["outputs"]) == ("error", {})
    assert failed["status"]["messages"][-1][0] == "execution_error"
    working = queue("[work 60]")
    httpx.post(f"{upstream.url}/interrupt")
    assert _wait(upstream, working)["status"]["messages"][-1][0] == "execution_interrupted"
    first, second = queue("[work 60]"), queue("[work 60]")
    _post(upstream, "/queue", delete=[second])
    shown = httpx.get(f"{upstream.url}/queue").json()
    assert ([job[1] for job in shown["queue_running"]], shown["queue_pending"]) == ([first], [])
    httpx.post(f"{upstream.url}/interrupt", json={"prompt_id": first})


def test_comfyui_takes_pictures_before_they_are_used(upstream: FakeUpstream) -> None:
    flow = _workflow() | {"10": {"class_type": "LoadImage", "inputs": {"image": "mine.png"}}}
    refused = _post(upstream, "/prompt", prompt=flow)
    assert refused.status_code == 400
    assert refused.json()["node_errors"]["10"]["errors"][0]["details"] == "image - Invalid image file: mine.png"
    taken = httpx.post(f"{upstream.url}/upload/image", files={"image": ("mine.png", _png())}, data={"type": "input"})
    assert taken.json() == {"name": "mine.png", "subfolder": "", "type": "input"}
    assert _post(upstream, "/prompt", prompt=flow).status_code == 200


@pytest.mark.parametrize(
    ("flow", "kind"),
    [
        (None, "no_prompt"),
        ({"1": {"inputs": {}}}, "invalid_prompt"),
        ({"1": {"class_type": "KSampler", "inputs": {}}}, "prompt_no_outputs"),
        ({"1": {"class_type": "SaveImage", "inputs": {"images": ["7", 0]}}}, "prompt_outputs_failed_validation"),
        (_workflow() | {"4": {"class_type": "C", "inputs": {"ckpt_name": "no"}}}, "prompt_outputs_failed_validation"),
    ],
    ids=["none", "no class", "no outputs", "a loose end", "an unknown model"],
)
def test_comfyui_refuses_workflows_that_it_cannot_run(upstream: FakeUpstream, flow: Any, kind: str) -> None:
    answer = _post(upstream, "/prompt", prompt=flow)
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, kind)
    assert set(answer.json()) == {"error", "node_errors"}
