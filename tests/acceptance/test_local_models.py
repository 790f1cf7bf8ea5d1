"""Open-weights models behind every door of one real server: previews, progress, options and edits.

The models are tiny ones with random weights, registered by the command that a user types; what they paint is noise.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest

from acceptance.pictures import draw_png, look_at, write_png
from pinxit.testing import RunningServer, run_server
from pinxit.weights import Installed

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")
genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")

_FOX: dict[str, Any] = {"model": "tiny", "prompt": "a fox", "size": "64x64"}


def _run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pinxit", *words]
    return subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, tiny_models: dict[str, Installed]) -> Iterator[RunningServer]:
    """A server with nothing said but where its data are, after `pinxit models add`."""
    data = tmp_path_factory.mktemp("local")
    for name, kind in (("tiny", "unet"), ("editor", "edit")):
        added = _run("models", "add", name, "--path", str(tiny_models[kind].path), PINXIT_DATA=str(data))
        assert added.returncode == 0, added.stderr
    with run_server(data, {"OMP_NUM_THREADS": "1"}, engines="", local_threads="1", linger="0", grace="2") as running:
        yield running


@pytest.fixture
def painter(local: RunningServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{local.url}/v1", api_key=local.key, max_retries=0, timeout=120) as made:
        yield made


def _paint(painter: openai.OpenAI, **wishes: Any) -> bytes:
    options = {name: wishes.pop(name) for name in list(wishes) if name not in {"model", "prompt", "size", "n"}}
    answer = painter.images.generate(**{**_FOX, **wishes}, extra_body={"seed": 7, "steps": 2, **options})
    assert answer.data
    return look_at(answer.data[0].b64_json).convert("RGB").tobytes()


def test_a_model_that_was_added_is_served_without_any_setting(local: RunningServer, painter: openai.OpenAI) -> None:
    names = [model.id for model in painter.models.list()]
    assert {"tiny", "editor", "pinxit-illustrator", "auto"} <= set(names)
    answer = painter.images.with_raw_response.generate(**_FOX, extra_body={"steps": 2})
    assert (answer.headers["x-pinxit-engine"], answer.headers["x-pinxit-model"]) == ("diffusers", "tiny")
    drawn = painter.images.with_raw_response.generate(model="auto", prompt="a fox", size="64x64")
    assert drawn.headers["x-pinxit-engine"] == "illustrator", "whoever names no model waits for no model"


def test_the_models_own_options_are_listed_with_what_they_take(local: RunningServer) -> None:
    answer = httpx2.get(f"{local.url}/v1/models/tiny?schema=true", headers={"authorization": local.key}).json()
    told = json.dumps(answer)
    for name in ("steps", "guidance_scale", "negative_prompt", "scheduler", "strength", "lora"):
        assert f'"{name}"' in told, name


def test_a_stream_shows_the_picture_come_out_of_the_noise(painter: openai.OpenAI) -> None:
    events = list(painter.images.generate(**_FOX, stream=True, partial_images=2, extra_body={"steps": 6}))
    assert [event.type for event in events] == [
        "image_generation.partial_image",
        "image_generation.partial_image",
        "image_generation.completed",
    ]
    seen = [look_at(event.b64_json).convert("RGB") for event in events]
    assert [event.partial_image_index for event in events[:2]] == [0, 1]
    assert len({picture.tobytes() for picture in seen}) == 3
    assert seen[-1].size == (64, 64)


def test_every_option_changes_the_picture_and_the_same_ones_give_it_again(painter: openai.OpenAI) -> None:
    plain = _paint(painter)
    assert _paint(painter) == plain
    for option in (
        {"seed": 8},
        {"steps": 3},
        {"guidance_scale": 1.5},
        {"negative_prompt": "a dog in the rain"},
    ):
        assert _paint(painter, **option) != plain, option


@pytest.mark.parametrize(
    ("option", "told"),
    [({"steps": 0}, "steps"), ({"guidance_scale": "much"}, "guidance_scale"), ({"scheduler": "none"}, "scheduler")],
    ids=["steps", "guidance", "scheduler"],
)
def test_a_wrong_option_is_refused_by_its_name(painter: openai.OpenAI, option: dict[str, Any], told: str) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        _paint(painter, **option)
    assert refused.value.param == told


def test_an_edit_works_from_the_picture_of_the_form(painter: openai.OpenAI) -> None:
    def edit(strength: float) -> bytes:
        more = {"steps": 4, "seed": 7, "strength": strength}
        answer = painter.images.edit(
            model="tiny", image=draw_png(64, 64, "navy"), prompt="a fox", size="64x64", extra_body=more
        )
        assert answer.data
        return look_at(answer.data[0].b64_json).convert("RGB").tobytes()

    assert edit(0.25) != edit(1.0)


def test_the_documented_form_is_answered(local: RunningServer) -> None:
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text("utf-8")
    found = re.search(r"^curl http://127.0.0.1:8000(\S+) (?:.*\\\n)*.*$", page, re.MULTILINE)
    assert found
    words = shlex.split(found[0].replace("\\\n", " "))
    form = dict(word.split("=", 1) for word in words if re.match(r"\w+=", word))
    assert form["image"] == "@photo.png"
    sent = {**form, "model": "tiny", "size": "64x64", "steps": "2"}
    del sent["image"]
    files = {"image": ("photo.png", draw_png(64, 64))}
    headers = {"authorization": local.key}
    answer = httpx2.post(local.url + found[1], data=sent, files=files, headers=headers, timeout=60)
    assert answer.status_code == 200, answer.text
    assert "x-pinxit-ignored" not in answer.headers


def test_a_mask_leaves_the_rest_of_the_picture(painter: openai.OpenAI) -> None:
    mask = look_at(draw_png(64, 64, alpha=255))
    mask.paste((0, 0, 0, 0), (32, 0, 64, 64))
    answer = painter.images.edit(
        model="tiny",
        image=draw_png(64, 64, "navy"),
        mask=write_png(mask),
        prompt="a fox",
        size="64x64",
        extra_body={"steps": 2},
    )
    assert answer.data
    made = look_at(answer.data[0].b64_json).convert("RGB")
    assert made.getpixel((8, 32)) == (0, 0, 128)
    assert made.getpixel((56, 32)) != (0, 0, 128)


def test_a_model_that_follows_instructions_takes_several_pictures_and_shows_itself_at_work(
    painter: openai.OpenAI,
) -> None:
    images = [draw_png(64, 64, "navy"), draw_png(64, 64, "olive")]
    asked: dict[str, Any] = {
        "model": "editor",
        "image": images,
        "prompt": "put the first on the second",
        "size": "64x64",
    }
    events = list(painter.images.edit(**asked, stream=True, partial_images=1, extra_body={"steps": 3}))
    assert [event.type for event in events] == ["image_edit.partial_image", "image_edit.completed"]


def test_a_job_tells_stage_and_share_of_its_work(local: RunningServer) -> None:
    with httpx2.Client(base_url=local.url, headers={"authorization": local.key}, timeout=60) as client:
        wish = {**_FOX, "async": True, "partial_images": 1, "steps": 12, "seed": 99}
        job = client.post("/v1/images/generations", json=wish).json()["id"]
        text = client.get(f"/v1/images/jobs/{job}/events").text
    told = [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]
    kinds = [event["type"].removeprefix("image.job.") for event in told]
    assert kinds[-1] == "completed"
    assert "partial_image" in kinds
    at_work = [event for event in told if event["type"].endswith("progress")]
    assert [event["progress"] for event in at_work] == sorted(event["progress"] for event in at_work)
    assert any("step" in event["stage"] for event in at_work), at_work


def test_googles_client_sees_the_picture_come_as_thoughts(local: RunningServer) -> None:
    options = genai.types.HttpOptions(base_url=local.url)
    with genai.Client(api_key=local.key, http_options=options) as client:
        config = genai.types.GenerateContentConfig(
            thinking_config=genai.types.ThinkingConfig(include_thoughts=True),
        )
        chunks = list(client.models.generate_content_stream(model="tiny", contents="a fox", config=config))
    parts = [part for chunk in chunks for part in chunk.candidates[0].content.parts or []]
    assert [bool(part.thought) for part in parts] == [True, True, False, False]
    assert look_at(parts[-1].inline_data.data).size == (64, 64)


def test_a_running_server_serves_what_is_added_and_no_more_what_is_removed(
    local: RunningServer, painter: openai.OpenAI, tiny_models: dict[str, Installed]
) -> None:
    def wait_for(there: bool) -> None:
        late = time.monotonic() + 30
        while ("late" in [model.id for model in painter.models.list()]) is not there:
            assert time.monotonic() < late
            time.sleep(0.1)

    added = _run("models", "add", "late", "--path", str(tiny_models["edit"].path), PINXIT_DATA=str(local.data))
    assert "serves it in a few seconds" in added.stderr
    wait_for(there=True)
    _paint(painter, model="late")
    removed = _run("models", "remove", "late", PINXIT_DATA=str(local.data))
    assert "forgets it in a few seconds" in removed.stderr
    wait_for(there=False)
    with pytest.raises(openai.NotFoundError):
        _paint(painter, model="late", seed=8)


def test_the_command_line_paints_with_it(local: RunningServer) -> None:
    out = local.data / "fox.png"
    words = ["draw", "a fox", "--model", "tiny", "--size", "64x64", "--option", "steps=2", "--option", "seed=1"]
    refused = _run(*words, "-o", str(out), PINXIT_DATA=str(local.data), OMP_NUM_THREADS="1")
    assert refused.returncode == 2
    ran = _run(*words[:-2], "-o", str(out), PINXIT_DATA=str(local.data), OMP_NUM_THREADS="1")
    assert ran.returncode == 0, ran.stderr
    assert look_at(out.read_bytes()).size == (64, 64)
    assert "\x1b" not in ran.stdout + ran.stderr, "no bar and no preview goes into a pipe"
