"""What the set of drawings promises, checked: `python3 -m unittest models.tests.test_drawings`."""
import json
import math
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from models.data import CLASSES
from models.drawing_set import label_and_style, load_drawings, rendered, scripts_of
from models.drawings import area, garment, make
from models.drawings.ways import WAYS

BYTES = 1_200_000  # that the repository can spare for them


def scripts() -> dict[Path, list[dict]]:
    """Every committed script, parsed."""
    return {path: json.loads(path.read_text()) for split in garment.SPLITS for path in scripts_of(split)}


class Scripts(unittest.TestCase):
    def test_limits(self) -> None:
        """Every stroke has the fields of a stroke script, in their ranges, and stays near the square."""
        for path, strokes in scripts().items():
            with self.subTest(path.stem):
                self.assertTrue(0 < len(strokes) < 150)
                for stroke in strokes:
                    self.assertEqual(set(stroke) - {"mirrored"}, {"tool", "gray", "size", "points"})
                    self.assertIn(stroke["tool"], ("brush", "eraser", "fill"))
                    self.assertTrue(isinstance(stroke["gray"], int) and 0 <= stroke["gray"] <= 255)
                    self.assertTrue(0 < stroke["size"] <= 0.25)
                    self.assertTrue(0 < len(stroke["points"]) < 400)
                    for x, y, *pressure in stroke["points"]:
                        self.assertTrue(-0.1 <= x <= 1.1 and -0.1 <= y <= 1.1, (x, y))
                        self.assertTrue(len(pressure) < 2 and all(0 <= p <= 1 for p in pressure))

    def test_balance(self) -> None:
        """A split has ten drawings a class, two of each style."""
        for split in garment.SPLITS:
            kinds = Counter(map(label_and_style, scripts_of(split)))
            self.assertEqual(kinds, Counter({(label, style): 2 for label in range(len(CLASSES)) for style in WAYS}))

    def test_every_tool(self) -> None:
        """Brush, eraser, bucket and symmetry are all used, with a mouse and with a pen."""
        strokes = [stroke for script in scripts().values() for stroke in script]
        self.assertEqual({stroke["tool"] for stroke in strokes}, {"brush", "eraser", "fill"})
        self.assertGreater(sum("mirrored" in stroke for stroke in strokes), 50)
        self.assertEqual({len(point) for stroke in strokes for point in stroke["points"]}, {2, 3})

    def test_designs_of_one_split(self) -> None:
        """No design is in both splits, and none is drawn twice in the same style."""
        names = {split: [path.stem.split("_") for path in scripts_of(split)] for split in garment.SPLITS}
        tune, held_out = ({(name[0], name[3]) for name in names[split]} for split in garment.SPLITS)
        self.assertEqual((len(tune), len(held_out), len(tune & held_out)), (50, 50, 0))
        every = [(name[0], name[2], name[3]) for split in garment.SPLITS for name in names[split]]
        self.assertEqual(len(set(every)), 200)

    def test_size(self) -> None:
        """All scripts together are small."""
        self.assertLess(sum(path.stat().st_size for path in scripts()), BYTES)

    def test_made_again(self) -> None:
        """The committed scripts are those that make.py draws."""
        with tempfile.TemporaryDirectory() as name:
            make.make(Path(name))
            for path in scripts():
                with self.subTest(path.stem):
                    self.assertEqual((Path(name) / path.parent.name / path.name).read_text(), path.read_text())


class Pixels(unittest.TestCase):
    def test_images(self) -> None:
        """The page's own preprocessing makes of them 200 different images, each filling the frame from edge to edge."""
        sets = [load_drawings(split) for split in garment.SPLITS]
        images = [image for drawings in sets for image in drawings.images]
        self.assertEqual(len(images), 200)
        self.assertEqual(len({bytes(image.flatten().tolist()) for image in images}), 200)
        self.assertEqual([drawings.labels.bincount().tolist() for drawings in sets], [[10] * 10] * 2)
        for image in images:
            height, width = (int((image > 12).any(dim=axis).sum()) for axis in (1, 0))
            self.assertGreaterEqual(max(height, width), 25)
            self.assertGreater(int((image > 12).sum()), 60)

    def test_no_tool(self) -> None:
        """Without the command line, its absence is named together with the way to build it."""
        with self.assertRaisesRegex(FileNotFoundError, "is not built: cmake --preset native-release"):
            rendered(scripts_of("tune"), Path("/nowhere/atelier"))

    def test_bad_script(self) -> None:
        """A script that cannot be drawn is named."""
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "bag_01_filled_broken.json"
            path.write_text("[{}]")
            with self.assertRaisesRegex(ValueError, "bag_01_filled_broken.json: stroke 1"):
                rendered([path])


class Designs(unittest.TestCase):
    def test_mistakes_are_named(self) -> None:
        """A line of a design that is not understood is named by file and number."""
        mistakes = {
            "garment bag test": "no split is called 'test'",
            "garment a tune\nshap 1,2 3,4": "no element is called 'shap'",
            "garment a tune\nshape half": "no path",
            "garment a tune\nshape 1,2 3": "not enough values",
            "shape 1,2 3,4": "no garment has begun",
        }
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "bag.txt"
            for text, words in mistakes.items():
                path.write_text(text)
                place = f"bag.txt, line {len(text.splitlines())}: "
                with self.subTest(text), self.assertRaisesRegex(ValueError, f"{place}.*{words}"):
                    garment.read_garments(path)

    def test_half(self) -> None:
        """A half path is joined to its mirror image; a point in the middle is there once."""
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "bag.txt"
            path.write_text("garment a tune\nshape half 50,0 ~10,20 50,90\nline half 50,5 40,9")
            shape, line = garment.read_garments(path)[0].elements
        self.assertEqual([(k.x, k.y, k.sharp) for k in shape.paths[0]],
                         [(50, 0, True), (10, 20, False), (50, 90, True), (90, 20, False)])
        self.assertEqual([(k.x, k.y) for k in line.paths[0]], [(40, 9), (50, 5), (60, 9)])

    def test_curve(self) -> None:
        """A curve goes through all its points, breaks where they are sharp, and is round where four smooth ones are."""
        knots = tuple(garment.Knot(math.cos(a), math.sin(a), False) for a in (0, math.pi / 2, math.pi, -math.pi / 2))
        (circle,) = garment.curve(knots, True, 0.05)
        for knot in knots:
            self.assertLess(min(math.dist((knot.x, knot.y), point) for point in circle), 1e-9)
        for point in circle:
            self.assertAlmostEqual(math.hypot(*point), 1.0, delta=0.08)
        square = tuple(garment.Knot(x, y, True) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
        self.assertEqual([(piece[0], piece[-1]) for piece in garment.curve(square, True, 0.1)],
                         [((0, 0), (1, 0)), ((1, 0), (1, 1)), ((1, 1), (0, 1)), ((0, 1), (0, 0))])


class Areas(unittest.TestCase):
    ring = [[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)], [(0.2, 0.2), (0.7, 0.2), (0.7, 0.8), (0.2, 0.8)]]

    def test_roomiest_point(self) -> None:
        """The bucket is emptied in the widest part of a ring, not in its hole."""
        x, y = area.roomiest_point(self.ring)
        self.assertTrue(0.7 < x < 1.0 and 0 < y < 1)

    def test_zigzags(self) -> None:
        """A brush that goes to and fro covers a ring, and keeps out of its hole."""
        radius = 0.03
        ways = area.zigzags(self.ring, 1.2 * radius, 0.3, radius)
        lines = [line for way in ways for line in zip(way[::2], way[1::2])]

        def distance(point: tuple[float, float]) -> float:
            return min(area.distance_to_border([[a, b]], point) for a, b in lines)

        for column in range(1, 20):
            for row in range(1, 20):
                x, y = column / 20, row / 20
                if area.distance_to_border(self.ring, (x, y)) > radius + 0.01:
                    in_hole = 0.2 < x < 0.7 and 0.2 < y < 0.8
                    (self.assertGreater if in_hole else self.assertLess)(distance((x, y)), radius)


if __name__ == "__main__":
    unittest.main()
