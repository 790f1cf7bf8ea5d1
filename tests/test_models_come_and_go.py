"""Models that come to this machine, or go from it, while the server runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from house import until
from pinxit import workshop as workshops
from pinxit.assembly import open_workshop
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Engine, ModelCard
from pinxit.core.errors import ConfigurationError, UnknownModel
from pinxit.core.images import ImageRequest, Size
from pinxit.local import Local
from pinxit.settings import Document, Settings
from pinxit.testing import FakeEngine
from pinxit.weights import Facts, Installed, Shelf
from pinxit.workshop import Workshop


class _Changing(FakeEngine):
    """Has the models that it is told to have."""

    name = "changing"

    def __init__(self, *models: str) -> None:
        super().__init__()
        self.told = models
        self._known = models
        self.breaks = False

    def models(self) -> Sequence[ModelCard]:
        return [ModelCard(model, model) for model in self._known]

    async def refresh(self) -> bool:
        if self.breaks:
            raise RuntimeError("as it was told")
        before, self._known = self._known, self.told
        return before != self._known


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshops, "_LOOK", 0.01)
    monkeypatch.setattr("pinxit.engines._NEEDED", ("pinxit",))  # as if all that models need were installed


@asynccontextmanager
async def _watching(workshop: Workshop) -> AsyncIterator[Workshop]:
    watch = asyncio.create_task(workshop.watch_models())
    try:
        yield workshop
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        await workshop.close()


def test_a_model_that_comes_is_served_and_one_that_goes_is_not() -> None:
    async def run() -> None:
        engine = _Changing("old")
        async with _watching(Workshop([FakeEngine(), engine])) as workshop:
            first = workshop.studio.catalog
            await asyncio.sleep(0.05)
            assert workshop.studio.catalog is first, "nothing has changed"
            engine.told = ("new",)
            await until(lambda: "new" in workshop.studio.catalog)
            result = await workshop.studio.create(ImageRequest(model="new", prompt="a fox", size=Size(64, 64)))
            assert (result.engine, result.model) == ("changing", "new")
            with pytest.raises(UnknownModel):
                workshop.studio.catalog.find("old")
            assert workshop.studio.catalog.find("auto").engine.name == "fake"

    asyncio.run(run())


def test_what_cannot_be_served_leaves_everything_as_it_was_until_it_can(caplog: pytest.LogCaptureFixture) -> None:
    def plan(engines: Sequence[Engine], away: object) -> Catalog:
        catalog = Catalog(engines)
        if "bad" in catalog:
            raise ConfigurationError("bad leads nowhere.")
        return catalog

    async def run() -> None:
        engine = _Changing("old")
        async with _watching(Workshop([FakeEngine(), engine], plan=plan)) as workshop:
            engine.told = ("bad",)
            await until(lambda: "bad leads nowhere" in caplog.text)
            assert "old" in workshop.studio.catalog
            engine.breaks = True
            await until(lambda: "as it was told" in caplog.text)
            engine.breaks, engine.told = False, ("good",)
            await until(lambda: "good" in workshop.studio.catalog)

    asyncio.run(run())


def _add(data: Path, name: str, title: str = "Tiny") -> None:
    folder = data / "weights" / name
    folder.mkdir(parents=True, exist_ok=True)
    facts = Facts(name, title, "StableDiffusionPipeline")
    Shelf(Local(models=data / "models")).add(Installed(facts, folder), pulled=False, again=True)


def _read(data: Path, text: str = "", **variables: str) -> Settings:
    # The check of pictures needs a package of the extra, which is not what is tested here.
    variables = {"PINXIT_DATA": str(data), "PINXIT_LOCAL_SAFETY": "off", "PINXIT_LOCAL_DEVICES": "cpu", **variables}
    return Settings.read(variables, Document(None, text))


def test_the_first_model_of_a_machine_brings_its_engine_along(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        caplog.set_level(logging.INFO)
        async with _watching(open_workshop(_read(tmp_path))) as workshop:
            assert "tiny" not in workshop.studio.catalog
            _add(tmp_path, "tiny")
            await until(lambda: "tiny" in workshop.studio.catalog)
            assert workshop.studio.catalog.find("tiny").engine.name == "diffusers"
            assert workshop.studio.catalog.find("auto").engine.name == "illustrator"
            _add(tmp_path, "other")
            await until(lambda: "other" in workshop.studio.catalog)
            assert "are now: other, tiny" in caplog.text
            Shelf(Local(models=tmp_path / "models")).remove("tiny")
            await until(lambda: "tiny" not in workshop.studio.catalog)

    asyncio.run(run())


def test_a_model_that_is_registered_anew_is_known_by_its_new_card(tmp_path: Path) -> None:
    async def run() -> None:
        _add(tmp_path, "tiny")
        async with _watching(open_workshop(_read(tmp_path))) as workshop:
            assert workshop.studio.catalog.find("tiny").card.title == "Tiny"
            _add(tmp_path, "tiny", "Tiny the second")
            await until(lambda: workshop.studio.catalog.find("tiny").card.title == "Tiny the second")

    asyncio.run(run())


def test_what_the_operator_said_of_a_model_beforehand_holds_when_it_comes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def run() -> None:
        caplog.set_level(logging.WARNING)
        async with _watching(open_workshop(_read(tmp_path, '[local]\npreload = ["tiny"]'))) as workshop:
            _add(tmp_path, "other")
            await until(lambda: "there is no model 'tiny' on this machine" in caplog.text)
            assert "other" not in workshop.studio.catalog
            _add(tmp_path, "tiny")
            await until(lambda: {"tiny", "other"} <= set(workshop.studio.catalog))

    asyncio.run(run())


def test_where_the_settings_name_engines_none_is_added(tmp_path: Path) -> None:
    settings = _read(tmp_path, PINXIT_ENGINES="pinxit.testing:FakeEngine")

    async def run() -> None:
        async with _watching(open_workshop(settings)) as workshop:
            first = workshop.studio.catalog
            _add(tmp_path, "tiny")
            await asyncio.sleep(0.1)
            assert workshop.studio.catalog is first

    asyncio.run(run())


def test_every_change_of_the_shelf_has_a_mark_of_its_own(tmp_path: Path) -> None:
    shelf = Shelf(Local(models=tmp_path / "models"))
    marks = [shelf.mark()]
    for change in (
        lambda: _add(tmp_path, "one"),
        lambda: _add(tmp_path, "two"),
        lambda: _add(tmp_path, "two", "Another title"),
        lambda: shelf.remove("one"),
    ):
        change()
        marks.append(shelf.mark())
    assert len(set(marks)) == len(marks)
    assert shelf.mark() == marks[-1]
