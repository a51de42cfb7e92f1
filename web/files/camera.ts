// SPDX-License-Identifier: MIT
// files/camera.ts: a dialog with what the camera sees, and a shutter. The camera is asked for when the
// dialog opens and let go when it closes.
import { element } from '../shell/elements';
import { type ErrorCode, Failure, wordsOf } from '../seam/errors';
import { say } from '../shell/say';
import { fittedSize, pixelsOf, type Photo } from './photo';

export interface CameraOptions {
  onPhoto(photo: Photo): void;
  onFailure(failure: Failure): void;
}

// What getUserMedia() throws, by the name of the exception.
export function cameraFailure(thrown: unknown): Failure {
  const name = thrown instanceof Error ? thrown.name : '';
  const kinds: Record<string, ErrorCode> = {
    NotAllowedError: 'camera-denied',
    SecurityError: 'camera-denied',
    NotFoundError: 'no-camera',
    OverconstrainedError: 'no-camera',
  };
  return new Failure(kinds[name] ?? 'camera-failed', `${name}: ${wordsOf(thrown)}`);
}

export class Camera {
  private readonly dialog = element('camera', HTMLDialogElement);
  private readonly video = element('camera-video', HTMLVideoElement);
  private readonly line = element('camera-line', HTMLElement);
  private readonly shutter = element('camera-shutter', HTMLButtonElement);
  private stream: MediaStream | null = null;
  private asked = 0; // how often the camera was asked for: an old answer is of no use

  constructor(private readonly options: CameraOptions) {
    this.shutter.addEventListener('click', () => this.shoot());
    element('camera-cancel', HTMLButtonElement).addEventListener('click', () => this.close());
    this.dialog.addEventListener('close', () => this.letGo()); // Escape closes it as well
  }

  async open(): Promise<void> {
    if (this.dialog.open) return;
    const mine = ++this.asked;
    this.line.textContent = say('web.camera.waiting');
    this.shutter.disabled = true;
    this.dialog.showModal();
    try {
      // Where the browser has none to offer, as on a page without encryption, that is said too.
      if (!navigator.mediaDevices) throw new DOMException('no mediaDevices', 'NotFoundError');
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
      });
      if (mine !== this.asked || !this.dialog.open) return stop(stream);
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
      this.line.textContent = say('web.camera.advice');
      this.shutter.disabled = false;
      this.shutter.focus();
    } catch (thrown) {
      if (mine !== this.asked || !this.dialog.open) return;
      this.close();
      this.options.onFailure(cameraFailure(thrown));
    }
  }

  private shoot(): void {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (width === 0 || height === 0) return;
    const photo = pixelsOf(this.video, fittedSize(width, height));
    this.close();
    this.options.onPhoto(photo);
  }

  private close(): void {
    this.dialog.close();
    this.letGo();
  }

  private letGo(): void {
    ++this.asked;
    if (this.stream) stop(this.stream);
    this.stream = null;
    this.video.srcObject = null;
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
