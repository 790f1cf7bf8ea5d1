from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from pinxit.cli import main
from pinxit.core.engine import ModelCard
from pinxit.core.images import ImageRequest, Partial, Picture, Progress
from pinxit.testing import FakeEngine

_SEEN: list[ImageRequest] = []
_DRAW = FakeEngine.draw


async def _draw(self: FakeEngine, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
    _SEEN.append(request)
    async for event in _DRAW(self, request):
        yield event


@pytest.fixture(autouse=True)
def _seeing_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _SEEN.clear()
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(FakeEngine, "models", lambda self: [ModelCard("seeing", "Takes two", sources=2)])
    monkeypatch.setattr(FakeEngine, "draw", _draw)
    monkeypatch.chdir(tmp_path)
    for name, colour in (("one.png", "red"), ("two.jpg", "blue")):
        Image.new("RGB", (30, 20), colour).save(name)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["draw", *arguments])


def test_image_hands_the_files_to_the_engine_in_their_order() -> None:
    ran = _run("side by side", "--image", "one.png", "--image", "two.jpg")
    assert ran.exit_code == 0, ran.output
    assert [source.mime for source in _SEEN[0].sources] == ["image/png", "image/jpeg"]
    assert _SEEN[0].sources[0].data == Path("one.png").read_bytes()


def test_without_image_there_are_no_sources() -> None:
    assert _run("a fox").exit_code == 0
    assert _SEEN[0].sources == ()


def test_a_file_that_is_missing_or_no_picture_is_named_and_nothing_is_drawn() -> None:
    Path("notes.txt").write_text("hello")
    for name, words in (("gone.png", "does not exist"), ("notes.txt", "PNG, JPEG, WebP or GIF")):
        ran = _run("a fox", "--image", name)
        assert ran.exit_code != 0
        assert words in ran.output
        assert name in ran.output
        assert "Traceback" not in ran.output
    assert not _SEEN


def test_more_pictures_than_the_model_takes_are_refused() -> None:
    ran = _run("side by side", *["--image", "one.png"] * 3)
    assert ran.exit_code != 0
    assert "at most 2 source pictures" in ran.output
