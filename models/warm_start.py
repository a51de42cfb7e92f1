"""Training that goes on from an exported network: what the export folded away is put back.

An export has one kernel and one bias where training has a kernel and a batch normalisation. Each normalisation is given
the mean and the deviation that it meets, and then undoes itself: the network answers as the file does, and can learn.
"""
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from models.devices import to_pixels
from models.networks import PIXEL_DEVIATION, ConvBlock, Network


@torch.no_grad()
def warm_start(network: Network, file: Path, images: Tensor) -> None:
    """Makes `network`, of the kind that was exported to `file`, answer like it.

    Images uint8 [N,28,28] are such as it will see: by them the normalisations learn what they meet.
    """
    graph = onnx.load(str(file)).graph
    values = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()).float() for t in graph.initializer}
    network.head.weight.copy_(values["head.weight.half"])
    network.head.bias.copy_(values["head.bias"])
    kernels = [value for name, value in values.items() if name.endswith(".weight.half") and value.dim() == 4]
    biases = [value for name, value in values.items() if name.endswith(".bias") and not name.startswith("head")]
    pixels = to_pixels(images)
    network.eval()
    for number, block in enumerate(module for module in network.modules() if isinstance(module, ConvBlock)):
        norm = block.norm
        kernel = kernels[number].to(pixels.device) * (PIXEL_DEVIATION if number == 0 else 1.0)
        length = kernel.norm() / len(kernel) ** 0.5  # Muon keeps kernels at this one
        block.conv.weight.copy_(kernel / length)
        usual, norm.momentum = norm.momentum, 1.0
        norm.train()
        network(pixels)
        norm.eval()
        norm.momentum = usual
        norm.weight.copy_(length * torch.sqrt(norm.running_var + norm.eps))
        norm.bias.copy_(biases[number].to(pixels.device) + length * norm.running_mean)
