// SPDX-License-Identifier: MIT
// Comes before the page's own scripts and follows each pointer move of a stroke until the bars that
// know of it are painted. It looks on from outside, at what the page itself uses: pointer events,
// animation frames, and the messages to and from the page's worker (web/ort_messages.ts).
//
//   event    the move's own timeStamp, when the browser got it; each of the moves that Chromium
//            hands over together counts for itself
//   asked    the worker is sent the image with this move in it
//   told     its answer is back
//   shown    the animation frame begins that shows the answer
//   drawn    this frame's script is over
//   painted  the first task after this frame: layout, paint and the canvas's commit are over
//   gpu      the GPU, here a program, has carried out what the canvas drew in this frame
//
// Times are performance.now(). latency.moves are the moves that came to their end.
window.latency = { moves: [] };
{
  const arrived = []; // no run was asked for since
  const running = new Map(); // by number of the request: when it was asked, and for which moves
  let answered = []; // moves whose answer is here and has not been shown
  let framesSeen = 0;

  // The first of the two that Chromium has for a move, and the one that the page draws with.
  addEventListener(
    'pointerrawupdate',
    (event) => {
      if ((event.buttons & 1) === 0) return;
      for (const each of event.getCoalescedEvents()) arrived.push({ event: each.timeStamp });
    },
    { capture: true },
  );

  const PlainWorker = window.Worker;
  window.Worker = class extends PlainWorker {
    constructor(...options) {
      super(...options);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'logits') onAnswer(data.request);
      });
    }

    postMessage(message, ...rest) {
      if (message.type === 'run') onRun(message);
      super.postMessage(message, ...rest);
    }
  };

  // The page works off all moves that have arrived before it asks.
  function onRun({ request }) {
    running.set(request, { asked: performance.now(), moves: arrived.splice(0) });
  }

  function onAnswer(request) {
    const run = running.get(request);
    running.delete(request);
    const told = performance.now();
    for (const move of run.moves) answered.push(Object.assign(move, { asked: run.asked, told }));
  }

  const plainRequest = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) =>
    plainRequest.call(window, (time) => {
      const frame = performance.now();
      callback(time);
      const drawn = performance.now();
      if (!window.atelier) return;
      const { frames } = window.atelier.snapshot();
      if (frames > framesSeen) onFrame(frame, drawn);
      framesSeen = frames;
    });

  function onFrame(frame, drawn) {
    if (answered.length === 0) return;
    for (const move of answered) Object.assign(move, { shown: frame, drawn });
    followPaint(answered);
    answered = [];
  }

  function followPaint(moves) {
    const gl = document.getElementById('canvas').getContext('webgl2');
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const painted = performance.now();
      const look = () => {
        if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
          return void scheduler.postTask(look, { delay: 1 });
        }
        gl.deleteSync(fence);
        const gpu = performance.now();
        for (const move of moves) window.latency.moves.push({ ...move, painted, gpu });
      };
      look();
    };
    port2.postMessage(null);
  }
}
