"""Disclosure control: sets of linked tables of counts in, published counts out.

Pure: it knows columns and answers, and no chapter, page or file. In order:

`cells`
    Which records every count of every table counts: a count that stands in two tables is one cell.
`system`
    All tables at once, as sums of the same smallest parts: every linear relation follows from it.
`primary`
    The rule: which counts would tell about too few.
`elimination`
    Further counts are kept back until no such count follows from the shown ones; exact.
`intervals`
    The smallest and largest value of a count that the shown ones allow.
`protection`
    The whole: rule, elimination, then wider intervals where one is too narrow.
`attack`
    What a reader can find out of the result; fails where that is too much.
"""
