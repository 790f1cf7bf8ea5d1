"""What makes two orders the same: for a retry, and for the cache."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pinxit.core.archive import Key
from pinxit.core.catalog import Catalog, Entry
from pinxit.core.images import Animation, Background, Format, ImageRequest, Quality, Size, Source, Tier
from pinxit.core.orders import Order, choose_priority, estimate, list_sources, take_cache_key, take_fingerprint
from pinxit.core.prices import Price, Prices
from pinxit.testing import FakeEngine

_PNG = b"\x89PNG\r\n\x1a\n"
_REQUEST = ImageRequest(model="auto", prompt="a fox", seed=1, sources=(Source(_PNG + b"1"), Source(_PNG + b"2")))
_ORDER = Order("images.edit", _REQUEST, anew="a fox, anew", manner={"response_format": "b64_json", "stream": False})

_CHANGES: dict[str, Any] = {
    "model": "fake",
    "prompt": "a fox ",
    "n": 2,
    "size": Size(64, 64),
    "quality": Quality.LOW,
    "format": Format.WEBP,
    "background": Background.OPAQUE,
    "seed": 2,
    "user": "someone",
    "sources": (Source(_PNG + b"2"), Source(_PNG + b"1")),
    "mask": Source(_PNG + b"3", "mask"),
    "partials": 1,
    "tier": Tier.TWO,
    "strict": True,
    "options": (("steps", 20),),
    "format_said": False,
    "quality_said": False,
    "pixels_said": False,
}


def _find_entry() -> Entry:
    return Catalog([FakeEngine()]).find("auto")


def _change(**changes: Any) -> Order:
    return replace(_ORDER, request=replace(_REQUEST, **changes))


def test_the_same_request_again_has_the_same_fingerprint() -> None:
    again = Order(
        "images.edit",
        ImageRequest(model="auto", prompt="a fox", seed=1, sources=(Source(_PNG + b"1"), Source(_PNG + b"2"))),
        anew="a fox, anew",
        manner={"stream": False, "response_format": "b64_json"},
    )
    assert take_fingerprint(again) == take_fingerprint(_ORDER)


@pytest.mark.parametrize(
    "change",
    [
        {"again": True},
        {"patience": 5.0},
        {"idempotency": "k"},
        {"webhook": "https://x"},
        {"group": "g"},
        {"urgency": -1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_how_often_and_how_patiently_it_is_asked_does_not_make_it_another(change: dict[str, Any]) -> None:
    assert take_fingerprint(replace(_ORDER, **change)) == take_fingerprint(_ORDER)


@pytest.mark.parametrize(
    "field", sorted(set(ImageRequest.__dataclass_fields__) - {"compression", "animation", "payer"})
)
def test_another_value_of_any_field_makes_another_fingerprint(field: str) -> None:
    assert take_fingerprint(_change(**{field: _CHANGES[field]})) != take_fingerprint(_ORDER)


def test_what_belongs_to_some_formats_only_makes_another_fingerprint_too() -> None:
    prints = {
        take_fingerprint(_change(format=Format.WEBP)),
        take_fingerprint(_change(format=Format.WEBP, compression=50)),
        take_fingerprint(_change(format=Format.GIF)),
        take_fingerprint(_change(format=Format.GIF, animation=Animation(2, 100))),
        take_fingerprint(_change(format=Format.GIF, animation=Animation(2, 110))),
    }
    assert len(prints) == 5


@pytest.mark.parametrize(
    "change",
    [
        {"route": "images.generate"},
        {"anew": ""},
        {"manner": {"response_format": "url", "stream": False}},
        {"manner": {}},
    ],
    ids=["route", "anew", "manner", "no manner"],
)
def test_another_route_or_manner_makes_another_fingerprint(change: dict[str, Any]) -> None:
    assert take_fingerprint(replace(_ORDER, **change)) != take_fingerprint(_ORDER)


def test_the_field_that_a_picture_came_in_counts() -> None:
    moved = _change(sources=(Source(_PNG + b"1", "image[]"), Source(_PNG + b"2")))
    assert take_fingerprint(moved) != take_fingerprint(_ORDER)


def test_options_of_one_and_true_are_two_wishes() -> None:
    prints = [take_fingerprint(_change(options=(("steps", value),))) for value in (1, True, "1", 1.0)]
    assert len(set(prints)) == len(prints)


def test_any_letters_can_be_told_apart_even_halves_of_a_pair() -> None:
    assert take_fingerprint(_change(prompt="\ud800")) != take_fingerprint(_change(prompt="\ud801"))


def _cache(order: Order, owner: str = "k", entry: Entry | None = None) -> str | None:
    return take_cache_key(order, entry or _find_entry(), owner)


def test_a_result_is_found_again_whatever_the_route_and_by_whatever_name_the_model_was_asked() -> None:
    unsaid = {"format_said": False, "quality_said": False, "pixels_said": False}
    other = replace(
        _change(model="fake", user="me", partials=2, **unsaid), route="chat", manner={"stream": True}, detached=True
    )
    assert _cache(other) == _cache(_ORDER)
    assert _cache(_ORDER) is not None


@pytest.mark.parametrize(
    "field",
    sorted(
        set(ImageRequest.__dataclass_fields__)
        - {
            "compression",
            "animation",
            "model",
            "user",
            "partials",
            "payer",
            "format_said",
            "quality_said",
            "pixels_said",
        }
    ),
)
def test_whatever_shows_in_the_picture_makes_another_cache_key(field: str) -> None:
    assert _cache(_change(**{field: _CHANGES[field]})) != _cache(_ORDER)


def test_another_model_key_or_words_to_draw_anew_from_make_another_cache_key() -> None:
    keys = [_cache(_ORDER), _cache(_ORDER, "other"), _cache(_change(model="pinxit-fake-plain"), "k", _find_plain())]
    keys.append(_cache(replace(_ORDER, anew="")))
    assert len(set(keys)) == 4


def _find_plain() -> Entry:
    return Catalog([FakeEngine()]).find("pinxit-fake-plain")


def test_without_a_seed_or_on_an_engine_that_draws_differently_every_time_nothing_is_cached() -> None:
    entry = _find_entry()
    moody = replace(entry, card=replace(entry.card, deterministic=False))
    assert _cache(_change(seed=None)) is None
    assert _cache(_ORDER, entry=moody) is None


_PRICES = Prices({"*": Price(output=30_000_000_000, picture=5)})


@pytest.mark.parametrize(
    ("wishes", "tokens"),
    [
        ({}, 2 + 1290),
        ({"n": 3}, 2 + 3 * 1290),
        ({"size": Size(2048, 2048)}, 2 + 4 * 1290),
        ({"tier": Tier.FOUR}, 2 + 16 * 1290),
        ({"partials": 2, "n": 2}, 2 + 2 * (1290 + 200)),
    ],
    ids=["one", "three", "large", "a class", "unfinished states"],
)
def test_what_is_reserved_is_what_the_request_will_be_charged(wishes: dict[str, Any], tokens: int) -> None:
    order = Order("images.generate", ImageRequest(model="auto", prompt="a fox", **wishes))
    spend = estimate(order, _find_entry(), _PRICES)
    assert (spend.pictures, spend.tokens) == (wishes.get("n", 1), tokens)
    assert spend.cost == (tokens - 2) * 30_000 + 5 * wishes.get("n", 1)


def test_the_mask_is_named_last() -> None:
    with_mask = replace(_REQUEST, mask=Source(_PNG + b"3", "mask"))
    assert [source.data[-1:] for source in list_sources(with_mask)] == [b"1", b"2", b"3"]
    assert len(list_sources(_REQUEST)) == 2


def test_an_order_may_be_less_urgent_than_its_key() -> None:
    key = Key("p", "n", "d", 0.0, priority=5)
    ask: Callable[[int], int] = lambda urgency: choose_priority(replace(_ORDER, urgency=urgency), key)  # noqa: E731
    assert (ask(0), ask(-2)) == (5, 3)
