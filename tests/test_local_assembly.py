"""Models on this machine are served without a word in the settings, and whoever cannot have them is told why."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pinxit.assembly import open_workshop
from pinxit.core.engine import Engine
from pinxit.core.errors import ConfigurationError, EngineMissing
from pinxit.engines import load_engine
from pinxit.gateway import open_engines, tell_absence
from pinxit.local import Local
from pinxit.settings import Document, Settings
from pinxit.testing import FakeEngine
from pinxit.weights import Facts, Installed, Shelf

_LACKING = ("pinxit", "a_package_that_is_not_there")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory with two models on its shelf, on a machine that can run them."""
    monkeypatch.setattr("pinxit.engines._NEEDED", ("pinxit",))
    shelf = Shelf(Local(models=tmp_path / "models"))
    for name in ("tiny", "other"):
        folder = tmp_path / name
        folder.mkdir()
        facts = Facts(name, name.title(), "StableDiffusionPipeline", aliases=(f"{name}-alias",))
        shelf.add(Installed(facts, folder), pulled=False)
    return tmp_path


def _read(data: Path, text: str = "", **variables: str) -> Settings:
    # The check of pictures needs a package of the extra, which is not what is tested here.
    return Settings.read({"PINXIT_DATA": str(data), "PINXIT_LOCAL_SAFETY": "off", **variables}, Document(None, text))


def _name(engines: list[Engine]) -> list[str]:
    return [engine.name for engine in engines]


def test_models_on_this_machine_are_served_behind_the_illustrator(data: Path) -> None:
    catalog = open_workshop(_read(data)).studio.catalog
    assert {"tiny", "tiny-alias", "other"} <= set(catalog)
    assert catalog.find("tiny").engine.name == "diffusers"
    assert catalog.find("auto").engine.name == "illustrator", "a first picture does not wait for gigabytes"


def test_without_any_model_there_is_no_such_engine(tmp_path: Path) -> None:
    assert _name(open_engines(_read(tmp_path))) == ["illustrator"]


def test_the_operator_may_make_one_the_usual_model_and_let_one_stand_in(data: Path) -> None:
    text = '[aliases]\nauto = "tiny"\n[models."pinxit-illustrator"]\nfallback = ["tiny"]'
    catalog = open_workshop(_read(data, text)).studio.catalog
    assert catalog.find("auto").card.name == "tiny"
    groups = catalog.find("pinxit-illustrator").engine.groups  # type: ignore[attr-defined]
    assert [group.places[0].engine for group in groups] == ["illustrator", "diffusers"]


def test_who_names_engines_gets_those_alone(data: Path) -> None:
    settings = _read(data, PINXIT_ENGINES="pinxit.testing:FakeEngine")
    assert _name(open_engines(settings)) == ["fake"]
    assert tell_absence(settings, "tiny-alias") == (
        "tiny-alias is on this machine, but PINXIT_ENGINES names engines without 'diffusers': add it there."
    )
    alone = _read(data, PINXIT_ENGINES="diffusers")
    assert _name(open_engines(alone)) == ["diffusers"]
    assert open_workshop(alone).studio.catalog.find("auto").engine.name == "diffusers"


def test_without_the_extra_the_server_starts_and_says_what_to_install(
    data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("pinxit.engines._NEEDED", _LACKING)
    with caplog.at_level(logging.WARNING):
        assert _name(open_engines(_read(data))) == ["illustrator"]
    (record,) = caplog.records
    told = record.getMessage()
    assert "(other, tiny)" in told
    assert "pip install 'pinxit[diffusers]'" in told
    assert "pip install 'pinxit[diffusers]'" in tell_absence(_read(data), "tiny")
    with pytest.raises(EngineMissing, match="pip install"):
        open_engines(_read(data, PINXIT_ENGINES="illustrator,diffusers"))


def test_the_engine_that_was_named_without_any_model_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"`pinxit models pull NAME`"):
        open_engines(_read(tmp_path, PINXIT_ENGINES="illustrator,diffusers"))


def test_a_model_that_is_to_be_loaded_at_once_must_be_there(data: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"\[local\] preload: .* 'tinny' on this machine; did you mean 'tiny'"):
        open_engines(_read(data, PINXIT_LOCAL_PRELOAD="tiny,tinny"))
    assert _name(open_engines(_read(data, PINXIT_LOCAL_PRELOAD="tiny,other-alias"))) == ["illustrator", "diffusers"]


def test_a_model_that_could_be_pulled_is_told_with_the_command(tmp_path: Path) -> None:
    assert tell_absence(_read(tmp_path), "Z-Image-Turbo").endswith("Run: pinxit models pull z-image-turbo")
    assert not tell_absence(_read(tmp_path), "no-such-model")


class _Wanting(FakeEngine):
    def __init__(self, *, workers: int | None = None, queue: int = 16, local: Local) -> None:
        super().__init__(workers=workers, queue=queue)
        self.local = local


def test_a_plugin_gets_what_is_said_of_this_machine_where_it_asks_for_it(data: Path) -> None:
    settings = _read(data, PINXIT_LOCAL_BATCH="3", PINXIT_ENGINES=f"{__name__}:_Wanting,pinxit.testing:FakeEngine")
    wanting, _ = open_engines(settings)
    assert wanting.local is settings.local  # type: ignore[attr-defined]
    assert load_engine(f"{__name__}:_Wanting").local == Local()  # type: ignore[attr-defined]
