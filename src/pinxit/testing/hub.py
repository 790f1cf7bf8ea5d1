"""A local folder as a hub: what huggingface_hub asks of one, over HTTP on this machine, and misbehaving when told to.

    with run_hub(folder) as hub:          # folder/OWNER/REPOSITORY/...
        hub.misbehave("*.safetensors", "cut 1000")
        ...

A repository has one commit, the hash of all its files. Files of the suffixes in LARGE are large ones: they have a
SHA-256 and are sent from another host, as the real hub sends them.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LARGE = (".safetensors", ".bin", ".ckpt", ".onnx", ".png")
_WORDS = re.compile(r"(cut|wrong|long|whole|500|503|404|403|stall)(?: (\d+))?(?: x(\d+))?")
_CDN = "/cdn/"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    host: str
    token: str
    range: str


@dataclass(slots=True)
class _Mischief:
    pattern: str
    word: str
    number: int
    left: int


@dataclass
class FakeHub:
    """A hub on this machine. `token` is what gated repositories want; `asked` is all that came."""

    root: Path
    url: str = ""
    token: str = "hf_test"  # noqa: S105 - a double's
    gated: set[str] = field(default_factory=set)
    invalid: set[str] = field(default_factory=set)
    """Tokens that are refused for everything, as the real hub refuses those that were revoked."""
    asked: list[Asked] = field(default_factory=list)
    elsewhere: bool = True
    """Are large files sent from another host than the hub's?"""
    extra: list[dict[str, object]] = field(default_factory=list)
    """Further entries of every list of files, as a hostile repository would have them."""
    _mischief: list[_Mischief] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def misbehave(self, pattern: str, words: str) -> None:
        """Let files (paths with * and ?) go wrong, once or "xN" times.

        "cut N" ends the connection after N bytes, "wrong" changes bytes, "long N" sends N bytes too many, "whole" sends
        all where a part was asked for, "stall N" says nothing for N seconds, "500" and other codes answer with that
        code. "listing" is the list's own name.
        """
        found = _WORDS.fullmatch(words)
        if not found:
            raise ValueError(f"{words!r} is nothing that can go wrong")
        self._mischief.append(_Mischief(pattern, found[1], int(found[2] or 0), int(found[3] or 1)))

    def commit(self, repository: str) -> str:
        """The one commit of a repository: it changes with its files."""
        told = [f"{path} {hashlib.sha256(place.read_bytes()).hexdigest()}" for path, place in self.walk(repository)]
        return hashlib.sha1("\n".join(told).encode(), usedforsecurity=False).hexdigest()

    def walk(self, repository: str) -> list[tuple[str, Path]]:
        folder = self.root / repository
        return sorted((str(path.relative_to(folder).as_posix()), path) for path in folder.rglob("*") if path.is_file())

    def count(self, pattern: str, method: str = "GET") -> int:
        """How often files of this pattern were asked for, from the hub itself."""
        return sum(fnmatchcase(each.path, pattern) and each.method == method for each in self.asked)

    def take_mischief(self, path: str) -> tuple[str, int]:
        with self._lock:
            for each in self._mischief:
                if each.left and fnmatchcase(path, each.pattern):
                    each.left -= 1
                    return each.word, each.number
        return "", 0

    def list_files(self, repository: str) -> dict[str, object]:
        """What the hub says of a repository."""
        card = self.root / repository / "README.md"
        found = re.search(r"^license: *(\S+)", card.read_text("utf-8"), re.MULTILINE) if card.is_file() else None
        return {
            "id": repository,
            "modelId": repository,
            "sha": self.commit(repository),
            "private": False,
            "gated": "auto" if repository in self.gated else False,
            "cardData": {"license": found[1]} if found else {},
            "siblings": [_tell_file(*each) for each in self.walk(repository)] + self.extra,
        }

    def list_tree(self, repository: str) -> list[dict[str, object]]:
        """The same files as newer clients ask for them."""
        tree = []
        for each in self.walk(repository):
            told = _tell_file(*each)
            if isinstance(lfs := told.get("lfs"), dict):
                told["lfs"] = {**lfs, "oid": lfs["sha256"]}
            tree.append({**told, "type": "file", "path": told["rfilename"], "oid": told["blobId"]})
        return tree


def _tell_file(path: str, place: Path) -> dict[str, object]:
    data = place.read_bytes()
    blob = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    told: dict[str, object] = {"rfilename": path, "size": len(data), "blobId": blob}
    if path.endswith(LARGE):
        told["lfs"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 130}
    return told


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are part of the play."""


@contextmanager
def run_hub(root: Path, *, port: int = 0) -> Iterator[FakeHub]:
    """Serve the repositories in `root` until the block ends."""
    hub = FakeHub(root)
    server = _Server(("127.0.0.1", port), type("Handler", (_Handler,), {"hub": hub}))
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    hub: FakeHub
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        token = (self.headers.get("authorization") or "").removeprefix("Bearer ")
        host = self.headers.get("host") or ""
        self.hub.asked.append(Asked(self.command, path, host, token, self.headers.get("range") or ""))
        if token in self.hub.invalid:
            self._refuse(401)
        elif listed := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/(revision|tree)/(.+))?", path):
            self._give_list(listed[1], listed[3] or "main", token, tree=listed[2] == "tree")
        elif resolved := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self._resolve(resolved[1], resolved[2], resolved[3], body=body)
        elif path.startswith(_CDN):
            repository, _, file = path.removeprefix(_CDN).partition("/-/")
            self._give_file(repository, file, body=body)
        else:
            self._refuse(404, "RepoNotFound")

    def _give_list(self, repository: str, revision: str, token: str, *, tree: bool) -> None:
        word, _ = self.hub.take_mischief("listing")
        if word in ("500", "503", "404"):
            self._refuse(int(word))
        elif not (self.hub.root / repository).is_dir():
            self._refuse(404 if token else 401, "RepoNotFound")
        elif revision not in ("main", self.hub.commit(repository)):
            self._refuse(404, "RevisionNotFound")
        else:
            told = self.hub.list_tree(repository) if tree else self.hub.list_files(repository)
            self._send(200, json.dumps(told).encode(), {"content-type": "application/json"})

    def _resolve(self, repository: str, revision: str, file: str, *, body: bool) -> None:
        token = (self.headers.get("authorization") or "").removeprefix("Bearer ")
        place = self._find(repository, file)
        if repository in self.hub.gated and token != self.hub.token:
            self._refuse(403 if token else 401, "GatedRepo")
        elif revision not in ("main", self.hub.commit(repository)):
            self._refuse(404, "RevisionNotFound")
        elif place is None:
            self._refuse(404, "EntryNotFound")
        elif file.endswith(LARGE) and self.hub.elsewhere:
            data = place.read_bytes()
            port = self.hub.url.rpartition(":")[2]
            headers = {
                "location": f"http://localhost:{port}{_CDN}{repository}/-/{file}",
                "x-repo-commit": self.hub.commit(repository),
                "x-linked-size": str(len(data)),
                "x-linked-etag": f'"{hashlib.sha256(data).hexdigest()}"',
            }
            self._send(302, b"", headers)
        else:
            self._give_file(repository, file, body=body)

    def _give_file(self, repository: str, file: str, *, body: bool) -> None:
        place = self._find(repository, file)
        if place is None:
            self._refuse(404, "EntryNotFound")
            return
        data = place.read_bytes()
        etag = hashlib.sha256(data) if file.endswith(LARGE) else hashlib.sha1(b"blob %d\0" % len(data) + data)  # noqa: S324
        headers = {
            "etag": f'"{etag.hexdigest()}"',
            "x-repo-commit": self.hub.commit(repository),
            "accept-ranges": "bytes",
        }
        status, start = 200, 0
        if wanted := re.fullmatch(r"bytes=(\d+)-", self.headers.get("range") or ""):
            start = int(wanted[1])
            if start >= len(data):
                self._refuse(416)
                return
            status = 206
            headers["content-range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        word, number = self.hub.take_mischief(file) if body else ("", 0)
        self._send_badly(status, data, start, headers, (word, number), body=body)

    def _send_badly(
        self, status: int, whole: bytes, start: int, headers: dict[str, str], wrong: tuple[str, int], *, body: bool
    ) -> None:
        data, (word, number) = whole[start:], wrong
        if word.isdigit():
            self._refuse(int(word))
            return
        if word == "whole":
            status, data = 200, whole
            headers.pop("content-range", None)
        if word == "wrong":
            data = bytes(byte ^ 0x55 for byte in data)
        if word == "long":
            data += b"x" * number
        if word == "stall":
            threading.Event().wait(number or 5)
        self._send(status, data, headers, body=body, cut=number if word == "cut" else None)

    def _send(
        self, status: int, data: bytes, headers: dict[str, str], *, body: bool = True, cut: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {**headers, "content-length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if body and self.command != "HEAD":
            self.wfile.write(data if cut is None else data[:cut])
        if cut is not None:
            self.close_connection = True

    def _refuse(self, status: int, code: str = "") -> None:
        self._send(status, b"{}", {"x-error-code": code} if code else {})

    def _find(self, repository: str, file: str) -> Path | None:
        folder = (self.hub.root / repository).resolve()
        place = (folder / file).resolve()
        return place if place.is_file() and place.is_relative_to(folder) else None
