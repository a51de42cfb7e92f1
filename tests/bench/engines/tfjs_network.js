// SPDX-License-Identifier: MIT
// tfjs_network.js: a network of ours in TensorFlow.js, rebuilt from the same weights. Convolutions
// take their bias and, where nothing else reads their output, their ReLU with them, as TensorFlow.js's
// own converter does it.

// `graph` is what onnx_as_json.py prints. Returns a function from float32 [N, 28, 28, 1] to logits.
export function buildNetwork(tf, graph) {
  const weights = Object.fromEntries(
    Object.entries(graph.weights).map(([name, { shape, floats }]) => [
      name,
      tf.tensor(floatsOf(floats), shape),
    ]),
  );
  const readers = (value) => graph.nodes.filter(({ inputs }) => inputs.includes(value));
  const steps = [];
  const absorbed = new Set();
  for (const node of graph.nodes) {
    if (absorbed.has(node)) continue;
    const next = readers(node.outputs[0]);
    const relu = node.op === 'Conv' && next.length === 1 && next[0].op === 'Relu' ? next[0] : null;
    if (relu) absorbed.add(relu);
    steps.push({ run: operation(tf, node, weights, relu !== null), node, output: (relu ?? node).outputs[0] });
  }
  return (images) => {
    const values = new Map([['image', images]]);
    for (const { run, node, output } of steps) {
      values.set(output, run(...node.inputs.map((name) => values.get(name) ?? weights[name])));
    }
    return values.get('logits');
  };
}

function operation(tf, { op, inputs, attributes }, weights, withRelu) {
  switch (op) {
    case 'Sub':
      return (x, y) => tf.sub(x, tf.reshape(y, [-1]));
    case 'Add':
      return (x, y) => tf.add(x, y);
    case 'Relu':
      return (x) => tf.relu(x);
    case 'GlobalAveragePool':
      return (x) => tf.mean(x, [1, 2]);
    case 'Flatten':
      return (x) => x; // after the pooling there is nothing left to flatten
    case 'Conv': {
      const [, kernel, bias] = inputs;
      const filter = tf.transpose(weights[kernel], [2, 3, 1, 0]); // OIHW to HWIO
      const [pad] = attributes.pads;
      if (attributes.pads.some((each) => each !== pad)) throw new Error('uneven padding');
      return (x) =>
        tf.fused.conv2d({
          x,
          filter,
          strides: attributes.strides,
          pad,
          dimRoundingMode: 'floor',
          bias: weights[bias],
          activation: withRelu ? 'relu' : 'linear',
        });
    }
    case 'Gemm': {
      // Turned beforehand: asked to turn it, the wasm backend 4.22 forgets the bias.
      const matrix = weights[inputs[1]];
      const turned = attributes.transB === 1 ? tf.transpose(matrix) : matrix;
      return (x, _matrix, bias) => tf.fused.matMul({ a: x, b: turned, bias });
    }
    default:
      throw new Error(`the benchmark does not know the operator ${op}`);
  }
}

function floatsOf(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}
