"""Words can be read in every role, and every script that an installed face has is set as it is written."""

from __future__ import annotations

import random
import tomllib
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from pinxit.engines.illustrator import typecase
from pinxit.engines.illustrator.account import missing
from pinxit.engines.illustrator.bearers import with_bearers
from pinxit.engines.illustrator.bidi import base_level, levels, visual
from pinxit.engines.illustrator.direction import direct
from pinxit.engines.illustrator.lettering import breaks, fit
from pinxit.engines.illustrator.painter import Plan
from pinxit.engines.illustrator.typefaces import ROLES, choose, glyphs, lacking, settable
from pinxit.scene import read

Pixels = npt.NDArray[np.uint8]
Painter = Callable[..., Pixels]
Planner = Callable[..., Plan]
Reader = Callable[[Pixels], list[str]]

DATA = tomllib.loads(Path(__file__).with_name("lettering_roles.toml").read_text("utf-8"))
COMMON = DATA["words"]["common"].split()
SIDE = 896


def words_for(role: str) -> list[str]:
    """Two words for a role, one in capitals, the same in every run."""
    first, second = random.Random(role).sample(COMMON, 2)
    return [first.upper(), second.title()]


def cut_out(pixels: Pixels, planned: Plan) -> Pixels:
    """The part of a picture that carries its words; all of it where they stand free."""
    words = planned.direction.scene.lettering[0]
    if words.host is None or words.role in {"balloon", "caption"} or planned.direction.medium.name == "logo":
        return pixels
    worn = {r.a for r in planned.direction.scene.relations if r.b == words.host and r.kind == "wearing"}
    box = next((a.box for a in planned.actors if {words.host, *worn} & set(a.figure.boxes)), None)
    if box is None:
        return pixels
    left, top, right, bottom = (round(min(max(at * SIDE / 1000, 0), SIDE)) for at in box)
    part = Image.fromarray(pixels[top:bottom, left:right])
    scale = 640 / max(part.size)
    return np.asarray(part.resize((round(part.width * scale), round(part.height * scale))))


@pytest.mark.parametrize("role", list(DATA["roles"]))
def test_a_common_word_can_be_read_in_every_role(painted: Painter, planned: Planner, ocr: Reader, role: str) -> None:
    for word in words_for(role):
        prompt = DATA["roles"][role].format(word)
        seen = ocr(cut_out(painted(prompt, SIDE, SIDE), planned(prompt)))
        assert word.lower() in {"".join(filter(str.isalnum, piece)).lower() for piece in seen}, f"reads {seen}"


# -- what carries the words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "head"),
    [
        ('a license plate that reads "CALM 42"', "plate"),
        ('a phone with the text "Hello" on the screen', "phone"),
        ('a laptop showing the words "Deploy now"', "laptop"),
        ('a glass bottle with a label that says "Olive Oil"', "bottle"),
        ('a handwritten note that says "Back at noon"', "note"),
        ('a newspaper with the headline "MOON LANDING"', "newspaper"),
        ('graffiti on a brick wall that says "DREAM BIG"', "graffiti"),
        ('a banner that says "WELCOME" between two trees', "banner"),
        ('a girl wearing a t-shirt that says "ROCKET"', "t-shirt"),
    ],
)
def test_words_stand_on_the_thing_they_are_named_with(prompt: str, head: str) -> None:
    scene = with_bearers(read(prompt))
    host = scene.lettering[0].host
    assert host is not None
    assert scene.subjects[host].head == head


@pytest.mark.parametrize(
    "prompt",
    [
        'a poster of a book shop with the title "READ"',
        'a logo with the text "Bottle"',
        'an illustration of a fox with the title "WILD"',
    ],
)
def test_a_title_stands_on_the_picture(prompt: str) -> None:
    assert with_bearers(read(prompt)).lettering[0].host is None


def test_the_author_of_a_book_stands_on_its_cover() -> None:
    scene = with_bearers(read('a book cover with the title "The Lost River" by Anna Moore'))
    assert [x.text for x in scene.lettering] == ["The Lost River", "Anna Moore"]


# -- other scripts ---------------------------------------------------------------------------------------------------


def seen_as(text: str) -> str:
    """The letters of a line from left to right as it is seen."""
    runs = levels(text)
    turned = []
    for at in visual(runs):
        turned.append(text[at])
    return "".join(turned)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("אבג abc", "abc גבא"),
        ("abc אבג", "abc גבא"),
        ("אב 12 גד", "דג 12 בא"),
        ("abc אב 12 de", "abc 12 בא de"),
        ("אב 1.5 גד", "דג 1.5 בא"),
        ("אב (cd) ה", "ה )cd( בא"),
        ("אב-12", "12-בא"),
        ("abc (אב) de", "abc (בא) de"),
        ("مر 25 حب", "بح 25 رم"),
    ],
)
def test_mixed_directions_are_ordered_as_unicode_says(text: str, wanted: str) -> None:
    assert seen_as(text) == wanted


def test_what_is_written_without_spaces_is_broken_between_characters() -> None:
    for way in breaks("夜は短し歩けよ乙女。", 3):
        assert "".join(way) == "夜は短し歩けよ乙女。"
        assert not any(line.startswith("。") for line in way)
    assert max(len(way) for way in breaks("夜は短し歩けよ乙女。", 3)) == 3


def test_the_first_strong_letter_gives_a_line_its_direction() -> None:
    assert base_level("12 אב cd") == 1
    assert base_level("12 cd אב") == 0
    assert base_level("12") == 0


def test_arabic_letters_join_and_run_to_the_left() -> None:
    chosen = choose((), "sign", "مرحبا")
    line = glyphs("مرحبا", chosen, 100.0)
    assert all(a.x <= b.x for a, b in pairwise(line))
    assert "".join(g.text for g in line)[-1] == "م", "the first letter is the rightmost"
    alone = sum(g.advance for ch in "مرحبا" for g in glyphs(ch, chosen, 100.0))
    assert sum(g.advance for g in line) < alone, "joined forms are narrower than letters that stand alone"


@pytest.mark.parametrize("text", ["Open שלום now", "Café Привет", "ไทย and more", "3 ☕ please", "x\u0301 and q\u0303"])
@pytest.mark.parametrize("role", ["sign", "neon", "title", "chalkboard"])
def test_one_word_in_another_script_does_not_lose_the_rest(text: str, role: str) -> None:
    assert role in ROLES
    chosen = choose((), role, text)
    line = glyphs(text, chosen, 100.0)
    assert sorted("".join(g.text for g in line).replace(" ", "")) == sorted(
        "".join(unicodedata.normalize("NFC", text)).replace(" ", "")
    )
    assert all(not g.path.isEmpty() for g in line if g.text.strip())
    assert fit(text, chosen, 400, 80).width <= 424


def test_what_no_face_has_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typecase, "_installed", lambda *_: None)
    typecase.spare.cache_clear()
    rare = "\U00013000"  # a hieroglyph
    assert lacking(f"a{rare}b") == rare
    assert settable(f"a{rare} b") == "a b"
    notes = missing(direct(read(f'a sign that says "SUN {rare}"'), 1))
    assert any(rare in note and "written without" in note for note in notes)
    notes = missing(direct(read(f'a sign that says "{rare}{rare}"'), 1))
    assert any("not written" in note for note in notes)
    typecase.spare.cache_clear()


def test_the_system_is_not_asked_for_what_the_packages_have(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("asked the system")

    monkeypatch.setattr(typecase, "_installed", refuse)
    typecase.spare.cache_clear()
    for text in ("Ærøskøbing", "Żółw", "Ελλάδα", "Київ", "שלום", "नमस्ते", "ไทย", "★ ☕ 🦊"):
        assert not lacking(text)
    typecase.spare.cache_clear()
