"""What a network is shown: the images of an epoch as its recipe changes them, in batches.

All chance comes from fixed seeds, the view or the run's seed and the epoch, so that a run which is continued sees what
it would have seen. Another kind of device draws other numbers.
"""
from typing import NamedTuple

import torch
from torch import Generator, Tensor

from models import augmentation, outliers, sketches
from models.data import SIDE, Samples
from models.recipes import Recipe

VIEWS = 32  # of every image, in the epochs of a network that has teachers
VIEW_SEED = 1
AT_ONCE = 1000  # images redrawn together, for the memory's sake


class Lesson(NamedTuple):
    """What a network learns from: the images, and teachers' answers to views of them where the recipe has one."""

    samples: Samples
    answers: Tensor | None = None  # float16 [V,N,10]


class Epoch(NamedTuple):
    """S batches of B images, each with O outliers behind them: uint8 [S,B+O,28,28]; labels int64 [S,B].

    answers: the teachers' logits float16 [S,B,10], of no use where the lesson has none. taught: bool [S,B], which images
    they were asked about: not the redrawn ones.
    """

    pixels: Tensor
    labels: Tensor
    answers: Tensor
    taught: Tensor


def steps_an_epoch(samples: Samples, recipe: Recipe) -> int:
    """Full batches only: what is left over is other images in every epoch."""
    return len(samples.labels) // recipe.batch


def redrawn_in(view: int, count: int, recipe: Recipe) -> Tensor:
    """Which of `count` images are pseudo-sketches in this view, bool [count], on the CPU."""
    return outliers.uniform((count,), 0, 1, Generator().manual_seed(VIEW_SEED * 99_991 + view)) < recipe.sketches


def seen(samples: Samples, view: int, recipe: Recipe) -> Tensor:
    """View `view` of N images: mirrored, moved, some of them redrawn; uint8 [N,28,28]."""
    images, labels = samples
    random = Generator(images.device).manual_seed(VIEW_SEED * 100_003 + view)
    flips = augmentation.alternating_flips(len(images), view, VIEW_SEED).to(images.device)
    shown = augmentation.shift_and_flip(images, flips, recipe.shift, random)
    redrawn = redrawn_in(view, len(images), recipe).nonzero()[:, 0].to(images.device)
    for chosen in redrawn.split(AT_ONCE) if len(redrawn) else ():
        shown[chosen] = sketches.pseudo_sketches(Samples(shown[chosen], labels[chosen]), recipe.marks, random)
    return shown


def prepare(lesson: Lesson, epoch: int, recipe: Recipe) -> Epoch:
    """The batches of one epoch, on the device of the images."""
    samples, answers = lesson
    steps, view = steps_an_epoch(samples, recipe), epoch if answers is None else epoch % VIEWS
    shown = seen(samples, view, recipe)
    taught = ~redrawn_in(view, len(shown), recipe).to(shown.device)
    random = Generator(shown.device).manual_seed(recipe.seed * 100_003 + epoch)
    order = torch.randperm(len(shown), generator=random, device=shown.device)
    order = order[: steps * recipe.batch].view(steps, recipe.batch)
    strange = shown[order[:, : recipe.outliers].T.flatten()]  # of each kind something in every batch
    parts = [outliers.training_outliers(part, random) for part in strange.split(AT_ONCE)] if len(strange) else []
    pixels = augmentation.cutout(shown[order.flatten()], recipe.cutout_size, recipe.cutout_probability, random)
    pixels = pixels.view(steps, recipe.batch, SIDE, SIDE)
    if parts:
        strange = torch.cat(parts).view(recipe.outliers, steps, SIDE, SIDE).transpose(0, 1)
        pixels = torch.cat([pixels, strange], dim=1)
    told = torch.zeros(steps, recipe.batch, 10, dtype=torch.half, device=shown.device)
    return Epoch(pixels, samples.labels[order], told if answers is None else answers[view][order], taught[order])
