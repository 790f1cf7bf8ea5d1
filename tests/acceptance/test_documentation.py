"""docs/api.md says what the code does."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import httpx
import pytest
from pydantic import BaseModel

from pinxit.core.images import RATIOS
from pinxit.dialects import profiles
from pinxit.dialects.chat.models import ChatRequest
from pinxit.dialects.openai.models import EditRequest, GenerationRequest, VariationRequest
from pinxit.dialects.predictions import PredictionRequest
from pinxit.settings import Settings
from pinxit.testing import RunningServer

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs" / "api.md").read_text(encoding="utf-8")


_WITH_CODES = ("api", "batches", "jobs", "upstreams", "webhooks")  # the pages that tell of errors


def test_every_setting_is_documented_with_its_default() -> None:
    rows = dict(re.findall(r"\| `PINXIT_(\w+)` \|.+\| ([^|]+) \|\n", _PAGE))
    plain = Settings(data=Path("data"))
    said_in_words = {
        "data": "your user data directory",
        "workers": "one for each core",
        "fetch_allow": "none",
        "public_url": "what each request says",
        "database": "pinxit.db in the data directory",
        "files": "the data directory",
        "secret": "a file in the data directory",
        "prices": "pinxit's own",
        "engines": ",".join(plain.engines),
    }
    names = [field.name for field in fields(Settings) if field.name not in {"gateway", "local", "origins"}]
    shown = {name: f"{getattr(plain, name)}".removesuffix(".0") for name in names}
    assert {name.lower(): default for name, default in rows.items()} == {**shown, **said_in_words}


def _list_fields(model: type[BaseModel]) -> list[str]:
    """The fields of a model as they are sent."""
    return [field.alias or name for name, field in model.model_fields.items()]


def test_every_field_is_documented() -> None:
    assert not [name for name in _list_fields(GenerationRequest) if f"| `{name}` |" not in _PAGE]


@pytest.mark.parametrize("model", [EditRequest, VariationRequest])
def test_every_field_of_edits_and_variations_is_documented(model: type[BaseModel]) -> None:
    assert not [name for name in _list_fields(model) if f"`{name}`" not in _PAGE]


@pytest.mark.parametrize("model", [ChatRequest, PredictionRequest])
def test_every_field_of_the_other_routes_is_documented(model: type[BaseModel]) -> None:
    page = (_ROOT / "docs" / "other-routes.md").read_text(encoding="utf-8")
    assert not [name for name in model.model_fields if f"`{name}`" not in page]


def test_every_code_that_the_source_gives_an_error_is_documented() -> None:
    given = {
        code
        for path in (_ROOT / "src" / "pinxit").rglob("*.py")
        for code in re.findall(r'\bcode="(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert "unsupported_edit" in given
    pages = "".join((_ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in _WITH_CODES)
    # OpenAI has one code for every key that will not do, so that of a missing one never leaves the server.
    assert not [code for code in given - {"missing_api_key"} if f"`{code}`" not in pages]


def test_every_header_is_documented(server: RunningServer) -> None:
    def ask(method: str = "POST", key: str = server.key, **fields: object) -> httpx.Response:
        wish = {"model": "auto", "prompt": "a fox", "size": "64x64", **fields}
        url = f"{server.url}/v1/images/generations"
        return httpx.request(method, url, json=wish, headers={"authorization": key}, timeout=60)

    answers = [
        ask(flavour=1),
        ask(model="pinxit-fake-plain", size="200x100"),
        ask(key="sk-wrong"),
        ask("GET"),
        ask(n=11),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 401, 405, 400]
    sent = {name for answer in answers for name in answer.headers} - {"content-length", "content-type", "date"}
    assert {"x-pinxit-ignored", "x-pinxit-native-size", "allow"} <= sent
    assert not [name for name in sent if f"`{name}`" not in _PAGE]


def test_every_error_code_and_status_is_documented() -> None:
    for words in profiles._TABLE.values():
        assert re.search(rf"\| {words.status} \| .*`{words.code}`", _PAGE), words


def test_every_ratio_is_documented_with_its_pixels() -> None:
    text = " ".join(_PAGE.split())
    assert not [name for name, (width, height) in RATIOS.items() if f"{name} {width}x{height}" not in text]


def test_the_documented_request_gives_the_documented_answer(server: RunningServer) -> None:
    sent = re.search(r"-d '(.+?)'", _PAGE)
    shown = re.search(r"```json\n(.+?)```", _PAGE, re.DOTALL)
    assert sent
    assert shown
    headers = {"authorization": server.key}
    answer = httpx.post(f"{server.url}/v1/images/generations", json=json.loads(sent[1]), headers=headers).json()
    documented = json.loads(shown[1])
    assert list(answer) == list(documented)
    assert set(answer["data"][0]) == set(documented["data"][0])
    for name in ("output_format", "quality", "background", "size", "usage"):
        assert answer[name] == documented[name]
