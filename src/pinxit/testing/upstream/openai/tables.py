"""OpenAI's image models, written down a second time on purpose, as gemini/tables.py is."""

from __future__ import annotations

from dataclasses import dataclass

_QUALITIES = ("low", "medium", "high", "auto")
_FORMATS = ("png", "webp", "jpeg")
_FEW = {"1024x1024": (272, 1056, 4160), "1024x1536": (408, 1584, 6240), "1536x1024": (400, 1568, 6208)}
_TOKENS = {"low": 196, "medium": 1756, "high": 7024, "xhigh": 9500, "max": 12000}
"""Of a picture of 1024x1024; all but that of high are the stand-in's own guess, and so is that they follow the area."""


@dataclass(frozen=True, slots=True)
class Model:
    """`free`: any width and height within limits. `peer`: a server of somebody else that speaks the same API."""

    name: str
    created: int
    qualities: tuple[str, ...] = _QUALITIES
    formats: tuple[str, ...] = _FORMATS
    free: bool = True
    complexity: bool = False
    transparent: bool = True
    peer: bool = False
    shutdown: str | None = None

    def count_tokens(self, width: int, height: int, quality: str) -> int:
        """Output tokens of one picture."""
        if not self.free and (row := _FEW.get(f"{width}x{height}")):
            return row[("low", "medium", "high").index(quality)]
        return max(1, round(_TOKENS[quality] * width * height / 2**20))


_MORE = (*_QUALITIES, "xhigh", "max")
_ALL = (*_FORMATS, "gif", "svg")
MODELS = {
    model.name: model
    for model in (
        Model("gpt-image-1-mini", 1758845821, free=False),
        Model("gpt-image-1.5", 1764030620, free=False),
        Model("gpt-image-2", 1776384000, transparent=False),
        Model("gpt-image-2-2026-04-21", 1776384000, transparent=False),
        Model("gpt-image-2.5-sunburst", 1788825600, _MORE),
        Model("gpt-image-2.5-flare", 1788825600, _MORE),
        Model("gpt-image-2.6-sunburst", 1792540800, _MORE, _ALL, complexity=True),
        Model("gpt-image-2.6-flare", 1792540800, _MORE, _ALL, complexity=True),
        Model("chatgpt-image-latest", 1765843200),
    )
}
ANY_SIZE = ("auto", *_FEW)
