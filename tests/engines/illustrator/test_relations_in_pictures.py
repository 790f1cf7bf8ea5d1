"""Relations: what stands left of, on, in, under, behind or in the hand of something really does, in every frame."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pinxit.engines.illustrator.attachments import filled
from pinxit.engines.illustrator.fitting import Box
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.look import Look, load
from pinxit.engines.illustrator.painter import Plan

RATIOS = ("1:1", "9:16", "16:9", "21:9", "4:5")
Planner = Callable[..., Plan]

everywhere = pytest.mark.parametrize("ratio", RATIOS)


class Seen:
    """A plan with its subjects by noun."""

    def __init__(self, planned: Plan) -> None:
        self.plan = planned
        self.subjects = planned.direction.scene.subjects

    def id(self, noun: str) -> int:
        return next(s.id for s in self.subjects if noun in {s.noun, s.head})

    def boxes(self, noun: str) -> list[Box]:
        wanted = self.id(noun)
        found = [box for a in self.plan.actors for box in a.figure.boxes.get(wanted, ())]
        assert found, f"the {noun} is not in the picture"
        return found

    def box(self, noun: str) -> Box:
        many = self.boxes(noun)
        return (min(b[0] for b in many), min(b[1] for b in many), max(b[2] for b in many), max(b[3] for b in many))

    def actor(self, noun: str) -> tuple[int, Actor]:
        wanted = self.id(noun)
        return next((i, a) for i, a in enumerate(self.plan.actors) if wanted in a.figure.boxes)


def middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


@everywhere
@pytest.mark.parametrize(
    ("prompt", "left", "right"),
    [
        ("a green apple to the left of a yellow banana", "apple", "banana"),
        ("a dog to the right of a bicycle", "bicycle", "dog"),
        ("a cat on the left of a lamp", "cat", "lamp"),
        ("a blue mug on the right of a red book", "book", "mug"),
        ("a tree to the left of a house", "tree", "house"),
        ("a house to the left of a tree", "house", "tree"),
        ("an elephant to the right of a mouse", "mouse", "elephant"),
        ("on the left a man, on the right a woman", "man", "woman"),
        ("three apples to the left of two pears", "apple", "pear"),
        ("a chair left of a table", "chair", "table"),
        ("a vase to the right of a clock", "clock", "vase"),
        ("a photo of a bench left of a suitcase", "bench", "suitcase"),
        ("a bird right of a tree", "tree", "bird"),
        ("a cat chasing a mouse to the right of a ball", "ball", "cat"),
    ],
    ids=str,
)
def test_left_and_right_are_never_swapped(planned: Planner, prompt: str, left: str, right: str, ratio: str) -> None:
    seen = Seen(planned(prompt, ratio))
    a, b = seen.box(left), seen.box(right)
    assert middle(a)[0] < middle(b)[0]
    assert a[2] - b[0] < 0.25 * min(a[2] - a[0], b[2] - b[0]), "side by side, not one upon the other"


@everywhere
@pytest.mark.parametrize(
    ("prompt", "upper", "lower"),
    [
        ("a hot air balloon above a red car", "balloon", "car"),
        ("a bird above a house", "bird", "house"),
        ("a kite above a boy", "kite", "boy"),
        ("a red apple above a blue plate", "apple", "plate"),
        ("a star above a house", "star", "house"),
        ("an airplane over a car", "airplane", "car"),
        ("a chair below a clock", "clock", "chair"),
        ("a butterfly above a flower", "butterfly", "flower"),
    ],
    ids=str,
)
def test_above_is_above(planned: Planner, prompt: str, upper: str, lower: str, ratio: str) -> None:
    seen = Seen(planned(prompt, ratio))
    if seen.id(lower) in seen.plan.direction.absorbed or not any(
        seen.id(lower) in a.figure.boxes for a in seen.plan.actors
    ):
        pytest.skip(f"the {lower} belongs to the setting")
    above, below = seen.box(upper), seen.box(lower)
    assert above[3] <= below[1] + 0.2 * (above[3] - above[1]), "it hovers over the other's head"
    assert above[2] > below[0], "it is not far off to the left"
    assert above[0] < below[2], "it is not far off to the right"


@everywhere
@pytest.mark.parametrize(
    ("prompt", "near", "far"),
    [
        ("a dog behind a chair", "chair", "dog"),
        ("a red car in front of a house", "car", "house"),
        ("a woman in front of a lighthouse", "woman", "lighthouse"),
        ("a cat behind a vase", "vase", "cat"),
        ("a child in front of a Christmas tree", "child", "tree"),
        ("a horse in front of a barn", "horse", "barn"),
        ("a robot behind a sofa", "sofa", "robot"),
        ("a bicycle in front of a brick wall", "bicycle", "wall"),
    ],
    ids=str,
)
def test_behind_is_painted_earlier_and_stands_higher(
    planned: Planner, prompt: str, near: str, far: str, ratio: str
) -> None:
    seen = Seen(planned(prompt, ratio))
    if seen.id(far) in seen.plan.direction.absorbed:
        pytest.skip(f"the {far} belongs to the setting")
    first, behind = seen.actor(far)
    second, front = seen.actor(near)
    assert first < second, "what is behind is painted first"
    assert behind.depth > front.depth
    assert behind.box[3] <= front.box[3] + 1, "its feet are higher up in the picture"
    overlap = min(front.box[2], behind.box[2]) - max(front.box[0], behind.box[0])
    assert overlap > -0.12 * seen.plan.width, "they stand at the same place"


@everywhere
@pytest.mark.parametrize(
    ("prompt", "guest", "host"),
    [
        ("a vase on a chair", "vase", "chair"),
        ("a cat sleeping on a sofa", "cat", "sofa"),
        ("a teddy bear on a bed", "bear", "bed"),
        ("a red box on top of a blue suitcase", "box", "suitcase"),
        ("a pizza on a plate", "pizza", "plate"),
        ("a laptop on a desk with a man sitting at it", "laptop", "desk"),
        ("a bird on a mailbox", "bird", "mailbox"),
        ("a parrot sitting on a bicycle", "parrot", "bicycle"),
        ("a cupcake on a stool", "cupcake", "stool"),
        ("a frog on a rock", "frog", "rock"),
    ],
    ids=str,
)
def test_what_is_on_something_rests_on_it(planned: Planner, prompt: str, guest: str, host: str, ratio: str) -> None:
    seen = Seen(planned(prompt, ratio))
    if seen.id(host) == seen.plan.direction.surface_of:
        pytest.skip(f"the {host} is the ground of the picture")
    top, below = seen.box(guest), seen.box(host)
    x, y = middle(top)
    assert below[0] <= x <= below[2], "it is over the other"
    assert y < middle(below)[1] + 0.1 * (below[3] - below[1]), "it is not down at the feet"
    assert below[1] - 0.05 * (below[3] - below[1]) <= top[3] <= below[3], "its foot touches the other"


@everywhere
@pytest.mark.parametrize(
    ("prompt", "guest", "host"),
    [
        ("flowers in a vase", "flower", "vase"),
        ("a cat in a cardboard box", "cat", "box"),
        ("a plant in a pot", "plant", "pot"),
        ("three apples in a bowl", "apple", "bowl"),
        ("a puppy in a basket", "puppy", "basket"),
        ("pencils in a mug", "pencil", "mug"),
        ("a man in a boat", "man", "boat"),
        ("a duck in a bathtub", "duck", "bathtub"),
    ],
    ids=str,
)
def test_what_is_in_something_looks_out_of_it(planned: Planner, prompt: str, guest: str, host: str, ratio: str) -> None:
    seen = Seen(planned(prompt, ratio))
    if filled(seen.plan.direction.scene, seen.subjects[seen.id(host)]) is not None:
        pytest.skip("one drawing shows both")
    inside, shell = seen.box(guest), seen.box(host)
    assert shell[0] <= middle(inside)[0] <= shell[2]
    assert shell[1] - 2 <= inside[3] <= shell[3] + 2, "its lower end is inside"
    assert inside[1] < shell[3], "its upper end can be seen"
    index, actor = seen.actor(guest)
    assert seen.id(host) in actor.figure.boxes or seen.actor(host)[0] < index


@everywhere
@pytest.mark.parametrize(
    ("prompt", "guest", "host"),
    [
        ("a dog under a tree", "dog", "tree"),
        ("a cat under a table", "cat", "table"),
        ("a ball under a chair", "ball", "chair"),
        ("a suitcase under a bed", "suitcase", "bed"),
        ("a man sitting under a palm tree", "man", "tree"),
    ],
    ids=str,
)
def test_what_is_under_something_has_it_overhead(
    planned: Planner, prompt: str, guest: str, host: str, ratio: str
) -> None:
    seen = Seen(planned(prompt, ratio))
    below, roof = seen.box(guest), seen.box(host)
    assert roof[0] - 10 <= middle(below)[0] <= roof[2] + 10
    assert below[1] > roof[1], "its head is below the roof"
    assert middle(below)[1] > middle(roof)[1]


@everywhere
@pytest.mark.parametrize(
    ("prompt", "rider", "mount"),
    [
        ("a man riding a brown horse", "man", "horse"),
        ("a woman riding a red bicycle in the park", "woman", "bicycle"),
        ("an astronaut riding a horse on the moon", "astronaut", "horse"),
        ("a girl riding an elephant", "girl", "elephant"),
        ("a cat riding a skateboard", "cat", "skateboard"),
        ("a dog riding a motorcycle", "dog", "motorcycle"),
        ("a bear riding a bicycle", "bear", "bicycle"),
        ("a wizard riding an elephant", "wizard", "elephant"),
        ("a boy riding a scooter", "boy", "scooter"),
        ("a frog riding a turtle", "frog", "turtle"),
    ],
    ids=str,
)
def test_riders_sit_above_what_they_ride(planned: Planner, prompt: str, rider: str, mount: str, ratio: str) -> None:
    seen = Seen(planned(prompt, ratio))
    up, down = seen.box(rider), seen.box(mount)
    height = down[3] - down[1]
    assert middle(up)[1] < middle(down)[1], "the rider is above the mount"
    assert up[1] < down[1] + 0.35 * height, "the rider's head is over the mount"
    overlap = min(up[2], down[2]) - max(up[0], down[0])
    assert overlap > 0.4 * min(up[2] - up[0], down[2] - down[0]), "the rider sits in the middle of it"
    assert up[3] > down[1] - 0.05 * height, "the rider does not hover"
    assert up[3] <= down[3] + 0.06 * height, "the feet do not go through the ground"
    assert 0.35 * height < up[3] - up[1] < 2.8 * max(height, 0.5 * (down[2] - down[0])), "their sizes belong together"


@everywhere
@pytest.mark.parametrize(
    ("prompt", "held", "holder"),
    [
        ("a boy holding a red balloon", "balloon", "boy"),
        ("a girl holding an umbrella in the rain", "umbrella", "girl"),
        ("a bear holding a bouquet of flowers", "bouquet", "bear"),
        ("a man holding a camera", "camera", "man"),
        ("a chef holding a pizza", "pizza", "chef"),
        ("a robot holding a flower", "flower", "robot"),
        ("a woman holding a cup of coffee", "cup", "woman"),
        ("a fox holding an umbrella", "umbrella", "fox"),
        ("a panda eating bamboo", "bamboo", "panda"),
        ("an old woman with an umbrella", "umbrella", "woman"),
        ("a wizard holding a book", "book", "wizard"),
        ("a man playing the guitar", "guitar", "man"),
        ("a rabbit eating a carrot", "carrot", "rabbit"),
    ],
    ids=str,
)
def test_held_things_are_in_the_hand(planned: Planner, prompt: str, held: str, holder: str, ratio: str) -> None:
    seen = Seen(planned(prompt, ratio))
    _, actor = seen.actor(holder)
    assert seen.id(held) in actor.figure.boxes, f"the {held} is attached to the {holder}"
    owner = seen.box(holder)
    anchors = actor.figure.drawing.anchors
    hands = [anchors[name] for name in ("hand", "hand2", "mouth", "front") if name in anchors]
    assert hands, f"the {holder} has no hand, mouth or front to hold with"
    slack = 0.12 * (owner[3] - owner[1])
    assert any(
        left - slack <= hand.x <= right + slack and top - slack <= hand.y <= bottom + slack
        for left, top, right, bottom in seen.boxes(held)
        for hand in hands
    )
    thing = seen.box(held)
    assert max(thing[2] - thing[0], thing[3] - thing[1]) < 1.6 * (owner[3] - owner[1]), "it does not dwarf its holder"


@pytest.mark.parametrize(
    ("prompt", "hat", "wearer"),
    [
        ("a cat wearing a top hat", "hat", "cat"),
        ("a dog wearing a crown", "crown", "dog"),
        ("a robot wearing a hat", "hat", "robot"),
        ("a snowman wearing a top hat", "hat", "snowman"),
        ("a bear wearing a party hat", "hat", "bear"),
        ("a duck wearing a cowboy hat", "hat", "duck"),
        ("a horse wearing a straw hat", "hat", "horse"),
    ],
    ids=str,
)
def test_hats_sit_on_heads(planned: Planner, prompt: str, hat: str, wearer: str) -> None:
    seen = Seen(planned(prompt))
    _, actor = seen.actor(wearer)
    on, body = seen.box(hat), seen.box(wearer)
    height = body[3] - body[1]
    assert on[1] < body[1] + 0.05 * height, "the hat ends above the head"
    anchors = actor.figure.drawing.anchors
    eyes = anchors.get("eyes") or anchors.get("face")
    limit = eyes.y + 0.03 * height if eyes is not None else body[1] + 0.3 * height
    assert on[3] <= limit, "the hat leaves the face free"
    assert body[0] <= middle(on)[0] <= body[2]
    assert on[2] - on[0] > 0.08 * (body[2] - body[0]), "the hat is large enough to be seen"


@pytest.mark.parametrize("clothing", ["hat", "scarf", "sunglasses", "apron", "crown", "cape"])
@pytest.mark.parametrize("wearer", ["a man", "a woman", "a girl", "an old man"])
def test_people_put_on_what_they_wear(planned: Planner, wearer: str, clothing: str) -> None:
    """Either the person's rig draws it, which changes the drawing, or it is attached as a thing of its own."""
    article = "" if clothing == "sunglasses" else "a "
    dressed, plain = planned(f"{wearer} wearing {article}{clothing}"), planned(wearer)
    assert len(dressed.actors) == 1
    dressed_items = len(dressed.actors[0].figure.drawing.items)
    plain_items = len(plain.actors[0].figure.drawing.items)
    worn = {k for k in dressed.actors[0].figure.boxes if k}
    assert worn or dressed_items != plain_items, f"the {clothing} is nowhere"


@everywhere
def test_a_cat_on_a_horse_in_front_of_a_barn_keeps_all_three_apart(planned: Planner, ratio: str) -> None:
    seen = Seen(planned("a cat sitting on a horse in front of a barn", ratio))
    cat, horse, barn = seen.box("cat"), seen.box("horse"), seen.box("barn")
    assert horse[1] < cat[3] < (horse[1] + horse[3]) / 2, "the cat sits on the horse's back"
    assert horse[3] > barn[3], "the barn stands behind"
    assert seen.actor("barn")[0] < seen.actor("horse")[0]


def test_sizes_follow_nature(planned: Planner) -> None:
    """Drawn closer together than nature, but never the wrong way round."""
    for small, large in (("mouse", "elephant"), ("cat", "horse"), ("mug", "lamp"), ("car", "house"), ("dog", "car")):
        seen = Seen(planned(f"a {small} beside {'an' if large[0] in 'aeiou' else 'a'} {large}"))
        low, high = seen.box(small), seen.box(large)
        assert low[3] - low[1] < high[3] - high[1], f"the {small} is larger than the {large}"


def test_every_thing_can_be_sketched_and_stands_on_its_own_feet() -> None:
    """Each drawing has an extent, is no wider than a wall, and reaches neither far above nor below its ground."""
    for entry in {id(t): t for t in load().values()}.values():
        left, top, right, bottom = entry.sketch(Look(noun=entry.name)).bounds()
        assert right - left > 0, entry.name
        assert bottom - top > 0, entry.name
        assert (right - left) / (bottom - top) < 15, f"{entry.name} is flat as a line"
        assert entry.cm > 0, entry.name
