"""Writes a trained network as an ONNX file and checks it: `python3 -m models.export small`.

models/selection.py says which run. The graph takes `image` float32 [N,1,28,28] in 0..255 and gives `logits` [N,10],
`features` [N,F] and `map` [N,F,h,w]. Its operators are Sub, Cast, Conv,
Relu, Add, GlobalAveragePool, Flatten and Gemm; Cast makes float32 of weights that are kept as float16.
"""
import argparse
import copy
import hashlib
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from models.data import load_test
from models.devices import to_pixels
from models.graph_runner import GraphRunner
from models.networks import NETWORKS, PIXEL_DEVIATION, PIXEL_MEAN, ConvBlock, Network, ResidualBlock
from models.selection import select
from models.trainer import logits_of
from models.weights import MODELS, RUNS, load_weights

OPSET = 17
IR_VERSION = 8
PARITY_LIMIT = 1e-3
PIXEL_MEAN_NAME = "pixel_mean"


def fold_norm(block: ConvBlock) -> tuple[Tensor, Tensor]:
    """Kernel [O,I,3,3] and bias [O], float64, of the one convolution that equals the block before its ReLU."""
    norm = block.norm
    scale = norm.weight.double() / torch.sqrt(norm.running_var.double() + norm.eps)
    kernel = block.conv.weight.double() * scale[:, None, None, None]
    bias = norm.bias.double() - norm.running_mean.double() * scale
    return kernel.detach(), bias.detach()


def as_half(values: Tensor) -> Tensor:
    """The nearest numbers that float16 has, as float32."""
    return values.float().half().float()


def folded(network: Network, rounded: bool = True) -> Network:
    """A copy in evaluation mode whose convolutions have taken up their batch normalisations.

    `rounded`: kernels and the linear layer's matrix are numbers that float16 has, those of the first convolution after
    the division by the pixels' standard deviation; files are half as large by it. Biases are kept.
    """
    copied = copy.deepcopy(network).eval()
    for number, block in enumerate(module for module in copied.modules() if isinstance(module, ConvBlock)):
        kernel, bias = fold_norm(block)
        divisor = PIXEL_DEVIATION if number == 0 else 1.0
        old = block.conv
        block.conv = nn.Conv2d(old.in_channels, old.out_channels, 3, stride=old.stride, padding=1)
        block.conv.weight.data = as_half(kernel / divisor) * divisor if rounded else kernel.float()
        block.conv.bias.data = bias.float()
        block.norm = nn.Identity()
    if rounded:
        copied.head.weight.data = as_half(copied.head.weight.data)
    return copied.eval()


class GraphWriter:
    """Collects nodes and constants; every value is named after the node that makes it."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Tensor) -> str:
        self.constants.append(numpy_helper.from_array(value.detach().numpy(), name))
        return name

    def halves(self, name: str, value: Tensor) -> str:
        """A constant kept as float16, which must have its numbers, and its conversion to float32."""
        if not torch.equal(as_half(value), value):
            raise ValueError(f"{name}: numbers that float16 does not have")
        stored = self.constant(f"{name}.half", value.half())
        return self.node("Cast", f"{name}.cast", [stored], name, to=TensorProto.FLOAT)

    def node(self, operator: str, name: str, inputs: list[str], output: str | None = None, **attributes: object) -> str:
        output = output or name
        self.nodes.append(helper.make_node(operator, inputs, [output], name=name, **attributes))
        return output

    def conv(self, name: str, x: str, block: ConvBlock, divisor: float = 1.0) -> str:
        kernel = as_half(block.conv.weight / divisor) if divisor != 1.0 else block.conv.weight
        inputs = [x, self.halves(f"{name}.weight", kernel), self.constant(f"{name}.bias", block.conv.bias)]
        size, stride, pad = block.conv.kernel_size, block.conv.stride, block.conv.padding
        return self.node("Conv", name, inputs, kernel_shape=list(size), strides=list(stride), pads=[*pad, *pad])

    def stage(self, name: str, x: str, stage: ConvBlock | ResidualBlock, output: str | None, divisor: float) -> str:
        if isinstance(stage, ConvBlock) and stage.relu:
            y = self.conv(f"{name}_conv", x, stage, divisor)
        elif isinstance(stage, ResidualBlock) and divisor == 1.0:
            y = self.node("Relu", f"{name}_relu1", [self.conv(f"{name}_conv1", x, stage.first)])
            y = self.node("Add", f"{name}_add", [self.conv(f"{name}_conv2", y, stage.second), x])
        else:
            raise TypeError(f"{name}: cannot export {stage}")
        return self.node("Relu", f"{name}_relu", [y], output)


def build_graph(name: str, network: Network) -> onnx.ModelProto:
    """The ONNX model of a network that `folded` has made.

    The mean pixel is subtracted by a node of its own, so that the zeros with which the first convolution pads mean
    what they meant in training; the division by the standard deviation goes into that convolution's kernel.
    """
    writer = GraphWriter()
    mean = writer.constant(PIXEL_MEAN_NAME, torch.tensor([PIXEL_MEAN]))
    x = writer.node("Sub", "centre", ["image", mean])
    last = len(network.stages)
    for number, stage in enumerate(network.stages, start=1):
        divisor = PIXEL_DEVIATION if number == 1 else 1.0
        x = writer.stage(f"stage{number}", x, stage, "map" if number == last else None, divisor)
    pooled = writer.node("GlobalAveragePool", "pool", [x])
    features = writer.node("Flatten", "flatten", [pooled], "features", axis=1)
    weight = writer.halves("head.weight", network.head.weight)
    writer.node("Gemm", "head", [features, weight, writer.constant("head.bias", network.head.bias)], "logits", transB=1)

    with torch.no_grad():
        shapes = network(torch.zeros(1, 1, 28, 28))
    graph = helper.make_graph(
        writer.nodes,
        name,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 1, 28, 28])],
        [
            helper.make_tensor_value_info(output, TensorProto.FLOAT, ["N", *getattr(shapes, output).shape[1:]])
            for output in ("logits", "features", "map")
        ],
        writer.constants,
    )
    opset = helper.make_opsetid("", OPSET)
    model = helper.make_model(graph, opset_imports=[opset], producer_name="atelier", ir_version=IR_VERSION)
    onnx.checker.check_model(model, full_check=True)
    return model


def count_parameters(graph: onnx.GraphProto) -> int:
    """Learned numbers in the file: all constants but the mean pixel."""
    return sum(int(numpy.prod(t.dims)) for t in graph.initializer if t.name != PIXEL_MEAN_NAME)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in lower-case hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@torch.no_grad()
def check_folding(network: Network, images: Tensor) -> None:
    """Raises when folding without rounding changes a logit by PARITY_LIMIT, or any answer; images uint8 [N,28,28]."""
    before, after = logits_of(network, images), logits_of(folded(network, rounded=False), images)
    worst = (before - after).abs().max().item()
    if worst >= PARITY_LIMIT or not torch.equal(before.argmax(1), after.argmax(1)):
        raise AssertionError(f"folding changes a logit by {worst:.2e} or an answer")
    print(f"folding changes no answer to {len(images)} images, and no logit by more than {worst:.1e}")


@torch.no_grad()
def check_parity(network: Network, path: Path, images: Tensor, batch: int = 50) -> float:
    """Largest difference between a folded network's and the file's logits over images uint8 [N,28,28].

    Raises when it reaches PARITY_LIMIT, when any answer differs, or when the file's features do not give its logits.
    """
    runner = GraphRunner(path)
    worst = 0.0
    for part in images.split(batch):
        pixels = to_pixels(part)
        expected, found = network.eval()(pixels), runner(pixels)
        for name, values in expected._asdict().items():
            if found[name].shape != values.shape:
                raise AssertionError(f"{path.name}: {name} is {found[name].shape}, not {values.shape}")
        worst = max(worst, (found["logits"] - expected.logits).abs().max().item())
        if not torch.equal(found["logits"].argmax(1), expected.logits.argmax(1)):
            raise AssertionError(f"{path.name}: an answer differs from the network's")
        matrix, bias = runner.constants["head.weight.half"].float(), runner.constants["head.bias"]
        rebuilt = found["map"].mean(dim=(2, 3)) @ matrix.T + bias
        worst = max(worst, (rebuilt - expected.logits).abs().max().item())
    if worst >= PARITY_LIMIT:
        raise AssertionError(f"{path.name}: logits differ by {worst:.2e}, allowed is {PARITY_LIMIT:.0e}")
    return worst


def export(weights: Path, folder: Path, parity_images: int = 10_000) -> Path:
    """Writes <folder>/<name>.onnx from finished weights, checks it on test images and returns its path."""
    trained, identity = load_weights(weights)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{identity['name']}.onnx"
    images = load_test().images[:parity_images]
    check_folding(trained, images)
    network = folded(trained)
    model = build_graph(identity["name"], network)
    path.write_bytes(model.SerializeToString())
    worst = check_parity(network, path, images)
    print(f"wrote {path}: {path.stat().st_size} bytes, {count_parameters(model.graph)} parameters")
    print(f"parity on {len(images)} images: same answers, largest difference of a logit {worst:.1e}")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.export", description=__doc__)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints are")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the file goes")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    export(select(options.runs, options.name).shipped, options.out)


if __name__ == "__main__":
    main()
