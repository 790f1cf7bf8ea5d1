"""Real servers for official clients, and a count of the calls that these made: the servers' own logs tell it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest

from acceptance.gallery import open_gallery
from acceptance.journal import Calls
from pinxit.testing import RunningServer, run_server

_SERVERS = ("roomy", "narrow", "impatient")
_LATE = ("test_any_request.py", "test_official_calls.py")


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that all processes of a test run share: a line for every server and test file, with the calls made."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if base.name.startswith("popen-") else base) / "official-calls.jsonl"


def _serve(directory: Path, **settings: str) -> Iterator[RunningServer]:
    with run_server(directory, **{"grace": "2", "linger": "0", **settings}) as running:
        yield running


@pytest.fixture(scope="session")
def roomy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that is never full and may fetch from localhost, for official clients alone."""
    yield from _serve(
        tmp_path_factory.mktemp("roomy"), workers="8", queue="64", max_body=str(2**20), fetch_allow="localhost"
    )


@pytest.fixture(scope="session")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that draws one picture at a time and lets none wait, for official clients alone."""
    yield from _serve(tmp_path_factory.mktemp("narrow"), workers="1", queue="0", body_timeout="2")


@pytest.fixture(autouse=True)
def _count_calls(request: pytest.FixtureRequest, ledger: Path) -> Iterator[None]:
    servers = [
        request.getfixturevalue(name) for name in ("roomy", "narrow", "impatient") if name in request.fixturenames
    ]
    before = sum(len(Calls(server).list_statuses()) for server in servers)
    yield
    made = sum(len(Calls(server).list_statuses()) for server in servers) - before
    if made:
        with ledger.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"file": request.path.stem, "calls": made}) + "\n")


@pytest.hookimpl(trylast=True)  # others regroup what uses the same fixtures
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest tests come late, where processes share them one by one; the count of the calls comes last."""
    items.sort(key=lambda item: _LATE.index(item.path.name) + 1 if item.path.name in _LATE else 0)


@pytest.fixture
def client(roomy: RunningServer) -> Iterator[openai.OpenAI]:
    """OpenAI's client, which does not try again."""
    with openai.OpenAI(base_url=f"{roomy.url}/v1", api_key=roomy.key, max_retries=0, timeout=60) as made:
        yield made


@pytest.fixture
def narrow_client(narrow: RunningServer) -> Iterator[openai.OpenAI]:
    """OpenAI's client of the server that draws one picture at a time; it does not try again."""
    with openai.OpenAI(base_url=f"{narrow.url}/v1", api_key=narrow.key, max_retries=0, timeout=60) as made:
        yield made


@pytest.fixture(scope="session")
def gallery() -> Iterator[str]:
    """The address of a web server with `/otter.png` and `/hat.jpg`."""
    with open_gallery() as address:
        yield address


@pytest.fixture
def google(roomy: RunningServer) -> Iterator[Any]:
    """Google's client, in the version of the API that it takes by itself."""
    genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
    with genai.Client(api_key=roomy.key, http_options=genai.types.HttpOptions(base_url=roomy.url)) as made:
        yield made


@pytest.fixture(scope="session")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that sends a sign of life ten times a second, for official clients alone."""
    yield from _serve(tmp_path_factory.mktemp("impatient"), workers="4", heartbeat="0.1")
