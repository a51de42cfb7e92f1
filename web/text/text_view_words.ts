// SPDX-License-Identifier: MIT
// text/text_view_words.ts: a snapshot's numbers as the text view says them.
import type { Snapshot } from '../shell/atelier_api';

export function percent(probability: number): string {
  if (probability < 0.0005) return '< 0.1 %';
  if (probability >= 0.9995) return '> 99.9 %';
  return `${(probability * 100).toFixed(1)} %`;
}

function exactPercent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

export function imageWords(
  { source, index, label }: Pick<Snapshot['input'], 'source' | 'index' | 'label'>,
  classNames: readonly string[],
) {
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
  if (source === 'photo') {
    return {
      image: 'The photo as the network sees it',
      caption: 'Your photo, 28 by 28 pixels',
    };
  }
  return { image: 'No image yet', caption: 'No image yet' };
}

export function model({ model: { id }, models }: Snapshot): string {
  const current = models.find((each) => each.id === id);
  if (!current) return 'Loading';
  if (id === 'own') return `your own model, ${Math.round(current.bytes / 1000)} kB`;
  const { parameters, macs, bytes, test_accuracy } = current;
  return (
    `${parameters.toLocaleString('en')} weights, ${macs.toLocaleString('en')} multiply-adds an ` +
    `image, ${Math.round(bytes / 1000)} kB, ${exactPercent(test_accuracy)} of the test set right`
  );
}

const orders = {
  index: '',
  confidence: ', the most confident first',
  uncertainty: ', the least confident first',
  loss: ', the highest loss first',
};
const verdicts = { answer: 'an answer', unsure: 'not sure', unfamiliar: 'unfamiliar', blank: '' };

// "12 images: true class Coat, wrong answers".
export function explore({ explore, dataset, model, report }: Snapshot): string {
  const { filter, count, needs_evaluation } = explore;
  const answers = (report ?? model).class_names;
  const { label, prediction, right, verdict, confidence, sort } = filter;
  const conditions = [
    label !== null && `true class ${dataset.class_names[label]}`,
    prediction !== null && `answered ${answers[prediction]}`,
    right !== null && `${right ? 'right' : 'wrong'} answers`,
    verdict !== null && `verdict: ${verdicts[verdict]}`,
    (confidence[0] > 0 || confidence[1] < 1) &&
      `confidence ${confidence.map((end) => Math.round(100 * end)).join(' to ')} %`,
  ].filter((condition) => condition !== false);
  const asked = (conditions.length > 0 ? `: ${conditions.join(', ')}` : '') + orders[sort];
  if (needs_evaluation) return `Nothing until the test set is evaluated${asked}`;
  return `${count.toLocaleString('en')} ${count === 1 ? 'image' : 'images'}${asked}`;
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
