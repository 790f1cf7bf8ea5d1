"""Unfinished pictures in a terminal: who shows them how, decoded again by what the terminals document."""

from __future__ import annotations

import base64
import io
import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pinxit.cli.previews import Blocks, Inline, Kitty, Pane, Sixel, choose_painter

_TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environment", "kind"),
    [
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, Kitty),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, Kitty),
        ({**_TRUE, "KITTY_WINDOW_ID": "1"}, Kitty),
        ({**_TRUE, "KITTY_WINDOW_ID": "1", "VTE_VERSION": "7600"}, Blocks),
        ({**_TRUE, "KITTY_WINDOW_ID": "1", "TERM_PROGRAM": "vscode"}, Blocks),
        ({**_TRUE, "TERM_PROGRAM": "iTerm.app"}, Inline),
        ({**_TRUE, "TERM_PROGRAM": "WezTerm"}, Inline),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"}, Inline),
        ({"TERM": "foot", "COLORTERM": "truecolor"}, Sixel),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor", "KITTY_WINDOW_ID": "1"}, Blocks),
        ({**_TRUE, "TMUX": "tmux,1,0", "TERM_PROGRAM": "iTerm.app"}, Blocks),
        (_TRUE, Blocks),
        ({"TERM": "xterm-256color", "WT_SESSION": "x"}, Blocks),
        ({**_TRUE, "NO_COLOR": "1"}, type(None)),
        ({"TERM": "xterm-256color"}, type(None)),
        ({"TERM": "linux"}, type(None)),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, type(None)),
        ({}, type(None)),
    ],
    ids=lambda value: (
        value.__name__ if isinstance(value, type) else "-".join(value.values()).replace("/", "") or "empty"
    ),
)
def test_a_terminal_gets_pictures_as_it_can_show_them(environment: dict[str, str], kind: type) -> None:
    assert type(choose_painter(environment)) is kind


def test_the_user_has_the_last_word() -> None:
    assert choose_painter({"TERM": "xterm-kitty"}, wanted=False) is None
    assert isinstance(choose_painter({"TERM": "xterm"}, wanted=True), Blocks)
    assert isinstance(choose_painter({**_TRUE, "NO_COLOR": "1"}, wanted=True), Blocks)
    assert choose_painter({"TERM": "dumb"}, wanted=True) is None


def _draw(width: int, height: int) -> Image.Image:
    picture = Image.new("RGBA", (width, height), (200, 30, 30, 255))
    picture.paste((20, 20, 220, 255), (width // 2, 0, width, height))
    picture.paste((20, 200, 20, 255), (0, height // 2, width // 2, height))
    return picture


def test_half_blocks_hold_every_pixel() -> None:
    picture = _draw(6, 4)
    picture.putpixel((5, 0), (0, 0, 0, 0))
    text = Blocks().paint(picture)
    for y, row in enumerate(text.split("\r\n")):
        assert row.endswith("\x1b[0m")
        seen: list[tuple[int, ...]] = []
        colours: tuple[int, ...] = ()
        for sgr, sign in re.findall(r"\x1b\[([\d;]*)m|([▀ ])", row):
            if sgr:
                numbers = [int(number) for number in sgr.split(";")]
                colours = (*numbers[2:5], *numbers[7:10])
            if sign:
                seen.append(colours if sign == "▀" else ())
        for x in range(6):
            above, below = picture.getpixel((x, 2 * y)), picture.getpixel((x, 2 * y + 1))
            assert isinstance(above, tuple)
            assert isinstance(below, tuple)
            whole = above[3] and below[3]
            assert seen[x] == ((*above[:3], *below[:3]) if whole else ())


def test_kitty_gets_a_png_in_chunks_and_the_one_before_goes() -> None:
    painter = Kitty((10, 20))
    numbers = []
    for _ in range(3):
        picture = Image.effect_noise((200, 100), 90).convert("RGBA")
        commands = re.findall(r"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\", painter.paint(picture))
        sent = [(dict(pair.split("=") for pair in keys.split(",")), data) for keys, data in commands]
        pieces = [data for keys, data in sent if keys.get("a") != "d"]
        head, *rest = [keys for keys, _ in sent if keys.get("a") != "d"]
        assert (head["a"], head["f"], head["c"], head["r"], head["C"], head["q"]) == ("T", "100", "20", "5", "1", "2")
        assert [keys["m"] for keys in (head, *rest)] == ["1"] * len(rest) + ["0"]
        assert rest
        assert all(set(keys) == {"m"} for keys in rest)
        assert all(len(piece) <= 4096 and len(piece) % 4 == 0 for piece in pieces)
        shown = Image.open(io.BytesIO(base64.b64decode("".join(pieces), validate=True)))
        assert shown.convert("RGBA").tobytes() == picture.tobytes()
        deleted = [keys for keys, _ in sent if keys.get("a") == "d"]
        assert [(keys["d"], keys["q"]) for keys in deleted] == [("I", "2")]
        assert deleted[0]["i"] != head["i"]
        numbers.append((head["i"], deleted[0]["i"]))
    assert numbers[0] == numbers[1][::-1] == numbers[2]
    assert all(f"i={number}," in painter.erase() for number in numbers[0])


def test_iterm_gets_a_file_of_the_right_size() -> None:
    picture = _draw(80, 64)
    found = re.fullmatch(r"\x1b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\a", Inline((8, 16)).paint(picture))
    assert found
    told = dict(pair.split("=") for pair in found[1].split(";"))
    data = base64.b64decode(found[2], validate=True)
    assert told == {
        "inline": "1",
        "size": str(len(data)),
        "width": "10",
        "height": "4",
        "preserveAspectRatio": "0",
    }
    assert Image.open(io.BytesIO(data)).convert("RGBA").tobytes() == picture.tobytes()


def _read_sixels(text: str) -> Image.Image:
    """What a terminal makes of sixels: colours are in hundredths, `$` goes back, `-` to the next six rows."""
    head = re.match(r'\x1bP0;1;0q"1;1;(\d+);(\d+)', text)
    assert head
    assert text.endswith("\x1b\\")
    width, height = int(head[1]), int(head[2])
    picture = Image.new("RGB", (width, height), "magenta")
    colours: dict[int, tuple[int, ...]] = {}
    x = top = colour = 0
    for number, rgb, count, sign, move in re.findall(
        r"#(\d+)((?:;\d+){4})?|(?:!(\d+))?([?-~])|([$-])", text[head.end() : -2]
    ):
        if rgb:
            colours[int(number)] = tuple(round(int(part) * 2.55) for part in rgb.split(";")[2:])
        elif number:
            colour = int(number)
        elif move:
            x, top = 0, top + (6 if move == "-" else 0)
        else:
            run = int(count or 1)
            for row in range(6):
                if ord(sign) - 63 >> row & 1:
                    picture.paste(colours[colour], (x, top + row, x + run, top + row + 1))
            x += run
    return picture


def test_sixels_read_back_are_the_picture() -> None:
    shown = _read_sixels(Sixel((8, 16)).paint(_draw(64, 50)))
    assert shown.size == (64, 48), "a band that is not whole is left out"
    for place, colour in (((10, 10), (200, 30, 30)), ((40, 10), (20, 20, 220)), ((10, 40), (20, 200, 20))):
        pixel = shown.getpixel(place)
        assert isinstance(pixel, tuple)
        assert all(abs(one - other) <= 3 for one, other in zip(pixel, colour, strict=True))
    assert shown.getcolors() is not None
    assert (255, 0, 255) not in {colour for _, colour in shown.getcolors() or []}, "every pixel is painted"


@given(
    st.integers(16, 12_288),
    st.integers(16, 12_288),
    st.integers(1, 10),
    st.integers(1, 300),
    st.integers(1, 100),
)
def test_previews_never_take_more_room_than_the_terminal_has(
    width: int, height: int, count: int, columns: int, lines: int
) -> None:
    pane = Pane.fit(width, height, count, os.terminal_size((columns, lines)))
    if pane is None:
        return
    strip = pane.compose(dict.fromkeys(range(count), Image.new("RGB", (4, 4))), (1, 2))
    assert 1 <= pane.count <= count
    assert strip.width < columns
    assert strip.height // 2 + 2 <= lines
