"""The files that pin the environment agree with each other and with this environment."""

import json
import re
import tomllib

import dev
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

LOCKS = [dev.LOCK, dev.DEV_LOCK]
PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def requirements(lines):
    """Parse requirement lines; comments, options and hashes are left out."""
    stripped = (re.sub(r"(^|\s)(#|--).*|\\$", "", line).strip() for line in lines)
    return [Requirement(line) for line in stripped if line]


def locked(lock):
    return requirements(lock.read_text("utf-8").splitlines())


def versions(lock):
    """List the versions a lock file allows for each name, over all platforms."""
    found = {}
    for pin in locked(lock):
        (specifier,) = pin.specifier
        assert specifier.operator == "==", pin
        found.setdefault(pin.name, []).append(specifier.version)
    return found


def asked(*names):
    """Read what the given .in files and pyproject.toml ask for, extras included."""
    lines = [line for name in names for line in (dev.ROOT / name).read_text("utf-8").splitlines()]
    return requirements(lines + PROJECT["dependencies"])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes(lock):
    pins = re.split(r"\n(?=\w)", lock.read_text("utf-8"))[1:]
    assert len(pins) == len(locked(lock)) > 100
    for pin in pins:
        assert "--hash=sha256:" in pin, pin.splitlines()[0]


@pytest.mark.parametrize("name", [*(lock.name for lock in LOCKS), "environment.yml"])
def test_pins_name_no_index_and_no_path(name):
    # Neither the machine nor the mirror on which they were made.
    assert not re.search(r"://|--(?:extra-)?index|find-links|@ ", (dev.ROOT / name).read_text("utf-8"))


def test_what_the_audit_installs_has_hashes_and_names_no_registry():
    _, *packages = json.loads((dev.ROOT / "benchmarks/audit/package-lock.json").read_text("utf-8"))["packages"].values()
    assert len(packages) > 100
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages)


def test_dev_lock_extends_lock():
    # Where a version is for some platforms only, other packages can want it on more of them.
    book, everything = ({f"{pin.name}{pin.specifier}" for pin in locked(lock)} for lock in (dev.LOCK, dev.DEV_LOCK))
    assert book < everything


def test_locks_hold_what_is_asked_for():
    extras = [line for extra in PROJECT["optional-dependencies"].values() for line in extra]
    book, everything = versions(dev.LOCK), versions(dev.DEV_LOCK)
    for requirement in asked("requirements.in"):
        assert all(v in requirement.specifier for v in book[requirement.name.lower()])
    for requirement in asked("requirements-dev.in") + requirements(extras):
        assert all(v in requirement.specifier for v in everything[requirement.name])
    assert "ortools" not in book


def test_conda_has_the_pins_of_the_dev_lock():
    conda = yaml.safe_load((dev.ROOT / "environment.yml").read_text("utf-8"))
    python, pip, packages = conda["dependencies"]
    assert python == f"python={dev.dotted(dev.OLDEST)}"
    assert pip == "pip"
    assert packages["pip"][-1] == "-e ."
    assert list(map(Requirement, packages["pip"][:-1])) == locked(dev.DEV_LOCK)


def test_python_versions_are_those_of_the_project():
    supported = SpecifierSet(f">={dev.dotted(dev.OLDEST)},<{dev.dotted(dev.TOO_NEW)}")
    assert SpecifierSet(PROJECT["requires-python"]) == supported


def test_this_environment_is_the_locked_one():
    assert dev.first_difference(dev.DEV_LOCK) is None


@pytest.mark.parametrize(
    ("pin", "difference"),
    [
        ("pandas==0.1", "pandas is .*, not ==0.1"),
        ("no-such-package==1", "no-such-package is missing"),
        ("no-such-package==1 ; os_name == 'none'", None),
    ],
)
def test_a_difference_is_noticed(tmp_path, pin, difference):
    lock = tmp_path / "some.lock"
    lock.write_text(f"{pin} \\\n    --hash=sha256:0\n", "utf-8")
    found = dev.first_difference(lock)
    assert found is None if difference is None else re.fullmatch(difference, found)


def test_another_copy_of_the_project_is_a_difference(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert "this directory" in dev.first_difference(dev.LOCK)


def test_an_installation_is_stale_when_its_lock_changes(tmp_path):
    changed = tmp_path / "changed.lock"
    changed.write_text(dev.LOCK.read_text("utf-8") + "# changed\n", "utf-8")
    assert dev.digest(changed) != dev.digest(dev.LOCK)
