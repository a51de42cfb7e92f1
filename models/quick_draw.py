"""Makes files of people's drawings from the published ones of Quick, Draw!: `python3 -m models.quick_draw OUT NDJSON...`

The NDJSON files are those of https://github.com/googlecreativelab/quickdraw-dataset, simplified or raw (CC BY 4.0).
Ids in people_kept_aside.txt beside OUT, and those of other files with --without, are left out.
"""
import argparse
import json
from pathlib import Path

from models.people import kept_aside

# Which classes are right for a word; every other word is none of the ten.
LABELS = {
    "t-shirt": [0], "pants": [1], "shorts": [1], "sweater": [2], "jacket": [4], "flip flops": [5], "shoe": [7, 9],
    "purse": [8], "backpack": [8], "suitcase": [8],
}
UNCLEAR = ("camouflage", "rollerskates")  # drawn as a patterned shirt or trousers; boots with wheels
SIZE, MARGIN = 0.8, 0.1  # of the drawing square
BRUSH, GRAY = 0.03, 190
FLATNESS = 0.004  # points as near as this to the line between others are left out


def thinned(points: list[tuple[float, float]], flatness: float = FLATNESS) -> list[tuple[float, float]]:
    """The points by which the line is told to within `flatness` (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    worst, place = 0.0, 0
    for i, (x, y) in enumerate(points[1:-1], 1):
        share = min(max(((x - x0) * dx + (y - y0) * dy) / square, 0.0), 1.0) if square else 0.0
        away = ((x - x0 - share * dx) ** 2 + (y - y0 - share * dy) ** 2) ** 0.5
        if away > worst:
            worst, place = away, i
    if worst < flatness:
        return [points[0], points[-1]]
    return thinned(points[: place + 1], flatness)[:-1] + thinned(points[place:], flatness)


def strokes_of(drawing: list[list[list[float]]]) -> list[dict]:
    """A drawing as the data set has it, scaled to the middle of the square, as a stroke script."""
    xs, ys = ([value for stroke in drawing for value in stroke[axis]] for axis in (0, 1))
    longest = max(max(xs) - min(xs), max(ys) - min(ys)) or 1
    scale = SIZE / longest
    left = MARGIN + (SIZE - scale * (max(xs) - min(xs))) / 2 - scale * min(xs)
    top = MARGIN + (SIZE - scale * (max(ys) - min(ys))) / 2 - scale * min(ys)
    strokes = []
    for stroke in drawing:
        points = thinned([(left + scale * x, top + scale * y) for x, y in zip(stroke[0], stroke[1])])
        strokes.append({"tool": "brush", "gray": GRAY, "size": BRUSH,
                        "points": [[round(x, 4), round(y, 4), 0.5] for x, y in points]})
    return strokes


def main() -> None:
    parser = argparse.ArgumentParser(prog="models.quick_draw", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="+", metavar="NDJSON")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="drawings that are in these already")
    parser.add_argument("--most", type=int, default=1000, help="of every word")
    options = parser.parse_args()
    seen = kept_aside(options.out)
    for file in options.without:
        seen |= {entry["id"] for entry in json.loads(file.read_text())["drawings"]} | kept_aside(file)
    drawings, counts = [], {}
    for file in options.files:
        for line in file.read_text().splitlines():
            entry = json.loads(line)
            word = entry["word"]
            if entry["key_id"] in seen or word in UNCLEAR or counts.get(word, 0) == options.most:
                continue
            seen.add(entry["key_id"])
            counts[word] = counts.get(word, 0) + 1
            drawings.append({"id": entry["key_id"], "word": word, "labels": LABELS.get(word, []),
                             "recognised": entry["recognized"], "strokes": strokes_of(entry["drawing"])})
    about = "Quick, Draw! Dataset (c) Google, CC BY 4.0, github.com/googlecreativelab/quickdraw-dataset; scaled, thinned."
    options.out.write_text(json.dumps({"about": about, "drawings": drawings}, separators=(",", ":")))
    print(f"wrote {options.out}: {len(drawings)} drawings of {len(counts)} words")


if __name__ == "__main__":
    main()
