"""People: a person of any age, and the plain words for them."""

from __future__ import annotations

from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.person import draw_person
from pinxit.engines.illustrator.rigs.person_traits import Trade


@thing(
    "person",
    "human",
    "people",
    "figure",
    "someone",
    "adult",
    "individual",
    "character",
    "stranger",
    "tourist",
    "traveler",
    "traveller",
    "friend",
    cm=172,
    kind="person",
)
def draw_anyone(pen: Pen, look: Look) -> None:
    draw_person(pen, look)


@thing(
    "man",
    "guy",
    "gentleman",
    "male",
    "father",
    "dad",
    "husband",
    "brother",
    "uncle",
    "boyfriend",
    "groom",
    cm=176,
    kind="person",
)
def draw_man(pen: Pen, look: Look) -> None:
    trade = Trade(gender="male", wears=("tuxedo",)) if look.noun == "groom" else Trade(gender="male")
    draw_person(pen, look, trade)


@thing(
    "woman", "lady", "female", "mother", "mom", "wife", "sister", "aunt", "girlfriend", "bride", cm=166, kind="person"
)
def draw_woman(pen: Pen, look: Look) -> None:
    trade = (
        Trade(gender="female", wears=("wedding dress#f6f2ec", "veil"), style="bun", mood="happy")
        if look.noun == "bride"
        else Trade(gender="female")
    )
    draw_person(pen, look, trade)


@thing("boy", "son", "lad", "grandson", "nephew", "little boy", cm=122, kind="person")
def draw_boy(pen: Pen, look: Look) -> None:
    draw_person(pen, look, Trade(gender="male", age="child"))


@thing("girl", "daughter", "granddaughter", "niece", "little girl", cm=120, kind="person")
def draw_girl(pen: Pen, look: Look) -> None:
    draw_person(pen, look, Trade(gender="female", age="child"))


@thing("child", "kid", "toddler", "youngster", "children", cm=118, kind="person")
def draw_child(pen: Pen, look: Look) -> None:
    draw_person(pen, look, Trade(age="child"))


@thing("baby", "infant", "newborn", cm=54, kind="person")
def draw_baby(pen: Pen, look: Look) -> None:
    draw_person(pen, look, Trade(age="baby"))


@thing("old man", "grandfather", "grandpa", "elder", "elderly man", "senior", cm=168, kind="person")
def draw_old_man(pen: Pen, look: Look) -> None:
    draw_person(pen, look, Trade(gender="male", age="elderly"))


@thing("old woman", "grandmother", "grandma", "granny", "elderly woman", cm=160, kind="person")
def draw_old_woman(pen: Pen, look: Look) -> None:
    draw_person(pen, look, Trade(gender="female", age="elderly"))


@thing("teenager", "teen", "youth", "adolescent", "young man", "young woman", cm=168, kind="person")
def draw_teenager(pen: Pen, look: Look) -> None:
    gender = {"young man": "male", "young woman": "female"}.get(look.noun)
    draw_person(pen, look, Trade(age="young", gender=gender, wears=("hoodie", "jeans", "sneakers#f0f0f0")))
