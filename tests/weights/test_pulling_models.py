"""From a hub to the shelf: a stand-in on this machine that misbehaves when told to."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from model_folders import make_folder, make_preview, write_json, write_tensors
from pinxit.core.errors import InvalidRequest, StorageFailed
from pinxit.local import Local
from pinxit.testing.hub import FakeHub, run_hub
from pinxit.upstreams import Secret
from pinxit.weights import Installed, Shelf
from pinxit.weights.folders import Unfit
from pinxit.weights.hub import Hub, HubFailed, HubRefused
from pinxit.weights.pull import Puller, Wish, write_size

pytest.importorskip("huggingface_hub", reason="huggingface_hub is not installed: pip install 'pinxit[diffusers]'")

_UNET = "unet/diffusion_pytorch_model.safetensors"


class _Notes:
    """A Watch that keeps what it sees."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, int, int]] = []
        self.there = 0
        self.finished: list[str] = []
        self.said: list[str] = []
        self._lock = threading.Lock()

    def begin(self, label: str, total: int, there: int) -> None:
        self.begun.append((label, total, there))
        self.there = there

    def move(self, count: int) -> None:
        with self._lock:
            self.there += count

    def finish(self, path: str, size: int) -> None:
        self.finished.append(path)

    def say(self, sentence: str) -> None:
        self.said.append(sentence)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[FakeHub]:
    make_folder(tmp_path / "hub" / "acme" / "tiny")
    make_preview(tmp_path / "hub" / "madebyollin" / "taesdxl")
    (tmp_path / "hub" / "acme" / "tiny" / "README.md").write_text("---\nlicense: mit\n---\n")
    with run_hub(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def shelf(hub: FakeHub, tmp_path: Path) -> Shelf:
    return _open_shelf(hub, tmp_path)


@pytest.fixture
def notes() -> _Notes:
    return _Notes()


def _open_shelf(hub: FakeHub, tmp_path: Path, token: str = "") -> Shelf:
    return Shelf(Local(models=tmp_path / "models", hub=hub.url, token=Secret(token)))


def _pull(shelf: Shelf, notes: _Notes, model: str = "acme/tiny", **more: Any) -> Installed:
    return Puller(shelf, notes, pause=0.001).pull(Wish(model, **more))


def _list_names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_pull_brings_what_the_pipeline_needs_and_nothing_else(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    source = hub.root / "acme" / "tiny"
    needed = _list_names(source)
    for name in (
        "unet/diffusion_pytorch_model.bin",
        "unet/diffusion_pytorch_model.fp16.safetensors",
        "unet/model.onnx",
        "vae_decoder/model.onnx",
        "sd_xl_base_1.0.safetensors",
        "comparison.png",
        "scripts/run.py",
        "extra/config.json",
    ):
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_bytes(b"x" * 70_000)
    installed = _pull(shelf, notes)
    assert _list_names(installed.path) == needed
    assert installed.path == shelf.pulled / "acme--tiny" / hub.commit("acme/tiny")
    assert (installed.facts.hub, installed.facts.revision) == ("acme/tiny", hub.commit("acme/tiny"))
    assert (installed.facts.licence, installed.facts.commercial) == ("MIT", True)
    size = sum((source / name).stat().st_size for name in needed)
    assert notes.begun[0] == ("tiny", size, 0)
    assert installed.facts.disk == size
    assert shelf.list_installed() == (installed,)


def test_every_file_is_registered_with_its_hash(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    files = dict(_pull(shelf, notes).files)
    assert len(files) == len(notes.finished) - 2  # without the two of the preview
    for name, told in files.items():
        assert hashlib.sha256((hub.root / "acme" / "tiny" / name).read_bytes()).hexdigest() == told


def test_the_tiny_autoencoder_for_previews_comes_along(shelf: Shelf, notes: _Notes) -> None:
    preview = _pull(shelf, notes).preview
    assert preview is not None
    assert _list_names(preview) == {"config.json", "diffusion_pytorch_model.safetensors"}


def test_without_a_preview_the_model_is_pulled_all_the_same(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    shutil.rmtree(hub.root / "madebyollin")
    assert _pull(shelf, notes).preview is None
    assert "own decoder" in notes.said[-1]


def test_afterwards_the_hub_is_not_needed(hub: FakeHub, tmp_path: Path, notes: _Notes) -> None:
    shelf = _open_shelf(hub, tmp_path)
    _pull(shelf, notes)
    asked = len(hub.asked)
    assert shelf.find("tiny").path.is_dir()
    assert len(hub.asked) == asked


def test_the_folder_of_models_may_move(hub: FakeHub, shelf: Shelf, notes: _Notes, tmp_path: Path) -> None:
    before = _pull(shelf, notes)
    moved = Shelf(Local(models=shelf.root.rename(tmp_path / "elsewhere")))
    after = moved.find("tiny")
    assert after.path == moved.root / before.path.relative_to(shelf.root)
    assert after.preview is not None
    assert after.preview.is_dir()
    assert moved.remove("tiny").freed > 10_000


def test_a_known_model_is_pulled_at_its_pin_with_what_is_known_of_it(
    hub: FakeHub, shelf: Shelf, notes: _Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(hub.root / "acme" / "tiny", hub.root / "stabilityai" / "sdxl-turbo")
    with pytest.raises(HubRefused, match="no such revision"):
        _pull(shelf, notes, "sdxl-turbo")
    pinned = hub.commit("stabilityai/sdxl-turbo")
    assert hub.asked[-1].path.endswith("/revision/71153311d3dbb46851df1931d3ca6e939de83304")
    installed = _pull(shelf, notes, "SDXL-Turbo", revision=pinned)
    assert (installed.name, installed.facts.steps, installed.facts.guidance) == ("sdxl-turbo", 1, 0.0)
    assert (installed.facts.side, installed.facts.commercial) == (512, False)
    assert any("forbids commercial use" in sentence for sentence in notes.said)


def test_a_variant_is_pulled_alone_and_told_to_the_loader(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    source = hub.root / "stabilityai" / "sdxl-turbo"
    shutil.copytree(hub.root / "acme" / "tiny", source)
    for path in list(source.rglob("*.safetensors")):
        shutil.copy(path, path.with_name(path.name.replace(".safetensors", ".fp16.safetensors")))
    installed = _pull(shelf, notes, "sdxl-turbo", revision="main")
    assert installed.facts.variant == "fp16"
    weights = {path.name for path in installed.path.rglob("*.safetensors")}
    assert weights == {"model.fp16.safetensors", "diffusion_pytorch_model.fp16.safetensors"}


def test_shards_come_with_their_list_and_without_the_other_lists(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    unet = hub.root / "acme" / "tiny" / "unet"
    (unet / "diffusion_pytorch_model.safetensors").unlink()
    for name in ("-00001-of-00002", "-00002-of-00002"):
        write_tensors(unet / f"diffusion_pytorch_model{name}.safetensors", {f"w{name}": (64, 8)})
    write_json(unet / "diffusion_pytorch_model.safetensors.index.json", {})
    write_json(unet / "diffusion_pytorch_model.safetensors.index.fp16.json", {})
    write_json(unet / "diffusion_pytorch_model.bin.index.json", {})
    installed = _pull(shelf, notes)
    assert {name for name in _list_names(installed.path) if name.startswith("unet/diff")} == {
        "unet/diffusion_pytorch_model-00001-of-00002.safetensors",
        "unet/diffusion_pytorch_model-00002-of-00002.safetensors",
        "unet/diffusion_pytorch_model.safetensors.index.json",
    }


def test_a_model_made_of_blocks_is_pulled_without_what_lies_elsewhere(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    source = hub.root / "acme" / "tiny"
    (source / "model_index.json").unlink()

    def tell(folder: str, library: str, repository: str | None) -> list[Any]:
        hint = [library, "Kind"]
        return [None, None, {"pretrained_model_name_or_path": repository, "subfolder": folder, "type_hint": hint}]

    index = {
        "_class_name": "Flux3DistilledModularPipeline",
        "_blocks_class_name": "Flux3DistilledAutoBlocks",
        "transformer": tell("unet", "diffusers", "acme/tiny"),
        "vae": tell("vae", "diffusers", None),
        "prompt_upsampler": tell("writer", "transformers", "acme/writer"),
        "guider": [None, None, {}],
    }
    write_json(source / "modular_model_index.json", index)
    installed = _pull(shelf, notes)
    assert (installed.facts.pipeline, installed.facts.steps) == ("Flux3DistilledModularPipeline", 16)
    assert _list_names(installed.path) == {
        "README.md",
        "modular_model_index.json",
        "unet/config.json",
        _UNET,
        "vae/config.json",
        "vae/diffusion_pytorch_model.safetensors",
    }
    write_json(source / "modular_model_index.json", {**index, "vae": tell("vae", "diffusers", "acme/other")})
    with pytest.raises(Unfit, match="another repository, acme/other"):
        _pull(shelf, notes)
    write_json(source / "modular_model_index.json", {**index, "vae": tell("vae", "os", None)})
    with pytest.raises(Unfit, match="runs no code"):
        _pull(shelf, notes)


@pytest.mark.parametrize("words", ["cut 500", "cut 0 x3", "500 x2", "503", "long 5"])
def test_trouble_on_the_way_is_overcome_or_told_and_never_a_wrong_file(
    hub: FakeHub, shelf: Shelf, notes: _Notes, words: str
) -> None:
    hub.misbehave(_UNET, words)
    installed = _pull(shelf, notes)
    assert (installed.path / _UNET).read_bytes() == (hub.root / "acme" / "tiny" / _UNET).read_bytes()
    assert notes.there == notes.begun[-1][1]


def test_a_list_that_does_not_come_is_asked_for_again_and_not_for_ever(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    hub.misbehave("listing", "503 x2")
    assert _pull(shelf, notes).name == "tiny"
    hub.misbehave("listing", "500 x9")
    with pytest.raises(HubFailed, match="answered 500"):
        _pull(shelf, notes)


def test_what_was_cut_is_resumed_where_it_ended(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    hub.misbehave(_UNET, "cut 5000 x9")
    _pull(shelf, notes)
    ranges = [asked.range for asked in hub.asked if asked.path == f"/cdn/acme/tiny/-/{_UNET}"]
    assert ranges == ["", "bytes=5000-"]


def test_a_server_that_begins_anew_is_followed(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    hub.misbehave(_UNET, "cut 5000")
    hub.misbehave(_UNET, "whole")
    installed = _pull(shelf, notes)
    assert (installed.path / _UNET).read_bytes() == (hub.root / "acme" / "tiny" / _UNET).read_bytes()
    assert not notes.said
    assert notes.there == notes.begun[-1][1]


def test_a_pull_that_gave_up_goes_on_from_there(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    hub.misbehave(_UNET, "cut 5000")
    hub.misbehave(_UNET, "503 x50")
    with pytest.raises(HubFailed, match="the same command goes on"):
        _pull(shelf, notes)
    assert shelf.list_installed() == ()
    hub._mischief.clear()
    again = _Notes()
    _pull(shelf, again)
    assert again.begun[0][2] >= 5000
    assert [asked.range for asked in hub.asked if _UNET in asked.path][-1] == "bytes=5000-"


def test_wrong_bytes_are_deleted_and_fetched_once_more(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    hub.misbehave("vae/config.json", "wrong")
    hub.misbehave(_UNET, "wrong")
    installed = _pull(shelf, notes)
    assert (installed.path / _UNET).read_bytes() == (hub.root / "acme" / "tiny" / _UNET).read_bytes()
    assert sorted(sentence.split()[0] for sentence in notes.said) == [_UNET, "vae/config.json"]
    assert notes.there == notes.begun[-1][1]


def test_a_file_that_stays_wrong_is_refused_and_nothing_of_it_is_left(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    hub.misbehave(_UNET, "wrong x5")
    with pytest.raises(HubFailed, match="came twice with other bytes"):
        _pull(shelf, notes)
    assert shelf.list_installed() == ()
    assert not list(shelf.pulled.rglob("unet/*.safetensors*"))


def test_a_part_that_somebody_changed_on_the_disk_is_found_out(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    part = shelf.pulled / "acme--tiny" / hub.commit("acme/tiny") / f"{_UNET}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"z" * 3000)
    installed = _pull(shelf, notes)
    assert (installed.path / _UNET).read_bytes() == (hub.root / "acme" / "tiny" / _UNET).read_bytes()


def test_pulling_again_repairs_what_was_broken_and_fetches_nothing_else(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    installed = _pull(shelf, notes)
    weights = installed.path / _UNET
    weights.chmod(0o600)
    weights.write_bytes(bytes(weights.stat().st_size))
    asked = hub.count("/cdn/acme/*")
    assert _pull(shelf, notes).files == installed.files
    assert hub.count("/cdn/acme/*") == asked + 1
    assert weights.read_bytes() == (hub.root / "acme" / "tiny" / _UNET).read_bytes()


def test_a_newer_commit_takes_the_place_of_the_older_one(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    old = _pull(shelf, notes)
    write_json(hub.root / "acme" / "tiny" / "tokenizer" / "vocab.json", {"b": 1})
    new = _pull(shelf, notes)
    assert new.path != old.path
    assert not old.path.exists()
    assert shelf.list_installed() == (new,)
    removed = shelf.remove("tiny")
    assert removed.freed > 10_000
    assert not shelf.pulled.exists()


def test_a_gated_model_says_where_to_accept_and_how_to_log_in(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    hub.gated.add("acme/tiny")
    with pytest.raises(HubRefused) as refused:
        _pull(shelf, notes)
    for words in (f"{hub.url}/acme/tiny", "hf auth login", "PINXIT_LOCAL_TOKEN"):
        assert words in refused.value.message


def test_a_token_opens_a_gated_model_and_goes_to_no_other_host(hub: FakeHub, tmp_path: Path, notes: _Notes) -> None:
    hub.gated.add("acme/tiny")
    assert _pull(_open_shelf(hub, tmp_path, hub.token), notes).facts.gated
    hosts = {asked.host.partition(":")[0] for asked in hub.asked if asked.token}
    assert hosts == {"127.0.0.1"}
    assert {asked.host.partition(":")[0] for asked in hub.asked} == {"127.0.0.1", "localhost"}


def test_a_token_that_does_not_suffice_is_told_and_not_shown(hub: FakeHub, tmp_path: Path, notes: _Notes) -> None:
    hub.gated.add("acme/tiny")
    with pytest.raises(HubRefused, match="token that is set does not suffice") as refused:
        _pull(_open_shelf(hub, tmp_path, "hf_wrong_secret"), notes)
    assert "hf_wrong" not in refused.value.message


def test_a_token_that_was_revoked_is_told_and_not_shown(hub: FakeHub, tmp_path: Path, notes: _Notes) -> None:
    hub.invalid.add("hf_revoked")
    with pytest.raises(HubRefused, match="does not take the token") as refused:
        _pull(_open_shelf(hub, tmp_path, "hf_revoked"), notes)
    assert "hf_revoked" not in refused.value.message


@pytest.mark.parametrize("url", ["http://hub.example", "http://192.0.2.1:80"])
def test_a_token_is_not_sent_where_others_can_read_it(url: str) -> None:
    assert "authorization" not in Hub(url, Secret("hf_x"))._headers
    assert "authorization" in Hub(url.replace("http:", "https:"), Secret("hf_x"))._headers


def test_the_login_of_hugging_face_goes_to_no_other_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_of_the_user")
    assert Hub("https://huggingface.co", Secret(""))._headers["authorization"] == "Bearer hf_of_the_user"
    assert "authorization" not in Hub("https://mirror.example", Secret(""))._headers


def test_nothing_but_lists_and_files_is_asked_for(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    _pull(shelf, notes)
    for asked in hub.asked:
        assert asked.method == "GET"
        assert asked.path.startswith(("/api/models/acme/tiny/", "/api/models/madebyollin/", "/cdn/")) or (
            "/resolve/" in asked.path
        )


@pytest.mark.parametrize("name", ["nobody/nothing", "acme/none"])
def test_a_repository_that_is_not_there_is_told(shelf: Shelf, notes: _Notes, name: str) -> None:
    with pytest.raises(HubRefused, match=f"no repository {name}"):
        _pull(shelf, notes, name)


@pytest.mark.parametrize("name", ["tiny", "../etc", "a/b/c", "a/../b", "/a", "a/", "a b/c", "http://x/y"])
def test_what_is_no_repository_is_never_asked_for(hub: FakeHub, shelf: Shelf, notes: _Notes, name: str) -> None:
    with pytest.raises(InvalidRequest, match="OWNER/REPOSITORY"):
        _pull(shelf, notes, name)
    assert not hub.asked


def test_a_machine_that_is_told_to_stay_offline_asks_nobody(
    hub: FakeHub, shelf: Shelf, notes: _Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(HubRefused, match="HF_HUB_OFFLINE"):
        _pull(shelf, notes)
    assert not hub.asked


def test_a_hub_that_is_away_is_told(tmp_path: Path, notes: _Notes) -> None:
    shelf = Shelf(Local(models=tmp_path, hub="http://127.0.0.1:9"))
    with pytest.raises(HubFailed, match="cannot be reached"):
        _pull(shelf, notes)


@pytest.mark.parametrize(
    "path",
    [
        "../evil.json",
        "/etc/evil.json",
        "unet/../../evil.json",
        "unet/..\\evil.json",
        "unet/evil\n.json",
        "unet/.evil.json",
    ],
    ids=repr,
)
def test_a_hostile_name_of_a_file_is_never_written(hub: FakeHub, shelf: Shelf, notes: _Notes, path: str) -> None:
    hub.extra.append({"rfilename": path, "size": 2, "blobId": "9e26dfeeb6e641a33dae4961196235bdb965b21b"})
    installed = _pull(shelf, notes)
    assert not list(shelf.root.parent.rglob("*evil*"))
    assert shelf.list_installed() == (installed,)


def test_a_file_without_a_checksum_is_not_pulled(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    hub.extra.append({"rfilename": "unet/extra.json", "size": 2})
    with pytest.raises(Unfit, match="checksum"):
        _pull(shelf, notes)


def test_a_link_in_the_folder_of_models_is_not_followed_out_of_it(
    hub: FakeHub, shelf: Shelf, notes: _Notes, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = shelf.pulled / "acme--tiny" / hub.commit("acme/tiny")
    folder.mkdir(parents=True)
    (folder / "unet").symlink_to(outside)
    with pytest.raises(StorageFailed, match="leads out"):
        _pull(shelf, notes)
    assert not list(outside.iterdir())


def test_weights_in_python_s_own_format_are_refused_before_anything_is_pulled(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    unet = hub.root / "acme" / "tiny" / "unet"
    (unet / "diffusion_pytorch_model.safetensors").unlink()
    (unet / "diffusion_pytorch_model.bin").write_bytes(b"x" * 100_000)
    with pytest.raises(Unfit, match="safetensors only"):
        _pull(shelf, notes)
    assert not notes.begun


def test_code_that_comes_with_weights_is_refused_before_anything_is_pulled(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    index = hub.root / "acme" / "tiny" / "model_index.json"
    write_json(index, {**json.loads(index.read_text()), "_class_name": ["pipeline", "Mine"]})
    with pytest.raises(Unfit, match="runs no code"):
        _pull(shelf, notes)
    assert not notes.begun


def test_a_disk_that_is_too_small_is_told_beforehand_with_how_much_is_missing(
    hub: FakeHub, shelf: Shelf, notes: _Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")._replace(free=200_005_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(StorageFailed, match=r"5 kB are free .* are missing.*PINXIT_LOCAL_MODELS"):
        _pull(shelf, notes)
    assert not notes.begun


def test_a_name_that_another_model_has_is_refused_before_anything_is_pulled(
    hub: FakeHub, shelf: Shelf, notes: _Notes
) -> None:
    _pull(shelf, notes)
    shutil.copytree(hub.root / "acme" / "tiny", hub.root / "other" / "tiny")
    asked = len(hub.asked)
    with pytest.raises(InvalidRequest, match="--name"):
        _pull(shelf, notes, "other/tiny")
    assert len(hub.asked) == asked
    assert _pull(shelf, notes, "other/tiny", name="tiny-2").name == "tiny-2"


def test_of_two_who_pull_the_same_at_once_one_waits_to_be_asked_again(hub: FakeHub, tmp_path: Path) -> None:
    hub.misbehave(_UNET, "stall 2")

    def pull(number: int) -> str:
        try:
            return _pull(_open_shelf(hub, tmp_path), _Notes(), name=f"tiny-{number}").name
        except InvalidRequest as error:
            return error.message

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(pull, range(2)))
    assert answers[0].startswith("Another pinxit is pulling")
    assert answers[1].startswith("tiny-")


def test_the_configurations_of_a_single_file_come_without_weights(hub: FakeHub, shelf: Shelf, notes: _Notes) -> None:
    folder = Puller(shelf, notes).pull_configs("acme/tiny")
    names = _list_names(folder)
    assert {"model_index.json", "unet/config.json", "tokenizer/vocab.json"} <= names
    assert not [name for name in names if name.endswith(".safetensors")]


def test_the_stand_in_answers_what_huggingface_hub_itself_asks(hub: FakeHub, tmp_path: Path) -> None:
    import huggingface_hub

    api = huggingface_hub.HfApi(endpoint=hub.url, token=False)
    told = api.model_info("acme/tiny", files_metadata=True)
    assert told.sha == hub.commit("acme/tiny")
    sizes = {each.rfilename: each.size for each in told.siblings}
    assert sizes[_UNET] == (hub.root / "acme" / "tiny" / _UNET).stat().st_size
    folder = Path(api.snapshot_download("acme/tiny", cache_dir=tmp_path / "cache"))
    assert (folder / _UNET).read_bytes() == (hub.root / "acme" / "tiny" / _UNET).read_bytes()
    hub.gated.add("acme/tiny")
    with pytest.raises(huggingface_hub.errors.GatedRepoError):
        api.hf_hub_download("acme/tiny", "README.md", cache_dir=tmp_path / "other")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (6_938_081_905, "6.94 GB"), (112_000_000_000, "112 GB")],
)
def test_sizes_are_said_as_people_say_them(count: int, said: str) -> None:
    assert write_size(count) == said
