"""Rolling hills: folds of grass behind each other, a road that winds to the crest the subject stands on."""

from pinxit.engines.illustrator.colours import darken, lighten, mix
from pinxit.engines.illustrator.pen import Gradient
from pinxit.engines.illustrator.rigs.greenery import blossoms, broadleaf, bush, conifer, grass
from pinxit.engines.illustrator.rigs.landmarks import cottage, fence, track
from pinxit.engines.illustrator.rigs.scenery import SNOW, apart, below, hill, leaf, place, range_of, turf, wave, wintry
from pinxit.engines.illustrator.rigs.sky import EDGE, Air, breathe, sky
from pinxit.engines.illustrator.shapes import Point
from pinxit.engines.illustrator.stage import Stage


@place("hills", "hill", "hillside", "hilltop", "rolling hills", "rural", "countryside", "shire", sky=True)
def draw(stage: Stage) -> None:
    """Blue hills far away, green ones nearer with copses and fences, a grassy crest in front."""
    mood, width = stage.mood, stage.width
    air = breathe(mood)
    stage.horizon, stage.ground, stage.haze = 600, 872, air.haze
    rng = mood.random("hills")
    bare = wintry(mood)
    green, snow = turf(mood), air.at(SNOW) if wintry(mood) else None
    sky(stage, air)
    range_of(stage.far, stage, 520, (620, 130), (air.at((112, 132, 168), 0.62), air.at(SNOW, 0.4)))
    for i, (y, swell, far) in enumerate(((470, 90, 0.56), (516, 110, 0.42))):
        tone = mix(green, (96, 150, 116), 0.4)
        hill(stage.far, wave(width, y, swell, rng, 230 + 70 * i), air.at(tone, far), air.at(green, far - 0.12))
    for i, (y, swell, far) in enumerate(((578, 92, 0.26), (640, 84, 0.14))):
        line = wave(width, y, swell, rng, 330 + 80 * i)
        tone = lighten(green, 0.16) if i else mix(green, (230, 206, 110), 0.28)
        hill(stage.middle, line, air.at(tone, far), air.at(darken(green, 0.08), far - 0.1))
        for t in (0.06, 0.13, 0.3, 0.72, 0.8, 0.95):
            x, base = _on(line, width * (t + 0.04 * i))
            copse = air.at(darken(leaf(mood, rng), 0.1), far)
            if rng.random() < 0.45:
                conifer(stage.middle, x, base + 8, 70 + 34 * i, copse, snow)
            else:
                broadleaf(stage.middle, x, base + 8, 76 + 40 * i, copse, bare=bare)
        if i == 0 and not apart(mood, "house", "cottage", "barn", "farmhouse"):
            x, base = _on(line, width * 0.62)
            roofs = (air.at((240, 228, 204), 0.16), air.at((176, 88, 64), 0.14))
            cottage(stage.middle, x, base + 12, 84, roofs, mood.night or mood.time == "sunset", snow)
    _crest(stage, air)


def _on(line: list[Point], x: float) -> Point:
    """The point of a line nearest to an x."""
    return min(line, key=lambda point: abs(point[0] - x))


def _crest(stage: Stage, air: Air) -> None:
    """The hill that the subject stands on, with the lane that climbs it."""
    mood, width, pen = stage.mood, stage.width, stage.near
    rng, green = mood.random("crest"), turf(mood)
    line = [
        (x, 812 - 120 * max(0.0, 1 - (abs(x - width * 0.5) / (width * 0.46 + 60)) ** 2))
        for x in (-EDGE + (width + 2 * EDGE) * i / 14 for i in range(15))
    ]
    stops = ((0.0, air.at(lighten(green, 0.2), 0.06)), (0.4, air.at(green)), (1.0, air.at(darken(green, 0.3))))
    area = pen.fill(below(line), Gradient((0, 700), (0, 1000), stops), "flat", line=0.4)
    tones = [air.at(darken(green, 0.28)), air.at(lighten(green, 0.2)), air.at(darken(green, 0.12))]
    with pen.on(area):
        track(pen, (width * 0.4, min(330, width * 0.34)), (width * 0.52, 712), air.at((222, 200, 158)), 150)
        for left, right in ((-EDGE, width * 0.3), (width * 0.62, width + EDGE)):
            grass(pen, (left, 800, right, 1015), 50, tones, rng)
            if not wintry(mood):
                petals = [air.at((250, 246, 240)), air.at((250, 206, 84)), air.at((226, 92, 110))]
                blossoms(pen, (left, 820, right, 1000), 12, petals, rng)
    for span in ((-EDGE, width * 0.2), (width * 0.84, width + EDGE)):
        fence(pen, span, 826, 54, air.at((196, 168, 132)))
    for x in (0.0, width):
        bush(stage.front, x, 1040, (min(240, width * 0.26), 130), air.at(darken(leaf(mood, rng), 0.25)))
