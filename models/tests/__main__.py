"""python -m models.tests [REPORT]: all tests of this folder; REPORT gets, as JUnit's XML, how long
each took and whether it failed."""
import sys
import time
import unittest
from pathlib import Path
from xml.sax.saxutils import quoteattr

TESTS = Path(__file__).parent


class TimedResult(unittest.TextTestResult):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.seconds = {}

    def startTest(self, test):
        super().startTest(test)
        self.started = time.perf_counter()

    def stopTest(self, test):
        self.seconds[test.id()] = time.perf_counter() - self.started
        super().stopTest(test)


def write_report(path, result):
    failed = {test.id() for test, _ in result.failures + result.errors}
    cases = [
        f'<testcase name={quoteattr(name)} time="{seconds:.3f}">{"<failure/>" * (name in failed)}</testcase>\n'
        for name, seconds in result.seconds.items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<testsuite name="models">\n{"".join(cases)}</testsuite>\n', encoding="utf-8")


def main():
    tests = unittest.defaultTestLoader.discover(TESTS, top_level_dir=TESTS.parents[1])
    result = unittest.TextTestRunner(resultclass=TimedResult).run(tests)
    if len(sys.argv) > 1:
        write_report(Path(sys.argv[1]), result)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
