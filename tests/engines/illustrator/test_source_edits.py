"""What API users write for edits, variations and several pictures: each is done, or refused in words."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, ImageRequest, Size, Source, Tier
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.painter import Painted
from pinxit.engines.illustrator.sources.intent import understand
from pinxit.engines.illustrator.sources.pairing import understand_joint
from pinxit.engines.illustrator.sources.reading import Photo
from pinxit.engines.illustrator.sources.variation import choose_change, is_flat
from pinxit.scene.colours import read_colour

Pixels = npt.NDArray[np.uint8]
MAGENTA = (250, 0, 250)


def packed(image: Image.Image, kind: str = "PNG") -> Source:
    out = io.BytesIO()
    image.save(out, kind)
    return Source(out.getvalue())


def ball(width: int = 240, height: int = 180, ground: tuple[int, int, int] = (238, 240, 242)) -> Image.Image:
    """A red ball before a plain ground."""
    image = Image.new("RGB", (width * 4, height * 4), ground)
    x, y, r = width * 2, height * 2, min(width, height) * 1.3
    ImageDraw.Draw(image).ellipse((x - r, y - r, x + r, y + r), (196, 40, 36))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def view(width: int = 240, height: int = 180) -> Image.Image:
    """A sky that grows lighter towards a green plain, with the grain of a photo."""
    y = np.linspace(0, 1, height)[:, None, None]
    image = np.where(y < 0.5, np.array((90, 150, 225)) + 90 * y, np.array((80, 140, 50)) - 30 * (y - 0.5))
    grain = np.random.default_rng(4).normal(0, 4, (height, width, 3))
    return Image.fromarray(np.clip(image + grain, 0, 255).astype(np.uint8))


def work(prompt: str, *images: Image.Image, seed: int = 1, **fields: object) -> Painted:
    request = ImageRequest("m", prompt, sources=tuple(packed(i) for i in images), **fields)  # type: ignore[arg-type]
    return paint(request, seed, lambda *_: None)


def named(colour: str) -> tuple[int, int, int]:
    found = read_colour(colour)
    assert found is not None
    return found.rgb


def is_magenta(pixels: Pixels) -> npt.NDArray[np.bool_]:
    red, green, blue = (pixels[..., i].astype(int) for i in range(3))
    return (red > green + 60) & (blue > green + 60)


# -- single pictures -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("make it night", "tones", ("night",)),
        ("turn day into night", "tones", ("night",)),
        ("make it snow", "tones", ("snow",)),
        ("add rain", "tones", ("rain",)),
        ("add some fog", "tones", ("fog",)),
        ("make it look like sunset", "tones", ("sunset",)),
        ("make the sky purple", "sky", named("purple")),
        ("change the sky to orange", "sky", named("orange")),
        ("change the background to a beach", "ground_scene", "beach"),
        ("Replace the background with a busy city street at night", "ground_scene", "busy city street at night"),
        ("put her in a snowy forest", "ground_scene", "a snowy forest"),
        ("zoom out", "out", True),
        ("make the background white", "ground", "colour"),
        ("replace background with a solid blue colour", "ground", "colour"),
    ],
)
def test_what_users_write_becomes_a_wish(prompt: str, field: str, value: object) -> None:
    assert getattr(understand(prompt, 1), field) == value


@pytest.mark.parametrize(
    ("prompt", "words", "position"),
    [
        ("add the text SALE at the top", "SALE", "top"),
        ("Add the caption Happy Birthday at the bottom", "Happy Birthday", "bottom"),
        ("put the title THE BIG ONE on it", "THE BIG ONE", None),
    ],
)
def test_words_without_quotes_are_set_as_they_are_written(prompt: str, words: str, position: str | None) -> None:
    lettering = understand(prompt, 1).lettering
    assert [one.text for one in lettering] == [words]
    assert position is None or position in (lettering[0].position or "")


@pytest.mark.parametrize("prompt", ["Add a hat to the cat in this picture", "remove the car", "make the cat smile"])
def test_changes_inside_a_picture_are_refused_with_a_hint_at_masks(prompt: str) -> None:
    with pytest.raises(InvalidRequest, match="`mask`") as caught:
        work(prompt, ball())
    assert (caught.value.param, caught.value.code) == ("prompt", "unsupported_edit")


def test_the_sky_changes_and_the_ground_stays() -> None:
    before, after = np.asarray(view()).astype(int), work("make the sky pink", view()).pixels.astype(int)
    assert (after[:70, :, 0] > after[:70, :, 1] + 20).mean() > 0.9
    assert np.abs(after[100:] - before[100:]).max() <= 1


def test_a_picture_without_a_sky_says_so() -> None:
    checks = np.kron(np.indices((18, 24)).sum(0) % 2, np.ones((10, 10)))[..., None] * np.array((220, 60, 40))
    with pytest.raises(InvalidRequest, match="No sky") as caught:
        work("make the sky pink", Image.fromarray(checks.astype(np.uint8)))
    assert caught.value.code == "sky_not_found"


def test_a_new_background_is_drawn_behind_what_stands_in_front() -> None:
    painted = work("change the background to a forest", ball())
    assert np.abs(painted.pixels[90, 120].astype(int) - (196, 40, 36)).max() < 12
    corners = painted.pixels[:20, :20].astype(int)
    assert np.abs(corners - (238, 240, 242)).max(axis=2).mean() > 40
    assert "(forest)" in painted.description


def test_night_is_darker_and_bluer() -> None:
    before, after = np.asarray(view()).astype(int), work("make it night", view()).pixels.astype(int)
    assert after.mean() < before.mean() * 0.6
    assert after[120:, :, 2].mean() > after[120:, :, 0].mean()


@pytest.mark.parametrize("prompt", ["make it snow", "make it rain", "add fog", "make it look like sunset"])
def test_weather_changes_the_picture_and_keeps_it_recognisable(prompt: str) -> None:
    before, after = np.asarray(view()).astype(float), work(prompt, view()).pixels.astype(float)
    assert np.abs(after - before).mean() > 8
    sky, ground = after[:60].mean((0, 1)), after[120:].mean((0, 1))
    assert np.abs(sky - ground).max() > 15


def test_zooming_out_keeps_the_size_and_makes_the_picture_smaller() -> None:
    pixels = work("zoom out", ball()).pixels
    assert pixels.shape == (180, 240, 3)
    red = (pixels[..., 0].astype(int) > 150) & (pixels[..., 1] < 100)
    source = np.asarray(ball())
    full = (source[..., 0].astype(int) > 150) & (source[..., 1] < 100)
    assert red.sum() / full.sum() == pytest.approx(0.49, abs=0.08)


def test_a_class_of_resolution_keeps_the_ratio_of_the_picture() -> None:
    height, width, _ = work("sepia", ball(300, 200), tier=Tier.HALF).pixels.shape
    assert width / height == pytest.approx(1.5, abs=0.01)
    assert width * height == pytest.approx(512 * 512, rel=0.03)


# -- variations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [256, 512, 1024])
def test_a_variation_has_exactly_the_size_that_was_asked_for(side: int) -> None:
    assert work("", ball(), size=Size(side, side)).pixels.shape == (side, side, 3)


def test_variations_differ_from_each_other_and_repeat_themselves() -> None:
    many = [work("", view(), seed=seed).pixels for seed in range(5)]
    for i, one in enumerate(many):
        assert all(np.abs(one.astype(int) - other).mean() > 1 for other in many[:i])
    assert np.array_equal(many[3], work("", view(), seed=3).pixels)


@pytest.mark.parametrize("seed", range(6))
def test_a_variation_still_shows_the_picture(seed: int) -> None:
    painted = work("", ball(), seed=seed)
    pixels = painted.pixels.astype(int)
    middle, corner = pixels[70:110, 100:140].mean((0, 1)), pixels[10:30, 10:30].mean((0, 1))
    assert corner.mean() > 170
    assert corner.mean() - middle.mean() > 50
    assert painted.description.startswith("A variation of the picture")


def test_flat_pictures_stay_flat() -> None:
    flat = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(flat).rectangle((50, 50, 150, 150), fill=(20, 90, 200))
    photo, rough = (Photo(np.asarray(image)) for image in (flat, view()))
    assert is_flat(photo)
    assert not is_flat(rough)
    media = {choose_change(photo, seed).medium for seed in range(12)}
    assert media <= {None, "flat", "paper cut"}
    assert {choose_change(rough, seed).medium for seed in range(12)} >= {"oil", "watercolour"}


def test_a_variation_of_a_cut_out_stays_cut_out() -> None:
    image = Image.new("RGBA", (120, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((20, 20, 100, 100), fill=(200, 40, 40, 255))
    pixels = work("", image).pixels
    assert pixels.shape == (120, 120, 4)
    assert (pixels[2, 2, 3], pixels[60, 60, 3]) == (0, 255)


# -- several pictures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "kind", "base", "guest", "look"),
    [
        ("put the first image into the second as a logo in the top-right corner", "paste", 1, 0, "logo"),
        ("Add the logo from image 2 to image 1", "paste", 0, 1, "logo"),
        ("place picture 2 on the wall of picture 1", "paste", 0, 1, "wall"),
        ("stick the second photo on the first as a sticker", "paste", 0, 1, "sticker"),
        ("add the second image as a watermark to the first", "paste", 0, 1, "watermark"),
        ("put the logo on the photo", "paste", 0, 1, "logo"),
        ("use the second image as the background", "before", 1, 0, "plain"),
        ("use image 1 as background for image 2", "before", 0, 1, "plain"),
        ("replace the background of the first image with the second", "before", 1, 0, "plain"),
        ("put the dog from the second picture in front of the first picture", "before", 0, 1, "plain"),
        ("blend both images", "blend", 0, 1, "plain"),
        ("apply the colours of the second image to the first", "palette", 0, 1, "plain"),
    ],
)
def test_words_say_which_picture_goes_where(prompt: str, kind: str, base: int, guest: int, look: str) -> None:
    joint = understand_joint(prompt, 2)
    assert joint is not None
    assert (joint.kind, joint.base, joint.guest, joint.look) == (kind, base, guest, look)


@pytest.mark.parametrize(
    "prompt",
    [
        "put the first image on the mug in the second image",
        "the woman from image 1 wears the shirt from image 2",
        "What a lovely day",
    ],
)
def test_what_cannot_be_joined_is_refused_and_what_can_is_said(prompt: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        work(prompt, ball(), view())
    assert caught.value.code == "unsupported_edit"
    assert understand_joint(prompt, 2) is None


@pytest.mark.parametrize(
    ("where", "rows", "columns"),
    [
        ("top right", slice(0, 90), slice(120, 240)),
        ("top-left", slice(0, 90), slice(0, 120)),
        ("bottom left", slice(90, 180), slice(0, 120)),
        ("lower right", slice(90, 180), slice(120, 240)),
    ],
)
def test_a_picture_is_put_into_the_corner_that_is_named(where: str, rows: slice, columns: slice) -> None:
    logo = Image.new("RGB", (60, 60), MAGENTA)
    pixels = work(f"put the first image in the {where} corner of the second as a logo", logo, view()).pixels
    found = is_magenta(pixels)
    assert pixels.shape == (180, 240, 3)
    assert found.sum() > 300
    assert found[rows, columns].sum() == found.sum()


def test_the_first_picture_stands_before_the_second() -> None:
    pixels = work("use the second image as the background", ball(), view()).pixels.astype(int)
    assert pixels.shape == (180, 240, 3)
    assert (pixels[..., 0] > pixels[..., 2] + 100).mean() > 0.1
    assert np.abs(pixels[:12, :12] - np.asarray(view()).astype(int)[:12, :12]).max() <= 1


def test_blended_pictures_both_show() -> None:
    pixels = work("blend them", ball(), view()).pixels.astype(int)
    assert pixels[90, 120, 0] > pixels[90, 5, 0] - 60
    assert pixels[20, 10, 2] > pixels[160, 10, 2] + 10


@pytest.mark.parametrize("count", [2, 5, 7, 16])
def test_up_to_sixteen_pictures_make_a_collage(count: int) -> None:
    images = [Image.new("RGB", (60, 40), (255 - 15 * i, 15 * i, 120)) for i in range(count)]
    painted = work("make a collage of these", *images, size=Size(320, 320))
    seen = {tuple(pixel) for pixel in painted.pixels.reshape(-1, 3)[::7].tolist()}
    assert all((255 - 15 * i, 15 * i, 120) in seen for i in range(count))


def test_a_variation_of_several_pictures_is_a_collage_of_them() -> None:
    painted = work("", ball(), view(), size=Size(256, 128))
    assert painted.pixels.shape == (128, 256, 3)


def test_a_see_through_background_is_kept_in_a_variation() -> None:
    pixels = work("", ball(), background=Background.TRANSPARENT).pixels
    assert pixels[2, 2, 3] == 0
