"""Which engine serves which name, and who stands in for it.

Without a route for it, a model is served by the first engine that has it. Where that asks a service elsewhere, a broken
service is noticed and left alone (`pinxit.core.routing`), and a Gemini model has a fallback: the newest flash model of
Gemini, then the first model that is made on this machine. So a server with a key of Gemini's answers while Gemini does
not. Other services have none: whoever asks for their models has not asked for a drawing. `Route.fallback` says so
otherwise.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pinxit.core.caps import Purses
from pinxit.core.engine import Engine, ModelCard
from pinxit.core.entries import Entry, RoutedEntry
from pinxit.core.errors import ConfigurationError, UnknownModel
from pinxit.core.places import Dice, Group, Place
from pinxit.core.plans import check_caps, check_route, find_backend, follow_aliases
from pinxit.core.routes import Route, Routing
from pinxit.core.routing import RoutedEngine

__all__ = ["AUTO", "STAND_INS", "Catalog", "Entry"]

AUTO = "auto"

_FLASH = "gemini-3.1-flash-image"
_GEMINI = ("gemini-", "nano-banana")
_DAY = 86_400.0

# Names that clients of other services send. The first engine serves those that no engine has.
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


class Catalog:
    """Every model, alias and stand-in. The first model of the first engine answers to `auto`."""

    def __init__(
        self,
        engines: Sequence[Engine],
        stand_ins: Sequence[str] = STAND_INS,
        routing: Routing | None = None,
        purses: Purses | None = None,
        dice: Dice | None = None,
    ) -> None:
        """`purses` keep the caps of the routing, where there are any. Raises ConfigurationError."""
        self._routing = routing or Routing()
        self._dice = dice or Dice()
        self._purses = purses
        self._engines = tuple(engines)
        self._places: dict[tuple[int, str], Place] = {}
        self._entries: dict[str, Entry] = {}
        for engine in engines:
            for card in engine.models():
                self._entries.setdefault(card.name, Entry(engine, card))
        if not self._entries:
            raise ConfigurationError("No engine serves any model; name one in PINXIT_ENGINES.")
        check_caps(self._routing.caps, [engine.name for engine in engines])
        self._aliases = self._list_aliases(stand_ins)
        self._groups: dict[str, Group] = {}
        self._route_all()

    def find(self, name: str) -> Entry:
        """The entry of a name or alias; raises UnknownModel, which lists what there is."""
        entry = self._entries.get(self._aliases.get(name, name))
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

    @property
    def places(self) -> tuple[Place, ...]:
        """Every model at every engine that a route leads to, with the breakers that watch it."""
        return tuple(self._places.values())

    def list_retiring(self, now: float | None = None, days: float = 30.0) -> list[ModelCard]:
        """The models that are shut down within so many days, or were, the first one first. `now` is in Unix seconds."""
        until = (time.time() if now is None else now) + days * _DAY
        cards = {card.name: card for engine in self._engines for card in engine.models()}
        retiring = [(card.retires, card.name) for card in cards.values() if card.retires is not None]
        return [cards[name] for when, name in sorted(retiring) if when <= until]

    def _list_aliases(self, stand_ins: Sequence[str]) -> dict[str, str]:
        """Models by their other names. Those of the operator come before all, names of models too."""
        best = next(iter(self._entries))
        aliases = {AUTO: best}
        for entry in self._entries.values():
            for alias in entry.card.aliases:
                aliases.setdefault(alias, entry.card.name)
        for name in stand_ins:
            aliases.setdefault(name, best)
        for name in (*self._entries, *self._routing.routes):
            aliases.pop(name, None)
        known = {*self._entries, *self._routing.routes, *aliases}
        for name, target in follow_aliases(self._routing.aliases, known).items():
            aliases[name] = aliases.get(target, target)
        return aliases

    def _route_all(self) -> None:
        """Put a routed entry in the place of each that a route is for, or whose engine asks a service elsewhere."""
        routes = self._routing.routes
        plain = dict(self._entries)
        for name in (*routes, *plain):
            self._groups[name] = self._find_group(name, plain)
        for name, group in self._groups.items():
            first = group.places[0].entry
            route = routes.get(name) or (Route(name) if first.card.remote else None)
            if route is None:
                continue
            fallback = self._list_usual(name, plain) if route.fallback is None else self._resolve(route)
            groups = (group, *(self._groups[model] for model in fallback))
            engine = RoutedEngine(route, groups, self._dice)
            alone = len(groups) == 1 and len(group.places) == 1
            if alone and not first.card.remote and name in plain:
                continue  # nothing to choose, and nothing elsewhere that may be away
            # What another may have made is not the same again.
            card = first.card if alone else replace(first.card, deterministic=False)
            self._entries[name] = RoutedEntry(engine, card)

    def _find_group(self, name: str, plain: dict[str, Entry]) -> Group:
        route = self._routing.routes.get(name)
        if route is not None:
            check_route(route)
            if route.backends:
                found = [(find_backend(route, backend, self._engines), backend.weight) for backend in route.backends]
                return Group(name, [(self._find_place(entry), weight) for entry, weight in found])
        if name not in plain:
            raise ConfigurationError(
                f"The route of {name!r} names no backends, and no engine has this model; models: {', '.join(plain)}."
            )
        return Group(name, [(self._find_place(plain[name]), 1)])

    def _find_place(self, entry: Entry) -> Place:
        key = id(entry.engine), entry.card.name
        if key not in self._places:
            self._places[key] = Place(entry, self._dice, self._purses)
        return self._places[key]

    def _resolve(self, route: Route) -> list[str]:
        """The models that stand in for one as the operator says. Raises ConfigurationError."""
        models = [self._aliases.get(name, name) for name in route.fallback or ()]
        for name, model in zip(route.fallback or (), models, strict=True):
            if model not in self._groups:
                raise ConfigurationError(
                    f"The route of {route.model!r} falls back on {name!r}, which no engine has; "
                    f"models: {', '.join(self._groups)}."
                )
            if model == route.model:
                raise ConfigurationError(
                    f"The route of {route.model!r} falls back on itself; leave {name!r} out of its fallback."
                )
        return list(dict.fromkeys(models))

    def _list_usual(self, name: str, plain: dict[str, Entry]) -> list[str]:
        """What stands in for a model of a service where nothing is said of it."""
        card = self._groups[name].places[0].entry.card
        if not (card.remote and card.name.startswith(_GEMINI)):
            return []
        flash = [_FLASH] if _FLASH in plain and plain[_FLASH].card.remote and card.name != _FLASH else []
        return flash + [model for model, entry in plain.items() if not entry.card.remote][:1]
