"""What a request costs in tokens: fixed, documented rules, so that a caller can foretell the bill.

Text: a run of Latin letters costs one token for every eight letters begun, a run of digits one for every three begun,
any other visible character (punctuation, a CJK character, an emoji) one. A prompt costs at least one.

Pictures: 1290 for a picture of the one-megapixel class, as the seed's ten sizes are; others 1290 times their
megapixels (of 2^20 pixels) rounded to a whole number, at least one.

Source pictures: 258 for every tile of 768 x 768 pixels that they begin, so 258 for a small one.

Partial pictures: 100 for each that was sent, whatever its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pinxit.core.images import Picture, Size, Source, Usage

PICTURE_TOKENS = 1290
TILE_TOKENS = 258
PARTIAL_TOKENS = 100
_TILE = 768
_MEGAPIXEL = 1 << 20
_TOKENS = re.compile(r"[A-Za-z\u00c0-\u024f]{1,8}|\d{1,3}|\S")


def count_text(text: str) -> int:
    """Tokens of a prompt, at least 1."""
    return max(1, len(_TOKENS.findall(text)))


def count_picture(size: Size) -> int:
    """Output tokens of one picture of this size."""
    return PICTURE_TOKENS * max(1, (size.width * size.height + _MEGAPIXEL // 2) // _MEGAPIXEL)


def count_source(size: tuple[int, int]) -> int:
    """Input tokens of a source picture of this width and height in pixels."""
    width, height = size
    return TILE_TOKENS * max(1, -(-width // _TILE)) * max(1, -(-height // _TILE))


def count_input(prompt: str, sources: Iterable[Source] = ()) -> Usage:
    """Tokens of what goes in: the prompt (0 for an empty one) and the sources; one of unknown size is one tile."""
    return Usage(
        text_tokens=count_text(prompt) if prompt.strip() else 0,
        image_tokens=sum(count_source(source.pixels or (1, 1)) for source in sources),
        output_tokens=0,
    )


def share_usage(usage: Usage, sizes: Sequence[Size]) -> list[Usage]:
    """The tokens of a whole among its pictures of these sizes, one at least: they add up to `usage`.

    What came in, and the words that came out, belong to the first one.
    """
    if len(sizes) == 1:
        return [usage]
    made = _share(usage.output_image_tokens, [count_picture(size) for size in sizes])
    words = usage.output_text_tokens
    first = Usage(usage.text_tokens, usage.image_tokens, made[0] + words, words)
    return [first, *(Usage(0, 0, tokens) for tokens in made[1:])]


def _share(total: int, weights: Sequence[int]) -> list[int]:
    """`total` tokens among pictures: what each weighs, and the rest to the first; by weight where that is too much."""
    rest = total - sum(weights)
    if rest >= 0:
        return [weights[0] + rest, *weights[1:]]
    ends = [total * sum(weights[:number]) // sum(weights) for number in range(len(weights) + 1)]
    return [end - begin for begin, end in pairwise(ends)]


def count_usage(prompt: str, pictures: Iterable[Picture], sources: Iterable[Source] = (), partials: int = 0) -> Usage:
    """Tokens of a whole request: the prompt and the sources are counted once, every picture for itself."""
    made = sum(count_picture(picture.size) for picture in pictures)
    return replace(count_input(prompt, sources), output_tokens=made + PARTIAL_TOKENS * partials)
