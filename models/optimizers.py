"""Who moves which parameters, and by how much: Muon the kernels, SGD everything else."""
import math

import torch
from torch import Tensor

from models.muon import Muon
from models.networks import Network
from models.recipes import Recipe


def rate_share(step: int, steps: int, warm_up: float) -> float:
    """The share of the peak rate at step 0..steps-1: linear to 1 over the share `warm_up`, then half a cosine to 0."""
    warm = max(1, round(warm_up * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


class Sgd:
    """SGD with Nesterov's momentum, as torch.optim has it, but for its rate: a tensor, which a CUDA graph can read."""

    def __init__(self, parameters: list[Tensor], momentum: float, weight_decay: float) -> None:
        self.parameters = parameters
        self.decayed = [parameter for parameter in parameters if parameter.dim() > 1]
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.momenta = [torch.zeros_like(parameter) for parameter in parameters]

    @torch.no_grad()
    def step(self, rate: Tensor) -> None:
        """Moves the parameters against their gradients by `rate` []; matrices decay, vectors do not."""
        for parameter in self.decayed:
            parameter.grad.add_(parameter, alpha=self.weight_decay)
        gradients = [parameter.grad for parameter in self.parameters]
        torch._foreach_mul_(self.momenta, self.momentum)
        torch._foreach_add_(self.momenta, gradients)
        directions = torch._foreach_add(gradients, self.momenta, alpha=self.momentum)
        torch._foreach_mul_(directions, rate)
        torch._foreach_sub_(self.parameters, directions)


class Optimizers:
    """Both, with the rates of each step of a run. Everything is on the network's device."""

    def __init__(self, network: Network, recipe: Recipe, steps: int) -> None:
        parameters = list(network.parameters())
        self.parameters = parameters
        self.muon = Muon([p for p in parameters if p.dim() == 4], recipe.momentum)
        self.sgd = Sgd([p for p in parameters if p.dim() < 4], recipe.plain_momentum, recipe.weight_decay)
        shares = torch.tensor([rate_share(step, steps, recipe.warm_up) for step in range(steps)])
        self.rates = (shares[:, None] * torch.tensor([recipe.peak_rate, recipe.plain_rate])).to(parameters[0].device)

    def step(self, step: Tensor) -> None:
        """One step with the rates of `step` int64 [1]; the gradients are used up."""
        rates = self.rates.index_select(0, step)[0]
        self.muon.step(rates[0])
        self.sgd.step(rates[1])
        for parameter in self.parameters:
            parameter.grad = None

    def state_dict(self) -> dict:
        return {"muon": self.muon.momenta, "sgd": self.sgd.momenta}

    def load_state_dict(self, state: dict) -> None:
        for own, saved in ((self.muon.momenta, state["muon"]), (self.sgd.momenta, state["sgd"])):
            for momentum, value in zip(own, saved):
                momentum.copy_(value)
