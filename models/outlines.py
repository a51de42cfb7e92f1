"""Photographs as people draw: the outline of the cloth in a few lines, and the marks of its class within.

What `sketches.py` redraws are pixels; these are lines, for another hand to draw and the page's own C++ to fill.
"""
import numpy
import torch
from numpy.random import Generator
from torch import Tensor
from torch.nn import functional

from models.another_hand import Lines
from models.data import SIDE, Samples
from models.marking import drawn_marks
from models.quick_draw import thinned
from models.sketches import cloth_of

FINER = 3  # pixels of the traced mask in a pixel of the photograph
SHORTEST = 0.25  # outline of the garment's side: what is shorter is a speck
MARKED = 0.6  # of the garments
BREAKS = (1, 4)  # an outline is drawn in so many lines
STRAIGHTER = 0.4  # of the outlines are made of straight lines
SMOOTHED = 7  # points


def loops(mask: numpy.ndarray) -> Lines:
    """The borders between 1 and 0 in a mask [H,W] as closed lines, each of the cracks between pixels; x and y."""
    framed = numpy.pad(mask, 1).astype(numpy.int8)
    onward: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def add(starts: numpy.ndarray, step: tuple[int, int], offset: tuple[int, int]) -> None:
        for y, x in starts:
            start = (int(x) + offset[0], int(y) + offset[1])
            onward.setdefault(start, []).append((start[0] + step[0], start[1] + step[1]))

    inside = framed[1:-1, 1:-1] == 1  # walked around with the cloth on the right
    add(numpy.argwhere(inside & (framed[:-2, 1:-1] == 0)), (1, 0), (0, 0))
    add(numpy.argwhere(inside & (framed[1:-1, 2:] == 0)), (0, 1), (1, 0))
    add(numpy.argwhere(inside & (framed[2:, 1:-1] == 0)), (-1, 0), (1, 1))
    add(numpy.argwhere(inside & (framed[1:-1, :-2] == 0)), (0, -1), (0, 1))
    found = []
    while onward:
        start = at = next(iter(onward))
        line = [start]
        while True:
            ways = onward[at]
            at_next = ways.pop()
            if not ways:
                del onward[at]
            at = at_next
            if at == start:
                break
            line.append(at)
        found.append(numpy.array(line, dtype=numpy.float64))
    return found


def smoothed(loop: numpy.ndarray, count: int) -> numpy.ndarray:
    """Each point of a closed line in the middle of its `count` neighbours."""
    around = numpy.concatenate([loop[-(count // 2):], loop, loop[: count // 2]])
    window = numpy.ones(count) / count
    return numpy.stack([numpy.convolve(around[:, axis], window, "valid") for axis in (0, 1)], axis=1)


def in_pieces(loop: numpy.ndarray, random: Generator) -> Lines:
    """A closed line in one to four, from anywhere on."""
    loop = numpy.roll(loop, -random.integers(len(loop)), axis=0)
    loop = numpy.concatenate([loop, loop[:1]])
    cuts = numpy.sort(random.integers(2, len(loop) - 2, random.integers(*BREAKS)))[1:]
    pieces = numpy.split(loop, cuts)
    return [numpy.concatenate([piece, pieces[i + 1][:1]]) if i + 1 < len(pieces) else piece
            for i, piece in enumerate(pieces)]


def outlined(samples: Samples, random: Generator, chance: torch.Generator) -> list[Lines]:
    """The lines of each garment, in parts of the photograph's side; none where there is no outline to speak of."""
    cloth = cloth_of(samples.images, chance)
    large = functional.interpolate(cloth, scale_factor=FINER, mode="bilinear", align_corners=False)
    masks = (functional.avg_pool2d(large, FINER, stride=1, padding=FINER // 2) > 0.5).squeeze(1).numpy()
    drawn: list[Lines] = []
    for mask in masks:
        lines = []
        for loop in loops(mask):
            loop = loop / (FINER * SIDE)
            if numpy.hypot(*numpy.diff(loop, axis=0).T).sum() < SHORTEST or len(loop) < 2 * SMOOTHED:
                continue
            for piece in in_pieces(smoothed(loop, SMOOTHED), random):
                if random.random() < STRAIGHTER:
                    piece = numpy.array(thinned([tuple(p) for p in piece], random.uniform(0.01, 0.04)))
                lines.append(piece)
        drawn.append(lines)
    marked = torch.rand(len(masks), generator=chance) < MARKED
    for chosen, pieces, _ in drawn_marks(cloth, samples.labels, chance):
        for index, segments in zip(chosen.tolist(), pieces):
            if marked[index]:
                drawn[index] += _joined(segments / SIDE)
    return drawn


def _joined(segments: Tensor) -> Lines:
    """Pieces [S,4], x and y of both ends, as lines: those that meet are one."""
    lines: list[list[tuple[float, float]]] = []
    for x0, y0, x1, y1 in segments.tolist():
        if lines and lines[-1][-1] == (x0, y0):
            lines[-1].append((x1, y1))
        else:
            lines.append([(x0, y0), (x1, y1)])
    unique = {tuple(line): None for line in lines}  # copies that were too many lie on the last one
    return [numpy.array(line) for line in unique]
