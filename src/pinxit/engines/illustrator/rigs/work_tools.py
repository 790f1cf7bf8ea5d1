"""What a verb puts into hands that hold nothing else: a pan and a spoon to cook, a spade to dig, a baton to conduct.

Each tool's origin is its grip; 1 unit is a centimetre of an adult; it stands upright unless the task turns it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.face import stroke
from pinxit.engines.illustrator.rigs.pastimes import DRAWN
from pinxit.engines.illustrator.rigs.person_tools import draw_tool
from pinxit.engines.illustrator.shapes import box, ellipse, smooth, tube

_STEEL, _WOOD, _DARK = (196, 204, 214), (142, 96, 58), (52, 50, 58)


@dataclass(frozen=True, slots=True)
class Task:
    """The pose of a working verb, with the tools of the right and the left hand and their turns in degrees."""

    pose: str
    right: str = ""
    left: str = ""
    turns: tuple[float, float] = (0.0, 0.0)  # of the right tool, of the left


_TASKS: tuple[tuple[str, Task], ...] = (
    ("cook stir mix fry prepare", Task("cook", "spoon", "pan", (196, 0))),
    ("read", Task("leaf", "book")),
    ("carry", Task("crate", "crate")),
    ("photograph film", Task("snap", "camera")),
    ("call phone telephone talk", Task("call", "phone", "", (-8, 0))),
    ("drink sip", Task("sip", "tumbler")),
    ("eat dine", Task("feed", "fork", "dish", (-36, 0))),
    ("lift weightlift", Task("lift", "barbell")),
    ("drum", Task("beat", "stick", "snare", (-58, 0))),
    ("fiddle", Task("fiddle", "violin", "bow", (4, 44))),
    ("trumpet", Task("brass", "trumpet")),
    ("paint", Task("easel", "brush", "palette", (64, 0))),
    ("write draw sketch note", Task("jot", "pencil", "pad", (-150, -8))),
    ("hammer forge", Task("strike", "hammer", "", (14, 0))),
    ("dig shovel garden", Task("shaft", "spade", "", (-28, 0))),
    ("sweep mop rake", Task("shaft", "besom", "", (-28, 0))),
    ("fish angle", Task("angle", "rod", "", (18, 0))),
    ("examine inspect investigate search", Task("peer", "lens", "", (-16, 0))),
    ("pour", Task("pour", "jug", "tumbler", (-58, 0))),
    ("knit crochet", Task("knit", "needle", "wool", (-52, 44))),
    ("sing", Task("croon", "microphone", "", (-34, 0))),
    ("conduct", Task("conduct", "baton", "", (16, 0))),
)
# Instruments by their nouns; what is plucked is held across the belly instead.
_PLAYED: dict[str, Task] = {
    noun: task
    for nouns, task in (
        ("violin viola fiddle", Task("fiddle", "violin", "bow", (4, 44))),
        ("trumpet trombone horn cornet tuba bugle", Task("brass", "trumpet")),
        ("flute piccolo clarinet oboe recorder", Task("flute", "flute")),
        ("drum drums snare bongo drumkit", Task("beat", "stick", "snare", (-58, 0))),
        ("piano keyboard organ synthesizer harpsichord", Task("keys")),
    )
    for noun in nouns.split()
}
_TASK_OF = {verb: task for verbs, task in _TASKS for verb in verbs.split()}


def task_for(verb: str | None) -> Task | None:
    """The task of a verb, if it is work that needs a tool."""
    return _TASK_OF.get(verb or "")


def played(noun: str | None) -> Task | None:
    """How an instrument is played, if the rig draws it itself."""
    words = (noun or "").lower().split()
    return _PLAYED.get(words[-1]) if words else None


def draw_work_tool(pen: Pen, name: str) -> None:
    """The tool of that name; an unknown one is looked for among what trades carry."""
    if name in _DRAWN:
        _DRAWN[name](pen)
    elif name in DRAWN:
        DRAWN[name](pen)
    else:
        draw_tool(pen, name)


def _pan(pen: Pen) -> None:
    pen.fill(tube([(-3, 0), (10, -1)], 2.8), _DARK, "round")
    body = smooth([(8, -4), (38, -4), (36, 2.5), (33, 4.5), (13, 4.5), (10, 2.5)], tension=0.25)
    pen.fill(body, (70, 72, 80), "metal")
    pen.fill(ellipse(23, -4, 15.4, 4.0), (46, 46, 54), "flat")
    for x, y, tone in ((15, -5, (232, 178, 82)), (21, -6, (206, 84, 58)), (27, -5.2, (112, 158, 76)),
                       (32, -4.8, (232, 178, 82)), (24, -4, (236, 206, 140))):  # fmt: skip
        pen.fill(ellipse(x, y, 3.4, 2.1), tone, "round", line=0.4)
    for x in (16, 24, 31):
        steam = stroke([(x, -10), (x + 2.4, -16), (x - 1.6, -22), (x + 1.4, -28)], 1.8)
        pen.decal(steam, (255, 255, 255), alpha=0.5, blur=1.0)


def _palette(pen: Pen) -> None:
    board = smooth([(-16, -2), (-8, -9), (8, -9), (18, -3), (15, 6), (4, 5), (-2, 9), (-13, 7)])
    pen.fill(board, (206, 158, 102), "soft")
    for x, y, tone in ((-10, -2, (206, 62, 52)), (-4, -6, (240, 190, 62)), (4, -6, (82, 152, 92)),
                       (11, -3, (62, 112, 186)), (11, 2, (142, 82, 152))):  # fmt: skip
        pen.decal(ellipse(x, y, 2.6, 1.8), tone)


def _pad(pen: Pen) -> None:
    pen.fill(box(-9, -13, 20, 25, 1), (250, 246, 234), "flat", line=1)
    pen.fill(box(-9, -14, 20, 3, 0.8), (70, 96, 142), "flat", line=0.5)
    for k in range(6):
        pen.decal(stroke([(-6, -7 + k * 3), (1, -7.3 + k * 3), (8 - k % 3 * 2, -7 + k * 3)], 0.5, 1, 1), (92, 98, 120))


def _pencil(pen: Pen) -> None:
    pen.fill(tube([(0, 6), (0, -12)], [1.9, 1.9]), (240, 184, 58), "round", line=0.6)
    pen.fill(smooth([(-1, -12), (1, -12), (0, -16)], tension=0.1), (238, 214, 176), "flat", line=0.4)
    pen.decal(ellipse(0, -15.4, 0.5, 0.8), _DARK)


def _hammer(pen: Pen) -> None:
    pen.fill(tube([(0, 9), (0, -22)], [2.8, 2.2]), _WOOD, "round")
    pen.fill(box(-8, -27, 17, 6.4, 1.4), (112, 118, 130), "metal")


def _spade(pen: Pen) -> None:
    pen.fill(tube([(0, -50), (0, 62)], 2.8), _WOOD, "round")
    pen.fill(tube([(-6, -51), (6, -51)], 3.2), darken(_WOOD, 0.2), "round")
    blade = smooth([(-9, 56), (9, 56), (9.4, 72), (0, 88), (-9.4, 72)], tension=0.3)
    pen.fill(blade, (150, 158, 170), "metal")


def _besom(pen: Pen) -> None:
    pen.fill(tube([(0, -50), (0, 66)], 2.6), _WOOD, "round")
    straw = smooth([(-3, 60), (3, 60), (9, 74), (13, 90), (0, 87), (-13, 90), (-9, 74)], tension=0.3)
    pen.fill(straw, (214, 172, 92), "soft")
    with pen.on(straw):
        for k in range(-4, 5):
            pen.decal(stroke([(k * 0.6, 60), (k * 1.8, 74), (k * 3, 92)], 0.8, 1, 1), (158, 114, 54))
        pen.decal(box(-6, 64, 12, 2.4, 1), (146, 56, 46))


def _lens(pen: Pen) -> None:
    pen.fill(tube([(0, 7), (0, -6)], [3.0, 2.6]), (74, 48, 38), "round")
    pen.fill(ellipse(0, -14, 9.2), (206, 168, 82), "metal")
    pen.fill(ellipse(0, -14, 7.4), (206, 230, 236), "glass", line=0.4)
    pen.decal(stroke([(-4.6, -14), (-3.6, -17.6), (-0.6, -19.4)], 1.1), (255, 255, 255), alpha=0.9)


def _jug(pen: Pen) -> None:
    pen.fill(tube([(0, -5), (4, -9), (4, 7), (0, 5)], 2.2), (92, 138, 178), "glossy")
    body = smooth([(-15, -10), (-1, -10), (-2, -2), (1, 6), (-3, 12), (-13, 12), (-17, 6), (-14, -3)], tension=0.35)
    pen.fill(body, (110, 158, 196), "glossy")
    pen.decal(ellipse(-8, -10, 6.6, 1.6), darken((110, 158, 196), 0.5))


def _tumbler(pen: Pen) -> None:
    pen.fill(smooth([(-4.6, -9), (4.6, -9), (3.6, 7), (-3.6, 7)], tension=0.12), (214, 232, 240), "glass")
    pen.decal(ellipse(0, -9, 4.6, 1.2), (236, 246, 250), alpha=0.9)


def _needle(pen: Pen) -> None:
    pen.fill(tube([(0, -24), (0, 12)], 1.2), lighten(_WOOD, 0.3), "round", line=0.5)
    pen.fill(ellipse(0, 12, 1.6), (206, 72, 66), "glossy", line=0.4)


def _wool(pen: Pen) -> None:
    _needle(pen)
    with pen.at(0, 0, 1, turn=-44):
        cloth = smooth([(2, -9), (24, -9), (25, 16), (14, 18), (3, 15)], tension=0.2)
        pen.fill(cloth, (206, 92, 98), "soft")
        with pen.on(cloth):
            for k in range(6):
                row = [(2, -5 + k * 4), (8, -3.4 + k * 4), (14, -5 + k * 4), (20, -3.4 + k * 4), (26, -5 + k * 4)]
                pen.decal(stroke(row, 0.8, 1, 1), darken((206, 92, 98), 0.3), alpha=0.7)


def _microphone(pen: Pen) -> None:
    pen.fill(tube([(0, 12), (0, -6)], [2.6, 3.8]), _DARK, "round")
    pen.fill(ellipse(0, -10, 4.4, 4.8), (150, 154, 166), "metal")
    pen.decal(stroke([(-4, -9), (0, -8.2), (4, -9)], 0.8, 1, 1), _DARK)


def _baton(pen: Pen) -> None:
    pen.fill(tube([(0, 4), (0, -34)], [1.5, 0.7]), (246, 242, 232), "round", line=0.5)
    pen.fill(ellipse(0, 4, 2.2, 3), _WOOD, "round", line=0.5)


_DRAWN: dict[str, Callable[[Pen], None]] = {
    "pan": _pan, "palette": _palette, "pad": _pad, "pencil": _pencil, "hammer": _hammer, "spade": _spade,
    "besom": _besom, "lens": _lens, "jug": _jug, "tumbler": _tumbler, "needle": _needle, "wool": _wool,
    "microphone": _microphone, "baton": _baton,
}  # fmt: skip
