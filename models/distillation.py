"""A trained network's answers, for another one to learn from (Hinton, Vinyals and Dean, arXiv 1503.02531).

The teachers are asked once, about a few fixed views of every training image; the student sees one of these views in
each epoch, with their answer to that very view beside the label. Some know photographs, others pseudo-sketches; nobody
knows marks: where an image has some the label alone counts.
"""
from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from models import devices
from models.data import Samples
from models.lessons import Taught, redrawn_in, seen
from models.recipes import Recipe

SOFTNESS = 3.0  # the temperature at which the answers are compared

Teacher = Callable[[Tensor], Tensor]  # pixels float32 [N,1,28,28] to logits [N,10]


class Teachers(NamedTuple):
    """Who is asked about what; the answer is the mean of their logits."""

    photographs: list[Teacher]
    sketches: list[Teacher]  # those without marks


@torch.no_grad()
def taught(teachers: Teachers, samples: Samples, recipe: Recipe, batch: int = 1000) -> Taught:
    """The views that students of `recipe` will see of N images, and the teachers' answers to them; all on one device."""
    count, device = len(samples.labels), samples.images.device
    views = torch.stack([seen(samples, view, recipe) for view in range(recipe.views)])
    answers = torch.zeros(recipe.views, count, 10, dtype=torch.half, device=device)
    known = torch.zeros(recipe.views, count, dtype=torch.bool, device=device)
    for view in range(recipe.views):
        redrawn, marked = (each.to(device) for each in redrawn_in(view, count, recipe))
        for asked, group in ((teachers.photographs, ~redrawn), (teachers.sketches, redrawn & ~marked)):
            known[view] |= group
            for chosen in group.nonzero()[:, 0].split(batch) if group.any() else ():
                pixels = devices.to_pixels(views[view, chosen]).contiguous(memory_format=torch.channels_last)
                with devices.in_bfloat16(device):
                    logits = [teacher(pixels).float() for teacher in asked]
                answers[view, chosen] = torch.stack(logits).mean(0).half()
    return Taught(views, answers, known)


def loss(logits: Tensor, labels: Tensor, teacher: Tensor, known: Tensor, share: float) -> Tensor:
    """`share` of the divergence from the teacher's softened answer, the rest cross-entropy with the label.

    Logits and teacher's logits [N,10], labels [N]; known bool [N]: whether the teacher was asked, else the label is all.
    The divergence is multiplied by SOFTNESS squared, so that its gradient is of the size of cross-entropy's.
    """
    aim = torch.softmax(teacher.float() / SOFTNESS, dim=1)
    found = torch.log_softmax(logits / SOFTNESS, dim=1)
    divergence = functional.kl_div(found, aim, reduction="none").sum(1) * SOFTNESS**2
    surprise = functional.cross_entropy(logits, labels, reduction="none")
    return torch.lerp(surprise, divergence, share * known.float()).mean()
