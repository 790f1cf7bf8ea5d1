"""What the illustrator's card promises beyond the usual: options, classes of resolution, extreme shapes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from pinxit.core.catalog import Catalog
from pinxit.core.errors import Unsupported
from pinxit.core.images import Background, Format, ImageRequest, Quality, Size, Tier
from pinxit.core.sizes import load_tiers
from pinxit.engines.illustrator import IllustratorEngine
from pinxit.engines.illustrator.easel import paint

Pixels = npt.NDArray[np.uint8]
SCENES = (
    "a fox in a forest",
    "a watercolour of a village",
    "a chef in a kitchen",
    "a pencil sketch of a horse on a farm",
)
SMALL = Size(160, 128)
STRIP = 'a two-panel comic strip: 1. a cat sees a dog. 2. the cat says "Hello!"'


def draw(prompt: str, *options: tuple[str, str], size: Size | None = SMALL, **fields: Any) -> Pixels:
    request = ImageRequest("", prompt, size, quality=Quality.LOW, options=options, **fields)
    return paint(request, 2, lambda _share, _what: None).pixels


def saturation(pixels: Pixels) -> float:
    return float(np.ptp(pixels[..., :3].astype(int), axis=2).mean())


@pytest.mark.parametrize("prompt", [*SCENES, STRIP])
def test_a_high_complexity_is_what_is_drawn_without_the_option(prompt: str) -> None:
    assert np.array_equal(draw(prompt), draw(prompt, ("complexity", "high")))


@pytest.mark.parametrize("prompt", SCENES)
def test_less_complexity_leaves_things_away(prompt: str) -> None:
    high, medium, low = (draw(prompt, ("complexity", level)).astype(int) for level in ("high", "medium", "low"))
    assert np.any(high != medium)
    assert 2 < np.abs(high - low).mean() > np.abs(high - medium).mean()


def test_complexity_holds_for_every_panel() -> None:
    assert np.any(draw(STRIP) != draw(STRIP, ("complexity", "low")))


@pytest.mark.parametrize("prompt", ["a red apple on a table", "a watercolour of a village", STRIP])
def test_vivid_is_richer_and_natural_softer(prompt: str) -> None:
    natural, plain, vivid = (draw(prompt, *o) for o in ([("style", "natural")], [], [("style", "vivid")]))
    assert saturation(natural) * 1.05 < saturation(plain) < saturation(vivid) * 0.95
    assert float(natural.std()) < float(vivid.std())


def test_a_style_leaves_the_outline_of_a_clear_picture() -> None:
    plain = draw("a red apple", background=Background.TRANSPARENT)
    vivid = draw("a red apple", ("style", "vivid"), background=Background.TRANSPARENT)
    assert np.array_equal(plain[..., 3], vivid[..., 3])
    assert np.any(plain != vivid)


def test_a_style_shows_in_the_unfinished_states() -> None:
    shown: dict[str, Pixels] = {}
    request = ImageRequest("", "a red apple", Size(96, 96), options=(("style", "vivid"),))
    final = paint(request, 1, lambda _share, _what: None, lambda stage, pixels: shown.update({stage: pixels})).pixels
    assert list(shown) == ["composition", "flat colour", "half finished", "finished"]
    assert np.array_equal(shown["finished"], final)


@pytest.mark.parametrize("option", [("input_fidelity", "high"), ("moderation", "low"), ("moderation", "auto")])
def test_what_has_no_effect_here_is_accepted(option: tuple[str, str]) -> None:
    Catalog([IllustratorEngine(1)]).find("auto").check(ImageRequest("", "a cat", options=(option,)))
    assert np.array_equal(draw("a cat", option), draw("a cat"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("complexity", "none"),
        ("style", "loud"),
        ("input_fidelity", "low"),
        ("svg.model", "x"),
        ("svg.reasoning", "low"),
    ],
)
def test_what_it_does_not_know_is_refused_by_name(field: str, value: str) -> None:
    with pytest.raises(Unsupported) as refused:
        Catalog([IllustratorEngine(1)]).find("auto").check(ImageRequest("", "a cat", options=((field, value),)))
    assert refused.value.param == field


def test_the_card_has_every_format_and_unfinished_states() -> None:
    (card,) = IllustratorEngine(1).models()
    assert set(card.formats) == set(Format)
    assert (card.partials, card.masks, card.sizes.nearest(Size(12_288, 1536))) == (3, True, Size(12_288, 1536))
    assert {name: option.default for name, option in card.options.items()} == {
        "complexity": "high", "style": None, "input_fidelity": "high", "moderation": "auto",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "ratio"),
    [("a cat", "1:1"), ("16:9 banner of a beach", "16:9"), (STRIP, "16:9"), ("a portrait 2:3 of a queen", "2:3")],
)
@pytest.mark.parametrize("tier", [Tier.HALF, Tier.ONE])
def test_the_words_decide_the_shape_and_the_tier_the_pixels(prompt: str, ratio: str, tier: Tier) -> None:
    wanted = load_tiers()[ratio][tier]
    assert draw(prompt, size=None, tier=tier).shape == (wanted.height, wanted.width, 3)


@pytest.mark.parametrize("ratio", load_tiers())
@pytest.mark.parametrize("prompt", ["a fox in a forest", STRIP, 'a logo for a bakery called "Crust"'])
def test_every_shape_of_the_table_has_exactly_its_pixels(prompt: str, ratio: str) -> None:
    wanted = load_tiers()[ratio][Tier.HALF]
    pixels = draw(prompt, size=wanted)
    assert pixels.shape == (wanted.height, wanted.width, 3)
    assert pixels.std() > 3, "something is drawn"


@pytest.mark.parametrize("ratio", ["1:8", "8:1"])
def test_the_subject_stands_whole_in_the_longest_shapes(ratio: str) -> None:
    wide = load_tiers()[ratio][Tier.HALF]
    pixels = draw("a red apple", size=wide, background=Background.TRANSPARENT)
    alpha = pixels[..., 3]
    assert alpha.max() == 255
    edges = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert edges.max() == 0


@pytest.mark.parametrize("ratio", ["8:1", "1:1"])
def test_the_largest_sizes_are_drawn_as_they_are(ratio: str) -> None:
    wanted = load_tiers()[ratio][Tier.FOUR]
    assert draw('a logo for a bakery called "Crust"', size=wanted).shape == (wanted.height, wanted.width, 3)


def test_flames_are_seen_in_the_haze_of_a_distance() -> None:
    burning, whole = (draw(f"a man in front of a {state} house", size=Size(256, 256)) for state in ("burning", "white"))
    orange = [int(((p[..., 0] > 200) & (p[..., 1] < 175) & (p[..., 2] < 110)).sum()) for p in (burning, whole)]
    assert orange[0] > orange[1] + 200
