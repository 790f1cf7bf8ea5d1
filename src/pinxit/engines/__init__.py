"""Who makes the pictures. Engines enter by the entry-point group `pinxit.engines`, ours like anybody's.

An entry point names a callable that takes `workers` (int or None: one for every core) and `queue` (int: how many
pictures may wait) as keywords and returns a `pinxit.core.engine.Engine`. Where it also takes a keyword `local`, it gets
what the operator says of models on this machine, a `pinxit.local.Local`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from inspect import signature
from typing import Any, cast

from pinxit.core.engine import Engine
from pinxit.core.errors import ConfigurationError, EngineMissing
from pinxit.local import Local

GROUP = "pinxit.engines"
LOCAL = "diffusers"
"""The engine of open-weights models, and the extra that it needs."""
_NEEDED = ("torch", "diffusers", "transformers", "accelerate", "safetensors")


def load_engine(name: str, *, workers: int | None = None, queue: int = 16, local: Local | None = None) -> Engine:
    """Import and make the engine of that name; `module:Class` names one that is not installed as a plugin.

    `local` goes to an engine that wants it; None: as it is without any setting.

    Raises ConfigurationError for an unknown name and EngineMissing where something it needs is not installed.
    """
    point = EntryPoint(name, name, GROUP) if ":" in name else _find(name)
    if name == LOCAL and (lack := tell_lack()):
        raise EngineMissing(lack)
    try:
        make = cast("Callable[..., Engine]", point.load())
    except (ImportError, AttributeError) as error:
        raise EngineMissing(f"The engine {name!r} cannot be loaded: {error}.") from error
    more: dict[str, Any] = {"local": local or Local()} if _takes(make, "local") else {}
    return make(workers=workers, queue=queue, **more)


def tell_lack() -> str:
    """What to install for open-weights models; empty: all is there. Nothing is imported."""
    missing = [name for name in _NEEDED if not _is_installed(name)]
    if not missing:
        return ""
    return (
        f"Models on this machine need {', '.join(missing)}. Run: pip install 'pinxit[{LOCAL}]' "
        "(with a GPU take PyTorch's build for it first: https://pytorch.org/get-started)"
    )


def _is_installed(package: str) -> bool:
    """A bare folder of that name beside the program, which Python would import as a namespace, does not count."""
    spec = find_spec(package)
    return spec is not None and spec.origin is not None


def _takes(make: Callable[..., Engine], keyword: str) -> bool:
    try:
        return keyword in signature(make).parameters
    except ValueError:  # made in C
        return False


def list_engines() -> list[str]:
    """Names of the installed engines, sorted; nothing is imported."""
    return sorted(entry_points(group=GROUP).names)


def _find(name: str) -> EntryPoint:
    for point in entry_points(group=GROUP, name=name):
        return point
    raise ConfigurationError(f"There is no engine {name!r}. Installed: {', '.join(list_engines()) or 'none'}.")
