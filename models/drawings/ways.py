"""Five ways in which people draw a garment.

outline     lines only, as with a pencil; here and there a gap
filled      an outline, the bucket, then details in another gray
silhouette  one bold shape in one gray; what has to be told apart is scratched out with the eraser
brushed     no outline: broad strokes until the cloth is covered, details over them
scribbled   in haste: a loose outline and a zigzag that leaves holes
"""
import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from models.drawings.area import Area, inset, roomiest_point, zigzags
from models.drawings.garment import Element, Garment, Knot, Knots, Point, curve
from models.drawings.hand import Hand, Stroke

GRID_STEP = 1.2  # between the points of a line, on the design's grid


@dataclass(frozen=True)
class Sheet:
    """Where and how large the garment stands on the drawing square, and how this person deforms it."""

    size: float  # of the design's grid, in the square
    left: float
    top: float
    tilt: float = 0.0  # radians
    mirrored: bool = False
    wide: float = 1.0  # width by height, compared with the design
    taper: float = 0.0  # wider below by this share
    lean: float = 0.0
    bulge: Point = (0.0, 0.0)  # amplitude on the grid and phase of a slow wave

    def place(self, x: float, y: float) -> Point:
        """From the design's grid to the square."""
        u, v = (x - 50) * self.wide, y - 50
        u *= 1 + self.taper * v / 50
        u += self.lean * v + self.bulge[0] * math.sin(v / 16 + self.bulge[1])
        v += self.bulge[0] * math.sin(u / 16 + self.bulge[1])
        u, v = u * math.cos(self.tilt) - v * math.sin(self.tilt), v * math.cos(self.tilt) + u * math.sin(self.tilt)
        if self.mirrored:
            u = -u
        return self.left + (u + 50) / 100 * self.size, self.top + (v + 50) / 100 * self.size


class Line(NamedTuple):
    """What is drawn of a path; if `mirrored`, the page's symmetry adds the rest."""

    path: Knots
    closed: bool
    mirrored: bool = False


@dataclass
class Work:
    """A garment being drawn: what, where, by whom. Sizes in units of the square."""

    garment: Garment
    sheet: Sheet
    hand: Hand
    random: Random
    sloppiness: float  # how far the points are from where the design has them, on the grid
    details: float  # the share of details that are drawn
    symmetry: bool  # whether this person uses the page's; the garment and the sheet then have x = 0.5 in the middle

    def __post_init__(self) -> None:
        self.strokes: list[Stroke] = []
        self.moved: dict[Point, Point] = {}

    def pieces(self, path: Knots, closed: bool) -> list[list[Point]]:
        """The path on the square, in pieces from one sharp point to the next."""
        shifted = tuple(self._shifted(knot) for knot in path)
        return [[self.sheet.place(x, y) for x, y in piece] for piece in curve(shifted, closed, GRID_STEP)]

    def _shifted(self, knot: Knot) -> Knot:
        # The same corner of two shapes stays one corner.
        if (knot.x, knot.y) not in self.moved:
            gauss = self.random.gauss
            self.moved[knot.x, knot.y] = (gauss(0, self.sloppiness), gauss(0, self.sloppiness))
        dx, dy = self.moved[knot.x, knot.y]
        if self.symmetry and knot.x == 50:
            dx = 0
        return Knot(knot.x + dx, knot.y + dy, knot.sharp)

    def outline(self, path: Knots) -> list[Point]:
        """A closed path as one polyline, without the first point a second time."""
        return [point for piece in self.pieces(path, True) for point in piece[1:]]

    def pen(self, width: float) -> float:
        """A brush size that looks the same on a small garment as on a large one; not quite, as people do."""
        return max(0.006, width * self.sheet.size**0.7)

    def lines(self, element: Element) -> list[Line]:
        """The lines that a person draws of an element."""
        if not (self.symmetry and element.symmetry):
            return [Line(path, element.closed) for path in element.paths]
        if element.symmetry == "twice":
            return [Line(element.paths[0], element.closed, True)]
        return [Line(tuple(knot for knot in element.paths[0] if knot.x <= 50), False, True)]

    def cloths(self) -> list[tuple[Element, Area]]:
        """Each shape and the area of it, without its holes."""
        found: list[tuple[Element, Area]] = []
        for element in self.garment.elements:
            if element.kind == "shape":
                found += [(element, [self.outline(path)]) for path in element.paths]
            elif element.kind == "hole":
                for path in element.paths:
                    hole = self.outline(path)
                    _surrounding(found, hole[0])[1].append(hole)
        return found

    def extras(self, *kinds: str) -> list[tuple[Element, Line]]:
        """The lines of other elements that this person draws: all that matter, and a share of the details."""
        chosen = []
        for element in self.garment.elements:
            if element.kind in kinds and (element.kind in ("edge", "strap") or self.random.random() < self.details):
                chosen += [(element, line) for line in self.lines(element)]
        return chosen

    def draw(self, line: Line, gray: int, size: float, tool: str = "brush", held: bool = False) -> None:
        """A line in as many strokes as the hand is lifted: at some of the sharp points."""
        stroke: list[Point] = []
        pieces = self.pieces(line.path, line.closed)
        for piece in pieces:
            stroke += piece if not stroke else piece[1:]
            if piece is pieces[-1] or self.random.random() < 0.45 and len(stroke) > 3:
                self.add(self.hand.draw(stroke, gray, size, tool, held), line.mirrored)
                stroke = []

    def add(self, stroke: Stroke, mirrored: bool = False) -> None:
        self.strokes.append({**stroke, "mirrored": True} if mirrored else stroke)

    def dots(self, gray: int, least: float) -> None:
        """Buttons and eyelets: all of an element's or none."""
        for element in self.garment.elements:
            if element.kind == "dot" and self.random.random() < self.details:
                size = max(least, element.width / 100 * self.sheet.size)
                for (knot,) in element.paths:
                    x, y = self.sheet.place(knot.x, knot.y)
                    spread = 0.006
                    x, y = x + self.random.gauss(0, spread), y + self.random.gauss(0, spread)
                    self.add(self.hand.stroke([(x, y)], gray, size))

    def bucket(self, area: Area, gray: int) -> None:
        self.add(self.hand.stroke([roomiest_point(area)], gray, 0.08, "fill"))


def _surrounding(cloths: list[tuple[Element, Area]], point: Point) -> tuple[Element, Area]:
    def crosses_right_of(outline: list[Point]) -> int:
        x, y = point
        return sum((ay <= y) != (by <= y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
                   for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1]))

    return next((cloth for cloth in reversed(cloths) if crosses_right_of(cloth[1][0]) % 2), cloths[-1])


def _tones(random: Random, least: int, most: int) -> dict[str, int]:
    """Cloths of three brightnesses that the bucket does not take for each other."""
    main = random.randint(least, most)
    return {"main": main, "dark": max(45, main - random.randint(35, 70)), "light": min(255, main + random.randint(35, 80))}


def _contrast(random: Random, tone: int) -> int:
    """A gray for lines on cloth of this tone."""
    brighter = random.randint(60, 100)
    return tone + brighter if tone + brighter <= 255 and (tone < 110 or random.random() < 0.5) else max(20, tone - brighter)


def draw_outline(work: Work) -> None:
    random = work.random
    gray, size = random.choice((140, 175, 200, 220, 240, 255, 255)), work.pen(random.uniform(0.012, 0.03))
    doubled = random.random() < 0.5
    for element in work.garment.elements:
        for line in work.lines(element):
            width = element.width / 100 * work.sheet.size
            if element.kind == "strap" and doubled and width > 2.5 * size:
                _double_line(work, line, gray, size, width)
            elif element.kind not in ("line", "dot"):
                work.draw(line, gray, max(size, 0.5 * width))
    for _, line in work.extras("line"):
        work.draw(line, gray, size)
    work.dots(gray, 1.2 * size)


def _double_line(work: Work, line: Line, gray: int, size: float, width: float) -> None:
    pieces = work.pieces(line.path, False)
    points = [point for i, piece in enumerate(pieces) for point in (piece if i == 0 else piece[1:])]
    for side in (-0.5, 0.5):
        beside = []
        for i, (x, y) in enumerate(points):
            (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
            length = math.hypot(bx - ax, by - ay) or 1.0
            beside.append((x - (by - ay) / length * width * side, y + (bx - ax) / length * width * side))
        work.add(work.hand.draw(beside, gray, size), line.mirrored)


def draw_filled(work: Work) -> None:
    random = work.random
    tones = _tones(random, 90, 220)
    gray = _contrast(random, tones["main"])
    size = work.pen(random.uniform(0.012, 0.028))
    _fill_cloths(work, tones, gray, size)
    for element, line in work.extras("strap"):
        work.draw(line, tones[element.tone], element.width / 100 * work.sheet.size)
    for _, line in work.extras("edge", "line"):
        work.draw(line, gray, size)
    work.dots(gray, 1.2 * size)


def _fill_cloths(work: Work, tones: dict[str, int], gray: int, size: float) -> None:
    """Outlines without a gap, each shape's and its holes', and a bucket into it."""
    areas = iter(work.cloths())
    elements = work.garment.elements
    for i, element in enumerate(elements):
        if element.kind != "shape":
            continue
        end = next((j for j in range(i + 1, len(elements)) if elements[j].kind != "hole"), len(elements))
        for each in elements[i:end]:
            for line in work.lines(each):
                work.draw(line, gray, size, held=True)
        for _ in element.paths:
            work.bucket(next(areas)[1], tones[element.tone])


def draw_silhouette(work: Work) -> None:
    random = work.random
    gray = random.choice((110, 145, 180, 200, 215, 235, 255))
    size = work.pen(random.uniform(0.03, 0.055))
    for _, area in work.cloths():
        _go_round(work, area, gray, size)
        work.bucket(area, gray)
    for element, line in work.extras("strap"):
        work.draw(line, gray, max(size, element.width / 100 * work.sheet.size))
    scratch = work.pen(random.uniform(0.014, 0.022))
    for _, line in work.extras("edge", "line"):
        work.draw(line, 0, scratch, tool="eraser")


def draw_brushed(work: Work) -> None:
    random = work.random
    tones = _tones(random, 100, 225)
    size = work.pen(random.uniform(0.045, 0.085))
    angle = random.choice((0.0, 0.0, 1.57, 1.57, 0.8, -0.8)) + random.gauss(0, 0.08)
    for element, area in work.cloths():
        _cover(work, area, tones[element.tone], size, angle)
    for element, line in work.extras("strap"):
        work.draw(line, tones[element.tone], max(0.02, element.width / 100 * work.sheet.size))
    gray, thin = _contrast(random, tones["main"]), work.pen(random.uniform(0.014, 0.03))
    for _, line in work.extras("edge", "line"):
        work.draw(line, gray, thin)
    work.dots(gray, 1.3 * thin)


def _go_round(work: Work, area: Area, gray: int, size: float) -> float:
    """Around the border with half the brush inside it; returns the brush's size, a smaller one for a narrow area."""
    xs, ys = [x for x, _ in area[0]], [y for _, y in area[0]]
    size = min(size, 0.5 * min(max(xs) - min(xs), max(ys) - min(ys)))
    for outline in area:
        # A hole is gone round on its outside, which lies to the other hand.
        way = inset(outline, 0.45 * size if outline is area[0] else -0.45 * size)
        work.add(work.hand.draw(way + way[:1], gray, size, held=True))
    return size


def _cover(work: Work, area: Area, gray: int, size: float, angle: float) -> None:
    """Around the border, then to and fro."""
    size = _go_round(work, area, gray, size)
    for way in zigzags(area, 0.72 * size, angle, 0.5 * size):
        work.add(work.hand.draw(way, gray, size))


def draw_scribbled(work: Work) -> None:
    random = work.random
    tones = _tones(random, 130, 235)
    if random.random() < 0.6:
        tones = dict.fromkeys(tones, tones["main"])
    size = work.pen(random.uniform(0.018, 0.038))
    angle = random.choice((0.0, 1.57, 0.7, -0.7, 0.4, -0.4)) + random.gauss(0, 0.1)
    outlined, crossed = random.random() < 0.75, random.random() < 0.2
    spacing = (random.uniform(0.6, 1.4) if outlined else random.uniform(0.45, 0.6)) * size
    for element, area in work.cloths():
        gray = tones[element.tone]
        for outline in area if outlined else ():
            work.add(work.hand.draw(outline + outline[:1], gray, size))
        for each in (angle, angle + 1.3) if crossed else (angle,):
            for way in zigzags(area, spacing, each, 0.4 * size, slanted=True):
                hasty = [(x + random.gauss(0, 0.3 * size), y + random.gauss(0, 0.2 * size)) for x, y in way]
                work.add(work.hand.stroke(hasty, gray, size))
    for element, line in work.extras("strap"):
        work.draw(line, tones[element.tone], max(size, 0.6 * element.width / 100 * work.sheet.size))
    gray = _contrast(random, tones["main"])
    for _, line in work.extras("edge", "line"):
        work.draw(line, gray, size)
    work.dots(gray, 1.2 * size)


WAYS: dict[str, Callable[[Work], None]] = {
    "outline": draw_outline,
    "filled": draw_filled,
    "silhouette": draw_silhouette,
    "brushed": draw_brushed,
    "scribbled": draw_scribbled,
}
