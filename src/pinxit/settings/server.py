"""The settings of the server itself, and the one reader of all: a file, before it the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from pinxit.local import Local
from pinxit.settings.document import Document
from pinxit.settings.faults import SettingError, WrongValue
from pinxit.settings.gateway import Gateway
from pinxit.settings.local import TABLE as LOCAL
from pinxit.settings.local import read_local
from pinxit.settings.places import default_data
from pinxit.settings.references import follow
from pinxit.settings.shapes import NUMBER, PATH, PLACE, SWITCH, TEXT, WHOLE, WORD, WORDS, Shape
from pinxit.settings.upstreams import read_gateway

_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?", re.IGNORECASE)
_SHORTEST_SECRET = 32
ProfileName = Literal["auto", "seed", "openai"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is the environment variable PINXIT_<NAME> and a key of [server], but for the last three."""

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
    database: str = field(default="", repr=False)
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
    upstreams: Literal["auto", "file", "off"] = "auto"
    """Whom requests may be passed on to: those of the file, with Google where GEMINI_API_KEY is set; those of the file
    alone; or nobody.
    """
    fallback: Literal["on", "off"] = "on"
    """Whether another model may stand in for one that cannot be reached."""
    gateway: Gateway = field(default_factory=Gateway)
    """What lies behind the endpoint."""
    local: Local = field(default_factory=Local)
    """How open-weights models run on this machine; without a folder of its own for them it is in `data`."""
    origins: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Where those that somebody set came from."""

    def __post_init__(self) -> None:
        if not self.local.models.is_absolute():
            object.__setattr__(self, "local", replace(self.local, models=(self.data / self.local.models).absolute()))
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
            raise WrongValue("secret", f"must have at least {_SHORTEST_SECRET} characters")
        _require("linger", 0 <= self.linger <= 3600, "0 to 3600 seconds", self.linger)
        _require("backlog", 0 <= self.backlog <= 10_000_000, "0 to 10000000", self.backlog)
        _require("cache", self.cache in {"off", "key", "shared"}, "off, key or shared", self.cache)
        _require("files_room", self.files_room >= 0, "0 or more bytes", self.files_room)
        _require("uploads_room", self.uploads_room >= 0, "0 or more bytes", self.uploads_room)
        _require("heartbeat", 0 < self.heartbeat <= 600, "more than 0 and up to 600 seconds", self.heartbeat)
        _require("upstreams", self.upstreams in {"auto", "file", "off"}, "auto, file or off", self.upstreams)
        _require("fallback", self.fallback in {"on", "off"}, "on or off", self.fallback)
        _require("engines", bool(self.engines), "names of engines, with commas between", "")

    @classmethod
    def read(cls, environment: Mapping[str, str], document: Document | None = None) -> Settings:
        """Settings from a file and, before it, from PINXIT_* variables; an empty one counts as absent.

        Raises SettingError. What only those who draw must have, such as an upstream's key, becomes one of the
        gateway's `problems` where it is missing.
        """
        document = document or Document()
        for name in document.tables:
            if name in _SHAPES and name not in _TABLES:
                raise document.fault((name,), "belongs into the table [server]: write it below that heading")
        document.check_names((), _TABLES)
        document.check_names(("server",), list(_SHAPES))
        values: dict[str, Any] = {}
        origins: dict[str, str] = {}
        for name, shape in _SHAPES.items():
            if text := environment.get(f"PINXIT_{name.upper()}", "").strip():
                values[name] = _read_text(name, shape, text)
                origins[name] = f"env PINXIT_{name.upper()}"
            elif name in document.table("server"):
                values[name] = _read_toml(name, shape, document)
                origins[name] = document.name(("server", name)).partition(", [")[0]
        for name in _SECRETS & values.keys():
            values[name] = _follow(name, values[name], document, environment)
        try:
            server = cls(**values, origins=origins)
        except WrongValue as error:
            if origins.get(error.name, "env ").startswith("env "):
                raise
            raise document.fault(("server", error.name), error.reason) from None
        gateway = read_gateway(environment, document, server.upstreams)
        found = read_local(environment, document, server.data)
        gateway = replace(gateway, warnings=(*gateway.warnings, *found.warnings))
        return replace(server, gateway=gateway, local=found.local, origins={**origins, **found.origins})

    def move_data(self, data: Path) -> Settings:
        """The same with another data directory, and what is in it by default."""
        local = self.local
        if f"{LOCAL}.models" not in self.origins:
            local = replace(local, models=(data / "models").absolute())
        return replace(self, data=data, local=local)


_TABLES = ["server", "upstreams", "models", "aliases", LOCAL]
_SECRETS = {"secret", "database"}
_SHAPES: dict[str, Shape] = {
    "host": TEXT,
    "port": WHOLE,
    "data": PATH,
    "workers": WHOLE,
    "queue": WHOLE,
    "profile": WORD,
    "max_body": WHOLE,
    "body_timeout": NUMBER,
    "grace": WHOLE,
    "engines": WORDS,
    "fetch": SWITCH,
    "fetch_allow": WORDS,
    "webhooks": SWITCH,
    "public_url": TEXT,
    "database": TEXT,
    "files": PLACE,
    "files_keep": WHOLE,
    "files_room": WHOLE,
    "secret": TEXT,
    "url_keep": WHOLE,
    "uploads_keep": WHOLE,
    "uploads_room": WHOLE,
    "jobs_keep": WHOLE,
    "prices": PATH,
    "linger": NUMBER,
    "backlog": WHOLE,
    "cache": SWITCH,
    "heartbeat": NUMBER,
    "upstreams": SWITCH,
    "fallback": SWITCH,
}


def _read_text(name: str, shape: Shape, text: str) -> Any:
    try:
        return shape.read_text(text)
    except ValueError:
        raise SettingError(f"PINXIT_{name.upper()} must be {shape.expected}, not {text[:40]!r}.") from None


def _read_toml(name: str, shape: Shape, document: Document) -> Any:
    try:
        return shape.read_toml(document.table("server")[name], document)
    except ValueError:
        raise document.fault(("server", name), f"must be {shape.expected}") from None


def _follow(name: str, text: str, document: Document, environment: Mapping[str, str]) -> str:
    """A secret of the server's own, which nothing works without."""
    found = follow(text, document, environment)
    if found.problem and not found.literal:
        raise SettingError(f"The setting `{name}` {found.problem}.")
    return text if found.literal else found.secret.reveal()


def _require(name: str, right: bool, expected: str, value: object) -> None:
    if not right:
        raise WrongValue(name, f"must be {expected}, not {value!r}")
