"""`pinxit models` with a command below it: pull, add, list, info, remove."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from model_folders import make_folder, make_preview, write_tensors
from pinxit.cli import main
from pinxit.cli.pulling import PullLine, write_time
from pinxit.testing.hub import FakeHub, run_hub
from pinxit.weights.pull import write_size
from pinxit.weights.store import measure

_NO_HUB = "huggingface_hub is not installed: pip install 'pinxit[diffusers]'"
_UNET = "unet/diffusion_pytorch_model.safetensors"


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    pytest.importorskip("huggingface_hub", reason=_NO_HUB)
    make_folder(tmp_path / "hub" / "acme" / "tiny")
    make_preview(tmp_path / "hub" / "madebyollin" / "taesdxl")
    with run_hub(tmp_path / "hub") as running:
        monkeypatch.setenv("PINXIT_LOCAL_HUB", running.url)
        yield running


def _say_size(path: Path) -> str:
    return write_size(measure(path))


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["models", *arguments])


def test_without_a_command_it_lists_what_is_served() -> None:
    ran = _run()
    assert ran.exit_code == 0, ran.output
    assert "served by" in ran.stdout


@pytest.mark.parametrize("command", ["pull", "add", "list", "info", "remove"])
def test_every_command_explains_itself(command: str) -> None:
    assert command in _run("--help").stdout
    ran = _run(command, "--help")
    assert ran.exit_code == 0
    assert ran.stdout.count("--config FILE") == 1


def test_a_folder_is_added_listed_shown_and_removed_and_stays_where_it_is(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "mine")
    ran = _run("add", "mine", "--path", "mine", "--steps", "9", "--guidance", "2.5", "--title", "My own")
    assert ran.exit_code == 0, ran.output
    assert "mine is on the shelf: My own" in ran.stdout
    assert "pinxit draw --model mine" in ran.stderr
    assert "serves it in a few seconds" in ran.stderr
    listed = _run("list").stdout
    assert str(tmp_path / "data" / "models") in listed
    assert [line.split() for line in listed.splitlines() if line.startswith("  mine ")] == [
        ["mine", "not", "named", "added", *_say_size(folder).split(), "5.52", "kB", "9"]
    ]
    shown = _run("info", "mine").stdout
    for words in ("My own", f"added from {folder}", "guidance_scale 2.5", "1024x1024", "masks"):
        assert words in shown
    removed = _run("remove", "mine")
    assert f"stay in {folder}" in removed.stdout
    assert (folder / "model_index.json").exists()
    assert _run("remove", "mine").exit_code == 2


def test_the_list_shows_what_can_be_pulled_with_its_terms() -> None:
    lines = {line.split()[0]: line for line in _run("list").stdout.splitlines() if line.startswith("  ")}
    assert "Apache-2.0" in lines["z-image-turbo"]
    assert lines["z-image-turbo"].split()[-1] == "8"
    assert "not commercial, log in" in lines["flux2-klein-9b"]
    assert max(map(len, lines.values())) <= 100


def test_a_known_model_can_be_looked_at_before_it_is_pulled() -> None:
    shown = _run("info", "FLUX.1-schnell").stdout
    for words in (
        "flux1-schnell",
        "pinxit models pull flux1-schnell",
        "Apache-2.0",
        "wants you to log in",
        "no guidance",
    ):
        assert words in shown
    missing = _run("info", "nothing")
    assert missing.exit_code == 2
    assert "pinxit models list" in missing.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "x"], "--path FOLDER or FILE, or --hub"),
        (["add", "x", "--path", "a", "--hub", "a/b"], "--path FOLDER or FILE, or --hub"),
        (["add", "x", "--path", "a", "--revision", "main"], "--revision goes with --hub"),
        (["add", "x", "--path", "nowhere"], "no file or folder"),
        (["add", "../x", "--path", "."], "cannot be a model's name"),
        (["pull", "no-such-name"], "OWNER/REPOSITORY"),
        (["remove", "nothing"], "No model 'nothing'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_mistakes_are_one_clear_sentence(arguments: list[str], said: str) -> None:
    if "pull" in arguments:
        pytest.importorskip("huggingface_hub", reason=_NO_HUB)
    ran = _run(*arguments)
    assert ran.exit_code == 2
    assert said in " ".join(ran.output.split())
    assert "Traceback" not in ran.output


def test_a_repository_is_pulled_and_then_needs_no_hub(hub: FakeHub, tmp_path: Path) -> None:
    ran = _run("pull", "acme/tiny", "--name", "little")
    assert ran.exit_code == 0, ran.output
    assert "little is here: Stable Diffusion XL" in ran.stdout
    assert "every file checked" in ran.stdout
    assert f"  {_UNET}  {_say_size(hub.root / 'acme' / 'tiny' / _UNET)}" in ran.stderr
    assert "names no licence" in ran.stderr
    asked = len(hub.asked)
    assert "little" in _run("list").stdout
    assert hub.commit("acme/tiny") in _run("info", "little").stdout
    removed = _run("remove", "little")
    assert "are free again" in removed.stdout
    assert not list((tmp_path / "data" / "models").rglob("*.safetensors"))
    assert len(hub.asked) == asked


def test_a_pull_that_was_broken_off_is_listed_and_can_be_deleted(hub: FakeHub, tmp_path: Path) -> None:
    hub.misbehave(_UNET, "404")
    ran = _run("pull", "acme/tiny")
    assert ran.exit_code == 2
    assert "Begun, " in _run("list").stdout
    assert "acme/tiny" in _run("list").stdout
    removed = _run("remove", "acme/tiny")
    assert removed.exit_code == 0, removed.output
    assert "are free again" in removed.stdout
    assert not (tmp_path / "data" / "models" / "pulled").exists()
    assert "Begun" not in _run("list").stdout


def test_add_with_a_hub_s_repository_pulls_it_under_that_name(hub: FakeHub) -> None:
    ran = _run("add", "own", "--hub", "acme/tiny", "--revision", hub.commit("acme/tiny"), "--steps", "3")
    assert ran.exit_code == 0, ran.output
    assert "3, at most 100" in _run("info", "own").stdout


def test_a_single_file_gets_the_configurations_of_its_parts_from_the_hub(hub: FakeHub, tmp_path: Path) -> None:
    make_folder(hub.root / "black-forest-labs" / "FLUX.1-dev", "FluxPipeline")
    shapes = {
        "double_blocks.0.img_attn.norm.key_norm.scale": (4,),
        "guidance_in.in_layer.bias": (4,),
        "vae.decoder.weight": (4,),
        "text_encoders.t5.weight": (4,),
    }
    write_tensors(tmp_path / "one.safetensors", shapes)
    ran = _run("add", "one", "--path", "one.safetensors")
    assert ran.exit_code == 2  # its pin is not what the stand-in has
    ran = _run("add", "one", "--path", "one.safetensors", "--parts", str(hub.root / "black-forest-labs" / "FLUX.1-dev"))
    assert ran.exit_code == 0, ran.output
    assert "one is on the shelf: FLUX.1" in ran.stdout


def test_a_gated_model_ends_with_what_to_do_and_without_a_traceback(hub: FakeHub) -> None:
    hub.gated.add("acme/tiny")
    ran = _run("pull", "acme/tiny")
    assert ran.exit_code == 2
    assert f"accept the licence at:   {hub.url}/acme/tiny" in ran.output
    assert "hf auth login" in ran.output


def test_without_the_extra_a_pull_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub.utils", None)
    ran = _run("pull", "z-image-turbo")
    assert ran.exit_code == 1
    assert "pip install 'pinxit[diffusers]'" in ran.output


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_ends_a_pull_at_once_and_the_same_command_goes_on(hub: FakeHub, tmp_path: Path) -> None:
    hub.misbehave(_UNET, "cut 5000")
    hub.misbehave(_UNET, "stall 60")
    command = [sys.executable, "-m", "pinxit", "models", "pull", "acme/tiny"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        deadline = time.monotonic() + 30
        while hub.count(f"/cdn/acme/tiny/-/{_UNET}") < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "What has come is kept" in said
    assert "Traceback" not in said
    again = _run("pull", "acme/tiny")
    assert again.exit_code == 0, again.output
    assert "of them are here already" in again.stderr
    assert [asked.range for asked in hub.asked if asked.path.endswith(_UNET)][-1] == "bytes=5000-"


def test_in_a_terminal_a_pull_is_one_line_that_grows(capsys: pytest.CaptureFixture[str]) -> None:
    with PullLine(lively=True) as line:
        line.begin("z-image-turbo", 20_000_000_000, 0)
        time.sleep(0.35)
        line.move(5_000_000_000)
        line.say("Note\x1b[31m this.")
        line.move(15_000_000_000)
        line.finish("a", 1)
    said = capsys.readouterr().err
    assert " 25%  5 GB of 20 GB" in said
    assert "/s  1 s left" in said
    assert "Note?[31m this." in said
    assert "\x1b[31m" not in said
    assert said.endswith("\n")
    assert " 100%" in said.replace("\x1b[2K", "") or "100%  20 GB of 20 GB" in said


@pytest.mark.parametrize(("seconds", "said"), [(8, "8 s"), (125, "2 min 5 s"), (4800, "1 h 20 min")])
def test_times_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert write_time(seconds) == said
