// SPDX-License-Identifier: MIT
// latency.mjs: how far the bars are behind the brush.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { viewport, withPage } from './browser.mjs';
import { pages } from './places.mjs';
import { summarise } from './statistics.mjs';
import { timings } from './table.mjs';

const strokes = 12;
const quickStrokes = 3;
const movesPerStroke = 90;
const leastMoves = 200;
// What a mouse reports, 125 times a second. It keeps no step with the frames, as a hand does not.
const moveMs = 8;
// Long enough for the last move to be painted before the button goes up.
const pauseMs = 300;

const paintedMs = 50;
const explainedMs = 100; // with the activation map under the brush, or neighbours beside it

// Well inside the drawing square at this size of the window, in CSS pixels.
const middle = { x: 420, y: 350 };
const reach = 120;

const stages = {
  latency: { name: 'Pointer event to painted bars', from: 'event', to: 'painted' },
  gpu: { name: 'Pointer event to bars drawn by the (software) GPU', from: 'event', to: 'gpu' },
  asked: { name: '  event to the question to the worker', from: 'event', to: 'asked' },
  told: { name: '  question to answer', from: 'asked', to: 'told' },
  shown: { name: '  answer to the frame that shows it', from: 'told', to: 'shown' },
  drawn: { name: "  that frame's script", from: 'shown', to: 'drawn' },
  painted: { name: '  to the first task after that frame', from: 'drawn', to: 'painted' },
};

export async function measure({ browser, url, quick }) {
  const count = quick ? quickStrokes : strokes;
  const [moves, explained, beside] = await withPage(browser, url, {
    script: join(pages, 'latency.js'),
    async use(page) {
      await page.waitForFunction(() => window.atelier);
      // Until ONNX Runtime Web answers there are no messages to follow.
      await page.waitForFunction(() => {
        const { engines } = window.atelier.snapshot();
        return engines.every(({ phase }) => phase === 'ready');
      });
      const plain = await draw(page, count);
      await page.evaluate(() => window.atelier.dispatch({ type: 'explain', method: 'activation' }));
      const explained = await draw(page, count);
      await page.evaluate(() => window.atelier.dispatch({ type: 'open-why', topic: 'neighbours' }));
      await page.waitForFunction(() => window.atelier.snapshot().neighbours?.nearest.length > 0);
      return [plain, explained, await draw(page, count)];
    },
  });
  const figure = (id, name, moves, { from, to }) => ({
    id,
    name,
    unit: 'ms',
    ...summarise(moves.map((move) => move[to] - move[from])),
  });
  const figures = [
    ...Object.entries(stages).map(([id, stage]) => figure(id, stage.name, moves, stage)),
    figure('explained', 'The first line, with "Where it looked" open', explained, stages.latency),
    figure('beside', 'The first line, with "Neighbours" open', beside, stages.latency),
  ];
  return {
    id: 'latency',
    title: 'From the pointer to the bars',
    about: [
      `Strokes with the brush at ${viewport.width}x${viewport.height}: mouse moves through the ` +
        `browser's own input, every ${moveMs} ms, out of step with the frames. Each move counts ` +
        'from its `timeStamp`, when the browser got it, to the first task after the animation frame ' +
        'in which the page draws the answer of the network to an image with that move in it: ' +
        'its percentages are the new ones, and its bars are on their way to them. SwiftShader does the ' +
        'painting, a program on the same processor: the second line waits until it has drawn the ' +
        'canvas, by a WebGL fence. What compositor and screen add is in neither.',
    ],
    checks: [
      {
        name: 'Pointer event to painted bars, p95',
        value: figures.find(({ id }) => id === 'latency').p95,
        limit: paintedMs,
        unit: 'ms',
      },
      {
        name: 'The same with the activation map on, p95',
        value: figures.find(({ id }) => id === 'explained').p95,
        limit: explainedMs,
        unit: 'ms',
      },
      {
        name: 'The same with neighbours on, p95',
        value: figures.find(({ id }) => id === 'beside').p95,
        limit: explainedMs,
        unit: 'ms',
      },
    ],
    figures,
    table: timings(figures),
  };
}

async function draw(page, count) {
  const mouse = await page.context().newCDPSession(page);
  // The first stroke, in which the browser compiles, is not looked at.
  for (let stroke = -1; stroke < count; ++stroke) {
    await page.evaluate(() => window.atelier.dispatch({ type: 'clear' }));
    if (stroke === 0) await page.evaluate(() => (window.latency.moves = []));
    await drawStroke(mouse, stroke);
  }
  const { moves, input } = await page.evaluate(() => ({
    moves: window.latency.moves,
    input: window.atelier.snapshot().input,
  }));
  if (input.source !== 'drawing') throw new Error('the mouse missed the drawing square');
  if (moves.length < leastMoves) throw new Error(`only ${moves.length} moves came to the bars`);
  return moves;
}

async function drawStroke(mouse, stroke) {
  const send = (type, { x, y }, buttons) =>
    mouse.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 });
  await send('mousePressed', place(stroke, 0), 1);
  const sent = [];
  const started = performance.now();
  for (let move = 1; move <= movesPerStroke; ++move) {
    await sleep(Math.max(0, started + move * moveMs - performance.now()));
    // Not awaited: the browser answers once the page has seen it.
    sent.push(send('mouseMoved', place(stroke, move), 1));
  }
  await Promise.all(sent);
  await sleep(pauseMs);
  await send('mouseReleased', place(stroke, movesPerStroke), 0);
}

// A curve that covers the square, another for every stroke.
function place(stroke, move) {
  const t = move / 12;
  return {
    x: Math.round(middle.x + reach * Math.sin(t * 1.3 + stroke)),
    y: Math.round(middle.y + reach * Math.sin(t * 1.9)),
  };
}
