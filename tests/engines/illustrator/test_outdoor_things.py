"""Vehicles, buildings, plants, sky and street: each draws as it is, in other colours and at night, with its anchors."""

from __future__ import annotations

import math

import pytest

from pinxit.engines.illustrator.look import Look, Thing, load
from pinxit.engines.illustrator.pen import Drawing, Fill

MODULES = """airplane barrel bicycle boat cactus campfire car castle cloud conifer door flower house hydrant leaf
lighthouse motorcycle mountain rocket shop streetlamp sun train tree truck umbrella van windmill""".split()

ANCHORS = {
    "seat": "bicycle motorcycle scooter skateboard tractor sailboat canoe convertible bench|rowing boat|fishing boat",
    "inside": "car bus van train tram truck helicopter rocket ufo submarine igloo castle bucket|hot air balloon",
    "text": "van bus truck shop bar billboard signpost sailboat gravestone car|neon sign|food truck|stop sign",
    "top": "car bus rock barrel wall fence bridge cliff",
    "hook": "streetlamp bicycle",
    "head": "snowman",
    "branch": "tree",
}

ASKED = """car|sports car|vintage car|taxi|police car|pickup|suv|convertible|van|food truck|bus|school bus
double-decker bus|truck|fire engine|ambulance|tractor|steam locomotive|train|tram|bicycle|motorcycle
vespa|skateboard|sailboat|rowing boat|ship|fishing boat|pirate ship|yacht|submarine|canoe|airplane
hot air balloon|helicopter|rocket|spaceship|ufo|satellite|house|cottage|cabin|castle|lighthouse|church
temple|pagoda|torii gate|windmill|barn|skyscraper|shop|cafe|bakery|bookstore|bar|tent|tower|bridge|gate
fountain|well|igloo|pyramid|statue|door|window|fence|wall|tree|oak|pine|fir|christmas tree|palm tree
cherry blossom tree|birch|willow|bush|cactus|potted plant|houseplant|monstera|rose|tulip|sunflower|daisy
lily|lavender|poppy|orchid|cherry blossom branch|bouquet|leaf|maple leaf|fern|grass|mushroom|bonsai
pumpkin|wheat|tree stump|log|four-leaf clover|coral|seaweed|mountain|volcano|hill|rock|stone|cliff|island
waterfall|iceberg|sun|moon|crescent moon|star|cloud|rainbow|planet|earth|comet|lightning|campfire|fire
snowflake|snowman|wave|puddle|pond|streetlamp|lamppost|traffic light|bench|mailbox|signpost|sign
road sign|stop sign|billboard|neon sign|flag|umbrella|kite|balloon|balloons|ladder|telescope|anchor
barrel|crate|bucket|treasure chest|gravestone"""

HELD = ("umbrella", "balloon", "balloons", "bouquet", "rose", "sunflower", "wheat")


def mine() -> list[Thing]:
    """Every thing whose drawing lives in one of these modules."""
    found = {t.name: t for t in load().values() if t.draw.__module__.rpartition(".")[2] in MODULES}
    return [found[name] for name in sorted(found)]


def assert_sane(drawing: Drawing) -> None:
    left, top, right, bottom = drawing.bounds()
    assert all(math.isfinite(edge) for edge in (left, top, right, bottom))
    assert 60 < max(right - left, bottom - top) < 420
    assert min(right - left, bottom - top) > 20
    assert -80 < bottom < 60, "stands on the ground, or hangs from the grip"
    for anchor in drawing.anchors.values():
        assert anchor.size > 0
        assert 0 <= anchor.index <= len(drawing.items)
        assert left - 60 <= anchor.x <= right + 60


def paints(drawing: Drawing) -> list[object]:
    return [item.paint for item in drawing.items]


@pytest.mark.parametrize("entry", mine(), ids=lambda t: t.name)
def test_draws_by_default_in_colour_and_at_night(entry: Thing) -> None:
    plain = entry.sketch(Look(noun=entry.name))
    assert len(plain.items) >= 4
    assert_sane(plain)
    for look in (Look(noun=entry.name, colours=((20, 150, 220),)), Look(noun=entry.name, night=True, seed=3)):
        assert_sane(entry.sketch(look))
    two = entry.sketch(Look(noun=entry.name, colours=((226, 60, 190), (20, 20, 20))))
    assert paints(two) != paints(plain), "an asked colour shows"


@pytest.mark.parametrize("entry", mine(), ids=lambda t: t.name)
def test_draws_the_same_picture_twice(entry: Thing) -> None:
    look = Look(noun=entry.name, seed=7)
    assert paints(entry.sketch(look)) == paints(entry.sketch(look))


@pytest.mark.parametrize("name", ASKED.replace("\n", "|").split("|"))
def test_is_known_by_name(name: str) -> None:
    assert name in load()


@pytest.mark.parametrize(("anchor", "names"), ANCHORS.items())
def test_marks_its_anchors(anchor: str, names: str) -> None:
    single, *others = names.split("|")
    for name in [*single.split(), *others]:
        assert anchor in load()[name].sketch(Look(noun=name)).anchors, name


@pytest.mark.parametrize("name", HELD)
def test_is_held_at_the_grip(name: str) -> None:
    entry = load()[name]
    assert entry.attach == "hand"
    left, top, right, bottom = entry.sketch(Look(noun=name)).bounds()
    assert left <= 6
    assert right >= -6
    assert top < 0 <= bottom + 1


@pytest.mark.parametrize("name", ["house", "castle", "cafe", "streetlamp", "lighthouse", "skyscraper", "car", "ship"])
def test_is_lit_at_night(name: str) -> None:
    def glows(look: Look) -> int:
        return sum(isinstance(i, Fill) and i.form == "glow" for i in load()[name].sketch(look).items)

    assert glows(Look(noun=name, night=True)) > glows(Look(noun=name))


def test_bus_is_yellow_for_a_school() -> None:
    bus = load()["bus"]
    assert paints(bus.sketch(Look(noun="school bus"))) != paints(bus.sketch(Look(noun="bus")))


@pytest.mark.parametrize(
    ("name", "word"), [("tree", "bare"), ("pine tree", "snowy"), ("pumpkin", "carved"), ("cloud", "stormy")]
)
def test_listens_to_adjectives(name: str, word: str) -> None:
    entry = load()[name]
    assert paints(entry.sketch(Look(noun=name, adjectives=(word,)))) != paints(entry.sketch(Look(noun=name)))
