"""`python -m pinxit`."""

from __future__ import annotations

from pinxit.cli import main

if __name__ == "__main__":
    main()
