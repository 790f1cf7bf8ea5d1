"""`pinxit usage`: tables for people, sheets and JSON for programs."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pinxit.cli import main
from pinxit.core.access import make_key
from pinxit.core.archive import Line
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.storage.ledger import add_lines
from pinxit.storage.migrating import upgrade

_KEYS = [make_key(name)[1] for name in ("anna", "=cmd|'/c calc'!A1")]
_LINE = Line(1.8e9, "2026-11-01", "", "job_1", "chat", "gemini-3-pro-image", "fake", 0, "made", 1290, 10**15 + 1, 2.5)
_LINES = [
    *(replace(_LINE, key=key.prefix, index=number) for key in _KEYS for number in range(3)),
    replace(_LINE, key=_KEYS[0].prefix, day="2026-11-02", model="+evil\x1b[2J", cost=7),
    replace(_LINE, key=_KEYS[1].prefix, day="2026-11-03", outcome="refused", index=None, tokens=0, cost=0, seconds=0),
]


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path))

    async def fill() -> None:
        database = Database(f"sqlite:///{tmp_path / 'pinxit.db'}")
        await upgrade(database)
        for key in _KEYS:
            await SqlKeyRing(database).add(key)
        await database.write(lambda connection: add_lines(connection, _LINES))
        await database.close()

    asyncio.run(fill())


def _run(*arguments: str) -> Result:
    ran = CliRunner().invoke(main, ["usage", *arguments])
    return ran


def _read(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode(), newline="")))


def test_the_table_names_keys_fits_a_hundred_columns_and_ends_with_the_sum() -> None:
    lines = _run().stdout.splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert lines[0].split() == "KEY NAME PICTURES CACHED REFUSED FAILED CANCELLED TOKENS USD SECONDS".split()
    assert lines[-1].split()[:3] == ["total", "7", "0"]
    assert "6000000.000000013" in lines[-1]
    assert f"…{_KEYS[0].prefix[-6:]}" in "".join(lines)


@pytest.mark.parametrize("by", ["key", "model", "day", "outcome", "route"])
def test_a_sheets_rows_add_up_to_the_total_whatever_they_are_grouped_by(by: str) -> None:
    rows = _read(_run("--by", by, "--csv").stdout_bytes)
    assert next(iter(rows[0])) == by
    assert sum(int(row["pictures"]) for row in rows) == 7
    assert sum(Decimal(row["cost_usd"]) for row in rows) == Decimal("6000000.000000013")
    told = json.loads(_run("--by", by, "--json").stdout)
    assert (told["by"], told["total"]["cost_usd"]) == (by, "6000000.000000013")
    assert len(told["data"]) == len(rows)


def test_a_sheet_is_rfc_4180_and_holds_no_formula() -> None:
    keys, models = _run("--csv").stdout_bytes, _run("--by", "model", "--csv").stdout_bytes
    assert keys.count(b"\r\n") == keys.count(b"\n") == 3
    assert {row["name"] for row in _read(keys)} == {"anna", "'=cmd|'/c calc'!A1"}
    assert {row["model"] for row in _read(models)} == {"gemini-3-pro-image", "'+evil?[2J"}


def test_a_table_moves_no_cursor() -> None:
    assert "\x1b" not in _run("--by", "model").output


def test_days_and_a_key_are_chosen() -> None:
    def count(*arguments: str) -> int:
        total: int = json.loads(_run("--json", *arguments).stdout)["total"]["pictures"]
        return total

    assert count("--since", "2026-11-02") == 1
    assert count("--until", "2026-11-01") == 6
    assert count("--key", _KEYS[1].prefix) == 3
    assert count("--key", f"{_KEYS[0].prefix[:-1]}…", "--since", "2026-11-01", "--until", "2026-11-01") == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "monday"), "--since"),
        (("--until", "2026-02-30"), "--until"),
        (("--since", "2026-11-02", "--until", "2026-11-01"), "--since"),
        (("--key", "sk-nobody"), "pinxit keys list"),
        (("--by", "colour"), "--by"),
    ],
    ids=lambda words: "-".join(words) if isinstance(words, tuple) else "",
)
def test_a_wrong_option_is_named(arguments: tuple[str, ...], said: str) -> None:
    refused = _run(*arguments)
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_the_ledger_itself_is_printed_line_by_line() -> None:
    rows = _read(_run("--lines").stdout_bytes)
    assert [row["key"] for row in rows] == [line.key for line in _LINES]
    assert [row["number"] for row in rows] == [str(number + 1) for number in range(len(_LINES))]
    assert rows[0]["cost_usd"] == "1000000.000000001"
    assert rows[0]["at"] == "2027-01-15T08:00:00.000Z"
    assert (rows[-1]["picture"], rows[-1]["outcome"]) == ("", "refused")
    assert len(_read(_run("--lines", "--since", "2026-11-02").stdout_bytes)) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux that is always full")
@pytest.mark.parametrize("form", ["--lines", "--csv", "--json"])
def test_a_full_disk_is_told_in_one_line(form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "pinxit", "usage", form]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("Error: The output cannot be written")
    assert "Traceback" not in ran.stderr


def test_nothing_used_is_said_beside_the_output() -> None:
    empty = _run("--since", "2030-01-01")
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert "Nothing" in empty.stderr
    assert _read(_run("--since", "2030-01-01", "--csv").stdout_bytes) == []
