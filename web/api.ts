// SPDX-License-Identifier: MIT
// api.ts: window.atelier, the door for scripts, tests and the text view.
import { carryOut, engineName } from './actions';
import type { Action, AtelierApi, AtelierError, Classification, Snapshot } from './atelier_api';
import type { Classifier } from './classifier';
import { failureOf, ErrorKind } from './errors';
import type { Atelier } from './module';
import { pixelCount } from './raw_module';

export class Api implements AtelierApi {
  readonly version = __VERSION__;
  readonly ready: Promise<void>;

  private settle: { resolve(): void; reject(error: AtelierError): void } | null = null;

  constructor(
    private readonly module: Atelier,
    private readonly classifier: Pick<Classifier, 'run'>,
    private readonly onAction: () => void,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // A page where nobody waits for it has its own way to show what went wrong.
    this.ready.catch(() => {});
  }

  snapshot(): Snapshot {
    return JSON.parse(this.module.snapshotText()) as Snapshot;
  }

  dispatch(action: Action): void {
    carryOut(action, this.module);
    this.onAction();
  }

  async classify(pixels: Uint8Array): Promise<Classification> {
    const checked = checkPixels(pixels);
    try {
      const { logits, ms } = await this.classifier.run(checked);
      const probabilities = this.module.probabilities(logits);
      if (!probabilities) throw new Error('the logits are no numbers');
      return { logits: Array.from(logits), probabilities, engine: engineName, ms };
    } catch (thrown) {
      const { code, detail } = failureOf(thrown, ErrorKind.engineFailed);
      throw { code, message: detail } satisfies AtelierError;
    }
  }

  // Settles `ready`. Call when State has changed.
  noteState({ phase, error }: Pick<Snapshot, 'phase' | 'error'>): void {
    if (phase === 'ready') this.settle?.resolve();
    else if (phase === 'failed' && error) {
      this.settle?.reject({ code: error.code, message: error.message });
    } else return;
    this.settle = null;
  }
}

function checkPixels(pixels: unknown): Uint8Array<ArrayBuffer> {
  const isByte = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;
  const list =
    pixels instanceof Uint8Array || pixels instanceof Uint8ClampedArray || Array.isArray(pixels)
      ? (pixels as ArrayLike<number>)
      : null;
  if (list?.length === pixelCount && Array.from(list).every(isByte)) return Uint8Array.from(list);
  throw new TypeError(`classify() takes a Uint8Array of ${pixelCount} values from 0 to 255`);
}
