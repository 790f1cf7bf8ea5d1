"""`pinxit keys`: what keys may do, as the command line makes, shows and changes it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pinxit.cli import main
from pinxit.core.access import digest_of, make_key
from pinxit.core.archive import Key, Line
from pinxit.core.limits import name_day
from pinxit.storage.database import Database
from pinxit.storage.keyring import SqlKeyRing
from pinxit.storage.ledger import add_lines

_LINE = Line(1.8e9, name_day(), "", "job_1", "chat", "gemini-3-pro-image", "fake", 0, "made", 1290, 154_800_001, 2.5)


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path))


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["keys", *arguments])


def _ask(folder: Path, work: Callable[[Database], Any]) -> Any:
    async def run() -> Any:
        database = Database(f"sqlite:///{folder / 'pinxit.db'}")
        result = await work(database)
        await database.close()
        return result

    return asyncio.run(run())


def _list(folder: Path) -> list[Key]:
    keys: list[Key] = _ask(folder, lambda database: SqlKeyRing(database).list_keys())
    return keys


def _create(*arguments: str) -> str:
    made = _run("create", *arguments)
    assert made.exit_code == 0, made.output
    return made.stdout.strip()


_ALL = (
    "--name", "anna", "--budget", "5usd/month", "--budget", "20pictures/day", "--rate", "20/min", "--at-once", "4",
    "--models", "gemini-*,pinxit-fake", "--routes", "images,chat", "--expires", "30d", "--admin", "--priority", "5",
)  # fmt: skip


def test_a_key_is_made_with_all_its_terms(tmp_path: Path) -> None:
    secret = _create(*_ALL)
    (key,) = _list(tmp_path)
    assert key.digest == digest_of(secret)
    assert (key.name, list(map(str, key.budgets)), str(key.rate)) == (
        "anna",
        ["5usd/month", "20pictures/day"],
        "20/min",
    )
    assert (key.at_once, key.is_admin, key.priority) == (4, True, 5)
    assert (key.models, key.routes) == (("gemini-*", "pinxit-fake"), ("images", "chat"))
    assert key.expires == pytest.approx(time.time() + 30 * 86_400, abs=60)


def test_the_secret_alone_is_on_the_standard_output_and_the_rest_beside_it() -> None:
    made = _run("create", *_ALL)
    assert len(made.stdout.split()) == 1
    assert "5usd/month" in made.stderr
    assert made.stdout.strip() not in made.stderr


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--budget", "5"),
        ("--budget", ""),
        ("--budget", "5usd/month,6usd/month"),
        ("--rate", "0/min"),
        ("--rate", "fast"),
        ("--at-once", "0"),
        ("--at-once", "many"),
        ("--models", ""),
        ("--models", "gemini-*,"),
        ("--models", "none"),
        ("--routes", "pictures"),
        ("--expires", "yesterday"),
        ("--expires", "2020-01-01"),
        ("--priority", "100000"),
        ("--name", ""),
    ],
)
def test_a_wrong_term_is_refused_by_its_option_and_no_key_is_made(tmp_path: Path, option: str, value: str) -> None:
    refused = _run("create", option, value)
    assert refused.exit_code == 2
    assert option in refused.stderr.splitlines()[-1]
    assert not (tmp_path / "pinxit.db").exists() or not _list(tmp_path)


def test_a_model_that_is_not_there_is_only_noted() -> None:
    made = _run("create", "--models", "pinxit-fake,gemini-9-*")
    assert made.exit_code == 0
    assert "'gemini-9-*'" in made.stderr
    assert "'pinxit-fake'" not in made.stderr


def test_the_list_tells_terms_and_states_in_a_hundred_columns(tmp_path: Path) -> None:
    _create(*_ALL)
    _create("--name", "狐" * 40)
    _run("revoke", _create("--name", "gone")[:18])
    _, late = make_key("late", expires=time.time() - 86_400)
    _ask(tmp_path, lambda database: SqlKeyRing(database).add(late))
    listing = _run("list").stdout
    assert all(len(line) + line.count("狐") <= 100 for line in listing.splitlines())
    rows = {row.split()[1]: row for row in listing.splitlines() if row.startswith("sk-")}
    assert f"until {name_day(time.time() + 30 * 86_400)}" in rows["anna"]
    assert f"revoked {name_day()}" in rows["gone"]
    assert "expired" in rows["late"]
    assert "no limits" in rows["late"]
    assert "20pictures/day" in listing


def test_a_key_is_shown_with_what_it_has_left(tmp_path: Path) -> None:
    secret = _create("--budget", "1usd/month", "--budget", "20pictures", "--rate", "20/min")
    lines = [replace(_LINE, key=secret[:18], index=number) for number in range(3)]
    _ask(tmp_path, lambda database: database.write(lambda connection: add_lines(connection, lines)))
    shown = _run("show", secret[:14]).stdout
    rows = [line.split() for line in shown.splitlines()]
    assert [row for row in rows if row[:1] == ["20pictures"]] == [["20pictures", "never", "3", "0", "17"]]
    assert next(row for row in rows if row[:1] == ["1usd/month"])[2:] == ["$0.464400003", "$0", "$0.535599997"]
    assert "20/min, 20 left now" in shown
    assert "3 pictures, 3,870 tokens, $0.464400003" in shown
    assert secret not in shown


def test_a_change_replaces_what_is_named_and_keeps_the_rest(tmp_path: Path) -> None:
    secret = _create(*_ALL)
    assert _run("change", secret[:18], "--budget", "7pictures/day", "--no-admin").exit_code == 0
    (key,) = _list(tmp_path)
    assert (list(map(str, key.budgets)), key.is_admin, str(key.rate)) == (["7pictures/day"], False, "20/min")


def test_limits_are_taken_away_by_name(tmp_path: Path) -> None:
    prefix = _create(*_ALL)[:18]
    taken = "--budget none --rate none --at-once none --models all --routes all --expires never --priority 0".split()
    assert _run("change", prefix, *taken, "--name", "bert").exit_code == 0
    (key,) = _list(tmp_path)
    assert (key.budgets, key.rate, key.at_once, key.models, key.routes) == ((), None, None, (), ())
    assert (key.expires, key.priority, key.name, key.is_admin) == (None, 0, "bert", True)


def test_a_change_of_nothing_says_what_can_be_changed() -> None:
    refused = _run("change", _create()[:18])
    assert refused.exit_code == 2
    assert "--budget" in refused.stderr


@pytest.mark.parametrize("command", [("show",), ("revoke",), ("change", "--rate", "1/s")], ids=lambda words: words[0])
def test_a_prefix_that_fits_none_or_several_is_refused(command: tuple[str, ...]) -> None:
    _create()
    _create()
    for prefix, said in (("sk-pinxit-", "2 keys begin with"), ("sk-nobody", "pinxit keys list"), ("", "")):
        refused = _run(command[0], prefix, *command[1:])
        assert refused.exit_code == 2
        assert said in refused.stderr


def test_the_prefix_may_be_pasted_as_the_list_shows_it() -> None:
    prefix = _create()[:18]
    assert _run("show", f"{prefix}…").exit_code == 0
    assert _run("revoke", f" {prefix}… ").exit_code == 0
