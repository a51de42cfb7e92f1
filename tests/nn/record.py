"""Records what PyTorch computes, for the tests of src/nn: `/usr/bin/python3 tests/nn/record.py`, from the repository.

tests/nn/recorded/operators.onnx is a graph with every operator that src/nn knows and random weights; operators.txt has
two images, its outputs for them and the gradient of logit 3 with respect to the first. small.txt has gradients of
models/small.onnx for the first test images, of the label's logit and of the log loss, and how many of the 10,000 it has
right; small_weights.txt has the dimensions and the sum of each of its constants, as Python's onnx reads them. A line is a
name, how many numbers follow, and the numbers.
"""
import sys
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from models.data import load_test  # noqa: E402
from models.graph_runner import GraphRunner  # noqa: E402

REPOSITORY = Path(__file__).resolve().parents[2]
RECORDED = Path(__file__).resolve().parent / "recorded"


def write(path: Path, arrays: dict[str, Tensor]) -> None:
    """Names and numbers, enough digits for float32."""
    lines = []
    for name, values in arrays.items():
        numbers = [f"{value:.7g}" for value in values.detach().double().flatten().tolist()]
        lines.append(" ".join([name, str(len(numbers)), *numbers]))
    path.write_text("\n".join(lines) + "\n")


def record_operators() -> None:
    """A graph by onnx.helper, and the same by torch.nn.functional."""
    torch.manual_seed(7)
    weights: dict[str, Tensor] = {
        "mean": torch.tensor([120.0, 100.0, 90.0]).reshape(3, 1, 1),
        "deviation": torch.tensor([60.0]),
        "conv.w": torch.randn(8, 3, 3, 3) / 4,
        "conv.b": torch.randn(8) / 4,
        "depthwise.w": torch.randn(8, 1, 3, 3) / 2,
        "depthwise.b": torch.randn(8) / 4,
        "pointwise.w": torch.randn(12, 8, 1, 1) / 3,
        "grouped.w": torch.randn(12, 6, 3, 3) / 6,
        "grouped.b": torch.randn(12) / 4,
        "wide.half": (torch.randn(10, 12, 3, 3) / 8).half(),
        "wide.b": torch.randn(10) / 4,
        "two": torch.tensor([2.0]),
        "matrix": torch.randn(22 * 16, 16) / 16,
        "vector": torch.randn(16) / 4,
        "head.w": torch.randn(10, 16) / 3,
        "head.b": torch.randn(10) / 4,
        "zero": torch.tensor(0.0),
        "six": torch.tensor(6.0),
    }
    window = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1]}
    pool = {"kernel_shape": [2, 2]}
    node = helper.make_node
    nodes = [
        node("Sub", ["image", "mean"], ["centred"]),
        node("Div", ["centred", "deviation"], ["scaled"]),
        node("Conv", ["scaled", "conv.w", "conv.b"], ["conv"], **window),
        node("HardSwish", ["conv"], ["swish"]),
        node("Conv", ["swish", "depthwise.w", "depthwise.b"], ["depthwise"], group=8, strides=[2, 2], **window),
        node("Clip", ["depthwise", "zero", "six"], ["clipped"]),
        node("Conv", ["clipped", "pointwise.w"], ["pointwise"], kernel_shape=[1, 1]),
        node("Sigmoid", ["pointwise"], ["gates"]),
        node("Conv", ["gates", "grouped.w", "grouped.b"], ["grouped"], group=2, **window),
        node("Add", ["gates", "grouped"], ["joined"]),
        node("Relu", ["joined"], ["residual"]),
        node("MaxPool", ["residual"], ["maxima"], **pool),
        node("AveragePool", ["residual"], ["means"], pads=[1, 1, 0, 0], strides=[1, 1], **pool),
        node("Cast", ["wide.half"], ["wide.w"], to=TensorProto.FLOAT),
        node("Conv", ["means", "wide.w", "wide.b"], ["wide"], kernel_shape=[3, 3], pads=[1, 1, 0, 0]),
        node("Concat", ["maxima", "wide"], ["together"], axis=1),
        node("GlobalAveragePool", ["together"], ["overall"]),
        node("Mul", ["together", "overall"], ["weighted"]),
        node("Sub", ["weighted", "overall"], ["shifted"]),
        node("Mul", ["overall", "overall"], ["squares"]),
        node("Add", ["squares", "two"], ["divisors"]),
        node("Div", ["shifted", "divisors"], ["map"]),
        node("ReduceMean", ["map"], ["features"], axes=[2, 3], keepdims=0),
        node("Flatten", ["map"], ["flat"]),
        node("MatMul", ["flat", "matrix"], ["product"]),
        node("Add", ["product", "vector"], ["hidden"]),
        node("Relu", ["hidden"], ["active"]),
        node("Gemm", ["active", "head.w", "head.b"], ["logits"], transB=1, alpha=0.5, beta=2.0),
    ]
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "operators",
        [value("image", TensorProto.FLOAT, ["N", 3, 10, 9])],
        [
            value("logits", TensorProto.FLOAT, ["N", 10]),
            value("features", TensorProto.FLOAT, ["N", 22]),
            value("map", TensorProto.FLOAT, ["N", 22, 4, 4]),
        ],
        [numpy_helper.from_array(w.numpy(), name) for name, w in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, RECORDED / "operators.onnx")

    w = weights
    image = (torch.rand(2, 3, 10, 9) * 255).round().requires_grad_()
    x = (image - w["mean"]) / w["deviation"]
    x = functional.hardswish(functional.conv2d(x, w["conv.w"], w["conv.b"], padding=1))
    x = functional.conv2d(x, w["depthwise.w"], w["depthwise.b"], stride=2, padding=1, groups=8).clamp(0, 6)
    x = torch.sigmoid(functional.conv2d(x, w["pointwise.w"]))
    x = torch.relu(x + functional.conv2d(x, w["grouped.w"], w["grouped.b"], padding=1, groups=2))
    maxima = functional.max_pool2d(x, 2, stride=1)
    counts = functional.avg_pool2d(functional.pad(torch.ones_like(x), (1, 0, 1, 0)), 2, stride=1)
    means = functional.avg_pool2d(functional.pad(x, (1, 0, 1, 0)), 2, stride=1) / counts
    wide = functional.conv2d(functional.pad(means, (1, 0, 1, 0)), w["wide.half"].float(), w["wide.b"])
    together = torch.cat([maxima, wide], dim=1)
    overall = together.mean(dim=(2, 3), keepdim=True)
    final = (together * overall - overall) / (overall * overall + 2)
    hidden = torch.relu(final.flatten(1) @ w["matrix"] + w["vector"])
    logits = 0.5 * hidden @ w["head.w"].T + 2 * w["head.b"]
    logits[0, 3].backward()
    outputs = {"image": image, "logits": logits, "features": final.mean(dim=(2, 3)), "map": final}
    write(RECORDED / "operators.txt", {**outputs, "gradient": image.grad[0]})


def record_small() -> None:
    """Gradients of the shipped graph, by the runner that the export is checked with."""
    runner = GraphRunner(REPOSITORY / "models" / "small.onnx")
    test = load_test()
    recorded = {}
    for index in range(3):
        image = test.images[index][None, None].float().requires_grad_()
        label = test.labels[index]
        runner.run(image)["logits"][0, label].backward()
        recorded[f"logit{index}"] = image.grad.clone()
        image.grad = None
        functional.cross_entropy(runner.run(image)["logits"], label[None]).backward()
        recorded[f"loss{index}"] = image.grad
    answers = torch.cat([runner(part.unsqueeze(1).float())["logits"].argmax(1) for part in test.images.split(500)])
    recorded["right"] = (answers == test.labels).sum().reshape(1)
    write(RECORDED / "small.txt", recorded)
    weights = {
        tensor.name: torch.tensor([*tensor.dims, numpy_helper.to_array(tensor).astype("f8").sum()], dtype=torch.float64)
        for tensor in runner.model.graph.initializer
    }
    write(RECORDED / "small_weights.txt", weights)


if __name__ == "__main__":
    record_operators()
    record_small()
