"""Faces, hearts, stars, letters, animals and houses, drawn by us: what a drawing can be that is none of the ten.

Nothing is trained on these or chosen by them.
"""
import math

import numpy

from models.another_hand import Lines, drawn_again

COPIES = 4  # of each design, by different hands
SEED = 20170828

Point = tuple[float, float]


def arc(x: float, y: float, wide: float, high: float, start: float = 0.0, end: float = 360.0) -> numpy.ndarray:
    """A part of an ellipse, from one angle to another in degrees, clockwise from the right."""
    angles = numpy.radians(numpy.linspace(start, end, 30))
    return numpy.stack([x + wide * numpy.cos(angles), y + high * numpy.sin(angles)], axis=1)


def line(*points: Point) -> numpy.ndarray:
    return numpy.array(points, dtype=numpy.float64)


def star(corners: int, inner: float) -> numpy.ndarray:
    """A closed star with so many corners, its inner ones at a part of the radius."""
    angles = [math.pi * k / corners - math.pi / 2 for k in range(2 * corners + 1)]
    radii = [1.0 if k % 2 == 0 else inner for k in range(2 * corners + 1)]
    return numpy.array([(r * math.cos(a), r * math.sin(a)) for a, r in zip(angles, radii)])


def heart(dent: float) -> numpy.ndarray:
    """A closed heart, its dent more or less deep."""
    t = numpy.linspace(0, 2 * numpy.pi, 50)
    x = numpy.sin(t) ** 3
    y = -(13 * numpy.cos(t) - 5 * numpy.cos(2 * t) - dent * numpy.cos(3 * t) - numpy.cos(4 * t)) / 16
    return numpy.stack([x, y], axis=1)


FACE = [arc(0, 0, 1, 1)]
EYES = [arc(-0.35, -0.25, 0.1, 0.12), arc(0.35, -0.25, 0.1, 0.12)]
MOUTH = [arc(0, 0.15, 0.5, 0.4, 20, 160)]
WALLS = [line((0, 0), (0, 1), (1.2, 1), (1.2, 0), (0, 0))]
ROOF = [line((-0.15, 0), (0.6, -0.6), (1.35, 0))]
CAT_EARS = [line((-0.85, -0.5), (-0.8, -1.3), (-0.3, -0.95)), line((0.85, -0.5), (0.8, -1.3), (0.3, -0.95))]

DESIGNS: dict[str, list[Lines]] = {
    "face": [
        FACE + EYES + MOUTH,
        FACE + EYES + [line((-0.4, 0.45), (0.4, 0.45))],
        FACE + EYES + MOUTH + [line((0, -0.1), (-0.12, 0.2), (0.08, 0.2))],
        FACE + EYES + MOUTH + [arc(-1.05, 0, 0.15, 0.25, 90, 270), arc(1.05, 0, 0.15, 0.25, -90, 90)],
    ],
    "heart": [[heart(2.0)], [heart(3.0)], [heart(2.0), line((-1.3, 0.9), (1.3, -0.9))]],
    "star": [
        [star(5, 0.4)], [star(6, 0.55)], [star(4, 0.3)],
        [line((0, -1), (0.59, 0.81), (-0.95, -0.31), (0.95, -0.31), (-0.59, 0.81), (0, -1))],
    ],
    "letter": [
        [line((0, 1), (0.5, -1), (1, 1)), line((0.2, 0.2), (0.8, 0.2))],
        [line((0, -1), (0, 1)), arc(0, -0.5, 0.6, 0.5, -90, 90), arc(0, 0.5, 0.7, 0.5, -90, 90)],
        [line((0.9, -1), (0, -1), (0, 1), (0.9, 1)), line((0, 0), (0.7, 0))],
        [line((0, 1), (0, -1), (0.5, 0.2), (1, -1), (1, 1))],
        [arc(0, -0.5, 0.5, 0.5, -20, -270), arc(0, 0.5, 0.5, 0.5, -90, 160)],
    ],
    "animal": [
        FACE + CAT_EARS + EYES + [line((-0.5, 0.3), (-1.3, 0.2)), line((0.5, 0.3), (1.3, 0.2)), arc(0, 0.2, 0.1, 0.08)],
        [arc(0, 0, 1, 0.5), line((0.95, -0.1), (1.6, -0.5), (1.6, 0.5), (0.95, 0.1)), arc(-0.6, -0.1, 0.06, 0.06)],
        [arc(0, 0, 1, 0.5), arc(1.1, -0.5, 0.4, 0.35), line((-0.6, 0.4), (-0.6, 1.2)), line((-0.3, 0.5), (-0.3, 1.2)),
         line((0.4, 0.5), (0.4, 1.2)), line((0.7, 0.4), (0.7, 1.2)), line((-1, 0), (-1.5, -0.6))],
        [arc(0, 0, 0.8, 0.55), arc(0.7, -0.7, 0.35, 0.35), line((1.05, -0.7), (1.4, -0.6), (1.0, -0.55)),
         line((-0.1, 0.55), (-0.1, 1)), line((0.2, 0.55), (0.2, 1))],
    ],
    "house": [
        WALLS + ROOF,
        WALLS + ROOF + [line((0.5, 1), (0.5, 0.5), (0.75, 0.5), (0.75, 1))],
        WALLS + ROOF + [line((0.5, 1), (0.5, 0.5), (0.75, 0.5), (0.75, 1)), arc(0.25, 0.35, 0.1, 0.1)],
        WALLS + ROOF + [line((0.9, -0.35), (0.9, -0.8), (1.1, -0.8), (1.1, -0.2))],
    ],
}


def scripts() -> dict[str, list[list[dict]]]:
    """The stroke scripts of each kind, the same ones every time."""
    random = numpy.random.default_rng(SEED)
    return {kind: [drawn_again(design, random, mirror=kind != "letter") for design in designs for _ in range(COPIES)]
            for kind, designs in DESIGNS.items()}
