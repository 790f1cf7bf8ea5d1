"""Where a link leads, taken apart by this one parser, so that nobody downstream reads another host into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import idna

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_URL = 8_000
_MAX_NAME = 254  # of a host, its last dot included
_URL = re.compile(r"(https?)://([^/?#]*)([^#]*)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Programs disagree about these: some drop them, some take a backslash for a slash.
_UNCLEAR = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff\ud800-\udfff]")
_AUTHORITY = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?", re.ASCII)
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PLAIN = "!$&'()*+,;=:@/?%~"  # stays as it is in a path and a query (RFC 3986, 3.3 and 3.4)


@dataclass(frozen=True, slots=True)
class Target:
    """One place to ask: `host` is a name in lower-case ASCII or an address; `path` is with the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as a Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    def follow(self, location: str) -> Target:
        """Where a redirect leads. Raises ValueError as `read_target` does."""
        _require_clear(location)  # before urljoin, which would quietly drop some of it
        if _SCHEME.match(location):
            return read_target(location)
        if location.startswith("//"):
            return read_target(f"{self.scheme}:{location}")
        # Of `../../x` urljoin leaves `x`, which without its slash would become a part of the host.
        path = urljoin(self.path, location).lstrip("/")
        return read_target(f"{self.scheme}://{self.authority}/{path}")


def read_target(url: str) -> Target:
    """The parts of an http or https URL. Raises ValueError, whose message ends a sentence on the URL."""
    _require_clear(url)
    parts = _URL.fullmatch(url.partition("#")[0])
    if not parts:
        raise ValueError("is not an http or https URL")
    scheme, rest = parts[1].lower(), parts[3]
    host, port = split_authority(parts[2])
    path = quote(rest if rest.startswith("/") else f"/{rest}", safe=_PLAIN)
    return Target(scheme, host, _DEFAULT_PORTS[scheme] if port is None else port, path)


def _require_clear(url: str) -> None:
    if len(url) > _MAX_URL:
        raise ValueError(f"is longer than {_MAX_URL} characters")
    if _UNCLEAR.search(url):
        raise ValueError("has a space, a backslash or a control character in it")


def split_authority(authority: str) -> tuple[str, int | None]:
    """Host, in its one canonical form, and port. Raises ValueError, whose message ends a sentence on the URL."""
    if "@" in authority:
        raise ValueError("has a user name in it, which is not sent")
    parts = _AUTHORITY.fullmatch(authority)
    if not parts:
        raise ValueError("has no host that can be read")
    port = int(parts[2]) if parts[2] else None
    if port is not None and not 1 <= port <= 65535:
        raise ValueError("has a port that does not exist")
    host = parts[1]
    return (_read_v6(host[1:-1]) if host.startswith("[") else _read_name(host)), port


def _read_v6(text: str) -> str:
    if "%" in text:
        raise ValueError("has an address with a zone in it")
    try:
        return str(IPv6Address(text))
    except ValueError:
        raise ValueError("has no host that can be read") from None


def _read_name(text: str) -> str:
    """A name in lower-case ASCII without its last dot, or an IPv4 address in its only clear form."""
    if len(text) > _MAX_NAME:
        raise ValueError("has a host that is too long")
    try:
        name = text if text.isascii() else idna.encode(text, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise ValueError("has no host that can be read") from None
    name = name.lower().removesuffix(".")
    if not _NAME.fullmatch(name):
        raise ValueError("has no host that can be read")
    # A last label that is a number makes it an address (WHATWG URL, 3.5): 127.1, 0177.0.0.1, 0x7f.1, 2130706433.
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        try:
            return str(IPv4Address(name))
        except ValueError:
            raise ValueError("has an address that is not written as four plain numbers") from None
    return name
