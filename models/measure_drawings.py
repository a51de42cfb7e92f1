"""How many drawings each model reads: `python3 -m models.measure_drawings [MODEL...]`, all of models.json if none.

The exported graphs are run by graph_runner.py. `tune` may be used to choose by; `held_out` is only ever measured.
"""
import argparse
import json
from pathlib import Path

import torch
from torch import Tensor

from models.data import CLASSES
from models.drawing_set import Drawings, load_drawings
from models.drawings.garment import SPLITS
from models.drawings.ways import WAYS
from models.graph_runner import GraphRunner

MODELS = Path(__file__).resolve().parent


def answers(model_file: Path, drawings: Drawings) -> Tensor:
    """The class that the model names for each drawing, int64 [N]."""
    return GraphRunner(model_file)(drawings.images.float().unsqueeze(1))["logits"].argmax(1)


def share(right: Tensor, chosen: Tensor) -> str:
    """'13 of 20' where `chosen`, both bool [N]."""
    return f"{int(right[chosen].sum())} of {int(chosen.sum())}"


def print_table(model: str, split: str, drawings: Drawings, answered: Tensor) -> None:
    """Accuracy in all, by style and by class, and what the drawings of each class were taken for."""
    right = answered == drawings.labels
    print(f"\n{model}, {split}: {int(right.sum())} of {len(right)} right, {right.float().mean().item():.1%}")
    for style in WAYS:
        print(f"  {style:12} {share(right, torch.tensor([each == style for each in drawings.styles]))}")
    for label, name in enumerate(CLASSES):
        of_class = drawings.labels == label
        wrong = answered[of_class & ~right].bincount(minlength=len(CLASSES))
        order = wrong.argsort(descending=True, stable=True).tolist()
        mistakes = ", ".join(f"{int(wrong[i])} {CLASSES[i]}" for i in order if wrong[i])
        print(f"  {name:12} {share(right, of_class)}{'  called ' + mistakes if mistakes else ''}")


def main() -> None:
    index = {entry["id"]: entry for entry in json.loads((MODELS / "models.json").read_text())["models"]}
    parser = argparse.ArgumentParser(prog="models.measure_drawings", description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"of models.json: {', '.join(index)}")
    parser.add_argument("--split", choices=SPLITS, help="only this one")
    options = parser.parse_args()
    unknown = [model for model in options.models if model not in index]
    if unknown:
        parser.error(f"models.json has no model '{unknown[0]}', only {', '.join(index)}")
    try:
        sets = {split: load_drawings(split) for split in SPLITS if options.split in (None, split)}
    except FileNotFoundError as missing:
        parser.exit(1, f"{missing}\n")
    for model in options.models or index:
        for split, drawings in sets.items():
            print_table(model, split, drawings, answers(MODELS / index[model]["file"], drawings))


if __name__ == "__main__":
    main()
