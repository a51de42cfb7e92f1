// SPDX-License-Identifier: MIT
// main.ts: starts the page. Reads like a table of contents: each line is a file beside this one.
import wasmUrl from '../build/web/atelier.wasm?url';
import { EngineKind } from './seam/abi_values';
import { Api, type ApiParts } from './shell/api';
import { Camera } from './files/camera';
import { Cards } from './shell/cards';
import { Classifier } from './work/classifier';
import { DeepLink } from './shell/deep_link';
import { TestSetDownload } from './files/downloads';
import { element } from './shell/elements';
import { ErrorKind, Failure, failureOf } from './seam/errors';
import { EvaluationJobs } from './work/evaluation';
import { ExplainingJobs } from './work/explaining';
import { missingFeature } from './shell/features';
import { addFonts, fetchFonts } from './shell/fonts';
import { FrameLoop } from './shell/frame_loop';
import { copyText, Input, setCursor } from './input/input';
import { loadModule } from './seam/load_module';
import { ModelFiles } from './files/model_files';
import { ModelCatalogue, ownModelId } from './files/models';
import type { Atelier } from './seam/module';
import nnWorkerUrl from './work/nn_worker?worker&url';
import { OrtModels } from './work/ort_models';
import ortWorkerUrl from './work/ort_worker?worker&url';
import { PairJobs } from './work/pair_search';
import { saveFile } from './files/save_file';
import { openData } from './files/own_data';
import { OwnFiles } from './files/own_files';
import { OwnModel } from './files/own_model/own_model';
import { PhotoFiles } from './files/photo';
import { loadSettings, saveSetting } from './shell/settings';
import { statusLine } from './shell/status_line';
import { TextView } from './text/text_view';
import { TrainingParts } from './files/training_parts';

const base = document.baseURI;
const cards = new Cards();
let booted = false;

// What nobody caught: fatal while the page starts; later, only if it comes out of the module.
function onStrayError(thrown: unknown): void {
  if (!booted) cards.showFailure(thrown);
  else if (thrown instanceof WebAssembly.RuntimeError) cards.showStop(thrown);
}
addEventListener('error', ({ error }) => error && onStrayError(error));
addEventListener('unhandledrejection', ({ reason }) => onStrayError(reason));

// Pages are cached for minutes, so every file of ours that changes has the build in its address.
function versioned(url: string): string {
  return `${url}?v=${__BUILD_ID__}`;
}

// When the page has nothing to do, or in a while.
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 500 });
  else setTimeout(act, 100); // Safari
}

// Until it holds, or there is no hope that it ever will.
async function waitFor(holds: () => boolean): Promise<void> {
  for (let waits = 0; waits < 300 && !holds(); ++waits) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function boot(): Promise<void> {
  const canvas = element('canvas', HTMLCanvasElement);
  let module: Atelier | null = null;
  let frames: FrameLoop | null = null;
  const running = (): Atelier => {
    if (!module) throw new Error('the module is not there yet');
    return module;
  };

  // Nothing large is asked for before the page has what a first answer needs.
  let firstAnswerPossible!: () => void;
  const behind = new Promise<void>((resolve) => {
    firstAnswerPossible = resolve;
  });

  // What takes long and needs no module begins first: the default network, images, the fonts.
  const progressOf = (engine: EngineKind) => (received: number, total: number) =>
    module?.engineProgress(engine, received, total);
  const ort = {
    ortUrl: new URL(`ort/${__ORT_VERSION__}/`, base).href,
    wasmBytes: __ORT_WASM_BYTES__,
    makeWorker: () => new Worker(versioned(ortWorkerUrl), { type: 'module' }),
  };
  const pageClassifier = new Classifier({ ...ort, onProgress: progressOf(EngineKind.ortWeb) });
  const catalogue = new ModelCatalogue(base, __BUILD_ID__);
  const files = new ModelFiles(progressOf(EngineKind.atelierNn));
  const ownModel = new OwnModel({
    module: running,
    hasTestImages: (count) => waitFor(() => running().trialImages(count).labels.length === count),
    engine: ort,
    catalogue,
    files,
  });
  const photos = new PhotoFiles(running);
  const ownFiles = new OwnFiles({
    onModel: (file) => void ownModel.open(file),
    onData: (given) => void openData(running(), given),
    onPhoto: (file) => void photos.open(file),
  });
  const camera = new Camera({
    onPhoto: (photo) => photos.take(photo),
    onFailure: (failure) => photos.refuse(failure),
  });
  const trainingParts = new TrainingParts(catalogue, (received, total) =>
    running().trainingProgress(received, total),
  );
  const classifier = new OrtModels(pageClassifier, ownModel);
  const testSet = new TestSetDownload(running, base, behind);
  testSet.prepare();
  const firstFile = catalogue
    .load()
    .then(({ defaultId }) => catalogue.find(defaultId))
    .then((model) => files.get(model));
  firstFile.catch(() => {}); // the module will ask, fail the same way and say so
  const fonts = fetchFonts(base);

  let newestLoad = 0; // whoever switches models quickly gets the last one, whichever comes first
  let parts: ApiParts | null = null;
  const allParts = (): ApiParts => {
    if (!parts) throw new Error('the module is not there yet');
    return parts;
  };
  const jobs = new EvaluationJobs(allParts, catalogue);
  const pairJobs = new PairJobs(allParts, catalogue);
  const explaining = new ExplainingJobs(allParts, catalogue);
  const { atelier, code } = await loadModule({
    wasmUrl: versioned(wasmUrl),
    canvas,
    host: {
      loadTestSet: () => testSet.load(),
      listModels: () => void catalogue.report(running()),
      fetchModel: (token, id) =>
        void catalogue
          .find(id)
          .then((model) => {
            if (id === ownModelId) throw new Failure(ErrorKind.onnxUnsupported, 'a foreign model');
            return files.get(model);
          })
          .then(
            (file) => {
              if (!running().modelFile(token, file)) files.forget(id);
            },
            (thrown) => running().modelFailed(token, failureOf(thrown, ErrorKind.network)),
          ),
      fetchTrainingPart: (token, id, part) =>
        void trainingParts.fetch(id, part).then(
          (file) => running().trainingPart(token, file),
          (thrown) => running().trainingPartFailed(token, failureOf(thrown, ErrorKind.network)),
        ),
      loadModel: (token, id) => {
        newestLoad = token;
        void behind
          .then(() => catalogue.find(id))
          .then(async (model) => {
            const file = await files.get(model);
            if (token === newestLoad) await classifier.load({ id, file });
          })
          .then(
            () => running().modelDone(token),
            (thrown) => running().modelFailed(token, failureOf(thrown, ErrorKind.engineFailed)),
          );
      },
      classify: (token, pixels) =>
        void classifier.run(pixels).then(
          ({ logits, ms }) => running().classifyDone(token, logits, ms),
          (thrown) => running().classifyFailed(token, failureOf(thrown, ErrorKind.engineFailed)),
        ),
      evaluate: (token, engine, id) => void jobs.start(token, engine, id),
      findPairs: (token, space, id) => void pairJobs.start(token, space, id),
      occlude: (token, id, pixels, patch, stride) =>
        explaining.ask(token, id, { type: 'occlude', pixels, patch, stride }),
      findChanges: (token, id, pixels, method, target) =>
        explaining.ask(token, id, { type: 'change', pixels, method, target }),
      classifyBatch: (token, id, pixels) =>
        explaining.ask(token, id, { type: 'run', first: 0, pixels }),
      cancelJob: (token) => {
        jobs.cancel(token);
        pairJobs.cancel(token);
        explaining.cancel(token);
      },
      loadSettings: () => loadSettings((key, value) => running().setting(key, value)),
      saveSetting,
      saveFile,
      chooseModel: () => ownFiles.chooseModel(),
      chooseData: () => ownFiles.chooseData(),
      choosePhoto: () => ownFiles.choosePhoto(),
      useCamera: () => void camera.open(),
      cancelOpening: () => ownModel.cancel(),
      readOwnModel: (reading) => ownModel.read(reading),
      forgetOwnModel: () => ownModel.forget(),
      requestFrame: () => frames?.request(),
      setCursor: (cursor) => setCursor(canvas, cursor),
      copyText,
    },
    onBytes: (received) => cards.progress(received, __WASM_BYTES__),
    onAbort: (detail) => cards.showStop(new Error(detail)),
  });
  module = atelier;
  module.start(); // so that network and images are in it by the first frame

  const hasWindow = module.createWindow();
  await addFonts(fonts, module);

  const pool = {
    makeWorker: () => new Worker(versioned(nnWorkerUrl), { type: 'module' }),
    module: code,
  };
  parts = { module, classifier, catalogue, files, pool };
  const api = new Api(parts, () => frames?.noteChanges());
  const textView = new TextView({
    api,
    outline: () => running().outline(),
    open: {
      model: () => ownFiles.chooseModel(),
      data: () => ownFiles.chooseData(),
      photo: () => ownFiles.choosePhoto(),
      camera: () => void camera.open(),
    },
    copy: copyText,
    onToggle: () => frames?.request(),
  });
  const deepLink = new DeepLink(api);
  const announce = statusLine(
    () => running().announcement() || (api.snapshot().error?.message ?? ''),
    element('status', HTMLElement),
  );

  let input: Input | null = null;
  frames = new FrameLoop({
    module,
    canDraw: () => hasWindow && !textView.isOpen,
    onUpdate: () => input?.afterUpdate(),
    onChange: () => {
      const snapshot = api.snapshot();
      api.noteState(snapshot);
      deepLink.noteState(snapshot);
      textView.noteState();
      announce();
    },
    onCrash: (thrown) => cards.showStop(thrown),
  });

  window.atelier = api;
  deepLink.start();
  if (hasWindow) {
    input = new Input(module, frames, {
      canvas,
      textField: element('text-field', HTMLInputElement),
    });
    input.listen();
  } else {
    textView.openForGood();
  }
  frames.runNow();
  frames.request();
  cards.hideLoading();
  booted = true;
  void Promise.allSettled([firstFile, testSet.begun]).then(() => whenIdle(firstAnswerPossible));
}

const missing = missingFeature();
if (missing !== null) cards.showError(missing, navigator.userAgent);
else boot().catch((thrown: unknown) => cards.showFailure(thrown));
