"""Trains one network: `python3 -m models.train small`. The same command continues a run that was interrupted.

Checkpoints and the finished weights go to models/runs/<name>/, the log of a full run to models/logs/<name>.tsv.
"""
import argparse
import copy
import dataclasses
import math
import os
import time
from pathlib import Path

import torch
from torch import Generator, Tensor, nn

from models import augmentation
from models.data import SPLIT_SEED, Samples, load_training, stratified_split
from models.networks import NETWORKS, Network
from models.recipes import RECIPES, Recipe

MODELS = Path(__file__).resolve().parent
RUNS = MODELS / "runs"
LOG_COLUMNS = ("epoch", "rate", "train_loss", "validation_loss", "validation_accuracy", "seconds")


def learning_rate(step: int, steps: int, recipe: Recipe) -> float:
    """The rate for step 0..steps-1: linear to the peak, then half a cosine down to 0."""
    warm = max(1, round(recipe.warm_up * steps))
    if step < warm:
        return recipe.peak_rate * (step + 1) / warm
    return recipe.peak_rate * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def make_optimizer(network: Network, recipe: Recipe) -> torch.optim.SGD:
    """Weight decay on matrices and kernels only, not on biases and batch normalisation."""
    decayed = [p for p in network.parameters() if p.dim() > 1]
    free = [p for p in network.parameters() if p.dim() <= 1]
    groups = [{"params": decayed, "weight_decay": recipe.weight_decay}, {"params": free, "weight_decay": 0.0}]
    return torch.optim.SGD(groups, lr=recipe.peak_rate, momentum=recipe.momentum, nesterov=True)


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
    loss = nn.functional.cross_entropy(logits, samples.labels).item()
    return loss, (logits.argmax(1) == samples.labels).float().mean().item()


@torch.no_grad()
def refresh_statistics(network: Network, images: Tensor, batch: int = 500) -> None:
    """Measures the running statistics of batch normalisation afresh on unchanged images uint8 [N,28,28]."""
    norms = [m for m in network.modules() if isinstance(m, nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # a plain mean over all batches
    network.train()
    for part in images.split(batch):
        network(to_pixels(part))
    network.eval()


def train_epoch(
    network: Network, average: Network, optimizer: torch.optim.SGD, samples: Samples, epoch: int, recipe: Recipe
) -> float:
    """One pass over the samples; returns the mean loss. All chance comes from (seed, epoch), so resuming is exact."""
    random = Generator().manual_seed(recipe.seed * 100_003 + epoch)
    flips = augmentation.alternating_flips(len(samples.labels), epoch, recipe.seed)
    batches = torch.randperm(len(samples.labels), generator=random).split(recipe.batch)
    steps = recipe.epochs * len(batches)
    network.train()
    total = 0.0
    for number, chosen in enumerate(batches):
        rate = learning_rate(epoch * len(batches) + number, steps, recipe)
        for group in optimizer.param_groups:
            group["lr"] = rate
        moved = augmentation.shift_and_flip(samples.images[chosen], flips[chosen], recipe.shift, random)
        pixels = augmentation.cutout(to_pixels(moved), recipe.cutout_size, recipe.cutout_probability, random)
        loss = nn.functional.cross_entropy(network(pixels).logits, samples.labels[chosen])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        update_average(average, network, recipe.average)
        total += loss.item() * len(chosen)
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


def train(name: str, recipe: Recipe, folder: Path, log: Path, restart: bool = False) -> Path:
    """Trains `name` by `recipe` and returns the file of the finished weights in `folder`."""
    started = time.monotonic()
    training = load_training()
    split = stratified_split(training.labels)
    samples = training.take(split.train)
    if recipe.train_limit is not None:
        chosen = torch.randperm(len(samples.labels), generator=Generator().manual_seed(recipe.seed))
        samples = samples.take(chosen[: recipe.train_limit])
    validation = training.take(split.validation[:: 1 if recipe.train_limit is None else 10])

    torch.manual_seed(recipe.seed)
    network = NETWORKS[name].build()
    average = copy.deepcopy(network)
    optimizer = make_optimizer(network, recipe)
    identity = {"name": name, "recipe": dataclasses.asdict(recipe), "split_seed": SPLIT_SEED}
    rows: list[tuple] = []
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists() and not restart:
        saved = torch.load(checkpoint)
        if saved["identity"] != identity:
            raise SystemExit(f"{checkpoint} belongs to another recipe: use --restart to begin anew")
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        rows = saved["rows"]
        print(f"continuing after epoch {len(rows)} of {recipe.epochs}", flush=True)

    for epoch in range(len(rows), recipe.epochs):
        began = time.monotonic()
        train_loss = train_epoch(network, average, optimizer, samples, epoch, recipe)
        validation_loss, accuracy = loss_and_accuracy(average, validation)
        rate = optimizer.param_groups[0]["lr"]
        rows.append((epoch + 1, rate, train_loss, validation_loss, accuracy, time.monotonic() - began))
        state = {"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
        save_atomically({"identity": identity, "rows": rows, **state}, checkpoint)
        write_log(log, rows)
        print(f"epoch {epoch + 1:3d}  loss {train_loss:.4f}  validation {accuracy:.4f}  "
              f"{rows[-1][-1]:.1f} s", flush=True)

    # Training saw shifted and hidden pixels; statistics of unchanged images may suit better. Validation decides.
    refreshed = copy.deepcopy(average)
    refresh_statistics(refreshed, samples.images[:10_000])
    losses = {net: loss_and_accuracy(net, validation)[0] for net in (average, refreshed)}
    best = min(losses, key=losses.__getitem__)
    print(f"validation loss: {losses[average]:.4f} with averaged statistics, {losses[refreshed]:.4f} with fresh ones")
    weights = folder / "weights.pt"
    seconds = sum(row[-1] for row in rows)
    save_atomically({"identity": identity, "weights": best.state_dict(), "refreshed": best is refreshed,
                     "seconds": seconds}, weights)
    print(f"wrote {weights} after {time.monotonic() - started:.0f} s", flush=True)
    return weights


def load_weights(path: Path) -> tuple[Network, dict]:
    """The finished network in evaluation mode, and the identity of the run: name, recipe, split_seed."""
    saved = torch.load(path)
    network = NETWORKS[saved["identity"]["name"]].build()
    network.load_state_dict(saved["weights"])
    return network.eval(), saved["identity"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.train", description=__doc__)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--epochs", type=int, help="instead of the recipe's")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints go")
    parser.add_argument("--log", type=Path, help="where the log goes")
    parser.add_argument("--restart", action="store_true", help="forget a checkpoint")
    parser.add_argument("--quick", action="store_true", help="2 epochs on 2,000 images, export and parity check")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    recipe = RECIPES[options.name]
    if options.epochs:
        recipe = dataclasses.replace(recipe, epochs=options.epochs)
    own_run = options.epochs or options.runs != RUNS
    folder = options.runs / options.name
    log = options.log or (folder / "log.tsv" if own_run else MODELS / "logs" / f"{options.name}.tsv")
    if options.quick:
        from models.quick import quick_run
        quick_run(options.name, options.runs)
    else:
        train(options.name, recipe, folder, log, options.restart)


if __name__ == "__main__":
    main()
