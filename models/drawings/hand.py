"""A hand: it trembles, overshoots, leaves gaps, presses now more and now less, and makes strokes of all this.

Everything is in the units of the drawing square, 0..1, y down.
"""
import math
from dataclasses import dataclass
from random import Random

from models.drawings.garment import Point

Stroke = dict[str, object]  # as in a stroke script

# A stroke's points may be left out where the line between the others is as near as this.
FLATNESS = 0.0013


@dataclass
class Hand:
    """How somebody draws."""

    random: Random
    tremble: float  # how far the pen strays from the line that was meant
    overshoot: float  # how far a line goes on beyond its end, at most
    gap: float  # how much of a line's end may be missing, at most
    pen: bool  # a pen's pressure varies; a mouse has none

    def draw(self, points: list[Point], gray: int, size: float, tool: str = "brush", held: bool = False) -> Stroke:
        """One stroke along `points`. If `held`, the pen meets both ends exactly and leaves no gap."""
        points = self._with_ends(points, 0.0 if held else self.gap)
        stray = Stray(self.random, self.tremble, _length(points), held)
        travelled, strayed = 0.0, []
        for i, point in enumerate(points):
            travelled += math.dist(points[i - 1], point) if i else 0.0
            dx, dy = stray.at(travelled)
            strayed.append((point[0] + dx, point[1] + dy))
        return self.stroke(_simplified(strayed), gray, size, tool)

    def stroke(self, points: list[Point], gray: int, size: float, tool: str = "brush") -> Stroke:
        """The points as they are, with this hand's pressure."""
        if not self.pen:
            written = [[round(x, 3), round(y, 3)] for x, y in points]
        else:
            phase, speed = self.random.uniform(0, 6.3), self.random.uniform(0.2, 0.6)
            written = []
            for i, (x, y) in enumerate(points):
                pressure = 0.5 + 0.13 * math.sin(phase + speed * i)
                if len(points) > 2 and i in (0, len(points) - 1):
                    pressure -= 0.2
                written.append([round(x, 3), round(y, 3), round(pressure, 2)])
        return {"tool": tool, "gray": gray, "size": round(size, 4), "points": written}

    def _with_ends(self, points: list[Point], gap: float) -> list[Point]:
        """The first and the last point moved along the line, outwards or inwards."""
        if len(points) < 2 or _length(points) < 3 * (gap + self.overshoot):
            return points
        points = list(points)
        for end, inner in ((0, 1), (-1, -2)):
            (x, y), (from_x, from_y) = points[end], points[inner]
            by = self.random.uniform(-gap, self.overshoot)
            far = math.hypot(x - from_x, y - from_y) or 1.0
            by = max(by, -0.8 * far)
            points[end] = (x + (x - from_x) / far * by, y + (y - from_y) / far * by)
        return points


class Stray:
    """How far the pen is beside its line, as a smooth function of the way that it has gone."""

    def __init__(self, random: Random, size: float, length: float, held: bool) -> None:
        self.length, self.held = length, held
        # Three waves an axis: a sweep of the arm, the wrist, the fingers.
        self.waves = [
            [(size * share * random.gauss(0, 1), 6.283 / random.uniform(*period), random.uniform(0, 6.283))
             for share, period in ((0.8, (0.5, 1.2)), (0.5, (0.12, 0.3)), (0.22, (0.04, 0.09)))]
            for _ in range(2)
        ]

    def at(self, way: float) -> Point:
        fade = 1.0
        if self.held:
            fade = min(1.0, way / 0.06, (self.length - way) / 0.06)
        dx, dy = (fade * sum(a * math.sin(f * way + p) for a, f, p in waves) for waves in self.waves)
        return dx, dy


def _length(points: list[Point]) -> float:
    return sum(math.dist(a, b) for a, b in zip(points, points[1:]))


def _simplified(points: list[Point]) -> list[Point]:
    """Without the points that the line hardly needs (Ramer 1972, Douglas and Peucker 1973)."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = math.hypot(bx - ax, by - ay)
    farthest, distance = 0, FLATNESS
    for i, (x, y) in enumerate(points[1:-1], start=1):
        if length > 0:
            along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length**2))
            off = math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
        else:
            off = math.hypot(x - ax, y - ay)
        if off > distance:
            farthest, distance = i, off
    if farthest == 0:
        return [points[0], points[-1]]
    return _simplified(points[: farthest + 1])[:-1] + _simplified(points[farthest:])
