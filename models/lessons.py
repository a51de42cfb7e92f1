"""What a network is shown: the images of an epoch as its recipe changes them, in batches.

All chance comes from fixed seeds, the view or the run's seed and the epoch, so that a run which is continued sees what
it would have seen. Another kind of device draws other numbers.
"""
from typing import NamedTuple

import torch
from torch import Generator, Tensor

from models import augmentation, drawn, outliers, sketches
from models.data import CLASSES, SIDE, Samples
from models.drawn import Drawn
from models.recipes import Recipe

VIEW_SEED = 1
AT_ONCE = 1000  # images redrawn together, for the memory's sake


class Taught(NamedTuple):
    """V views of N images: uint8 [V,N,28,28], the teachers' answers to them float16 [V,N,10].

    known: bool [V,N], what they were asked about; of the rest the label alone is learned.
    """

    views: Tensor
    answers: Tensor
    known: Tensor


class Lesson(NamedTuple):
    """What a network learns from: the images; where the recipe has some, views of them with teachers' answers; drawings."""

    samples: Samples
    taught: Taught | None = None
    drawn: Drawn | None = None


class Epoch(NamedTuple):
    """S batches of B images, each with O outliers and D drawings behind them: uint8 [S,B+O+D,28,28]; labels int64 [S,B].

    answers: the teachers' logits float16 [S,B,10], known: bool [S,B], where there are any. accepted: which classes are
    right for a drawing, bool [S,D,10].
    """

    pixels: Tensor
    labels: Tensor
    answers: Tensor
    known: Tensor
    accepted: Tensor


def steps_an_epoch(samples: Samples, recipe: Recipe) -> int:
    """Full batches only: what is left over is other images in every epoch."""
    return len(samples.labels) // recipe.batch


def redrawn_in(view: int, count: int, recipe: Recipe) -> tuple[Tensor, Tensor]:
    """Which of `count` images are pseudo-sketches in this view, and which of these marked; bool [count], on the CPU."""
    lot = outliers.uniform((count,), 0, 1, Generator().manual_seed(VIEW_SEED * 99_991 + view))
    return lot < recipe.sketches, lot < recipe.sketches * recipe.marks


def seen(samples: Samples, view: int, recipe: Recipe) -> Tensor:
    """View `view` of N images: mirrored, moved, some of them redrawn; uint8 [N,28,28]."""
    images, labels = samples
    random = Generator(images.device).manual_seed(VIEW_SEED * 100_003 + view)
    flips = augmentation.alternating_flips(len(images), view, VIEW_SEED).to(images.device)
    shown = augmentation.shift_and_flip(images, flips, recipe.shift, random)
    redrawn, marked = (each.to(images.device) for each in redrawn_in(view, len(images), recipe))
    for chosen in redrawn.nonzero()[:, 0].split(AT_ONCE) if redrawn.any() else ():
        plain = Samples(shown[chosen], labels[chosen])
        shown[chosen] = sketches.pseudo_sketches(plain, marked[chosen], random)
    return shown


def drawings(lesson: Lesson, steps: int, recipe: Recipe, random: Generator) -> tuple[Tensor, Tensor]:
    """Those of an epoch, uint8 [S,D,28,28], and which classes are right for each, bool [S,D,10]."""
    if not recipe.drawings:
        device = lesson.samples.images.device
        return (torch.zeros(steps, 0, SIDE, SIDE, dtype=torch.uint8, device=device),
                torch.zeros(steps, 0, len(CLASSES), dtype=torch.bool, device=device))
    shares = ((lesson.drawn.people, recipe.people), (lesson.drawn.outlines, recipe.outlines),
              (lesson.drawn.none, recipe.none))
    images, accepted = zip(*(drawn.draw(pool, steps * count, random) for pool, count in shares if count))
    return (torch.cat([part.view(steps, -1, SIDE, SIDE) for part in images], dim=1),
            torch.cat([part.view(steps, -1, len(CLASSES)) for part in accepted], dim=1))


def prepare(lesson: Lesson, epoch: int, recipe: Recipe) -> Epoch:
    """The batches of one epoch, on the device of the images."""
    samples, taught = lesson.samples, lesson.taught
    steps = steps_an_epoch(samples, recipe)
    if taught is None:
        shown = seen(samples, epoch, recipe)
        answers = torch.zeros(len(shown), 10, dtype=torch.half, device=shown.device)
        known = torch.zeros(len(shown), dtype=torch.bool, device=shown.device)
    else:
        shown, answers, known = (values[epoch % len(values)] for values in taught)
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
    lines, accepted = drawings(lesson, steps, recipe, random)
    pixels = torch.cat([pixels, lines], dim=1)
    return Epoch(pixels, samples.labels[order], answers[order], known[order], accepted)
