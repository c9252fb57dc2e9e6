"""Moves between two moments."""

import pandas as pd

from helpers.synthesis import margins
from helpers.synthesis.counts import solve
from helpers.synthesis.moves import Moves


def test_moves_count_every_family_once():
    rows = pd.DataFrame({"before": ["yes", "yes", "no"], "where": ["here", "there", "here"]})
    moves = Moves.of(
        rows, ["before", "where"], "after", ["yes", "no"], lambda before, where, after: before == after or 0.1
    )
    gain = margins.count(("tabel-0", "rij", "kolom"), "2", moves.total("no", before="yes"))
    found = solve([moves.table], list(moves.facts()), [gain], seed=1)
    assert moves.total().value(found.counts) == moves.total(before=["yes", "no"]).value(found.counts) == 3
    assert moves.total(where="there").value(found.counts) == 1
    answers = moves.answers(found.counts)
    assert answers.columns.tolist() == ["before", "where", "after"]
    assert answers.loc[answers["before"] == "yes", "after"].tolist() == ["no", "no"]
