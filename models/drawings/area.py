"""Polygons with holes: where a bucket would be emptied, and the ways of a brush that fills them.

An area is a list of closed polylines; a point is inside if a ray from it crosses them an odd number of times.
"""
import math

from models.drawings.garment import Point

Area = list[list[Point]]


def crossings(area: Area, y: float) -> list[float]:
    """Where the horizontal line at `y` crosses the area's border, from left to right."""
    found = []
    for outline in area:
        for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1]):
            if (ay <= y) != (by <= y):
                found.append(ax + (y - ay) / (by - ay) * (bx - ax))
    return sorted(found)


def distance_to_border(area: Area, point: Point) -> float:
    """From `point` to the nearest line of the border."""
    x, y = point
    nearest = math.inf
    for outline in area:
        for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1]):
            square = (bx - ax) ** 2 + (by - ay) ** 2
            along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square)) if square else 0.0
            nearest = min(nearest, math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
    return nearest


def roomiest_point(area: Area) -> Point:
    """A point far inside: of a grid of points the one that is farthest from the border."""
    best, room = area[0][0], -1.0
    ys = [y for _, y in area[0]]
    for row in range(1, 16):
        y = min(ys) + (max(ys) - min(ys)) * row / 16
        borders = crossings(area, y)
        for left, right in zip(borders[::2], borders[1::2]):
            for column in (0.25, 0.5, 0.75):
                point = (left + (right - left) * column, y)
                distance = distance_to_border(area, point)
                if distance > room:
                    best, room = point, distance
    return best


def zigzags(area: Area, spacing: float, angle: float, margin: float,
            slanted: bool = False) -> list[list[Point]]:
    """Ways to and fro over the area, in lines `spacing` apart at `angle` (radians) and `margin` from the border.

    If `slanted`, the lines lean into each other as a zigzag's do, instead of keeping parallel.
    A new way begins wherever the area divides, as a person finishes one leg of a trouser and then paints the other.
    """
    cos, sin = math.cos(angle), math.sin(angle)
    turned = [[(x * cos + y * sin, y * cos - x * sin) for x, y in outline] for outline in area]
    ys = [y for _, y in turned[0]]
    open_ways: list[tuple[list[Point], tuple[float, float]]] = []
    done: list[list[Point]] = []
    y = min(ys) + max(margin, 0.3 * spacing)
    while y < max(ys) - 0.5 * margin:
        borders = crossings(turned, y)
        spans = [(a + margin, b - margin) if b - a > 2 * margin else ((a + b) / 2, (a + b) / 2)
                 for a, b in zip(borders[::2], borders[1::2]) if b - a > 0.3 * margin]
        still_open = []
        for span in spans:
            found = next((w for w in open_ways if w[1][0] <= span[1] and span[0] <= w[1][1]), None)
            way: list[Point] = []
            if found is not None:
                open_ways.remove(found)
                way = found[0]
            # On from the end that is nearer.
            ends = sorted(span, key=lambda x: abs(x - way[-1][0])) if way else span
            way += [(ends[1], y)] if slanted else [(ends[0], y), (ends[1], y)]
            still_open.append((way, span))
        done += [way for way, _ in open_ways]
        open_ways = still_open
        y += spacing
    done += [way for way, _ in open_ways]
    return [[(x * cos - y * sin, y * cos + x * sin) for x, y in way] for way in done if len(way) > 1]


def inset(outline: list[Point], by: float) -> list[Point]:
    """The closed outline moved inwards; where it is narrower than twice that it crosses itself, as a brush does."""
    turning = sum(ax * by_ - bx * ay for (ax, ay), (bx, by_) in zip(outline, outline[1:] + outline[:1]))
    side = 1.0 if turning > 0 else -1.0
    moved = []
    for i, (x, y) in enumerate(outline):
        (ax, ay), (bx, by_) = outline[i - 1], outline[(i + 1) % len(outline)]
        dx, dy = bx - ax, by_ - ay
        length = math.hypot(dx, dy) or 1.0
        moved.append((x - dy / length * by * side, y + dx / length * by * side))
    return moved
