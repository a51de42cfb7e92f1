// SPDX-License-Identifier: MIT
// race.js: engines in turns over the same images, in a browser's page or in Node.js. An engine is
// { name: async (pixels: Uint8Array of N images) => logits }, N x 10 numbers.

const pixelCount = 784;
const classCount = 10;

// An answer for each of the first `count` images, one at a time, so that they can be compared.
export async function answersOf(run, pixels, count) {
  const answers = [];
  for (let k = 0; k < count; ++k) answers.push(...(await run(image(pixels, k, 1))));
  return answers;
}

// Milliseconds an image: { [engine]: { 1: [a number a round], 64: [...] } }.
export async function race(engines, pixels, { rounds, warmUpRounds, singles }) {
  const times = {};
  for (let round = -warmUpRounds; round < rounds; ++round) {
    for (const [name, run] of Object.entries(engines)) {
      const one = await timed(singles, (k) => run(image(pixels, k, 1)));
      const many = await timed(1, () => run(image(pixels, 0, 64)));
      if (round < 0) continue;
      times[name] ??= { 1: [], 64: [] };
      times[name][1].push(one);
      times[name][64].push(many / 64);
    }
  }
  return times;
}

async function timed(count, run) {
  const started = performance.now();
  for (let k = 0; k < count; ++k) {
    const logits = await run(k);
    if (logits.length % classCount !== 0) throw new Error('these are no logits');
  }
  return (performance.now() - started) / count;
}

function image(pixels, first, count) {
  return pixels.subarray(first * pixelCount, (first + count) * pixelCount);
}
