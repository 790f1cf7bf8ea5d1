"""The official clients for Node against the same servers. The calls are in node/*.mjs."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from acceptance.pictures import draw_png
from pinxit.testing import RunningServer

_NODE = Path(__file__).parent / "node"
_OLDEST = 20  # the clients ask for 22 and run on this one
_CURE = "run: npm ci --prefix tests/acceptance/node"


@cache
def _find_node() -> int:
    """The major version of Node, 0 without one."""
    if shutil.which("node") is None:
        return 0
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    return int(told.strip().removeprefix("v").partition(".")[0] or 0)


def _run(script: str, group: str, server: RunningServer, least: int, gallery: str = "") -> None:
    """Run a group of calls and fail with what went wrong in each; `least` is how many calls the group names."""
    if _find_node() < _OLDEST:
        pytest.skip(f"Node {_OLDEST} or newer is missing; install it, then {_CURE}")
    if not (_NODE / "node_modules").is_dir():
        pytest.skip("tests/acceptance/node/node_modules is missing; " + _CURE)
    pictures = {"PINXIT_PNG": draw_png(), "PINXIT_MASK": draw_png(alpha=0)}
    environment = os.environ | {
        "PINXIT_URL": server.url,
        "PINXIT_KEY": server.key,
        "PINXIT_GALLERY": gallery,
        "NODE_NO_WARNINGS": "1",
        **{name: base64.b64encode(data).decode() for name, data in pictures.items()},
    }
    ran = subprocess.run(
        ["node", script, group], cwd=_NODE, env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    outcomes = {entry["name"]: entry["error"] for entry in map(json.loads, ran.stdout.splitlines())}
    wrong = "\n".join(f"{name}: {error}" for name, error in outcomes.items() if error)
    assert not wrong, wrong
    assert ran.returncode == 0, ran.stderr
    assert len(outcomes) >= least, f"{sorted(outcomes)}\n{ran.stderr}"


def test_openais_client_generates_and_lists_models(roomy: RunningServer) -> None:
    _run("openai.mjs", "generations", roomy, 10)


def test_openais_client_edits_and_varies(roomy: RunningServer) -> None:
    _run("openai.mjs", "edits", roomy, 7)


def test_openais_client_streams(roomy: RunningServer) -> None:
    _run("openai.mjs", "streams", roomy, 8)


def test_openais_client_raises_its_own_exceptions_and_retries(roomy: RunningServer) -> None:
    _run("openai.mjs", "errors", roomy, 7)


def test_openais_client_uploads_files_and_begins_batches(roomy: RunningServer) -> None:
    _run("openai.mjs", "batches", roomy, 5)


def test_openais_client_frees_the_engine_when_it_leaves_and_comes_back_to_a_full_one(narrow: RunningServer) -> None:
    _run("openai.mjs", "patience", narrow, 4)


def test_googles_client_generates_edits_talks_and_lists_models(roomy: RunningServer, gallery: str) -> None:
    _run("google.mjs", "pictures", roomy, 13, gallery)


def test_googles_client_streams(roomy: RunningServer) -> None:
    _run("google.mjs", "streams", roomy, 5)


def test_googles_client_is_not_broken_by_signs_of_life(impatient: RunningServer) -> None:
    _run("google.mjs", "signs", impatient, 2)


def test_googles_client_raises_its_own_exception(roomy: RunningServer) -> None:
    _run("google.mjs", "errors", roomy, 8)


def test_googles_client_frees_the_engine_when_it_leaves(narrow: RunningServer) -> None:
    _run("google.mjs", "patience", narrow, 2)


def test_vercels_ai_sdk_generates_and_edits_through_three_providers(roomy: RunningServer) -> None:
    _run("ai-sdk.mjs", "images", roomy, 9)


def test_vercels_ai_sdk_answers_texts_with_pictures(roomy: RunningServer) -> None:
    _run("ai-sdk.mjs", "texts", roomy, 4)


def test_vercels_ai_sdk_raises_its_own_exceptions(roomy: RunningServer) -> None:
    _run("ai-sdk.mjs", "errors", roomy, 6)


def test_langchains_image_tool_draws_in_base64(roomy: RunningServer) -> None:
    _run("langchain.mjs", "tools", roomy, 4)


def test_langchains_chat_model_answers_with_pictures(roomy: RunningServer) -> None:
    _run("langchain.mjs", "chats", roomy, 2)


def test_the_lock_file_pins_every_package_by_its_content_and_names_no_registry() -> None:
    wanted = json.loads((_NODE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((_NODE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all(version[0].isdigit() for version in wanted.values())
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(package["integrity"] for name, package in locked.items() if name)
    assert not [name for name, package in locked.items() if "resolved" in package]
