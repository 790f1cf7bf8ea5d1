"""Which engine serves which name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pinxit.core.engine import Engine, ModelCard, Span
from pinxit.core.errors import ConfigurationError, UnknownModel, Unsupported
from pinxit.core.images import Background, ImageRequest, OptionValue, Size, Tier
from pinxit.core.sizes import load_tiers, nearest_tier

AUTO = "auto"

# Names that clients of other services send. The first engine serves them until an upstream is configured.
STAND_INS = (
    "gemini-2.5-flash-image",
    "gemini-2.5-flash-image-hd",
    "gemini-2.5-flash-image-preview",
    "gemini-2.5-flash-image-preview-hd",
    "gemini-3-pro-image",
    "gemini-3-pro-image-preview",
    "gemini-3.1-flash-image",
    "gemini-3.1-flash-lite-image",
    "gemini-nano-banana-2.1",
    "nano-banana-pro-preview",
    "chatgpt-image-latest",
    "dall-e-2",
    "dall-e-3",
    "gpt-4o-image",
    "gpt-image-1",
    "gpt-image-1-mini",
    "gpt-image-1.5",
    "gpt-image-2",
    "gpt-image-2-2026-04-21",
    "gpt-image-2.5-flare",
    "gpt-image-2.5-sunburst",
    "gpt-image-2.6-flare",
    "gpt-image-2.6-sunburst",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A model and the engine that serves it."""

    engine: Engine
    card: ModelCard

    def check(self, request: ImageRequest) -> ImageRequest:
        """The request in this model's own name and size; raises Unsupported for what the model cannot do."""
        card = self.card
        if request.format not in card.formats:
            raise self._refuse(f"makes {', '.join(card.formats)}, not {request.format}", "output_format")
        if request.quality not in card.qualities:
            raise self._refuse(f"knows the qualities {', '.join(card.qualities)}", "quality")
        if request.background is Background.TRANSPARENT and not card.transparency:
            raise self._refuse("has no transparent background", "background")
        self.check_number(["image"] * len(request.sources))
        if request.mask is not None and not card.masks:
            raise self._refuse("takes no mask", "mask")
        options = tuple((name, self._read_option(name, value)) for name, value in request.options)
        return replace(request, model=card.name, size=self._native(request), options=options)

    def check_number(self, names: Sequence[str]) -> None:
        """Raise Unsupported for more source pictures than the model takes; `names` are the fields they came in."""
        most = self.card.sources
        if len(names) > most:
            raise self._refuse(f"takes {f'at most {most}' if most else 'no'} source pictures", names[most])

    def _read_option(self, name: str, value: OptionValue) -> OptionValue:
        option = self.card.options.get(name)
        if option is None:
            known = ", ".join(self.card.options) or "none"
            raise self._refuse(f"does not know `{name}`; its options: {known}", name)
        if not option.takes(value):
            raise self._refuse(f"wants {option.expected} for `{name}`, not {str(value)[:40]!r}", name)
        # JSON has one kind of number: an engine that wants a whole one gets 20 for 20.0.
        return int(value) if isinstance(option, Span) and not option.fractions else value

    def _native(self, request: ImageRequest) -> Size | None:
        if request.size is None:
            if request.strict and request.tier is not None:
                self._check_tier(request.tier)
            return None
        native = self.card.sizes.nearest(request.size)
        if request.strict and native != request.size:
            wanted = f"{request.size.width}x{request.size.height}"
            raise self._refuse(f"does not make {wanted} by itself, but {native.width}x{native.height}", "size")
        return native

    def _check_tier(self, tier: Tier) -> None:
        native = self.card.sizes.nearest(load_tiers()["1:1"][tier])
        if nearest_tier(native) is not tier:
            raise self._refuse(f"does not make {tier} by itself, but {native.width}x{native.height}", "resolution")

    def _refuse(self, what: str, param: str) -> Unsupported:
        return Unsupported(f"{self.card.name} {what}.", param=param, code="unsupported_value")


class Catalog:
    """Every model, alias and stand-in. The first model of the first engine answers to `auto`."""

    def __init__(self, engines: Sequence[Engine], stand_ins: Sequence[str] = STAND_INS) -> None:
        self._entries: dict[str, Entry] = {}
        for engine in engines:
            for card in engine.models():
                self._entries.setdefault(card.name, Entry(engine, card))
        if not self._entries:
            raise ConfigurationError("No engine serves any model; name one in PINXIT_ENGINES.")
        best = next(iter(self._entries.values()))
        self._aliases: dict[str, Entry] = {AUTO: best}
        for entry in self._entries.values():
            for alias in entry.card.aliases:
                self._aliases.setdefault(alias, entry)
        for name in stand_ins:
            self._aliases.setdefault(name, best)

    def find(self, name: str) -> Entry:
        """The entry of a name or alias; raises UnknownModel, which lists what there is."""
        entry = self._entries.get(name) or self._aliases.get(name)
        if entry is None:
            raise UnknownModel(
                f"There is no model {name[:80]!r}. Available: {', '.join(self)}.",
                param="model",
                code="model_not_found",
            )
        return entry

    def __iter__(self) -> Iterator[str]:
        """Every name that `find` knows: models first, then aliases."""
        yield from self._entries
        yield from (alias for alias in self._aliases if alias not in self._entries)
