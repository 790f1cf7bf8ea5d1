"""Every setting, read once from the environment, frozen. Command-line options replace single ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?", re.IGNORECASE)
_SHORTEST_SECRET = 32
ProfileName = Literal["auto", "seed", "openai"]


class SettingError(ValueError):
    """A setting is wrong; the message names it and says what would be right."""


def default_data() -> Path:
    """Where keys are kept unless told otherwise: the user's own data directory of this system."""
    import platformdirs  # noqa: PLC0415  (only asked for when no directory is named)

    return Path(platformdirs.user_data_dir("pinxit", appauthor=False))


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is the environment variable PINXIT_<NAME>."""

    host: str = "127.0.0.1"
    port: int = 8000
    data: Path = field(default_factory=default_data)
    workers: int | None = None
    """Drawing processes; None: one for every core."""
    queue: int = 16
    """Pictures that may wait for a free worker before requests of those who wait for an answer are refused."""
    profile: ProfileName = "auto"
    max_body: int = 64 * 1024 * 1024
    """Bytes of a request's body; source pictures come in it."""
    body_timeout: float = 30.0
    """Seconds without a byte after which an unfinished body is given up."""
    grace: int = 20
    """Seconds that requests in work get when the server is told to stop."""
    engines: tuple[str, ...] = ("illustrator",)
    fetch: Literal["on", "off"] = "on"
    """Whether pictures are fetched from the addresses that requests name."""
    fetch_allow: tuple[str, ...] = ()
    """Hosts, addresses and networks that may be fetched from although they are private."""
    webhooks: Literal["on", "off"] = "on"
    """Whether the addresses that callers name are told when something ends."""
    public_url: str = ""
    """Where callers find this server, for addresses of pictures; empty: where each request says that it found it."""
    database: str = ""
    """URL of the database: `postgresql://...`, or empty for `pinxit.db` in the data directory."""
    files: str = ""
    """Where pictures are kept: `s3://bucket/prefix`, a folder, or empty for `files` in the data directory."""
    secret: str = field(default="", repr=False)
    """Signs the addresses of pictures, the same on servers that share them; empty: a file in the data directory."""
    files_keep: int = 86_400
    """Seconds for which finished pictures are kept."""
    files_room: int = 8 * 1024**3
    """Bytes that they may have together; the oldest go first."""
    url_keep: int = 3600
    """Seconds for which an address of a picture is good."""
    uploads_keep: int = 30 * 86_400
    """Seconds for which what callers bring is kept."""
    uploads_room: int = 2 * 1024**3
    """Bytes that the files of one key may have together."""
    jobs_keep: int = 30 * 86_400
    """Seconds for which finished jobs are remembered; the ledger is kept for ever."""
    prices: Path | None = None
    """A TOML file of prices that go before pinxit's own."""
    linger: float = 30.0
    """Seconds for which work goes on after its caller's connection broke, in case the caller comes back."""
    backlog: int = 10_000
    """Jobs that may wait in all."""
    cache: Literal["off", "key", "shared"] = "key"
    """Who gets the result of an earlier request with the same seed again, uncharged: nobody, the same key, any key."""
    heartbeat: float = 10.0
    """Seconds of silence after which a stream sends a sign of life."""

    def __post_init__(self) -> None:
        _require("port", 0 <= self.port <= 65535, "0 to 65535 (0: any free one)", self.port)
        _require("workers", self.workers is None or 1 <= self.workers <= 512, "1 to 512", self.workers)
        _require("queue", 0 <= self.queue <= 100_000, "0 to 100000", self.queue)
        _require("profile", self.profile in get_args(ProfileName), "auto, seed or openai", self.profile)
        _require("max_body", self.max_body >= 1024, "at least 1024 bytes", self.max_body)
        _require("body_timeout", self.body_timeout > 0, "more than 0 seconds", self.body_timeout)
        _require("grace", self.grace >= 0, "0 or more seconds", self.grace)
        _require("fetch", self.fetch in {"on", "off"}, "on or off", self.fetch)
        _require("webhooks", self.webhooks in {"on", "off"}, "on or off", self.webhooks)
        _require("public_url", not self.public_url or bool(_URL.fullmatch(self.public_url)), "a URL", self.public_url)
        for name in ("files_keep", "url_keep", "uploads_keep", "jobs_keep"):
            kept = getattr(self, name)
            _require(name, 60 <= kept <= 31_536_000, "60 to 31536000 seconds", kept)
        if self.secret and len(self.secret) < _SHORTEST_SECRET:
            raise SettingError(f"PINXIT_SECRET must have at least {_SHORTEST_SECRET} characters.")
        _require("linger", 0 <= self.linger <= 3600, "0 to 3600 seconds", self.linger)
        _require("backlog", 0 <= self.backlog <= 10_000_000, "0 to 10000000", self.backlog)
        _require("cache", self.cache in {"off", "key", "shared"}, "off, key or shared", self.cache)
        _require("files_room", self.files_room >= 0, "0 or more bytes", self.files_room)
        _require("uploads_room", self.uploads_room >= 0, "0 or more bytes", self.uploads_room)
        _require("heartbeat", 0 < self.heartbeat <= 600, "more than 0 and up to 600 seconds", self.heartbeat)
        _require("engines", bool(self.engines), "names of engines, with commas between", "")

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """Settings from PINXIT_* variables; an empty one counts as absent. Raises SettingError."""
        values: dict[str, Any] = {}
        for name, convert in _CONVERTERS.items():
            text = environment.get(f"PINXIT_{name.upper()}", "").strip()
            if text:
                try:
                    values[name] = convert(text)
                except ValueError:
                    raise SettingError(f"PINXIT_{name.upper()} must be a number, not {text[:40]!r}.") from None
        return cls(**values)


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


_CONVERTERS: dict[str, Callable[[str], Any]] = {
    "host": str,
    "port": int,
    "data": lambda text: Path(text).expanduser(),
    "workers": int,
    "queue": int,
    "profile": str.lower,
    "max_body": int,
    "body_timeout": float,
    "grace": int,
    "engines": _split,
    "fetch": str.lower,
    "fetch_allow": _split,
    "webhooks": str.lower,
    "public_url": str,
    "database": str,
    "files": str,
    "files_keep": int,
    "files_room": int,
    "secret": str,
    "url_keep": int,
    "uploads_keep": int,
    "uploads_room": int,
    "jobs_keep": int,
    "prices": lambda text: Path(text).expanduser(),
    "linger": float,
    "backlog": int,
    "cache": str.lower,
    "heartbeat": float,
}


def _require(name: str, right: bool, expected: str, value: object) -> None:
    if not right:
        raise SettingError(f"PINXIT_{name.upper()} must be {expected}, not {value!r}.")
