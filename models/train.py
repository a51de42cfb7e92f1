"""Trains networks: `python3 -m models.train small`. The same command continues a run that was interrupted.

That run learns from 55,000 images and is measured on the other 5,000: whatever is chosen is chosen by it. With --whole
the same schedule is run on all 60,000. Checkpoints and finished weights go to models/runs/<run>/, the log of a full run
to models/logs/<run>.tsv, where <run> is like small-55000-1: the network, the images, the seed. `--device cuda` trains
on a GPU; several names and several seeds are trained at the same time.
"""
import argparse
import dataclasses
import functools
import math
import time
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Generator

from models import distillation
from models.data import SPLIT_SEED, Samples, load_training, stratified_split
from models.drawn import Drawn, drawn
from models.graph_runner import GraphRunner
from models.lessons import Lesson, Taught
from models.networks import NETWORKS
from models.people import FOLDS
from models.recipes import RECIPES, Recipe
from models.trainer import Row, Trainer
from models.weights import MODELS, RUNS, fold_name, load_weights, run_name, save_atomically

CPU = torch.device("cpu")
CHECKPOINT_SECONDS = 60  # not oftener


def write_log(path: Path, rows: list[Row]) -> None:
    """The epochs as tab-separated text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(Row._fields)]
    for row in rows:
        lines.append(f"{row.epoch}\t{row.rate:.5f}\t{row.train_loss:.4f}\t{row.validation_loss:.4f}\t"
                     f"{row.validation_accuracy:.4f}\t{row.seconds:.1f}")
    path.write_text("\n".join(lines) + "\n")


def training_samples(recipe: Recipe, whole: bool) -> tuple[Samples, Samples]:
    """The images to learn from and those to measure on, which are among the former if `whole`."""
    training = load_training()
    split = stratified_split(training.labels)
    samples = training if whole else training.take(split.train)
    if recipe.train_limit is not None:
        chosen = torch.randperm(len(samples.labels), generator=Generator().manual_seed(recipe.seed))
        samples = samples.take(chosen[: recipe.train_limit])
    return samples, training.take(split.validation[:: 1 if recipe.train_limit is None else 10])


def on(device: torch.device, tensors: NamedTuple) -> NamedTuple:
    """The same with every tensor on `device`."""
    return type(tensors)(*(values.to(device) for values in tensors))


@functools.lru_cache(maxsize=4)
def taught(
    teachers: tuple[Path, ...], redrawn: Path | None, views: Recipe, whole: bool, device: torch.device
) -> Taught:
    """The views that `views` makes of all images, and what the networks in these files say to them.

    The one in `redrawn`, if any, is asked about pseudo-sketches. Kept, for students that learn at the same time.
    """
    samples = on(device, training_samples(views, whole)[0])
    photographs = [as_teacher(file, device) for file in teachers]
    sketches = photographs if redrawn is None else [as_teacher(redrawn, device)]
    return distillation.taught(distillation.Teachers(photographs, sketches), samples, views)


@functools.lru_cache(maxsize=1)
def drawn_once(runs: Path) -> Drawn:
    """The drawings to learn from; kept, for runs of several folds."""
    return drawn(runs)


def as_teacher(file: Path, device: torch.device) -> distillation.Teacher:
    """What gives the logits of the network in `file`: weights that a run has left, or an exported graph."""
    if file.suffix == ".onnx":
        return GraphRunner(file, device).logits
    network = load_weights(file)[0].to(device, memory_format=torch.channels_last)
    return lambda pixels: network(pixels).logits


class Run:
    """A trainer with its files."""

    def __init__(
        self, name: str, recipe: Recipe, folder: Path, log: Path, *, whole: bool = False, restart: bool = False,
        runs: Path = RUNS, device: torch.device = CPU,
    ) -> None:
        """`whole`: on all 60,000 images; the validation columns of the log then are of images that were trained on.

        `runs`: where the runs of teachers are. They have learned from the 55,000, whatever the student learns from.
        """
        samples, validation = (on(device, part) for part in training_samples(recipe, whole))
        lesson = Lesson(samples)
        start = MODELS / f"{recipe.start}.onnx" if recipe.start else None
        if recipe.teacher is not None:
            teachers = tuple(runs / run_name(recipe.teacher, False, seed) / "weights.pt"
                             for seed in recipe.teacher_seeds) or (MODELS / f"{recipe.teacher}.onnx",)
            shown = {name: getattr(recipe, name) for name in ("shift", "sketches", "marks", "views")}
            views = Recipe(epochs=0, **shown)  # the same for all students that are shown the same
            redrawn = MODELS / f"{recipe.redrawn_teacher}.onnx" if recipe.redrawn_teacher else None
            lesson = Lesson(samples, taught(teachers, redrawn, views, whole, device))
        if recipe.drawings:
            pools = (pool.without(recipe.fold) for pool in drawn_once(runs))
            lesson = lesson._replace(drawn=Drawn(*(on(device, pool) for pool in pools)))
        self.folder, self.log = folder, log
        self.saved_at = -math.inf
        self.identity = {"name": name, "recipe": dataclasses.asdict(recipe), "split_seed": SPLIT_SEED, "whole": whole}
        self.trainer = Trainer(name, recipe, lesson, validation, device)
        if start is not None:
            self.trainer.start_from(start)
        if recipe.goes_on is not None:
            before = (run_name(recipe.goes_on, whole, recipe.seed) if recipe.fold is None
                      else fold_name(recipe.goes_on, recipe.fold, recipe.seed))
            self.trainer.go_on_from(load_weights(runs / before / "weights.pt")[0])
        checkpoint = folder / "checkpoint.pt"
        if checkpoint.exists() and not restart:
            saved = torch.load(checkpoint, map_location=device)
            if saved["identity"] != self.identity:
                raise SystemExit(f"{checkpoint} belongs to another recipe: use --restart to begin anew")
            self.trainer.load_state_dict(saved)
            print(f"{folder.name}: continuing after epoch {len(self.trainer.rows)} of {recipe.epochs}", flush=True)

    def is_finished(self) -> bool:
        return len(self.trainer.rows) >= self.trainer.recipe.epochs

    def end_epoch(self) -> None:
        row = self.trainer.end_epoch()
        if time.monotonic() - self.saved_at > CHECKPOINT_SECONDS:
            save_atomically({"identity": self.identity, **self.trainer.state_dict()}, self.folder / "checkpoint.pt")
            self.saved_at = time.monotonic()
        write_log(self.log, self.trainer.rows)
        print(f"{self.folder.name}: epoch {row.epoch:3d}  loss {row.train_loss:.4f}  "
              f"validation {row.validation_accuracy:.4f}  {row.seconds:.1f} s", flush=True)

    def finish(self) -> Path:
        """Writes the weights to ship, and returns their file."""
        weights = self.folder / "weights.pt"
        state = {name: value.contiguous().cpu() for name, value in self.trainer.shipped().items()}
        seconds = sum(row.seconds for row in self.trainer.rows)
        save_atomically({"identity": self.identity, "weights": state, "seconds": seconds}, weights)
        print(f"wrote {weights}", flush=True)
        return weights


def train(runs: list[Run]) -> list[Path]:
    """Trains all at the same time, and returns the files of the finished weights."""
    while active := [run for run in runs if not run.is_finished()]:
        for run in active:
            run.trainer.begin_epoch()
        for _ in range(max(run.trainer.steps for run in active)):
            for run in active:
                run.trainer.step()
        for run in active:
            run.end_epoch()
    return [run.finish() for run in runs]


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.train", description=__doc__)
    parser.add_argument("names", nargs="+", choices=NETWORKS)
    parser.add_argument("--whole", action="store_true", help="on all 60,000 images, validation included")
    parser.add_argument("--folds", action="store_true", help="a run for each fold of the drawings by people, without it")
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--epochs", type=int, help="instead of the recipe's")
    parser.add_argument("--device", type=torch.device, default=CPU, help="cpu or cuda")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints go")
    parser.add_argument("--restart", action="store_true", help="forget a checkpoint")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    runs = []
    for name in options.names:
        for seed in options.seed:
            recipe = dataclasses.replace(RECIPES[name], seed=seed)
            if options.epochs:
                recipe = dataclasses.replace(recipe, epochs=options.epochs)
            for fold in range(FOLDS) if options.folds else (None,):
                run = run_name(name, options.whole, seed) if fold is None else fold_name(name, fold, seed)
                folder = options.runs / run
                own_run = options.epochs or options.runs != RUNS
                log = folder / "log.tsv" if own_run else MODELS / "logs" / f"{run}.tsv"
                runs.append(Run(name, dataclasses.replace(recipe, fold=fold), folder, log, whole=options.whole,
                                restart=options.restart, runs=options.runs, device=options.device))
    train(runs)


if __name__ == "__main__":
    main()
