"""Draws the marks of `marks.py` on garments: where on the cloth, with which hand, and what the pixels see of it."""
from collections.abc import Iterator
from typing import NamedTuple

import torch
from torch import Generator, Tensor

from models.data import CLASSES, SIDE
from models.marks import MARKS, Mark
from models.outliers import uniform

STRETCH = 0.2  # how much larger or smaller than described a mark is drawn, at most
MOVE = 0.05  # how far from its place, of the garment's half width and of its height
TREMOR = 0.03  # how far a point strays by itself
PEN = (0.4, 1.3)  # the width of a line, in pixels
BODY = 0.28  # half the width of a body that has sleeves, of its height
WITHOUT_SLEEVES = ("Trouser", "Sandal", "Sneaker", "Bag", "Ankle boot")


class Frame(NamedTuple):
    """Where garments are: numbers float32 [B], in pixels, and their rims [B,28], by column."""

    middle: Tensor
    half: Tensor  # the width from the middle to a side; negative if what is on the right stands on the left
    body: Tensor  # the same without sleeves
    top: Tensor
    height: Tensor
    upper: Tensor
    lower: Tensor

    def take(self, chosen: Tensor) -> "Frame":
        """Those at `chosen` int64 [M]."""
        return Frame(*(values[chosen] for values in self))


def frames(cloth: Tensor, labels: Tensor) -> Frame:
    """The frames of garments of the classes `labels` int64 [B] whose cloth is 1 in float32 [B,1,28,28]."""
    present = cloth[:, 0] > 0
    axis = torch.arange(SIDE, device=cloth.device)
    lows, highs = [], []
    for along in (present.any(1), present.any(2)):  # columns, rows
        lows.append(torch.where(along, axis, SIDE).amin(1).float())
        highs.append(torch.where(along, axis, -1).amax(1).float())
    (left, top), (right, bottom) = lows, highs
    upper = torch.where(present, axis[:, None], SIDE).amin(1).float()
    lower = torch.where(present, axis[:, None], -1).amax(1).float()
    empty = lower < upper
    upper, lower = torch.where(empty, top[:, None], upper), torch.where(empty, bottom[:, None], lower)
    middle, height, half = (left + right) / 2, bottom - top + 1, (right - left + 1) / 2
    upper_half = present & (axis[:, None] < (top + height / 2)[:, None, None])
    balance = (upper_half * (axis - middle[:, None])[:, None]).sum(dim=(1, 2))  # a shoe's upper half is over its heel
    side = torch.where(balance < 0, -1.0, 1.0)
    bare = torch.tensor([name in WITHOUT_SLEEVES for name in CLASSES], device=cloth.device)[labels]
    body = torch.where(bare, half, torch.minimum(half, BODY * height))
    return Frame(middle, half * side, body * side, top, height, upper, lower)


def points_of(mark: Mark, count: int, random: Generator) -> Tensor:
    """A mark as `count` hands draw it, across and down as `Mark` says; float32 [count, lines, points, 2]."""
    device = random.device
    points, span = (torch.tensor(values, dtype=torch.float32, device=device) for values in (mark.points, mark.span))
    least, most = mark.copies
    copies = torch.randint(least, most + 1, (count, 1), generator=random, device=device)
    number = torch.arange(most, device=device).minimum(copies - 1)  # what is too many lies on the last one
    share = (number / (copies - 1).clamp(min=1))[:, :, None, None]
    stretch = 1 + uniform((count, 1, 1, 2), -STRETCH, STRETCH, random)
    middle = points.mean(0)
    drawn = (points - middle) * stretch + middle + share * span * stretch
    drawn = drawn + uniform((count, 1, 1, 2), -MOVE, MOVE, random)
    drawn = drawn + uniform((count, most, len(points), 2), -TREMOR, TREMOR, random)
    if mark.strewn:
        away = uniform((count, most, 1, 2), -mark.strewn, mark.strewn, random)
        away = away.gather(1, number[:, :, None, None].expand(-1, -1, 1, 2))
        drawn = drawn + away * torch.tensor([1.0, 0.5], device=device)  # a body is twice as high as half its width
    if mark.twice:
        drawn = torch.cat([drawn, drawn * torch.tensor([-1.0, 1.0], device=device)], dim=1)
    return drawn


def placed(mark: Mark, drawn: Tensor, frame: Frame) -> Tensor:
    """Those points on M garments: the pieces of the lines between them, [M,S,4], x and y of both ends in pixels."""
    across, down = drawn.unbind(-1)
    middle, top, height = (values[:, None, None] for values in (frame.middle, frame.top, frame.height))
    if mark.rim:
        x = middle + across * frame.half[:, None, None]
        column = x.round().clamp(0, SIDE - 1).long().flatten(1)
        upper, lower = (values.gather(1, column).view_as(x) for values in (frame.upper, frame.lower))
        y = upper + down * (lower - upper)
    else:
        x = middle + across * frame.body[:, None, None]
        y = top + down * (height - 1)
    points = torch.stack([x, y], dim=-1)
    starts, ends = (points, points) if len(mark.points) == 1 else (points[:, :, :-1], points[:, :, 1:])
    return torch.cat([starts, ends], dim=-1).flatten(1, 2)


def inked(pieces: Tensor, width: Tensor) -> Tensor:
    """How much of each pixel lines [M,S,4] with widths [M] in pixels cover; [M,28,28] in 0..1."""
    axis = torch.arange(SIDE, dtype=torch.float32, device=pieces.device)
    start_x, start_y, end_x, end_y = (values[:, :, None, None] for values in pieces.unbind(-1))
    along_x, along_y = end_x - start_x, end_y - start_y
    from_x, from_y = axis - start_x, axis[:, None] - start_y  # [M,S,1,28], [M,S,28,1]
    share = (from_x * along_x + from_y * along_y) / (along_x.square() + along_y.square() + 1e-6)
    share.clamp_(0, 1)
    square = (from_x - share * along_x).square_() + (from_y - share * along_y).square_()
    distance = square.amin(1).sqrt_()
    width = width[:, None, None]
    return torch.minimum(width / 2 + 0.5 - distance, width).clamp(0, 1)


class Drawn(NamedTuple):
    """One mark on M garments: which of them, the pieces of its lines [M,S,4] in pixels, how wide for the pen."""

    chosen: Tensor
    pieces: Tensor
    width: float


def drawn_marks(cloth: Tensor, labels: Tensor, random: Generator) -> Iterator[Drawn]:
    """The marks that garments of the classes `labels` int64 [B] get by chance; cloth [B,1,28,28], 0 or 1."""
    frame = frames(cloth, labels)
    for label, name in enumerate(CLASSES):
        of_class = (labels == label).nonzero()[:, 0]
        for choice in MARKS[name]:
            lot, low = uniform((len(of_class),), 0, 1, random), 0.0
            for feature in choice:
                chosen = of_class[(lot >= low) & (lot < low + feature.chance)]
                low += feature.chance
                for mark in feature.marks if len(chosen) else ():
                    pieces = placed(mark, points_of(mark, len(chosen), random), frame.take(chosen))
                    yield Drawn(chosen, pieces, mark.width)


def marks(cloth: Tensor, labels: Tensor, random: Generator) -> Tensor:
    """Marks of the classes `labels` int64 [B] on cloth [B,1,28,28], 0 or 1: how much of each pixel they cover, alike."""
    width = uniform((len(labels),), *PEN, random)
    ink = torch.zeros(len(labels), SIDE, SIDE, device=random.device)
    for chosen, pieces, times in drawn_marks(cloth, labels, random):
        ink[chosen] = torch.maximum(ink[chosen], inked(pieces, width[chosen] * times))
    return ink.unsqueeze(1) * cloth
