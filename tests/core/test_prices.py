"""What pictures cost: exact to the billionth of a dollar, and never less than nothing."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinxit.core.errors import ConfigurationError
from pinxit.core.images import Size, Usage
from pinxit.core.prices import Price, Prices, load_prices

_SQUARE = Size(1024, 1024)
_AMOUNTS = st.integers(0, 10**15)
_TOKENS = st.integers(0, 10**7)
_SIZES = st.lists(
    st.sampled_from([Size(64, 64), _SQUARE, Size(2048, 2048), Size(4096, 4096), Size(768, 1344)]),
    min_size=1,
    max_size=10,
)
_PRICES = st.builds(Price, _AMOUNTS, _AMOUNTS, _AMOUNTS, _AMOUNTS)
_USAGES = st.builds(Usage, _TOKENS, _TOKENS, _TOKENS)


@pytest.mark.parametrize(
    ("model", "tokens", "billionths"),
    [
        ("gemini-2.5-flash-image", 1290, 38_700_000),
        ("gemini-3.1-flash-lite-image", 1120, 33_600_000),
        ("gemini-nano-banana-2.1", 1120, 33_600_000),
        ("gemini-3.1-flash-image", 1120, 67_200_000),
        ("gemini-3.1-flash-image", 2520, 151_200_000),
        ("gemini-3-pro-image", 1120, 134_400_000),
        ("nano-banana-pro-preview", 1120, 134_400_000),
        ("pinxit-illustrator", 1290, 0),
    ],
)
def test_a_picture_costs_what_the_price_lists_of_november_2026_say(model: str, tokens: int, billionths: int) -> None:
    assert load_prices().split(model, Usage(0, 0, tokens), [_SQUARE]) == [(tokens, billionths)]


@given(_PRICES, _USAGES, _SIZES)
def test_no_piece_is_negative_and_the_tokens_add_up(price: Price, usage: Usage, sizes: list[Size]) -> None:
    pieces = Prices({"*": price}).split("any", usage, sizes)
    assert len(pieces) == len(sizes)
    assert all(tokens >= 0 and cost >= 0 for tokens, cost in pieces)
    assert sum(tokens for tokens, _ in pieces) == usage.total_tokens


@given(_PRICES, _USAGES, _SIZES)
def test_the_whole_is_rounded_up_by_less_than_a_billionth_a_picture(
    price: Price, usage: Usage, sizes: list[Size]
) -> None:
    pieces = Prices({"*": price}).split("any", usage, sizes)
    exact = Fraction(
        price.text * usage.text_tokens + price.image * usage.image_tokens + price.output * usage.output_tokens, 10**6
    )
    over = sum(cost for _, cost in pieces) - exact - price.picture * len(sizes)
    assert 0 <= over < len(sizes)


def test_the_first_picture_pays_for_what_came_in_and_for_unfinished_states() -> None:
    prices = Prices({"*": Price(text=1_000_000, image=2_000_000, output=3_000_000, picture=7)})
    pieces = prices.split("any", Usage(text_tokens=10, image_tokens=100, output_tokens=2 * 1290 + 300), [_SQUARE] * 2)
    assert pieces == [(10 + 100 + 1590, 10 + 200 + 3 * 1590 + 7), (1290, 3 * 1290 + 7)]


def test_an_engine_that_counts_fewer_tokens_than_we_do_has_them_shared_by_size() -> None:
    pieces = Prices({}).split("any", Usage(0, 0, 1120), [_SQUARE, Size(2048, 2048), _SQUARE])
    assert [tokens for tokens, _ in pieces] == [186, 747, 187]


def test_nothing_drawn_is_nothing_to_pay() -> None:
    assert load_prices().split("gemini-3-pro-image", Usage(5, 0, 0), []) == []


def _write(folder: Path, text: str) -> Path:
    path = folder / "prices.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_operators_price_goes_before_ours_for_the_same_name_too(tmp_path: Path) -> None:
    path = _write(tmp_path, '["gemini-2.5-flash-image*"]\npicture = 0.05\n["gemini-*"]\noutput = 0.1\n')
    prices = load_prices(path)
    assert prices.find("gemini-2.5-flash-image") == Price(picture=50_000_000)
    assert prices.find("gemini-3-pro-image") == Price(output=100_000_000)


def test_prices_of_models_that_the_operator_does_not_name_stay(tmp_path: Path) -> None:
    assert load_prices(_write(tmp_path, "[mine]\npicture = 1\n")).find("gemini-3-pro-image").output == 120 * 10**9


def test_decimal_places_are_exact(tmp_path: Path) -> None:
    prices = load_prices(_write(tmp_path, "[mine]\npicture = 123456.000000001\ntext = 0.07\n"))
    assert prices.find("mine") == Price(picture=123_456_000_000_001, text=70_000_000)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[mine]\npicture = -1\n", "[mine] picture must be 0 to 1000000 dollars"),
        ("[mine]\npicture = nan\n", "[mine] picture must be 0 to 1000000 dollars"),
        ("[mine]\npicture = inf\n", "[mine] picture must be 0 to 1000000 dollars"),
        ("[mine]\npicture = 1e30\n", "[mine] picture must be 0 to 1000000 dollars"),
        ("[mine]\npicture = 0.0000000001\n", "[mine] picture has more than nine decimal places"),
        ("[mine]\npicture = true\n", "[mine] picture must be a number of dollars"),
        ('[mine]\npicture = "1"\n', "[mine] picture must be a number of dollars"),
        ("[mine]\npixel = 1\n", "[mine] has pixel; prices are text, image, output, output_text, picture"),
        ("[gemini-2.5-flash]\npicture = 1\n", "in quotes"),
        ("mine = 1\n", '"mine" stands alone'),
        ("[mine\n", "is no table of prices"),
    ],
)
def test_a_wrong_table_is_refused_with_the_place_and_what_would_be_right(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_prices(_write(tmp_path, text))
    assert said in caught.value.message
    assert "prices.toml" in caught.value.message


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"absent\.toml cannot be read"):
        load_prices(tmp_path / "absent.toml")
