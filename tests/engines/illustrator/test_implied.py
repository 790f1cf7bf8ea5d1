"""A rider without a mount gets the one that his name implies."""

import pytest

from pinxit.core.images import Size
from pinxit.engines.illustrator.implied import with_mounts
from pinxit.engines.illustrator.painter import plan
from pinxit.scene import read


@pytest.mark.parametrize(("rider", "mount"), [("cyclist", "bicycle"), ("skateboarder", "skateboard")])
def test_a_rider_gets_a_mount(rider: str, mount: str) -> None:
    scene = with_mounts(read(f"a {rider} on a mountain road"))
    assert mount in [s.noun for s in scene.subjects]
    assert any(r.kind == "riding" for r in scene.relations)


def test_a_mount_that_is_named_is_not_doubled() -> None:
    scene = with_mounts(read("a cyclist riding a red bicycle"))
    assert [s.head for s in scene.subjects].count("bicycle") == 1


def test_a_subject_keeps_its_number() -> None:
    scene = with_mounts(read("two cyclists and a dog in a park"))
    assert all(s.id == i for i, s in enumerate(scene.subjects))


@pytest.mark.parametrize(
    ("prompt", "noun", "count"),
    [
        ("two cyclists on a mountain road", "cyclist", 2),
        ("two cyclists on a mountain road", "bicycle", 2),
        ("three cats on two chairs", "cat", 3),
        ("three children playing with a ball", "ball", 1),
        ("two men riding two horses", "horse", 2),
    ],
)
def test_what_is_shared_out_keeps_its_number(prompt: str, noun: str, count: int) -> None:
    planned = plan(read(prompt), Size(1024, 1024), 1)
    wanted = {s.id for s in planned.direction.scene.subjects if s.head == noun}
    boxes = [
        box for actor in planned.actors for key, many in actor.figure.boxes.items() if key in wanted for box in many
    ]
    assert len(boxes) == count


def test_a_desk_at_which_somebody_works_is_a_desk() -> None:
    planned = plan(read("a woman working on a laptop with a cat on her desk"), Size(1024, 1024), 1)
    assert planned.direction.surface_of is None
    desk = next(s.id for s in planned.direction.scene.subjects if s.head == "desk")
    assert any(desk in actor.figure.boxes for actor in planned.actors)


@pytest.mark.parametrize(
    ("prompt", "on_top"), [("a chef cutting vegetables on a table", False), ("a boy standing on a table", True)]
)
def test_only_who_stands_on_a_table_is_on_it(prompt: str, on_top: bool) -> None:
    planned = plan(read(prompt), Size(1024, 1024), 1)
    table = next(s.id for s in planned.direction.scene.subjects if s.head == "table")
    assert any({0, table} <= set(actor.figure.boxes) for actor in planned.actors) is on_top
