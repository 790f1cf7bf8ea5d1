"""`pinxit models`: what is served, and the open weights on this machine: pull, add, list, info, remove."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pinxit.cli.columns import WIDTH, clean, write_table
from pinxit.cli.context import data_option, read_settings

if TYPE_CHECKING:
    from pinxit.core.catalog import Catalog
    from pinxit.weights import Facts, Installed, Shelf
    from pinxit.weights.fetching import Watch
    from pinxit.weights.store import Entry

_T = TypeVar("_T")
_INTERRUPTED = 130  # what a shell says of a command that Ctrl+C ended


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List the models that are served; with a command below, manage open weights on this machine."""
    if context.invoked_subcommand is None:
        _list_served()


def _take_facts(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say of a model what its files do not."""
    for option in (
        click.option("--side", type=click.IntRange(16, 8192), help="Side of the square that it was trained on."),
        click.option("--guidance", type=click.FloatRange(0, 50), help="Its usual guidance; 0: it needs none."),
        click.option("--steps", type=click.IntRange(1, 1000), help="Its usual steps."),
        click.option("--title", help="What lists call it."),
    ):
        command = option(command)
    return command


@models.command()
@click.argument("model", metavar="NAME|OWNER/REPOSITORY")
@click.option("--name", default="", help="Under which name. Default: its short name, or the repository's.")
@click.option("--revision", default="", help="A commit, tag or branch. Default: the pinned one, else the newest.")
@data_option
def pull(model: str, name: str, revision: str, data: Path | None) -> None:
    """Pull a model from the hub; what was begun is resumed, and every file is checked.

    `pinxit models list` shows the short names."""
    from pinxit.weights.pull import Wish  # noqa: PLC0415

    shelf = _open_shelf(data)
    _tell_pulled(_pull(shelf, Wish(model, name, revision)))


@models.command()
@click.argument("name")
@click.option(
    "--path", type=click.Path(path_type=Path), help="A folder as diffusers saves it, or one .safetensors file."
)
@click.option("--hub", default="", metavar="OWNER/REPOSITORY", help="A repository: it is pulled under this name.")
@click.option("--revision", default="", help="With --hub: a commit, tag or branch.")
@click.option(
    "--parts",
    type=click.Path(path_type=Path, file_okay=False),
    help="With a single file: a folder with what it lacks. Default: a model on the shelf, or pulled configurations.",
)
@_take_facts
@data_option
def add(name: str, path: Path | None, hub: str, revision: str, parts: Path | None, **given: Any) -> None:
    """Add a model of your own under NAME: a folder or file that stays where it is, or any repository of the hub."""
    from pinxit.weights.pull import Wish  # noqa: PLC0415

    if (path is None) == (not hub):
        raise click.UsageError("Say where it is: --path FOLDER or FILE, or --hub OWNER/REPOSITORY.")
    if path is not None and revision:
        raise click.UsageError("--revision goes with --hub.")
    shelf = _open_shelf(given.pop("data"))
    known = {key: value for key, value in given.items() if value is not None}
    if path is None:
        _tell_pulled(_pull(shelf, Wish(hub, name, revision, known)))
        return
    from pinxit.weights.adding import Parts, add_path  # noqa: PLC0415

    lacking = Parts(parts, lambda repository: _pull_configs(shelf, repository))
    installed, notes = add_path(shelf, name, path, known, lacking)
    for note in notes:
        click.echo(f"Note: {note}", err=True)
    click.echo(f"{installed.name} is on the shelf: {installed.facts.title}, {installed.facts.pipeline}.")
    _tell_next(installed)


@models.command(name="list")
@data_option
def list_(data: Path | None) -> None:
    """List the models on this machine, and those that can be pulled by a short name."""
    from pinxit.weights.known import list_known  # noqa: PLC0415
    from pinxit.weights.pull import write_size  # noqa: PLC0415

    shelf = _open_shelf(data)
    entries = shelf.list_entries()
    if entries:
        click.echo(f"On this machine ({shelf.root}):")
        rows = [(entry.installed.facts, _tell_state(entry)) for entry in entries]
        _echo_table("STATE", rows)
        click.echo()
    for left in shelf.list_unfinished():
        size = write_size(left.size)
        click.echo(f"Begun, {size} so far: {left.repository}. `pinxit models pull` goes on, `remove` deletes it.\n")
    there = {entry.installed.facts.hub for entry in entries}
    click.echo("To be had by `pinxit models pull NAME`:")
    _echo_table("TERMS", [(facts, _tell_terms(facts)) for facts in list_known() if facts.hub not in there])
    click.echo(
        "\nAny other model of diffusers: pinxit models pull OWNER/REPOSITORY, or pinxit models add NAME --path ..."
    )


@models.command()
@click.argument("name")
@data_option
def info(name: str, data: Path | None) -> None:
    """Show what is known of a model, whether it is on this machine or not."""
    from pinxit.core.errors import UnknownModel  # noqa: PLC0415
    from pinxit.weights.known import find_known  # noqa: PLC0415

    shelf = _open_shelf(data)
    entry: Entry | None = None
    try:
        entry = shelf.look_up(name)
    except UnknownModel:
        if find_known(name) is None:
            raise
    facts = entry.installed.facts if entry else find_known(name)
    if facts is not None:
        for line in _describe(facts, entry):
            click.echo(line)


@models.command()
@click.argument("name")
@data_option
def remove(name: str, data: Path | None) -> None:
    """Take a model off the shelf. Files that were pulled for it are deleted; those that were added by path stay.

    OWNER/REPOSITORY deletes what a pull of it left that was broken off."""
    from pinxit.weights.pull import write_size  # noqa: PLC0415

    shelf = _open_shelf(data)
    freed = _forget_unfinished(shelf, name)
    if freed is not None:
        click.echo(f"What had come of {name} is deleted, and {write_size(freed)} are free again.")
        return
    removed = shelf.remove(name)
    if removed.kept is not None:
        click.echo(f"{removed.name} is off the shelf. Its files stay in {removed.kept}.")
    else:
        click.echo(f"{removed.name} is removed, and {write_size(removed.freed)} are free again.")
    click.echo("A server that runs on the same data forgets it in a few seconds.", err=True)


def _forget_unfinished(shelf: Shelf, name: str) -> int | None:
    """Delete what is left of a pull, where `name` is its repository, or the short name of a model that is not here."""
    from pinxit.weights.known import find_known  # noqa: PLC0415
    from pinxit.weights.pull import forget  # noqa: PLC0415

    known = None if any(name == entry.installed.name for entry in shelf.list_entries()) else find_known(name)
    repository = known.hub if known else name
    if all(left.repository != repository for left in shelf.list_unfinished()):
        return None
    return forget(shelf, repository)


def _list_served() -> None:
    import asyncio  # noqa: PLC0415

    from pinxit.assembly import use_workshop  # noqa: PLC0415

    async def look() -> Catalog:
        async with use_workshop(read_settings()) as workshop:
            return workshop.studio.catalog

    catalog = asyncio.run(look())
    for name in catalog:
        entry = catalog.find(name)
        served = entry.card.title if name == entry.card.name else f"served by {entry.card.name}"
        click.echo(f"{name:<36} {served}  ({entry.engine.name})")


def _open_shelf(data: Path | None) -> Shelf:
    from pinxit.weights import Shelf  # noqa: PLC0415

    return Shelf(read_settings(data=data).local)


def _pull(shelf: Shelf, wish: Any) -> Installed:
    from pinxit.weights.pull import Puller  # noqa: PLC0415

    return _watch(lambda watch: Puller(shelf, watch).pull(wish))


def _pull_configs(shelf: Shelf, repository: str) -> Path:
    from pinxit.weights.pull import Puller  # noqa: PLC0415

    click.echo(f"The configurations of its parts are pulled from {repository}.", err=True)
    return _watch(lambda watch: Puller(shelf, watch).pull_configs(repository))


def _watch(work: Callable[[Watch], _T]) -> _T:
    from pinxit.cli.pulling import PullLine  # noqa: PLC0415

    try:
        with PullLine() as line:
            return work(line)
    except KeyboardInterrupt:
        click.echo("\nStopped. What has come is kept: the same command goes on from there.", err=True)
        raise SystemExit(_INTERRUPTED) from None


def _tell_pulled(installed: Installed) -> None:
    from pinxit.weights.pull import write_size  # noqa: PLC0415

    facts = installed.facts
    click.echo(f"{facts.name} is here: {facts.title}, {write_size(facts.disk)}, every file checked.")
    _tell_next(installed)


def _tell_next(installed: Installed) -> None:
    click.echo(f'Next: pinxit draw --model {installed.name} "a fox in the snow"', err=True)
    click.echo("A server that runs on the same data serves it in a few seconds.", err=True)


def _echo_table(last: str, models: Sequence[tuple[Facts, str]]) -> None:
    from pinxit.weights.pull import write_size  # noqa: PLC0415

    def size(count: int) -> str:
        return write_size(count) if count else "?"

    rows = (
        (facts.name, facts.licence or "not named", told, size(facts.disk), size(facts.memory), str(facts.steps))
        for facts, told in models
    )
    for line in write_table(("NAME", "LICENCE", last, "DISK", "MEMORY", "STEPS"), rows, words=3):
        click.echo(f"  {line}")


def _tell_state(entry: Entry) -> str:
    if not os.path.exists(entry.installed.path):
        return "files gone"
    return "pulled" if entry.pulled else "added"


def _tell_terms(facts: Facts) -> str:
    words = [] if facts.commercial else ["not commercial"]
    return ", ".join(words + (["log in"] if facts.gated else []))


def _describe(facts: Facts, entry: Entry | None) -> Iterator[str]:
    from pinxit.weights.pull import write_size  # noqa: PLC0415

    yield f"{facts.name}  {clean(facts.title)}"
    edits = [f"up to {facts.sources} pictures, told what to change" if facts.instructs else "from a picture"]
    edits += ["masks"] if facts.masks else []
    guidance = f", {facts.guidance_name} {facts.guidance:g}" if facts.guidance else ", no guidance"
    terms = "commercial use allowed" if facts.commercial else "commercial use forbidden or limited: read it"
    licence = f"{clean(facts.licence)}; {terms}" if facts.licence else "not named: ask its owner"
    told: Mapping[str, str] = {
        "state": _tell_place(entry) if entry else f"not here: pinxit models pull {facts.name}",
        "hub": f"{facts.hub} {facts.revision or '(the newest commit)'}" if facts.hub else "",
        "licence": licence + ("; its owner wants you to log in" if facts.gated else ""),
        "size": write_size(facts.disk) if facts.disk else "",
        "memory": f"{write_size(facts.memory)} for its weights in 16 bits" if facts.memory else "",
        "pipeline": clean(facts.pipeline) + (f", variant {clean(facts.variant)}" if facts.variant else ""),
        "sizes": f"{facts.side}x{facts.side}; sides {facts.smallest} to {facts.largest}, by {facts.multiple}",
        "steps": f"{facts.steps}, at most {facts.most_steps}{guidance}",
        "edits": ", ".join(edits) if facts.sources else "none",
        "negative": "heeds a negative prompt" if facts.negative else "",
        "also": ", ".join(facts.aliases),
    }
    for name, fact in told.items():
        if fact:
            yield from textwrap.wrap(f"{name:<9} {fact}", WIDTH, initial_indent="  ", subsequent_indent=" " * 12)


def _tell_place(entry: Entry) -> str:
    if not os.path.exists(entry.installed.path):
        return f"its files are gone from {entry.installed.path}"
    return f"{'pulled to' if entry.pulled else 'added from'} {entry.installed.path}"
