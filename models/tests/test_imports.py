"""How the scripts lean on each other, checked: `python3 -m unittest models.tests.test_imports`."""
import ast
import unittest
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def module_of(path: Path) -> str:
    """models.drawings.make of models/drawings/make.py."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path, modules: set[str]) -> set[str]:
    """The modules of this package that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found & modules


def circle_from(module: str, imports: dict[str, set[str]], way: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The first way found from a module back to one that it passed; empty if there is none."""
    if module in way:
        return way[way.index(module):] + (module,)
    for imported in sorted(imports[module]):
        if circle := circle_from(imported, imports, way + (module,)):
            return circle
    return ()


class Imports(unittest.TestCase):
    def test_no_circle(self) -> None:
        """No script needs itself by way of others, not even where a function imports."""
        paths = {module_of(path): path for path in PACKAGE.rglob("*.py") if "runs" not in path.parts}
        imports = {module: imports_of(path, set(paths)) - {"models"} for module, path in paths.items()}
        self.assertIn("models.train", imports["models.quick"])
        for module in imports:
            self.assertEqual(circle_from(module, imports), ())

    def test_circles_are_found(self) -> None:
        """A circle of three is found, wherever one enters it."""
        imports = {"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": {"b"}}
        self.assertEqual(circle_from("a", imports), ("b", "c", "d", "b"))


if __name__ == "__main__":
    unittest.main()
