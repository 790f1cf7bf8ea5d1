"""What a hub says and gives: a server that speaks the Hugging Face Hub's API, asked by huggingface_hub's own client.

Only what a pull needs is asked: the list of a repository's files, and the files. No telemetry goes with it. Whatever
comes back is bounded and checked: a hub, or who changes a repository, is not trusted.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.parse import quote, urlsplit

from pinxit import __version__
from pinxit.core.errors import EngineMissing, InvalidRequest, StorageFailed
from pinxit.local import HUB
from pinxit.upstreams import Secret

LARGEST_LIST = 32_000_000
"""Bytes of a repository's list of files; the largest repositories of models have some hundred files."""

_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_REVISION = re.compile(r"[A-Za-z0-9][\w./-]{0,199}", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TIMEOUT = 30.0
_WIRES = ("httpcore.http11", "httpcore.http2", "httpcore2.http11", "httpcore2.http2")


class HubFailed(StorageFailed):
    """The hub did not give what it should have; trying again later may help."""


class HubAway(HubFailed):
    """It cannot be reached, or has trouble of its own: worth another try at once. `pause` is in seconds."""

    def __init__(self, message: str, pause: float = 0.0) -> None:
        super().__init__(message)
        self.pause = pause


class HubRefused(InvalidRequest):
    """The hub does not give this to us: there is no such thing, or its owner wants to know who takes it."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A file of a repository. One of `sha256` (large files) and `blob` (git's SHA-1) is there."""

    path: str
    size: int
    sha256: str = ""
    blob: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A repository at one commit."""

    repository: str
    commit: str
    files: tuple[Remote, ...]
    licence: str = ""
    gated: bool = False


@dataclass(slots=True)
class Stream:
    """A file that is coming: from which byte on, and its bytes."""

    start: int
    chunks: Iterator[bytes]


def check_repository(name: str) -> str:
    """A repository's name as owners write it, "owner/name". Raises InvalidRequest."""
    if not _REPOSITORY.fullmatch(name) or ".." in name or "--" in name:
        raise InvalidRequest(f"{name[:80]!r} is no repository of a hub; it is written OWNER/REPOSITORY.", param="name")
    return name


class Hub:
    """One hub. Raises HubAway, HubFailed, HubRefused; EngineMissing where huggingface_hub is not installed."""

    def __init__(self, url: str, token: Secret) -> None:
        try:
            self._client = import_module("huggingface_hub.utils").get_session()
            self._offline = import_module("huggingface_hub.errors").OfflineModeIsEnabled
        except ImportError:
            raise EngineMissing("Models are pulled by huggingface_hub: pip install 'pinxit[diffusers]'") from None
        # huggingface_hub 1 speaks through httpx, 2 through httpx2.
        self._trouble = import_module(type(self._client).__module__.split(".")[0]).HTTPError
        self.url = url.rstrip("/")
        self._streams: list[Any] = []
        self._headers = {"user-agent": f"pinxit/{__version__}", "accept-encoding": "identity"}
        secret = token.reveal() or self._find_login()
        self.known = bool(secret)
        if secret and self._is_private():
            self._headers["authorization"] = f"Bearer {secret}"
            for name in _WIRES:  # they write out whole what comes, and a server may repeat a token in a header
                logging.getLogger(name).disabled = True

    def list_files(self, repository: str, revision: str = "") -> Listing:
        """What is in a repository at a branch, tag or commit; the newest commit of its main branch by default."""
        check_repository(repository)
        if revision and (not _REVISION.fullmatch(revision) or ".." in revision):
            raise InvalidRequest(f"{revision[:80]!r} is no revision.", param="revision")
        address = f"/api/models/{repository}/revision/{quote(revision or 'main', safe='')}?blobs=true"
        data = self._read(address, repository, LARGEST_LIST)
        return _read_listing(data, repository)

    def read(self, listing: Listing, path: str, largest: int) -> bytes:
        """A small file. Raises HubFailed where it is larger than `largest` bytes."""
        return self._read(_write_address(listing, path), listing.repository, largest)

    @contextmanager
    def open(self, listing: Listing, path: str, start: int = 0) -> Iterator[Stream]:
        """A file from a byte on. The stream says from where it really comes: a server may begin anew."""
        ranges = {"range": f"bytes={start}-"} if start else {}
        with self._ask(_write_address(listing, path), listing.repository, ranges) as response:
            told = re.match(r"bytes (\d+)-", response.headers.get("content-range", ""))
            begun = int(told[1]) if response.status_code == 206 and told else 0
            yield Stream(begun, response.iter_bytes())  # as they come: what waits for more is lost with the connection

    def close(self) -> None:
        """Cut all connections: whoever reads from them gets HubAway."""
        for stream in list(self._streams):
            with suppress(OSError, AttributeError):
                stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        import_module("huggingface_hub.utils").close_session()

    def _read(self, address: str, repository: str, largest: int) -> bytes:
        with self._ask(address, repository, {}) as response:
            data = bytearray()
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > largest:
                    raise HubFailed(f"{self.url}{address} is larger than {largest:,} bytes: it is not read.")
            return bytes(data)

    @contextmanager
    def _ask(self, address: str, repository: str, headers: dict[str, str]) -> Iterator[Any]:
        url = self.url + address
        try:
            with self._client.stream(
                "GET", url, headers={**self._headers, **headers}, timeout=_TIMEOUT, follow_redirects=True
            ) as response:
                if response.status_code >= 400:
                    raise self._refuse(response, repository)
                if url.startswith("https:") and response.url.scheme != "https":
                    raise HubFailed(f"{self.url} sends its files over a connection that is not encrypted.")
                with self._note(response.extensions.get("network_stream")):
                    yield response
        except self._offline:
            raise HubRefused("HF_HUB_OFFLINE is set, so nothing is pulled. Unset it and try again.") from None
        except self._trouble as error:
            raise HubAway(
                f"{self.url} cannot be reached, or stopped answering ({type(error).__name__}). Is this machine online? "
                "PINXIT_LOCAL_HUB names another hub."
            ) from error

    @contextmanager
    def _note(self, stream: Any) -> Iterator[None]:
        self._streams.append(stream)
        try:
            yield
        finally:
            self._streams.remove(stream)

    def _refuse(self, response: Any, repository: str) -> Exception:
        status, code = response.status_code, response.headers.get("x-error-code", "")
        if status in (408, 425, 429) or status >= 500:
            pause = response.headers.get("retry-after", "")
            return HubAway(f"{self.url} answered {status}.", min(float(pause), 60.0) if pause.isdigit() else 0.0)
        page = f"{self.url}/{repository}"
        if status == 401 and self.known and not code:
            return HubRefused(
                f"{self.url} does not take the token that is set. Make a new one, and log in:\n{_LOGIN}".rstrip()
            )
        if code == "GatedRepo" or status == 403:
            return HubRefused(
                _TELL_GATED.format(page=page, login="" if self.known else _LOGIN, token=self._tell_token())
            )
        if code == "RevisionNotFound":
            return HubRefused(f"{repository} has no such revision; {page}/commits/main lists them.")
        if code == "EntryNotFound":
            return HubRefused(f"{repository} does not have this file: {page}/tree/main")
        if status in (401, 404):
            return HubRefused(
                f"There is no repository {repository} at {self.url}, or not for you. Look whether its name is right: "
                f"{page}. If it asks who you are:\n{_LOGIN}{self._tell_token()}"
            )
        return HubFailed(f"{self.url} answered {status} for {repository}.")

    def _tell_token(self) -> str:
        return "The token that is set does not suffice for it." if self.known else _BY_SETTING

    def _find_login(self) -> str:
        """What `hf auth login` or HF_TOKEN left: for the hub that it belongs to, and no other."""
        constants = import_module("huggingface_hub.constants")
        own = {HUB, str(getattr(constants, "ENDPOINT", HUB)).rstrip("/")}
        if self.url not in own or getattr(constants, "HF_HUB_DISABLE_IMPLICIT_TOKEN", False):
            return ""
        return import_module("huggingface_hub.utils").get_token() or ""

    def _is_private(self) -> bool:
        """Is what is said to this hub read by nobody else? A token is not sent otherwise."""
        parts = urlsplit(self.url)
        if parts.scheme == "https" or parts.hostname == "localhost":
            return True
        try:
            return ipaddress.ip_address(parts.hostname or "").is_loopback
        except ValueError:
            return False


_LOGIN = "  log in:                  hf auth login        (a token: https://huggingface.co/settings/tokens)\n"
_BY_SETTING = (
    '  or give pinxit a token:  PINXIT_LOCAL_TOKEN=hf_...  or  token = "env:HF_TOKEN"  in [local] of pinxit.toml'
)
_TELL_GATED = "Its owner wants to know who takes this model.\n  accept the licence at:   {page}\n{login}{token}"


def _write_address(listing: Listing, path: str) -> str:
    return f"/{listing.repository}/resolve/{listing.commit}/{quote(path, safe='/')}"


def _read_listing(data: bytes, repository: str) -> Listing:
    try:
        found = json.loads(data)
        commit = found["sha"]
        files = tuple(_read_remote(each) for each in found["siblings"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise HubFailed(f"The hub's list of the files of {repository} cannot be read.") from None
    if not isinstance(commit, str) or not _COMMIT.fullmatch(commit):
        raise HubFailed(f"The hub does not say which commit of {repository} its list is of.")
    card = found.get("cardData")
    named = [card.get("license_name"), card.get("license")] if isinstance(card, dict) else []
    licence = next((text for text in named if isinstance(text, str) and text != "other"), "")
    return Listing(repository, commit, files, licence[:60], bool(found.get("gated")))


def _read_remote(said: Any) -> Remote:
    """One file of a list; hashes that are none are left out, so that the file is never taken for checked."""
    lfs = said.get("lfs") or {}
    sha256, blob = str(lfs.get("sha256") or lfs.get("oid") or ""), str(said.get("blobId") or "")
    size = lfs.get("size", said.get("size"))
    return Remote(
        str(said["rfilename"]),
        size if isinstance(size, int) and size >= 0 else -1,
        sha256 if _SHA256.fullmatch(sha256) else "",
        blob if _COMMIT.fullmatch(blob) and not lfs else "",
    )
