// SPDX-License-Identifier: MIT
// engines.js: each engine as race.js wants it: from bytes 0..255 to logits, inputs and outputs
// included, because nobody can do without them.
import { withBytes } from './heap.js';

// Ours: work.wasm, as workers run it. `createWork` is Emscripten's function. Questions and answers
// are parcels, src/app/pack.hpp.
export async function atelier(createWork, model, options = {}) {
  const raw = await createWork({ work: { progress() {}, cancelled: () => 0 }, ...options });
  const name = new TextEncoder().encode('classify-images');
  withBytes(raw, name, (id) =>
    withBytes(raw, model, (file) => raw._work_model(id, name.length, file, model.length)),
  );
  return async (pixels) => {
    const question = new Uint8Array(4 + pixels.length);
    new DataView(question.buffer).setUint32(0, pixels.length, true);
    question.set(pixels, 4);
    const answer = withBytes(raw, name, (job) =>
      withBytes(raw, question, (given) => raw._work_run(job, name.length, given, question.length)),
    );
    if (raw.HEAPU8[answer] !== 1) throw new Error('our engine refuses the model');
    return new Float32Array(raw.HEAPU8.slice(answer + 5, answer + raw._work_answer_bytes()).buffer);
  };
}

// ONNX Runtime, for the web or native: the same interface.
export async function onnxRuntime(ort, model, options) {
  const session = await ort.InferenceSession.create(model, options);
  return async (pixels) => {
    const image = new ort.Tensor('float32', Float32Array.from(pixels), [
      pixels.length / 784,
      1,
      28,
      28,
    ]);
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
