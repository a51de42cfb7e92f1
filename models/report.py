"""The measurements behind the model card, printed as text."""
import math

import torch
from torch import Tensor

from models import calibration
from models.calibration import Verdicts
from models.data import CLASSES
from models.networks import Network
from models.train import logits_of

WORST_PAIRS = 8
STRANGE_IMAGES = 1000
OTHER_RULES = ((0.6, 0.15), (0.5, 0.15), (0.5, 0.2), (0.5, 0.3))  # (unsure_probability, unsure_margin)


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


def strange_images(images: Tensor) -> dict[str, Tensor]:
    """Images that are no garments as the dataset shows them, made from `images` or of noise; uint8 [N,28,28]."""
    count = len(images)
    random = torch.Generator().manual_seed(1)
    order = torch.randperm(784, generator=random)
    coarse = torch.randint(0, 256, (count, 7, 7), generator=random, dtype=torch.uint8)
    return {
        "negatives of test images": 255 - images,
        "test images with shuffled pixels": images.reshape(-1, 784)[:, order].reshape(-1, 28, 28),
        "test images upside down": images.flip(1),
        "outlines of test images": outlines(images),
        "noise, pixel by pixel": torch.randint(0, 256, (count, 28, 28), generator=random, dtype=torch.uint8),
        "noise in squares of 4 px": coarse.repeat_interleave(4, dim=1).repeat_interleave(4, dim=2),
    }


def outlines(images: Tensor) -> Tensor:
    """White one-pixel outlines of the cloth (pixels above 8) on background; uint8 [N,28,28] to the same."""
    cloth = (images > 8).float().unsqueeze(1)
    inner = 1 - torch.nn.functional.max_pool2d(1 - torch.nn.functional.pad(cloth, (1, 1, 1, 1)), 3, stride=1)
    return ((cloth - inner).squeeze(1) * 255).to(torch.uint8)


def print_report(
    network: Network, temperature: float, verdicts: Verdicts,
    validation: tuple[Tensor, Tensor], test: tuple[Tensor, Tensor], test_images: Tensor,
) -> None:
    """`validation` and `test` are logits [N,10] with labels [N]; `test_images` uint8 [10000,28,28]."""
    print(f"temperature {temperature}, {verdicts}")
    for title, (logits, labels) in (("validation", validation), ("test", test)):
        print(accuracy_line(title, logits, labels))
        for name, divisor in (("before", 1.0), ("after", temperature)):
            error = calibration.expected_calibration_error(logits, labels, divisor)
            loss = calibration.log_loss(logits, labels, divisor)
            print(f"{title} {name}: calibration error {error:.4f}, log loss {loss:.4f}")
        print(verdict_line(title, logits, labels, temperature, verdicts))
    for probability, margin in OTHER_RULES:
        other = verdicts._replace(unsure_probability=probability, unsure_margin=margin)
        print(verdict_line(f"validation if p {probability}, margin {margin}", *validation, temperature, other))
    print("\n".join(class_lines(*test) + confusion_lines(*test)))
    labels = test[1][:STRANGE_IMAGES]
    for title, images in strange_images(test_images[:STRANGE_IMAGES]).items():
        logits = logits_of(network, images)
        answers = logits.argmax(1)
        favourite = answers.mode().values.item()
        unfamiliar = calibration.is_unfamiliar(logits, temperature, verdicts).double()
        unsure = calibration.is_unsure(logits, temperature, verdicts).double() * (1 - unfamiliar)
        print(f"{title}: unfamiliar {unfamiliar.mean().item():.1%}, unsure {unsure.mean().item():.1%}, called by the "
              f"original's label {(answers == labels).double().mean().item():.1%}, most often {CLASSES[favourite]} "
              f"({(answers == favourite).double().mean().item():.1%})")
