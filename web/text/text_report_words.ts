// SPDX-License-Identifier: MIT
// text/text_report_words.ts: the report's numbers as the text view says them.
import type { ReportSnapshot } from '../shell/atelier_api';

const engineNames = {
  'onnxruntime-web': 'ONNX Runtime Web',
  'atelier-nn': "Atelier's own engine",
};

// 0.93544 -> "93.54 %"
export function share(part: number): string {
  return `${(100 * part).toFixed(2)} %`;
}

export function reportLine(report: ReportSnapshot | null): string {
  if (report === null) return 'Nothing has been evaluated yet';
  const { model, engine, done, count, running } = report;
  const who = `${model}, by ${engineNames[engine]}`;
  const many = (number: number) => number.toLocaleString('en');
  return running
    ? `${who}: ${many(done)} of ${many(count)} images`
    : `${who}: all ${many(count)} images`;
}

export function reportFigures(report: ReportSnapshot): [name: string, value: string][] {
  const { interval, calibration } = report;
  const figures: [string, string][] = [
    ['Accuracy', share(report.accuracy)],
    ['95 % interval', `${share(interval[0])} to ${share(interval[1])}`],
    ['Right answer among the first two', share(report.top2_accuracy)],
    ['Macro F1', report.macro_f1.toFixed(4)],
    ['Log loss, nats', report.log_loss.toFixed(4)],
    ['Calibration error', calibration.ece_after.toFixed(4)],
    ['Calibration error before temperature', calibration.ece_before.toFixed(4)],
  ];
  if (report.comparison) figures.push(['Comparison', report.comparison.words]);
  return figures;
}
