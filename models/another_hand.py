"""A drawing drawn again by another hand: turned, sheared, stretched, mirrored, bent, trembling, by lines that are left
out, break off, do not meet or go beyond their ends, thick or thin, large or small, anywhere on the square.

Lines are float64 arrays [N,2], x and y, y down. All chance comes from a numpy generator.
"""
import numpy
from numpy.random import Generator

Lines = list[numpy.ndarray]

STEP = 0.02  # between the points of a line, of the drawing's longer side
TURN = 0.12  # radians, the deviation
SHEAR = 0.15
STRETCH = 0.3  # natural logarithm of the greatest
BEND, TREMBLE = 0.03, 0.008  # of the longer side, at most
LEFT_OUT, UNFINISHED, OPENED, BEYOND = 0.2, 0.15, 0.3, 0.2  # how often
SIZES = (0.35, 0.95)  # of the square's side
BRUSHES = (0.015, 0.08)  # of the square's side, and of the drawing's at most WIDEST
WIDEST = 0.11
GRAYS = (110, 255)


def resampled(line: numpy.ndarray, step: float) -> numpy.ndarray:
    """Points `step` apart along the line, its ends among them."""
    lengths = numpy.hypot(*numpy.diff(line, axis=0).T)
    travelled = numpy.concatenate([[0.0], numpy.cumsum(lengths)])
    places = numpy.linspace(0, travelled[-1], max(2, int(travelled[-1] / step) + 1))
    return numpy.stack([numpy.interp(places, travelled, line[:, axis]) for axis in (0, 1)], axis=1)


def box(lines: Lines) -> tuple[numpy.ndarray, float]:
    """The middle [2] of all lines, and the longer side."""
    points = numpy.concatenate(lines)
    low, high = points.min(0), points.max(0)
    return (low + high) / 2, max((high - low).max(), 1e-6)


def with_other_ends(line: numpy.ndarray, random: Generator) -> numpy.ndarray:
    """The line, each end perhaps cut short or drawn on."""
    for _ in range(2):  # each end in turn
        lot = random.random()
        if lot < OPENED:
            cut = int(random.uniform(0, 0.1) / STEP)
            if len(line) > 2 * cut + 4:
                line = line[cut:]
        elif lot < OPENED + BEYOND and len(line) > 3:
            ahead = line[0] - line[3]
            ahead *= random.uniform(0, 0.06) / max(numpy.hypot(*ahead), 1e-6)
            line = numpy.concatenate([[line[0] + ahead], line])
        line = line[::-1]
    return line


def with_pieces_missing(lines: Lines, random: Generator) -> Lines:
    """All lines but perhaps a short one, and perhaps not to the end: players stop as soon as they are understood."""
    if len(lines) > 1 and random.random() < LEFT_OUT:
        longest = max(range(len(lines)), key=lambda i: len(lines[i]))
        out = random.choice([i for i in range(len(lines)) if i != longest])
        lines = [line for i, line in enumerate(lines) if i != out]
    if random.random() < UNFINISHED:
        left = int(random.uniform(0.8, 1) * sum(map(len, lines)))
        kept = []
        for line in lines:
            if left > 1:
                kept.append(line[:left])
            left -= len(line)
        lines = kept
    return lines


def waves(points: numpy.ndarray, amplitude: float, random: Generator) -> numpy.ndarray:
    """How far each of points [N,2], about the middle of a square of side 1, is moved by three waves; [N,2]."""
    moved = numpy.zeros_like(points)
    for _ in range(3):
        direction = random.normal(size=2) * 3
        shift = random.normal(size=2) * amplitude / 2
        moved += shift * numpy.sin(points @ direction + random.uniform(0, 2 * numpy.pi))[:, None]
    return moved


def trembling(count: int, amplitude: float, random: Generator) -> numpy.ndarray:
    """How far a hand strays along `count` points [count,2]: noise over a few steps."""
    noise = random.normal(size=(count + 4, 2))
    window = numpy.ones(5) / 5**0.5
    return amplitude * numpy.stack([numpy.convolve(noise[:, axis], window, "valid") for axis in (0, 1)], axis=1)


def drawn_again(lines: Lines, random: Generator, mirror: bool = True) -> list[dict]:
    """The lines as a stroke script by another hand."""
    middle, side = box(lines)
    lines = [resampled((line - middle) / side, STEP) for line in lines]
    lines = [with_other_ends(line, random) for line in with_pieces_missing(lines, random)]
    angle, shear = numpy.clip(random.normal() * TURN, -0.35, 0.35), random.uniform(-SHEAR, SHEAR)
    stretch = numpy.exp(random.uniform(-STRETCH, STRETCH) / 2)
    flip = -1.0 if mirror and random.random() < 0.5 else 1.0
    turn = numpy.array([[numpy.cos(angle), numpy.sin(angle)], [-numpy.sin(angle), numpy.cos(angle)]])
    matrix = numpy.array([[flip * stretch, 0], [shear, 1 / stretch]]) @ turn
    bend, tremble = random.uniform(0, BEND), random.uniform(0, TREMBLE)
    bent, lengths = numpy.concatenate(lines), [len(line) for line in lines]
    bent = bent + waves(bent, bend, random) + trembling(len(bent), tremble, random)
    bent = bent @ matrix
    middle, side = box([bent])
    size = random.uniform(*SIZES)
    free = (1 - size) / 2
    bent = (bent - middle) / side * size + 0.5 + random.uniform(-free, free, 2)
    brush = numpy.exp(random.uniform(*numpy.log(BRUSHES)))
    brush = round(float(min(brush, WIDEST * size)), 4)
    gray = int(random.uniform(*GRAYS))
    return [{"tool": "brush", "gray": gray, "size": brush, "points": numpy.round(line, 4).tolist()}
            for line in numpy.split(bent, numpy.cumsum(lengths)[:-1]) if len(line)]


def lines_of(strokes: list[dict]) -> Lines:
    """The lines of a stroke script; a dot is a line of no length."""
    lines = [numpy.array([point[:2] for point in stroke["points"]], dtype=numpy.float64) for stroke in strokes]
    return [line if len(line) > 1 else numpy.repeat(line, 2, axis=0) for line in lines]
