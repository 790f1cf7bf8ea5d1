"""Sheets for spreadsheets: whole, plain, and never a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.archive import Line
from pinxit.core.sheets import describe_line, describe_tally, write_sheet, write_tallies
from pinxit.core.usage import Grouping, Tally

_SIGNS = "=+-@＝＋－＠"


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("anna", "anna"),
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("\t=1+1", "?=1+1"),
        ("+49 30 123", "'+49 30 123"),
        ("-anna", "'-anna"),
        ("@anna", "'@anna"),
        ("＝1", "'＝1"),
        ("-0.5", "-0.5"),
        ("gemini-3", "gemini-3"),
        ('a "b", c', 'a "b", c'),
        ("a\r\nb\0", "a??b?"),
        ("\ud800", "?"),
    ],
)
def test_a_text_stays_a_text(text: str, cell: str) -> None:
    assert _read(write_sheet([[text]])) == [[cell]]


@given(st.lists(st.lists(st.text() | st.integers(), min_size=2, max_size=5), min_size=1))
def test_no_cell_of_a_sheet_is_a_formula_and_none_is_lost(rows: list[list[str | int]]) -> None:
    read = _read(write_sheet(rows))
    assert [len(row) for row in read] == [len(row) for row in rows]
    for row, found in zip(rows, read, strict=True):
        for cell, text in zip(row, found, strict=True):
            dangerous = text.lstrip().startswith(tuple(_SIGNS))
            assert not dangerous or isinstance(cell, int) or cell.lstrip("-").replace(".", "", 1).isdecimal()


def test_lines_end_as_rfc_4180_says() -> None:
    assert write_sheet([["a", 1], ["b", 2.5], ["c", None]]) == "a,1\r\nb,2.5\r\nc,\r\n"


def test_a_sheet_of_keys_has_their_names_beside_them() -> None:
    sheet = write_tallies(Grouping.KEY, [Tally("sk-1", pictures=2, cost=38_700_000)], {"sk-1": "anna"})
    assert _read(sheet)[0][:3] == ["key", "name", "pictures"]
    assert _read(sheet)[1] == ["sk-1", "anna", "2", "0", "0", "0", "0", "0", "0.0387", "0.0"]


def test_records_of_tallies_and_lines_have_exact_money_and_times_in_utc() -> None:
    assert describe_tally(Tally("x", cost=10**18 + 1))["cost_usd"] == "1000000000.000000001"
    line = Line(1.8e9, "2027-01-15", "sk-1", None, "chat", "m", "", None, "refused", code="x", seconds=0.00049)
    record = describe_line(7, line)
    assert (record["at"], record["number"], record["seconds"], record["code"]) == (
        "2027-01-15T08:00:00.000Z",
        7,
        0.0,
        "x",
    )
