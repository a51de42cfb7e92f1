// SPDX-License-Identifier: MIT
// main.ts: starts the page. Reads like a table of contents: each line is a file beside this one.
import wasmUrl from '../build/web/atelier.wasm?url';
import workUrl from '../build/web/work.wasm?url';
import type { EngineName } from './generated/actions';
import { loadModule } from './seam/load_module';
import type { Atelier } from './seam/module';
import { askAhead, FirstAnswer } from './shell/boot_ahead';
import { catchStrayErrors } from './shell/boot_errors';
import { acceptFiles } from './shell/boot_files';
import { hostOf } from './shell/boot_host';
import { showPage } from './shell/boot_page';
import { Cards } from './shell/cards';
import { element } from './shell/elements';
import { missingFeature } from './shell/features';
import { addFonts } from './shell/fonts';
import { FrameLoop } from './shell/frame_loop';
import { Classifier } from './work/classifier';
import { EvaluationJobs } from './work/evaluation';
import { WorkCode } from './work/code';
import { Jobs, ModuleJobs } from './work/jobs';
import { OrtModels } from './work/ort_models';
import ortWorkerUrl from './work/ort_worker?worker&url';
import workerUrl from './work/worker?worker&url';

const base = document.baseURI;
const cards = new Cards();
const noteStarted = catchStrayErrors(cards);

// Pages are cached for minutes, so every file of ours that changes has the build in its address.
const versioned = (url: string) => `${url}?v=${__BUILD_ID__}`;
const startWorker = (url: string) => new Worker(versioned(url), { type: 'module' });

const ort = {
  ortUrl: new URL(`ort/${__ORT_VERSION__}/`, base).href,
  wasmBytes: __ORT_WASM_BYTES__,
  makeWorker: () => startWorker(ortWorkerUrl),
};

const progressTo = (module: Atelier, engine: EngineName) => (received: number, total: number) =>
  module.tell({ type: 'engine-progress', engine, bytes_received: received, bytes_total: total });

async function boot(): Promise<void> {
  const canvas = element('canvas', HTMLCanvasElement);
  const firstAnswer = new FirstAnswer();
  const ahead = askAhead(base, firstAnswer);
  const module = await loadModule({
    wasmUrl: versioned(wasmUrl),
    canvas,
    onBytes: (received) => cards.progress(received, __WASM_BYTES__),
    onAbort: (detail) => cards.showStop(new Error(detail)),
  });
  ahead.files.onProgress = progressTo(module, 'atelier-nn');
  const frames = new FrameLoop(module, (thrown) => cards.showStop(thrown));

  const visitor = acceptFiles(module, ort, ahead);
  const onProgress = progressTo(module, 'onnxruntime-web');
  const classifier = new OrtModels(new Classifier({ ...ort, onProgress }), visitor.ownModel);
  const { catalogue, files } = ahead;
  const workCode = new WorkCode(versioned(workUrl));
  const jobs = new Jobs({
    makeWorker: () => startWorker(workerUrl),
    code: () => workCode.compile(),
    model: (id) => catalogue.find(id).then((model) => files.get(model)),
  });
  const parts = { module, classifier, catalogue, files, jobs };
  const host = hostOf(module, {
    canvas,
    ahead,
    visitor,
    classifier,
    evaluations: new EvaluationJobs(() => parts, catalogue),
    jobs: new ModuleJobs(jobs, module),
    firstAnswer: firstAnswer.possible,
    requestFrame: () => frames.request(),
  });
  module.start(host); // so that network and images are in it by the first frame

  const hasWindow = module.createWindow();
  await addFonts(ahead.fonts, module);
  showPage(module, { canvas, frames, api: parts, visitor, hasWindow });
  cards.hideLoading();
  noteStarted();
  firstAnswer.after([ahead.firstFile, ahead.testSet.begun]);
}

const missing = missingFeature();
if (missing !== null) cards.showError(missing, navigator.userAgent);
else boot().catch((thrown: unknown) => cards.showFailure(thrown));
