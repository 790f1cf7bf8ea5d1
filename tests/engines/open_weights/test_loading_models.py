"""Models are read from their files, held in memory as long as there is room, and refused with a reason."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pinxit.core.errors import EngineFailed
from pinxit.engines.diffusers.painting import atelier
from pinxit.engines.diffusers.work import Item, Load, Loaded, Manner, ModelBroken, OutOfMemory, Paint, Painted
from pinxit.engines.worker import Cancelled
from pinxit.local import Local
from pinxit.testing import pipelines
from pinxit.weights import Installed

pytest.importorskip("diffusers", reason="diffusers is not installed: pip install 'pinxit[diffusers]'")
pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    for kind in ("unet", "edit", "flow", "qwen"):
        pipelines.build(kind, folder / kind)
    return folder


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Local]:
    atelier._rooms.clear()
    yield Local(models=tmp_path, devices=("cpu",), threads=1, openvino="off")
    atelier._rooms.clear()


def _quiet(*_report: object) -> None:
    """Nobody watches."""


def _load(local: Local, model: Installed) -> tuple[str, ...]:
    answer = atelier.work(Load(local, model), _quiet)
    assert isinstance(answer, Loaded)
    return answer.resident


def _paint(local: Local, model: Installed, *, count: int = 1, report: Any = _quiet, **manner: Any) -> list[bytes]:
    wish = Manner(64, 64, manner.pop("steps", 2), manner.pop("guidance", model.facts.guidance), **manner)
    items = tuple(Item("a fox in the snow", seed) for seed in range(count))
    answer = atelier.work(Paint(local, model, wish, items), report)
    assert isinstance(answer, Painted)
    return [still.data for still in answer.stills]


def _copy(shelf: Path, kind: str, folder: Path) -> Installed:
    shutil.copytree(shelf / kind, folder / kind)
    return pipelines.installed(kind, folder / kind)


def _edit_index(model: Installed, **entries: object) -> None:
    path = model.path / "model_index.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **entries}))


def _gap(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_how_far_loading_is_rises_from_nothing_to_all(shelf: Path, local: Local) -> None:
    seen: list[float] = []
    atelier.work(Load(local, pipelines.installed("unet", shelf / "unet")), lambda part, *_rest: seen.append(part))
    assert seen[0] == 0.0
    assert seen[-1] == 1.0
    assert seen == sorted(seen)
    assert len(set(seen)) > 3


def test_who_leaves_while_a_model_loads_leaves_nothing_behind(shelf: Path, local: Local) -> None:
    def leave(fraction: float, *_rest: object) -> None:
        if fraction > 0.1:
            raise Cancelled

    model = pipelines.installed("unet", shelf / "unet")
    with pytest.raises(Cancelled):
        atelier.work(Load(local, model), leave)
    assert atelier._rooms[0].names() == ()
    assert _load(local, model) == ("unet",)


def test_a_checker_of_the_model_itself_is_left_out(shelf: Path, local: Local, tmp_path: Path) -> None:
    model = _copy(shelf, "unet", tmp_path)
    _edit_index(
        model,
        safety_checker=["stable_diffusion", "StableDiffusionSafetyChecker"],
        feature_extractor=[None, None],
        requires_safety_checker=True,
    )
    assert _load(local, model) == ("unet",)  # its files are not even there


def test_a_variant_that_some_parts_lack_is_taken_where_it_is(shelf: Path, local: Local, tmp_path: Path) -> None:
    model = _copy(shelf, "unet", tmp_path)
    (file,) = (model.path / "unet").glob("*.safetensors")
    file.rename(file.with_name("diffusion_pytorch_model.fp16.safetensors"))
    half = Installed(replace(model.facts, variant="fp16"), model.path)
    assert _paint(local, half) == _paint(local, pipelines.installed("unet", shelf / "unet"))


def test_a_variant_that_is_nowhere_is_done_without(shelf: Path, local: Local) -> None:
    model = pipelines.installed("unet", shelf / "unet")
    assert _load(local, Installed(replace(model.facts, variant="fp16"), model.path)) == ("unet",)


def test_a_part_that_is_missing_is_told_without_this_machines_paths(shelf: Path, local: Local, tmp_path: Path) -> None:
    model = _copy(shelf, "unet", tmp_path)
    shutil.rmtree(model.path / "vae")
    with pytest.raises(ModelBroken, match="The model unet cannot be loaded") as caught:
        _load(local, model)
    assert str(tmp_path) not in caught.value.message


def test_pickled_weights_are_not_unpickled_however_small(shelf: Path, local: Local, tmp_path: Path) -> None:
    model = _copy(shelf, "unet", tmp_path)
    for part in ("text_encoder", "unet"):
        for file in (model.path / part).glob("*.safetensors"):
            file.unlink()
    (model.path / "text_encoder" / "pytorch_model.bin").write_bytes(b"cos\nsystem\n(S'touch broken-in'\ntR.")
    (model.path / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"cos\nsystem\n(S'touch broken-in'\ntR.")
    with pytest.raises(ModelBroken):
        _load(local, model)
    assert not Path("broken-in").exists()


def test_a_pipeline_that_this_diffusers_does_not_know_asks_for_a_newer_one(
    shelf: Path, local: Local, tmp_path: Path
) -> None:
    model = _copy(shelf, "unet", tmp_path)
    _edit_index(model, _class_name="FluxTwelvePipeline")
    with pytest.raises(ModelBroken, match=r"FluxTwelvePipeline.*pip install -U diffusers"):
        _load(local, model)


@pytest.mark.parametrize("name", ["logging", "DDIMScheduler", "ConfigMixin", "__path__"])
def test_a_pipeline_that_is_none_is_refused(shelf: Path, local: Local, tmp_path: Path, name: str) -> None:
    model = _copy(shelf, "unet", tmp_path)
    _edit_index(model, _class_name=name)
    with pytest.raises(ModelBroken):
        _load(local, model)


@pytest.mark.parametrize("kind", ["flow", "qwen"])  # a pipeline that diffusers reads from one file, and one that not
def test_a_single_file_paints_what_its_folder_paints(shelf: Path, local: Local, tmp_path: Path, kind: str) -> None:
    folder = pipelines.installed(kind, shelf / kind)
    (file,) = (folder.path / "transformer").glob("*.safetensors")
    shutil.copy(file, tmp_path / "fox.safetensors")
    single = Installed(replace(folder.facts, name="single"), tmp_path / "fox.safetensors", config=folder.path)
    assert _paint(local, single) == _paint(local, folder)
    sizes = [held.fit.size for held in atelier._rooms[0]._held.values()]
    assert sizes[0] == sizes[1]


def test_a_single_file_without_all_parts_says_which_is_missing(shelf: Path, local: Local, tmp_path: Path) -> None:
    config = _copy(shelf, "flow", tmp_path)
    (file,) = (config.path / "transformer").glob("*.safetensors")
    file.rename(tmp_path / "fox.safetensors")
    shutil.rmtree(config.path / "text_encoder")
    single = Installed(config.facts, tmp_path / "fox.safetensors", config=config.path)
    with pytest.raises(ModelBroken, match="Qwen3"):
        _load(local, single)


def test_a_pipeline_of_blocks_is_read_from_its_folder_whatever_its_index_names(local: Local, tmp_path: Path) -> None:
    from diffusers import ModularPipeline

    pipelines.build("flux", tmp_path / "flux")
    blocks = ModularPipeline.from_pretrained(str(tmp_path / "flux"))
    for spec in blocks._component_specs.values():
        if spec.pretrained_model_name_or_path:
            spec.pretrained_model_name_or_path = "someone/on-the-hub"
    blocks.register_components(**blocks.components)
    blocks.save_config(tmp_path / "flux")
    (tmp_path / "flux" / "model_index.json").unlink()
    model = pipelines.installed("flux", tmp_path / "flux")
    assert _load(local, model) == ("flux",)
    ready = atelier._rooms[0].fetch(model, _quiet)
    assert type(ready.pipe).__name__ == "FluxModularPipeline"
    assert ready.pipe.transformer is not None
    shutil.rmtree(tmp_path / "flux" / "vae")
    atelier._rooms.clear()
    with pytest.raises(ModelBroken, match="vae"):
        _load(local, model)


def test_code_that_comes_with_a_model_is_not_run(shelf: Path, local: Local, tmp_path: Path) -> None:
    model = _copy(shelf, "unet", tmp_path)
    code = f"open({str(tmp_path / 'broken-in')!r}, 'w')"
    for place in (model.path / "block.py", model.path / "pipeline.py", model.path / "unet" / "unet.py"):
        place.write_text(code)
    auto_map = {"auto_map": {"ModularPipelineBlocks": "block.Block", "AutoModel": "unet.Unet"}}
    for place in (model.path / "modular_config.json", model.path / "unet" / "config.json"):
        known = json.loads(place.read_text()) if place.exists() else {}
        place.write_text(json.dumps({**known, **auto_map}))
    assert _load(local, model) == ("unet",)  # the class that its index names is one of diffusers
    atelier._rooms.clear()
    index = json.loads((model.path / "model_index.json").read_text())
    spec = {"pretrained_model_name_or_path": str(model.path), "subfolder": "unet", "type_hint": [None, None]}
    blocks = {"_class_name": "StableDiffusionXLModularPipeline", "unet": [None, None, spec]}
    (model.path / "modular_model_index.json").write_text(json.dumps(blocks))
    (model.path / "model_index.json").unlink()
    with pytest.raises(ModelBroken):
        _load(local, model)
    (model.path / "modular_model_index.json").unlink()
    (model.path / "model_index.json").write_text(json.dumps({**index, "_class_name": ["pipeline", "Mine"]}))
    with pytest.raises(ModelBroken, match="no code that comes with weights"):
        _load(local, model)
    assert not (tmp_path / "broken-in").exists()


def test_a_language_model_that_writes_prompts_anew_is_done_without_where_its_files_are_not(tmp_path: Path) -> None:
    from diffusers import Flux3AutoBlocks

    from pinxit.engines.diffusers.painting import loading

    pipe = Flux3AutoBlocks().init_pipeline()
    loading._drop_writer(pipe, str(tmp_path))
    assert "prompt_upsampler" not in pipe._blocks.sub_blocks
    assert not [name for name in pipe.component_names if name.startswith("prompt_upsampler") and getattr(pipe, name)]
    assert {"text_encoder", "transformer", "vae"} <= set(pipe._component_specs)
    assert not {"prompt_upsampler", "prompt_upsampler_processor"} & set(pipe._component_specs)


def test_a_tiny_autoencoder_for_previews_is_loaded_beside(shelf: Path, local: Local, tmp_path: Path) -> None:
    from diffusers import AutoencoderTiny

    tiny = AutoencoderTiny(
        encoder_block_out_channels=(8, 8), decoder_block_out_channels=(8, 8), num_encoder_blocks=(1, 1),
        num_decoder_blocks=(1, 1),
    )  # fmt: skip
    tiny.save_pretrained(tmp_path / "tiny")
    model = pipelines.installed("unet", shelf / "unet")
    _load(local, replace(model, preview=tmp_path / "tiny"))
    ready = atelier._rooms[0].fetch(replace(model, preview=tmp_path / "tiny"), _quiet)
    assert type(ready.preview).__name__ == "AutoencoderTiny"
    atelier._rooms.clear()
    _load(local, replace(model, preview=tmp_path / "gone"))  # pictures matter more than their previews


@pytest.mark.parametrize(("precision", "name"), [("auto", "float32"), ("bf16", "bfloat16"), ("fp32", "float32")])
def test_weights_have_the_type_that_was_set_and_on_a_cpu_the_exact_one(
    shelf: Path, local: Local, precision: Any, name: str
) -> None:
    model = pipelines.installed("unet", shelf / "unet")
    _load(replace(local, precision=precision), model)
    ready = atelier._rooms[0].fetch(model, _quiet)
    assert str(ready.pipe.unet.dtype) == str(ready.dtype) == f"torch.{name}"


def test_a_model_in_bf16_paints_nearly_the_same(shelf: Path, local: Local) -> None:
    model = pipelines.installed("unet", shelf / "unet")
    (exact,) = _paint(local, model)
    (short,) = _paint(replace(local, precision="bf16"), model)
    assert 0 < _gap(exact, short) < 40


def test_models_stay_as_long_as_there_is_room_and_the_one_used_longest_ago_goes(shelf: Path, local: Local) -> None:
    unet, edit, flow = (pipelines.installed(kind, shelf / kind) for kind in ("unet", "edit", "flow"))
    _load(local, unet)
    _load(local, edit)
    assert _load(local, flow) == ("unet", "edit", "flow")
    sizes = {name: held.fit.size for name, held in atelier._rooms[0]._held.items()}
    tight = replace(local, memory=sizes["unet"] + sizes["flow"])
    _load(tight, unet)
    _load(tight, edit)
    assert _load(tight, unet) == ("edit", "unet")
    assert _load(tight, flow) == ("unet", "flow")


def test_a_model_that_is_registered_anew_is_loaded_anew(shelf: Path, local: Local) -> None:
    model = pipelines.installed("unet", shelf / "unet")
    _load(local, model)
    first = atelier._rooms[0].fetch(model, _quiet)
    again = Installed(replace(pipelines.facts("flow"), name="unet"), shelf / "flow")
    _load(local, again)
    assert atelier._rooms[0].fetch(again, _quiet) is not first
    assert atelier._rooms[0].names() == ("unet",)


def test_a_model_over_the_budget_is_refused_with_the_figures(shelf: Path, local: Local) -> None:
    with pytest.raises(ModelBroken, match=r"GB.*local\.memory"):
        _load(replace(local, memory=10_000), pipelines.installed("unet", shelf / "unet"))


def _fail_painting(monkeypatch: pytest.MonkeyPatch, fail: Any) -> None:
    from pinxit.engines.diffusers.painting import calls

    monkeypatch.setattr(calls, "paint", fail)


def _ask_for_too_much(*_wish: object) -> list[Any]:
    import torch

    return [torch.empty(2**60, dtype=torch.uint8)]  # the system's own words for it


def _say(error: type[Exception], words: str) -> Any:
    def fail(*_wish: object) -> list[Any]:
        raise error(words)

    return fail


def test_when_memory_runs_out_the_others_make_room_at_once(
    shelf: Path, local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    unet, edit = (pipelines.installed(kind, shelf / kind) for kind in ("unet", "edit"))
    _load(local, edit)
    _load(local, unet)
    with monkeypatch.context() as patch:
        _fail_painting(patch, _ask_for_too_much)
        with pytest.raises(OutOfMemory, match="8 of these") as caught:
            _paint(local, unet, count=8)
    assert caught.value.__context__ is None  # which would hold the frames that hold the tensors
    assert atelier._rooms[0].names() == ("unet",)
    assert _paint(local, unet)
    assert _load(local, edit) == ("edit",)  # the two together had left too little for pictures


@pytest.mark.parametrize(
    ("error", "meant"),
    [
        (MemoryError(), True),
        (RuntimeError("MPS backend out of memory (MPS allocated: 17.9 GB, other allocations: 1 GB)"), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory: you"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (RuntimeError("CUDA error: an illegal memory access was encountered"), False),
        (OSError(12, "Cannot allocate memory"), True),
        (ValueError("out of memory"), False),
    ],
)
def test_what_means_that_memory_did_not_suffice(error: Exception, meant: bool) -> None:
    from pinxit.engines.diffusers.painting import memory

    assert memory.means_out_of_memory(error) is meant


@pytest.mark.parametrize(
    ("error", "lost"),
    [
        (RuntimeError("CUDA error: an illegal memory access was encountered"), True),
        (RuntimeError("HIP error: invalid device function"), True),
        (RuntimeError("CUDA error: out of memory"), False),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (ValueError("CUDA error: of somebody else"), False),
    ],
    ids=["kernel", "amd", "memory", "shapes", "value"],
)
def test_after_a_fault_in_a_kernel_the_device_is_lost_to_the_worker(error: Exception, lost: bool) -> None:
    from pinxit.engines.diffusers.painting import memory

    assert memory.means_lost(error) is lost


def test_torchs_own_error_of_a_gpu_means_the_same(shelf: Path, local: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    _fail_painting(monkeypatch, _say(torch.OutOfMemoryError, "CUDA out of memory. Tried to allocate 2.00 GiB."))
    with pytest.raises(OutOfMemory):
        _paint(local, pipelines.installed("unet", shelf / "unet"))


def test_a_model_that_finds_no_room_is_tried_again_alone_and_then_given_up(
    shelf: Path, local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pinxit.engines.diffusers.painting import loading

    unet, edit = (pipelines.installed(kind, shelf / kind) for kind in ("unet", "edit"))
    _load(local, edit)
    read, tries = loading._read, [0]

    def read_later(*parts: Any) -> Any:
        tries[0] += 1
        return _ask_for_too_much() if tries[0] < 2 else read(*parts)

    monkeypatch.setattr(loading, "_read", read_later)
    assert _load(local, unet) == ("unet",)
    monkeypatch.setattr(loading, "_read", _ask_for_too_much)
    with pytest.raises(OutOfMemory):
        _load(local, edit)
    assert atelier._rooms[0].names() == ()


@pytest.mark.parametrize("kind", ["unet", "edit", "flow"])
def test_a_picture_that_nobody_waits_for_any_more_leaves_the_model_as_it_was(
    shelf: Path, local: Local, kind: str
) -> None:
    model = pipelines.installed(kind, shelf / kind)
    before = _paint(local, model, steps=4)

    def leave(fraction: float, stage: str, *value: Any) -> None:
        if fraction >= 0.5:  # two of the four steps are done
            raise Cancelled

    with pytest.raises(Cancelled):
        _paint(local, model, steps=4, report=leave)
    assert _paint(local, model, steps=4) == before


def test_an_error_of_painting_passes_through_and_the_model_stays(
    shelf: Path, local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = pipelines.installed("unet", shelf / "unet")
    with monkeypatch.context() as patch:
        _fail_painting(patch, _say(EngineFailed, "no picture"))
        with pytest.raises(EngineFailed, match="no picture"):
            _paint(local, model)
    assert atelier._rooms[0].names() == ("unet",)
    assert _paint(local, model)


class _Parts:
    """A pipeline that only notes where it is sent."""

    components: dict[str, Any] = {}  # noqa: RUF012  # it has none

    def __init__(self) -> None:
        self.places: list[str] = []

    def to(self, place: str) -> None:
        self.places.append(place)


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The residents of a GPU of 100 bytes beside a main memory of 60, where models weigh what their names say."""
    from pinxit.engines.diffusers.painting import inspection, loading, memory
    from pinxit.engines.diffusers.painting.inspection import Make, Part
    from pinxit.engines.diffusers.painting.ready import Ready
    from pinxit.engines.diffusers.painting.residents import Residents

    def place(ready: Ready, _fit: object) -> None:
        ready.pipe.to(ready.device)

    def inspect(model: Installed) -> Make:
        return Make("", (Part("transformer", "diffusers", "", rest=int(model.name)),))

    monkeypatch.setattr(inspection, "inspect", inspect)
    monkeypatch.setattr(
        loading, "load", lambda model, _make, _fit, local, device, _report: Ready(model, local, _Parts(), device, None)
    )
    monkeypatch.setattr(loading, "place", place)
    monkeypatch.setattr(memory, "give_back", lambda _device: None)
    return Residents(Local(models=tmp_path, memory=100, host_memory=60, precision="bf16"), "cuda")


def _fetch(gpu: Any, *sizes: int) -> list[_Parts]:
    return [
        gpu.fetch(Installed(replace(pipelines.facts("unet"), name=str(size)), Path()), _quiet).pipe for size in sizes
    ]


def test_on_a_gpu_models_wait_in_main_memory_and_come_back_from_there(gpu: Any) -> None:
    first, _second = _fetch(gpu, 50, 60)
    assert gpu.names() == ("60",)
    assert first.places == ["cuda", "cpu"]
    assert _fetch(gpu, 50) == [first]
    assert first.places == ["cuda", "cpu", "cuda"]
    assert gpu.names() == ("50",)


def test_main_memory_holds_as_many_as_its_own_budget_and_the_oldest_is_dropped(gpu: Any) -> None:
    small, _large, _other = _fetch(gpu, 30, 55, 56)
    assert (gpu.names(), small.places) == (("56",), ["cuda", "cpu"])
    assert set(gpu._held) == {"55", "56"}
    _fetch(gpu, 90, 95)
    assert set(gpu._held) == {"56", "95"}  # 90 is more than main memory may hold
    assert _fetch(gpu, 30) != [small]


def test_alone_and_without_room_for_one_picture_a_model_is_held_in_parts_the_next_time(gpu: Any) -> None:
    (whole,) = _fetch(gpu, 50)
    model = Installed(replace(pipelines.facts("unet"), name="50"), Path())
    gpu.note_shortage(model, 4)
    assert _fetch(gpu, 50) == [whole]
    gpu.note_shortage(model, 1)
    assert gpu.names() == ()
    assert _fetch(gpu, 50) != [whole]
    assert gpu._held["50"].fit.offload == "parts"
    parts = gpu._held["50"]
    gpu.note_shortage(model, 1)  # there is no smaller way
    assert gpu._held["50"] is parts


_OFFLINE = """
import os, socket, sys
from pathlib import Path

def refuse(*_call, **_options):
    os._exit(3)

socket.socket.connect = socket.getaddrinfo = refuse
from pinxit.engines.diffusers.painting import atelier
from pinxit.engines.diffusers.work import Load
from pinxit.local import Local
from pinxit.testing import pipelines

assert "torch" not in sys.modules
atelier.warm()
import diffusers, huggingface_hub, transformers, torch
assert huggingface_hub.constants.HF_HUB_OFFLINE and huggingface_hub.constants.HF_HUB_DISABLE_TELEMETRY
model = pipelines.installed("unet", Path(sys.argv[1]))
assert atelier.work(Load(Local(models=Path(sys.argv[2]), threads=1), model), lambda *_report: None).resident
assert torch.get_num_threads() == 1
assert not torch.is_grad_enabled()
"""


def test_a_worker_speaks_to_nobody_and_says_nothing_unasked(shelf: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    told = {
        name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS", "DISABLE"))
    }
    told["OMP_NUM_THREADS"] = "1"
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE, str(shelf / "unet"), str(tmp_path)],
        env=told, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "%|" not in done.stderr  # a progress bar
