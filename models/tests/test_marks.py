"""The marks by which people tell garments, checked: `python3 -m unittest models.tests.test_marks`."""
import tempfile
import unittest
from pathlib import Path

import torch

from models import data, distillation, lessons, marking, marks, sketches
from models.data import CLASSES, Samples
from models.export import build_graph, folded
from models.graph_runner import GraphRunner
from models.networks import NETWORKS
from models.recipes import Recipe
from models.tests.lively import lively
from models.warm_start import warm_start


def coats(count: int) -> torch.Tensor:
    """The cloth of the same wide garment so many times: float32 [count,1,28,28]."""
    cloth = torch.zeros(count, 1, 28, 28)
    cloth[:, :, 1:27, 7:21] = 1
    cloth[:, :, 4:24, 4:24] = 1
    return cloth


def drawn(label: int, count: int, seed: int = 1) -> torch.Tensor:
    """Marks of one class on that garment."""
    return marking.marks(coats(count), torch.full((count,), label), torch.Generator().manual_seed(seed))


class Marks(unittest.TestCase):
    def test_every_class(self) -> None:
        """Every class has marks, and of alternatives a garment gets one at most."""
        self.assertEqual(set(marks.MARKS), set(CLASSES))
        for name, choices in marks.MARKS.items():
            for choice in choices:
                with self.subTest(name):
                    self.assertLessEqual(sum(feature.chance for feature in choice), 1 + 1e-9)
                    self.assertGreater(min(feature.chance for feature in choice), 0)

    def test_on_the_cloth(self) -> None:
        """Marks cover pixels of the garment alone, and whole pixels at most."""
        samples = data.load_training().take(torch.arange(300))
        random = torch.Generator().manual_seed(1)
        cloth = sketches.cloth_of(samples.images, random)
        ink = marking.marks(cloth, samples.labels, random)
        self.assertEqual(ink.shape, cloth.shape)
        self.assertTrue((ink >= 0).all() and (ink <= 1).all())
        self.assertEqual((ink * (1 - cloth)).sum().item(), 0)
        self.assertGreater((ink.amax(dim=(1, 2, 3)) > 0.3).float().mean().item(), 0.8)

    def test_seeded(self) -> None:
        """The same seed draws the same marks, another one others; no two garments get the same."""
        first, again, other = drawn(6, 50), drawn(6, 50), drawn(6, 50, seed=2)
        self.assertTrue(torch.equal(first, again))
        self.assertFalse(torch.equal(first, other))
        self.assertEqual(len({tuple(ink.flatten().tolist()) for ink in first}), 50)

    def test_tell_classes_apart(self) -> None:
        """On one and the same garment the marks alone mostly say which of the five upper-body classes was meant."""
        classes = [CLASSES.index(name) for name in ("T-shirt/top", "Pullover", "Dress", "Coat", "Shirt")]
        known = torch.cat([drawn(label, 400) for label in classes]).flatten(1)
        asked = torch.cat([drawn(label, 100, seed=2) for label in classes]).flatten(1)
        labels = torch.arange(5).repeat_interleave(400)
        nearest = torch.cdist(asked, known).topk(9, largest=False).indices
        answers = labels[nearest].mode(1).values
        self.assertGreater((answers == torch.arange(5).repeat_interleave(100)).float().mean().item(), 0.5)

    def test_opening(self) -> None:
        """Shirts and coats are marked down the middle far more than T-shirts and pullovers are."""
        middle = [drawn(CLASSES.index(name), 300)[:, 0, 14:20, 12:16].mean().item()
                  for name in ("Shirt", "Coat", "T-shirt/top", "Pullover")]
        self.assertGreater(min(middle[:2]), 1.5 * max(middle[2:]))

    def test_heel(self) -> None:
        """A shoe's marks know where its heel is, whichever way it looks."""
        boot = torch.zeros(1, 1, 28, 28)
        boot[:, :, 3:25, 17:27] = 1
        boot[:, :, 15:25, 2:27] = 1
        right, left = (marking.frames(each, torch.tensor([9])) for each in (boot, boot.flip(3)))
        self.assertGreater(right.half.item(), 0)
        self.assertEqual(left.half.item(), -right.half.item())

    def test_thin_lines(self) -> None:
        """A line half a pixel wide darkens pixels by half: as much ink as its length and width say."""
        pieces = torch.tensor([[[4.0, 10.0, 24.0, 10.0]], [[4.3, 3.2, 20.1, 21.7]]])
        for width in (0.5, 1.0, 2.0):
            ink = marking.inked(pieces, torch.full((2,), width)).sum(dim=(1, 2))
            lengths = (pieces[:, 0, 2:] - pieces[:, 0, :2]).norm(dim=1)
            self.assertLess((ink / (lengths * width) - 1).abs().max().item(), 0.2)


class Forms(unittest.TestCase):
    def test_shorts(self) -> None:
        """About three in ten trousers are cut off; the rest, and all else, is left as it is."""
        labels = torch.arange(10).repeat(300)
        images = torch.full((3000, 28, 28), 200, dtype=torch.uint8)
        shortened = sketches.shortened(Samples(images, labels), torch.Generator().manual_seed(1))
        changed = (shortened != images).flatten(1).any(1)
        self.assertEqual(set(labels[changed].tolist()), {CLASSES.index("Trouser")})
        self.assertTrue(60 < changed.sum() < 120)

    def test_higher(self) -> None:
        """Some bags and sneakers are drawn higher than they were photographed, and nothing else is."""
        labels = torch.arange(10).repeat(300)
        higher = sketches.heights(labels, torch.Generator().manual_seed(1))
        self.assertEqual({CLASSES[label] for label in labels[higher != 1].tolist()}, {"Bag", "Sneaker"})
        self.assertTrue((higher >= 1).all() and (higher < 2).all())


class Lessons(unittest.TestCase):
    def test_label_alone(self) -> None:
        """Of a marked image the label is all that is learned, whatever the teacher says of it."""
        random = torch.Generator().manual_seed(1)
        logits, teacher = torch.randn(2, 8, 10, generator=random)
        labels, known = torch.arange(8), torch.arange(8) < 4
        loss = distillation.loss(logits, labels, teacher, known, 0.7)
        parts = [distillation.loss(logits[:4], labels[:4], teacher[:4], known[:4], 0.7),
                 torch.nn.functional.cross_entropy(logits[4:], labels[4:])]
        self.assertAlmostEqual(loss.item(), sum(parts).item() / 2, places=5)

    def test_not_asked(self) -> None:
        """Teachers are asked about images without marks only, and a student is told which those are."""
        images = torch.randint(1, 256, (40, 28, 28), dtype=torch.uint8, generator=torch.Generator().manual_seed(4))
        samples = Samples(images, torch.arange(40) % 10)
        recipe = Recipe(epochs=1, batch=8, sketches=0.5, marks=0.5, outliers=0, cutout_probability=0.0, views=5)
        network = lively(NETWORKS["tiny"].build())

        def ask(pixels: torch.Tensor) -> torch.Tensor:
            return network(pixels).logits

        taught = distillation.taught(distillation.Teachers([ask], [ask]), samples, recipe)
        marked = torch.stack([lessons.redrawn_in(view, 40, recipe)[1] for view in range(recipe.views)])
        self.assertTrue(torch.equal(~taught.known, marked))
        self.assertTrue(torch.equal((taught.answers == 0).all(dim=2), marked))
        shown = lessons.prepare(lessons.Lesson(samples, taught), 3, recipe)
        self.assertTrue(torch.equal((shown.answers == 0).all(dim=2), ~shown.known))
        with torch.no_grad():
            expected = network(shown.pixels[shown.known].unsqueeze(1).float()).logits
        error = (shown.answers[shown.known].float() - expected).abs().max().item()
        self.assertLess(error, 0.03 * expected.abs().max().item())


class WarmStart(unittest.TestCase):
    def test_answers_alike(self) -> None:
        """A network that goes on from an exported file begins with that file's answers, and with kernels for Muon."""
        images = data.load_training().images[:100]
        trained = folded(lively(NETWORKS["tiny"].build()))
        with tempfile.TemporaryDirectory() as name:
            file = Path(name) / "tiny.onnx"
            file.write_bytes(build_graph("tiny", trained).SerializeToString())
            network = NETWORKS["tiny"].build()
            warm_start(network, file, images)
            expected = GraphRunner(file).logits(images.unsqueeze(1).float())
        with torch.no_grad():
            found = network.eval()(images.unsqueeze(1).float()).logits
        self.assertLess(((found - expected).abs() / expected.abs().amax()).max().item(), 1e-4)
        for kernel in (parameter for parameter in network.parameters() if parameter.dim() == 4):
            self.assertAlmostEqual(kernel.norm().item(), len(kernel) ** 0.5, places=3)


if __name__ == "__main__":
    unittest.main()
