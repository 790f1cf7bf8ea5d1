"""docs/keys.md, run as it stands."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import openai
import pytest
from click.testing import CliRunner

from pinxit.cli import main
from pinxit.cli.keys import create
from pinxit.core.access import ROUTES
from pinxit.core.limits import NANO
from pinxit.core.prices import load_prices
from pinxit.dialects.admin import KeyRequest
from pinxit.dialects.openapi import OPERATIONS
from pinxit.testing import RunningServer, run_server

_PAGE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")


def _read(language: str) -> str:
    code = re.search(rf"```{language}\n(.+?)```", _PAGE, re.DOTALL)
    assert code
    return code[1]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("keys-page"), grace="2") as running:
        yield running


def test_the_documented_commands_work_one_after_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path))
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    lines = _read("bash").splitlines()
    secret = ""
    for line in lines:
        words = shlex.split(line.replace("sk-pinxit-AbCdEfGh", secret[:18]))
        assert words[0] == "pinxit"
        ran = CliRunner().invoke(main, words[1:])
        assert ran.exit_code == 0, ran.output
        secret = secret or ran.stdout.strip()
    assert len(lines) == 8
    assert "revoked" in CliRunner().invoke(main, ["keys", "show", secret[:18]]).stdout


def test_the_documented_calls_of_openais_client_are_answered(
    house: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PINXIT_DATA", str(house.data))
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    secret = CliRunner().invoke(main, ["keys", "create", "--admin"]).stdout.strip()
    with openai.OpenAI(base_url=f"{house.url}/v1", api_key=secret) as client:
        names: dict[str, object] = {"client": client}
        exec(_read("python"), names)  # noqa: S102  (our own page)
    assert names["left"] == {"10usd/month": "10", "100pictures/day": "100"}
    assert isinstance(names["usage"], dict)


def test_the_documented_prices_are_read(tmp_path: Path) -> None:
    path = tmp_path / "prices.toml"
    path.write_text(_read("toml"), encoding="utf-8")
    assert tomllib.loads(path.read_text(encoding="utf-8"))
    prices = load_prices(path)
    assert prices.find("pinxit-illustrator").picture == NANO // 500
    assert prices.find("gemini-3-pro-image").output == 30 * NANO


def test_every_option_field_and_route_is_documented() -> None:
    options = {name for option in create.params for name in option.opts} - {"--name", "--data", "--config"}
    assert not [name for name in options if f"| `{name}` |" not in _PAGE]
    assert not [name for name in (*KeyRequest.model_fields, *ROUTES) if f"`{name}`" not in _PAGE]


def test_every_page_of_the_admin_api_is_documented() -> None:
    pages = [f"{one.method} {one.path}" for one in OPERATIONS if "/admin/" in one.path or one.path == "/v1/usage"]
    assert len(pages) == 8
    assert not [page for page in pages if f"`{page}`" not in _PAGE]
