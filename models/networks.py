"""The networks, by name. Each takes images float32 [N,1,28,28] in 0..255, as in the dataset's files.

A network is a chain of `ConvBlock` and `ResidualBlock` in `stages`, a global average and one linear layer, so that
logits = features x W + b with features = mean of the last map over its places. The exporter relies on that shape.
"""
from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor, nn

# The mean and the standard deviation of all training pixels are 72.94 and 90.02: rounded, they are exact in float32.
PIXEL_MEAN = 73.0
PIXEL_DEVIATION = 90.0


class Outputs(NamedTuple):
    """logits [N,10], features [N,F] and map [N,F,h,w], all float32."""

    logits: Tensor
    features: Tensor
    map: Tensor


class ConvBlock(nn.Module):
    """3x3 convolution with padding 1, batch normalisation and, unless told otherwise, ReLU."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1, relu: bool = True) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.relu = relu

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm(self.conv(x))
        return torch.relu_(y) if self.relu else y


class ResidualBlock(nn.Module):
    """relu(x + two convolutions of x); the shape stays [N,C,h,w]."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = ConvBlock(channels, channels)
        self.second = ConvBlock(channels, channels, relu=False)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu_(x + self.second(self.first(x)))


class Network(nn.Module):
    """Normalisation of the pixels, `stages`, global average, linear layer."""

    def __init__(self, stages: list[nn.Module], feature_size: int, classes: int = 10) -> None:
        super().__init__()
        self.stages = nn.Sequential(*stages)
        self.head = nn.Linear(feature_size, classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, image: Tensor) -> Outputs:
        last = self.stages((image - PIXEL_MEAN) / PIXEL_DEVIATION)
        features = last.mean(dim=(2, 3))
        return Outputs(self.head(features), features, last)


def one_block_a_scale(first: int, second: int, third: int) -> Network:
    """`first` channels at 28x28; a residual block with `second` at 14x14, and one with `third` at 7x7."""
    return Network(
        [
            ConvBlock(1, first),
            ConvBlock(first, second, stride=2),
            ResidualBlock(second),
            ConvBlock(second, third, stride=2),
            ResidualBlock(third),
        ],
        feature_size=third,
    )


def small() -> Network:
    """95.4K parameters, 7.9M steps."""
    return one_block_a_scale(12, 32, 56)


def tiny() -> Network:
    """9.9K parameters, 1.0M steps."""
    return one_block_a_scale(6, 12, 16)


def large() -> Network:
    """Residual: 28x28 with 16 channels, 14x14 with 32, 7x7 with 64 and three blocks. 282.5K parameters, 20.0M steps."""
    return Network(
        [
            ConvBlock(1, 16),
            ConvBlock(16, 32, stride=2),
            ResidualBlock(32),
            ResidualBlock(32),
            ConvBlock(32, 64, stride=2),
            ResidualBlock(64),
            ResidualBlock(64),
            ResidualBlock(64),
        ],
        feature_size=64,
    )


def teacher() -> Network:
    """Wide: 28x28 with 64 channels, 14x14 with 128, 7x7 with 256. 3.4M parameters, 318M steps. It is not shipped."""
    return Network(
        [
            ConvBlock(1, 64),
            ResidualBlock(64),
            ConvBlock(64, 128, stride=2),
            ResidualBlock(128),
            ResidualBlock(128),
            ConvBlock(128, 256, stride=2),
            ResidualBlock(256),
            ResidualBlock(256),
        ],
        feature_size=256,
    )


class Entry(NamedTuple):
    """A network in the registry: the title people read, and the function that makes it with fresh weights."""

    title: str
    build: Callable[[], Network]


NETWORKS: dict[str, Entry] = {
    "small": Entry("Small residual network", small),
    "tiny": Entry("Tiny residual network", tiny),
    "sketch": Entry("Small network for drawings", small),
    "large": Entry("Large residual network", large),
    "teacher": Entry("Teacher", teacher),
    "sketch_teacher": Entry("Teacher of drawings", teacher),
    "sketch_unmarked": Entry("Small network for drawings, before it met marks", small),
    "sketch_drawn": Entry("Small network for drawings, before it saw fewer of them", small),
    "tiny_55000": Entry("Tiny residual network, before it met the other 5,000 images", tiny),
    "large_55000": Entry("Large residual network, before it met the other 5,000 images", large),
}
SHIPPED = ("small", "tiny", "sketch", "large")  # the others teach these, or are where they begin


def count_macs(network: Network) -> int:
    """Multiply-accumulate steps of convolutions and the linear layer for one image."""
    total = 0

    def count(module: nn.Module, _inputs: tuple, output: Tensor) -> None:
        nonlocal total
        total += module.weight[0].numel() * output.numel()

    hooks = [m.register_forward_hook(count) for m in network.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    was_training = network.training
    with torch.no_grad():
        network.eval()(torch.zeros(1, 1, 28, 28))
    network.train(was_training)
    for hook in hooks:
        hook.remove()
    return total
