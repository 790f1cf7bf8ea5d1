"""Where services with OpenAI's API listen, and which models they are known to have."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
import pytest

from pinxit.core.errors import ConfigurationError
from pinxit.core.images import RATIOS, ImageRequest, Quality, Size
from pinxit.dialects.openai.asking import Shape, write_generation
from pinxit.engines.upstreams.openai import OpenAIEngine
from pinxit.engines.upstreams.openai_models import know, know_by_ratios, list_known
from pinxit.engines.upstreams.openai_places import find_place
from pinxit.upstreams import Secret, Upstream

KEY = Secret("canary")


@pytest.mark.parametrize(
    ("upstream", "url"),
    [
        (Upstream("o", "openai", key=KEY), "https://api.openai.com/v1/images/edits"),
        (Upstream("o", "openai", url="http://h:8000"), "http://h:8000/v1/images/edits"),
        (Upstream("o", "openai", url="http://h:8000/"), "http://h:8000/v1/images/edits"),
        (Upstream("o", "openai", url="http://h/api/v1/"), "http://h/api/v1/images/edits"),
        (
            Upstream("a", "azure", url="https://r.openai.azure.com", models=("d x",)),
            "https://r.openai.azure.com/openai/deployments/d%20x/images/edits?api-version=2025-04-01-preview",
        ),
        (
            Upstream("a", "azure", url="https://r.openai.azure.com/openai", models=("d x",), api_version="2026-01-01"),
            "https://r.openai.azure.com/openai/deployments/d%20x/images/edits?api-version=2026-01-01",
        ),
        (
            Upstream("a", "azure", url="https://r.openai.azure.com/openai/v1/", models=("d x",)),
            "https://r.openai.azure.com/openai/v1/images/edits",
        ),
    ],
    ids=["openai", "bare", "slash", "path", "azure", "azure-version", "azure-v1"],
)
def test_an_address_is_what_its_settings_mean(upstream: Upstream, url: str) -> None:
    place = find_place(upstream)
    assert place.base + place.path("edits", "d x") == url


@pytest.mark.parametrize(
    "upstream",
    [
        Upstream("o", "openai"),
        Upstream("o", "openai", url="localhost:8000"),
        Upstream("o", "openai", url="ftp://h"),
        Upstream("o", "openai", url="http://user:word@h/v1"),
        Upstream("o", "openai", url="http://h/v1?key=1"),
        Upstream("a", "azure", key=KEY),
        Upstream("a", "azure", key=KEY, url="https://r.openai.azure.com"),
    ],
    ids=["no-key", "no-scheme", "ftp", "user", "query", "azure-no-url", "azure-no-models"],
)
def test_settings_that_cannot_do_are_refused_at_the_start(upstream: Upstream) -> None:
    with pytest.raises(ConfigurationError, match=f"'{upstream.name}'"):
        OpenAIEngine(upstream)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://h:8000/content/a.png?x=1", "/content/a.png?x=1"),
        ("HTTP://H:8000/a", "/a"),
        ("/a b", "/a%20b"),
        ("content/a", "/content/a"),
        ("http://h/a", None),
        ("https://h:8000/a", None),
        ("http://h:8000@evil/a", None),
        ("//evil/a", None),
        ("http://[", None),
        ("http://h:99999999/a", None),
        ("file:///etc/passwd", None),
    ],
)
def test_a_picture_is_fetched_from_the_same_host_alone(url: str, path: str | None) -> None:
    assert find_place(Upstream("o", "openai", url="http://h:8000/v1")).on_host(url) == path


def test_openais_models_end_with_their_day() -> None:
    before, after = (list_known(datetime(2026, 10, day, tzinfo=UTC)) for day in (22, 23))
    assert set(before) - set(after) == {"gpt-image-1"}
    assert "dall-e-3" not in before
    assert know("gpt-image-1").card.retires == datetime(2026, 10, 23, tzinfo=UTC).timestamp()


@pytest.mark.parametrize("name", list_known(datetime(2026, 1, 1, tzinfo=UTC)))
def test_openais_models_are_not_asked_for_base64(name: str) -> None:
    known = know(name)
    assert ("response_format" in known.habits.fields) is name.startswith("dall-e")
    assert Quality.HIGH in known.card.qualities
    assert known.card.remote


def test_a_makers_name_before_a_models_does_not_hide_it() -> None:
    assert know("openai/gpt-image-2").habits == know("gpt-image-2").habits
    assert know("my-deployment", azure=True).habits == know("gpt-image-1.5").habits


def test_the_seeds_own_service_is_asked_with_ratios() -> None:
    known = know_by_ratios("gemini-2.5-flash-image")
    assert known.habits.shape is Shape.RATIO
    request = ImageRequest(model="gemini-2.5-flash-image", prompt="a fox", size=Size(*RATIOS["21:9"]))
    body = write_generation(request, known.habits, 1)
    assert orjson.loads(body) == {"model": "gemini-2.5-flash-image", "prompt": "a fox", "size": "21:9"}
