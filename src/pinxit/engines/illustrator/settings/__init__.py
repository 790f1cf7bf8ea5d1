"""The places: one file each, found by name."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from pinxit.engines.illustrator.stage import Setting, registered


@cache
def load() -> dict[str, Setting]:
    """Every setting by every name; imports them all once."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        importlib.import_module(f"{__name__}.{module.name}")
    return registered()
