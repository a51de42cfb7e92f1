"""Five ways in which people draw a garment.

outline     lines only, as with a pencil; here and there a gap
filled      an outline, the bucket, then details in another gray
silhouette  one bold shape in one gray; what has to be told apart is scratched out with the eraser
brushed     no outline: broad strokes until the cloth is covered, details over them
scribbled   in haste: a loose outline and a zigzag that leaves holes
"""
import math
from collections.abc import Callable
from random import Random

from models.drawings.area import Area, inset, zigzags
from models.drawings.work import Line, Work


def _tones(random: Random, least: int, most: int) -> dict[str, int]:
    """Cloths of three brightnesses that the bucket does not take for each other."""
    main = random.randint(least, most)
    dark, light = main - random.randint(35, 70), main + random.randint(35, 80)
    return {"main": main, "dark": max(45, dark), "light": min(255, light)}


def _contrast(random: Random, tone: int) -> int:
    """A gray for lines on cloth of this tone."""
    difference = random.randint(60, 100)
    if tone + difference <= 255 and (tone < 110 or random.random() < 0.5):
        return tone + difference
    return max(20, tone - difference)


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
