"""A garment being drawn: the sheet, the hand, and the strokes so far."""
import math
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from models.drawings.area import Area, roomiest_point
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
                found[-1][1].extend(self.outline(path) for path in element.paths)
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
        """The next stroke of the script."""
        self.strokes.append({**stroke, "mirrored": True} if mirrored else stroke)

    def dots(self, gray: int, least: float) -> None:
        """Buttons and eyelets: all of an element's or none."""
        for element in self.garment.elements:
            if element.kind == "dot" and self.random.random() < self.details:
                size = max(least, element.width / 100 * self.sheet.size)
                for (knot,) in element.paths:
                    x, y = self.sheet.place(knot.x, knot.y)
                    aimed = (x + self.random.gauss(0, 0.006), y + self.random.gauss(0, 0.006))
                    self.add(self.hand.stroke([aimed], gray, size))

    def bucket(self, area: Area, gray: int) -> None:
        """Emptied where there is most room."""
        self.add(self.hand.stroke([roomiest_point(area)], gray, 0.08, "fill"))
