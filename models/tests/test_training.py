"""What training is made of, checked: `python3 -m unittest models.tests.test_training`."""
import contextlib
import dataclasses
import io
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import torch

from models import augmentation, data, distillation, lessons, outliers, sketches, train
from models.muon import Muon, orthogonalised
from models.networks import NETWORKS, PIXEL_MEAN
from models.optimizers import Sgd, rate_share
from models.recipes import RECIPES, Recipe
from models.tests.lively import lively
from models.trainer import logits_of


class Augmentation(unittest.TestCase):
    def test_shift_and_flip(self) -> None:
        """A single pixel moves by at most the reach, and lands on the other side where it was mirrored."""
        images = torch.zeros(400, 28, 28, dtype=torch.uint8)
        images[:, 5, 7] = 200
        flips = torch.arange(400) % 2 == 1
        moved = augmentation.shift_and_flip(images, flips, 2, torch.Generator().manual_seed(3))
        _, rows, columns = moved.nonzero(as_tuple=True)
        self.assertEqual(len(rows), 400)
        self.assertEqual(sorted(set(rows.tolist())), [3, 4, 5, 6, 7])
        self.assertEqual(sorted(set(columns[~flips].tolist())), [5, 6, 7, 8, 9])
        self.assertEqual(sorted(set(columns[flips].tolist())), [18, 19, 20, 21, 22])

    def test_flips_alternate(self) -> None:
        """Neighbouring epochs mirror exactly the opposite images, about half of them each."""
        even, odd = (augmentation.alternating_flips(1000, epoch, seed=1) for epoch in (4, 5))
        self.assertTrue(torch.equal(even, ~odd))
        self.assertTrue(400 < even.sum() < 600)

    def test_cutout(self) -> None:
        """About half of the images get one hole of the mean gray, at most 9x9 pixels."""
        images = torch.zeros(1000, 28, 28, dtype=torch.uint8)
        pixels = augmentation.cutout(images, 9, 0.5, torch.Generator().manual_seed(3))
        sizes = (pixels == PIXEL_MEAN).sum(dim=(1, 2))
        self.assertTrue(400 < (sizes > 0).sum() < 600)
        self.assertEqual(sizes.max().item(), 81)


class Training(unittest.TestCase):
    def test_rate(self) -> None:
        """The learning rates climb to their peak in the first 5 % of the steps and end near zero."""
        shares = [rate_share(step, 1000, 0.05) for step in range(1000)]
        self.assertEqual(max(shares), 1)
        self.assertIn(shares.index(max(shares)), (49, 50))
        self.assertLess(shares[-1], 1e-4)

    def test_orthogonalised(self) -> None:
        """A step of Muon has the singular vectors of the gradient, and singular values near one."""
        matrix = torch.randn(24, 200, generator=torch.Generator().manual_seed(1)) * torch.linspace(0.1, 3, 24)[:, None]
        for gradient in (matrix, matrix.T):
            left, values, right = torch.linalg.svd(gradient, full_matrices=False)
            found = left.T @ orthogonalised(gradient[None])[0] @ right.T
            self.assertTrue((found.diagonal() > 0.6).all() and (found.diagonal() < 1.3).all())
            self.assertLess((found - torch.diag(found.diagonal())).abs().max().item(), 0.1)

    def test_muon_keeps_lengths(self) -> None:
        """Kernels of any sizes keep the length sqrt(outputs), and a step moves them by about the rate."""
        random = torch.Generator().manual_seed(2)
        shapes = [(16, 8, 3, 3), (8, 1, 3, 3)]
        kernels = [torch.nn.Parameter(torch.randn(shape, generator=random)) for shape in shapes]
        optimizer = Muon(kernels, momentum=0.6)
        for _ in range(3):
            befores = [kernel.detach() * (len(kernel) ** 0.5 / kernel.detach().norm()) for kernel in kernels]
            for kernel in kernels:
                kernel.grad = torch.randn(kernel.shape, generator=random)
            optimizer.step(torch.tensor(0.01))
            for kernel, before in zip(kernels, befores):
                length = len(kernel) ** 0.5
                self.assertAlmostEqual(kernel.norm().item(), length, delta=0.1)
                self.assertAlmostEqual((kernel.detach() - before).norm().item() / length, 0.01, delta=0.003)

    def test_sgd(self) -> None:
        """Parameters move as PyTorch's own SGD moves them; only matrices decay."""
        random = torch.Generator().manual_seed(6)
        starts = [torch.randn(4, 3, generator=random), torch.randn(4, generator=random)]
        ours, theirs = ([torch.nn.Parameter(start.clone()) for start in starts] for _ in range(2))
        groups = [{"params": theirs[:1], "weight_decay": 0.01}, {"params": theirs[1:], "weight_decay": 0.0}]
        mine, reference = Sgd(ours, 0.9, 0.01), torch.optim.SGD(groups, lr=0.1, momentum=0.9, nesterov=True)
        for _ in range(4):
            for own, other in zip(ours, theirs):
                own.grad = torch.randn(own.shape, generator=random)
                other.grad = own.grad.clone()
            mine.step(torch.tensor(0.1))
            reference.step()
        for own, other in zip(ours, theirs):
            self.assertLess((own - other).abs().max().item(), 1e-6)

    def test_epoch(self) -> None:
        """Every image is in an epoch once at most, with its own label and its own answers, outliers behind it."""
        images = torch.zeros(70, 28, 28, dtype=torch.uint8)
        images[:, 10:18, 10:18] = torch.arange(100, 170, dtype=torch.uint8)[:, None, None]
        labels = torch.arange(70)
        samples = data.Samples(images, labels)
        recipe = Recipe(epochs=1, batch=16, outliers=3, cutout_probability=0.0)
        views = torch.stack([lessons.seen(samples, view, recipe) for view in range(4)])
        answers = labels.half()[None, :, None].repeat(4, 1, 10)
        lesson = lessons.Lesson(samples, lessons.Taught(views, answers, torch.ones(4, 70, dtype=torch.bool)))
        shown = lessons.prepare(lesson, 5, recipe)
        self.assertEqual(tuple(shown.pixels.shape), (4, 19, 28, 28))
        self.assertTrue(torch.equal(shown.pixels[:, :16].flatten(2).amax(2).long() - 100, shown.labels))
        self.assertTrue(torch.equal(shown.answers[:, :, 0].long(), shown.labels))
        self.assertEqual(len(shown.labels.unique()), 64)
        again = lessons.prepare(lesson, 5, recipe)
        self.assertTrue(torch.equal(shown.pixels, again.pixels))

    def test_teacher(self) -> None:
        """Teachers answer to the very view that a student sees, and a student that agrees has nothing to learn."""
        images = torch.randint(0, 256, (6, 28, 28), dtype=torch.uint8, generator=torch.Generator().manual_seed(4))
        torch.manual_seed(5)
        teachers = [lively(NETWORKS["tiny"].build(), seed) for seed in (1, 2)]
        samples = data.Samples(images, torch.zeros(6, dtype=torch.long))
        asked = [lambda pixels, teacher=teacher: teacher(pixels).logits for teacher in teachers]
        views, answers, known = distillation.taught(distillation.Teachers(asked, asked), samples, Recipe(epochs=1))
        self.assertEqual(tuple(answers.shape), (32, 6, 10))
        self.assertTrue(known.all())
        view = lessons.seen(samples, 9, Recipe(epochs=1))
        self.assertTrue(torch.equal(views[9], view))
        expected = (logits_of(teachers[0], view) + logits_of(teachers[1], view)) / 2
        self.assertLess((answers[9].float() - expected).abs().max().item(), 0.05)
        labels = expected.argmax(1)
        agreed = distillation.loss(expected, labels, expected, torch.ones(6, dtype=torch.bool), share=0.7)
        only_labels = torch.nn.functional.cross_entropy(expected, labels)
        self.assertAlmostEqual(agreed.item(), 0.3 * only_labels.item(), places=4)

    def test_goes_on(self) -> None:
        """A step that goes on begins with all that the run before it left, of the same fold and no other."""
        first = dataclasses.replace(RECIPES["tiny"].quick(), train_limit=256, epochs=1)
        with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
            runs = Path(name)
            for fold in (0, 1):
                folder = runs / f"tiny-fold{fold}-1"
                recipe = dataclasses.replace(first, fold=fold, peak_rate=0.01 * (fold + 1))
                train.train([train.Run("tiny", recipe, folder, folder / "log.tsv")])
            recipe = dataclasses.replace(first, fold=1, goes_on="tiny")
            run = train.Run("tiny", recipe, runs / "after", runs / "after/log.tsv", runs=runs)
            for key, value in train.load_weights(runs / "tiny-fold1-1/weights.pt")[0].state_dict().items():
                self.assertTrue(torch.equal(run.trainer.network.state_dict()[key], value), key)

    def test_resume(self) -> None:
        """A run that was interrupted ends with the very weights of one that was not."""
        recipe = dataclasses.replace(RECIPES["tiny"].quick(), train_limit=256)

        def run_in(folder: Path) -> Path:
            return train.train([train.Run("tiny", recipe, folder, folder / "log.tsv")])[0]

        with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
            first, _ = train.load_weights(run_in(Path(name) / "whole"))
            original = train.save_atomically

            def stop_after_first(content: dict, path: Path) -> None:
                original(content, path)
                raise KeyboardInterrupt

            with unittest.mock.patch("models.train.save_atomically", stop_after_first):
                with self.assertRaises(KeyboardInterrupt):
                    run_in(Path(name) / "halves")
            second, _ = train.load_weights(run_in(Path(name) / "halves"))
        for key, value in first.state_dict().items():
            self.assertTrue(torch.equal(value, second.state_dict()[key]), key)


class StrangeImages(unittest.TestCase):
    def test_patches(self) -> None:
        """Shuffled patches have the pixels of the image, square by square, in another order."""
        images = torch.arange(28 * 28).remainder(251).to(torch.uint8).view(1, 28, 28).repeat(3, 1, 1)
        mixed = outliers.shuffled_patches(images, torch.Generator().manual_seed(1))
        self.assertFalse(torch.equal(mixed, images))
        cut = [sorted(image[y : y + 7, x : x + 7].flatten().tolist() for y in (0, 7, 14, 21) for x in (0, 7, 14, 21))
               for image in (images[0], *mixed)]
        for patches in cut[1:]:
            self.assertEqual(patches, cut[0])

    def test_scribbles(self) -> None:
        """Scribbles and noise fill the frame and are neither empty nor all alike."""
        for make in (outliers.scribbles, outliers.noise):
            images = make(50, torch.Generator().manual_seed(1))
            self.assertEqual((images.dtype, tuple(images.shape)), (torch.uint8, (50, 28, 28)))
            self.assertTrue((images.float().mean(dim=(1, 2)) > 3).all())
            self.assertEqual(len({tuple(image.flatten().tolist()) for image in images}), 50)

    def test_pseudo_sketches(self) -> None:
        """A pseudo-sketch touches both ends of the frame along its longer side, as the page frames a drawing."""
        samples = data.load_training().take(torch.arange(200))
        drawn = sketches.pseudo_sketches(samples, torch.arange(200) % 2 == 0, torch.Generator().manual_seed(1))
        ink = drawn > 5
        spans = []
        for present in (ink.any(1), ink.any(2)):
            places = torch.arange(28)
            high = torch.where(present, places, -1).amax(1)
            spans.append(high - torch.where(present, places, 28).amin(1) + 1)
        self.assertTrue((torch.maximum(*spans) >= 26).float().mean() > 0.98)
        self.assertLess((drawn == samples.images).all(dim=2).all(dim=1).sum().item(), 1)


if __name__ == "__main__":
    unittest.main()
