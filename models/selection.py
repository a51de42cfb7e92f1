"""Which of a network's runs is shipped: the seed is chosen by the validation images, never by the test set."""
from pathlib import Path
from typing import NamedTuple

from models.data import Samples, load_training, stratified_split
from models.people import FOLDS
from models.recipes import RECIPES
from models.trainer import logits_of
from models.weights import fold_name, load_weights, run_name


class Selection(NamedTuple):
    """Weights of runs. `judges` have not learned from the validation images: temperature and thresholds are theirs.

    It is one, or, of a network that learns from people's drawings, one for each fold of them that was run. `shipped` is the run of
    the same seed on all 60,000 images where there is one, else that on the 55,000; `others` are further runs like it, by
    other seeds.
    """

    judges: list[Path]
    shipped: Path
    others: list[Path]


def validation_right(weights: Path, held_out: Samples) -> int:
    """How many of the validation images the network has right."""
    network, _ = load_weights(weights)
    return int((logits_of(network, held_out.images).argmax(1) == held_out.labels).sum())


def of_folds(runs: Path, name: str) -> Selection:
    """The runs of a network that learns from people's drawings, of which there is one seed."""
    seed = RECIPES[name].seed
    possible = [runs / fold_name(name, fold, seed) / "weights.pt" for fold in range(FOLDS)]
    judges = [weights for weights in possible if weights.is_file()]
    own, whole = (runs / run_name(name, is_whole, seed) / "weights.pt" for is_whole in (False, True))
    shipped = whole if whole.is_file() else own
    for there, weights, option in ((judges, possible[0], " --folds"), (shipped.is_file(), own, "")):
        if not there:
            raise SystemExit(f"{weights} is not there: python3 -m models.train {name}{option}")
    return Selection(judges, shipped, [])


def select(runs: Path, name: str) -> Selection:
    """The seed with the most validation images right, the smallest if several are equal."""
    if RECIPES[name].drawings:
        return of_folds(runs, name)
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
        return Selection([chosen], chosen, [])
    return Selection([chosen], shipped, list(whole.values()))
