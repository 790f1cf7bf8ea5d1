"""docs/testing.md says what the stand-in does: its examples are run as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from pinxit.testing.upstream import WORDS, run_upstream

_PAGE = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")


def _write_table() -> str:
    rows = ["| word | services | what happens |", "|---|---|---|"]
    rows += [f"| `{word.shown}` | {', '.join(word.upstreams) or 'all'} | {word.effect} |" for word in WORDS]
    return "\n".join(rows)


def test_every_word_stands_in_the_table() -> None:
    assert _write_table() in _PAGE


class _Passed:
    """Counts the tests that pass."""

    count = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.count += report.when == "call" and report.passed


def test_the_tests_on_the_page_pass(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.+?)```", _PAGE, re.DOTALL)
    file, passed = tmp_path / "test_of_the_testing_page.py", _Passed()
    file.write_text(blocks[0], encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]", encoding="utf-8")
    assert pytest.main(["-q", "-p", "no:cacheprovider", "-c", str(tmp_path / "pytest.ini"), str(file)], [passed]) == 0
    assert passed.count == blocks[0].count("\ndef test_") == 3


def test_the_server_on_the_page_starts(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.+?)```", _PAGE, re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", blocks[1]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert re.match(r"http://\S+ sk-pinxit-", ran.stdout), ran.stderr


def test_the_commands_on_the_page_are_obeyed() -> None:
    blocks = re.findall(r"```sh\n(.+?)```", _PAGE, re.DOTALL)
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with run_upstream() as upstream:
        for command in blocks[1].strip().splitlines():
            here = command.replace("http://127.0.0.1:9000", upstream.url)
            said = subprocess.run(here, shell=True, capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S602
            assert '"made":0' in said, command
        assert httpx.get(f"{upstream.url}/_control").json()["dead"] is False


def test_the_properties_on_the_page_are_there() -> None:
    with run_upstream() as upstream:
        names = re.findall(
            r"^\| (`.+?) \| ", _PAGE.partition("| on the stand-in")[2].partition("A call has")[0], re.MULTILINE
        )
        for name in re.findall(r"`(\w+)", " ".join(names)):
            assert hasattr(upstream, name), name
