// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { cameraFailure } from '../../web/files/camera';
import { kindOf } from '../../web/files/own_files';
import { fittedSize, longestSide, PhotoFiles, readPhoto } from '../../web/files/photo';

const module = {
  tell: vi.fn(),
  dispatch: vi.fn(),
};
beforeEach(() => vi.clearAllMocks());

describe('what is dropped', () => {
  const file = (name: string, type = '') => ({ name, type });
  it.each([
    ['one picture is a photo', [file('IMG_1.JPG')], 'photo'],
    ['by its type as well', [file('pasted', 'image/png')], 'photo'],
    ['one that is called like those of a set is a set', [file('9_00000.png')], 'data'],
    ['several pictures are a set', [file('a.png'), file('b.png')], 'data'],
    ['what is no picture is looked into', [file('t10k-images-idx3-ubyte.gz')], 'data'],
    ['a model is one, whatever comes with it', [file('a.png'), file('m.onnx')], 'model'],
  ] as const)('%s', (_, files, kind) => {
    expect(kindOf(files)).toBe(kind);
  });
});

describe('a photo', () => {
  it('is made smaller, in its shape', () => {
    expect(fittedSize(4000, 3000)).toEqual({ width: longestSide, height: (longestSide * 3) / 4 });
    expect(fittedSize(640, 480)).toEqual({ width: 640, height: 480 });
    expect(fittedSize(20_000, 3)).toEqual({ width: longestSide, height: 1 });
  });

  it('that the browser cannot decode is refused by its name', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no image in it')));
    await new PhotoFiles(module).open(new File(['x'], 'shoe.png'));
    expect(module.tell.mock.calls.map(([news]) => news)).toEqual([
      { type: 'photo-opening' },
      {
        type: 'photo-refused',
        name: 'shoe.png',
        error: expect.objectContaining({ code: 'no-picture', detail: 'no image in it' }),
      },
    ]);
  });

  it('of more bytes than any camera makes is not even tried', async () => {
    const decode = vi.fn();
    vi.stubGlobal('createImageBitmap', decode);
    const huge = { size: 65 * 2 ** 20 } as Blob;
    await expect(readPhoto(huge)).rejects.toMatchObject({ code: 'too-large' });
    expect(decode).not.toHaveBeenCalled();
  });

  it('that comes late is dropped when another was chosen meanwhile', async () => {
    const failures: ((reason: Error) => void)[] = [];
    vi.stubGlobal('createImageBitmap', () => new Promise((_, reject) => failures.push(reject)));
    const photos = new PhotoFiles(module);
    const both = [photos.open(new File(['a'], 'a.png')), photos.open(new File(['b'], 'b.png'))];
    for (const fail of failures) fail(new Error('broken'));
    await Promise.all(both);
    const refused = module.tell.mock.calls.filter(([{ type }]) => type === 'photo-refused');
    expect(refused.map(([{ name }]) => name)).toEqual(['b.png']);
  });
});

describe('a camera that gives no picture', () => {
  it.each([
    ['NotAllowedError', 'camera-denied'],
    ['NotFoundError', 'no-camera'],
    ['NotReadableError', 'camera-failed'],
  ])('for %s', (name, code) => {
    expect(cameraFailure(new DOMException('words', name))).toMatchObject({
      code,
      detail: `${name}: words`,
    });
  });
});
