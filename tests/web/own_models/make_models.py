#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the .onnx files beside it: what visitors may bring, each as small as can be.

All of them share one network: the image averaged to 7 x 7, 24 random features of that, ten logits
fitted by least squares. It names about two thirds of the test images right, and many fewer when its
pixels are read in another way than it wants. Models differ in what they take and give.

    python3 tests/web/own_models/make_models.py DATA

DATA holds the four files of Fashion-MNIST. The result is the same on every run; needs numpy and onnx.
"""

import gzip
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
FEATURES = 24
MEAN, DEVIATION = 0.286, 0.353


def training_set(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    images = gzip.decompress((folder / "train-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((folder / "train-labels-idx1-ubyte.gz").read_bytes())
    pixels = np.frombuffer(images, np.uint8, offset=16).reshape(-1, 28, 28)
    return pixels[:10_000] / 255.0, np.frombuffer(labels, np.uint8, offset=8)[:10_000]


def fit(folder: Path) -> dict[str, np.ndarray]:
    """The network's weights, as bytes and a scale: small in the file, and the same everywhere."""
    images, labels = training_set(folder)
    pooled = images.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49)
    project = np.random.RandomState(1).randint(-60, 61, (49, FEATURES)).astype(np.int8)
    # Features saturate where pixels are far from 0 to 1.
    hidden = np.tanh((pooled - 0.3) @ (project / 60.0) * 2)
    design = np.hstack([hidden, np.ones((len(hidden), 1))])
    targets = np.eye(10)[labels] - 0.1
    weights = np.linalg.solve(design.T @ design + 10 * np.eye(FEATURES + 1), design.T @ targets)
    scale = np.abs(weights).max() / 127
    return {"project": project, "weights": np.round(weights / scale).astype(np.int8)}


class Graph:
    """Nodes one after the other; each call returns the name of what the node gives."""

    def __init__(self) -> None:
        self.nodes, self.constants, self.count = [], [], 0

    def node(self, kind: str, *inputs: str, **attributes) -> str:
        self.count += 1
        name = f"v{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, value) -> str:
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def number(self, value: float) -> str:
        return self.constant(np.float32(value))


def network(graph: Graph, image: str, fitted: dict[str, np.ndarray]) -> str:
    """Logits of `image`, float32 [N, 1, 28, 28] in 0 to 1."""
    pooled = graph.node("AveragePool", image, kernel_shape=[4, 4], strides=[4, 4])
    flat = graph.node("Flatten", pooled)
    project = graph.node("Cast", graph.constant(fitted["project"]), to=TensorProto.FLOAT)
    mixed = graph.node("MatMul", graph.node("Sub", flat, graph.number(0.3)), project)
    hidden = graph.node("Tanh", graph.node("Mul", mixed, graph.number(2 / 60)))
    weights, bias = (
        graph.node("Cast", graph.constant(part), to=TensorProto.FLOAT)
        for part in (fitted["weights"][:-1], fitted["weights"][-1])
    )
    logits = graph.node("Add", graph.node("MatMul", hidden, weights), bias)
    return graph.node("Mul", logits, graph.number(0.05))


def save(name, graph, inputs, output, shape, element=TensorProto.FLOAT, opset=17, ir=8):
    taken = [helper.make_tensor_value_info(*each) for each in inputs]
    given = [helper.make_tensor_value_info(output, element, shape)]
    made = helper.make_graph(graph.nodes, name, taken, given, graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", opset)])
    model.ir_version = ir
    model.producer_name = ""
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())


def make_accepted(fitted: dict[str, np.ndarray]) -> None:
    floats = TensorProto.FLOAT

    def make(name, shape, prepare, element=floats, finish=lambda graph, logits: logits, rows="N"):
        graph = Graph()
        logits = finish(graph, network(graph, prepare(graph, "image"), fitted))
        save(name, graph, [("image", element, shape)], logits, [rows, 10])

    def unscaled(graph, image, scale, offset):
        return graph.node("Add", graph.node("Mul", image, graph.number(scale)), graph.number(offset))

    def shaped(graph, image):
        return graph.node("Reshape", image, graph.constant(np.array([-1, 1, 28, 28], np.int64)))

    def first_channel(graph, image, axis):
        ends = [graph.constant(np.array([k], np.int64)) for k in (0, 1)]
        return graph.node("Slice", image, *ends, graph.constant(np.array([axis], np.int64)))

    make("planes_0_255", ["N", 1, 28, 28], lambda g, x: unscaled(g, x, 1 / 255, 0))
    make("last_0_1", ["N", 28, 28, 1], shaped)
    make(
        "flat_standardised",
        ["N", 784],
        lambda g, x: shaped(g, unscaled(g, x, DEVIATION, MEAN)),
    )
    make("bare_symmetric", ["N", 28, 28], lambda g, x: shaped(g, unscaled(g, x, 0.5, 0.5)))
    make(
        "rgb_planes_standardised",
        ["N", 3, 28, 28],
        lambda g, x: unscaled(g, first_channel(g, x, 1), DEVIATION, MEAN),
    )
    make(
        "rgb_last_inverted_one",
        [1, 28, 28, 3],
        lambda g, x: shaped(g, unscaled(g, first_channel(g, x, 3), -1, 1)),
        rows=1,
    )
    make(
        "half_0_1",
        ["N", 1, 28, 28],
        lambda g, x: g.node("Cast", x, to=floats),
        element=TensorProto.FLOAT16,
    )
    make(
        "bytes_inverted",
        ["N", 28, 28],
        lambda g, x: shaped(g, unscaled(g, g.node("Cast", x, to=floats), -1 / 255, 1)),
        element=TensorProto.UINT8,
    )
    make(
        "probabilities_four",
        [4, 1, 28, 28],
        lambda g, x: x,
        finish=lambda g, logits: g.node("Softmax", logits, axis=1),
        rows=4,
    )
    # Says that it takes any number of images, and takes one.
    make(
        "one_in_disguise",
        ["N", 1, 28, 28],
        lambda g, x: g.node("Reshape", x, g.constant(np.array([1, 1, 28, 28], np.int64))),
    )


def make_refused() -> None:
    image = ("image", TensorProto.FLOAT, ["N", 1, 28, 28])

    def first_pixels(count):
        graph = Graph()
        flat = graph.node("Flatten", "image")
        ends = [graph.constant(np.array([k], np.int64)) for k in (0, count, 1)]
        return graph, graph.node("Slice", flat, *ends)

    graph, ten = first_pixels(10)
    save("opset_too_new", graph, [image], ten, ["N", 10], opset=99)
    save("ir_too_new", graph, [image], ten, ["N", 10], ir=99)
    save("large_images", graph, [("image", TensorProto.FLOAT, ["N", 3, 224, 224])], ten, ["N", 10])
    save("whole_numbers", graph, [("image", TensorProto.INT64, ["N", 1, 28, 28])], ten, ["N", 10],
         element=TensorProto.INT64)

    graph, seven = first_pixels(7)
    save("seven_classes", graph, [image], seven, ["N", 7])

    graph = Graph()
    both = graph.node("Add", "image", "other")
    two = [image, ("other", TensorProto.FLOAT, ["N", 1, 28, 28])]
    save("two_inputs", graph, two, graph.node("Flatten", both), ["N", 784])

    graph = Graph()
    save("unknown_operator", graph, [image], graph.node("Unheard", "image"), ["N", 10])

    graph, ten = first_pixels(10)
    hollow = graph.node("Div", graph.node("Sub", ten, ten), graph.node("Sub", ten, ten))
    save("no_numbers", graph, [image], hollow, ["N", 10])

    # Weights in a file beside it, which a page is not given.
    graph, ten = first_pixels(10)
    graph.constants.append(numpy_helper.from_array(np.ones(10, np.float32), "far"))
    far = graph.constants[-1]
    far.ClearField("raw_data")
    far.data_location = TensorProto.EXTERNAL
    for key, value in (("location", "weights.bin"), ("offset", "0"), ("length", "40")):
        entry = far.external_data.add()
        entry.key, entry.value = key, value
    save("weights_elsewhere", graph, [image], graph.node("Add", ten, "far"), ["N", 10])

    make_endless()


def make_endless() -> None:
    """Adds a matrix product to itself 2^40 times."""
    graph, image = Graph(), ("image", TensorProto.FLOAT, ["N", 1, 28, 28])
    flat = graph.node("Flatten", "image")
    gram = graph.node("MatMul", graph.node("Transpose", flat, perm=[1, 0]), flat)
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["go"], ["go_on"]),
            helper.make_node("MatMul", ["so_far", "so_far"], ["product"]),
            helper.make_node("Tanh", ["product"], ["next"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("turn", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            helper.make_tensor_value_info("so_far", TensorProto.FLOAT, [784, 784]),
        ],
        [
            helper.make_tensor_value_info("go_on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("next", TensorProto.FLOAT, [784, 784]),
        ],
    )
    turns = graph.constant(np.int64(2**40))
    looped = graph.node("Loop", turns, graph.constant(np.bool_(True)), gram, body=body)
    ends = [graph.constant(np.array(end, np.int64)) for end in ([0, 0], [1, 10])]
    save("endless", graph, [image], graph.node("Slice", looped, *ends), [1, 10])


if __name__ == "__main__":
    make_accepted(fit(Path(sys.argv[1])))
    make_refused()
