"""Tickets are good for one name and one while."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from pinxit.core.errors import NotFound
from pinxit.core.tickets import TicketOffice

_NAME = "a.png"


def _office(now: float = 1000.0, secret: bytes = bytes(32)) -> TicketOffice:
    return TicketOffice(secret, 600.0, lambda: now)


def _query(ticket: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(ticket).items()}


def test_a_ticket_opens_its_picture_until_its_end() -> None:
    query = _query(_office().issue(_NAME))
    assert 600 <= _office().check(_NAME, query) <= 660
    assert _office(1599).check(_NAME, query) > 0
    with pytest.raises(NotFound):
        _office(1661).check(_NAME, query)


@pytest.mark.parametrize(
    "change",
    [
        {"expires": "9999999999"},
        {"expires": "abc"},
        {"expires": ""},
        {"expires": "-1"},
        {"expires": "١٢٣٤"},
        {"expires": "9" * 5000},
        {"signature": ""},
        {"signature": "é"},
        {"signature": "A" * 43},
    ],
)
def test_a_changed_ticket_opens_nothing(change: dict[str, str]) -> None:
    with pytest.raises(NotFound):
        _office().check(_NAME, _query(_office().issue(_NAME)) | change)


def test_a_ticket_opens_no_other_picture_and_no_other_server() -> None:
    query = _query(_office().issue(_NAME))
    with pytest.raises(NotFound):
        _office().check("b.png", query)
    with pytest.raises(NotFound):
        _office(secret=bytes(31) + b"x").check(_NAME, query)
    with pytest.raises(NotFound):
        _office().check(_NAME, {})


def test_asking_twice_within_a_minute_gives_the_same_address() -> None:
    assert _office(1021).issue(_NAME) == _office(1079).issue(_NAME)


def test_the_secret_is_not_shown_by_chance_and_must_be_long() -> None:
    assert "secret" not in repr(_office(secret=b"secret" * 6))
    with pytest.raises(ValueError, match="32"):
        TicketOffice(b"short")
