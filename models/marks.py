"""What people draw on a garment to say which it is: a shirt's collar and buttons, a pullover's ribs, a shoe's laces.

Photographs of 28x28 pixels hardly show these, and drawings show little else. The table describes them in a few points
each, from what everybody knows of clothes and a look at the drawings to tune by; `marking.py` draws them, by chance and
with a trembling hand, on the cloth of training images. No drawing was traced or is trained on.
"""
from typing import NamedTuple

Points = tuple[tuple[float, float], ...]


class Mark(NamedTuple):
    """A line through `points`, or a dot where there is only one.

    Points are across and down: across from -1 to 1 as far as the body of the garment reaches, a shoe's heel on the
    positive side; down from 0 at its upper end to 1 at its lower. If `rim`, across as far as sleeves reach, and down
    from the upper rim of the cloth at that place to its lower rim: such a line follows a neck, a hem or a sole.
    """

    points: Points
    twice: bool = False  # and its mirror image
    copies: tuple[int, int] = (1, 1)  # from so many to so many, evenly along `span`
    span: tuple[float, float] = (0.0, 0.0)
    rim: bool = False
    width: float = 1.0  # of the pen
    strewn: float = 0.0  # each copy up to so far away from its place


class Feature(NamedTuple):
    """Marks that are drawn together, on the share `chance` of a class's marked garments."""

    chance: float
    marks: tuple[Mark, ...]


Choice = tuple[Feature, ...]  # of which a garment has one at most


def feature(chance: float, *marks: Mark) -> Feature:
    return Feature(chance, marks)


def choice(*features: Feature) -> Choice:
    return features


def maybe(chance: float, *marks: Mark) -> Choice:
    """A feature that excludes no other."""
    return (Feature(chance, marks),)


def line(*points: tuple[float, float], **options: object) -> Mark:
    return Mark(points, **options)


def pair(*points: tuple[float, float], **options: object) -> Mark:
    """A line and its mirror image."""
    return Mark(points, twice=True, **options)


def rim(down: float, start: float, end: float, **options: object) -> Mark:
    """A line along the rim, with points as close as it may bend."""
    return Mark(tuple((start + (end - start) * i / 6, down) for i in range(7)), rim=True, **options)


def across(down: float, reach: float = 1.1, **options: object) -> Mark:
    return Mark(((-reach, down), (reach, down)), **options)


def box(left: float, top: float, right: float, bottom: float, **options: object) -> Mark:
    return Mark(((left, top), (right, top), (right, bottom), (left, bottom), (left, top)), **options)


def rows(least: int, most: int, top: float, bottom: float, reach: float = 1.1) -> Mark:
    """Lines across, one below the other."""
    return across(top, reach, copies=(least, most), span=(0, bottom - top))


def columns(least: int, most: int, top: float, bottom: float, reach: float = 0.8) -> Mark:
    """Lines down, side by side."""
    return line((-reach, top), (-reach, bottom), copies=(least, most), span=(2 * reach, 0))


def buttons(least: int, most: int, top: float, bottom: float, at: float = 0.0, **options: object) -> Mark:
    return Mark(((at, top),), copies=(least, most), span=(0, bottom - top), **options)


POCKET = line((0.2, 0.32), (0.62, 0.32), (0.62, 0.47), (0.41, 0.51), (0.2, 0.47), (0.2, 0.32))
V_NECK = pair((0.38, -0.02), (0, 0.2))
NECK = rim(0.06, -0.4, 0.4)
CUFFS = rim(0.88, 0.66, 1, twice=True)
HEM = rim(0.94, -0.7, 0.7)
SIDES = maybe(0.3, pair((0.95, 0.36), (0.92, 0.97)))  # of the body, where sleeves hang beside it
SLEEVE_SEAMS = maybe(0.2, pair((0.75, 0.08), (0.8, 0.2), (0.82, 0.36)))
CHECKS = (rows(3, 7, 0.2, 0.95, 1.6), columns(3, 7, 0, 1))
STREWN = Mark(((0.0, 0.5),), copies=(4, 9), width=1.6, strewn=0.8)

MARKS: dict[str, tuple[Choice, ...]] = {
    "T-shirt/top": (
        choice(feature(0.5, NECK), feature(0.15, V_NECK), feature(0.1, V_NECK, pair((0.38, 0.04), (0, 0.27)))),
        maybe(0.4, rim(0.85, 0.6, 1, twice=True)),
        maybe(0.3, HEM),
        choice(
            feature(0.15, rows(2, 7, 0.3, 0.9)),
            feature(0.12, POCKET),
            feature(0.08, box(-0.45, 0.32, 0.45, 0.58)),  # prints
            feature(0.08, across(0.4, 0.45, copies=(1, 3), span=(0, 0.15), width=1.6)),
            feature(0.06, line((-0.25, 0.42), (0, 0.3), (0.25, 0.42), (0, 0.54), (-0.25, 0.42))),
            feature(0.04, STREWN),
        ),
        SLEEVE_SEAMS,
    ),
    "Trouser": (
        maybe(0.5, rim(0.07, -1, 1)),
        maybe(0.4, line((0, 0.04), (0, 0.34))),
        maybe(0.35, pair((0.5, 0.1), (0.52, 0.5), (0.56, 0.97))),  # creases
        maybe(0.35, pair((0.45, 0.06), (0.62, 0.14), (0.95, 0.2))),  # pockets
        maybe(0.3, rim(0.94, 0.15, 1, twice=True)),
        maybe(0.12, pair((0.85, 0.1), (0.9, 0.97))),
        maybe(0.1, rows(1, 3, 0.48, 0.56)),  # knees
        maybe(0.08, box(0.4, 0.45, 0.9, 0.6, twice=True)),
    ),
    "Pullover": (
        choice(
            feature(0.45, NECK),
            feature(0.12, across(0.1, 0.4)),  # a turtleneck
            feature(0.12, V_NECK, pair((0.42, 0.03), (0, 0.28))),
            feature(  # a hood and its strings
                0.14, pair((0.3, 0.2), (0.42, 0.08), (0.2, 0.0)), pair((0, 0.24), (0.3, 0.2)),
                pair((0.12, 0.24), (0.15, 0.4)),
            ),
        ),
        maybe(0.5, CUFFS),
        choice(  # ribs
            feature(0.45, HEM), feature(0.15, HEM, line((-0.8, 0.94), (-0.8, 1), copies=(5, 9), span=(1.6, 0))),
        ),
        choice(
            feature(0.25, rows(1, 3, 0.38, 0.52, 1.6)),
            feature(0.12, rows(3, 8, 0.2, 0.9, 1.6)),
            feature(0.12, pair((0.3, 0.9), (0.52, 0.8), (0.36, 0.66), (0, 0.66))),  # a pocket for both hands
            feature(0.06, columns(3, 6, 0.2, 0.92)),
            feature(
                0.06,
                line((-0.5, 0.4), (-0.25, 0.5), (0, 0.4), (0.25, 0.5), (0.5, 0.4), copies=(1, 3), span=(0, 0.3)),
            ),
        ),
        maybe(0.12, pair((0.35, 0.03), (0.95, 0.42))),  # raglan
        SIDES,
        SLEEVE_SEAMS,
    ),
    "Dress": (
        choice(  # a waist
            feature(0.4, across(0.4)),
            feature(0.12, across(0.4), across(0.46)),
            feature(0.08, across(0.27)),
            feature(0.12, rows(2, 4, 0.42, 0.9, 1.4)),
        ),
        maybe(0.4, line((-0.45, 0.42), (-0.6, 1), copies=(2, 6), span=(1.1, 0))),  # folds
        choice(feature(0.25, NECK), feature(0.12, V_NECK), feature(0.06, buttons(2, 4, 0.12, 0.34, width=1.4))),
        choice(feature(0.08, STREWN), feature(0.06, rows(3, 8, 0.2, 0.95, 1.4)), feature(0.04, *CHECKS)),
        maybe(0.1, pair((0.35, 0.2), (0.3, 0.38))),
        maybe(0.15, CUFFS),
        maybe(0.15, HEM),
    ),
    "Coat": (
        choice(  # open all the way
            feature(0.5, line((0, 0.03), (0, 1))),
            feature(0.12, line((0.18, 0.2), (0.2, 1))),
            feature(0.18, pair((0.12, 0.03), (0.16, 1))),
            feature(0.06, line((0, 0.03), (0, 1), width=2.2)),
        ),
        choice(
            feature(0.42, pair((0.38, 0), (0.62, 0.13), (0.36, 0.19), (0, 0.42))),  # lapels
            feature(0.18, pair((0.36, 0), (0.0, 0.4))),
            feature(0.1, pair((0.4, 0.0), (0.42, 0.1), (0, 0.1))),
            feature(0.12, pair((0, 0.22), (0.3, 0.16), (0.38, 0.06), (0, 0.0))),  # a hood
        ),
        choice(
            feature(0.25, buttons(2, 5, 0.42, 0.8, 0.1, width=1.8)),
            feature(0.15, buttons(2, 4, 0.42, 0.78, 0.22, twice=True, width=1.8)),
        ),
        choice(feature(0.15, across(0.52), across(0.6)), feature(0.05, across(0.55, width=2.5))),  # a belt
        choice(
            feature(0.28, box(0.35, 0.64, 0.82, 0.8, twice=True)),
            feature(0.24, pair((0.35, 0.62), (0.62, 0.76))),
            feature(0.06, pair((0.35, 0.66), (0.8, 0.66))),
        ),
        maybe(0.25, CUFFS),
        maybe(0.12, HEM),
        maybe(0.14, rows(3, 7, 0.18, 0.92, 1.8)),  # quilted
        SIDES,
        SLEEVE_SEAMS,
    ),
    "Sandal": (
        maybe(0.35, rim(0.8, -1, 1)),
        maybe(0.3, rim(0.3, -0.8, -0.2, copies=(1, 3), span=(0.7, 0))),
        maybe(0.25, line((-0.6, 0.35), (-0.5, 0.9), copies=(1, 4), span=(1.1, -0.1))),
        maybe(0.12, line((0.5, 0.3))),
    ),
    "Shirt": (
        choice(  # collars: flaps, a V, both, a stand, round ones
            feature(0.5, pair((0.38, 0), (0.6, 0.1), (0.28, 0.18), (0, 0.1))),
            feature(0.12, pair((0.4, 0), (0, 0.17))),
            feature(0.1, pair((0.4, 0), (0, 0.13)), pair((0.4, 0), (0.5, 0.14), (0.3, 0.2), (0, 0.13))),
            feature(0.1, pair((0.38, 0.01), (0.36, 0.08), (0, 0.1))),
            feature(0.08, pair((0.36, 0.02), (0.56, 0.1), (0.36, 0.18), (0.1, 0.16), (0, 0.08))),
        ),
        choice(  # plackets
            feature(0.5, line((0, 0.1), (0, 1))),
            feature(0.16, pair((0.09, 0.1), (0.09, 1))),
            feature(0.06, line((0, 0.1), (0, 1)), line((0.2, 0.12), (0.2, 1))),
            feature(0.12, line((0, 0.08), (0, 0.5))),
            feature(0.06, pair((0.1, 0.1), (0.1, 0.42), (0, 0.42))),
        ),
        maybe(0.65, buttons(3, 7, 0.2, 0.88, width=1.4)),
        choice(feature(0.22, POCKET), feature(0.1, POCKET._replace(twice=True))),
        maybe(0.35, CUFFS),
        choice(
            feature(0.13, *CHECKS),
            feature(0.05, columns(3, 7, 0, 1)),
            feature(0.04, rows(3, 7, 0.2, 0.95, 1.6)),
            feature(0.1, STREWN),
            feature(
                0.05,
                line((-0.14, 0.5), (0, 0.43), (0.14, 0.5), (0, 0.57), (-0.14, 0.5), copies=(2, 5), strewn=0.6),
            ),
        ),
        maybe(0.1, HEM),
        maybe(0.06, across(0.62)),
        SIDES,
        SLEEVE_SEAMS,
    ),
    "Sneaker": (
        choice(  # a sole
            feature(0.4, rim(0.76, -1, 1)),
            feature(0.15, rim(0.72, -1, 1), rim(0.86, -1, 1)),
            feature(0.12, rim(0.86, -1, 1, width=3.0)),
        ),
        maybe(0.25, line((-0.72, 0.4), (-0.58, 0.6), (-0.6, 0.78))),  # a toe cap
        maybe(0.45, line((-0.34, 0.5), (-0.14, 0.62), copies=(2, 5), span=(0.46, -0.4))),  # laces
        choice(
            feature(0.25, line((-0.2, 0.62), (0.3, 0.66), (0.8, 0.35))),
            feature(0.12, line((-0.2, 0.4), (-0.05, 0.75), copies=(2, 3), span=(0.3, -0.05))),
        ),
        maybe(0.2, line((0.8, 0.15), (0.68, 0.5))),
        maybe(0.12, rim(0.1, 0.0, 1)),
    ),
    "Bag": (
        choice(  # flaps and clasps
            feature(
                0.22, line((-0.95, 0.35), (-0.6, 0.6), (0, 0.68), (0.6, 0.6), (0.95, 0.35)),
                line((0, 0.68), width=2.0),
            ),
            feature(0.1, pair((0.95, 0.3), (0, 0.62))),
            feature(0.08, pair((0.95, 0.3), (0, 0.62)), line((0, 0.62), width=2.0)),
        ),
        maybe(0.3, across(0.42)),
        maybe(0.15, columns(2, 2, 0.4, 1, 0.65)),
        maybe(0.15, box(-0.6, 0.62, 0.6, 0.92)),
        maybe(0.15, across(0.9)),
        maybe(0.12, pair((0.4, 0.38), (0.4, 0.52))),
    ),
    "Ankle boot": (
        choice(feature(0.4, rim(0.9, -1, 1)), feature(0.12, rim(0.95, -1, 1, width=2.5))),
        choice(
            feature(0.2, line((0.45, 0.02), (0.42, 0.8))),  # a zip
            feature(0.2, line((0.25, 0), (0.32, 0.42), (0.55, 0.42), (0.62, 0))),  # elastic
            feature(0.25, line((-0.1, 0.5), (0.14, 0.56), copies=(3, 6), span=(0.12, -0.45))),  # laces
            feature(0.1, line((-0.2, 0.5), (1, 0.5), copies=(1, 2), span=(0, 0.1))),
        ),
        maybe(0.3, line((0, 0.12), (1, 0.12))),  # the shaft's end
        maybe(0.15, line((-0.7, 0.6), (-0.55, 0.75), (-0.6, 0.9))),
        maybe(0.15, line((0.5, 0.85), (0.45, 1))),  # a heel
        maybe(0.1, line((0.8, 0.5), (0.62, 0.75), (0.66, 0.92))),
    ),
}
