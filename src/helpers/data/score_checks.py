"""What must hold of scores as a whole: those of the case study and of the interviews.

See `helpers.data.problems` for what a problem says.
"""

from __future__ import annotations

import pandas as pd

from helpers.data.problems import Problem


def problems(codes: pd.DataFrame) -> list[Problem]:
    """Everything that is wrong between answers that are each allowed.

    Parameters
    ----------
    codes
        The records as strings or categoricals of them: in the first column who was scored, then
        ``programme``, ``indicator`` and ``moment``.
    """
    codes = codes.astype(str)
    return [*_twice_or_never(codes), *_two_programmes(codes)]


def _twice_or_never(codes: pd.DataFrame) -> list[Problem]:
    """Everyone has one row for every indicator and moment: a score, or the reason why there is none."""
    key = [codes.columns[0], "indicator", "moment"]
    again = codes[codes.duplicated(key)]
    expected = pd.MultiIndex.from_product([codes[name].unique() for name in key])
    absent = expected.difference(pd.MultiIndex.from_frame(codes[key]), sort=False)
    return [
        Problem(index, tuple(zip(key, row, strict=True)), "staat er al eens", "één rij")
        for index, row in zip(again.index, again[key].itertuples(index=False), strict=True)
    ] + [
        Problem(None, tuple(zip(key, row, strict=True)), "ontbreekt", "een rij, ook als er geen score is")
        for row in absent
    ]


def _two_programmes(codes: pd.DataFrame) -> list[Problem]:
    who = codes.columns[0]
    first = codes.groupby(who)["programme"].transform("first")
    return [
        Problem(
            index,
            ((who, codes.at[index, who]), ("programme", codes.at[index, "programme"])),
            f"terwijl het eerder '{first[index]}' is",
            "één programma",
        )
        for index in codes.index[codes["programme"] != first]
    ]
