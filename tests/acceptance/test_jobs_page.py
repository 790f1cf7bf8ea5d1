"""docs/jobs.md does what it says: its commands and its code run against a real server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest

from pinxit.core.jobs import JobState
from pinxit.dialects.openai import job_models as models
from pinxit.dialects.openapi.jobs import JOBS
from pinxit.testing import RunningServer, run_server

_PAGE = (Path(__file__).parents[2] / "docs" / "jobs.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with run_server(tmp_path_factory.mktemp("page"), workers="2") as running:
        yield running


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("jq")), reason="the page's commands want curl and jq")
def test_its_commands_run(server: RunningServer) -> None:
    blocks = re.findall(r"```bash\n(.+?)```", _PAGE, re.DOTALL)
    script = "set -eu -o pipefail\n" + "\n".join(blocks).replace("http://127.0.0.1:8000", server.url)
    environment = os.environ | {"PINXIT_KEY": server.key}
    command = ["bash", "-c", script]
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    status, words, listed, *events = done.stdout.splitlines()
    assert (status, words) == ("completed", "A flat colour.")
    assert re.fullmatch(r"job_[0-9a-f]{32}", listed)
    assert events == ["event: image.job.completed"]


def test_its_code_runs(server: RunningServer) -> None:
    (code,) = re.findall(r"```python\n(.+?)```", _PAGE, re.DOTALL)
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.key) as client:
        names: dict[str, Any] = {"client": client}
        exec(code, names)  # noqa: S102  (our own page)
    assert names["job"]["status"] == "completed"
    assert len(names["pictures"]) == 1


def test_the_code_of_googles_interactions_runs(server: RunningServer) -> None:
    genai = pytest.importorskip("google.genai", reason="google-genai is missing: pip install -e '.[test]'")
    page = (Path(__file__).parents[2] / "docs" / "gemini.md").read_text(encoding="utf-8")
    (code,) = [block for block in re.findall(r"```python\n(.+?)```", page, re.DOTALL) if "background" in block]
    options = genai.types.HttpOptions(base_url=server.url)
    with warnings.catch_warnings(), genai.Client(api_key=server.key, http_options=options) as client:
        warnings.simplefilter("ignore")  # the client calls interactions experimental
        names: dict[str, Any] = {"client": client}
        exec(code, names)  # noqa: S102  (our own page)
    assert (names["told"].status, names["night"].status) == ("completed", "completed")
    assert names["night"].output_text == "A flat colour made of 1 pictures."


def test_every_field_state_event_and_address_is_documented() -> None:
    assert not [name for name in models.JobAnswer.model_fields if f"`{name}`" not in _PAGE]
    assert not [state for state in JobState if f"`{state}`" not in _PAGE]
    assert not [one.path for one in JOBS if f"{one.method} {one.path}`" not in _PAGE]
    kinds = set(re.findall(r'Literal\["image\.job\.(\w+)"', Path(models.__file__).read_text(encoding="utf-8")))
    assert kinds
    assert not [kind for kind in kinds if f"`image.job.{kind}`" not in _PAGE]
