"""What the operator's routes, aliases and caps must be like: mistakes are told when the server starts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pinxit.core.engine import Engine
from pinxit.core.entries import Entry
from pinxit.core.errors import ConfigurationError
from pinxit.core.routes import Backend, Cap, Route

_WINDOWS = ("day", "month")
_HEAVIEST = 1000


def check_route(route: Route) -> None:
    """Raise ConfigurationError for numbers that make no sense."""
    if route.hedge is not None and not 0.5 <= route.hedge < 1.0:
        raise ConfigurationError(
            f"`hedge` of {route.model!r} must be 0.5 to less than 1, such as 0.95, not {route.hedge:g}."
        )
    if not 0 < route.patience <= 3600:
        raise ConfigurationError(
            f"`patience` of {route.model!r} must be more than 0 and at most 3600 seconds, not {route.patience:g}."
        )
    seen = set()
    for backend in route.backends:
        if not 1 <= backend.weight <= _HEAVIEST:
            raise ConfigurationError(
                f"`weight` of the backend {backend.engine!r} of {route.model!r} must be 1 to {_HEAVIEST}, "
                f"not {backend.weight}."
            )
        if (place := (backend.engine, backend.model)) in seen:
            raise ConfigurationError(
                f"The route of {route.model!r} names the backend {backend.engine!r} with {backend.model!r} twice; "
                "give it one weight instead."
            )
        seen.add(place)


def find_backend(route: Route, backend: Backend, engines: Sequence[Engine]) -> Entry:
    """The model at the engine. Raises ConfigurationError, which says what there is."""
    named = [engine for engine in engines if engine.name == backend.engine]
    if not named:
        names = dict.fromkeys(engine.name for engine in engines)
        raise ConfigurationError(
            f"The route of {route.model!r} names the engine {backend.engine!r}, which there is not; "
            f"engines: {', '.join(names)}."
        )
    cards = [(engine, card) for engine in named for card in engine.models()]
    for engine, card in cards:
        if backend.model in (card.name, *card.aliases):
            return Entry(engine, card)
    raise ConfigurationError(
        f"The route of {route.model!r} wants {backend.model!r} of {backend.engine!r}, which it does not have; "
        f"its models: {', '.join(card.name for _, card in cards)}."
    )


def follow_aliases(aliases: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """Aliases and the names that they lead to in the end. Raises ConfigurationError for circles and unknown names."""
    ends = {}
    for alias in aliases:
        way = [alias]
        # An alias may have the name of a model, and lead to another one.
        while (target := aliases[way[-1]]) in aliases:
            if target in way:
                raise ConfigurationError(
                    f"The aliases {' -> '.join([*way, target])} go round in a circle; let one of them name a model."
                )
            way.append(target)
        if target not in known:
            raise ConfigurationError(
                f"The alias {alias!r} leads to {target!r}, which is no model; models: {', '.join(sorted(known))}."
            )
        ends[alias] = target
    return ends


def check_caps(caps: Mapping[str, Cap], engines: Sequence[str]) -> None:
    """Raise ConfigurationError for a cap that would hold nobody."""
    for engine, cap in caps.items():
        if engine not in engines:
            raise ConfigurationError(
                f"There is a spend cap for the engine {engine!r}, which there is not; engines: {', '.join(engines)}."
            )
        if cap.window not in _WINDOWS:
            raise ConfigurationError(f"The spend cap of {engine!r} is for a day or a month, not {cap.window[:40]!r}.")
        if cap.amount < 0:
            raise ConfigurationError(f"The spend cap of {engine!r} must be 0 dollars or more.")
