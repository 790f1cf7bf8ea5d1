"""How a model is held so that it fits its device: decided from figures alone, no model and no device needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinxit.engines.diffusers.painting import fitting
from pinxit.engines.diffusers.painting.fitting import Fit, Place
from pinxit.engines.diffusers.painting.inspection import Make, Part
from pinxit.engines.diffusers.work import ModelBroken
from pinxit.local import Local
from pinxit.weights import Facts, Installed

_MODEL = Installed(Facts("fox", "Fox", "FluxPipeline"), Path("fox"))
_MAKE = Make(
    "FluxPipeline",
    (
        Part("text_encoder", "transformers", "T5EncoderModel", numbers=2_000_000_000, linear=1_800_000_000),
        Part("transformer", "diffusers", "FluxTransformer2DModel", numbers=10_000_000_000, linear=9_900_000_000),
        Part("vae", "diffusers", "AutoencoderKL", numbers=100_000_000),
    ),
)
_GPU = Place("cuda", 2, 80_000_000_000, ("int8", "fp8", "int4"))


def _fit(budget: int, local: Local | None = None, *, device: str = "cuda", cramped: bool = False) -> Fit:
    reductions = _GPU.reductions if device == "cuda" else ("int8",)
    return fitting.choose_fit(_MODEL, _MAKE, local or Local(), Place(device, 2, budget, reductions, cramped))


def test_a_model_that_fits_is_held_whole() -> None:
    assert _fit(80_000_000_000) == Fit(24_200_000_000)


def test_what_the_operator_asked_for_comes_first() -> None:
    fit = _fit(80_000_000_000, Local(quantise="fp8"))
    assert fit.reduction == "fp8"
    assert fit.size < 15_000_000_000


def test_fewer_bits_are_taken_by_themselves_only_where_the_whole_does_not_fit() -> None:
    auto = Local(quantise="auto")
    assert _fit(80_000_000_000, auto).reduction == "off"
    assert _fit(16_000_000_000, auto).reduction == "int8"
    assert _fit(9_000_000_000, auto).reduction == "int4"


def test_parts_wait_in_main_memory_where_only_the_largest_fits() -> None:
    fit = _fit(21_000_000_000)
    assert (fit.offload, fit.size) == ("parts", 20_000_000_000)


def test_layers_wait_in_main_memory_where_not_even_one_part_fits() -> None:
    assert _fit(8_000_000_000).offload == "layers"


def test_weights_that_are_packed_for_a_gpu_are_not_sent_to_main_memory() -> None:
    assert _fit(2_000_000_000, Local(quantise="int4")).reduction != "int4"


def test_a_model_that_left_no_room_for_pictures_is_held_smaller_the_next_time() -> None:
    assert _fit(80_000_000_000, cramped=True).offload == "parts"
    assert _fit(80_000_000_000, Local(quantise="auto"), cramped=True).reduction == "int8"


def test_a_model_that_does_not_fit_a_cpu_is_refused_with_the_figures_and_a_way_out() -> None:
    with pytest.raises(ModelBroken, match=r"24\.2 GB.*8\.0 GB.*local\.quantise") as caught:
        _fit(8_000_000_000, device="cpu")
    assert "local.memory" in caught.value.message


def test_a_cpu_takes_fewer_bits_where_that_is_enough() -> None:
    assert _fit(16_000_000_000, Local(quantise="auto"), device="cpu").reduction == "int8"


@pytest.mark.parametrize(
    ("wanted", "possible", "settled"),
    [
        ("int4", ("int8",), "int8"),
        ("fp8", ("int8", "fp8"), "fp8"),
        ("int8", (), "off"),
        ("auto", ("int8",), "off"),
        ("off", ("int8",), "off"),
    ],
)
def test_what_a_device_cannot_do_becomes_what_it_can(
    wanted: str, possible: tuple[fitting.Reduction, ...], settled: str
) -> None:
    assert fitting.settle_reduction(wanted, possible) == settled
