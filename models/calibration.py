"""How far a network's answers can be trusted: confusions, temperature, calibration error, energy, verdicts.

Logits are float tensors [N,10], labels int64 [N]; everything is computed in float64.
"""
import math
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

ECE_BINS = 15


class Verdicts(NamedTuple):
    """The thresholds below or above which a prediction is not given as an answer."""

    unsure_probability: float
    unsure_margin: float
    unfamiliar_energy: float


def probabilities(logits: Tensor, temperature: float = 1.0) -> Tensor:
    """softmax(logits / temperature), float64 [N,10]."""
    return torch.softmax(logits.double() / temperature, dim=1)


def log_loss(logits: Tensor, labels: Tensor, temperature: float = 1.0) -> float:
    """Mean negative log likelihood of the right class, in nats."""
    return functional.cross_entropy(logits.double() / temperature, labels).item()


def fit_temperature(logits: Tensor, labels: Tensor) -> float:
    """The one divisor of the logits with the least log loss, by golden-section search between 0.2 and 5."""
    ratio = (math.sqrt(5) - 1) / 2
    low, high = math.log(0.2), math.log(5.0)
    while high - low > 1e-6:
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if log_loss(logits, labels, math.exp(left)) < log_loss(logits, labels, math.exp(right)):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2)


def expected_calibration_error(logits: Tensor, labels: Tensor, temperature: float = 1.0) -> float:
    """Mean distance between confidence and accuracy over ECE_BINS equally wide bins of the top probability."""
    confidence, answer = probabilities(logits, temperature).max(dim=1)
    right = (answer == labels).double()
    bins = (confidence * ECE_BINS).long().clamp(max=ECE_BINS - 1)
    gaps = torch.zeros(ECE_BINS, dtype=torch.float64).index_add_(0, bins, right - confidence)
    return (gaps.abs().sum() / len(labels)).item()


def energy(logits: Tensor, temperature: float) -> Tensor:
    """-T * log(sum(exp(logits / T))), float64 [N]; high means unlike the training images."""
    return -temperature * torch.logsumexp(logits.double() / temperature, dim=1)


def is_unsure(logits: Tensor, temperature: float, verdicts: Verdicts) -> Tensor:
    """bool [N]: the top probability is too low, or the runner-up too close."""
    top = probabilities(logits, temperature).topk(2, dim=1).values
    return (top[:, 0] < verdicts.unsure_probability) | (top[:, 0] - top[:, 1] < verdicts.unsure_margin)


def is_unfamiliar(logits: Tensor, temperature: float, verdicts: Verdicts) -> Tensor:
    """bool [N]: the energy is higher than almost any validation image's."""
    return energy(logits, temperature) > verdicts.unfamiliar_energy


def confusion(logits: Tensor, labels: Tensor) -> Tensor:
    """How often each label was called what: int64 [10,10], [label][prediction]."""
    counts = torch.zeros(10, 10, dtype=torch.int64)
    return counts.index_put_((labels, logits.argmax(1)), torch.ones_like(labels), accumulate=True)


def auroc(familiar: Tensor, strange: Tensor) -> float:
    """The chance that a strange image's score [M] is higher than a familiar one's [N]; equal ones count half."""
    ordered = familiar.double().sort().values
    below = torch.searchsorted(ordered, strange.double(), right=False).double()
    up_to = torch.searchsorted(ordered, strange.double(), right=True).double()
    return ((below + up_to).mean() / (2 * len(familiar))).item()


def false_positive_rate(familiar: Tensor, strange: Tensor, recall: float = 0.95) -> float:
    """The share of strange images' scores [M] that pass where the share `recall` of the familiar ones' [N] does."""
    limit = familiar.double().sort().values[max(0, math.ceil(recall * len(familiar)) - 1)]
    return (strange.double() <= limit).double().mean().item()
