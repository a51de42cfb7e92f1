"""What the models folder promises, checked: `python3 -m unittest models.tests.test_models`."""
import contextlib
import gzip
import hashlib
import io
import json
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import numpy
import onnx
import torch

from models import calibration, data
from models.devices import to_pixels
from models.export import IR_VERSION, OPSET, build_graph, check_parity, count_parameters, fold_norm, folded, sha256_of
from models.graph_runner import GraphRunner
from models.networks import NETWORKS, SHIPPED, ConvBlock, count_macs
from models.quick import quick_run
from models.selection import select
from models.tests.lively import lively

FOLDER = Path(__file__).resolve().parent.parent
# Of the indices as little-endian int32.
VALIDATION_SHA256 = "d757214fff5958189c285d725676dc244eb679ca56ff5187c8a34cab390cbf1c"


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
        """Every network that is shipped gives a graph with the same answers, for bright borders too."""
        images = torch.randint(0, 256, (64, 28, 28), dtype=torch.uint8, generator=torch.Generator().manual_seed(2))
        images[0], images[1] = 0, 255
        for name in SHIPPED:
            torch.manual_seed(7)
            network = lively(NETWORKS[name].build())
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


class Selection(unittest.TestCase):
    def test_seed_is_chosen_by_validation(self) -> None:
        """Of several seeds the one with the most validation images right is shipped, trained on all images if it was."""
        with tempfile.TemporaryDirectory() as folder:
            runs = Path(folder)
            for run in ("tiny-55000-1", "tiny-55000-2", "tiny-60000-1", "tiny-60000-2", "tiny-60000-3"):
                (runs / run).mkdir()
                (runs / run / "weights.pt").touch()
            right = {"tiny-55000-1": 4500, "tiny-55000-2": 4600}
            with unittest.mock.patch("models.selection.validation_right", lambda path, _: right[path.parent.name]):
                found = select(runs, "tiny")
            names = [path.parent.name for path in (*found.judges, found.shipped, *found.others)]
            self.assertEqual(names, ["tiny-55000-2", "tiny-60000-2", "tiny-60000-1", "tiny-60000-3"])
            (runs / "tiny-60000-2" / "weights.pt").unlink()
            with unittest.mock.patch("models.selection.validation_right", lambda path, _: right[path.parent.name]):
                self.assertEqual(select(runs, "tiny").shipped.parent.name, "tiny-55000-2")


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
                pixels = to_pixels(torch.cat([chosen, torch.zeros_like(chosen[:1])]))
                expected = torch.tensor([a["logits"] for a in [*recorded["samples"], recorded["blank"]]])
                self.assertLess((runner(pixels)["logits"] - expected).abs().max().item(), 1e-3)
                self.assertEqual(numpy.trace(recorded["test_confusion"]), entry["accuracy"]["test_correct"])

    def test_model_card(self) -> None:
        """The model card names the accuracy, the seed and the temperature that models.json has."""
        card = (FOLDER / "README.md").read_text()
        for entry in self.index["models"]:
            accuracy = entry["accuracy"]
            for number in (f"{accuracy['test']:.2%}", f"{accuracy['validation']:.2%}", str(entry["temperature"]),
                           str(entry["training"]["split_seed"]), f"{entry['training']['epochs']} epoch"):
                self.assertIn(number, card)


if __name__ == "__main__":
    unittest.main()
