"""Disclosure control: sets of linked tables of counts in, published counts out.

Pure: it knows columns and answers, and no chapter, page or file. In order:

`cells`
    Which records every count of every table counts: a count that stands in two tables is one cell,
    and the difference between two tables is a cell too.
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

A reader is taken to know the number of records, and of every count that is kept
back and not zero that somebody is in it, as a family knows of its own answer. Three
things are beyond it. Who knows the rule can tell that a count kept back is often a small one.
Several families together can take themselves off a count. And that one answer
always goes with another ("a partner's income" with "a partner") is only known to
it where the two count the same records, where a table crosses them, or where it is
told so (`Crossing.is_shown`, and for three answers and more `Counts.nobody`).
"""
