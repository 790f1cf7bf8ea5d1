"""Source pictures: what is made of a picture that comes with the request, and what is refused."""

from __future__ import annotations

import contextlib
import io
import re
import time
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Background, ImageRequest, Size, Source
from pinxit.engines.illustrator import IllustratorEngine
from pinxit.engines.illustrator.easel import paint
from pinxit.engines.illustrator.painter import Painted
from pinxit.engines.illustrator.sources.intent import Wish, understand
from pinxit.engines.illustrator.sources.reading import decode
from pinxit.engines.illustrator.sources.repaint import MEDIA

Pixels = npt.NDArray[np.uint8]


def packed(image: Image.Image, kind: str = "PNG", **options: Any) -> Source:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return Source(out.getvalue())


def ball(width: int = 240, height: int = 180, ground: tuple[int, int, int] = (238, 240, 242)) -> Image.Image:
    """A red ball with a dark stripe before a plain ground."""
    image = Image.new("RGB", (width * 4, height * 4), ground)
    draw = ImageDraw.Draw(image)
    x, y, r = width * 2, height * 2, min(width, height) * 1.3
    draw.ellipse((x - r, y - r, x + r, y + r), (196, 40, 36))
    draw.rectangle((x - r * 0.6, y - r * 0.15, x + r * 0.6, y + r * 0.15), (30, 30, 60))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def noise(width: int = 200, height: int = 160) -> Image.Image:
    rng = np.random.default_rng(3)
    return Image.fromarray(rng.integers(0, 256, (height, width, 3)).astype(np.uint8))


def work(prompt: str, *images: Image.Image, size: Size | None = None, seed: int = 1, **fields: Any) -> Painted:
    sources = tuple(packed(image) for image in images)
    request = ImageRequest("m", prompt, size, sources=sources, **fields)
    return paint(request, seed, lambda *_: None)


def refusal(prompt: str, *images: Image.Image) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as caught:
        work(prompt, *(images or (ball(),)))
    return caught.value


# -- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "mode"),
    [(kind, mode) for kind in ("PNG", "WEBP", "GIF") for mode in ("1", "L", "LA", "P", "RGB", "RGBA")]
    + [("JPEG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK"), ("PNG", "I;16")],
)
def test_every_kind_of_pixel_becomes_rgb(kind: str, mode: str) -> None:
    level = np.full((40, 60), 200 * 257, np.uint16) if mode == "I;16" else np.full((40, 60), 200, np.uint8)
    photo = decode(packed(Image.fromarray(level) if mode == "I;16" else Image.fromarray(level).convert(mode), kind))
    assert (photo.width, photo.height) == (60, 40)
    if mode != "1":
        assert abs(float(photo.rgb.mean()) - 200) < 6


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright_as_its_camera_noted(orientation: int) -> None:
    image = Image.new("RGB", (80, 40), "blue")
    image.paste("red", (0, 0, 40, 40))
    image.paste("lime", (0, 20, 20, 40))
    exif = Image.Exif()
    exif[0x0112] = orientation
    source = packed(image, "JPEG", quality=95, exif=exif)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(source.data)))
    assert np.array_equal(decode(source).rgb, np.asarray(upright))


def test_of_an_animation_the_first_frame_counts() -> None:
    frames = [Image.new("RGB", (50, 50), colour) for colour in ("lime", "red")]
    photo = decode(packed(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert tuple(photo.rgb[25, 25]) == (0, 255, 0)


def test_a_large_photo_is_reduced_while_it_is_read() -> None:
    photo = decode(packed(Image.new("RGB", (4000, 3000), "green"), "JPEG"))
    assert photo.width * photo.height <= 4_410_000
    assert abs(photo.width / photo.height - 4 / 3) < 0.01


@pytest.mark.parametrize("size", [(20_000, 100), (9000, 9000)])
def test_a_bomb_is_refused_by_its_header_and_never_opened(size: tuple[int, int]) -> None:
    begun = time.perf_counter()
    with pytest.raises(InvalidRequest, match=f"not {size[0]}x{size[1]}") as caught:
        decode(packed(Image.new("1", size), "PNG"))
    assert caught.value.code in {"invalid_image", "image_too_large"}
    assert time.perf_counter() - begun < 2


def test_a_header_that_lies_about_its_pixels_is_refused() -> None:
    data = bytearray(packed(ball()).data)
    data[16:24] = (30).to_bytes(4, "big") + (7000).to_bytes(4, "big")
    with pytest.raises(InvalidRequest):
        decode(Source(bytes(data)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_file_that_is_cut_off_is_refused_in_words(kind: str) -> None:
    data = packed(noise(), kind).data
    for share in (0.1, 0.5, 0.9):
        with pytest.raises(InvalidRequest) as caught:
            decode(Source(data[: int(len(data) * share)]))
        assert (caught.value.param, caught.value.code) == ("image", "invalid_image")


@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]), st.integers(12, 900), st.binary(min_size=1, max_size=12))
@settings(max_examples=80, deadline=None)
def test_damaged_bytes_give_a_picture_or_a_refusal(kind: str, place: int, damage: bytes) -> None:
    data = packed(noise(24, 18), kind).data
    place = min(place, len(data) - 1)
    try:
        photo = decode(Source(data[:place] + damage + data[place + len(damage) :]))
    except InvalidRequest as error:
        assert error.code in {"invalid_image", "image_too_large"}  # noqa: PT017
    else:
        assert photo.rgb.ndim == 3


def test_the_engine_says_how_many_pictures_it_works_from() -> None:
    assert all(4 <= card.sources <= 16 for card in IllustratorEngine(1).models())


# -- understanding ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("Turn this photo into a watercolour", "medium", "watercolour"),
        ("make it a pencil sketch", "medium", "pencil"),
        ("as pixel art", "medium", "pixel art"),
        ("in the style of an oil painting", "medium", "oil"),
        ("Make a comic book version of this picture", "medium", "comic"),
        ("as a comic book panel", "medium", "comic"),
        ("put it in front of a castle", "ground_scene", "a castle"),
        ("remove the background", "ground", "transparent"),
        ("Make the background transparent", "ground", "transparent"),
        ("make the background white", "ground_colour", (255, 255, 255)),
        ("put it on a #102030 background", "ground_colour", (16, 32, 48)),
        ("blur the background", "ground", "blur"),
        ("extend it to 16:9", "ratio", (16, 9)),
        ("outpaint to the sides", "extend", True),
        ("crop to square", "crop", True),
        ("black and white", "tones", ("grey",)),
        ("brighter and with more contrast", "tones", ("bright", "contrast")),
        ("rotate it to the left", "turns", ("left",)),
        ("flip horizontally", "turns", ("mirror",)),
        ("turn it into a sticker", "sticker", True),
    ],
)
def test_words_become_a_wish(prompt: str, field: str, value: object) -> None:
    assert getattr(understand(prompt, 1), field) == value


@pytest.mark.parametrize(
    ("prompt", "host", "scene"),
    [
        ("Put this logo on a mug", "mug", "a mug"),
        ("place it on a white T-shirt worn by a young man", "t-shirt", "a young man wearing a white t-shirt"),
        ("A woman wearing a T-shirt with this logo on it", "t-shirt", "A woman wearing a t-shirt"),
        ("Show this screenshot on a laptop screen on a desk", "laptop", "a laptop on a desk"),
        ("show it on a billboard in a city street at night", "billboard", "a billboard in a city street at night"),
        ("Use it as the cover of a book", "book", "a book"),
    ],
)
def test_a_place_becomes_a_scene_without_the_picture(prompt: str, host: str, scene: str) -> None:
    placement = understand(prompt, 1).placement
    assert placement is not None
    assert (placement.host, placement.prompt) == (host, scene)


def test_wishes_combine() -> None:
    wish = understand("a watercolour with a white background in a golden frame", 1)
    assert (wish.medium, wish.ground) == ("watercolour", "colour")
    assert wish.moulding is not None
    assert wish.moulding.kind == "metal"


@pytest.mark.parametrize(
    "prompt",
    [
        "Remove the car",
        "replace the dog with a cat",
        "change the colour of the dress to red",
        "add a hat to the cat",
        "Make the woman smile",
        "Make it isometric",
        "a photorealistic version",
        "Please colourise this",
        "What a lovely day",
    ],
)
def test_what_cannot_be_done_is_refused_and_what_can_is_said(prompt: str) -> None:
    error = refusal(prompt)
    assert (error.param, error.code) == ("prompt", "unsupported_edit")
    assert "watercolour" in error.message
    assert "extend" in error.message


def test_two_pictures_are_set_side_by_side() -> None:
    assert refusal("make the dress of the woman longer", ball(), ball()).code == "unsupported_edit"
    pixels = work("put them side by side", ball(), ball(ground=(20, 60, 200)), size=Size(400, 200)).pixels
    assert pixels[100, 14, 0] > 200
    assert pixels[100, 386, 2] > 150
    assert pixels[100, 386, 0] < 60


@pytest.mark.parametrize("words", ["put as on a ", "the background ", "with this ", "make the ", "a framed wall of "])
def test_a_long_prompt_is_read_as_quickly_as_a_short_one(words: str) -> None:
    begun = time.perf_counter()
    with contextlib.suppress(InvalidRequest):
        understand(words * (32_000 // len(words)), 1)
    assert time.perf_counter() - begun < 0.5


# -- working ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("medium", MEDIA)
def test_every_medium_keeps_the_size_shows_the_picture_and_repeats_itself(medium: str) -> None:
    source = np.asarray(ball(200, 150))
    first, second = (MEDIA[medium][0](source.copy(), 4) for _ in range(2))
    assert first.shape == source.shape
    assert first.dtype == np.uint8
    assert np.array_equal(first, second)
    assert not np.array_equal(first, source)
    # The ball is darker than its ground in whatever it is drawn, except light on dark.
    middle, corner = first[55:70, 90:110].mean(), np.delete(first, slice(20, -20), axis=0).mean()
    assert abs(middle - corner) > 12


def test_the_result_has_the_wanted_size_or_the_sources_own_ratio() -> None:
    assert work("sepia", ball(300, 200)).pixels.shape == (200, 300, 3)
    assert work("sepia", ball(300, 200), size=Size(128, 256)).pixels.shape == (256, 128, 3)
    assert work("sepia", ball(20, 10)).pixels.shape == (64, 128, 3)
    assert work("rotate it to the right", ball(300, 200)).pixels.shape == (300, 200, 3)
    big = work("sepia", Image.new("RGB", (3000, 1000), "red")).pixels
    assert abs(big.shape[0] * big.shape[1] - (1 << 20)) < 4000
    assert abs(big.shape[1] / big.shape[0] - 3) < 0.02


def test_pixels_that_the_words_name_are_kept_to() -> None:
    assert work("resize it to 128 x 96", ball(300, 200)).pixels.shape == (96, 128, 3)
    assert work("crop it to 100x200", ball(300, 200)).pixels.shape == (200, 100, 3)
    assert refusal("resize it to 20x20").param == "size"


def test_an_extended_picture_keeps_its_pixels_in_the_middle() -> None:
    image = ball(240, 180)
    pixels = work("extend it", image, size=Size(480, 180)).pixels
    assert np.array_equal(pixels[:, 120:360], np.asarray(image))
    assert np.abs(pixels[:, :60].astype(int) - np.array((238, 240, 242))).mean() < 12


def test_a_plain_background_goes_and_the_thing_stays() -> None:
    painted = work("remove the background", ball())
    alpha = painted.pixels[..., 3]
    assert alpha[2, 2] == 0
    assert alpha[90, 120] == 255
    assert 0.2 < (alpha > 128).mean() < 0.5
    blue = work("make the background blue", ball()).pixels
    assert blue.shape[2] == 3
    assert blue[3, 3, 2] > 180
    assert blue[3, 3, 0] < 90
    assert work("sharpen it", ball(), background=Background.TRANSPARENT).pixels[2, 2, 3] == 0


def test_the_rim_of_a_cut_out_keeps_nothing_of_the_old_background() -> None:
    pixels = work("make the background black", ball(ground=(250, 250, 250))).pixels
    rows = pixels[90].astype(int)
    assert rows[:, 1].max() < 120  # no whitish pixel is left between red and black


@pytest.mark.parametrize("prompt", ["remove the background", "make the background white", "turn it into a sticker"])
def test_a_busy_background_is_refused_in_words(prompt: str) -> None:
    error = refusal(prompt, noise())
    assert (error.param, error.code) == ("image", "background_not_simple")
    assert "plain ground" in error.message


def test_a_thing_that_hardly_differs_from_its_background_is_refused() -> None:
    y, x = np.mgrid[0:200, 0:200].astype(float)
    pale = np.repeat((238 + 4 * np.sin(x / 30))[..., None], 3, axis=2)
    rim = (np.abs(np.hypot(x - 100, y - 100) - 60) < 1.5) & (np.sin(np.arctan2(y - 100, x - 100) * 9) > 0)
    pale[rim] -= 26
    error = refusal("remove the background", Image.fromarray(pale.astype(np.uint8)))
    assert error.code == "background_not_simple"


def test_what_is_seen_through_a_thing_of_one_ink_goes_with_the_background() -> None:
    def ring(ground: tuple[int, int, int]) -> Image.Image:
        image = Image.new("RGB", (200, 200), ground)
        ImageDraw.Draw(image).ellipse((30, 30, 170, 170), None, (200, 40, 30), 24)
        return image

    assert work("remove the background", ring((20, 70, 200))).pixels[100, 100, 3] == 0
    assert work("remove the background", ring((255, 255, 255))).pixels[100, 100, 3] == 0


def shaded(size: int = 300) -> Image.Image:
    """A red mug with a handle, an eye and shading, before a studio wall; its soft shadow lies at its foot."""
    y, x = np.mgrid[0:size, 0:size].astype(float)
    pixels = np.repeat((246 - y / size * 14)[..., None], 3, axis=2)
    shadow = np.clip(1.3 - np.hypot((x - 165) / 110, (y - 252) / 26), 0, 1)
    pixels *= 1 - 0.3 * shadow[..., None] * (1.0, 1.0, 0.9)
    body = (x > 60) & (x < 170) & (y > 50) & (y < 250)
    handle = np.abs(np.hypot(x - 172, y - 150) - 55) < 11
    red = np.stack([150 + 0.4 * (x - 60), 30 + 0.2 * (x - 60), 30 + 0.1 * y], -1)
    pixels = np.where((body | (handle & (x > 165)))[..., None], red, pixels)
    eye = np.hypot(x - 100, y - 100) < 6
    return Image.fromarray(np.where(eye[..., None], 241.0, pixels).astype(np.uint8))


def test_a_shadow_and_what_is_seen_through_a_handle_go_with_the_background_and_an_eye_stays() -> None:
    alpha = work("remove the background", shaded(), size=Size(300, 300)).pixels[..., 3]
    assert alpha[150, 190] == 0, "within the handle"
    assert alpha[258, 110:230:10].max() == 0, "the shadow below"
    assert alpha[240, 175:260:5].max() == 0, "the shadow beside"
    assert alpha[100, 100] == 255, "the eye"
    assert alpha[60:240, 66:164].min() == 255
    assert alpha[150, 227] == 255


def test_the_openings_of_letters_go_with_the_background() -> None:
    request = ImageRequest("", 'a logo for "Bog"', Size(256, 256))
    logo = Image.fromarray(paint(request, 1, lambda *_: None).pixels)
    made = work("change the background to bright green", logo).pixels.astype(int)
    white = (made.min(axis=2) > 200).mean()
    assert white < 0.002


def test_a_grey_thing_is_not_taken_for_its_shadow() -> None:
    y, x = np.mgrid[0:200, 0:200].astype(float)
    grey = np.where(np.hypot(x - 100, y - 110) < 55, 120 + 0.2 * x, 238.0)
    made = work("remove the background", Image.fromarray(np.repeat(grey[..., None], 3, axis=2).astype(np.uint8)))
    assert made.pixels[80:150, 70:130, 3].min() == 255


def test_a_frame_goes_all_round() -> None:
    pixels = work("add a wooden frame", ball(), size=Size(320, 240)).pixels.astype(int)
    edges = (pixels[4], pixels[-5], pixels[:, 4], pixels[:, -5])
    assert all((edge[:, 0] - edge[:, 2]).mean() > 25 for edge in edges)
    assert pixels[120, 160].tolist() != [238, 240, 242]


@pytest.mark.parametrize(
    "prompt",
    [
        "on a mug",
        "on a white t-shirt worn by a woman",
        "on a laptop",
        "on a billboard",
        "as a book cover",
        "on a cushion",
        "on the wall of a living room",
        "on a tote bag",
        "on a phone",
    ],
)
def test_a_picture_that_is_placed_is_seen_there(prompt: str) -> None:
    loud = Image.new("RGB", (120, 90), (255, 0, 255))
    painted = work(f"Put this picture {prompt}", loud, size=Size(256, 256))
    red, green, blue = (painted.pixels[..., i].astype(int) for i in range(3))
    assert ((red > green + 60) & (blue > green + 60)).mean() > 0.008
    assert re.search("source picture (is|hangs)", painted.description)


def test_what_was_done_is_said() -> None:
    said = work("a pencil sketch in an oak frame", ball()).description
    assert said == "The picture was repainted as a pencil drawing and framed."


def test_words_are_set_on_the_picture() -> None:
    plain, lettered = np.asarray(ball()), work('add the text "SALE" at the top', ball()).pixels
    changed = np.abs(plain.astype(int) - lettered).max(axis=2) > 60
    assert changed[:60].mean() > 0.02
    assert not changed[100:].any()


def test_progress_grows_to_the_end_and_every_state_is_shown() -> None:
    heard: list[float] = []
    shown: list[str] = []
    request = ImageRequest("m", "watercolour", sources=(packed(ball()),))
    paint(request, 1, lambda fraction, _stage: heard.append(fraction), lambda stage, _pixels: shown.append(stage))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert shown == ["composition", "flat colour", "half finished", "finished"]


def test_an_empty_wish_is_known_as_such() -> None:
    assert Wish().empty
    assert not Wish(medium="oil").empty
