"""Runs an exported ONNX graph one node at a time, knowing nothing of the networks that it came from.

It stands in for a runtime when an export is checked: only the operators that our graphs use, read from the file.
"""
from collections.abc import Callable
from pathlib import Path

import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor
from torch.nn import functional

Attributes = dict[str, object]


def _conv(attributes: Attributes, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    top, left, bottom, right = attributes["pads"]
    if attributes.get("group", 1) != 1 or attributes.get("dilations", [1, 1]) != [1, 1]:
        raise ValueError("Conv with groups or dilations")
    return functional.conv2d(functional.pad(x, (left, right, top, bottom)), weight, bias, tuple(attributes["strides"]))


def _gemm(attributes: Attributes, a: Tensor, b: Tensor, c: Tensor) -> Tensor:
    if attributes.get("alpha", 1.0) != 1.0 or attributes.get("beta", 1.0) != 1.0 or attributes.get("transA", 0):
        raise ValueError("Gemm with alpha, beta or transA")
    return a @ (b.T if attributes.get("transB", 0) else b) + c


def _cast(attributes: Attributes, x: Tensor) -> Tensor:
    if attributes["to"] != onnx.TensorProto.FLOAT:
        raise ValueError("Cast to another type than float32")
    return x.float()


OPERATORS: dict[str, Callable[..., Tensor]] = {
    "Sub": lambda _, a, b: a - b,
    "Add": lambda _, a, b: a + b,
    "Cast": _cast,
    "Conv": _conv,
    "Relu": lambda _, x: x.clamp(min=0),
    "GlobalAveragePool": lambda _, x: x.mean(dim=(2, 3), keepdim=True),
    "Flatten": lambda attributes, x: x.flatten(attributes.get("axis", 1)),
    "Gemm": _gemm,
}


class GraphRunner:
    """A loaded graph; call it with the tensor of its single input."""

    def __init__(self, path: Path, device: torch.device = torch.device("cpu")) -> None:
        model = onnx.load(str(path))
        onnx.checker.check_model(model, full_check=True)
        self.model = model
        self.constants = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()).to(device)
                          for t in model.graph.initializer}
        self.input = model.graph.input[0].name
        self.outputs = [output.name for output in model.graph.output]

    @torch.no_grad()
    def __call__(self, image: Tensor) -> dict[str, Tensor]:
        """image float32 [N,1,28,28] in 0..255; returns each output of the graph by its name."""
        return self.run(image)

    def logits(self, image: Tensor) -> Tensor:
        """The graph's logits [N,10] alone."""
        return self(image)["logits"]

    def run(self, image: Tensor) -> dict[str, Tensor]:
        """The same, and gradients can be asked for afterwards."""
        values = {**self.constants, self.input: image}
        for node in self.model.graph.node:
            attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
            values[node.output[0]] = OPERATORS[node.op_type](attributes, *(values[name] for name in node.input))
        return {name: values[name] for name in self.outputs}
