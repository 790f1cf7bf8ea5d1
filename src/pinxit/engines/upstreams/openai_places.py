"""Where a service with OpenAI's API listens, and what it wants to be shown: OpenAI itself, Azure, and any other."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from pinxit.core.errors import ConfigurationError
from pinxit.upstreams import Upstream

_OPENAI = "https://api.openai.com/v1"
_AZURE_VERSION = "2025-04-01-preview"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Place:
    """The addresses of an upstream. `origin` is its scheme, host and port, `base` what the API's paths stand behind.

    `deployments`: the path names the model, and `query` is put behind it, as Azure wants it.
    """

    upstream: Upstream
    base: str
    origin: str
    deployments: bool = False
    query: str = ""

    @property
    def is_openai(self) -> bool:
        return self.base == _OPENAI

    @property
    def speaks_ratios(self) -> bool:
        """Is it the seed's own service, which knows sizes by their ratios alone?"""
        return (urlsplit(self.base).hostname or "").endswith("gptproto.com")

    def path(self, what: str, model: str) -> str:
        """The path of `generations` or `edits` for a model."""
        deployed = f"/deployments/{quote(model, safe='')}" if self.deployments else ""
        return f"{deployed}/images/{what}{self.query}"

    def headers(self, payer: str = "") -> dict[str, str]:
        """What shows who asks: the account of the payer where they have one, else the upstream's own, or nothing."""
        secret = self.upstream.keys.get(payer) or self.upstream.key
        if not secret:
            return {}
        if self.upstream.kind == "azure":
            return {"api-key": secret.reveal()}
        return {"authorization": f"Bearer {secret.reveal()}"}

    def on_host(self, url: str) -> str | None:
        """The path and query of an address on this host, which may be said without it; None for one elsewhere."""
        try:
            parts = urlsplit(url)
            told = parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme.lower())
            own = urlsplit(self.origin)
            here = own.scheme, (own.hostname or "").lower(), own.port or _PORTS.get(own.scheme)
        except ValueError:
            return None
        if (parts.scheme or parts.netloc) and told != here:
            return None
        path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
        return f"/{path.lstrip('/')}" + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else "")


def find_place(upstream: Upstream) -> Place:
    """Where an upstream of kind "openai" or "azure" listens. Raises ConfigurationError for settings that cannot do."""
    name = upstream.name
    said = upstream.url.strip().rstrip("/")
    if upstream.kind == "azure" and not said:
        raise ConfigurationError(f"The upstream {name!r} needs a `url` like https://RESOURCE.openai.azure.com.")
    if upstream.kind == "azure" and not upstream.models:
        raise ConfigurationError(f"The upstream {name!r} needs `models`: the names of its deployments.")
    if not said and not (upstream.key or upstream.keys):
        raise ConfigurationError(f"The upstream {name!r} needs a `key`, or a `url` where it needs none.")
    base = said or _OPENAI
    parts = urlsplit(base)
    if parts.scheme not in _PORTS or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ConfigurationError(
            f"The `url` of the upstream {name!r} must be like http://HOST:PORT/v1, without a question mark or a user."
        )
    origin = f"{parts.scheme}://{parts.netloc}"
    if upstream.kind == "azure":
        return _find_azure(upstream, base, origin)
    # The address alone means what the official clients' base_url ends with.
    return Place(upstream, base if parts.path else f"{base}/v1", origin)


def _find_azure(upstream: Upstream, base: str, origin: str) -> Place:
    """Deployments by their path; or the newer way, `{url}/openai/v1`, where the body names the model."""
    if base.endswith("/v1"):
        query = f"?api-version={quote(upstream.api_version)}" if upstream.api_version else ""
        return Place(upstream, base, origin, query=query)
    query = f"?api-version={quote(upstream.api_version or _AZURE_VERSION)}"
    return Place(upstream, f"{base.removesuffix('/openai')}/openai", origin, deployments=True, query=query)
