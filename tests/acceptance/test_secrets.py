"""A key of an upstream is shown to that upstream and to nobody else, whatever goes wrong."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import httpx
import pytest

from echoing import FAULTS, Echo, find_leaks, list_forms, run_echo
from pinxit.core.images import Format, ImageRequest, Missed, Size
from pinxit.engines.upstreams import open_upstream
from pinxit.settings import Document, SettingError, Settings
from pinxit.upstreams import Kind, Secret, Upstream

_CANARY = "AIzaSyQ7w2ZkP9-canary_R4t6Y8u1I3o5"
_OTHER = "sk-proj-Hn3Vb8Xc-canary_2Ls9Df7Gj4Ka"
_IN_FILE = "Zy6Wq1-canary_in-a-file_Mx5Nc0Bv"
_LITERAL = "Pq8Er3-canary_in-the-settings_Tg7"
_SERVER = "Server-canary_Kp2Lo9Mi4Nu8By3Vt7-signs"
_TOKEN = "hf_Wd5Rk8Vq-canary_of-the-hub_Jb3Ny6Xs"
_ALL = (_CANARY, _OTHER, _IN_FILE, _LITERAL, _SERVER, _TOKEN)
_FLOW = """{"1": {"class_type": "CLIPTextEncode", "inputs": {"text": ""}, "_meta": {"title": "prompt"}},
"2": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x"}}}"""


@pytest.fixture(scope="module")
def echo() -> Iterator[Echo]:
    with run_echo() as echo:
        yield echo


def _make_upstream(kind: Kind, url: str, folder: Path) -> Upstream:
    flow = folder / "flow.json"
    flow.write_text(_FLOW)
    models = {"gemini": (), "vertex": ()}.get(kind, ("canary-model",))
    more: dict[str, Any] = {"workflow": flow} if kind == "comfyui" else {"project": "p"} if kind == "vertex" else {}
    keys = {"sk-pinxit-AbCdEfGh": Secret(_OTHER)}
    return Upstream("canary", kind, url=url, key=Secret(_CANARY), keys=keys, models=models, timeout=1.0, **more)


async def _fail(upstream: Upstream) -> list[BaseException]:
    """What is raised and missed when a picture is asked of the upstream, for the usual account and for another."""
    engine = open_upstream(upstream)
    failed: list[BaseException] = []
    try:
        card = engine.models()[0]
        for payer in ("", "sk-pinxit-AbCdEfGh"):
            request = ImageRequest(
                model=card.name, prompt="a fox", size=Size(1024, 1024), format=Format.PNG, payer=payer
            )
            try:
                async with aclosing(engine.draw(request)) as events:
                    async for event in events:
                        failed += [event.error] if isinstance(event, Missed) else []
            except Exception as error:
                failed.append(error)
    except Exception as error:
        failed.append(error)
    finally:
        await engine.close()
    return failed


def _show_all(errors: Sequence[BaseException]) -> str:
    """All that could be told of errors, with their causes, frames and fields."""
    told: list[str] = []
    for error in errors:
        told += traceback.TracebackException.from_exception(error, capture_locals=True).format()
        told += [repr(error), str(error), repr(vars(error))]
    return "\n".join(told)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", ["gemini", "vertex", "openai", "azure", "automatic1111", "comfyui"])
def test_no_error_and_no_log_of_an_upstream_shows_its_keys(
    kind: Kind, fault: str, echo: Echo, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    echo.fault = fault
    echo.seen.clear()
    caplog.set_level(1)
    logging.getLogger().setLevel(1)
    errors = asyncio.run(_fail(_make_upstream(kind, echo.url, tmp_path)))
    assert echo.seen, "the upstream was never shown a key"
    assert errors
    messages = "\n".join(f"{error!r} {getattr(error, 'code', '')} {getattr(error, 'param', '')}" for error in errors)
    assert not find_leaks(messages, _CANARY, _OTHER)
    assert not find_leaks(caplog.text, _CANARY, _OTHER)
    assert not find_leaks(repr(_make_upstream(kind, echo.url, tmp_path)), _CANARY, _OTHER)


def test_all_forms_of_a_key_are_taken_out_of_what_an_upstream_says() -> None:
    upstream = Upstream("x", "gemini", key=Secret(_CANARY), keys={"sk-pinxit-AbCdEfGh": Secret(_OTHER)})
    for secret in (_CANARY, _OTHER):
        for form in list_forms(secret).values():
            told = upstream.mask(f"Your key {form} is wrong, see https://example.com/?key={form}&x=1.")
            assert not find_leaks(told, _CANARY, _OTHER)
            assert told.startswith("Your key ")
            assert told.endswith("x=1.")
    assert upstream.mask("The size 1024x1024 is not supported.") == "The size 1024x1024 is not supported."
    assert "wxyz" not in upstream.mask("Incorrect API key provided: sk-proj-********wxyz.")
    assert "ya29.abc" not in upstream.mask("token ya29.abcdefghijklmnopqrst", Secret("ya29.abcdefghijklmnopqrst"))


def test_masking_a_long_answer_takes_no_time_and_gives_no_long_answer() -> None:
    upstream = Upstream("x", "gemini", key=Secret(_CANARY))
    assert len(upstream.mask("*" * 10**6)) <= 4000
    assert len(upstream.mask("ab*" * 10**6)) <= 4000


def test_a_secret_shows_itself_in_no_way_but_one() -> None:
    import copy
    import pickle

    secret = Secret(_CANARY)
    for shown in (
        repr(secret),
        str(secret),
        f"{secret}",
        "{}".format(secret),  # noqa: UP032  (another way)
        f"{secret!r}",
        repr([secret]),
        repr({"k": secret}),
    ):
        assert not find_leaks(shown, _CANARY)
    for write in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="not written anywhere"):
            write(secret)
    assert secret.reveal() == _CANARY


def test_settings_do_not_show_the_secrets_among_them() -> None:
    server = f'[server]\nsecret = "{_SERVER}"\ndatabase = "postgresql://me:{_IN_FILE}@x/y"'
    text = f'{server}\n[upstreams.gemini]\nkey = "{_LITERAL}"\n[local]\ntoken = "{_TOKEN}"'
    settings = Settings.read({"GEMINI_API_KEY": _CANARY}, Document(None, text))
    assert settings.gateway.upstreams[0].key.reveal() == _LITERAL
    assert settings.local.token.reveal() == _TOKEN
    for shown in (repr(settings), str(settings), repr(settings.origins), repr(vars(Settings))):
        assert not find_leaks(shown, *_ALL)


@pytest.mark.parametrize(
    "text",
    [
        '[upstreams.gemini]\nkind = "{}"',
        '[upstreams.gemini]\nurl = "{}"',
        '[upstreams.gemini]\nkey = "env:{}"',
        '[upstreams.gemini]\nkey = ["{}"]',
        '[upstreams.gemini]\n{} = "key"',
        '[upstreams.gemini.keys]\n"{}" = "env:X"',
        '[upstreams."{}"]\nkind = "gemini"',
        '[upstreams.gemini]\nspend = "{}"',
        '[models.x]\nfallback = "{}"\nhedge = "{}"',
        '[models.x]\nbackends = [{upstream = "{}", weight = 0}]',
        '[server]\nsecret = "env:{}"',
        '[local]\ntoken = "env:{}"',
        '[local]\ntoken = ["{}"]',
        '[local]\nhub = "{}"',
        '[local]\ndevices = "{}"',
        '[local]\nmemory = "{}"',
        '[local]\nprecision = "{}"',
        '[local]\n{} = "token"',
        '[server]\nport = "{}"',
        '{} = "x"',
        'key = "{}',
    ],
)
def test_a_key_at_the_wrong_place_of_the_file_is_not_repeated_by_the_message(text: str) -> None:
    told = ""
    try:
        gateway = Settings.read({}, Document(None, text.replace("{}", _CANARY))).gateway
        told = " ".join((*gateway.problems, *gateway.warnings))
    except SettingError as error:
        told = "".join(traceback.format_exception(error))
    assert not find_leaks(told, _CANARY)


_CONFIG = """
[server]
upstreams = "file"
fallback = false
secret = "env:CANARY_SERVER"

[upstreams.google]
kind = "gemini"
url = "{url}"
key = "env:CANARY_KEY"

[upstreams.peer]
kind = "openai"
url = "{url}/v1"
key = "file:key.txt"
models = ["peer-400", "peer-401", "peer-html", "peer-reset", "peer-words", "peer-500", "peer-last"]

[upstreams.cloud]
kind = "azure"
url = "{url}"
key = "{literal}"
models = ["cloud-400", "cloud-401", "cloud-html", "cloud-reset", "cloud-words", "cloud-500"]
[upstreams.cloud.keys]
"sk-pinxit-AbCdEfGh" = "env:CANARY_OTHER"

[local]
token = "{token}"
hub = "{url}"
"""
# The server with every logger at its most talkative, whatever the server itself wants of them.
_TALKATIVE = """
import logging, sys
logging.basicConfig(level=1, format="%(levelname)s %(name)s %(message)s %(args)s")
logging.Logger.setLevel = lambda *_: None
from pinxit.cli import main
main()
"""
# A model for each fault, so that none fails so often that it is left alone.
_GEMINI = {
    "400": "gemini-2.5-flash-image",
    "401": "gemini-2.5-flash-image",
    "html": "gemini-3.1-flash-image",
    "reset": "gemini-3-pro-image",
    "words": "gemini-3.1-flash-lite-image",
    "500": "gemini-nano-banana-2.1",
}


def _write_settings(folder: Path, url: str) -> dict[str, str]:
    """The settings, and the environment that goes with them."""
    (folder / "key.txt").write_text(_IN_FILE)
    text = _CONFIG.replace("{url}", url).replace("{literal}", _LITERAL)
    (folder / "pinxit.toml").write_text(text.replace("{token}", _TOKEN))
    (folder / "pinxit.toml").chmod(0o600)
    left_out = ("GEMINI_", "GOOGLE_", "OPENAI_", "PINXIT_")
    own = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    canaries = {"CANARY_KEY": _CANARY, "CANARY_OTHER": _OTHER, "CANARY_SERVER": _SERVER, "GEMINI_API_KEY": _CANARY}
    pinxit = {"PINXIT_CONFIG": str(folder / "pinxit.toml"), "PINXIT_DATA": str(folder / "data"), "PINXIT_PORT": "0"}
    more = {"PINXIT_ENGINES": "pinxit.testing:FakeEngine", "PYTHONASYNCIODEBUG": "1", "RUST_LOG": "trace"}
    return {**own, **canaries, **pinxit, **more}


@pytest.fixture(scope="module")
def talkative(echo: Echo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """The address of a server whose upstreams all repeat what they are shown, a key of it, and its folder."""
    folder = tmp_path_factory.mktemp("secrets")
    environment = _write_settings(folder, echo.url)
    command = [sys.executable, "-u", "-c", _TALKATIVE, "serve"]
    with (
        (folder / "log").open("w") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=environment, text=True) as process,
    ):
        said = ""
        for line in process.stdout or ():
            said += line
            if "python3 -c" in line:
                break
        try:
            url, key = re.search(r"http://\S+", said), re.search(r"sk-pinxit-\S+", said)
            assert url, (folder / "log").read_text()
            assert key
            yield url[0], key[0], folder
        finally:
            process.terminate()


def _ask_everywhere(url: str, key: str, model: str) -> Iterator[httpx.Response]:
    wish = {"model": model, "prompt": "a fox"}
    google = {"contents": [{"parts": [{"text": "a fox"}]}]}
    chat = {"model": model, "messages": [{"role": "user", "content": "a fox"}]}
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {key}"}, timeout=30) as client:
        yield client.post("/v1/images/generations", json=wish)
        yield client.post("/v1/images/generations", json={**wish, "stream": True, "partial_images": 1})
        yield client.post("/v1/chat/completions", json=chat)
        yield client.post(f"/v1beta/models/{model}:generateContent", json=google)
        if model.endswith("400"):  # what may be better soon is waited for there
            yield client.post(f"/api/v3/google/{model}/text-to-image", json={"prompt": "x", "enable_sync_mode": True})


@pytest.mark.parametrize("fault", list(_GEMINI))
def test_no_answer_of_the_server_shows_a_key_of_an_upstream(
    fault: str, talkative: tuple[str, str, Path], echo: Echo
) -> None:
    url, key, _ = talkative
    echo.fault = fault
    echo.seen.clear()
    for model in (_GEMINI[fault], f"peer-{fault}", f"cloud-{fault}"):
        for answer in _ask_everywhere(url, key, model):
            told = f"{answer.text} {answer.headers.raw!r}"
            assert not find_leaks(told, *_ALL), (model, str(answer.request.url))
    if fault == "400":
        assert {_CANARY, _IN_FILE, _LITERAL} <= set(echo.seen)


def test_no_page_no_log_and_no_file_of_the_server_shows_a_key(talkative: tuple[str, str, Path], echo: Echo) -> None:
    url, key, folder = talkative
    echo.fault = "401"
    pages = ["/openapi.json", "/docs", "/v1/models", "/v1beta/models", "/ready", "/health", "/v1/usage", "/no/page"]
    pages += ["/v1/images/jobs?limit=100", "/v1/upstreams", "/v1/models/gemini-2.5-flash-image?schema=true"]
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {key}"}, timeout=30) as client:
        client.post("/v1/images/generations", json={"model": "peer-last", "prompt": "[crash]"})
        client.post("/v1/images/generations", json={"model": "auto", "prompt": "[crash]"})
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {key}"}, timeout=30) as client:
        for page in pages:
            assert not find_leaks(client.get(page).text, *_ALL), page
    log = (folder / "log").read_text()
    assert "DEBUG" in log
    assert "Traceback" in log, "what breaks is in the log with its traceback"
    assert not find_leaks(log, *_ALL)
    for path in (folder / "data").rglob("*"):
        if path.is_file():
            assert not find_leaks(path.read_bytes(), *_ALL), path


@pytest.mark.parametrize(
    "arguments",
    [
        ["config"],
        ["models"],
        ["models", "list"],
        ["models", "info", "z-image-turbo"],
        ["models", "pull", "z-image-turbo"],
        ["models", "add", "tiny", "--hub", "acme/tiny"],
        ["doctor", "--port", "0"],
        ["draw", "a fox", "--model", "peer-last"],
        ["draw", "a fox", "--model", "gemini-2.5-flash-image"],
        ["keys", "list"],
        ["init", "--yes", "--upstream", "gemini", "--out", "{folder}/new.toml"],
        ["init", "--yes", "--force", "--store-keys", "--upstream", "gemini", "--out", "{folder}/new.toml"],
    ],
    ids=" ".join,
)
def test_no_command_prints_a_key(arguments: list[str], echo: Echo, tmp_path: Path) -> None:
    echo.fault = "401"
    echo.seen.clear()
    environment = _write_settings(tmp_path, echo.url)
    words = [argument.replace("{folder}", str(tmp_path)) for argument in arguments]
    command = [sys.executable, "-c", _TALKATIVE, *words]
    ran = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False, timeout=60
    )
    assert ran.stdout + ran.stderr
    assert not find_leaks(ran.stdout + ran.stderr, *_ALL)
    if "pull" in words:
        assert _TOKEN in echo.seen, "the hub is told who asks"
    if words[0] == "config":
        assert "set" in ran.stdout
        assert "env CANARY_KEY" in ran.stdout
    if words[0] == "init" and "--store-keys" not in words:
        assert not find_leaks((tmp_path / "new.toml").read_text(), *_ALL)
