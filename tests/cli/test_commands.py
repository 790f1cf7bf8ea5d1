from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from pinxit.cli import main
from pinxit.settings import Settings

_HEAVY = {"starlette", "uvicorn", "skia", "numpy", "PIL", "asyncio", "orjson", "textblob", "platformdirs"}


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_help_imports_nothing_heavy_and_so_answers_at_once() -> None:
    code = "import sys, pinxit.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not _HEAVY & set(loaded)


@pytest.mark.parametrize("command", ["serve", "draw", "keys", "usage", "models", "doctor", "gallery"])
def test_every_command_explains_itself(command: str) -> None:
    assert command in _run("--help").stdout
    assert _run(command, "--help").exit_code == 0


def test_python_m_is_the_same_command() -> None:
    ran = subprocess.run([sys.executable, "-m", "pinxit", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("pinxit 0.")


def test_draw_writes_the_file_and_says_where_how_large_and_how_long() -> None:
    ran = _run("draw", "a fox", "-o", "fox.png", "--size", "16:9", "--seed", "5")
    assert ran.exit_code == 0, ran.output
    assert "fox.png  1344x768  seed 5" in ran.stdout
    assert "Took " in ran.stdout
    with Image.open("fox.png") as image:
        assert image.size == (1344, 768)


def test_draw_shows_no_progress_when_it_is_piped() -> None:
    ran = _run("draw", "a fox")
    assert not ran.stderr
    assert "\x1b" not in ran.output


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_draw_shows_progress_on_a_terminal_and_wipes_it() -> None:
    import os

    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "pinxit", "draw", "[wait 0.2]", "--size", "64x64"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True) as drawing:
        shown = os.read(ours, 1000).decode()
        said, _ = drawing.communicate(timeout=20)
    assert "0%  waiting" in shown
    assert os.read(ours, 1000).decode().endswith("\r\x1b[K\x1b[?2026l")
    assert "\x1b" not in said
    os.close(ours)
    os.close(theirs)


def test_draw_says_what_it_could_not_draw() -> None:
    assert "Could not draw as asked: unicorn, harp." in _run("draw", "a [lack unicorn] with a [lack harp]").stdout


def test_draw_numbers_several_pictures() -> None:
    assert _run("draw", "a fox", "-o", "fox.webp", "--n", "3", "--size", "64x64").exit_code == 0
    assert sorted(path.name for path in Path.cwd().glob("*.webp")) == ["fox-1.webp", "fox-2.webp", "fox-3.webp"]


@pytest.mark.parametrize(
    ("arguments", "name", "kind"),
    [
        (["-o", "a.jpg"], "a.jpg", "JPEG"),
        (["-o", "a.webp"], "a.webp", "WEBP"),
        (["--format", "jpeg"], "out.jpeg", "JPEG"),
        (["-o", "a.bin", "--format", "png"], "a.bin", "PNG"),
        ([], "out.png", "PNG"),
    ],
)
def test_draw_takes_the_format_from_the_option_or_the_files_name(arguments: list[str], name: str, kind: str) -> None:
    assert _run("draw", "a fox", "--size", "64x64", *arguments).exit_code == 0
    with Image.open(name) as image:
        assert image.format == kind


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["draw", " "], "prompt"),
        (["draw", "x", "--size", "16;9"], "16:9"),
        (["draw", "x", "--n", "11"], "1 to 10"),
        (["draw", "x", "--model", "nope"], "Available: pinxit-fake"),
        (["draw", "x", "-o", "x.bmp"], "--format"),
        (["draw", "x", "-o", "no/such/x.png"], "no directory"),
        (["draw", "x", "--background", "transparent", "--format", "jpeg"], "png, webp or svg"),
        (["keys", "create", "--name", ""], "1 to 60"),
        (["keys", "revoke", "sk-nope"], "keys list"),
        (["serve", "--port", "70000"], "0 to 65535"),
        (["serve", "--host", "203.0.113.7", "--port", "0"], "Cannot listen"),
    ],
)
def test_what_a_user_can_mend_is_told_in_one_line_with_exit_code_2(arguments: list[str], told: str) -> None:
    ran = _run(*arguments)
    assert ran.exit_code == 2, ran.output
    assert told in ran.stderr
    assert len([line for line in ran.stderr.splitlines() if line.startswith("Error: ")]) == 1
    assert "Traceback" not in ran.output


def test_an_engine_that_breaks_is_one_line_and_exit_code_1() -> None:
    ran = _run("draw", "[break]")
    assert ran.exit_code == 1
    assert ran.stderr == "Error: The fake engine broke, as it was told.\n"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PORT", "eighty", "PINXIT_PORT must be a number"),
        ("WORKERS", "0", "PINXIT_WORKERS must be 1 to 512"),
        ("PROFILE", "klingon", "auto, seed or openai"),
        ("ENGINES", "nope", "illustrator"),
        ("ENGINES", "nope.nope:Nope", "cannot be loaded"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"PINXIT_{name}", value)
    ran = _run("models")
    assert ran.exit_code in {1, 2}
    assert told in ran.stderr


def test_an_empty_variable_counts_as_absent() -> None:
    assert Settings.read({"PINXIT_PORT": " ", "PINXIT_ENGINES": ""}) == Settings.read({})


def test_a_key_is_created_listed_and_revoked_and_its_secret_shown_once(tmp_path: Path) -> None:
    secret = _run("keys", "create", "--name", "laptop").stdout.strip()
    assert secret.startswith("sk-pinxit-")
    listing = _run("keys", "list").stdout
    assert secret[:18] in listing
    assert "laptop" in listing
    assert "active" in listing
    assert secret not in listing
    assert _run("keys", "revoke", secret[:18]).exit_code == 0
    assert "revoked" in _run("keys", "list").stdout


def test_listing_no_keys_says_how_to_make_one() -> None:
    assert "pinxit keys create" in _run("keys", "list").stderr


def test_models_are_listed_with_who_serves_them() -> None:
    listing = _run("models").stdout
    assert "pinxit-fake" in listing
    assert "gemini-2.5-flash-image" in listing


def test_the_doctor_checks_what_is_needed() -> None:
    ran = _run("doctor", "--port", "0")
    for word in ("Python", "cores", "skia", "typefaces", "data directory", "port"):
        assert word in ran.stdout
    assert ran.exit_code == 0, ran.stdout


def test_the_doctor_finds_a_data_directory_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = CliRunner().invoke(main, ["doctor", "--port", "0"], env={"PINXIT_DATA": str(tmp_path / "file" / "data")})
    assert ran.exit_code == 1
    assert "FAIL" in ran.stdout


def test_keys_are_stored_as_hashes_only(tmp_path: Path) -> None:
    secret = _run("keys", "create").stdout.strip()
    with closing(sqlite3.connect(tmp_path / "data" / "pinxit.db")) as connection:
        kept = str(connection.execute("select * from keys").fetchall())
    assert secret[:18] in kept
    assert secret not in kept
    assert secret[18:] not in kept
