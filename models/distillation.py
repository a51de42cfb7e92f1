"""A trained network's answers, for another one to learn from (Hinton, Vinyals and Dean, arXiv 1503.02531).

The teacher is asked once, about a few fixed views of every training image; the student sees one of these views in each
epoch, with the teacher's answer to that very view beside the label.
"""
from typing import NamedTuple

import torch
from torch import Generator, Tensor
from torch.nn import functional

from models import augmentation
from models.networks import Network

VIEWS = 16
TEACHER_SHARE = 0.7
SOFTNESS = 3.0  # the temperature at which the answers are compared


class Views(NamedTuple):
    """How each image is mirrored and moved in each view: bool [V,N], and uint8 images are made by `take`."""

    flips: Tensor
    seeds: list[int]
    reach: int

    def take(self, images: Tensor, view: int) -> Tensor:
        """View `view` of images uint8 [N,28,28]."""
        return augmentation.shift_and_flip(images, self.flips[view], self.reach,
                                           Generator().manual_seed(self.seeds[view]))


def make_views(count: int, reach: int, seed: int) -> Views:
    """VIEWS views of `count` images; every second one mirrors what the one before did not."""
    flips = torch.stack([augmentation.alternating_flips(count, view, seed) for view in range(VIEWS)])
    return Views(flips, [seed * 1009 + view for view in range(VIEWS)], reach)


@torch.no_grad()
def teacher_logits(teacher: Network, images: Tensor, views: Views, batch: int = 500) -> Tensor:
    """The teacher's logits for all views of images uint8 [N,28,28]; float16 [V,N,10]."""
    teacher.eval()
    answers = []
    for view in range(VIEWS):
        seen = views.take(images, view).unsqueeze(1)
        answers.append(torch.cat([teacher(part.float()).logits.half() for part in seen.split(batch)]))
    return torch.stack(answers)


def loss(logits: Tensor, labels: Tensor, teacher: Tensor) -> Tensor:
    """TEACHER_SHARE of the divergence from the teacher's softened answer, the rest cross-entropy with the label.

    Logits and teacher's logits [N,10], labels [N]; the divergence is multiplied by SOFTNESS squared, so that its
    gradient is of the size of cross-entropy's.
    """
    aim = torch.softmax(teacher.float() / SOFTNESS, dim=1)
    found = torch.log_softmax(logits / SOFTNESS, dim=1)
    divergence = functional.kl_div(found, aim, reduction="batchmean") * SOFTNESS**2
    return TEACHER_SHARE * divergence + (1 - TEACHER_SHARE) * functional.cross_entropy(logits, labels)
