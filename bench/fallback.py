"""What a dead upstream costs once its circuit is open: the stand-in's answer beside its own time. Run:

    python bench/fallback.py [--requests 60]

The real server has an upstream that resets every connection, and the illustrator to fall back on, as it is without more
settings. One client asks for the same pictures by both names in turns: by that of the dead service's model, and by the
illustrator's own. The first requests, which find out that it is dead, are shown apart.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pinxit.testing import run_server
from pinxit.testing.upstream import run_upstream

_DEAD, _OWN = "gemini-2.5-flash-image", "auto"
_GOAL = 1.2
_TRIES = 200
_SETTINGS = """
[upstreams.gemini]
kind = "gemini"
url = "{url}"
key = "{key}"
"""


@dataclass(frozen=True)
class Answer:
    milliseconds: float
    engine: str
    instead: str


def ask(connection: http.client.HTTPConnection, key: str, model: str, prompt: str) -> Answer:
    body = json.dumps({"model": model, "prompt": prompt, "size": "1024x1024"})
    began = time.perf_counter()
    connection.request(
        "POST", "/v1/images/generations", body, {"authorization": f"Bearer {key}", "content-type": "application/json"}
    )
    answer = connection.getresponse()
    content = answer.read()
    took = 1000 * (time.perf_counter() - began)
    if answer.status != 200:
        raise SystemExit(f"{answer.status}: {content[:300]!r}")
    return Answer(took, answer.headers["x-pinxit-engine"], answer.headers.get("x-pinxit-instead", ""))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=60, help="by each name")
    options = parser.parse_args()
    prompts = Path(__file__).with_name("prompts.txt").read_text().splitlines()
    with tempfile.TemporaryDirectory(prefix="pinxit-") as folder, run_upstream() as upstream:
        upstream.dead()
        config = Path(folder) / "pinxit.toml"
        config.write_text(_SETTINGS.format(url=upstream.url, key=upstream.key))
        with run_server(Path(folder) / "data", engines="illustrator", config=str(config)) as server:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
            ask(connection, server.key, _OWN, prompts[0])
            found = [ask(connection, server.key, _DEAD, prompts[0])]
            while "circuit" not in found[-1].instead and len(found) < _TRIES:
                found.append(ask(connection, server.key, _DEAD, prompts[0]))
            own, fallen = list[Answer](), list[Answer]()
            for number in range(options.requests):
                prompt = prompts[number % len(prompts)]
                own.append(ask(connection, server.key, _OWN, prompt))
                fallen.append(ask(connection, server.key, _DEAD, prompt))
    assert {answer.engine for answer in (*own, *fallen)} == {"illustrator"}
    ratio = statistics.median(
        after.milliseconds / before.milliseconds for before, after in zip(own, fallen, strict=True)
    )
    print(
        f"until the circuit is open: {len(found) - 1} requests, {max(one.milliseconds for one in found):.0f} ms at most"
    )
    print(f"own time    {statistics.median(one.milliseconds for one in own):8.1f} ms")
    print(f"fallen back {statistics.median(one.milliseconds for one in fallen):8.1f} ms   {fallen[-1].instead}")
    print(f"ratio       {ratio:8.2f}      goal: under {_GOAL:g}")
    sys.exit(ratio >= _GOAL)


if __name__ == "__main__":
    main()
