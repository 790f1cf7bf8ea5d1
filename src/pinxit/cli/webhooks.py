"""`pinxit webhooks`: make, list and delete the webhooks of keys, and read the secret that signs for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pinxit.cli.columns import clean
from pinxit.cli.context import data_option, read_settings, use_storage
from pinxit.core.errors import InvalidRequest, NotFound

if TYPE_CHECKING:
    from pinxit.assembly import Storage
    from pinxit.core.archive import Key
    from pinxit.core.hooks import Webhook
    from pinxit.settings import Settings

_key_option = click.option("--key", "prefix", required=True, help="The first characters of the key whose it is.")


@click.group()
def webhooks() -> None:
    """Addresses that are told when a key's jobs and batches end."""


@webhooks.command()
@_key_option
@click.option("--url", required=True, help="The https address that is told.")
@click.option("--event", "events", multiple=True, help="image.job.completed, batch.failed, ...; repeatable. All: none.")
@data_option
def create(prefix: str, url: str, events: tuple[str, ...], data: Path | None) -> None:
    """Make a webhook and print its secret, this once."""
    settings = read_settings(data=data)

    async def work(storage: Storage) -> Webhook:
        from pinxit.assembly import open_hooks  # noqa: PLC0415

        owner = await _find_key(storage, prefix)
        return await open_hooks(settings, storage).register(owner.prefix, url, events)

    made = use_storage(settings, work)
    click.echo(made.secret)
    click.echo(f"Keep it: it proves that a message is from this server. The webhook is {made.id}.", err=True)


@webhooks.command(name="list")
@click.option("--key", "prefix", help="The first characters of one key. Default: all keys.")
@data_option
def list_(prefix: str | None, data: Path | None) -> None:
    """List webhooks, never their secrets."""
    found = _list(read_settings(data=data), prefix)
    if not found:
        click.echo("No webhooks yet: `pinxit webhooks create` makes one.", err=True)
        return
    # Nothing is cut: ids and addresses are there to be copied.
    click.echo(f"{'ID':<19}  {'KEY':<19}  {'STATE':<8}  URL")
    for webhook in found:
        wanted = f"  ({', '.join(webhook.events)})" if webhook.events else ""
        click.echo(f"{webhook.id:<19}  {webhook.owner}…  {_tell_state(webhook):<8}  {clean(webhook.url)}{wanted}")


@webhooks.command()
@click.argument("id")
@data_option
def delete(id: str, data: Path | None) -> None:
    """Forget the webhook ID; messages on their way to it are given up."""
    settings = read_settings(data=data)

    async def work(storage: Storage) -> Webhook:
        from pinxit.assembly import open_hooks  # noqa: PLC0415

        hooks = open_hooks(settings, storage)
        for key in await storage.ring.list_keys():
            for webhook in await hooks.store.list_webhooks(key.prefix):
                if webhook.id == id:
                    await hooks.remove(id, key.prefix)
                    return webhook
        raise NotFound(f"There is no webhook {id[:60]!r}; `pinxit webhooks list` shows them.")

    gone = use_storage(settings, work)
    click.echo(f"Deleted {gone.id} ({clean(gone.url)}).")


@webhooks.command()
@_key_option
@data_option
def secret(prefix: str, data: Path | None) -> None:
    """Print what signs messages to addresses that only a request of this key named."""
    settings = read_settings(data=data)

    async def work(storage: Storage) -> str:
        from pinxit.assembly import open_hooks  # noqa: PLC0415

        owner = await _find_key(storage, prefix)
        return await open_hooks(settings, storage).store.find_secret(owner.prefix)

    click.echo(use_storage(settings, work))


def _list(settings: Settings, prefix: str | None) -> list[Webhook]:
    async def work(storage: Storage) -> list[Webhook]:
        from pinxit.assembly import open_hooks  # noqa: PLC0415

        store = open_hooks(settings, storage).store
        owners = await storage.ring.list_keys() if prefix is None else [await _find_key(storage, prefix)]
        return [webhook for owner in owners for webhook in await store.list_webhooks(owner.prefix)]

    return use_storage(settings, work)


async def _find_key(storage: Storage, prefix: str) -> Key:
    """The one key that begins so; a whole secret is understood too."""
    wanted = prefix.rstrip("…")
    found = [
        key for key in await storage.ring.list_keys() if key.prefix.startswith(wanted) or wanted.startswith(key.prefix)
    ]
    if not wanted or not found:
        raise NotFound(f"No key begins with {wanted[:18]!r}; `pinxit keys list` shows them.")
    if len(found) > 1:
        raise InvalidRequest(f"{len(found)} keys begin with {wanted[:18]!r}; give more of it.", param="key")
    return found[0]


def _tell_state(webhook: Webhook) -> str:
    return "enabled" if webhook.disabled is None else "disabled"
