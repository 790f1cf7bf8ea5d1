"""Ketchup, mustard, peanut butter, a flute of champagne, whisky on ice, a teabag, a packed picnic basket."""

from __future__ import annotations

from pinxit.engines.illustrator.colours import Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.cuts import bar, cut, disc, mould, score, tint
from pinxit.engines.illustrator.rigs.material import Finish
from pinxit.engines.illustrator.rigs.vessel import Turned, Vessel
from pinxit.engines.illustrator.rigs.wire import wire, wires
from pinxit.engines.illustrator.shapes import arc, box, ellipse

GLASS: Rgb = (220, 234, 240)


@thing("ketchup", "ketchup bottle", "tomato sauce", "tomato ketchup", cm=20, kind="food", attach="hand", fit=60)
def draw_ketchup(pen: Pen, look: Look) -> None:
    """A squeezy bottle with a white cap and a label with a tomato."""
    _squeezy(pen, look.colour((200, 36, 34)), (248, 246, 240))
    mould(pen, "-17,-66 -14,-78 0,-82 14,-78 17,-66 10,-54 0,-51 -10,-54", (220, 50, 42), "glossy", 0.7)
    for turn in (-150, -110, -70, -30):
        with pen.at(0, -79, turn=turn):
            mould(pen, "0,0 6,-3 12,0 6,3", (92, 152, 64), "soft", 0.4)


@thing(
    "mustard",
    "mustard bottle",
    "mayonnaise",
    "mayo",
    "sauce bottle",
    "hot sauce",
    cm=20,
    kind="food",
    attach="hand",
    fit=60,
)
def draw_mustard(pen: Pen, look: Look) -> None:
    """The same bottle in yellow with a nozzle; mayonnaise is white, hot sauce red."""
    own: dict[str, Rgb] = {"mayonnaise": (250, 244, 226), "mayo": (250, 244, 226), "hot sauce": (206, 52, 32)}
    tone = look.colour(own.get(look.noun, (246, 196, 44)))
    _squeezy(pen, tone, darken(tone, 0.25) if look.noun in own else (214, 52, 44))
    for x, y in ((-10, -72), (8, -74), (-2, -62), (13, -60), (-14, -58), (2, -50)):
        disc(pen, f"{x} {y} 6", darken(tone, 0.22), "glossy", 0.5)


def _squeezy(pen: Pen, tone: Rgb, cap: Rgb) -> None:
    cut(pen, "-5,-168 5,-168 11,-140 -11,-140", cap, "glossy", 3)
    bar(pen, "-24 -146 48 22 5", cap, "glossy")
    for i in range(7):
        score(pen, f"{-18 + i * 6},-142 {-18 + i * 6},-128", darken(cap, 0.25), 1.4, 0.7)
    body = mould(
        pen,
        "-24,-124 24,-124 38,-108 40,-84 35,-62 40,-38 40,-8 30,0 -30,0 -40,-8 -40,-38 -35,-62 -40,-84 -38,-108",
        tone,
        "glossy",
    )
    tint(pen, body, "-32,-108 -26,-114 -24,-20 -32,-20", (255, 255, 255), 0.45, 2)
    bar(pen, "-30 -98 60 60 8", (252, 246, 232), "flat", 0.6)
    bar(pen, "-27 -95 54 54 6", lighten(tone, 0.72), "flat", 0)
    pen.anchor("text", 0, -46, 50)
    pen.anchor("hand", 0, -60, 60)


@thing("peanut butter", "peanut butter jar", "nut butter", "chocolate spread", cm=12, kind="food")
def draw_spread(pen: Pen, look: Look) -> None:
    """An open jar with a knife that has been in it."""
    tone = look.colour((96, 56, 34) if "chocolate" in look.noun else (198, 136, 70))
    cut(pen, "52,-186 64,-178 26,-92 12,-98", (206, 212, 220), "metal", 4)
    mould(pen, "10,-104 34,-128 44,-118 34,-92 18,-86", lighten(tone, 0.1), "glossy", 0.8)
    pot = cut(pen, "-52,-112 52,-112 58,-100 58,0 -58,0 -58,-100", tone, "glossy", 11)
    tint(pen, pot, "-50,-96 -42,-100 -42,-12 -50,-14", (255, 255, 255), 0.5, 2)
    disc(pen, "0 -112 53 13", lighten(tone, 0.35), "glossy")
    mould(pen, "-40,-113 -20,-120 0,-113 22,-120 40,-112 10,-107 -16,-108", lighten(tone, 0.12), "glossy", 0.5)
    for y in (-104, -97):
        score(pen, f"-56,{y - 4} 0,{y + 8} 56,{y - 4}", darken(tone, 0.25), 1.6, 0.7)
    bar(pen, "-46 -78 92 52 5", (252, 244, 224), "flat", 0.7)
    for x in (-14, 12):
        mould(
            pen,
            f"{x - 13},-58 {x - 4},-63 {x + 4},-60 {x + 13},-62 {x + 15},-50 {x + 4},-46 {x - 4},-47 {x - 14},-45",
            (218, 170, 100),
            "soft",
            0.7,
        )
        score(pen, f"{x - 8},-58 {x - 8},-49|{x},-58 {x},-49|{x + 8},-58 {x + 8},-49", (160, 112, 56), 1.3)
    pen.anchor("text", 0, -36, 80)


@thing(
    "champagne flute",
    "champagne glass",
    "glass of champagne",
    "sparkling wine",
    "prosecco",
    cm=23,
    kind="vessel",
    attach="hand",
    fit=60,
)
def draw_flute(pen: Pen, look: Look) -> None:
    """A slim glass with strings of bubbles."""
    wine = look.colour((246, 214, 124))
    disc(pen, "0 -6 32 8", GLASS, "glass")
    cut(pen, "-3,-64 3,-64 4,-8 -4,-8", GLASS, "glass", 1)
    pen.anchor("hand", 0, -50, 40)
    bowl = mould(pen, "-26,-196 -29,-150 -22,-96 -6,-66 6,-66 22,-96 29,-150 26,-196 0,-192", GLASS, "glass")
    fizz = mould(pen, "-27,-170 -27,-148 -20,-98 -5,-70 5,-70 20,-98 27,-148 27,-170 0,-166", wine, "glossy", 0.6)
    with pen.on(fizz):
        rng = look.random("fizz")
        for x in (-12, -3, 6, 14):
            for i in range(11):
                pen.decal(
                    ellipse(x + rng.uniform(-2, 2), -80 - i * 8.4, rng.uniform(0.9, 2)), (255, 252, 236), alpha=0.9
                )
    disc(pen, "0 -170 27 5.4", lighten(wine, 0.55), "soft", 0.5)
    tint(pen, bowl, "-22,-190 -18,-190 -16,-110 -20,-110", (255, 255, 255), 0.7, 1)
    wire(pen, ellipse(0, -196, 26, 5), (206, 222, 230), 1.8, "flat", 0.25)


@thing("whiskey", "whisky", "bourbon", "scotch", "rum", "brandy", "cognac", cm=9, kind="vessel", attach="hand", fit=80)
def draw_whisky(pen: Pen, look: Look) -> None:
    """A heavy cut tumbler with amber and two cubes of ice."""
    amber = look.colour((206, 122, 36))
    glass = cut(pen, "-58,-104 58,-104 50,0 -50,0", GLASS, "glass", 8)
    drink = cut(pen, "-54,-62 54,-62 48,-12 -48,-12", amber, "glossy", 5, 0.6)
    with pen.on(drink):
        for i in range(7):
            x = -48 + i * 16
            score(pen, f"{x},-60 {x + 16},-10|{x + 16},-60 {x},-10", lighten(amber, 0.4), 1.6, 0.5)
    disc(pen, "0 -62 54 11", lighten(amber, 0.3), "glossy", 0.6)
    for x, y, turn in ((-16, -70, -12), (20, -66, 14)):
        with pen.at(x, y, turn=turn):
            bar(pen, "-17 -18 34 32 5", (232, 244, 250), "glossy", 0.8)
            score(pen, "-10,-12 4,-14|-11,-10 -12,6", (255, 255, 255), 2.4)
    tint(pen, glass, "-50,-98 -42,-98 -38,-8 -44,-8", (255, 255, 255), 0.6, 1)
    wire(pen, ellipse(0, -104, 58, 11), (200, 218, 226), 2.4, "flat", 0.3)
    pen.anchor("hand", 0, -52, 90)


@thing("teabag", "tea bag", "tea bags", "teabags", cm=10, kind="food", attach="hand", fit=60)
def draw_teabag(pen: Pen, look: Look) -> None:
    """A paper pouch with leaves showing through, a thread and its tag."""
    tag = look.colour((96, 160, 84))
    wires(pen, "0,-98 14,-140 46,-150 66,-128", (236, 230, 216), 2.4)
    pouch = cut(pen, "-44,-6 -44,-78 -26,-100 26,-100 44,-78 44,-6 36,0 -36,0", (240, 230, 206), "soft", 4)
    with pen.on(pouch):
        pen.decal(box(-38, -58, 76, 54, 8), (150, 98, 52), alpha=0.55, blur=4)
        rng = look.random("leaves")
        for _ in range(70):
            pen.decal(
                ellipse(rng.uniform(-36, 36), rng.uniform(-54, -6), 3, 1.4, rng.uniform(0, 180)),
                (96, 58, 30),
                alpha=0.6,
            )
        score(pen, "-44,-80 0,-76 44,-80|0,-76 0,-100", (196, 180, 146), 2)
    bar(pen, "-5 -102 10 7 1", (180, 184, 190), "metal", 0.5)
    with pen.at(66, -110, turn=14):
        bar(pen, "-21 -20 42 46 4", tag, "soft")
        mould(pen, "0,-10 12,-2 8,12 0,18 -8,12 -12,-2", (250, 248, 236), "flat", 0.4)


@thing(
    "picnic basket",
    "picnic hamper",
    "hamper",
    "food basket",
    "gift basket",
    cm=38,
    kind="vessel",
    attach="hand",
    fit=60,
)
def draw_hamper(pen: Pen, look: Look) -> None:
    """A basket with a chequered cloth, a baguette, a bottle, apples and a loaf looking out."""
    straw = look.colour((206, 150, 84))
    cloth: Rgb = (206, 48, 52)
    shape = Turned("82 -74 80 -50 72 0", 0.24)
    wire(pen, arc(0, -76, 70, 104, 180, 180), darken(straw, 0.25), 10, "round", 1.0)
    with pen.at(-34, -70, turn=-20):
        mould(pen, "-12,10 -14,-70 0,-90 14,-70 12,10", (214, 156, 84), "soft")
        score(pen, "-8,-62 8,-54|-8,-42 8,-34|-8,-22 8,-14", (250, 226, 170), 4)
    with pen.at(26, -66, turn=12):
        mould(pen, "-13,10 -13,-44 -6,-62 -5,-92 5,-92 6,-62 13,-44 13,10", (40, 84, 56), "glossy")
        bar(pen, "-6 -96 12 14 2", (186, 50, 52), "soft", 0.7)
    disc(pen, "-4 -88 23 21", (204, 44, 44), "glossy")
    wires(pen, "-4,-106 0,-116", (92, 62, 38), 3.4)
    disc(pen, "52 -84 20 19", (146, 186, 70), "glossy")

    def weave(pen: Pen) -> None:
        for row in range(6):
            for i, a in enumerate(range(-92, 93, 11)):
                if (row + i) % 2 == 0:
                    low, high = -62 + row * 11, -52 + row * 11
                    left, right = max(a - 9, -90), min(a + 9, 90)
                    pen.fill(shape.patch(left, right, low, high), lighten(straw, 0.12), "round", line=0.3)

    with pen.on(box(-200, -58, 400, 200)):
        Vessel(shape, Finish(darken(straw, 0.2), "round"), 5, None, 14, None, weave, windows=False).draw(pen)
    flap = mould(
        pen,
        "-86,-74 -40,-62 0,-56 40,-62 86,-74 92,-56 70,-30 46,-44 24,-22 0,-40 -26,-20 -48,-42 -72,-28 -92,-56",
        cloth,
        "soft",
    )
    with pen.on(flap):
        for i in range(-10, 11):
            pen.decal(box(i * 18 - 4, -90, 8, 90), (252, 246, 236), alpha=0.75)
        for y in (-72, -54, -36):
            pen.decal(box(-100, y, 200, 7), (252, 246, 236), alpha=0.55)
    pen.anchor("text", 0, -14, 80)
