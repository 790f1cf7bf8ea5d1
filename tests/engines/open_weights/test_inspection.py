"""What the files of a model say before they are loaded, and why some are refused: no torch needed."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from pinxit.engines.diffusers.painting import inspection
from pinxit.engines.diffusers.work import ModelBroken
from pinxit.weights import Facts, Installed

_INDEX = {
    "_class_name": "StableDiffusionPipeline",
    "_diffusers_version": "0.42.1",
    "safety_checker": [None, None],
    "scheduler": ["diffusers", "DDIMScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "unet": ["diffusers", "UNet2DConditionModel"],
}


def _write_tensors(path: Path, *, short: int = 0, dtype: str = "F16", width: int = 2) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    matrix, bias = 8 * 4 * width, 8 * width
    header = {
        "__metadata__": {"format": "pt"},
        "proj.weight": {"dtype": dtype, "shape": [8, 4], "data_offsets": [0, matrix]},
        "proj.bias": {"dtype": dtype, "shape": [8], "data_offsets": [matrix, matrix + bias]},
        "position_ids": {"dtype": "I64", "shape": [2], "data_offsets": [matrix + bias, matrix + bias + 16]},
    }
    words = json.dumps(header).encode()
    body = bytes(matrix + bias + 16)
    path.write_bytes(len(words).to_bytes(8, "little") + words + body[: len(body) - short])


def _model(folder: Path, **facts: str) -> Installed:
    return Installed(Facts("fox", "Fox", "StableDiffusionPipeline", **facts), folder)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model_index.json").write_text(json.dumps(_INDEX))
    _write_tensors(tmp_path / "unet" / "diffusion_pytorch_model.safetensors")
    _write_tensors(tmp_path / "text_encoder" / "model.safetensors", dtype="F32", width=4)
    return tmp_path


def test_a_model_is_weighed_by_its_headers_in_the_type_that_it_will_have(folder: Path) -> None:
    make = inspection.inspect(_model(folder))
    assert (make.pipeline, make.modular) == ("StableDiffusionPipeline", False)
    assert make.weigh(2) == 2 * (40 * 2 + 16)
    unet = next(part for part in make.parts if part.name == "unet")
    assert (unet.numbers, unet.linear, unet.rest) == (40, 32, 16)
    assert unet.weigh_reduced(2, 8) < unet.weigh(2)


def test_a_variant_counts_only_where_its_files_are(folder: Path) -> None:
    _write_tensors(folder / "unet" / "diffusion_pytorch_model.fp16-00001-of-00001.safetensors")
    parts = {part.name: part for part in inspection.inspect(_model(folder, variant="fp16")).parts}
    assert parts["unet"].variant
    assert not parts["text_encoder"].variant
    assert parts["unet"].numbers == parts["text_encoder"].numbers == 40
    assert inspection.inspect(_model(folder)).weigh(2) == inspection.inspect(_model(folder, variant="fp16")).weigh(2)


def test_a_file_that_is_cut_short_is_named_with_its_bytes(folder: Path) -> None:
    _write_tensors(folder / "unet" / "diffusion_pytorch_model.safetensors", short=5)
    with pytest.raises(ModelBroken, match=r"diffusion_pytorch_model\.safetensors is cut short") as caught:
        inspection.inspect(_model(folder, hub="fox/fox"))
    assert "pinxit models pull fox" in caught.value.message
    assert str(folder) not in caught.value.message


@pytest.mark.parametrize(
    "content", [b"", b"abc", (2**63).to_bytes(8, "little"), b"\x02" + bytes(7) + b"[]", b"\x04" + bytes(7) + b'{"a"']
)
def test_what_is_no_safetensors_file_is_refused(folder: Path, content: bytes) -> None:
    (folder / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(content)
    with pytest.raises(ModelBroken, match="diffusion_pytorch_model"):
        inspection.inspect(_model(folder))


def test_pickled_weights_are_refused_before_anything_reads_them(folder: Path) -> None:
    (folder / "text_encoder" / "model.safetensors").unlink()
    (folder / "text_encoder" / "pytorch_model.bin").write_bytes(bytes(100_000))
    with pytest.raises(ModelBroken, match=r"text_encoder.*pytorch_model\.bin.*safetensors"):
        inspection.inspect(_model(folder))


@pytest.mark.parametrize(
    "entry",
    [
        {"unet": ["os", "system"]},
        {"unet": ["my_unet", "Unet"]},
        {"unet": ["../evil", "Unet"]},
        {"unet": ["diffusers.pipelines", "Unet"]},
        {"unet": [["diffusers"], "Unet"]},
        {"../unet": ["diffusers", "UNet2DConditionModel"]},
        {"_class_name": ["my_pipeline", "MyPipeline"]},
        {"_class_name": None},
        {"unet": ["diffusers", "UNet2DConditionModel", {"type_hint": ["subprocess", "Popen"]}]},
    ],
    ids=["system", "own-file", "path", "dotted", "list", "name", "own-pipeline", "no-pipeline", "hint"],
)
def test_an_index_that_would_import_other_code_is_refused(folder: Path, entry: dict[str, object]) -> None:
    (folder / "model_index.json").write_text(json.dumps({**_INDEX, **entry}))
    with pytest.raises(ModelBroken):
        inspection.inspect(_model(folder))


@pytest.mark.skipif(
    find_spec("diffusers") is None, reason="diffusers is not installed: pip install 'pinxit[diffusers]'"
)
def test_parts_that_diffusers_itself_keeps_beside_a_pipeline_are_known(folder: Path) -> None:
    known = {**_INDEX, "safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"]}
    (folder / "model_index.json").write_text(json.dumps(known))
    assert inspection.inspect(_model(folder)).has("safety_checker")


@pytest.mark.parametrize("content", ["", "[]", "{", "\ufeff{}"])
def test_an_index_that_is_no_object_is_refused(folder: Path, content: str) -> None:
    (folder / "model_index.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelBroken, match="model_index"):
        inspection.inspect(_model(folder))


def test_a_folder_without_an_index_and_one_that_is_gone_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelBroken, match=r"no model_index\.json"):
        inspection.inspect(_model(tmp_path))
    with pytest.raises(ModelBroken, match="gone"):
        inspection.inspect(_model(tmp_path / "gone"))


def test_a_single_file_needs_the_configurations_of_its_parts(folder: Path) -> None:
    file = folder / "fox.safetensors"
    _write_tensors(file)
    with pytest.raises(ModelBroken, match="configurations"):
        inspection.inspect(_model(file))
    whole = Installed(Facts("fox", "Fox", "FluxPipeline"), file, config=folder)
    assert inspection.inspect(whole).pipeline == "FluxPipeline"
    with pytest.raises(ModelBroken, match=r"no \.safetensors"):
        inspection.inspect(Installed(Facts("fox", "Fox", ""), folder / "model_index.json"))
