"""Columns of a terminal: each as wide as it is said to be, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.cli.columns import WIDTH, fit, write_table


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("anna", "anna  "),
        ("annabella", "annab…"),
        ("狐狸", "狐狸  "),
        ("狐狸狐狸", "狐狸… "),
        ("e\u0301e\u0301", "e\u0301e\u0301    "),
        ("a\x1b[2J", "a?[2J "),
        ("a\nb", "a?b   "),
        ("\u202eanna", "?anna "),
    ],
)
def test_a_text_takes_exactly_its_place(text: str, cell: str) -> None:
    assert fit(text, 6) == cell


def test_numbers_stand_to_the_right() -> None:
    assert fit("7", 3, right=True) == "  7"


@given(st.lists(st.tuples(st.text(), st.text(), st.integers(0, 10**20)), max_size=5))
def test_a_table_is_never_wider_than_a_terminal_and_its_numbers_are_whole(rows: list[tuple[str, str, int]]) -> None:
    lines = list(
        write_table(("KEY", "NAME", "TOKENS"), [(key, name, str(number)) for key, name, number in rows], words=2)
    )
    assert all(len(line) <= WIDTH and line.isprintable() for line in lines)
    assert [line.split()[-1] for line in lines[1:]] == [str(number) for _, _, number in rows]
