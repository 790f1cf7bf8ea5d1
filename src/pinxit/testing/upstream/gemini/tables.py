"""Google's image models and their pixels, written down a second time on purpose.

What pinxit believes of them stands in pinxit's own tables; a mistake there would not show against itself.
"""

from __future__ import annotations

from dataclasses import dataclass

_OLD = {
    "1:1": (1024, 1024),
    "2:3": (832, 1248),
    "3:2": (1248, 832),
    "3:4": (864, 1184),
    "4:3": (1184, 864),
    "4:5": (896, 1152),
    "5:4": (1152, 896),
    "9:16": (768, 1344),
    "16:9": (1344, 768),
    "21:9": (1536, 672),
}
_NEW = {
    "1:1": (1024, 1024),
    "2:3": (848, 1264),
    "3:2": (1264, 848),
    "3:4": (896, 1200),
    "4:3": (1200, 896),
    "4:5": (928, 1152),
    "5:4": (1152, 928),
    "9:16": (768, 1376),
    "16:9": (1376, 768),
    "21:9": (1584, 672),
    "1:4": (512, 2048),
    "4:1": (2048, 512),
    "1:8": (384, 3072),
    "8:1": (3072, 384),
}
_TIMES = {"1K": 1, "2K": 2, "4K": 4}


@dataclass(frozen=True, slots=True)
class Model:
    """`tokens` are those of a picture, by its size; the first is the usual size."""

    name: str
    title: str
    tokens: dict[str, int]
    ratios: tuple[str, ...]
    thinks: bool = True
    sources: int = 14
    source_tokens: int = 258
    mime: str = "image/jpeg"

    @property
    def sizes(self) -> tuple[str, ...]:
        return tuple(self.tokens)

    def measure(self, ratio: str, size: str) -> tuple[int, int]:
        """Pixels of a picture."""
        if not self.thinks:
            return _OLD[ratio]
        width, height = _NEW[ratio]
        if size == "512":
            # Half of it, in whole blocks of eight. Google's page has 792x168 for 21:9, which is not 21:9.
            return width // 16 * 8, height // 16 * 8
        return width * _TIMES[size], height * _TIMES[size]

    def find_ratio(self, width: int, height: int) -> str:
        """The ratio nearest to that of a picture."""

        def distance(ratio: str) -> float:
            across, down = (int(side) for side in ratio.split(":"))
            one, other = width * down, height * across
            return max(one, other) / min(one, other)

        return min(self.ratios, key=distance)


_FLASH = {"1K": 1120, "512": 747, "2K": 1680, "4K": 2520}
MODELS = {
    model.name: model
    for model in (
        Model("gemini-2.5-flash-image", "Nano Banana", {"1K": 1290}, tuple(_OLD), False, 3, 258, "image/png"),
        Model("gemini-3.1-flash-image", "Nano Banana 2", _FLASH, tuple(_NEW)),
        Model("gemini-3.1-flash-lite-image", "Nano Banana 2 Lite", {"1K": 1120}, tuple(_NEW)),
        Model(
            "gemini-3-pro-image", "Nano Banana Pro", {"1K": 1120, "2K": 1120, "4K": 2000}, tuple(_OLD), True, 14, 560
        ),
        Model(
            "nano-banana-pro-preview",
            "Nano Banana Pro",
            {"1K": 1120, "2K": 1120, "4K": 2000},
            tuple(_OLD),
            True,
            14,
            560,
        ),
        Model("gemini-nano-banana-2.1", "Nano Banana 2.1", {"1K": 1120, "2K": 1680, "4K": 2520}, tuple(_NEW)),
    )
}

FINISH_REASONS = (
    "STOP MAX_TOKENS SAFETY RECITATION LANGUAGE OTHER BLOCKLIST PROHIBITED_CONTENT SPII MALFORMED_FUNCTION_CALL "
    "IMAGE_SAFETY IMAGE_PROHIBITED_CONTENT IMAGE_OTHER NO_IMAGE IMAGE_RECITATION UNEXPECTED_TOOL_CALL "
    "TOO_MANY_TOOL_CALLS MISSING_THOUGHT_SIGNATURE MALFORMED_RESPONSE ESCALATION PUP_LIMITED_DISABLED CONTINUATION "
    "MODEL_ARMOR"
).split()
BLOCK_REASONS = "SAFETY OTHER BLOCKLIST PROHIBITED_CONTENT IMAGE_SAFETY MODEL_ARMOR JAILBREAK".split()
STATUSES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    499: "CANCELLED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
MESSAGES = {
    403: "The caller does not have permission",
    429: "You exceeded your current quota, please check your plan and billing details. For more information on this"
    " error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.",
    499: "The operation was cancelled.",
    500: "An internal error has occurred. Please retry or report in"
    " https://developers.generativeai.google/guide/troubleshooting",
    503: "The model is overloaded. Please try again later.",
    504: "Deadline expired before operation could complete.",
}
