from __future__ import annotations

import pytest

from pinxit.core.images import RATIOS, Size
from pinxit.core.tokens import count_picture, count_text, count_usage


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a fox", 2),
        ("photorealistic", 2),
        ("12 or 1234", 4),
        ("a" * 8 + "9" * 3 + "é" * 17, 5),
        ("red, green", 3),
        ("ein Bär", 2),
        ("一只狐狸", 4),
        ("🦊", 1),
        ("\u200d", 1),
        ("   ", 1),
    ],
)
def test_text_costs_what_the_documented_rule_says(text: str, tokens: int) -> None:
    assert count_text(text) == tokens


@pytest.mark.parametrize("pixels", RATIOS.values(), ids=RATIOS)
def test_every_size_of_the_seed_costs_1290(pixels: tuple[int, int]) -> None:
    assert count_picture(Size(*pixels)) == 1290


@pytest.mark.parametrize(
    ("size", "times"), [(Size(64, 64), 1), (Size(2048, 2048), 4), (Size(4096, 4096), 16), (Size(1536, 1024), 2)]
)
def test_other_sizes_cost_by_their_megapixels(size: Size, times: int) -> None:
    assert count_picture(size) == 1290 * times


def test_the_total_is_the_sum_of_what_went_in_and_what_came_out() -> None:
    usage = count_usage("a fox", [])
    assert (usage.input_tokens, usage.output_tokens, usage.total_tokens) == (2, 0, 2)
