"""Which of a network's runs is shipped: the seed is chosen by the validation images, never by the test set."""
from pathlib import Path
from typing import NamedTuple

from models.data import Samples, load_training, stratified_split
from models.trainer import logits_of
from models.weights import load_weights


class Selection(NamedTuple):
    """Weights of runs. `chosen` has not learned from the validation images: temperature and thresholds are its.

    `shipped` is the run of the same seed on all 60,000 images where there is one, else `chosen` itself;
    `others` are further runs like it, by other seeds.
    """

    chosen: Path
    shipped: Path
    others: list[Path]


def validation_right(weights: Path, held_out: Samples) -> int:
    """How many of the validation images the network has right."""
    network, _ = load_weights(weights)
    return int((logits_of(network, held_out.images).argmax(1) == held_out.labels).sum())


def select(runs: Path, name: str) -> Selection:
    """The seed with the most validation images right, the smallest if several are equal."""
    candidates = sorted(runs.glob(f"{name}-55000-*/weights.pt"))
    if not candidates:
        raise SystemExit(f"{runs} has no finished run of {name} on 55,000 images: python3 -m models.train {name}")
    training = load_training()
    held_out = training.take(stratified_split(training.labels).validation)
    right = [validation_right(weights, held_out) for weights in candidates]
    chosen = candidates[right.index(max(right))]
    whole = {weights.parent.name: weights for weights in sorted(runs.glob(f"{name}-60000-*/weights.pt"))}
    shipped = whole.pop(chosen.parent.name.replace("-55000-", "-60000-"), None)
    if shipped is None:
        return Selection(chosen, chosen, [])
    return Selection(chosen, shipped, list(whole.values()))
