"""Which dialect a request speaks, where the URL alone does not tell."""

from __future__ import annotations

import re

from starlette.requests import Request

_GOOGLES = re.compile(r"/(upload/)?v1(beta|alpha)\d*(/|$)|/upload/|/v1/interactions(/|$)")
_OPENAIS = re.compile(r"/v1/(images|chat|files|batches|admin|usage|upstreams|webhooks)(/|$)")
_CREDENTIALS = ("x-goog-api-key", "x-goog-api-client")


def speaks_google(request: Request) -> bool:
    """Does the caller expect Google's shapes?

    On the paths that both APIs have, its credential tells: `x-goog-api-key`, `?key=`, or Google's client header. To
    post there is Google's alone.
    """
    path, headers = request.url.path, request.headers
    if _GOOGLES.match(path):
        return True
    if not path.startswith("/v1/") or _OPENAIS.match(path):
        return False
    if request.method == "POST" and path.startswith("/v1/models/"):
        return True
    return "key" in request.query_params or any(name in headers for name in _CREDENTIALS)
