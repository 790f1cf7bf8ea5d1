"""Upstreams as the file, the environment and Google's usual variables name them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pinxit.settings import Document, Gateway, SettingError, Settings

_KEY = "AIzaSyTestTestTestTestTest"
_OWN = "sk-pinxit-AbCdEfGh0123456789"


def _read(text: str = "", path: Path | None = None, **environment: str) -> Gateway:
    return Settings.read(environment, Document(path, text)).gateway


@pytest.mark.parametrize("name", ["GEMINI_API_KEY", "GOOGLE_API_KEY"])
def test_googles_usual_key_makes_an_upstream_of_google(name: str) -> None:
    (upstream,) = _read("", None, **{name: _KEY}).upstreams
    assert (upstream.name, upstream.kind, upstream.url) == ("gemini", "gemini", "")
    assert upstream.key.reveal() == _KEY


def test_a_key_of_pinxit_in_googles_variable_makes_none_and_the_other_one_counts() -> None:
    assert not _read(GEMINI_API_KEY=_OWN).upstreams
    assert not _read(GEMINI_API_KEY=" ", OPENAI_API_KEY="sk-x").upstreams
    assert _read(GEMINI_API_KEY=_OWN, GOOGLE_API_KEY=_KEY).upstreams[0].key.reveal() == _KEY


@pytest.mark.parametrize("which", ["file", "off"])
def test_googles_usual_key_can_be_left_alone(which: str) -> None:
    assert not _read(GEMINI_API_KEY=_KEY, PINXIT_UPSTREAMS=which).upstreams
    assert not _read(f'[server]\nupstreams = "{which}"', GEMINI_API_KEY=_KEY).upstreams


def test_off_leaves_out_those_of_the_file_too() -> None:
    text = '[upstreams.gemini]\nkey = "k"\n[models.x]\nbackends = ["gemini"]'
    assert _read(text).upstreams
    off = _read(text, PINXIT_UPSTREAMS="off")
    assert (off.upstreams, off.models) == ((), ())


def test_where_the_file_names_google_itself_the_environment_adds_no_second_one() -> None:
    text = '[upstreams.mine]\nkind = "vertex"\nproject = "p"'
    assert [upstream.name for upstream in _read(text, GEMINI_API_KEY=_KEY).upstreams] == ["mine"]
    text = '[upstreams.mine]\nkind = "openai"\nurl = "http://127.0.0.1:1/v1"'
    assert [upstream.name for upstream in _read(text, GEMINI_API_KEY=_KEY).upstreams] == ["mine", "gemini"]


def test_googles_usual_key_goes_to_no_other_address_that_the_file_names() -> None:
    (upstream,) = _read('[upstreams.gemini]\nurl = "https://elsewhere.example"', GEMINI_API_KEY=_KEY).upstreams
    assert not upstream.key
    (upstream,) = _read("[upstreams.gemini]", GEMINI_API_KEY=_KEY).upstreams
    assert upstream.key.reveal() == _KEY


def test_an_upstream_is_read_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text(" from-a-file \n")
    (tmp_path / "flow.json").write_text("{}")
    gateway = _read(
        """
        [upstreams.studio]
        kind = "comfyui"
        url = "http://127.0.0.1:8188/"
        key = "file:key.txt"
        models = ["one", "two"]
        at_once = 2
        timeout = 12.5
        workflow = "flow.json"
        spend = 1.25
        spend_window = "day"
        [upstreams.studio.keys]
        "sk-pinxit-AbCdEfGh" = "env:ANNA"
        """,
        tmp_path / "pinxit.toml",
        ANNA="annas-key",
    )
    (upstream,) = gateway.upstreams
    assert (upstream.name, upstream.kind, upstream.url) == ("studio", "comfyui", "http://127.0.0.1:8188")
    assert upstream.key.reveal() == "from-a-file"
    assert upstream.keys["sk-pinxit-AbCdEfGh"].reveal() == "annas-key"
    assert (upstream.models, upstream.at_once, upstream.timeout) == (("one", "two"), 2, 12.5)
    assert upstream.workflow == tmp_path / "flow.json"
    assert (gateway.caps["studio"].amount, gateway.caps["studio"].window) == (1_250_000_000, "day")
    assert not gateway.problems


def test_the_environment_alone_can_make_and_change_an_upstream() -> None:
    gateway = _read(
        "[upstreams.gemini]\nat_once = 5\ntimeout = 9",
        PINXIT_UPSTREAMS_GEMINI_AT_ONCE="7",
        PINXIT_UPSTREAMS_GEMINI_KEY="env:OTHER",
        OTHER=_KEY,
        PINXIT_UPSTREAMS_LOCAL_KIND="openai",
        PINXIT_UPSTREAMS_LOCAL_URL="http://127.0.0.1:1234/v1",
        PINXIT_UPSTREAMS_LOCAL_MODELS="a, b",
        PINXIT_UPSTREAMS_LOCAL_SPEND="2.5",
    )
    gemini, local = gateway.upstreams
    assert (gemini.at_once, gemini.timeout, gemini.key.reveal()) == (7, 9.0, _KEY)
    assert (local.kind, local.url, local.models) == ("openai", "http://127.0.0.1:1234/v1", ("a", "b"))
    assert gateway.caps["local"].amount == 2_500_000_000
    assert gateway.origins["upstreams.gemini.at_once"] == "env PINXIT_UPSTREAMS_GEMINI_AT_ONCE"
    assert gateway.origins["upstreams.gemini.key"] == "env OTHER"


def test_a_variable_means_the_upstream_of_the_file_whose_name_it_can_spell() -> None:
    text = '[upstreams.my-peer]\nkind = "openai"\nurl = "http://127.0.0.1:1/v1"'
    (upstream,) = _read(
        text, None, PINXIT_UPSTREAMS_MY_PEER_KIND="azure", PINXIT_UPSTREAMS_MY_PEER_AT_ONCE="3"
    ).upstreams
    assert (upstream.name, upstream.kind, upstream.at_once) == ("my-peer", "azure", 3)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("GEMINI_ATONCE", "7", "did you mean `PINXIT_UPSTREAMS_GEMINI_AT_ONCE`"),
        ("GEMINI_AT_ONCE", "many", "must be a number"),
        ("GEMINI_URL", "nonsense", "must be an address"),
        ("NOWHERE_URL", "http://x", "is unknown"),
    ],
)
def test_a_wrong_variable_of_an_upstream_is_named(name: str, value: str, told: str) -> None:
    with pytest.raises(SettingError, match=told) as caught:
        _read("", None, GEMINI_API_KEY=_KEY, **{f"PINXIT_UPSTREAMS_{name}": value})
    assert f"PINXIT_UPSTREAMS_{name}" in str(caught.value)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("env:NOBODY", "NOBODY in the environment, which is not set"),
        ("env:", "write env:NAME"),
        ("env:OWN", "a key of pinxit itself, from env OWN"),
        ("env:BROKEN", "signs that no key has"),
        ("file:nowhere", "cannot be read"),
        ("file:empty", "is empty"),
        ("two\\nlines", "signs that no key has"),
    ],
)
def test_a_key_that_cannot_be_had_stops_only_those_who_need_it(key: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("")
    text = f'[upstreams.gemini]\nkey = "{key}"'
    gateway = _read(text, tmp_path / "pinxit.toml", OWN=_OWN, BROKEN="a\x00b")
    (problem,) = gateway.problems
    assert told in problem
    assert "line 2, [upstreams.gemini] key" in problem
    assert not gateway.upstreams[0].key


def test_a_missing_file_is_told_before_anybody_waits_for_a_picture(tmp_path: Path) -> None:
    gateway = _read('[upstreams.v]\nkind = "vertex"\ncredentials = "sa.json"', tmp_path / "pinxit.toml")
    assert "there is no file" in gateway.problems[0]


def test_a_gemini_upstream_without_any_key_is_a_problem() -> None:
    assert "set GEMINI_API_KEY" in _read("[upstreams.gemini]").problems[0]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
@pytest.mark.parametrize(("mode", "warnings"), [(0o600, 0), (0o640, 1), (0o604, 1)])
def test_a_key_in_a_file_that_others_can_read_is_warned_of(mode: int, warnings: int, tmp_path: Path) -> None:
    path = tmp_path / "pinxit.toml"
    path.write_text(f'[upstreams.gemini]\nkey = "{_KEY}"')
    path.chmod(mode)
    gateway = _read(path.read_text(), path)
    assert len(gateway.warnings) == warnings
    assert gateway.upstreams[0].key.reveal() == _KEY
    assert all("chmod 600" in warning and _KEY[:12] not in warning for warning in gateway.warnings)
    assert not _read('[upstreams.gemini]\nkey = "env:X"', path, X=_KEY).warnings


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[upstreams.openai]", 1),
        ('[upstreams.openai]\nkey = "k"', 0),
        ('[upstreams.openai]\nurl = "http://127.0.0.1:1/v1"', 0),
        ('[upstreams.azure]\nurl = "https://x.openai.azure.com"', 1),
        ('[upstreams.comfyui]\nurl = "http://127.0.0.1:1"', 0),
    ],
)
def test_a_public_service_wants_a_key_and_ones_own_server_need_not(text: str, problems: int) -> None:
    gateway = _read(text, OPENAI_API_KEY="sk-x")
    assert len(gateway.problems) == problems
    assert all("API_KEY" in problem for problem in gateway.problems)


def test_routes_and_aliases_are_read() -> None:
    gateway = _read(
        """
        [upstreams.gemini]
        key = "k"
        [models."gemini-2.5-flash-image"]
        backends = [{upstream = "gemini", weight = 3}, {upstream = "spare", model = "flash"}, "third"]
        fallback = ["pinxit-illustrator"]
        hedge = 0.95
        patience = 60
        [models.b]
        fallback = "none"
        [models.c]
        [aliases]
        best = "b"
        """
    )
    first, second, third = gateway.models
    assert [(target.upstream, target.model, target.weight) for target in first.backends] == [
        ("gemini", "gemini-2.5-flash-image", 3),
        ("spare", "flash", 1),
        ("third", "gemini-2.5-flash-image", 1),
    ]
    assert (first.fallback, first.hedge, first.patience) == (("pinxit-illustrator",), 0.95, 60.0)
    assert (second.fallback, third.fallback) == ((), None)
    assert gateway.aliases == {"best": "b"}
