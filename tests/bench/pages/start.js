// SPDX-License-Identifier: MIT
// Comes before the page's own scripts, looks at window.atelier every few milliseconds, and picks
// test image 0 as soon as the page takes it. Times are performance.now(), so from the start of the
// navigation; each is when the poll saw it, so never too early.
//
//   await startTimes   { api, frame, ready, prediction, ortPrediction, decodeMs, bytesBefore }
//
// bytesBefore: of all that the page had asked for before the first prediction, with headers.
window.startTimes = new Promise((resolve) => {
  const pollMs = 4;
  const times = {};
  let picked = false;

  const note = (name, seen) => {
    if (seen && !(name in times)) times[name] = performance.now();
  };

  function pick() {
    try {
      window.atelier.dispatch({ type: 'select-sample', index: 0 });
      picked = true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // it has not arrived
    }
  }

  function bytesBefore() {
    return ['navigation', 'resource']
      .flatMap((type) => performance.getEntriesByType(type))
      .filter(({ startTime }) => startTime < times.prediction)
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  }

  function poll() {
    if (window.atelier) {
      if (!picked) pick();
      const { frames, phase, input, prediction, dataset } = window.atelier.snapshot();
      note('api', true);
      note('frame', frames > 0);
      note('prediction', input.index === 0 && prediction !== null);
      note('ortPrediction', prediction?.engine === 'onnxruntime-web');
      note('ready', phase === 'ready');
      if (times.ortPrediction && times.ready) {
        return resolve({ ...times, decodeMs: dataset.decode_ms, bytesBefore: bytesBefore() });
      }
    }
    setTimeout(poll, pollMs);
  }
  poll();
});
