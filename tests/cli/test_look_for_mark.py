"""`pinxit look-for-mark` tells pictures of models from others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

from pinxit.cli.mark import look_for_mark
from pinxit.core.errors import InvalidRequest
from pinxit.core.images import Format
from pinxit.engines.diffusers.labelling import label
from pinxit.engines.diffusers.watermark import write_mark
from pinxit.engines.encoding import encode


def test_marks_and_labels_are_told_apart(tmp_path: Path) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (400, 300, 3), np.uint8)
    plain, both, marked = tmp_path / "plain.png", tmp_path / "both.jpg", tmp_path / "marked.webp"
    plain.write_bytes(encode(pixels, Format.PNG, 100))
    both.write_bytes(label(encode(write_mark(pixels), Format.JPEG, 90), Format.JPEG))
    marked.write_bytes(encode(write_mark(pixels), Format.WEBP, 90))

    found = CliRunner().invoke(look_for_mark, [str(both), str(marked)])
    assert found.exit_code == 0
    first, second = found.stdout.splitlines()
    assert "both.jpg: the invisible mark (" in first
    assert first.endswith("labelled trainedAlgorithmicMedia")
    assert "marked.webp: the invisible mark (" in second
    assert second.endswith("no label")

    missed = CliRunner().invoke(look_for_mark, [str(both), str(plain)])
    assert missed.exit_code == 1
    assert missed.stdout.splitlines()[1].endswith("plain.png: no invisible mark, no label")


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"], ids=["empty", "text", "torn"]
)
def test_a_file_that_is_no_picture_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "strange.png"
    file.write_bytes(content)
    result = CliRunner().invoke(look_for_mark, [str(file)])
    assert isinstance(result.exception, InvalidRequest)
    assert "strange.png is no picture that can be read" in result.exception.message


def test_a_small_black_picture_has_no_mark(tmp_path: Path) -> None:
    Image.new("L", (5, 4)).save(tmp_path / "black.png")
    assert CliRunner().invoke(look_for_mark, [str(tmp_path / "black.png")]).exit_code == 1
