"""A little web server with pictures, for requests that name a picture by its address."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from acceptance.pictures import draw_jpeg, draw_png

_PICTURES = {"/otter.png": ("image/png", draw_png()), "/hat.jpg": ("image/jpeg", draw_jpeg())}


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, data = _PICTURES.get(self.path, ("text/plain", b""))
        self.send_response(200 if data else 404)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def open_gallery() -> Iterator[str]:
    """Serve `/otter.png` and `/hat.jpg`; gives the address under the name `localhost`, which servers may be allowed."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
