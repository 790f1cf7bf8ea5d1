"""The commands of the documentation's other pages, run as they stand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import openai

from pinxit.testing import RunningServer

_DOCS = Path(__file__).parents[2] / "docs"


def test_the_documented_conversation_is_answered_with_a_picture(server: RunningServer) -> None:
    code = re.search(r"```python\n(.+?)```", (_DOCS / "other-routes.md").read_text("utf-8"), re.DOTALL)
    assert code
    names = {"client": openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key)}
    exec(code[1], names)  # noqa: S102  (our own page)
    answer: object = names["answer"]
    assert isinstance(answer, openai.types.chat.ChatCompletion)
    assert (answer.choices[0].message.content or "").startswith("![image](data:image/png;base64,")


def test_the_documented_prediction_is_made(server: RunningServer) -> None:
    page = (_DOCS / "other-routes.md").read_text("utf-8")
    path, sent = re.search(r"8000(/api/v3/\S+)", page), re.search(r"-d '(.+?)'", page)
    assert path
    assert sent
    headers = {"authorization": server.key}
    made = httpx.post(server.url + path[1], json=json.loads(sent[1]), headers=headers).json()["data"]
    for _ in range(200):
        found = httpx.get(made["urls"]["get"], headers=headers).json()["data"]
        if found["status"] == "completed":
            break
    assert found["outputs"][0].startswith("data:image/png;base64,")


def test_the_documented_call_of_googles_client_draws(server: RunningServer) -> None:
    code = re.search(r"```python\n(.+?)```", (_DOCS / "gemini.md").read_text("utf-8"), re.DOTALL)
    assert code
    names: dict[str, object] = {"url": server.url, "key": server.key}
    exec(code[1], names)  # noqa: S102  (our own page)
    assert names["picture"]
