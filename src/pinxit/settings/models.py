"""Reads [models."NAME"] and [aliases]: which upstreams serve a model, and what stands in for it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pinxit.settings.document import Document
from pinxit.settings.gateway import ModelRoute, Target

_FIELDS = ["backends", "fallback", "hedge", "patience"]
_TARGET = ["upstream", "model", "weight"]
_LONGEST = 200  # characters of a model's name
_Place = tuple[str, ...]


def read_models(document: Document) -> tuple[ModelRoute, ...]:
    """Every table of a model. Raises SettingError."""
    return tuple(_read_model(document, name) for name in document.table("models"))


def read_aliases(document: Document) -> Mapping[str, str]:
    """Other names of models. Raises SettingError."""
    aliases = document.table("aliases")
    for name, model in aliases.items():
        if not _is_name(model):
            raise document.fault(("aliases", name), 'must be the name of a model in quotes, as "auto"')
        if name == model:
            raise document.fault(("aliases", name), "is an alias of itself: name another model")
    return dict(aliases)


def _read_model(document: Document, name: str) -> ModelRoute:
    place = ("models", name)
    table = document.table(*place)
    document.check_names(place, _FIELDS)
    backends = table.get("backends", [])
    if not isinstance(backends, list) or ("backends" in table and not backends):
        raise document.fault((*place, "backends"), 'must be a list, as [{upstream = "gemini"}, {upstream = "spare"}]')
    return ModelRoute(
        name,
        tuple(_read_target(document, (*place, "backends"), name, target) for target in backends),
        _read_fallback(document, (*place, "fallback"), table.get("fallback")),
        _read_number(document, (*place, "hedge"), table.get("hedge"), (0.5, 0.999), "0.5 to 0.999, as 0.95"),
        _read_number(
            document, (*place, "patience"), table.get("patience"), (0.001, 3600), "more than 0 and up to 3600 seconds"
        ),
        document.name(place),
    )


def _read_target(document: Document, place: _Place, model: str, target: Any) -> Target:
    if isinstance(target, str):
        target = {"upstream": target}
    if not isinstance(target, dict) or not _is_name(target.get("upstream")):
        raise document.fault(place, 'must name upstreams, as [{upstream = "gemini", model = "...", weight = 3}]')
    for name in target:
        if name not in _TARGET:
            raise document.fault(place, f"knows {', '.join(f'`{known}`' for known in _TARGET)}, not {name[:20]!r}")
    served, weight = target.get("model", model), target.get("weight", 1)
    if not _is_name(served):
        raise document.fault(place, "must name a model by its name there, in quotes")
    if isinstance(weight, bool) or not isinstance(weight, int) or not 1 <= weight <= 1000:
        raise document.fault(place, "must have weights from 1 to 1000")
    return Target(target["upstream"], served, weight)


def _read_fallback(document: Document, place: _Place, said: Any) -> tuple[str, ...] | None:
    if said is None:
        return None
    if said is False or said == "none":
        return ()
    names = [said] if isinstance(said, str) else said
    if not isinstance(names, list) or not all(map(_is_name, names)):
        raise document.fault(place, 'must be a list of models, as ["gemini-3.1-flash-image"], or "none"')
    if place[1] in names:
        raise document.fault(place, "names the model itself: name others")
    return tuple(dict.fromkeys(names))


def _read_number(
    document: Document, place: _Place, said: Any, span: tuple[float, float], expected: str
) -> float | None:
    if said is None:
        return None
    if isinstance(said, bool) or not isinstance(said, int | Decimal) or not span[0] <= said <= span[1]:
        raise document.fault(place, f"must be {expected}")
    return float(said)


def _is_name(said: Any) -> bool:
    return isinstance(said, str) and 0 < len(said) <= _LONGEST and said.strip() == said and said.isprintable()
