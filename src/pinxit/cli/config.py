"""`pinxit config`: which settings are in force, where each came from, and whether they fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from pinxit.cli.columns import clean
from pinxit.cli.context import data_option, find_document, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from pinxit.core.catalog import Catalog
    from pinxit.settings import Settings
    from pinxit.upstreams import Upstream

_BESIDE = {"gateway", "local", "origins"}
_NANO = _GIGA = 10**9
_SIZES = {"memory", "host_memory"}
_FOUND = {*_SIZES, "devices", "threads"}
_AUTOMATIC = "what this machine has"


@click.command()
@data_option
def config(data: Path | None) -> None:
    """Show the settings in force, where each came from, and the ways to models, without starting the server.

    Upstreams that publish their models are asked for them. Secrets are never shown. Exit code 1 where the server would
    not start.
    """
    settings = read_settings(data=data)
    path = find_document().path
    click.echo(f"file  {clean(str(path)) if path else 'none: `pinxit init` writes one'}")
    for line in (*_list_server(settings), *_list_upstreams(settings), *_list_local(settings)):
        click.echo(line)
    catalog, problems = _try(settings)
    if catalog is not None:
        for line in _list_models(catalog):
            click.echo(line)
    for warning in settings.gateway.warnings:
        click.echo(f"note  {warning}")
    for problem in problems:
        click.echo(f"FAIL  {problem}")
    click.echo("pinxit cannot work like this." if problems else "All is well.")
    if problems:
        raise SystemExit(1)


def _list_server(settings: Settings) -> Iterator[str]:
    yield "\n[server]"
    for field in fields(settings):
        if field.name not in _BESIDE:
            value = _show(field.name, getattr(settings, field.name))
            yield _write_row(field.name, value, settings.origins.get(field.name, "default"))


def _list_local(settings: Settings) -> Iterator[str]:
    yield "\n[local]"
    for field in fields(settings.local):
        value = getattr(settings.local, field.name)
        shown = _AUTOMATIC if field.name in _FOUND and not value else _show(field.name, value)
        if field.name in _SIZES and value:
            shown = f"{value / _GIGA:g} GB"
        elif field.name == "loras":
            shown = str(settings.local.lora_folder)
        yield _write_row(field.name, clean(shown), settings.origins.get(f"local.{field.name}", "default"))


def _list_upstreams(settings: Settings) -> Iterator[str]:
    gateway = settings.gateway
    for upstream in gateway.upstreams:
        origins = {
            place.rpartition(".")[2]: origin
            for place, origin in gateway.origins.items()
            if place.startswith(f"upstreams.{upstream.name}.")
        }
        yield f"\n[upstreams.{upstream.name}]"
        yield from _describe(upstream, origins)
        if cap := gateway.caps.get(upstream.name):
            yield _write_row("spend", f"{cap.amount / _NANO:g} dollars a {cap.window}", origins.get("spend", ""))


def _describe(upstream: Upstream, origins: dict[str, str]) -> Iterator[str]:
    yield _write_row("kind", upstream.kind, origins.get("kind", "its name"))
    yield _write_row("key", "set" if upstream.key else "none", origins.get("key", ""))
    for prefix, key in upstream.keys.items():
        yield _write_row(f'keys."{prefix}"', "set" if key else "none", origins.get(prefix, "the settings"))
    for field in fields(upstream):
        value = getattr(upstream, field.name)
        if field.name == "region" and upstream.kind != "vertex":
            continue
        if field.name not in {"name", "kind", "key", "keys"} and value not in ("", (), None):
            yield _write_row(field.name, _show(field.name, value), origins.get(field.name, "default"))


def _list_models(catalog: Catalog) -> Iterator[str]:
    """Every model that is not simply made by one engine: who serves it, and who stands in."""
    lines = []
    for name in catalog:
        entry = catalog.find(name)
        groups = getattr(entry.engine, "groups", ())
        if name == entry.card.name and groups:
            steps = [", ".join(_name_place(place) for place in group.places) for group in groups]
            lines.append(f"{name}  {'; else '.join(steps)}")
    if lines:
        yield "\nmodels that are made elsewhere, and what stands in for them"
        yield from lines
    yield ""


def _name_place(place: Any) -> str:
    return f"{place.model} of {place.engine}"


def _try(settings: Settings) -> tuple[Catalog | None, list[str]]:
    """The catalog as the server begins with it, and why it would not start."""
    from pinxit.assembly import open_workshop  # noqa: PLC0415
    from pinxit.core.errors import PinxitError  # noqa: PLC0415
    from pinxit.workshop import tell_lives  # noqa: PLC0415

    if settings.gateway.problems:
        return None, list(settings.gateway.problems)
    try:
        catalog = open_workshop(settings).studio.catalog
    except PinxitError as error:
        return None, [error.message]
    for warning in tell_lives(catalog):
        click.echo(f"note  {warning}")
    return catalog, []


def _show(name: str, value: Any) -> str:
    """A value as a line has room for it; of a secret only whether there is one."""
    if name in {"secret", "token"}:
        return "set" if value else "not set"
    if name in {"database", "files", "url", "public_url"} and "://" in str(value):
        return _hide_password(str(value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return "not set" if value is None or value == "" else clean(str(value).removesuffix(".0"))


def _hide_password(url: str) -> str:
    """An address without its user, password and query, which may have both, too."""
    try:
        parts = urlsplit(url)
        place = f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    except ValueError:
        return "set"
    return clean(f"{parts.scheme}://{place}{parts.path}")


def _write_row(name: str, value: str, origin: str) -> str:
    return f"{name:<14} {value:<40} {clean(origin)}".rstrip()
