"""A server whose models are other services', and the stand-in behind it that knows what it sent."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pybase64

from pinxit.assembly import open_storage
from pinxit.core.access import make_key
from pinxit.settings import Settings
from pinxit.testing.upstream import FakeUpstream, gemini, openai, run_upstream
from pinxit.testing.upstream.pictures import Kind, make_picture
from serving import ServerProcess

ERRANDS = ("busy", "spent", "broken", "slow", "denied", "parts", "fallen")
"""Models of their own upstreams each, so that the trouble with one is not the others'."""
_ACCOUNTS = {"house": "house-account-key", "guest": "guest-account-key"}
_SETTINGS = """
[upstreams.gemini]
kind = "gemini"
url = "{url}"
key = "{house}"
[upstreams.gemini.keys]
"{prefix}" = "{guest}"

[upstreams.openai]
kind = "openai"
url = "{url}/v1"
key = "{house}"
models = ["gpt-image-2", "gpt-image-1-mini"]
"""
_ERRAND = """
[upstreams.{name}]
kind = "gemini"
url = "{url}"
key = "{key}"
timeout = {timeout}

[models."errand-{name}"]
backends = [{{upstream = "{name}", model = "gemini-2.5-flash-image"}}]
fallback = {fallback}
"""


@dataclass(frozen=True)
class Relay:
    """`key` is one that uses the house's account, `guest` one with an account of its own."""

    server: ServerProcess
    upstream: FakeUpstream
    key: str
    guest: str
    sent: list[str]
    """SHA-256 of every picture that the stand-in made, in their order."""

    @property
    def url(self) -> str:
        return self.server.url


@contextmanager
def open_relay(folder: Path) -> Iterator[Relay]:
    data = folder / "data"
    key, guest = asyncio.run(_make_keys(data))
    with _note_pictures() as sent, run_upstream(key=_ACCOUNTS) as upstream:
        text = _SETTINGS.format(url=upstream.url, prefix=guest[:18], **_ACCOUNTS)
        for name in ERRANDS:
            text += _ERRAND.format(
                name=name,
                url=upstream.url,
                key="no-such-account" if name == "denied" else _ACCOUNTS["house"],
                timeout=1 if name == "slow" else 30,
                fallback='["pinxit-fake"]' if name == "fallen" else '"none"',
            )
        config = folder / "pinxit.toml"
        config.write_text(text)
        server = ServerProcess(data, config=str(config), upstreams="file", workers="4", linger="0")
        server.key = key
        with server:
            yield Relay(server, upstream, key, guest, sent)


async def _make_keys(data: Path) -> list[str]:
    secrets = []
    async with open_storage(Settings(data=data)) as storage:
        for name in ("house", "guest"):
            secret, key = make_key(name)
            await storage.ring.add(key)
            secrets.append(secret)
    return secrets


@contextmanager
def _note_pictures() -> Iterator[list[str]]:
    sent: list[str] = []

    def make_and_note(kind: Kind) -> bytes:
        text = make_picture(kind)
        sent.append(hashlib.sha256(pybase64.b64decode(text)).hexdigest())
        return text

    with (
        mock.patch.object(gemini, "make_picture", make_and_note),
        mock.patch.object(openai, "make_picture", make_and_note),
    ):
        yield sent
