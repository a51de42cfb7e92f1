"""Pseudo-sketches: training images redrawn the way people draw, so that a network learns to read drawings.

Shapes filled with a gray, lines and details over them in a lighter or a darker one, flat tones and hatching, many with
the marks by which people tell garments (`marks.py`); bent a little as an unsure hand would, and framed again as the page
frames a drawing: longest edge 28, centred. No drawing by a person is trained on.
"""
import math

import torch
from torch import Generator, Tensor
from torch.nn import functional

from models.data import CLASSES, SIDE, Samples
from models.marking import marks
from models.outliers import uniform

INK = 12  # brighter pixels are ink, as in the page's preprocessing
SHADOW = 45  # darker ones of a photograph are shadows between parts of a garment
TROUSER = CLASSES.index("Trouser")
SHORTS = 0.3  # of the trousers
# Forms that the shop has few of: the share of a class that is drawn higher, compared with its width, and how much.
HIGHER = {"Bag": (0.25, 1.2, 1.8), "Sneaker": (0.2, 1.2, 1.7)}  # rucksacks, high-tops
LIT = 0.7  # where less of it is brighter, the cloth itself is dark


def shortened(samples: Samples, random: Generator) -> Tensor:
    """The images uint8 [B,28,28], some trousers cut off near the knee: the shop had few shorts, people draw them."""
    images, labels = samples
    cut = (labels == TROUSER) & (uniform((len(labels),), 0, 1, random) < SHORTS)
    length = torch.where(cut, uniform((len(labels),), 0.45, 0.8, random), 1.0) * SIDE
    return images * (torch.arange(SIDE, device=images.device) < length[:, None])[:, :, None]


def _dilated(mask: Tensor, reach: int) -> Tensor:
    return functional.max_pool2d(mask, 2 * reach + 1, stride=1, padding=reach)


def _edges(gray: Tensor) -> Tensor:
    """Length of Sobel's gradient, [B,1,28,28] in 0..about 4 for grays in 0..1."""
    padded = functional.pad(gray, (1, 1, 1, 1))
    down = padded[:, :, :-2] + 2 * padded[:, :, 1:-1] + padded[:, :, 2:]
    along = padded[..., :-2] + 2 * padded[..., 1:-1] + padded[..., 2:]
    return torch.hypot(down[..., 2:] - down[..., :-2], along[:, :, 2:] - along[:, :, :-2])


def _hatching(count: int, random: Generator) -> Tensor:
    """Parallel strokes at any angle, 2 to 5 pixels apart, over the whole frame; float32 [B,1,28,28] in 0..1."""
    angle = uniform((count, 1, 1, 1), 0, math.pi, random)
    apart = uniform((count, 1, 1, 1), 2, 5, random)
    axis = torch.arange(SIDE, dtype=torch.float32, device=random.device)
    across = axis * angle.cos() + axis[:, None] * angle.sin()
    wave = torch.cos(across * (2 * math.pi / apart))
    return ((wave + uniform((count, 1, 1, 1), 0, 0.9, random)) * 2).clamp(0, 1)


def cloth_of(images: Tensor, random: Generator) -> Tensor:
    """Where each of images uint8 [B,28,28] has cloth, with or without shadows; float32 [B,1,28,28], 0 or 1."""
    closed = _dilated((images > INK).float().unsqueeze(1), 1)
    closed = 1 - _dilated(1 - closed, 1)  # small holes are closed
    lit = (images > SHADOW).float().unsqueeze(1)  # what lies between sleeve and body is open
    dark = lit.sum((1, 2, 3), keepdim=True) < LIT * closed.sum((1, 2, 3), keepdim=True)
    return torch.where(dark | (uniform((len(images), 1, 1, 1), 0, 1, random) < 0.5), closed, lit)


def _outline(cloth: Tensor, random: Generator) -> Tensor:
    """The rim of the cloth, 1 or 2 pixels wide."""
    nothing = functional.pad(1 - cloth, (2, 2, 2, 2), value=1.0)
    thin = cloth * functional.max_pool2d(nothing[:, :, 1:-1, 1:-1], 3, stride=1)
    thick = cloth * functional.max_pool2d(nothing, 5, stride=1)
    return torch.where(uniform((len(cloth), 1, 1, 1), 0, 1, random) < 0.5, thin, thick)


def _details(gray: Tensor, cloth: Tensor, random: Generator) -> Tensor:
    """Seams, collars and patterns: where the gray steps, or differs from its surroundings; 0 or 1."""
    one_each = (len(gray), 1, 1, 1)
    steps = (_edges(gray) > uniform(one_each, 0.5, 1.6, random)).float()
    contrast = (gray - functional.avg_pool2d(gray, 5, stride=1, padding=2)).abs()
    marks = (contrast > uniform(one_each, 0.05, 0.16, random)).float()
    inside = 1 - _dilated(1 - cloth, 1)
    return torch.where(uniform(one_each, 0, 1, random) < 0.5, steps, marks) * inside


SCRATCHED = 0.25  # of the marks: with the eraser

# How often each of the manners in `redrawn` is chosen. The page fills what is only an outline, so lines on empty
# ground are rare.
MANNER_SHARES = (0.12, 0.16, 0.14, 0.16, 0.12, 0.14, 0.06, 0.10)
MARKED_SHARES = (0.38, 0.42, 0.0, 0.0, 0.0, 0.2, 0.0, 0.0)  # where marks come instead of the photograph's details


def with_marks(ground: Tensor, cloth: Tensor, fill: Tensor, labels: Tensor, random: Generator) -> Tensor:
    """Marks of the classes `labels` [B] on [B,1,28,28]: lighter or darker than `fill` [B,1,1,1], or scratched out."""
    contrast = uniform(fill.shape, 0.15, 0.45, random)
    contrast = torch.where(uniform(fill.shape, 0, 1, random) < 0.5, contrast, -contrast)
    line = torch.where((fill + contrast > 1) | (fill + contrast < 0), fill - contrast, fill + contrast)
    line = torch.where(uniform(fill.shape, 0, 1, random) < SCRATCHED, torch.zeros_like(line), line)
    return torch.lerp(ground, line.expand_as(ground), marks(cloth, labels, random))


def redrawn(samples: Samples, marked: Tensor, random: Generator) -> Tensor:
    """Each of B images in one of eight manners, those `marked` bool [B] with marks; float32 [B,1,28,28] in 0..1."""
    images, labels = shortened(samples, random), samples.labels
    one_each = (len(images), 1, 1, 1)
    gray = images.float().unsqueeze(1) / 255
    cloth = cloth_of(images, random)
    outline, details = _outline(cloth, random), _details(gray, cloth, random)
    tone = uniform(one_each, 0.35, 0.95, random)
    fill = cloth * tone
    light = uniform(one_each, 0.5, 1.0, random)
    dark = uniform(one_each, 0.0, 0.4, random)
    line = torch.where(uniform(one_each, 0, 1, random) < 0.5, light, dark)

    def over(ground: Tensor, lines: Tensor) -> Tensor:
        return torch.where(lines > 0, line, ground)

    levels = torch.randint(1, 4, one_each, generator=random, device=random.device).float()
    flat = functional.avg_pool2d(gray, 3, stride=1, padding=1)
    strokes = fill * torch.maximum(_hatching(len(images), random), uniform(one_each, -0.6, 0.6, random).clamp(min=0))
    scribbled = torch.where(uniform(one_each, 0, 1, random) < 0.5, strokes, torch.maximum(strokes, outline * light))
    contrast = uniform(one_each, 0.3, 1.2, random)
    manners = torch.stack([
        fill,
        over(fill, outline),
        over(fill, details),
        over(over(fill, details), outline),
        ((flat * levels + 0.5).floor() / levels) * cloth * (0.5 + 0.5 * light),
        scribbled,
        torch.maximum(outline, details) * light,
        (0.6 + (gray - 0.6) * contrast).clamp(0, 1) * cloth,
    ])
    shares = torch.tensor([MANNER_SHARES, MARKED_SHARES], device=random.device)[marked.long()]
    kinds = torch.multinomial(shares, 1, generator=random)[:, 0]
    drawn = manners[kinds, torch.arange(len(images), device=random.device)]
    drawn[marked] = with_marks(drawn[marked], cloth[marked], tone[marked], labels[marked], random)
    return drawn


def heights(labels: Tensor, random: Generator) -> Tensor:
    """How much higher garments of these classes [B] are drawn than they were photographed; float32 [B]."""
    factors = torch.ones(len(labels), device=random.device)
    for name, (share, least, most) in HIGHER.items():
        chosen = (labels == CLASSES.index(name)) & (uniform((len(labels),), 0, 1, random) < share)
        factors = torch.where(chosen, uniform((len(labels),), least, most, random), factors)
    return factors


def bent(drawn: Tensor, higher: Tensor, random: Generator) -> Tensor:
    """[B,1,28,28] `higher` [B] times as high for its width, turned by up to 12 degrees, stretched by up to a third and
    bent by up to 1.5 pixels; the same shape.
    """
    count, device = len(drawn), random.device
    angle = uniform((count,), -0.21, 0.21, random)
    wide, high = uniform((count,), 0.75, 1.33, random), uniform((count,), 0.87, 1.15, random)
    wide, high = wide * higher.sqrt(), high / higher.sqrt()
    matrix = torch.zeros(count, 2, 3, device=device)
    matrix[:, 0, 0], matrix[:, 0, 1] = angle.cos() * wide, -angle.sin() * high
    matrix[:, 1, 0], matrix[:, 1, 1] = angle.sin() * wide, angle.cos() * high
    grid = functional.affine_grid(matrix, [count, 1, SIDE, SIDE], align_corners=False)
    coarse = uniform((count, 2, 4, 4), -1.5, 1.5, random) * (2 / SIDE)
    bend = functional.interpolate(coarse, size=(SIDE, SIDE), mode="bicubic", align_corners=False)
    return functional.grid_sample(drawn, grid + bend.permute(0, 2, 3, 1), align_corners=False)


def framed(drawn: Tensor) -> Tensor:
    """The bounding box of what is brighter than INK made 28 long and centred; [B,1,28,28] in 0..1 to the same."""
    ink = drawn[:, 0] > INK / 255
    axis = torch.arange(SIDE, device=drawn.device)
    lows, sizes = [], []
    for present in (ink.any(1), ink.any(2)):  # columns, rows
        low = torch.where(present, axis, SIDE).amin(1)
        high = torch.where(present, axis, -1).amax(1)
        empty = high < low
        lows.append(torch.where(empty, torch.zeros_like(low), low).float())
        sizes.append(torch.where(empty, torch.full_like(low, SIDE), high - low + 1).float())
    longest = torch.maximum(*sizes)
    matrix = torch.zeros(len(drawn), 2, 3, device=drawn.device)
    for row, (low, size) in enumerate(zip(lows, sizes)):
        matrix[:, row, row] = longest / SIDE
        matrix[:, row, 2] = (2 * low + size) / SIDE - 1
    grid = functional.affine_grid(matrix, list(drawn.shape), align_corners=False)
    return functional.grid_sample(drawn, grid, align_corners=False)


def pseudo_sketches(samples: Samples, marked: Tensor, random: Generator) -> Tensor:
    """B images redrawn, those `marked` bool [B] with marks; uint8 [B,28,28]. All on the device of `random`."""
    drawn = framed(bent(redrawn(samples, marked, random), heights(samples.labels, random), random))
    return (drawn.squeeze(1).clamp(0, 1) * 255).round().to(torch.uint8)
