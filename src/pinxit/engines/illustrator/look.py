"""How a thing was asked to look, and the library of things that can be drawn."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.pen import Drawing, Pen


@dataclass(frozen=True, slots=True)
class Worn:
    """Something to wear, by its noun ("apron", "scarf", "trench coat") and its colour, if one was named."""

    noun: str
    colour: Rgb | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What the prompt says of one thing. Everything has a default, so `Look()` draws the thing as it usually is."""

    noun: str = ""
    colours: tuple[Rgb, ...] = ()
    parts: tuple[tuple[str, Rgb], ...] = ()  # "eyes" -> green
    material: str | None = None
    pattern: str | None = None
    age: str | None = None  # baby, child, young, adult, elderly
    gender: str | None = None  # female, male
    origin: str | None = None
    expression: str | None = None
    pose: str | None = None  # the verb: "run", "sit", "stand", "fly", "sleep", "ride", "swim"
    adjectives: tuple[str, ...] = ()
    worn: tuple[Worn, ...] = ()
    holds: str | None = None  # the noun of what is held in the hands or paws (it is attached at the anchor "hand")
    text: str | None = None  # lettering that the thing carries; the thing marks an anchor "text" for it
    framing: str = "full"  # people: "bust" shows head to waist
    cute: bool = False  # kawaii proportions: larger head and eyes
    night: bool = False  # windows and lamps are lit
    copies: int = 1  # how many of it are drawn, each from a look of its own
    seed: int = 0

    def colour(self, default: Rgb, index: int = 0) -> Rgb:
        """The colour that was asked for, or the thing's own."""
        return self.colours[index] if index < len(self.colours) else default

    def part(self, name: str, default: Rgb) -> Rgb:
        """The colour of a named part ("eyes", "door", "handle", "roof")."""
        return next((colour for part, colour in self.parts if part.rstrip("s") == name.rstrip("s")), default)

    def has(self, *adjectives: str) -> bool:
        """Was it called any of these?"""
        return any(word in self.adjectives or word == self.material for word in adjectives)

    def random(self, salt: str = "") -> random.Random:
        """Repeatable chance for this thing."""
        return random.Random(f"{self.seed}/{self.noun}/{salt}")


Draw = Callable[[Pen, Look], None]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that can be drawn.

    `cm` is the natural height of the whole drawing in centimetres. `attach` tells how it is worn or held: the name
    of the anchor on the wearer ("head", "neck", "eyes", "hand", "back"), with the thing's own origin set on that
    anchor and scaled so that `fit` units of the drawing cover the anchor's size.
    `kind`: person, animal, bird, fish, vehicle, vessel, food, plant, building, furniture, clothes, object or sky.
    """

    name: str
    draw: Draw
    cm: float
    aliases: tuple[str, ...] = ()
    kind: str = (
        "object"  # person, animal, bird, fish, vehicle, vessel, food, plant, building, furniture, clothes, object, sky
    )
    attach: str | None = None
    fit: float = 100.0
    flies: bool = False  # is drawn in the air unless something says otherwise
    faces: int = 1  # the drawing looks to the right (1), to the left (-1) or at us (0)

    def sketch(self, look: Look) -> Drawing:
        """Record the drawing."""
        pen = Pen()
        self.draw(pen, look)
        return pen.drawing


_THINGS: dict[str, Thing] = {}


def thing(
    name: str,
    *aliases: str,
    cm: float,
    kind: str = "object",
    attach: str | None = None,
    fit: float = 100.0,
    flies: bool = False,
    faces: int = 0,
) -> Callable[[Draw], Draw]:  # limit: each is one fact of a catalogue card
    """Register what the decorated function draws under a singular noun and its synonyms."""

    def register(draw: Draw) -> Draw:
        add(Thing(name, draw, cm, aliases, kind, attach, fit, flies, faces))
        return draw

    return register


def add(entry: Thing) -> None:
    """Put a thing into the library; a name that is taken is an error of the library's author."""
    for name in (entry.name, *entry.aliases):
        if name in _THINGS:
            raise ValueError(f"{name!r} is drawn by {_THINGS[name].name!r} already")
        _THINGS[name] = entry


@cache
def load() -> dict[str, Thing]:
    """Every thing by every name; imports the whole library once."""
    props = importlib.import_module("pinxit.engines.illustrator.props")
    for module in sorted(pkgutil.iter_modules(props.__path__), key=lambda m: m.name):
        importlib.import_module(f"{props.__name__}.{module.name}")
    return _THINGS


def things() -> Sequence[Thing]:
    """Every thing once, by name."""
    return sorted({id(t): t for t in load().values()}.values(), key=lambda t: t.name)
