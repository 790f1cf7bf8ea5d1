"""A service that repeats the credentials that it is shown in whatever it says, in every form."""

from __future__ import annotations

import base64
import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

FAULTS = ("400", "401", "403", "404", "413", "429", "500", "503", "302", "html", "words", "cut", "reset", "header")
_SHOWN = ("authorization", "x-goog-api-key", "api-key", "x-api-key", "cookie")


def list_forms(secret: str) -> dict[str, str]:
    """How a secret may be repeated, by the name of the form."""
    data = secret.encode()
    return {
        "whole": secret,
        "quoted": quote(secret, safe=""),
        "base64": base64.b64encode(data).decode().rstrip("="),
        "base64 of a header": base64.b64encode(b"Bearer " + data).decode()[12:-4],
        "base64 of a password": base64.b64encode(b"user:" + data).decode()[8:-4],
        "hexadecimal": data.hex(),
        "first": secret[:12],
        "last": secret[-12:],
    }


def find_leaks(text: str | bytes, *secrets: str) -> list[str]:
    """The names of the forms in which secrets stand in a text."""
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return [name for secret in secrets for name, form in list_forms(secret).items() if form in said]


@dataclass
class Echo:
    """Where it listens, what it does wrong next, and how often it was asked."""

    url: str = ""
    fault: str = "401"
    seen: list[str] = field(default_factory=list)


@contextmanager
def run_echo() -> Iterator[Echo]:
    """The service on a port of its own, until the block ends."""
    echo = Echo()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            self.rfile.read(length)
            shown = [value.split(" ")[-1] for name, value in self.headers.items() if name.lower() in _SHOWN]
            echo.seen += shown
            _misbehave(self, echo.fault, " ".join(f"{form} " for key in shown for form in list_forms(key).values()))

        do_GET = do_POST = _answer  # noqa: N815  (http.server wants these names)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    echo.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield echo
    finally:
        server.shutdown()
        server.server_close()


def _misbehave(handler: BaseHTTPRequestHandler, fault: str, told: str) -> None:
    message = f"API key not valid: {told}"
    error = {"code": 400, "message": message, "status": told, "type": told, "param": told, "details": [{"x": told}]}
    body, kind, status = json.dumps({"error": error, "detail": message}).encode(), "application/json", 200
    if fault.isdigit():
        status = int(fault)
    elif fault == "reset":
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.close_connection = True
        handler.connection.close()
        return
    elif fault == "html":
        body, kind, status = f"<html><title>{message}</title>{message}</html>".encode(), "text/html", 502
    elif fault == "words":
        body = json.dumps({"candidates": [{"content": {"parts": [{"text": told}]}, "finishReason": told}]}).encode()
    elif fault == "cut":
        body = body[: len(body) // 2]
    handler.send_response(status)
    handler.send_header("content-type", kind)
    handler.send_header("content-length", str(len(body)))
    handler.send_header("location", f"http://127.0.0.1:1/{told[:80].strip()}")
    if fault == "header":
        handler.send_header("retry-after", told[:200])
    handler.end_headers()
    handler.wfile.write(body)
