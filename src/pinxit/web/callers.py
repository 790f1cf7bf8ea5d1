"""Who asks, and by which address they found this server."""

from __future__ import annotations

from starlette.requests import Request

from pinxit.web.desk import Desk


def find_owner(request: Request) -> str:
    """The prefix of the caller's key, to which jobs, files and webhooks belong."""
    prefix: str = request.state.caller.prefix
    return prefix


def find_root(desk: Desk, request: Request) -> str:
    """This server's own address as its callers know it, with a slash at its end."""
    return f"{desk.public_url.rstrip('/')}/" if desk.public_url else str(request.base_url)
