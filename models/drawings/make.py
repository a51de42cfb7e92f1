"""Draws the set: `python3 -m models.drawings.make` writes tune/ and held_out/ anew, the same files every time.

Every design is drawn twice, in two ways, each time by another hand on another sheet. A class has ten drawings a split:
two in each way, of five designs; no design is in both splits.
"""
import argparse
import json
from dataclasses import replace
from pathlib import Path
from random import Random

from models.data import CLASSES
from models.drawings.garment import DESIGNS, SPLITS, Garment, read_garments
from models.drawings.hand import Hand, Stroke
from models.drawings.ways import WAYS
from models.drawings.work import Sheet, Work

FOLDER = Path(__file__).resolve().parent
DESIGNS_PER_SPLIT = 5
SHOES = ("sandal", "sneaker", "ankle-boot")

# How the garment stands on the square; of the ten drawings of a class and split, one is made in each of these manners.
MANNERS = ("plain", "plain", "plain", "plain", "small", "small", "off-centre", "off-centre", "tilted", "tilted")


def slug(label: int) -> str:
    """The class in a file name: 'ankle-boot'."""
    return CLASSES[label].split("/")[0].lower().replace(" ", "-")


def sheet(random: Random, manner: str, mirrored: bool) -> Sheet:
    """A place for the garment, wholly on the square but for what the hand adds."""
    sizes = {"small": random.uniform(0.3, 0.5), "off-centre": random.uniform(0.5, 0.75)}
    size = sizes.get(manner, random.uniform(0.78, 0.98))
    room = 1 - size
    if manner in ("small", "off-centre"):
        left, top = random.uniform(0, room), random.uniform(0, room)
    else:
        left, top = room * random.uniform(0.3, 0.7), room * random.uniform(0.3, 0.7)
    tilt = random.choice((-1, 1)) * random.uniform(0.1, 0.24) if manner == "tilted" else random.gauss(0, 0.025)
    if manner == "tilted":
        size, left, top = 0.85 * size, left + 0.075 * size, top + 0.075 * size
    return Sheet(
        size, left, top, tilt, mirrored,
        wide=random.uniform(0.9, 1.06), taper=random.gauss(0, 0.04), lean=random.gauss(0, 0.02),
        bulge=(random.uniform(0, 1.3), random.uniform(0, 6.3)),
    )


def hand(random: Random, way: str) -> Hand:
    """Some people draw calmly and some do not; a hasty scribble is never calm."""
    calm = random.uniform(0.001, 0.0055)
    if way == "scribbled":
        return Hand(random, calm + 0.004, overshoot=0.025, gap=0.02, pen=random.random() < 0.6)
    gap = random.choice((0.0, 0.008, 0.02)) if way == "outline" else 0.0
    return Hand(random, calm, overshoot=random.uniform(0.002, 0.014), gap=gap, pen=random.random() < 0.5)


def draw(garment: Garment, way: str, manner: str, looks_right: bool, random: Random) -> list[Stroke]:
    """The strokes of one drawing."""
    details = random.choice((0.0, 0.7, 0.9, 1.0)) if way != "scribbled" else random.choice((0.0, 0.0, 0.5))
    place = sheet(random, manner, looks_right)
    # Few use the page's symmetry: of those who draw something symmetric in the middle, by its outline.
    symmetry = manner == "plain" and way in ("outline", "filled") and garment.symmetric
    if symmetry:
        place = replace(place, left=(1 - place.size) / 2, tilt=0.0, lean=0.0, bulge=(0.0, 0.0))
    work = Work(
        garment, place, hand(random, way), random,
        sloppiness=1.6 if way == "scribbled" else random.uniform(0.3, 1.1), details=details, symmetry=symmetry,
    )
    WAYS[way](work)
    return work.strokes


def drawings_of_class(label: int, split: str) -> dict[str, list[Stroke]]:
    """File name -> strokes, of one class and split."""
    name = slug(label)
    garments = [garment for garment in read_garments(DESIGNS / f"{name}.txt") if garment.split == split]
    if len(garments) != DESIGNS_PER_SPLIT:
        raise ValueError(f"{name}.txt: {len(garments)} designs for {split}, expected {DESIGNS_PER_SPLIT}")
    order = Random(f"{name} {split}")
    manners = list(MANNERS)
    order.shuffle(manners)
    ways = list(WAYS)
    order.shuffle(ways)
    first = 1 + 2 * DESIGNS_PER_SPLIT * SPLITS.index(split)
    drawings = {}
    for i in range(2 * DESIGNS_PER_SPLIT):
        garment = garments[i % DESIGNS_PER_SPLIT]
        # Round two begins two ways later, so that no design meets the same way twice.
        way = ways[(i + 2 * (i // DESIGNS_PER_SPLIT)) % len(ways)]
        looks_right = name in SHOES and i % 2 == 1
        file_name = f"{name}_{first + i:02}_{way}_{garment.name}.json"
        drawings[file_name] = draw(garment, way, manners[i], looks_right, Random(file_name))
    return drawings


def script(strokes: list[Stroke]) -> str:
    """The strokes as a file: a stroke a line."""
    lines = (json.dumps(stroke, separators=(",", ":")) for stroke in strokes)
    return "[" + ",\n".join(lines) + "]\n"


def make(folder: Path) -> None:
    """Writes all drawings into `folder`/tune and `folder`/held_out, and removes other scripts there."""
    for split in SPLITS:
        target = folder / split
        target.mkdir(parents=True, exist_ok=True)
        for old in target.glob("*.json"):
            old.unlink()
        for label in range(len(CLASSES)):
            for name, strokes in drawings_of_class(label, split).items():
                (target / name).write_text(script(strokes))


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.drawings.make", description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, help="where tune/ and held_out/ are")
    make(parser.parse_args().out)


if __name__ == "__main__":
    main()
