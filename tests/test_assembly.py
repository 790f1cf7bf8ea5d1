"""Settings become engines and routes; an upstream that is away stops nobody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from pinxit import workshop as workshops
from pinxit.assembly import open_workshop, use_workshop
from pinxit.core.catalog import Catalog
from pinxit.core.engine import Drawn, Engine, ModelCard
from pinxit.core.errors import ConfigurationError, UnknownModel, UpstreamFailed
from pinxit.core.images import ImageRequest, Size
from pinxit.gateway import plan_routes
from pinxit.settings import Document, Settings
from pinxit.testing import FakeEngine, paint_flat
from pinxit.testing.upstream import run_upstream
from pinxit.workshop import Workshop, tell_lives

_DAY = 86_400


class _Peer:
    """An upstream that may be away."""

    def __init__(self, name: str, *models: str, away: bool = False, retires: int | None = None) -> None:
        self.name = name
        self.away = away
        self._cards = [ModelCard(model, model, remote=True, retires=retires) for model in models]

    def models(self) -> Sequence[ModelCard]:
        if self.away:
            raise UpstreamFailed(f"{self.name} cannot be reached.")
        return self._cards

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Drawn]:
        yield paint_flat(request, 0)

    async def close(self) -> None:
        pass


def _read(text: str) -> Settings:
    return Settings.read({"PINXIT_ENGINES": "pinxit.testing:FakeEngine"}, Document(None, text))


def _plan(text: str, *upstreams: _Peer) -> tuple[Catalog, list[str]]:
    engines: list[Engine] = [FakeEngine(), *(peer for peer in upstreams if not peer.away)]
    routing, left_out = plan_routes(_read(text), engines, [peer.name for peer in upstreams if peer.away])
    return Catalog(engines, routing=routing), left_out


_ROUTE = """
[models.fox]
backends = ["one", {upstream = "two", model = "wolf", weight = 2}]
fallback = ["pinxit-fake"]
[aliases]
best = "fox"
"""


def test_routes_lead_to_all_that_are_named() -> None:
    catalog, left_out = _plan(_ROUTE, _Peer("one", "fox"), _Peer("two", "wolf"))
    assert not left_out
    groups = catalog.find("best").engine.groups  # type: ignore[attr-defined]
    assert [[(place.engine, place.model) for place in group.places] for group in groups] == [
        [("one", "fox"), ("two", "wolf")],
        [("fake", "pinxit-fake")],
    ]


def test_one_that_is_away_is_left_out_until_it_is_back() -> None:
    catalog, left_out = _plan(_ROUTE, _Peer("one", "fox"), _Peer("two", "wolf", away=True))
    assert not left_out
    groups = catalog.find("best").engine.groups  # type: ignore[attr-defined]
    assert [place.engine for place in groups[0].places] == ["one"]


def test_where_all_are_away_the_fallback_serves() -> None:
    catalog, left_out = _plan(_ROUTE, _Peer("one", "fox", away=True), _Peer("two", "wolf", away=True))
    assert "line 2" in left_out[0]
    assert catalog.find("fox").card.name == "pinxit-fake"


def test_without_a_fallback_its_models_are_unknown_and_its_aliases_lead_nowhere() -> None:
    text = '[models.fox]\nbackends = ["one"]\nfallback = "none"\n[aliases]\nbest = "fox"\nother = "cat"'
    catalog, _ = _plan(text, _Peer("one", "fox", away=True))
    for name in ("fox", "best", "other"):
        with pytest.raises(UnknownModel):
            catalog.find(name)


def test_fallback_off_takes_away_every_fallback() -> None:
    catalog, _ = _plan("[server]\nfallback = false\n" + _ROUTE, _Peer("one", "fox", "gemini-x"), _Peer("two", "wolf"))
    for name in ("fox", "gemini-x"):
        assert len(catalog.find(name).engine.groups) == 1  # type: ignore[attr-defined]


def test_a_backend_that_there_is_not_is_told_with_what_may_be_meant() -> None:
    with pytest.raises(ConfigurationError, match=r"line 2, \[models.fox\]: there is no upstream 'two'.* There are"):
        _plan(_ROUTE, _Peer("one", "fox"))
    with pytest.raises(ConfigurationError, match="did you mean 'oone'"):
        _plan(_ROUTE, _Peer("oone", "fox"))


def test_an_upstream_with_the_name_of_an_engine_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="has the name of an engine"):
        open_workshop(_read('[upstreams.fake]\nkind = "openai"\nurl = "http://127.0.0.1:9/v1"'))


def test_an_upstream_that_comes_back_is_served_without_a_restart(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(workshops, "_AGAIN", 0.01)
    caplog.set_level(logging.INFO)

    async def run() -> None:
        peer = _Peer("one", "fox", away=True)
        workshop = Workshop([FakeEngine()], [peer])
        assert workshop.away == ["one"]
        with pytest.raises(UnknownModel):
            workshop.studio.catalog.find("fox")
        waiting = asyncio.create_task(workshop.wait_for_upstreams())
        await asyncio.sleep(0.03)
        peer.away = False
        await asyncio.wait_for(waiting, 5)
        assert workshop.away == []
        result = await workshop.studio.create(ImageRequest(model="fox", prompt="a fox", size=Size(64, 64)))
        assert result.engine == "one"
        await workshop.close()

    asyncio.run(run())
    assert "one cannot be reached" in caplog.text


def test_models_that_end_are_warned_of_once_a_day(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(workshops, "_DAY", 0.02)
    monkeypatch.setattr(workshops, "time", type("Frozen", (), {"time": staticmethod(lambda: 100.0 * _DAY)}))

    async def run() -> None:
        peers = [_Peer("p", "past", retires=99 * _DAY), _Peer("s", "soon", retires=129 * _DAY)]
        workshop = Workshop([FakeEngine()], [*peers, _Peer("l", "late", retires=131 * _DAY), _Peer("n", "never")])
        with suppress(TimeoutError):
            await asyncio.wait_for(workshop.watch_lives(), 0.05)

    asyncio.run(run())
    warned = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len(warned) >= 4
    assert "past was shut down" in warned[0]
    assert "soon is shut down" in warned[1]
    assert not [warning for warning in warned if "late" in warning or "never" in warning]


def test_the_sentence_of_a_model_that_ends_says_the_day_and_what_to_do() -> None:
    catalog = Catalog([FakeEngine(), _Peer("p", "old", retires=1_790_899_200)])
    (sentence,) = tell_lives(catalog, 1_790_899_200 - 5 * _DAY)
    assert "2026-10-02" in sentence
    assert "[models]" in sentence


def test_one_upstream_and_one_route_serve_a_picture(tmp_path: Path) -> None:
    with run_upstream() as upstream:
        text = f"""
        [upstreams.peer]
        kind = "openai"
        url = "{upstream.url}/v1"
        key = "{upstream.key}"
        models = ["gpt-image-2"]
        [aliases]
        best = "gpt-image-2"
        """
        settings = replace(_read(text), data=tmp_path)

        async def run() -> None:
            async with use_workshop(settings) as workshop:
                request = ImageRequest(model="best", prompt="a fox", size=Size(1024, 1024))
                async with aclosing(workshop.studio.watch(request)) as events:
                    results = [event async for event in events]
                assert (results[-1].engine, results[-1].model) == ("peer", "gpt-image-2")  # type: ignore[union-attr]

        asyncio.run(run())
        assert upstream.made == 1
