"""Pictures as services send them."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pinxit.core.engine import ModelCard, Option, Span, Text
from pinxit.core.errors import UpstreamFailed
from pinxit.core.images import MAX_PIXELS, MAX_SIDE, Format, Size
from pinxit.core.sizes import Native
from pinxit.dialects.openai.asking import Habits
from pinxit.dialects.openai.capabilities import Known, read_known
from pinxit.dialects.openai.writing import describe_card
from pinxit.engines.upstreams.pictures import encode_as, look_at, unpack


def make_file(kind: str, mode: str = "RGB", **how: Any) -> bytes:
    out = io.BytesIO()
    image = Image.effect_noise((97, 80), 60).convert(mode)
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    image.save(out, kind, **how)
    return out.getvalue()


_FILES = {
    "png": (make_file("PNG"), Format.PNG, False),
    "png-alpha": (make_file("PNG", "RGBA"), Format.PNG, True),
    "jpeg": (make_file("JPEG"), Format.JPEG, False),
    "webp": (make_file("WEBP"), Format.WEBP, False),
    "webp-alpha": (make_file("WEBP", "RGBA", lossless=True), Format.WEBP, True),
    "gif": (make_file("GIF", "L"), Format.GIF, False),
}


@pytest.mark.parametrize("name", _FILES)
def test_base64_comes_out_the_same_however_it_was_written(name: str) -> None:
    data, kind, _ = _FILES[name]
    text = base64.b64encode(data).decode()
    lines = "\r\n".join(text[start : start + 76] for start in range(0, len(text), 76))
    others = (text.rstrip("="), text.translate(str.maketrans("+/", "-_")), f"data:image/png;base64,{text}", lines)
    for said in (text, *others):
        found = unpack(said)
        assert (found.data, found.text) == (data, text.encode())
        assert (found.format, found.size) == (kind, Size(97, 80))


@pytest.mark.parametrize("name", _FILES)
def test_half_a_picture_is_none(name: str) -> None:
    data, kind, _ = _FILES[name]
    if kind is Format.GIF:
        pytest.skip("a GIF has no length in it")
    with pytest.raises(UpstreamFailed, match="end is missing") as caught:
        look_at(data[: len(data) // 2])
    assert caught.value.code == "upstream_bad_picture"


@pytest.mark.parametrize("wanted", [Format.PNG, Format.JPEG, Format.WEBP])
@pytest.mark.parametrize("name", _FILES)
def test_any_becomes_any_other_and_the_same_stays_as_it_is(name: str, wanted: Format) -> None:
    data, kind, clear = _FILES[name]
    if clear and wanted is kind:
        assert look_at(data).alpha
    made = encode_as(look_at(data), wanted, 80)
    assert (made.data == data) is (kind is wanted)
    assert look_at(made.data).format is wanted
    assert made.alpha is (clear and wanted.has_alpha)


def test_an_svg_tells_its_size_by_its_root_or_its_window() -> None:
    for root in ('width="300px" height="200"', "viewBox='0 0 300 200'"):
        found = look_at(f'<?xml version="1.0"?>\n<svg xmlns="x" {root}><g/></svg>'.encode())
        assert (found.size, found.format, found.alpha) == (Size(300, 200), Format.SVG, True)


@pytest.mark.parametrize("size", [(1, 1), (63, 64), (12289, 100)])
def test_a_picture_of_no_possible_size_is_refused(size: tuple[int, int]) -> None:
    out = io.BytesIO()
    Image.new("1", size).save(out, "PNG")
    with pytest.raises(UpstreamFailed, match="pixels"):
        look_at(out.getvalue())


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda data: base64.b64encode(data).decode()))
def test_what_is_no_picture_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UpstreamFailed):
        unpack(text)


_SIDES = st.integers(64, MAX_SIDE)


@given(_SIDES, _SIDES)
def test_a_size_keeps_the_least_area_and_the_longest_shape_of_a_model(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        return
    native = Native(max_side=3840, max_pixels=8_294_400, multiple=16, min_pixels=655_360, max_ratio=3.0)
    size = native.nearest(Size(width, height))
    long, short = max(size.width, size.height), min(size.width, size.height)
    assert long <= 3840
    assert long <= 3 * short
    assert 655_360 <= long * short <= 8_294_400
    assert long % 16 == short % 16 == 0
    assert native.nearest(size) == size


def test_a_card_is_read_as_it_was_written() -> None:
    native = Native(max_side=2048, max_pixels=2**22, multiple=8, min_pixels=4096, max_ratio=2.5)
    options: dict[str, Option] = {"negative_prompt": Text(500, "fog"), "cfg": Span(0, 9.5, 7, fractions=True)}
    card = ModelCard("m", "A model", sizes=native, options=options, sources=3, masks=True, partials=2, retires=99)
    plain = Known(ModelCard("m", "plain"), Habits())
    told = {"id": "m", "created": card.created, "owned_by": "pinxit", "shutdown_date": 99}
    read = read_known({**told, "capabilities": describe_card(card)}, plain)
    assert read is not None
    assert read.card == card


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_NAMES = [*describe_card(ModelCard("m", "m")), "resolution", "aspect_ratio", "input_references", "steps", "images"]
_DESCRIBED = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("type", "values", "min", "max", "default", "supported", "max_side"), _JSON)
)


@given(
    st.sampled_from(["capabilities", "supported_parameters"]),
    st.dictionaries(st.sampled_from(_NAMES), _DESCRIBED | _JSON, max_size=6),
    _JSON,
)
def test_no_description_is_a_fault_of_ours(name: str, told: dict[str, Any], other: object) -> None:
    known = read_known({name: told, "created": other, "shutdown_date": other}, Known(ModelCard("m", "m"), Habits()))
    assert known is None or known.card.name == "m"
    assert known is None or "images" not in known.card.options
