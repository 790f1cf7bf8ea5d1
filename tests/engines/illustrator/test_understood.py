"""What words leave to be understood, and where a scene then plays: games, books, candles, pots, benches and rain."""

from __future__ import annotations

import pytest

from pinxit.core.images import RATIOS, Size
from pinxit.engines.illustrator import account
from pinxit.engines.illustrator.direction import Direction, direct
from pinxit.engines.illustrator.fitting import Box
from pinxit.engines.illustrator.painter import Plan, plan
from pinxit.scene import read


def directed(prompt: str) -> Direction:
    return direct(read(prompt), 1)


def planned(prompt: str) -> Plan:
    return plan(read(prompt), Size(*RATIOS["1:1"]), 1)


def relations(direction: Direction) -> set[tuple[str, str, str]]:
    subjects = direction.scene.subjects
    return {(subjects[r.a].noun, r.kind, subjects[r.b].noun) for r in direction.scene.relations}


def boxes(done: Plan, noun: str) -> list[Box]:
    ids = [s.id for s in done.direction.scene.subjects if noun in {s.noun, s.head}]
    return sorted(box for a in done.actors for i in ids for box in a.figure.boxes.get(i, ()))


def test_chess_is_played_at_a_table_between_the_players() -> None:
    done = planned("two astronauts playing chess on the moon")
    left, right = boxes(done, "astronaut")
    (table,) = boxes(done, "chess table")
    assert left[0] < table[0]
    assert table[2] < right[2]


def test_one_player_sits_behind_the_board() -> None:
    assert ("man", "behind", "chess table") in relations(directed("an old man playing chess"))


def test_small_players_have_a_small_table() -> None:
    sizes = {s.noun: s.size for s in directed("two foxes playing chess").scene.subjects}
    assert sizes["chess table"] == "tiny"


def test_who_reads_has_a_book_in_the_hands() -> None:
    assert ("mother", "holding", "book") in relations(directed("a mother reading to her son"))
    assert ("mother", "holding", "book") in relations(directed("a mother reading a bedtime story to her son"))
    nouns = [s.noun for s in directed("a man reading a newspaper").scene.subjects]
    assert "book" not in nouns, "a newspaper is enough"


def test_candles_on_a_cake_are_thin_and_the_words_are_on_the_cake() -> None:
    scene = directed('a birthday cake with seven candles and the words "Happy Birthday Mia"').scene
    (candles,) = [s for s in scene.subjects if s.head == "candle"]
    assert (candles.noun, candles.count) == ("birthday candle", 7)
    (words,) = scene.lettering
    assert words.host is not None
    assert scene.subjects[words.host].head == "cake"
    assert words.role == "icing"


def test_a_candle_on_a_table_is_a_candle() -> None:
    assert "candle" in {s.noun for s in directed("a candle on a table").scene.subjects}


def test_a_plant_is_in_a_flowerpot_and_a_soup_in_a_pot() -> None:
    assert "flowerpot" in {s.noun for s in directed("a cactus in a pink pot").scene.subjects}
    assert "flowerpot" not in {s.noun for s in directed("a spoon in a pot").scene.subjects}


def test_who_pulls_a_sled_goes_before_it() -> None:
    done = planned("two dogs pulling a sled")
    assert all(dog[0] > boxes(done, "sled")[0][0] for dog in boxes(done, "dog"))


def test_a_person_does_not_stand_in_a_flask() -> None:
    done = planned("a scientist mixing a liquid in a flask")
    (person,), (flask,) = boxes(done, "scientist"), boxes(done, "flask")
    assert flask[3] - flask[1] < 0.4 * (person[3] - person[1])


def test_a_cactus_with_sunglasses_wears_them() -> None:
    done = planned("a cactus with sunglasses")
    (cactus,), (glasses,) = boxes(done, "cactus"), boxes(done, "sunglasses")
    assert cactus[1] < glasses[1] < cactus[3]
    assert cactus[0] - 5 < glasses[0]
    assert glasses[2] < cactus[2] + 5


def test_colourful_things_each_have_a_colour_of_their_own() -> None:
    done = planned("five colorful balloons")
    paints = set()
    for actor in done.actors:
        solid = [item for item in actor.figure.drawing.items if isinstance(item.paint, tuple)]
        big = max(solid, key=lambda item: item.path.getBounds().width() * item.path.getBounds().height())
        paints.add(big.paint)
    assert len(paints) == 5


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [
        ("an elderly couple sitting on a bench in autumn", "park"),
        ("a cat under a bench", "park"),
        ("a businessman standing in the rain in front of a skyscraper", "street"),
        ("a kid playing on the floor", "living room"),
        ("a guitar leaning against a wall", "living room"),
        ("a vase of sunflowers on a windowsill", "living room"),
        ("a field of sunflowers", "field"),
        ("a bird flying over a house", "meadow"),
    ],
)
def test_where_it_plays(prompt: str, setting: str) -> None:
    assert directed(prompt).setting.name == setting


def test_a_man_who_holds_a_fish_is_not_under_water() -> None:
    assert directed("an old man holding a fish").setting.name != "underwater"
    assert directed("a fish").setting.name == "underwater"


@pytest.mark.parametrize("prompt", ["a knight in shining armor", "a woman wearing a red dress", "a chef in an apron"])
def test_clothes_that_a_person_wears_are_not_reported_as_missing(prompt: str) -> None:
    assert account.missing(directed(prompt)) == ()


def test_a_traffic_light_is_a_thing_and_light_is_none() -> None:
    direction = directed("a traffic light left of a sandwich")
    assert not direction.absorbed
    assert boxes(planned("a traffic light left of a sandwich"), "traffic light")


def test_the_words_of_a_card_stand_on_the_card() -> None:
    (words,) = directed('a birthday card with a bear holding balloons and the text "You are 5!"').scene.lettering
    assert (words.host, words.role) == (None, "title")


def test_a_stack_of_books_is_one_drawing_and_a_stack_of_plates_several() -> None:
    assert len(boxes(planned("a stack of five books"), "book")) == 1
    assert len(boxes(planned("a stack of five plates"), "plate")) == 5


def test_musicians_have_their_instrument() -> None:
    assert ("violinist", "playing", "violin") in relations(directed("a violinist playing under the moon"))
    nouns = [s.noun for s in directed("a pianist playing a red piano").scene.subjects]
    assert nouns.count("piano") == 1


def test_two_knights_with_swords_have_two_swords() -> None:
    subjects = {s.noun: s.count for s in directed("two knights fighting with swords").scene.subjects}
    assert subjects["sword"] == 2
    subjects = {s.noun: s.count for s in directed("two knights with three swords").scene.subjects}
    assert subjects["sword"] == 3


def test_a_burning_house_is_seen() -> None:
    done = planned("a firefighter carrying a kitten out of a burning house")
    assert boxes(done, "house")
    (kitten,), (person,) = boxes(done, "kitten"), boxes(done, "firefighter")
    assert kitten[3] - kitten[1] > 0.15 * (person[3] - person[1]), "one sees what is carried"


@pytest.mark.parametrize(
    ("prompt", "noun", "count"),
    [
        ("a baby elephant with its mother", "elephant", 2),
        ("a puppy and its mother", "dog", 1),
        ("five ducklings following their mother", "duck", 1),
        ("a penguin family in the snow", "penguin", 4),
    ],
)
def test_the_mother_of_an_animal_is_an_animal(prompt: str, noun: str, count: int) -> None:
    subjects = directed(prompt).scene.subjects
    assert sum(s.count for s in subjects if s.noun == noun) == count
    assert not {"mother", "family"} & {s.head for s in subjects}


def test_a_mother_of_children_is_a_woman() -> None:
    assert "mother" in {s.head for s in directed("a mother and her children").scene.subjects}


def test_formal_clothes_are_a_suit() -> None:
    assert "suit" in {s.noun for s in directed("a man in elegant attire").scene.subjects}


def test_a_place_that_comes_as_a_subject_is_the_setting() -> None:
    direction = directed("a violinist playing on a rooftop")
    assert direction.setting.name == "rooftop"
    assert account.missing(direction) == ()


def test_a_neon_sign_on_a_brick_wall_is_on_the_wall() -> None:
    done = planned('a neon sign that says "PIZZA" on a brick wall')
    (sign,), (wall,) = boxes(done, "neon sign"), boxes(done, "brick wall")
    assert wall[0] < sign[0]
    assert sign[2] < wall[2]


def test_a_board_before_a_shop_carries_the_words() -> None:
    scene = directed('a chalkboard sign in front of a cafe that says "Fresh Bagels"').scene
    (words,) = scene.lettering
    assert words.host is not None
    assert scene.subjects[words.host].noun == "chalkboard sign"


def test_a_mermaid_with_a_ship_in_sight_is_above_the_water() -> None:
    assert directed("a mermaid sitting on a rock looking at a ship").setting.name == "ocean"
    assert directed("a mermaid").setting.name == "underwater"


def test_a_ball_of_yarn_is_no_beach_ball() -> None:
    assert "ball of yarn" in {s.noun for s in directed("a kitten playing with a ball of blue yarn").scene.subjects}


def test_orange_is_a_colour_before_a_fruit() -> None:
    (apple,) = directed("an orange apple").scene.subjects
    assert (apple.noun, [c.name for c in apple.colours]) == ("apple", ["orange"])
    (tree,) = directed("an orange tree").scene.subjects
    assert tree.head == "tree"
