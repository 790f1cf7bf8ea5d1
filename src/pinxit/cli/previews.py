"""Pictures in a terminal: by the protocol that it has for them, else in coloured half blocks.

kitty's graphics protocol: https://sw.kovidgoyal.net/kitty/graphics-protocol/
iTerm2's inline images: https://iterm2.com/documentation-images.html
sixels: DEC STD 070, "VT330/VT340 Programmer Reference Manual, Volume 2: Graphics"
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Protocol

import numpy as np
from PIL import Image

_TALLEST = 18  # lines
_USUAL_CELL = (8, 16)  # pixels of a character where the terminal does not tell
_CHUNK = 4096  # signs that kitty takes at once
_COLOURS = 64  # of a picture in sixels
_KITTY = {"xterm-kitty", "xterm-ghostty"}
_INLINE = {"iTerm.app", "WezTerm", "mintty"}
_SIXEL = ("foot", "mlterm", "yaft")
_NESTED = ("screen", "tmux")


class Painter(Protocol):
    """Knows how a terminal is told to show a picture. `cell` is how many pixels it has for one character."""

    cell: tuple[int, int]

    def paint(self, strip: Image.Image) -> str:
        """What shows an RGBA picture, its top left corner at the cursor; afterwards that is anywhere below."""
        ...

    def erase(self) -> str:
        """What has to be said, besides blanking the characters, so that the picture goes."""
        ...


def choose_painter(
    environment: Mapping[str, str], wanted: bool | None = None, cell: tuple[int, int] | None = None
) -> Painter | None:
    """Who shows pictures in the terminal of this environment; None: nobody. The terminal itself is not asked.

    `wanted` None leaves it to the terminal; True takes half blocks where it has no better way, False shows none.
    """
    term, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if wanted is False or term == "dumb":
        return None
    if not environment.get("TMUX") and not term.startswith(_NESTED):
        # A terminal that was started in another one inherits its variables.
        alone = environment.get("KITTY_WINDOW_ID") and program in {"", "kitty"} and "VTE_VERSION" not in environment
        if term in _KITTY or program == "ghostty" or alone:
            return Kitty(cell)
        if program in _INLINE or (not program and environment.get("LC_TERMINAL") == "iTerm2"):
            return Inline(cell)
        if term.startswith(_SIXEL):
            return Sixel(cell)
    colourful = environment.get("COLORTERM") in {"truecolor", "24bit"} or term.endswith("-direct")
    colourful = colourful or bool(environment.get("WT_SESSION"))
    return Blocks() if wanted or (colourful and not environment.get("NO_COLOR")) else None


def measure_cell(descriptor: int) -> tuple[int, int] | None:
    """Width and height of a character in pixels, as the terminal's driver knows them; None where it does not."""
    try:
        import fcntl  # noqa: PLC0415  (not everywhere)
        import struct  # noqa: PLC0415
        import termios  # noqa: PLC0415

        told = fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(8))
    except (ImportError, OSError):
        return None
    lines, columns, width, height = struct.unpack("HHHH", told)
    return (width // columns, height // lines) if columns and lines and width >= columns and height >= lines else None


class Blocks:
    """Two pixels in each character, one above the other, in 24-bit colours."""

    cell = (1, 2)

    def paint(self, strip: Image.Image) -> str:
        width, height = strip.size
        data, row = strip.convert("RGBA").tobytes(), 4 * width
        rows = [data[at : at + row] for at in range(0, row * height, row)]
        pairs = zip(rows[::2], rows[1::2], strict=False)
        return "\r\n".join("".join(_write_row(above, below)) + "\x1b[0m" for above, below in pairs)

    def erase(self) -> str:
        return ""


def _write_row(above: bytes, below: bytes) -> Iterator[str]:
    last = ""
    for at in range(0, len(above), 4):
        seen = above[at + 3] > 127 and below[at + 3] > 127
        parts = (*above[at : at + 3], *below[at : at + 3])
        colours = "\x1b[38;2;{};{};{};48;2;{};{};{}m".format(*parts) if seen else "\x1b[0m"
        if colours != last:
            yield colours
            last = colours
        yield "▀" if seen else " "


class Kitty:
    """Each picture comes under a new number and the one before goes afterwards, so that nothing flickers."""

    def __init__(self, cell: tuple[int, int] | None = None) -> None:
        self.cell = cell or _USUAL_CELL
        self._numbers = [1 + os.getpid() % 2**22 * 2 + at for at in range(2)]
        self._shown = 0

    def paint(self, strip: Image.Image) -> str:
        self._shown += 1
        number = self._numbers[self._shown % 2]
        columns, rows = strip.width // self.cell[0], strip.height // self.cell[1]
        text = b64encode(_write_png(strip)).decode()
        pieces = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
        head = f"a=T,f=100,i={number},p=1,c={columns},r={rows},C=1,q=2,"
        said = [
            f"\x1b_G{'' if place else head}m={int(place < len(pieces) - 1)};{piece}\x1b\\"
            for place, piece in enumerate(pieces)
        ]
        return "".join(said) + self._delete(self._numbers[(self._shown + 1) % 2])

    def erase(self) -> str:
        return "".join(map(self._delete, self._numbers))

    def _delete(self, number: int) -> str:
        return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


class Inline:
    """A file in the text, as iTerm2, WezTerm and mintty show it."""

    def __init__(self, cell: tuple[int, int] | None = None) -> None:
        self.cell = cell or _USUAL_CELL

    def paint(self, strip: Image.Image) -> str:
        data = _write_png(strip)
        columns, rows = strip.width // self.cell[0], strip.height // self.cell[1]
        place = f"inline=1;size={len(data)};width={columns};height={rows};preserveAspectRatio=0"
        return f"\x1b]1337;File={place}:{b64encode(data).decode()}\a"

    def erase(self) -> str:
        return ""


class Sixel:
    """Six rows of pixels in each character of a stream."""

    def __init__(self, cell: tuple[int, int] | None = None) -> None:
        self.cell = cell or _USUAL_CELL

    def paint(self, strip: Image.Image) -> str:
        # A last band that is not whole could push the screen up.
        flat = strip.convert("RGB").crop((0, 0, strip.width, strip.height // 6 * 6)).quantize(_COLOURS)
        return f'\x1bP0;1;0q"1;1;{flat.width};{flat.height}{"".join(_write_sixels(flat))}\x1b\\'

    def erase(self) -> str:
        return ""


def _write_sixels(flat: Image.Image) -> Iterator[str]:
    palette = flat.getpalette() or []
    for number in range(len(palette) // 3):
        red, green, blue = (round(part / 2.55) for part in palette[3 * number : 3 * number + 3])
        yield f"#{number};2;{red};{green};{blue}"
    pixels = np.asarray(flat)
    for top in range(0, flat.height, 6):
        band = pixels[top : top + 6]
        places = 1 << np.arange(len(band))[:, None]
        for number in np.unique(band):
            yield f"#{number}{''.join(_shorten(((band == number) * places).sum(0)))}$"
        yield "-"


def _shorten(masks: np.typing.NDArray[np.int64]) -> Iterator[str]:
    """Signs of a row, each run of equal ones with its length."""
    starts = [0, *(np.flatnonzero(np.diff(masks)) + 1), len(masks)]
    for start, end in pairwise(starts):
        sign = chr(63 + masks[start])
        yield sign * (end - start) if end - start < 4 else f"!{end - start}{sign}"


def _write_png(picture: Image.Image) -> bytes:
    data = BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()


@dataclass(frozen=True, slots=True)
class Pane:
    """Room for `count` pictures beside each other, each `columns` wide and `rows` high, in characters."""

    count: int
    columns: int
    rows: int

    @classmethod
    def fit(cls, width: int, height: int, count: int, terminal: os.terminal_size) -> Pane | None:
        """For so many pictures of so many pixels; fewer where they would be too small; None: there is no room."""
        tallest = min(_TALLEST, terminal.lines - 4)
        for shown in range(count, 0, -1):
            widest = (terminal.columns - shown) // shown
            rows = min(tallest, round(widest * height / width / 2))
            if rows >= min(8, tallest) or shown == 1:
                columns = min(widest, max(1, round(rows * 2 * width / height)))
                return cls(shown, columns, rows) if rows > 0 and columns > 0 else None
        return None

    def compose(self, pictures: Mapping[int, Image.Image], cell: tuple[int, int]) -> Image.Image:
        """A strip of what there is of them, by their numbers; the others are transparent."""
        width, height = self.columns * cell[0], self.rows * cell[1]
        strip = Image.new("RGBA", (self.count * (width + cell[0]) - cell[0], height))
        for index, picture in pictures.items():
            if index < self.count:
                strip.paste(picture.convert("RGBA").resize((width, height)), (index * (width + cell[0]), 0))
        return strip
