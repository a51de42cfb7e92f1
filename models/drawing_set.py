"""The drawings of a split as the network sees them: each stroke script goes through the page's own C++.

    images, labels, styles = load_drawings("tune")

`models/README.md`, "Drawings", says how they were made and what each split is for.
"""
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy
import torch
from torch import Tensor

from models.data import CLASSES, REPOSITORY, SIDE
from models.drawings.make import FOLDER, slug

TOOL = REPOSITORY / "build" / "native-release" / "atelier"
HEADER_BYTES = 16  # of an IDX file with three dimensions


class Drawings(NamedTuple):
    """Images uint8 [N,28,28], labels int64 [N], and of each the style and the name of its file."""

    images: Tensor
    labels: Tensor
    styles: list[str]
    names: list[str]


def scripts_of(split: str) -> list[Path]:
    """The stroke scripts of `split`, 'tune' or 'held_out', by name."""
    paths = sorted((FOLDER / split).glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"no drawings in {FOLDER / split}: make them with python3 -m models.drawings.make")
    return paths


def label_and_style(path: Path) -> tuple[int, str]:
    """From a name like bag_07_filled_handbag-flap.json."""
    class_slug, _, style, _ = path.stem.split("_")
    return next(label for label in range(len(CLASSES)) if slug(label) == class_slug), style


def rendered(scripts: Sequence[Path], tool: Path = TOOL) -> Tensor:
    """What the network sees of each script, uint8 [N,28,28], by `atelier drawing`."""
    if not tool.is_file():
        raise FileNotFoundError(
            f"{tool} is not built: cmake --preset native-release && cmake --build --preset native-release"
        )
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "seen.idx"
        run = subprocess.run(
            [str(tool), "drawing", "--idx", str(out), "--", *map(str, scripts)], stderr=subprocess.PIPE, text=True
        )
        if run.returncode != 0:
            raise ValueError(f"{tool.name} drawing: {run.stderr.strip()}")
        raw = out.read_bytes()
    pixels = numpy.frombuffer(raw, dtype=numpy.uint8, offset=HEADER_BYTES)
    return torch.from_numpy(pixels.reshape(len(scripts), SIDE, SIDE).copy())


def load_drawings(split: str, tool: Path = TOOL) -> Drawings:
    """All drawings of 'tune' or 'held_out', in the order of their names."""
    paths = scripts_of(split)
    labels, styles = zip(*map(label_and_style, paths))
    return Drawings(rendered(paths, tool), torch.tensor(labels), list(styles), [path.stem for path in paths])
