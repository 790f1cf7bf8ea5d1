"""Where Google's services listen and how they are told who asks: the Gemini API, and Vertex AI in its two manners.

google-auth is needed for Vertex AI without a key only, and imported for it only.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Protocol
from urllib.parse import quote

from pinxit.core.errors import ConfigurationError, EngineMissing, PinxitError, UpstreamFailed
from pinxit.upstreams import Upstream

_GEMINI = "https://generativelanguage.googleapis.com"
_VERTEX = "aiplatform.googleapis.com"
_SCOPE = "https://www.googleapis.com/auth/cloud-platform"
_VERSION = re.compile(r"/v\d+(?:(?:alpha|beta)\d*)?$")
_EARLY = 120.0  # seconds before a token's end at which the next one is fetched
_METHOD = "generateContent"

Refuse = Callable[[str], PinxitError]
"""Tells the operator why our credentials do not do, and gives the error to raise."""


class Access(Protocol):
    """How a service is reached on behalf of a caller."""

    async def open(self, model: str, payer: str) -> tuple[str, dict[str, str]]:
        """The address of a model, and the headers that say who asks: secrets. `payer` is a prefix of a pinxit key.

        Raises UpstreamDenied where there are no credentials for this caller, UpstreamFailed where those cannot be had.
        """
        ...

    def forget(self) -> None:
        """What was shown last was not taken: get another one for the next request, where there can be one."""
        ...


def open_access(upstream: Upstream, refuse: Refuse, credentials: Any = None) -> Access:
    """The access of an upstream; nothing is sent yet. `credentials` stand in for those of google-auth.

    Raises ConfigurationError where there is no way to say who asks, EngineMissing where google-auth is not there.
    """
    if upstream.kind == "vertex":
        return VertexAccess(upstream, refuse, credentials)
    return KeyAccess(upstream, refuse)


class KeyAccess:
    """The Gemini API, by a key. Other servers of its dialect may need none."""

    def __init__(self, upstream: Upstream, refuse: Refuse) -> None:
        if not (upstream.key or upstream.keys or upstream.url):
            raise ConfigurationError(
                f"The upstream {upstream.name!r} has no key: set GEMINI_API_KEY or the upstream's `key`."
            )
        self._upstream = upstream
        self._refuse = refuse
        base = (upstream.url or _GEMINI).rstrip("/")
        if upstream.api_version or not _VERSION.search(base):
            base = f"{_VERSION.sub('', base)}/{upstream.api_version or 'v1beta'}"
        self._base = base

    async def open(self, model: str, payer: str) -> tuple[str, dict[str, str]]:
        key = self._upstream.keys.get(payer) or self._upstream.key
        if not key and not self._upstream.url:
            raise self._refuse("NO_KEY_FOR_THIS_CALLER")
        headers = {"x-goog-api-key": key.reveal()} if key else {}
        return f"{self._base}/models/{quote(model, safe='')}:{_METHOD}", headers

    def forget(self) -> None:
        """A key stays what it is."""


class VertexAccess:
    """Vertex AI: by a key (its express mode), else by tokens of a service account or of the machine itself."""

    def __init__(self, upstream: Upstream, refuse: Refuse, credentials: Any = None) -> None:
        self._upstream = upstream
        self._refuse = refuse
        self._credentials = credentials
        self._project = upstream.project
        self._token, self._ends = "", 0.0
        self._lock = asyncio.Lock()
        if credentials is None and not upstream.key:
            _import_google(upstream.name)
            if upstream.credentials is not None:
                self._credentials = _read_account(upstream)
                self._project = self._project or str(getattr(self._credentials, "project_id", None) or "")

    async def open(self, model: str, payer: str) -> tuple[str, dict[str, str]]:
        name = quote(model, safe="")
        version = self._upstream.api_version or "v1"
        key = self._upstream.keys.get(payer) or self._upstream.key
        if key:
            base = f"{self._upstream.url.rstrip('/') or f'https://{_VERTEX}'}/{version}"
            return f"{base}/publishers/google/models/{name}:{_METHOD}", {"x-goog-api-key": key.reveal()}
        token = await self._choose_token()
        region = self._upstream.region
        host = _VERTEX if region == "global" else f"{region}-{_VERTEX}"
        base = f"{self._upstream.url.rstrip('/') or f'https://{host}'}/{version}"
        place = f"projects/{quote(self._project, safe='')}/locations/{quote(region, safe='')}"
        address = f"{base}/{place}/publishers/google/models/{name}:{_METHOD}"
        return address, {"authorization": f"Bearer {token}"}

    def forget(self) -> None:
        self._ends = 0.0

    async def _choose_token(self) -> str:
        """A token that is good for some time yet. One is fetched at a time, in a thread."""
        async with self._lock:
            if time.monotonic() >= self._ends:
                await asyncio.to_thread(self._fetch)
            return self._token

    def _fetch(self) -> None:
        from google.auth import exceptions  # noqa: PLC0415  (an extra)
        from google.auth.transport.requests import Request  # noqa: PLC0415

        name = self._upstream.name
        try:
            if self._credentials is None:
                import google.auth  # noqa: PLC0415

                self._credentials, project = google.auth.default(scopes=[_SCOPE])
                self._project = self._project or str(project or "")
            if not self._project:
                raise ConfigurationError(f"The upstream {name!r} needs a `project`: its credentials name none.")
            self._credentials.refresh(Request())
        except exceptions.TransportError as error:
            raise UpstreamFailed(
                f"{name}: a token cannot be fetched for now.", undone=True, code="upstream_unreachable"
            ) from error
        except exceptions.GoogleAuthError as error:
            raise self._refuse(f"CREDENTIALS_{type(error).__name__}") from None
        self._token = str(self._credentials.token)
        self._ends = time.monotonic() + _measure(self._credentials) - _EARLY


def _measure(credentials: Any) -> float:
    """Seconds until a token ends; google-auth has a naive time in UTC, None for one that does not end."""
    expiry = getattr(credentials, "expiry", None)
    if expiry is None:
        return 3600.0
    return float((expiry - datetime.now(UTC).replace(tzinfo=None)).total_seconds())


def _import_google(name: str) -> None:
    try:
        import google.auth.transport.requests  # noqa: F401, PLC0415
    except ImportError:
        raise EngineMissing(
            f"The upstream {name!r} needs google-auth, for tokens of Vertex AI: pip install 'pinxit[vertex]', or give "
            "it a `key` of Vertex AI's express mode."
        ) from None


def _read_account(upstream: Upstream) -> Any:
    from google.oauth2 import service_account  # noqa: PLC0415

    read: Any = service_account.Credentials.from_service_account_file  # it has no types
    try:
        return read(str(upstream.credentials), scopes=[_SCOPE])
    except (OSError, ValueError) as error:
        # Not the error's words: they may quote the file.
        raise ConfigurationError(
            f"The `credentials` of the upstream {upstream.name!r} are not a service account's JSON file that can be "
            f"read: {type(error).__name__}."
        ) from None
