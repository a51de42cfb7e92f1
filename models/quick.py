"""The whole path in seconds: a few steps of training, export, parity check, evaluation. Touches no committed file."""
import time
from pathlib import Path

from models.evaluate import evaluate
from models.export import export
from models.recipes import RECIPES
from models.train import Run, train


def quick_run(name: str, runs: Path) -> Path:
    """Leaves everything in <runs>/quick/<name>/ and returns that folder."""
    began = time.monotonic()
    folder = runs / "quick" / name
    [weights] = train([Run(name, RECIPES[name].quick(), folder, folder / "log.tsv", restart=True)])
    export(weights, folder, parity_images=2000)
    evaluate(weights, weights, folder, with_report=False)
    print(f"quick run of {name}: {time.monotonic() - began:.1f} s in {folder}")
    return folder
