// SPDX-License-Identifier: MIT
import { afterEach, describe, expect, it, vi } from 'vitest';

import { saveFile } from '../../web/files/save_file';

describe('saving a file', () => {
  afterEach(() => vi.useRealTimers());

  it('presses a link to the content, and lets go of it once the browser has it', async () => {
    vi.useFakeTimers();
    const contents: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      contents.push(blob as Blob);
      return 'blob:1';
    });
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
    const link = { href: '', download: '', click: vi.fn() };
    vi.stubGlobal('document', { createElement: (tag: string) => (tag === 'a' ? link : null) });

    saveFile('answers.csv', 'text/csv', new TextEncoder().encode('index\n'));

    expect(link.click).toHaveBeenCalledOnce();
    expect(link).toMatchObject({ href: 'blob:1', download: 'answers.csv' });
    expect(contents[0]?.type).toBe('text/csv');
    expect(await contents[0]?.text()).toBe('index\n');
    expect(revoke).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith('blob:1');
  });
});
