"""What intervals and tests take the registered families for.

They say something about more than these families only if these are a sample.
Everything that shows an interval says of what, in these words.
"""

from __future__ import annotations

SAMPLE = "steekproef van alle gezinnen die OPkomst op deze manier zou kunnen begeleiden"


SENTENCE = f"Intervallen en toetsen zien deze gezinnen als een {SAMPLE}."
