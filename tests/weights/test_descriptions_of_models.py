"""What a folder or a file is, told by its own files; and what is refused."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from model_folders import make_folder, write_json, write_tensors
from pinxit.core.errors import InvalidRequest
from pinxit.local import Local
from pinxit.weights import Facts, Installed, Shelf
from pinxit.weights.adding import Parts, add_path
from pinxit.weights.classes import load_classes, make_facts
from pinxit.weights.describe import describe, describe_file
from pinxit.weights.folders import Unfit
from pinxit.weights.known import find_known, list_known
from pinxit.weights.tensors import read_tensors, read_variant, tell_make

_SDXL = "conditioner.embedders.1.model.transformer.resblocks.9.mlp.c_proj.bias"


def _describe(path: Path, **known: Any) -> Facts:
    return describe(path, "mine", known)[0] if path.is_dir() else describe_file(path, "mine", known)[0]


def _edit_index(folder: Path, **entries: Any) -> None:
    path = folder / "model_index.json"
    write_json(path, {**json.loads(path.read_text()), **entries})


def test_a_folder_says_what_it_is_and_how_large(tmp_path: Path) -> None:
    facts = _describe(make_folder(tmp_path))
    assert (facts.name, facts.pipeline, facts.title) == ("mine", "StableDiffusionXLPipeline", "Stable Diffusion XL")
    assert (facts.side, facts.smallest, facts.largest, facts.multiple) == (1024, 256, 1536, 8)
    assert facts.memory == 2 * (50 * 4 + 64 * 4 * 9 + 32 * 8)
    assert facts.disk == sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
    assert (facts.sources, facts.masks, facts.negative) == (1, True, True)


def test_its_native_size_comes_from_its_configurations_and_moves_the_limits(tmp_path: Path) -> None:
    facts = _describe(make_folder(tmp_path, latent=64))
    assert (facts.side, facts.smallest, facts.largest) == (512, 256, 768)


def test_its_page_and_its_card_say_the_rest_and_the_operator_has_the_last_word(tmp_path: Path) -> None:
    make_folder(tmp_path)
    (tmp_path / "README.md").write_text("---\ntags:\n- x\nlicense: apache-2.0\n---\nlicense: none of this\n")
    write_json(tmp_path / "pinxit.json", {"title": "Mine", "steps": 6, "guidance": 0, "masks": False, "name": "x"})
    facts = _describe(tmp_path, steps=7)
    assert (facts.licence, facts.commercial) == ("Apache-2.0", True)
    assert (facts.title, facts.steps, facts.guidance, facts.masks, facts.name) == ("Mine", 7, 0.0, True, "mine")


def test_an_unknown_licence_is_not_taken_for_a_free_one(tmp_path: Path) -> None:
    make_folder(tmp_path)
    (tmp_path / "README.md").write_text("---\nlicense: other\nlicense_name: mine-only\n---\n")
    facts = _describe(tmp_path)
    assert (facts.licence, facts.commercial) == ("mine-only", False)


@pytest.mark.parametrize(
    "card",
    [
        '{"steps": "many"}',
        "[]",
        "{",
        '{"side": -5}',
        '{"multiple": 0}',
        '{"guidance": NaN}',
        '{"steps": 1e3}',
        '{"title": "a\\u001b[31m"}',
        '{"title": ' + '"x"' * 2 + "}",
    ],
)
def test_a_card_that_is_wrong_is_named(tmp_path: Path, card: str) -> None:
    make_folder(tmp_path)
    (tmp_path / "pinxit.json").write_text(card)
    with pytest.raises(Unfit, match=r"pinxit\.json"):
        _describe(tmp_path)


def test_distilled_models_say_so_themselves(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "klein", "Flux2KleinPipeline")
    _edit_index(folder, is_distilled=True)
    assert _describe(folder).steps == 4
    folder = make_folder(tmp_path / "schnell", "FluxPipeline")
    write_json(folder / "transformer" / "config.json", {"guidance_embeds": False})
    assert (_describe(folder).steps, _describe(folder).guidance) == (4, 0.0)


def test_a_class_that_nobody_described_is_loaded_with_what_is_usual(tmp_path: Path) -> None:
    facts = _describe(make_folder(tmp_path, "SomethingNewPipeline"))
    assert (facts.pipeline, facts.sources, facts.masks) == ("SomethingNewPipeline", 0, False)


def test_a_folder_with_a_variant_only_is_named_by_it(tmp_path: Path) -> None:
    make_folder(tmp_path)
    for path in tmp_path.rglob("*.safetensors"):
        path.rename(path.with_name(path.name.replace(".safetensors", ".fp16.safetensors")))
    assert _describe(tmp_path).variant == "fp16"
    assert _describe(tmp_path).memory > 0


def test_weights_in_python_s_own_format_are_refused_with_what_to_do(tmp_path: Path) -> None:
    make_folder(tmp_path)
    (tmp_path / "unet" / "diffusion_pytorch_model.safetensors").rename(
        tmp_path / "unet" / "diffusion_pytorch_model.bin"
    )
    (tmp_path / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"x" * 100_000)
    with pytest.raises(Unfit, match=r"safetensors only.*save_pretrained"):
        _describe(tmp_path)


def test_weights_in_both_formats_are_read_from_the_safe_one(tmp_path: Path) -> None:
    make_folder(tmp_path)
    (tmp_path / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"x" * 100_000)
    (tmp_path / "pipeline.py").write_text("import os")
    write_json(tmp_path / "text_encoder" / "config.json", {"auto_map": {"AutoModel": "modeling.Mine"}})
    facts, notes = describe(tmp_path, "mine", {})
    assert facts.memory
    assert "not run: pipeline.py, what text_encoder/config.json maps to" in notes[0]
    assert "safetensors" in notes[1]


@pytest.mark.parametrize(
    "entries",
    [
        {"_class_name": ["pipeline", "MyPipeline"]},
        {"_class_name": "os.system"},
        {"unet": ["subprocess", "Popen"]},
        {"unet": ["my_unet", "Unet"]},
        {"unet": ["diffusers.utils.dynamic_modules_utils", "x"]},
        {"../unet": ["diffusers", "UNet2DConditionModel"]},
    ],
    ids=str,
)
def test_code_that_comes_with_weights_is_refused(tmp_path: Path, entries: dict[str, Any]) -> None:
    make_folder(tmp_path)
    _edit_index(tmp_path, **entries)
    with pytest.raises(Unfit, match=r"no code|is none"):
        _describe(tmp_path)


def test_a_link_out_of_the_folder_is_refused_and_one_within_it_is_not(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "model")
    secret = tmp_path / "secret.json"
    secret.write_text("{}")
    weights = folder / "vae" / "diffusion_pytorch_model.safetensors"
    weights.rename(folder / "vae-weights")
    weights.symlink_to(folder / "vae-weights")
    assert _describe(folder).memory
    (folder / "tokenizer" / "linked.json").symlink_to(secret)
    with pytest.raises(Unfit, match="leads out"):
        _describe(folder)


def test_a_snapshot_of_hugging_face_s_cache_is_taken_with_its_links(tmp_path: Path) -> None:
    cache = tmp_path / "models--acme--tiny"
    folder = make_folder(cache / "snapshots" / ("0" * 40))
    (cache / "blobs").mkdir()
    for number, path in enumerate([path for path in folder.rglob("*") if path.is_file()]):
        path.rename(cache / "blobs" / str(number))
        path.symlink_to(cache / "blobs" / str(number))
    assert _describe(folder).memory


@pytest.mark.parametrize("name", ["model.ckpt", "model.bin", "model.gguf"])
def test_a_file_in_another_format_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x" * 1000)
    with pytest.raises(Unfit, match=r"no \.safetensors file"):
        _describe(tmp_path / name)


def test_a_folder_without_an_index_says_which_file_could_be_meant(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="save_pretrained"):
        _describe(tmp_path)
    write_tensors(tmp_path / "juggernaut.safetensors", {"a": (1,)})
    with pytest.raises(Unfit, match=r"--path .*juggernaut\.safetensors"):
        _describe(tmp_path)


def _write_checkpoint(path: Path, mark: str, **more: tuple[int, ...]) -> Path:
    shapes = {mark: (4,), "first_stage_model.decoder.conv_in.bias": (4,), "conditioner.x": (2,), **more}
    return write_tensors(path, shapes, "F16")


def test_a_single_file_is_told_by_its_tensors_and_takes_the_configurations_of_a_model_on_the_shelf(
    tmp_path: Path,
) -> None:
    shelf = Shelf(Local(models=tmp_path / "models"))
    file = _write_checkpoint(tmp_path / "own.safetensors", _SDXL)
    with pytest.raises(Unfit, match="--parts"):
        add_path(shelf, "own", file)
    parts = make_folder(tmp_path / "sdxl")
    installed, _ = add_path(shelf, "own", file, {"steps": 9}, Parts(fetch=lambda repository: parts))
    assert installed.facts.pipeline == "StableDiffusionXLPipeline"
    assert (installed.facts.steps, installed.facts.memory, installed.config) == (9, 20, parts)
    wrong = make_folder(tmp_path / "flux", "FluxPipeline")
    with pytest.raises(Unfit, match="FluxPipeline"):
        add_path(shelf, "other", file, None, Parts(wrong))


def test_a_file_with_the_painting_part_only_needs_a_folder_with_the_rest(tmp_path: Path) -> None:
    shelf = Shelf(Local(models=tmp_path / "models"))
    half = write_tensors(tmp_path / "half.safetensors", {"double_blocks.0.img_attn.norm.key_norm.scale": (4,)})
    with pytest.raises(Unfit, match=r"pinxit models pull black-forest-labs/FLUX\.1-schnell"):
        add_path(shelf, "half", half, None, Parts(fetch=lambda repository: tmp_path))
    rest = make_folder(tmp_path / "schnell", "FluxPipeline")
    shelf.add(
        Installed(make_facts("s", "FluxPipeline", {"hub": "black-forest-labs/FLUX.1-schnell"}), rest), pulled=False
    )
    installed, _ = add_path(shelf, "half", half)
    assert installed.config == rest
    assert installed.facts.memory == describe(rest, "x", {})[0].memory
    for weights in rest.rglob("*.safetensors"):
        weights.unlink()
    with pytest.raises(Unfit, match="--parts must have the rest"):
        add_path(shelf, "again", half, None, Parts(rest))


@pytest.mark.parametrize(
    ("shapes", "pipeline", "config"),
    [
        ({_SDXL: (4,)}, "StableDiffusionXLPipeline", "stabilityai/stable-diffusion-xl-base-1.0"),
        (
            {_SDXL: (4,), "model.diffusion_model.input_blocks.0.0.weight": (320, 9, 3, 3)},
            "StableDiffusionXLInpaintPipeline",
            "diffusers/stable-diffusion-xl-1.0-inpainting-0.1",
        ),
        (
            {"model.diffusion_model.output_blocks.11.0.skip_connection.weight": (4,)},
            "StableDiffusionPipeline",
            "stable-diffusion-v1-5/stable-diffusion-v1-5",
        ),
        (
            {
                "model.diffusion_model.output_blocks.11.0.skip_connection.weight": (4,),
                "model.diffusion_model.input_blocks.2.1.transformer_blocks.0.attn2.to_k.weight": (320, 1024),
            },
            "StableDiffusionPipeline",
            "stabilityai/stable-diffusion-2-1",
        ),
        ({"double_blocks.0.img_attn.norm.key_norm.scale": (4,)}, "FluxPipeline", "black-forest-labs/FLUX.1-schnell"),
        (
            {
                "model.diffusion_model.double_blocks.0.img_attn.norm.key_norm.scale": (4,),
                "model.diffusion_model.guidance_in.in_layer.bias": (4,),
            },
            "FluxPipeline",
            "black-forest-labs/FLUX.1-dev",
        ),
        (
            {"model.diffusion_model.layers.0.adaLN_modulation.0.weight": (4,)},
            "ZImagePipeline",
            "Tongyi-MAI/Z-Image-Turbo",
        ),
    ],
    ids=["sdxl", "sdxl-inpaint", "sd15", "sd2", "flux-schnell", "flux-dev", "z-image"],
)
def test_architectures_are_told_apart(shapes: dict[str, tuple[int, ...]], pipeline: str, config: str) -> None:
    make = tell_make(shapes)
    assert (make.pipeline, make.config, make.whole) == (pipeline, config, False)


def test_what_is_no_model_is_refused_with_what_it_is(tmp_path: Path) -> None:
    lora = write_tensors(tmp_path / "lora.safetensors", {"unet.down.lora_A.weight": (4, 4)})
    with pytest.raises(Unfit, match="It is a LoRA"):
        _describe(lora)
    other = write_tensors(tmp_path / "other.safetensors", {"a": (4, 4)})
    with pytest.raises(Unfit, match="add it as a folder"):
        _describe(other)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x" * 20,
        struct.pack("<Q", 2**63) + b"{}",
        struct.pack("<Q", 90_000_000) + b"{}",
        struct.pack("<Q", 9) + b"[1, 2, 3]",
        struct.pack("<Q", 15) + b'{"a": {"b": 1}}',
        struct.pack("<Q", 56) + b'{"a":{"dtype":"F32","shape":[9],"data_offsets":[0,36]}}  ',
        struct.pack("<Q", 64) + b'{"a":{"dtype":"F32","shape":[9],"data_offsets":["0","36"]}}     ',
    ],
    ids=["empty", "noise", "endless", "longer than the file", "no object", "no tensors", "cut short", "no numbers"],
)
def test_a_header_that_lies_is_refused_and_nothing_large_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "model.safetensors").write_bytes(data)
    with pytest.raises(ValueError, match=r"model\.safetensors"):
        read_tensors(tmp_path / "model.safetensors")


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("model.safetensors", ""),
        ("model-00001-of-00002.safetensors", ""),
        ("model.fp16.safetensors", "fp16"),
        ("model.fp16-00001-of-00002.safetensors", "fp16"),
        ("diffusion_pytorch_model-00001-of-00002.bf16.safetensors", "bf16"),
        ("diffusion_pytorch_model.non_ema.safetensors", "non_ema"),
    ],
)
def test_variants_are_told_by_the_file_s_name(name: str, variant: str) -> None:
    assert read_variant(name) == variant


def test_known_models_have_all_that_lists_and_pulls_need() -> None:
    names = [name for facts in list_known() for name in (facts.name, *facts.aliases)]
    assert len({name.lower() for name in names}) == len(names)
    for facts in list_known():
        assert facts.hub.count("/") == 1
        assert facts.licence
        assert facts.revision == "" or (len(facts.revision) == 40 and int(facts.revision, 16))
        assert facts.pipeline in load_classes(), facts.name
        assert facts.smallest <= facts.side <= facts.largest
        assert facts.side % facts.multiple == facts.largest % facts.multiple == facts.smallest % facts.multiple == 0
        assert 1 <= facts.steps <= facts.most_steps
    assert {"z-image-turbo", "flux2-klein", "flux1-schnell", "qwen-image", "qwen-image-edit", "sd35-medium"} <= {*names}
    assert {"sd35-large", "sd35-large-turbo", "sdxl", "sdxl-turbo", "sd-turbo", "sana-sprint"} <= {*names}
    assert {"pixart-sigma", "kandinsky-5", "kandinsky-3"} <= {*names}


def test_a_known_model_is_found_by_any_of_its_names() -> None:
    for name in ("flux1-schnell", "FLUX.1-Schnell", "black-forest-labs/FLUX.1-schnell", "flux-schnell"):
        found = find_known(name)
        assert found is not None
        assert found.name == "flux1-schnell"
    assert find_known("nobody/nothing") is None


def test_no_class_promises_what_the_engine_cannot_do() -> None:
    from pinxit.engines.diffusers.painting.families import find_family

    for name in load_classes():
        facts, family = make_facts("x", name, {}), find_family(name)
        edits = bool(family.image or family.mask or family.references or family.blends)
        assert bool(facts.sources) <= edits, name
        assert facts.masks <= bool(facts.sources and (family.mask or family.blends)), name
        assert facts.instructs <= family.instructs, name
        assert facts.sources <= max(1, family.references), name


def test_names_of_parts_never_leave_the_folder(tmp_path: Path) -> None:
    make_folder(tmp_path / "model")
    with pytest.raises(InvalidRequest, match="no file or folder"):
        add_path(Shelf(Local(models=tmp_path)), "x", tmp_path / "nothing")
