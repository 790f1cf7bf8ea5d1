"""One file for all settings: what it may say, and how mistakes in it are told."""

from __future__ import annotations

import json
import tomllib
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.settings import Document, SettingError, Settings, open_document


def _read(text: str, path: Path | None = None, **environment: str) -> Settings:
    return Settings.read(environment, Document(path, text))


def test_every_setting_of_the_server_may_stand_in_the_file(tmp_path: Path) -> None:
    settings = _read(
        """
        [server]
        host = "::1"
        port = 9000
        workers = 3
        body_timeout = 1.5
        engines = ["illustrator", "other"]
        fetch = false
        webhooks = "off"
        cache = "shared"
        prices = "prices.toml"
        files = "s3://bucket/prefix"
        """,
        tmp_path / "pinxit.toml",
    )
    assert (settings.host, settings.port, settings.workers, settings.body_timeout) == ("::1", 9000, 3, 1.5)
    assert settings.engines == ("illustrator", "other")
    assert (settings.fetch, settings.webhooks, settings.cache) == ("off", "off", "shared")
    assert settings.prices == tmp_path / "prices.toml"
    assert settings.files == "s3://bucket/prefix"


def test_every_field_has_a_name_in_the_file_and_in_the_environment() -> None:
    names = {field.name for field in fields(Settings)} - {"gateway", "local", "origins"}
    for name in names:
        with pytest.raises(SettingError, match=rf"line 2, \[server\] {name} must be"):
            _read(f"[server]\n{name} = 1979-05-27")


def test_the_environment_wins_over_the_file_and_each_value_says_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "pinxit.toml"
    settings = _read("[server]\nport = 1\nqueue = 2", path, PINXIT_PORT="3")
    assert (settings.port, settings.queue) == (3, 2)
    assert settings.origins == {"port": "env PINXIT_PORT", "queue": f"{path}, line 3"}


def test_paths_begin_where_the_file_is(tmp_path: Path) -> None:
    settings = _read('[server]\ndata = "kept"\nfiles = "pictures"', tmp_path / "pinxit.toml")
    assert settings.data == tmp_path / "kept"
    assert settings.files == str(tmp_path / "pictures")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[server]\nprot = 5", "line 2, [server] prot is unknown; did you mean `port`?"),
        ("[sever]\nport = 5", "line 1, [sever] is unknown; did you mean `server`?"),
        ("port = 5", "line 1, port belongs into the table [server]"),
        ('[server]\nport = "80"', "line 2, [server] port must be a number"),
        ("[server]\nport = true", "line 2, [server] port must be a number"),
        ("[server]\n\nport = 70000", "line 3, [server] port must be 0 to 65535"),
        ('[server]\nsecret = "short"', "line 2, [server] secret must have at least 32 characters"),
        ("server = 5", "line 1, server must be a table"),
        ('[upstreams]\ngemini = "x"', "line 2, [upstreams] gemini must be a table"),
        ("[upstreams.gemini]\nkee = 1", "line 2, [upstreams.gemini] kee is unknown; did you mean `key`?"),
        ('[upstreams.x]\nkind = "gemeni"', '[upstreams.x] kind must be "gemini", "vertex"'),
        ("[upstreams.x]\n", '[upstreams.x] kind must be "gemini"'),
        ('[upstreams."A B"]\nkind = "gemini"', '[upstreams."A B"] must be named with'),
        ('[upstreams.gemini]\nurl = "ftp://x"', "url must be an address"),
        ('[upstreams.gemini]\nurl = "https://me:word@x"', "url must be an address"),
        ("[upstreams.gemini]\ntimeout = 0", "timeout must be more than 0"),
        ("[upstreams.gemini]\nat_once = 0", "at_once must be 1 to 10000"),
        ("[upstreams.gemini]\nspend = -1", "spend must be an amount of dollars"),
        ("[upstreams.gemini]\nspend = true", "spend must be an amount of dollars"),
        ("[upstreams.gemini]\nspend = inf", "spend must be an amount of dollars"),
        ('[upstreams.gemini]\nspend = 1\nspend_window = "week"', '"day" or "month"'),
        ('[upstreams.gemini]\nspend_window = "day"', "says nothing without `spend`"),
        ('[upstreams.gemini.keys]\nanna = "env:X"', "prefixes of pinxit keys"),
        ('[upstreams.gemini.keys]\n"sk-pinxit-AbCdEfGh" = 5', "line 2"),
        ('[models."a.b"]\nfallback = 3', 'line 2, [models."a.b"] fallback must be a list of models'),
        ("[models.a]\nfallback = ['a']", "names the model itself"),
        ("[models.a]\nhedge = 1", "hedge must be 0.5 to 0.999"),
        ("[models.a]\npatience = 0", "patience must be more than 0"),
        ("[models.a]\nbackends = []", "backends must be a list"),
        ("[models.a]\nbackends = [{model = 'x'}]", "must name upstreams"),
        ("[models.a]\nbackends = [{upstream = 'x', weigth = 1}]", "not 'weigth'"),
        ("[models.a]\nbackends = [{upstream = 'x', weight = 0}]", "weights from 1 to 1000"),
        ("[models.a]\nbackend = 'x'", "did you mean `backends`?"),
        ("[aliases]\nbest = 3", "line 2, [aliases] best must be the name of a model"),
        ("[aliases]\nbest = 'best'", "alias of itself"),
        ("[server\nport = 1", "is no TOML"),
        ("a = " + "[" * 5000, "is no TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_its_table_its_key_and_what_would_be_right(text: str, told: str) -> None:
    with pytest.raises(SettingError) as caught:
        _read(text)
    assert told in str(caught.value)


@given(st.text(max_size=200))
def test_no_text_does_anything_but_be_read_or_be_told_as_a_mistake(text: str) -> None:
    with suppress(SettingError):
        _read(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(
        ["server", "upstreams", "upstreams.gemini", "models", "models.x", "aliases", "upstreams.gemini.keys"]
    ),
    st.sampled_from(
        ["host", "port", "kind", "key", "spend", "backends", "fallback", "hedge", "x", "timeout", "models"]
    ),
)
def test_no_value_does_anything_but_be_read_or_be_told_as_a_mistake(value: object, table: str, name: str) -> None:
    with suppress(SettingError):
        _read(f"[{table}]\n{name} = {_write(value)}\n")


def _write(value: object) -> str:
    if value is None:
        return "1979-05-27"
    if isinstance(value, list):
        return f"[{', '.join(map(_write, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {_write(inner)}" for name, inner in value.items()) + "}"
    return repr(value) if isinstance(value, float) else json.dumps(value)


def test_the_file_is_the_one_named_else_the_one_here_else_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, named, told = tmp_path / "here", tmp_path / "named.toml", tmp_path / "told.toml"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("pinxit.settings.places.default_file", lambda: tmp_path / "own.toml")
    assert open_document({}).path is None
    for path in (tmp_path / "own.toml", here / "pinxit.toml", named, told):
        path.write_text("")
    assert open_document({}).path == here / "pinxit.toml"
    assert open_document({"PINXIT_CONFIG": str(named)}).path == named
    assert open_document({"PINXIT_CONFIG": str(named)}, str(told)).path == told
    assert open_document({"PINXIT_CONFIG": "none"}).path is None
    (here / "pinxit.toml").unlink()
    assert open_document({}).path == tmp_path / "own.toml"


@pytest.mark.parametrize(("content", "told"), [(None, "cannot be read"), (b"\xff\xfe", "UTF-8"), (b"=", "is no TOML")])
def test_a_file_that_was_named_and_cannot_be_read_is_a_mistake(
    content: bytes | None, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "named.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingError, match=told) as caught:
        open_document({}, path)
    assert str(path) in str(caught.value)


def test_a_byte_order_mark_does_not_hurt(tmp_path: Path) -> None:
    path = tmp_path / "pinxit.toml"
    path.write_bytes(b"\xef\xbb\xbf[server]\nport = 5\n")
    assert Settings.read({}, open_document({}, path)).port == 5


def test_the_parser_reads_numbers_as_they_are_written() -> None:
    assert tomllib.loads("a = 0.1")["a"] == 0.1
    assert _read("[upstreams.gemini]\nkey = 'k'\nspend = 0.1").gateway.caps["gemini"].amount == 100_000_000
