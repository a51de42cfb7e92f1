"""The files of neighbours, held against networks and data: `python3 -m unittest models.tests.test_neighbours`."""
import json
import unittest

import torch

from models import data, neighbours
from models.export import sha256_of
from models.tests.test_models import FOLDER

EVERY = 15  # rows are looked at, and their images run through the network


class Order(unittest.TestCase):
    def test_alike_stand_together(self) -> None:
        """Points on a line come in pieces of neighbours, each point once, all pieces but one full."""
        random = torch.Generator().manual_seed(2)
        points = torch.rand(250, generator=random)
        features = torch.stack([points, 1 - points], dim=1)
        order = neighbours.alike_together(features, piece=60)
        self.assertTrue(torch.equal(order.sort().values, torch.arange(250)))
        pieces = points[order].split(60)
        spans = sorted((piece.min().item(), piece.max().item()) for piece in pieces)
        for (_, end), (begin, _) in zip(spans, spans[1:]):
            self.assertLess(end, begin)


class Files(unittest.TestCase):
    """Of every model that has one."""

    @classmethod
    def setUpClass(cls) -> None:
        models = json.loads((FOLDER / "models.json").read_text())["models"]
        cls.entries = [model for model in models if "neighbours" in model]
        cls.training = data.load_training()

    def test_there_is_one(self) -> None:
        """The default model has its neighbours."""
        self.assertIn("small", [entry["id"] for entry in self.entries])

    def test_listed(self) -> None:
        """models.json tells size, digest and order, no file is over 3 MB, and all have one order."""
        for entry in self.entries:
            listed = entry["neighbours"]
            path = FOLDER / listed["file"]
            index = neighbours.read(path)
            self.assertEqual((sha256_of(path), path.stat().st_size), (listed["sha256"], listed["bytes"]))
            self.assertEqual(neighbours.order_id(index.numbers), listed["order"])
            self.assertLess(listed["bytes"], 3_000_000)
        self.assertEqual(len({entry["neighbours"]["order"] for entry in self.entries}), 1)

    def test_of_this_network(self) -> None:
        """Rows are what the listed .onnx file makes of the images that they name, and eight neighbours are right."""
        queries = data.load_test().images[:200]
        for entry in self.entries:
            model = FOLDER / entry["file"]
            index = neighbours.read(FOLDER / entry["neighbours"]["file"])
            self.assertEqual(index.model_sha256, entry["sha256"], f"run models.neighbours {entry['id']}")
            self.assertTrue(torch.equal(index.numbers.sort().values, torch.arange(60_000)))
            self.assertTrue(torch.equal(index.labels, self.training.labels[index.numbers]))
            rows = torch.arange(0, 60_000, EVERY)
            exact = neighbours.unit_features(model, self.training.images[index.numbers[rows]])
            kept = index.features[rows]
            cosines = torch.nn.functional.cosine_similarity(exact, kept.float())
            self.assertGreater(cosines.min().item(), 0.999)
            asked = neighbours.unit_features(model, queries)
            found = neighbours.recall(neighbours.nearest(kept, asked), neighbours.nearest(exact, asked))
            self.assertGreater(found, 0.9)
            self.assertGreater(entry["neighbours"]["recall"], 0.88)


if __name__ == "__main__":
    unittest.main()
