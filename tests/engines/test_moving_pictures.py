"""GIFs of the illustrator: a picture that is drawn before one's eyes."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageSequence

from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Animation, Format, ImageRequest, Partial, Picture, Quality, Size, Source, Tier
from pinxit.engines.encoding import Frames, encode, write_animation
from pinxit.engines.illustrator import Commission, fulfil
from pinxit.engines.illustrator.growth import Sitting

Stills = list[npt.NDArray[np.uint8]]
SCENES = (
    "a red fox in a forest",
    'a logo for a bakery called "Crust"',
    "a watercolour of a house by a lake",
    'a four-panel comic strip: 1. a boy finds a robot. 2. they play. 3. it breaks. 4. he repairs it, "Thank you!"',
)


def animate(prompt: str, frames: int | None = None, milliseconds: int = 200, **fields: Any) -> Picture:
    fields = {"size": Size(128, 96), "quality": Quality.LOW, **fields}
    animation = None if frames is None else Animation(frames, milliseconds)
    request = ImageRequest("", prompt, format=Format.GIF, animation=animation, **fields)
    return fulfil(Commission(request, 0, 5), lambda _share, _stage, _partial=None: None)


def stills_of(data: bytes) -> tuple[Stills, list[int]]:
    with Image.open(io.BytesIO(data)) as image:
        shown = [(np.asarray(frame.convert("RGB")), frame.info["duration"]) for frame in ImageSequence.Iterator(image)]
    return [pixels for pixels, _ in shown], [time for _, time in shown]


@pytest.mark.parametrize("prompt", SCENES)
@pytest.mark.parametrize("count", [2, 3, 9, 16])
def test_it_has_as_many_frames_as_asked_and_each_differs_from_the_one_before(prompt: str, count: int) -> None:
    stills, times = stills_of(animate(prompt, count, 120).data)
    assert len(stills) == count
    assert times == [120] * count
    assert all(still.shape == (96, 128, 3) for still in stills)
    assert all(np.any(before != after) for before, after in pairwise(stills))


def test_without_a_wish_it_has_nine_frames_of_a_fifth_of_a_second_and_never_ends() -> None:
    picture = animate("a red apple")
    stills, times = stills_of(picture.data)
    assert (len(stills), set(times)) == (9, {200})
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.info["loop"] == 0
    assert (picture.size, picture.format, picture.transparent) == (Size(128, 96), Format.GIF, False)


@pytest.mark.parametrize(("wanted", "shown"), [(10, 10), (14, 10), (16, 20), (117, 120), (655_350, 655_350)])
def test_times_are_rounded_to_hundredths_of_a_second(wanted: int, shown: int) -> None:
    assert stills_of(animate("a red apple", 2, wanted).data)[1] == [shown, shown]


@pytest.mark.parametrize("prompt", SCENES)
def test_the_last_frame_is_the_finished_picture(prompt: str) -> None:
    stills, _ = stills_of(animate(prompt, 4).data)
    request = ImageRequest("", prompt, Size(128, 96), quality=Quality.LOW)
    still = fulfil(Commission(request, 0, 5), lambda _share, _stage, _partial=None: None)
    with Image.open(io.BytesIO(still.data)) as image:
        finished = np.asarray(image.convert("RGB")).astype(int)
    distances = [float(np.abs(pixels - finished).mean()) for pixels in stills]
    assert distances[-1] == min(distances)
    assert distances[-1] < 8, "the palette shows all of its colours"


def test_it_grows_from_lines_to_colours() -> None:
    stills, _ = stills_of(animate("a red fox in a forest", 9).data)
    colourful = [float(np.ptp(still.astype(int), axis=2).mean()) for still in stills]
    assert max(colourful[:3]) * 2 < min(colourful[6:])
    assert colourful[3] < colourful[4] < colourful[5]


def test_the_same_request_gives_the_same_animation() -> None:
    assert animate("a red apple", 5).data == animate("a red apple", 5).data


@pytest.mark.parametrize("fields", [{"size": Size(4096, 4096)}, {"size": None, "tier": Tier.FOUR}])
def test_more_than_five_megapixels_are_refused_with_a_way_out(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest, match="class 2K") as refused:
        animate("a red apple", **fields)
    assert (refused.value.param, refused.value.code) == ("size", "unsupported_value")


def test_a_source_picture_turns_into_what_is_made_of_it() -> None:
    out = io.BytesIO()
    Image.fromarray(np.linspace((250, 90, 30), (20, 60, 220), 96 * 128).astype(np.uint8).reshape(96, 128, 3)).save(
        out, "PNG"
    )
    picture = animate("make it a charcoal drawing", 6, sources=(Source(out.getvalue()),))
    stills, _ = stills_of(picture.data)
    assert len(stills) == 6
    colourful = [float(np.ptp(still.astype(int), axis=2).mean()) for still in stills]
    assert colourful[0] > colourful[-1] + 40
    assert sorted(colourful, reverse=True) == colourful


def test_unfinished_states_of_an_animation_are_stills() -> None:
    partials: list[Partial] = []

    def hear(_share: float, _stage: str, partial: Partial | None = None) -> None:
        partials.extend([partial] if partial is not None else [])

    request = ImageRequest("", "a red apple", Size(96, 96), format=Format.GIF, partials=2)
    fulfil(Commission(request, 0, 1), hear)
    assert [partial.format for partial in partials] == [Format.PNG, Format.PNG]
    assert all(partial.data.startswith(b"\x89PNG") for partial in partials)


def test_progress_of_an_animation_never_goes_back() -> None:
    shares: list[float] = []
    request = ImageRequest("", "a red apple", Size(96, 96), format=Format.GIF)
    fulfil(Commission(request, 0, 1), lambda share, _stage, _partial=None: shares.append(share))
    assert shares == sorted(shares)


def test_frames_are_written_with_their_own_palette() -> None:
    palette = bytes((10, 20, 30, 200, 100, 50)).ljust(768, b"\0")
    one, other = np.zeros((3, 5), np.uint8), np.ones((3, 5), np.uint8)
    stills, times = stills_of(write_animation(Frames(palette, (one, other, one), 50)))
    assert [tuple(still[0, 0]) for still in stills] == [(10, 20, 30), (200, 100, 50), (10, 20, 30)]
    assert times == [50, 50, 50]


def test_a_still_can_be_a_gif_too() -> None:
    clear = np.zeros((4, 6, 4), np.uint8)
    clear[:2] = (200, 30, 40, 255)
    with Image.open(io.BytesIO(encode(clear, Format.GIF, 100))) as image:
        shown = np.asarray(image.convert("RGB"))
    assert (tuple(shown[0, 0]), tuple(shown[3, 0])) == ((200, 30, 40), (255, 255, 255))


def test_paths_are_not_made_of_pixels() -> None:
    with pytest.raises(ValueError, match="paths"):
        encode(np.zeros((4, 4, 3), np.uint8), Format.SVG, 100)


def test_a_picture_in_which_nothing_changes_still_has_all_its_frames() -> None:
    sitting = Sitting(1)
    for stage in ("composition", "flat colour", "finished"):
        sitting.show(stage, np.full((64, 80, 3), (250, 248, 243), np.uint8))
    stills, times = stills_of(write_animation(sitting.frames(Animation(7, 40))))
    assert (len(stills), times) == (7, [40] * 7)
    assert all(0 < int(np.any(before != after, axis=2).sum()) <= 2 for before, after in pairwise(stills))
