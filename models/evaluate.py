"""Measures a finished network and writes its entry in models.json: `python3 -m models.evaluate small`.

Temperature and thresholds come from the run on 55,000 images and the 5,000 that it has not seen; what is measured, and
shipped, is the run by the same recipe and seed on all 60,000 where there is one. Only then is the test set opened, once.
A network that learns from people's drawings is judged by them: each fold by the run that has not learned from it, which
also answers for a part of the 5,000.
What the network says in PyTorch about a few test images goes to recorded/<name>.json, so that every engine can be
compared with it.
"""
import argparse
import json
from pathlib import Path
from typing import NamedTuple

import onnx
import torch
from torch import Tensor

from models import calibration, lessons, people, people_measured, report
from models.calibration import Verdicts
from models.data import SPLIT_NAME, Samples, load_test, load_training, stratified_split
from models.devices import to_pixels
from models.drawn import pixels_of
from models.export import count_parameters, folded, sha256_of
from models.networks import NETWORKS, SHIPPED, Network, count_macs
from models.outliers import strange_images
from models.recipes import Recipe
from models.selection import select
from models.trainer import logits_of
from models.weights import MODELS, RUNS, load_weights

RECORDED_SAMPLES = 20
SIGNIFICANT_DIGITS = 9  # enough to restore a float32 exactly
MARGINS = [0.05 * step for step in range(1, 9)]
UNSURE_PROBABILITY = 0.5  # below it, the other nine classes together are more likely than the answer
UNSURE_RIGHT_AT_MOST = 0.55  # of the validation images called unsure: hardly better than the toss of a coin
FAMILIAR_SHARE = 0.99  # of the validation images
FAMILIAR_SHARE_REDRAWN = 0.97  # of them as a network that learns to read drawings sees them; some are hardly garments
STRANGE_IMAGES = 1000
KNOWN_IMAGES = 20_000  # whose features are neighbours
VERDICT_NOTE = (
    "p = softmax(logits / temperature), p1 and p2 its largest values; energy = -temperature * "
    "ln(sum(exp(logits / temperature))). 'unfamiliar' if energy > unfamiliar_energy; else 'unsure' if "
    "p1 < unsure_probability or p1 - p2 < unsure_margin; else 'answer'. 'blank' is decided before the network runs."
)


def unfamiliar_energy(network: Network, recipe: Recipe, validation: Samples, temperature: float) -> float:
    """The energy that few of the validation images exceed, as the recipe redraws them if it does."""
    shown = lessons.seen(validation, 0, recipe) if recipe.sketches else validation.images
    share = FAMILIAR_SHARE_REDRAWN if recipe.sketches else FAMILIAR_SHARE
    return round(torch.quantile(calibration.energy(logits_of(network, shown), temperature), share).item(), 4)


def choose_verdicts(logits: Tensor, labels: Tensor, temperature: float, unfamiliar: float) -> Verdicts:
    """Thresholds from validation logits [N,10]: the widest margin whose unsure images were mostly guesses."""
    right = logits.argmax(1) == labels
    chosen = Verdicts(UNSURE_PROBABILITY, MARGINS[0], unfamiliar)
    for margin in MARGINS:
        candidate = Verdicts(UNSURE_PROBABILITY, round(margin, 2), unfamiliar)
        unsure = calibration.is_unsure(logits, temperature, candidate)
        if unsure.any() and right[unsure].double().mean() <= UNSURE_RIGHT_AT_MOST:
            chosen = candidate
    return chosen


def count_right(logits: Tensor, labels: Tensor) -> int:
    """How many of the largest logits [N,10] are at the label [N]."""
    return int((logits.argmax(1) == labels).sum())


def calibration_numbers(logits: Tensor, labels: Tensor, temperature: float) -> dict[str, float]:
    """Calibration error and log loss before and after the temperature."""
    return {
        "ece_before": round(calibration.expected_calibration_error(logits, labels), 5),
        "ece_after": round(calibration.expected_calibration_error(logits, labels, temperature), 5),
        "log_loss_before": round(calibration.log_loss(logits, labels), 5),
        "log_loss_after": round(calibration.log_loss(logits, labels, temperature), 5),
    }


Judges = dict[int, Network]  # by fold of the drawings that each has not learned from


def judged(judges: Judges, images: Tensor, fold: Tensor) -> Tensor:
    """Logits [N,10] for images uint8 [N,28,28], each by the judge of its fold int64 [N]."""
    logits = torch.zeros(len(images), 10)
    for number, judge in judges.items():
        chosen = (fold == number).nonzero()[:, 0]
        logits[chosen] = logits_of(judge, images[chosen])
    return logits


def peoples_drawings(judges: Judges) -> people_measured.Answered:
    """What the judges answer to people's drawings of their folds, as they were drawn."""
    drawings = people.load(people.files()[0])
    fold = people.folds(drawings)
    logits = judged(judges, pixels_of([drawing.strokes for drawing in drawings]), fold)
    has_judge = torch.tensor([number in judges for number in fold.tolist()])
    return people_measured.accepted(drawings, logits).of(has_judge)


class Measured(NamedTuple):
    """A network's logits [N,10] for images with labels [N]."""

    logits: Tensor
    labels: Tensor


@torch.no_grad()
def features_of(network: Network, images: Tensor, batch: int = 50) -> Tensor:
    """Features of images uint8 [N,28,28], each of length 1; float32 [N,F]."""
    network.eval()
    features = torch.cat([network(to_pixels(part)).features for part in images.split(batch)])
    return torch.nn.functional.normalize(features, dim=1)


def separation(familiar: Tensor, strange: Tensor) -> dict[str, float]:
    """How well a score, higher for strange images, tells them [M] from familiar ones [N]."""
    return {
        "auroc": round(calibration.auroc(familiar, strange), 4),
        "fpr95": round(calibration.false_positive_rate(familiar, strange), 4),
    }


def strange_numbers(
    network: Network, temperature: float, verdicts: Verdicts, test: Samples, logits: Tensor, known: Tensor
) -> dict:
    """For each kind of strange image: shares of verdicts, and how well two scores tell it from test images.

    The scores are the energy, and the distance to the nearest of `known`, features [K,F] of training images.
    """
    familiar = calibration.energy(logits, temperature)
    near = torch.cdist(features_of(network, test.images[:STRANGE_IMAGES]), known).amin(1)
    numbers = {}
    for kind, images in strange_images(test.images[:STRANGE_IMAGES]).items():
        answers = logits_of(network, images)
        far = torch.cdist(features_of(network, images), known).amin(1)
        unfamiliar = calibration.is_unfamiliar(answers, temperature, verdicts)
        unsure = calibration.is_unsure(answers, temperature, verdicts) & ~unfamiliar
        numbers[kind] = {
            "count": len(images),
            "unfamiliar": round(unfamiliar.double().mean().item(), 4),
            "unsure": round(unsure.double().mean().item(), 4),
            "energy": separation(familiar, calibration.energy(answers, temperature)),
            "neighbour": separation(near, far),
        }
    return numbers


def model_entry(
    network: Network, identity: dict, file: Path, temperature: float, verdicts: Verdicts,
    validation: Measured, test: Measured, seeds: list[int],
) -> dict:
    """One entry of models.json. `seeds`: of the runs on 60,000 images, how many test images each has right."""
    recipe = Recipe(**identity["recipe"])
    graph = onnx.load(str(file)).graph
    shapes = network(torch.zeros(1, 1, 28, 28))
    shares = torch.tensor(seeds, dtype=torch.float64) / len(test.labels)
    return {
        "id": identity["name"],
        "title": NETWORKS[identity["name"]].title,
        "reads_drawings": recipe.sketches > 0,
        "file": file.name,
        "sha256": sha256_of(file),
        "bytes": file.stat().st_size,
        "parameters": count_parameters(graph),
        "macs": count_macs(network),
        "recipe": recipe.sentence(),
        "training": {
            "images": 60_000 if identity["whole"] else 55_000,
            "chosen_on": SPLIT_NAME,
            "split_seed": identity["split_seed"],
            "seed": recipe.seed,
            "epochs": recipe.epochs,
        },
        "accuracy": {
            "validation": round(count_right(*validation) / len(validation.labels), 6),
            "test": round(count_right(*test) / len(test.labels), 6),
            "test_correct": count_right(*test),
            "seeds": {
                "test_correct": seeds,
                "mean": round(shares.mean().item(), 6),
                "deviation": round(shares.std().item(), 6) if len(seeds) > 1 else None,
            },
        },
        "temperature": temperature,
        "verdicts": verdicts._asdict(),
        "calibration": {
            "bins": calibration.ECE_BINS,
            "validation": calibration_numbers(*validation, temperature),
            "test": calibration_numbers(*test, temperature),
        },
        "inputs": [value.name for value in graph.input],
        "outputs": [value.name for value in graph.output],
        "feature_size": shapes.features.shape[1],
        "map_size": list(shapes.map.shape[2:]),
        "note": VERDICT_NOTE,
    }


def update_index(path: Path, entry: dict) -> None:
    """Puts the entry into models.json in place of an older one with its id, or at the end."""
    index = json.loads(path.read_text()) if path.exists() else {"version": 1, "default": entry["id"], "models": []}
    ids = [model["id"] for model in index["models"]]
    if entry["id"] in ids:
        index["models"][ids.index(entry["id"])] = entry
    else:
        index["models"].append(entry)
    path.write_text(json.dumps(index, indent=2) + "\n")


def significant(values: Tensor) -> list[float]:
    """Numbers [K] rounded to SIGNIFICANT_DIGITS."""
    return [float(f"{value:.{SIGNIFICANT_DIGITS}g}") for value in values.tolist()]


def record(network: Network, name: str, sha256: str, test: Samples, logits: Tensor) -> dict:
    """What the network in PyTorch, not its export, answers to the first test images and to an all-zero image.

    `logits` [10000,10] are its answers to the whole test set, for the table of confusions.
    """
    images = torch.cat([test.images[:RECORDED_SAMPLES], torch.zeros_like(test.images[:1])])
    # One image at a time, so that no number depends on what else was in a batch.
    single = logits_of(network, images, batch=1)
    answers = [
        {"logits": significant(row), "probabilities": significant(share)}
        for row, share in zip(single, calibration.probabilities(single))
    ]
    labels = test.labels[:RECORDED_SAMPLES].tolist()
    return {
        "version": 1,
        "model": name,
        "sha256": sha256,
        "note": "by the network in PyTorch, float32, with the weights that the file holds; probabilities are "
        "softmax(logits) in float64 without temperature; test_confusion is [label][prediction] over the test set",
        "samples": [{"index": index, "label": label, **answers[index]} for index, label in enumerate(labels)],
        "blank": answers[-1],
        "test_confusion": calibration.confusion(logits, test.labels).tolist(),
    }


def write_record(path: Path, content: dict) -> None:
    """JSON with one sample or one row of numbers on a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = []
    for key, value in content.items():
        text = json.dumps(value)
        if key in ("samples", "test_confusion"):
            text = "[\n" + ",\n".join("    " + json.dumps(item) for item in value) + "\n  ]"
        fields.append(f"  {json.dumps(key)}: {text}")
    path.write_text("{\n" + ",\n".join(fields) + "\n}\n")


def evaluate(chosen: list[Path], shipped: Path, folder: Path, more_seeds: list[Path] | None = None,
             with_report: bool = True) -> dict:
    """Measures the weights `shipped`, whose export is in `folder`; writes models.json and recorded/ there.

    `chosen`: weights of the run that left the validation images out, or of those that left a fold of the drawings out,
    too; everything that is chosen is chosen by them, before the test set is opened. `more_seeds`: weights of further
    runs like `shipped`. Returns the entry.
    """
    trained, identity = load_weights(shipped)
    network, name = folded(trained), identity["name"]  # what the file holds
    training = load_training()
    held_out = training.take(stratified_split(training.labels).validation)
    loaded = [load_weights(weights) for weights in chosen]
    judges = {judge["recipe"].get("fold") or 0: folded(network) for network, judge in loaded}
    parts = torch.tensor(list(judges)).repeat(len(held_out.labels))[: len(held_out.labels)]
    validation = Measured(judged(judges, held_out.images, parts), held_out.labels)
    drawings = peoples_drawings(judges) if loaded[0][1]["recipe"].get("fold") is not None else None
    judging = validation
    if drawings is not None:
        garments = people_measured.garments(drawings)
        judging = Measured(garments.logits, garments.labels)
    temperature = round(calibration.fit_temperature(*judging), 4)
    if drawings is not None:
        unfamiliar = people_measured.unfamiliar_energy(drawings, temperature)
    else:
        unfamiliar = unfamiliar_energy(judges[0], Recipe(**identity["recipe"]), held_out, temperature)
    verdicts = choose_verdicts(*judging, temperature, unfamiliar)

    samples = load_test()
    test = Measured(logits_of(network, samples.images), samples.labels)
    others = [logits_of(folded(load_weights(weights)[0]), samples.images) for weights in more_seeds or []]
    seeds = [count_right(*test), *(count_right(logits, samples.labels) for logits in others)]
    file = folder / f"{name}.onnx"
    entry = model_entry(network, identity, file, temperature, verdicts, validation, test, seeds)
    if drawings is not None:
        entry["people"] = people_measured.numbers(drawings, temperature, verdicts)
        print("\n".join([f"{name}, people's drawings, by folds:", *people_measured.lines(entry["people"])]))
    if with_report:
        known = features_of(network, training.images[:KNOWN_IMAGES])
        entry["strange"] = strange_numbers(network, temperature, verdicts, samples, test.logits, known)
    update_index(folder / "models.json", entry)
    write_record(folder / "recorded" / f"{name}.json", record(network, name, entry["sha256"], samples, test.logits))
    if with_report:
        report.print_report(entry, verdicts, validation, test)
    return entry


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.evaluate", description=__doc__)
    parser.add_argument("name", choices=SHIPPED)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints are")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the exported file is and the results go")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    judges, shipped, others = select(options.runs, options.name)
    evaluate(judges, shipped, options.out, others)


if __name__ == "__main__":
    main()
