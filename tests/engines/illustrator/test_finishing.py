"""Colour, pattern and material reach every thing, also where its own drawing does not provide for them."""

from __future__ import annotations

import pytest

from pinxit.engines.illustrator.colours import oklab
from pinxit.engines.illustrator.finishing import finish
from pinxit.engines.illustrator.look import Look, Thing, load, things
from pinxit.engines.illustrator.pen import Drawing, Fill, Gradient

PATTERNS = ("striped", "spotted", "checkered", "floral")
EXEMPT = {"person", "sky"}  # a striped man wears stripes; a striped moon is none


def drawn(name: str, **wish: object) -> Drawing:
    thing, look = load()[name], Look(noun=name, **wish)  # type: ignore[arg-type]
    return finish(thing, look, thing.sketch(look))


def fingerprint(drawing: Drawing) -> list[object]:
    return [(item.paint, item.path.countPoints()) for item in drawing.items]


def solid(drawing: Drawing) -> list[Fill]:
    return [i for i in drawing.items if isinstance(i, Fill) and not i.decal and i.form != "glow"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_thing_takes_every_pattern(pattern: str) -> None:
    plain = []
    for thing in things():
        if thing.kind in EXEMPT:
            continue
        look = Look(noun=thing.name)
        patterned = Look(noun=thing.name, pattern=pattern)
        if fingerprint(thing.sketch(look)) == fingerprint(finish(thing, patterned, thing.sketch(patterned))):
            plain.append(thing.name)
    assert len(plain) <= 0.04 * len(things()), f"{len(plain)} things stay plain: {plain}"


@pytest.mark.parametrize("rgb", [(40, 70, 210), (220, 60, 150)])
def test_every_thing_takes_a_colour(rgb: tuple[int, int, int]) -> None:
    wanted = oklab(rgb)
    stubborn = []
    for thing in things():
        if thing.kind in EXEMPT:
            continue
        look = Look(noun=thing.name, colours=(rgb,))
        tones = [item.paint for item in finish(thing, look, thing.sketch(look)).items]
        flat = [p.stops[0][1] if isinstance(p, Gradient) else p for p in tones]
        if all(abs(oklab(t)[1] - wanted[1]) + abs(oklab(t)[2] - wanted[2]) > 0.09 for t in flat):
            stubborn.append(thing.name)
    assert len(stubborn) <= 0.02 * len(things()), f"{len(stubborn)} things keep their colour: {stubborn}"


@pytest.mark.parametrize("material", ["glass", "marble", "gold", "ice", "wood"])
@pytest.mark.parametrize("name", ["cat", "horse", "owl", "violin", "rose", "castle"])
def test_a_figure_of_a_material_is_made_of_it_all_over(name: str, material: str) -> None:
    before, after = drawn(name), drawn(name, material=material)
    assert fingerprint(before) != fingerprint(after)


def test_a_wooden_thing_has_grain_inside_its_outlines() -> None:
    grain = [item for item in drawn("cat", material="wood").items if item.clips]
    assert len(grain) > len([item for item in drawn("cat").items if item.clips])


def test_anchors_stay_behind_the_same_parts() -> None:
    plain, patterned = drawn("cat"), drawn("cat", pattern="floral")
    for name, anchor in plain.anchors.items():
        before = solid(Drawing(plain.items[: anchor.index]))
        after = solid(Drawing(patterned.items[: patterned.anchors[name].index]))
        assert [f.paint for f in before] == [f.paint for f in after], name


def test_a_thing_that_sees_to_its_own_surface_is_left_alone() -> None:
    thing: Thing = load()["mug"]
    look = Look(noun="mug", pattern="striped", colours=((200, 40, 40),))
    sketch = thing.sketch(look)
    assert finish(thing, look, sketch) is sketch
