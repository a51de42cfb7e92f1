"""Writes what the page finds the nearest training images with: `python3 -m models.neighbours small`.

models/<name>.neighbours.gz holds what the exported network makes of all 60,000 training images: its features, divided by
their length and kept as int8 by one scale for all, so that the angle between two images is that between their rows. Its
entry in models.json names the file. The rows do not come in the order of the training files but so that images which are
alike stand together: their pictures go to the page in pieces (PICTURES_A_PIECE), and eight neighbours mostly lie in few.
All files in a folder have the order of the one that was there first, so that their pictures are the same pieces.

Integers are big-endian: magic uint32, images N, features F, pictures a piece uint32; SHA-256 of the .onnx file, 32 bytes;
N numbers uint16 of the rows in the training files; N labels uint8; N numbers int8 for each of the F features.
"""
import argparse
import gzip
import hashlib
import json
import struct
from pathlib import Path
from typing import NamedTuple

import numpy
import torch
from torch import Tensor

from models.data import load_test, load_training
from models.devices import to_pixels
from models.evaluate import update_index
from models.export import sha256_of
from models.graph_runner import GraphRunner
from models.networks import NETWORKS
from models.weights import MODELS

MAGIC = 0x4E425231
PICTURES_A_PIECE = 60
NEIGHBOURS = 8
RECALL_IMAGES = 1000
HEADER = struct.Struct(">4I32s")


class Index(NamedTuple):
    """The file's content: numbers int64 [N] of the training images, labels int64 [N], features int8 [N,F]."""

    model_sha256: str
    numbers: Tensor
    labels: Tensor
    features: Tensor


def file_name(name: str) -> str:
    """Of the network with this id."""
    return f"{name}.neighbours.gz"


def unit_features(model: Path, images: Tensor, batch: int = 250) -> Tensor:
    """What an exported network makes of images uint8 [N,28,28], [N,F], each of length 1."""
    runner = GraphRunner(model)
    features = torch.cat([runner(to_pixels(part))["features"] for part in images.split(batch)])
    return torch.nn.functional.normalize(features, dim=1)


def as_int8(features: Tensor) -> Tensor:
    """float [N,F] by the one scale that takes the largest magnitude to 127."""
    return (features * (127 / features.abs().max())).round().to(torch.int8)


def alike_together(features: Tensor, piece: int = PICTURES_A_PIECE) -> Tensor:
    """An order int64 [N] of features [N,F]: halved across their widest spread again and again, down to the pieces."""
    order = []
    waiting = [torch.arange(len(features))]
    while waiting:
        rows = waiting.pop()
        if len(rows) <= piece:
            order.append(rows)
            continue
        centred = features[rows].double() - features[rows].double().mean(0)
        widest = torch.linalg.eigh(centred.T @ centred)[1][:, -1]
        sorted_rows = rows[(centred @ widest).argsort(stable=True)]
        first = -(-len(rows) // piece) // 2 * piece
        waiting += [sorted_rows[first:], sorted_rows[:first]]
    return torch.cat(order)


def nearest(index: Tensor, queries: Tensor, count: int = NEIGHBOURS) -> Tensor:
    """Rows int64 [Q,count] of features [N,F] at the smallest angle to queries [Q,F]; either of any length."""
    unit = torch.nn.functional.normalize(index.float(), dim=1)
    return (queries @ unit.T).topk(count, dim=1).indices


def recall(found: Tensor, exact: Tensor) -> float:
    """Share of the rows `exact` [Q,K] that are among `found` [Q,K]."""
    return (exact[:, :, None] == found[:, None, :]).any(2).double().mean().item()


def encode(index: Index) -> bytes:
    """The file, the same on every day."""
    count, size = index.features.shape
    header = HEADER.pack(MAGIC, count, size, PICTURES_A_PIECE, bytes.fromhex(index.model_sha256))
    parts = [
        header,
        index.numbers.numpy().astype(">u2").tobytes(),
        index.labels.numpy().astype(numpy.uint8).tobytes(),
        index.features.T.contiguous().numpy().tobytes(),
    ]
    return gzip.compress(b"".join(parts), mtime=0)


def read(path: Path) -> Index:
    """A file that `encode` has made."""
    raw = gzip.decompress(path.read_bytes())
    magic, count, size, _, sha256 = HEADER.unpack_from(raw)
    if magic != MAGIC or len(raw) != HEADER.size + (3 + size) * count:
        raise ValueError(f"{path.name} is no file of neighbours")
    numbers = numpy.frombuffer(raw, ">u2", count, HEADER.size).astype(numpy.int64)
    labels = numpy.frombuffer(raw, numpy.uint8, count, HEADER.size + 2 * count).astype(numpy.int64)
    features = numpy.frombuffer(raw, numpy.int8, size * count, HEADER.size + 3 * count).reshape(size, count).T.copy()
    return Index(sha256.hex(), torch.from_numpy(numbers), torch.from_numpy(labels), torch.from_numpy(features))


def order_id(numbers: Tensor) -> str:
    """Eight digits that change with the order: the pictures' pieces are found by them."""
    return hashlib.sha256(numbers.numpy().astype(">u2").tobytes()).hexdigest()[:8]


def order_in_use(folder: Path) -> Tensor | None:
    """The order of the files in a folder, if there are any."""
    files = sorted(folder.glob(file_name("*")))
    return read(files[0]).numbers if files else None


def write(name: str, folder: Path) -> None:
    """Writes <folder>/<name>.neighbours.gz for <folder>/<name>.onnx, and its place in models.json there."""
    model, path = folder / f"{name}.onnx", folder / file_name(name)
    training = load_training()
    exact = unit_features(model, training.images)
    order = order_in_use(folder)
    if order is None:
        order = alike_together(exact)
    quantised = as_int8(exact)
    index = Index(sha256_of(model), order, training.labels[order], quantised[order])
    path.write_bytes(encode(index))

    queries = unit_features(model, load_test().images[:RECALL_IMAGES])
    found = recall(nearest(quantised, queries), nearest(exact, queries))
    models = json.loads((folder / "models.json").read_text())["models"]
    entry = next(model for model in models if model["id"] == name)
    entry["neighbours"] = {
        "file": path.name,
        "sha256": sha256_of(path),
        "bytes": path.stat().st_size,
        "order": order_id(order),
        "recall": round(found, 4),
    }
    update_index(folder / "models.json", entry)
    print(f"wrote {path}: {path.stat().st_size} bytes, {tuple(quantised.shape)}")
    print(f"of the eight nearest by float32, {found:.1%} are found, over {RECALL_IMAGES} test images")


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.neighbours", description=__doc__)
    parser.add_argument("name", choices=NETWORKS)
    parser.add_argument("--out", type=Path, default=MODELS, help="where the exported file is and the results go")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    write(options.name, options.out)


if __name__ == "__main__":
    main()
