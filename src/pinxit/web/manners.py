"""Which dialect a request speaks, where the URL alone does not tell."""

from __future__ import annotations

import re

from starlette.requests import Request

_GOOGLES = re.compile(r"/v1(beta|alpha)(/|$)|/v1/interactions(/|$)")
_SHARED = re.compile(r"/v1/models(/.*)?$")


def speaks_google(request: Request) -> bool:
    """Does the caller expect Google's shapes?

    On the paths that both APIs have, its credential tells: `x-goog-api-key`, `?key=`, or Google's client header. To
    post there is Google's alone.
    """
    path = request.url.path
    if _GOOGLES.match(path):
        return True
    if not _SHARED.match(path):
        return False
    headers = request.headers
    return (
        request.method == "POST"
        or "x-goog-api-key" in headers
        or "x-goog-api-client" in headers
        or "key" in request.query_params
    )
