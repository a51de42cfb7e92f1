// SPDX-License-Identifier: MIT
// input/surroundings.ts: gives the canvas as many pixels as the screen has for it, and tells the module how
// large it is and what device and person it is for.
import type { Atelier } from '../seam/module';

type Sink = Pick<Atelier, 'resize' | 'surroundings'>;

export function watchSurroundings(
  sink: Sink,
  canvas: HTMLCanvasElement,
  onChange: () => void,
): void {
  watchSize(sink, canvas, onChange);
  watchPreferences(sink, onChange);
  makeRoomForSoftKeyboard();
}

function watchSize(sink: Sink, canvas: HTMLCanvasElement, onChange: () => void): void {
  const tell = (deviceWidth?: number) => {
    const { width, height } = canvas.getBoundingClientRect();
    if (width === 0 || height === 0) return; // the text view is in its place
    // At a zoom of, say, 110 % only the browser knows to which side it has rounded. (Chromium that
    // pretends to be a telephone counts in other pixels, and means something else.)
    const expected = width * devicePixelRatio;
    const snapped = deviceWidth !== undefined && Math.abs(deviceWidth - expected) <= 1;
    const pixelRatio = (snapped ? deviceWidth : expected) / width;
    const pixels = {
      width: Math.round(width * pixelRatio),
      height: Math.round(height * pixelRatio),
    };
    // Even the same size, set again, would empty the canvas.
    if (canvas.width !== pixels.width || canvas.height !== pixels.height) {
      Object.assign(canvas, pixels);
    }
    sink.resize(width, height, pixelRatio);
    onChange();
  };
  const observer = new ResizeObserver(([entry]) => {
    tell(entry?.devicePixelContentBoxSize?.[0]?.inlineSize);
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    // Safari has no such box, so a window that moves to another screen must be noticed otherwise.
    observer.observe(canvas);
    watchPixelRatio(tell);
  }
  tell(); // the observer speaks up only after the first frame
}

function watchPixelRatio(tell: () => void): void {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
    'change',
    () => {
      tell();
      watchPixelRatio(tell);
    },
    { once: true },
  );
}

function watchPreferences(sink: Sink, onChange: () => void): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const coarse = matchMedia('(pointer: coarse)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const tell = () => {
    const style = getComputedStyle(document.documentElement);
    const inset = (edge: string) => parseFloat(style.getPropertyValue(`--inset-${edge}`)) || 0;
    sink.surroundings(dark.matches, coarse.matches, still.matches, inset('top'), inset('bottom'));
    onChange();
  };
  for (const query of [dark, coarse, still]) query.addEventListener('change', tell);
  addEventListener('resize', tell); // turning a phone moves its insets
  tell();
}

// A soft keyboard covers the page instead of shrinking it; the canvas shrinks itself.
function makeRoomForSoftKeyboard(): void {
  const viewport = visualViewport;
  viewport?.addEventListener('resize', () => {
    const style = document.documentElement.style;
    // Pinched to a larger scale, the visible part is small because the visitor wants it so.
    if (viewport.scale > 1.01) style.removeProperty('--visible-height');
    else style.setProperty('--visible-height', `${viewport.height}px`);
  });
}
