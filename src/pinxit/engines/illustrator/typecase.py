"""The type case: every typeface that can be reached, and which one has a letter that another lacks.

First the packaged faces, then the packaged scripts, then Chinese, Japanese and Korean where their package is
installed, and last what the system has. Each is opened when a letter calls for it and not before.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources, util
from pathlib import Path

import skia
import uharfbuzz as hb

SCRIPTS_AT, CJK_AT = "manimgx_fonts", "manimgx_fonts_cjk"
CJK_FILE = "NotoSansCJK-VF.otf.ttc"
# The Latin faces' own fallback, then the packaged scripts by the code points that call for each file.
SCRIPTS = (
    (0x0530, 0x058F, "NotoSansArmenian[wght].ttf"),
    (0x0590, 0x05FF, "NotoSansHebrew[wght].ttf"),
    (0xFB1D, 0xFB4F, "NotoSansHebrew[wght].ttf"),
    (0x0600, 0x08FF, "NotoSansArabic[wght].ttf"),
    (0xFB50, 0xFEFC, "NotoSansArabic[wght].ttf"),
    (0x0900, 0x097F, "NotoSansDevanagari[wght].ttf"),
    (0x0980, 0x09FF, "NotoSansBengali[wght].ttf"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi[wght].ttf"),
    (0x0A80, 0x0AFF, "NotoSansGujarati[wght].ttf"),
    (0x0B00, 0x0B7F, "NotoSansOriya[wght].ttf"),
    (0x0B80, 0x0BFF, "NotoSansTamil[wght].ttf"),
    (0x0C00, 0x0C7F, "NotoSansTelugu[wght].ttf"),
    (0x0C80, 0x0CFF, "NotoSansKannada[wght].ttf"),
    (0x0D00, 0x0D7F, "NotoSansMalayalam[wght].ttf"),
    (0x0D80, 0x0DFF, "NotoSansSinhala[wght].ttf"),
    (0x0E00, 0x0E7F, "NotoSansThai[wght].ttf"),
    (0x0E80, 0x0EFF, "NotoSansLao[wght].ttf"),
    (0x1000, 0x109F, "NotoSansMyanmar[wght].ttf"),
    (0x10A0, 0x10FF, "NotoSansGeorgian[wght].ttf"),
    (0x1200, 0x139F, "NotoSansEthiopic[wght].ttf"),
    (0x1780, 0x17FF, "NotoSansKhmer[wght].ttf"),
    (0x2000, 0x2BFF, "NotoSansSymbols[wght].ttf"),
    (0x2000, 0x3300, "NotoEmoji[wght].ttf"),
    (0x1F000, 0x1FAFF, "NotoEmoji[wght].ttf"),
    (0x1F100, 0x1F8FF, "NotoSansSymbols[wght].ttf"),
    (0x0020, 0xFFFD, "NotoSans[wght].ttf"),
)
_JOINERS = {0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)}


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface ready to be set. `cap` is the height of a capital and `size` units make one em."""

    name: str
    font: hb.Font
    size: int
    cap: float
    caps_only: bool = False

    def covers(self, text: str) -> bool:
        """Has it a glyph for every letter?"""
        letters = (ch for ch in unicodedata.normalize("NFC", text) if not (ch.isspace() or silent(ch)))
        return all(self.font.get_nominal_glyph(ord(ch)) for ch in letters)


def silent(ch: str) -> bool:
    """Is it a character without a shape of its own: a joiner, a direction mark, a variation selector?"""
    return ord(ch) in _JOINERS or unicodedata.category(ch) in {"Cf", "Cc"}


@cache
def table() -> dict[str, dict[str, object]]:
    """The typefaces of data/typefaces.toml by name."""
    text = resources.files(__package__).joinpath("data/typefaces.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def face(name: str) -> Face:
    """A typeface by its name in the table."""
    entry = table()[name]
    source = resources.files(str(entry["package"])).joinpath("files").joinpath(str(entry["file"]))
    return _opened(name, hb.Face(source.read_bytes()), entry.get("weight"), bool(entry.get("caps")))


@cache
def _packaged(package: str, file: str, weight: int) -> Face | None:
    found = util.find_spec(package)
    path = Path(str(next(iter(found.submodule_search_locations or ()), ""))) / file if found else None
    if path is None or not path.is_file():
        return None
    # Read through a map of the file: the largest has 32 MB, of which a line needs a few pages.
    return _opened(f"{file}/{weight}", hb.Face(hb.Blob.from_file_path(str(path))), weight, False)


@cache
def _plain(weight: int) -> Face:
    """The face for the letters of Europe that display faces lack."""
    return _opened(f"grotesque/{weight}", face("grotesque").font.face, weight, False)


def _opened(name: str, loaded: hb.Face, weight: object, caps_only: bool) -> Face:
    font = hb.Font(loaded)
    if isinstance(weight, int):
        font.set_variations({"wght": float(weight)})
    glyph = font.get_nominal_glyph(ord("H")) or 0
    extents = font.get_glyph_extents(glyph)
    cap = abs(extents.height) if extents is not None and glyph else loaded.upem * 0.7
    return Face(name, font, loaded.upem, cap / loaded.upem, caps_only)


@cache
def _system() -> skia.FontMgr:
    return skia.FontMgr.RefDefault() if hasattr(skia.FontMgr, "RefDefault") else skia.FontMgr()


_INSTALLED: dict[int, Face] = {}


def _installed(ch: str, weight: int) -> Face | None:
    """A face of the system that has the letter as an outline; None where there is none."""
    style = skia.FontStyle.Bold() if weight >= 550 else skia.FontStyle.Normal()
    found = _system().matchFamilyStyleCharacter("", style, ["en"], ord(ch))
    if found is None or not found.unicharToGlyph(ord(ch)):
        return None
    known = _INSTALLED.get(found.uniqueID())
    if known is None:
        tags = {tag.to_bytes(4, "big").decode("latin-1"): tag for tag in found.getTableTags()}
        if not tags.keys() & {"glyf", "CFF ", "CFF2"}:
            return None  # a face of coloured bitmaps has no outlines to print

        def read(_face: object, tag: str, _data: object) -> bytes | None:
            return bytes(found.copyTableData(tags[tag])) if tag in tags else None

        known = _opened(f"system/{found.uniqueID()}", hb.Face.create_for_tables(read, None), None, False)
        _INSTALLED[found.uniqueID()] = known
    return known if known.font.get_nominal_glyph(ord(ch)) else None


@lru_cache(4096)
def spare(ch: str, weight: int = 600) -> Face | None:
    """A face that has the letter, when the chosen one lacks it; None where nothing that is installed has it."""
    point = ord(ch)
    plain = _plain(weight)
    if plain.font.get_nominal_glyph(point):
        return plain
    for first, last, file in SCRIPTS:
        if first <= point <= last:
            found = _packaged(SCRIPTS_AT, file, weight)
            if found is not None and found.font.get_nominal_glyph(point):
                return found
    wide = _packaged(CJK_AT, CJK_FILE, weight) if point >= 0x1100 else None
    if wide is not None and wide.font.get_nominal_glyph(point):
        return wide
    return _installed(ch, weight)


def clusters(text: str) -> list[str]:
    """A text in units that must stay in one face: a letter with its marks, a joined sequence of pictures."""
    found: list[str] = []
    for ch in text:
        point = ord(ch)
        tied = found and (
            unicodedata.category(ch) in {"Mn", "Mc", "Me"}
            or silent(ch)
            or 0x1F3FB <= point <= 0x1F3FF
            or found[-1].endswith("\u200d")
            or (_flag(ch) and _flag(found[-1]))
        )
        if tied:
            found[-1] += ch
        else:
            found.append(ch)
    return found


def _flag(text: str) -> bool:
    return len(text) == 1 and 0x1F1E6 <= ord(text) <= 0x1F1FF


def face_of(cluster: str, first: Face, weight: int = 600) -> Face | None:
    """The first choice where it has the whole cluster, else a face that has; None where no face has it."""
    if cluster.isspace() or first.covers(cluster):
        return first
    for ch in unicodedata.normalize("NFC", cluster):
        if not silent(ch):
            found = spare(ch, weight)
            if found is not None and found.covers(cluster):
                return found
            break
    # A mark that its letter's face lacks: some other face may have both.
    return next((f for ch in cluster if not silent(ch) and (f := spare(ch, weight)) and f.covers(cluster)), None)
