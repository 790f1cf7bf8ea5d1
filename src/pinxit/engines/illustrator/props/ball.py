"""A ball: soccer, basketball, tennis, beach, by its name."""

import itertools
import math

import skia

from pinxit.engines.illustrator.colours import WHITE, Rgb, darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.globe import Globe, curl, gore, strip
from pinxit.engines.illustrator.rigs.trace import stroke
from pinxit.engines.illustrator.shapes import curve, ellipse, polygon

_USUAL: dict[str, Rgb] = {
    "basketball": (226, 120, 46),
    "tennis ball": (206, 228, 70),
    "volleyball": (250, 248, 242),
    "ball": (216, 58, 56),
    "toy ball": (216, 58, 56),
    "beach ball": (228, 66, 60),
}


@thing("tennis ball", cm=6.7, kind="object", attach="hand", fit=70)
@thing("baseball", cm=7.4, kind="object", attach="hand", fit=70)
@thing("beach ball", cm=40, kind="object", attach="hand", fit=130)
@thing("basketball", cm=24, kind="object", attach="hand", fit=70)
@thing("volleyball", cm=21, kind="object", attach="hand", fit=70)
@thing("ball", "soccer ball", "sports ball", "football", "toy ball", cm=22, kind="object", attach="hand", fit=70)
def draw(pen: Pen, look: Look) -> None:
    rgb = look.colour(_USUAL.get(look.noun, (248, 248, 246)))
    body = ellipse(0, -60, 60)
    if look.noun in {"ball", "toy ball", "beach ball"} or look.noun not in {
        *_USUAL,
        "soccer ball",
        "football",
        "baseball",
    }:
        gores(pen, look, rgb)
    elif look.noun == "volleyball":
        bands(pen, look, rgb)
    else:
        pen.fill(body, rgb, "soft" if look.noun in {"tennis ball", "baseball"} else "glossy")
        with pen.on(body):
            marks(pen, look, rgb)
    pen.anchor("text", 0, -60, 80)


def marks(pen: Pen, look: Look, rgb: Rgb) -> None:
    """The seams of a basketball, a tennis ball or a baseball; the patches of a football."""
    if look.noun == "basketball":
        for spot in ((-30, -96), (-12, -104), (14, -34), (30, -80), (-34, -40), (6, -78)):
            pen.decal(ellipse(*spot, 9, 7), lighten(rgb, 0.25), alpha=0.22, blur=3)
        for text in ("-60 -66 0 -52 60 -66", "-8 -122 6 -60 -8 0", "-46 -110 -26 -60 -46 -10", "44 -112 28 -60 44 -8"):
            pen.line(stroke(text), darken(rgb, 0.65), 3)
    elif look.noun == "tennis ball":
        fuzz = look.random("fuzz")
        for _ in range(130):
            a, r = fuzz.uniform(0, math.tau), 60 * math.sqrt(fuzz.random())
            x, y = r * math.cos(a), -60 + r * math.sin(a)
            tone = lighten(rgb, 0.45) if fuzz.random() < 0.5 else darken(rgb, 0.22)
            pen.line(curve((x, y), (x + fuzz.uniform(-4, 4), y + fuzz.uniform(-3, 3))), tone, 0.8, alpha=0.55)
        seam = Globe(60, 0, -60, 24, 38, 12).seams(curl())
        pen.line(seam, darken(rgb, 0.5), 6.8, alpha=0.65)
        pen.line(seam, WHITE, 4.6)
    elif look.noun == "baseball":
        stitches(pen, look.part("seam", look.colour((200, 44, 48), 1)))
    else:
        panels(pen, look.colour((38, 36, 44), 1))


def stitches(pen: Pen, red: Rgb) -> None:
    """The seam of a baseball, with its pairs of slanted stitches."""
    globe = Globe(60, 0, -60, 30, 40, 16)
    course = [globe.seen(spot) for spot in curl(76)]
    pen.line(globe.seams(curl()), (196, 184, 166), 1.4)
    thread = skia.Path()
    for (x, y, z), (ahead, below, _) in itertools.pairwise(course):
        if z < 0.06:
            continue
        dx, dy = ahead - x, below - y
        long = math.hypot(dx, dy) or 1.0
        dx, dy = dx / long, dy / long
        for side in (-1.0, 1.0):
            thread.addPath(curve((x, y), (x + 4.6 * dx - 6 * side * dy, y + 4.6 * dy + 6 * side * dx)))
    pen.line(thread, red, 2)


def gores(pen: Pen, look: Look, rgb: Rgb) -> None:
    """A toy ball of coloured gores that meet in a white cap."""
    globe = Globe(60, 0, -60, 10, 50, -22)
    white = look.colour((252, 250, 242), 1)
    tones = (rgb, white, (250, 200, 66), white, (58, 138, 204), white)
    if look.colours:
        tones = (rgb, white) * 3
    body = ellipse(0, -60, 60)
    pen.fill(body, rgb, "glossy")
    with pen.on(body):
        far = sorted(range(6), key=lambda i: sum(globe.seen(spot)[2] for spot in gore(i * 60.0, i * 60.0 + 60.0)))
        for i in far:  # what faces us lies over what turns away
            path = globe.panel(gore(i * 60.0, i * 60.0 + 60.0))
            if path is not None:
                pen.decal(path, tones[i], line=0.5)
        for i in range(6):
            pen.line(globe.seams(gore(i * 60.0, i * 60.0)[:25]), darken(rgb, 0.5), 1, alpha=0.45)
        pen.decal(ellipse(4, -14, 70, 22), darken(rgb, 0.65), alpha=0.22, blur=12)
        pen.decal(ellipse(-24, -88, 17, 10, -36), WHITE, alpha=0.75, blur=3)
    x, y, _ = globe.seen((0.0, -1.0, 0.0))
    pen.fill(ellipse(x, y, 10, 8, -22), white, "glossy", line=0.5)


def bands(pen: Pen, look: Look, rgb: Rgb) -> None:
    """A volleyball: three bands on each of six faces, the outer ones in colour."""
    globe = Globe(60, 0, -60, 34, -28, 10)
    tones = (look.colour((250, 200, 56), 1), rgb, look.colour((44, 96, 176), 2))
    body = ellipse(0, -60, 60)
    pen.fill(body, rgb, "soft")
    with pen.on(body):
        for face in range(6):
            for i, tone in enumerate(tones):
                edge = strip(face, i * 2 / 3 - 1, i * 2 / 3 - 1 / 3, face // 2 != 1)
                path = globe.panel(edge)
                if path is not None:
                    if tone != rgb:
                        pen.decal(path, tone)
                    pen.line(globe.seams([*edge, edge[0]]), darken(rgb, 0.6), 1.6)
        pen.decal(ellipse(8, -14, 66, 20), (30, 30, 70), alpha=0.22, blur=12)
        pen.decal(ellipse(-24, -90, 18, 11, -36), WHITE, alpha=0.5, blur=6)


@thing("golf ball", "golfball", cm=6, kind="object", attach="hand", fit=70)
def draw_golf_ball(pen: Pen, look: Look) -> None:
    """A dimpled ball on its tee."""
    rgb = look.colour((250, 249, 244))
    tee = look.part("tee", look.colour((214, 62, 54), 1))
    pen.fill(polygon([(-24, -40), (24, -40), (9, -26), (4, 2), (-4, 2), (-9, -26)]), tee, "glossy")
    body = ellipse(0, -96, 60)
    pen.fill(body, rgb, "glossy")
    globe = Globe(57, 0, -96, 20, 24)
    with pen.on(body):
        for i in range(230):
            up, a = 1 - 2 * (i + 0.5) / 230, i * 2.399963
            r = math.sqrt(1 - up * up)
            x, y, z = globe.seen((r * math.cos(a), up, r * math.sin(a)))
            if z < 0.1:
                continue
            turn = math.degrees(math.atan2(y + 96, x))
            pen.decal(ellipse(x, y, 4.4 * z, 4.4, turn), darken(rgb, 0.17), line=0.3)
            pen.decal(ellipse(x + 0.9, y + 1, 3.2 * z, 3.2, turn), lighten(rgb, 0.6), alpha=0.8)


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
