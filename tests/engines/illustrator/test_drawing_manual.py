"""docs/drawing.md teaches by an example; the example is a thing of the library."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from pinxit.core.errors import InvalidRequest
from pinxit.engines.illustrator import gallery
from pinxit.engines.illustrator.look import Look, things
from pinxit.engines.illustrator.props import metronome

MANUAL = Path(__file__).parents[3] / "docs" / "drawing.md"


def test_the_worked_example_is_the_file_in_the_library() -> None:
    blocks = re.findall(r"```python\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    assert inspect.getsource(metronome) in blocks


def test_the_anchors_that_the_manual_names_are_those_that_things_use() -> None:
    named = set(re.search(r"Names: ([a-z0-9, ]+)\.", MANUAL.read_text("utf-8"))[1].split(", "))  # type: ignore[index]
    used = [set(thing.sketch(Look(noun=thing.name)).anchors) for thing in things()]
    assert named <= set().union(*used) | {"front"}
    assert sum(not anchors <= named for anchors in used) < 0.1 * len(used)


def test_a_gallery_of_one_thing_is_one_sheet(tmp_path: Path) -> None:
    (sheet,) = gallery.write(tmp_path, ["metronome"])
    assert sheet.name == "metronome.png"
    assert sheet.stat().st_size > 20_000


def test_a_gallery_of_an_unknown_thing_says_so(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="flurble"):
        gallery.write(tmp_path, ["flurble"])
