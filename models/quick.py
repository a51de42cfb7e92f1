"""The whole path in seconds: `python3 -m models.quick small`. Touches no committed file.

Two epochs of training on 2,000 images, export, parity check, evaluation.
"""
import argparse
import time
from pathlib import Path

import torch

from models.evaluate import evaluate
from models.export import export
from models.networks import NETWORKS
from models.recipes import RECIPES
from models.train import Run, train
from models.weights import RUNS


def quick_run(name: str, runs: Path) -> Path:
    """Leaves everything in <runs>/quick/<name>/ and returns that folder."""
    began = time.monotonic()
    folder = runs / "quick" / name
    [weights] = train([Run(name, RECIPES[name].quick(), folder, folder / "log.tsv", restart=True)])
    export(weights, folder, parity_images=2000)
    evaluate([weights], weights, folder, with_report=False)
    print(f"quick run of {name}: {time.monotonic() - began:.1f} s in {folder}")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.quick", description=__doc__)
    parser.add_argument("names", nargs="+", choices=NETWORKS)
    parser.add_argument("--runs", type=Path, default=RUNS, help="in whose folder quick/ it all goes")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    for name in options.names:
        quick_run(name, options.runs)


if __name__ == "__main__":
    main()
