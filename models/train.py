"""Trains one network: `python3 -m models.train small`. The same command continues a run that was interrupted.

That run learns from 55,000 images and is measured on the other 5,000: whatever is chosen is chosen by it. With --whole
the same schedule is run on all 60,000. Checkpoints and finished weights go to models/runs/<run>/, the log of a full run
to models/logs/<run>.tsv, where <run> is like small-55000-1: the network, the images, the seed.
"""
import argparse
import copy
import dataclasses
import math
import os
import time
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Generator, Tensor
from torch.nn import functional

from models import augmentation, distillation, outliers, sketches
from models.data import SPLIT_SEED, Samples, load_training, stratified_split
from models.muon import Muon
from models.networks import NETWORKS, Network
from models.recipes import RECIPES, Recipe

MODELS = Path(__file__).resolve().parent
RUNS = MODELS / "runs"
# Twice as fast as float32 where the processor multiplies bfloat16, and many times slower where it does not.
HAS_BFLOAT16 = Path("/proc/cpuinfo").is_file() and "avx512_bf16" in Path("/proc/cpuinfo").read_text()
LOG_COLUMNS = ("epoch", "rate", "train_loss", "validation_loss", "validation_accuracy", "seconds")


def rate_share(step: int, steps: int, recipe: Recipe) -> float:
    """The share of the peak rate at step 0..steps-1: linear to 1, then half a cosine down to 0."""
    warm = max(1, round(recipe.warm_up * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


class Optimizers:
    """Muon for the kernels of convolutions, SGD with Nesterov momentum for everything else."""

    def __init__(self, network: Network, recipe: Recipe) -> None:
        parameters = list(network.parameters())
        matrices = [p for p in parameters if p.dim() == 2]
        vectors = [p for p in parameters if p.dim() == 1]
        plain = [{"params": matrices, "weight_decay": recipe.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
        self.recipe = recipe
        self.muon = Muon([p for p in parameters if p.dim() == 4], lr=recipe.peak_rate, momentum=recipe.momentum)
        self.sgd = torch.optim.SGD(plain, lr=recipe.plain_rate, momentum=recipe.plain_momentum, nesterov=True)

    def step(self, step: int, steps: int) -> None:
        """One step with the rates of step 0..steps-1; the gradients are used up."""
        share = rate_share(step, steps, self.recipe)
        for optimizer, peak in ((self.muon, self.recipe.peak_rate), (self.sgd, self.recipe.plain_rate)):
            for group in optimizer.param_groups:
                group["lr"] = peak * share
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def state_dict(self) -> dict:
        return {"muon": self.muon.state_dict(), "sgd": self.sgd.state_dict()}

    def load_state_dict(self, state: dict) -> None:
        self.muon.load_state_dict(state["muon"])
        self.sgd.load_state_dict(state["sgd"])


@torch.no_grad()
def update_average(average: Network, network: Network, keep: float) -> None:
    """Moves the averaged weights and running statistics towards the network's by 1 - keep."""
    current = network.state_dict()
    for name, value in average.state_dict().items():
        if value.is_floating_point():
            value.lerp_(current[name], 1 - keep)


def to_pixels(images: Tensor) -> Tensor:
    """uint8 [N,28,28] to what a network takes: float32 [N,1,28,28] in 0..255."""
    return images.unsqueeze(1).float()


@torch.no_grad()
def logits_of(network: Network, images: Tensor, batch: int = 50) -> Tensor:
    """Logits float32 [N,10] of images uint8 [N,28,28]."""
    network.eval()
    return torch.cat([network(to_pixels(part)).logits for part in images.split(batch)])


def loss_and_accuracy(network: Network, samples: Samples) -> tuple[float, float]:
    """Mean cross-entropy in nats, and the share of right answers."""
    logits = logits_of(network, samples.images)
    loss = functional.cross_entropy(logits, samples.labels).item()
    return loss, (logits.argmax(1) == samples.labels).float().mean().item()


class Lesson(NamedTuple):
    """What a network learns from: the images, and a teacher's answers to views of them where the recipe has one."""

    samples: Samples
    views: distillation.Views | None = None
    answers: Tensor | None = None  # float16 [V,N,10]


def seen_in(lesson: Lesson, epoch: int, recipe: Recipe, random: Generator) -> Tensor:
    """The images as this epoch shows them, mirrored and moved; uint8 [N,28,28]."""
    images = lesson.samples.images
    if lesson.views is not None:
        return lesson.views.take(images, epoch % distillation.VIEWS)
    flips = augmentation.alternating_flips(len(images), epoch, recipe.seed)
    return augmentation.shift_and_flip(images, flips, recipe.shift, random)


def train_epoch(
    network: Network, average: Network, optimizers: Optimizers, lesson: Lesson, epoch: int, recipe: Recipe
) -> float:
    """One pass over the images; returns the mean loss. All chance comes from (seed, epoch), so resuming is exact."""
    random = Generator().manual_seed(recipe.seed * 100_003 + epoch)
    samples = lesson.samples
    shown = seen_in(lesson, epoch, recipe, random)
    batches = torch.randperm(len(samples.labels), generator=random).split(recipe.batch)
    network.train()
    total = 0.0
    for number, chosen in enumerate(batches):
        count = len(chosen)
        images = shown[chosen]
        redrawn = round(recipe.sketches * count)
        if redrawn:
            images = torch.cat([sketches.pseudo_sketches(images[:redrawn], random), images[redrawn:]])
        pixels = augmentation.cutout(to_pixels(images), recipe.cutout_size, recipe.cutout_probability, random)
        if recipe.outliers:
            strange = outliers.training_outliers(shown[chosen[: recipe.outliers]], random)
            pixels = torch.cat([pixels, to_pixels(strange)])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HAS_BFLOAT16):
            logits = network(pixels.contiguous(memory_format=torch.channels_last)).logits.float()
        if lesson.answers is None:
            loss = functional.cross_entropy(logits[:count], samples.labels[chosen])
        else:
            answers = lesson.answers[epoch % distillation.VIEWS, chosen]
            loss = distillation.loss(logits[:count], samples.labels[chosen], answers)
        total += loss.item() * count
        if recipe.outliers:  # cross-entropy with "every class alike"
            loss = loss - recipe.outlier_weight * torch.log_softmax(logits[count:], dim=1).mean()
        loss.backward()
        step = epoch * len(batches) + number
        optimizers.step(step, recipe.epochs * len(batches))
        update_average(average, network, min(recipe.average, (step + 1) / (step + 10)))
    return total / len(samples.labels)


def save_atomically(content: dict, path: Path) -> None:
    """Writes beside the file first, so that an interrupted run never leaves half a checkpoint."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    os.replace(partial, path)


def write_log(path: Path, rows: list[tuple]) -> None:
    """The rows of LOG_COLUMNS as tab-separated text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(LOG_COLUMNS)]
    for epoch, *numbers in rows:
        rate, train_loss, validation_loss, accuracy, seconds = numbers
        lines.append(f"{epoch}\t{rate:.5f}\t{train_loss:.4f}\t{validation_loss:.4f}\t{accuracy:.4f}\t{seconds:.1f}")
    path.write_text("\n".join(lines) + "\n")


def run_name(name: str, whole: bool, seed: int) -> str:
    """The folder and the log of a run: small-55000-1."""
    return f"{name}-{60_000 if whole else 55_000}-{seed}"


def make_lesson(recipe: Recipe, samples: Samples, whole: bool, runs: Path) -> Lesson:
    """The samples, and what the recipe's teacher, trained on no others, answers to views of them."""
    if recipe.teacher is None:
        return Lesson(samples)
    teacher, _ = load_weights(runs / run_name(recipe.teacher, whole, 1) / "weights.pt")
    views = distillation.make_views(len(samples.labels), recipe.shift, recipe.seed)
    return Lesson(samples, views, distillation.teacher_logits(teacher, samples.images, views))


def train(
    name: str, recipe: Recipe, folder: Path, log: Path, *, whole: bool = False, restart: bool = False,
    runs: Path = RUNS,
) -> Path:
    """Trains `name` by `recipe` and returns the file of the finished weights in `folder`.

    `whole`: on all 60,000 images; the validation columns of the log then are of images that were trained on.
    `runs`: where the runs of teachers are.
    """
    started = time.monotonic()
    training = load_training()
    split = stratified_split(training.labels)
    samples = training if whole else training.take(split.train)
    if recipe.train_limit is not None:
        chosen = torch.randperm(len(samples.labels), generator=Generator().manual_seed(recipe.seed))
        samples = samples.take(chosen[: recipe.train_limit])
    validation = training.take(split.validation[:: 1 if recipe.train_limit is None else 10])
    lesson = make_lesson(recipe, samples, whole, runs)

    torch.manual_seed(recipe.seed)
    network = NETWORKS[name].build().to(memory_format=torch.channels_last)
    average = copy.deepcopy(network)
    optimizers = Optimizers(network, recipe)
    identity = {"name": name, "recipe": dataclasses.asdict(recipe), "split_seed": SPLIT_SEED, "whole": whole}
    rows: list[tuple] = []
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists() and not restart:
        saved = torch.load(checkpoint)
        if saved["identity"] != identity:
            raise SystemExit(f"{checkpoint} belongs to another recipe: use --restart to begin anew")
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimizers.load_state_dict(saved["optimizers"])
        rows = saved["rows"]
        print(f"continuing after epoch {len(rows)} of {recipe.epochs}", flush=True)

    for epoch in range(len(rows), recipe.epochs):
        began = time.monotonic()
        train_loss = train_epoch(network, average, optimizers, lesson, epoch, recipe)
        validation_loss, accuracy = loss_and_accuracy(average, validation)
        rate = optimizers.muon.param_groups[0]["lr"]
        rows.append((epoch + 1, rate, train_loss, validation_loss, accuracy, time.monotonic() - began))
        state = {"network": network.state_dict(), "average": average.state_dict(),
                 "optimizers": optimizers.state_dict()}
        save_atomically({"identity": identity, "rows": rows, **state}, checkpoint)
        write_log(log, rows)
        print(f"epoch {epoch + 1:3d}  loss {train_loss:.4f}  validation {accuracy:.4f}  "
              f"{rows[-1][-1]:.1f} s", flush=True)

    weights = folder / "weights.pt"
    seconds = sum(row[-1] for row in rows)
    plain = average.to(memory_format=torch.contiguous_format)
    save_atomically({"identity": identity, "weights": plain.state_dict(), "seconds": seconds}, weights)
    print(f"wrote {weights} after {time.monotonic() - started:.0f} s", flush=True)
    return weights


def load_weights(path: Path) -> tuple[Network, dict]:
    """The finished network in evaluation mode, and the identity of the run: name, recipe, split_seed, whole."""
    saved = torch.load(path)
    network = NETWORKS[saved["identity"]["name"]].build()
    network.load_state_dict(saved["weights"])
    return network.eval(), saved["identity"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.train", description=__doc__)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--whole", action="store_true", help="on all 60,000 images, validation included")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, help="instead of the recipe's")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints go")
    parser.add_argument("--log", type=Path, help="where the log goes")
    parser.add_argument("--restart", action="store_true", help="forget a checkpoint")
    parser.add_argument("--quick", action="store_true", help="2 epochs on 2,000 images, export and parity check")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    recipe = dataclasses.replace(RECIPES[options.name], seed=options.seed)
    if options.epochs:
        recipe = dataclasses.replace(recipe, epochs=options.epochs)
    run = run_name(options.name, options.whole, options.seed)
    own_run = options.epochs or options.runs != RUNS
    folder = options.runs / run
    log = options.log or (folder / "log.tsv" if own_run else MODELS / "logs" / f"{run}.tsv")
    if options.quick:
        from models.quick import quick_run
        quick_run(options.name, options.runs)
    else:
        train(options.name, recipe, folder, log, whole=options.whole, restart=options.restart, runs=options.runs)


if __name__ == "__main__":
    main()
