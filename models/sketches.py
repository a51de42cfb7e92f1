"""Pseudo-sketches: training images redrawn the way people draw, so that a network learns to read drawings.

Outlines, silhouettes, both, inner edges, flat tones and hatching, bent a little as an unsure hand would, and framed again as the
page frames a drawing: longest edge 28, centred. No drawing by a person is trained on.
"""
import math

import torch
from torch import Generator, Tensor
from torch.nn import functional

from models.data import SIDE
from models.outliers import uniform

INK = 12  # brighter pixels are ink, as in the page's preprocessing


def _dilated(mask: Tensor, reach: int) -> Tensor:
    return functional.max_pool2d(mask, 2 * reach + 1, stride=1, padding=reach)


def _edges(gray: Tensor) -> Tensor:
    """Length of Sobel's gradient, [B,1,28,28] in 0..about 4 for grays in 0..1."""
    across = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    kernel = torch.stack([across, across.T]).unsqueeze(1)
    return functional.conv2d(functional.pad(gray, (1, 1, 1, 1)), kernel).norm(dim=1, keepdim=True)


def _hatching(count: int, random: Generator) -> Tensor:
    """Parallel strokes at any angle, 2.5 to 6 pixels apart, over the whole frame; float32 [B,1,28,28] in 0..1."""
    angle = uniform((count, 1, 1, 1), 0, math.pi, random)
    apart = uniform((count, 1, 1, 1), 2.5, 6, random)
    axis = torch.arange(SIDE, dtype=torch.float32)
    across = axis * angle.cos() + axis[:, None] * angle.sin()
    wave = torch.cos(across * (2 * math.pi / apart))
    return ((wave + uniform((count, 1, 1, 1), 0, 0.9, random)) * 2).clamp(0, 1)


def redrawn(images: Tensor, random: Generator) -> Tensor:
    """Each of images uint8 [B,28,28] in one of six manners; float32 [B,1,28,28] in 0..1."""
    count = len(images)
    gray = images.float().unsqueeze(1) / 255
    cloth = _dilated((images > INK).float().unsqueeze(1), 1)
    cloth = 1 - _dilated(1 - cloth, 1)  # small holes are closed
    padded = functional.pad(cloth, (1, 1, 1, 1))
    thin = cloth - (1 - functional.max_pool2d(1 - padded, 3, stride=1))
    thick = (cloth - (1 - functional.max_pool2d(functional.pad(1 - cloth, (2, 2, 2, 2), value=1.0), 5, stride=1)))
    coin = torch.rand(count, 1, 1, 1, generator=random)
    outline = torch.where(coin < 0.5, thin, thick)
    line_gray = uniform((count, 1, 1, 1), 0.5, 1.0, random)
    fill_gray = uniform((count, 1, 1, 1), 0.35, 0.9, random)
    inner = (_edges(gray) > uniform((count, 1, 1, 1), 0.5, 1.6, random)).float() * cloth
    levels = torch.randint(1, 4, (count, 1, 1, 1), generator=random).float()
    flat = functional.avg_pool2d(gray, 3, stride=1, padding=1)
    manners = torch.stack([
        outline * line_gray,
        cloth * fill_gray,
        torch.maximum(cloth * fill_gray, outline * line_gray),
        torch.maximum(outline, inner) * line_gray,
        ((flat * levels + 0.5).floor() / levels) * cloth * (0.5 + 0.5 * line_gray),
        cloth * _hatching(count, random) * line_gray,
    ])
    kinds = torch.randint(0, len(manners), (count,), generator=random)
    return manners[kinds, torch.arange(count)]


def bent(drawn: Tensor, random: Generator) -> Tensor:
    """Turned by up to 10 degrees, stretched by up to 15 % and bent by up to 1.5 pixels; [B,1,28,28] to the same."""
    count = len(drawn)
    angle = uniform((count,), -0.17, 0.17, random)
    wide, high = uniform((count,), 0.87, 1.15, random), uniform((count,), 0.87, 1.15, random)
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = angle.cos() * wide, -angle.sin() * high
    matrix[:, 1, 0], matrix[:, 1, 1] = angle.sin() * wide, angle.cos() * high
    grid = functional.affine_grid(matrix, [count, 1, SIDE, SIDE], align_corners=False)
    coarse = uniform((count, 2, 4, 4), -1.5, 1.5, random) * (2 / SIDE)
    bend = functional.interpolate(coarse, size=(SIDE, SIDE), mode="bicubic", align_corners=False)
    return functional.grid_sample(drawn, grid + bend.permute(0, 2, 3, 1), align_corners=False)


def framed(drawn: Tensor) -> Tensor:
    """The bounding box of what is brighter than INK made 28 long and centred; [B,1,28,28] in 0..1 to the same."""
    ink = drawn[:, 0] > INK / 255
    axis = torch.arange(SIDE)
    lows, sizes = [], []
    for present in (ink.any(1), ink.any(2)):  # columns, rows
        low = torch.where(present, axis, SIDE).amin(1)
        high = torch.where(present, axis, -1).amax(1)
        empty = high < low
        lows.append(torch.where(empty, torch.zeros_like(low), low).float())
        sizes.append(torch.where(empty, torch.full_like(low, SIDE), high - low + 1).float())
    longest = torch.maximum(*sizes)
    matrix = torch.zeros(len(drawn), 2, 3)
    for row, (low, size) in enumerate(zip(lows, sizes)):
        matrix[:, row, row] = longest / SIDE
        matrix[:, row, 2] = (2 * low + size) / SIDE - 1
    grid = functional.affine_grid(matrix, list(drawn.shape), align_corners=False)
    return functional.grid_sample(drawn, grid, align_corners=False)


def pseudo_sketches(images: Tensor, random: Generator) -> Tensor:
    """images uint8 [B,28,28] of the dataset, redrawn; uint8 [B,28,28]."""
    drawn = framed(bent(redrawn(images, random), random))
    return (drawn.squeeze(1).clamp(0, 1) * 255).round().to(torch.uint8)
