"""The files that a run of training leaves: where they are, and what is in them."""
import os
from pathlib import Path

import torch

from models.networks import NETWORKS, Network

MODELS = Path(__file__).resolve().parent
RUNS = MODELS / "runs"


def run_name(name: str, whole: bool, seed: int) -> str:
    """The folder and the log of a run: small-55000-1."""
    return f"{name}-{60_000 if whole else 55_000}-{seed}"


def fold_name(name: str, fold: int, seed: int) -> str:
    """The same of a run on the 55,000 that a fold of the drawings by people was left out of: sketch-fold0-1."""
    return f"{name}-fold{fold}-{seed}"


def save_atomically(content: dict, path: Path) -> None:
    """Writes beside the file first, so that an interrupted run never leaves half a checkpoint."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    os.replace(partial, path)


def load_weights(path: Path) -> tuple[Network, dict]:
    """The finished network in evaluation mode, and the identity of the run: name, recipe, split_seed, whole."""
    saved = torch.load(path)
    network = NETWORKS[saved["identity"]["name"]].build()
    network.load_state_dict(saved["weights"])
    return network.eval(), saved["identity"]
