"""Drawings to learn from, as pixels: people's, drawn again by other hands, photographs' outlines, and none of the ten.

All become pixels by the page's own C++, a stroke script each, once; the result is kept in models/runs/.
"""
import hashlib
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy
import torch
from torch import Tensor

from models import people
from models.another_hand import Lines, drawn_again, lines_of
from models.data import CLASSES, load_training, stratified_split
from models.drawing_set import TOOL, rendered
from models.outlines import outlined
from models.weights import RUNS, save_atomically

SEED = 20170516
VARIANTS = {"garment": 120, "near": 40, "far": 1}  # of a garment; of what is none but worn, too; of anything else
OUTLINES = 600  # of each class
NEAR = 0.6  # of the drawings of none: words of the first file, which are worn or carried
HALF = ("shorts", "suitcase")  # seen half as often as other words
AT_ONCE = 1000  # scripts a call


class Pool(NamedTuple):
    """M drawings: pixels uint8 [M,28,28], right classes bool [M,10], fold int64 [M] or -1, how often float32 [M]."""

    images: Tensor
    accepted: Tensor
    fold: Tensor
    weight: Tensor

    def without(self, fold: int | None) -> "Pool":
        """Those that have nothing to do with the drawings of this fold."""
        return Pool(*(values[self.fold != fold] for values in self)) if fold is not None else self


class Drawn(NamedTuple):
    """Garments by people, outlines of photographs, and drawings by people of none of the ten."""

    people: Pool
    outlines: Pool
    none: Pool


def pixels_of(scripts: list[list[dict]], tool: Path = TOOL) -> Tensor:
    """Stroke scripts as the network sees them, uint8 [N,28,28]."""
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(scripts), AT_ONCE):
            paths = []
            for number, script in enumerate(scripts[start: start + AT_ONCE]):
                paths.append(Path(folder) / f"{number}.json")
                paths[-1].write_text(json.dumps(script))
            parts.append(rendered(paths, tool))
    return torch.cat(parts)


def _pool(drawings: list[tuple[Lines, int]], accepted: Tensor, fold: Tensor, weight: Tensor,
          random: numpy.random.Generator) -> Pool:
    """Each of the drawings, lines and a number, drawn again that many times."""
    scripts = [drawn_again(lines, random) for lines, count in drawings for _ in range(count)]
    counts = torch.tensor([count for _, count in drawings])
    return Pool(pixels_of(scripts), accepted.repeat_interleave(counts, 0), fold.repeat_interleave(counts),
                (weight / counts).repeat_interleave(counts))


def _by_people(files: list[Path], random: numpy.random.Generator) -> tuple[Pool, Pool]:
    """Garments and none of the ten; what the game itself did not recognise is no lesson."""
    sets = [people.load(file) for file in files]
    near_words = {drawing.word for drawing in sets[0]}
    entries = [(drawing, int(fold)) for drawings in sets for drawing, fold in zip(drawings, people.folds(drawings))
               if drawing.recognised]
    pools = []
    for garments in (True, False):
        chosen = [(drawing, fold) for drawing, fold in entries if bool(drawing.labels) == garments]
        drawings = [drawing for drawing, _ in chosen]
        words = Counter(drawing.word for drawing in drawings)
        near = [drawing.word in near_words for drawing in drawings]
        kinds = ["garment" if garments else "near" if is_near else "far" for is_near in near]
        if garments:
            weight = torch.tensor([(0.5 if d.word in HALF else 1.0) / words[d.word] for d in drawings])
        else:
            weight = torch.where(torch.tensor(near), NEAR / sum(near), (1 - NEAR) / max(1, len(near) - sum(near)))
        pools.append(_pool([(lines_of(d.strokes), VARIANTS[kind]) for d, kind in zip(drawings, kinds)],
                           people.accepted(drawings), torch.tensor([fold for _, fold in chosen]), weight, random))
    return pools[0], pools[1]


def _by_photographs(random: numpy.random.Generator) -> Pool:
    """Outlines of the training images, as many of each class; the validation images are left alone."""
    training = load_training()
    samples = training.take(stratified_split(training.labels).train)
    chosen = torch.cat([(samples.labels == label).nonzero()[:OUTLINES, 0] for label in range(len(CLASSES))])
    samples = samples.take(chosen)
    drawings = outlined(samples, random, torch.Generator().manual_seed(SEED))
    found = torch.tensor([bool(lines) for lines in drawings])
    accepted = torch.nn.functional.one_hot(samples.labels, len(CLASSES)).bool()[found]
    return _pool([(lines, 1) for lines in drawings if lines], accepted, torch.full((len(accepted),), -1),
                 torch.ones(len(accepted)), random)


def drawn(runs: Path = RUNS) -> Drawn:
    """All of them, made anew if the drawings, the page's C++ or the numbers above have changed."""
    files = people.files()
    if not files:
        raise SystemExit("no drawings by people: models/README.md, Drawings by people, says where they come from")
    digest = hashlib.sha256(json.dumps([SEED, VARIANTS, OUTLINES, NEAR, HALF]).encode())
    for path in (*files, TOOL):
        digest.update(path.read_bytes())
    kept = runs / "drawn.pt"
    if kept.is_file():
        identity, pools = torch.load(kept)
        if identity == digest.hexdigest():
            return Drawn(*(Pool(*pool) for pool in pools))
    random = numpy.random.default_rng(SEED)
    garments, none = _by_people(files, random)
    made = Drawn(garments, _by_photographs(random), none)
    save_atomically((digest.hexdigest(), tuple(tuple(pool) for pool in made)), kept)
    return made


def draw(pool: Pool, count: int, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """`count` of the drawings by chance, each as often as its weight says: images and right classes."""
    chosen = torch.multinomial(pool.weight, count, replacement=True, generator=random)
    return pool.images[chosen], pool.accepted[chosen]
