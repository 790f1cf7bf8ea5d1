"""Several figures at once: between, surrounded by, facing, chasing, hugging, leaning, over; and how copies form up."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from pinxit.core.images import RATIOS, Size
from pinxit.engines.illustrator.fitting import Box
from pinxit.engines.illustrator.formation import Troop, form
from pinxit.engines.illustrator.painter import Plan, plan
from pinxit.scene import read
from pinxit.scene.model import Relation, RelationKind, Scene, Subject

everywhere = pytest.mark.parametrize("ratio", ["1:1", "9:16", "16:9", "21:9"])


def scene_of(*nouns: str, relations: tuple[Relation, ...] = (), **fields: str) -> Scene:
    """A scene of singular nouns; "cat*2" is two cats."""
    subjects = []
    for i, noun in enumerate(nouns):
        name, _, count = noun.partition("*")
        subjects.append(Subject(i, name, name.split()[-1], count=int(count or 1)))
    return replace(Scene("a picture", tuple(subjects), relations), **fields)  # type: ignore[arg-type]


def laid_out(scene: Scene, ratio: str = "1:1") -> Plan:
    return plan(scene, Size(*RATIOS[ratio]), 1)


def boxes(done: Plan, subject: int) -> list[Box]:
    found = [box for actor in done.actors for box in actor.figure.boxes.get(subject, ())]
    assert found, f"subject {subject} is not in the picture"
    return sorted(found)


def middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


def faces(done: Plan, subject: int) -> int:
    return next(a.figure.faces for a in done.actors if a.figure.subject == subject)


def tie(kind: RelationKind, a: int, b: int) -> Relation:
    return Relation(kind, a, b)


@everywhere
def test_between_two_things_is_in_the_middle(ratio: str) -> None:
    scene = scene_of("dog", "chair", "lamp", relations=(tie("between", 0, 1), tie("between", 0, 2)))
    done = laid_out(scene, ratio)
    dog, chair, lamp = (middle(boxes(done, i)[0]) for i in range(3))
    assert chair < dog < lamp


@everywhere
@pytest.mark.parametrize("count", [2, 4])
def test_between_several_of_a_kind_is_in_the_middle(ratio: str, count: int) -> None:
    done = laid_out(scene_of("dog", f"cat*{count}", relations=(tie("between", 0, 1),)), ratio)
    dog, cats = boxes(done, 0)[0], boxes(done, 1)
    assert sum(middle(cat) < middle(dog) for cat in cats) == count // 2
    assert len(cats) == count


@everywhere
def test_what_surrounds_something_is_on_both_sides_and_behind(ratio: str) -> None:
    done = laid_out(scene_of("vase", "candle*8", relations=(tie("surrounded by", 0, 1),)), ratio)
    vase, candles = boxes(done, 0)[0], boxes(done, 1)
    assert len(candles) == 8
    assert sum(middle(c) < middle(vase) - 1 for c in candles) >= 3
    assert sum(middle(c) > middle(vase) + 1 for c in candles) >= 3
    assert any(c[3] < vase[3] - 5 for c in candles), "some stand behind it"
    assert any(c[3] > vase[3] + 5 for c in candles), "some stand before it"


def test_what_is_as_tall_as_the_middle_does_not_stand_before_it() -> None:
    done = laid_out(scene_of("cabin", "tree*8", relations=(tie("surrounded by", 0, 1),)))
    cabin = boxes(done, 0)[0]
    assert all(tree[3] <= cabin[3] + 1 for tree in boxes(done, 1))


@everywhere
@pytest.mark.parametrize("pair", [("horse", "cow"), ("dog", "elephant"), ("car", "truck"), ("lion", "tiger")])
def test_two_that_face_each_other_do(ratio: str, pair: tuple[str, str]) -> None:
    done = laid_out(scene_of(*pair, relations=(tie("facing", 0, 1),)), ratio)
    left, right = sorted((0, 1), key=lambda i: middle(boxes(done, i)[0]))
    assert faces(done, left) in {0, 1}
    assert faces(done, right) in {0, -1}


@everywhere
def test_who_is_chased_runs_ahead_and_does_not_look_back(ratio: str) -> None:
    done = laid_out(scene_of("dog", "cat", relations=(tie("chasing", 0, 1),)), ratio)
    assert middle(boxes(done, 0)[0]) < middle(boxes(done, 1)[0])
    assert faces(done, 0) == faces(done, 1) == 1
    assert {s.action for s in done.direction.scene.subjects} == {"run"}


def test_who_hugs_stands_close() -> None:
    apart = laid_out(scene_of("bear", "panda"))
    hugging = laid_out(scene_of("bear", "panda", relations=(tie("hugging", 0, 1),)))

    def gap(done: Plan) -> float:
        one, other = sorted((boxes(done, 0)[0], boxes(done, 1)[0]))
        return other[0] - one[2]

    assert gap(apart) > 0 > gap(hugging)


@pytest.mark.parametrize("noun", ["guitar", "broom", "surfboard", "ladder"])
def test_a_long_thing_that_leans_stands_nearly_upright(noun: str) -> None:
    done = laid_out(scene_of(noun, "house", relations=(tie("against", 0, 1),)))
    left, top, right, bottom = boxes(done, 0)[0]
    assert bottom - top > 1.2 * (right - left)


def test_who_flies_over_a_house_is_above_it_and_the_house_stands_on_the_ground() -> None:
    done = laid_out(replace(scene_of("bird", "house", relations=(tie("over", 0, 1),)), prompt="a bird over a house"))
    assert boxes(done, 0)[0][3] <= boxes(done, 1)[0][1] + 20
    assert boxes(done, 1)[0][3] > 700


def test_a_flyer_leaves_room_for_its_landscape() -> None:
    done = laid_out(read("an eagle flying over a lake"))
    left, _, right, bottom = boxes(done, 0)[0]
    assert right - left < 700
    assert bottom < 720


# -- formations ------------------------------------------------------------------------------------------------------

ARRANGEMENTS = (None, "row", "line", "flock", "herd", "crowd", "pile", "stack", "ring", "grid", "close")


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("count", range(1, 21))
def test_every_copy_has_a_place_of_its_own_and_all_fit_the_frame(arrangement: str | None, count: int) -> None:
    troop = Troop(count, 120.0, 150.0, 1000.0)
    spots, shrink = form(arrangement, troop)
    assert len(spots) == count
    assert len({(round(x), round(y)) for x, y, _ in spots}) == count
    assert 0 < shrink <= 1
    low, high = min(x for x, _, _ in spots), max(x for x, _, _ in spots)
    assert high - low + 120 * shrink <= 1000
    assert all(0.4 < scale <= 1.1 for _, _, scale in spots)


def test_a_row_is_level_and_a_stack_upright() -> None:
    row, _ = form("row", Troop(7, 100, 100, 1000))
    assert {y for _, y, _ in row} == {0.0}
    steps = [b[0] - a[0] for a, b in pairwise(row)]
    assert max(steps) - min(steps) < 1e-6
    stack, _ = form("stack", Troop(5, 100, 30, 1000))
    assert max(abs(x) for x, _, _ in stack) < 10
    assert all(b[1] < a[1] for a, b in pairwise(stack))


def test_a_pile_narrows_upwards() -> None:
    spots, _ = form("pile", Troop(10, 100, 100, 1000))
    levels: dict[float, int] = {}
    for _, y, _ in spots:
        levels[round(y)] = levels.get(round(y), 0) + 1
    assert [levels[y] for y in sorted(levels, reverse=True)] == [4, 3, 2, 1]


def test_a_ring_leaves_its_middle_free() -> None:
    spots, shrink = form("ring", Troop(10, 80, 80, 1000))
    centre = (min(y for _, y, _ in spots) + max(y for _, y, _ in spots)) / 2
    assert all(abs(x) > 60 * shrink or abs(y - centre) > 20 * shrink for x, y, _ in spots)
