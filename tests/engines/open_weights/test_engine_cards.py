"""What a model's facts mean for its callers, and what a request means for the model."""

from __future__ import annotations

import importlib
import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pinxit.core.engine import Choice, Span
from pinxit.core.entries import Entry
from pinxit.core.errors import EngineMissing, InvalidRequest, UnknownModel, Unsupported
from pinxit.core.images import Background, Format, ImageRequest, Quality, Size, Source, Tier
from pinxit.engines import tell_lack
from pinxit.engines.diffusers import engine as engine_module
from pinxit.engines.diffusers.cards import make_card
from pinxit.engines.diffusers.engine import DiffusersEngine
from pinxit.engines.diffusers.manners import choose_steps, make_items, make_manner, read_loras
from pinxit.engines.diffusers.work import Lora
from pinxit.local import Local
from pinxit.weights import Facts, Installed

SDXL = Facts(
    "sdxl", "SDXL", "StableDiffusionXLPipeline", hub="stabilityai/stable-diffusion-xl-base-1.0", multiple=8,
    smallest=512, largest=1536, steps=30, guidance=5.0, negative=True, sources=1, masks=True, aliases=("xl",),
)  # fmt: skip
TURBO = Facts("turbo", "Turbo", "ZImagePipeline", steps=8, most_steps=20, loras=False)
EDITOR = Facts("editor", "Editor", "Flux2KleinPipeline", sources=4, instructs=True)


def make_source(width: int = 64, height: int = 64, *, holes: bool = False, mode: str = "RGBA") -> Source:
    out = io.BytesIO()
    image = Image.new(mode, (width, height), "red")
    if holes:
        image.paste((0, 0, 0, 0), (0, 0, width // 2, height // 2))
    image.save(out, "PNG")
    return Source(out.getvalue())


def ask(**wishes: Any) -> ImageRequest:
    return ImageRequest(**{"model": "sdxl", "prompt": "a fox", **wishes})


def make_engine(*facts: Facts, **local: Any) -> DiffusersEngine:
    models = [Installed(each, Path("nowhere")) for each in facts]
    return DiffusersEngine(local=Local(safety="off", **{"devices": ("cpu",), **local}), models=models)


def test_a_card_tells_what_the_facts_tell() -> None:
    card = make_card(SDXL)
    assert (card.name, card.title, card.owner, card.aliases) == ("sdxl", "SDXL", "stabilityai", ("xl",))
    assert (card.sources, card.masks, card.partials, card.transparency, card.deterministic) == (1, True, 3, False, True)
    assert card.formats == (Format.PNG, Format.JPEG, Format.WEBP)
    assert Quality.HIGH in card.qualities


def test_a_model_that_was_never_pulled_is_nobodys() -> None:
    assert make_card(TURBO).owner == "local"


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        (SDXL, {"steps", "guidance_scale", "negative_prompt", "scheduler", "strength", "lora", "moderation"}),
        (TURBO, {"steps", "scheduler", "moderation"}),
        (EDITOR, {"steps", "scheduler", "lora", "moderation"}),
    ],
    ids=["all", "distilled", "instructed"],
)
def test_a_model_has_the_options_that_mean_something_to_it(facts: Facts, names: set[str]) -> None:
    assert set(make_card(facts).options) == names


def test_options_have_the_limits_and_the_usual_values_of_the_model() -> None:
    options = make_card(replace(TURBO, guidance=3.5)).options
    assert options["steps"] == Span(1, 20, 8)
    assert options["guidance_scale"] == Span(0.0, 30.0, 3.5, fractions=True)
    assert isinstance(options["scheduler"], Choice)
    assert "euler" in options["scheduler"].words


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (Size(1024, 1024), Size(1024, 1024)),
        (Size(1344, 768), Size(1344, 768)),
        (Size(1536, 672), Size(1536, 672)),
        (Size(1001, 1001), Size(1008, 1008)),
        (Size(4096, 4096), Size(1248, 1248)),
        (Size(128, 128), Size(512, 512)),
    ],
    ids=["square", "wide", "widest", "odd", "too_large", "too_small"],
)
def test_sizes_are_those_that_come_out_well(asked: Size, made: Size) -> None:
    sizes = make_card(SDXL).sizes
    assert sizes.nearest(asked) == made


def test_without_a_size_the_picture_is_as_large_as_the_model_was_trained_on() -> None:
    manner = make_manner(SDXL, ask())
    assert (manner.width, manner.height) == (1024, 1024)
    small = make_manner(SDXL, ask(tier=Tier.HALF))
    assert (small.width, small.height) == (512, 512)


@pytest.mark.parametrize(
    ("source", "made"),
    [((300, 200), (1256, 840)), ((4000, 1000), (1536, 512)), ((1024, 1024), (1024, 1024))],
    ids=["small", "long", "same"],
)
def test_without_a_size_an_edit_keeps_the_shape_of_its_source(source: tuple[int, int], made: tuple[int, int]) -> None:
    manner = make_manner(SDXL, ask(sources=(make_source(*source),)))
    assert (manner.width, manner.height) == made


@pytest.mark.parametrize(
    ("usual", "low", "medium", "high"), [(30, 15, 23, 30), (8, 4, 6, 8), (4, 2, 3, 4), (1, 1, 1, 1)]
)
def test_quality_means_steps(usual: int, low: int, medium: int, high: int) -> None:
    facts = replace(SDXL, steps=usual)
    steps = [choose_steps(facts, quality) for quality in (Quality.LOW, Quality.MEDIUM, Quality.HIGH)]
    assert steps == [low, medium, high]


def test_options_go_before_what_is_usual() -> None:
    options = (
        ("steps", 7), ("guidance_scale", 2.5), ("scheduler", "lcm"), ("negative_prompt", "blur"), ("lora", "ink:0.5"),
    )  # fmt: skip
    request = ask(options=options, quality=Quality.LOW)
    manner = make_manner(SDXL, request)
    assert (manner.steps, manner.guidance, manner.scheduler, manner.negated) == (7, 2.5, "lcm", True)
    assert manner.loras == (Lora("ink", 0.5),)
    assert make_items(request, 0)[0].negative == "blur"


def test_the_same_wish_has_the_same_manner_so_that_it_goes_with_others() -> None:
    for facts in (SDXL, TURBO, EDITOR):
        assert make_manner(facts, ask(prompt="a fox")) == make_manner(facts, ask(prompt="an owl", seed=9, n=3))


def test_an_instructed_model_paints_together_only_what_has_the_same_sources() -> None:
    one, other = make_source(), make_source(80, 80)
    manners = [
        make_manner(EDITOR, ask(sources=sources, size=Size(512, 512)))
        for sources in ((one,), (one,), (other,), (one, other), (other, one))
    ]
    assert manners[0] == manners[1]
    assert len(set(manners)) == 4


def test_each_picture_has_a_seed_of_its_own() -> None:
    assert [item.seed for item in make_items(ask(n=3), 2**63 - 1)] == [2**63 - 1, 0, 1]


@pytest.mark.parametrize(
    ("facts", "wishes", "edit", "strength"),
    [
        (SDXL, {}, "", 0.0),
        (SDXL, {"sources": (make_source(),)}, "image", 0.6),
        (SDXL, {"sources": (make_source(),), "options": (("strength", 0.3),)}, "image", 0.3),
        (SDXL, {"sources": (make_source(),), "mask": make_source(holes=True)}, "mask", 0.0),
        (SDXL, {"sources": (make_source(holes=True),)}, "mask", 0.0),
        (SDXL, {"sources": (make_source(mode="RGB"),), "size": Size(1344, 768)}, "outpaint", 0.0),
        (SDXL, {"sources": (make_source(),), "size": Size(1344, 768), "options": (("strength", 0.5),)}, "image", 0.5),
        (SDXL, {"sources": (make_source(),), "size": Size(1024, 1024)}, "image", 0.6),
        (EDITOR, {"sources": (make_source(holes=True),), "size": Size(1344, 768)}, "image", 0.0),
    ],
    ids=["words", "over", "strength", "mask", "holes", "outpaint", "fit", "same_shape", "instructed"],
)
def test_what_is_done_with_a_source_follows_from_the_request(
    facts: Facts, wishes: dict[str, Any], edit: str, strength: float
) -> None:
    manner = make_manner(facts, ask(**wishes))
    assert (manner.edit, manner.strength, manner.sources) == (edit, strength, len(wishes.get("sources", ())))


@pytest.mark.parametrize(
    ("text", "loras"),
    [
        ("", ()),
        ("ink", (Lora("ink"),)),
        (" ink : 0.8 , old film:-.5,", (Lora("ink", 0.8), Lora("old film", -0.5))),
    ],
    ids=["none", "one", "several"],
)
def test_loras_are_named_with_their_weights(text: str, loras: tuple[Lora, ...]) -> None:
    assert read_loras(text) == loras


@pytest.mark.parametrize("text", ["ink:much", "ink:3", "ink:-2.1", ":0.5", "ink:1:2", "ink:nan"])
def test_loras_that_cannot_be_read_are_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(InvalidRequest, match="NAME:WEIGHT") as caught:
        read_loras(text)
    assert caught.value.param == "lora"


def test_what_a_model_cannot_do_is_refused_by_its_card() -> None:
    engine = make_engine(TURBO)
    entry = Entry(engine, engine.models()[0])
    for wishes in (
        {"background": Background.TRANSPARENT},
        {"sources": (make_source(),)},
        {"options": (("negative_prompt", "blur"),)},
        {"options": (("steps", 21),)},
        {"format": Format.SVG},
    ):
        with pytest.raises(Unsupported):
            entry.check(ask(model="turbo", **wishes))


def test_each_device_and_the_batch_it_paints_next_count_for_the_line_in_front() -> None:
    assert make_engine(SDXL, batch=8).capacity == 16
    assert make_engine(SDXL, batch=4, devices=("cuda:0", "cuda:1")).capacity == 16


@pytest.mark.anyio
async def test_a_model_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UnknownModel, match="sdxl, turbo"):
        await anext(make_engine(SDXL, TURBO).draw(ask(model="flux")))


@pytest.mark.anyio
async def test_without_the_extra_the_first_request_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "tell_lack", lambda: "Run: pip install 'pinxit[diffusers]'")
    with pytest.raises(EngineMissing, match=r"pip install 'pinxit\[diffusers\]'"):
        await anext(make_engine(SDXL).draw(ask()))


def test_a_folder_that_happens_to_bear_a_librarys_name_does_not_pass_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("torch", "diffusers", "transformers", "accelerate", "safetensors"):
        (tmp_path / name).mkdir()
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    importlib.invalidate_caches()
    assert tell_lack().startswith(
        "Models on this machine need torch, diffusers, transformers, accelerate, safetensors."
    )
