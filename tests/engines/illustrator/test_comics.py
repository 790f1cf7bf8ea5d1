"""Pages of panels: how they divide the sheet, that a person stays the same in all of them, the order of the words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from pinxit.core.images import Background, ImageRequest, Size
from pinxit.engines.illustrator import comics, media
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.pages import Wish, compose
from pinxit.engines.illustrator.painter import Order, Painted
from pinxit.scene import read
from pinxit.scene.panels import split

Pixels = npt.NDArray[np.uint8]
TALK = (
    'A two-panel comic in a park. Panel 1: The cat says "Good morning" and the dog answers "Hello friend". '
    'Panel 2: The dog says "Lovely day". Caption: "Spring again".'
)


def page(prompt: str, width: int = 512, height: int = 512, *, seed: int = 1) -> Painted:
    return paint(ImageRequest("", prompt, Size(width, height)), seed, lambda _share, _what: None)


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("count", range(2, 10))
@pytest.mark.parametrize("size", [Size(1024, 1024), Size(1344, 768), Size(832, 1248), Size(512, 64), Size(64, 64)])
def test_panels_share_the_sheet_without_touching(count: int, size: Size) -> None:
    weights = tuple(1.0 + 0.1 * (i % 3) for i in range(count))
    for wish in (Wish(weights), Wish(weights, even=True), Wish(weights, wide_frames=True, words_below=True)):
        cells = compose(size, wish).cells
        boxes = [(c.left, c.top, c.left + c.width, c.top + c.height) for c in cells]
        assert len(cells) == count
        for i, box in enumerate(boxes):
            assert 0 <= box[0] < box[2] <= size.width
            assert 0 <= box[1] < box[3] <= size.height
            assert not any(overlap(box, other) for other in boxes[:i])


def test_rows_read_from_left_to_right_or_the_other_way() -> None:
    size, weights = Size(1000, 1000), (1.0,) * 4
    onward, back = compose(size, Wish(weights)).cells, compose(size, Wish(weights, leftward=True)).cells
    assert onward[0].left < onward[1].left
    assert back[0].left > back[1].left
    assert onward[1].top == onward[0].top < onward[2].top


def test_frames_of_a_storyboard_are_sixteen_to_nine() -> None:
    for cell in compose(Size(1500, 900), Wish((1.0,) * 6, wide_frames=True)).cells:
        assert cell.width / cell.height == pytest.approx(16 / 9, rel=0.02)


@pytest.mark.parametrize(
    ("prompt", "columns", "rows"),
    [
        ("2x2 grid of panels: a cat, a dog, a bird, a fish", 2, 2),
        ("a 3x2 grid of panels: a cat, a dog, a bird, a fish, a cow, a pig", 3, 2),
    ],
)
def test_gutters_are_white_lines_through_the_page(prompt: str, columns: int, rows: int) -> None:
    pixels = page(prompt, 600, 600).pixels
    blank = pixels.min(axis=2) >= 252

    def bands(axis: int) -> int:
        lines = np.asarray(np.all(blank, axis=axis)).astype(int)
        return int((np.diff(lines) == 1).sum()) + int(lines[0])

    assert bands(0) == columns + 1
    assert bands(1) == rows + 1


def test_a_prompt_for_one_panel_is_one_picture() -> None:
    noir = "A single comic book panel, noir. A detective stands in an alley."
    assert "panel 1" not in page(noir, 256, 256).description


def test_the_description_tells_every_panel() -> None:
    text = page(TALK, 256, 256).description
    assert text.index("panel 1") < text.index("Good morning") < text.index("panel 2") < text.index("Lovely day")


def test_what_cannot_be_drawn_is_told_once() -> None:
    missing = page("A two-panel comic. Panel 1: a zorblax. Panel 2: the zorblax.", 256, 256).missing
    assert sum("zorblax" in note for note in missing) == 1


def test_the_same_page_twice() -> None:
    assert np.array_equal(page(TALK, 300, 200).pixels, page(TALK, 300, 200).pixels)


@pytest.mark.parametrize(("width", "height"), [(64, 64), (512, 64), (64, 512), (333, 257)])
def test_odd_sizes(width: int, height: int) -> None:
    prompt = 'A six-panel comic titled "Up". A cat says "Hello you". A dog. A cow. A pig. A bird. "BOOM!"'
    assert page(prompt, width, height).pixels.shape == (height, width, 3)


def test_outside_the_panels_a_transparent_page_is_clear() -> None:
    request = ImageRequest("", TALK, Size(300, 200), background=Background.TRANSPARENT)
    pixels = paint(request, 1, lambda _share, _what: None).pixels
    assert pixels.shape[2] == 4
    assert pixels[0].max() == 0
    assert (pixels[..., 3] == 255).mean() > 0.8


def test_reports_rise_and_unfinished_pages_are_shown() -> None:
    strip = split(TALK)
    assert strip is not None
    shares: list[float] = []
    shown: list[tuple[str, tuple[int, ...]]] = []
    order = Order(
        Size(240, 160), 1, report=lambda share, _what: shares.append(share),
        show=lambda name, pixels: shown.append((name, pixels.shape)),
    )  # fmt: skip
    comics.paint(strip, TALK, order)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert shown == [(name, (160, 240, 3)) for name in ("composition", "flat colour", "half finished", "finished")]


@pytest.mark.parametrize(
    ("prompt", "coloured"),
    [
        ("A two-panel comic: a cat sleeps. A red car drives.", True),
        ("A two-panel noir comic: a cat sleeps. A red car drives.", False),
        ("A two-panel black and white comic: a cat sleeps. A red car drives.", False),
        ("A manga page of two panels: a cat sleeps. A red car drives.", False),
        ("A two-panel watercolor comic: a cat sleeps. A red car drives.", True),
    ],
)
def test_a_comic_is_in_colour_unless_the_words_are_against_it(prompt: str, coloured: bool) -> None:
    pixels = page(prompt, 256, 160).pixels.astype(int)
    assert bool(np.abs(pixels[..., 0] - pixels[..., 2]).mean() > 12) == coloured


def test_the_same_person_in_both_panels() -> None:
    pixels = page("A two-panel grid comic. Panel 1: a woman in a red dress. Panel 2: the woman.", 512, 256).pixels
    red = (pixels[..., 0].astype(int) > 150) & (pixels[..., 1] < 80) & (pixels[..., 2] < 90)
    assert red[:, :256].sum() > 400
    assert red[:, 256:].sum() > 400


def test_the_words_are_exact_and_in_their_order(ocr: object) -> None:
    assert callable(ocr)
    pixels = page(TALK, 1344, 768).pixels
    halves = [" ".join(ocr(half)) for half in (pixels[:, :672], pixels[:, 672:])]
    read = " ".join(ocr(pixels))
    for words in ("Good morning", "Hello friend", "Lovely day", "Spring again"):
        assert words.replace(" ", "") in read.replace(" ", "")
    assert "Good" in halves[0]
    assert "Lovely" in halves[1]
    text = " ".join(ocr(pixels[:, :700])).replace(" ", "")
    assert text.index("Goodmorning") < text.index("Hellofriend")


def test_the_comic_medium_leaves_ink_to_black_and_white() -> None:
    comic = media.load()["comic"]
    assert comic.suit is not None
    scene = read("a cat")
    assert comic.suit(scene).name == "comic"
    assert comic.suit(replace(scene, monochrome=True)).name == "ink"
