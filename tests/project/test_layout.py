"""Imports only downwards."""

import ast
from pathlib import Path

import helpers


def test_what_tables_are_computed_with_does_not_know_what_was_printed():
    package = Path(helpers.__file__).parent
    forbidden = {"published", "verify", "claims", "matching", "consistency"}
    seen, waiting = set(), [*(package / "tables").glob("*.py")]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            imported = _imported(path)
            assert not forbidden & imported, f"{path} imports {forbidden & imported}"
            files = [file for name in imported for file in (f"{name}.py", f"{name}/__init__.py")]
            waiting += [package / file for file in files if (package / file).exists()]
    assert {"populations.py", "records.py", "outputs.py", "codebook.py"} <= {path.name for path in seen}


def _imported(path: Path) -> set[str]:
    """The modules of this package that a file imports, by their first name."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("helpers.")}
