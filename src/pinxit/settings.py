"""Every setting, read once from the environment, frozen. Command-line options replace single ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?", re.IGNORECASE)
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
    """Pictures that may wait for a free worker before requests are refused."""
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
    public_url: str = ""
    """Where callers find this server, for addresses of pictures; empty: where each request says that it found it."""
    files_keep: int = 3600
    """Seconds for which pictures that were handed out as addresses can be fetched."""
    files_room: int = 2 * 1024**3
    """Bytes that they may have together; the oldest go first."""
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
        _require("public_url", not self.public_url or bool(_URL.fullmatch(self.public_url)), "a URL", self.public_url)
        _require("files_keep", 60 <= self.files_keep <= 31_536_000, "60 to 31536000 seconds", self.files_keep)
        _require("files_room", self.files_room >= 0, "0 or more bytes", self.files_room)
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
    "public_url": str,
    "files_keep": int,
    "files_room": int,
    "heartbeat": float,
}


def _require(name: str, right: bool, expected: str, value: object) -> None:
    if not right:
        raise SettingError(f"PINXIT_{name.upper()} must be {expected}, not {value!r}.")
