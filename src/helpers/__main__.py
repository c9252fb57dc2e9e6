"""Commands: ``python -m helpers verify | where | synthesize | datapackage``."""

from __future__ import annotations

import argparse
import sys

from helpers import datapackage, figures, outputs, records, verify
from helpers.disclosure import ConfidentialError
from helpers.outputs import UnknownOutputError
from helpers.records import RecordsError


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
    command.set_defaults(run=lambda given: _synthesize())

    command = commands.add_parser("datapackage", help="write data/datapackage.json")
    command.set_defaults(run=lambda given: print(datapackage.write()))

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


def _synthesize() -> None:
    # Here, since the solver is an extra that the other commands do without.
    from helpers.synthesis import registration

    for deviation in registration.write():
        print(deviation)


if __name__ == "__main__":
    sys.exit(main())
