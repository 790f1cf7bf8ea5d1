"""Open weights: which models there are, which are on this machine, and how they come here and go. No torch here.

known.py      models by short name, out of known.toml
describe.py   what a folder or a single file is, out of its own files and classes.toml
store.py      the shelf: the register of what is on this machine
pull.py       from a hub to the shelf
"""

from pinxit.weights.facts import Facts, Installed
from pinxit.weights.store import Shelf, ShelfWatch

__all__ = ["Facts", "Installed", "Shelf", "ShelfWatch"]
