"""A shirt by itself: T-shirt, jersey, sweater, hoodie."""

from pinxit.engines.illustrator.colours import WHITE, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, disc, score
from pinxit.engines.illustrator.rigs.material import Finish, coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic
from pinxit.engines.illustrator.rigs.wire import wires

_SHORT = "38,-142 66,-134 88,-112 112,-76 100,-66 78,-58 56,-88"
_LONG = "38,-142 66,-132 84,-100 94,-50 98,-14 86,-8 72,-12 64,-60 52,-88"
_BODY = "-30,-148 -16,-134 0,-129 16,-134 30,-148 56,-138 60,-104 57,-60 59,0 30,5 0,6 -30,5 -59,0 -57,-60 -60,-104 -56,-138"


@thing(
    "t-shirt",
    "tshirt",
    "t shirt",
    "tee shirt",
    "shirt",
    "sweater",
    "hoodie",
    "jumper",
    "jersey",
    "tee",
    "pullover",
    cm=70,
    kind="clothes",
)
def draw(pen: Pen, look: Look) -> None:
    long = look.noun in {"sweater", "hoodie", "jumper", "pullover"}
    what = finish(look, (62, 134, 190), "soft", "cloth")
    if look.noun == "hoodie":
        coat(pen, organic("-40,-140 -46,-166 -24,-186 0,-190 24,-186 46,-166 40,-140 0,-128"), what.tone(-0.1))
    coat(pen, organic("-28,-148 0,-156 28,-148 14,-132 0,-128 -14,-132", 0.4), what.tone(-0.45), line=0.8)
    if not long:
        bar(pen, "-8 -149 16 8 1", lighten(what.rgb, 0.85), "flat", 0.5)
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            _sleeve(pen, what, long)
    body = organic(_BODY, 0.25)
    coat(pen, body, what)
    patterned(pen, body, look, what.rgb)
    with pen.on(body):
        score(
            pen,
            "-58,-92 -38,-84 -26,-74|58,-92 40,-82 30,-70|-56,-40 -42,-30 -38,-12|55,-46 44,-32 42,-8",
            what.tone(-0.36).rgb,
            3,
            0.65,
        )
        score(pen, "-54,-82 -38,-74|54,-82 42,-72|-50,-30 -44,-16|49,-34 47,-14", what.tone(0.35).rgb, 2.4, 0.65)
        if look.noun in {"sweater", "jumper", "pullover"}:
            _knit(pen, what)
    _trim(pen, look, what)
    pen.anchor("text", 0, -84, 88)


def _sleeve(pen: Pen, what: Finish, long: bool) -> None:
    sleeve = organic(_LONG if long else _SHORT, 0.22)
    coat(pen, sleeve, what.tone(-0.1))
    with pen.on(sleeve):
        if long:
            score(pen, "66,-26 84,-20 102,-24", what.tone(-0.4).rgb, 2.4, 0.8)
            score(pen, "60,-84 72,-74|66,-60 78,-52", what.tone(-0.4).rgb, 3, 0.6)
        else:
            score(pen, "73,-66 94,-74 107,-84|70,-62 92,-70 104,-80", what.tone(-0.4).rgb, 1.5, 0.8)
            score(pen, "58,-92 70,-98 76,-108", what.tone(-0.4).rgb, 3, 0.6)


def _knit(pen: Pen, what: Finish) -> None:
    """Cables down the chest, ribs at the hem."""
    for x in (-34, -12, 12, 34):
        course = " ".join(f"{x + (5 if i % 2 else -5)},{-132 + i * 12}" for i in range(10))
        other = " ".join(f"{x - (5 if i % 2 else -5)},{-132 + i * 12}" for i in range(10))
        score(pen, f"{course}|{other}", what.tone(-0.34).rgb, 2.2, 0.75)
    score(pen, "|".join(f"{x},-14 {x},8" for x in range(-56, 57, 7)), what.tone(-0.34).rgb, 2, 0.75)


def _trim(pen: Pen, look: Look, what: Finish) -> None:
    """Collar and hem, the pocket and the strings of a hoodie."""
    rib = look.part("collar", what.tone(-0.22).rgb)
    wires(pen, "-30,-147 -16,-133 0,-128 16,-133 30,-147", rib, 7, "soft", 0.7)
    score(pen, "-58,-9 0,-4 58,-9|-58,-5 0,0 58,-5", what.tone(-0.36).rgb, 1.4, 0.75)
    if look.noun == "hoodie":
        coat(pen, organic("-34,-50 34,-50 44,-12 40,-8 -40,-8 -44,-12", 0.15), what.tone(0.05), line=0.8)
        score(pen, "-34,-48 -43,-16|34,-48 43,-16", what.tone(-0.4).rgb, 3, 0.8)
        for x in (-12, 12):
            wires(pen, f"{x},-128 {x * 1.2},-108 {x * 1.1},-88", WHITE, 4, "soft", 0.5)
            disc(pen, f"{x * 1.1} -86 3", (206, 210, 218), "metal", 0.5)
