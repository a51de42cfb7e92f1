"""Fashion-MNIST from its official .gz files, and the one split that every model here is trained and tuned on.

Images are uint8 tensors [N,28,28], 0 = background, 255 = brightest cloth, in the order of the files.
Labels are int64 tensors [N], 0..9.
"""
import gzip
import os
import struct
from pathlib import Path
from typing import NamedTuple

import numpy
import torch
from torch import Tensor

CLASSES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")
SIDE = 28

SPLIT_SEED = 20170825
VALIDATION_PER_CLASS = 500
SPLIT_NAME = "55000/5000 stratified"

REPOSITORY = Path(__file__).resolve().parent.parent
IMAGES_MAGIC = 0x00000803
LABELS_MAGIC = 0x00000801


class Samples(NamedTuple):
    """Images uint8 [N,28,28] and their labels int64 [N]."""

    images: Tensor
    labels: Tensor

    def take(self, indices: Tensor) -> "Samples":
        """The samples at `indices` int64 [M], in that order."""
        return Samples(self.images[indices], self.labels[indices])


class Split(NamedTuple):
    """Indices int64 into the 60,000 training samples, each sorted upwards: train [55000], validation [5000]."""

    train: Tensor
    validation: Tensor


def data_folder() -> Path:
    """The first folder that holds the training images: $ATELIER_DATA, data/ of the repository, Debian's package."""
    candidates = [REPOSITORY / "data", Path("/usr/share/datasets/fashion-mnist")]
    if os.environ.get("ATELIER_DATA"):
        candidates.insert(0, Path(os.environ["ATELIER_DATA"]))
    for folder in candidates:
        if (folder / "train-images-idx3-ubyte.gz").is_file():
            return folder
    looked = ", ".join(str(folder) for folder in candidates)
    raise FileNotFoundError(
        f"no Fashion-MNIST files in {looked}: install Debian's dataset-fashion-mnist, "
        "or put the four official .gz files into data/, or name their folder in ATELIER_DATA"
    )


def read_idx(path: Path, magic: int) -> numpy.ndarray:
    """One gzip-compressed IDX file of unsigned bytes; the number of dimensions is the last byte of `magic`."""
    with gzip.open(path, "rb") as stream:
        raw = stream.read()
    header_bytes = 4 + 4 * (magic & 0xFF)
    if len(raw) < header_bytes:
        raise ValueError(f"{path.name}: {len(raw)} bytes are too few for an IDX header")
    found, *shape = struct.unpack(f">{header_bytes // 4}I", raw[:header_bytes])
    if found != magic:
        raise ValueError(f"{path.name}: magic number {found:#010x}, expected {magic:#010x}")
    expected = int(numpy.prod(shape))
    if len(raw) - header_bytes != expected:
        raise ValueError(f"{path.name}: {len(raw) - header_bytes} bytes of payload, the header promises {expected}")
    return numpy.frombuffer(raw, dtype=numpy.uint8, offset=header_bytes).reshape(shape)


def _load(prefix: str, folder: Path | None) -> Samples:
    folder = folder or data_folder()
    images = read_idx(folder / f"{prefix}-images-idx3-ubyte.gz", IMAGES_MAGIC)
    labels = read_idx(folder / f"{prefix}-labels-idx1-ubyte.gz", LABELS_MAGIC)
    if images.shape[1:] != (SIDE, SIDE) or len(images) != len(labels):
        raise ValueError(f"{prefix}: images {images.shape} do not fit {len(labels)} labels of {SIDE}x{SIDE} images")
    if labels.max() >= len(CLASSES):
        raise ValueError(f"{prefix}: label {labels.max()} is not one of the {len(CLASSES)} classes")
    return Samples(torch.from_numpy(images.copy()), torch.from_numpy(labels.astype(numpy.int64)))


def load_training(folder: Path | None = None) -> Samples:
    """All 60,000 training samples."""
    return _load("train", folder)


def load_test(folder: Path | None = None) -> Samples:
    """The 10,000 test samples. Nothing may be chosen by looking at their labels."""
    return _load("t10k", folder)


def stratified_split(labels: Tensor, per_class: int = VALIDATION_PER_CLASS, seed: int = SPLIT_SEED) -> Split:
    """Puts `per_class` samples of every class aside for validation; labels int64 [N].

    RandomState is used because its numbers are frozen across versions of numpy: the split is the same everywhere.
    """
    random = numpy.random.RandomState(seed)
    chosen = numpy.zeros(len(labels), dtype=bool)
    for label in range(len(CLASSES)):
        members = numpy.flatnonzero(labels.numpy() == label)
        chosen[random.permutation(members)[:per_class]] = True
    return Split(torch.from_numpy(numpy.flatnonzero(~chosen)), torch.from_numpy(numpy.flatnonzero(chosen)))
