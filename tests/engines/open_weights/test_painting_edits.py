"""Pictures from pictures: painted over, changed in part, continued, or shown beside the words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engines.open_weights.tiny_painter import Easel, Pixels, Witness, far, hole, most, paint, slope, to_file, to_pixels
from pinxit.core.errors import InvalidRequest, Unsupported
from pinxit.engines.diffusers.painting.latents import find_scale, pack_latents, unpack_latents
from pinxit.engines.diffusers.work import Item
from pinxit.engines.worker import Cancelled

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")

_PICTURE = slope()
_SOURCE = to_file(_PICTURE)
_OTHER = to_file(255 - _PICTURE)
_MASK, _OPEN = hole()
_FROM = Item("a red fox", 7, sources=(_SOURCE,))
_MASKED = replace(_FROM, mask=_MASK)
_OVER = ("unet", "mmdit", "flow", "sdxl", "flux", "qwen")


@pytest.mark.parametrize("kind", ["unet", "mmdit", "flow", "flux"])
def test_little_strength_stays_nearer_to_the_source_than_much(easel: Easel, kind: str) -> None:
    # What a random decoder makes of the source is not the source: the least strength shows what it is.
    items = [replace(_FROM, seed=seed) for seed in range(4)]
    least, some, much = (
        np.stack(paint(easel.get(kind), *items, edit="image", strength=strength, steps=10))
        for strength in (0.05, 0.3, 0.9)
    )
    assert far(some, least) < 0.98 * far(much, least)


@pytest.mark.parametrize("kind", [*_OVER, "pixart", "kandinsky"])
def test_sources_of_a_batch_are_each_painted_over_as_they_would_be_alone(easel: Easel, kind: str) -> None:
    items = (_FROM, Item("a boat on a long and slow river", 8, sources=(_OTHER,)))
    together = paint(easel.get(kind), *items, edit="image", strength=0.6)
    for item, picture in zip(items, together, strict=True):
        assert most(picture, paint(easel.get(kind), item, edit="image", strength=0.6)[0]) <= 1
    words = paint(easel.get(kind), _FROM)[0]
    assert far(together[0], words) > 1


@pytest.mark.parametrize("kind", ["unet", "flow", "sana", "pixart"])
@pytest.mark.parametrize("strength", [0.01, 0.5, 1.0])
def test_any_strength_goes_with_a_single_step(easel: Easel, kind: str, strength: float) -> None:
    assert paint(easel.get(kind), _FROM, edit="image", strength=strength, steps=1)[0].std() > 3


def test_no_strength_at_all_leaves_the_source_as_it_is(easel: Easel) -> None:
    assert most(paint(easel.get("unet"), _FROM, edit="image", strength=0.0)[0], _PICTURE) == 0


@pytest.mark.parametrize("kind", [*_OVER, "edit", "pixart"])
def test_what_a_mask_does_not_open_is_the_source_to_the_bit_and_what_it_opens_is_new(easel: Easel, kind: str) -> None:
    items = (_MASKED, replace(_MASKED, seed=8), replace(_MASKED, prompt="a long and slow river", sources=(_OTHER,)))
    made = paint(easel.get(kind), *items, edit="mask")
    for picture, source in zip(made, (_PICTURE, _PICTURE, 255 - _PICTURE), strict=True):
        assert most(picture[~_OPEN], source[~_OPEN]) == 0
        assert far(picture[_OPEN], source[_OPEN]) > 10
    assert far(made[0], made[1]) > 1
    assert most(made[2], paint(easel.get(kind), items[2], edit="mask")[0]) <= 1


@pytest.mark.parametrize("kind", ["flow", "edit"])
def test_the_masked_part_is_painted_in_sight_of_what_stays(easel: Easel, kind: str) -> None:
    ready = easel.get(kind)
    one = paint(ready, _MASKED, edit="mask")[0]
    other = paint(ready, replace(_MASKED, sources=(_OTHER,)), edit="mask")[0]
    deep = np.zeros_like(_OPEN)
    deep[24:40, 24:40] = True
    assert far(one[deep], other[deep]) > 1


@pytest.mark.parametrize("kind", ["unet", "flow", "edit"])
def test_a_source_is_continued_around_its_own_pixels(easel: Easel, kind: str) -> None:
    picture = paint(easel.get(kind), _FROM, edit="outpaint", width=128, height=64)[0]
    assert most(picture[:, 32:96], _PICTURE) == 0
    assert picture[:, :32].std() > 5
    assert picture[:, 96:].std() > 5


def test_references_change_the_picture_each_and_in_their_order(easel: Easel) -> None:
    ready = easel.get("edit")
    words = paint(ready, replace(_FROM, sources=()))[0]
    shown = [
        paint(ready, replace(_FROM, sources=sources), edit="image")[0]
        for sources in ((_SOURCE,), (_OTHER,), (_SOURCE, _OTHER), (_OTHER, _SOURCE))
    ]
    pictures = [words, *shown]
    for place, picture in enumerate(pictures):
        assert all(most(picture, other) > 2 for other in pictures[place + 1 :])


def test_pictures_of_one_batch_are_made_from_their_own_references(easel: Easel) -> None:
    items = (_FROM, replace(_FROM, sources=(_OTHER,)), replace(_FROM, seed=8))
    witness = Witness()
    together = paint(easel.get("edit"), *items, report=witness, edit="image")
    for item, picture in zip(items, together, strict=True):
        assert most(picture, paint(easel.get("edit"), item, edit="image")[0]) <= 1
    assert witness.sights[-1].step == witness.sights[-1].steps == 8


def test_flux_kontext_is_shown_one_picture_and_paints_the_size_that_is_asked_for(easel: Easel) -> None:
    from diffusers import FluxKontextPipeline

    flux = easel.get("flux")
    ready = replace(flux, pipe=FluxKontextPipeline(**flux.pipe.components), others={})
    items = (_FROM, replace(_FROM, prompt="a boat on a long and slow river", seed=8))
    made = paint(ready, *items, edit="image", width=96, height=64)
    assert [picture.shape for picture in made] == [(64, 96, 3)] * 2
    assert most(made[1], paint(ready, items[1], edit="image", width=96, height=64)[0]) <= 1
    other = paint(ready, replace(_FROM, sources=(_OTHER,)), edit="image", width=96, height=64)[0]
    assert most(made[0], other) > 2
    masked = paint(ready, _MASKED, edit="mask")[0]
    assert most(masked[~_OPEN], _PICTURE[~_OPEN]) == 0
    assert far(masked[_OPEN], _PICTURE[_OPEN]) > 10


def test_a_pipeline_that_knows_no_sources_paints_over_one_all_the_same(easel: Easel) -> None:
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler, SanaPipeline, SanaTransformer2DModel

    sprint = easel.get("sana")
    parts = sprint.pipe.components
    config = {name: value for name, value in parts["transformer"].config.items() if not name.startswith("_")}
    torch.manual_seed(0)
    transformer = SanaTransformer2DModel(**{**config, "guidance_embeds": False, "qk_norm": None})
    for weights in transformer.parameters():
        torch.nn.init.normal_(weights, std=0.2)
    scheduler = FlowMatchEulerDiscreteScheduler(shift=3.0)
    pipe = SanaPipeline(**{**parts, "transformer": transformer, "scheduler": scheduler})
    ready = replace(sprint, pipe=pipe, others={})
    least, some, much = (
        paint(ready, _FROM, edit="image", strength=strength, steps=10)[0] for strength in (0.1, 0.3, 0.9)
    )
    assert far(some, least) < 0.8 * far(much, least)
    masked = paint(ready, _MASKED, edit="mask")[0]
    assert most(masked[~_OPEN], _PICTURE[~_OPEN]) == 0


def test_more_pictures_than_a_model_can_be_shown_are_refused(easel: Easel) -> None:
    with pytest.raises(Unsupported, match="4 picture"):
        paint(easel.get("edit"), replace(_FROM, sources=(_SOURCE,) * 5), edit="image")
    with pytest.raises(Unsupported, match="1 picture"):
        paint(easel.get("unet"), replace(_FROM, sources=(_SOURCE,) * 2), edit="image", strength=0.5)


def test_an_edit_that_no_pipeline_of_the_model_can_do_is_refused(easel: Easel) -> None:
    with pytest.raises(Unsupported, match="leave `mask` out"):
        paint(easel.get("sana"), _MASKED, edit="mask")


def test_a_file_that_is_no_picture_is_refused_by_its_field(easel: Easel) -> None:
    with pytest.raises(InvalidRequest) as refusal:
        paint(easel.get("unet"), replace(_FROM, sources=(_SOURCE[: len(_SOURCE) // 2],)), edit="image", strength=0.5)
    assert refusal.value.param == "image"
    with pytest.raises(InvalidRequest) as refusal:
        paint(easel.get("unet"), replace(_MASKED, mask=_SOURCE), edit="mask")
    assert refusal.value.param == "mask"


def test_pipelines_for_edits_share_the_weights_and_are_made_once(easel: Easel) -> None:
    ready = easel.get("flow")
    paint(ready, _MASKED, edit="mask")
    kept = dict(ready.others)
    paint(ready, _MASKED, edit="mask")
    assert {type(pipe).__name__ for pipe in ready.others.values()} <= {"ZImageInpaintPipeline", "ZImageImg2ImgPipeline"}
    assert all(ready.others[name] is pipe for name, pipe in kept.items())
    assert kept["ZImageInpaintPipeline"].transformer is ready.pipe.transformer
    assert kept["ZImageInpaintPipeline"].vae is ready.pipe.vae


@pytest.mark.parametrize("kind", ["unet", "edit"])
def test_who_leaves_in_the_middle_of_an_edit_leaves_the_pipeline_as_it_was(easel: Easel, kind: str) -> None:
    ready = easel.get(kind)
    words, edited = paint(ready, _FROM)[0], paint(ready, _MASKED, edit="mask")[0]
    with pytest.raises(Cancelled):
        paint(ready, _MASKED, edit="mask", report=Witness(until=2))
    assert most(paint(ready, _FROM)[0], words) == 0
    assert most(paint(ready, _MASKED, edit="mask")[0], edited) == 0


@pytest.mark.parametrize("kind", ["unet", "edit"])
def test_edits_are_told_step_by_step_with_previews(easel: Easel, kind: str) -> None:
    witness = Witness()
    picture = paint(easel.get(kind), replace(_MASKED, previews=2), edit="mask", report=witness, steps=6)[0]
    assert [(sight.step, sight.steps) for sight in witness.sights] == [(step, 6) for step in range(1, 7)]
    previews = witness.list_previews()
    assert list(previews) == [2, 4]
    shown = to_pixels(previews[4])
    assert most(shown[~_OPEN], _PICTURE[~_OPEN]) == 0
    assert _correlate(shown, picture) > 0.8


@pytest.mark.parametrize("kind", ["flow", "flux", "edit", "qwen"])
def test_latents_that_were_unpacked_and_packed_again_are_the_same(easel: Easel, kind: str) -> None:
    import torch

    scale = find_scale(easel.get(kind).pipe)
    assert scale is not None
    torch.manual_seed(3)
    packed = torch.randn((2, scale.channels, 8, 12) if kind == "flow" else (2, 24, 4 * scale.channels))
    spread = unpack_latents(packed, scale, 96, 64)
    assert spread.shape == (2, scale.channels, 8, 12)
    assert torch.allclose(pack_latents(spread, scale, packed), packed, atol=1e-5)


def test_latents_of_flux_are_read_as_the_library_itself_does(easel: Easel) -> None:
    import torch

    pipe = easel.get("flux").pipe
    scale = find_scale(pipe)
    assert scale is not None
    packed = torch.randn(2, 24, 4 * scale.channels)
    assert torch.equal(unpack_latents(packed, scale, 96, 64), pipe._unpack_latents(packed, 64, 96, 8))


def test_words_whose_number_does_not_fit_the_picture_are_not_read(easel: Easel) -> None:
    import torch

    scale = find_scale(easel.get("flux").pipe)
    assert scale is not None
    assert unpack_latents(torch.randn(1, 25, 4 * scale.channels), scale, 96, 64) is None


def _correlate(one: Pixels, other: Pixels) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])
