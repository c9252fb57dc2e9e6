"""Imports go down only, and the path of a module says where its test is."""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import helpers

HELPERS = Path(helpers.__file__).parent

#: The entries of `src/helpers` from the bottom up. Those of one level do not import each other.
LEVELS = (
    {"dutch", "data"},
    {"tables"},
    {"disclosure"},
    {"checking", "own"},
    {"inference", "prose", "synthesis"},
    {"conclusions", "figures"},
    {"pages"},
    {"__main__"},
)

#: What rests on less than its level: pure rules and methods, and parts of a page, which know no chapter.
RESTS_ON = {
    "checking.rules": {"dutch"},
    "disclosure": set(),
    "inference.methods": {"dutch"},
    "pages.parts": set().union(*LEVELS[:-2]) - {"synthesis"},
}


def module_at(path: Path) -> str:
    """`checking/rules/__init__.py` is ``checking.rules``; the `__init__.py` of helpers is an empty name."""
    return ".".join(part for part in path.with_suffix("").parts if part != "__init__")


def imported_by(path: Path, modules: set[str]) -> set[str]:
    """The modules of helpers that a file imports, at its top or within a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} has a relative import, which this test does not follow"
            # A name in a package can be a module or something in its `__init__.py`.
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name.removeprefix("helpers.") in modules else node.module for name in names}
    return {name.removeprefix("helpers.") for name in found if name.startswith("helpers.")}


def all_imports() -> dict[str, set[str]]:
    paths = {module_at(path.relative_to(HELPERS)): path for path in HELPERS.rglob("*.py")}
    return {module: imported_by(path, set(paths)) for module, path in paths.items()}


IMPORTS = all_imports()


def entry(module: str) -> str:
    return module.partition(".")[0]


def is_in(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def test_every_entry_has_its_level():
    assert {entry(module) for module in IMPORTS} - {""} == set().union(*LEVELS)


def test_imports_go_down():
    level = {name: number for number, names in enumerate(LEVELS) for name in names}
    upwards = {
        (module, imported)
        for module, names in IMPORTS.items()
        for imported in names
        if entry(module) != entry(imported) and level.get(entry(module), -1) <= level.get(entry(imported), -1)
    }
    assert upwards == set()


def test_no_files_import_each_other_in_a_circle():
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("package", RESTS_ON)
def test_a_package_imports_no_more_than_it_rests_on(package):
    mine = {module: names for module, names in IMPORTS.items() if is_in(module, {package})}
    assert mine
    allowed = RESTS_ON[package] | {package}
    assert {(module, name) for module, names in mine.items() for name in names if not is_in(name, allowed)} == set()


def test_only_the_command_makes_records():
    """Making needs an extra: nothing else imports `synthesis`, and the command does so when it is asked to."""
    importing = {module for module, names in IMPORTS.items() if any(is_in(name, {"synthesis"}) for name in names)}
    assert {entry(module) for module in importing} == {"synthesis"}


def test_what_tables_are_computed_with_does_not_know_what_was_printed():
    seen, waiting = set(), [module for module in IMPORTS if is_in(module, {"tables"})]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += IMPORTS[module]
    assert {"data.populations", "data.records", "data.codebook", "tables.registry"} <= seen
    assert "data.published" not in seen


def test_the_path_of_a_test_is_that_of_what_it_tests():
    """`rules/test_changes.py` is about `rules/changes.py`, and `figures/test_figures.py` about the whole package."""
    unit = Path(__file__).parents[1] / "unit"
    tests = [path.relative_to(unit) for path in unit.rglob("test_*.py")]
    assert tests
    places = {path: module_at(path.with_name(path.stem.removeprefix("test_"))) for path in tests}
    lost = [path for path, module in places.items() if module not in IMPORTS and not is_of_package(path)]
    assert [path.as_posix() for path in lost] == []


def is_of_package(path: Path) -> bool:
    return path.stem == f"test_{path.parent.name}"


@pytest.mark.parametrize("chapter", ["registration", "case_study", "interviews", "verification", "appendices"])
def test_what_only_figures_and_tests_need_is_not_imported_before_them(chapter):
    code = (
        f"import helpers.pages.{chapter}, sys; print({{'matplotlib', 'scipy', 'seaborn', 'polars'}} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
