"""The stand-in's own page, for those who run it in another process."""

from __future__ import annotations

from typing import Any

from pinxit.testing.upstream.asking import Asked
from pinxit.testing.upstream.calls import CallLog
from pinxit.testing.upstream.replies import Reply, write_json
from pinxit.testing.upstream.script import Script

PATH = "/_control"


def answer_control(asked: Asked, script: Script, log: CallLog) -> Reply:
    """GET shows the calls; POST takes next, always, mix with seed, dead, and clear."""
    if asked.method == "POST":
        try:
            _obey(asked.json, script, log)
        except (ValueError, TypeError) as error:
            return write_json({"error": {"message": str(error)}}, status=400)
    elif asked.method != "GET":
        return write_json({"error": {"message": "GET shows the calls, POST controls."}}, status=405)
    calls = [call.show() for call in log.list()]
    counts = {"count": log.count, "drawn": log.drawn, "made": log.made, "dead": script.dead}
    return write_json(counts | ({"calls": calls} if asked.method == "GET" else {}))


def _obey(wishes: Any, script: Script, log: CallLog) -> None:
    if not isinstance(wishes, dict) or (strange := wishes.keys() - {"next", "always", "mix", "seed", "dead", "clear"}):
        what = f"does not know {', '.join(sorted(strange))}" if isinstance(wishes, dict) else "takes an object"
        raise ValueError(f"This page {what}. It takes next, always, mix, seed, dead and clear.")
    if wishes.get("clear"):
        script.clear()
        log.clear()
    if "next" in wishes:
        script.next(*_read_texts(wishes["next"]))
    if "always" in wishes:
        script.always(*_read_texts(wishes["always"]))
    if "mix" in wishes:
        script.mix(wishes["mix"], wishes.get("seed", 0))
    if "dead" in wishes:
        script.dead = bool(wishes["dead"])


def _read_texts(value: Any) -> list[Any]:
    """A text or a list of texts, null among them for a call that is answered as it should be."""
    return value if isinstance(value, list) else [value]
