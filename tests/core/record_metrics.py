"""Records what scikit-learn and SciPy compute, for the tests of src/core: `/usr/bin/python3 tests/core/record_metrics.py`,
from the repository.

tests/core/recorded/metrics.txt has labels and probabilities of 150 made-up answers, their measures, and McNemar's p for
some counts. A line is a name, how many numbers follow, and the numbers.
"""
from pathlib import Path

import numpy as np
from scipy import stats
from sklearn import metrics
from sklearn.calibration import calibration_curve

RECORDED = Path(__file__).resolve().parent / "recorded"
CLASSES = range(10)
BINS = 15


def answers(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Labels, and probabilities that favour them."""
    labels = random.integers(0, 10, 150)
    logits = random.normal(size=(150, 10))
    logits[np.arange(150), labels] += 2.2
    probabilities = np.exp(logits)
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    # As they are written down and read back.
    return labels, probabilities.astype(np.float32).astype(np.float64)


def calibration_error(right: np.ndarray, confidence: np.ndarray) -> float:
    """Guo et al. 2017, from scikit-learn's reliability diagram."""
    accuracy, mean_confidence = calibration_curve(right, confidence, n_bins=BINS)
    inner_edges = np.linspace(0, 1, BINS + 1)[1:-1]
    counts = np.bincount(np.searchsorted(inner_edges, confidence), minlength=BINS)
    return float(np.average(np.abs(accuracy - mean_confidence), weights=counts[counts > 0]))


def risks(right: np.ndarray, confidence: np.ndarray, steps: int) -> list[float]:
    """Share of errors among the most confident step / steps."""
    ordered = 1 - right[np.argsort(-confidence, kind="stable")]
    return [float(ordered[: -(-len(right) * step // steps)].mean()) for step in range(1, steps + 1)]


def mcnemar(first: int, second: int) -> float:
    """Exact below 25, else chi-square with continuity correction."""
    total = first + second
    if total < 25:
        return stats.binomtest(first, total).pvalue
    return float(stats.chi2.sf(max(abs(first - second) - 1, 0) ** 2 / total, 1))


def main() -> None:
    labels, probabilities = answers(np.random.default_rng(20170825))
    guesses = probabilities.argmax(axis=1)
    right = (guesses == labels).astype(int)
    confidence = probabilities.max(axis=1)
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(labels, guesses, labels=CLASSES)
    pairs = [(3, 9), (1, 0), (12, 12), (0, 24), (10, 15), (30, 30), (97, 61), (412, 250)]
    recorded = {
        "labels": labels,
        "probabilities": probabilities,
        "accuracy": metrics.accuracy_score(labels, guesses),
        "top2": metrics.top_k_accuracy_score(labels, probabilities, k=2),
        "log_loss": metrics.log_loss(labels, probabilities, labels=CLASSES),
        "macro_f1": metrics.f1_score(labels, guesses, average="macro"),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "confusion": metrics.confusion_matrix(labels, guesses, labels=CLASSES),
        "calibration_error": calibration_error(right, confidence),
        "risks": risks(right, confidence, 20),
        "mcnemar_counts": pairs,
        "mcnemar_p": [mcnemar(*pair) for pair in pairs],
    }
    lines = []
    for name, values in recorded.items():
        numbers = [f"{value:.9g}" for value in np.asarray(values, dtype=np.float64).flatten()]
        lines.append(" ".join([name, str(len(numbers)), *numbers]))
    (RECORDED / "metrics.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
