"""Muon, an optimizer for convolutions: momentum whose every step is made orthogonal.

The idea and the polynomial's coefficients are Keller Jordan's (https://kellerjordan.github.io/posts/muon/). On the
validation images, eight epochs of it left `small` with a log loss of 0.196, where SGD with Nesterov momentum, the same
augmentation and the same eight epochs left it with 0.214.
"""
import math

import torch
from torch import Tensor
from torch.optim import Optimizer

COEFFICIENTS = (3.4445, -4.7750, 2.0315)


def orthogonalised(matrix: Tensor, iterations: int = 5) -> Tensor:
    """The matrix [O,I] with all its singular values brought close to 1 (0.7 .. 1.2), by Newton-Schulz iterations.

    In bfloat16, as its author does: more digits do not help, and PyTorch multiplies them without the system's BLAS,
    which on Debian is the slow reference unless another one is installed.
    """
    a, b, c = COEFFICIENTS
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if tall else matrix
    x = (x / (x.norm() + 1e-7)).bfloat16()
    for _ in range(iterations):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return (x.T if tall else x).to(matrix.dtype)


class Muon(Optimizer):
    """For kernels [O,I,h,w] before a batch normalisation, which makes their length meaningless: it is kept at sqrt(O).

    A step's length is then `lr` times that of the kernel, whatever the gradient's.
    """

    def __init__(self, kernels: list[Tensor], lr: float, momentum: float) -> None:
        super().__init__(kernels, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            for kernel in group["params"]:
                state = self.state[kernel]
                if not state:
                    state["momentum"] = torch.zeros_like(kernel)
                momentum = state["momentum"].mul_(group["momentum"]).add_(kernel.grad)
                direction = kernel.grad.add(momentum, alpha=group["momentum"])  # Nesterov's
                kernel.mul_(math.sqrt(len(kernel)) / kernel.norm())
                kernel.sub_(orthogonalised(direction.flatten(1)).view_as(kernel), alpha=group["lr"])
