"""Pictures from words: the same alone or in a batch, told step by step, left between two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engines.open_weights.tiny_painter import (
    Easel,
    Pixels,
    Witness,
    far,
    hole,
    make_flux3,
    most,
    paint,
    slope,
    to_file,
    to_pixels,
)
from pinxit.core.errors import EngineFailed, Unsupported
from pinxit.engines.diffusers.painting.families import FAMILIES, list_schedulers
from pinxit.engines.diffusers.painting.ready import Ready
from pinxit.engines.diffusers.work import Item
from pinxit.engines.worker import Cancelled
from pinxit.testing import pipelines

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")

_MORE = ("sdxl", "flux", "pixart", "sana", "qwen", "kandinsky")
_FOX = Item("a red fox", 7)
_FOUR = (_FOX, Item("a boat on a long and slow river", 8), Item("", 9), Item("two dogs, and a bird in a tree", 10))


@pytest.mark.parametrize("kind", [*pipelines.FOUR, *_MORE])
def test_a_picture_is_the_same_alone_and_in_a_batch_of_four(easel: Easel, kind: str) -> None:
    together = paint(easel.get(kind), *_FOUR)
    alone = [paint(easel.get(kind), item)[0] for item in _FOUR]
    assert max(most(one, other) for one, other in zip(together, alone, strict=True)) <= 1


@pytest.mark.parametrize("kind", [*pipelines.FOUR, "kandinsky"])
def test_another_seed_gives_another_picture_and_the_same_seed_the_same(easel: Easel, kind: str) -> None:
    first, again, other = paint(easel.get(kind), _FOX, _FOX, replace(_FOX, seed=2**62 + 1))
    assert most(first, again) <= 1
    assert far(first, other) > 3


@pytest.mark.parametrize("kind", [*pipelines.FOUR, "pixart", "kandinsky"])
def test_who_leaves_between_two_steps_leaves_the_pipeline_as_it_was(easel: Easel, kind: str) -> None:
    ready, witness = easel.get(kind), Witness(until=2)
    with pytest.raises(Cancelled):
        paint(ready, *_FOUR, report=witness)
    assert witness.sights[-1].step == 2
    assert most(paint(ready, _FOX)[0], paint(easel.load(kind), _FOX)[0]) == 0


@pytest.mark.parametrize("kind", [*pipelines.FOUR, "pixart", "kandinsky"])
def test_each_step_is_told_and_the_fraction_never_falls(easel: Easel, kind: str) -> None:
    witness = Witness()
    paint(easel.get(kind), _FOX, report=witness, steps=5)
    assert [(sight.step, sight.steps) for sight in witness.sights] == [(step, 5) for step in range(1, 6)]
    assert witness.fractions == sorted(witness.fractions)
    assert witness.stages[0] == "reading the prompt"
    assert witness.stages[-2:] == ["step 5 of 5", "making the picture"]
    assert 0 <= witness.fractions[0] < witness.fractions[-1] < 1


def test_a_scheduler_of_second_order_counts_the_steps_that_were_asked_for(easel: Easel) -> None:
    witness = Witness()
    paint(easel.get("unet"), _FOX, report=witness, steps=5, scheduler="heun")
    assert [sight.step for sight in witness.sights] == [1, 1, 2, 2, 3, 3, 4, 4, 5]
    assert {sight.steps for sight in witness.sights} == {5}


def test_pictures_that_cannot_be_painted_in_one_call_are_told_as_one_course(easel: Easel) -> None:
    witness = Witness()
    paint(easel.get("kandinsky"), _FOX, _FOX, report=witness)
    assert [sight.step for sight in witness.sights] == list(range(1, 9))
    assert witness.fractions == sorted(witness.fractions)


@pytest.mark.parametrize("kind", ["unet", "mmdit", "sdxl", "pixart", "qwen", "kandinsky"])
def test_a_negative_prompt_changes_the_picture_and_no_other_of_its_batch(easel: Easel, kind: str) -> None:
    ready = easel.get(kind)
    plain = paint(ready, _FOX)[0]
    negated, beside = paint(ready, replace(_FOX, negative="a green boat at night"), _FOX, negated=True)
    assert far(plain, negated) > 0.5
    assert most(plain, beside) <= 1


@pytest.mark.parametrize("kind", ["unet", "mmdit", "sdxl", "pixart", "sana", "qwen", "kandinsky"])
def test_guidance_changes_the_picture(easel: Easel, kind: str) -> None:
    ready = easel.get(kind)
    assert far(paint(ready, _FOX, guidance=2.0)[0], paint(ready, _FOX, guidance=9.0)[0]) > 0.3


@pytest.mark.parametrize("kind", ["unet", "mmdit", "flow", "edit", "flux", "qwen"])
def test_every_scheduler_on_the_list_paints_and_the_models_own_comes_back(easel: Easel, kind: str) -> None:
    ready = easel.get(kind)
    own, before = ready.pipe.scheduler, paint(ready, _FOX)[0]
    names = list_schedulers(ready.model.facts.pipeline)
    made = {name: paint(ready, _FOX, _FOUR[1], scheduler=name, steps=6) for name in names}
    assert all(pictures[0].std() > 5 for pictures in made.values())
    assert far(made[names[0]][0], made["lcm"][0]) > 1
    assert most(made["lcm"][1], paint(ready, _FOUR[1], scheduler="lcm", steps=6)[0]) <= 1  # it adds noise by the way
    assert ready.pipe.scheduler is own
    assert most(paint(ready, _FOX)[0], before) == 0


def test_a_scheduler_that_does_not_go_with_the_model_is_refused_by_its_choices(easel: Easel) -> None:
    with pytest.raises(Unsupported, match="euler, unipc, lcm, not heun") as refusal:
        paint(easel.get("flow"), _FOX, scheduler="heun")
    assert refusal.value.param == "scheduler"


@pytest.mark.parametrize("kind", ["unet", "mmdit", "flow", "edit", "flux", "qwen", "sana", "pixart", "kandinsky"])
def test_previews_come_at_even_steps_and_look_ever_more_like_the_picture(easel: Easel, kind: str) -> None:
    witness = Witness()
    picture = paint(easel.get(kind), replace(_FOX, previews=3), report=witness, steps=8)[0]
    previews = witness.list_previews()
    assert list(previews) == [2, 4, 6]
    likeness = [_correlate(to_pixels(still), picture) for still in previews.values()]
    assert likeness[-1] > 0.9
    assert likeness[-1] >= likeness[0]


def test_only_those_who_want_previews_get_them(easel: Easel) -> None:
    witness = Witness()
    paint(easel.get("flow"), _FOX, replace(_FOX, previews=1), replace(_FOX, seed=8), report=witness)
    assert [list(witness.list_previews(place)) for place in range(3)] == [[], [2], []]


def test_there_is_no_preview_of_the_last_step_even_where_more_are_wanted_than_there_are_steps(easel: Easel) -> None:
    witness = Witness()
    paint(easel.get("flow"), replace(_FOX, previews=3), report=witness, steps=2)
    assert list(witness.list_previews()) == [1]


def test_previews_of_large_pictures_are_small_and_of_the_same_shape(easel: Easel) -> None:
    witness = Witness()
    paint(easel.get("flow"), replace(_FOX, previews=1), report=witness, steps=2, width=384, height=192)
    assert [(still.width, still.height) for still in witness.list_previews().values()] == [(256, 128)]


def test_a_tiny_autoencoder_shows_the_previews_where_the_model_has_one(easel: Easel) -> None:
    import torch
    from diffusers import AutoencoderTiny

    torch.manual_seed(1)
    tiny = AutoencoderTiny(latent_channels=4, encoder_block_out_channels=(8,) * 4, decoder_block_out_channels=(8,) * 4)
    own, other = Witness(), Witness()
    ready = easel.get("unet")
    plain = paint(ready, replace(_FOX, previews=1), report=own)[0]
    shown = paint(replace(ready, preview=tiny), replace(_FOX, previews=1), report=other)[0]
    assert most(plain, shown) == 0
    assert far(to_pixels(own.list_previews()[2]), to_pixels(other.list_previews()[2])) > 10


def test_a_model_whose_latents_nobody_can_read_gives_its_picture_without_previews(easel: Easel) -> None:
    import torch
    from diffusers import AutoencoderTiny

    witness, before = Witness(), torch.is_grad_enabled()
    ready = replace(easel.get("unet"), preview=AutoencoderTiny(latent_channels=16))  # of another family
    assert most(paint(ready, replace(_FOX, previews=2), report=witness)[0], paint(easel.get("unet"), _FOX)[0]) == 0
    assert witness.list_previews() == {}
    assert torch.is_grad_enabled() is before


def test_numbers_that_overflow_are_told_as_such_instead_of_a_black_picture(
    easel: Easel, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = easel.get("unet")
    decode = ready.pipe.vae.decode
    monkeypatch.setattr(ready.pipe.vae, "decode", lambda *given, **named: (decode(*given, **named)[0] * float("nan"),))
    with pytest.raises(EngineFailed, match="precision to bf16 or fp32"):
        paint(ready, _FOX)


def test_a_pipeline_made_of_blocks_paints_and_is_left_like_any_other(easel: Easel) -> None:
    from diffusers.modular_pipelines import ZImageAutoBlocks

    ready = easel.get("flow")
    pipe = ZImageAutoBlocks().init_pipeline()
    pipe.update_components(**{n: p for n, p in ready.pipe.components.items() if n in pipe.components or n == "vae"})
    blocks, witness = _replace_pipe(ready, pipe), Witness()
    made = paint(blocks, replace(_FOX, previews=1), _FOUR[1], report=witness)
    assert max(most(one, paint(ready, item)[0]) for one, item in zip(made, _FOUR[:2], strict=True)) <= 1
    assert [sight.step for sight in witness.sights] == list(range(1, 9))
    assert list(witness.list_previews()) == [2]
    with pytest.raises(Cancelled):
        paint(blocks, _FOX, report=Witness(until=1))
    assert most(paint(blocks, _FOX)[0], made[0]) == 0


def test_flux_3_paints_from_words_with_the_guidance_of_its_own_part(easel: Easel) -> None:
    ready, witness = make_flux3(easel), Witness()
    own = ready.pipe.guider.guidance_scale
    made = paint(ready, replace(_FOX, previews=1), _FOUR[1], report=witness, guidance=2.0)
    assert [sight.step for sight in witness.sights] == list(range(1, 9))
    assert list(witness.list_previews()) == [2]
    assert most(made[0], paint(ready, _FOX, guidance=2.0)[0]) == 0
    assert far(made[0], paint(ready, _FOX, guidance=9.0)[0]) > 1
    assert ready.pipe.guider.guidance_scale == own


def test_flux_3_works_from_pictures_and_keeps_what_a_mask_does_not_open(easel: Easel) -> None:
    ready, picture = make_flux3(easel), slope()
    mask, opened = hole()
    item = replace(_FOX, sources=(to_file(picture),))
    assert far(paint(ready, item, edit="image")[0], paint(ready, _FOX)[0]) > 0.1
    assert paint(ready, item, edit="image", width=128)[0].shape == (64, 128, 3)
    masked = paint(ready, replace(item, mask=mask), edit="mask")[0]
    assert most(masked[~opened], picture[~opened]) == 0
    assert far(masked[opened], picture[opened]) > 10


def test_the_table_names_classes_that_the_library_has() -> None:
    import diffusers

    names = {*FAMILIES, *(f.image for f in FAMILIES.values()), *(f.mask for f in FAMILIES.values())} - {""}
    assert [name for name in sorted(names) if not hasattr(diffusers, name)] == []


def _replace_pipe(ready: Ready, pipe: Any) -> Ready:
    return replace(ready, pipe=pipe, others={})


def _correlate(preview: Pixels, picture: Pixels) -> float:
    small = Image.fromarray(preview.astype(np.uint8)).resize((picture.shape[1], picture.shape[0]))
    return float(np.corrcoef(np.asarray(small, float).ravel(), picture.ravel())[0, 1])
