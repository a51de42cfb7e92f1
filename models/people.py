"""Drawings by people, from the game Quick, Draw! (CC BY 4.0), as stroke scripts; they are not in this repository.

A file is what `quick_draw.py` makes: {"drawings": [{"id", "word", "labels", "recognised", "strokes"}...]}. `labels` are
the classes that count as right, none where the thing is none of the ten. The first file of $ATELIER_PEOPLE, else
data/people_drawings.json, is the one that networks are measured on; further ones are only learned from. Drawings whose
ids stand in people_kept_aside.txt beside a file are passed over: nothing is learned from them or chosen by them.
"""
import hashlib
import json
import os
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from models.data import CLASSES, REPOSITORY

FOLDS = 5
KEPT_ASIDE = "people_kept_aside.txt"
# Whose drawings are classes here without a doubt; shorts and suitcases are counted apart.
GARMENT_WORDS = ("t-shirt", "pants", "sweater", "jacket", "flip flops", "shoe", "purse", "backpack")


class PersonsDrawing(NamedTuple):
    """One drawing: what its player was asked to draw, and which answers are right."""

    id: str
    word: str
    labels: tuple[int, ...]
    recognised: bool  # by the game
    strokes: list[dict]


def files() -> list[Path]:
    """Where the drawings are; empty where there are none."""
    named = os.environ.get("ATELIER_PEOPLE")
    paths = [Path(name) for name in named.split(os.pathsep)] if named else [REPOSITORY / "data/people_drawings.json"]
    return paths if paths[0].is_file() else []


def kept_aside(file: Path) -> set[str]:
    """The ids that are to be passed over in this file."""
    listed = file.parent / KEPT_ASIDE
    lines = listed.read_text().splitlines() if listed.is_file() else []
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def load(file: Path) -> list[PersonsDrawing]:
    """The drawings of a file that may be learned from, in its order."""
    aside = kept_aside(file)
    entries = json.loads(file.read_text())["drawings"]
    return [PersonsDrawing(e["id"], e["word"], tuple(e["labels"]), e["recognised"], e["strokes"])
            for e in entries if e["id"] not in aside]


def folds(drawings: list[PersonsDrawing]) -> Tensor:
    """In which fold each drawing is measured, int64 [N] in 0..FOLDS-1: of every word as many in each, by its id."""
    order = sorted(range(len(drawings)),
                   key=lambda i: (drawings[i].word, hashlib.sha256(drawings[i].id.encode()).hexdigest()))
    placed = torch.zeros(len(drawings), dtype=torch.int64)
    placed[order] = torch.arange(len(drawings)) % FOLDS
    return placed


def accepted(drawings: list[PersonsDrawing]) -> Tensor:
    """Which classes are right for each drawing, bool [N,10]; none of them where it is no garment of the ten."""
    right = torch.zeros(len(drawings), len(CLASSES), dtype=torch.bool)
    for row, drawing in zip(right, drawings):
        row[list(drawing.labels)] = True
    return right
