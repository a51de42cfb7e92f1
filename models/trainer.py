"""One run of training: a network, the moving average of its weights, its optimizers, and where they are.

On a GPU a step is recorded once as a CUDA graph and then replayed: a network as small as these is done with a step
before Python has launched its kernels one by one. Several runs replay theirs at the same time.
"""
import contextlib
import copy
import time
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from models import devices, distillation, none_of_them
from models.data import Samples
from models.devices import to_pixels
from models.lessons import Epoch, Lesson, prepare, seen, steps_an_epoch
from models.networks import NETWORKS, Network
from models.optimizers import Optimizers
from models.recipes import Recipe
from models.warm_start import warm_start

START_IMAGES = 2000  # by which a network that goes on learns what its normalisations meet
EAGER_STEPS = 3  # before a step is recorded, for libraries to choose and allocate what they need


@torch.no_grad()
def logits_of(network: Network, images: Tensor, batch: int = 50) -> Tensor:
    """Logits float32 [N,10] of images uint8 [N,28,28]."""
    network.eval()
    return torch.cat([network(to_pixels(part)).logits for part in images.split(batch)])


def drawing_loss(logits: Tensor, accepted: Tensor, recipe: Recipe) -> Tensor:
    """What a batch of photographs, outliers and drawings has to learn of "none of the ten".

    Logits [B+O+D,10]; accepted bool [D,10] of the drawings.
    """
    photographs, strange = logits[: recipe.batch], logits[recipe.batch: recipe.batch + recipe.outliers]
    drawn = logits[recipe.batch + recipe.outliers:]
    level = recipe.none_level
    loss = recipe.drawn_weight * none_of_them.loss(drawn, accepted, level)
    for group, is_garment in ((photographs, True), (strange, False)):
        if len(group):
            alike = torch.full_like(group, is_garment, dtype=torch.bool)
            loss = loss + recipe.outlier_weight * none_of_them.loss(group, alike, level)
    return loss


class Row(NamedTuple):
    """What the log has of an epoch; losses in nats, `rate` is Muon's at its last step."""

    epoch: int
    rate: float
    train_loss: float
    validation_loss: float
    validation_accuracy: float
    seconds: float


class Trainer:
    """Trains `name` by `recipe` on a lesson whose tensors are on `device`.

    An epoch is begin_epoch(), `steps` times step(), end_epoch(). On a GPU all three only ask for the work, on a
    stream of the trainer's own; end_epoch() waits for it.
    """

    def __init__(self, name: str, recipe: Recipe, lesson: Lesson, validation: Samples, device: torch.device) -> None:
        self.recipe, self.lesson, self.validation, self.device = recipe, lesson, validation, device
        self.steps = steps_an_epoch(lesson.samples, recipe)
        self.stream = torch.cuda.Stream() if device.type == "cuda" else None
        self.graph: torch.cuda.CUDAGraph | None = None
        self.rows: list[Row] = []
        torch.manual_seed(recipe.seed)
        if self.stream is not None:
            self.stream.wait_stream(torch.cuda.current_stream())  # which has made the lesson
        with self.on_stream():
            self.network = NETWORKS[name].build().to(device, memory_format=torch.channels_last)
            self.average = copy.deepcopy(self.network)
            self.optimizers = Optimizers(self.network, recipe, recipe.epochs * self.steps)
            self.done = torch.zeros(1, dtype=torch.long, device=device)  # steps
            self.loss_sum = torch.zeros((), device=device)
            self.epoch: Epoch | None = None  # what is shown in it; the tensors stay where they are

    def on_stream(self) -> contextlib.AbstractContextManager:
        return contextlib.nullcontext() if self.stream is None else torch.cuda.stream(self.stream)

    def state_dict(self) -> dict:
        return {"network": self.network.state_dict(), "average": self.average.state_dict(),
                "optimizers": self.optimizers.state_dict(), "rows": [tuple(row) for row in self.rows]}

    def load_state_dict(self, state: dict) -> None:
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizers.load_state_dict(state["optimizers"])
        self.rows = [Row(*row) for row in state["rows"]]
        self.done.fill_(len(self.rows) * self.steps)

    def start_from(self, file: Path) -> None:
        """Gives the network, before the first step, what an exported one of its kind has learned."""
        shown = seen(self.lesson.samples.take(torch.arange(START_IMAGES)), 0, self.recipe)
        warm_start(self.network, file, shown)
        self.average.load_state_dict(self.network.state_dict())
        self.start = copy.deepcopy(self.network.state_dict())

    def shipped(self) -> dict[str, Tensor]:
        """The averaged weights, or those a part of the way from the start to them.

        What a network learned last and what it knew before lie along that line (Wortsman et al., arXiv 2109.01903).
        """
        ends = self.average.state_dict()
        if self.recipe.way == 1:
            return ends
        return {name: torch.lerp(self.start[name], end, self.recipe.way) if end.is_floating_point() else end
                for name, end in ends.items()}

    def go_on_from(self, trained: Network) -> None:
        """Gives the network, before the first step, all that one of its kind has, normalisations included."""
        for network in (self.network, self.average):
            network.load_state_dict(trained.state_dict())

    def begin_epoch(self) -> None:
        """Prepares the images of the next epoch."""
        self.began = time.monotonic()
        with self.on_stream():
            self.network.train()
            self.loss_sum.zero_()
            fresh = prepare(self.lesson, len(self.rows), self.recipe)
            if self.epoch is None:
                self.epoch = fresh
            else:  # a recorded step reads from where the first epoch was
                for place, values in zip(self.epoch, fresh):
                    place.copy_(values)
        self.steps_begun = 0

    def step(self) -> None:
        """One step; nothing once the epoch's are done."""
        if self.steps_begun == self.steps:
            return
        self.steps_begun += 1
        if self.graph is not None:
            with self.on_stream():
                self.graph.replay()
            return
        with self.on_stream():
            self._step()
        if self.stream is not None and len(self.rows) * self.steps + self.steps_begun >= EAGER_STEPS:
            self.graph = torch.cuda.CUDAGraph()
            with torch.cuda.graph(self.graph, stream=self.stream):
                self._step()

    def _step(self) -> None:
        """Everything that belongs to a step, on the device: which one it is, too."""
        recipe, count = self.recipe, self.recipe.batch
        number = self.done % self.steps
        images, labels, answers, known, accepted = (values.index_select(0, number)[0] for values in self.epoch)
        pixels = to_pixels(images).contiguous(memory_format=torch.channels_last)
        with devices.in_bfloat16(self.device):
            logits = self.network(pixels).logits
        logits = logits.float()
        if self.lesson.taught is None:
            loss = functional.cross_entropy(logits[:count], labels)
        else:
            loss = distillation.loss(logits[:count], labels, answers, known, recipe.teacher_share)
        self.loss_sum.add_(loss.detach())
        if recipe.outliers:  # cross-entropy with "every class alike"
            strange = logits[count: count + recipe.outliers]
            loss = loss - recipe.outlier_weight * torch.log_softmax(strange, dim=1).mean()
        if recipe.drawings:
            loss = loss + drawing_loss(logits, accepted, recipe)
        loss.backward()
        self.optimizers.step(self.done)
        self._update_average()
        self.done += 1

    @torch.no_grad()
    def _update_average(self) -> None:
        """Moves the averaged weights and running statistics towards the network's."""
        current = [value for value in self.network.state_dict().values() if value.is_floating_point()]
        averaged = [value for value in self.average.state_dict().values() if value.is_floating_point()]
        torch._foreach_mul_(averaged, self.recipe.average)
        torch._foreach_add_(averaged, current, alpha=1 - self.recipe.average)

    def end_epoch(self) -> Row:
        """Measures the averaged network on the validation images."""
        with self.on_stream():
            logits = logits_of(self.average, self.validation.images, 50 if self.stream is None else 5000)
            loss = functional.cross_entropy(logits, self.validation.labels).item()
            right = (logits.argmax(1) == self.validation.labels).float().mean().item()
            rate = self.optimizers.rates[(len(self.rows) + 1) * self.steps - 1, 0].item()
            train_loss = self.loss_sum.item() / self.steps
        row = Row(len(self.rows) + 1, rate, train_loss, loss, right, time.monotonic() - self.began)
        self.rows.append(row)
        return row
