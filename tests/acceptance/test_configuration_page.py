"""docs/configuration.md: its files are read, its commands are run, and its tables name everything."""

from __future__ import annotations

import asyncio
import re
import shlex
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from pinxit.assembly import open_storage
from pinxit.cli import main
from pinxit.core.access import make_key
from pinxit.gateway import open_upstreams
from pinxit.local import Local
from pinxit.settings import Document, Settings
from pinxit.testing import run_server
from pinxit.testing.upstream import FakeUpstream, run_upstream
from pinxit.upstreams import Upstream

_PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
_FILES = re.findall(r"```toml\n(.+?)```", _PAGE, re.DOTALL)
_KEYS = {
    "HF_TOKEN": "hf_test",
    "GEMINI_API_KEY": "AIzaSyTest",
    "GEMINI_API_KEY_OF_ANNA": "AIzaSyAnna",
    "DATABASE_URL": "postgresql://x/y",
}


def test_the_files_on_the_page_are_read_together(tmp_path: Path) -> None:
    (tmp_path / "spare").write_text("key")
    text = "\n".join(_FILES).replace("/run/secrets/spare", str(tmp_path / "spare"))
    settings = Settings.read(_KEYS, Document(tmp_path / "pinxit.toml", text))
    gateway = settings.gateway
    assert not gateway.problems
    assert [upstream.name for upstream in gateway.upstreams] == ["gemini", "spare"]
    assert gateway.upstreams[0].keys["sk-pinxit-AbCdEfGh"].reveal() == "AIzaSyAnna"
    assert gateway.models[0].fallback == ("gemini-3.1-flash-image", "pinxit-illustrator")
    assert set(tomllib.loads(text)) == {"server", "upstreams", "models", "aliases", "local"}
    assert settings.local.memory == 12 * 10**9
    assert len(open_upstreams(settings, [])) == 2


def test_the_table_of_local_models_names_every_field_with_its_default() -> None:
    section = _PAGE.partition("## [local]")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", section, re.MULTILINE))
    assert list(rows) == [field.name for field in fields(Local)]
    plain = Local()
    for name, told in rows.items():
        usual = getattr(plain, name)
        if isinstance(usual, str | int | float) and usual:
            assert told.strip("`").startswith(str(usual).removesuffix(".0")), name


@pytest.mark.parametrize("name", ["upstreams", "gemini", "keys", "serving", "testing"])
def test_every_file_on_other_pages_is_read_too(name: str, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for text in re.findall(r"```toml\n(.+?)```", page, re.DOTALL):
        if "[upstreams" in text or "[models" in text:
            Settings.read({}, Document(tmp_path / "pinxit.toml", text))


def test_the_table_of_upstreams_names_every_field_with_its_default() -> None:
    rows = dict(re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|.*\| ([^|]+) \|$", _PAGE, re.MULTILINE))
    names = {name for row in rows for name in re.findall(r"\w+", row)}
    assert {field.name for field in fields(Upstream)} - {"name"} <= names
    plain = Upstream("x", "gemini")
    assert rows["`at_once`"] == str(plain.at_once)
    assert rows["`timeout`"] == f"{plain.timeout:g}"
    assert rows["`patience`"] == "300"
    assert plain.region in rows["`project`, `region`, `credentials`"]


def test_the_commands_on_the_page_write_and_show_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GEMINI_API_KEY", raising=False)
    variables = dict(re.findall(r"^export (\w+)=(\S+)$", _PAGE, re.MULTILINE))
    base = {"PINXIT_DATA": str(tmp_path), "PINXIT_ENGINES": "pinxit.testing:FakeEngine", "PINXIT_UPSTREAMS": "file"}
    lines = re.findall(r"^(pinxit (?:init|config))\b", _PAGE, re.MULTILINE)
    assert lines == ["pinxit init", "pinxit config"]
    for line in lines:
        ran = CliRunner().invoke(main, shlex.split(line)[1:], input="\n" * 9, env=base)
        assert ran.exit_code == 0, ran.output
    settings = Settings.read({**variables, "GEMINI_API_KEY": "AIzaSyTest"})
    assert [upstream.name for upstream in settings.gateway.upstreams] == ["spare", "gemini"]
    assert settings.gateway.caps["gemini"].amount == 50 * 10**9


async def _make_admin(data: Path) -> str:
    secret, key = make_key("admin", is_admin=True)
    async with open_storage(Settings(data=data)) as storage:
        await storage.ring.add(key)
    return secret


def _ask(url: str, key: str, page: str, **wish: Any) -> httpx.Response:
    headers = {"authorization": f"Bearer {key}"}
    return httpx.request("POST" if wish else "GET", url + page, json=wish or None, headers=headers, timeout=30)


def test_upstreams_tell_those_who_administer_how_they_are(tmp_path: Path) -> None:
    with run_upstream() as upstream:
        environment = {
            "GEMINI_API_KEY": upstream.key,
            "PINXIT_UPSTREAMS_GEMINI_URL": upstream.url,
            "PINXIT_UPSTREAMS_GEMINI_SPEND": "0.05",
            "PINXIT_UPSTREAMS_GONE_KIND": "openai",
            "PINXIT_UPSTREAMS_GONE_URL": "http://127.0.0.1:9/v1",
            "PINXIT_CONFIG": "none",
        }
        with run_server(tmp_path / "data", environment) as server:
            _look(server.url, server.key, asyncio.run(_make_admin(tmp_path / "data")), upstream)
        log = server.log.read_text()
    assert "gone" in log
    assert upstream.key not in log


def _look(url: str, key: str, admin: str, upstream: FakeUpstream) -> None:
    page = re.search(r"^curl http://127.0.0.1:8000(\S+) ", _PAGE, re.MULTILINE)
    assert page
    assert _ask(url, key, page[1]).status_code == 403
    model = "gemini-2.5-flash-image"
    answer = _ask(url, key, "/v1/images/generations", model=model, prompt="a fox")
    assert answer.status_code == 200, answer.text
    assert (answer.headers["x-pinxit-engine"], answer.headers["x-pinxit-model"]) == ("gemini", model)
    gone, gemini = _ask(url, admin, page[1]).json()["data"]
    assert (gemini["name"], gemini["kind"], gemini["available"]) == ("gemini", "gemini", True)
    told = {row["name"]: row["state"] for row in gemini["models"]}
    assert told[model] == "closed"
    assert (gone["name"], gone["available"], gone["models"], gone["cap"]) == ("gone", False, [], None)
    assert gemini["cap"]["limit_usd"] == "0.05"
    assert float(gemini["cap"]["spent_usd"]) > 0.03
    # A second picture would be more than may be spent: the embedded engine makes it, and says why.
    answer = _ask(url, key, "/v1/images/generations", model=model, prompt="a bear")
    assert answer.status_code == 200, answer.text
    assert answer.headers["x-pinxit-engine"] == "fake"
    assert answer.headers["x-pinxit-instead"].startswith("fallback: ")
    answer = _ask(url, key, "/v1/images/generations", model=model, prompt="a bear", strict=True)
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "upstream_budget_spent")
    assert len([call for call in upstream.calls if "generateContent" in repr(call)]) == 1
