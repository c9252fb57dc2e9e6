"""Sentences kept as data, with the numbers filled in from the records.

``"{tabel-2[total, total]} begeleidingen"`` is a sentence about the records, and
``"de brochure schrijft {brochure-l}"`` one about what was printed. No number
stands in the sentence itself, so none can go stale.
"""

from __future__ import annotations

import re

from helpers import codebook, facts
from helpers.printed_facts import printed
from helpers.records import Records

_BLANK = re.compile(r"\{([^{}]+)\}")
_OUTPUT = re.compile(r"(?:tabel|figuur)-\d+(?=\[)")


def fill(sentence: str, *records: Records) -> str:
    """A sentence with every blank filled in.

    Parameters
    ----------
    sentence
        Dutch. A blank holds a fact as in `helpers.facts.tell`, or the id of
        one claim of the report or the brochure: that is written as printed.
    *records
        Each kind of records that the facts are about.

    Raises
    ------
    helpers.printed_facts.NotPrintedError
        When a blank names no computed cell and no claim, or a claim of several numbers.
    helpers.outputs.UnknownOutputError
        When a blank names a table or figure that the report does not have.
    helpers.facts.UnprintedError
        When no printed number fixes what would be told.
    helpers.disclosure.ConfidentialError
        When the records are not synthetic.
    """
    by_name = {given.name: given for given in records}

    def filled(blank: re.Match[str]) -> str:
        output = _OUTPUT.search(blank[1])
        if output is None:
            return printed(blank[1])
        return facts.write(by_name[codebook.records_of(output[0])], blank[1])

    return _BLANK.sub(filled, sentence)
