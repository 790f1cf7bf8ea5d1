"""What a request will cost, before anything is drawn."""

from __future__ import annotations

from pinxit.core.images import ImageRequest, Size, Usage
from pinxit.core.limits import Spend
from pinxit.core.prices import Prices
from pinxit.core.sizes import load_tiers
from pinxit.core.tokens import PARTIAL_TOKENS, count_input, count_picture


def foretell(request: ImageRequest, model: str, prices: Prices) -> Spend:
    """What it costs of `model` at most, as far as can be known: a size that the prompt chooses counts as its class."""
    size = request.size or (load_tiers()["1:1"][request.tier] if request.tier else Size(1024, 1024))
    made = request.n * (count_picture(size) + PARTIAL_TOKENS * request.partials)
    came = count_input(request.prompt, request.sources)
    usage = Usage(came.text_tokens, came.image_tokens, made)
    pieces = prices.split(model, usage, [size] * request.n)
    return Spend(request.n, sum(tokens for tokens, _ in pieces), sum(cost for _, cost in pieces))
