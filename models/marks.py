"""What people draw on a garment to say which it is: a shirt's collar and buttons, a pullover's ribs, a shoe's laces.

Photographs of 28x28 pixels hardly show these, and drawings show little else. The tables here describe them in a few
points each, from what everybody knows of clothes; they are drawn, by chance and with a trembling hand, on the cloth of
training images (`sketches.py`). No drawing was traced or is trained on.
"""
from typing import NamedTuple

import torch
from torch import Generator, Tensor

from models.data import CLASSES, SIDE
from models.outliers import uniform

Points = tuple[tuple[float, float], ...]


class Mark(NamedTuple):
    """A line through `points`, or a dot where there is only one.

    Points are across and down: across from -1 to 1 as far as the body of the garment reaches, a shoe's heel on the
    positive side; down from 0 at its upper end to 1 at its lower. If `rim`, across as far as sleeves reach, and down from
    the upper rim of the cloth at that place to its lower rim: such a line follows a neck, a hem or a sole.
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


Choice = tuple[Feature, ...]  # features of which a garment has one at most


def one(chance: float, *marks: Mark) -> Choice:
    """A feature that does not exclude others."""
    return (Feature(chance, marks),)


def across(down: float, reach: float = 1.1) -> Points:
    return ((-reach, down), (reach, down))


def box(left: float, top: float, right: float, bottom: float) -> Points:
    return ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))


def rim(down: float, start: float, end: float, **options: object) -> Mark:
    """A line along the rim, with points as close as it may bend."""
    return Mark(tuple((start + (end - start) * i / 6, down) for i in range(7)), rim=True, **options)


def rows(least: int, most: int, top: float, bottom: float, reach: float = 1.1) -> Mark:
    """Lines across, one below the other."""
    return Mark(across(top, reach), copies=(least, most), span=(0, bottom - top))


def columns(least: int, most: int, top: float, bottom: float, reach: float = 0.8) -> Mark:
    """Lines down, side by side."""
    return Mark(((-reach, top), (-reach, bottom)), copies=(least, most), span=(2 * reach, 0))


def buttons(least: int, most: int, top: float, bottom: float, at: float = 0.0, width: float = 1.4) -> Mark:
    return Mark(((at, top),), copies=(least, most), span=(0, bottom - top), width=width)


POCKET = Mark(((0.2, 0.32), (0.62, 0.32), (0.62, 0.47), (0.41, 0.51), (0.2, 0.47), (0.2, 0.32)))
V_NECK = Mark(((0.38, -0.02), (0, 0.2)), twice=True)
NECK = rim(0.06, -0.4, 0.4)
CUFFS = rim(0.88, 0.66, 1, twice=True)
HEM = rim(0.94, -0.7, 0.7)
SLEEVE_SEAMS = one(0.2, Mark(((0.75, 0.08), (0.8, 0.2), (0.82, 0.36)), twice=True))
SIDES = one(0.3, Mark(((0.95, 0.36), (0.92, 0.97)), True))  # of the body, where sleeves hang beside it
CHECKS = (rows(3, 7, 0.2, 0.95, 1.6), columns(3, 7, 0, 1))
STREWN = Mark(((0.0, 0.5),), copies=(4, 9), width=1.6, strewn=0.8)

MARKS: dict[str, tuple[Choice, ...]] = {
    "T-shirt/top": (
        (Feature(0.5, (NECK,)), Feature(0.15, (V_NECK,)), Feature(0.1, (V_NECK, Mark(((0.38, 0.04), (0, 0.27)), True)))),
        one(0.4, rim(0.85, 0.6, 1, twice=True)),
        one(0.3, HEM),
        (Feature(0.15, (rows(2, 7, 0.3, 0.9),)), Feature(0.12, (POCKET,)), Feature(0.08, (Mark(box(-0.45, 0.32, 0.45, 0.58)),)),
         Feature(0.08, (Mark(across(0.4, 0.45), copies=(1, 3), span=(0, 0.15), width=1.6),)),
         Feature(0.06, (Mark(((-0.25, 0.42), (0, 0.3), (0.25, 0.42), (0, 0.54), (-0.25, 0.42))),)),
         Feature(0.04, (STREWN,))),
        SLEEVE_SEAMS,
    ),
    "Trouser": (
        one(0.5, rim(0.07, -1, 1)),
        one(0.4, Mark(((0, 0.04), (0, 0.34)))),
        one(0.35, Mark(((0.5, 0.1), (0.52, 0.5), (0.56, 0.97)), True)),
        one(0.35, Mark(((0.45, 0.06), (0.62, 0.14), (0.95, 0.2)), True)),
        one(0.3, rim(0.94, 0.15, 1, twice=True)),
        one(0.12, Mark(((0.85, 0.1), (0.9, 0.97)), True)),
        one(0.1, rows(1, 3, 0.48, 0.56)),
        one(0.08, Mark(box(0.4, 0.45, 0.9, 0.6), True)),
    ),
    "Pullover": (
        (Feature(0.45, (NECK,)), Feature(0.12, (Mark(across(0.1, 0.4)),)),
         Feature(0.12, (V_NECK, Mark(((0.42, 0.03), (0, 0.28)), True))),
         Feature(0.14, (Mark(((0.3, 0.2), (0.42, 0.08), (0.2, 0.0)), True), Mark(((0, 0.24), (0.3, 0.2)), True),
                        Mark(((0.12, 0.24), (0.15, 0.4)), True)))),
        one(0.5, CUFFS),
        (Feature(0.45, (HEM,)), Feature(0.15, (HEM, Mark(((-0.8, 0.94), (-0.8, 1)), copies=(5, 9), span=(1.6, 0))))),
        (Feature(0.25, (rows(1, 3, 0.38, 0.52, 1.6),)), Feature(0.12, (rows(3, 8, 0.2, 0.9, 1.6),)),
         Feature(0.12, (Mark(((0.3, 0.9), (0.52, 0.8), (0.36, 0.66), (0, 0.66)), True),)),
         Feature(0.06, (columns(3, 6, 0.2, 0.92),)),
         Feature(0.06, (Mark(((-0.5, 0.4), (-0.25, 0.5), (0, 0.4), (0.25, 0.5), (0.5, 0.4)), copies=(1, 3), span=(0, 0.3)),))),
        one(0.12, Mark(((0.35, 0.03), (0.95, 0.42)), True)),
        SIDES,
        SLEEVE_SEAMS,
    ),
    "Dress": (
        (Feature(0.4, (Mark(across(0.4)),)), Feature(0.12, (Mark(across(0.4)), Mark(across(0.46)))),
         Feature(0.08, (Mark(across(0.27)),)), Feature(0.12, (rows(2, 4, 0.42, 0.9, 1.4),))),
        one(0.4, Mark(((-0.45, 0.42), (-0.6, 1)), copies=(2, 6), span=(1.1, 0))),
        (Feature(0.25, (NECK,)), Feature(0.12, (V_NECK,)), Feature(0.06, (buttons(2, 4, 0.12, 0.34),))),
        (Feature(0.08, (STREWN,)), Feature(0.06, (rows(3, 8, 0.2, 0.95, 1.4),)), Feature(0.04, CHECKS)),
        one(0.1, Mark(((0.35, 0.2), (0.3, 0.38)), True)),
        one(0.15, CUFFS),
        one(0.15, HEM),
    ),
    "Coat": (
        (Feature(0.5, (Mark(((0, 0.03), (0, 1))),)), Feature(0.12, (Mark(((0.18, 0.2), (0.2, 1))),)),
         Feature(0.18, (Mark(((0.12, 0.03), (0.16, 1)), True),)), Feature(0.06, (Mark(((0, 0.03), (0, 1)), width=2.2),))),
        (Feature(0.42, (Mark(((0.38, 0), (0.62, 0.13), (0.36, 0.19), (0, 0.42)), True),)),
         Feature(0.18, (Mark(((0.36, 0), (0.0, 0.4)), True),)),
         Feature(0.1, (Mark(((0.4, 0.0), (0.42, 0.1), (0, 0.1)), True),)),
         Feature(0.12, (Mark(((0, 0.22), (0.3, 0.16), (0.38, 0.06), (0, 0.0)), True),))),
        (Feature(0.25, (buttons(2, 5, 0.42, 0.8, 0.1, 1.8),)),
         Feature(0.15, (Mark(((0.22, 0.42),), True, (2, 4), (0, 0.36), width=1.8),))),
        (Feature(0.15, (Mark(across(0.52)), Mark(across(0.6)))), Feature(0.05, (Mark(across(0.55), width=2.5),))),
        (Feature(0.28, (Mark(box(0.35, 0.64, 0.82, 0.8), True),)), Feature(0.24, (Mark(((0.35, 0.62), (0.62, 0.76)), True),)),
         Feature(0.06, (Mark(((0.35, 0.66), (0.8, 0.66)), True),))),
        one(0.25, CUFFS),
        one(0.12, HEM),
        one(0.14, rows(3, 7, 0.18, 0.92, 1.8)),
        SIDES,
        SLEEVE_SEAMS,
    ),
    "Sandal": (
        one(0.35, rim(0.8, -1, 1)),
        one(0.3, rim(0.3, -0.8, -0.2, copies=(1, 3), span=(0.7, 0))),
        one(0.25, Mark(((-0.6, 0.35), (-0.5, 0.9)), copies=(1, 4), span=(1.1, -0.1))),
        one(0.12, Mark(((0.5, 0.3),))),
    ),
    "Shirt": (
        (Feature(0.5, (Mark(((0.38, 0), (0.6, 0.1), (0.28, 0.18), (0, 0.1)), True),)),
         Feature(0.12, (Mark(((0.4, 0), (0, 0.17)), True),)),
         Feature(0.1, (Mark(((0.4, 0), (0, 0.13)), True), Mark(((0.4, 0), (0.5, 0.14), (0.3, 0.2), (0, 0.13)), True))),
         Feature(0.1, (Mark(((0.38, 0.01), (0.36, 0.08), (0, 0.1)), True),)),
         Feature(0.08, (Mark(((0.36, 0.02), (0.56, 0.1), (0.36, 0.18), (0.1, 0.16), (0, 0.08)), True),))),
        (Feature(0.5, (Mark(((0, 0.1), (0, 1))),)), Feature(0.16, (Mark(((0.09, 0.1), (0.09, 1)), True),)),
         Feature(0.06, (Mark(((0, 0.1), (0, 1))), Mark(((0.2, 0.12), (0.2, 1))))),
         Feature(0.12, (Mark(((0, 0.08), (0, 0.5))),)), Feature(0.06, (Mark(((0.1, 0.1), (0.1, 0.42), (0, 0.42)), True),))),
        one(0.65, buttons(3, 7, 0.2, 0.88)),
        (Feature(0.22, (POCKET,)), Feature(0.1, (POCKET._replace(twice=True),))),
        one(0.35, CUFFS),
        (Feature(0.13, CHECKS), Feature(0.05, (columns(3, 7, 0, 1),)), Feature(0.04, (rows(3, 7, 0.2, 0.95, 1.6),)),
         Feature(0.1, (STREWN,)),
         Feature(0.05, (Mark(((-0.14, 0.5), (0, 0.43), (0.14, 0.5), (0, 0.57), (-0.14, 0.5)), copies=(2, 5), strewn=0.6),))),
        one(0.1, HEM),
        one(0.06, Mark(across(0.62))),
        SIDES,
        SLEEVE_SEAMS,
    ),
    "Sneaker": (
        (Feature(0.4, (rim(0.76, -1, 1),)), Feature(0.15, (rim(0.72, -1, 1), rim(0.86, -1, 1))), Feature(0.12, (rim(0.86, -1, 1, width=3.0),))),
        one(0.25, Mark(((-0.72, 0.4), (-0.58, 0.6), (-0.6, 0.78)))),
        one(0.45, Mark(((-0.34, 0.5), (-0.14, 0.62)), copies=(2, 5), span=(0.46, -0.4))),
        (Feature(0.25, (Mark(((-0.2, 0.62), (0.3, 0.66), (0.8, 0.35))),)),
         Feature(0.12, (Mark(((-0.2, 0.4), (-0.05, 0.75)), copies=(2, 3), span=(0.3, -0.05)),))),
        one(0.2, Mark(((0.8, 0.15), (0.68, 0.5)))),
        one(0.12, rim(0.1, 0.0, 1)),
    ),
    "Bag": (
        (Feature(0.22, (Mark(((-0.95, 0.35), (-0.6, 0.6), (0, 0.68), (0.6, 0.6), (0.95, 0.35))), Mark(((0, 0.68),), width=2.0))),
         Feature(0.1, (Mark(((0.95, 0.3), (0, 0.62)), True),)), Feature(0.08, (Mark(((0.95, 0.3), (0, 0.62)), True), Mark(((0, 0.62),), width=2.0)))),
        one(0.3, Mark(across(0.42))),
        one(0.15, columns(2, 2, 0.4, 1, 0.65)),
        one(0.15, Mark(box(-0.6, 0.62, 0.6, 0.92))),
        one(0.15, Mark(across(0.9))),
        one(0.12, Mark(((0.4, 0.38), (0.4, 0.52)), True)),
    ),
    "Ankle boot": (
        (Feature(0.4, (rim(0.9, -1, 1),)), Feature(0.12, (rim(0.95, -1, 1, width=2.5),))),
        (Feature(0.2, (Mark(((0.45, 0.02), (0.42, 0.8))),)), Feature(0.2, (Mark(((0.25, 0), (0.32, 0.42), (0.55, 0.42), (0.62, 0))),)),
         Feature(0.25, (Mark(((-0.1, 0.5), (0.14, 0.56)), copies=(3, 6), span=(0.12, -0.45)),)),
         Feature(0.1, (Mark(((-0.2, 0.5), (1, 0.5)), copies=(1, 2), span=(0, 0.1)),))),
        one(0.3, Mark(((0, 0.12), (1, 0.12)))),
        one(0.15, Mark(((-0.7, 0.6), (-0.55, 0.75), (-0.6, 0.9)))),
        one(0.15, Mark(((0.5, 0.85), (0.45, 1)))),
        one(0.1, Mark(((0.8, 0.5), (0.62, 0.75), (0.66, 0.92)))),
    ),
}

STRETCH = 0.2  # how much larger or smaller than described a mark is drawn, at most
MOVE = 0.05  # how far from its place, of the garment's half width and of its height
TREMOR = 0.03  # how far a point strays by itself
SHOES = ("Sandal", "Sneaker", "Ankle boot")
BODY = 0.28  # half the width of a body with sleeves, of its height


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


def frames(cloth: Tensor) -> Frame:
    """The frames of garments whose cloth is 1 in float32 [B,1,28,28]."""
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
    middle, height = (left + right) / 2, bottom - top + 1
    weight = present & (axis[:, None] < (top + height / 2)[:, None, None])
    balance = (weight * (axis - middle[:, None])[:, None]).sum(dim=(1, 2))  # a shoe's upper half is over its heel
    half = (right - left + 1) / 2 * torch.where(balance < 0, -1.0, 1.0)
    return Frame(middle, half, half, top, height, upper, lower)


def placed(mark: Mark, frame: Frame, random: Generator) -> Tensor:
    """The pieces of a mark's lines on M garments, [M,S,4]: x, y of both ends, in pixels."""
    count, device = len(frame.middle), random.device
    points = torch.tensor(mark.points, device=device)
    least, most = mark.copies
    copies = torch.randint(least, most + 1, (count, 1), generator=random, device=device)
    number = torch.arange(most, device=device).minimum(copies - 1)  # what is too many lies on the last one
    share = number / (copies - 1).clamp(min=1)
    # [M, copies, points, 2]
    stretch = 1 + uniform((count, 1, 1, 2), -STRETCH, STRETCH, random)
    anchor = points.mean(0)
    drawn = (points - anchor) * stretch + anchor + share[:, :, None, None] * torch.tensor(mark.span, device=device) * stretch
    drawn = drawn + uniform((count, 1, 1, 2), -MOVE, MOVE, random)
    drawn = drawn + uniform((count, most, len(points), 2), -TREMOR, TREMOR, random)
    if mark.strewn:
        away = uniform((count, most, 1, 2), -mark.strewn, mark.strewn, random)
        drawn = drawn + away.gather(1, number[:, :, None, None].expand(-1, -1, 1, 2)) * torch.tensor([1.0, 0.5], device=device)
    if mark.twice:
        drawn = torch.cat([drawn, drawn * torch.tensor([-1.0, 1.0], device=device)], dim=1)
    across, down = drawn.unbind(-1)

    def wide(values: Tensor) -> Tensor:
        return values[:, None, None]

    if mark.rim:
        x = wide(frame.middle) + across * wide(frame.half)
        column = x.round().clamp(0, SIDE - 1).long().flatten(1)
        upper, lower = (values.gather(1, column).view_as(x) for values in (frame.upper, frame.lower))
        y = upper + down * (lower - upper)
    else:
        x = wide(frame.middle) + across * wide(frame.body)
        y = wide(frame.top) + down * wide(frame.height - 1)
    ends = torch.stack([x, y], dim=-1)
    starts, ends = (ends, ends) if len(points) == 1 else (ends[:, :, :-1], ends[:, :, 1:])
    return torch.cat([starts, ends], dim=-1).flatten(1, 2)


def inked(pieces: Tensor, width: Tensor) -> Tensor:
    """How much of each pixel the lines [M,S,4] with widths [M] in pixels cover; [M,28,28] in 0..1."""
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


def marks(cloth: Tensor, labels: Tensor, random: Generator) -> Tensor:
    """Marks of the classes `labels` int64 [B] on cloth [B,1,28,28] (0 or 1): what share of a pixel they cover, the same shape."""
    frame = frames(cloth)
    sleeved = frame.half.sign() * torch.minimum(frame.half.abs(), BODY * frame.height)
    shoe_like = torch.tensor([name in (*SHOES, "Bag", "Trouser") for name in CLASSES], device=random.device)[labels]
    frame = frame._replace(body=torch.where(shoe_like, frame.half, sleeved))
    width = uniform((len(labels),), 0.4, 1.3, random)  # of the pen
    ink = torch.zeros(len(labels), SIDE, SIDE, device=random.device)
    for label, name in enumerate(CLASSES):
        of_class = (labels == label).nonzero()[:, 0]
        for choice in MARKS[name]:
            drawn_by_lot = uniform((len(of_class),), 0, 1, random)
            low = 0.0
            for feature in choice:
                chosen = of_class[(drawn_by_lot >= low) & (drawn_by_lot < low + feature.chance)]
                low += feature.chance
                for mark in feature.marks if len(chosen) else ():
                    pieces = placed(mark, frame.take(chosen), random)
                    ink[chosen] = torch.maximum(ink[chosen], inked(pieces, width[chosen] * mark.width))
    return ink.unsqueeze(1) * cloth
