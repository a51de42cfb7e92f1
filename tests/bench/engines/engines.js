// SPDX-License-Identifier: MIT
// engines.js: each engine as race.js wants it: from bytes 0..255 to logits, inputs and outputs
// included, because nobody can do without them.
import { withBytes } from './heap.js';

// Ours: the product's own module, as its workers run it. `createAtelier` is Emscripten's function.
export async function atelier(createAtelier, model, options = {}) {
  const raw = await createAtelier({ noInitialRun: true, ...options });
  const loaded = withBytes(raw, model, (pointer) => raw._atelier_worker_load(pointer, model.length));
  if (loaded !== 0) throw new Error('our engine refuses the model');
  return async (pixels) => {
    const count = pixels.length / 784;
    return withBytes(raw, pixels, (given) =>
      withBytes(raw, new Uint8Array(40 * count), (result) => {
        raw._atelier_worker_run(given, count, result);
        return new Float32Array(raw.HEAPU8.slice(result, result + 40 * count).buffer);
      }),
    );
  };
}

// ONNX Runtime, for the web or native: the same interface.
export async function onnxRuntime(ort, model, options) {
  const session = await ort.InferenceSession.create(model, options);
  return async (pixels) => {
    const image = new ort.Tensor('float32', Float32Array.from(pixels), [pixels.length / 784, 1, 28, 28]);
    const { logits } = await session.run({ image }, ['logits']);
    return logits.data;
  };
}

// `network` as buildNetwork() makes it.
export function tensorflow(tf, network) {
  return async (pixels) =>
    tf.tidy(() => {
      const images = tf.tensor(Float32Array.from(pixels), [pixels.length / 784, 28, 28, 1]);
      return network(images).dataSync();
    });
}
