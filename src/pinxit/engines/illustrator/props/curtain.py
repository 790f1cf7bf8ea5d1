"""A pair of curtains on a rod, held back at the sides."""

from pinxit.engines.illustrator.colours import darken, lighten
from pinxit.engines.illustrator.look import Look, thing
from pinxit.engines.illustrator.pen import Pen
from pinxit.engines.illustrator.rigs.material import finish, patterned
from pinxit.engines.illustrator.rigs.trace import organic, stroke
from pinxit.engines.illustrator.shapes import box, ellipse


@thing("curtain", "curtains", "drape", "drapes", "window curtain", "stage curtain", cm=220, kind="furniture")
def draw(pen: Pen, look: Look) -> None:
    what = finish(look, (176, 60, 72), "soft", "cloth")
    rgb, wood = what.rgb, look.part("rod", (140, 94, 58))
    panel = organic("-92,-186 -50,-189 -3,-186 -6,-150 -22,-108 -56,-78 -50,-50 -40,-4 -62,-1 -92,-4 -93,-60 -92,-120")
    for flip in (False, True):
        with pen.at(0, 0, flip=flip):
            pen.fill(panel, rgb, "soft")
            patterned(pen, panel, look, rgb)
            with pen.on(panel):
                for i, x in enumerate((-86, -74, -62, -50, -38, -26, -14)):
                    waist, low = -88 + i * 5.2, -90 + i * 8
                    upper = f"{x},-188 {x - i * 0.6},-150 {(x * 0.6 + waist * 0.4)},-116"
                    run = f"{upper} {waist},-78 {(waist + low) / 2},-40 {low},0"
                    pen.line(stroke(run), darken(rgb, 0.42), 4.4, alpha=0.42, blur=1.6)
                    with pen.at(4.5, 0):
                        pen.line(stroke(run), lighten(rgb, 0.4), 2.8, alpha=0.42, blur=1)
                pen.decal(box(-96, -190, 100, 12), darken(rgb, 0.45), alpha=0.4, blur=4)
            tie = organic("-95,-84 -74,-76 -54,-82 -52,-74 -72,-67 -95,-75")
            pen.fill(tie, look.part("tie", look.colour((226, 184, 96), 1)), "glossy", line=0.7)
            pen.line(stroke("-60,-74 -57,-64 -58,-54"), (226, 184, 96), 3)
            for x in (-84, -66, -48, -30, -12):
                pen.line(ellipse(x, -191, 4.2, 6), darken(wood, 0.35), 2.4)
    pen.fill(box(-104, -198, 208, 7, 3.5), wood, "glossy")
    for x in (-106, 106):
        pen.fill(ellipse(x, -194.5, 8), wood, "glossy")
    pen.anchor("inside", 0, -90, 90)
