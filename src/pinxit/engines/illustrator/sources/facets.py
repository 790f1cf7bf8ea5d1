"""Facets: a photograph taken apart into triangles, panes of glass or tesserae."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import skia
from PIL import Image

from pinxit.engines.illustrator.effects import Bytes, Floats, cloud, enlarged, finished, opened
from pinxit.engines.illustrator.sources.flattening import flattened, level_of, mean, vivid

Points = npt.NDArray[np.float64]
Whole = npt.NDArray[np.intp]


def fold_facets(pixels: Bytes, seed: int) -> Bytes:
    """Triangles between points that lie thick where the picture changes, each in one tone."""
    height, width = pixels.shape[:2]
    image = opened(pixels)
    points = _scattered(_busy(pixels), width, height, 1500, seed)
    triangles = _triangulated(points)
    corners = points[triangles]
    middle = corners.mean(axis=1, keepdims=True)
    soft = mean(image, max(1, min(width, height) // 300))
    probes = np.concatenate([middle, corners * 0.55 + middle * 0.45], axis=1)
    xs = np.clip(probes[..., 0].astype(np.intp), 0, width - 1)
    ys = np.clip(probes[..., 1].astype(np.intp), 0, height - 1)
    tones = vivid(soft[ys, xs].mean(axis=1)[:, None], 1.25)[:, 0]
    # Each facet leans its own way in the light.
    lean = np.random.default_rng(seed).normal(0, 0.022, (len(tones), 1))
    tones = np.clip(tones + lean, 0, 1)
    surface = skia.Surface(width, height)
    with surface as canvas:
        for corner, tone in zip(corners, tones, strict=True):
            path = skia.Path()
            path.addPoly([skia.Point(*map(float, spot)) for spot in _grown(corner)], True)
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Color4f=skia.Color4f(*map(float, tone), 1)))
    return np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3])


def lead_glass(pixels: Bytes, seed: int) -> Bytes:
    """Panes of clear colour between strips of lead, lit from behind."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    owner, tones = _cells(pixels, min(520, height * width // 600), seed)
    tones = np.clip(vivid(tones[:, None], 1.9)[:, 0] * 1.1 + 0.04, 0, 1)
    glass = tones[owner].astype(np.float32)
    glow = 0.8 + 0.4 * cloud(width, height, 9, seed % 47) + (cloud(width, height, 60, seed % 43) - 0.5) * 0.16
    glass *= np.asarray(glow, np.float32)[..., None]
    lead = _seams(owner, max(1.4, unit / 330))
    near = mean(mean(lead, max(1, unit // 160)), max(1, unit // 160))
    glass *= (1 - near * np.float32(0.45))[..., None]
    metal = np.float32(0.1) + np.clip(lead - np.roll(lead, (2, 2), (0, 1)), 0, 1) * np.float32(0.22)
    glass += (metal[..., None] - glass) * lead[..., None]
    return finished(np.asarray(glass, np.float32))


def lay_mosaic(pixels: Bytes, seed: int) -> Bytes:
    """Small stones, each of one tone, in mortar."""
    height, width = pixels.shape[:2]
    unit = min(height, width)
    owner, tones = _cells(pixels, min(4200, height * width // 100), seed, loyal=9.0)
    rng = np.random.default_rng(seed)
    tones = np.clip(vivid(tones[:, None], 1.25)[:, 0] + rng.normal(0, 0.025, (len(tones), 1)), 0, 1)
    stones = tones[owner].astype(np.float32)
    gap = _seams(owner, max(1.0, unit / 900))
    mortar = np.array((0.8, 0.77, 0.71), np.float32)
    stones += (mortar - stones) * gap[..., None]
    lift = np.roll(gap, (1, 1), (0, 1)) - np.roll(gap, (-1, -1), (0, 1))
    return finished(np.asarray(stones + lift[..., None] * np.float32(0.12), np.float32))


# -- cells -----------------------------------------------------------------------------------------------------------


def _cells(pixels: Bytes, count: int, seed: int, loyal: float = 2.6) -> tuple[Whole, Floats]:
    """Which cell each pixel belongs to, and the cells' tones (Achanta et al., 2012: SLIC, on a small copy).

    `loyal` is how much a cell keeps to its place rather than to its tone.
    """
    height, width = pixels.shape[:2]
    share = min(1.0, 300 / max(height, width))
    wide, high = max(16, round(width * share)), max(16, round(height * share))
    small = flattened(_shrunken(pixels, (wide, high)), 2, 1)
    step = max(3.0, (wide * high / count) ** 0.5)
    rng = np.random.default_rng(seed)
    gy, gx = np.mgrid[step / 2 : high : step, step / 2 : wide : step]
    places = np.stack([gx.ravel(), gy.ravel()], -1) + rng.uniform(-0.36, 0.36, (gx.size, 2)) * step
    xs, ys = np.clip(places[:, 0].astype(int), 0, wide - 1), np.clip(places[:, 1].astype(int), 0, high - 1)
    tones = small[ys, xs]
    columns = gx.shape[1]
    grid = np.arange(gx.size).reshape(gx.shape)
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    row = np.clip((y / step).astype(int), 0, gx.shape[0] - 1)
    column = np.clip((x / step).astype(int), 0, columns - 1)
    owner = grid[row, column]
    weight = (loyal * 0.1 / step) ** 2
    for _ in range(5):
        best = np.full((high, wide), np.inf, np.float32)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                near = grid[np.clip(row + dy, 0, gx.shape[0] - 1), np.clip(column + dx, 0, columns - 1)]
                off = ((small - tones[near]) ** 2).sum(-1)
                off += ((x - places[near, 0]) ** 2 + (y - places[near, 1]) ** 2) * weight
                closer = off < best
                best[closer] = off[closer]
                owner[closer] = near[closer]
        flat = owner.ravel()
        size = np.maximum(np.bincount(flat, minlength=gx.size), 1)
        places = np.stack([np.bincount(flat, v.ravel(), gx.size) / size for v in (x, y)], -1)
        tones = np.stack([np.bincount(flat, small[..., c].ravel(), gx.size) / size for c in range(3)], -1)
    return _enlarged(owner, width, height, seed), tones.astype(np.float32)


def _shrunken(pixels: Bytes, size: tuple[int, int]) -> Floats:
    """A small copy, 0 to 1."""
    return opened(np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX)))


def _enlarged(owner: Whole, width: int, height: int, seed: int) -> Whole:
    """The cells at full size, their borders without stairs."""
    high, wide = owner.shape
    unit = min(width, height)
    y = np.arange(height, dtype=np.float32)[:, None] * high / height
    x = np.arange(width, dtype=np.float32) * wide / width
    reach = np.float32(0.9 * wide / width * max(1.0, unit / 400))
    y = y + (cloud(width, height, 120, seed % 31) - 0.5) * reach
    x = x + (cloud(width, height, 120, seed % 29 + 7) - 0.5) * reach
    rows, columns = np.clip(y.astype(np.intp), 0, high - 1), np.clip(x.astype(np.intp), 0, wide - 1)
    return np.asarray(owner[rows, columns])


def _seams(owner: Whole, thick: float) -> Floats:
    """1 along the borders of cells, softly 0 beside them."""
    edge = np.zeros(owner.shape, np.float32)
    edge[:, 1:] = owner[:, 1:] != owner[:, :-1]
    edge[1:] = np.maximum(edge[1:], owner[1:] != owner[:-1])
    radius = max(1, round(thick))
    soft = mean(mean(edge, radius), max(1, radius // 2))
    return np.asarray(np.clip((soft * (2 * radius + 1) - np.float32(0.35)) * 2.2, 0, 1), np.float32)


# -- triangles -------------------------------------------------------------------------------------------------------


def _busy(pixels: Bytes) -> Floats:
    """How much happens at each place of a small copy."""
    height, width = pixels.shape[:2]
    share = 220 / max(height, width)
    size = max(8, round(width * share)), max(8, round(height * share))
    gy, gx = np.gradient(level_of(flattened(_shrunken(pixels, size), 3, 1)))
    return mean(np.asarray(np.hypot(gx, gy), np.float32), 1)


def _scattered(busy: Floats, width: int, height: int, count: int, seed: int) -> Points:
    """Points for a mesh: thick where much happens, some everywhere, the frame's own corners and edges."""
    rng = np.random.default_rng(seed)
    field = enlarged(busy, busy.shape[1], busy.shape[0]) ** 0.75
    chance = (field / max(float(field.sum()), 1e-6) * 0.86 + 0.14 / field.size).ravel().astype(np.float64)
    chosen = (
        rng.choice(field.size, count, replace=False, p=chance / chance.sum())
        if field.size > count
        else np.arange(field.size)
    )
    y, x = np.divmod(chosen, field.shape[1])
    inner = np.stack(
        [(x + rng.random(len(x))) * width / field.shape[1], (y + rng.random(len(y))) * height / field.shape[0]], -1
    )
    t = np.linspace(0, 1, 15)
    rim = [np.stack([t * width, np.zeros_like(t)], -1), np.stack([t * width, np.full_like(t, height)], -1)]
    rim += [np.stack([np.zeros(13), t[1:-1] * height], -1), np.stack([np.full(13, width), t[1:-1] * height], -1)]
    points = np.concatenate([*rim, inner])
    _, kept = np.unique((points / max(3.0, min(width, height) / 140)).astype(np.intp), axis=0, return_index=True)
    return np.asarray(points[np.sort(kept)], np.float64)


def _triangulated(points: Points) -> Whole:
    """Delaunay's triangles, point by point (Bowyer and Watson, 1981): n x 3 indices."""
    low, span = points.min(0), float(np.ptp(points, axis=0).max())
    big = np.array([[-10.0, -10.0], [30.0, -10.0], [10.0, 40.0]]) * span + low
    order = np.argsort(points[:, 0], kind="stable")
    nodes = np.concatenate([points + np.sin(np.arange(2 * len(points)).reshape(-1, 2) * 7.3) * 1e-3, big])
    first = len(points)
    done: list[Whole] = []
    faces = np.array([[first, first + 1, first + 2]], np.intp)
    circles = _circles(nodes, faces)
    for index in order:
        x, y = nodes[index]
        # What lies wholly to the left of the sweep can never change again.
        past = circles[:, 0] + np.sqrt(circles[:, 2]) < x
        if past.any():
            done.append(faces[past])
            faces, circles = faces[~past], circles[~past]
        bad = (circles[:, 0] - x) ** 2 + (circles[:, 1] - y) ** 2 < circles[:, 2]
        hole = faces[bad]
        edges = np.concatenate([hole[:, [0, 1]], hole[:, [1, 2]], hole[:, [2, 0]]])
        keys = np.sort(edges, axis=1)
        _, where, times = np.unique(keys, axis=0, return_index=True, return_counts=True)
        rim = edges[where[times == 1]]
        fresh = np.column_stack([rim, np.full(len(rim), index, np.intp)])
        faces = np.concatenate([faces[~bad], fresh])
        circles = np.concatenate([circles[~bad], _circles(nodes, fresh)])
    whole = np.concatenate([*done, faces])
    return np.asarray(whole[(whole < first).all(axis=1)], np.intp)


def _circles(nodes: Points, faces: Whole) -> Points:
    """Centre and squared radius of the circle through the corners of each triangle."""
    a, b, c = nodes[faces[:, 0]], nodes[faces[:, 1]], nodes[faces[:, 2]]
    b, c = b - a, c - a
    d = 2 * (b[:, 0] * c[:, 1] - b[:, 1] * c[:, 0])
    d = np.where(np.abs(d) < 1e-12, 1e-12, d)
    bb, cc = (b * b).sum(1), (c * c).sum(1)
    x, y = (c[:, 1] * bb - b[:, 1] * cc) / d, (b[:, 0] * cc - c[:, 0] * bb) / d
    return np.column_stack([a[:, 0] + x, a[:, 1] + y, x * x + y * y])


def _grown(corner: Points) -> Points:
    """A triangle half a pixel larger, so that no seam shows between neighbours."""
    out = corner - corner.mean(axis=0)
    return np.asarray(corner + out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6) * 0.7)
