// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { openData } from '../../web/files/own_data';
import { grayOf, isPicture } from '../../web/files/pictures';

const module = { tell: vi.fn() };
beforeEach(() => vi.clearAllMocks());

describe('files that a visitor brings', () => {
  it('are handed over in the order of their names, all at once', async () => {
    const files = ['b.idx', 'a10.idx', 'a9.idx'].map((name) => new File(['\0'], name));
    await openData(module, files);
    expect(module.tell.mock.calls.map(([{ type, name }]) => [type, name])).toEqual([
      ['own-data-begins', undefined],
      ['own-data-file', 'a9.idx'],
      ['own-data-file', 'a10.idx'],
      ['own-data-file', 'b.idx'],
      ['own-data-ends', undefined],
    ]);
    expect(module.tell.mock.calls[1]![1]).toEqual(Uint8Array.of(0));
  });

  it('that the browser cannot decode are named', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no image in it')));
    await openData(module, [new File(['x'], 'shoe.png', { type: 'image/png' })]);
    expect(module.tell.mock.calls.map(([news]) => news)).toEqual([
      { type: 'own-data-begins' },
      {
        type: 'own-data-unreadable',
        name: 'shoe.png',
        error: expect.objectContaining({ code: 'cannot-read', detail: 'no image in it' }),
      },
      { type: 'own-data-ends' },
    ]);
  });
});

describe('a picture', () => {
  it('is told by its type or its name', () => {
    expect(isPicture({ type: 'image/png', name: 'x' })).toBe(true);
    expect(isPicture({ type: '', name: '3_1.JPEG' })).toBe(true);
    expect(isPicture({ type: '', name: 't10k-images-idx3-ubyte.gz' })).toBe(false);
  });

  it('becomes gray by how bright its colours are, and black where it is transparent', () => {
    const colors = [
      [255, 255, 255, 255],
      [255, 0, 0, 255],
      [0, 255, 0, 255],
      [0, 0, 255, 255],
      [255, 255, 255, 0],
    ];
    expect([...grayOf(colors.flat())]).toEqual([255, 76, 150, 29, 0]);
  });
});
