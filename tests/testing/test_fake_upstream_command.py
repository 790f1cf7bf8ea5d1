"""`pinxit fake-upstream` starts the stand-in, says how to reach it, and refuses what it does not know."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from pinxit.cli import main
from pinxit.settings import Settings
from pinxit.settings.document import Document
from pinxit.testing.process import make_environment
from pinxit.testing.upstream import WORDS, run_upstream


@contextmanager
def _start(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-u", "-m", "pinxit", "fake-upstream", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = ""
        while "_control -d" not in said:
            said += process.stdout.readline()
        try:
            yield said, process
        finally:
            process.kill()


def _draw(url: str, key: str) -> httpx.Response:
    body = {"contents": [{"parts": [{"text": "a fox"}]}]}
    path = "/v1beta/models/gemini-2.5-flash-image:generateContent"
    return httpx.post(url + path, json=body, headers={"x-goog-api-key": key}, timeout=20)


def test_it_serves_with_its_key_misbehaves_as_told_and_ends_with_ctrl_c() -> None:
    with _start("--key", "mine", "--picture-bytes", "60000", "--misbehave", "503 x1", "--model", "my-own") as (
        said,
        process,
    ):
        url = re.findall(r"http://[\d.:]+", said)[0]
        assert _draw(url, "mine").status_code == 503
        assert len(_draw(url, "mine").content) > 80_000
        assert _draw(url, "wrong").status_code == 400
        assert httpx.get(f"{url}/v1/models/my-own", headers={"authorization": "Bearer mine"}).status_code == 200
        assert httpx.get(f"{url}/_control").json()["made"] == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_the_lines_that_it_prints_can_be_pasted_into_pinxit_toml(tmp_path: Path) -> None:
    with _start() as (said, _):
        text = said[said.index("[upstreams.") : said.index("curl")]
    settings = Settings.read({"PINXIT_DATA": str(tmp_path)}, Document(text=text))
    assert {upstream.name for upstream in settings.gateway.upstreams} == {"fake-gemini", "fake-openai"}


def test_it_lists_all_words() -> None:
    said = CliRunner().invoke(main, ["fake-upstream", "--words"]).output
    assert [line.split("]")[0] + "]" for line in said.splitlines()] == [word.shown for word in WORDS]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--misbehave", "nonsense"), "Nothing misbehaves like 'nonsense'"),
        (("--mix", "503"), "has no share"),
        (("--mix", "503=2"), "at most 1 together"),
    ],
)
def test_what_it_does_not_know_is_refused(arguments: tuple[str, ...], words: str) -> None:
    ran = CliRunner().invoke(main, ["fake-upstream", "--port", "0", *arguments])
    assert ran.exit_code == 2
    assert words in ran.output


def test_a_port_that_is_taken_is_said_to_be_taken() -> None:
    with run_upstream() as upstream:
        ran = CliRunner().invoke(main, ["fake-upstream", "--port", str(upstream.port)])
    assert ran.exit_code == 1
    assert "Give another with --port." in ran.output


def test_the_server_of_a_test_knows_other_services_only_where_the_test_says_so() -> None:
    shell = {
        "GEMINI_API_KEY": "x",
        "GOOGLE_API_KEY": "x",
        "OPENAI_API_KEY": "x",
        "AZURE_OPENAI_API_KEY": "x",
        "PATH": "/bin",
    }
    made = make_environment(shell, {"GEMINI_API_KEY": "of the test"}, {"port": "0"})
    assert made == {"GEMINI_API_KEY": "of the test", "PATH": "/bin", "PINXIT_PORT": "0"}
