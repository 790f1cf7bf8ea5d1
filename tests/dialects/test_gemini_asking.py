"""What is sent to Gemini: checked by the models of Google's own client, which refuse what they do not know."""

from __future__ import annotations

import base64
import io
from typing import Any

import orjson
import pytest
from google.genai import types
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pinxit.core.images import RATIOS, Background, Format, ImageRequest, Quality, Size, Source, Tier
from pinxit.core.sizes import load_tiers
from pinxit.dialects.gemini.asking import Manner, make_shapes, write_requests, write_seed
from pinxit.dialects.gemini.wishes import read_seed

_OLD = Manner(make_shapes())
_NEW = Manner(make_shapes(tiers=[Tier.ONE, Tier.HALF, Tier.TWO, Tier.FOUR]), thinks=True)


def _paint(shade: int, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, 0, 0)).save(buffer, kind)
    return buffer.getvalue()


def _ask(manner: Manner = _NEW, **wishes: Any) -> tuple[list[types.Content], types.GenerateContentConfig]:
    """The first body, as Google's client understands it."""
    request = ImageRequest(**{"model": "m", "prompt": "a fox", **wishes})
    content: dict[str, Any] = orjson.loads(write_requests(request, manner)[0])
    assert set(content) <= {"contents", "generationConfig", "safetySettings", "labels"}
    beside = {name: content[name] for name in ("safetySettings", "labels") if name in content}
    config = types.GenerateContentConfig.model_validate({**content["generationConfig"], **beside})
    return [types.Content.model_validate(turn) for turn in content["contents"]], config


def test_a_prompt_is_one_turn_of_the_user_and_pictures_and_words_may_come_back() -> None:
    contents, config = _ask()
    assert [(turn.role, [part.text for part in turn.parts or []]) for turn in contents] == [("user", ["a fox"])]
    assert config.response_modalities == ["TEXT", "IMAGE"]
    assert config.candidate_count is None


@pytest.mark.parametrize(("ratio", "pixels"), RATIOS.items(), ids=list(RATIOS))
def test_every_size_of_the_seed_is_asked_for_by_its_ratio(ratio: str, pixels: tuple[int, int]) -> None:
    image = _ask(_OLD, size=Size(*pixels))[1].image_config
    assert image is not None
    assert (image.aspect_ratio, image.image_size) == (ratio, None)
    newer = _ask(size=Size(*pixels))[1].image_config
    assert newer is not None
    assert (newer.aspect_ratio, newer.image_size) == (ratio, "1K")


@pytest.mark.parametrize("tier", list(Tier))
def test_every_size_of_the_tables_is_asked_for_by_ratio_and_class(tier: Tier) -> None:
    for ratio, row in load_tiers().items():
        image = _ask(size=row[tier])[1].image_config
        assert image is not None
        assert (image.aspect_ratio, image.image_size) == (ratio, tier.value)


@given(st.integers(64, 4096), st.integers(64, 4096))
def test_any_size_becomes_the_nearest_ratio_that_the_model_has(width: int, height: int) -> None:
    ratio, tier = _OLD.shapes.choose(Size(width, height))
    assert tier is None
    wide, high = RATIOS[ratio]
    far = abs(width / height / (wide / high) - 1)
    for other_wide, other_high in RATIOS.values():
        assert far <= abs(width / height / (other_wide / other_high) - 1) + 0.03 * width / height


def test_without_a_size_the_prompt_or_the_first_picture_decides() -> None:
    assert _ask()[1].image_config is None
    assert _ask(sources=(Source(_paint(1)),))[1].image_config is None
    image = _ask(tier=Tier.TWO)[1].image_config
    assert image is not None
    assert (image.aspect_ratio, image.image_size) == (None, "2K")
    assert _ask(_OLD, tier=Tier.TWO)[1].image_config is None  # it has no classes


@pytest.mark.parametrize("quality", list(Quality))
def test_quality_chooses_no_class_of_resolution(quality: Quality) -> None:
    assert _ask(quality=quality)[1] == _ask()[1]


def test_what_google_has_no_word_for_is_left_out() -> None:
    wishes: dict[str, Any] = {
        "format": Format.JPEG,
        "compression": 5,
        "background": Background.OPAQUE,
        "user": "me",
        "payer": "p",
    }
    assert _ask(**wishes) == _ask()


def test_pictures_come_inline_before_the_words_in_their_order() -> None:
    photos = [_paint(1), _paint(2, "JPEG"), _paint(3, "WEBP")]
    (turn,), _ = _ask(sources=tuple(map(Source, photos)))
    parts = turn.parts or []
    blobs = [part.inline_data for part in parts[:-1]]
    assert [blob.data for blob in blobs if blob] == photos
    assert [blob.mime_type for blob in blobs if blob] == ["image/png", "image/jpeg", "image/webp"]
    assert parts[-1].text == "a fox"


def test_pictures_without_words_ask_for_a_variation() -> None:
    (turn,), _ = _ask(prompt="", sources=(Source(_paint(1)),))
    assert "variation" in ((turn.parts or [])[-1].text or "")


def test_signed_pictures_are_a_turn_of_the_model_where_the_model_signs() -> None:
    signed, plain = Source(_paint(1), signature="c2lnbmVk"), Source(_paint(2))
    contents, _ = _ask(sources=(signed, plain))
    assert [turn.role for turn in contents] == ["model", "user"]
    (part,) = contents[0].parts or []
    assert part.thought_signature == b"signed"
    assert len(contents[1].parts or []) == 2
    assert [turn.role for turn in _ask(_OLD, sources=(signed,))[0]] == ["user"]


def test_the_second_picture_stays_the_second_one_signed_or_not() -> None:
    (turn,), _ = _ask(sources=(Source(_paint(1)), Source(_paint(2), signature="c2lnbmVk")))
    blobs = [part.inline_data for part in (turn.parts or [])[:-1]]
    assert [blob.data for blob in blobs if blob] == [_paint(1), _paint(2)]


def test_low_moderation_lets_pass_what_is_not_surely_harmful_in_every_category() -> None:
    settings = _ask(options=(("moderation", "low"),))[1].safety_settings or []
    assert {setting.threshold for setting in settings} == {types.HarmBlockThreshold.BLOCK_ONLY_HIGH}
    assert len({setting.category for setting in settings}) == 4
    assert _ask(options=(("moderation", "auto"),))[1].safety_settings is None


def test_a_user_is_told_to_vertex_only_and_as_a_hash() -> None:
    labels = _ask(Manner(make_shapes(), labels=True), user="Jane Doe \ud800")[1].labels or {}
    assert set(labels) == {"user"}
    assert len(labels["user"]) == 32
    assert "jane" not in labels["user"].lower()
    assert _ask(user="Jane Doe")[1].labels is None


def test_interim_pictures_are_asked_for_where_they_are_wanted() -> None:
    assert _ask()[1].thinking_config is None
    thinking = _ask(partials=2)[1].thinking_config
    assert thinking is not None
    assert thinking.include_thoughts
    assert _ask(_OLD, partials=2)[1].thinking_config is None


@given(st.integers(-(2**31), 2**31 - 1))
def test_a_seed_goes_out_as_it_came_in(seed: int) -> None:
    assert write_seed(read_seed(seed) or 0) == seed


@given(st.integers(0, 2**63 - 1))
def test_any_seed_is_one_that_google_takes(seed: int) -> None:
    assert -(2**31) <= write_seed(seed) < 2**31


def test_bodies_of_several_pictures_differ_by_their_seeds_alone() -> None:
    request = ImageRequest(model="m", prompt="a fox", n=3, sources=(Source(_paint(1)),))
    assert len({id(body) for body in write_requests(request, _NEW)}) == 1
    seeded = write_requests(ImageRequest(model="m", prompt="a fox", n=3, seed=4), _NEW)
    assert [orjson.loads(body)["generationConfig"]["seed"] for body in seeded] == [4, 5, 6]


def test_half_a_surrogate_pair_in_a_prompt_can_be_sent() -> None:
    assert (_ask(prompt="a \ud800 fox")[0][0].parts or [])[0].text == "a ? fox"


def test_base64_is_the_standard_one() -> None:
    body = write_requests(ImageRequest(model="m", prompt="", sources=(Source(_paint(250)),)), _NEW)[0]
    data = orjson.loads(body)["contents"][0]["parts"][0]["inlineData"]["data"]
    assert base64.b64decode(data, validate=True) == _paint(250)
