"""Learning from drawings by people, checked: `python3 -m unittest models.tests.test_people`."""
import contextlib
import io
import json
import math
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import numpy
import torch

from models import another_hand, doodles, drawn, lessons, none_of_them, outlines, people, people_measured, quick_draw
from models.calibration import Verdicts
from models.data import Samples
from models.drawn import Drawn, Pool
from models.recipes import Recipe


def random() -> numpy.random.Generator:
    return numpy.random.default_rng(5)


def square_stroke(side: float = 0.5) -> dict:
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    return {"tool": "brush", "gray": 190, "size": 0.03, "points": [[0.2 + side * x, 0.2 + side * y, 0.5] for x, y in corners]}


def drawings_of(words: dict[str, int]) -> list[people.PersonsDrawing]:
    """So many drawings of each word."""
    return [people.PersonsDrawing(f"{word}{k}", word, tuple(quick_draw.LABELS.get(word, ())), True, [square_stroke()])
            for word, count in words.items() for k in range(count)]


class Reading(unittest.TestCase):
    def test_kept_aside(self) -> None:
        """A drawing whose id is kept aside is never read."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "people.json"
            entries = [{"id": name, "word": "shoe", "labels": [7, 9], "recognised": True, "strokes": [square_stroke()]}
                       for name in ("1", "2", "3")]
            file.write_text(json.dumps({"drawings": entries}))
            (Path(folder) / people.KEPT_ASIDE).write_text("# ids\n2\n")
            self.assertEqual([drawing.id for drawing in people.load(file)], ["1", "3"])

    def test_folds(self) -> None:
        """Folds are as large as they can be, hold as many of each word, and do not depend on the order."""
        drawings = drawings_of({"pants": 10, "sock": 15})
        placed = people.folds(drawings)
        for word in ("pants", "sock"):
            chosen = torch.tensor([drawing.word == word for drawing in drawings])
            self.assertEqual(len(placed[chosen].bincount(minlength=people.FOLDS).unique()), 1)
        self.assertTrue(torch.equal(people.folds(drawings[::-1]).flip(0), placed))

    def test_accepted(self) -> None:
        """A shoe may be a sneaker or an ankle boot; a sock is none of the ten."""
        right = people.accepted(drawings_of({"shoe": 1, "sock": 1}))
        self.assertEqual(right.nonzero().tolist(), [[0, 7], [0, 9]])

    def test_quick_draw(self) -> None:
        """A published drawing becomes strokes that fill the middle of the square; ids kept aside are left out."""
        entry = {"word": "shoe", "recognized": True, "drawing": [[[0, 100, 200], [0, 0, 0]], [[200, 200], [0, 100]]]}
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            source, out = Path(folder) / "shoe.ndjson", Path(folder) / "people.json"
            source.write_text("\n".join(json.dumps({**entry, "key_id": name}) for name in ("a", "b")))
            (Path(folder) / people.KEPT_ASIDE).write_text("a\n")
            with unittest.mock.patch("sys.argv", ["quick_draw", str(out), str(source)]):
                quick_draw.main()
            (drawing,) = people.load(out)
        self.assertEqual((drawing.id, drawing.labels), ("b", (7, 9)))
        first, second = (stroke["points"] for stroke in drawing.strokes)
        self.assertEqual(first, [[0.1, 0.3, 0.5], [0.9, 0.3, 0.5]])  # the point between them is on the way
        self.assertEqual(second[-1], [0.9, 0.7, 0.5])


class Redrawing(unittest.TestCase):
    def test_another_hand(self) -> None:
        """Whatever a hand does, the script stays on the square, within the sizes and grays, and nothing is lost twice."""
        lines = another_hand.lines_of([square_stroke(), square_stroke(0.2)])
        generator = random()
        scripts = [another_hand.drawn_again(lines, generator) for _ in range(200)]
        for script in scripts:
            self.assertTrue(1 <= len(script) <= 2)
            points = numpy.array([point for stroke in script for point in stroke["points"]])
            self.assertTrue((points >= -1e-4).all() and (points <= 1 + 1e-4).all())
            longest = (points.max(0) - points.min(0)).max()
            low, high = another_hand.SIZES
            self.assertTrue(low - 1e-3 <= longest <= high + 1e-3)
            for stroke in script:
                self.assertLessEqual(stroke["size"], min(another_hand.BRUSHES[1], another_hand.WIDEST * longest + 1e-3))
        self.assertEqual(len({json.dumps(script) for script in scripts}), 200)
        again = random()
        self.assertEqual([another_hand.drawn_again(lines, again) for _ in range(200)], scripts)

    def test_loops(self) -> None:
        """The outline of a block is its border, walked once; a hole has one of its own."""
        mask = numpy.zeros((12, 12), dtype=bool)
        mask[2:9, 3:10] = True
        mask[5, 6] = False
        outer, hole = sorted(outlines.loops(mask), key=len, reverse=True)
        self.assertEqual((len(outer), len(hole)), (28, 4))
        self.assertEqual((outer.min(0).tolist(), outer.max(0).tolist()), ([3, 2], [10, 9]))

    def test_outlines(self) -> None:
        """The outline of a square photograph is that square, in a few lines."""
        images = torch.zeros(1, 28, 28, dtype=torch.uint8)
        images[:, 6:22, 8:20] = 200
        samples = Samples(images, torch.tensor([8]))
        with unittest.mock.patch("models.outlines.MARKED", 0.0):
            (lines,) = outlines.outlined(samples, random(), torch.Generator().manual_seed(1))
        points = numpy.concatenate(lines) * 28
        self.assertTrue(numpy.allclose(points.min(0), [8, 6], atol=1) and numpy.allclose(points.max(0), [20, 22], atol=1))
        self.assertLessEqual(len(lines), 4)

    def test_doodles(self) -> None:
        """The doodles are the same every time, and there are some of every kind."""
        scripts = doodles.scripts()
        self.assertEqual(scripts, doodles.scripts())
        self.assertTrue(all(len(kind) >= 12 for kind in scripts.values()))


class Learning(unittest.TestCase):
    def pool(self, count: int, label: int | None, fold: int) -> Pool:
        right = torch.zeros(count, 10, dtype=torch.bool)
        if label is not None:
            right[:, label] = True
        images = torch.full((count, 28, 28), 10 * (fold + 2), dtype=torch.uint8)
        return Pool(images, right, torch.full((count,), fold), torch.ones(count))

    def test_none_of_them(self) -> None:
        """With an eleventh logit the loss is cross-entropy; two right classes count together; "none" wants all ten low."""
        logits = torch.randn(3, 10, generator=torch.Generator().manual_seed(2))
        accepted = torch.zeros(3, 10, dtype=torch.bool)
        accepted[0, 4] = accepted[1, 7] = accepted[1, 9] = True
        shares = torch.softmax(torch.cat([logits, torch.full((3, 1), 1.5)], dim=1), dim=1)
        wanted = [shares[0, 4], shares[1, 7] + shares[1, 9], shares[2, 10]]
        expected = -sum(math.log(value) for value in wanted) / 3
        self.assertAlmostEqual(none_of_them.loss(logits, accepted, 1.5).item(), expected, places=5)

    def test_fold_is_left_out(self) -> None:
        """A run without a fold sees none of its drawings, and every drawing of an epoch has its own right classes."""
        pools = [self.pool(40, 1, fold) for fold in range(5)]
        everybody = Pool(*(torch.cat(parts) for parts in zip(*pools)))
        left = everybody.without(3)
        self.assertEqual(left.fold.unique().tolist(), [0, 1, 2, 4])
        self.assertIs(everybody.without(None), everybody)
        samples = Samples(torch.zeros(64, 28, 28, dtype=torch.uint8), torch.zeros(64, dtype=torch.long))
        recipe = Recipe(epochs=1, batch=16, outliers=3, people=4, outlines=2, none=5, fold=3)
        lesson = lessons.Lesson(samples, drawn=Drawn(left, self.pool(10, 6, -1), self.pool(10, None, 0)))
        epoch = lessons.prepare(lesson, 0, recipe)
        self.assertEqual(tuple(epoch.pixels.shape), (4, 16 + 3 + 11, 28, 28))
        self.assertEqual(epoch.accepted.long().sum(2).unique(dim=0).tolist(), [[1] * 6 + [0] * 5])
        self.assertTrue(epoch.accepted[:, :4, 1].all() and epoch.accepted[:, 4:6, 6].all())
        self.assertNotIn(50, epoch.pixels[:, 19:].unique().tolist())

    def test_weights(self) -> None:
        """A drawing is drawn as often as its weight says."""
        pool = self.pool(2, 0, 0)._replace(weight=torch.tensor([1.0, 0.0]))
        pool.images[1] = 99
        images, _ = drawn.draw(pool, 50, torch.Generator().manual_seed(1))
        self.assertFalse((images == 99).any())


class Measuring(unittest.TestCase):
    def test_interval(self) -> None:
        """Wilson's interval of 8 in 10, as books have it, and of everything."""
        low, high = people_measured.interval(8, 10)
        self.assertAlmostEqual(low, 0.490, places=3)
        self.assertAlmostEqual(high, 0.943, places=3)
        self.assertEqual(round(people_measured.interval(10, 10)[1], 6), 1)

    def test_numbers(self) -> None:
        """Garments, those doubted though right, and things that are none are counted apart; shorts are no garment word."""
        drawings = drawings_of({"pants": 3, "shoe": 1, "shorts": 1, "sock": 2})
        logits = torch.zeros(7, 10)
        logits[0, 1] = logits[1, 1] = logits[3, 9] = logits[4, 1] = logits[5, 0] = 20.0
        logits[1] /= 10  # right, but hardly
        logits[2, 2] = 20.0  # wrong
        answered = people_measured.accepted(drawings, logits)
        counted = people_measured.numbers(answered, 1.0, Verdicts(0.5, 0.3, -3.0))
        self.assertEqual((counted["garments_right"]["count"], counted["garments_right"]["of"]), (3, 4))
        self.assertEqual(counted["right_but_unfamiliar"]["count"], 1)
        self.assertEqual((counted["none_not_answered"]["count"], counted["none_not_answered"]["of"]), (1, 2))
        self.assertEqual(counted["words"], {"pants": [2, 3], "shoe": [1, 1], "shorts": [1, 1]})
        self.assertEqual(people_measured.garments(answered).labels.tolist(), [1, 1, 1, 9])

    def test_threshold(self) -> None:
        """Few of the garments read right lie above the energy that is called unfamiliar."""
        drawings = drawings_of({"pants": 100})
        logits = torch.zeros(100, 10)
        logits[:, 1] = torch.linspace(4, 20, 100)
        answered = people_measured.accepted(drawings, logits)
        threshold = people_measured.unfamiliar_energy(answered, 1.0)
        doubted = people_measured.numbers(answered, 1.0, Verdicts(0.5, 0.3, threshold))["right_but_unfamiliar"]
        self.assertAlmostEqual(doubted["share"], people_measured.RIGHT_UNFAMILIAR, delta=0.011)


if __name__ == "__main__":
    unittest.main()
