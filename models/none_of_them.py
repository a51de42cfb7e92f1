"""Learning that something is none of the ten classes, without an output for it.

Beside the ten logits stands an eleventh that is always the same, `level`: with it "none of the ten" has a probability,
and what is learned is whether the ten are above it or below. The energy, -ln sum exp(logits), says so afterwards: it is
above -level where "none" is the likelier (a margin for the energy, as in Liu et al., arXiv 2010.03759, by one logit).
"""
import torch
from torch import Tensor


def loss(logits: Tensor, accepted: Tensor, level: float) -> Tensor:
    """Mean surprise at the right classes together; logits [N,10], accepted bool [N,10], "none" where no class is right."""
    eleven = torch.cat([logits, torch.full_like(logits[:, :1], level)], dim=1)
    right = torch.cat([accepted, ~accepted.any(dim=1, keepdim=True)], dim=1)
    found = torch.logsumexp(eleven.masked_fill(~right, -torch.inf), dim=1)
    return (torch.logsumexp(eleven, dim=1) - found).mean()
