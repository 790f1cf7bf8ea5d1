"""The playground: a slide, a swing set, a hammock between posts."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import coat, finish, patterned
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, points, stroke
from pinxit.engines.illustrator.shapes import box, capsule, ellipse, smooth, tube


@thing("slide", "playground slide", "playground", "children's slide", cm=210, faces=1)
def draw(pen: Pen, look: Look) -> None:
    """A ladder on the left, a waved chute running down to the right."""
    what = finish(look, (226, 66, 56), "glossy", "plastic")
    steel = look.part("ladder", look.colour((250, 192, 58), 1))
    for spots in ("-64,-138 -84,0", "-34,-130 -40,0"):
        pen.fill(tube(points(spots), 6), darken(steel, 0.3), "metal")
    pen.fill(tube(points("24,-78 30,-40 30,0"), 6), darken(steel, 0.3), "metal")
    far = tube(points("-46,-142 -22,-138 4,-108 30,-70 62,-34 96,-16 124,-16"), 12)
    pen.fill(far, darken(what.rgb, 0.3), "round")
    bed = organic(
        "-52,-132 -24,-130 2,-100 28,-62 60,-26 96,-8 126,-9 126,-16 96,-16 64,-36 34,-72 8,-110 -20,-138 -52,-140"
    )
    pen.fill(bed, lighten(what.rgb, 0.2), "glossy", line=0.6)
    near = tube(points("-52,-130 -24,-127 0,-98 26,-59 58,-22 94,-4 126,-5"), [13, 13, 13, 13, 13, 11, 9])
    coat(pen, near, what)
    pen.line(stroke("-50,-133 -24,-130 1,-102 27,-63 59,-26 94,-8 122,-8"), lighten(what.rgb, 0.6), 2.4, alpha=0.75)
    coat(pen, box(-84, -137, 36, 8, 3), finish(Look(), steel, "glossy"))
    for i in range(6):
        y = -18 - i * 20
        pen.fill(capsule(-88 + i * 2.6, y, -66 + i * 2.6, y, 6), lighten(steel, 0.1), "metal", line=0.7)
    for dx in (0, 22):
        pen.fill(
            tube(
                [
                    (-90 + dx, 0),
                    (-74 + dx, -128),
                    (-76 + dx, -160),
                    (-62 + dx, -172),
                    (-50 + dx, -164),
                    (-50 + dx, -140),
                ],
                6.4,
            ),
            steel,
            "metal",
        )
    pen.anchor("seat", -40, -140, 30)
    pen.anchor("top", -60, -138, 30)


@thing("swing", "swing set", "swings", "playground swing", "swingset", cm=220)
def draw_swing(pen: Pen, look: Look) -> None:
    """Two seats on chains under an A-shaped frame."""
    frame = finish(look, (70, 132, 196), "glossy", "metal")
    seat = look.part("seat", look.colour((224, 76, 60), 1))
    for x, lean in ((-84, 22), (84, -22)):
        pen.fill(capsule(x, -160, x + lean, -6, 8), frame.tone(-0.3).rgb, frame.form)
    for i, x in enumerate((-32, 34)):
        low = -36 - i * 6
        sway = 5 if i else -3
        for dx in (-14, 14):
            pen.line(bars(f"{x + dx},-158 {x + dx + sway},{low}"), (96, 98, 106), 2.6)
            for step in range(17):
                share = step / 17
                pen.decal(ellipse(x + dx + sway * share, -158 + (low + 158) * share, 1.2, 2.4), (206, 208, 214))
        spots = [(-20, low - 5), (0, low - 1), (20, low - 5), (20, low + 2), (0, low + 6), (-20, low + 2)]
        plank = smooth([(x + sway + dx, y) for dx, y in spots])
        if i == 0:
            pen.anchor("seat", x + sway, low - 2, 34)
        pen.fill(plank, seat, "glossy")
    for x, lean in ((-84, -24), (84, 24)):
        coat(pen, capsule(x, -162, x + lean, 0, 9), frame)
        pen.fill(capsule(x + lean * 0.62, -62, x - lean * 0.5, -66, 5), frame.tone(-0.1).rgb, frame.form, line=0.7)
    coat(pen, capsule(-92, -162, 92, -162, 11), frame)
    pen.line(bars("-86,-165 86,-165"), lighten(frame.rgb, 0.6), 2, alpha=0.7)
    for x in (-46, -18, 20, 48):
        pen.fill(box(x - 3.4, -168, 6.8, 13, 2), (120, 124, 132), "metal", line=0.6)


@thing("hammock", "garden hammock", cm=120, kind="furniture")
def draw_hammock(pen: Pen, look: Look) -> None:
    """Striped cloth slung between two posts."""
    what = finish(look, (58, 150, 160), "soft", "cloth")
    stripe = look.colour((246, 226, 180), 1)
    for x in (-124, 124):
        coat(pen, box(x - 7, -124, 14, 124, 3), finish(Look(), (150, 102, 62), "soft", "wood"), upright=True)
    for side in (-1, 1):
        for y in (-86, -80, -74, -68):
            pen.line(bars(f"{side * 118},-106 {side * 88},{y}"), (222, 202, 160), 1.6)
    back = organic("-90,-90 -50,-72 0,-66 50,-72 90,-90 60,-50 0,-36 -60,-50")
    pen.fill(back, darken(what.rgb, 0.28), "soft")
    pen.anchor("seat", 0, -44, 110)
    pen.anchor("inside", 0, -48, 120)
    body = organic("-92,-88 -60,-62 0,-50 60,-62 92,-88 90,-64 58,-28 0,-14 -58,-28 -90,-64")
    coat(pen, body, what)
    with pen.on(body):
        if not look.pattern:
            for dy in (6, 17, 28):
                pen.line(
                    stroke(f"-94,{-86 + dy * 0.8} -60,{-58 + dy} 0,{-46 + dy} 60,{-58 + dy} 94,{-86 + dy * 0.8}"),
                    stripe,
                    4,
                )
        for x in (-40, 0, 44):
            pen.line(stroke(f"{x * 1.3},-60 {x},-40 {x * 0.9},-14"), darken(what.rgb, 0.4), 2.6, alpha=0.35, blur=1.4)
    patterned(pen, body, look, what.rgb)
    for x in range(-54, 55, 9):
        low = -14 - 15 * (x / 58) ** 2
        pen.line(bars(f"{x},{low - 1} {x},{low + 8}"), stripe, 1.8)
    pen.decal(facet("-118,0 -130,0 -124,-2"), (90, 60, 40))
