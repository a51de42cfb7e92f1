// SPDX-License-Identifier: MIT
// files/own_model/refusal.ts: which of the things that can be wrong with a .onnx file ONNX Runtime means.
// Its messages are for developers; these kinds have sentences for everybody else.
import { ErrorKind, Failure, failureOf, wordsOf } from '../../seam/errors';

// As ONNX Runtime 1.30.0 words it. The first that matches.
const signs: readonly [RegExp, ErrorKind][] = [
  [
    /unsupported model ir version|only \*guarantees\* support|opset \d+ is under/i,
    ErrorKind.onnxTooNew,
  ],
  [/external data|external initializer|MountedFiles/i, ErrorKind.onnxExternalData],
  [/protobuf parsing failed|no graph was found|invalid model/i, ErrorKind.onnxNotOnnx],
  [
    /no op registered|not a registered function|NOT_IMPLEMENTED|ERROR_CODE: [169]\b/i,
    ErrorKind.onnxUnsupported,
  ],
];

export function refusalOf(thrown: unknown): Failure {
  const failure = failureOf(thrown, ErrorKind.onnxUnsupported);
  if (thrown instanceof Failure || failure.kind === ErrorKind.outOfMemory) return failure;
  const words = wordsOf(thrown);
  const kind = signs.find(([sign]) => sign.test(words))?.[1];
  return kind === undefined ? failure : new Failure(kind, words);
}
