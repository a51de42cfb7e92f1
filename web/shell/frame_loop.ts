// SPDX-License-Identifier: MIT
// shell/frame_loop.ts: calls the module's update when something asks for it, and never otherwise: a page
// that shows nothing new costs nothing.
import type { Atelier } from '../seam/module';

export class FrameLoop {
  // False where drawing would be in vain; events are worked off all the same.
  canDraw: () => boolean = () => false;
  onUpdate: () => void = () => {};
  // State has changed, in an update or by an action.
  onChange: () => void = () => {};

  private frame: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private version = -1;
  private crashed = false;

  // onCrash: the module threw, so it cannot be called any more.
  constructor(
    private readonly module: Pick<Atelier, 'update' | 'gpuIsBehind' | 'stateVersion'>,
    private readonly onCrash: (thrown: unknown) => void,
  ) {
    document.addEventListener('visibilitychange', () => {
      // What waits for an animation frame would wait as long as the page stays hidden.
      const waiting = this.frame !== null;
      this.cancel();
      if (waiting || !document.hidden) this.request();
    });
  }

  // One update soon, however often this is called before it.
  request(): void {
    if (this.crashed || this.frame !== null || this.timer !== null) return;
    if (document.hidden) this.timer = setTimeout(() => this.runNow(), 0);
    else this.frame = requestAnimationFrame(() => this.runFrame());
  }

  private runFrame(): void {
    this.frame = null;
    // What has arrived is worked off meanwhile.
    if (this.module.gpuIsBehind()) {
      this.update(false);
      this.request();
    } else this.runNow();
  }

  // One update at once: for what the browser allows only inside the event of a user's gesture.
  runNow(): void {
    this.update(!document.hidden && this.canDraw());
  }

  private update(visible: boolean): void {
    if (this.crashed) return;
    this.cancel();
    try {
      const more = this.module.update(performance.now(), visible);
      // What is due for drawing waits until it can be seen; 'visibilitychange' comes back to it.
      if (more && visible) this.request();
    } catch (thrown) {
      this.crashed = true;
      this.onCrash(thrown);
      return;
    }
    this.onUpdate();
    this.noteChanges();
  }

  noteChanges(): void {
    const version = this.module.stateVersion();
    if (version === this.version) return;
    this.version = version;
    this.onChange();
  }

  private cancel(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    if (this.timer !== null) clearTimeout(this.timer);
    this.frame = null;
    this.timer = null;
  }
}
