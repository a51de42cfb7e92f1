"""How many drawings each model reads: `python3 -m models.measure_drawings [MODEL...]`, all of models.json if none.

Three sets: ours, of which `tune` may be used to choose by and `held_out` is only ever measured; people's, where they
are; and doodles of ours that are no garments. The exported graphs are run by graph_runner.py.
"""
import argparse
import json
from pathlib import Path

import torch
from torch import Tensor

from models import calibration, doodles, people, people_measured
from models.calibration import Verdicts
from models.data import CLASSES
from models.drawing_set import Drawings, load_drawings
from models.drawings.garment import SPLITS
from models.drawings.ways import WAYS
from models.drawn import pixels_of
from models.graph_runner import GraphRunner

MODELS = Path(__file__).resolve().parent


def logits_of(entry: dict, images: Tensor) -> Tensor:
    """What the model of models.json says to images uint8 [N,28,28]: logits [N,10]."""
    return GraphRunner(MODELS / entry["file"])(images.float().unsqueeze(1))["logits"]


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


def print_people(entry: dict, file: Path) -> None:
    """The shares by which drawing is judged, on people's drawings; of a network that learned from some, by folds, too."""
    drawings = people.load(file)
    answered = people_measured.accepted(drawings, logits_of(entry, pixels_of([d.strokes for d in drawings])))
    counted = people_measured.numbers(answered, entry["temperature"], Verdicts(**entry["verdicts"]))
    learned = "people" in entry
    if learned:
        print("\n".join([f"\n{entry['id']}, people's drawings, by folds:", *people_measured.lines(entry["people"])]))
    note = " (if it has learned from them, this says nothing)" if learned else ""
    print("\n".join([f"\n{entry['id']}, {file.name}{note}:", *people_measured.lines(counted)]))


def print_doodles(entry: dict, images: dict[str, Tensor]) -> None:
    """How many drawings of no garment are not answered."""
    parts, verdicts = [], Verdicts(**entry["verdicts"])
    for kind, pixels in images.items():
        logits = logits_of(entry, pixels)
        doubted = (calibration.is_unfamiliar(logits, entry["temperature"], verdicts)
                   | calibration.is_unsure(logits, entry["temperature"], verdicts))
        parts.append(f"{kind} {int(doubted.sum())} of {len(doubted)}")
    print(f"\n{entry['id']}, doodles of no garment, not answered: {', '.join(parts)}")


def main() -> None:
    index = {entry["id"]: entry for entry in json.loads((MODELS / "models.json").read_text())["models"]}
    parser = argparse.ArgumentParser(prog="models.measure_drawings", description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"of models.json: {', '.join(index)}")
    parser.add_argument("--split", choices=SPLITS, help="only this one of ours")
    parser.add_argument("--people", type=Path, nargs="*", help="files of people's drawings, instead of those found")
    options = parser.parse_args()
    unknown = [model for model in options.models if model not in index]
    if unknown:
        parser.error(f"models.json has no model '{unknown[0]}', only {', '.join(index)}")
    files = options.people if options.people is not None else people.files()[:1]
    try:
        sets = {split: load_drawings(split) for split in SPLITS if options.split in (None, split)}
        strange = {kind: pixels_of(scripts) for kind, scripts in doodles.scripts().items()}
    except FileNotFoundError as missing:
        parser.exit(1, f"{missing}\n")
    for model in options.models or index:
        for split, drawings in sets.items():
            print_table(model, split, drawings, logits_of(index[model], drawings.images).argmax(1))
        for file in files:
            print_people(index[model], file)
        print_doodles(index[model], strange)
    if not files:
        print("\nno drawings by people: models/README.md says where they come from")


if __name__ == "__main__":
    main()
