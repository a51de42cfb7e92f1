// SPDX-License-Identifier: MIT
// text_view_words.ts: a snapshot's numbers as the text view says them.
import type { Snapshot } from './atelier_api';
import { classNames } from './class_names';

export function percent(probability: number): string {
  if (probability < 0.0005) return '< 0.1 %';
  if (probability >= 0.9995) return '> 99.9 %';
  return `${(probability * 100).toFixed(1)} %`;
}

export function imageWords({ source, index, label }: Snapshot['input']) {
  const trueClass = label === null ? undefined : classNames[label];
  if (source === 'sample') {
    return {
      image: `Test image ${index}, 28 by 28 pixels: ${trueClass}`,
      caption: `Test image ${index} · true class: ${trueClass}`,
    };
  }
  if (source === 'drawing') {
    return {
      image: 'The drawing as the network sees it',
      caption: 'Your drawing, 28 by 28 pixels',
    };
  }
  return { image: 'No image yet', caption: 'No image yet' };
}

export function model({ model: { id, parameters } }: Snapshot): string {
  return parameters > 0 ? `${id}, ${parameters.toLocaleString('en')} weights` : 'Loading';
}

const engineTitles = {
  'onnxruntime-web': 'ONNX Runtime Web',
  'atelier-nn': "Atelier's own engine",
};

export function engine({ model, engines, prediction }: Snapshot): string {
  const answering = prediction?.engine ?? model.engine;
  const time = prediction ? `, ${prediction.ms.toFixed(1)} ms` : '';
  const missing = engines
    .filter(({ name, phase }) => name !== answering && phase !== 'ready')
    .map(({ name, phase }) => {
      return `. ${engineTitles[name]} is ${phase === 'failed' ? 'not available' : 'on its way'}`;
    });
  return engineTitles[answering] + time + missing.join('');
}

export function dataset({ dataset: { name, count, verified, bytes, bytes_total } }: Snapshot) {
  const images = `${name}, ${count.toLocaleString('en')} images`;
  if (verified) return `${images}, verified against the official files`;
  if (count === 10_000) return `${images}, not the official files`;
  const total = bytes_total >= bytes && bytes_total > 0 ? ` of ${megabytes(bytes_total)}` : '';
  return `${images}, ${megabytes(bytes)}${total} so far`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
