"""What verbs do to a picture: things in the air, lines between figures, splashes and sparks; what they leave alone."""

from __future__ import annotations

import pytest

from pinxit.core.images import Size
from pinxit.engines.illustrator import account, business, deeds, look, painter
from pinxit.engines.illustrator.layout import Actor
from pinxit.engines.illustrator.strings import STYLES
from pinxit.scene import read

SQUARE = Size(512, 512)


def _plan(prompt: str, seed: int = 1) -> painter.Plan:
    return painter.plan(read(prompt), SQUARE, seed)


def _of(plan: painter.Plan, noun: str) -> list[Actor]:
    """The actors that show a subject of the prompt, effects left out."""
    ids = [s.id for s in plan.direction.scene.subjects if noun in (s.noun, s.head)]
    return [a for a in plan.actors if a.figure.subject in ids and a.figure.kind != "effect"]


def _effects(plan: painter.Plan) -> list[Actor]:
    return [a for a in plan.actors if a.figure.kind == "effect"]


def _names(plan: painter.Plan) -> set[str]:
    return {effect.thing for act in plan.direction.deeds.done for effect in act.deed.effects}


def _middle(actor: Actor) -> tuple[float, float]:
    left, top, right, bottom = actor.box
    return (left + right) / 2, (top + bottom) / 2


def test_every_row_of_the_table_names_things_that_can_be_drawn() -> None:
    """Effects, tools and what targets become are in the library; lines have a known style."""
    library = look.load()
    for deed in deeds.table():
        names = [effect.thing for effect in deed.effects] + [n for n in (deed.hold, deed.becomes) if n]
        assert all(name in library for name in names), deed.name
        assert all(link.style in STYLES for link in deed.links), deed.name
        assert 0.3 <= deed.room <= 1.0, deed.name
        assert abs(deed.shift) <= 0.25, deed.name


EFFECTS = {
    "a wizard casting a spell": "magic swirl",
    "a basketball player dunking a ball": "basketball hoop",
    "a girl blowing soap bubbles": "drifting bubbles",
    "an elephant splashing water": "fountain of drops",
    "a farmer feeding chickens": "scattered grain",
    "two knights fighting": "clash star",
    "kids having a snowball fight": "thrown snowballs",
    "a man chopping wood": "tree stump",
    "a woman watering plants": "spray of drops",
    "a plane leaving a trail": "vapour trail",
    "a rocket launching": "rocket exhaust",
    "a car splashing through a puddle": "water splash",
    "a dolphin jumping out of the water": "water splash",
    "a magician pulling a rabbit out of a hat": "top hat",
    "a dj playing music": "mixing desk",
    "a painter painting a portrait": "painted easel",
    "a scientist mixing chemicals": "coloured vapour",
    "a family having a picnic": "picnic blanket",
    "a couple kissing under the moon": "floating hearts",
    "a boy crying": "falling tears",
    "a man thinking": "thought cloud",
    "a woman doing yoga": "unrolled mat",
    "a spider in its web": "orb web",
    "a dragon breathing fire": "jet of fire",
    "a squirrel burying an acorn": "mound of earth",
    "a woman playing the violin": "rising notes",
    "a burning castle": "burning flames",
    "a skier going downhill": "skis underfoot",
    "a goalkeeper catching a ball": "soccer goal",
    "a woman cutting a cake": "small work table",
}


@pytest.mark.parametrize("prompt", EFFECTS)
def test_a_deed_leaves_its_trace(prompt: str) -> None:
    """Each verb adds what shows it, and the account neither names nor misses what was added."""
    plan = _plan(prompt)
    assert EFFECTS[prompt] in _names(plan)
    assert len(_effects(plan)) >= 1
    assert all(actor.figure.subject == business.NOBODY for actor in _effects(plan))
    assert EFFECTS[prompt] not in account.describe(plan.direction, plan.wardrobe) or EFFECTS[prompt] in prompt
    assert not any(EFFECTS[prompt] in note for note in account.missing(plan.direction))


def test_a_kite_is_in_the_sky_and_its_string_ends_at_the_hand() -> None:
    """The kite is above who flies it, inside the frame, and one line leads from the raised hand to it."""
    plan = _plan("a boy flying a kite")
    (boy,), (kite,) = _of(plan, "boy"), _of(plan, "kite")
    assert kite.box[3] < _middle(boy)[1]
    assert min(kite.box[0], kite.box[1]) >= 0
    assert kite.box[2] <= plan.width
    string = _effects(plan)[0].box
    hand = business.point(boy, deeds.Spot("high hand"))
    assert string[0] == pytest.approx(hand[0], abs=8)
    assert string[3] == pytest.approx(hand[1], abs=30)
    assert string[2] >= kite.box[0]


def test_a_leash_joins_the_hand_and_every_dogs_neck() -> None:
    """Each dog has a leash of its own to the one hand."""
    plan = _plan("a girl walking two dogs")
    (girl,), dogs = _of(plan, "girl"), _of(plan, "dog")
    assert len(dogs) == 2
    leash = _effects(plan)[0].box
    hand = business.point(girl, deeds.Spot("fore hand"))
    necks = [dog.figure.drawing.anchors["neck"].x for dog in dogs]
    assert leash[0] == pytest.approx(min(hand[0], *necks), abs=12)
    assert leash[2] == pytest.approx(max(hand[0], *necks), abs=12)
    assert len(_effects(plan)[0].figure.drawing.items) >= 4


def test_what_is_tossed_is_above_the_hands() -> None:
    """The pizza is in nobody's hand: all of it is above both."""
    plan = _plan("a chef tossing a pizza")
    (chef,), (pizza,) = _of(plan, "chef"), _of(plan, "pizza")
    assert pizza.box[3] < business.point(chef, deeds.Spot("hands"))[1]
    assert pizza.ground is None


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_juggler_has_exactly_as_many_balls_as_were_asked_for(count: int) -> None:
    """Counts stay exact, and no ball hides another."""
    words = {3: "three", 4: "four", 5: "five"}
    plan = _plan(f"a clown juggling {words[count]} red balls")
    balls = _of(plan, "ball")
    assert len(balls) == count
    middles = [_middle(ball) for ball in balls]
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) > 10 for i, a in enumerate(middles) for b in middles[:i])


def test_a_horse_jumps_above_the_fence() -> None:
    plan = _plan("a horse jumping over a fence")
    (horse,), (fence,) = _of(plan, "horse"), _of(plan, "fence")
    assert _middle(horse)[1] < fence.box[1]
    assert fence.box[0] < _middle(horse)[0] < fence.box[2]


def test_a_frisbee_is_in_the_air_before_the_mouth() -> None:
    plan = _plan("a dog catching a frisbee")
    (dog,), (frisbee,) = _of(plan, "dog"), _of(plan, "frisbee")
    assert _middle(frisbee)[0] > dog.figure.drawing.anchors["mouth"].x
    assert frisbee.box[3] < dog.box[3]


def test_two_who_fight_look_at_each_other() -> None:
    """The left one keeps its side, the right one is mirrored; both hold a sword."""
    plan = _plan("two knights fighting")
    left, right = sorted(_of(plan, "knight"), key=lambda a: a.box[0])
    assert (business.side(left), business.side(right)) == (1, -1)
    hands = [business.point(knight, deeds.Spot("high hand"))[0] for knight in (left, right)]
    assert _middle(left)[0] < hands[0] < hands[1] < _middle(right)[0]


def test_who_swims_is_seen_above_the_water_only() -> None:
    """A swimmer ends at the water line, which lies in the pool and not on its edge."""
    plan = _plan("three children swimming in a lake")
    swimmers = _of(plan, "child")
    assert len(swimmers) == 3
    for swimmer in swimmers:
        assert plan.stage.horizon < swimmer.box[3] < plan.stage.ground
        assert swimmer.ground is None


def test_who_drives_sits_inside_the_car() -> None:
    """The driver has no place beside the car; the car shows somebody."""
    plan = _plan("a woman driving a red car")
    assert _of(plan, "woman") == []
    (car,) = _of(plan, "car")
    woman = next(s.id for s in plan.direction.scene.subjects if s.noun == "woman")
    assert woman in car.figure.boxes


def test_a_jet_of_water_joins_the_firefighter_and_the_house() -> None:
    """The one who sprays stands on the left of what burns, and both are in the picture."""
    plan = _plan("a firefighter spraying water on a burning house")
    (fighter,), (house,) = _of(plan, "firefighter"), _of(plan, "house")
    assert fighter.box[0] < house.box[0]
    assert {"burning flames", "fire hose nozzle"} <= _names(plan)


def test_lines_of_speed_are_for_comics_only() -> None:
    loud = _plan("a man running fast, comic style")
    calm = _plan("a man running fast")
    assert len(_effects(loud)) == 2
    assert _effects(calm) == []


def test_a_deed_is_told_as_the_prompt_tells_it() -> None:
    """What was changed to draw it is not in the description."""
    plan = _plan("a boxer punching a bag")
    sentence = account.describe(plan.direction, plan.wardrobe)
    assert "punching bag" not in sentence
    assert "bag" in sentence


@pytest.mark.parametrize(
    "prompt",
    [
        "a red apple on a table",
        "a black cat left of a white dog",
        "three yellow ducks in a row",
        "a woman holding a cup",
    ],
)
def test_where_nothing_is_done_nothing_is_added(prompt: str) -> None:
    plan = _plan(prompt)
    assert plan.direction.deeds.done == ()
    assert _effects(plan) == []


def test_sides_that_were_asked_for_stay() -> None:
    """A deed does not turn left and right about."""
    plan = _plan("a crying boy to the left of a smiling girl")
    (boy,), (girl,) = _of(plan, "boy"), _of(plan, "girl")
    assert boy.box[0] < girl.box[0]


@pytest.mark.parametrize(
    "prompt",
    ["four children flying kites on the beach", "three firefighters spraying water", "two dogs catching a frisbee"],
)
def test_making_room_pushes_nobody_out_of_the_frame(prompt: str) -> None:
    plan = _plan(prompt)
    for actor in plan.actors:
        if actor.figure.kind != "effect":
            assert actor.box[0] > -0.02 * plan.width
            assert actor.box[2] < 1.02 * plan.width


def test_each_of_several_does_it() -> None:
    """Three wizards cast three spells, two children weep."""
    assert len(_effects(_plan("three wizards casting spells"))) == 3
    assert len(_effects(_plan("two children crying"))) == 2


@pytest.mark.parametrize(
    "prompt",
    [
        "a firefighter next to a red car",
        "a burning candle next to a house",
        "a man at a picnic table",
        "a wizard with a hat",
    ],
)
def test_words_that_only_sound_like_a_deed_do_nothing(prompt: str) -> None:
    assert _names(_plan(prompt)) == set()


def test_a_sticker_has_one_edge_around_a_figure_and_its_tears() -> None:
    """On a sticker what was added is part of who it belongs to; elsewhere it is drawn by itself."""
    tears = look.load()["falling tears"].sketch(look.Look()).items
    sticker, picture = _plan("sticker of a boy crying"), _plan("a boy crying")
    assert _effects(sticker) == []
    on_him = [item.paint for item in _of(sticker, "boy")[0].figure.drawing.items]
    assert all(item.paint in on_him for item in tears)
    assert [item.paint for item in _effects(picture)[0].figure.drawing.items] == [item.paint for item in tears]
