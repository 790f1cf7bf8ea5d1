"""The real server in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server in a process of its own: where it listens, a key that it knows, its data directory and its log."""

    url: str
    key: str
    data: Path
    log: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


_ACCOUNTS = ("GEMINI_", "GOOGLE_", "OPENAI_", "AZURE_OPENAI_")  # how the names of other services' variables begin


@contextmanager
def run_server(data: Path, environment: Mapping[str, str] | None = None, /, **settings: str) -> Iterator[RunningServer]:
    """Start `pinxit serve` on a free port with an empty data directory; PINXIT_<NAME> are taken from `settings`.

    `environment` has further variables as they are called, such as GEMINI_API_KEY: those of your own shell that would
    bring other services behind the endpoint are left out. Without `engines` it draws with FakeEngine. Ends with the
    block. Raises RuntimeError where it does not start.
    """
    wishes = {"engines": "pinxit.testing:FakeEngine", **settings, "port": "0", "data": str(data)}
    variables = make_environment(os.environ, environment or {}, wishes)
    data.mkdir(parents=True, exist_ok=True)
    log = data / "server.log"
    command = [sys.executable, "-u", "-m", "pinxit", "serve"]
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=variables, text=True) as process,  # noqa: S603
    ):
        try:
            said = _read_greeting(process)
            url, key = re.search(r"http://\S+", said), re.search(r"sk-pinxit-\S+", said)
            if not (url and key):
                raise RuntimeError(f"The server did not start: {said}{log.read_text(encoding='utf-8')}")
            yield RunningServer(url[0], key[0], data, log, process)
        finally:
            process.terminate()


def make_environment(own: Mapping[str, str], told: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """One's own variables without the keys of other services, settings as PINXIT_<NAME>, and those that are told."""
    kept = {name: value for name, value in own.items() if not name.startswith(_ACCOUNTS)}
    return kept | {f"PINXIT_{name.upper()}": value for name, value in settings.items()} | dict(told)


def _read_greeting(process: subprocess.Popen[str]) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if "python3 -c" in line:
            break
    return said
