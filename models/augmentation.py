"""Random changes to a batch of training images, all as tensor operations on the whole batch."""
import torch
from torch import Generator, Tensor

from models.data import SIDE
from models.networks import PIXEL_MEAN


def alternating_flips(count: int, epoch: int, seed: int) -> Tensor:
    """Which samples to mirror in this epoch, bool [count], on the CPU.

    A fair coin is tossed once for each sample; whatever is mirrored in even epochs is not in odd ones, so that any
    two neighbouring epochs show both sides of every garment.
    """
    coins = torch.rand(count, generator=Generator().manual_seed(seed)) < 0.5
    return coins ^ bool(epoch % 2)


def shift_and_flip(images: Tensor, flips: Tensor, reach: int, random: Generator) -> Tensor:
    """Moves each image by up to `reach` pixels along both axes, filling with background, and mirrors where `flips`.

    images uint8 [B,28,28], flips bool [B], all on the device of `random`; returns uint8 [B,28,28].
    """
    count, device = len(images), random.device
    padded = torch.nn.functional.pad(images, (reach, reach, reach, reach))
    steps = torch.arange(SIDE, device=device)
    rows = steps + torch.randint(0, 2 * reach + 1, (count, 1), generator=random, device=device)
    columns = torch.where(flips[:, None], steps.flip(0), steps)
    columns = columns + torch.randint(0, 2 * reach + 1, (count, 1), generator=random, device=device)
    batch = torch.arange(count, device=device)[:, None, None]
    return padded[batch, rows[:, :, None], columns[:, None, :]]


def cutout(images: Tensor, size: int, probability: float, random: Generator) -> Tensor:
    """Paints a square of `size` pixels in the mean gray over some images, in place.

    The square's middle may be anywhere in the image, so that it can hang over the border. The mean gray is 0 for the
    network: it hides cloth without looking like background.
    images uint8 [B,28,28] on the device of `random`; returns the same tensor.
    """
    count, device = len(images), random.device
    starts = torch.randint(0, SIDE, (2, count, 1), generator=random, device=device) - size // 2
    hit = torch.rand(count, 1, generator=random, device=device) < probability
    steps = torch.arange(SIDE, device=device)
    rows, columns = (steps >= starts) & (steps < starts + size)
    hole = (rows & hit)[:, :, None] & columns[:, None, :]
    return images.masked_fill_(hole, int(PIXEL_MEAN))
