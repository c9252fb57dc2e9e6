"""Commands: ``python -m helpers verify | where | synthesize | datapackage | codecheck``."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from helpers import codecheck, datapackage, figures, outputs, records, verify
from helpers.disclosure import ConfidentialError
from helpers.outputs import UnknownOutputError
from helpers.records import RecordsError

#: The module that makes each file of synthetic records.
SYNTHESES = {
    "registration": "helpers.synthesis.registration",
    "case_study": "helpers.synthesis.case_study",
    "interviews": "helpers.synthesis.interviews",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m helpers", description=__doc__)
    commands = parser.add_subparsers(required=True)

    command = commands.add_parser("verify", help="compare every computed cell with its published cell")
    command.add_argument("--json", metavar="FILE", help="write one entry a cell to this file")
    command.set_defaults(run=lambda given: verify.main(records.load_all(), given.json))

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

    given = parser.parse_args(arguments)
    try:
        return given.run(given) or 0
    except (RecordsError, ConfidentialError, UnknownOutputError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        print(f"{error}: python -m pip install -e .[synthesis]", file=sys.stderr)
        return 2


def _where(name: str) -> None:
    found = outputs.find(name)
    made_by = [found.function, *([figures.find(found.id)] if found.id.startswith("figuur") else [])]
    print(f"{found.id}: {found.title} (report, section {found.section})")
    for function in made_by:
        print(f"function: {function.__module__}.{function.__name__}")
    print("columns:", ", ".join(found.columns))


def _synthesize(names: list[str]) -> None:
    if unknown := [name for name in names if name not in SYNTHESES]:
        raise RecordsError(f"no generator makes {', '.join(unknown)}; there are: {', '.join(SYNTHESES)}")
    for name in names:
        # Here, since the solver is an extra that the other commands do without.
        for deviation in import_module(SYNTHESES[name]).write():
            print(deviation)


if __name__ == "__main__":
    sys.exit(main())
