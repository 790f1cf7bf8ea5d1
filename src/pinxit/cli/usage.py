"""`pinxit usage`: what was made, refused and paid for, from the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pinxit.cli.columns import write_table
from pinxit.cli.context import data_option, read_settings, use_storage
from pinxit.cli.keys import pick_key
from pinxit.core.errors import InvalidRequest

if TYPE_CHECKING:
    from pinxit.assembly import Storage
    from pinxit.core.usage import Grouping, Selection, Tally

_PAGE = 5000  # lines of the ledger that are in memory at once
_HEADS = ("PICTURES", "CACHED", "REFUSED", "FAILED", "CANCELLED", "TOKENS", "USD", "SECONDS")


@click.command()
@click.option(
    "--by",
    type=click.Choice(["key", "model", "day", "outcome", "route"]),
    default="key",
    show_default=True,
    help="What to add up.",
)
@click.option("--since", help="The first day, as 2026-11-01 (UTC).")
@click.option("--until", help="The last day.")
@click.option("--key", "prefix", help="Only of the key that begins so.")
@click.option("--csv", "form", flag_value="csv", help="Print a sheet (RFC 4180).")
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--lines", is_flag=True, help="Print the ledger itself as a sheet, a line for each picture and refusal.")
@data_option
def usage(  # limit: the options of a command
    by: str, since: str | None, until: str | None, prefix: str | None, form: str | None, lines: bool, data: Path | None
) -> None:
    """Tell what was made, refused, failed and paid for.

    Money is exact. Every request's seconds count once. With --csv and --lines names that a spreadsheet would take for
    formulas begin with an apostrophe."""
    from pinxit.core.usage import Grouping  # noqa: PLC0415

    async def work(storage: Storage) -> None:
        keys = await storage.ring.list_keys()
        selection = _select(pick_key(keys, prefix).prefix if prefix is not None else None, since, until)
        if lines:
            await _print_lines(storage, selection)
            return
        names = {key.prefix: key.name for key in keys} if by == "key" else None
        tallies = await storage.usage.add_up(Grouping(by), selection)
        _print(Grouping(by), tallies, names, form)

    try:
        use_storage(read_settings(data=data), work)
    except BrokenPipeError:
        raise  # whoever read it has seen enough
    except OSError as error:
        raise click.ClickException(f"The output cannot be written: {error.strerror}.") from error


def _select(key: str | None, since: str | None, until: str | None) -> Selection:
    from pinxit.core.usage import select  # noqa: PLC0415

    try:
        return select(key, since, until)
    except InvalidRequest as error:
        raise click.BadParameter(error.message, param_hint=f"--{error.param}") from error


async def _print_lines(storage: Storage, selection: Selection) -> None:
    """The whole ledger, page by page: it may be larger than the memory."""
    from pinxit.core.archive import Line  # noqa: PLC0415
    from pinxit.core.sheets import describe_line, write_sheet  # noqa: PLC0415

    blank = describe_line(0, Line(0.0, "", "", None, "", "", "", None, ""))
    click.echo(write_sheet([list(blank)]).encode(), nl=False)
    after = 0
    while page := await storage.usage.list_lines(selection, after, _PAGE):
        click.echo(write_sheet(list(describe_line(*found).values()) for found in page).encode(), nl=False)
        after = page[-1][0]


def _print(by: Grouping, tallies: Sequence[Tally], names: Mapping[str, str] | None, form: str | None) -> None:
    from pinxit.core.sheets import describe_tally, write_tallies  # noqa: PLC0415
    from pinxit.core.usage import Tally  # noqa: PLC0415

    total = sum(tallies, Tally("total"))
    if form == "csv":
        # As bytes: a terminal's own encoding or line ends would make it another format.
        click.echo(write_tallies(by, tallies, names).encode(), nl=False)
    elif form == "json":
        import json  # noqa: PLC0415

        data = [describe_tally(tally, names) for tally in tallies]
        click.echo(json.dumps({"object": "usage", "by": by, "data": data, "total": describe_tally(total)}, indent=2))
    elif not tallies:
        click.echo("Nothing was asked for in this time.", err=True)
    else:
        heads = (by.upper(), *(["NAME"] if names is not None else []), *_HEADS)
        rows = [*(_write_row(tally, names) for tally in tallies), _write_row(total, names)]
        for line in write_table(heads, rows, words=len(heads) - len(_HEADS)):
            click.echo(line)


def _write_row(tally: Tally, names: Mapping[str, str] | None) -> list[str]:
    from pinxit.core.limits import write_money  # noqa: PLC0415

    known = names is not None and tally.name in names
    return [
        # The last letters of a prefix tell keys apart, the first are the same for all.
        f"…{tally.name[-6:]}" if known else tally.name,
        *([] if names is None else [names.get(tally.name, "")]),
        *(f"{number:,}" for number in (tally.pictures, tally.cached, tally.refused, tally.failed, tally.cancelled)),
        f"{tally.tokens:,}",
        write_money(tally.cost),
        f"{tally.seconds:,.1f}",
    ]
