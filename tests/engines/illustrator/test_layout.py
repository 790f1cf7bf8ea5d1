"""The layout: whatever is asked for, in any frame, nothing is cropped, hidden or lost.

The stage is 1000 units high. These tests look at plans, not at pixels, so that they may ask many questions.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest

from pinxit.engines.illustrator.attachments import filled, known_clothes
from pinxit.engines.illustrator.fitting import Box
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.painter import Plan
from pinxit.engines.illustrator.proportions import LYING

RATIOS = ("1:1", "9:16", "16:9", "21:9", "4:5")
PROMPTS = (
    "a green apple to the left of a yellow banana",
    "a red cube-shaped box on top of a blue table",
    "a dog and a cat",
    "a dog to the right of a bicycle",
    "a man riding a brown horse",
    "a woman riding a red bicycle in the park",
    "an astronaut riding a horse on the moon",
    "a boy holding a red balloon",
    "a girl holding an umbrella in the rain",
    "a bear holding a bouquet of flowers",
    "an old man wearing a blue scarf and a hat",
    "a cat wearing a top hat",
    "a fox wearing a scarf in the snow",
    "a teapot and two cups on a wooden table",
    "a cat sleeping on a sofa",
    "a bird on a branch",
    "a vase on a chair",
    "a dog under a tree",
    "a cat under a table",
    "flowers in a vase",
    "a cat in a cardboard box",
    "a man behind a desk",
    "a dog behind a chair",
    "a red car in front of a house",
    "a woman in front of a lighthouse",
    "a bicycle leaning against a wall",
    "a hot air balloon above a mountain lake",
    "a bird above a house",
    "a kite above a boy",
    "three red apples",
    "two dogs and one cat",
    "five birds flying over the sea",
    "twelve eggs",
    "a chef holding a pizza in a kitchen",
    "a sailboat on the ocean with a lighthouse in the background",
    "a train crossing a bridge",
    "a robot playing the guitar on a stage",
    "a portrait of a smiling woman with red hair",
    "a close-up of a cup of coffee",
    "a tall giraffe next to a small tree",
    "a mug, a book and a lamp on a desk",
    "a boy and a girl holding hands in front of a castle",
    "a wide shot of a tent in the mountains",
    "a small mouse looking at a giant elephant",
)
# Where the words themselves ask for overlap, a subject may be covered this far.
OVERLAPPING = {"behind", "in front of", "under", "against", "on", "in", "above", "with", "holding", "playing"}

Planner = Callable[..., Plan]

everywhere = pytest.mark.parametrize("ratio", RATIOS)
everything = pytest.mark.parametrize("prompt", PROMPTS)


def at_the_front(planned: Plan) -> list[Actor]:
    """Actors that must be seen whole: the front row and what stands a step behind it."""
    scene = planned.direction.scene
    return [a for a in planned.actors if a.depth < 0.25 and scene.subjects[a.figure.subject].head not in LYING]


def area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def shared(a: Box, b: Box) -> float:
    """The part of the smaller of two boxes that both cover."""
    both = area((max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])))
    return both / max(min(area(a), area(b)), 1e-6)


def covered(box: Box, others: list[Box]) -> float:
    """The part of a box that lies under any of the others, on a raster of 60 x 60 points."""
    xs = np.linspace(box[0], box[2], 60)[None, :]
    ys = np.linspace(box[1], box[3], 60)[:, None]
    under = np.zeros((60, 60), dtype=bool)
    for left, top, right, bottom in others:
        under |= (xs >= left) & (xs <= right) & (ys >= top) & (ys <= bottom)
    return float(under.mean())


@everywhere
@everything
def test_nothing_at_the_front_leaves_the_frame(planned: Planner, prompt: str, ratio: str) -> None:
    scene = planned(prompt, ratio)
    for actor in at_the_front(scene):
        left, top, right, bottom = actor.box
        name = scene.direction.scene.subjects[actor.figure.subject].noun
        assert left >= -1, f"the {name} is cut off at the left"
        assert right <= scene.width + 1, f"the {name} is cut off at the right"
        assert top >= -1, f"the {name} is cut off at the top"
        if scene.direction.framing not in {"bust", "close-up"}:
            assert bottom <= 1001, f"the feet of the {name} are below the frame"


@everywhere
@everything
def test_no_subject_is_hidden_by_another(planned: Planner, prompt: str, ratio: str) -> None:
    scene = planned(prompt, ratio)
    relations = scene.direction.scene.relations
    for i, actor in enumerate(scene.actors):
        here = actor.figure.subject
        later = [a for a in scene.actors[i + 1 :] if a.figure.subject != here]
        asked = {r.kind for r in relations if here in (r.a, r.b)}
        limit = 0.8 if actor.depth > 0.4 else 0.7 if asked & OVERLAPPING else 0.35
        hidden = covered(actor.box, [a.box for a in later])
        assert hidden < limit, f"{scene.direction.scene.subjects[here].noun}: {hidden:.0%} covered"


@everywhere
@everything
def test_copies_of_a_subject_stand_apart(planned: Planner, prompt: str, ratio: str) -> None:
    scene = planned(prompt, ratio)
    for a, b in combinations(scene.actors, 2):
        if a.figure.subject == b.figure.subject:
            assert shared(a.box, b.box) < 0.3


@everywhere
@everything
def test_the_lead_is_large_enough(planned: Planner, prompt: str, ratio: str) -> None:
    """A picture's first subject takes at least an eighth of the frame's height, a sixth of it where it stands alone."""
    scene = planned(prompt, ratio)
    subjects = scene.direction.scene.subjects
    shown = [a for a in scene.actors if not subjects[a.figure.subject].backdrop]
    assert shown, "nothing is drawn"
    lead = min(a.figure.subject for a in shown)
    sizes = [max(a.box[3] - a.box[1], 0.6 * (a.box[2] - a.box[0])) for a in shown if a.figure.subject == lead]
    least = 60.0 if len(sizes) > 6 else 95.0 if ratio == "9:16" or len(sizes) > 2 else 120.0
    assert max(sizes) >= least


@everywhere
@everything
def test_whatever_can_be_drawn_is_in_the_plan(planned: Planner, prompt: str, ratio: str) -> None:
    """Each subject is laid out, attached to another, shown by its setting, worn as clothes, or the table top itself."""
    scene = planned(prompt, ratio)
    direction = scene.direction
    placed = {key for actor in scene.actors for key in actor.figure.boxes}
    full = {s.id for s in direction.scene.subjects if filled(direction.scene, s) is not None}
    placed |= {r.a for r in direction.scene.relations if r.kind == "in" and r.b in full}  # one drawing shows both
    for subject in direction.scene.subjects:
        if subject.id in direction.absorbed or subject.id == direction.surface_of or known_clothes(subject):
            continue
        if scene.wardrobe.found(subject).thing is not None:
            assert subject.id in placed, f"the {subject.noun} got lost"


@everywhere
@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("a red balloon at the bottom right, lots of negative space", "right"),
        ("minimalist photo of a leaf in the bottom left corner with vast negative space", "left"),
        ("a single maple leaf positioned in the bottom-right of the frame", "right"),
        ("an apple in the centre of the picture", "centre"),
    ],
    ids=str,
)
def test_a_corner_that_was_asked_for_is_kept(planned: Planner, prompt: str, place: str, ratio: str) -> None:
    scene = planned(prompt, ratio)
    box = scene.actors[-1].box
    middle = (box[0] + box[2]) / 2 / scene.width
    low, high = {"left": (0.0, 0.45), "centre": (0.4, 0.6), "right": (0.55, 1.0)}[place]
    assert low <= middle <= high
    if "bottom" in prompt:
        assert (box[1] + box[3]) / 2 > 500
