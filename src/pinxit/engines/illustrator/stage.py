"""The stage: where a scene plays. Settings draw onto its layers; the layout sets the subjects between them.

Units: the frame is 1000 units high and `width` units wide (1000 x the aspect ratio), (0, 0) is the top left corner,
y is DOWN. The four layers are painted from far to near, each with its own haze and blur; the subjects stand between
`near` and `front`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pinxit.engines.illustrator.colours import Rgb
from pinxit.engines.illustrator.pen import Pen

HEIGHT = 1000.0


@dataclass(frozen=True, slots=True)
class Mood:
    """What the words say of the place: hour, weather, season, what it stands on, its adjectives."""

    time: str | None = None  # dawn, morning, day, golden hour, sunset, dusk, night
    weather: str | None = None  # clear, rain, snow, fog, storm, wind, cloudy
    season: str | None = None
    surface: str | None = None  # "concrete", "wooden table", "grass"
    words: tuple[str, ...] = ()
    background: Rgb | None = None  # a colour that the background must have
    framing: str | None = None  # close-up, bust, medium, full, wide
    seed: int = 0

    @property
    def night(self) -> bool:
        return self.time in {"night", "dusk"}

    def random(self, salt: str = "") -> random.Random:
        """Repeatable chance for this place."""
        return random.Random(f"{self.seed}/{salt}")


@dataclass(slots=True)
class Stage:
    """The four layers and the lines of the room. A setting fills the pens and may move the lines.

    `horizon` is the line of the horizon (or the foot of the back wall); `ground` is where the feet of the main subject
    stand; what stands further back has its feet between the two. `top` is set when subjects stand on a table top.
    """

    width: float
    mood: Mood
    horizon: float = 560.0
    ground: float = 880.0
    ceiling: float = 40.0  # figures stay below this line
    airless: bool = False  # everything hovers: under water, in the sky, in space
    indoors: bool = False
    tabletop: bool = False  # the near layer is a table top or plinth, seen from close by: for mugs, fruit, flowers
    haze: Rgb | None = None  # colour of the air; far layers lean to it
    far: Pen = field(default_factory=Pen)
    middle: Pen = field(default_factory=Pen)
    near: Pen = field(default_factory=Pen)
    front: Pen = field(default_factory=Pen)

    def ground_bound(self, kind: str) -> bool:
        """Does such a thing stand on the ground even where others hover?"""
        return kind in {"plant", "furniture", "object", "vessel", "building"}


DrawSetting = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """A place that can be drawn. `light` names its light when the words name none; `sky`: one sees the sky."""

    name: str
    draw: DrawSetting
    aliases: tuple[str, ...] = ()
    light: str | None = None
    sky: bool = False
    wet: bool = False  # subjects float or swim: no ground shadow
    airless: bool = False  # subjects hover (sky, space, underwater)


_SETTINGS: dict[str, Setting] = {}


def setting(
    name: str, *aliases: str, light: str | None = None, sky: bool = False, wet: bool = False, airless: bool = False
) -> Callable[[DrawSetting], DrawSetting]:
    """Register what the decorated function draws as the setting of this name."""

    def register(draw: DrawSetting) -> DrawSetting:
        entry = Setting(name, draw, aliases, light, sky, wet, airless)
        for word in (name, *aliases):
            if word in _SETTINGS:
                raise ValueError(f"the setting {word!r} is drawn by {_SETTINGS[word].name!r} already")
            _SETTINGS[word] = entry
        return draw

    return register


def registered() -> dict[str, Setting]:
    """Every setting by every name that has been imported so far."""
    return _SETTINGS


def build(entry: Setting, width: float, mood: Mood) -> Stage:
    """Draw a setting for a frame `width` units wide and 1000 high."""
    stage = Stage(width=width, mood=replace(mood))
    entry.draw(stage)
    return stage
