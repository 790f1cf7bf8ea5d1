"""Small goods: whistle, table tennis paddle, magnet, ladle, nail, push pin, paper clip, trash can, credit card, clipboard."""

from pinxit.engines.illustrator.colours import darken, legible_on, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, organic, stroke
from pinxit.engines.illustrator.shapes import arc, box, curve, ellipse, minus, taper, tube, turned, union


@thing("whistle", "referee whistle", cm=4, attach="hand", fit=90)
def draw_whistle(pen: Pen, look: Look) -> None:
    rgb = look.colour((222, 60, 52))
    pen.line(arc(-52, -78, 12, 12, 0, 360), (62, 64, 74), 4)
    body = union(ellipse(-22, -40, 40), box(-22, -80, 96, 34, 5))
    pen.fill(body, rgb, "glossy")
    pen.fill(box(66, -82, 12, 38, 3), darken(rgb, 0.2), "glossy", line=0.5)
    pen.decal(facet("14 -80 38 -80 26 -62", 2), darken(rgb, 0.7))
    pen.fill(minus(ellipse(-22, -40, 26), ellipse(-22, -40, 20)), darken(rgb, 0.2), "round", line=0.5)
    pen.decal(ellipse(-22, -40, 9), lighten(rgb, 0.55))


@thing("ping-pong paddle", "ping pong paddle", "table tennis paddle", "table tennis bat", cm=26, attach="hand", fit=34)
def draw_paddle(pen: Pen, look: Look) -> None:
    rgb = look.colour((206, 44, 46))
    wood = (206, 158, 100)
    pen.fill(taper(20, 26, -40, 24, radius=5), wood, "round")
    pen.line(curve((0, -34), (0, 20)), darken(wood, 0.35), 1.6)
    blade = organic("0 -158 40 -146 58 -104 44 -62 14 -40 -14 -40 -44 -62 -58 -104 -40 -146")
    pen.fill(blade, wood, "round")
    rubber = organic("0 -154 38 -142 54 -104 44 -68 0 -60 -44 -68 -54 -104 -38 -142")
    pen.fill(rubber, rgb, "soft", line=0.6)
    pen.fill(ellipse(66, -30, 16), (250, 250, 244), "glossy")


@thing("magnet", "horseshoe magnet", cm=10, attach="hand", fit=70)
def draw_magnet(pen: Pen, look: Look) -> None:
    rgb = look.colour((214, 46, 48))
    outer = union(ellipse(0, -60, 60), box(-60, -120, 120, 60))
    inner = union(ellipse(0, -60, 28), box(-28, -121, 56, 62))
    body = minus(outer, inner)
    pen.fill(body, rgb, "glossy")
    for x in (-60, 28):
        pen.fill(box(x, -122, 32, 30, 2), (196, 202, 212), "metal", line=0.7)
    for x in (-44, 44):
        for lift in (0, 12):
            pen.line(arc(x, -136 - lift, 14 + lift / 2, 6, 200, 140), (92, 62, 20), 3)


@thing("push pin", "thumbtack", "drawing pin", "pushpin", cm=3)
def draw_pin(pen: Pen, look: Look) -> None:
    rgb = look.colour((218, 50, 52))
    pen.fill(facet("-4 -44 4 -44 0 0"), (178, 184, 194), "metal", line=0.7)
    pen.fill(ellipse(0, -48, 36, 12), darken(rgb, 0.12), "glossy")
    pen.fill(organic("-16 -108 16 -108 14 -80 20 -52 0 -46 -20 -52 -14 -80"), rgb, "glossy")
    pen.fill(ellipse(0, -112, 28, 11), lighten(rgb, 0.1), "glossy")


@thing("paper clip", "paperclip", cm=4)
def draw_clip(pen: Pen, look: Look) -> None:
    rgb = look.colour((120, 132, 150))
    wire = stroke(
        "-18 -96 -18 -38 -12 -24 6 -24 14 -38 14 -118 6 -136 -24 -136 -34 -118 -34 -24 -20 0 18 0 32 -22 32 -100"
    )
    pen.line(turned(wire, 18), darken(rgb, 0.35), 10)
    pen.line(turned(wire, 18), rgb, 7)
    pen.line(turned(wire, 18), lighten(rgb, 0.6), 2)


@thing("trash can", "garbage can", "rubbish bin", "dustbin", "waste bin", cm=95)
def draw_bin(pen: Pen, look: Look) -> None:
    rgb = look.colour((138, 150, 160))
    for side in (-1, 1):
        pen.line(arc(50 * side, -84, 14, 12, 0, 360), darken(rgb, 0.4), 5)
    body = taper(104, 86, -118, 0, radius=5)
    pen.fill(body, rgb, "metal")
    for x in range(-36, 37, 18):
        pen.line(curve((x * 1.1, -108), (x, -8)), darken(rgb, 0.35), 3)
    pen.fill(organic("-60 -118 -50 -134 0 -144 50 -134 60 -118 0 -112"), lighten(rgb, 0.08), "metal")
    pen.line(stroke("-16 -142 -14 -156 14 -156 16 -142"), darken(rgb, 0.4), 6)
    pen.anchor("text", 0, -60, 80)


@thing("credit card", "bank card", "debit card", cm=5.4, attach="hand", fit=90)
def draw_card(pen: Pen, look: Look) -> None:
    rgb = look.colour((44, 84, 168))
    card = box(-80, -100, 160, 100, 10)
    pen.fill(card, rgb, "round")
    with pen.on(card):
        pen.decal(ellipse(70, 0, 110, 80), lighten(rgb, 0.3), alpha=0.35)
    pen.fill(box(-62, -74, 28, 22, 4), (230, 190, 90), "metal", line=0.5)
    for x in range(-62, 50, 34):
        pen.line(curve((x, -36), (x + 22, -36)), legible_on(rgb), 5)
    pen.line(curve((-62, -18), (0, -18)), legible_on(rgb), 3, alpha=0.8)
    pen.fill(ellipse(46, -20, 13), (226, 62, 54), "flat", line=0.4)
    pen.fill(ellipse(60, -20, 13), (246, 170, 50), "flat", line=0.4, alpha=0.9)


@thing("clipboard", "checklist", cm=32, attach="hand", fit=60)
def draw_clipboard(pen: Pen, look: Look) -> None:
    wood = look.colour((166, 112, 64))
    pen.fill(box(-58, -160, 116, 160, 7), wood, "round")
    pen.fill(box(-49, -146, 98, 137, 2), (252, 250, 242), "flat", line=0.6)
    for y in range(-116, -20, 22):
        pen.decal(box(-40, y - 6, 12, 12, 2), (120, 128, 140))
        pen.line(curve((-20, y), (38, y)), (70, 76, 90), 2.6)
    for y in (-116, -94):
        pen.line(stroke(f"-39 {y} -35 {y + 5} -26 {y - 7}"), (20, 84, 46), 3.6)
    pen.fill(facet("-28 -148 28 -148 22 -164 10 -164 8 -174 -8 -174 -10 -164 -22 -164", 3), (178, 186, 196), "metal")
    pen.anchor("text", 0, -40, 86)


@thing("ladle", "soup ladle", cm=30, attach="hand", fit=44)
def draw_ladle(pen: Pen, look: Look) -> None:
    rgb = look.colour((186, 192, 202))
    pen.fill(tube([(26, -44), (24, -110), (26, -150), (40, -160), (50, -148)], [9, 7, 7, 6, 5]), rgb, "metal")
    bowl = organic("-46 -48 30 -48 28 -24 10 -4 -8 0 -26 -4 -44 -24")
    pen.fill(bowl, rgb, "metal")
    pen.fill(ellipse(-8, -48, 38, 11), darken(rgb, 0.3), "round", line=0.7)
    pen.decal(ellipse(-12, -45, 26, 6), lighten(rgb, 0.3), alpha=0.6)


@thing("nail", "iron nail", "steel nail", cm=8, attach="hand", fit=60)
def draw_nail(pen: Pen, look: Look) -> None:
    rgb = look.colour((166, 174, 184))
    pen.fill(facet("-6 -120 6 -120 6 -18 0 0 -6 -18"), rgb, "metal")
    for y in (-106, -99, -92):
        pen.line(curve((-5, y), (5, y + 2)), darken(rgb, 0.4), 1.6)
    pen.fill(ellipse(0, -121, 20, 7), lighten(rgb, 0.15), "metal")
