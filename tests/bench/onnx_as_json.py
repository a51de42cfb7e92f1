# SPDX-License-Identifier: MIT
"""onnx_as_json.py MODEL.onnx: a model's graph as JSON, for engines that read no ONNX.

{"nodes": [{"op", "inputs", "outputs", "attributes"}], "weights": {name: {"shape", "floats"}}}, with the
floats as base64 of little-endian float32.
"""
import base64
import json
import sys

import onnx
from onnx import numpy_helper


def main() -> None:
    graph = onnx.load(sys.argv[1]).graph
    nodes = [
        {
            "op": node.op_type,
            "inputs": list(node.input),
            "outputs": list(node.output),
            "attributes": {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute},
        }
        for node in graph.node
    ]
    weights = {}
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor).astype("<f4")
        weights[tensor.name] = {
            "shape": list(values.shape),
            "floats": base64.b64encode(values.tobytes()).decode(),
        }
    json.dump({"nodes": nodes, "weights": weights}, sys.stdout)


if __name__ == "__main__":
    main()
