"""One image API for every way of making a picture."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
