"""Where a bucket is: what `PINXIT_FILES` says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from pinxit.core.errors import ConfigurationError

_FORM = "s3://BUCKET/PREFIX?endpoint=https://HOST:PORT&region=REGION"
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX = re.compile(r"(/(?!\.\.?(/|$))[\w.=-]+)*/?", re.ASCII)
_ENDPOINT = re.compile(r"https?://[^\s/?#@]+/?", re.IGNORECASE)
_WISHES = ("endpoint", "region", "public", "style")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which store: what `PINXIT_FILES` says. The credentials are in the environment and never here."""

    bucket: str
    prefix: str = ""
    endpoint: str = ""
    """Where the store listens; empty: AWS."""
    public: str = ""
    """Where callers reach it, if that is another address than ours."""
    region: str = ""
    virtual: bool = False
    """Is the bucket's name part of the host's name, instead of the path?"""

    @classmethod
    def read(cls, url: str) -> Place:
        """A place from its URL. Raises ConfigurationError, which never repeats what may be a secret."""
        parts = urlsplit(url)
        if "@" in parts.netloc:
            raise ConfigurationError(
                "PINXIT_FILES holds a user or a password. Take them out of the URL, and set AWS_ACCESS_KEY_ID and "
                "AWS_SECRET_ACCESS_KEY in the environment."
            )
        wishes = dict(parse_qsl(parts.query, keep_blank_values=True))
        right = parts.scheme == "s3" and _BUCKET.fullmatch(parts.netloc) and _PREFIX.fullmatch(parts.path)
        if not right or parts.fragment or not wishes.keys() <= set(_WISHES):
            raise ConfigurationError(
                f"PINXIT_FILES must be {_FORM}, or a folder. After the ? may stand {', '.join(_WISHES)}; credentials "
                "belong into the environment as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
            )
        for name in ("endpoint", "public"):
            if name in wishes and not _ENDPOINT.fullmatch(wishes[name]):
                raise ConfigurationError(f"{name} in PINXIT_FILES must be http(s)://HOST:PORT and nothing more.")
        if wishes.get("style", "path") not in {"path", "virtual"}:
            raise ConfigurationError("style in PINXIT_FILES must be path or virtual.")
        return cls(
            bucket=parts.netloc,
            prefix=parts.path.strip("/"),
            endpoint=wishes.get("endpoint", "").rstrip("/"),
            public=wishes.get("public", "").rstrip("/"),
            region=wishes.get("region", ""),
            virtual=wishes.get("style") == "virtual",
        )
