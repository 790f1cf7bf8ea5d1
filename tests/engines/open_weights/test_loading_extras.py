"""LoRAs for one request, prompts that were read before, foretold steps, fewer bits, tiles: each on and off again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pinxit.core.errors import InvalidRequest
from pinxit.engines.diffusers.painting import atelier
from pinxit.engines.diffusers.work import Item, Lora, Manner, Paint, Painted
from pinxit.engines.worker import Cancelled
from pinxit.local import Local
from pinxit.testing import pipelines
from pinxit.weights import Installed

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")
pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    for kind in ("unet", "edit"):
        pipelines.build(kind, folder / kind)
    _write_loras(folder / "loras", folder / "unet")
    return folder


@pytest.fixture(scope="module")
def rooms() -> Iterator[None]:
    """What one test has loaded serves the next, as in a worker."""
    atelier._rooms.clear()
    yield
    atelier._rooms.clear()


@pytest.fixture
def local(shelf: Path, rooms: None) -> Local:
    return Local(models=shelf, devices=("cpu",), threads=1)


@pytest.fixture
def unet(shelf: Path) -> Installed:
    return pipelines.installed("unet", shelf / "unet")


@pytest.fixture
def edit(shelf: Path) -> Installed:
    return pipelines.installed("edit", shelf / "edit")


def _write_loras(folder: Path, model: Path) -> None:
    """LoRAs that a UNet and its text encoder take, as training programs leave them."""
    import torch
    from diffusers import StableDiffusionPipeline
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    folder.mkdir()
    for number, (name, words) in enumerate((("ink", False), ("chalk", True))):
        pipe = StableDiffusionPipeline.from_pretrained(model)
        parts = {"unet": ["to_q", "to_v"], **({"text_encoder": ["q_proj", "v_proj"]} if words else {})}
        layers = {}
        for part, targets in parts.items():
            module = getattr(pipe, part)
            module.add_adapter(LoraConfig(r=4, lora_alpha=4, target_modules=targets))
            generator = torch.Generator().manual_seed(number)
            for weight_name, weight in module.named_parameters():
                if "lora_" in weight_name:
                    weight.data = torch.randn(weight.shape, generator=generator) * 0.5
            layers[f"{part}_lora_layers"] = get_peft_model_state_dict(module)
        StableDiffusionPipeline.save_lora_weights(folder, weight_name=f"{name}.safetensors", **layers)


def _quiet(*_report: object) -> None:
    """Nobody watches."""


def _paint(local: Local, model: Installed, *prompts: str, report: Any = _quiet, **manner: Any) -> list[bytes]:
    wish = Manner(64, 64, manner.pop("steps", 2), manner.pop("guidance", model.facts.guidance), **manner)
    items = tuple(Item(prompt, 7) for prompt in prompts or ("a fox",))
    answer = atelier.work(Paint(local, model, wish, items), report)
    assert isinstance(answer, Painted)
    return [still.data for still in answer.stills]


def _ready(local: Local, model: Installed) -> Any:
    _paint(local, model)
    return atelier._rooms[0]._held[model.name]


def _gap(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_a_lora_changes_the_picture_by_its_weight_and_is_off_again_after_it(local: Local, unet: Installed) -> None:
    (plain,) = _paint(local, unet)
    (full,) = _paint(local, unet, loras=(Lora("ink"),))
    (half,) = _paint(local, unet, loras=(Lora("ink", 0.5),))
    (none,) = _paint(local, unet, loras=(Lora("ink", 0.0),))
    assert len({plain, full, half}) == 3
    assert _gap(plain, none) <= 1
    assert _paint(local, unet) == [plain]
    assert _paint(local, unet, loras=(Lora("ink"),)) == [full]


def test_loras_go_together_and_the_same_twice_counts_twice(local: Local, unet: Installed) -> None:
    (both,) = _paint(local, unet, loras=(Lora("ink"), Lora("chalk", -0.5)))
    (ink,) = _paint(local, unet, loras=(Lora("ink"),))
    (twice,) = _paint(local, unet, loras=(Lora("ink", 0.5), Lora("ink", 0.5)))
    assert both != ink
    assert _gap(ink, twice) <= 1


def test_a_lora_is_read_from_its_file_once(local: Local, unet: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    wardrobe = _ready(local, unet).wardrobe
    _paint(local, unet, loras=(Lora("ink"),))
    monkeypatch.setattr(wardrobe, "_read", lambda *_args: pytest.fail("read again"))
    _paint(local, unet, loras=(Lora("ink", 0.3),))


def test_a_lora_that_was_worn_before_has_no_part_in_the_next_picture(
    local: Local, unet: Installed, shelf: Path
) -> None:
    fresh = replace(unet, facts=replace(unet.facts, name="fresh"))
    (ink,) = _paint(local, fresh, loras=(Lora("ink"),))
    _paint(local, fresh, loras=(Lora("chalk"),))
    assert _paint(local, fresh, loras=(Lora("ink"),)) == [ink]


def test_a_lora_file_that_was_replaced_is_read_anew(local: Local, unet: Installed, shelf: Path) -> None:
    file = shelf / "loras" / "mood.safetensors"
    shutil.copy(shelf / "loras" / "ink.safetensors", file)
    (ink,) = _paint(local, unet, loras=(Lora("mood"),))
    shutil.copy(shelf / "loras" / "chalk.safetensors", file)
    os.utime(file, ns=(1, 1))
    (chalk,) = _paint(local, unet, loras=(Lora("mood"),))
    file.unlink()
    assert ink != chalk
    assert _paint(local, unet, loras=(Lora("chalk"),)) == [chalk]


@pytest.mark.parametrize(
    "name",
    ["ink2", "../ink", "../loras/ink", "sub/ink", "/etc/passwd", "", ".", "..", "ink.safetensors", "ink\0", "a" * 300,
     "ink\n", "out", "..\\ink", "~root", "%2e%2e", "-rf", "*"],
)  # fmt: skip
def test_only_files_of_the_allowed_folder_can_be_named(local: Local, unet: Installed, shelf: Path, name: str) -> None:
    (shelf / "loras" / "sub").mkdir(exist_ok=True)
    shutil.copy(shelf / "loras" / "ink.safetensors", shelf / "ink.safetensors")
    shutil.copy(shelf / "loras" / "ink.safetensors", shelf / "loras" / "sub" / "ink.safetensors")
    (shelf / "loras" / "out.safetensors").symlink_to(shelf / "ink.safetensors")
    with pytest.raises(InvalidRequest, match="There is no LoRA named") as caught:
        _paint(local, unet, loras=(Lora(name),))
    (shelf / "loras" / "out.safetensors").unlink()
    assert caught.value.param == "lora"
    assert str(shelf) not in caught.value.message
    assert "chalk, ink" in caught.value.message


@pytest.mark.parametrize("content", ["text", "other", "empty"])
def test_a_lora_that_does_not_fit_is_the_callers_to_mend_and_the_model_goes_on(
    local: Local, unet: Installed, edit: Installed, shelf: Path, content: str
) -> None:
    from safetensors.torch import load_file, save_file

    file = shelf / "loras" / "wrong.safetensors"
    ink = load_file(shelf / "loras" / "ink.safetensors")
    if content == "text":
        file.write_bytes(b"no tensors at all")
    elif content == "other":  # of a larger model of the same kind
        save_file({name: weight.repeat(2, 2) for name, weight in ink.items()}, file)
    else:
        save_file({"some.other.weight": next(iter(ink.values()))}, file)
    (plain,) = _paint(local, unet)
    with pytest.raises(InvalidRequest, match=r"'wrong' does not fit the model unet.*StableDiffusion") as caught:
        _paint(local, unet, loras=(Lora("ink"), Lora("wrong")))
    file.unlink()
    assert caught.value.param == "lora"
    assert _paint(local, unet) == [plain]


def test_a_lora_of_another_architecture_does_not_fit(local: Local, edit: Installed) -> None:
    (plain,) = _paint(local, edit)
    with pytest.raises(InvalidRequest, match=r"'ink' does not fit the model edit.*Flux2Klein"):
        _paint(local, edit, loras=(Lora("ink"),))
    assert _paint(local, edit) == [plain]


def test_so_many_loras_stay_loaded_and_not_one_more(local: Local, unet: Installed, shelf: Path) -> None:
    names = [f"copy{number}" for number in range(9)]
    for name in names:
        shutil.copy(shelf / "loras" / "ink.safetensors", shelf / "loras" / f"{name}.safetensors")
    for name in names:
        _paint(local, unet, loras=(Lora(name, 0.1),), steps=1)
    held = _ready(local, unet)
    with pytest.raises(InvalidRequest, match="At most 8"):
        _paint(local, unet, loras=tuple(Lora(name) for name in names))
    for name in names:
        (shelf / "loras" / f"{name}.safetensors").unlink()
    assert len(held.ready.pipe.get_list_adapters()["unet"]) == 8


def test_who_leaves_while_a_lora_is_on_takes_it_along(local: Local, unet: Installed) -> None:
    (plain,) = _paint(local, unet)

    def leave(_fraction: float, _stage: str, *value: Any) -> None:
        if value and value[0] is not None:
            raise Cancelled

    with pytest.raises(Cancelled):
        _paint(local, unet, loras=(Lora("chalk"),), report=leave)
    assert _paint(local, unet) == [plain]


@contextmanager
def _counting(part: Any) -> Iterator[list[int]]:
    """How many prompts each call of a text encoder looks up, while it is open."""
    rows: list[int] = []
    hook = part.get_input_embeddings().register_forward_pre_hook(lambda _part, given: rows.append(len(given[0])))
    try:
        yield rows
    finally:
        hook.remove()


@pytest.mark.parametrize("kind", ["unet", "edit"])
def test_a_prompt_is_read_once_and_its_picture_stays_the_same(local: Local, shelf: Path, kind: str) -> None:
    model = pipelines.installed(kind, shelf / kind)
    with _counting(_ready(local, model).ready.pipe.text_encoder) as rows:
        first = _paint(local, model, "an owl at night")
        assert rows
        rows.clear()
        assert _paint(local, model, "an owl at night") == first
        assert rows == []


def test_of_a_batch_only_new_prompts_are_read_and_each_once(local: Local, unet: Installed) -> None:
    (known,) = _paint(local, unet, "a known owl")
    with _counting(_ready(local, unet).ready.pipe.text_encoder) as rows:
        made = _paint(local, unet, "a known owl", "a new owl", "a new owl", "a known owl")
    assert rows == [1]
    assert made[1] == made[2]
    assert _gap(made[0], known) <= 1
    assert _gap(made[3], known) <= 1


def test_with_another_lora_a_prompt_is_read_anew(local: Local, unet: Installed) -> None:
    _paint(local, unet, "a wearing owl")
    (before,) = _paint(local, unet, "a wearing owl", loras=(Lora("chalk"),))
    with _counting(_ready(local, unet).ready.pipe.text_encoder) as rows:
        (less,) = _paint(local, unet, "a wearing owl", loras=(Lora("chalk", 0.2),))
        assert rows
        assert less != before
        rows.clear()
        assert _paint(local, unet, "a wearing owl", loras=(Lora("chalk"),)) == [before]
        assert rows == []


def test_what_was_read_is_kept_up_to_a_bound_and_the_oldest_goes_first(local: Local, unet: Installed) -> None:
    import torch

    shelf = _ready(local, unet).shelf
    limit = shelf.limit
    row = max(size for _row, size in shelf._rows.values())
    shelf.limit = 3 * row
    try:
        for number in range(6):
            _paint(local, unet, f"owl number {number}", steps=1)
            assert shelf.size <= shelf.limit
            assert shelf.size == sum(size for _row, size in shelf._rows.values())
        assert 0 < len(shelf) <= 3
    finally:
        shelf.limit = limit
    for number in range(5):
        shelf.put(number, torch.zeros(1))
    shelf.rows, before = 3, shelf.rows
    shelf.put("last", torch.zeros(1))
    shelf.rows = before
    assert len(shelf) == 3
    assert shelf.take("last") is not None
    assert shelf.take(0) is None


def test_calls_that_hold_more_than_tokens_are_passed_on() -> None:
    import torch

    from pinxit.engines.diffusers.painting import readings

    seen: list[dict[str, Any]] = []
    pixels = torch.zeros(1, 3, 4, 4)
    ids = torch.ones(2, 5, dtype=torch.long)

    def forward(*arguments: Any, **options: Any) -> Any:
        seen.append(options)
        return torch.zeros(2, 5, 4)

    shelf = readings.Shelf()
    recall = readings._remembering(forward, "text_encoder", shelf)
    for extra in ({"pixel_values": pixels}, {"past_key_values": object()}, {"attention_mask": torch.ones(2, 9)}):
        recall(input_ids=ids, **extra)
        recall(input_ids=ids, **extra)
    recall(torch.zeros(2, 5))
    recall(ids, ids)
    assert len(seen) == 8
    assert len(shelf) == 0


def test_an_answer_that_does_not_go_by_prompts_is_not_kept() -> None:
    import torch

    from pinxit.engines.diffusers.painting import readings

    shelf = readings.Shelf()
    answers = [torch.zeros(7, 4), None, (torch.zeros(2, 4), torch.zeros(7)), 5]
    for answer in answers:
        recall = readings._remembering(lambda *_call, answer=answer, **_options: answer, "text_encoder", shelf)
        assert recall(input_ids=torch.ones(2, 5, dtype=torch.long)) is answer
    assert len(shelf) == 0


def test_foretold_steps_save_work_and_are_off_by_default_and_for_few_steps(local: Local, edit: Installed) -> None:
    swift = replace(local, step_cache="on")
    counts = {}
    for name, settings, steps in (("plain", local, 10), ("few", swift, 6), ("swift", swift, 10)):
        held = _ready(settings, edit)
        part = held.ready.pipe.transformer
        calls: list[int] = []
        hook = part.transformer_blocks[0].attn.register_forward_hook(lambda *_call, calls=calls: calls.append(1))
        try:
            (picture,) = _paint(settings, edit, steps=steps)
        finally:
            hook.remove()
        counts[name] = (len(calls), picture)
        assert not part.is_cache_enabled
    assert counts["plain"][0] == 10
    assert counts["few"][0] == 6
    assert counts["swift"][0] < 8
    assert counts["swift"][1] != counts["plain"][1]


def test_foretold_steps_do_not_hang_on_neighbours_in_a_batch(local: Local, edit: Installed) -> None:
    swift = replace(local, step_cache="on")
    (alone,) = _paint(swift, edit, "an owl", steps=10)
    together = _paint(swift, edit, "a fox in the snow", "an owl", "a house by the sea", steps=10)
    assert _gap(alone, together[1]) <= 1
    assert _paint(swift, edit, "an owl", steps=10) == [alone]


def test_a_model_whose_steps_cannot_be_foretold_paints_as_ever(local: Local, unet: Installed) -> None:
    plain = _paint(local, unet, steps=8)
    assert _paint(replace(local, step_cache="on"), unet, steps=8) == plain


def test_eight_bits_take_less_memory_and_paint_nearly_the_same(local: Local, edit: Installed) -> None:
    pytest.importorskip("torchao", reason="torchao is not installed: pip install torchao")
    (exact,) = _paint(local, edit)
    whole = atelier._rooms[0]._held["edit"].fit
    (short,) = _paint(replace(local, quantise="int8"), edit)
    held = atelier._rooms[0]._held["edit"]
    kinds = {type(weight).__name__ for weight in held.ready.pipe.transformer.parameters()}
    assert "Int8Tensor" in kinds
    assert held.fit.size < 0.8 * whole.size
    assert 0 < _gap(exact, short) < 40


def test_fewer_bits_are_taken_by_themselves_where_the_model_does_not_fit(local: Local, edit: Installed) -> None:
    pytest.importorskip("torchao", reason="torchao is not installed: pip install torchao")
    _paint(local, edit)
    size = atelier._rooms[0]._held["edit"].fit.size
    taken = []
    for memory in (0, size - 1):
        _paint(replace(local, quantise="auto", memory=memory), edit)
        taken.append(atelier._rooms[0]._held["edit"].fit.reduction)
    assert taken == ["off", "int8"]


def test_bits_that_this_device_cannot_compute_with_become_others_with_a_line_in_the_log(
    local: Local, edit: Installed, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("torchao", reason="torchao is not installed: pip install torchao")
    _paint(replace(local, quantise="fp8"), edit)
    assert atelier._rooms[0]._held["edit"].fit.reduction == "int8"
    assert "local.quantise = fp8 does not work on this cpu: int8 is taken instead" in caplog.text


def test_without_torchao_weights_stay_as_they_are_with_a_line_in_the_log(
    local: Local, edit: Installed, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pinxit.engines.diffusers.painting import quantising

    monkeypatch.setattr(quantising, "has_torchao", lambda: False)
    _paint(replace(local, quantise="int8"), edit)
    assert atelier._rooms[0]._held["edit"].fit.reduction == "off"
    assert "pip install torchao" in caplog.text


@pytest.mark.parametrize(
    ("side", "count", "expected"), [(1024, 1, (False, False)), (1024, 2, (False, True)), (2304, 1, (True, False)),
                                    (512, 4, (False, False)), (512, 5, (False, True)), (4096, 8, (True, True))]
)  # fmt: skip
def test_large_pictures_are_decoded_in_tiles_and_large_batches_one_by_one(
    local: Local, unet: Installed, side: int, count: int, expected: tuple[bool, bool]
) -> None:
    from pinxit.engines.diffusers.painting import memory

    ready = _ready(local, unet).ready
    vae = ready.pipe.vae
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "all_on", lambda _device: 80 * 2**30)
        with memory.frugal_decoder(ready, Manner(side, side, 1, 0.0), count) as found:
            assert (vae.use_tiling, vae.use_slicing) == found == expected
    assert (vae.use_tiling, vae.use_slicing) == (False, False)


def test_a_small_device_decodes_in_tiles_sooner() -> None:
    from pinxit.engines.diffusers.painting import memory

    assert memory.needs_tiles(1024 * 1024, 2, 4 * 2**30)
    assert not memory.needs_tiles(1024 * 1024, 2, 24 * 2**30)


def test_a_decoder_that_was_left_in_another_type_gets_its_own_back(local: Local, unet: Installed) -> None:
    import torch

    from pinxit.engines.diffusers.painting import memory

    pipe = _ready(local, unet).ready.pipe
    with suppress(Cancelled), memory.kept_types(pipe):
        pipe.vae.to(torch.bfloat16)
        raise Cancelled
    assert pipe.vae.dtype is torch.float32


def test_a_lora_goes_with_fewer_bits(local: Local, unet: Installed) -> None:
    pytest.importorskip("torchao", reason="torchao is not installed: pip install torchao")
    short = replace(local, quantise="int8")
    (plain,) = _paint(short, unet)
    (ink,) = _paint(short, unet, loras=(Lora("ink"),))
    (exact,) = _paint(local, unet, loras=(Lora("ink"),))
    assert ink != plain
    assert _gap(ink, exact) < 40


def test_a_decoder_has_its_channels_last_and_what_is_no_picture_stays(local: Local, unet: Installed) -> None:
    import torch

    from pinxit.engines.diffusers.painting import precision

    pipe = _ready(local, unet).ready.pipe
    assert pipe.vae.decoder.conv_in.weight.is_contiguous(memory_format=torch.channels_last)
    assert not precision.has_flat_convolutions(torch.nn.Conv3d(1, 1, 3))
    assert not precision.has_flat_convolutions(torch.nn.Linear(2, 2))


def test_a_decoder_that_overflows_in_fp16_decodes_in_fp32() -> None:
    import torch
    from diffusers import AutoencoderKL

    from pinxit.engines.diffusers.painting import precision

    vae = AutoencoderKL(block_out_channels=(8,), norm_num_groups=4, latent_channels=4).half()
    seen: list[Any] = []
    vae.decoder.register_forward_pre_hook(lambda _part, given: seen.append(given[0].dtype))
    precision.widen_decoder(vae)
    picture = vae.decode(torch.zeros(1, 4, 8, 8, dtype=torch.float16), return_dict=False)[0]
    assert seen == [torch.float32]
    assert picture.dtype is torch.float32
    assert vae.dtype is torch.float16


@pytest.mark.parametrize("offload", ["parts", "layers"])
def test_a_model_that_waits_in_main_memory_paints_the_same(
    local: Local, edit: Installed, monkeypatch: pytest.MonkeyPatch, offload: Any
) -> None:
    from pinxit.engines.diffusers.painting import fitting

    plain = _paint(local, edit)
    monkeypatch.setattr(fitting, "choose_fit", lambda *_facts: fitting.Fit(1, "off", offload))
    away = replace(local, memory=2**40)  # other settings, so that nothing is taken over
    assert _paint(away, edit) == plain

    def leave(_fraction: float, _stage: str, *value: Any) -> None:
        if value and value[0] is not None:
            raise Cancelled

    with pytest.raises(Cancelled):
        _paint(away, edit, "a house", report=leave)
    assert _paint(away, edit) == plain


def test_what_does_not_compile_runs_as_it_is(
    local: Local, edit: Installed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plain = _paint(local, edit)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _paint(replace(local, compile="on"), edit) == plain
    assert "models are not compiled: this machine has no C++ compiler" in caplog.text


def test_a_compiler_that_fails_stops_no_picture(
    local: Local, edit: Installed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import torch._inductor.compile_fx

    tries: list[int] = []

    def fail(*_graph: Any, **_options: Any) -> Any:
        tries.append(1)
        raise RuntimeError("internal compiler error")

    plain = _paint(local, edit)
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", "as it was")
    monkeypatch.setattr(torch._inductor.compile_fx, "compile_fx", fail)
    assert _paint(replace(local, compile="on", models=tmp_path), edit) == plain
    assert tries
    assert os.environ["TORCHINDUCTOR_CACHE_DIR"] == str(tmp_path / "compiled" / "inductor")


def test_flash_attention_that_does_not_work_here_is_not_taken(
    local: Local, edit: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from diffusers.models.attention_dispatch import _AttentionBackendRegistry

    from pinxit.engines.diffusers.painting import precision

    plain = _paint(local, edit)
    part = _ready(local, edit).ready.pipe.transformer
    before = _AttentionBackendRegistry.get_active_backend()
    asked: list[str] = []

    def has(name: str) -> bool:
        asked.append(name)
        return True

    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda: (9, 0))
    monkeypatch.setattr(precision, "has_package", has)
    assert precision.choose_attention(part, "cuda", torch.bfloat16) == "native"
    assert asked == ["flash_attn_interface", "flash_attn"]
    assert _AttentionBackendRegistry.get_active_backend() == before
    assert _paint(local, edit) == plain
