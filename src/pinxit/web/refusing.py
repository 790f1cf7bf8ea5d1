"""Errors on their way out: each in the envelope of the dialect that the caller speaks."""

from __future__ import annotations

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pinxit.core.errors import ConfigurationError, EngineFailed, MethodNotAllowed, NotFound, StorageFailed
from pinxit.dialects import profiles
from pinxit.dialects.gemini import errors as google
from pinxit.dialects.gemini import interactions
from pinxit.web.manners import speaks_google

_LOG = logging.getLogger("pinxit.errors")


def refuse(request: Request, error: Exception, profile: str) -> Response:
    """Any error as an answer. What went wrong on our side is also written to the log."""
    allow = None
    if isinstance(error, HTTPException):
        error, allow = _translate(request, error)
    if isinstance(error, EngineFailed | StorageFailed | ConfigurationError):
        _LOG.error("%s: %s", type(error).__name__, error.message)
    if speaks_google(request):
        talks = "/interactions" in request.url.path
        refusal = (interactions if talks else google).write_error(error, allow)
    else:
        refusal = profiles.write_error(error, profiles.choose_profile(request.headers, profile), allow)
    return Response(refusal.body, refusal.status, refusal.headers, media_type="application/json")


def _translate(request: Request, error: HTTPException) -> tuple[Exception, str | None]:
    """The framework's own errors, which know no envelope, and the verbs that a page takes."""
    verb, path = request.method[:16], request.url.path[:100]
    if error.status_code != 405:
        where = "/v1beta/models/MODEL:generateContent" if speaks_google(request) else "/v1/images/generations"
        return NotFound(f"There is nothing at {path!r}. Pictures are made by POST {where}."), None
    taken = {
        method
        for route in request.app.routes
        if route.path_regex.match(request.url.path)
        for method in route.methods or ()
    }
    allow = ", ".join(sorted(taken))
    return MethodNotAllowed(f"{path} does not take {verb}; it takes {allow}."), allow
