"""Usage as records and as sheets: CSV by RFC 4180, with plain numbers, that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from pinxit.core.archive import Line
from pinxit.core.limits import write_money
from pinxit.core.usage import Grouping, Tally

Cell = str | int | float | None

# What a spreadsheet begins a formula with (OWASP, "CSV Injection"), in both widths.
_DANGEROUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_TALLY = ("pictures", "cached", "refused", "failed", "cancelled", "tokens", "cost_usd", "seconds")


def describe_tally(tally: Tally, names: Mapping[str, str] | None = None) -> dict[str, Cell]:
    """A tally as a record. Money is a text of dollars, so that nobody's reader rounds it.

    `names` are names of keys by their prefixes; with them the record has the key's.
    """
    record: dict[str, Cell] = {"group": tally.name}
    if names is not None:
        record["name"] = names.get(tally.name, "")
    return record | {
        "pictures": tally.pictures,
        "cached": tally.cached,
        "refused": tally.refused,
        "failed": tally.failed,
        "cancelled": tally.cancelled,
        "tokens": tally.tokens,
        "cost_usd": write_money(tally.cost),
        "seconds": round(tally.seconds, 3),
    }


def describe_line(number: int, line: Line) -> dict[str, Cell]:
    """A line of the ledger as a record; `number` counts the lines."""
    return {
        "number": number,
        "at": datetime.fromtimestamp(line.at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "day": line.day,
        "key": line.key,
        "job": line.job,
        "route": line.route,
        "model": line.model,
        "engine": line.engine,
        "picture": line.index,
        "outcome": line.outcome,
        "code": line.code,
        "tokens": line.tokens,
        "cost_usd": write_money(line.cost),
        "seconds": round(line.seconds, 3),
    }


def write_tallies(by: Grouping, tallies: Sequence[Tally], names: Mapping[str, str] | None = None) -> str:
    """Tallies as a sheet, without a row for their sum, which would be counted again."""
    heads = [str(by), *(["name"] if names is not None else []), *_TALLY]
    return write_sheet([heads, *(list(describe_tally(tally, names).values()) for tally in tallies)])


def write_sheet(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV: commas, quotes where they are needed, lines that end with CR LF."""
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\r\n").writerows([_disarm(cell) for cell in row] for row in rows)
    return sheet.getvalue()


def _disarm(cell: Cell) -> Cell:
    """A text that is a text: names come from people who may not mean well."""
    if not isinstance(cell, str) or _is_number(cell):
        return cell
    text = "".join(sign if sign.isprintable() else "?" for sign in cell)
    return f"'{text}" if text.lstrip().startswith(_DANGEROUS) else text


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal() and text.isascii()
