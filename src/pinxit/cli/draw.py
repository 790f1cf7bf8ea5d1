"""`pinxit draw`: one request through the same studio as the server's."""

from __future__ import annotations

import sys
import time
from contextlib import aclosing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pinxit.cli.context import list_variables, read_settings

if TYPE_CHECKING:
    from pinxit.cli.progress import Screen
    from pinxit.core.engine import ModelCard
    from pinxit.core.images import ImageRequest, OptionValue, Picture, Source
    from pinxit.settings import Settings
    from pinxit.workshop import Workshop

_SUFFIXES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".gif": "gif", ".svg": "svg"}
_QUALITIES = ["low", "medium", "high", "xhigh", "max"]
_INTERRUPTED = 130  # what a shell says of a command that Ctrl+C ended
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
@click.option(
    "--previews/--no-previews", default=None, help="Show pictures while they are made? Default: where a terminal can."
)
def draw(prompt: str, out: Path | None, kind: str | None, previews: bool | None, **wishes: Any) -> None:
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
    try:
        pictures = asyncio.run(_draw(request, _make_screen(request.n, previews)))
    except KeyboardInterrupt:
        click.echo("Stopped; nothing was written.", err=True)
        raise SystemExit(_INTERRUPTED) from None
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


def _make_screen(pictures: int, previews: bool | None) -> Screen:
    from pinxit.cli.progress import Screen  # noqa: PLC0415

    if previews is False or not sys.stderr.isatty():
        return Screen(pictures, sys.stderr)
    from pinxit.cli.previews import choose_painter, measure_cell  # noqa: PLC0415  (numpy takes a while)

    painter = choose_painter(list_variables(), previews, measure_cell(sys.stderr.fileno()))
    return Screen(pictures, sys.stderr, painter)


async def _draw(request: ImageRequest, screen: Screen) -> list[Picture]:
    from pinxit.assembly import use_workshop  # noqa: PLC0415
    from pinxit.core.errors import EngineFailed  # noqa: PLC0415
    from pinxit.core.images import Partial, Picture, Progress, Served  # noqa: PLC0415

    pictures: list[Picture] = []
    settings = read_settings()
    with screen.watch():
        async with use_workshop(settings) as workshop:
            card = _find_card(settings, workshop, request.model)
            # A service elsewhere wants money for each of them.
            wish = replace(request, partials=card.partials if screen.paints and not card.remote else 0)
            async with aclosing(workshop.studio.stream(wish)) as events:
                async for event in events:
                    if isinstance(event, Served) and event.instead:
                        screen.say(f"Made by {event.model} of {event.engine} instead: {event.instead}.")
                    elif isinstance(event, Picture):
                        pictures.append(event)
                    elif isinstance(event, Partial):
                        screen.preview(event)
                    elif isinstance(event, Progress):
                        screen.show(event)
            screen.clear()  # what is closed now may take a moment
    if len(pictures) != request.n:
        raise EngineFailed(f"The engine made {len(pictures)} of {request.n} pictures.")
    return sorted(pictures, key=lambda picture: picture.index)


def _find_card(settings: Settings, workshop: Workshop, model: str) -> ModelCard:
    """Raises UnknownModel, and EngineMissing for one that is on this machine and cannot be used."""
    from pinxit.core.errors import EngineMissing, UnknownModel  # noqa: PLC0415
    from pinxit.gateway import tell_absence  # noqa: PLC0415

    try:
        return workshop.studio.catalog.find(model).card
    except UnknownModel:
        if absence := tell_absence(settings, model):
            raise EngineMissing(absence) from None
        raise


def _write(path: Path, picture: Picture) -> None:
    try:
        path.write_bytes(picture.data)
    except OSError as error:
        raise click.UsageError(f"Cannot write {path}: {error.strerror}.") from error
