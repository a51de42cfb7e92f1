"""Garments as they were designed, point by point: reads the files of designs/.

A design lives on a grid from 0 to 100, y down. Each line of a file is an element, in the order of drawing:

    garment NAME SPLIT            begins a garment; the elements that follow are its own
    shape [dark|light] PATH       a closed outline and the cloth in it
    hole PATH                     an opening in the shape before it
    strap WIDTH [dark|light] PATH cloth so narrow that one thick line is all of it
    edge PATH                     a line that the garment is not the same without
    line PATH                     a line that a hasty person leaves out
    dot RADIUS POINT...           buttons, eyelets

A PATH is a list of points x,y. The line turns sharply at a plain point and smoothly through one with ~ before it.
`half` before a path: it is the left half, joined to its mirror image about x = 50. `twice`: there is another, mirrored.
"""
import math
from dataclasses import dataclass, field
from pathlib import Path

DESIGNS = Path(__file__).resolve().parent / "designs"
SPLITS = ("tune", "held_out")
KINDS = ("shape", "hole", "strap", "edge", "line", "dot")
TONES = ("dark", "light")

Point = tuple[float, float]


@dataclass(frozen=True)
class Knot:
    """A point of a path, and whether the line turns sharply there."""

    x: float
    y: float
    sharp: bool


Knots = tuple[Knot, ...]


@dataclass(frozen=True)
class Element:
    """One line of a design. `width`: of a strap, or a dot's diameter, on the grid. `symmetry`: 'half', 'twice', ''."""

    kind: str
    paths: tuple[Knots, ...]
    tone: str = "main"
    width: float = 0.0
    symmetry: str = ""

    @property
    def closed(self) -> bool:
        return self.kind in ("shape", "hole")


@dataclass
class Garment:
    """A design: its elements in the order of drawing."""

    name: str
    split: str
    elements: list[Element] = field(default_factory=list)

    @property
    def symmetric(self) -> bool:
        """Whether all of its cloth is; a pocket may be on one side."""
        return all(element.symmetry for element in self.elements if element.kind in ("shape", "hole", "strap"))


def _mirrored(path: Knots) -> Knots:
    return tuple(Knot(100 - knot.x, knot.y, knot.sharp) for knot in path)


def _joined(path: Knots) -> Knots:
    """The left half and its mirror image as one path; they meet where the half touches x = 50."""
    if path[-1].x != 50:
        path = path[::-1]
    other = _mirrored(path)[::-1]
    return path + other[1:] if path[0].x != 50 else path + other[1:-1]


def _knot(word: str) -> Knot:
    x, y = word.lstrip("~").split(",")
    return Knot(float(x), float(y), not word.startswith("~"))


def _element(words: list[str]) -> Element:
    kind = words[0]
    if kind not in KINDS:
        raise ValueError(f"no element is called '{kind}'")
    first = next((i for i, word in enumerate(words) if "," in word), None)
    if first is None:
        raise ValueError("no path")
    options = words[1:first]
    path = tuple(_knot(word) for word in words[first:])
    tone = next((word for word in options if word in TONES), "main")
    width = next((float(word) for word in options if word[0].isdigit()), 0.0)
    symmetry = next((word for word in options if word in ("half", "twice")), "")
    if kind == "dot":
        dots = [(knot,) for knot in path]
        if symmetry == "twice":
            dots += [_mirrored(dot) for dot in dots]
        return Element(kind, tuple(dots), tone, 2 * width, symmetry)
    paths = {"half": (_joined(path),), "twice": (path, _mirrored(path))}.get(symmetry, (path,))
    return Element(kind, paths, tone, width, symmetry)


def read_garments(path: Path) -> list[Garment]:
    """All garments of a file, in its order. ValueError names the line that is not understood."""
    garments: list[Garment] = []
    for number, text in enumerate(path.read_text().splitlines(), start=1):
        words = text.split("#")[0].split()
        if not words:
            continue
        try:
            if words[0] == "garment":
                _, name, split = words
                if split not in SPLITS:
                    raise ValueError(f"no split is called '{split}'")
                garments.append(Garment(name, split))
            elif garments:
                garments[-1].elements.append(_element(words))
            else:
                raise ValueError("no garment has begun")
        except ValueError as problem:
            raise ValueError(f"{path.name}, line {number}: {problem}") from problem
    return garments


def curve(path: Knots, closed: bool, step: float) -> list[list[Point]]:
    """The path as points about `step` apart, in pieces that begin and end at sharp points.

    Cubic Hermite segments; the tangent in a smooth point is parallel to the chord between its neighbours, in a sharp
    one it is such that the segment is a parabola, or a straight line between two sharp points.
    """
    knots = list(path)
    if closed:
        start = next((i for i, knot in enumerate(knots) if knot.sharp), 0)
        knots = knots[start:] + knots[: start + 1]
    pieces: list[list[Point]] = [[(knots[0].x, knots[0].y)]]
    for i in range(len(knots) - 1):
        a, b = knots[i], knots[i + 1]
        before = knots[i - 1] if i > 0 else knots[-2]
        after = knots[i + 2] if i + 2 < len(knots) else knots[1]
        ends = closed or 0 < i, closed or i + 2 < len(knots)
        start_tangent = None if a.sharp or not ends[0] else _tangent(before, b, a, b)
        end_tangent = None if b.sharp or not ends[1] else _tangent(a, after, a, b)
        pieces[-1] += _hermite(a, b, start_tangent, end_tangent, step)
        if b.sharp and i + 2 < len(knots):
            pieces.append([(b.x, b.y)])
    return pieces


def _tangent(before: Knot, after: Knot, a: Knot, b: Knot) -> Point:
    dx, dy = after.x - before.x, after.y - before.y
    scale = math.dist((a.x, a.y), (b.x, b.y)) / (math.hypot(dx, dy) or 1.0)
    return dx * scale, dy * scale


def _hermite(a: Knot, b: Knot, start: Point | None, end: Point | None, step: float) -> list[Point]:
    chord = (b.x - a.x, b.y - a.y)
    if start is None and end is None:
        start = end = chord
    start = start or (2 * chord[0] - end[0], 2 * chord[1] - end[1])
    end = end or (2 * chord[0] - start[0], 2 * chord[1] - start[1])
    count = max(1, round(math.hypot(*chord) / step))
    points = []
    for i in range(1, count + 1):
        t = i / count
        of_a, of_start = (1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2
        of_b, of_end = t * t * (3 - 2 * t), t * t * (t - 1)
        points.append((
            of_a * a.x + of_start * start[0] + of_b * b.x + of_end * end[0],
            of_a * a.y + of_start * start[1] + of_b * b.y + of_end * end[1],
        ))
    return points
