"""Somebody between a program and an S3 server, who lets everything through, or answers in the worst of ways."""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_ERROR = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{code}</Code><Message>of a strange store</Message></Error>'
)


class StrangeStore(socketserver.ThreadingTCPServer):
    """Listens on `port` of 127.0.0.1 in front of the server at `behind`. `mode` says what it does with connections:

    `pass` hands everything on; `hang` reads and says nothing; `reset` breaks off; `half` hands on 600 bytes of an
    answer and breaks off; `STATUS CODE`, as in `503 SlowDown`, is an S3 error. `asked` counts requests that were not
    handed on.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, behind: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = behind
        self.port: int = self.server_address[1]
        self.asked = 0
        self.mode = "pass"
        self.open: set[socket.socket] = set()

    def behave(self, mode: str) -> None:
        """Change the mode; what is open is closed."""
        self.mode = mode
        self.asked = 0
        for one in list(self.open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


class _Handler(socketserver.BaseRequestHandler):
    request: socket.socket
    server: StrangeStore

    def handle(self) -> None:
        self.server.open.add(self.request)
        try:
            if self.server.mode in {"pass", "half"}:
                self._hand_on(600 if self.server.mode == "half" else None)
            else:
                self._be_strange(self.server.mode)
        except OSError:
            pass
        finally:
            self.server.open.discard(self.request)

    def _hand_on(self, most: int | None) -> None:
        with socket.create_connection(("127.0.0.1", self.server.behind)) as behind:
            self.server.open.add(behind)
            there = threading.Thread(target=_pump, args=(self.request, behind, None), daemon=True)
            there.start()
            _pump(behind, self.request, most)
            self.server.open.discard(behind)

    def _be_strange(self, mode: str) -> None:
        while verb := _read_request(self.request):
            self.server.asked += 1
            if mode == "hang":
                self.request.recv(1)  # until the other side gives up
                return
            if mode == "reset":
                self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.request.close()
                return
            status, _, code = mode.partition(" ")
            body = _ERROR.format(code=code).encode()
            head = f"HTTP/1.1 {status} {code}\r\ncontent-type: application/xml\r\ncontent-length: {len(body)}\r\n\r\n"
            self.request.sendall(head.encode() + (b"" if verb == b"HEAD" else body))


def _pump(source: socket.socket, target: socket.socket, most: int | None) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data[:most])
            if most is not None:
                break
        target.shutdown(socket.SHUT_RDWR)


def _read_request(connection: socket.socket) -> bytes:
    """Read one request with its body and return its verb; empty where there is none any more."""
    said = b""
    while b"\r\n\r\n" not in said:
        if not (data := connection.recv(65536)):
            return b""
        said += data
    head, _, body = said.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    missing = int(lengths[0]) - len(body) if lengths else 0
    while missing > 0 and (data := connection.recv(65536)):
        missing -= len(data)
    return head.partition(b" ")[0]


@contextmanager
def run_strange_store(behind: int) -> Iterator[StrangeStore]:
    """Put somebody in front of the server that listens on port `behind`, for as long as the block runs."""
    with StrangeStore(behind) as store:
        threading.Thread(target=store.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield store
        finally:
            store.shutdown()
            store.behave("reset")
