from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pinxit.core.catalog import STAND_INS, Catalog
from pinxit.core.engine import ModelCard
from pinxit.core.errors import ConfigurationError, InvalidRequest, UnknownModel, Unsupported
from pinxit.core.images import Background, Format, ImageRequest, Tier
from pinxit.testing import FakeEngine


class _Other(FakeEngine):
    name = "other"

    def models(self) -> Sequence[ModelCard]:
        return [ModelCard("other-1", "Other", formats=(Format.JPEG,), transparency=False, aliases=("gpt-image-1",))]


_WISH = ImageRequest(model="auto", prompt="a fox")


def test_auto_is_the_first_model_of_the_first_engine() -> None:
    assert Catalog([FakeEngine(), _Other()]).find("auto").card.name == "pinxit-fake"


@pytest.mark.parametrize("name", STAND_INS)
def test_names_of_other_services_work_with_no_account(name: str) -> None:
    assert Catalog([FakeEngine()]).find(name).engine.name == "fake"


def test_an_engine_that_claims_a_name_takes_it_from_the_stand_in() -> None:
    assert Catalog([FakeEngine(), _Other()]).find("gpt-image-1").card.name == "other-1"


def test_an_unknown_model_is_refused_with_the_list_of_those_there_are() -> None:
    with pytest.raises(UnknownModel, match=r"'dall-e-9'.*pinxit-fake") as refusal:
        Catalog([FakeEngine()]).find("dall-e-9")
    assert (refusal.value.param, refusal.value.code) == ("model", "model_not_found")


def test_no_engine_at_all_is_a_wrong_configuration() -> None:
    with pytest.raises(ConfigurationError):
        Catalog([])


def test_a_model_sees_its_own_name_whatever_the_caller_called_it() -> None:
    assert Catalog([FakeEngine()]).find("auto").check(_WISH).model == "pinxit-fake"


def test_a_format_that_a_model_lacks_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="makes jpeg, not png"):
        Catalog([_Other()]).find("auto").check(_WISH)


def test_transparency_that_a_model_lacks_is_refused() -> None:
    card = ModelCard("opaque", "Opaque", transparency=False)
    entry = replace(Catalog([FakeEngine()]).find("auto"), card=card)
    with pytest.raises(InvalidRequest) as refusal:
        entry.check(replace(_WISH, background=Background.TRANSPARENT))
    assert refusal.value.param == "background"


def test_strict_refuses_a_class_of_resolution_that_a_model_does_not_make_by_itself() -> None:
    entry = Catalog([FakeEngine()]).find("pinxit-fake-plain")
    wish = replace(_WISH, tier=Tier.TWO)
    assert entry.check(wish).tier is Tier.TWO
    assert entry.check(replace(wish, tier=Tier.ONE, strict=True)).strict
    with pytest.raises(Unsupported, match="does not make 2K by itself, but 1024x1024") as refusal:
        entry.check(replace(wish, strict=True))
    assert refusal.value.param == "resolution"


def test_an_engine_gets_a_whole_number_for_an_option_however_it_was_written() -> None:
    checked = Catalog([FakeEngine()]).find("auto").check(replace(_WISH, options=(("steps", 20.0),)))
    assert isinstance(checked.option("steps"), int)
