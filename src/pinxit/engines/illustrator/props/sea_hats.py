"""Hats of the sea: a pirate's, a captain's, a sailor's."""

from pinxit.engines.illustrator.colours import WHITE, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import capsule, ellipse, mirrored, smooth

GOLD = (236, 190, 84)


@thing(
    "pirate hat", "tricorn", "tricorne", "pirate captain hat", "bicorne", cm=26, kind="clothes", attach="head", fit=100
)
def draw_pirate(pen: Pen, look: Look) -> None:
    what = finish(look, (46, 42, 50), "soft", "cloth")
    trim = look.colour(GOLD, 1)
    coat(pen, organic("-46 6 -44 -40 -24 -64 24 -64 44 -40 46 6 0 16", 0.4), what.tone(-0.18))
    flap = organic("-92 -22 -70 -52 -34 -66 0 -82 34 -66 70 -52 92 -22 74 -6 40 8 0 16 -40 8 -74 -6", 0.42)
    coat(pen, flap, what)
    with pen.on(flap):
        pen.line(flap, trim, 9)
        pen.line(flap, darken(trim, 0.35), 1.4)
    _skull(pen)
    for side in (1, -1):
        pen.fill(ellipse(side * 78, -24, 5), trim, "metal", line=0.5)


def _skull(pen: Pen) -> None:
    bone = (246, 243, 232)
    for turn in (26, -26):
        with pen.at(0, -22, turn=turn):
            pen.fill(capsule(-32, 0, 32, 0, 6, 6), bone, "soft", line=0.5)
            for x, y in ((-33, -4), (-33, 4), (33, -4), (33, 4)):
                pen.fill(ellipse(x, y, 5), bone, "soft", line=0.4)
    pen.fill(organic("-19 -38 -14 -54 0 -59 14 -54 19 -38 13 -26 12 -16 -12 -16 -13 -26", 0.5), bone, "soft", line=0.7)
    for side in (1, -1):
        pen.decal(ellipse(side * 7.4, -37, 5.2, 6), (40, 34, 40))
    pen.decal(organic("0 -31 3 -25 -3 -25", 0.2), (40, 34, 40))
    for x in (-6, 0, 6):
        pen.line(stroke(f"{x} -22 {x} -16"), (60, 52, 56), 1.4)


def _peaked(pen: Pen, look: Look, crown_tone: tuple[int, int, int], band: tuple[int, int, int]) -> None:
    """A cap with a wide flat crown, a band and a glossy peak."""
    what = finish(look, crown_tone, "soft", "cloth")
    crown = organic("-58 -14 -82 -40 -70 -62 -30 -74 0 -80 30 -74 70 -62 82 -40 58 -14 0 -6", 0.5)
    coat(pen, crown, what)
    with pen.on(crown):
        pen.line(stroke("-80 -42 -30 -30 0 -28 30 -30 80 -42"), darken(what.rgb, 0.2), 2, alpha=0.6)
    strip = organic("-58 -22 0 -12 58 -22 56 6 0 16 -56 6", 0.3)
    pen.fill(strip, band, "soft", line=0.7)
    peak = organic("-54 4 0 12 54 4 66 18 40 30 0 35 -40 30 -66 18", 0.5)
    pen.fill(peak, (34, 34, 42), "glossy")
    pen.decal(organic("-44 14 -14 22 -16 27 -46 20"), WHITE, alpha=0.4, blur=1)
    pen.line(stroke("-55 6 0 15 55 6"), GOLD, 3.6)


@thing("captain's hat", "captain hat", "sea captain hat", "yacht cap", cm=18, kind="clothes", attach="head", fit=100)
def draw_captain(pen: Pen, look: Look) -> None:
    _peaked(pen, look, (248, 247, 243), (36, 44, 74))
    for side in (1, -1):
        leaf = smooth([(0, 4), (side * 9, -2), (side * 15, -16), (side * 10, -26), (side * 5, -14)])
        pen.fill(leaf, GOLD, "metal", line=0.4)
    pen.line(stroke("0 -24 0 2"), GOLD, 3)
    pen.line(stroke("-8 -6 -5 2 0 4 5 2 8 -6"), GOLD, 2.6)
    pen.line(stroke("-6 -17 6 -17"), GOLD, 2.4)
    pen.fill(ellipse(0, -26, 3), GOLD, "metal", line=0.3)


@thing("police cap", "police hat", "policeman hat", "officer cap", "chauffeur cap", "pilot cap", "conductor cap", cm=18,
       kind="clothes", attach="head", fit=100)  # fmt: skip
def draw_police(pen: Pen, look: Look) -> None:
    _peaked(pen, look, (44, 62, 112), (30, 40, 76))
    shield = organic("-13 -46 0 -52 13 -46 14 -30 0 -16 -14 -30", 0.25)
    pen.fill(shield, (238, 194, 84), "metal", line=0.6)
    pen.decal(ellipse(0, -35, 5.4), (250, 232, 160))


@thing("sailor cap", "sailor hat", "dixie cup hat", "sailor's cap", cm=13, kind="clothes", attach="head", fit=100)
def draw_sailor(pen: Pen, look: Look) -> None:
    what = finish(look, (248, 248, 246), "soft", "cloth")
    coat(pen, organic("-46 -20 -40 -52 0 -62 40 -52 46 -20", 0.5), what.tone(-0.03))
    roll = organic("-56 -28 0 -22 56 -28 58 2 0 14 -58 2", 0.35)
    coat(pen, roll, what)
    with pen.on(roll):
        pen.line(stroke("-58 -6 0 5 58 -6"), look.colour((48, 84, 150), 1), 6)
    ribbon = (48, 84, 150)
    for path in (organic("50 -4 78 10 74 34 62 22 48 8", 0.3),):
        pen.fill(path, ribbon, "soft", line=0.6)
        pen.fill(mirrored(organic("50 -4 62 14 56 30 48 10", 0.3)), lighten(ribbon, 0.1), "soft", line=0.6)


@thing("nurse cap", "nurse hat", cm=10, kind="clothes", attach="head", fit=100)
def draw_nurse(pen: Pen, look: Look) -> None:
    what = finish(look, (250, 250, 248), "soft", "cloth")
    coat(pen, organic("-50 2 -58 -34 -30 -46 0 -50 30 -46 58 -34 50 2 0 12", 0.3), what)
    red = look.colour((214, 52, 58), 1)
    pen.decal(organic("-5 -36 5 -36 5 -25 16 -25 16 -15 5 -15 5 -4 -5 -4 -5 -15 -16 -15 -16 -25 -5 -25", 0.02), red)
    pen.line(stroke("-50 -2 0 8 50 -2"), darken(what.rgb, 0.2), 1.6)
