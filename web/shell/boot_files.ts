// SPDX-License-Identifier: MIT
// shell/boot_files.ts: what a visitor may bring: a model, images, a photo, from a file or the camera.
import { Camera } from '../files/camera';
import { openData } from '../files/own_data';
import { OwnFiles } from '../files/own_files';
import { OwnModel, type OwnModelParts } from '../files/own_model/own_model';
import { PhotoFiles } from '../files/photo';
import type { Atelier } from '../seam/module';
import type { Ahead } from './boot_ahead';

export interface VisitorFiles {
  ownModel: OwnModel;
  ownFiles: OwnFiles;
  camera: Camera;
}

export function acceptFiles(
  module: Atelier,
  engine: OwnModelParts['engine'],
  { catalogue, files }: Ahead,
): VisitorFiles {
  const ownModel = new OwnModel({
    module,
    hasTestImages: (count) => waitFor(() => module.trialImages(count).labels.length === count),
    engine,
    catalogue,
    files,
  });
  const photos = new PhotoFiles(module);
  const ownFiles = new OwnFiles({
    onModel: (file) => void ownModel.open(file),
    onData: (given) => void openData(module, given),
    onPhoto: (file) => void photos.open(file),
  });
  const camera = new Camera({
    onPhoto: (photo) => photos.take(photo),
    onFailure: (failure) => photos.refuse(failure),
  });
  return { ownModel, ownFiles, camera };
}

// Until it holds, or there is no hope that it ever will.
async function waitFor(holds: () => boolean): Promise<void> {
  for (let waits = 0; waits < 300 && !holds(); ++waits) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
