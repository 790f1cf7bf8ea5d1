"""Writes a pinxit.toml that says what may be set, with what was chosen in force and the rest behind a #."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD = """\
# The settings of pinxit. Environment variables (PINXIT_PORT=8000) win over this file, options of a command over both.
# What stands behind a # is not in force; the server's settings there show what is in force without them.
# `pinxit config` shows what is in force and where it came from. All settings: docs/configuration.md
"""
_SERVER = """
[server]
{host}
{port}
# data = "/var/lib/pinxit"     # keys, jobs and pictures; without it your user data directory
# database = "env:DATABASE_URL"  # postgresql://..., for several servers; without it a file in the data directory
# files = "s3://bucket/prefix"   # where pictures are kept; without it the data directory
# workers = 4                  # processes that draw; without it one for each core
# queue = 16                   # pictures that may wait for a worker while their callers hold a connection
# max_body = 67108864          # bytes of a request
# fetch = true                 # pictures are fetched from the addresses that requests name
# fetch_allow = []             # private hosts that they may be fetched from
# webhooks = true              # callers are told at their addresses when something ends
# public_url = "https://images.example.com"  # where callers find the server
# upstreams = "auto"           # "file": those below alone; "off": none at all
{fallback}
"""
_NO_UPSTREAM = """
# Services that make pictures for this server. Keys: "env:NAME" is taken from the environment, "file:PATH" from a file.
# With GEMINI_API_KEY in the environment there is an upstream "gemini" even if nothing is written here.
# [upstreams.gemini]
# key = "env:GEMINI_API_KEY"
# spend = 50.0                 # dollars that may be spent there
# spend_window = "month"       # or "day"
"""
_UPSTREAMS = """
# Services that make pictures for this server. Keys: "env:NAME" is taken from the environment, "file:PATH" from a file.
"""
_ROUTES = """
# Which upstreams serve a model, and which models stand in when none of them can.
# [models."gemini-2.5-flash-image"]
# backends = [{upstream = "gemini", weight = 3}, {upstream = "spare", model = "its-name-there"}]
# fallback = ["gemini-3.1-flash-image", "pinxit-illustrator"]   # or "none"
# hedge = 0.95                 # ask a second backend when this share of answers came sooner; both are paid
# patience = 300               # seconds for all tries together

# Other names of models.
# [aliases]
# best = "gemini-3-pro-image"
"""
_LOCAL = """
# Open-weights models on this machine; `pinxit models pull NAME` gets one.
{table}
# models = "/mnt/models"       # where they are kept; without it in the data directory
# token = "env:HF_TOKEN"       # for models that their owners give to known users only
# devices = ["cuda:0"]         # where they run; without it every GPU, else the processor
# memory = "12 GB"             # what they may take on each device
{quantise}
# preload = ["z-image-turbo"]  # loaded when the server starts
# safety = true                # pictures are looked at before they are given out
"""


@dataclass(frozen=True, slots=True)
class UpstreamDraft:
    """One upstream to be written: `key` as it shall stand there, such as "env:GEMINI_API_KEY"."""

    name: str
    kind: str
    url: str = ""
    key: str = ""
    project: str = ""
    workflow: str = ""
    spend: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was chosen; None and empty leave pinxit's own values in force."""

    host: str | None = None
    port: int | None = None
    fallback: bool = True
    upstreams: tuple[UpstreamDraft, ...] = ()
    local: bool = False
    """Shall open-weights models run on this machine?"""
    quantise: str | None = None

    def write(self) -> str:
        """The whole file."""
        server = _SERVER.format(
            host=_write_choice("host", self.host, "127.0.0.1", '"0.0.0.0": every machine that reaches this one'),
            port=_write_choice("port", self.port, 8000, "0: any free one"),
            fallback=_write_choice(
                "fallback", None if self.fallback else False, True, "another model may stand in for one out of reach"
            ),
        )
        upstreams = "".join([_UPSTREAMS, *map(_write_upstream, self.upstreams)]) if self.upstreams else _NO_UPSTREAM
        quantise = _write_choice("quantise", self.quantise, "int8", "weights in fewer bits: half the memory")
        local = _LOCAL.format(table="[local]" if self.local else "# [local]", quantise=quantise)
        return f"{_HEAD}{server}{upstreams}{_ROUTES}{local}"


def quote(value: object) -> str:
    """A value as TOML has it."""
    # The escapes of JSON are TOML's, too; DEL is the one sign that TOML alone wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write_choice(name: str, chosen: object, usual: object, why: str) -> str:
    line = f"{name} = {quote(usual if chosen is None else chosen)}"
    return f"{'# ' if chosen is None else ''}{line}".ljust(30) + f" # {why}"


def _write_upstream(upstream: UpstreamDraft) -> str:
    return "\n".join(_list_lines(upstream)) + "\n"


def _list_lines(upstream: UpstreamDraft) -> Iterator[str]:
    yield f"[upstreams.{upstream.name}]"
    yield f"kind = {quote(upstream.kind)}"
    for name in ("url", "key", "project", "workflow"):
        if value := getattr(upstream, name):
            yield f"{name} = {quote(value)}"
    if upstream.spend is not None:
        yield f"spend = {upstream.spend!r}".ljust(30) + " # dollars that may be spent there"
        yield 'spend_window = "month"'.ljust(30) + ' # or "day"'
    else:
        yield "# spend = 50.0".ljust(30) + " # dollars that may be spent there a month"
    yield '# models = ["a-model"]'.ljust(30) + " # without it all that it has"
    yield "# at_once = 64".ljust(30) + " # pictures that it is asked for at the same time"
    yield "# timeout = 180".ljust(30) + " # seconds for one answer"
    yield f"# [upstreams.{upstream.name}.keys]".ljust(30) + " # accounts of single callers, by their key's beginning"
    yield '# "sk-pinxit-AbCdEfGh" = "env:THEIR_KEY"'
