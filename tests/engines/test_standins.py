"""Skia on a machine without graphics libraries."""

from __future__ import annotations

import ctypes
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from pinxit.engines.illustrator.standins import build_library, read_wishes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Skia needs no stand-ins")

DRAWING = """
from pathlib import Path
from pinxit.engines.illustrator import standins

wanted = standins.place_standins(force=True)
import skia, fontpkg_inter

(font, *_) = sorted(Path(fontpkg_inter.__file__).parent.rglob("*.[to]tf"))
surface = skia.Surface(200, 100)
with surface as canvas:
    canvas.clear(skia.ColorWHITE)
    face = skia.Typeface.MakeFromFile(str(font))
    canvas.drawString("Hello", 10, 60, skia.Font(face, 40), skia.Paint(Color=skia.ColorBLACK))
print(len(wanted), skia.Image.fromarray(surface.toarray()).width(), surface.toarray().min() == 0)
"""


@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_a_made_library_has_its_functions_and_they_return_nothing(count: int, tmp_path: Path) -> None:
    names = [f"pinxit_{number}" for number in range(count)]
    file = tmp_path / "made.so"
    file.write_bytes(build_library("libpinxit-made.so.1", names))
    library = ctypes.CDLL(str(file))
    assert [library[name]() for name in names] == [0] * count
    with pytest.raises(AttributeError):
        library["pinxit_absent"]


def test_what_skia_wants_from_others_is_read_from_its_file() -> None:
    spec = importlib.util.find_spec("skia")
    assert spec is not None
    assert spec.origin is not None
    wishes = read_wishes(Path(spec.origin))
    assert {"eglGetProcAddress", "glClear", "memcpy"} <= wishes


def test_skia_draws_lettering_with_nothing_but_stand_ins() -> None:
    printed = subprocess.check_output([sys.executable, "-c", DRAWING], text=True)
    assert printed.split() == ["3", "200", "True"]
