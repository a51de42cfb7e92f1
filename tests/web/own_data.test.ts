// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { openData } from '../../web/files/own_data';
import { grayOf, isPicture } from '../../web/files/pictures';

const module = {
  ownDataBegin: vi.fn(),
  ownDataFile: vi.fn(),
  ownDataPicture: vi.fn(),
  ownDataUnreadable: vi.fn(),
  ownDataEnd: vi.fn(),
};
beforeEach(() => vi.clearAllMocks());

describe('files that a visitor brings', () => {
  it('are handed over in the order of their names, all at once', async () => {
    const files = ['b.idx', 'a10.idx', 'a9.idx'].map((name) => new File(['\0'], name));
    await openData(module, files);
    expect(module.ownDataFile.mock.calls.map(([name]) => name)).toEqual([
      'a9.idx',
      'a10.idx',
      'b.idx',
    ]);
    expect(module.ownDataBegin).toHaveBeenCalledOnce();
    expect(module.ownDataEnd).toHaveBeenCalledOnce();
  });

  it('that the browser cannot decode are named', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no image in it')));
    await openData(module, [new File(['x'], 'shoe.png', { type: 'image/png' })]);
    expect(module.ownDataUnreadable).toHaveBeenCalledExactlyOnceWith('shoe.png', 'no image in it');
    expect(module.ownDataEnd).toHaveBeenCalledOnce();
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
