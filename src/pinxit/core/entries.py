"""A model beside the engine that serves it: what a request is checked by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pinxit.core.engine import Engine, ModelCard, Span
from pinxit.core.errors import Unsupported
from pinxit.core.images import Background, ImageRequest, OptionValue, Size, Tier
from pinxit.core.sizes import is_alike, load_tiers, nearest_tier


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
        good = native == request.size or (not request.pixels_said and is_alike(native, request.size))
        if request.strict and not good:
            wanted = f"{request.size.width}x{request.size.height}"
            raise self._refuse(f"does not make {wanted} by itself, but {native.width}x{native.height}", "size")
        return native

    def _check_tier(self, tier: Tier) -> None:
        native = self.card.sizes.nearest(load_tiers()["1:1"][tier])
        if nearest_tier(native) is not tier:
            raise self._refuse(f"does not make {tier} by itself, but {native.width}x{native.height}", "resolution")

    def _refuse(self, what: str, param: str) -> Unsupported:
        return Unsupported(f"{self.card.name} {what}.", param=param, code="unsupported_value")


@dataclass(frozen=True, slots=True)
class RoutedEntry(Entry):
    """A model with several places, or with others that stand in for it: each wants the request in its own terms."""

    def check(self, request: ImageRequest) -> ImageRequest:
        """The request as it came. Raises Unsupported for what the model that is asked for cannot do."""
        Entry.check(self, request)
        return request
