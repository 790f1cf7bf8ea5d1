"""Masks: the part of a picture that is transparent in its mask is made anew, and nothing else."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, ImageRequest, Size, Source
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.painter import Painted
from pinxit.engines.illustrator.sources.errand import understand_errand
from pinxit.engines.illustrator.sources.healing import healed

Pixels = npt.NDArray[np.uint8]
BOX = (70, 50, 170, 150)


def packed(image: Image.Image, kind: str = "PNG", **options: object) -> Source:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return Source(out.getvalue())


def meadow(width: int = 240, height: int = 200) -> Image.Image:
    """Sky above grass, with some grain, and a red post in the middle."""
    y = np.linspace(0, 1, height)[:, None, None]
    sky = np.array((120, 170, 230)) + 60 * y
    grass = np.array((90, 150, 60)) - 20 * y
    grain = np.random.default_rng(2).normal(0, 5, (height, width, 1))
    image = np.where(y < 0.45, sky, grass) + grain
    image[80:130, 110:130] = (200, 30, 30)
    return Image.fromarray(np.clip(image, 0, 255).astype(np.uint8))


def masked(box: tuple[int, int, int, int] = BOX, size: tuple[int, int] = (240, 200), grey: int = 0) -> Image.Image:
    """Black and opaque, but for a box."""
    mask = Image.new("RGBA", size, (0, 0, 0, 255))
    ImageDraw.Draw(mask).rectangle(box, fill=(0, 0, 0, grey))
    return mask


def edit(prompt: str, mask: Image.Image, image: Image.Image | None = None, seed: int = 1, **fields: object) -> Painted:
    sources = (packed(image or meadow()),)
    request = ImageRequest("m", prompt, sources=sources, mask=packed(mask), **fields)  # type: ignore[arg-type]
    return paint(request, seed, lambda *_: None)


def inside(pixels: Pixels, box: tuple[int, int, int, int] = BOX) -> Pixels:
    left, top, right, bottom = box
    return pixels[top : bottom + 1, left : right + 1, :3]


# -- what stays and what goes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "prompt",
    [
        "remove the post",
        "add a red balloon",
        "replace it with a cow",
        "a sunlit meadow with a white horse",
        "change the background to a beach",
        "make it purple",
        "make it night",
        "turn it into a watercolour",
        'write the words "KEEP OUT"',
    ],
)
def test_what_the_mask_covers_stays_as_it_is_to_the_bit(prompt: str) -> None:
    source, pixels = np.asarray(meadow()), edit(prompt, masked()).pixels
    covered = np.asarray(masked())[..., 3] == 255
    assert np.array_equal(pixels[covered], source[covered])
    assert not np.array_equal(inside(pixels), inside(source))


def test_what_is_removed_gives_way_to_what_surrounds_it() -> None:
    painted = edit("Remove the red post, please", masked())
    red = inside(painted.pixels).astype(int)
    assert ((red[..., 0] > 150) & (red[..., 1] < 90)).mean() < 0.01
    around = np.asarray(meadow()).astype(int)
    for row in (60, 140):
        assert np.abs(painted.pixels[row, 100:140].mean(0) - around[row, :60].mean(0)).max() < 30
    assert "filled in from what surrounds it" in painted.description


def test_a_thing_is_drawn_into_the_open_part_on_continued_surroundings() -> None:
    painted = edit("add a yellow rubber duck", masked())
    part = inside(painted.pixels).astype(int)
    yellow = (part[..., 0] > 190) & (part[..., 1] > 140) & (part[..., 2] < 110)
    assert 0.08 < yellow.mean() < 0.8
    assert np.abs(part[2:6].mean((0, 1)) - np.asarray(meadow()).astype(int)[52:56, :60].mean((0, 1))).max() < 30
    assert "duck" in painted.description.lower()


def test_what_is_added_leaves_what_was_there_behind_it_and_a_replacement_does_not() -> None:
    red = [
        inside(edit(p, masked()).pixels).astype(int) for p in ("add a small black bird", "replace it with a black bird")
    ]
    left = [float(((part[..., 0] > 170) & (part[..., 1] < 60)).mean()) for part in red]
    assert left[0] > 0.01
    assert left[1] < 0.005


def test_a_noun_is_coloured_and_its_surroundings_in_the_mask_are_not() -> None:
    box = (90, 80, 149, 129)
    before = inside(np.asarray(meadow()), box).astype(int)
    after = inside(edit("make the post blue", masked(box)).pixels, box).astype(int)
    post = slice(22, 38)
    assert after[:, post, 2].mean() > after[:, post, 0].mean() + 90
    assert np.abs(after[25:, :15] - before[25:, :15]).mean() < 6


def test_a_picture_with_an_erased_part_is_its_own_mask() -> None:
    image = meadow().convert("RGBA")
    image.putalpha(masked().getchannel("A"))
    request = ImageRequest("m", "add a yellow rubber duck", sources=(packed(image),))
    pixels = paint(request, 1, lambda *_: None).pixels
    covered = np.asarray(masked())[..., 3] == 255
    assert np.array_equal(pixels[covered][:, :3], np.asarray(meadow())[covered])
    assert pixels.shape[2] == 3 or pixels[..., 3].min() == 255
    part = inside(pixels).astype(int)
    assert ((part[..., 0] > 190) & (part[..., 1] > 140) & (part[..., 2] < 110)).mean() > 0.08


def test_the_colour_of_a_part_changes_and_its_shades_stay() -> None:
    box = (110, 80, 129, 129)
    part = inside(edit("make the post blue", masked(box)).pixels, box).astype(int)
    assert part[..., 2].mean() > part[..., 0].mean() + 90


def test_a_half_transparent_mask_mixes_old_and_new() -> None:
    whole = inside(edit("make it black", masked()).pixels).astype(int)
    half = inside(edit("make it black", masked(grey=128)).pixels).astype(int)
    source = inside(np.asarray(meadow())).astype(int)
    middle = (slice(20, 80), slice(5, 30))
    assert np.abs(half[middle] - (whole[middle] + source[middle]) / 2).max() <= 3


def test_a_large_open_part_becomes_a_scene() -> None:
    everything = masked((4, 4, 235, 195))
    said = edit("a castle on a hill at night", everything).description
    assert said.startswith("The masked part of the picture was drawn anew")
    assert "castle" in said.lower()


def test_the_second_picture_is_set_into_the_mask_of_the_first() -> None:
    sources = (packed(meadow()), packed(Image.new("RGB", (90, 60), (250, 0, 250))))
    request = ImageRequest("m", "put the second image there", sources=sources, mask=packed(masked()))
    pixels = paint(request, 1, lambda *_: None).pixels
    assert inside(pixels)[50, 50].tolist() == [250, 0, 250]
    assert pixels[20, 20].tolist() == np.asarray(meadow())[20, 20].tolist()


def test_a_masked_edit_repeats_itself() -> None:
    first, second = (edit("add a tree", masked(), seed=9).pixels for _ in range(2))
    assert np.array_equal(first, second)


def test_size_and_background_are_kept_to() -> None:
    assert edit("remove it", masked(), size=Size(128, 96)).pixels.shape == (96, 128, 3)
    ball = Image.new("RGB", (240, 200), (240, 240, 240))
    ImageDraw.Draw(ball).ellipse((60, 40, 180, 160), fill=(30, 90, 200))
    clear = edit("make it red", masked((100, 80, 140, 120)), ball, background=Background.TRANSPARENT).pixels
    assert clear[2, 2, 3] == 0
    assert clear[100, 120, 3] == 255


def test_progress_of_a_masked_edit_never_falls_back() -> None:
    heard: list[float] = []
    shown: list[str] = []
    request = ImageRequest("m", "replace it with a cat", sources=(packed(meadow()),), mask=packed(masked()))
    paint(request, 1, lambda fraction, _stage: heard.append(fraction), lambda stage, _pixels: shown.append(stage))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert shown == ["composition", "flat colour", "half finished", "finished"]


def test_the_mask_of_a_photo_on_its_side_may_lie_as_the_photo_is_seen_or_stored() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    source = packed(meadow(), "JPEG", quality=95, exif=exif)  # stored 240x200, seen 200x240
    for mask in (masked(), masked().transpose(Image.Transpose.ROTATE_270)):
        request = ImageRequest("m", "make it black", sources=(source,), mask=packed(mask))
        pixels = paint(request, 1, lambda *_: None).pixels
        dark = np.asarray(mask if mask.width == 200 else mask.transpose(Image.Transpose.ROTATE_270))[..., 3] == 0
        assert pixels.shape[:2] == (240, 200)
        assert pixels[dark].mean() < pixels[~dark].mean() - 50


# -- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mask", "told"),
    [
        (masked(size=(240, 199)), "240x199 .*240x200"),
        (Image.new("RGB", (240, 200), "white"), "no alpha channel"),
        (Image.new("RGBA", (240, 200), (0, 0, 0, 255)), "opaque everywhere"),
        (Image.new("RGBA", (240, 200), (0, 0, 0, 240)), "nowhere transparent enough"),
    ],
)
def test_a_mask_that_opens_nothing_is_refused_with_what_to_do(mask: Image.Image, told: str) -> None:
    with pytest.raises(InvalidRequest, match=told) as caught:
        edit("remove it", mask)
    assert caught.value.param == "mask"


def test_a_mask_that_is_cut_off_is_refused_as_the_mask() -> None:
    data = packed(masked()).data[:-60]
    request = ImageRequest("m", "remove it", sources=(packed(meadow()),), mask=Source(data))
    with pytest.raises(InvalidRequest) as caught:
        paint(request, 1, lambda *_: None)
    assert caught.value.param == "mask"


# -- understanding and healing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "kind", "what"),
    [
        ("Remove the dog", "fill", ""),
        ("erase this", "fill", ""),
        ("", "fill", ""),
        ("add a grey cat on the sofa", "thing", "a grey cat"),
        ("Replace the horse with a cow", "thing", "a cow"),
        ("remove the dog and add a cat", "thing", "a cat"),
        ("a living room with a cat on the sofa", "thing", "a cat"),
        ("the same picture but with a dog next to her", "thing", "a dog"),
        ("make her wear a red dress", "thing", "a red dress"),
        ("fill the area with grass", "thing", "grass"),
        ("Replace the sky with a starry night sky", "scene", "a starry night sky"),
        ("make the sky pink", "tint", "pink"),
        ("a plain white background", "colour", "plain white"),
        ("add falling snow", "wish", ""),
        ("generate something that fits", "fill", ""),
        ("a girl with red hair", "thing", "a girl with red hair"),
        ("Change the background to a beach at sunset", "scene", "a beach at sunset"),
        ("replace the background with plain green", "colour", "plain green"),
        ("make the dress dark red", "tint", "dark red"),
        ("change the colour of the car to blue", "tint", "blue"),
        ("replace it with an orange", "thing", "an orange"),
        ("make it darker", "wish", ""),
        ("Add a red kite in the sky", "thing", "a red kite"),
        ("a bird in the sky", "thing", "a bird"),
        ("Put a dog in the background", "thing", "a dog"),
        ("add a beach in the background", "scene", "beach"),
        ("a forest as the background", "scene", "forest"),
        ("Add a dog in the scene", "thing", "a dog"),
    ],
)
def test_words_become_an_errand(prompt: str, kind: str, what: str) -> None:
    errand = understand_errand(prompt, 0.2)
    assert (errand.kind, errand.prompt) == (kind, what)


def test_words_that_name_nothing_to_draw_are_refused_with_what_can_be_said() -> None:
    with pytest.raises(InvalidRequest, match="not clear what should be drawn") as caught:
        understand_errand("make it more beautiful", 0.2)
    assert (caught.value.param, caught.value.code) == ("prompt", "unsupported_edit")


def test_a_hole_in_a_gradient_heals_without_a_seam() -> None:
    y, x = np.mgrid[0:120, 0:160]
    image = np.stack([x, y, (x + y) / 2], -1).astype(np.uint8)
    hole = np.zeros((120, 160), bool)
    hole[40:80, 60:110] = True
    broken = image.copy()
    broken[hole] = (255, 0, 255)
    result = healed(broken, hole)
    assert np.array_equal(result[~hole], image[~hole])
    assert np.abs(result.astype(int) - image)[hole].mean() < 6


def test_a_hole_that_is_everything_and_one_that_is_nothing_are_healed() -> None:
    image = np.asarray(meadow(30, 20))
    assert healed(image, np.ones((20, 30), bool)).shape == image.shape
    assert np.array_equal(healed(image, np.zeros((20, 30), bool)), image)


@pytest.mark.parametrize("size", [(1, 1), (3, 90), (90, 3), (17, 13)])
def test_pictures_of_any_shape_are_healed(size: tuple[int, int]) -> None:
    image = np.asarray(meadow(200, 200).resize(size))
    hole = np.zeros(image.shape[:2], bool)
    hole[: max(1, size[1] // 2), : max(1, size[0] // 2)] = True
    assert np.array_equal(healed(image, hole)[~hole], image[~hole])
