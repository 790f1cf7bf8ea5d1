"""More of street, park and shore: fire hydrant, parking meter, tyre, petal, acorn, birdhouse, seashell, firework."""

from __future__ import annotations

import math

from pinxit.engines.illustrator.colours import Rgb, darken, lighten, mix
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Gradient, Pen
from pinxit.engines.illustrator.rigs.building import boards
from pinxit.engines.illustrator.rigs.trace import bars, facet, organic, stroke
from pinxit.engines.illustrator.rigs.vehicle import wheel
from pinxit.engines.illustrator.rigs.wire import wire, wires
from pinxit.engines.illustrator.shapes import box, curve, ellipse, lathe, polygon


@thing("fire hydrant", "hydrant", cm=75, kind="object")
def draw(pen: Pen, look: Look) -> None:
    """A cast body with a bonnet, nozzles with chains, bolted flanges."""
    paint = look.colour((206, 44, 40))
    cap = look.part("cap", look.colour(lighten(paint, 0.12), 1))
    body = lathe([(27, -112), (27, -60), (29, -4)])
    pen.fill(body, paint, "glossy")
    for side in (-1, 1):
        pen.fill(box(side * 34 - 10, -94, 20, 24, 3), paint, "round")
        pen.fill(box(side * 46 - 5, -97, 10, 30, 3), cap, "round")
        pen.fill(box(side * 53 - 3, -87, 6, 10, 1), darken(cap, 0.2), "round", line=0.6)
        pen.line(curve((side * 44, -68), (side * 38, -54), (side * 27, -58)), (120, 122, 130), 2)
    pen.fill(organic("-30,-116 -26,-136 -12,-150 0,-153 12,-150 26,-136 30,-116 0,-112"), cap, "glossy")
    pen.fill(box(-7, -163, 14, 14, 3), darken(cap, 0.15), "round")
    for y, half, tall in ((-120, 36, 10), (-26, 36, 9), (-9, 44, 11)):
        pen.fill(box(-half, y, half * 2, tall, 3), darken(paint, 0.08), "round")
        for i in range(-2, 3):
            pen.fill(ellipse(i * half * 0.4, y + tall / 2, 2.6), lighten(paint, 0.3), "round", line=0.4)
    pen.fill(ellipse(0, -80, 17), cap, "round")
    pen.fill(ellipse(0, -80, 10), darken(cap, 0.18), "round", line=0.7)
    pen.fill(
        polygon([(4.6 * math.cos(i * 1.2566), -80 + 4.6 * math.sin(i * 1.2566)) for i in range(5)]),
        paint,
        "flat",
        line=0.5,
    )


@thing("parking meter", "parking metre", cm=150, kind="object")
def draw_meter(pen: Pen, look: Look) -> None:
    """A domed head with a window, a coin slot and a handle on a pole."""
    paint = look.colour((92, 106, 122))
    pen.fill(box(-5, -110, 10, 111, 2), (150, 156, 164), "metal")
    pen.fill(box(-15, -5, 30, 7, 2), (110, 116, 124), "round")
    pen.fill(facet("-13,-108 13,-108 9,-94 -9,-94", 2), darken(paint, 0.2), "round")
    pen.fill(organic("-30,-110 -33,-150 -29,-184 -12,-200 12,-200 29,-184 33,-150 30,-110 0,-106"), paint, "round")
    dial = organic("-23,-164 -20,-184 0,-193 20,-184 23,-164 0,-160")
    pen.fill(dial, (236, 240, 236), "flat", line=0.7)
    pen.line(stroke("-15,-170 -9,-181 0,-185 9,-181 15,-170"), (70, 74, 82), 1.4)
    pen.line(bars("0,-165 9,-179"), (210, 50, 44), 2.4)
    pen.decal(facet("-20,-166 -12,-190 -6,-192 -14,-166"), (255, 255, 255), alpha=0.5)
    pen.fill(box(-21, -152, 42, 26, 3), darken(paint, 0.3), "round", line=0.6)
    pen.fill(box(-14, -144, 4, 11, 1.5), (28, 28, 34), "flat", line=0.4)
    pen.fill(ellipse(9, -139, 8), (206, 210, 216), "metal", line=0.6)
    pen.line(bars("4,-139 14,-139"), (90, 94, 102), 2.6)
    pen.anchor("text", 0, -117, 40)


@thing("tire", "tyre", "wheel", "rubber tire", "car wheel", "car tire", cm=65, kind="object")
def draw_tire(pen: Pen, look: Look) -> None:
    """A wheel with treads."""
    rubber: Rgb = look.colour((46, 46, 52)) if look.noun != "wheel" else (46, 46, 52)
    for i in range(40):
        with pen.at(0, -80, turn=i * 9):
            pen.fill(box(-4, -82, 7, 10, 1.5), darken(rubber, 0.15), "flat", line=0.4)
    rim = look.colour((206, 211, 218)) if look.noun == "wheel" else look.colour((206, 211, 218), 1)
    wheel(pen, 0, -80, 77, rim)
    if rubber != (46, 46, 52):
        for radius in (72, 64, 58):
            pen.line(ellipse(0, -80, radius), rubber, 9)


@thing("acorn", "acorns", cm=4, kind="plant")
def draw_acorn(pen: Pen, look: Look) -> None:
    """A nut in a scaly cup, an oak leaf behind."""
    nut = look.colour((188, 122, 62))
    with pen.at(-26, -64, turn=-52):
        leaf = organic(
            "0,4 12,-10 26,-18 18,-34 32,-50 18,-62 22,-82 6,-90 0,-104 -6,-90 -22,-82 -18,-62 "
            "-32,-50 -18,-34 -26,-18 -12,-10"
        )
        pen.fill(leaf, (196, 112, 48), "soft")
        pen.line(bars("0,4 0,-92|0,-26 16,-36|0,-26 -16,-36|0,-50 16,-62|0,-50 -16,-62"), (140, 74, 34), 1.5)
    pen.fill(organic("-38,-76 -34,-36 -14,-6 0,4 14,-6 34,-36 38,-76 0,-70"), nut, "glossy")
    pen.line(stroke("2,-124 4,-136 12,-144"), (110, 76, 48), 6)
    cup: Rgb = (132, 92, 58)
    shell = organic("-46,-74 -44,-98 -22,-120 0,-125 22,-120 44,-98 46,-74 24,-66 0,-63 -24,-66")
    pen.fill(shell, cup, "round")
    with pen.on(shell):
        for row in range(6):
            for i in range(9):
                x = -48 + i * 12 + row % 2 * 6
                pen.line(
                    stroke(f"{x},{-118 + row * 10} {x + 6},{-111 + row * 10} {x + 12},{-118 + row * 10}"),
                    darken(cup, 0.4),
                    1.5,
                    alpha=0.8,
                )


@thing("birdhouse", "bird house", "nesting box", cm=35, kind="object")
def draw_birdhouse(pen: Pen, look: Look) -> None:
    """A gabled box with a round door and a perch, on a post."""
    paint = look.colour((106, 168, 176))
    roof = look.part("roof", look.colour((190, 92, 66), 1))
    pen.fill(box(-7, -64, 14, 66, 1), (140, 98, 64), "round")
    front = facet("-42,-60 -42,-124 0,-166 42,-124 42,-60")
    pen.fill(front, paint, "round")
    boards(pen, front, paint, 12, upright=True)
    pen.fill(ellipse(0, -112, 17), lighten(paint, 0.5), "round", line=0.7)
    pen.fill(ellipse(0, -112, 13), (48, 34, 36), "flat", line=0.6)
    pen.fill(ellipse(0, -84, 4.6), (140, 98, 64), "round")
    pen.fill(box(-50, -62, 100, 8, 2), (156, 110, 72), "round")
    for side in (-1, 1):
        pen.fill(facet(f"0,-184 {side * 62},-122 {side * 55},-112 0,-166", 1), roof, "round")
    pen.anchor("top", 0, -182, 40)
    pen.anchor("inside", 0, -104, 22)


@thing("seashell", "scallop", "scallop shell", "sea shell", cm=8, kind="object")
def draw_seashell(pen: Pen, look: Look) -> None:
    """A scallop with fluted ribs."""
    tone = look.colour((246, 190, 170))
    pen.fill(facet("-26,-4 -34,-22 -12,-28 12,-28 34,-22 26,-4 0,2", 4), darken(tone, 0.12), "round")
    rim = [
        (92 * math.sin(a) * (1.03 if i % 2 else 0.96), -18 - 96 * math.cos(a) * (1.03 if i % 2 else 0.96))
        for i, a in ((i, -1.45 + i * 0.1611) for i in range(19))
    ]
    fan = polygon([(0, -8), *rim])
    pen.fill(
        fan,
        Gradient((0, -8), (0, -118), ((0, lighten(tone, 0.6)), (0.6, tone), (1, darken(tone, 0.16))), radial=True),
        "round",
    )
    with pen.on(fan):
        for x, y in rim[::2]:
            pen.line(bars(f"0,-8 {x},{y}"), darken(tone, 0.3), 2.2, alpha=0.6)
        for x, y in rim[1::2]:
            pen.line(
                bars(f"{x * 0.15},{-8 + (y + 8) * 0.15} {x * 0.92},{-8 + (y + 8) * 0.92}"),
                lighten(tone, 0.6),
                2,
                alpha=0.7,
            )
        for radius in (48, 72, 90):
            pen.line(ellipse(0, -12, radius), mix(tone, (214, 110, 110), 0.5), 3, alpha=0.35)


@thing("firework", "fireworks", "firecracker", cm=3000, kind="sky", flies=True)
def draw_firework(pen: Pen, look: Look) -> None:
    """Three bursts of glowing trails."""
    tones = look.colours or ((255, 96, 120), (255, 206, 90), (110, 200, 255))
    rng = look.random("sparks")
    for k, (x, y, reach) in enumerate(((0.0, -120.0, 78.0), (-70.0, -60.0, 48.0), (74.0, -70.0, 54.0))):
        tone = tones[k % len(tones)]
        pen.glow(ellipse(x, y, reach * 0.9), tone, alpha=0.25, blur=reach * 0.3)
        for i in range(26):
            angle, far = i * 2 * math.pi / 26, reach * rng.uniform(0.8, 1.05)
            end = (x + far * math.cos(angle), y + far * math.sin(angle) + far * 0.12)
            mid = (x + far * 0.6 * math.cos(angle), y + far * 0.57 * math.sin(angle))
            start = (x + far * 0.16 * math.cos(angle), y + far * 0.16 * math.sin(angle))
            wire(pen, curve(start, mid, end), tone, 2.6, "flat", 0.35)
            pen.line(curve(start, mid, end), tone, 2.2, glow=True)
            pen.line(curve(start, mid), lighten(tone, 0.7), 1, glow=True)
            pen.fill(ellipse(*end, 2.6), lighten(tone, 0.5), "flat", line=0)


@thing("eiffel tower", "the eiffel tower", cm=30000, kind="building")
def draw_eiffel(pen: Pen, look: Look) -> None:  # limit: one drawing, layer upon layer
    """Lattice legs that join over three platforms."""
    iron = look.colour((142, 106, 82))
    for side in (-1, 1):
        leg = facet(
            " ".join(
                f"{side * x},{y}"
                for x, y in (
                    (84, 0),
                    (52, 0),
                    (40, -32),
                    (22, -62),
                    (9, -110),
                    (0, -190),
                    (5, -190),
                    (14, -130),
                    (30, -84),
                    (58, -36),
                )
            )
        )
        pen.fill(leg, iron, "round", line=0.8)
        with pen.on(leg):
            for low in range(-190, 4, 8):
                pen.line(
                    bars(f"{side * -10},{low} {side * 90},{low + 26}|{side * 90},{low - 26} {side * -10},{low + 12}"),
                    darken(iron, 0.4),
                    1,
                    alpha=0.7,
                )
    wires(pen, "-52,0 -40,-26 0,-40 40,-26 52,0", iron, 5, "round", 0.7)
    pen.line(stroke("-50,-2 -38,-25 0,-37 38,-25 50,-2"), darken(iron, 0.3), 1.4)
    for y, half in ((-48.0, 56.0), (-92, 30), (-184, 9)):
        pen.fill(box(-half, y, half * 2, 8, 1), lighten(iron, 0.1), "round", line=0.8)
        pen.line(bars(f"{-half},{y + 4} {half},{y + 4}"), darken(iron, 0.35), 1.2)
    pen.fill(facet("-5,-184 -4,-200 4,-200 5,-184"), iron, "round", line=0.7)
    wires(pen, "0,-200 0,-226", iron, 2.8, "round", 0.7)
    if look.night:
        for i in range(60):
            y = -i * 3.2
            half = 76 * (1 - i / 60) ** 2
            for side in (-1, 1):
                pen.glow(ellipse(side * half, y, 1.5), (255, 224, 140))
        pen.glow(ellipse(0, -100, 60, 110), (255, 190, 90), alpha=0.35, blur=20)
