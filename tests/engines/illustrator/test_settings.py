"""Every place can be drawn at every shape of frame, fills it to the edges and stays cheap."""

import numpy as np
import pytest
import skia

from pinxit.engines.illustrator.brush import Brush, Manner
from pinxit.engines.illustrator.light import LIGHTS
from pinxit.engines.illustrator.settings import load
from pinxit.engines.illustrator.stage import Mood, Stage, build

NAMES = sorted({entry.name for entry in load().values()})
ASPECTS = (0.5, 0.75, 1.0, 1.5, 2.4)
MOODS = (
    Mood(),
    Mood(time="night", weather="rain", seed=3),
    Mood(time="sunset", season="autumn", framing="bust"),
    Mood(season="winter", weather="snow", words=("cozy", "old", "cyberpunk"), surface="marble"),
    Mood(time="dawn", framing="close-up", background=(40, 90, 160), words=("sunflower", "lake")),
)
MOST_ITEMS = 2600
ASKED = {
    "studio", "plain", "tabletop", "workshop", "kitchen", "living room", "bedroom", "library", "cafe",
    "restaurant", "bar", "classroom", "laboratory", "office", "stage", "market", "museum", "garage", "street",
    "alley", "city", "park", "garden", "farm", "meadow", "field", "forest", "jungle", "mountains", "desert",
    "beach", "ocean", "underwater", "lake", "river", "waterfall", "snow", "road", "harbour", "cave", "space",
    "moon", "sky", "village", "castle", "cliff", "rooftop", "hills", "canyon", "savanna", "japanese garden", "bathroom",
    "hospital", "shop", "gym", "graveyard", "playground", "fairground", "pool", "island", "airport",
}  # fmt: skip


def painted(stage: Stage, height: int = 60) -> np.ndarray:
    """The layers one over the other, as red, green, blue and alpha."""
    surface = skia.Surface(round(stage.width * height / 1000), height)
    with surface as canvas:
        canvas.scale(height / 1000, height / 1000)
        brush = Brush(canvas, Manner(), LIGHTS["day"], height)
        for pen in (stage.far, stage.middle, stage.near, stage.front):
            brush.draw(pen.drawing.items)
    return np.asarray(surface.makeImageSnapshot().toarray())


def items(stage: Stage) -> int:
    return sum(len(pen.drawing.items) for pen in (stage.far, stage.middle, stage.near, stage.front))


def test_the_places_that_prompts_name_are_there() -> None:
    assert set(NAMES) >= ASKED


@pytest.mark.parametrize("name", NAMES)
def test_a_place_fills_every_shape_of_frame(name: str) -> None:
    for aspect, mood in zip(ASPECTS, MOODS, strict=True):
        stage = build(load()[name], aspect * 1000, mood)
        assert painted(stage)[..., 3].min() == 255, (aspect, mood)
        assert items(stage) <= MOST_ITEMS
        assert 300 < stage.horizon <= stage.ground + 20 < 1000


@pytest.mark.parametrize("name", NAMES)
def test_a_place_is_the_same_for_the_same_words(name: str) -> None:
    first, second = (painted(build(load()[name], 1000, Mood(seed=5))) for _ in range(2))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("name", ["street", "beach", "forest", "city", "meadow", "lake"])
def test_the_hour_changes_a_place(name: str) -> None:
    day, night = (
        painted(build(load()[name], 1000, Mood(time=time)))[..., :3].astype(float).mean() for time in ("day", "night")
    )
    assert night < day * 0.75


def test_a_plain_ground_has_the_colour_that_was_asked_for() -> None:
    stage = build(load()["plain"], 1000, Mood(background=(255, 255, 255)))
    assert painted(stage)[..., :3].min() >= 240


@pytest.mark.parametrize("surface", ["polished concrete", "wooden table", "marble", "linen"])
def test_a_studio_takes_the_surface(surface: str) -> None:
    bare = painted(build(load()["studio"], 1000, Mood()))
    dressed = painted(build(load()["studio"], 1000, Mood(surface=surface)))
    assert not np.array_equal(bare[45:], dressed[45:])


def test_nothing_in_front_covers_the_middle() -> None:
    for name in NAMES:
        stage = build(load()[name], 1000, Mood())
        if stage.mood.framing is None and name not in {"ocean", "sky"}:
            for item in stage.front.drawing.items:
                edge = item.path.getBounds()
                assert edge.right() < 420 or edge.left() > 580 or edge.top() > 900, (name, edge)
