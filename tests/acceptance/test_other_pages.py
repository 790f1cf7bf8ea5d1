"""The commands and calls of the README and the documentation, run as they stand against the real server."""

from __future__ import annotations

import json
import re
import shlex
import time
from pathlib import Path

import httpx
import openai
import pytest
from click.testing import CliRunner
from PIL import Image

from acceptance.pictures import draw_png
from pinxit import cli
from pinxit.testing import RunningServer

_ROOT = Path(__file__).parents[2]
_DOCS = _ROOT / "docs"
_PAGES = [_ROOT / "README.md", *sorted(_DOCS.glob("*.md"))]
_HOST = "http://127.0.0.1:8000"
_ELSEWHERE = {
    "configuration",
    "jobs",
    "models",
    "testing",
    "webhooks",
}  # pages whose commands depend on each other; each has a test of its own
_CURLS = [
    pytest.param(found, id=f"{page.stem}-{number}")
    for page in _PAGES
    if page.stem not in _ELSEWHERE
    for number, found in enumerate(re.findall(r"^curl (?:.*\\\n)*.*$", page.read_text("utf-8"), re.MULTILINE))
]


# In lines of a shell and in the middle of a sentence; `a|b` stands for several commands.
_COMMANDS = [
    pytest.param(found, id=f"{page.stem}-{number}")
    for page in _PAGES
    for number, found in enumerate(
        re.findall(r"(?:`|^|/)pinxit ((?!.*\|)[a-z][^`\n]*)", page.read_text("utf-8"), re.MULTILINE)
    )
]


def _read_code(page: Path) -> str:
    """The Python of a page."""
    code = re.search(r"```python\n(.+?)```", page.read_text("utf-8"), re.DOTALL)
    assert code
    return code[1]


@pytest.mark.parametrize("command", _CURLS)
def test_a_documented_curl_is_answered(
    server: RunningServer, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read as a shell reads it, and sent as curl would send it."""
    monkeypatch.chdir(tmp_path)
    Path("photo.jpg").write_bytes(draw_png())
    _, url, *rest = shlex.split(command.replace("\\\n", " "))
    options = list(zip(rest[::2], rest[1::2], strict=True))
    assert {name for name, _ in options} <= {"-H", "-d", "-F"}
    headers = dict(value.replace("$PINXIT_KEY", server.key).split(": ", 1) for name, value in options if name == "-H")
    sent = next((json.loads(value) for name, value in options if name == "-d"), None)
    parts = dict(value.split("=", 1) for name, value in options if name == "-F")
    files = {name: (value[1:], Path(value[1:]).read_bytes()) for name, value in parts.items() if value[0] == "@"}
    texts = {name: value for name, value in parts.items() if value[0] != "@"}
    answer = httpx.post(
        url.replace(_HOST, server.url), headers=headers, json=sent, data=texts or None, files=files or None, timeout=60
    )
    assert answer.status_code == 200, answer.text
    assert "x-pinxit-ignored" not in answer.headers


def test_no_documented_curl_is_overlooked() -> None:
    written = sum(page.read_text("utf-8").count("curl http") for page in _PAGES if page.stem not in _ELSEWHERE)
    assert len(_CURLS) == written > 3


def test_the_readmes_python_draws_edits_and_speaks_to_google(
    server: RunningServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty folder, with the key that the server printed and nothing prepared."""
    genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
    monkeypatch.chdir(tmp_path)
    code = _read_code(_ROOT / "README.md")
    drawn = code.count("answer = ")
    assert drawn == 3
    code = code.replace("sk-pinxit-...", server.key).replace(_HOST, server.url)
    seen: list[object] = []
    names: dict[str, object] = {"keep": seen.append}
    exec(re.sub(r"^(answer = .+)$", r"\1\nkeep(answer)", code, flags=re.MULTILINE), names)  # noqa: S102  (our own page)
    assert Path("cats.png").read_bytes().startswith(b"\x89PNG")
    generated, edited, told = seen
    assert isinstance(generated, openai.types.ImagesResponse)
    assert generated.size == "16:9"
    assert isinstance(edited, openai.types.ImagesResponse)
    assert edited.usage
    assert edited.usage.input_tokens_details.image_tokens == 2 * 258
    assert isinstance(told, genai.types.GenerateContentResponse)
    assert [part.inline_data.mime_type for part in told.parts or () if part.inline_data] == ["image/png"]


def test_the_documented_conversation_is_answered_with_a_picture(server: RunningServer) -> None:
    names = {"client": openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key)}
    exec(_read_code(_DOCS / "other-routes.md"), names)  # noqa: S102  (our own page)
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
        time.sleep(0.05)
    assert httpx.get(found["outputs"][0]).content.startswith(b"\x89PNG")


def test_the_documented_call_of_googles_client_draws(server: RunningServer) -> None:
    names: dict[str, object] = {"url": server.url, "key": server.key}
    exec(_read_code(_DOCS / "gemini.md"), names)  # noqa: S102  (our own page)
    assert names["picture"]


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_a_pages_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|data:)([^)#\s]+)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_page_is_linked_from_the_readme_or_a_page_that_is() -> None:
    texts = [page.read_text("utf-8") for page in _PAGES]
    assert not [
        page.name for page in _PAGES[1:] if not any(re.search(rf"\]\((docs/)?{page.name}", text) for text in texts)
    ]


def test_the_readme_stays_short() -> None:
    assert 500 <= len((_ROOT / "README.md").read_text("utf-8").split()) <= 550


def test_the_readmes_drawing_without_a_server_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = re.search(r"^\.venv/bin/pinxit (draw .+)$", (_ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert command
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(cli.main, shlex.split(command[1]))
    assert ran.exit_code == 0, ran.output
    with Image.open("penguin.png") as picture:
        assert picture.size == (1344, 768)


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_documented_command_exists_with_its_options(command: str) -> None:
    """Asked for its help, which comes only where everything before it is understood."""
    ran = CliRunner().invoke(cli.main, [*shlex.split(command), "--help"])
    assert ran.exit_code == 0, ran.output
