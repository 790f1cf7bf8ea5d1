"""`pinxit keys`: make, list and revoke."""

from __future__ import annotations

import time
from pathlib import Path

import click

from pinxit.cli.context import data_option, read_settings


@click.group()
def keys() -> None:
    """Create, list and revoke API keys."""


@keys.command()
@click.option("--name", default="unnamed", show_default=True, help="Whose it is or what it is for.")
@data_option
def create(name: str, data: Path | None) -> None:
    """Create a key and print it, this once."""
    from pinxit.assembly import open_ring  # noqa: PLC0415
    from pinxit.core.access import make_key  # noqa: PLC0415

    secret, key = make_key(name)
    open_ring(read_settings(data=data)).add(key)
    click.echo(secret)
    click.echo("Keep it: only its hash is stored. A running server knows it already.", err=True)


@keys.command(name="list")
@data_option
def list_(data: Path | None) -> None:
    """List keys by prefix; the keys themselves are stored nowhere."""
    from pinxit.assembly import open_ring  # noqa: PLC0415

    kept = open_ring(read_settings(data=data)).list_keys()
    if not kept:
        click.echo("No keys yet: `pinxit keys create` makes one.", err=True)
        return
    click.echo(f"{'PREFIX':<20} {'NAME':<24} {'CREATED':<17} STATE")
    for key in kept:
        state = "active" if key.revoked is None else f"revoked {_show_time(key.revoked)}"
        click.echo(f"{key.prefix + '…':<20} {key.name:<24} {_show_time(key.created):<17} {state}")


@keys.command()
@click.argument("prefix")
@data_option
def revoke(prefix: str, data: Path | None) -> None:
    """Revoke the key that begins with PREFIX; it stops working at once."""
    from pinxit.assembly import open_ring  # noqa: PLC0415

    key = open_ring(read_settings(data=data)).revoke(prefix.rstrip("…"), time.time())
    click.echo(f"Revoked {key.prefix}… ({key.name}).")


def _show_time(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))
