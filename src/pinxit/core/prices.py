"""What a request costs in money: a table of models and prices, data that the operator can override.

Money is counted in whole billionths of a dollar. What each picture costs is rounded up to the next one, once, and the
whole costs what its pictures cost together: never less than the exact amount, and less than a billionth a picture more.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pinxit.core.errors import ConfigurationError
from pinxit.core.images import Size, Usage
from pinxit.core.limits import NANO
from pinxit.core.tokens import share_usage

_MILLION = 10**6
_MODELS = 1000  # whose price is remembered
_HIGHEST = 10**6  # dollars; more is a slip of the pen


@dataclass(frozen=True, slots=True)
class Price:
    """Of one model, in billionths of a dollar: for a million tokens of text, of source pictures and of output, and for
    each picture besides. `output_text` is for the words and thoughts among the output; None: as the rest of it.
    """

    text: int = 0
    image: int = 0
    output: int = 0
    output_text: int | None = None
    picture: int = 0


class Prices:
    """Prices by patterns of model names (`gemini-*`); the first that matches counts, and none means nothing to pay."""

    def __init__(self, table: Mapping[str, Price]) -> None:
        self._table = dict(table)
        self._found: dict[str, Price] = {}

    def find(self, model: str) -> Price:
        price = self._found.get(model)
        if price is None:
            price = next((price for pattern, price in self._table.items() if fnmatchcase(model, pattern)), Price())
            if len(self._found) < _MODELS:
                self._found[model] = price
        return price

    def split(self, model: str, usage: Usage, sizes: Sequence[Size]) -> list[tuple[int, int]]:
        """Tokens and cost (billionths of a dollar) of each picture of these sizes, none of them negative.

        What came in, and what came out besides the pictures, is the first one's to pay. The tokens add up to the
        usage's.
        """
        if not sizes:
            return []
        price = self.find(model)
        said = price.output if price.output_text is None else price.output_text
        pieces = []
        for share in share_usage(usage, sizes):
            exact = price.text * share.text_tokens + price.image * share.image_tokens
            exact += price.output * share.output_image_tokens + said * share.output_text_tokens
            pieces.append((share.total_tokens, -(-exact // _MILLION) + price.picture))
        return pieces


def load_prices(override: Path | None = None) -> Prices:
    """The prices that come with pinxit, and before them those of the file `override`. Raises ConfigurationError."""
    table = dict(_read(override)) if override else {}
    for pattern, price in _read(Path(__file__).with_name("prices.toml")):
        table.setdefault(pattern, price)
    return Prices(table)


def _read(path: Path) -> Iterator[tuple[str, Price]]:
    try:
        # As decimals: 0.1 as a binary fraction is not a tenth.
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        for pattern, entries in content.items():
            yield pattern, _read_price(pattern, entries)
    except OSError as error:
        raise ConfigurationError(f"The prices in {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise ConfigurationError(f"{path} is no table of prices: {error}.") from error


def _read_price(pattern: str, entries: object) -> Price:
    known = [field.name for field in fields(Price)]
    if not isinstance(entries, Mapping):
        raise ValueError(f'"{pattern}" stands alone; write ["{pattern}"] and its prices below it')
    if wrong := [name for name in entries if name not in known]:
        # Without quotes a point in a name begins a table inside of a table.
        quotes = f'; write the model\'s whole name in quotes, ["{pattern}..."]' if _nests(entries) else ""
        raise ValueError(f"[{pattern}] has {', '.join(wrong)}; prices are {', '.join(known)}{quotes}")
    return Price(**{name: _read_money(f"[{pattern}] {name}", value) for name, value in entries.items()})


def _nests(entries: Mapping[str, Any]) -> bool:
    return any(isinstance(value, Mapping) for value in entries.values())


def _read_money(name: str, value: object) -> int:
    """Dollars as they stand in the file, as whole billionths."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(f"{name} must be a number of dollars, such as 0.30")
    amount = Decimal(value)
    if not amount.is_finite() or not 0 <= amount <= _HIGHEST:
        raise ValueError(f"{name} must be 0 to {_HIGHEST} dollars, not {value}")
    billionths = amount * NANO
    if billionths != int(billionths):
        raise ValueError(f"{name} has more than nine decimal places: {value}")
    return int(billionths)
