"""`pinxit serve`: the server, and a key on the first start."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from pinxit.cli.context import data_option, read_settings
from pinxit.heap import hold_freed_memory
from pinxit.settings import Settings

_CURL = """\
curl -s {url}/v1/images/generations \\
  -H 'Authorization: Bearer {secret}' \\
  -H 'Content-Type: application/json' \\
  -d '{{"model": "auto", "prompt": "A red fox reading a newspaper on a park bench", "size": "16:9"}}' \\
  | python3 -c "import base64, json, sys; open('fox.png', 'wb').write(base64.b64decode(\
json.load(sys.stdin)['data'][0]['b64_json']))"
"""


@click.command()
@click.option("--host", help="Address to listen on. Default: PINXIT_HOST, else 127.0.0.1 (this machine only).")
@click.option("--port", type=int, help="Port to listen on, 0 for any free one. Default: PINXIT_PORT, else 8000.")
@click.option(
    "--grace",
    type=click.IntRange(0),
    metavar="SECONDS",
    help="What requests in work get when the server is told to stop. Default: PINXIT_GRACE, else 20.",
)
@data_option
def serve(host: str | None, port: int | None, grace: int | None, data: Path | None) -> None:
    """Serve the image API. The first start makes a key and prints it once.

    Ctrl+C and SIGTERM finish what is in work first; the same again stops at once.
    """
    import asyncio  # noqa: PLC0415

    from pinxit.assembly import assemble  # noqa: PLC0415

    settings = read_settings(host=host, port=port, grace=grace, data=data)
    hold_freed_memory()
    app = assemble(settings)
    listener = open_listener(settings.host, settings.port)
    url = name_url(settings.host, listener.getsockname()[1])
    click.echo(f"pinxit serves {url}  (Ctrl+C stops it)")
    asyncio.run(greet(settings, url))
    from pinxit.web.server import run_server  # noqa: PLC0415

    run_server(app, listener, settings.grace)


async def greet(settings: Settings, url: str) -> None:
    """Make the first key where none was ever kept, and show it with a command that can be pasted."""
    from pinxit.assembly import open_storage  # noqa: PLC0415
    from pinxit.core.access import make_key  # noqa: PLC0415

    secret, key = make_key("first")
    async with open_storage(settings) as storage:
        if await storage.ring.add(key, only_first=True):
            click.echo(f"\nYour API key, shown this once:\n\n  {secret}\n\nTry it; this writes fox.png:\n")
            click.echo(_CURL.format(url=url, secret=secret))
        elif not any(known.active for known in await storage.ring.list_keys()):
            click.echo("Every key is revoked: nobody can draw until `pinxit keys create` makes one.")


def open_listener(host: str, port: int) -> socket.socket:
    """A listening socket, bound before anything is promised. Raises UsageError where that fails."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(2048)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise click.UsageError(f"Cannot listen on {host} port {port}: {reason}. Try another --port.") from error
    return listener


def name_url(host: str, port: int) -> str:
    """The URL that a client on this machine uses."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    return f"http://{f'[{shown}]' if ':' in shown and not shown.startswith('[') else shown}:{port}"
