"""The shelf: what is on this machine, by name."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from model_folders import make_folder
from pinxit.core.errors import InvalidRequest, PinxitError, UnknownModel
from pinxit.local import Local
from pinxit.weights import Facts, Installed, Shelf

_FACTS = Facts(
    "one", "The first", "FluxPipeline", guidance=3.5, aliases=("first",), call=(("max_sequence_length", 256),)
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Local(models=tmp_path / "models"))


def _put(shelf: Shelf, name: str, path: Path, *, pulled: bool = False, **more: object) -> Installed:
    path.mkdir(parents=True, exist_ok=True)
    (path / "weights").write_bytes(b"x" * 1000)
    facts = replace(_FACTS, name=name, aliases=(), **more)  # type: ignore[arg-type]
    return shelf.add(Installed(facts, path), pulled=pulled)


def test_what_was_put_there_comes_back_as_it_was(shelf: Shelf, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "folder")
    there = Installed(_FACTS, folder, preview=tmp_path, config=folder, files=(("a/b", "0" * 64),))
    shelf.add(there, pulled=False)
    assert Shelf(shelf.local).list_installed() == (there,)
    assert shelf.find("one") == shelf.find("first") == there


def test_a_model_that_is_not_there_is_refused_with_those_that_are(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(UnknownModel, match="none yet"):
        shelf.find("one")
    _put(shelf, "two", tmp_path / "two")
    with pytest.raises(UnknownModel, match="There are two"):
        shelf.find("one")


@pytest.mark.parametrize(
    "name", ["", "a/b", "../x", ".hidden", "a b", "x" * 65, "a\n", "ü", "-x", "x-", "a\\b", "a:b"], ids=repr
)
def test_a_name_that_could_be_a_path_or_break_a_line_is_refused(shelf: Shelf, tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidRequest, match="cannot be a model's name"):
        _put(shelf, name, tmp_path / "folder")
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize("name", ["auto", "AUTO", "pinxit-illustrator", "pinxit-x"])
def test_names_of_pinxit_s_own_models_are_refused(shelf: Shelf, tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidRequest, match="of pinxit's own"):
        _put(shelf, name, tmp_path / "folder")


def test_a_name_is_given_once_however_it_is_written(shelf: Shelf, tmp_path: Path) -> None:
    _put(shelf, "Tiny", tmp_path / "a")
    for name in ("Tiny", "tiny"):
        with pytest.raises(InvalidRequest, match="There is a model"):
            _put(shelf, name, tmp_path / "b")
    assert shelf.find("Tiny").path == tmp_path / "a"


def test_an_alias_that_somebody_has_is_left_out(shelf: Shelf, tmp_path: Path) -> None:
    _put(shelf, "first", tmp_path / "a")
    added = shelf.add(Installed(replace(_FACTS, aliases=("FIRST", "eins")), tmp_path), pulled=False)
    assert added.facts.aliases == ("eins",)


def test_of_many_who_register_a_name_at_once_one_wins_and_the_others_are_told(shelf: Shelf, tmp_path: Path) -> None:
    def put(number: int) -> str:
        try:
            return str(_put(Shelf(shelf.local), "same", tmp_path / str(number)).path)
        except InvalidRequest:
            return ""

    with ThreadPoolExecutor(8) as pool:
        won = [path for path in pool.map(put, range(24)) if path]
    assert won == [str(shelf.find("same").path)]
    assert [path.name for path in (shelf.root / "register").iterdir()] == ["same.json"]


def test_removing_what_was_added_by_path_leaves_its_files(shelf: Shelf, tmp_path: Path) -> None:
    _put(shelf, "mine", tmp_path / "mine")
    removed = shelf.remove("mine")
    assert (removed.freed, removed.kept) == (0, tmp_path / "mine")
    assert (tmp_path / "mine" / "weights").exists()
    assert shelf.list_installed() == ()


def test_removing_what_was_added_by_a_path_below_the_pulled_ones_leaves_it_too(shelf: Shelf) -> None:
    place = shelf.pulled / "acme--one" / ("0" * 40)
    _put(shelf, "mine", place)
    assert shelf.remove("mine").freed == 0
    assert (place / "weights").exists()


def test_pulled_files_go_with_the_last_name_they_have(shelf: Shelf) -> None:
    place = shelf.pulled / "acme--one" / ("0" * 40)
    _put(shelf, "one", place, pulled=True)
    _put(shelf, "two", place, pulled=True)
    assert shelf.remove("one").freed == 0
    assert (place / "weights").exists()
    assert shelf.remove("two").freed == 1000
    assert not shelf.pulled.exists()


@pytest.mark.parametrize("way", ["..", "../../outside", "acme--one", "."])
def test_an_entry_that_was_forged_deletes_nothing_outside(shelf: Shelf, tmp_path: Path, way: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("x")
    other = shelf.pulled / "acme--one" / ("0" * 40)
    other.mkdir(parents=True)
    shelf.add(Installed(replace(_FACTS, aliases=()), shelf.pulled / way), pulled=True)
    shelf.remove("one")
    assert (outside / "precious").exists()
    assert other.exists()


def test_broken_entries_and_lost_files_hide_nothing_else(
    shelf: Shelf, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _put(shelf, "good", tmp_path / "good")
    _put(shelf, "gone", tmp_path / "gone")
    (tmp_path / "gone" / "weights").unlink()
    (tmp_path / "gone").rmdir()
    register = shelf.root / "register"
    (register / "half.json").write_text('{"facts": {"name": "ha')
    (register / "deep.json").write_text("[" * 100_000)
    (register / "other.json").write_text((register / "good.json").read_text())
    (register / "typed.json").write_text('{"facts": {"name": "typed", "title": "t", "pipeline": 5}, "path": "/"}')
    assert [model.name for model in shelf.list_installed()] == ["good"]
    for name in ("half", "deep", "other", "typed", "gone"):
        assert name in caplog.text
    assert shelf.remove("gone").name == "gone"  # its entry can still be taken away


def test_what_a_newer_version_wrote_is_read_as_far_as_it_is_known(shelf: Shelf, tmp_path: Path) -> None:
    _put(shelf, "good", tmp_path / "good")
    path = shelf.root / "register" / "good.json"
    told = json.loads(path.read_text())
    told["facts"]["colour"] = "red"
    told["more"] = 1
    path.write_text(json.dumps(told))
    assert shelf.find("good").facts.guidance == 3.5


def test_a_register_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file is in the way")
    with pytest.raises(PinxitError, match="register of models cannot be written"):
        Shelf(Local(models=tmp_path / "models")).add(Installed(_FACTS, tmp_path), pulled=False)
