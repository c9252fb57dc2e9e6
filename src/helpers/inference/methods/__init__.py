"""How sure shares and changes can be. Nothing here knows about OPkomst.

`intervals` is about one share. `paired` holds yes/no data of the same people at
two moments, of which often only the margins are known; `mcnemar`, `difference`
and `verdict` say what can be concluded from them; `recorded` holds the records
themselves, with the unknown among them. `sign` says what a sign test could have
found, and `independent` compares groups of different people. `multiple` corrects
for testing many rows, and `families` says what that correction could decide at
all. Everything takes counts and arrays.
"""

from helpers.inference.methods.difference import IntervalBounds, newcombe, newcombe_bounds
from helpers.inference.methods.independent import fisher, newcombe_independent, smallest_fisher_p
from helpers.inference.methods.intervals import clopper_pearson, wilson, wilson_bounds
from helpers.inference.methods.mcnemar import PRange, exact_mcnemar, moves_that_undo, p_range, p_range_of_tables
from helpers.inference.methods.multiple import FamilyVerdict, family_verdict, holm
from helpers.inference.methods.paired import Margins, Pairs, count_pairs
from helpers.inference.methods.recorded import Recorded
from helpers.inference.methods.sign import sign_power, smallest_sign_p
from helpers.inference.methods.verdict import Significance, Treatments, significance, treatments

__all__ = [
    "FamilyVerdict",
    "IntervalBounds",
    "Margins",
    "PRange",
    "Pairs",
    "Recorded",
    "Significance",
    "Treatments",
    "clopper_pearson",
    "count_pairs",
    "exact_mcnemar",
    "family_verdict",
    "fisher",
    "holm",
    "moves_that_undo",
    "newcombe",
    "newcombe_bounds",
    "newcombe_independent",
    "p_range",
    "p_range_of_tables",
    "sign_power",
    "significance",
    "smallest_fisher_p",
    "smallest_sign_p",
    "treatments",
    "wilson",
    "wilson_bounds",
]
