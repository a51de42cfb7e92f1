"""A trained network's answers, for another one to learn from (Hinton, Vinyals and Dean, arXiv 1503.02531).

The teachers are asked once, about a few fixed views of every training image; the student sees one of these views in
each epoch, with their answer to that very view beside the label.
"""
import torch
from torch import Tensor
from torch.nn import functional

from models import devices
from models.lessons import VIEWS, seen
from models.networks import Network
from models.recipes import Recipe

SOFTNESS = 3.0  # the temperature at which the answers are compared


@torch.no_grad()
def teacher_logits(teachers: list[Network], images: Tensor, recipe: Recipe, batch: int = 1000) -> Tensor:
    """The mean of the teachers' logits for all views of images uint8 [N,28,28]; float16 [V,N,10].

    All are on one device; the views are those that the student of `recipe` will see.
    """
    answers = []
    for view in range(VIEWS):
        rows = []
        for part in seen(images, view, recipe).split(batch):
            pixels = devices.to_pixels(part)
            with devices.in_bfloat16(images.device):
                logits = [teacher.eval()(pixels).logits.float() for teacher in teachers]
            rows.append(torch.stack(logits).mean(0).half())
        answers.append(torch.cat(rows))
    return torch.stack(answers)


def loss(logits: Tensor, labels: Tensor, teacher: Tensor, share: float) -> Tensor:
    """`share` of the divergence from the teacher's softened answer, the rest cross-entropy with the label.

    Logits and teacher's logits [N,10], labels [N]; the divergence is multiplied by SOFTNESS squared, so that its
    gradient is of the size of cross-entropy's.
    """
    aim = torch.softmax(teacher.float() / SOFTNESS, dim=1)
    found = torch.log_softmax(logits / SOFTNESS, dim=1)
    divergence = functional.kl_div(found, aim, reduction="batchmean") * SOFTNESS**2
    return share * divergence + (1 - share) * functional.cross_entropy(logits, labels)
