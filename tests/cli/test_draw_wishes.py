"""What `pinxit draw` makes of its options: sizes, masks, formats and wishes that only some models know."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from pinxit.cli import main
from pinxit.core.engine import Choice, ModelCard, Span
from pinxit.core.images import Format, ImageRequest, Partial, Picture, Progress, Size, Tier
from pinxit.core.sizes import Native
from pinxit.testing import FakeEngine

_SEEN: list[ImageRequest] = []
_DRAW = FakeEngine.draw
_CARD = ModelCard(
    "able",
    "Takes everything",
    sources=2,
    masks=True,
    formats=tuple(Format),
    sizes=Native((Size(512, 512), Size(1024, 1024))),
    options={"steps": Span(1, 50), "scale": Span(0, 9, fractions=True), "mood": Choice(("gay", "grave"))},
)


async def _draw(self: FakeEngine, request: ImageRequest) -> AsyncGenerator[Progress | Partial | Picture]:
    _SEEN.append(request)
    async for event in _DRAW(self, request):
        yield event


@pytest.fixture(autouse=True)
def _able_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _SEEN.clear()
    monkeypatch.setenv("PINXIT_ENGINES", "pinxit.testing:FakeEngine")
    monkeypatch.setenv("PINXIT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(FakeEngine, "models", lambda self: [_CARD])
    monkeypatch.setattr(FakeEngine, "draw", _draw)
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (30, 20), "red").save("one.png")
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save("hole.png")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["draw", *arguments])


def test_a_mask_goes_to_the_engine_with_the_picture() -> None:
    ran = _run("a boat", "--image", "one.png", "--mask", "hole.png")
    assert ran.exit_code == 0, ran.output
    mask = _SEEN[0].mask
    assert mask is not None
    assert (mask.data, mask.name) == (Path("hole.png").read_bytes(), "mask")


def test_a_mask_without_a_picture_is_refused() -> None:
    ran = _run("a boat", "--mask", "hole.png")
    assert ran.exit_code == 2
    assert "needs a source picture" in ran.output
    assert not _SEEN


def test_a_picture_without_words_asks_for_a_variation() -> None:
    ran = _run("", "--image", "one.png")
    assert ran.exit_code == 0, ran.output
    assert (_SEEN[0].prompt, len(_SEEN[0].sources)) == ("", 1)


def test_a_class_of_resolution_leaves_the_shape_to_the_prompt() -> None:
    assert _run("a fox", "--size", "2K").exit_code == 0
    assert (_SEEN[0].size, _SEEN[0].tier) == (None, Tier.TWO)
    assert _run("a fox", "--size", "512x512").exit_code == 0
    assert _SEEN[1].size == Size(512, 512)


def test_strict_refuses_a_size_that_would_have_to_be_fitted() -> None:
    assert _run("a fox", "--size", "500x500").exit_code == 0
    ran = _run("a fox", "--size", "500x500", "--strict")
    assert ran.exit_code == 2
    assert "does not make 500x500 by itself" in ran.output
    assert len(_SEEN) == 1


def test_options_are_read_as_numbers_words_and_truths() -> None:
    ran = _run("a fox", "--option", "steps=30", "--option", "scale=2.5", "--option", "mood=grave")
    assert ran.exit_code == 0, ran.output
    assert _SEEN[0].options == (("steps", 30), ("scale", 2.5), ("mood", "grave"))
    ran = _run("a fox", "--option", "steps=true")
    assert "a whole number from 1 to 50" in ran.output


def test_an_option_without_a_value_or_of_no_model_is_told() -> None:
    for given, told in (("steps", "NAME=VALUE"), ("=3", "NAME=VALUE"), ("hue=3", "does not know `hue`")):
        ran = _run("a fox", "--option", given)
        assert ran.exit_code == 2
        assert told in ran.output
        assert not _SEEN


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [(["-o", "a.gif"], Format.GIF), (["-o", "a.svg"], Format.SVG), (["--format", "svg"], Format.SVG)],
)
def test_gif_and_svg_are_asked_for_by_name(arguments: list[str], kind: Format) -> None:
    _run("a fox", *arguments)
    assert _SEEN[0].format is kind
