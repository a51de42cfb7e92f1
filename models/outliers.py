"""Images that are no garments: what the networks learn to have no opinion on, and what they are asked afterwards.

Networks train on noise, scribbles and shuffled patches drawn anew for every batch (outlier exposure: Hendrycks, Mazeika
and Dietterich, arXiv 1812.04606). Negatives and digits are never trained on: they tell how far that carries.
All images are uint8 [N,28,28], on the device of the generator.
"""
import torch
from torch import Generator, Tensor
from torch.nn import functional

from models.data import SIDE

SCRIBBLE_POINTS = 14


def uniform(shape: tuple[int, ...], low: float, high: float, random: Generator) -> Tensor:
    """Numbers from `low` to `high`, all as likely; float32 of this shape, on the device of `random`."""
    return low + (high - low) * torch.rand(shape, generator=random, device=random.device)


def noise(count: int, random: Generator) -> Tensor:
    """Random grays in squares of 1, 2, 4 or 7 pixels, the same in one image; some of it on a black ground."""
    images = torch.empty(count, SIDE, SIDE, device=random.device)
    sizes = torch.randint(0, 4, (count,), generator=random, device=random.device)
    for number, size in enumerate((1, 2, 4, 7)):
        chosen = sizes == number
        cells = uniform((int(chosen.sum()), SIDE // size, SIDE // size), 0, 1, random)
        images[chosen] = cells.repeat_interleave(size, 1).repeat_interleave(size, 2)
    floor = uniform((count, 1, 1), -1.0, 0.5, random).clamp(min=0)  # the share that stays black
    return (((images - floor).clamp(min=0) / (1 - floor)) * 255).to(torch.uint8)


def scribbles(count: int, random: Generator) -> Tensor:
    """A line through random points, 1 to 4 pixels wide, drawn to the frame's edges as the page would scale it."""
    steps = uniform((count, SCRIBBLE_POINTS, 2), -1, 1, random).cumsum(1)
    steps = steps + uniform((count, SCRIBBLE_POINTS, 2), -0.6, 0.6, random) * SCRIBBLE_POINTS**0.5
    used = torch.randint(4, SCRIBBLE_POINTS + 1, (count, 1, 1), generator=random, device=random.device)
    places = torch.arange(SCRIBBLE_POINTS, device=random.device)[None, :, None].minimum(used - 1)
    points = steps.gather(1, places.expand(-1, -1, 2))  # a short line stays on its last point
    low, high = points.amin(1, keepdim=True), points.amax(1, keepdim=True)
    width = uniform((count, 1), 1, 4, random)
    room = (SIDE - 1 - width)[:, :, None]
    points = (points - (low + high) / 2) / (high - low).amax(2, keepdim=True) * room + (SIDE - 1) / 2

    axis = torch.arange(SIDE, dtype=torch.float32, device=random.device)
    pixels = torch.stack(torch.meshgrid(axis, axis, indexing="ij"), dim=-1).reshape(1, 1, -1, 2)
    starts, ends = points[:, :-1, None], points[:, 1:, None]
    along = ends - starts
    share = ((pixels - starts) * along).sum(-1, keepdim=True) / (along.square().sum(-1, keepdim=True) + 1e-6)
    distance = (pixels - starts - share.clamp(0, 1) * along).norm(dim=-1).amin(1)
    ink = (width / 2 + 0.5 - distance).clamp(0, 1).view(count, SIDE, SIDE)
    return (ink * uniform((count, 1, 1), 90, 255, random)).to(torch.uint8)


def shuffled_patches(images: Tensor, random: Generator, size: int = 7) -> Tensor:
    """Each image cut into squares of `size` pixels (a divisor of 28) that are put together in a random order."""
    count, side = len(images), SIDE // size
    patches = images.view(count, side, size, side, size).transpose(2, 3).reshape(count, side * side, size, size)
    order = uniform((count, side * side), 0, 1, random).argsort(1)[:, :, None, None]
    mixed = patches.gather(1, order.expand(-1, -1, size, size))
    return mixed.view(count, side, side, size, size).transpose(2, 3).reshape(count, SIDE, SIDE)


def training_outliers(images: Tensor, random: Generator) -> Tensor:
    """As many outliers as there are `images`: a third noise, a third scribbles, the rest made of the images' patches."""
    third = len(images) // 3
    parts = [noise(third, random), scribbles(third, random), shuffled_patches(images[2 * third:], random)]
    return torch.cat(parts)


def digits() -> Tensor | None:
    """The 1,797 handwritten digits of scikit-learn, 8x8 made 28x28; None where scikit-learn is not installed."""
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        return None
    small = torch.from_numpy(load_digits().images).float().unsqueeze(1) / 16
    large = functional.interpolate(small, size=(SIDE, SIDE), mode="bilinear", align_corners=False)
    return (large.squeeze(1) * 255).round().to(torch.uint8)


def strange_images(images: Tensor) -> dict[str, Tensor]:
    """By their names, what a network is asked that has been trained on the first three kinds only."""
    count = len(images)
    random = Generator().manual_seed(20170825)
    kinds = {
        "noise": noise(count, random),
        "scribbles": scribbles(count, random),
        "shuffled patches": shuffled_patches(images, random),
        "negatives": 255 - images,
        "upside down": images.flip(1),
    }
    handwritten = digits()
    if handwritten is not None:
        kinds["digits"] = handwritten[:count]
    return kinds
