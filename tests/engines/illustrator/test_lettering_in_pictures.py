"""Lettering is exact: it is read back from the finished pixels, and nothing is written that nobody asked for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from pinxit.engines.illustrator.lettering import breaks, fit
from pinxit.engines.illustrator.typefaces import ROLES, choose, face, glyphs, table, width_of

Pixels = npt.NDArray[np.uint8]
Painter = Callable[..., Pixels]
Reader = Callable[[Pixels], list[str]]

# Letters that look alike in capitals and small letters: a reader cannot tell them apart without a neighbour.
ALIKE = str.maketrans({ch: ch.lower() for ch in "CKOPSUVWXYZJ"} | {"I": "l", "|": "l", "1": "l", "0": "o"})


def plain(text: str) -> str:
    """Letters and digits only, alike ones folded; capitals and small letters stay apart."""
    return "".join(ch for ch in text if ch.isalnum() or ch == "|").translate(ALIKE)


PICTURES = [
    # title and captions
    ('vintage travel poster of a lighthouse with the title "VISIT MAINE"', (480, 640), "VISIT MAINE"),
    ('minimalist poster of a mountain with the words "Stay Wild"', (512, 512), "Stay Wild"),
    ('a watercolour of a rabbit with the title "Spring Fair" at the top', (512, 512), "Spring Fair"),
    ('noir comic panel of a man in rain, caption box: "THE CITY NEVER SLEEPS"', (640, 366), "THE CITY NEVER SLEEPS"),
    ('a landscape banner of a sunset beach with the text "SUMMER SALE"', (768, 336), "SUMMER SALE"),
    ('an illustration of a rocket with the text "To the Moon" at the bottom', (512, 512), "To the Moon"),
    # logos
    ('a logo for a coffee shop called "Bean Haven"', (512, 512), "Bean Haven"),
    ('minimalist black and white logo with the text "NORDWIND"', (640, 366), "NORDWIND"),
    ('a logo with the text "The Daily Bread" in bold sans-serif', (512, 512), "The Daily Bread"),
    # on things
    ('a neon sign that says "OPEN LATE"', (512, 512), "OPEN LATE"),
    ('a wooden sign that says "Welcome Home"', (512, 512), "Welcome Home"),
    ('a white mug with the text "BEST DAD" on it', (512, 512), "BEST DAD"),
    ('a birthday cake with "Happy Birthday" written on it in icing', (512, 512), "Happy Birthday"),
    ('a bakery shop front with a sign reading "Golden Crust"', (576, 576), "Golden Crust"),
    ('a billboard that reads "DRINK WATER"', (640, 366), "DRINK WATER"),
    ('a honey jar with a label that says "HONEY"', (512, 512), "HONEY"),
    ('a stop sign', (320, 320), "STOP"),
    # speech
    ('a cartoon man with a speech bubble saying "Hello there"', (512, 512), "Hello there"),
    ('comic panel of a woman saying "Where is my hat?"', (512, 640), "Where is my hat"),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "size", "text"), PICTURES, ids=[p for p, _, _ in PICTURES])
def test_the_words_can_be_read_back(
    painted: Painter, ocr: Reader, prompt: str, size: tuple[int, int], text: str
) -> None:
    seen = ocr(painted(prompt, *size))
    flat = plain("".join(seen))
    assert plain(text) in flat or all(plain(word) in flat for word in text.split()), f"reads {seen}"


RATIOS = [(512, 512), (384, 672), (672, 384), (768, 336), (448, 576)]


@pytest.mark.parametrize("size", RATIOS, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ('a flat illustration of a fox in a forest with the title "WILD HEART"', "WILD HEART"),
        ('vintage poster of a train with the title "Night Express"', "Night Express"),
    ],
    ids=str,
)
def test_a_title_fits_every_frame(painted: Painter, ocr: Reader, prompt: str, text: str, size: tuple[int, int]) -> None:
    seen = ocr(painted(prompt, *size))
    assert all(plain(word) in plain("".join(seen)) for word in text.split()), f"reads {seen}"


@pytest.mark.parametrize(
    "prompt",
    [
        "a fox in a snowy forest at dusk",
        "a bowl of fruit on a wooden table",
        "a man riding a bicycle in a park",
        "watercolour of a sailboat on the ocean",
        "a logo of a leaf",
        "a red sports car on a road at sunset",
        "a comic panel of a knight",
        "a vintage poster of a mountain",
    ],
)
def test_nothing_is_written_that_nobody_asked_for(painted: Painter, ocr: Reader, prompt: str) -> None:
    seen = [text for text in ocr(painted(prompt, 384, 384)) if len(plain(text)) > 2]
    assert not seen


# -- type, without a reader ------------------------------------------------------------------------------------------

TEXTS = ("A", "OPEN", "Hello there", "The quick brown fox jumps over the lazy dog", "100 % Äpfel & Öl", "WAVE To AV")


@pytest.mark.parametrize("name", sorted(table()))
@pytest.mark.parametrize("text", TEXTS)
def test_a_block_fits_its_box_in_every_face(name: str, text: str) -> None:
    chosen = face(name)
    for width, height in ((400.0, 80.0), (120.0, 300.0), (60.0, 20.0)):
        block = fit(text, chosen, width, height)
        assert block.width <= width * 1.06
        assert block.height <= height * 1.12
        assert block.width > 0.3 * width or block.height > 0.3 * height, "it uses its room"
        assert " ".join(block.texts) == text, "every word is set once, in order"
        for path in block.at(10.0, -5.0):
            box = path.computeTightBounds()
            assert box.left() >= 10 - block.width / 2 - 1
            assert box.right() <= 10 + block.width / 2 + 1


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("style", [(), ("bold",), ("neon",), ("vintage",), ("script",), ("comic",), ("stencil",)])
def test_small_letters_stay_small_letters(role: str, style: tuple[str, ...]) -> None:
    chosen = choose(style, role, "Hello there")
    assert not chosen.caps_only
    small, capital = (glyphs(text, chosen, 100.0)[0].path.computeTightBounds() for text in ("x", "X"))
    assert small.height() < 0.93 * capital.height(), f"{chosen.name} has no small letters"


@pytest.mark.parametrize(
    "text", ["Привет мир", "Καλημέρα", "Größe", "¿Qué?", "señor", "шаг 5", "שלום", "مرحبا", "नमस्ते"]
)
def test_a_face_that_lacks_a_letter_is_not_chosen(text: str) -> None:
    for role in ROLES:
        assert choose((), role, text).covers(text)


@pytest.mark.parametrize("name", sorted(table()))
def test_letters_go_from_left_to_right(name: str) -> None:
    chosen = face(name)
    letters = glyphs("Today", chosen, 100.0)
    assert [g.text for g in letters] == list("Today")
    assert all(a.x < b.x for a, b in pairwise(letters))


@pytest.mark.parametrize("name", ["grotesque", "poster", "gothic"])
def test_a_and_v_move_together(name: str) -> None:
    chosen = face(name)
    assert width_of("AV", chosen, 100.0) < width_of("A", chosen, 100.0) + width_of("V", chosen, 100.0)


@pytest.mark.parametrize("most", [1, 2, 3, 5])
def test_lines_are_broken_between_words_only(most: int) -> None:
    text = "one two three four five six"
    for way in breaks(text, most):
        assert len(way) <= most
        assert " ".join(way) == text


@pytest.mark.parametrize("text", ["", " ", "A\nB", "x" * 200, "🦊 fox"])
def test_odd_texts_raise_no_error(painted: Painter, text: str) -> None:
    assert painted(f'a sign that says "{text}"', 96, 96).shape == (96, 96, 3)
    assert painted(f'a poster of a cat with the title "{text}"', 96, 96).shape == (96, 96, 3)
