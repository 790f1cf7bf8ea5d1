"""What a prompt's noun phrases become: number, colour, size, material, age, expression, deed, parts."""

# a table is read across
from __future__ import annotations

import pytest

from pinxit.scene import Scene, Subject, read


def subject(scene: Scene, noun: str) -> Subject:
    found = [one for one in scene.subjects if one.noun == noun]
    assert found, f"{noun} not in {[one.noun for one in scene.subjects]}"
    return found[0]


def colours(one: Subject) -> str:
    return " ".join(colour.name for colour in one.colours)


@pytest.mark.parametrize(
    ("prompt", "noun", "count"),
    [
        ("a cat", "cat", 1),
        ("two cats", "cat", 2),
        ("three red apples", "apple", 3),
        ("four men", "man", 4),
        ("five mice", "mouse", 5),
        ("six geese", "goose", 6),
        ("seven wolves", "wolf", 7),
        ("eight small fish", "fish", 8),
        ("nine sheep", "sheep", 9),
        ("ten balloons", "balloon", 10),
        ("eleven candles", "candle", 11),
        ("twelve roses", "rose", 12),
        ("12 roses", "rose", 12),
        ("3 dogs", "dog", 3),
        ("a dozen eggs", "egg", 12),
        ("a couple of cats", "cat", 2),
        ("a pair of shoes", "shoe", 2),
        ("a trio of musicians", "musician", 3),
        ("a group of five penguins", "penguin", 5),
        ("several birds", "bird", 4),
        ("many stars", "star", 6),
        ("a flock of birds", "bird", 7),
        ("a herd of elephants", "elephant", 6),
        ("a bunch of balloons", "balloon", 5),
        ("dozens of butterflies", "butterfly", 12),
        ("a single rose", "rose", 1),
        ("two glasses of milk", "glass", 2),
        ("a man wearing glasses", "glasses", 1),
        ("a 1950s car", "car", 1),
        ("a stack of books", "book", 4),
        ("two children", "child", 2),
    ],
)
def test_a_number_counts_its_noun(prompt: str, noun: str, count: int) -> None:
    assert subject(read(prompt), noun).count == count


@pytest.mark.parametrize(
    ("prompt", "noun", "said"),
    [
        ("a red apple", "apple", "red"),
        ("a pale blue boat", "boat", "pale blue"),
        ("a dark green dragon", "dragon", "dark green"),
        ("a navy blue suit", "suit", "navy blue"),
        ("a red and white lighthouse", "lighthouse", "red white"),
        ("a black and white cat", "cat", "black white"),
        ("a crimson rose", "rose", "crimson"),
        ("a teal bicycle", "bicycle", "teal"),
        ("a mustard sofa", "sofa", "mustard"),
        ("an off-white vase", "vase", "off-white"),
        ("a turquoise necklace", "necklace", "turquoise"),
        ("an orange cat", "cat", "orange"),
        ("an orange", "orange", ""),
        ("a golden retriever", "golden retriever", ""),
        ("a red panda", "red panda", ""),
        ("a polar bear", "polar bear", ""),
        ("a lemon tree", "lemon tree", ""),
        ("a mug in matte black", "mug", "matte black"),
        ("A cat. It is orange.", "cat", "orange"),
        ("the car is bright red", "car", "bright red"),
        ("a reddish fox", "fox", "red"),
        ("a cornflowerblue vase", "vase", "cornflowerblue"),
        ("a pastel pink cupcake", "cupcake", "pastel pink"),
        ("two cats, one orange and one black", "cat", "orange"),
        ("red car blue house green tree", "house", "blue"),
        ("a red fox curled up in the snow", "red fox", ""),
        ("a can of soda next to a rainbow donut", "can", ""),
    ],
)
def test_a_colour_belongs_to_the_thing_it_stands_with(prompt: str, noun: str, said: str) -> None:
    assert colours(subject(read(prompt), noun)) == said


@pytest.mark.parametrize(
    ("prompt", "noun", "name", "value"),
    [
        ("a tiny mouse", "mouse", "size", "tiny"),
        ("a small dog", "dog", "size", "small"),
        ("a big red ball", "ball", "size", "large"),
        ("a huge whale", "whale", "size", "giant"),
        ("a gigantic robot", "robot", "size", "giant"),
        ("a dog", "dog", "size", "medium"),
        ("a wooden chair", "chair", "material", "wood"),
        ("a ceramic mug", "mug", "material", "ceramic"),
        ("a glass bottle", "bottle", "material", "glass"),
        ("a bear made of glass", "bear", "material", "glass"),
        ("a steel bridge", "bridge", "material", "metal"),
        ("a leather bag", "bag", "material", "leather"),
        ("a striped shirt", "shirt", "pattern", "striped"),
        ("a polka-dot dress", "dress", "pattern", "polka dots"),
        ("a plaid blanket", "blanket", "pattern", "plaid"),
        ("an elderly man", "man", "age", "elderly"),
        ("an old woman", "woman", "age", "elderly"),
        ("a young girl", "girl", "age", "young"),
        ("a boy", "boy", "age", "child"),
        ("a kitten", "kitten", "age", "baby"),
        ("an old car", "car", "age", None),
        ("a woman", "woman", "gender", "female"),
        ("a king", "king", "gender", "male"),
        ("a female astronaut", "astronaut", "gender", "female"),
        ("an elderly Japanese potter", "potter", "origin", "japanese"),
        ("a young African woman", "woman", "origin", "african"),
        ("a happy dog", "dog", "expression", "happy"),
        ("a smiling avocado", "avocado", "expression", "happy"),
        ("an angry bear", "bear", "expression", "angry"),
        ("a surprised owl", "owl", "expression", "surprised"),
        ("a sleepy kitten", "kitten", "expression", "sleepy"),
        ("a man with a warm, knowing smile", "man", "expression", "knowing smile"),
        ("a dog running", "dog", "action", "run"),
        ("a running dog", "dog", "action", "run"),
        ("a cat sleeping on a sofa", "cat", "action", "sleep"),
        ("a detective stands in the rain", "detective", "action", "stand"),
        ("three ducks swim in a pond", "duck", "action", "swim"),
        ("a bird is flying", "bird", "action", "fly"),
        ("a girl who is dancing", "girl", "action", "dance"),
        ("a bicycle leaning against a wall", "bicycle", "action", "lean"),
        ("an old fisherman mending a net", "fisherman", "action", "mend"),
    ],
)
def test_describing_words_fill_the_fields_of_a_subject(prompt: str, noun: str, name: str, value: str | None) -> None:
    assert getattr(subject(read(prompt), noun), name) == value


@pytest.mark.parametrize(
    ("prompt", "noun", "part"),
    [
        ("a cat with green eyes", "cat", "eyes green"),
        ("a house with a red roof", "house", "roof red"),
        ("a girl with long red hair", "girl", "hair red"),
        ("an old man with a white beard", "man", "beard white"),
        ("a white house with a blue door", "house", "door blue"),
        ("a woman in red", "woman", "clothes red"),
        ("A dog. It has brown ears.", "dog", "ears brown"),
        ("a bird with yellow wings and a red beak", "bird", "beak red"),
    ],
)
def test_parts_keep_their_own_colour(prompt: str, noun: str, part: str) -> None:
    one = subject(read(prompt), noun)
    assert part in [f"{name} {colour.name}" for name, colour in one.parts]
    assert not one.colours or prompt.startswith("a white")


@pytest.mark.parametrize(
    "noun",
    [
        "red panda", "polar bear", "fire truck", "hot air balloon", "ice cream cone", "traffic light", "teddy bear",
        "coffee mug", "birthday cake", "maple leaf", "tea bowl", "trench coat", "golden retriever", "palm tree",
        "snow globe", "hot dog", "street lamp", "electric guitar", "treasure chest", "alarm clock", "potted plant",
    ],
)  # fmt: skip
def test_names_of_two_words_stay_whole(noun: str) -> None:
    one = read(f"a {noun} on a table").subjects[0]
    assert (one.noun, one.head, one.colours, one.material) == (noun, noun.rsplit(maxsplit=1)[-1], (), None)


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("create a picture of a cat", "cat"),
        ("a high-resolution, highly detailed image of a fox", "fox"),
        ("a masterpiece, 8k, ultra-realistic, sharp focus, a fox", "fox"),
        ("a dramatic composition with a lighthouse", "lighthouse"),
        ("a man without a hat", "man"),
        ("a cat, no people", "cat"),
        ("a fox. There are no trees.", "fox"),
        ("a dog with no collar", "dog"),
        ("a slice of pizza", "pizza"),
        ("an empty picture", ""),
        ("a portrait of an old sailor", "sailor"),
        ("A cat and a dog. The cat is wearing a hat.", "cat dog hat"),
        ("a painting of a dog", "dog"),
        ("a fox logo", "fox"),
        ("a blue bird on the head of a hippo", "bird hippo"),
        ("a parrot on a pirate's shoulder", "parrot pirate"),
        ("a forest in winter", ""),
        ("a waterfall in a jungle", "waterfall"),
        ("a pink flamingo standing on one leg", "flamingo"),
        ("The design features a simple, stylized icon of a coffee bean", "coffee bean"),
    ],
)
def test_only_things_that_were_asked_for_are_subjects(prompt: str, nouns: str) -> None:
    assert " ".join(one.noun for one in read(prompt).subjects) == nouns


def test_what_is_in_the_background_is_a_backdrop() -> None:
    scene = read("a bear fishing in a river with a waterfall in the background")
    assert [(one.noun, one.backdrop) for one in scene.subjects] == [("bear", False), ("waterfall", True)]


def test_ids_are_places_in_the_tuple() -> None:
    scene = read("two red apples and three green pears on a wooden table next to a vase of tulips")
    assert [one.id for one in scene.subjects] == list(range(len(scene.subjects)))
