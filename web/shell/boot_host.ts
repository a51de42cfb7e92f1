// SPDX-License-Identifier: MIT
// shell/boot_host.ts: what the module asks of the page, and who answers.
import { ownModelId } from '../files/models';
import { saveFile } from '../files/save_file';
import { TrainingParts } from '../files/training_parts';
import { copyText, setCursor } from '../input/input';
import { Failure, failureOf } from '../seam/errors';
import type { Atelier } from '../seam/module';
import type { Host } from '../seam/raw_module';
import type { EvaluationJobs } from '../work/evaluation';
import type { ModuleJobs } from '../work/jobs';
import type { OrtModels } from '../work/ort_models';
import type { Ahead } from './boot_ahead';
import type { VisitorFiles } from './boot_files';
import { loadSettings, saveSetting } from './settings';

const forLater = 0; // bridge_abi.hpp

export interface HostParts {
  canvas: HTMLCanvasElement;
  ahead: Ahead;
  visitor: VisitorFiles;
  classifier: OrtModels;
  evaluations: EvaluationJobs;
  jobs: ModuleJobs;
  firstAnswer: Promise<void>; // what is large waits for it
  requestFrame(): void;
}

export function hostOf(module: Atelier, parts: HostParts): Host {
  const { canvas, requestFrame } = parts;
  const { ownModel, ownFiles, camera } = parts.visitor;
  return {
    ...models(module, parts),
    ...work(parts),
    wishes: {
      'load-test-set': () => parts.ahead.testSet.load(module),
      'list-models': () => void parts.ahead.catalogue.report(module),
      'load-settings': () =>
        loadSettings((key, value) => module.tell({ type: 'setting', key, value })),
      'choose-model': () => ownFiles.chooseModel(),
      'choose-data': () => ownFiles.chooseData(),
      'choose-photo': () => ownFiles.choosePhoto(),
      'use-camera': () => void camera.open(),
      'cancel-opening': () => ownModel.cancel(),
      'forget-own-model': () => ownModel.forget(),
    },
    readOwnModel: (reading) => ownModel.read(reading),
    saveSetting,
    saveFile,
    requestFrame,
    setCursor: (cursor) => setCursor(canvas, cursor),
    copyText,
  };
}

function models(module: Atelier, { ahead, classifier, firstAnswer }: HostParts) {
  const { catalogue, files } = ahead;
  const trainingParts = new TrainingParts(catalogue, (bytes_received, bytes_total) =>
    module.tell({ type: 'training-progress', bytes_received, bytes_total }),
  );
  const loaded = (token: number) => {
    if (token !== forLater) module.tell({ type: 'model-loaded', token });
  };
  // What was only for later is asked for again once it is needed, and then tells why not.
  const modelFailed = (token: number, error: Failure) => {
    if (token !== forLater) module.tell({ type: 'model-failed', token, error });
  };
  let newestLoad = 0; // whoever switches models quickly gets the last one, whichever comes first

  const ownEngineFile = async (id: string) => {
    const model = await catalogue.find(id);
    if (id === ownModelId) throw new Failure('onnx-unsupported', 'a foreign model');
    return files.get(model);
  };
  const loadForOrt = async (token: number, id: string) => {
    await firstAnswer;
    const file = await files.get(await catalogue.find(id));
    if (token === forLater) await classifier.prepare({ id, file });
    else if (token === newestLoad) await classifier.load({ id, file });
  };
  return {
    fetchModel: (token, id) =>
      void ownEngineFile(id).then(
        (file) => {
          if (!module.modelFile(token, file)) files.forget(id);
        },
        (thrown) => modelFailed(token, failureOf(thrown, 'network')),
      ),
    fetchTrainingPart: (token, id, part) =>
      void trainingParts.fetch(id, part).then(
        (file) => module.trainingPart(token, file),
        (thrown) =>
          module.tell({
            type: 'training-part-failed',
            token,
            error: failureOf(thrown, 'network'),
          }),
      ),
    loadModel: (token, id) => {
      if (token !== forLater) newestLoad = token;
      void loadForOrt(token, id).then(
        () => loaded(token),
        (thrown) => modelFailed(token, failureOf(thrown, 'engine-failed')),
      );
    },
    classify: (token, pixels) =>
      void classifier.run(pixels).then(
        ({ logits, ms }) => module.classifyDone(token, logits, ms),
        (thrown) =>
          module.tell({
            type: 'classify-failed',
            token,
            error: failureOf(thrown, 'engine-failed'),
          }),
      ),
  } satisfies Partial<Host>;
}

function work({ evaluations, jobs }: HostParts) {
  return {
    evaluate: (token, engine, id) => void evaluations.start(token, engine, id),
    cancelEvaluation: (token) => evaluations.cancel(token),
    startWork: (token, question) => jobs.start(token, question),
    cancelWork: (token) => jobs.cancel(token),
  } satisfies Partial<Host>;
}
