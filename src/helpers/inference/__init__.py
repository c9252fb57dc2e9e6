"""How sure shares and changes can be. Nothing here knows about OPkomst.

`intervals` is about one share. `paired` holds yes/no data of the same people at
two moments, of which often only the margins are known; `mcnemar`, `difference`
and `verdict` say what can be concluded from them. `multiple` corrects for
testing many rows, and `readings` finds which margins fit printed numbers.
Everything takes counts and arrays.
"""

from helpers.inference.difference import IntervalBounds, difference_range, newcombe, newcombe_bounds
from helpers.inference.intervals import share_range, wilson
from helpers.inference.mcnemar import PRange, exact_mcnemar, moves_that_undo, p_range
from helpers.inference.multiple import holm
from helpers.inference.paired import Margins, Pairs, count_pairs
from helpers.inference.readings import fitting_margins, fitting_sizes
from helpers.inference.verdict import Significance, Treatments, significance, treatments, verdicts

__all__ = [
    "IntervalBounds",
    "Margins",
    "PRange",
    "Pairs",
    "Significance",
    "Treatments",
    "count_pairs",
    "difference_range",
    "exact_mcnemar",
    "fitting_margins",
    "fitting_sizes",
    "holm",
    "moves_that_undo",
    "newcombe",
    "newcombe_bounds",
    "p_range",
    "share_range",
    "significance",
    "treatments",
    "verdicts",
    "wilson",
]
