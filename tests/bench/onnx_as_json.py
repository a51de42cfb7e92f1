# SPDX-License-Identifier: MIT
"""onnx_as_json.py MODEL.onnx: a model's graph as JSON, for engines that read no ONNX.

{"nodes": [{"op", "inputs", "outputs", "attributes"}], "weights": {name: {"shape", "floats"}}}, with the
floats as base64 of little-endian float32. Weights that are kept in another type are converted here: no Cast is left.
"""
import base64
import json
import sys

import onnx
from onnx import numpy_helper


def main() -> None:
    graph = onnx.load(sys.argv[1]).graph
    constants = {tensor.name: numpy_helper.to_array(tensor).astype("<f4") for tensor in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in constants:
            constants[node.output[0]] = constants.pop(node.input[0])
            continue
        nodes.append(
            {
                "op": node.op_type,
                "inputs": list(node.input),
                "outputs": list(node.output),
                "attributes": {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute},
            }
        )
    weights = {
        name: {"shape": list(values.shape), "floats": base64.b64encode(values.tobytes()).decode()}
        for name, values in constants.items()
    }
    json.dump({"nodes": nodes, "weights": weights}, sys.stdout)


if __name__ == "__main__":
    main()
