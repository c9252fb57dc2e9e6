"""What print fixes and what it contradicts: the numbers, claims and labels of the report against each other.

How good a number is, one word a thing:

- *verdict*: whether printed numbers can all be right under one rule, with the proof (`rules.verdict.Verdict`).
- *consistency*: the same over every way of rounding; a *judgement* is a consistency with its proof (`rules.judgement`).
- *status*: what came of a printed number beside the records (`verify.Check.status`).
- *evidence*: whether other printed numbers would notice a wrong digit in a reproduced one (`verify.Check.evidence`).
- *standing*: status and evidence in the one word that a reader gets (`standings.STANDINGS`).
- *grade*: how certain it is which number of a contradiction is wrong (`findings.GRADES`).
- *weight*: what a contradiction touches (`findings.WEIGHTS`).
- *significance*: of a change, over all records that are possible (`helpers.inference.methods.Significance`).
- *strength*: what a piece of evidence is worth to a conclusion of the report (`helpers.conclusions.report.Strength`).
"""
