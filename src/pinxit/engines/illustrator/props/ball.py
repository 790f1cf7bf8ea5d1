"""A ball: soccer, basketball, tennis, beach, by its name."""

import math

from pinxit.engines.illustrator.colours import (
    WHITE,
    Rgb,
    darken,
)
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.trace import facet, stroke
from pinxit.engines.illustrator.shapes import (
    curve,
    ellipse,
    polygon,
)


@thing("tennis ball", cm=6.7, kind="object", attach="hand", fit=70)
@thing("baseball", cm=7.4, kind="object", attach="hand", fit=70)
@thing("beach ball", cm=40, kind="object", attach="hand", fit=70)
@thing("basketball", cm=24, kind="object", attach="hand", fit=70)
@thing(
    "ball",
    "soccer ball",
    "sports ball",
    "football",
    "volleyball",
    "toy ball",
    cm=22,
    kind="object",
    attach="hand",
    fit=70,
)
def draw(pen: Pen, look: Look) -> None:
    usual: dict[str, Rgb] = {
        "basketball": (226, 120, 46),
        "tennis ball": (206, 228, 70),
        "ball": (216, 58, 56),
        "toy ball": (216, 58, 56),
    }
    rgb = look.colour(usual.get(look.noun, (248, 248, 246)))
    body = ellipse(0, -60, 60)
    pen.fill(body, rgb, "soft" if look.noun == "tennis ball" else "glossy")
    ink = look.colour((38, 36, 44), 1)
    with pen.on(body):
        if look.noun in {"soccer ball", "football"}:
            panels(pen, ink)
        elif look.noun == "basketball":
            for path in (
                stroke("-60 -66 0 -52 60 -66"),
                stroke("-8 -122 6 -60 -8 0"),
                stroke("-46 -110 -26 -60 -46 -10"),
                stroke("44 -112 28 -60 44 -8"),
            ):
                pen.line(path, darken(rgb, 0.65), 2.8)
        elif look.noun in {"tennis ball", "baseball"}:
            for path in (stroke("-62 -90 -18 -80 -18 -40 -62 -28"), stroke("62 -94 20 -82 18 -40 62 -30")):
                pen.line(path, WHITE if look.noun == "tennis ball" else (200, 50, 50), 3.4)
        else:
            hues = (look.colour((250, 248, 240), 1), look.colour((250, 206, 72), 1), look.colour((70, 140, 200), 1))
            for i, spots in enumerate(
                ("-14 -112 -80 -110 -80 -60", "-14 -112 -60 -10 10 20", "-14 -112 50 -20 80 -70")
            ):
                pen.decal(facet(spots, 6), hues[i] if look.noun != "volleyball" else (250, 206, 72))
            pen.fill(ellipse(-14, -112, 9, 6), (250, 250, 246), "flat", line=0.4)
    pen.anchor("text", 0, -60, 80)


def panels(pen: Pen, ink: Rgb) -> None:
    """Five dark patches round a middle one, foreshortened towards the edge."""
    middle = [(18 * math.sin(math.radians(72 * i)), -62 - 18 * math.cos(math.radians(72 * i))) for i in range(5)]
    pen.decal(polygon(middle), ink)
    for i, (x, y) in enumerate(middle):
        a = math.radians(72 * i)
        ex, ey = 40 * math.sin(a), -62 - 40 * math.cos(a)
        pen.line(curve((x, y), (ex, ey)), ink, 1.8)
        out = [(ex, ey)]
        for r, turn in ((52, 17), (64, 14), (64, -14), (52, -17)):
            out.append((r * math.sin(a + math.radians(turn)), -62 - r * math.cos(a + math.radians(turn))))
        pen.decal(polygon(out), ink)
        b = math.radians(72 * i + 36)
        for s in (1, -1):
            pen.line(
                curve(
                    (52 * math.sin(a + s * math.radians(17)), -62 - 52 * math.cos(a + s * math.radians(17))),
                    (
                        46 * math.sin(b if s > 0 else b - math.radians(72)),
                        -62 - 46 * math.cos(b if s > 0 else b - math.radians(72)),
                    ),
                ),
                ink,
                1.8,
            )
