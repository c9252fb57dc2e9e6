"""Do printed numbers agree with each other? Verdicts that a reader can redo.

Everything here works on printed strings (a trailing zero is information) and
knows nothing of OPkomst. `shares`, `totals`, `changes` and `copies` hold the rules,
`relations` and `notation` say which numbers they tie together, and `evidence`
tells in which cells a wrong last digit would be noticed.
"""
