"""The cards of Google's models, and which of them an upstream serves."""

from __future__ import annotations

import asyncio
import time

import pytest

from pinxit.core.catalog import STAND_INS, Catalog
from pinxit.core.engine import ModelCard
from pinxit.core.entries import Entry
from pinxit.core.errors import ConfigurationError, Unsupported, UpstreamDenied
from pinxit.core.images import RATIOS, Background, Format, ImageRequest, Size, Tier
from pinxit.core.prices import Price, load_prices
from pinxit.core.sizes import load_tiers
from pinxit.engines.upstreams import open_upstream
from pinxit.engines.upstreams.gemini import GeminiEngine
from pinxit.engines.upstreams.google_access import KeyAccess
from pinxit.upstreams import Secret, Upstream


def _list(*models: str) -> dict[str, ModelCard]:
    engine = GeminiEngine(Upstream("google", "gemini", key=Secret("k"), models=models))
    return {card.name: card for card in engine.models()}


def _find(name: str) -> Entry:
    engine = GeminiEngine(Upstream("google", "gemini", key=Secret("k")))
    return Entry(engine, next(card for card in engine.models() if card.name == name))


def _request(**wishes: object) -> ImageRequest:
    return ImageRequest(**{"model": "m", "prompt": "a fox", **wishes})  # type: ignore[arg-type]


def test_every_name_of_google_that_clients_send_is_really_google() -> None:
    catalog = Catalog([GeminiEngine(Upstream("google", "gemini", key=Secret("k")))], stand_ins=())
    for name in STAND_INS:
        if name.startswith(("gemini", "nano")):
            assert catalog.find(name).card.owner == "google"


def test_the_oldest_model_makes_the_sizes_of_the_seed_and_the_newer_ones_those_of_the_tables() -> None:
    cards = _list()
    assert set(cards["gemini-2.5-flash-image"].sizes.table) == {Size(*pixels) for pixels in RATIOS.values()}
    every = {size for row in load_tiers().values() for size in row.values()}
    assert set(cards["gemini-3.1-flash-image"].sizes.table) == every
    assert set(cards["gemini-3.1-flash-lite-image"].sizes.table) == {row[Tier.ONE] for row in load_tiers().values()}
    assert len(cards["gemini-3-pro-image"].sizes.table) == 30


@pytest.mark.parametrize("name", sorted(_list()))
def test_a_card_promises_what_google_does(name: str) -> None:
    card = _list()[name]
    assert (card.transparency, card.masks, card.deterministic) == (False, False, False)
    assert Format.PNG in card.formats
    assert card.sources >= 3
    assert load_prices().find(name) != Price()
    for alias in card.aliases:
        assert load_prices().find(alias) in {load_prices().find(name), Price()}
    entry = _find(name)
    entry.check(_request(options=(("moderation", "low"), ("input_fidelity", "high"))))
    with pytest.raises(Unsupported, match="transparent"):
        entry.check(_request(background=Background.TRANSPARENT))


def test_the_end_of_the_oldest_model_is_told_and_not_over_yet() -> None:
    retires = _list()["gemini-2.5-flash-image"].retires
    assert retires is not None
    assert time.gmtime(retires)[:3] == (2027, 3, 15)


def test_only_the_models_that_were_listed_are_served_in_their_order() -> None:
    assert list(_list("gemini-3-pro-image", "models/gemini-2.5-flash-image", "gemini-3-pro-image")) == [
        "gemini-3-pro-image",
        "gemini-2.5-flash-image",
    ]


def test_a_model_listed_by_another_of_its_names_is_asked_for_by_that() -> None:
    cards = _list("gemini-3-pro-image-preview", "gemini-3-pro-image")
    assert cards["gemini-3-pro-image-preview"].sizes == cards["gemini-3-pro-image"].sizes
    assert "gemini-3-pro-image-preview" not in cards["gemini-3-pro-image"].aliases


def test_a_model_that_nobody_knows_may_make_all_fourteen_ratios() -> None:
    card = _list("gemini-9-image")["gemini-9-image"]
    assert (card.title, card.retires, len(card.sizes.table)) == ("gemini-9-image", None, 14)


def test_a_ratio_is_native_though_the_pixels_of_the_seed_are_others() -> None:
    entry = _find("gemini-3-pro-image")
    for pixels in RATIOS.values():
        asked = _request(size=Size(*pixels), pixels_said=False, strict=True)
        native = entry.check(asked).size
        assert native in {row[Tier.ONE] for row in load_tiers().values()}
    with pytest.raises(Unsupported, match="1376x768"):
        entry.check(_request(size=Size(1344, 768), strict=True))


def test_without_any_key_there_is_no_gemini() -> None:
    with pytest.raises(ConfigurationError, match="GEMINI_API_KEY"):
        open_upstream(Upstream("google", "gemini"))
    assert open_upstream(Upstream("google", "gemini", url="http://127.0.0.1:9")).name == "google"
    assert open_upstream(Upstream("google", "gemini", keys={"abc": Secret("k")})).name == "google"


@pytest.mark.parametrize(
    ("url", "version", "address"),
    [
        ("", "", "https://generativelanguage.googleapis.com/v1beta/models/m:generateContent"),
        ("", "v1", "https://generativelanguage.googleapis.com/v1/models/m:generateContent"),
        ("http://127.0.0.1:9/", "", "http://127.0.0.1:9/v1beta/models/m:generateContent"),
        ("http://127.0.0.1:9/google/v1alpha", "", "http://127.0.0.1:9/google/v1alpha/models/m:generateContent"),
        ("http://127.0.0.1:9/v1beta/", "v1", "http://127.0.0.1:9/v1/models/m:generateContent"),
        ("http://127.0.0.1:9/v10n", "", "http://127.0.0.1:9/v10n/v1beta/models/m:generateContent"),
    ],
)
def test_an_address_has_one_version(url: str, version: str, address: str) -> None:
    access = KeyAccess(Upstream("g", "gemini", url=url, api_version=version, key=Secret("k")), UpstreamDenied)
    assert asyncio.run(access.open("m", "")) == (address, {"x-goog-api-key": "k"})


def test_the_name_of_a_model_cannot_lead_elsewhere() -> None:
    access = KeyAccess(Upstream("g", "gemini", url="http://127.0.0.1:9", key=Secret("k")), UpstreamDenied)
    assert asyncio.run(access.open("../a?b#c/d:e", ""))[0].endswith("/models/..%2Fa%3Fb%23c%2Fd%3Ae:generateContent")


def test_a_caller_without_an_account_is_not_served_by_google_for_nothing() -> None:
    access = KeyAccess(Upstream("g", "gemini", keys={"abc": Secret("theirs")}), UpstreamDenied)
    assert asyncio.run(access.open("m", "abc"))[1] == {"x-goog-api-key": "theirs"}
    with pytest.raises(UpstreamDenied, match="NO_KEY_FOR_THIS_CALLER"):
        asyncio.run(access.open("m", "def"))
