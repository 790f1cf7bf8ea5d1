"""What callers write for a size, and which size a model makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import MAX_PIXELS, MAX_SIDE, MIN_SIDE, RATIOS, Size, Tier
from pinxit.core.sizes import Native, at_tier, load_tiers, nearest_tier, read_size, shrink


@pytest.mark.parametrize(("name", "pixels"), RATIOS.items(), ids=RATIOS)
def test_a_ratio_has_the_pixels_of_the_seed_and_its_name_back(name: str, pixels: tuple[int, int]) -> None:
    wish = read_size(name)
    assert wish.size == Size(*pixels)
    assert wish.size.ratio == wish.said == name


@pytest.mark.parametrize("text", ["1024x600", " 1024X600 ", "1024*600", "1024×600"])
def test_pixels_are_read_in_every_usual_spelling(text: str) -> None:
    wish = read_size(text)
    assert (wish.size, wish.said) == (Size(1024, 600), "1024x600")


@pytest.mark.parametrize("texts", [("Auto",), (None,), (None, "auto", "auto"), ("auto", None, None)])
def test_auto_leaves_the_size_to_the_prompt(texts: tuple[str | None, ...]) -> None:
    assert read_size(*texts) == read_size()
    assert read_size().size is None


@pytest.mark.parametrize(
    "text",
    ["16;9", "16:10", "", "x", "1024", "10x10", "5000x5000", "13000x100", "99999x99999", "-1x5", "1x2x3", "8K", "1:2"],
)
def test_any_other_size_is_refused_and_named(text: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_size(text)
    assert refusal.value.param == "size"


def test_there_are_fourteen_ratios_in_four_classes_and_each_keeps_its_shape() -> None:
    tiers = load_tiers()
    assert len(tiers) == 14
    for ratio, row in tiers.items():
        assert list(row) == list(Tier)
        across, down = map(int, ratio.split(":"))
        for size in row.values():
            assert size.width / size.height == pytest.approx(across / down, rel=0.02)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        (("16:9", None, "1K"), Size(1376, 768)),
        ((None, "16:9", "2k"), Size(2752, 1536)),
        ((None, "21:9", "4K"), Size(6336, 2688)),
        ((None, "21:9", "512"), Size(792, 336)),
        (("2K", "8:1", None), Size(6144, 768)),
        (("1:8", None, None), Size(384, 3072)),
        ((None, "3:2", None), Size(1248, 832)),
        (("1024x1024", "1:1", "1K"), Size(1024, 1024)),
    ],
)
def test_a_ratio_and_a_resolution_together_have_the_pixels_of_the_table(
    said: tuple[str | None, ...], size: Size
) -> None:
    assert read_size(*said).size == size


def test_a_resolution_alone_waits_for_the_prompts_ratio() -> None:
    assert read_size("2K").tier is Tier.TWO
    assert read_size(resolution="4k").tier is Tier.FOUR
    assert at_tier(Size(*RATIOS["16:9"]), Tier.TWO) == Size(2752, 1536)
    assert at_tier(Size(*RATIOS["16:9"]), None) == Size(1344, 768)


@pytest.mark.parametrize(
    ("said", "param"),
    [
        (("16:9", "1:1", None), "size"),
        (("1024x1024", "16:9", None), "size"),
        (("1024x1024", None, "4K"), "size"),
        (("1K", None, "2K"), "size"),
        ((None, "7:3", None), "aspect_ratio"),
        ((None, "", "9K"), "resolution"),
        ((None, None, "huge"), "resolution"),
    ],
)
def test_contradictions_are_refused_and_named(said: tuple[str | None, ...], param: str) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        read_size(*said)
    assert refusal.value.param == param


def test_a_model_of_few_sizes_makes_the_one_of_the_nearest_shape() -> None:
    native = Native(table=(Size(1024, 1024), Size(1536, 1024), Size(1024, 1536), Size(512, 512)))
    assert native.nearest(Size(1344, 768)) == Size(1536, 1024)
    assert native.nearest(Size(500, 500)) == Size(512, 512)
    assert native.nearest(Size(1000, 1000)) == Size(1024, 1024)
    assert native.nearest(Size(700, 2000)) == Size(1024, 1536)


def test_a_model_of_multiples_makes_the_next_larger_ones() -> None:
    native = Native(max_side=2048, max_pixels=2**22, multiple=16)
    assert native.nearest(Size(1000, 600)) == Size(1008, 608)
    assert native.nearest(Size(1024, 608)) == Size(1024, 608)


_SIZES = st.builds(shrink, st.integers(MIN_SIDE, MAX_SIDE), st.integers(MIN_SIDE, MAX_SIDE))


@given(_SIZES, st.sampled_from(Tier))
def test_every_size_has_a_class_and_every_class_a_size_of_its_shape(size: Size, tier: Tier) -> None:
    other = at_tier(size, tier)
    assert other.width * other.height <= MAX_PIXELS
    if max(size.width / size.height, size.height / size.width) < 8:
        assert other.width / other.height == pytest.approx(size.width / size.height, rel=0.05)
        assert nearest_tier(other) is tier


@given(_SIZES, st.integers(256, 4096), st.integers(16_384, MAX_PIXELS), st.sampled_from([1, 8, 16, 64]))
def test_a_native_size_is_within_the_models_limits(size: Size, side: int, pixels: int, multiple: int) -> None:
    native = Native(max_side=side, max_pixels=pixels, multiple=multiple).nearest(size)
    assert native.width * native.height <= pixels
    for length in (native.width, native.height):
        assert length % multiple == 0
        assert MIN_SIDE <= length <= max(side, MIN_SIDE)


def test_rounding_up_does_not_lead_over_the_limit_of_pixels() -> None:
    native = Native(max_pixels=2**20, multiple=64)
    assert native.nearest(Size(1500, 1000)) == Size(1216, 832)
    assert native.nearest(Size(2048, 2048)) == Size(1024, 1024)
    assert native.nearest(Size(12_288, 64)) == Size(12_288, 64)
