"""Prompts for several pictures: whether they are recognised, how many panels, what each shows, and who says what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinxit.scene.characters import cast
from pinxit.scene.model import Scene, Subject
from pinxit.scene.panels import Strip, count, split

WITCH = (
    "A 4-panel comic about a young witch with a red hat. Panel 1: She brews a potion in a kitchen. "
    'Panel 2: The potion explodes, "BOOM!" Panel 3: The witch says "Oops!" to her black cat. '
    'Panel 4: The cat says "Not again."'
)


def taken(prompt: str) -> Strip:
    strip = split(prompt)
    assert strip is not None
    return strip


def named(scene: Scene, head: str) -> Subject:
    return next(s for s in scene.subjects if s.head == head)


@pytest.mark.parametrize(
    ("prompt", "panels"),
    [
        ("a 4-panel comic about a cat", 4),
        ("a three-panel comic strip about a dog", 3),
        ("comic strip in 3 panels about a dog", 3),
        ("six panel storyboard of a bank robbery", 6),
        ("a comic page with four panels about a knight", 4),
        ("a 2x2 grid of panels showing a tree in spring, summer, autumn and winter", 4),
        ("a storyboard with 6 frames about a rocket", 6),
        ("before and after of a messy room", 2),
        ("a sequence of four images of a growing plant", 4),
        ("a manga page about a samurai", 4),
        ("a comic strip about a duck", 3),
        ("a storyboard of a car chase", 4),
        ("a 2x2 grid of photos of a dog", 4),
        ("Superhero comic, 4 panels: a woman flies", 4),
        ("Panel 1: a cat. Panel 2: a dog. Panel 3: a bird.", 3),
    ],
)
def test_the_number_of_panels_is_read(prompt: str, panels: int) -> None:
    assert count(prompt) == panels
    assert len(taken(prompt).panels) == panels


@pytest.mark.parametrize(
    "prompt",
    [
        "A single comic book panel, in a gritty, noir art style. A detective stands in a rainy alley.",
        "a comic book cover with a superhero",
        "a cat in comic style",
        "two solar panels on a roof",
        "a six-panel door",
        "a man reading a comic book",
        "three cats on a sofa",
        "a 2x2 grid of app icons",
        "a set of three paintings on a wall",
        "a woman reading a comic strip",
        "a cartoon of two squares",
        'a sign that says "4-panel comic"',
        "",
    ],
)
def test_a_single_picture_stays_one(prompt: str) -> None:
    assert split(prompt) is None


@pytest.mark.parametrize(
    "prompt",
    [
        "A three-panel comic. Panel 1: a cat sleeps. Panel 2: a dog barks. Panel 3: a bird flies.",
        "A comic strip. First panel: a cat sleeps; second panel: a dog barks; third panel: a bird flies.",
        "Comic with 3 panels. In the first panel, a cat sleeps. In the second, a dog barks. In the last, a bird flies.",
        "Three-panel comic: 1) a cat sleeps 2) a dog barks 3) a bird flies",
        "Storyboard. Frame 1 - a cat sleeps. Frame 2 - a dog barks. Frame 3 - a bird flies.",
        "A three-panel comic: a cat sleeps, then a dog barks, and finally a bird flies.",
        "A three-panel comic. A cat sleeps. A dog barks. A bird flies.",
    ],
)
def test_every_way_to_tell_the_panels_apart(prompt: str) -> None:
    texts = [panel.text.lower().rstrip(".") for panel in taken(prompt).panels]
    assert texts == ["a cat sleeps", "a dog barks", "a bird flies"]


def test_words_go_to_their_panel_with_their_speaker() -> None:
    lines = [[(x.kind, x.text, x.speaker) for x in panel.lines] for panel in taken(WITCH).panels]
    assert lines == [
        [],
        [("sound", "BOOM!", "")],
        [("balloon", "Oops!", "The witch")],
        [("balloon", "Not again.", "The cat")],
    ]


@pytest.mark.parametrize(
    ("part", "kind", "speaker"),
    [
        ('"Hello there" says the dog.', "balloon", "the dog"),
        ('The dog shouts "Hello there"', "balloon", "The dog"),
        ('A dog sees a cat and says "Hello there"', "balloon", "A dog sees a cat"),
        ('Dog: "Hello there"', "balloon", "Dog"),
        ('The dog thinks "Hello there"', "thought", "The dog"),
        ('A dog runs. Caption: "Hello there"', "caption", ""),
        ("A dog runs. Caption: Hello there.", "caption", ""),
    ],
)
def test_who_says_it_and_how(part: str, kind: str, speaker: str) -> None:
    line = taken(f"A two-panel comic. Panel 1: {part} Panel 2: A bird flies.").panels[0].lines[0]
    assert (line.kind, line.text.rstrip("."), line.speaker) == (kind, "Hello there", speaker)


def test_what_stands_on_a_sign_stays_in_the_picture() -> None:
    panel = taken('A two-panel comic. Panel 1: a dog under a sign that says "PARK". Panel 2: a cat.').panels[0]
    assert panel.lines == ()
    assert '"PARK"' in panel.text


def test_the_title_belongs_to_the_page() -> None:
    strip = taken('A two-panel comic titled "Lazy Sunday". Panel 1: a cat sleeps. Panel 2: a dog sleeps.')
    assert strip.title == "Lazy Sunday"
    assert all("Lazy" not in panel.text for panel in strip.panels)


def test_a_bare_theme_is_in_all_panels() -> None:
    strip = taken("a three-panel comic about a cat who loves fish")
    assert strip.theme
    assert {panel.text for panel in strip.panels} == {"a cat who loves fish"}


def test_seasons_are_dealt_out() -> None:
    strip = taken("four images in a 2x2 grid of a tree through the four seasons")
    assert [panel.text.split()[-1] for panel in strip.panels] == ["spring", "summer", "autumn", "winter"]


def test_pronouns_mean_who_was_introduced() -> None:
    scenes = cast(taken(WITCH))
    assert named(scenes[0], "witch").age == "young"


def test_a_character_looks_the_same_in_every_panel() -> None:
    scenes = cast(taken(WITCH))
    for scene in (scenes[0], scenes[2]):
        witch = named(scene, "witch")
        worn = [scene.subjects[r.b].head for r in scene.relations if r.kind == "wearing" and r.a == witch.id]
        assert worn == ["hat"]
        assert named(scene, "hat").colours == named(scenes[0], "hat").colours
    assert named(scenes[2], "cat").colours == named(scenes[3], "cat").colours


def test_a_later_pronoun_gives_the_gender_of_all_panels() -> None:
    scenes = cast(taken("A two-panel comic. Panel 1: an astronaut waves. Panel 2: She jumps."))
    assert [named(scene, "astronaut").gender for scene in scenes] == ["female", "female"]


def test_the_place_goes_on_until_another_is_named() -> None:
    scenes = cast(
        taken("A 3-panel comic. Panel 1: a cat in a kitchen. Panel 2: the cat sleeps. Panel 3: the cat on a beach.")
    )
    assert [scene.place.name for scene in scenes] == ["kitchen", "kitchen", "beach"]


def test_a_name_means_who_bears_it_and_is_not_written() -> None:
    strip = taken('A two-panel comic about a black cat named Max. Panel 1: Max sleeps. Panel 2: Max says "I am Max".')
    assert [panel.text.rstrip(".") for panel in strip.panels] == ["the cat sleeps", "the cat"]
    assert [[line.text for line in panel.lines] for panel in strip.panels] == [[], ["I am Max"]]
    assert [named(scene, "cat").colours[0].name for scene in cast(strip)] == ["black", "black"]


@pytest.mark.parametrize(
    ("told", "action"),
    [("The cat yawns", "yawn"), ("The rocket flies home", "fly"), ("The robot waters a flower", "water")],
)
def test_deeds_are_not_taken_for_things(told: str, action: str) -> None:
    scene = cast(taken(f"A two-panel comic. Panel 1: {told}. Panel 2: a dog."))[0]
    assert scene.subjects[0].action == action
    assert scene.subjects[0].head in told


def test_they_are_those_who_acted_last() -> None:
    scenes = cast(taken("A two-panel comic. Panel 1: a fox meets a rabbit. Panel 2: They sleep under a tree."))
    assert {s.head for s in scenes[1].subjects} >= {"fox", "rabbit"}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab 1:.,\"'\n()Pdt-", max_size=60))
def test_nothing_is_raised(noise: str) -> None:
    strip = taken(f"A 3-panel comic {noise}. Panel 1: {noise} Panel 2: {noise}")
    assert 1 < len(strip.panels) <= 9
    cast(strip)
