"""`pinxit draw`: one request through the same studio as the server's."""

from __future__ import annotations

import sys
import time
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pinxit.cli.context import read_settings

if TYPE_CHECKING:
    from pinxit.core.images import ImageRequest, OptionValue, Picture, Progress, Source

_SUFFIXES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif", ".svg": "svg"}
_QUALITIES = ["low", "medium", "high", "xhigh", "max"]
_SIZES = "A ratio (16:9), pixels (800x600), a class of resolution (512, 1K, 2K, 4K) or auto."


@click.command()
@click.argument("prompt")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write. [out.png]")
@click.option("--model", default="auto", show_default=True, help="`pinxit models` lists them.")
@click.option("--size", default="auto", show_default=True, help=_SIZES)
@click.option(
    "--strict", is_flag=True, help="Refuse a size that the model cannot make by itself, instead of fitting one."
)
@click.option("--seed", type=int, help="A number; the same one draws the same picture.")
@click.option("--n", type=int, default=1, show_default=True, help="How many, 1 to 10: out-1.png, out-2.png ...")
@click.option(
    "--format", "kind", type=click.Choice(list(dict.fromkeys(_SUFFIXES.values()))), help="Default: by the file's name."
)
@click.option("--quality", type=click.Choice(_QUALITIES), default="high", show_default=True)
@click.option(
    "--image",
    "images",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="A picture to work from: PNG, JPEG, WebP or GIF. May be given several times, in the order that PROMPT means.",
)
@click.option(
    "--mask",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A PNG of the first picture's size: where it is transparent, that picture is made anew.",
)
@click.option("--background", type=click.Choice(["transparent", "opaque", "auto"]), default="auto")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="A wish that only some models know.")
def draw(prompt: str, out: Path | None, kind: str | None, **wishes: Any) -> None:
    """Draw PROMPT into a file, without a server and without a key. With --image it may be "": a variation."""
    import asyncio  # noqa: PLC0415

    kind = kind or _SUFFIXES.get(out.suffix.lower() if out else ".png")
    if kind is None:
        raise click.UsageError(
            f"Cannot tell a format from {out}: name it .png, .jpg, .webp, .gif or .svg, or give --format."
        )
    out = out or Path(f"out.{kind}")
    if not out.parent.is_dir():
        raise click.UsageError(f"There is no directory {out.parent}.")
    request = _make_request(prompt, kind, wishes)
    begun = time.perf_counter()
    pictures = asyncio.run(_draw(request))
    for picture in pictures:
        path = out if request.n == 1 else out.with_name(f"{out.stem}-{picture.index + 1}{out.suffix}")
        _write(path, picture)
        click.echo(f"{path}  {picture.size.width}x{picture.size.height}  seed {picture.seed}")
    click.echo(f"Took {time.perf_counter() - begun:.1f} s.")
    missing = dict.fromkeys(thing for picture in pictures for thing in picture.missing)
    if missing:
        click.echo(f"Could not draw as asked: {', '.join(missing)}.")


def _make_request(prompt: str, kind: str, wishes: dict[str, Any]) -> ImageRequest:
    from pinxit.core.images import Background, Format, ImageRequest, Quality  # noqa: PLC0415
    from pinxit.core.sizes import read_size  # noqa: PLC0415

    size = read_size(wishes["size"])
    mask = wishes["mask"]
    return ImageRequest(
        model=wishes["model"],
        prompt=prompt,
        size=size.size,
        n=wishes["n"],
        quality=Quality(wishes["quality"]),
        format=Format(kind),
        background=Background(wishes["background"]),
        seed=wishes["seed"],
        sources=tuple(_open(path, "image") for path in wishes["images"]),
        mask=_open(mask, "mask") if mask else None,
        tier=size.tier,
        strict=wishes["strict"],
        options=tuple(_read_option(text) for text in wishes["options"]),
    )


def _read_option(text: str) -> tuple[str, OptionValue]:
    """ "steps=30" as a name and a value: true and false, a number, or the words as they stand."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise click.UsageError(f"An option is written NAME=VALUE, not {text!r}.")
    if value in {"true", "false"}:
        return name, value == "true"
    for number in (int, float):
        with suppress(ValueError):
            return name, number(value)
    return name, value


def _open(path: Path, name: str) -> Source:
    from pinxit.core.errors import InvalidRequest  # noqa: PLC0415
    from pinxit.core.images import Source  # noqa: PLC0415

    try:
        return Source(path.read_bytes(), name)
    except OSError as error:
        raise click.UsageError(f"Cannot read {path}: {error.strerror}.") from error
    except InvalidRequest as error:
        raise click.UsageError(f"{path}: {error.message}") from error


async def _draw(request: ImageRequest) -> list[Picture]:
    from pinxit.assembly import use_workshop  # noqa: PLC0415
    from pinxit.core.errors import EngineFailed  # noqa: PLC0415
    from pinxit.core.images import Picture, Progress, Served  # noqa: PLC0415

    pictures: list[Picture] = []
    bar = _Bar(request.n)
    settings = read_settings()
    try:
        async with (
            use_workshop(settings) as workshop,
            aclosing(workshop.studio.stream(request)) as events,
        ):
            async for event in events:
                if isinstance(event, Served) and event.instead:
                    click.echo(f"Made by {event.model} of {event.engine} instead: {event.instead}.", err=True)
                elif isinstance(event, Picture):
                    pictures.append(event)
                elif isinstance(event, Progress):
                    bar.show(event)
    finally:
        bar.clear()
    if len(pictures) != request.n:
        raise EngineFailed(f"The engine made {len(pictures)} of {request.n} pictures.")
    return sorted(pictures, key=lambda picture: picture.index)


def _write(path: Path, picture: Picture) -> None:
    try:
        path.write_bytes(picture.data)
    except OSError as error:
        raise click.UsageError(f"Cannot write {path}: {error.strerror}.") from error


class _Bar:
    """Progress on one line of a terminal; silent where standard error is a pipe or a file."""

    def __init__(self, pictures: int) -> None:
        self._done = [0.0] * pictures
        self._seen = sys.stderr.isatty()

    def show(self, progress: Progress) -> None:
        self._done[progress.index] = max(self._done[progress.index], progress.fraction)
        if self._seen:
            share = sum(self._done) / len(self._done)
            bar = "█" * round(24 * share)
            click.echo(f"\r\x1b[K{bar:░<24} {share:4.0%}  {progress.stage}", nl=False, err=True)

    def clear(self) -> None:
        if self._seen:
            click.echo("\r\x1b[K", nl=False, err=True)
