"""docs/api.md says what the code does."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import httpx

from pinxit.core.images import RATIOS
from pinxit.dialects import profiles
from pinxit.dialects.openai.models import GenerationRequest
from pinxit.settings import Settings
from pinxit.testing import RunningServer

_PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    assert not [field.name for field in fields(Settings) if f"`PINXIT_{field.name.upper()}`" not in _PAGE]


def test_every_field_is_documented() -> None:
    assert not [name for name in GenerationRequest.model_fields if f"| `{name}` |" not in _PAGE]


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
