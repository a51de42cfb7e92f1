// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { FrameLoop } from '../../web/shell/frame_loop';

class FakeDocument extends EventTarget {
  hidden = false;
}

let page: FakeDocument;
let frames: (() => void)[];
let timers: (() => void)[];
let canDraw: boolean;
const module = {
  update: vi.fn<(now: number, visible: boolean) => boolean>(),
  gpuIsBehind: vi.fn<() => boolean>(),
  stateVersion: vi.fn<() => number>(),
};
const events = { onUpdate: vi.fn(), onChange: vi.fn(), onCrash: vi.fn() };
let loop: FrameLoop;

// Schedulers with handles that cancel, like the browser's.
function stubScheduler(schedule: string, cancel: string, waiting: () => (() => void)[]) {
  let last = 0;
  const handles = new Map<number, () => void>();
  vi.stubGlobal(schedule, (act: () => void) => {
    waiting().push(act);
    handles.set(++last, act);
    return last;
  });
  vi.stubGlobal(cancel, (handle: number) => {
    const index = waiting().indexOf(handles.get(handle)!);
    if (index >= 0) waiting().splice(index, 1);
  });
}

beforeEach(() => {
  page = new FakeDocument();
  frames = [];
  timers = [];
  canDraw = true;
  vi.stubGlobal('document', page);
  stubScheduler('requestAnimationFrame', 'cancelAnimationFrame', () => frames);
  stubScheduler('setTimeout', 'clearTimeout', () => timers);
  vi.resetAllMocks();
  module.update.mockReturnValue(false);
  module.gpuIsBehind.mockReturnValue(false);
  module.stateVersion.mockReturnValue(0);
  const { onCrash, ...following } = events;
  loop = Object.assign(new FrameLoop(module, onCrash), { canDraw: () => canDraw, ...following });
});

function hide(hidden: boolean): void {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
}

describe('the frame loop', () => {
  it('never schedules twice, however often it is asked', () => {
    loop.request();
    loop.request();
    loop.request();
    expect(frames).toHaveLength(1);
    frames.shift()!();
    expect(module.update).toHaveBeenCalledTimes(1);
    expect(frames).toHaveLength(0);
  });

  it('goes on exactly as long as the module wants it to', () => {
    module.update.mockReturnValueOnce(true).mockReturnValueOnce(true).mockReturnValue(false);
    loop.request();
    while (frames.length > 0) {
      expect(frames).toHaveLength(1);
      frames.shift()!();
    }
    expect(module.update).toHaveBeenCalledTimes(3);
  });

  it('draws nothing while the GPU is behind, but works off what has arrived', () => {
    module.gpuIsBehind.mockReturnValueOnce(true).mockReturnValueOnce(true);
    const drawn = () => module.update.mock.calls.map(([, visible]) => visible);
    loop.request();
    frames.shift()!();
    frames.shift()!();
    expect(drawn()).toEqual([false, false]);
    frames.shift()!();
    expect(drawn()).toEqual([false, false, true]);
    expect(frames).toHaveLength(0);

    module.gpuIsBehind.mockReturnValue(true);
    loop.runNow(); // must be at once
    expect(drawn()).toEqual([false, false, true, true]);
  });

  it('does not lose a request that comes from inside the update', () => {
    module.update.mockImplementationOnce(() => {
      loop.request();
      return true;
    });
    loop.request();
    frames.shift()!();
    expect(frames).toHaveLength(1);
  });

  it('updates at once for a gesture, in place of the frame that was due', () => {
    loop.request();
    loop.runNow();
    expect(module.update).toHaveBeenCalledTimes(1);
    expect(frames).toHaveLength(0);
  });

  it('works off events in a hidden page by the timer, without drawing', () => {
    hide(true);
    module.update.mockReturnValue(true);
    loop.request();
    loop.request();
    expect([frames.length, timers.length]).toEqual([0, 1]);
    timers.shift()!();
    expect(module.update).toHaveBeenCalledWith(expect.any(Number), false);
    // What is due for drawing must not keep a hidden page busy.
    expect([frames.length, timers.length]).toEqual([0, 0]);
  });

  it('takes a frame that was due along when the page is hidden', () => {
    loop.request();
    hide(true);
    expect([frames.length, timers.length]).toEqual([0, 1]);
  });

  it('draws again when the page is seen again', () => {
    hide(true);
    hide(false);
    expect(frames).toHaveLength(1);
    frames.shift()!();
    expect(module.update).toHaveBeenLastCalledWith(expect.any(Number), true);
  });

  it('does not draw where drawing would be in vain', () => {
    canDraw = false;
    module.update.mockReturnValue(true);
    loop.request();
    frames.shift()!();
    expect(module.update).toHaveBeenCalledWith(expect.any(Number), false);
    expect(frames).toHaveLength(0);
  });

  it('reports a change of State once', () => {
    module.stateVersion.mockReturnValue(5);
    loop.runNow();
    loop.runNow();
    loop.noteChanges();
    expect(events.onChange).toHaveBeenCalledTimes(1);
    module.stateVersion.mockReturnValue(6);
    loop.noteChanges();
    expect(events.onChange).toHaveBeenCalledTimes(2);
    expect(events.onUpdate).toHaveBeenCalledTimes(2);
  });

  it('never calls a module again that has thrown', () => {
    const trap = new Error('unreachable');
    module.update.mockImplementationOnce(() => {
      throw trap;
    });
    loop.runNow();
    loop.request();
    loop.runNow();
    expect(events.onCrash).toHaveBeenCalledExactlyOnceWith(trap);
    expect(module.update).toHaveBeenCalledTimes(1);
    expect(frames).toHaveLength(0);
  });
});
