"""Writes a network trained on all 60,000 images as an ONNX file and checks it: `python3 -m models.export small`.

The graph takes `image` float32 [N,1,28,28] in 0..255 and gives `logits` [N,10], `features` [N,F] and `map` [N,F,h,w].
Its operators are Sub, Conv, Relu, Add, GlobalAveragePool, Flatten and Gemm.
"""
import argparse
import hashlib
from pathlib import Path

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from models.data import load_test
from models.graph_runner import GraphRunner
from models.networks import NETWORKS, PIXEL_DEVIATION, PIXEL_MEAN, ConvBlock, Network, ResidualBlock
from models.train import MODELS, RUNS, load_weights, run_name, to_pixels

OPSET = 17
IR_VERSION = 8
PARITY_LIMIT = 1e-3
PIXEL_MEAN_NAME = "pixel_mean"


def fold_norm(block: ConvBlock, divisor: float = 1.0) -> tuple[Tensor, Tensor]:
    """Kernel [O,I,3,3] and bias [O], float32, of the one convolution that equals the block before its ReLU.

    `divisor` is folded too: the result expects inputs that were not divided by it. Computed in float64.
    """
    norm = block.norm
    scale = norm.weight.double() / torch.sqrt(norm.running_var.double() + norm.eps)
    kernel = block.conv.weight.double() * scale[:, None, None, None] / divisor
    bias = norm.bias.double() - norm.running_mean.double() * scale
    return kernel.detach().float(), bias.detach().float()


class GraphWriter:
    """Collects nodes and constants; every value is named after the node that makes it."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Tensor) -> str:
        self.constants.append(numpy_helper.from_array(value.detach().numpy().astype(numpy.float32), name))
        return name

    def node(self, operator: str, name: str, inputs: list[str], output: str | None = None, **attributes: object) -> str:
        output = output or name
        self.nodes.append(helper.make_node(operator, inputs, [output], name=name, **attributes))
        return output

    def conv(self, name: str, x: str, block: ConvBlock, divisor: float = 1.0) -> str:
        kernel, bias = fold_norm(block, divisor)
        inputs = [x, self.constant(f"{name}.weight", kernel), self.constant(f"{name}.bias", bias)]
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
    """The ONNX model of `network`, which must be in evaluation mode.

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
    weight = writer.constant("head.weight", network.head.weight)
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
def check_parity(network: Network, path: Path, images: Tensor, batch: int = 50) -> float:
    """Largest difference between the network's and the file's logits over images uint8 [N,28,28].

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
        rebuilt = found["map"].mean(dim=(2, 3)) @ runner.constants["head.weight"].T + runner.constants["head.bias"]
        worst = max(worst, (rebuilt - expected.logits).abs().max().item())
    if worst >= PARITY_LIMIT:
        raise AssertionError(f"{path.name}: logits differ by {worst:.2e}, allowed is {PARITY_LIMIT:.0e}")
    return worst


def export(weights: Path, folder: Path, parity_images: int = 10_000) -> Path:
    """Writes <folder>/<name>.onnx from finished weights, checks it on test images and returns its path."""
    network, identity = load_weights(weights)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{identity['name']}.onnx"
    model = build_graph(identity["name"], network)
    path.write_bytes(model.SerializeToString())
    images = load_test().images[:parity_images]
    worst = check_parity(network, path, images)
    print(f"wrote {path}: {path.stat().st_size} bytes, {count_parameters(model.graph)} parameters")
    print(f"parity on {len(images)} images: same answers, largest difference of a logit {worst:.1e}")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.export", description=__doc__)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--runs", type=Path, default=RUNS, help="where checkpoints are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=MODELS, help="where the file goes")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="2 epochs on 2,000 images, export and parity check")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.quick:
        from models.quick import quick_run
        quick_run(options.name, options.runs)
    else:
        export(options.runs / run_name(options.name, True, options.seed) / "weights.pt", options.out)


if __name__ == "__main__":
    main()
