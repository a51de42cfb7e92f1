"""What the models folder promises, checked: `python3 -m unittest models.tests.test_models`."""
import contextlib
import dataclasses
import gzip
import hashlib
import io
import json
import tempfile
import unittest
from pathlib import Path

import numpy
import onnx
import torch

from models import augmentation, calibration, data, distillation, outliers, sketches, train
from models.export import IR_VERSION, OPSET, build_graph, check_parity, count_parameters, fold_norm, folded, sha256_of
from models.graph_runner import GraphRunner
from models.muon import Muon, orthogonalised
from models.networks import NETWORKS, PIXEL_MEAN, ConvBlock, count_macs
from models.quick import quick_run
from models.recipes import RECIPES

FOLDER = Path(__file__).resolve().parent.parent
# Of the indices as little-endian int32.
VALIDATION_SHA256 = "d757214fff5958189c285d725676dc244eb679ca56ff5187c8a34cab390cbf1c"


def lively(module: torch.nn.Module, seed: int = 0) -> torch.nn.Module:
    """The module in evaluation mode, its batch normalisations with numbers as training leaves them."""
    random = torch.Generator().manual_seed(seed)
    for norm in (m for m in module.modules() if isinstance(m, torch.nn.BatchNorm2d)):
        size = norm.num_features
        norm.weight.data = torch.rand(size, generator=random) + 0.5
        norm.bias.data = torch.randn(size, generator=random)
        norm.running_mean = torch.randn(size, generator=random)
        norm.running_var = torch.rand(size, generator=random) + 0.1
    return module.eval()


class Data(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.training = data.load_training()
        cls.split = data.stratified_split(cls.training.labels)

    def test_shapes(self) -> None:
        """The training files hold 60,000 images of 28x28, 6,000 of each class."""
        self.assertEqual(tuple(self.training.images.shape), (60000, 28, 28))
        self.assertEqual(self.training.labels.bincount().tolist(), [6000] * 10)

    def test_split_is_stratified(self) -> None:
        """Validation has 500 images of every class, and no image is in both halves or in neither."""
        self.assertEqual(self.training.labels[self.split.validation].bincount().tolist(), [500] * 10)
        both = torch.cat([self.split.train, self.split.validation])
        self.assertTrue(torch.equal(both.sort().values, torch.arange(60000)))

    def test_split_is_fixed(self) -> None:
        """The validation indices are these and no others, on every machine."""
        found = hashlib.sha256(self.split.validation.numpy().astype("<i4").tobytes()).hexdigest()
        self.assertEqual(found, VALIDATION_SHA256)

    def test_truncated_file(self) -> None:
        """An IDX file with fewer bytes than its header promises is refused with its name."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "short.gz"
            path.write_bytes(gzip.compress(bytes([0, 0, 8, 1, 0, 0, 0, 9, 1, 2, 3])))
            with self.assertRaisesRegex(ValueError, "short.gz: 3 bytes of payload, the header promises 9"):
                data.read_idx(path, data.LABELS_MAGIC)


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
        pixels = augmentation.cutout(torch.zeros(1000, 1, 28, 28), 9, 0.5, torch.Generator().manual_seed(3))
        sizes = (pixels == PIXEL_MEAN).sum(dim=(1, 2, 3))
        self.assertTrue(400 < (sizes > 0).sum() < 600)
        self.assertEqual(sizes.max().item(), 81)


class Training(unittest.TestCase):
    def test_rate(self) -> None:
        """The learning rates climb to their peak in the first 5 % of the steps and end near zero."""
        shares = [train.rate_share(step, 1000, RECIPES["small"]) for step in range(1000)]
        self.assertEqual(max(shares), 1)
        self.assertIn(shares.index(max(shares)), (49, 50))
        self.assertLess(shares[-1], 1e-4)

    def test_orthogonalised(self) -> None:
        """A step of Muon has the singular vectors of the gradient, and singular values near one."""
        matrix = torch.randn(24, 200, generator=torch.Generator().manual_seed(1)) * torch.linspace(0.1, 3, 24)[:, None]
        for gradient in (matrix, matrix.T):
            left, values, right = torch.linalg.svd(gradient, full_matrices=False)
            found = left.T @ orthogonalised(gradient) @ right.T
            self.assertTrue((found.diagonal() > 0.6).all() and (found.diagonal() < 1.3).all())
            self.assertLess((found - torch.diag(found.diagonal())).abs().max().item(), 0.1)

    def test_muon_keeps_lengths(self) -> None:
        """Kernels keep the length sqrt(outputs), and a step moves them by about the rate."""
        kernel = torch.nn.Parameter(torch.randn(16, 8, 3, 3, generator=torch.Generator().manual_seed(2)))
        optimizer = Muon([kernel], lr=0.01, momentum=0.6)
        for _ in range(3):
            before = kernel.detach() * (4 / kernel.detach().norm())
            kernel.grad = torch.randn(16, 8, 3, 3, generator=torch.Generator().manual_seed(3))
            optimizer.step()
            self.assertAlmostEqual(kernel.norm().item(), 4, delta=0.1)
            self.assertAlmostEqual((kernel.detach() - before).norm().item() / 4, 0.01, delta=0.003)

    def test_teacher(self) -> None:
        """A view shows the image that the teacher answered to, and a student that agrees has nothing to learn."""
        images = torch.randint(0, 256, (6, 28, 28), dtype=torch.uint8, generator=torch.Generator().manual_seed(4))
        views = distillation.make_views(len(images), reach=2, seed=1)
        torch.manual_seed(5)
        teacher = lively(NETWORKS["tiny"].build())
        answers = distillation.teacher_logits(teacher, images, views)
        self.assertEqual(tuple(answers.shape), (distillation.VIEWS, 6, 10))
        expected = train.logits_of(teacher, views.take(images, 9))
        self.assertLess((answers[9].float() - expected).abs().max().item(), 0.05)
        logits = expected.clone().requires_grad_()
        labels = expected.argmax(1)
        agreed = distillation.loss(logits, labels, expected)
        only_labels = torch.nn.functional.cross_entropy(expected, labels)
        self.assertAlmostEqual(agreed.item(), (1 - distillation.TEACHER_SHARE) * only_labels.item(), places=4)

    def test_resume(self) -> None:
        """A run that was interrupted ends with the very weights of one that was not."""
        recipe = dataclasses.replace(RECIPES["small"].quick(), train_limit=256)
        with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
            whole, halves = Path(name) / "whole", Path(name) / "halves"
            first, _ = train.load_weights(train.train("small", recipe, whole, whole / "log.tsv"))
            original = train.save_atomically

            def stop_after_first(content: dict, path: Path) -> None:
                original(content, path)
                raise KeyboardInterrupt

            train.save_atomically = stop_after_first
            try:
                with self.assertRaises(KeyboardInterrupt):
                    train.train("small", recipe, halves, halves / "log.tsv")
            finally:
                train.save_atomically = original
            second, _ = train.load_weights(train.train("small", recipe, halves, halves / "log.tsv"))
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
        images = data.load_training().images[:200]
        drawn = sketches.pseudo_sketches(images, torch.Generator().manual_seed(1))
        ink = drawn > 5
        spans = []
        for present in (ink.any(1), ink.any(2)):
            places = torch.arange(28)
            high = torch.where(present, places, -1).amax(1)
            spans.append(high - torch.where(present, places, 28).amin(1) + 1)
        self.assertTrue((torch.maximum(*spans) >= 26).float().mean() > 0.98)
        self.assertLess((drawn == images).all(dim=2).all(dim=1).sum().item(), 1)


class Calibration(unittest.TestCase):
    def test_separation(self) -> None:
        """AUROC and the false positive rate are what counting pairs by hand gives."""
        familiar, strange = torch.tensor([1.0, 2.0, 2.0, 4.0]), torch.tensor([2.0, 3.0, 5.0])
        pairs = [(s > f) + 0.5 * (s == f) for s in strange.tolist() for f in familiar.tolist()]
        self.assertAlmostEqual(calibration.auroc(familiar, strange), sum(pairs) / 12)
        self.assertAlmostEqual(calibration.false_positive_rate(familiar, strange, recall=0.75), 1 / 3)

    def test_temperature(self) -> None:
        """Logits that are three times too sure get a temperature of three."""
        random = torch.Generator().manual_seed(5)
        logits = torch.randn(20000, 10, generator=random) * 2
        labels = torch.multinomial(torch.softmax(logits, 1), 1, generator=random)[:, 0]
        self.assertAlmostEqual(calibration.fit_temperature(logits * 3, labels), 3.0, delta=0.1)
        self.assertLess(calibration.expected_calibration_error(logits, labels), 0.01)
        self.assertGreater(calibration.expected_calibration_error(logits * 3, labels), 0.05)

    def test_verdicts(self) -> None:
        """No majority is unsure, a close runner-up is unsure, small logits are unfamiliar."""
        rule = calibration.Verdicts(unsure_probability=0.5, unsure_margin=0.2, unfamiliar_energy=-4.0)
        rest = [-99.0] * 7
        logits = torch.tensor([[9.0, 8.9, 1.0, *rest], [9.0, 8.5, 8.5, *rest], [9.0, 1.0, 1.0, *rest], [0.0] * 10])
        self.assertEqual(calibration.is_unsure(logits, 1.0, rule).tolist(), [True, True, False, True])
        self.assertEqual(calibration.is_unfamiliar(logits, 1.0, rule).tolist(), [False, False, False, True])


class Export(unittest.TestCase):
    def test_folding(self) -> None:
        """A convolution with its batch normalisation folded in computes the same, also at the border."""
        for stride in (1, 2):
            block = lively(ConvBlock(3, 5, stride=stride, relu=False)).double()
            x = torch.randn(4, 3, 9, 9, dtype=torch.float64)
            kernel, bias = fold_norm(block)
            folded = torch.nn.functional.conv2d(x, kernel.double(), bias.double(), stride=stride, padding=1)
            self.assertLess((folded - block(x)).abs().max().item(), 1e-5)

    def test_rounding(self) -> None:
        """Rounding to float16 moves no weight by more than one part in two thousand."""
        network = lively(NETWORKS["small"].build())
        exact, rounded = folded(network, rounded=False), folded(network)
        for before, after in zip(exact.parameters(), rounded.parameters()):
            change = (before - after).abs() / before.abs().clamp(min=1e-2)
            self.assertLessEqual(change.max().item(), 1 / 2048)

    def test_every_network_exports(self) -> None:
        """Every network in the registry gives a graph with the same answers, for bright borders too."""
        images = torch.randint(0, 256, (64, 28, 28), dtype=torch.uint8, generator=torch.Generator().manual_seed(2))
        images[0], images[1] = 0, 255
        for name, entry in NETWORKS.items():
            torch.manual_seed(7)
            network = lively(entry.build())
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "graph.onnx"
                merged = folded(network)
                path.write_bytes(build_graph(name, merged).SerializeToString())
                self.assertLess(check_parity(merged, path, images), 1e-3)

    def test_quick_run(self) -> None:
        """A quick run goes through training, export, parity check and evaluation, and leaves the committed files be."""
        committed = [FOLDER / "small.onnx", FOLDER / "models.json", FOLDER / "recorded/small.json"]
        before = [sha256_of(path) for path in committed]
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
            result = quick_run("small", Path(folder))
            entry = json.loads((result / "models.json").read_text())["models"][0]
            self.assertEqual(entry["sha256"], sha256_of(result / "small.onnx"))
            self.assertGreater(entry["accuracy"]["test"], 0.3)
        self.assertIn("same answers", printed.getvalue())
        self.assertEqual([sha256_of(path) for path in committed], before)


class CommittedFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.index = json.loads((FOLDER / "models.json").read_text())

    def test_index(self) -> None:
        """models.json is of version 1 and its default is one of its models."""
        self.assertEqual(self.index["version"], 1)
        self.assertIn(self.index["default"], [entry["id"] for entry in self.index["models"]])

    def test_files_match_index(self) -> None:
        """Every file has the size, the hash, the parameters and the steps that models.json gives."""
        for entry in self.index["models"]:
            with self.subTest(entry["id"]):
                path = FOLDER / entry["file"]
                self.assertEqual(path.stat().st_size, entry["bytes"])
                self.assertEqual(sha256_of(path), entry["sha256"])
                self.assertEqual(count_parameters(onnx.load(str(path)).graph), entry["parameters"])
                self.assertEqual(count_macs(NETWORKS[entry["id"]].build()), entry["macs"])

    def test_contract(self) -> None:
        """Every graph has opset 17, IR version 8, a free batch size, the promised input, outputs and operators."""
        for entry in self.index["models"]:
            with self.subTest(entry["id"]):
                model = onnx.load(str(FOLDER / entry["file"]))
                self.assertEqual(model.ir_version, IR_VERSION)
                self.assertEqual([(o.domain, o.version) for o in model.opset_import], [("", OPSET)])
                features, (height, width) = entry["feature_size"], entry["map_size"]
                shapes = {
                    value.name: [d.dim_param or d.dim_value for d in value.type.tensor_type.shape.dim]
                    for value in [*model.graph.input, *model.graph.output]
                }
                self.assertEqual(shapes, {
                    "image": ["N", 1, 28, 28], "logits": ["N", 10], "features": ["N", features],
                    "map": ["N", features, height, width],
                })
                operators = {node.op_type for node in model.graph.node}
                self.assertLessEqual(operators, {"Sub", "Cast", "Conv", "Relu", "Add", "GlobalAveragePool", "Flatten", "Gemm"})

    def test_recorded_answers(self) -> None:
        """The committed graph gives the recorded answers of the original network, for a blank image as well."""
        images = data.load_test().images
        for entry in self.index["models"]:
            with self.subTest(entry["id"]):
                recorded = json.loads((FOLDER / "recorded" / f"{entry['id']}.json").read_text())
                self.assertEqual(recorded["sha256"], entry["sha256"])
                runner = GraphRunner(FOLDER / entry["file"])
                chosen = images[[sample["index"] for sample in recorded["samples"]]]
                pixels = train.to_pixels(torch.cat([chosen, torch.zeros_like(chosen[:1])]))
                expected = torch.tensor([a["logits"] for a in [*recorded["samples"], recorded["blank"]]])
                self.assertLess((runner(pixels)["logits"] - expected).abs().max().item(), 1e-3)
                self.assertEqual(numpy.trace(recorded["test_confusion"]), entry["accuracy"]["test_correct"])

    def test_model_card(self) -> None:
        """The model card names the accuracy, the seed and the temperature that models.json has."""
        card = (FOLDER / "README.md").read_text()
        for entry in self.index["models"]:
            accuracy = entry["accuracy"]
            for number in (f"{accuracy['test']:.2%}", f"{accuracy['validation']:.2%}", str(entry["temperature"]),
                           str(entry["training"]["split_seed"]), f"{entry['training']['epochs']} epochs"):
                self.assertIn(number, card)


if __name__ == "__main__":
    unittest.main()
