// SPDX-License-Identifier: MIT
// files/own_model/refusal.ts: which of the things that can be wrong with a .onnx file ONNX Runtime means.
// Its messages are for developers; these kinds have sentences for everybody else.
import { type ErrorCode, Failure, failureOf, wordsOf } from '../../seam/errors';

// As ONNX Runtime 1.30.0 words it. The first that matches.
const signs: readonly [RegExp, ErrorCode][] = [
  [/unsupported model ir version|only \*guarantees\* support|opset \d+ is under/i, 'onnx-too-new'],
  [/external data|external initializer|MountedFiles/i, 'onnx-external-data'],
  [/protobuf parsing failed|no graph was found|invalid model/i, 'onnx-not-onnx'],
  [
    /no op registered|not a registered function|NOT_IMPLEMENTED|ERROR_CODE: [169]\b/i,
    'onnx-unsupported',
  ],
];

export function refusalOf(thrown: unknown): Failure {
  const failure = failureOf(thrown, 'onnx-unsupported');
  if (thrown instanceof Failure || failure.code === 'out-of-memory') return failure;
  const words = wordsOf(thrown);
  const code = signs.find(([sign]) => sign.test(words))?.[1];
  return code === undefined ? failure : new Failure(code, words);
}
