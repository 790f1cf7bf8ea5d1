"""Who makes the pictures. Engines enter by the entry-point group `pinxit.engines`, ours like anybody's.

An entry point names a callable that takes `workers` (int or None: one for every core) and `queue` (int: how many
pictures may wait) as keywords and returns a `pinxit.core.engine.Engine`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from pinxit.core.engine import Engine
from pinxit.core.errors import ConfigurationError, EngineMissing

GROUP = "pinxit.engines"


def load_engine(name: str, *, workers: int | None = None, queue: int = 16) -> Engine:
    """Import and make the engine of that name; `module:Class` names one that is not installed as a plugin.

    Raises ConfigurationError for an unknown name and EngineMissing where something it needs is not installed.
    """
    point = EntryPoint(name, name, GROUP) if ":" in name else _find(name)
    try:
        make = cast("Callable[..., Engine]", point.load())
    except (ImportError, AttributeError) as error:
        raise EngineMissing(f"The engine {name!r} cannot be loaded: {error}.") from error
    return make(workers=workers, queue=queue)


def list_engines() -> list[str]:
    """Names of the installed engines, sorted; nothing is imported."""
    return sorted(entry_points(group=GROUP).names)


def _find(name: str) -> EntryPoint:
    for point in entry_points(group=GROUP, name=name):
        return point
    raise ConfigurationError(f"There is no engine {name!r}. Installed: {', '.join(list_engines()) or 'none'}.")
