"""`pinxit init` writes a file that pinxit reads, `pinxit config` shows what came of it."""

from __future__ import annotations

import re
import stat
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pinxit.cli import main
from pinxit.cli.machine import Advice
from pinxit.settings import Document, Settings
from pinxit.weights import Facts

_KEY = "AIzaSyTest-init_0123456789"
_FLAGS = {"--upstream": "gemini", "--host": "::1", "--port": "8100", "--spend": "12.5"}


@pytest.fixture(autouse=True)
def _own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("GEMINI_API_KEY", "GOOGLE_API_KEY", "OPENAI_API_KEY", "PINXIT_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("pinxit.cli.machine.could_paint", lambda: False)
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str, given: str | None = None, **environment: str) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given, env=environment)


def _read(**environment: str) -> Settings:
    return Settings.read(environment, Document.open(Path("pinxit.toml").absolute()))


def test_without_any_question_the_file_changes_nothing_that_pinxit_does() -> None:
    ran = _run("init", "--yes")
    assert ran.exit_code == 0, ran.output
    assert _read() == Settings.read({})


def test_flags_say_what_would_have_been_asked() -> None:
    ran = _run("init", "--yes", "--no-fallback", *(word for pair in _FLAGS.items() for word in pair))
    assert ran.exit_code == 0, ran.output
    settings = _read(GEMINI_API_KEY=_KEY)
    assert (settings.host, settings.port, settings.fallback) == ("::1", 8100, "off")
    (upstream,) = settings.gateway.upstreams
    assert (upstream.kind, upstream.key.reveal()) == ("gemini", _KEY)
    assert settings.gateway.caps["gemini"].amount == 12_500_000_000
    assert "Set GEMINI_API_KEY in the environment" in ran.output


def test_questions_are_asked_and_answered() -> None:
    answers = ["gemini", "openai", "http://127.0.0.1:1234/v1/", "none", "20", "n", "y", "8200"]
    ran = _run("init", given="\n".join(answers) + "\n")
    assert ran.exit_code == 0, ran.output
    settings = _read(GEMINI_API_KEY=_KEY)
    assert (settings.host, settings.port, settings.fallback) == ("0.0.0.0", 8200, "off")  # noqa: S104
    gemini, openai = settings.gateway.upstreams
    assert (gemini.name, openai.name, openai.url) == ("gemini", "openai", "http://127.0.0.1:1234/v1")
    assert not openai.key, "a server of one's own gets no key of OpenAI's"


def test_only_returns_are_enough_and_google_is_offered_where_its_key_is() -> None:
    ran = _run("init", given="\n" * 8, GEMINI_API_KEY=_KEY)
    assert ran.exit_code == 0, ran.output
    assert [upstream.kind for upstream in _read(GEMINI_API_KEY=_KEY).gateway.upstreams] == ["gemini"]
    assert _KEY not in Path("pinxit.toml").read_text()


@pytest.mark.parametrize("stored", [False, True])
def test_a_key_is_written_only_when_that_was_asked_for(*, stored: bool) -> None:
    more = ["--store-keys"] if stored else []
    assert _run("init", "--yes", "--upstream", "gemini", *more, GEMINI_API_KEY=_KEY).exit_code == 0
    assert (_KEY in Path("pinxit.toml").read_text()) is stored
    assert _read(GEMINI_API_KEY=_KEY).gateway.upstreams[0].key.reveal() == _KEY


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_the_file_is_its_owners_alone_even_where_an_open_one_was() -> None:
    Path("pinxit.toml").write_text("")
    Path("pinxit.toml").chmod(0o644)
    assert _run("init", "--yes", "--force").exit_code == 0
    assert stat.S_IMODE(Path("pinxit.toml").stat().st_mode) == 0o600
    assert [path.name for path in Path.cwd().glob("pinxit*")] == ["pinxit.toml"]


def test_a_file_that_is_there_is_kept_unless_force_is_given() -> None:
    Path("pinxit.toml").write_text("# mine\n")
    ran = _run("init", "--yes")
    assert ran.exit_code == 2
    assert "--force" in ran.stderr
    assert Path("pinxit.toml").read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--upstream", "gemeni"], "gemini, vertex"),
        (["--upstream", "azure"], "azure=URL"),
        (["--upstream", "openai=nonsense"], "must be an address"),
        (["--port", "99999"], "65535"),
        (["--out", "no/such/pinxit.toml"], "Cannot write"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_written(arguments: list[str], told: str) -> None:
    ran = _run("init", "--yes", *arguments)
    assert ran.exit_code == 2, ran.output
    assert told in ran.stderr
    assert not Path("pinxit.toml").exists()


def test_upstreams_of_one_kind_get_different_names() -> None:
    urls = ["openai=http://127.0.0.1:1/v1", "openai=http://127.0.0.1:2/v1"]
    assert _run("init", "--yes", "--upstream", urls[0], "--upstream", urls[1]).exit_code == 0
    assert [upstream.name for upstream in _read().gateway.upstreams] == ["openai", "openai-2"]


def test_every_line_behind_a_sign_may_be_put_in_force() -> None:
    assert _run("init", "--yes", "--upstream", "gemini").exit_code == 0
    text = re.sub(r"^# (?=\[|\"?[\w-]+\"? = )", "", Path("pinxit.toml").read_text(), flags=re.MULTILINE)
    tables = tomllib.loads(text)
    assert set(tables) == {"server", "upstreams", "models", "aliases", "local"}
    assert set(tables["server"]) <= {field.name for field in fields(Settings)}
    environment = {"DATABASE_URL": "postgresql://x/y", "GEMINI_API_KEY": _KEY, "THEIR_KEY": "k"}
    assert not Settings.read(environment, Document(None, text)).gateway.problems


def test_config_shows_each_value_with_where_it_came_from() -> None:
    Path("pinxit.toml").write_text("[server]\nport = 8300\n[upstreams.gemini]\nspend = 3\n")
    ran = _run("config", GEMINI_API_KEY=_KEY, PINXIT_QUEUE="7")
    assert ran.exit_code == 0, ran.output
    rows = {line.split()[0]: " ".join(line.split()[1:]) for line in ran.stdout.splitlines() if line.split()}
    assert rows["port"].startswith("8300 ")
    assert rows["port"].endswith("pinxit.toml, line 2")
    assert rows["queue"] == "7 env PINXIT_QUEUE"
    assert rows["key"] == "set env GEMINI_API_KEY"
    assert rows["heartbeat"] == "10 default"
    assert rows["spend"].startswith("3 dollars a month")
    assert (
        "gemini-2.5-flash-image of gemini; else gemini-3.1-flash-image of gemini; else pinxit-fake of fake"
        in ran.stdout
    )


def test_config_hides_the_password_of_a_database() -> None:
    ran = _run("config", PINXIT_DATABASE="postgresql://me:word-of-mine@db.internal:5432/pinxit?password=another-one")
    assert "postgresql://db.internal:5432/pinxit" in ran.stdout
    assert "word-of-mine" not in ran.output
    assert "another-one" not in ran.output


def test_config_fails_where_the_server_would_not_start_and_other_commands_do_not_care() -> None:
    Path("pinxit.toml").write_text('[upstreams.gemini]\nkey = "env:NOBODY"\n')
    ran = _run("config")
    assert ran.exit_code == 1
    assert "FAIL" in ran.stdout
    assert "NOBODY" in ran.stdout
    assert _run("keys", "list").exit_code == 0
    ran = _run("draw", "a fox", "--size", "64x64")
    assert ran.exit_code == 2
    assert "NOBODY" in ran.stderr


@pytest.mark.parametrize("arguments", [["--config", "other.toml"], []])
def test_every_command_takes_the_file_that_it_is_told_of(arguments: list[str]) -> None:
    Path("other.toml").write_text("[server]\nport = 8400\n")
    environment = {} if arguments else {"PINXIT_CONFIG": "other.toml"}
    assert "8400" in _run("config", *arguments, **environment).stdout
    assert _run("keys", "list", *arguments, **environment).exit_code == 0
    ran = _run("models", "--config", "nowhere.toml")
    assert ran.exit_code == 2
    assert "nowhere.toml" in ran.stderr


def test_a_route_to_nobody_is_told_with_its_line() -> None:
    Path("pinxit.toml").write_text('[models.x]\nbackends = ["fakee"]\n')
    ran = _run("config")
    assert ran.exit_code == 1
    assert "line 1" in ran.stdout
    assert "did you mean 'fake'?" in ran.stdout


_ADVICE = Advice(Facts("painter", "A painter", "ZImagePipeline", memory=10**9), "why", 0.5)


def test_who_could_run_open_weights_models_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinxit.cli.machine.could_paint", lambda: True)
    monkeypatch.setattr("pinxit.cli.machine.advise_here", lambda: iter([_ADVICE]))
    ran = _run("init", given="none\ny\nn\n8000\n")
    assert ran.exit_code == 0, ran.output
    assert "Shall open-weights models run on this machine?" in ran.output
    assert "pinxit models pull painter" in ran.output
    assert (_read().local.quantise, _read().origins["local.quantise"].partition(", ")[2][:4]) == ("int8", "line")
    assert _run("init", "--force", given="none\nn\nn\n8000\n").exit_code == 0
    assert _read().local.quantise == "off"


def test_a_flag_answers_for_open_weights_models_too() -> None:
    ran = _run("init", "--yes", "--local")
    assert ran.exit_code == 0, ran.output
    assert "pinxit models" in ran.output
    assert "\n[local]\n" in Path("pinxit.toml").read_text()
    assert _read() == Settings.read({})
