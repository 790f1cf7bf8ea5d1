from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pinxit.core.catalog import STAND_INS, Catalog
from pinxit.core.engine import Engine, ModelCard
from pinxit.core.errors import ConfigurationError, UnknownModel, Unsupported
from pinxit.core.images import Format
from pinxit.core.routes import Backend, Cap, Route, Routing
from pinxit.core.routing import RoutedEngine
from scripted import WISH, Scripted

_FLASH, _OLD = "gemini-3.1-flash-image", "gemini-2.5-flash-image"


def _card(name: str, **more: object) -> ModelCard:
    return ModelCard(name, name.title(), **{"remote": True, **more})  # type: ignore[arg-type]


_GEMINI = Scripted("gemini", cards=[_card(_OLD, aliases=("nano",)), _card(_FLASH), _card("gemini-3-pro-image")])
_OPENAI = Scripted("openai", cards=[_card("gpt-image-2"), _card(_FLASH)])
_LOCAL = Scripted("local", cards=[ModelCard("drawn", "Drawn"), ModelCard("other", "Other")])


def _open(routing: Routing | None = None, engines: Sequence[Engine] = (_LOCAL, _GEMINI, _OPENAI)) -> Catalog:
    return Catalog(engines, STAND_INS, routing)


def _chain(catalog: Catalog, name: str) -> list[str]:
    engine = catalog.find(name).engine
    return [group.model for group in engine.groups] if isinstance(engine, RoutedEngine) else []


def test_a_gemini_model_that_is_really_served_falls_back_on_flash_and_then_on_what_is_made_here() -> None:
    catalog = _open()
    assert _chain(catalog, _OLD) == [_OLD, _FLASH, "drawn"]
    assert _chain(catalog, "gemini-3-pro-image") == ["gemini-3-pro-image", _FLASH, "drawn"]
    assert _chain(catalog, _FLASH) == [_FLASH, "drawn"]
    assert _chain(catalog, "nano") == [_OLD, _FLASH, "drawn"]


def test_without_flash_or_without_an_engine_of_ones_own_the_chain_is_shorter() -> None:
    alone = Scripted("gemini", cards=[_card(_OLD)])
    assert _chain(_open(engines=[alone, _LOCAL]), _OLD) == [_OLD, "drawn"]
    assert _chain(_open(engines=[_GEMINI]), _OLD) == [_OLD, _FLASH]


def test_models_of_other_services_have_no_fallback_that_nobody_asked_for() -> None:
    assert _chain(_open(), "gpt-image-2") == ["gpt-image-2"]


def test_models_made_here_are_not_routed() -> None:
    assert _open().find("drawn").engine is _LOCAL
    assert _open(Routing({"drawn": Route("drawn", fallback=())})).find("drawn").engine is _LOCAL


def test_a_route_says_otherwise() -> None:
    routes = {
        _OLD: Route(_OLD, fallback=()),
        "gpt-image-2": Route("gpt-image-2", fallback=("nano", "drawn", _OLD)),
        "drawn": Route("drawn", fallback=("other",)),
        _FLASH: Route(_FLASH, hedge=0.9),
    }
    catalog = _open(Routing(routes))
    assert _chain(catalog, _OLD) == [_OLD]
    assert _chain(catalog, "gpt-image-2") == ["gpt-image-2", _OLD, "drawn"]
    assert _chain(catalog, "drawn") == ["drawn", "other"]
    assert _chain(catalog, _FLASH) == [_FLASH, "drawn"]


def test_two_models_may_stand_in_for_each_other() -> None:
    routes = {"drawn": Route("drawn", fallback=("other",)), "other": Route("other", fallback=("drawn",))}
    assert _chain(_open(Routing(routes)), "other") == ["other", "drawn"]


def test_a_route_may_have_a_name_of_its_own() -> None:
    best = Route("house-best", (Backend("gemini", "gemini-3-pro-image", 3), Backend("openai", "gpt-image-2")), ())
    catalog = _open(Routing({"house-best": best}))
    entry = catalog.find("house-best")
    assert entry.card.name == "gemini-3-pro-image"
    assert isinstance(entry.engine, RoutedEngine)
    assert [(place.engine, place.model) for place in entry.engine.groups[0].places] == [
        ("gemini", "gemini-3-pro-image"),
        ("openai", "gpt-image-2"),
    ]
    assert "house-best" in list(catalog)


def test_a_routed_model_refuses_what_its_own_card_refuses_whoever_could_do_it_instead() -> None:
    narrow = Scripted("gemini", cards=[_card(_OLD, formats=(Format.JPEG,))])
    with pytest.raises(Unsupported, match="makes jpeg, not png"):
        _open(engines=[narrow, _LOCAL]).find(_OLD).check(WISH)


def test_a_routed_model_sees_the_request_as_it_came() -> None:
    assert _open().find(_OLD).check(WISH) is WISH


def test_what_another_may_have_made_is_not_called_the_same_again() -> None:
    sure = Scripted("gemini", cards=[_card(_OLD, deterministic=True)])
    assert not _open(engines=[sure, _LOCAL]).find(_OLD).card.deterministic
    assert _open(engines=[sure]).find(_OLD).card.deterministic


def test_stand_ins_are_only_for_names_that_no_engine_has() -> None:
    catalog = _open()
    assert catalog.find("gpt-image-2").engine.name == "openai"
    assert catalog.find("dall-e-3").engine.name == "local"
    assert len(list(catalog)) == len(set(catalog))


def test_an_alias_leads_to_a_model_through_others_and_before_a_model_of_its_name() -> None:
    aliases = {"best": "good", "good": "nano", _FLASH: "gemini-3-pro-image", "auto": "other", "dall-e-3": "gpt-image-2"}
    catalog = _open(Routing(aliases=aliases))
    served = {name: catalog.find(name).card.name for name in aliases}
    assert served == {
        "best": _OLD,
        "good": _OLD,
        _FLASH: "gemini-3-pro-image",
        "auto": "other",
        "dall-e-3": "gpt-image-2",
    }


def test_an_unknown_name_is_refused_as_ever() -> None:
    with pytest.raises(UnknownModel, match="drawn"):
        _open().find("dall-e-9")


_WRONG = {
    "engine": (
        Routing({_OLD: Route(_OLD, (Backend("gemni", _OLD),))}),
        r"engine 'gemni'.*engines: local, gemini, openai",
    ),
    "backend": (
        Routing({_OLD: Route(_OLD, (Backend("openai", "gpt-9"),))}),
        r"'gpt-9' of 'openai'.*its models: gpt-image-2",
    ),
    "model": (Routing({"x": Route("x")}), r"route of 'x' names no backends.*models: drawn"),
    "fallback": (Routing({_OLD: Route(_OLD, fallback=("y",))}), r"falls back on 'y'.*models: .*drawn"),
    "itself": (Routing({_OLD: Route(_OLD, fallback=("nano",))}), r"falls back on itself; leave 'nano' out"),
    "circle": (Routing(aliases={"a": "b", "b": "c", "c": "a"}), r"a -> b -> c -> a go round in a circle"),
    "self": (Routing(aliases={"a": "a"}), r"a -> a go round in a circle"),
    "alias": (Routing(aliases={"a": "nowhere"}), r"alias 'a' leads to 'nowhere'.*models: "),
    "twice": (Routing({_OLD: Route(_OLD, (Backend("gemini", _OLD), Backend("gemini", _OLD)))}), r"twice.*one weight"),
    "weight": (Routing({_OLD: Route(_OLD, (Backend("gemini", _OLD, 0),))}), r"`weight`.*1 to 1000, not 0"),
    "hedge": (Routing({_OLD: Route(_OLD, hedge=95)}), r"`hedge`.*such as 0.95, not 95"),
    "patience": (Routing({_OLD: Route(_OLD, patience=0)}), r"`patience`.*not 0"),
    "cap": (Routing(caps={"nobody": Cap(1)}), r"cap for the engine 'nobody'.*engines: local"),
    "window": (Routing(caps={"gemini": Cap(1, "week")}), r"for a day or a month, not 'week'"),
}


@pytest.mark.parametrize("case", _WRONG)
def test_what_cannot_be_meant_is_told_with_what_would_be_right(case: str) -> None:
    routing, words = _WRONG[case]
    with pytest.raises(ConfigurationError, match=words):
        _open(routing)


def test_models_that_are_shut_down_soon_or_were_are_listed_the_first_one_first() -> None:
    now, day = 1_800_000_000.0, 86_400
    ends = {"gone": -day, "soon": 29 * day, "later": 31 * day}
    cards = [_card(name, retires=int(now) + seconds) for name, seconds in reversed(ends.items())]
    catalog = _open(engines=[Scripted("a", cards=[*cards, _card("stays")]), _LOCAL])
    assert [card.name for card in catalog.list_retiring(now)] == ["gone", "soon"]


def test_the_engines_stay_those_of_whoever_opened_them() -> None:
    owned = replace(_GEMINI)  # its close is a failure
    engine = _open(engines=[owned, _LOCAL]).find(_OLD).engine
    assert not hasattr(engine, "start")
    assert engine.name == "gemini"
