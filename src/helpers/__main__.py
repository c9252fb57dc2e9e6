"""Commands: ``python -m helpers verify | where | template | check | protect | synthesize | datapackage | codecheck``.

Exit codes: 0 when all is well, 1 when something does not match or must be mended, 2 when
what was given cannot be used.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from helpers import figures
from helpers.checking.census import census
from helpers.checking.rules.notation import RelationError
from helpers.checking.verify import (
    CONSISTENT,
    CROSS_CHECKED,
    DEPENDS,
    ERRATUM,
    FITTED,
    MISMATCH,
    NOT_VERIFIABLE,
    REPRODUCED,
    Check,
    verify,
)
from helpers.data import datapackage, records
from helpers.data.files import DataError
from helpers.data.records import RecordsError
from helpers.pages import codecheck
from helpers.tables import catalogue
from helpers.tables.catalogue import UnknownOutputError
from helpers.tables.disclosure import ConfidentialError, may_be_shown

#: The module that makes each file of synthetic records.
SYNTHESES = {
    "registration": "helpers.synthesis.registration.records",
    "case_study": "helpers.synthesis.case_study",
    "interviews": "helpers.synthesis.interviews",
    "ranges": "helpers.synthesis.registration.ranges",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m helpers", description=__doc__)
    commands = parser.add_subparsers(required=True)

    command = commands.add_parser("verify", help="compare every computed cell with its published cell")
    command.add_argument(
        "--json",
        metavar="FILE",
        nargs="?",
        const="-",
        help="write one entry a cell and one a possible relation to this file; without a file, instead of the summary",
    )
    command.set_defaults(run=lambda given: _verify(given.json))

    command = commands.add_parser("where", help="find what makes a table or figure")
    command.add_argument("name", help='such as "Tabel 12" or figuur-6')
    command.set_defaults(run=lambda given: _where(given.name))

    command = commands.add_parser("synthesize", help="make the synthetic records anew (needs the extra 'synthesis')")
    command.add_argument("records", nargs="*", default=[*SYNTHESES], help=f"only these: {', '.join(SYNTHESES)}")
    command.set_defaults(run=lambda given: _synthesize(given.records))

    command = commands.add_parser("datapackage", help="write data/datapackage.json")
    command.set_defaults(run=lambda given: print(datapackage.write()))

    command = commands.add_parser("codecheck", help="write codecheck.yml: what makes each table and figure")
    command.set_defaults(run=lambda given: print(codecheck.write()))

    command = commands.add_parser("template", help="write empty workbooks for a registration of your own")
    command.add_argument("folder", type=Path)
    command.set_defaults(run=lambda given: _template(given.folder))

    command = commands.add_parser(
        "check", help="check the workbooks of a folder; exit code 1 when something must be mended"
    )
    command.add_argument("folder", type=Path)
    command.set_defaults(run=lambda given: _check(given.folder))

    command = commands.add_parser("protect", help="write what may be shown of the workbooks of a folder, as JSON")
    command.add_argument("folder", type=Path)
    command.add_argument("file", type=Path)
    command.set_defaults(run=lambda given: _protect(given.folder, given.file))

    command = commands.add_parser("leaks", help="look for anything of a record in a book that was built of workbooks")
    command.add_argument("folder", type=Path, help="with the workbooks")
    command.add_argument("built", type=Path, help="what the build made")
    command.add_argument("source", type=Path, help="the notebooks, and the file of what may be shown")
    command.set_defaults(run=lambda given: _leaks(given.folder, given.built, given.source))

    given = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A code page without a sign shows another one rather than nothing at all.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = given.run(given) or 0
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever reads has seen enough; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (RecordsError, DataError, RelationError, ConfidentialError, UnknownOutputError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        print(f"{error}: python -m pip install -e .[synthesis]", file=sys.stderr)
        return 2


def _where(name: str) -> None:
    found = catalogue.find(name)
    made_by = [found.function, *([figures.find(found.id)] if found.id.startswith("figuur") else [])]
    print(f"{found.id}: {found.title} (report, section {found.section})")
    for function in made_by:
        print(f"function: {function.__module__}.{function.__name__}")
    print("columns:", ", ".join(found.columns))


def _template(folder: Path) -> None:
    # Here and below, since the other commands need no spreadsheets.
    from helpers.data.workbook import template

    for path in template.write(folder):
        print(path)


def _check(folder: Path) -> int:
    """Say everything about a folder of workbooks; 1 when something must be mended."""
    from helpers.data.workbook import reading, report

    intake = reading.read_folder(folder)
    print(report.text(intake))
    print(report.write(intake, folder))
    return int(not intake.usable)


def _protect(folder: Path, file: Path) -> int:
    """Write the protected cells; 1 when something must be mended first."""
    from helpers.data.workbook import reading, report
    from helpers.disclosure.attack import ExposedError
    from helpers.own import publish

    intake = reading.read_folder(folder)
    if not intake.usable:
        print(report.text(intake))
        return 1
    try:
        publish.write(intake, file)
    except ExposedError as error:
        print(f"Er is geen boek gemaakt, want het zou iets verraden: {error}", file=sys.stderr)
        return 1
    print(file)
    return 0


def _leaks(folder: Path, built: Path, source: Path) -> int:
    """Say what in a book did not come from what may be shown; 1 when anything did not."""
    from helpers.pages.leaks import leaks

    found = leaks(built, source, folder)
    for leak in found:
        print(f"Dit mag niet in het boek staan: {leak}", file=sys.stderr)
    return int(bool(found))


def _synthesize(names: list[str]) -> None:
    if unknown := [name for name in names if name not in SYNTHESES]:
        raise RecordsError(f"no generator makes {', '.join(unknown)}; there are: {', '.join(SYNTHESES)}")
    for name in names:
        # Here, since the solver is an extra that the other commands do without.
        for deviation in import_module(SYNTHESES[name]).write():
            print(deviation)


def summary(checks: list[Check]) -> str:
    """What the command prints: counts, errata with their proof, mismatches."""
    statuses = Counter(check.status for check in checks)
    evidence = Counter(check.evidence for check in checks if check.status == REPRODUCED)
    lines = [f"{len(checks)} printed numbers"]
    lines += [f"  {statuses[status]:5} {status}" for status in (REPRODUCED, ERRATUM, DEPENDS, NOT_VERIFIABLE, MISMATCH)]
    lines += [
        f"Of the reproduced, {evidence[CROSS_CHECKED]} are cross-checked by other printed numbers and "
        f"{evidence[CONSISTENT]} agree with some, which would allow another last digit too; "
        f"{evidence[FITTED]} are fitted, which proves nothing."
    ]
    for status in (ERRATUM, DEPENDS, MISMATCH):
        shown = [check for check in checks if check.status == status]
        lines += ["", f"{status} ({len(shown)}):"] if shown else []
        lines += [f"  {_describe(check)}" for check in shown]
    return "\n".join(lines)


def _verify(json_file: str | None) -> int:
    """Print what verification found, and write one JSON entry for each check and each possible relation.

    Returns
    -------
    int
        The exit code: 1 when something does not match and is not explained.
    """
    checks = verify(*map(may_be_shown, records.load_all()))
    if json_file != "-":
        print(summary(checks))
    if json_file:
        found = {"checks": [asdict(check) for check in checks], "relations": [one.entry for one in census()]}
        if json_file == "-":
            # In any code page.
            print(json.dumps(found, indent=1))
        else:
            text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
            Path(json_file).write_text(text, encoding="utf-8", newline="\n")
    return int(any(check.status == MISMATCH for check in checks))


def _describe(check: Check) -> str:
    place = " | ".join(filter(None, [check.id, check.row, check.column]))
    numbers = f": printed {check.printed!r}, computed {check.computed!r}" if check.printed or check.computed else ""
    return f"{place}{numbers}. {check.reason}"


if __name__ == "__main__":
    sys.exit(main())
