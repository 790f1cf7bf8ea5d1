"""What is written of requests, results and errors comes back as it was, through JSON and nothing else."""

from __future__ import annotations

import hashlib
import inspect
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinxit.core import errors
from pinxit.core.images import (
    Animation,
    Background,
    Format,
    ImageRequest,
    Picture,
    Quality,
    Size,
    Source,
    Tier,
    Usage,
)
from pinxit.core.records import (
    INTERRUPTED,
    name_pictures,
    pack_error,
    pack_request,
    pack_result,
    unpack_error,
    unpack_request,
    unpack_result,
)
from pinxit.core.studio import ImageResult

_TEXT = st.text(st.characters(codec=None), max_size=40)  # lone surrogates too: a client may send "\ud800"
_SIZES = st.builds(Size, st.integers(64, 2048), st.integers(64, 2048))
_PICTURES = st.binary(max_size=20).map(lambda tail: b"\x89PNG\r\n\x1a\n" + tail)
_SOURCES = st.lists(st.tuples(_PICTURES, _TEXT), max_size=3)
_OPTIONS = st.lists(
    st.tuples(_TEXT, st.one_of(_TEXT, st.integers(-(2**53), 2**53), st.booleans(), st.floats(allow_nan=False))),
    max_size=3,
).map(tuple)


@st.composite
def _requests(draw: st.DrawFn) -> ImageRequest:
    sources = tuple(Source(data, name) for data, name in draw(_SOURCES))
    masked: bool = draw(st.booleans())
    kind = draw(st.sampled_from(Format))
    prompt = draw(_TEXT)
    return ImageRequest(
        model=draw(_TEXT),
        prompt=prompt if prompt.strip() or sources else "a fox",
        n=draw(st.integers(1, 10)),
        size=draw(st.none() | _SIZES),
        quality=draw(st.sampled_from(Quality)),
        format=kind,
        background=draw(st.sampled_from([Background.OPAQUE, Background.AUTO])),
        compression=draw(st.integers(0, 100)) if kind.lossy else 100,
        seed=draw(st.none() | st.integers(0, 2**63 - 1)),
        user=draw(st.none() | _TEXT),
        sources=sources,
        mask=Source(draw(_PICTURES), "mask") if sources and masked else None,
        partials=draw(st.integers(0, 3)),
        tier=draw(st.none() | st.sampled_from(Tier)),
        animation=draw(st.none() | st.builds(Animation, st.integers(2, 16), st.integers(10, 9999)))
        if kind is Format.GIF
        else None,
        strict=draw(st.booleans()),
        options=draw(_OPTIONS),
        format_said=draw(st.booleans()),
        quality_said=draw(st.booleans()),
        pixels_said=draw(st.booleans()),
    )


def _through_json(record: Any) -> Any:
    text = json.dumps(record)
    text.encode("utf-8")  # what a database takes
    return json.loads(text)


def _name(source: Source) -> str:
    return hashlib.sha256(source.data).hexdigest()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(_requests())
def test_a_request_comes_back_as_it_was(request: ImageRequest) -> None:
    names = [_name(source) for source in request.sources]
    record = _through_json(pack_request(request, names, _name(request.mask) if request.mask else None))
    everything = {_name(source): source.data for source in (*request.sources, *filter(None, [request.mask]))}
    assert set(name_pictures(record)) == set(everything)
    assert unpack_request(record, everything) == request


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(_requests())
def test_a_request_can_be_read_without_its_pictures(request: ImageRequest) -> None:
    record = pack_request(request, [_name(source) for source in request.sources], "m" if request.mask else None)
    bare = unpack_request(_through_json(record), None)
    assert (bare.sources, bare.mask) == ((), None)
    assert bare.prompt == ((request.prompt.strip() and bare.prompt) or "a variation")
    assert (bare.model, bare.n, bare.size, bare.options) == (request.model, request.n, request.size, request.options)


def test_every_field_of_a_request_is_in_its_record() -> None:
    """Whoever adds a field to ImageRequest must keep it too, or a job runs again as something else."""
    record = pack_request(ImageRequest(model="auto", prompt="a fox"))
    # Who pays is known from the job.
    assert set(record) == set(ImageRequest.__dataclass_fields__) - {"payer"}


_MADE = st.builds(
    Picture,
    index=st.integers(0, 9),
    data=st.binary(min_size=1, max_size=20),
    size=_SIZES,
    format=st.sampled_from(Format),
    seed=st.integers(0, 2**63),
    description=_TEXT,
    missing=st.lists(_TEXT, max_size=3).map(tuple),
    transparent=st.booleans(),
    native=st.none() | _SIZES,
    signature=st.none() | _TEXT,
    usage=st.none() | st.builds(Usage, *[st.integers(0, 10**9)] * 4),
)


@given(st.lists(_MADE, min_size=1, max_size=4), st.builds(Usage, *[st.integers(0, 10**9)] * 4), st.floats(0, 1e5))
def test_a_result_comes_back_as_it_was(pictures: list[Picture], usage: Usage, seconds: float) -> None:
    request = ImageRequest(model="auto", prompt="a fox", n=len(pictures))
    result = ImageResult(request, tuple(pictures), "fake", "pinxit-fake", usage)
    names = [f"{number}.png" for number in range(len(pictures))]
    record = _through_json(pack_result(result, names, seconds))
    data = {name: picture.data for name, picture in zip(names, pictures, strict=True)}
    assert unpack_result(record, request, data) == result


def test_every_field_of_a_picture_is_in_its_record() -> None:
    picture = Picture(0, b"x", Size(64, 64), Format.PNG, 1, "x")
    result = ImageResult(ImageRequest(model="a", prompt="b"), (picture,), "e", "m", Usage(1, 2, 3))
    kept = set(pack_result(result, ["name"], 1.0)["pictures"][0])
    assert kept == set(Picture.__dataclass_fields__) - {"data", "text"} | {"name"}


def _list_kinds() -> list[type[errors.PinxitError]]:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    return [kind for kind in kinds if issubclass(kind, errors.PinxitError)]


_MAKERS: dict[type[errors.PinxitError], Any] = {
    errors.Overloaded: lambda: errors.Overloaded("full", retry_after=7.0),
    errors.RateLimited: lambda: errors.RateLimited("too often", retry_after=3.5),
    errors.Stopping: lambda: errors.Stopping("stopping", retry_after=2.0),
    errors.UpstreamBusy: lambda: errors.UpstreamBusy("busy", retry_after=12.0),
    errors.UpstreamAway: lambda: errors.UpstreamAway("left alone", retry_after=4.0),
    errors.UpstreamCapped: lambda: errors.UpstreamCapped("spent there", resets=1.8e9),
    errors.UpstreamFailed: lambda: errors.UpstreamFailed("unreachable", undone=True, code="upstream_unreachable"),
    errors.BudgetSpent: lambda: errors.BudgetSpent("spent", resets=1.8e9),
    errors.Blocked: lambda: errors.Blocked("no", reason="no_image", stage="output", param="input"),
    errors.NoPicture: lambda: errors.NoPicture("words only", reason="prose", stage="output"),
}


@pytest.mark.parametrize("kind", _list_kinds(), ids=lambda kind: kind.__name__)
def test_every_kind_of_error_comes_back_with_all_that_it_says(kind: type[errors.PinxitError]) -> None:
    error = _MAKERS.get(kind, lambda: kind("words \ud800", param="size", code="invalid_value"))()
    again = unpack_error(_through_json(pack_error(error)))
    assert type(again) is kind
    assert vars(again) == vars(error)
    assert str(again) == error.message


def test_what_broke_inside_of_us_keeps_its_words_to_itself() -> None:
    record = pack_error(RuntimeError("secret detail"))
    assert "secret" not in json.dumps(record)
    assert isinstance(unpack_error(record), errors.EngineFailed)


@pytest.mark.parametrize("kind", ["Invented", "annotations", "Exception", "__name__", None])
def test_an_error_of_a_kind_that_is_not_known_here_is_a_failure_with_its_words(kind: str | None) -> None:
    error = unpack_error({"kind": kind, "message": "Of a later version."})
    assert (type(error), error.message) == (errors.EngineFailed, "Of a later version.")


def test_a_job_whose_server_died_says_that_nothing_was_charged() -> None:
    error = unpack_error(INTERRUPTED)
    assert isinstance(error, errors.EngineFailed)
    assert error.code == "interrupted"
    assert "Nothing was charged" in error.message
