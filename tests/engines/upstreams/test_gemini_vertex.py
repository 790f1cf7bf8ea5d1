"""Vertex AI: by a key, or by tokens of credentials that here are made up."""

from __future__ import annotations

import asyncio
import builtins
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from google.auth import exceptions

from pinxit.core.errors import ConfigurationError, EngineMissing, PinxitError, UpstreamDenied, UpstreamFailed
from pinxit.core.images import Picture
from pinxit.engines.upstreams import open_upstream
from pinxit.engines.upstreams.gemini import GeminiEngine
from pinxit.engines.upstreams.google_access import VertexAccess
from pinxit.upstreams import Secret, Upstream
from scripted_google import Asked, ScriptedGoogle, answer, collect, point_to, refuse


class _Credentials:
    """What google-auth gives out, with tokens that are good for `minutes`."""

    def __init__(self, minutes: float | None = 60, error: Exception | None = None) -> None:
        self.token: str | None = None
        self.expiry: datetime | None = None
        self.fetched = 0
        self._minutes, self._error = minutes, error

    def refresh(self, request: Any) -> None:
        if self._error is not None:
            raise self._error
        self.fetched += 1
        self.token = f"token-canary-{self.fetched}"
        if self._minutes is not None:
            self.expiry = datetime.now(UTC).replace(tzinfo=None) + timedelta(minutes=self._minutes)


def _refuse(kind: str, words: str) -> Exception:
    """One of google-auth's errors, which have no types."""
    error: Exception = getattr(exceptions, kind)(words)
    return error


def _ask(
    *answers: Any, credentials: Any = None, times: int = 1, wishes: Any = None, **fields: Any
) -> tuple[list[Asked], list[Any]]:
    async def run() -> tuple[list[Asked], list[Any]]:
        async with ScriptedGoogle(*(answers or (answer(),))).running() as service:
            usual = {"kind": "vertex", "key": Secret(""), "project": "my-project", "region": "europe-west4"}
            engine = GeminiEngine(point_to(service, **{**usual, **fields}), credentials)
            made: list[Any] = []
            try:
                for _ in range(times):
                    try:
                        made += await collect(engine, **(wishes or {}))
                    except PinxitError as error:
                        made.append(error)
            finally:
                await engine.close()
            return service.asked, made

    return asyncio.run(run())


def test_a_project_is_asked_in_its_region_with_a_token() -> None:
    (asked,), made = _ask(credentials=_Credentials())
    where = "/v1/projects/my-project/locations/europe-west4/publishers/google/models/"
    assert asked.path == f"{where}gemini-2.5-flash-image:generateContent"
    assert asked.headers["authorization"] == "Bearer token-canary-1"
    assert "x-goog-api-key" not in asked.headers
    assert isinstance(made[-1], Picture)


@pytest.mark.parametrize(
    ("region", "host"),
    [("global", "https://aiplatform."), ("us-central1", "https://us-central1-aiplatform.")],
    ids=["global", "a region"],
)
def test_a_region_has_a_host_of_its_own(region: str, host: str) -> None:
    upstream = Upstream("vertex", "vertex", project="p", region=region)
    access = VertexAccess(upstream, UpstreamDenied, _Credentials())
    address, _ = asyncio.run(access.open("m", ""))
    assert address.startswith(f"{host}googleapis.com/v1/projects/p/locations/{region}/")


def test_a_key_needs_neither_project_nor_credentials() -> None:
    (asked,), _ = _ask(key=Secret("AIza-express"), project="")
    assert asked.path == "/v1/publishers/google/models/gemini-2.5-flash-image:generateContent"
    assert asked.headers["x-goog-api-key"] == "AIza-express"
    address, _ = asyncio.run(VertexAccess(Upstream("v", "vertex", key=Secret("k")), UpstreamDenied).open("m", ""))
    assert address == "https://aiplatform.googleapis.com/v1/publishers/google/models/m:generateContent"


def test_callers_with_a_key_of_their_own_use_that() -> None:
    (asked,), _ = _ask(keys={"abc": Secret("AIza-abc")}, credentials=_Credentials(), wishes={"payer": "abc"})
    assert asked.headers["x-goog-api-key"] == "AIza-abc"


def test_a_token_is_fetched_once_and_again_before_it_ends() -> None:
    lasting, short, endless = _Credentials(60), _Credentials(1), _Credentials(None)
    for credentials in (lasting, short, endless):
        _ask(credentials=credentials, times=3, wishes={"n": 3})
    assert (lasting.fetched, endless.fetched) == (1, 1)
    assert short.fetched > 1


def test_a_token_that_was_not_taken_is_not_shown_again() -> None:
    asked, made = _ask(refuse(401, "UNAUTHENTICATED"), answer(), credentials=_Credentials(), times=2)
    assert isinstance(made[0], UpstreamDenied)
    assert [one.headers["authorization"][-1] for one in asked] == ["1", "2"]


def test_a_token_that_is_repeated_is_told_nobody(caplog: pytest.LogCaptureFixture) -> None:
    _, (error,) = _ask(refuse(400, "INVALID_ARGUMENT", "Not token-canary-1!"), credentials=_Credentials())
    assert "canary" not in error.message + caplog.text
    assert "[key]" in error.message


def test_credentials_that_do_not_do_are_an_alarm_for_the_operator(caplog: pytest.LogCaptureFixture) -> None:
    refused = _Credentials(error=_refuse("RefreshError", "invalid_grant: canary"))
    _, (error,) = _ask(credentials=refused)
    assert isinstance(error, UpstreamDenied)
    assert "google refuses our key (HTTP 401, CREDENTIALS_RefreshError)" in caplog.text
    assert "canary" not in caplog.text + error.message


def test_a_token_that_cannot_be_fetched_for_now_did_nothing() -> None:
    _, (error,) = _ask(credentials=_Credentials(error=_refuse("TransportError", "no network")))
    assert isinstance(error, UpstreamFailed)
    assert (error.undone, error.code) == (True, "upstream_unreachable")


def test_a_user_is_told_as_a_hash() -> None:
    (asked,), _ = _ask(credentials=_Credentials(), wishes={"user": "Jane"})
    assert set(asked.content["labels"]) == {"user"}
    assert b"Jane" not in asked.body


def test_credentials_without_a_project_need_one() -> None:
    _, (error,) = _ask(credentials=_Credentials(), project="")
    assert isinstance(error, ConfigurationError)
    assert "`project`" in error.message


def test_a_file_that_is_no_service_account_is_refused_without_its_words(tmp_path: Path) -> None:
    file = tmp_path / "account.json"
    for text in ('{"private_key": "canary"}', "canary", ""):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ConfigurationError, match="service account") as caught:
            open_upstream(Upstream("google", "vertex", credentials=file))
        assert "canary" not in str(caught.value)
    with pytest.raises(ConfigurationError, match="FileNotFoundError"):
        open_upstream(Upstream("google", "vertex", credentials=tmp_path / "none.json"))


def test_a_service_account_names_its_project(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    how = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    account = {"type": "service_account", "project_id": "from-file", "client_email": "a@b.example"}
    account |= {"token_uri": "http://127.0.0.1:9/token", "private_key": key.private_bytes(*how).decode()}
    file = tmp_path / "account.json"
    file.write_text(json.dumps(account), encoding="utf-8")
    engine = open_upstream(Upstream("google", "vertex", credentials=file))
    with pytest.raises(UpstreamFailed, match="a token cannot be fetched"):
        asyncio.run(collect(engine))


def test_without_google_auth_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def lack(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("google.auth"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", lack)
    with pytest.raises(EngineMissing, match=r"pip install 'pinxit\[vertex\]'"):
        open_upstream(Upstream("google", "vertex", project="p"))
    assert open_upstream(Upstream("google", "vertex", key=Secret("k"))).name == "google"
