"""`pinxit init`: a few questions, and a file of settings that says what else there is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from pinxit.cli import machine
from pinxit.cli.context import list_variables

if TYPE_CHECKING:
    from pinxit.settings.draft import UpstreamDraft

_KEYS = {"gemini": "GEMINI_API_KEY", "openai": "OPENAI_API_KEY", "azure": "AZURE_OPENAI_API_KEY"}
_URLS = {
    "openai": "https://api.openai.com/v1",
    "azure": "",
    "automatic1111": "http://127.0.0.1:7860",
    "comfyui": "http://127.0.0.1:8188",
}
_PUBLIC = "https://api.openai.com"
_NONE = "none"
_PAID = {"gemini", "vertex", "openai", "azure"}
_PORT = 8000


@click.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default="pinxit.toml", show_default=True)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--yes", is_flag=True, help="Ask nothing: what is not given as an option stays as pinxit has it.")
@click.option(
    "--upstream",
    "upstreams",
    multiple=True,
    metavar="KIND[=URL]",
    help="gemini, vertex, openai, azure, automatic1111 or comfyui. May be given several times.",
)
@click.option("--project", default="", help="Of Vertex AI.")
@click.option("--workflow", default="", help="Of ComfyUI: a workflow that was saved in the API format.")
@click.option("--spend", type=click.FloatRange(0, 10**9), help="Dollars a month that may be spent at each upstream.")
@click.option("--host", help="Address to listen on; 0.0.0.0 for every machine that reaches this one.")
@click.option("--port", type=click.IntRange(0, 65535))
@click.option("--fallback/--no-fallback", default=None, help="May another model stand in for one out of reach?")
@click.option("--local/--no-local", default=None, help="Run open-weights models on this machine?")
@click.option("--store-keys", is_flag=True, help="Write keys that are in the environment into the file itself.")
def init(out: Path, *, force: bool, yes: bool, store_keys: bool, **wishes: Any) -> None:
    """Write a commented pinxit.toml. Keys are named in it (env:GEMINI_API_KEY) and not written, unless you ask."""
    from pinxit.settings.draft import Draft  # noqa: PLC0415

    if out.exists() and not force:
        raise click.UsageError(f"{out} is there already: give --force to write over it, or --out for another.")
    environment = list_variables()
    chosen = _Wishes(**wishes)
    if not yes:
        chosen = _ask(chosen, environment)
    keys = environment if store_keys else {}
    upstreams = [_draft(text, chosen, keys) for text in chosen.upstreams or _list_usual(environment)]
    advice = next(machine.advise_here(), None) if chosen.local else None
    draft = Draft(
        chosen.host,
        chosen.port,
        chosen.fallback is not False,
        _number(upstreams),
        local=bool(chosen.local),
        quantise="int8" if advice and advice.reduced else None,
    )
    text = draft.write()
    _check(text, out)
    _write(out, text, force=force)
    click.echo(f"Wrote {out}.")
    for upstream in draft.upstreams:
        variable = upstream.key.removeprefix("env:")
        if upstream.key.startswith("env:") and not environment.get(variable):
            click.echo(f"Set {variable} in the environment of the server: the key of {upstream.name} is taken from it.")
    if chosen.local:
        _tell_next(advice)
    click.echo("Look at what is in force with `pinxit config`, then start `pinxit serve`.")


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was chosen; None where nothing was."""

    upstreams: tuple[str, ...]
    project: str
    workflow: str
    spend: float | None
    host: str | None
    port: int | None
    fallback: bool | None
    local: bool | None


def _ask(given: _Wishes, environment: Mapping[str, str]) -> _Wishes:
    """What was not given as an option, asked for on the terminal."""
    upstreams = given.upstreams or tuple(_ask_upstreams(environment))
    kinds = {text.partition("=")[0] for text in upstreams}
    project, workflow, spend, fallback = given.project, given.workflow, given.spend, given.fallback
    if "vertex" in kinds and not project:
        project = click.prompt("Project of Vertex AI")
    if "comfyui" in kinds and not workflow:
        workflow = click.prompt("File of the ComfyUI workflow, saved in the API format")
    if kinds & _PAID and spend is None:
        spend = (
            click.prompt("Dollars a month that may be spent at each, 0 for no limit", type=float, default=0.0) or None
        )
    if kinds and fallback is None:
        fallback = click.confirm("May another model stand in when a service is out of reach?", default=True)
    local = given.local
    if local is None and machine.could_paint():
        local = click.confirm("Shall open-weights models run on this machine?", default=False)
    host, port = given.host, given.port
    if host is None and click.confirm("Shall other machines reach this server?", default=False):
        host = "0.0.0.0"  # noqa: S104  (asked for)
    if port is None:
        port = click.prompt("Port", type=click.IntRange(0, 65535), default=_PORT)
    return _Wishes(upstreams, project, workflow, spend, host, None if port == _PORT else port, fallback, local)


def _ask_upstreams(environment: Mapping[str, str]) -> Iterator[str]:
    from pinxit.upstreams import Kind  # noqa: PLC0415

    kinds = [*get_args(Kind), _NONE]
    usual = "gemini" if environment.get("GEMINI_API_KEY") or environment.get("GOOGLE_API_KEY") else _NONE
    click.echo("The embedded illustrator needs nothing. Other services may make pictures, too.")
    while True:
        kind = click.prompt("Which service", type=click.Choice(kinds), default=usual)
        if kind == _NONE:
            return
        usual = _NONE
        yield f"{kind}={click.prompt('Its address', default=_URLS[kind] or None)}" if kind in _URLS else kind


def _tell_next(advice: machine.Advice | None) -> None:
    from pinxit.engines import tell_lack  # noqa: PLC0415

    if lack := tell_lack():
        click.echo(lack)
    if advice:
        click.echo(f"Get {advice.facts.name}, which suits this machine: pinxit models pull {advice.facts.name}")
    else:
        click.echo("Get a model: pinxit models pull NAME; `pinxit models list` shows what there is.")


def _list_usual(environment: Mapping[str, str]) -> tuple[str, ...]:
    key = environment.get("GEMINI_API_KEY", "").strip()
    return ("gemini",) if key and not key.startswith("sk-pinxit-") else ()


def _draft(text: str, chosen: _Wishes, keys: Mapping[str, str]) -> UpstreamDraft:
    from pinxit.settings.draft import UpstreamDraft  # noqa: PLC0415
    from pinxit.upstreams import Kind  # noqa: PLC0415

    kind, _, url = text.partition("=")
    if kind not in get_args(Kind):
        raise click.UsageError(f"--upstream takes {', '.join(get_args(Kind))}, not {kind[:20]!r}.")
    url = (url or _URLS.get(kind, "")).rstrip("/")
    if kind == "azure" and not url:
        raise click.UsageError("--upstream azure=URL needs the address of your resource.")
    variable = _KEYS.get(kind, "")
    if kind == "openai" and not url.startswith(_PUBLIC):
        variable = ""  # a server of one's own has no key of OpenAI's to get
    key = keys.get(variable, "") or (f"env:{variable}" if variable else "")
    return UpstreamDraft(
        kind,
        kind,
        url="" if kind == "openai" and url.startswith(_PUBLIC) else url,
        key=key,
        project=chosen.project if kind == "vertex" else "",
        workflow=chosen.workflow if kind == "comfyui" else "",
        spend=chosen.spend if kind in _PAID else None,
    )


def _number(upstreams: list[UpstreamDraft]) -> tuple[UpstreamDraft, ...]:
    """The same, with different names: openai, openai-2."""
    seen: dict[str, int] = {}
    named = []
    for upstream in upstreams:
        seen[upstream.name] = count = seen.get(upstream.name, 0) + 1
        named.append(upstream if count == 1 else replace(upstream, name=f"{upstream.name}-{count}"))
    return tuple(named)


def _check(text: str, out: Path) -> None:
    """Nothing is written that could not be read. Raises SettingError."""
    from pinxit.settings import Document, Settings  # noqa: PLC0415

    Settings.read({}, Document(out.absolute(), text))


def _write(out: Path, text: str, *, force: bool) -> None:
    """A file for its owner alone from its first byte on; an older one is there until the new one is whole."""
    first = out.with_name(f"{out.name}.{os.getpid()}") if force else out
    try:
        with os.fdopen(os.open(first, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        first.replace(out)
    except OSError as error:
        raise click.UsageError(f"Cannot write {out}: {error.strerror}.") from error
