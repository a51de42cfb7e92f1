"""Our own engine against PyTorch, on the whole test set: `python3 -m unittest models.tests.test_command_line`."""
import json
import subprocess
import unittest
from pathlib import Path

from models.data import data_folder
from models.drawing_set import TOOL

FOLDER = Path(__file__).resolve().parent.parent
LISTED = json.loads((FOLDER / "models.json").read_text())["models"]


def evaluated(file: str) -> dict:
    """The report of `atelier evaluate` on the network in `file`."""
    data = data_folder()
    run = subprocess.run(
        [str(TOOL), "evaluate", "--json", "--model", str(FOLDER / file),
         "--images", str(data / "t10k-images-idx3-ubyte.gz"), "--labels", str(data / "t10k-labels-idx1-ubyte.gz")],
        capture_output=True, text=True, check=True,
    )
    return json.loads(run.stdout)


class Evaluation(unittest.TestCase):
    def test_every_model(self) -> None:
        """The command line counts what PyTorch counted, image by image, and is as sure."""
        for model in LISTED:
            with self.subTest(model["id"]):
                report = evaluated(model["file"])
                recorded = json.loads((FOLDER / "recorded" / f"{model['id']}.json").read_text())
                measured = model["calibration"]["test"]
                self.assertEqual(report["engine"], "atelier-nn")
                self.assertEqual(report["correct"], model["accuracy"]["test_correct"])
                self.assertEqual(report["confusion"], recorded["test_confusion"])
                self.assertAlmostEqual(report["log_loss"], measured["log_loss_before"], delta=2e-5)
                self.assertAlmostEqual(report["ece"], measured["ece_before"], delta=2e-5)


if __name__ == "__main__":
    unittest.main()
