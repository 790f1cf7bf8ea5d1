"""`pinxit fake-upstream`: another service's double on a port, to test against without a key and without cost."""

from __future__ import annotations

import click

_PASTE = """\
The stand-in answers at {url} as Gemini, OpenAI, AUTOMATIC1111 and ComfyUI do  (Ctrl+C stops it)
Its key is {key}. In pinxit.toml:

[upstreams.fake-gemini]
kind = "gemini"
url = "{url}"
key = "{key}"

[upstreams.fake-openai]
kind = "openai"
url = "{url}/v1"
key = "{key}"

curl -s {url}/_control shows its calls. This makes the next two of them fail, the second without an answer:
curl -s {url}/_control -d '{{"next": ["503", "reset body"]}}'"""


@click.command("fake-upstream")
@click.option("--port", type=click.IntRange(0, 65535), default=9000, show_default=True, help="0: any free one.")
@click.option("--key", default="fake-upstream-key", show_default=True, help="What callers must send.")
@click.option(
    "--picture-bytes",
    type=click.IntRange(0, 200_000_000),
    default=0,
    show_default=True,
    help="What each picture weighs at least, such as 1500000.",
)
@click.option(
    "--misbehave",
    multiple=True,
    metavar="WORDS",
    help='What goes wrong with every call, such as "503 x2" or "slow 0.5". May be given again.',
)
@click.option(
    "--mix",
    multiple=True,
    metavar="WORDS=SHARE",
    help='What goes wrong with some calls, such as "reset body=0.02". May be given again.',
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of the dice that --mix throws.")
@click.option(
    "--model", multiple=True, metavar="NAME", help="A further model, served as other servers of OpenAI's API do."
)
@click.option("--words", is_flag=True, help="List everything that can go wrong, and end.")
def fake_upstream(  # limit: one parameter for each option
    port: int,
    key: str,
    picture_bytes: int,
    misbehave: tuple[str, ...],
    mix: tuple[str, ...],
    seed: int,
    model: tuple[str, ...],
    words: bool,
) -> None:
    """Stand in for Gemini, OpenAI, AUTOMATIC1111 and ComfyUI on this machine, and misbehave when told to.

    What is to go wrong can also stand in a prompt, such as "a fox [503 x2]". Without --misbehave and --mix
    all goes well.
    """
    import signal  # noqa: PLC0415
    import threading  # noqa: PLC0415

    from pinxit.testing.upstream import WORDS, Rules, run_upstream  # noqa: PLC0415

    if words:
        width = max(len(word.shown) for word in WORDS)
        for word in WORDS:
            click.echo(f"{word.shown:<{width}}  {word.effect}")
        return
    try:
        with run_upstream(port=port, key=key, picture_bytes=picture_bytes, rules=Rules(models=model)) as upstream:
            upstream.always(*misbehave)
            upstream.mix(dict(map(_read_share, mix)), seed=seed)
            click.echo(_PASTE.format(url=upstream.url, key=key))
            over = threading.Event()
            for end in (signal.SIGINT, signal.SIGTERM):  # a shell starts what it runs beside with Ctrl+C ignored
                signal.signal(end, lambda *_: over.set())
            over.wait()
        click.echo("stopped")
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be opened: {error.strerror}. Give another with --port."
        ) from error


def _read_share(text: str) -> tuple[str, float]:
    words, sign, share = text.rpartition("=")
    try:
        return words, float(share if sign else "")
    except ValueError as error:
        raise ValueError(f'{text!r} has no share: give it as "503=0.05" for one call in twenty.') from error
