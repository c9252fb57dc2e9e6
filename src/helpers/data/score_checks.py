"""What must hold of scores as a whole: those of the case study and of the interviews.

Every problem is one line in Dutch, for the person who can mend the file.
"""

from __future__ import annotations

import pandas as pd


def problems(codes: pd.DataFrame) -> list[str]:
    """Everything that is wrong between answers that are each allowed.

    Parameters
    ----------
    codes
        The records as strings: in the first column who was scored, then
        ``programme``, ``indicator`` and ``moment``.
    """
    return [*_twice_or_never(codes), *_two_programmes(codes)]


def _twice_or_never(codes: pd.DataFrame) -> list[str]:
    """Everyone has one row for every indicator and moment: a score, or the reason why there is none."""
    who = codes.columns[0]
    key = [who, "indicator", "moment"]
    again = codes[codes.duplicated(key)]
    expected = pd.MultiIndex.from_product([codes[name].unique() for name in key])
    absent = expected.difference(pd.MultiIndex.from_frame(codes[key]), sort=False)
    return [
        f"rij {index + 2}: {_place(key, row)} staat er al eens (verwacht: één rij)"
        for index, row in zip(again.index, again[key].itertuples(index=False), strict=True)
    ] + [f"{_place(key, row)} ontbreekt (verwacht: een rij, ook als er geen score is)" for row in absent]


def _place(key: list[str], values: tuple[str, ...]) -> str:
    return ", ".join(f"{name} '{value}'" for name, value in zip(key, values, strict=True))


def _two_programmes(codes: pd.DataFrame) -> list[str]:
    who = codes.columns[0]
    first = codes.groupby(who)["programme"].transform("first")
    return [
        f"rij {index + 2}, kolom 'programme': '{codes.at[index, 'programme']}', terwijl {who} "
        f"'{codes.at[index, who]}' eerder in '{first[index]}' zit (verwacht: één programma)"
        for index in codes.index[codes["programme"] != first]
    ]
