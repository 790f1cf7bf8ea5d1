"""[local]: what the operator says of open-weights models on this machine."""

from __future__ import annotations

import pickle
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.local import Local
from pinxit.settings import Document, SettingError, Settings
from pinxit.upstreams import Secret


def _read(text: str, path: Path | None = None, /, **environment: str) -> Settings:
    return Settings.read(environment, Document(path, text))


def test_without_a_word_models_are_in_the_data_directory_and_the_rest_is_as_local_has_it(tmp_path: Path) -> None:
    settings = _read("", PINXIT_DATA=str(tmp_path))
    assert settings.local == Local(models=tmp_path / "models")
    assert Settings(data=tmp_path).local == settings.local
    assert settings.move_data(tmp_path / "x").local.models == tmp_path / "x" / "models"


def test_a_folder_of_models_that_was_named_stays_where_it_is(tmp_path: Path) -> None:
    settings = _read('[local]\nmodels = "weights"\nloras = "~/loras"', tmp_path / "pinxit.toml")
    assert settings.local.models == tmp_path / "weights"
    assert settings.local.lora_folder == Path.home() / "loras"
    assert settings.move_data(tmp_path / "x").local.models == tmp_path / "weights"


def test_every_field_may_stand_in_the_file_and_in_the_environment(tmp_path: Path) -> None:
    text = """
        [local]
        models = "weights"
        hub = "http://127.0.0.1:9/"
        token = "hf_literal"
        devices = ["CUDA", "cuda:1"]
        memory = "12 GB"
        host_memory = "1.5 GiB"
        preload = ["a", "b"]
        batch = 4
        window = 0.1
        threads = 2
        patience = 60
        precision = "bf16"
        quantise = "int8"
        compile = true
        openvino = false
        step_cache = "on"
        loras = "adapters"
        safety = false
        watermark = true
        """
    path = tmp_path / "pinxit.toml"
    path.write_text(text)
    path.chmod(0o600)
    expected = Local(
        models=tmp_path / "weights",
        hub="http://127.0.0.1:9",
        token=Secret("hf_literal"),
        devices=("cuda:0", "cuda:1"),
        memory=12 * 10**9,
        host_memory=3 * 2**29,
        preload=("a", "b"),
        batch=4,
        window=0.1,
        threads=2,
        patience=60,
        precision="bf16",
        quantise="int8",
        compile="on",
        openvino="off",
        step_cache="on",
        loras=tmp_path / "adapters",
        safety="off",
        watermark="on",
    )
    assert all(getattr(expected, field.name) != getattr(Local(), field.name) for field in fields(Local))
    said = _read(text, path)
    assert said.local == expected
    assert not said.gateway.warnings
    assert _read("[local]\nquantise = false").local.quantise == "off"
    assert {f"local.{field.name}" for field in fields(Local)} == set(said.origins)
    variables = {
        f"PINXIT_LOCAL_{field.name.upper()}": ",".join(value) if isinstance(value, tuple) else str(value)
        for field in fields(Local)
        if not isinstance(value := getattr(expected, field.name), Secret)
    }
    assert _read("", **variables, PINXIT_LOCAL_TOKEN="hf_literal").local == expected


def test_the_environment_wins_over_the_file_and_each_value_says_where_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "pinxit.toml"
    settings = _read("[local]\nbatch = 1\nthreads = 2", path, PINXIT_LOCAL_BATCH="3", PINXIT_LOCAL_WINDOW=" ")
    assert (settings.local.batch, settings.local.threads) == (3, 2)
    assert settings.origins == {"local.batch": "env PINXIT_LOCAL_BATCH", "local.threads": f"{path}, line 3"}


@pytest.mark.parametrize(
    ("text", "size"),
    [('"12 GB"', 12 * 10**9), ('"800MB"', 800 * 10**6), ('"2 gib"', 2**31), ("5000000", 5_000_000), ('"0"', 0)],
)
def test_a_size_is_a_number_of_bytes_or_has_its_unit(text: str, size: int) -> None:
    assert _read(f"[local]\nmemory = {text}").local.memory == size


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bacth = 5", "line 2, [local] bacth is unknown; did you mean `batch`?"),
        ("batch = 0", "line 2, [local] batch must be 1 to 64 pictures."),
        ("batch = 1.5", "line 2, [local] batch must be a number."),
        ('memory = "a lot"', 'memory must be a size, as "12 GB", "800 MB" or a number of bytes.'),
        ("memory = 12", "memory must be 0, or at least a megabyte"),
        ("memory = -1", "memory must be 0, or at least a megabyte"),
        ("host_memory = 1.5", "host_memory must be a size"),
        ('devices = ["gpu"]', "devices must be a list of different devices"),
        ('devices = ["cpu", "CPU"]', "devices must be a list of different devices"),
        ('preload = ["a", "a"]', "preload must be a list of different models"),
        ('hub = "huggingface.co"', "hub must be an address"),
        ('hub = "https://me:word@huggingface.co"', "hub must be an address"),
        ("window = nan", "window must be 0 to 10 seconds."),
        ("patience = 0", "patience must be more than 0"),
        ("patience = inf", "patience must be more than 0"),
        ('precision = "fp8"', 'precision must be "auto", "fp32", "bf16" or "fp16".'),
        ("quantise = true", 'quantise must be "auto", "off", "int8", "fp8" or "int4".'),
        ('compile = "perhaps"', 'compile must be "on" or "off".'),
        ('loras = "~nobody-is-called-this/x"', "loras must be a path."),
        ('models = "a\\u0000b"', "models must be a path."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(text: str, told: str) -> None:
    with pytest.raises(SettingError) as caught:
        _read(f"[local]\n{text}")
    assert told in str(caught.value)


def test_a_mistake_in_the_environment_names_its_variable() -> None:
    with pytest.raises(SettingError, match=r"^PINXIT_LOCAL_MEMORY must be a size"):
        _read("", PINXIT_LOCAL_MEMORY="lots")
    with pytest.raises(SettingError, match=r"PINXIT_LOCAL_BACH is unknown; did you mean `PINXIT_LOCAL_BATCH`"):
        _read("", PINXIT_LOCAL_BACH="3")


def test_a_token_comes_from_where_it_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("hf_file\n")
    path = tmp_path / "pinxit.toml"
    assert _read('[local]\ntoken = "env:MINE"', path, MINE="hf_env").local.token.reveal() == "hf_env"
    settings = _read('[local]\ntoken = "file:token"', path)
    assert settings.local.token.reveal() == "hf_file"
    assert settings.origins["local.token"] == f"file {tmp_path / 'token'}"


def test_a_token_that_is_not_there_warns_and_stops_nobody() -> None:
    settings = _read('[local]\ntoken = "env:MINE"')
    assert not settings.local.token
    (warning,) = settings.gateway.warnings
    assert "[local] token is to come from MINE in the environment, which is not set: models that" in warning


def test_a_token_that_others_can_read_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "pinxit.toml"
    path.write_text('[local]\ntoken = "hf_literal"')
    path.chmod(0o644)
    (warning,) = _read(path.read_text(), path).gateway.warnings
    assert f"chmod 600 {path}" in warning
    assert "hf_literal" not in warning


def test_settings_go_to_a_worker_without_the_token_and_never_with_it() -> None:
    local = Local(token=Secret("hf_literal"))
    with pytest.raises(TypeError, match="not written anywhere"):
        pickle.dumps(local)
    bare = replace(local, token=Secret(""))
    assert pickle.loads(pickle.dumps(bare)) == bare  # noqa: S301  (our own bytes)


@given(
    st.sampled_from([field.name for field in fields(Local)]),
    st.sampled_from(["1979-05-27", "[]", "{}", '["x", 1]', "-1", "1e400", "true"]) | st.integers().map(str),
    st.text(st.characters(codec="utf-8", exclude_characters='\0"\\\r\n'), max_size=30),
)
def test_no_value_does_anything_but_be_read_or_be_told_as_a_mistake(name: str, value: str, text: str) -> None:
    for said in (value, f'"{text}"'):
        with suppress(SettingError):
            _read(f"[local]\n{name} = {said}")
    with suppress(SettingError):
        _read("", **{f"PINXIT_LOCAL_{name.upper()}": text})
