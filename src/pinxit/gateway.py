"""From settings to engines and routes: who makes pictures here, and which way requests go to them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from difflib import get_close_matches

from pinxit.core.caps import Spending
from pinxit.core.catalog import AUTO, STAND_INS, Catalog
from pinxit.core.engine import Engine
from pinxit.core.errors import ConfigurationError, EngineMissing
from pinxit.core.limits import Period, begin_window, end_window
from pinxit.core.places import Place
from pinxit.core.routes import Backend, Cap, Route, Routing
from pinxit.core.standing import ModelStanding, UpstreamStanding
from pinxit.engines import LOCAL, load_engine
from pinxit.engines.upstreams import open_upstream
from pinxit.settings import Gateway, ModelRoute, Settings
from pinxit.weights import Installed, Shelf, ShelfWatch
from pinxit.weights.known import find_known

_BEGUN = 64  # pictures
_LOG = logging.getLogger("pinxit.engines")


def open_engines(settings: Settings) -> list[Engine]:
    """Load the engines that are named, and behind them that of the models on this machine, where there are any.

    It is left out, with a line in the log, where the settings name engines and not this one, or where what it needs is
    not installed; where they name it, that is an error. Raises ConfigurationError and EngineMissing.
    """
    installed = Shelf(settings.local).list_installed()
    if LOCAL in settings.engines:
        _check_installed(settings, installed)
    engines = [_load(settings, name) for name in settings.engines]
    local = None if _names_engines(settings) else _open_local(settings, installed)
    return engines if local is None else [*engines, local]


def watch_for_local(settings: Settings) -> Callable[[], Engine | None]:
    """What gives the engine of the models on this machine once there are others than now, and None until then.

    It looks at the disk each time. Raises ConfigurationError.
    """
    watch = ShelfWatch(Shelf(settings.local))

    def look() -> Engine | None:
        return None if _names_engines(settings) else _open_local(settings, watch.look() or ())

    return look


def _load(settings: Settings, name: str) -> Engine:
    # What waits, waits where keys take turns; the engine's own queue holds only what is begun.
    queue = max(settings.queue, _BEGUN)
    return load_engine(name, workers=settings.workers, queue=queue, local=settings.local)


def _open_local(settings: Settings, installed: Sequence[Installed]) -> Engine | None:
    if not installed:
        return None
    _check_preload(settings, installed)
    try:
        return _load(settings, LOCAL)
    except (ConfigurationError, EngineMissing) as error:
        names = ", ".join(model.name for model in installed)
        _LOG.warning("Models on this machine are not served (%s). %s", names, error.message)
        return None


def tell_absence(settings: Settings, name: str) -> str:
    """Why a model that is on this machine, or could be, is not served; empty: pinxit knows nothing of it."""
    installed = Shelf(settings.local).list_installed()
    if any(name in (model.name, *model.facts.aliases) for model in installed):
        if LOCAL not in settings.engines and _names_engines(settings):
            return f"{name} is on this machine, but PINXIT_ENGINES names engines without {LOCAL!r}: add it there."
        try:
            load_engine(LOCAL, local=settings.local)
        except (ConfigurationError, EngineMissing) as error:
            return f"{name} is on this machine, but is not served. {error.message}"
    elif known := find_known(name):
        return f"{name} is not on this machine yet. Run: pinxit models pull {known.name}"
    return ""


def _names_engines(settings: Settings) -> bool:
    """Does the operator say which engines there are?"""
    return "engines" in settings.origins or settings.engines != Settings.__dataclass_fields__["engines"].default


def _check_installed(settings: Settings, installed: Sequence[Installed]) -> None:
    """Raises ConfigurationError where there is nothing for the engine to serve."""
    if not installed:
        raise ConfigurationError(
            f"PINXIT_ENGINES names {LOCAL!r}, but no model is in {settings.local.models}: get one with "
            "`pinxit models pull NAME` (`pinxit models list` shows names), or leave this engine out."
        )
    _check_preload(settings, installed)


def _check_preload(settings: Settings, installed: Sequence[Installed]) -> None:
    known = [name for model in installed for name in (model.name, *model.facts.aliases)]
    for name in settings.local.preload:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f". There are {', '.join(known)}."
            raise ConfigurationError(f"[local] preload: there is no model {name!r} on this machine{hint}")


def open_upstreams(settings: Settings, engines: Sequence[Engine]) -> list[Engine]:
    """An engine for each upstream; nothing is sent yet. Raises ConfigurationError and EngineMissing."""
    gateway = settings.gateway
    if gateway.problems:
        raise ConfigurationError(" ".join(gateway.problems))
    taken = {engine.name for engine in engines}
    if twice := next((upstream.name for upstream in gateway.upstreams if upstream.name in taken), None):
        raise ConfigurationError(f"[upstreams.{twice}] has the name of an engine: give it another.")
    return [open_upstream(upstream) for upstream in gateway.upstreams]


def plan_routes(settings: Settings, engines: Sequence[Engine], away: Collection[str] = ()) -> tuple[Routing, list[str]]:
    """Routes, aliases and caps as the settings say, and a sentence for each route that has to wait for an upstream.

    `engines` are all that have told their models, `away` the names of upstreams that have not. A route that leads to
    nobody but these leads to what stands in for it. Raises ConfigurationError for engines that there are not.
    """
    gateway = settings.gateway
    served = {name for engine in engines for card in engine.models() for name in (card.name, *card.aliases)}
    routes, aliases, left_out = {}, dict(gateway.aliases), []
    for said in gateway.models:
        _check_names(said, [*(engine.name for engine in engines), *away])
        route = _make_route(said, away)
        if route.backends or not said.backends:
            routes[said.model] = route
            continue
        left_out.append(f"{said.place}: none of its upstreams has told its models yet.")
        if stand_in := next((name for name in said.fallback or () if name in served), None):
            aliases[said.model] = stand_in
    if settings.fallback == "off":
        names = [card.name for engine in engines for card in engine.models()]
        routes = {name: replace(routes.get(name, Route(name)), fallback=()) for name in (*routes, *names)}
    if away:
        # Names that only they may know lead nowhere for now; with all of them here, the catalog tells of mistakes.
        known = {*served, *routes, *aliases, AUTO, *STAND_INS}
        aliases = {name: model for name, model in aliases.items() if model in known}
        routes = {name: _keep_known(route, known) for name, route in routes.items() if route.backends or name in served}
    return Routing(routes, aliases, list_caps(gateway, away)), left_out


def list_caps(gateway: Gateway, away: Collection[str] = ()) -> dict[str, Cap]:
    """What may be spent, by the names of upstreams."""
    names = {upstream.name for upstream in gateway.upstreams} - set(away)
    return {name: Cap(cap.amount, cap.window) for name, cap in gateway.caps.items() if name in names}


def _check_names(said: ModelRoute, known: Sequence[str]) -> None:
    for target in said.backends:
        if target.upstream not in known:
            near = get_close_matches(target.upstream, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f". There are {', '.join(known)}."
            raise ConfigurationError(f"{said.place}: there is no upstream {target.upstream!r}{hint}")


def _make_route(said: ModelRoute, away: Collection[str]) -> Route:
    targets = [target for target in said.backends if target.upstream not in away]
    backends = tuple(Backend(target.upstream, target.model, target.weight) for target in targets)
    route = Route(said.model, backends, said.fallback, said.hedge)
    return route if said.patience is None else replace(route, patience=said.patience)


def _keep_known(route: Route, known: Collection[str]) -> Route:
    if route.fallback is None:
        return route
    return replace(route, fallback=tuple(name for name in route.fallback if name in known))


async def look_over(
    gateway: Gateway, catalog: Catalog, away: Collection[str], spending: Spending
) -> list[UpstreamStanding]:
    """How all upstreams are, in the order of the settings. Raises StorageFailed."""
    now = time.time()
    standings = []
    for upstream in gateway.upstreams:
        name, cap, spent, resets = upstream.name, None, None, None
        if name in gateway.caps:
            cap = Cap(gateway.caps[name].amount, gateway.caps[name].window)
            period = Period(cap.window)
            spent, resets = await spending.spent(name, begin_window(period, now)), end_window(period, now)
        models = tuple(_look_at(place) for place in catalog.places if place.engine == name)
        standings.append(UpstreamStanding(name, upstream.kind, name in away, models, cap, spent, resets))
    return standings


def _look_at(place: Place) -> ModelStanding:
    """A model, by the worst of its accounts."""
    breakers = place.breakers.values()
    worst = max(breakers, key=lambda breaker: breaker.wait, default=None)
    state, wait = (str(worst.state), worst.wait) if worst else ("closed", 0.0)
    return ModelStanding(place.model, state, wait, place.entry.card.retires)
