// SPDX-License-Identifier: MIT
// shell/boot_page.ts: what stands on the page once the module is there: the script interface, the
// text view, the address, the status line and the visitor's input.
import { copyText, Input } from '../input/input';
import type { Atelier } from '../seam/module';
import { TextView } from '../text/text_view';
import { Api, type ApiParts } from './api';
import type { VisitorFiles } from './boot_files';
import { DeepLink } from './deep_link';
import { element } from './elements';
import { following } from './following';
import type { FrameLoop } from './frame_loop';
import { statusLine } from './status_line';

export interface PageParts {
  canvas: HTMLCanvasElement;
  frames: FrameLoop;
  api: ApiParts;
  visitor: VisitorFiles;
  hasWindow: boolean; // or else the text view is all there is
}

export function showPage(module: Atelier, parts: PageParts): void {
  const { canvas, frames, hasWindow } = parts;
  const { ownFiles, camera } = parts.visitor;
  const api = new Api(parts.api, () => frames.noteChanges());
  const textView = new TextView({
    api,
    outline: () => module.outline(),
    open: {
      model: () => ownFiles.chooseModel(),
      data: () => ownFiles.chooseData(),
      photo: () => ownFiles.choosePhoto(),
      camera: () => void camera.open(),
    },
    copy: copyText,
    onToggle: () => frames.request(),
  });
  const deepLink = new DeepLink({
    dispatch: (action) => api.dispatch(action),
    status: () => module.status(),
  });
  const announce = statusLine(element('status', HTMLElement));
  frames.canDraw = () => hasWindow && !textView.isOpen;
  frames.onChange = following(module, { api, deepLink, textView, announce });

  window.atelier = api;
  deepLink.start();
  if (hasWindow) {
    const textField = element('text-field', HTMLInputElement);
    const input = new Input(module, frames, { canvas, textField });
    frames.onUpdate = () => input.afterUpdate();
    input.listen();
  } else {
    textView.openForGood();
  }
  frames.runNow();
  frames.request();
}
