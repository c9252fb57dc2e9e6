"""Set up the environment, then build, test or open the book.

    python scripts/dev.py book

The Makefile gives these commands short names. They are Python so that they also
run where there is no make and no shell, and they import only the standard
library, because they make the environment that everything else lives in.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from importlib import metadata, util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"

#: What reading and rebuilding the book takes.
LOCK = ROOT / "requirements.lock"

#: The same versions, with the tests and the solver added.
DEV_LOCK = ROOT / "requirements-dev.lock"

ENVIRONMENT_YML = ROOT / "environment.yml"

#: How the helpers are installed: as they stand here, with what the lock file brought.
EDITABLE = ("--no-deps", "--no-build-isolation", "--editable", ".")

#: The oldest supported Python, and the first that is too new (as in pyproject.toml).
OLDEST, TOO_NEW = (3, 11), (3, 14)

#: What Python builds the book with (there is no ``python -m jupyter_book``).
BUILD = (
    *("-c", "from jupyter_book.cli.main import main; main()"),
    *("build", "book", "-W", "--keep-going", "-n"),
)


#: JupyterLab as it opens for a researcher: without the question whether it may fetch news.
LAB = ("-m", "jupyterlab", f"--LabApp.app_settings_dir={ROOT / 'scripts' / 'lab'}")


def book() -> None:
    """Build the book and say where the page is."""
    build(environment(LOCK))


def pdf() -> None:
    """Build the book, make one PDF of all of it and say where that is (needs Pango)."""
    python = environment(DEV_LOCK)
    build(python)
    run(python, "-m", "printing")


def test() -> None:
    """Lint the code, build the book, run the tests and compare every notebook's outputs."""
    python = environment(DEV_LOCK)
    run(python, "-m", "ruff", "check")
    run(python, "-m", "ruff", "format", "--check")
    build(python)
    # One run, so that one summary at the end covers both.
    # The cells of a notebook, and tests that share records, stay on one worker.
    # In the order of the folders, where what takes longest stands first: no worker is left with it at the end.
    # One worker more than there are cores: one of them mostly waits, for a browser or for a build.
    workers = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadscope", "--no-loadscope-reorder")
    what = ("--nbval", "--doctest-modules", "tests", "src", "book/chapters")
    # Kernels that fork from a warm process (see src/notebooks/warm.py) start in no time.
    run(python, "-m", "pytest", *workers, *what, JUPYTER_DEFAULT_PROVISIONER_NAME="opkomst-warm")


def audit() -> None:
    """Build the book and keep what Lighthouse says of every page in benchmarks/audit.txt (needs Node and Chromium)."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("The audit needs npm, which comes with Node; nothing else does")
    python = environment(LOCK)
    build(python)
    run(npm, "ci", "--ignore-scripts", "--prefix", "benchmarks/audit")
    run(python, "benchmarks/audit.py")


def notebooks() -> None:
    """Run all notebooks again and store what they show, which `test` compares with."""
    run(environment(LOCK), "-m", "notebooks")


def lab() -> None:
    """Open the chapters in JupyterLab; copies of those of a book of one's own if OPKOMST_DATA names workbooks."""
    python, root, first = environment(DEV_LOCK), ROOT, "book/chapters/00_in_een_oogopslag.ipynb"
    if os.environ.get("OPKOMST_DATA"):
        data, place = registration()
        root, first = place / "lab", "overzicht.ipynb"
        # What somebody changed there stays.
        if not root.exists():
            shutil.copytree(ROOT / "own_book", root)
        protect(python, data, root)
    run(python, *LAB, f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{first}")


def own() -> None:
    """Build the book of a registration of one's own: OPKOMST_DATA names the folder with its workbooks."""
    data, place = registration()
    python, source = environment(LOCK), place / "source"
    # Nothing of another registration, or of an earlier one, is left.
    for made in (source, place / "_build"):
        shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(ROOT / "own_book", source)
    for shared in ("_static", "_templates", "assets/zoeken", "locale"):
        shutil.copytree(ROOT / "book" / shared, source / shared)
    protect(python, data, source)
    # The notebooks are not told where the records are.
    where = (str(source.relative_to(ROOT)), "--path-output", str(place.relative_to(ROOT)))
    run(python, *BUILD[:3], *where, *BUILD[4:], OPKOMST_DATA="")
    try:
        run(python, "-m", "helpers", "leaks", str(data), str(place / "_build"), str(source))
    except SystemExit:
        # Nobody can publish what should not have been made.
        shutil.rmtree(place / "_build")
        raise


def registration() -> tuple[Path, Path]:
    """Give the folder of the workbooks that OPKOMST_DATA names, and the one for all that is made of them."""
    if not (data := os.environ.get("OPKOMST_DATA")):
        sys.exit("Say where the workbooks are: make own DATA=folder")
    folder = Path(data).resolve()
    if not folder.is_dir():
        sys.exit(f"There is no folder {data}")
    return folder, ROOT / "own" / folder.name


def protect(python: str, data: Path, source: Path) -> None:
    """Put all that may be shown of some workbooks beside the notebooks that show it."""
    run(python, "-m", "helpers", "protect", str(data), str(source / "published.json"))


def lock() -> None:
    """Renew the lock files and environment.yml (needs uv; nothing else does)."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("Renewing the lock files needs uv: pip install uv")
    compile_ = [
        *(uv, "pip", "compile", "--quiet", "pyproject.toml", "requirements.in"),
        *("--universal", "--python-version", dotted(OLDEST), "--generate-hashes"),
        # A package built on the reader's machine would bring in build tools that
        # no hash covers, and a compiler that Windows does not have.
        *("--only-binary", ":all:", "--emit-build-options"),
        *("--no-annotate", "--custom-compile-command", "make lock"),
        # JupyterLab asks for it to check addresses with letters beyond ASCII; the grammar that it then
        # reads costs over a second in every process that opens a notebook.
        *("--no-emit-package", "rfc3987-syntax", "--no-emit-package", "lark"),
    ]
    run(*compile_, "requirements-dev.in", "--all-extras", "--output-file", DEV_LOCK.name)
    run(*compile_, "--constraint", DEV_LOCK.name, "--output-file", LOCK.name)
    ENVIRONMENT_YML.write_text(environment_yml(pins(DEV_LOCK)), "utf-8", newline="\n")


COMMANDS = {command.__name__: command for command in (book, pdf, test, audit, notebooks, lab, own, lock)}


def environment(lock_file: Path) -> str:
    """Give the Python to use, after installing into .venv where that is needed.

    Parameters
    ----------
    lock_file
        The lock file whose versions the environment must have.

    Returns
    -------
    str
        This Python if its environment (conda, a container, a venv) has every
        pinned version and the helpers; otherwise the Python of ``.venv``.
    """
    difference = first_difference(lock_file)
    if difference is None:
        return sys.executable
    if has_project() and Path(sys.prefix) != VENV:
        say(f"Not using the active environment, where {difference}.")

    python = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    stamp = VENV / "installed.sha256"
    usable = runs(python)
    # The larger environment serves the smaller one's commands too.
    good = digest(lock_file), digest(DEV_LOCK)
    if usable and stamp.exists() and stamp.read_text() in good:
        return python

    uv = shutil.which("uv")
    how = "uv" if uv else "pip (a minute or more; with uv it takes seconds)"
    say(f"Installing {lock_file.name} into {VENV.name} with {how} ...")
    stamp.unlink(missing_ok=True)
    if not usable:
        make = (
            [uv, "--quiet", "venv", "--clear", "--python", sys.executable]
            if uv
            else [sys.executable, "-m", "venv", "--clear"]
        )
        if not uv and util.find_spec("ensurepip") is None:
            sys.exit("This Python cannot make environments: apt install python3-venv")
        run(*make, str(VENV))
    if uv:
        pip = [uv, "--quiet", "pip"]
        run(*pip, "sync", "--python", python, "--require-hashes", "--compile-bytecode", lock_file.name)
        run(*pip, "install", "--python", python, *EDITABLE)
    else:
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        # The lock file is complete: resolving dependencies again only costs time.
        run(*pip, "--require-hashes", "--no-deps", "--requirement", lock_file.name)
        run(*pip, *EDITABLE)
    stamp.write_text(digest(lock_file))
    return python


def first_difference(lock_file: Path) -> str | None:
    """Say where this Python's environment first departs from a lock file.

    Parameters
    ----------
    lock_file
        The lock file to compare with.

    Returns
    -------
    str or None
        The end of a sentence; None if every version is the pinned one and the
        helpers are those of this directory.
    """
    try:
        from packaging.requirements import Requirement
    except ImportError:
        return "packaging is missing"
    for requirement in map(Requirement, pins(lock_file)):
        if requirement.marker and not requirement.marker.evaluate():
            continue
        try:
            found = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            return f"{requirement.name} is missing"
        if found not in requirement.specifier:
            return f"{requirement.name} is {found}, not {requirement.specifier}"
    helpers = util.find_spec("helpers")
    if helpers is None or Path(helpers.origin or "").parent != ROOT / "src" / "helpers":
        return "the helpers are not installed from this directory"
    return None


def has_project() -> bool:
    """Tell whether the helpers were once installed for the running Python."""
    return any(metadata.distributions(name="opkomst-onder-de-loep"))


def runs(python: str) -> bool:
    """Tell whether a Python starts and can be installed into (a half-made one cannot)."""
    try:
        trial = subprocess.run([python, "-c", "" if shutil.which("uv") else "import pip"], stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return trial.returncode == 0


def pins(lock_file: Path) -> list[str]:
    """List a lock file's pins, ``name==version ; marker``, without the hashes."""
    lines = lock_file.read_text("utf-8").splitlines()
    return [line.removesuffix("\\").rstrip() for line in lines if line[:1].isalnum()]


def digest(lock_file: Path) -> str:
    """Fingerprint what an installation depends on.

    Besides the lock file that is pyproject.toml, which names the entry points,
    and the directory, which an editable installation refers to.
    """
    content = lock_file.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(content + bytes(ROOT)).hexdigest()


def environment_yml(pins: list[str]) -> str:
    """Write the environment file for conda and Binder with the given pins."""
    return "\n".join(
        [
            "# Made by `make lock` from requirements-dev.lock.",
            "name: opkomst-onder-de-loep",
            "channels:",
            "  - conda-forge",
            "dependencies:",
            f"  - python={dotted(OLDEST)}",
            "  - pip",
            "  - pip:",
            *(f"      - {pin}" for pin in pins),
            "      - -e .",
            "",
        ]
    )


def dotted(version: tuple[int, ...]) -> str:
    """Write a version number as text."""
    return ".".join(map(str, version))


def build(python: str) -> None:
    """Build the book, which ends by saying where the page is; any warning is an error."""
    run(python, *BUILD)


def run(*command: str, **settings: str) -> None:
    """Run a command in the root of the repository, with these settings; stop with its exit code if it fails."""
    # Windows would otherwise read and write Dutch text in a code page of its own.
    completed = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1", **settings})
    if completed.returncode:
        sys.exit(completed.returncode)


def say(message: str) -> None:
    """Print a message before whatever the next command prints."""
    print(message, flush=True)


def main() -> None:
    """Run the command named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.__doc__)
    chosen = parser.parse_args().command
    running = sys.version_info[:2]
    if not OLDEST <= running < TOO_NEW:
        sys.exit(
            f"This is Python {dotted(running)}; the book needs {dotted(OLDEST)} or newer, "
            f"below {dotted(TOO_NEW)}. Conda brings its own: conda env create -f environment.yml"
        )
    COMMANDS[chosen]()


if __name__ == "__main__":
    main()
