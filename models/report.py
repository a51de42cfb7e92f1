"""The measurements behind the model card, printed as text."""
import math

import torch
from torch import Tensor

from models import calibration
from models.calibration import Verdicts
from models.data import CLASSES

WORST_PAIRS = 8


def accuracy_line(title: str, logits: Tensor, labels: Tensor) -> str:
    """Accuracy with its standard error, both in percent."""
    right = int((logits.argmax(1) == labels).sum())
    share = right / len(labels)
    error = math.sqrt(share * (1 - share) / len(labels))
    return f"{title}: {right} of {len(labels)} = {share:.2%}, standard error {error:.2%}"


def class_lines(logits: Tensor, labels: Tensor) -> list[str]:
    """Recall and precision of every class as rows of a Markdown table."""
    counts = calibration.confusion(logits, labels)
    lines = ["| class | found (recall) | right when said (precision) |", "|---|---|---|"]
    for label, name in enumerate(CLASSES):
        both = counts[label, label].item()
        recall, precision = both / max(1, counts[label].sum().item()), both / max(1, counts[:, label].sum().item())
        lines.append(f"| {name} | {recall:.1%} | {precision:.1%} |")
    return lines


def confusion_lines(logits: Tensor, labels: Tensor) -> list[str]:
    """The most frequent mistakes, both directions of a pair apart."""
    counts = calibration.confusion(logits, labels).fill_diagonal_(0)
    order = counts.flatten().argsort(descending=True)[:WORST_PAIRS].tolist()
    return [f"{counts[i // 10, i % 10]:4d}  {CLASSES[i // 10]} called {CLASSES[i % 10]}" for i in order]


def verdict_line(title: str, logits: Tensor, labels: Tensor, temperature: float, verdicts: Verdicts) -> str:
    """Shares of the verdicts, and accuracy within them."""
    right = (logits.argmax(1) == labels).double()
    unfamiliar = calibration.is_unfamiliar(logits, temperature, verdicts)
    unsure = calibration.is_unsure(logits, temperature, verdicts) & ~unfamiliar
    answered = ~unfamiliar & ~unsure
    parts = []
    for name, group in (("answer", answered), ("unsure", unsure), ("unfamiliar", unfamiliar)):
        accuracy = f"{right[group].mean().item():.1%} right" if group.any() else "none"
        parts.append(f"{name} {group.double().mean().item():.2%} ({accuracy})")
    return f"{title}: " + ", ".join(parts)


def strange_lines(strange: dict[str, dict]) -> list[str]:
    """Rows of a Markdown table: what became of images that are no garments."""
    lines = ["| kind | unfamiliar | unsure | energy: AUROC | FPR95 | neighbour: AUROC | FPR95 |",
             "|---|---|---|---|---|---|---|"]
    for kind, numbers in strange.items():
        cells = [kind, f"{numbers['unfamiliar']:.1%}", f"{numbers['unsure']:.1%}"]
        for score in ("energy", "neighbour"):
            cells += [f"{numbers[score]['auroc']:.3f}", f"{numbers[score]['fpr95']:.1%}"]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def print_report(entry: dict, verdicts: Verdicts, validation: tuple[Tensor, Tensor], test: tuple[Tensor, Tensor]) -> None:
    """`entry` of models.json; `validation` and `test` are logits [N,10] with labels [N]."""
    temperature = entry["temperature"]
    print(f"{entry['id']}: temperature {temperature}, {verdicts}, seeds {entry['accuracy']['seeds']}")
    for title, (logits, labels) in (("validation", validation), ("test", test)):
        print(accuracy_line(title, logits, labels))
        for name, divisor in (("before", 1.0), ("after", temperature)):
            error = calibration.expected_calibration_error(logits, labels, divisor)
            loss = calibration.log_loss(logits, labels, divisor)
            print(f"{title} {name}: calibration error {error:.4f}, log loss {loss:.4f}")
        print(verdict_line(title, logits, labels, temperature, verdicts))
    print("\n".join(class_lines(*test) + confusion_lines(*test) + strange_lines(entry["strange"])))
