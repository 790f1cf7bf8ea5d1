"""The embedded illustrator behind the real server: the seed's own requests."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator

import httpx
import pytest
from PIL import Image

from pinxit.core.images import RATIOS
from pinxit.testing import RunningServer, run_server


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("studio"), engines="illustrator", workers="2", linger="0") as running:
        yield running


def _draw(studio: RunningServer, **fields: object) -> httpx.Response:
    body = {"model": "gemini-2.5-flash-image", "prompt": "a red apple on a wooden table", **fields}
    headers = {"authorization": studio.key}
    return httpx.post(f"{studio.url}/v1/images/generations", json=body, headers=headers, timeout=120)


def _open(answer: httpx.Response) -> Image.Image:
    assert answer.status_code == 200, answer.text
    return Image.open(io.BytesIO(base64.b64decode(answer.json()["data"][0]["b64_json"])))


@pytest.mark.parametrize("ratio", RATIOS)
def test_every_ratio_of_the_seed_has_exactly_its_pixels(studio: RunningServer, ratio: str) -> None:
    answer = _draw(studio, size=ratio)
    assert _open(answer).size == RATIOS[ratio]
    assert answer.json()["size"] == ratio
    assert answer.headers["x-pinxit-engine"] == "illustrator"
    assert answer.headers["x-pinxit-model"] == "pinxit-illustrator"


@pytest.mark.parametrize(("words", "ratio"), [("Square image.", "1:1"), ("16:9 banner.", "16:9"), ("", "1:1")])
def test_words_of_the_prompt_decide_where_no_size_is_given(studio: RunningServer, words: str, ratio: str) -> None:
    assert _draw(studio, prompt=f"A red apple. {words}", size="auto").json()["size"] == ratio


def test_the_same_request_gives_the_same_picture_and_another_seed_another(studio: RunningServer) -> None:
    first, again, other = (_draw(studio, size="256x256", seed=seed).json()["data"] for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_transparent_background_really_is(studio: RunningServer) -> None:
    answer = _draw(studio, size="256x256", background="transparent")
    assert answer.json()["background"] == "transparent"
    assert _open(answer).convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_the_answer_says_what_was_drawn(studio: RunningServer) -> None:
    assert "apple" in _draw(studio, size="256x256").json()["data"][0]["revised_prompt"].lower()


def test_the_server_becomes_ready(studio: RunningServer) -> None:
    for _ in range(300):
        if httpx.get(f"{studio.url}/ready").status_code == 200:
            return
        time.sleep(0.1)
    pytest.fail("The server was not ready after half a minute.")


def test_clients_that_hang_up_free_their_workers(studio: RunningServer) -> None:
    body = {"model": "auto", "prompt": "a red apple on a wooden table", "size": "4096x4096", "n": 4}
    headers = {"authorization": studio.key}
    for _ in range(6):
        with pytest.raises(httpx.TimeoutException):
            httpx.post(f"{studio.url}/v1/images/generations", json=body, headers=headers, timeout=0.1)
    # Twenty-four large pictures were begun or waiting; without freed places this one would be refused.
    assert _draw(studio, size="64x64").status_code == 200
