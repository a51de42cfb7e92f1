"""Measures a finished network and writes its entry in models.json: `python3 -m models.evaluate small`.

Temperature and thresholds come from the validation images; only then is the test set opened, once. What the original
network says about a few test images goes to recorded/<name>.json, so that every engine can be compared with it.
"""
import argparse
import json
from pathlib import Path

import onnx
import torch
from torch import Tensor

from models import calibration, report
from models.calibration import Verdicts
from models.data import SPLIT_NAME, Samples, load_test, load_training, stratified_split
from models.export import count_parameters, sha256_of
from models.networks import NETWORKS, Network, count_macs
from models.recipes import Recipe
from models.train import MODELS, RUNS, load_weights, logits_of

RECORDED_SAMPLES = 20
SIGNIFICANT_DIGITS = 9  # enough to restore a float32 exactly
MARGINS = [0.05 * step for step in range(1, 9)]
UNSURE_PROBABILITY = 0.5  # below it, the other nine classes together are more likely than the answer
UNSURE_RIGHT_AT_MOST = 0.5  # of the validation images called unsure: at best the toss of a coin
FAMILIAR_SHARE = 0.99
VERDICT_NOTE = (
    "p = softmax(logits / temperature), p1 and p2 its largest values; energy = -temperature * "
    "ln(sum(exp(logits / temperature))). 'unfamiliar' if energy > unfamiliar_energy; else 'unsure' if "
    "p1 < unsure_probability or p1 - p2 < unsure_margin; else 'answer'. 'blank' is decided before the network runs."
)


def choose_verdicts(logits: Tensor, labels: Tensor, temperature: float) -> Verdicts:
    """Thresholds from validation logits [N,10]: the widest margin whose unsure images were mostly guesses."""
    unfamiliar = round(torch.quantile(calibration.energy(logits, temperature), FAMILIAR_SHARE).item(), 4)
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


def model_entry(
    network: Network, identity: dict, file: Path, temperature: float, verdicts: Verdicts,
    validation: tuple[Tensor, Tensor], test: tuple[Tensor, Tensor],
) -> dict:
    """One entry of models.json; `validation` and `test` are logits [N,10] with labels [N]."""
    recipe = Recipe(**identity["recipe"])
    graph = onnx.load(str(file)).graph
    shapes = network(torch.zeros(1, 1, 28, 28))
    return {
        "id": identity["name"],
        "title": NETWORKS[identity["name"]].title,
        "file": file.name,
        "sha256": sha256_of(file),
        "bytes": file.stat().st_size,
        "parameters": count_parameters(graph),
        "macs": count_macs(network),
        "recipe": recipe.sentence(),
        "training": {
            "split": SPLIT_NAME,
            "split_seed": identity["split_seed"],
            "seed": recipe.seed,
            "epochs": recipe.epochs,
        },
        "accuracy": {
            "validation": round(count_right(*validation) / len(validation[1]), 6),
            "test": round(count_right(*test) / len(test[1]), 6),
            "test_correct": count_right(*test),
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
    """What the network itself, not its export, answers to the first test images and to an all-zero image.

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
        "note": "by the original network in PyTorch, float32, batch normalisation not folded; probabilities are "
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


def evaluate(weights: Path, folder: Path, with_report: bool = True) -> dict:
    """Measures the weights whose export is in `folder`; writes models.json and recorded/ there; returns the entry.

    Everything that is chosen is chosen before the test set is opened.
    """
    network, identity = load_weights(weights)
    name = identity["name"]
    training = load_training()
    validation = training.take(stratified_split(training.labels).validation)
    known = logits_of(network, validation.images)
    temperature = round(calibration.fit_temperature(known, validation.labels), 4)
    verdicts = choose_verdicts(known, validation.labels, temperature)

    test = load_test()
    unseen = logits_of(network, test.images)
    known_pair, unseen_pair = (known, validation.labels), (unseen, test.labels)
    entry = model_entry(network, identity, folder / f"{name}.onnx", temperature, verdicts, known_pair, unseen_pair)
    update_index(folder / "models.json", entry)
    write_record(folder / "recorded" / f"{name}.json", record(network, name, entry["sha256"], test, unseen))
    if with_report:
        report.print_report(network, temperature, verdicts, known_pair, unseen_pair, test.images)
    return entry


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.evaluate", description=__doc__)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints are")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the exported file is and the results go")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    evaluate(options.runs / options.name / "weights.pt", options.out)


if __name__ == "__main__":
    main()
